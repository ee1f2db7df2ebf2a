"""`search`: the reports in whose text words stand, newest first, each with the passage that shows it best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, select

from riwaya.archive import dialect, schema
from riwaya.archive.archive import texts_of
from riwaya.archive.search import Phrase, Query, parse
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.questions.answer import Answer, Column, Evidence, Line
from riwaya.questions.desk import Desk
from riwaya.questions.filters import TAKING_PART, Filters, claims_at, claims_of, conditions
from riwaya.questions.passages import marks, passage
from riwaya.release import Guard

COLUMNS = (
    Column("day", mark("Published"), "day"),
    Column("outlet", mark("Outlet"), "ids"),
    Column("title", mark("Title"), "words"),
    Column("passage", mark("Passage"), "words"),
    Column("report", mark("Report"), "key"),
)
#: More reports than this are rather met on the way through the calendar than fetched one by one and sorted.
_MANY = 1000
#: Of more reports than this it is faster to find all that have a claim than to ask one by one.
_ASKED = 4000


def search(desk: Desk, filters: Filters, text: str) -> Answer:
    """The reports that `text` asks for (`archive.search` says how), the newest first, undated ones last.

    Filters by party, place and mode let reports pass that have such a claim. The evidence of a line is its
    passage; `marks` in it are the words that were found. Raises UsageError, ArchiveError.
    """
    query = parse(text)
    with desk.archive.reading() as connection:
        rows, total = _reports(connection, query, desk.fitting(connection, filters, held=True))
        texts = texts_of(connection, [row.n for row in rows])
    lines = tuple(_line(desk, row, texts[row.n], query) for row in rows)
    return Answer("search", COLUMNS, lines, total, notes=() if total else _notes(query))


def _reports(connection: Connection, query: Query, filters: Filters) -> tuple[Sequence[Row[Any]], int]:
    table = schema.reports
    where, total = _members(connection, query, filters)
    if not total:
        return (), 0
    names = ("n", "key", "outlet", "published", "day", "uri", "title", "guard")
    statement = (
        select(*(table.c[name] for name in names))
        .where(*where)
        .order_by(
            dialect.code_points(connection, table.c.day).desc().nulls_last(),
            dialect.code_points(connection, table.c.published).desc().nulls_last(),
            dialect.code_points(connection, table.c.key),
        )
        .limit(filters.limit)
        .offset(filters.offset)
    )
    return connection.execute(statement).all(), total


def _members(connection: Connection, query: Query, filters: Filters) -> tuple[list[ColumnElement[bool]], int]:
    """What the reports that are asked for are like, and how many there are."""
    number: ColumnElement[int] = schema.reports.c.n
    matching = dialect.matching(connection, query)
    of_reports = conditions(replace(filters, party=None, place=None, mode=None))
    met = connection.scalar(select(func.count()).select_from(matching.subquery())) or 0
    total, one_by_one = met, _has_claim(connection, filters)
    if met and one_by_one:
        by_claim = one_by_one if met <= _ASKED else _among_claims(filters)
        where = (number.in_(matching), *of_reports, *by_claim)
        found = connection.scalars(select(number).where(*where)).all()
        if len(found) <= _MANY:
            # What was slow to find is not looked for again.
            return [number.in_(found)], len(found)
        total = len(found)
    elif met and of_reports:
        counted = select(func.count()).select_from(schema.reports)
        total = connection.scalar(counted.where(number.in_(matching), *of_reports)) or 0
    if total > _MANY:
        number = dialect.not_by_index(connection, number)
    return [number.in_(matching), *of_reports, *one_by_one], total


def _has_claim(connection: Connection, filters: Filters) -> list[ColumnElement[bool]]:
    """That a report has a claim of this party, place and mode, asked report by report; nothing without."""
    claims = schema.claims
    where: list[ColumnElement[bool]] = []
    number = dialect.not_by_index(connection, claims.c.n)
    if filters.party is not None:
        where.append(number.in_(claims_of(filters.party, *TAKING_PART)))
    if filters.place is not None:
        where.append(number.in_(claims_at(filters.place, filters.away)))
    if filters.mode is not None:
        where.append(claims.c.mode == filters.mode)
    return [exists().where(claims.c.report == schema.reports.c.n, *where)] if where else []


def _among_claims(filters: Filters) -> list[ColumnElement[bool]]:
    """The same, asked of all claims at once."""
    where = conditions(replace(filters, since=None, until=None, outlet=None))
    found = select(schema.claims.c.report).where(*where)
    return [schema.reports.c.n.in_(found)] if where else []


def _line(desk: Desk, row: Row[Any], text: str, query: Query) -> Line:
    start, end = passage(text, query, desk.gate.policy.quotation)
    guard = Guard.load(row.guard)
    shown = desk.gate.passage(text[start:end], start, guard, row.published)
    title = desk.gate.title(row.title, guard, row.published)
    evidence = Evidence(
        row.key, "", row.outlet, row.published, desk.gate.uri(row.uri, guard), start, end, shown, "",
        marks(shown, query),
    )  # fmt: skip
    return Line((row.day, row.outlet, title, shown, row.key), (evidence,))


def _notes(query: Query) -> tuple[str, ...]:
    """What to try when nothing was found."""
    notes = [_("No report has what was asked for.")]
    if len(query.groups) > 1:
        notes.append(_("Ask for fewer words, or put OR between those of which one is enough."))
    terms = [term for group in query.groups for term in group]
    if any(isinstance(term, Phrase) and len(term.words) > 1 for term in terms):
        notes.append(_("Words in quotation marks are sought in exactly this order; NEAR/5 is less strict."))
    return tuple(notes)
