"""Headlines that say more than their reports: assert what is only attributed, or are surer of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, or_, select

from riwaya.archive import schema
from riwaya.archive.projection import HOPS
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of
from riwaya.questions.columns import (
    OUTLET,
    PUBLISHED,
    TYPE,
    empty_notes,
    source_of,
)
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters, conditions, lets_pass, not_among
from riwaya.questions.linked import sources_of
from riwaya.questions.remembered import remembered
from riwaya.release import Told

#: How sure a source is, whichever way, and how close the reporter stands to it.
_SURE = {"CT+": 3, "CT-": 3, "PR+": 2, "PR-": 2, "PS+": 1, "PS-": 1, "Uu": 0}
_CLOSE = {"distancing": 0, "neutral": 1, "endorsing": 2}
#: In what a headline goes beyond its report.
ASSERTS, SURER, CLOSER = "asserts", "surer", "closer"
COLUMNS = (
    Column("difference", _("what the headline does"), "label"),
    TYPE,
    Column("headline_factuality", _("headline's certainty"), "label"),
    Column("factuality", _("report's certainty"), "label"),
    Column("source", _("by whom said"), "ids"),
    Column("distance", _("reporter"), "label"),
    PUBLISHED,
    OUTLET,
    Column("headline", _("headline"), "words"),
    Column("quotation", _("report"), "words"),
)


def headlines(desk: Desk, filters: Filters) -> Answer:
    """Headlines, newest first, that assert, are surer, or stand closer to it than any passage they rest on.

    Compared is each claim of a headline with those of the body that say the same. `difference` holds
    `asserts` (the outlet says itself what the body has from others), `surer` (of its being so or not so)
    and `closer` (less distance, or more endorsement, than the body keeps).
    """
    with desk.archive.reading() as connection:
        found = _found(desk, connection, filters)
        shown = found[filters.offset : filters.offset + filters.limit]
        bodies = sources_of(connection, shown, "supports")
        # Both are of one report: asked for together it is unpacked once.
        numbers = [n for head in shown for n in (head, *bodies[head])]
        known = {each.n: each for each in desk.tell(connection, numbers, filters.place)[0]}
    lines = []
    for head in shown:
        own = [known[n] for n in bodies[head] if n in known]
        if head in known and own:
            lines.append(_line(known[head], own))
    held = len(shown) - len(lines)
    return Answer("headlines", COLUMNS, tuple(lines), len(found), held, _notes(len(found)))


def _found(desk: Desk, connection: Connection, filters: Filters) -> Sequence[int]:
    """Headline claims that go beyond their reports, newest first; those of an archive are kept in memory."""
    if (filters.party, filters.place, filters.mode) != (None, None, None):
        return connection.scalars(_beyond(desk.fitting(connection, filters))).all()

    def every() -> list[tuple[int, str | None, str]]:
        return [(n, day, outlet) for n, day, outlet in connection.execute(_beyond(Filters()))]

    kept = remembered(desk.archive, connection, "headlines", every)
    return [n for n, day, outlet in kept if lets_pass(filters, day, outlet)]


def _beyond(filters: Filters) -> Select[Any]:
    """Headline claims that go beyond each passage that supports them, newest first, with day and outlet."""
    head, body, links, reports = schema.claims, schema.claims.alias("body"), schema.links, schema.reports
    # A group has one headline: its smallest and largest values are its own.
    asserts = and_(func.max(_taken(head)) == 0, func.min(_taken(body)) == 1)
    surer = func.max(_rank(head.c.factuality, _SURE)) > func.max(_rank(body.c.factuality, _SURE))
    closer = and_(
        func.max(_taken(head)) == 1,
        func.max(_rank(head.c.distance, _CLOSE)) > func.max(func.coalesce(_rank(body.c.distance, _CLOSE), 2)),
    )
    joined = (
        links.join(head, head.c.n == links.c.target)
        .join(reports, reports.c.n == head.c.report)
        .join(body, body.c.n == links.c.source)
    )
    return (
        select(links.c.target, func.max(reports.c.day), func.max(reports.c.outlet))
        .select_from(joined)
        .where(
            head.c.headline.is_(True),
            links.c.relation == "supports",
            links.c.within,
            *conditions(filters),
            *([not_among(body.c.n, filters.away)] if filters.away else []),
        )
        .group_by(links.c.target)
        .having(or_(asserts, surer, closer))
        .order_by(func.max(reports.c.day).desc().nulls_last(), func.max(reports.c.key), links.c.target)
    )


def _taken(claims: Any) -> ColumnElement[int]:
    """1 for what somebody else says, 0 for what the outlet says itself."""
    return case((claims.c.chain.contains(HOPS), 1), else_=0)


def _rank(column: ColumnElement[Any], ranks: dict[str, int]) -> ColumnElement[int]:
    return case(ranks, value=column)


def _line(head: Told, bodies: list[Told]) -> Line:
    """The row of a headline: beside it the passage that comes closest to saying as much."""
    body = max(bodies, key=lambda each: (_SURE[each.factuality], _CLOSE.get(each.distance or "", 2)))
    cells: tuple[Cell, ...] = (
        tuple(_differences(head, bodies)), head.type, head.factuality, body.factuality, source_of(body),
        body.distance, head.day, (head.outlet,), head.quotation, body.quotation,
    )  # fmt: skip
    return Line(cells, evidence_of([head, *bodies]))


def _differences(head: Told, bodies: list[Told]) -> list[str]:
    found = []
    own = len(head.chain) == 1
    if own and all(len(each.chain) > 1 for each in bodies):
        found.append(ASSERTS)
    if _SURE[head.factuality] > max(_SURE[each.factuality] for each in bodies):
        found.append(SURER)
    if not own and _CLOSE.get(head.distance or "", -1) > max(_CLOSE.get(e.distance or "", 2) for e in bodies):
        found.append(CLOSER)
    return found


def _notes(total: int) -> tuple[str, ...]:
    if not total:
        advice = gettext("Try a longer time, or all outlets.")
        return empty_notes(total, advice)
    return (gettext("Compared is what was read as the same claim; the words decide."),)
