"""Claims out of the tables, with their words: what a gate is given."""

from __future__ import annotations

import json
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
from riwaya.release import Hop, Participant, Spot, Told


def tell(connection: Connection, claims: Sequence[int]) -> list[Told]:
    """The claims with these numbers, in this order; numbers that are none are passed over."""
    rows = {row.n: row for row in _rows(connection, claims)}
    reports = sorted({row.report for row in rows.values()})
    indexes = {n: Index(r) for n, r in readings_of(connection, reports, unpack_speech).items()}
    indexes |= {n: Index(state.reading) for n, state in only_decided(connection, reports).items()}
    actors = _by_id(connection, schema.actors, (a for row in rows.values() for a in actor_ids(row)))
    places = _by_id(connection, schema.places, (p for row in rows.values() for p in row.places.split()))
    return [_told(rows[n], indexes.get(rows[n].report), actors, places) for n in claims if n in rows]


def _rows(connection: Connection, claims: Sequence[int]) -> list[Row[Any]]:
    table, reports = schema.claims, schema.reports
    theme = table.alias("theme")
    columns = [c for c in table.c if c.name != "theme"]
    statement = select(
        *columns,
        theme.c.type.label("theme"),
        *(reports.c[name] for name in ("key", "outlet", "published", "day", "uri", "title", "private")),
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


def _told(
    row: Row[Any], index: Index | None, actors: Mapping[str, Row[Any]], places: Mapping[str, Row[Any]]
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
        places=tuple(_spot(places[id]) for id in row.places.split() if id in places),
        time=row.time, day_from=row.day_from, day_to=row.day_to, measure=row.measure, low=row.low,
        high=row.high, approximate=row.approximate, preliminary=row.preliminary, scope=row.scope,
        theme=row.theme, start=row.start, end=row.end,
        quotation=index.words(Span(row.start, row.end)) if index else "",
        private=tuple(Span(start, end) for start, end in json.loads(row.private)),
    )  # fmt: skip


def _hops(
    row: Row[Any], claim: Claim | None, index: Index | None, actors: Mapping[str, Row[Any]]
) -> Iterable[Hop]:
    for number, hop in enumerate(row.chain.split(HOPS)):
        words = ""
        if claim and index and number < len(claim.chain):
            words = index.source_words(index.attributions.get(claim.chain[number].attribution or ""))
        yield Hop(tuple(_participant(actor, words, actors) for actor in hop.split(JOINTLY)), words)


def _participants(
    ids: str, roles: tuple[Role, ...], index: Index | None, actors: Mapping[str, Row[Any]]
) -> tuple[Participant, ...]:
    words = {role.actor: index.words(role.span) for role in reversed(roles)} if index else {}
    return tuple(_participant(id, words.get(id, ""), actors) for id in ids.split())


def _participant(id: str, words: str, actors: Mapping[str, Row[Any]]) -> Participant:
    row = actors.get(id)
    if row is None:
        return Participant(id, None, None, None, None, words)
    return Participant(id, row.party, row.kind, row.name_ar, row.name_en, words)


def _spot(row: Row[Any]) -> Spot:
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
    )
