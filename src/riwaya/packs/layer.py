"""A local layer over a pack: forms that people at an archive entered, over those of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.packs.pack import Alias, Pack
from riwaya.text.fold import words


def layered(pack: Pack, entries: Iterable[Alias]) -> Pack:
    """The pack with these forms; what the pack says of the same forms counts no more, the last entry wins.

    Forms in somebody's mouth (labels) stay. Entries of parties that the pack does not have are passed over.
    """
    by_form = {words(entry.form): entry for entry in entries if entry.id in pack.parties}
    if not by_form:
        return pack
    own = tuple(a for a in pack.aliases if a.speaker is not None or words(a.form) not in by_form)
    laid = tuple(sorted(by_form.values(), key=lambda entry: (entry.form, entry.id)))
    return replace(pack, aliases=(*own, *laid), entries=laid)


def layer_bytes(entries: Sequence[Alias]) -> bytes:
    """A layer as bytes, for the digest of what a reading rests on; empty without entries."""
    return "".join(f"{each.form}\t{each.id}\t{each.use}\n" for each in entries).encode()
