"""Claims about a place that the gate tells of another: a question about the place must not find them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, or_, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.questions.filters import claims_at
from riwaya.questions.paging import JOINED
from riwaya.questions.telling import tell
from riwaya.release import Gate, Guard, Told
from riwaya.release.spots import facility_label, is_coarse

#: The status of a claim as it was read.
_MACHINE = "machine"
#: Days of slack when young claims are sought by day, which the gate then judges by the hour.
_SLACK = timedelta(days=3)


def is_fine(connection: Connection, place: str) -> bool:
    """Whether a place (by id) is finer than what armed presence is told of; unknown ones count as fine."""
    table = schema.places
    row = connection.execute(select(table.c.kind, table.c.uncertainty_km).where(table.c.id == place)).first()
    return row is None or not is_coarse(row.kind, row.uncertainty_km)


def told_elsewhere(connection: Connection, gate: Gate, place: str, *, held: bool = False) -> tuple[int, ...]:
    """Numbers of the claims about a place (an id), or one in it, that the gate does not tell as such.

    They are told of a larger place; none are when the place is itself as large as what is told. With `held`
    also those that may not leave yet.
    """
    if not gate.policy.coarsen:
        return ()
    fine = is_fine(connection, place)
    if not fine and not held:
        return ()
    there = schema.claims.c.n.in_(claims_at(place))
    rows = _rows(connection, [there, *([] if fine else _young(gate))])
    facilities, _fine = _kinds(connection, rows)
    guards: dict[int, Guard] = {}
    found: set[int] = set()
    doubtful: list[int] = []
    for row in rows:
        guard = guards.get(row.report) or guards.setdefault(row.report, Guard.load(row.guard))
        at = row.places.split()
        if guard.is_armed(row.id, row.start, row.end, at):
            # The place of an armed claim is never told as finely as a fine place.
            if fine or not gate.is_old(row.published, row.day_to):
                found.add(row.n)
        elif row.status != _MACHINE or (fine and not facilities.isdisjoint(at)):
            doubtful.append(row.n)
    for told in tell(connection, doubtful):
        if (fine and gate.is_moved(told, place)) or (held and gate.told(told) is None):
            found.add(told.n)
    return tuple(sorted(found))


def with_changed(connection: Connection, gate: Gate, claims: Mapping[int, Sequence[int]]) -> set[int]:
    """The keys under which stands a claim that the gate tells of a larger place, or not at all yet."""
    if not gate.policy.coarsen:
        return set()
    numbers = sorted({n for some in claims.values() for n in some})
    rows = [row for some in in_parts(numbers) for row in _rows(connection, [schema.claims.c.n.in_(some)])]
    facilities, fine = _kinds(connection, rows)
    changed: set[int] = set()
    decided: list[int] = []
    for row in rows:
        at = set(row.places.split())
        if at & facilities:
            changed.add(row.n)
        elif Guard.load(row.guard).is_armed(row.id, row.start, row.end, at):
            if at & fine or not gate.is_old(row.published, row.day_to):
                changed.add(row.n)
        elif row.status != _MACHINE:
            decided.append(row.n)
    changed.update(told.n for told in tell(connection, decided) if _is_told_otherwise(gate, told))
    return {key for key, some in claims.items() if not changed.isdisjoint(some)}


def _is_told_otherwise(gate: Gate, told: Told) -> bool:
    released = gate.told(told)
    return released is None or {s.id for s in told.places} != {s.id for s in released.places}


def _rows(connection: Connection, where: Sequence[ColumnElement[bool]]) -> Sequence[Row[Any]]:
    """Claims with what tells whether they are of armed presence."""
    claims, reports = schema.claims, schema.reports
    names = ("n", "id", "status", "start", "end", "places", "report", "day_to")
    columns = [*(claims.c[name] for name in names), reports.c.published, reports.c.guard]
    return connection.execute(select(*columns).select_from(JOINED).where(*where)).all()


def _young(gate: Gate) -> list[ColumnElement[bool]]:
    """Claims that may not be old enough yet, by the day."""
    return [or_(*_either_young(gate))]


def _either_young(gate: Gate) -> Sequence[ColumnElement[bool]]:
    claims, reports = schema.claims, schema.reports
    since = (gate.now - timedelta(hours=gate.policy.delay_hours) - _SLACK).date().isoformat()
    return (reports.c.day.is_(None), reports.c.day >= since, claims.c.day_to >= since)


def _kinds(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[set[str], set[str]]:
    """Of the places of these claims the ids of those that heal or shelter, and of those that are fine."""
    table = schema.places
    ids = sorted({id for row in rows for id in row.places.split()})
    facilities: set[str] = set()
    fine: set[str] = set()
    columns = (table.c.id, table.c.name_ar, table.c.kind, table.c.uncertainty_km)
    for some in in_parts(ids):
        for place in connection.execute(select(*columns).where(table.c.id.in_(some))):
            if facility_label(place.name_ar):
                facilities.add(place.id)
            if not is_coarse(place.kind, place.uncertainty_km):
                fine.add(place.id)
    return facilities, fine


def held_now(connection: Connection, gate: Gate) -> tuple[int, ...]:
    """Numbers of all claims that may not leave yet, at the latest an hour after they may."""
    gate = replace(gate, now=gate.now.replace(minute=0, second=0, microsecond=0))
    if not gate.policy.coarsen:
        return ()
    found: set[int] = set()
    decided: list[int] = []
    guards: dict[int, Guard] = {}
    # One condition at a time, so that a store may look either up.
    rows = [row for young in _either_young(gate) for row in _rows(connection, [young])]
    for row in rows:
        if gate.is_old(row.published, row.day_to):
            continue
        guard = guards.get(row.report) or guards.setdefault(row.report, Guard.load(row.guard))
        if guard.is_armed(row.id, row.start, row.end, row.places.split()):
            found.add(row.n)
        elif row.status != _MACHINE:
            decided.append(row.n)
    found.update(told.n for told in tell(connection, decided) if gate.told(told) is None)
    return tuple(sorted(found))
