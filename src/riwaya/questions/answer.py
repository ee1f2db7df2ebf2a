"""An answer: columns, rows, and the evidence behind each row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from riwaya.exchange.soundness import OTHER
from riwaya.release import Participant, Told

#: What a cell holds, which decides how it is shown: `ids` are registry ids, `words` the report's own (right
#: to left), `label` a word of Riwaya's vocabularies, `key` the key of a report or matter. Several values of a
#: cell are a tuple; ids may also be joined by spaces. Whoever is not listed is `other: ` and the words. A
#: `chain` is ids too, of the outlet first.
CellKind = Literal["text", "words", "ids", "chain", "label", "key", "day", "number"]
Cell = str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in JSON and CSV, and its heading, a message to be translated when shown."""

    name: str
    heading: str
    kind: CellKind = "text"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a row comes from: characters of a report.

    `marks` are the characters (start, end) of `quotation` that were sought, where words were.
    """

    report: str
    claim: str
    outlet: str
    published: str | None
    uri: str | None
    start: int
    end: int
    quotation: str
    status: str
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def reference(self) -> str:
        """What people call it by: the key of the report and, where it is a claim, a slash and its id."""
        return f"{self.report}/{self.claim}" if self.claim else self.report


@dataclass(frozen=True, slots=True)
class Line:
    """One row: a cell a column, and its evidence."""

    cells: tuple[Cell, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question yields. `total` counts rows before the limit, `held_back` claims that may not leave.

    `notes` are sentences for people: what the answer does not say, and what to ask next when it is empty.
    """

    question: str
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    total: int
    held_back: int = 0
    notes: tuple[str, ...] = ()


def values_of(column: Column, cell: Cell) -> tuple[str, ...]:
    """The values in a cell, as text; none where it is empty."""
    if cell is None or cell == "":
        return ()
    if isinstance(cell, tuple):
        return cell
    return tuple(str(cell).split()) if column.kind == "ids" else (str(cell),)


def who(people: Iterable[Participant]) -> tuple[str, ...]:
    """The ids of those who take part, each once; `other: ` and the words for whoever is not listed."""
    return tuple(dict.fromkeys(f"{p.id}: {p.words}" if p.id == OTHER and p.words else p.id for p in people))


def evidence_of(told: Iterable[Told]) -> tuple[Evidence, ...]:
    """The evidence that released claims are."""
    return tuple(
        Evidence(
            each.report, each.id, each.outlet, each.published, each.uri, each.start, each.end, each.quotation,
            each.status,
        )
        for each in told
    )  # fmt: skip
