"""Claims out of the tables, with their words: what a gate is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from riwaya.archive import schema
from riwaya.archive.archive import readings_of
from riwaya.archive.codec import unpack_speech
from riwaya.archive.decided import only_decided
from riwaya.archive.projection import HOPS, JOINTLY, actor_ids
from riwaya.exchange.index import Index
from riwaya.model import Claim, Role, Span
from riwaya.release import Guard, Hop, Participant, Spot, Told


def tell(connection: Connection, claims: Sequence[int]) -> list[Told]:
    """The claims with these numbers, in this order; numbers that are none are passed over."""
    rows = {row.n: row for row in _rows(connection, claims)}
    reports = sorted({row.report for row in rows.values()})
    indexes = {n: Index(r) for n, r in readings_of(connection, reports, unpack_speech).items()}
    indexes |= {n: Index(state.reading) for n, state in only_decided(connection, reports).items()}
    actors = _by_id(connection, schema.actors, (a for row in rows.values() for a in actor_ids(row)))
    places = _places(connection, {p for row in rows.values() for p in row.places.split()})
    guards = {row.report: Guard.load(row.guard) for row in rows.values()}
    return [_told(rows[n], indexes.get(rows[n].report), guards, actors, places) for n in claims if n in rows]


def _rows(connection: Connection, claims: Sequence[int]) -> list[Row[Any]]:
    table, reports = schema.claims, schema.reports
    theme = table.alias("theme")
    columns = [c for c in table.c if c.name != "theme"]
    statement = select(
        *columns,
        theme.c.type.label("theme"),
        *(reports.c[name] for name in ("key", "outlet", "published", "day", "uri", "title", "guard")),
    ).select_from(
        table.join(reports, reports.c.n == table.c.report).outerjoin(theme, theme.c.n == table.c.theme)
    )
    found: list[Row[Any]] = []
    for start in range(0, len(claims), 500):
        found.extend(connection.execute(statement.where(table.c.n.in_(claims[start : start + 500]))))
    return found


def _by_id(connection: Connection, table: Any, ids: Iterable[str]) -> dict[str, Row[Any]]:
    wanted = sorted(set(ids))
    found: dict[str, Row[Any]] = {}
    for start in range(0, len(wanted), 500):
        rows = connection.execute(select(table).where(table.c.id.in_(wanted[start : start + 500])))
        found.update((row.id, row) for row in rows)
    return found


def _places(connection: Connection, ids: Iterable[str]) -> dict[str, Row[Any]]:
    """The rows of places, and of those in which they lie."""
    found = _by_id(connection, schema.places, ids)
    for _step in range(2):  # the unit of the place that holds a facility
        larger = {id for row in found.values() for id in (row.unit, row.holder) if id} - set(found)
        found |= _by_id(connection, schema.places, larger)
    return found


def _told(
    row: Row[Any],
    index: Index | None,
    guards: Mapping[int, Guard],
    actors: Mapping[str, Row[Any]],
    places: Mapping[str, Row[Any]],
) -> Told:
    claim = index.claims.get(row.id) if index else None
    return Told(
        n=row.n, id=row.id, status=row.status, report=row.key, outlet=row.outlet, published=row.published,
        day=row.day, uri=row.uri, title=row.title, type=row.type, mode=row.mode, phase=row.phase,
        factuality=row.factuality, voice=row.voice, headline=row.headline, act=row.act, distance=row.distance,
        chain=tuple(_hops(row, claim, index, actors)),
        agents=_participants(row.agents, claim.event.agent if claim else (), index, actors),
        patients=_participants(row.patients, claim.event.patient if claim else (), index, actors),
        recipients=_participants(row.recipients, claim.event.recipient if claim else (), index, actors),
        places=tuple(_spot(places[id], places) for id in row.places.split() if id in places),
        time=row.time, day_from=row.day_from, day_to=row.day_to, measure=row.measure, low=row.low,
        high=row.high, approximate=row.approximate, preliminary=row.preliminary, scope=row.scope,
        theme=row.theme, start=row.start, end=row.end,
        quotation=index.raw(Span(row.start, row.end)) if index else "",
        guard=guards[row.report],
    )  # fmt: skip


def _hops(
    row: Row[Any], claim: Claim | None, index: Index | None, actors: Mapping[str, Row[Any]]
) -> Iterable[Hop]:
    for number, hop in enumerate(row.chain.split(HOPS)):
        span, words = None, ""
        if claim and index and number < len(claim.chain):
            span = index.source_span(index.attributions.get(claim.chain[number].attribution or ""))
            words = index.raw(span)
        start = span.start if span else None
        yield Hop(tuple(_participant(a, words, start, actors) for a in hop.split(JOINTLY)), words, start)


def _participants(
    ids: str, roles: tuple[Role, ...], index: Index | None, actors: Mapping[str, Row[Any]]
) -> tuple[Participant, ...]:
    spans = {role.actor: role.span for role in reversed(roles)}
    return tuple(_taking_part(id, spans.get(id), index, actors) for id in ids.split())


def _taking_part(
    id: str, span: Span | None, index: Index | None, actors: Mapping[str, Row[Any]]
) -> Participant:
    words = index.raw(span) if index else ""
    return _participant(id, words, span.start if span else None, actors)


def _participant(id: str, words: str, start: int | None, actors: Mapping[str, Row[Any]]) -> Participant:
    row = actors.get(id)
    if row is None:
        return Participant(id, None, None, None, None, words, start)
    return Participant(id, row.party, row.kind, row.name_ar, row.name_en, words, start)


def _spot(row: Row[Any], places: Mapping[str, Row[Any]], depth: int = 2) -> Spot:
    """The place with those in which it lies, as far as these were asked for."""
    larger = [
        _spot(places[id], places, depth - 1) if depth and id in places and id != row.id else None
        for id in (row.holder, row.unit)
    ]
    return Spot(
        row.id,
        row.kind,
        row.name_ar,
        row.name_en,
        row.lat,
        row.lon,
        row.uncertainty_km,
        row.method,
        row.source,
        *larger,
    )
