"""A reading that people looked through, as gold: what `riwaya evaluate` then compares readers with."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import Any

import msgspec

from riwaya.evaluation.agreement import centre
from riwaya.evaluation.gold import OUTLET
from riwaya.evaluation.sides import OTHER
from riwaya.model import Attribution, Claim, Quantity, Reading, Role, Span

Record = dict[str, Any]


def gold_of(
    reading: Reading,
    id: str,
    *,
    without_claims: Collection[str] = (),
    without_attributions: Collection[str] = (),
) -> bytes:
    """The bytes of `gold/ID.json` for a reading, without what people refused of it.

    The outlet is `outlet`, as in every gold. What rests on a refused attribution is to be refused, too;
    an attribution relayed through one keeps the next that was not.
    """
    claims = [claim for claim in reading.claims if claim.id not in without_claims]
    said = {a.id: a for a in reading.attributions if a.id not in without_attributions}
    kept = {claim.id for claim in claims}
    gold = {
        "id": id,
        "sha256": hashlib.sha256(reading.report.text.encode()).hexdigest(),
        "length": len(reading.report.text),
        "published": reading.report.published,
        "repeats": [(each.start, each.end) for each in reading.report.repeats],
        "attributions": [_attribution(a, reading, said) for a in said.values()],
        "mentions": _mentions(reading),
        "places": _places(reading),
        "times": [
            {"span": (m.start, m.end), "value": m.time.value} for m in reading.mentions if m.time is not None
        ],
        "quantities": _quantities(claims),
        "claims": [_claim(claim, reading, said, kept) for claim in claims],
        "links": [
            (link.source, link.target, link.relation)
            for link in reading.links
            if link.source in kept and link.target in kept
        ],
    }
    return msgspec.json.encode(gold) + b"\n"


def _attribution(item: Attribution, reading: Reading, said: Collection[str]) -> Record:
    return {
        "id": item.id,
        "cue": _pair(item.cue),
        "source": _pair(item.source),
        "actor": _actors(item.source_actors, reading, named=item.source is not None),
        "content": _pair(item.content),
        "parent": _standing(item.parent, reading, said),
        "act": item.act,
        "distance": item.distance,
        "quoted": item.quoted,
    }


def _standing(id: str | None, reading: Reading, said: Collection[str]) -> str | None:
    """The attribution, or the next one out that was not refused."""
    parents = {item.id: item.parent for item in reading.attributions}
    seen: set[str] = set()
    while id is not None and id not in said and id not in seen:
        seen.add(id)
        id = parents.get(id)
    return id if id in said else None


def _mentions(reading: Reading) -> list[Record]:
    """Words that name parties: whoever is in no list is nobody whom a reader could find."""
    found: dict[tuple[int, int], list[str]] = {}
    for mention in reading.mentions:
        if mention.actor is not None and mention.actor != OTHER:
            found.setdefault((mention.start, mention.end), []).append(mention.actor)
    return [{"span": span, "actor": actors} for span, actors in found.items()]


def _places(reading: Reading) -> list[Record]:
    """Words that name places below country level, and where those are."""
    places = {place.id: place for place in reading.places}
    return [
        {"span": (mention.start, mention.end), "at": centre(places[mention.place].geometry)}
        for mention in reading.mentions
        if mention.place in places and places[mention.place].kind != "country"
    ]


def _quantities(claims: Collection[Claim]) -> list[Record]:
    counts = [claim.event.quantity for claim in claims if claim.event.quantity is not None]
    found: dict[tuple[Span, str], Quantity] = {(each.span, each.measure): each for each in counts}
    return [
        {"span": _pair(each.span), "measure": each.measure, "low": each.low, "high": each.high}
        for each in sorted(found.values(), key=lambda each: (each.span, each.measure))
    ]


def _claim(claim: Claim, reading: Reading, said: Collection[str], kept: Collection[str]) -> Record:
    event, places = claim.event, {place.id: place for place in reading.places}
    sources = {item.id: item.source for item in reading.attributions}
    chain = [
        _actors(hop.actors, reading, named=sources.get(hop.attribution or "") is not None)
        for hop in claim.chain[1:]
    ]
    return {
        "id": claim.id,
        "in": _standing(claim.attribution, reading, said) or OUTLET,
        "holder": chain[-1] if chain else [OUTLET],
        "type": event.type,
        "agent": _roles(event.agent, reading),
        "patient": _roles(event.patient, reading),
        "at": [centre(places[id].geometry) for id in event.place if id in places],
        "factuality": claim.factuality,
        "anchor": _pair(claim.anchor),
        "theme": event.theme if event.theme in kept else None,
        "voice": claim.voice,
        "chain": [[OUTLET], *chain],
    }


def _roles(roles: Iterable[Role], reading: Reading) -> list[str]:
    return [id for role in roles for id in _actors((role.actor,), reading, named=role.span is not None)]


def _actors(ids: Iterable[str], reading: Reading, *, named: bool) -> list[str]:
    """Ids of actors. Who reads without being told the outlet calls it `outlet`, unless its name is said."""
    return [OUTLET if id == reading.report.outlet and not named else id for id in ids]


def _pair(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span is not None and span.end > span.start else None
