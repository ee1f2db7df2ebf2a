"""A reading in columns: what every question across reports is asked of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec

from riwaya.archive.days import days_of
from riwaya.exchange.geometry import point_of
from riwaya.model import Actor, Claim, Hop, Place, Reading, Role
from riwaya.packs.pack import shipped_pack
from riwaya.reading.places.place_geometry import listed
from riwaya.release import Units, load_units

Row = dict[str, Any]

#: What a role is called in `claim_actors`.
AGENT, PATIENT, RECIPIENT, SPEAKER, RELAY = range(5)
ROLES = ("agent", "patient", "recipient", "speaker", "relay")
#: A claim that nobody has looked at, and one that somebody refused.
MACHINE, REJECTED = "machine", "rejected"
#: Between the hops of a chain, and between the actors of one hop.
HOPS, JOINTLY = " > ", "+"


@dataclass(slots=True)
class Projection:
    """The rows of one reading. Claims, actors and places are referred to by their ids."""

    claims: list[Row] = field(default_factory=list)
    actors: list[Row] = field(default_factory=list)
    places: list[Row] = field(default_factory=list)
    roles: list[tuple[str, str, int]] = field(default_factory=list)
    at: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str, str]] = field(default_factory=list)


def project(
    reading: Reading, statuses: Mapping[str, str] | None = None, units: Units | None = None
) -> Projection:
    """The rows of a reading; `statuses` says what people decided of which claim (else `machine`).

    Rejected claims are left out, and with them their links. `units` are those of the reading's pack where it
    is none that ships.
    """
    statuses = statuses or {}
    rows = Projection()
    rows.actors = actor_rows(reading.actors)
    rows.places = _places(reading, units or load_units(shipped_pack(reading.reader.pack)))
    kept = [claim for claim in reading.claims if statuses.get(claim.id) != REJECTED]
    attributions = {item.id: item for item in reading.attributions}
    title = reading.report.title
    for claim in kept:
        said = attributions.get(claim.attribution or "")
        row = _claim(claim)
        row["status"] = statuses.get(claim.id, MACHINE)
        row["headline"] = title is not None and claim.anchor.start < title.end
        row["act"], row["distance"] = (said.act, said.distance) if said else (None, None)
        rows.claims.append(row)
        rows.roles += [(claim.id, actor, role) for actor, role in sorted(set(_taking_part(claim)))]
        rows.at += [(claim.id, place) for place in dict.fromkeys(claim.event.place)]
    there = {claim.id for claim in kept}
    rows.links = [
        (link.source, link.target, link.relation)
        for link in reading.links
        if link.source in there and link.target in there
    ]
    return rows


def actor_rows(actors: Iterable[Actor]) -> list[Row]:
    """Actors as `schema.actors` has them, without numbers."""
    return [
        {"id": a.id, "kind": a.kind, "party": a.party, "name_ar": a.name.ar, "name_en": a.name.en}
        for a in actors
    ]


def actor_ids(row: Any) -> list[str]:
    """The ids of everybody in a row of `schema.claims`: its chain and its roles."""
    hops = (actor for hop in row.chain.split(HOPS) for actor in hop.split(JOINTLY))
    return [*hops, *row.agents.split(), *row.patients.split(), *row.recipients.split()]


def roles_of(row: Any) -> list[tuple[str, int]]:
    """Who takes part in a row of `schema.claims` in which role, as `claim_actors` has it."""
    hops = [hop.split(JOINTLY) for hop in row.chain.split(HOPS)]
    roles = [(actor, AGENT) for actor in row.agents.split()]
    roles += [(actor, PATIENT) for actor in row.patients.split()]
    roles += [(actor, RECIPIENT) for actor in row.recipients.split()]
    roles += [(actor, SPEAKER) for actor in hops[-1]]
    roles += [(actor, RELAY) for hop in hops[1:-1] for actor in hop]
    return list(dict.fromkeys(roles))


def _claim(claim: Claim) -> Row:
    event, count = claim.event, claim.event.quantity
    first, last = days_of(event.time.value if event.time else None)
    return {
        "id": claim.id,
        "type": event.type,
        "mode": event.mode,
        "phase": event.phase,
        "factuality": claim.factuality,
        "voice": claim.voice,
        "attribution": claim.attribution,
        "chain": HOPS.join(_hop(hop) for hop in claim.chain),
        "start": claim.content.start,
        "end": claim.content.end,
        "anchor_start": claim.anchor.start,
        "anchor_end": claim.anchor.end,
        "agents": _ids(event.agent),
        "patients": _ids(event.patient),
        "recipients": _ids(event.recipient),
        "places": " ".join(dict.fromkeys(event.place)),
        "time": event.time.value if event.time else None,
        "day_from": first,
        "day_to": last,
        "measure": count.measure if count else None,
        "low": count.low if count else None,
        "high": count.high if count else None,
        "approximate": count.approximate if count else None,
        "preliminary": count.preliminary if count else None,
        "scope": count.scope if count else None,
        "theme": event.theme,
    }


def _hop(hop: Hop) -> str:
    return JOINTLY.join(hop.actors)


def _ids(roles: tuple[Role, ...]) -> str:
    return " ".join(dict.fromkeys(role.actor for role in roles))


def _taking_part(claim: Claim) -> Iterator[tuple[str, int]]:
    for role, number in ((claim.event.agent, AGENT), (claim.event.patient, PATIENT)):
        yield from ((each.actor, number) for each in role)
    yield from ((each.actor, RECIPIENT) for each in claim.event.recipient)
    for position, hop in enumerate(claim.chain):
        last = position == len(claim.chain) - 1
        # The outlet speaks where the claim is its own; that it relays all others, the report says.
        if last or position:
            yield from ((actor, SPEAKER if last else RELAY) for actor in hop.actors)


def _places(reading: Reading, units: Units) -> list[Row]:
    """The places of a reading and, behind them, those in which they lie."""
    rows: dict[str, Row] = {}
    waiting = list(reading.places)
    for place in waiting:  # grows on the way
        if place.id in rows:
            continue
        unit, holder = units.unit(place), units.holder(place)
        ids = {"unit": unit.id if unit else None, "holder": holder.id if holder else None}
        rows[place.id] = _place(place) | ids
        waiting += [listed(each) for each in (unit, holder) if each is not None]
    return list(rows.values())


def _place(place: Place) -> Row:
    point = point_of(place.geometry)
    return {
        "id": place.id,
        "kind": place.kind,
        "name_ar": place.name.ar,
        "name_en": place.name.en,
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
        "uncertainty_km": place.uncertainty_km,
        "geometry": msgspec.json.encode(place.geometry).decode() if place.geometry else None,
        "method": place.basis.method,
        "source": place.basis.source,
        "of": " ".join(place.basis.of),
        "relation": place.basis.relation,
        "distance_km": place.basis.distance_km,
    }
