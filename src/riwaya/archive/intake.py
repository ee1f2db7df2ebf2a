"""One report made ready for an archive: everything that can be computed before a database is asked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.archive.codec import pack_reading, pack_text
from riwaya.archive.projection import Projection, Row, actor_rows, project
from riwaya.model import Actor, Name, Reading
from riwaya.packs import Outlet, Pack
from riwaya.packs.pack import shipped_pack
from riwaya.release import Units, guard_of, load_units, private_names
from riwaya.text import Token, tokenize
from riwaya.text.search_words import search_words
from riwaya.text.shingles import sample, words_of

#: Hexadecimal digits of a key: 64 bits, which a million reports share once in forty million archives.
_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report with its reading, as one process hands it to another: plain rows and bytes."""

    report: dict[str, Any]
    text: bytes
    stems: str
    reading: dict[str, Any]
    rows: Projection


def report_key(id: str, outlet: str, uri: str | None) -> str:
    """What an archive calls a report: `r` and 16 hexadecimal digits.

    The same bytes published by two outlets, or at two addresses, are two reports.
    """
    digest = hashlib.sha256("\n".join((id, outlet, uri or "")).encode("utf-8", "surrogatepass"))
    return "r" + digest.hexdigest()[:_DIGITS]


def storable(text: str) -> str:
    """`text` as both stores can keep it in a column: without NUL and without halves of characters."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\x00", "\ufffd")


def reading_row(reading: Reading) -> dict[str, Any]:
    """A reading as `schema.readings` has it, without number and report."""
    about = reading.reader
    return {
        "version": about.version,
        "pack": about.pack,
        "digest": about.digest,
        "body": pack_reading(reading),
    }


def guard_row(
    reading: Reading, rows: Projection, units: Units | None = None, tokens: Sequence[Token] | None = None
) -> dict[str, str]:
    """What of a report may not leave as it stands, as `schema.reports` has it: `private` and `guard`.

    `rows` are the reading's; `units` and `tokens` are looked up where they are not at hand.
    """
    tokens = tokenize(reading.report.text) if tokens is None else tokens
    private = private_names(reading, tokens)
    days = {row["id"]: row["day_to"] for row in rows.claims}
    guard = guard_of(reading, private, units or load_units(shipped_pack(reading.reader.pack)), days, tokens)
    return {"private": json.dumps(private, separators=(",", ":")), "guard": guard.dump()}


def add_outlet(rows: Projection, reading: Reading, pack: Pack) -> None:
    """Add the row of who published a report, where the pack lists it and the reading does not speak of it."""
    id = reading.report.outlet
    if any(actor["id"] == id for actor in rows.actors):
        return
    party = pack.parties.get(id)
    outlet = next((each for each in pack.outlets if each.id == id), None)
    if party:
        rows.actors += actor_rows([Actor(id, party.kind, party.party, Name(party.name_ar, party.name_en))])
    elif outlet:
        rows.actors.append(_outlet_row(outlet))


def _outlet_row(outlet: Outlet) -> Row:
    """An outlet as `schema.actors` has it, so that answers can name it: by its first name in each script."""
    arabic = next((name for name in outlet.names if not name.isascii()), None)
    latin = next((name for name in outlet.names if name.isascii()), None)
    party = outlet.party or outlet.id
    return {"id": outlet.id, "kind": "media", "party": party, "name_ar": arabic, "name_en": latin}


def prepare(reading: Reading, source: str, pack: Pack | None = None) -> Prepared:
    """The rows of a reading that was just made; `source` says where the report was found.

    `pack` is the one that it was read with; without it outlets have no names, and what only a pack of the
    user's own knows about places is not known.
    """
    units = load_units(pack.folder if pack else shipped_pack(reading.reader.pack))
    rows = project(reading, units=units)
    if pack:
        add_outlet(rows, reading, pack)
    report = reading.report
    tokens = tokenize(report.text)
    words = words_of(tokens)
    title = report.title
    return Prepared(
        report={
            "key": report_key(report.id, report.outlet, report.uri),
            "id": report.id,
            "outlet": storable(report.outlet),
            "published": report.published,
            "day": report.published[:10] if report.published else None,
            "uri": storable(report.uri) if report.uri else report.uri,
            "title": storable(report.text[title.start : title.end]) if title else None,
            "language": report.language,
            "source": storable(source),
            "characters": len(report.text),
            "words": len(words),
            "shingles": sample(words).astype("<u4").tobytes(),
            **guard_row(reading, rows, units, tokens),
        },
        text=pack_text(report.text),
        stems=" ".join(search_words(tokens)),
        reading=reading_row(reading),
        rows=rows,
    )
