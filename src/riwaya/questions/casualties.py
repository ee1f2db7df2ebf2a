"""How many are said to have been killed, wounded, displaced, taken or lost."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement

from riwaya.archive import schema
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of, who
from riwaya.questions.columns import (
    FACTUALITY,
    OUTLET,
    PLACE,
    PUBLISHED,
    QUOTATION,
    SOURCE,
    WHEN,
    empty_notes,
    places_of,
    references,
    source_of,
    yes,
)
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters, conditions
from riwaya.questions.linked import sources_of
from riwaya.questions.paging import page
from riwaya.release import Told

#: The measures that count who or what came to harm, was taken or had to move; the others count means.
MEASURES = (
    "killed", "wounded", "abducted", "detained", "missing", "displaced", "evacuated", "destroyed",
)  # fmt: skip
COLUMNS = (
    Column("measure", _("what"), "label"),
    Column("low", _("at least"), "number"),
    Column("high", _("at most"), "number"),
    Column("approximate", _("approximately"), "label"),
    Column("preliminary", _("preliminary"), "label"),
    Column("scope", _("counted as"), "label"),
    Column("whom", _("of whom"), "ids"),
    Column("agent", _("by whom done"), "ids"),
    SOURCE,
    FACTUALITY,
    PLACE,
    WHEN,
    PUBLISHED,
    OUTLET,
    Column("superseded_by", _("replaced by"), "key"),
    QUOTATION,
)


def casualties(desk: Desk, filters: Filters, measure: str | None = None) -> Answer:
    """Counts of people and things harmed, newest first: how many, of whom, where, by whom it is said.

    `low` and `high` are bounds as said; both are None where the words leave them open ("dozens").
    `superseded_by` is a later toll of the same source. A row is a claim: copies are not folded, nothing is
    summed.
    """
    where: list[ColumnElement[bool]] = [schema.claims.c.measure.in_((measure,) if measure else MEASURES)]
    with desk.archive.reading() as connection:
        where += conditions(desk.fitting(connection, filters))
        rows, total = page(connection, where, filters)
        told, held = desk.tell(connection, [row.n for row in rows], filters.place)
        later = sources_of(connection, (each.n for each in told), "supersedes")
        newer, _held = desk.tell(connection, [n for each in later.values() for n in each])
    known = {each.n: each for each in newer}
    lines = tuple(_line(each, [known[n] for n in later.get(each.n, ()) if n in known]) for each in told)
    return Answer("casualties", COLUMNS, lines, total, held, _notes(lines, total))


def _line(told: Told, later: Iterable[Told]) -> Line:
    cells: tuple[Cell, ...] = (
        told.measure, told.low, told.high, yes(told.approximate), yes(told.preliminary), told.scope,
        who(told.patients), who(told.agents), source_of(told), told.factuality, places_of(told), told.time,
        told.day, (told.outlet,), references(later), told.quotation,
    )  # fmt: skip
    return Line(cells, evidence_of([told, *later]))


def _notes(lines: tuple[Line, ...], total: int) -> tuple[str, ...]:
    if not lines:
        return empty_notes(total, gettext("Try other words for the place, or without a measure; "
                                          "a search finds reports by their words."))  # fmt: skip
    return (gettext("A row is what one report says: copies are not folded here, and nothing is summed."),)
