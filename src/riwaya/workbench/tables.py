"""An answer as a table of a page: every cell in words, every row with the way to its evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.exchange.wording import isolate
from riwaya.i18n import gettext as _
from riwaya.questions.answer import Answer, Cell, Column, Evidence, Line, values_of
from riwaya.questions.wording import cell_words, ids_of, shown_columns

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?")

#: Where a cell leads that holds a key, by the name of its column; `{key}` is the key.
LEADS: Mapping[str, str] = {
    "matter": "/matter/{key}",
    "report": "/report/{key}",
    "key": "/report/{key}",
    "of": "/report/{key}",
    "to": "/report/{key}",
    "superseded_by": "/report/{key}",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: its words, how they are set (the kind of its column), and where it leads, if anywhere.

    Words of a report are in `parts`, each with whether it was sought and found. Where a cell holds several
    keys, `ways` has each with where it leads.
    """

    words: str
    kind: str
    leads: str | None
    parts: tuple[tuple[str, bool], ...] = ()
    ways: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and its evidence."""

    cells: tuple[Shown, ...]
    evidence: tuple[Evidence, ...]

    @property
    def statuses(self) -> tuple[str, ...]:
        """By whom what the row rests on was read or decided: machine, accepted, corrected, added."""
        return tuple(dict.fromkeys(each.status for each in self.evidence if each.claim))


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows; columns that are empty in every row are left out."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(answer: Answer, names: Mapping[str, str]) -> Table:
    """The table of an answer, in the current language; `names` gives names for ids."""
    kept = shown_columns(answer)
    rows = tuple(
        Row(tuple(_cell(answer.columns[i], line, i, names) for i in kept), line.evidence)
        for line in answer.lines
    )
    return Table(tuple(_(answer.columns[i].heading) for i in kept), rows)


def _cell(column: Column, line: Line, number: int, names: Mapping[str, str]) -> Shown:
    cell = line.cells[number]
    if column.kind == "words":
        words = str(cell or "")
        return Shown(words, column.kind, None, _parts(words, line.evidence))
    values = values_of(column, cell)
    words = _set(column, cell_words(column, cell, names), cell, names)
    if column.kind != "key" or column.name not in LEADS or not values:
        return Shown(words, column.kind, None)
    ways = tuple((value, LEADS[column.name].format(key=value.replace("/", "#"))) for value in values)
    return Shown(words, column.kind, ways[0][1] if len(ways) == 1 else None, ways=ways if ways[1:] else ())


def _set(column: Column, words: str, cell: Cell, names: Mapping[str, str]) -> str:
    """The words of a cell as pages set them: outlets by name, moments to the minute, shares in percent."""
    if column.kind == "day":
        return _MOMENT.sub(r"\1 \2", words)
    if column.name == "share" and isinstance(cell, float):
        return isolate(f"{round(cell * 100)} %")
    if column.name == "outlet" and column.kind == "text" and cell in names:
        return isolate(names[str(cell)])
    return words


def names_wanted(answer: Answer) -> set[str]:
    """All ids that `table_of` needs names for."""
    outlets = [i for i, column in enumerate(answer.columns) if column.name == "outlet"]
    plain = {line.cells[i] for line in answer.lines for i in outlets}
    return {*ids_of(answer), *(each for each in plain if isinstance(each, str))}


def _parts(words: str, evidence: tuple[Evidence, ...]) -> tuple[tuple[str, bool], ...]:
    """The words of a passage, cut where what was sought begins and ends."""
    marks = next((each.marks for each in evidence if each.quotation == words), ())
    parts: list[tuple[str, bool]] = []
    at = 0
    for start, end in marks:
        parts += [(words[at:start], False), (words[start:end], True)]
        at = end
    return tuple(part for part in (*parts, (words[at:], False)) if part[0])
