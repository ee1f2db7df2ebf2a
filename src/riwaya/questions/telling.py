"""Claims out of the tables, with their words: what a gate is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, select

from riwaya.archive import schema
from riwaya.archive.archive import bodies_of, texts_of
from riwaya.archive.codec import Said, Speech, unpack_speech
from riwaya.archive.decided import only_decided
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import HOPS, JOINTLY, actor_ids
from riwaya.exchange.index import source_spans
from riwaya.model import Claim, Reading, Role, Span
from riwaya.release import Guard, Hop, Participant, Spot, Told


def tell(connection: Connection, claims: Sequence[int]) -> list[Told]:
    """The claims with these numbers, in this order; numbers that are none are passed over."""
    if not claims:
        return []
    rows = {row.n: row for row in _rows(connection, claims)}
    reports = sorted({row.report for row in rows.values()})
    speeches = _speeches(connection, reports)
    actors = _by_id(connection, schema.actors, (a for row in rows.values() for a in actor_ids(row)))
    places = _places(connection, {p for row in rows.values() for p in row.places.split()})
    guarding = {row.report: row.guard for row in rows.values()}
    guards = {report: Guard.load(guard) for report, guard in guarding.items()}
    return [_told(rows[n], speeches.get(rows[n].report), guards, actors, places) for n in claims if n in rows]


def spots_of(connection: Connection, ids: Iterable[str]) -> dict[str, Spot]:
    """Places by id, with those in which they lie: what a gate is given. Unknown ids are left out."""
    wanted = set(ids)
    rows = _places(connection, wanted)
    return {id: _spot(rows[id], rows) for id in wanted if id in rows}


class _Speech:
    """Who says what in a report, looked up by id; and its words."""

    def __init__(self, text: str, said: Speech | Reading) -> None:
        self._text = text
        self.claims: dict[str, Said | Claim] = {claim.id: claim for claim in said.claims}
        self._sources = source_spans(said.attributions)

    def raw(self, span: Span | None) -> str:
        """The characters of a span exactly as they stand; empty for None."""
        return self._text[span.start : span.end] if span else ""

    def source(self, attribution: str | None) -> Span | None:
        """Where the words are that name an attribution's source; None where there are none."""
        return self._sources.get(attribution or "")


def _speeches(connection: Connection, reports: Sequence[int]) -> dict[int, _Speech]:
    """Who says what in these reports, by number; decisions are applied. Removed reports have no words."""
    texts, bodies = texts_of(connection, reports), bodies_of(connection, reports)
    found = {report: _Speech(texts[report], unpack_speech(body)) for report, body in bodies.items()}
    for number, state in only_decided(connection, reports).items():
        found[number] = _Speech(state.reading.report.text, state.reading)
    return found


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
    for some in in_parts(claims):
        found.extend(connection.execute(statement.where(table.c.n.in_(some))))
    return found


def _by_id(connection: Connection, table: Any, ids: Iterable[str]) -> dict[str, Row[Any]]:
    wanted = sorted(set(ids))
    found: dict[str, Row[Any]] = {}
    for some in in_parts(wanted):
        rows = connection.execute(select(table).where(table.c.id.in_(some)))
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
    speech: _Speech | None,
    guards: Mapping[int, Guard],
    actors: Mapping[str, Row[Any]],
    places: Mapping[str, Row[Any]],
) -> Told:
    claim = speech.claims.get(row.id) if speech else None
    return Told(
        n=row.n, id=row.id, status=row.status, report=row.key, outlet=row.outlet, published=row.published,
        day=row.day, uri=row.uri, title=row.title, type=row.type, mode=row.mode, phase=row.phase,
        factuality=row.factuality, voice=row.voice, headline=row.headline, act=row.act, distance=row.distance,
        chain=tuple(_hops(row, claim, speech, actors)),
        agents=_participants(row.agents, claim.event.agent if claim else (), speech, actors),
        patients=_participants(row.patients, claim.event.patient if claim else (), speech, actors),
        recipients=_participants(row.recipients, claim.event.recipient if claim else (), speech, actors),
        places=tuple(_spot(places[id], places) for id in row.places.split() if id in places),
        time=row.time, day_from=row.day_from, day_to=row.day_to, measure=row.measure, low=row.low,
        high=row.high, approximate=row.approximate, preliminary=row.preliminary, scope=row.scope,
        theme=row.theme, start=row.start, end=row.end,
        quotation=speech.raw(Span(row.start, row.end)) if speech else "",
        guard=guards[row.report],
    )  # fmt: skip


def _hops(
    row: Row[Any], claim: Said | Claim | None, speech: _Speech | None, actors: Mapping[str, Row[Any]]
) -> Iterable[Hop]:
    for number, hop in enumerate(row.chain.split(HOPS)):
        span, words = None, ""
        if claim and speech and number < len(claim.chain):
            span = speech.source(claim.chain[number].attribution)
            words = speech.raw(span)
        start = span.start if span else None
        yield Hop(tuple(_participant(a, words, start, actors) for a in hop.split(JOINTLY)), words, start)


def _participants(
    ids: str, roles: tuple[Role, ...], speech: _Speech | None, actors: Mapping[str, Row[Any]]
) -> tuple[Participant, ...]:
    spans = {role.actor: role.span for role in reversed(roles)}
    return tuple(_taking_part(id, spans.get(id), speech, actors) for id in ids.split())


def _taking_part(
    id: str, span: Span | None, speech: _Speech | None, actors: Mapping[str, Row[Any]]
) -> Participant:
    words = speech.raw(span) if speech else ""
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
