"""Whom outlets relay, and where a party is quoted: counts of claims, with the newest report of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import HOPS, JOINTLY, RELAY, SPEAKER

_JOINED = schema.claims.join(schema.reports, schema.reports.c.n == schema.claims.c.report)
#: Sorts by day, then key; what has no day comes first. Days and keys have a fixed length.
_NEWEST = func.max(func.coalesce(schema.reports.c.day, "0000-00-00").concat(schema.reports.c.key))
_DAY = len("2015-07-23")


@dataclass(slots=True)
class Relayed:
    """How often somebody is relayed, and how: `chains` are those that lead there, `newest` a report's key."""

    ids: tuple[str, ...]
    count: int = 0
    acts: Counter[str] = field(default_factory=Counter)
    distances: Counter[str] = field(default_factory=Counter)
    chains: set[str] = field(default_factory=set)
    newest: str = ""

    def add(self, row: Any) -> None:
        """Count a row of claims that are alike."""
        self.count += row.count
        if row.act:
            self.acts[row.act] += row.count
        if row.distance:
            self.distances[row.distance] += row.count
        self.chains.add(row.chain)
        self.newest = max(self.newest, row.newest)

    @property
    def key(self) -> str:
        """The key of the newest report."""
        return self.newest[_DAY:]


def newest_reports(outlet: str, where: Sequence[ColumnElement[bool]], most: int) -> Select[int]:
    """The numbers of an outlet's newest reports, as a statement."""
    table = schema.reports
    return (
        select(table.c.n)
        .where(table.c.outlet == outlet, *where)
        .order_by(table.c.day.desc().nulls_last(), table.c.key)
        .limit(most)
    )


def relayed(connection: Connection, reports: Select[int]) -> list[Relayed]:
    """Where the claims of these reports come from, the most frequent first; ties by id."""
    found: dict[tuple[str, ...], Relayed] = {}
    for row in connection.execute(_counted(schema.claims.c.report.in_(reports.scalar_subquery()))):
        ids = tuple(row.chain.split(HOPS)[-1].split(JOINTLY))
        found.setdefault(ids, Relayed(ids)).add(row)
    return sorted(found.values(), key=lambda each: (-each.count, each.ids))


def quoted_in(connection: Connection, party: str, where: Sequence[ColumnElement[bool]]) -> list[Relayed]:
    """The outlets that hand on what a party says, its members included, the most frequent first."""
    part, actors = schema.claim_actors, schema.actors
    ids = select(actors.c.n).where(or_(actors.c.id == party, actors.c.party == party)).scalar_subquery()
    claims = select(part.c.claim).where(part.c.actor.in_(ids), part.c.role.in_((SPEAKER, RELAY)))
    found: dict[tuple[str, ...], Relayed] = {}
    for row in connection.execute(_counted(schema.claims.c.n.in_(claims.scalar_subquery()), *where)):
        # An outlet that is a party itself does not quote itself.
        if HOPS in row.chain:
            found.setdefault((row.outlet,), Relayed((row.outlet,))).add(row)
    return sorted(found.values(), key=lambda each: (-each.count, each.ids))


def examples(connection: Connection, counted: Iterable[Relayed]) -> dict[tuple[str, ...], int]:
    """The first claim in the newest report of each, by whom it counts."""
    wanted = {each.ids: each for each in counted}
    table, reports = schema.claims, schema.reports
    keys = sorted({each.key for each in wanted.values()})
    found: dict[str, list[Any]] = {}
    for some in in_parts(keys):
        rows = connection.execute(
            select(table.c.n, table.c.start, table.c.id, table.c.chain, reports.c.key)
            .select_from(_JOINED)
            .where(reports.c.key.in_(some))
        )
        for row in rows:
            found.setdefault(row.key, []).append(row)
    first = {}
    for ids, each in wanted.items():
        fitting = [row for row in found.get(each.key, ()) if row.chain in each.chains]
        if fitting:
            first[ids] = min(fitting, key=lambda row: (row.start, row.id)).n
    return first


def _counted(*where: ColumnElement[bool]) -> Select[Any]:
    claims, reports = schema.claims.c, schema.reports.c
    alike = (reports.outlet, claims.chain, claims.act, claims.distance)
    return (
        select(*alike, func.count().label("count"), _NEWEST.label("newest"))
        .select_from(_JOINED)
        .where(*where)
        .group_by(*alike)
    )
