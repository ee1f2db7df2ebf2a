"""Who is said to hold a place, or to be there: dated claims, never a state of affairs."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import ColumnElement, or_

from riwaya.archive import schema
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of, who
from riwaya.questions.columns import (
    DISTANCE,
    FACTUALITY,
    OUTLET,
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
from riwaya.questions.filters import Filters, conditions
from riwaya.questions.paging import page
from riwaya.release import Told

COLUMNS = (
    Column("holder", _("who"), "ids"),
    TYPE,
    Column("phase", _("phase"), "label"),
    FACTUALITY,
    PUBLISHED,
    SOURCE,
    DISTANCE,
    WHEN,
    PLACE,
    OUTLET,
    Column("voice", _("whose words"), "label"),
    QUOTATION,
)


def control(
    desk: Desk, filters: Filters, place: str, *, background: bool = False, presence: bool = False
) -> Answer:
    """Claims on who holds a place (an id), the last said first; with `presence` on who is there.

    Each stands with the day on which it was said and by whom; what lies between two days is not known and
    not filled in. Clauses in the reporter's voice or in nobody's for certain, and an undated past, are left
    out unless `background`.
    """
    claims, filters = schema.claims, replace(filters, place=place)
    where = [claims.c.type == ("PRESENCE" if presence else "CONTROL"), claims.c.agents != ""]
    if not background:
        where += _foreground()
    with desk.archive.reading() as connection:
        fitting = desk.fitting(connection, filters)
        where += conditions(fitting)
        rows, total = page(connection, where, fitting)
        told, held = desk.tell(connection, [row.n for row in rows], place)
    lines = tuple(Line(_cells(each), evidence_of([each])) for each in told)
    return Answer("control", COLUMNS, lines, total, held, _notes(total, background=background))


def _foreground() -> list[ColumnElement[bool]]:
    """What somebody says here and now: not an aside that nobody stands for, not a past without a date."""
    claims = schema.claims
    dated = or_(claims.c.time.is_(None), claims.c.time != "PAST_REF", claims.c.day_from.is_not(None))
    return [claims.c.voice == "source", dated]


def _cells(told: Told) -> tuple[Cell, ...]:
    return (
        who(told.agents), told.type, told.phase, told.factuality, told.day, source_of(told), told.distance,
        told.time, places_of(told), (told.outlet,), None if told.voice == "source" else told.voice,
        told.quotation,
    )  # fmt: skip


def _notes(total: int, *, background: bool) -> tuple[str, ...]:
    if not total:
        advice = (
            gettext("Try the governorate or a town nearby; a search finds reports by their words.")
            if background
            else gettext("Asides and an undated past are not shown; they can be asked for too.")
        )
        return empty_notes(total, advice)
    return (gettext("What was said on these days, not who holds the place today or held it in between."),)
