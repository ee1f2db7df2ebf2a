"""What is said to have happened or to be held somewhere, and where the gate tells it to be.

Claims are judged by what is kept beside their reports, without their words, so that all of an archive can be
looked at together. Only places come out of here as `Gate` tells them; words come from the desk.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, or_, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import HOPS, JOINTLY, MACHINE
from riwaya.corpus.order import moment_of
from riwaya.questions.desk import Desk
from riwaya.questions.paging import JOINED
from riwaya.release import Guard, Spot
from riwaya.release.spots import WITHHELD

#: Types of events that happen at a place. What is only asked for, refused or talked about does not.
HAPPENING = (
    "CONTROL", "PRESENCE", "MOVE", "RETREAT", "MOBILIZE", "ASSAULT", "COERCE", "HARM", "SHELTER", "MONITOR",
    "PROTEST", "AID",
)  # fmt: skip


class Sighting(NamedTuple):
    """One claim that says that something happened at, or who holds, `spots`, which are as the gate tells.

    `held` are those that may not leave yet; then `last` is the last day that the claim tells of.
    """

    claim: int
    report: int
    day: str
    moment: str
    published: str | None
    last: str | None
    outlet: str
    type: str
    phase: str | None
    mode: str | None
    denied: bool
    agents: tuple[str, ...]
    speakers: tuple[str, ...]
    spots: tuple[Spot, ...]
    held: bool
    decided: bool


def sightings_of(desk: Desk, connection: Connection, reports: Sequence[int] | None) -> list[Sighting]:
    """The sightings of some reports (by number), or of all, in no order."""
    rows = _rows(connection, reports)
    ids = {id for row in rows for id in row.places.split()}
    judge = _Judge(desk, connection, ids, [row.n for row in rows if row.status != MACHINE])
    return [each for each in (_sighting(row, judge) for row in rows) if each.spots]


def in_order(items: Iterable[Sighting]) -> list[Sighting]:
    """Sightings in the order of publication, first those of no day."""
    return sorted(items, key=lambda each: (each.day, each.moment, each.claim))


def _rows(connection: Connection, reports: Sequence[int] | None) -> list[Row[Any]]:
    """Claims that somebody makes for themselves of what happened: no aside, no undated past, nothing open."""
    claims, table = schema.claims, schema.reports
    names = (
        "n", "report", "id", "status", "type", "phase", "mode", "factuality", "chain", "start", "end",
        "agents", "places", "day_to",
    )  # fmt: skip
    dated = or_(claims.c.time.is_(None), claims.c.time != "PAST_REF", claims.c.day_from.is_not(None))
    columns = (*(claims.c[name] for name in names), table.c.day, table.c.published, table.c.outlet)
    query = (
        select(*columns, table.c.guard)
        .select_from(JOINED)
        .where(
            claims.c.type.in_(HAPPENING), claims.c.places != "", claims.c.voice == "source",
            claims.c.factuality != "Uu", dated,
        )
    )  # fmt: skip
    if reports is None:
        return list(connection.execute(query))
    found: list[Row[Any]] = []
    for some in in_parts(reports):
        found.extend(connection.execute(query.where(claims.c.report.in_(some))))
    return found


class _Judge:
    """Says of claims where they are told to be, and whether they may be told yet."""

    def __init__(self, desk: Desk, connection: Connection, ids: set[str], decided: Sequence[int]) -> None:
        self._gate = desk.gate
        self._spots = desk.spots(connection, ids)
        self._shown: dict[tuple[str, bool], tuple[Spot, ...]] = {}
        self._guards: dict[str, Guard] = {}
        # What people changed is judged by its words.
        told, _held = desk.tell(connection, decided)
        self._told = {each.n: each.places for each in told}

    def judge(self, row: Row[Any]) -> tuple[tuple[Spot, ...], bool]:
        """The places that a claim is told of, and whether it is held back."""
        if row.status != MACHINE:
            known = self._told.get(row.n)
            return (self._places(row.places, True), True) if known is None else (known, False)
        guard = self._guards.get(row.guard)
        if guard is None:
            guard = self._guards[row.guard] = Guard.load(row.guard)
        armed = self._gate.policy.coarsen and guard.is_armed(row.id, row.start, row.end, row.places.split())
        held = armed and not self._gate.is_old(row.published, row.day_to)
        return self._places(row.places, armed), held

    def _places(self, places: str, armed: bool) -> tuple[Spot, ...]:
        key = (places, armed)
        if key not in self._shown:
            spots = [self._spots[id] for id in places.split() if id in self._spots]
            self._shown[key] = tuple(
                spot for spot in self._gate.places(spots, armed=armed) if spot.id != WITHHELD.id
            )
        return self._shown[key]


def _sighting(row: Row[Any], judge: _Judge) -> Sighting:
    spots, held = judge.judge(row)
    return Sighting(
        row.n, row.report, row.day or "", moment_of(row.published), row.published, row.day_to, row.outlet,
        row.type, row.phase, row.mode, row.factuality.endswith("-"), tuple(row.agents.split()),
        tuple(row.chain.rpartition(HOPS)[2].split(JOINTLY)), spots, held, row.status != MACHINE,
    )  # fmt: skip
