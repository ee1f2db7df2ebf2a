"""The reading room: one report as people decided it, in parts, with all that its page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from riwaya.archive import schema
from riwaya.archive.applying import Applied
from riwaya.archive.decided import decided_readings, standing_by_report
from riwaya.exchange import view
from riwaya.exchange.excerpt import excerpt, part_with, parts_of
from riwaya.exchange.index import Index
from riwaya.exchange.page import Page
from riwaya.exchange.voices import voices
from riwaya.i18n import language
from riwaya.model import Claim, Reading, Span
from riwaya.questions.around import around
from riwaya.questions.citation import Citation, citations
from riwaya.questions.desk import Desk
from riwaya.questions.kin import Kin, kin
from riwaya.questions.names import names_of, with_outlet
from riwaya.workbench.room_claims import Item, Items


@dataclass(frozen=True, slots=True)
class Room:
    """What the reading room shows of a report.

    `parts` are the parts of a long report and `part` the number of the one that is shown; `items` are its
    claims by id, `refused` those that people rejected. `summary` is about the whole. `names` are names of
    outlets by id.
    """

    report: Row[Any]
    page: Page
    parts: tuple[Span, ...]
    part: int
    items: dict[str, Item]
    refused: tuple[tuple[view.Statement, Item], ...]
    summary: str
    kin: Kin
    names: dict[str, str]


def room(desk: Desk, report: Row[Any], part: int | None, at: str | None) -> Room:
    """The room of a report, a row of `schema.reports`: its part of this number, or the one with claim `at`.

    A part that there is not is the last one; without either it is the first.
    """
    with desk.archive.reading() as connection:
        state = decided_readings(connection, [report.n])[report.n]
        state = replace(state, reading=with_outlet(connection, state.reading))
        decisions = standing_by_report(connection, [report.n]).get(report.n, [])
        kept = without_rejected(state)
        parts = parts_of(kept)
        number = _wanted(state.reading, parts, part, at)
        span = parts[number]
        reading = excerpt(kept, span) if len(parts) > 1 else kept
        whole, shown = Index(kept), Index(reading)
        items = Items(
            state, whole, decisions,
            around(desk, connection, report.n, shown.claims),
            cited(desk, connection, report, kept, list(shown.claims)),
        )  # fmt: skip
        made = {claim.id: items.item(claim, shown) for claim in reading.claims}
        related = kin(desk, connection, report)
        names = names_of(connection, _outlets(report, related, made), language())
    full = Index(state.reading)
    gone = [c for c in state.reading.claims if _is_rejected(state, c) and _in(c, span)]
    refused = tuple(
        (view.statements([claim], full)[0], Items(state, full, decisions, {}, {}).item(claim, full))
        for claim in gone
    )
    page = Page(shown, heard=voices(whole), part=span, room=True)
    return Room(report, page, parts, number, made, refused, view.summary(whole), related, names)


def without_rejected(state: Applied) -> Reading:
    """A reading without the claims that people rejected, and without what links them."""
    kept = {claim.id for claim in state.reading.claims if not _is_rejected(state, claim)}
    if len(kept) == len(state.reading.claims):
        return state.reading
    reading = state.reading
    matters = (replace(m, claims=tuple(c for c in m.claims if c in kept)) for m in reading.matters)
    return replace(
        reading,
        claims=tuple(claim for claim in reading.claims if claim.id in kept),
        links=tuple(link for link in reading.links if link.source in kept and link.target in kept),
        matters=tuple(matter for matter in matters if matter.claims),
    )


def cited(
    desk: Desk, connection: Connection, report: Row[Any], reading: Reading, ids: Sequence[str]
) -> dict[str, Citation]:
    """Citations of claims of a report by their ids; those that may not leave yet are left out."""
    table, wanted = schema.claims, set(ids)
    rows = connection.execute(select(table.c.id, table.c.n).where(table.c.report == report.n))
    return citations(desk, connection, report, reading, {row.id: row.n for row in rows if row.id in wanted})


def _wanted(reading: Reading, parts: tuple[Span, ...], part: int | None, at: str | None) -> int:
    if at is not None:
        found = next((claim.content.start for claim in reading.claims if claim.id == at), 0)
        return part_with(parts, found)
    return min((part or 1) - 1, len(parts) - 1)


def _is_rejected(state: Applied, claim: Claim) -> bool:
    return state.rejected.get(claim.id) is not None


def _in(claim: Claim, span: Span) -> bool:
    return span.start <= claim.content.start < span.end


def _outlets(report: Row[Any], related: Kin, items: dict[str, Item]) -> set[str]:
    found = {
        report.outlet,
        *(r.outlet for r in related.nearest),
        *(v.relation.outlet for v in related.versions),
    }
    for item in items.values():
        if item.around is not None:
            found.update(there.outlet for there in item.around.elsewhere)
    return found
