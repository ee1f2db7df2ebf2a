"""Claims one by one, newest first: the list behind every count."""

from __future__ import annotations

from sqlalchemy import ColumnElement

from riwaya.archive import schema
from riwaya.archive.projection import SPEAKER
from riwaya.errors import UsageError
from riwaya.exchange.labels import EVENTS
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Column, Line, evidence_of, who
from riwaya.questions.columns import (
    DISTANCE,
    FACTUALITY,
    MODE,
    OUTLET,
    PHASE,
    PLACE,
    PUBLISHED,
    QUOTATION,
    SOURCE,
    TYPE,
    WHEN,
    empty_notes,
    places_of,
    source_of,
)
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters, claims_of, conditions
from riwaya.questions.paging import page
from riwaya.release import Told

COLUMNS = (
    PUBLISHED,
    SOURCE,
    DISTANCE,
    FACTUALITY,
    Column("agent", _("who"), "ids"),
    TYPE,
    PHASE,
    MODE,
    Column("patient", _("whom"), "ids"),
    PLACE,
    WHEN,
    OUTLET,
    Column("status", _("decided"), "label"),
    QUOTATION,
)


def claims(
    desk: Desk,
    filters: Filters,
    *,
    type: str | None = None,  # noqa: A002 - what the column is called
    side: str | None = None,
    after: str | None = None,
    before: str | None = None,
) -> Answer:
    """Claims that the filters leave, the last said first.

    `type` is an event's, `side` a party (an id) by whom they are said. `after` and `before` are days, both
    included, between which the event is said to have been as a whole. Raises UsageError.
    """
    table = schema.claims
    if type is not None and type not in EVENTS:
        raise UsageError(
            gettext("there is no type '{type}' of events; there are: {types}").format(
                type=type, types=", ".join(sorted(EVENTS))
            )
        )
    where: list[ColumnElement[bool]] = []
    if type is not None:
        where.append(table.c.type == type)
    if side is not None:
        where.append(table.c.n.in_(claims_of(side, SPEAKER)))
    if after is not None:
        where.append(table.c.day_from >= after)
    if before is not None:
        where.append(table.c.day_to <= before)
    with desk.archive.reading() as connection:
        fitting = desk.fitting(connection, filters)
        rows, total = page(connection, [*where, *conditions(fitting)], fitting)
        told, held = desk.tell(connection, [row.n for row in rows], filters.place)
    notes = empty_notes(total, gettext("Try fewer conditions."))
    return Answer("claims", COLUMNS, tuple(line_of(each) for each in told), total, held, notes)


def line_of(told: Told) -> Line:
    """One claim as a row."""
    cells = (
        told.day, source_of(told), told.distance, told.factuality, who(told.agents), told.type, told.phase,
        told.mode, who(told.patients), places_of(told), told.time, (told.outlet,), told.status,
        told.quotation,
    )  # fmt: skip
    return Line(cells, evidence_of([told]))
