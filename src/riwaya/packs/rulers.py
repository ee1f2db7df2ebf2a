"""Rulers: parties that govern places in a state's stead, and when (وزارة الداخلية في غزة)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from riwaya.lexicon.tables import read_table
from riwaya.packs.listed import listed
from riwaya.text.fold import words

RULER_COLUMNS = ("places", "ruler", "country", "since", "until", "note")


@dataclass(frozen=True, slots=True)
class Ruler:
    """A party that governs `places` (folded names) from `since` to `until`, which are ISO 8601 days.

    Bodies of government there are its own; otherwise they would be those of the state of `country`.
    """

    places: tuple[tuple[str, ...], ...]
    ruler: str
    country: str
    since: str | None
    until: str | None

    def rules_on(self, day: str | None) -> bool:
        """Whether it governs there on that day; on an unknown day, whether it still does."""
        if day is None:
            return self.until is None
        return (self.since or "") <= day and (self.until is None or day <= self.until)


def read_rulers(path: Path, parties: Collection[str]) -> Iterator[Ruler]:
    """The rulers of the table at `path`, none where there is no such table.

    Raises PackError on a row without a place, and on an id that is not among `parties`.
    """
    if not path.is_file():
        return
    for row in read_table(path, RULER_COLUMNS):
        row.text("places")  # raises where it is empty
        yield Ruler(
            places=tuple(words(name) for name in row.many("places")),
            ruler=listed(row, "ruler", parties),
            country=listed(row, "country", parties),
            since=row.optional("since"),
            until=row.optional("until"),
        )
