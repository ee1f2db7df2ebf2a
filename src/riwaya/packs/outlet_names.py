"""Outlets by what callers call them: id, name, address, and a name in two scripts or with a remark."""

from __future__ import annotations

import re
from collections.abc import Iterable

from riwaya.packs.pack import Outlet
from riwaya.text.fold import words

#: Where a remark begins behind an outlet's name: جوهرة (تونس), X / credited: Y.
_REMARK = re.compile(r"[(\[|/]")
#: The name of a channel or account (@jawhara_fm).
_HANDLE = re.compile(r"@(\w+)")
#: Labels of an address that name no site.
_GENERAL = frozenset(("com", "co", "net", "org", "gov", "www"))


class OutletNames:
    """Finds the outlets of a pack by their names in any spelling of blanks, hyphens and capitals."""

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        listed = tuple(outlets)
        self._by_id = {o.id: o for o in listed}
        self._by_key: dict[str, Outlet] = {}
        for of in (_names, _sites):
            for outlet in listed:
                for name in of(outlet):
                    self._by_key.setdefault("".join(words(name)), outlet)

    def find(self, said: str) -> Outlet | None:
        """The outlet that `said` names; None where the pack lists none of that name."""
        if said in self._by_id:
            return self._by_id[said]
        named = words(_REMARK.split(said, maxsplit=1)[0])
        latin = tuple(w for w in named if w.isascii())
        arabic = tuple(w for w in named if not w.isascii())
        handles = [words(name) for name in _HANDLE.findall(said)]
        keys = ("".join(name) for name in (named, arabic, latin, *handles))
        return next((self._by_key[key] for key in keys if key in self._by_key), None)


def _names(outlet: Outlet) -> tuple[str, ...]:
    return (outlet.id, *outlet.names, *outlet.domains)


def _sites(outlet: Outlet) -> tuple[str, ...]:
    """The names of the outlet's sites as their addresses have them (aawsat.com, arabic.rt.com)."""
    labels = ([w for w in domain.split(".")[:-1] if w not in _GENERAL] for domain in outlet.domains)
    return tuple(label[-1] for label in labels if label)
