"""What stands around the claims of a report: their matters, the origins behind these, claims elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.corpus.alike import POSITIONS, claims_of_matter
from riwaya.corpus.origins import origins
from riwaya.corpus.states import STATES
from riwaya.exchange.labels import label
from riwaya.model import Name
from riwaya.questions.board import labels_of
from riwaya.questions.desk import Desk

#: Matters of one report whose origins are counted for its page; those of others are in the matter itself.
COUNTED = 4
#: Claims of other reports that are listed for one claim.
LISTED = 5


@dataclass(frozen=True, slots=True)
class Position:
    """What a part of a matter's claims holds (`alike.POSITIONS`), and its origins by state, as counts."""

    position: str
    states: Mapping[str, int]

    @property
    def words(self) -> str:
        """The position in words."""
        return label(POSITIONS, self.position)

    @property
    def counts(self) -> list[tuple[str, int]]:
        """The states in words with their counts."""
        return [(label(STATES, state), count) for state, count in self.states.items()]


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter across reports. `positions` is None where its origins were not counted."""

    id: str
    label_ar: str | None
    label_en: str | None
    reports: int
    outlets: int
    sides: int
    disputed: bool
    positions: tuple[Position, ...] | None


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A claim of another report: its relation to the one at hand (`labels.RELATIONS`), and where it is.

    `forth` says whether the relation goes from the claim at hand to it.
    """

    relation: str
    forth: bool
    report: str
    claim: str
    outlet: str
    day: str | None


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around one claim: its matter, claims of other reports, how many more of them."""

    matter: Matter | None
    elsewhere: tuple[Elsewhere, ...]
    more: int


def around(desk: Desk, connection: Connection, report: int, claims: Iterable[str]) -> dict[str, Around]:
    """What stands around those `claims` (ids) of a report (number) that others are related to."""
    table, wanted = schema.claims, set(claims)
    rows = connection.execute(
        select(table.c.n, table.c.id).where(table.c.report == report).order_by(table.c.n)
    )
    ids = {row.n: row.id for row in rows if row.id in wanted}
    matters = _matters(desk, connection, list(ids))
    linked = _elsewhere(connection, list(ids))
    return {
        id: Around(matters.get(n), tuple(linked.get(n, ())[:LISTED]), max(0, len(linked.get(n, ())) - LISTED))
        for n, id in ids.items()
        if n in matters or n in linked
    }


def _matters(desk: Desk, connection: Connection, claims: Sequence[int]) -> dict[int, Matter]:
    joins, table = schema.matter_claims, schema.matters
    found: dict[int, Any] = {}
    for part in in_parts(claims):
        rows = connection.execute(
            select(joins.c.claim, table).select_from(joins.join(table)).where(joins.c.claim.in_(part))
        )
        found.update((row.claim, row) for row in rows)
    labels = labels_of(desk, {row.id for row in found.values()})
    made: dict[int, Matter] = {}
    for claim in claims:
        row = found.get(claim)
        if row is not None and row.n not in made:
            made[row.n] = _matter(
                connection, row, labels.get(row.id, Name(None, None)), counted=len(made) < COUNTED
            )
    return {claim: made[row.n] for claim, row in found.items()}


def _matter(connection: Connection, row: Any, name: Name, *, counted: bool) -> Matter:
    positions = None
    if counted:
        sides = claims_of_matter(connection, row.n)
        positions = tuple(_position(connection, side, numbers) for side, numbers in sides.items())
    return Matter(row.id, name.ar, name.en, row.reports, row.outlets, row.sides, row.disputed, positions)


def _position(connection: Connection, position: str, claims: Sequence[int]) -> Position:
    states: dict[str, int] = {}
    for origin in origins(connection, claims).origins:
        states[origin.state] = states.get(origin.state, 0) + 1
    return Position(position, states)


def _elsewhere(connection: Connection, claims: Sequence[int]) -> dict[int, list[Elsewhere]]:
    links, table, reports = schema.links, schema.claims, schema.reports
    found: dict[int, list[Elsewhere]] = {}
    for forth, own, other in (
        (True, links.c.source, links.c.target),
        (False, links.c.target, links.c.source),
    ):
        joined = links.join(table, table.c.n == other).join(reports, reports.c.n == table.c.report)
        columns = (
            own.label("own"),
            links.c.relation,
            reports.c.key,
            table.c.id,
            reports.c.outlet,
            reports.c.day,
        )
        for part in in_parts(claims):
            statement = select(*columns).select_from(joined).where(own.in_(part), links.c.within.is_(False))
            for row in connection.execute(statement.order_by(reports.c.day, reports.c.key, table.c.n)):
                there = Elsewhere(row.relation, forth, row.key, row.id, row.outlet, row.day)
                found.setdefault(row.own, []).append(there)
    return found
