"""Wars: which parties of a pack fight each other, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from riwaya.lexicon.tables import read_table
from riwaya.packs.listed import all_listed

WAR_COLUMNS = ("side", "against", "since", "until", "note")


@dataclass(frozen=True, slots=True)
class War:
    """One camp and the parties that fight it, each for itself, from `since` to `until` (ISO 8601 days).

    `government` is the only one of those parties that governs the land, where one does: states and coalitions
    come to its help from elsewhere.
    """

    side: tuple[str, ...]
    against: tuple[str, ...]
    since: str | None
    until: str | None
    government: str | None = None

    def lasts_on(self, day: str | None) -> bool:
        """Whether it is fought on that day; of an unknown day nothing is ruled out."""
        if day is None:
            return True
        return (self.since or "") <= day and (self.until is None or day <= self.until)


def read_wars(path: Path, parties: Mapping[str, str]) -> Iterator[War]:
    """The wars of the table at `path`, none where there is no such table; `parties` are the kinds by id.

    Raises PackError on a row that names no party on a side, or one that is not among the ids of `parties`.
    """
    if not path.is_file():
        return
    for row in read_table(path, WAR_COLUMNS):
        against = all_listed(row, "against", parties)
        governing = [party for party in against if parties[party] == "government"]
        yield War(
            side=all_listed(row, "side", parties),
            against=against,
            since=row.optional("since"),
            until=row.optional("until"),
            government=governing[0] if len(governing) == 1 else None,
        )
