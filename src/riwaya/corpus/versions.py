"""Which claims are a copy of another report's, and which report is a later version of which."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.corpus.frames import Frame

#: Kinds of copies that are most of a report.
MOST_OF_REPORT = ("identical", "near", "partial")


@dataclass(frozen=True, slots=True)
class Versions:
    """Copies by (report, the report it took from), by their numbers.

    `whole` are copies of most of a report; `passages` are where copied passages stand in a report, as
    characters. `former` has the version before for each later version of a report.
    """

    whole: frozenset[tuple[int, int]] = frozenset()
    passages: Mapping[tuple[int, int], tuple[tuple[int, int], ...]] = field(default_factory=dict)
    former: Mapping[int, int] = field(default_factory=dict)

    def is_copied(self, frame: Frame, other: Frame) -> bool:
        """Whether another outlet took a claim from the report of `other`, whatever it made of its number."""
        pair = frame.report.n, other.report.n
        if frame.report.outlet == other.report.outlet:
            return False
        there = self.passages.get(pair, ())
        return pair in self.whole or any(start <= frame.anchor < end for start, end in there)

    def before(self, report: int) -> Iterator[int]:
        """The versions before this one, the latest first."""
        while report in self.former:
            report = self.former[report]
            yield report


def load_versions(connection: Connection) -> Versions:
    """What the table of copies says."""
    table = schema.copies.c
    kinds = (*MOST_OF_REPORT, "passage", "revises")
    statement = select(table.report, table.of, table.kind, table.passages).where(table.kind.in_(kinds))
    whole: set[tuple[int, int]] = set()
    passages: dict[tuple[int, int], tuple[tuple[int, int], ...]] = {}
    former: dict[int, int] = {}
    for report, of, kind, found in connection.execute(statement):
        if kind == "revises":
            former[report] = of
        elif kind == "passage":
            passages[report, of] = tuple((start, end) for start, end, *_there in json.loads(found))
        else:
            whole.add((report, of))
    return Versions(frozenset(whole), passages, former)
