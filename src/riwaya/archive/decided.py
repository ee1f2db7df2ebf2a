"""Readings with the decisions that stand: what the tables show, and the words behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, select, update

from riwaya.archive import schema
from riwaya.archive.applying import Applied, apply
from riwaya.archive.archive import readings_of
from riwaya.archive.codec import unpack_reading
from riwaya.archive.decisions import Decision, all_decisions, current
from riwaya.archive.intake import guard_row
from riwaya.archive.packs import units_of
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import project
from riwaya.archive.registry import registry_for
from riwaya.archive.writing import delete_projection, insert_projections
from riwaya.model import Reading

_AT_ONCE = 500
#: A decision and why it does not fit.
Unfit = tuple[Decision, str]


def decided_readings(connection: Connection, reports: Sequence[int]) -> dict[int, Applied]:
    """Current readings of reports by number, with decisions applied; where the text was removed, none."""
    readings = readings_of(connection, reports)
    standing = standing_by_report(connection, list(readings))
    return {
        number: applied(connection, reading, standing[number]) if number in standing else Applied(reading)
        for number, reading in readings.items()
    }


def only_decided(connection: Connection, reports: Sequence[int]) -> dict[int, Applied]:
    """As `decided_readings`, but without the reports about which nobody decided anything."""
    standing = standing_by_report(connection, reports)
    readings = readings_of(connection, list(standing)) if standing else {}
    return {n: applied(connection, reading, standing[n]) for n, reading in readings.items()}


def applied(connection: Connection, reading: Reading, decisions: Sequence[Decision]) -> Applied:
    """A reading with these decisions; names that it does not list are looked up in the archive."""
    registry = registry_for(connection, [each.after for each in decisions], reading.reader.pack)
    return apply(reading, decisions, registry)


def standing_by_report(connection: Connection, reports: Sequence[int]) -> dict[int, list[Decision]]:
    """The decisions that stand, by the number of the report that they are about; others are left out."""
    table, decisions = schema.reports, schema.decisions
    keys: dict[str, int] = {}
    for some in in_parts(reports, _AT_ONCE):
        statement = (
            select(table.c.key, table.c.n)
            .join(decisions, decisions.c.reading == table.c.key)
            .where(table.c.n.in_(some))
        )
        keys.update((key, n) for key, n in connection.execute(statement))
    found: dict[int, list[Decision]] = {}
    for decision in current(all_decisions(connection, sorted(keys))) if keys else ():
        found.setdefault(keys[decision.target.reading], []).append(decision)
    return found


def unfit_decisions(connection: Connection, report_keys: Sequence[str] | None = None) -> list[Unfit]:
    """The decisions that stand but fit the current readings no longer, with the reason, the oldest first."""
    given = all_decisions(connection, report_keys)
    table = schema.reports
    keys = sorted({each.target.reading for each in given})
    numbers: list[int] = []
    for some in in_parts(keys, _AT_ONCE):
        part = table.c.key.in_(some), table.c.redacted.is_(None)
        numbers += connection.scalars(select(table.c.n).where(*part))
    found = [each for state in decided_readings(connection, numbers).values() for each in state.unfit]
    order = {decision.id: place for place, decision in enumerate(given)}
    return sorted(found, key=lambda each: order[each[0].id])


def reproject(connection: Connection, report: int, state: Applied) -> None:
    """Make the rows of a report anew. What related its claims to others stays where the claim does."""
    before = _numbers(connection, report)
    joined, links = _related(connection, list(before.values()))
    units = units_of(connection, state.reading.reader.pack)
    rows = project(state.reading, state.statuses, units)
    table = schema.reports
    guard = guard_row(state.reading, rows, units)
    connection.execute(update(table).where(table.c.n == report).values(**guard))
    delete_projection(connection, [report])
    insert_projections(connection, {report: rows})
    after = _numbers(connection, report)
    new = {number: after[id] for id, number in before.items() if id in after}
    gone = {number for id, number in before.items() if id not in after}
    own = [{**row, "claim": new[row["claim"]]} for row in joined if row["claim"] in new]
    ends = ("source", "target")
    kept = [
        {**row, **{end: new.get(row[end], row[end]) for end in ends}}
        for row in links
        if not any(row[end] in gone for end in ends)
    ]
    for related, new_rows in ((schema.matter_claims, own), (schema.links, kept)):
        if new_rows:
            connection.execute(related.insert(), new_rows)


def places_read(connection: Connection, reports: Sequence[int]) -> set[str]:
    """The ids of all places that any reading of these reports lists."""
    table = schema.readings
    bodies = connection.scalars(select(table.c.body).where(table.c.report.in_(reports)))
    return {place.id for body in bodies for place in unpack_reading(body, "").places}


def drop_unused_places(connection: Connection, ids: Sequence[str]) -> None:
    """Forget those of these places that were never settled and that no claim is about any more.

    Their ids and names are words of reports.
    """
    places, at = schema.places, schema.claim_places
    for some in in_parts(ids, _AT_ONCE):
        connection.execute(
            delete(places).where(
                places.c.id.in_(some),
                places.c.method.in_(("unresolved", "derived")),
                places.c.n.not_in(select(at.c.place).where(at.c.place == places.c.n)),
            )
        )


def _numbers(connection: Connection, report: int) -> dict[str, int]:
    table = schema.claims
    rows = connection.execute(select(table.c.id, table.c.n).where(table.c.report == report))
    return {row.id: row.n for row in rows}


def _related(
    connection: Connection, claims: Sequence[int]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of `matter_claims`, and of `links` between reports, that name these claims."""
    joins, table = schema.matter_claims, schema.links
    ours = table.c.source.in_(claims) | table.c.target.in_(claims)
    joined = connection.execute(select(joins).where(joins.c.claim.in_(claims))).mappings()
    links = connection.execute(select(table).where(table.c.within.is_(False), ours)).mappings()
    return [dict(row) for row in joined], [dict(row) for row in links]
