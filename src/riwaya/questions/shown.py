"""The claims of one report, each with its chain, its event and its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.archive import texts_of
from riwaya.exchange.index import clean
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of, who
from riwaya.questions.columns import (
    DISTANCE,
    FACTUALITY,
    MODE,
    OUTLET,
    PHASE,
    PLACE,
    PUBLISHED,
    QUOTATION,
    TYPE,
    WHEN,
    places_of,
)
from riwaya.release import Told

#: Characters of the report that are shown before and after a claim's words.
_AROUND = 160
COLUMNS = (
    Column("chain", _("through whom"), "chain"),
    Column("act", _("act"), "label"),
    DISTANCE,
    Column("agent", _("who"), "ids"),
    TYPE,
    PHASE,
    MODE,
    Column("patient", _("whom"), "ids"),
    Column("recipient", _("for whom"), "ids"),
    PLACE,
    WHEN,
    Column("measure", _("what is counted"), "label"),
    Column("low", _("at least"), "number"),
    Column("high", _("at most"), "number"),
    FACTUALITY,
    Column("voice", _("whose words"), "label"),
    Column("status", _("decided"), "label"),
    OUTLET,
    PUBLISHED,
    Column("uri", _("address")),
    QUOTATION,
    Column("context", _("in context"), "words"),
)
Release = Callable[[Connection, Sequence[int]], tuple[list[Told], int]]


def shown(
    connection: Connection, report: int, claim: str | None, release: Release, *, context: bool
) -> Answer:
    """The claims of a report (by number), or the one with this id, as `release` lets them out.

    With `context` the text around a claim's words stands beside them: that is not for what leaves.
    """
    table = schema.claims
    where = [table.c.report == report, *([table.c.id == claim] if claim else [])]
    numbers = connection.scalars(select(table.c.n).where(*where).order_by(table.c.start, table.c.n)).all()
    told, held = release(connection, numbers)
    text = texts_of(connection, [report])[report] if context else ""
    lines = tuple(Line(_cells(each, text), evidence_of([each])) for each in told)
    notes = () if numbers else (gettext("No claims were read in this report."),)
    return Answer("show", COLUMNS, lines, len(numbers), held, notes)


def _cells(told: Told, text: str) -> tuple[Cell, ...]:
    chain = tuple(id for hop in told.chain for id in who(hop.actors))
    return (
        chain, told.act, told.distance, who(told.agents), told.type, told.phase, told.mode,
        who(told.patients), who(told.recipients), places_of(told), told.time, told.measure,
        told.low, told.high, told.factuality, told.voice, told.status, (told.outlet,), told.published,
        told.uri, told.quotation, _around(text, told.start, told.end),
    )  # fmt: skip


def _around(text: str, start: int, end: int) -> str:
    """The text from a little before to a little after a passage, which stands in brackets, cut at blanks."""
    if not text:
        return ""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    before, after = text[first:start], text[end:last]
    before = "… " + before.partition(" ")[2] if first else before
    after = after.rpartition(" ")[0] + " …" if last < len(text) else after
    return clean(f"{before}[{text[start:end]}]{after}")
