"""An answer as a table of a page: every cell in words, every row with the way to its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from riwaya.i18n import gettext as _
from riwaya.questions.answer import Answer, Cell, Column, Evidence, values_of
from riwaya.questions.wording import cell_words, shown_columns

#: Where a cell leads that holds a key, by the name of its column; `{key}` is the key.
LEADS: Mapping[str, str] = {
    "matter": "/matter/{key}",
    "report": "/report/{key}",
    "key": "/report/{key}",
    "of": "/report/{key}",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: its words, how they are set (the kind of its column), and where it leads, if anywhere."""

    words: str
    kind: str
    leads: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, and its evidence."""

    cells: tuple[Shown, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows; columns that are empty in every row are left out."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def table_of(answer: Answer, names: Mapping[str, str]) -> Table:
    """The table of an answer, in the current language; `names` gives names for ids."""
    kept = shown_columns(answer)
    rows = tuple(
        Row(tuple(_cell(answer.columns[i], line.cells[i], names) for i in kept), line.evidence)
        for line in answer.lines
    )
    return Table(tuple(_(answer.columns[i].heading) for i in kept), rows)


def _cell(column: Column, cell: Cell, names: Mapping[str, str]) -> Shown:
    leads = None
    if column.kind == "key" and column.name in LEADS:
        values = values_of(column, cell)
        leads = LEADS[column.name].format(key=values[0]) if values else None
    words = str(cell or "") if column.kind == "words" else cell_words(column, cell, names)
    return Shown(words, column.kind, leads)
