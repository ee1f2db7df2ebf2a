"""Two reports of one story side by side: the passages they share, and what differs between these."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from riwaya.archive import schema
from riwaya.archive.archive import texts_of
from riwaya.corpus.changes import find_changes
from riwaya.questions.desk import Desk
from riwaya.release import Guard

#: Pieces that are shown at most.
_MOST = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the earlier report, and of the later one; `same` where they are shared."""

    same: bool
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Compared:
    """What one report has of another: how, how much, and the words as they may leave."""

    kind: str
    share: float
    pieces: tuple[Piece, ...]


def compared(desk: Desk, report: str, of: str) -> Compared | None:
    """What `report` took from `of` (keys, or the beginnings of them); None where nothing joins them.

    Raises UsageError where there is no such report.
    """
    after, before = desk.archive.report(report), desk.archive.report(of)
    copies = schema.copies
    with desk.archive.reading() as connection:
        rows = connection.execute(
            select(copies).where(copies.c.report == after.n, copies.c.of == before.n)
        ).all()
        texts = texts_of(connection, sorted({after.n, before.n}))
    if not rows:
        return None
    row = max(rows, key=lambda each: (bool(json.loads(each.passages)), each.share))
    show = _Show(desk, before, after, texts[before.n], texts[after.n])
    spans = sorted(json.loads(row.passages))
    pieces = show.passages(spans) if spans and row.kind != "revises" else show.changes()
    return Compared(row.kind, row.share, tuple(pieces)[:_MOST])


@dataclass(frozen=True, slots=True)
class _Show:
    """Words of two reports, by characters, as they may leave."""

    desk: Desk
    before: Row[Any]
    after: Row[Any]
    old: str
    new: str

    def passages(self, spans: list[list[int]]) -> Iterator[Piece]:
        """What is shared, in the order of the later report, and what stands between."""
        here = there = 0
        for start, end, its_start, its_end in spans:
            moved = its_start < there  # it stands earlier in the other: nothing lies between the two there
            gap = Piece(
                False,
                "" if moved else self._words(self.before, self.old, there, its_start),
                self._words(self.after, self.new, here, start),
            )
            if gap.before or gap.after:
                yield gap
            yield Piece(
                True,
                self._words(self.before, self.old, its_start, its_end),
                self._words(self.after, self.new, start, end),
            )
            here, there = max(here, end), max(there, its_end)
        last = Piece(
            False,
            self._words(self.before, self.old, there, len(self.old)),
            self._words(self.after, self.new, here, len(self.new)),
        )
        if last.before or last.after:
            yield last

    def changes(self) -> Iterator[Piece]:
        """What differs alone, in the order of the text."""
        for change in find_changes(self.old, self.new):
            went, came = change.removed, change.added
            yield Piece(
                False,
                self._words(self.before, self.old, went.start, went.end) if went else "",
                self._words(self.after, self.new, came.start, came.end) if came else "",
            )

    def _words(self, row: Row[Any], text: str, start: int, end: int) -> str:
        if not any(character.isalnum() for character in text[start:end]):
            return ""  # punctuation alone is no difference
        return self.desk.gate.passage(text[start:end], start, Guard.load(row.guard), row.published).strip()
