"""A matter as data: what the API tells of it, in the terms of the claim model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.questions.answer import who
from riwaya.questions.facing import Relation, Stance, Toll, stance_of
from riwaya.questions.matters import MatterView
from riwaya.release import Told
from riwaya.workbench.claims import reference


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim as it may leave. `claim` is the key of its report, a slash, its id; people are ids."""

    claim: str
    status: str
    outlet: str
    published: str | None
    uri: str | None
    type: str
    mode: str | None
    phase: str | None
    stance: Stance
    factuality: str
    voice: str
    headline: bool
    act: str | None
    distance: str | None
    chain: list[list[str]]
    agents: list[str]
    patients: list[str]
    recipients: list[str]
    places: list[str]
    time: str | None
    measure: str | None
    low: int | None
    high: int | None
    approximate: bool | None
    preliminary: bool | None
    scope: str | None
    start: int
    end: int
    quotation: str
    masked: list[str]


@dataclass(frozen=True, slots=True)
class SideRecord:
    """A party (None: nobody in particular) and its claims, its own words first."""

    party: str | None
    claims: list[str]


@dataclass(frozen=True, slots=True)
class PositionRecord:
    """Where a side stood from when on; `changed` where it said otherwise before."""

    party: str
    published: str | None
    stance: Stance
    changed: bool
    claim: str


@dataclass(frozen=True, slots=True)
class HolderRecord:
    """A count and the claims that give it."""

    low: int | None
    high: int | None
    preliminary: bool
    superseded: bool
    claims: list[str]


@dataclass(frozen=True, slots=True)
class TollRecord:
    """How many of what, from the lowest to the highest that somebody still holds."""

    measure: str
    scope: str | None
    low: int | None
    high: int | None
    disputed: bool
    holders: list[HolderRecord]


@dataclass(frozen=True, slots=True)
class RelationRecord:
    """That one claim denies, answers, repeats … another."""

    source: str
    relation: str
    target: str


@dataclass(frozen=True, slots=True)
class MatterRecord:
    """One matter from all its sides, as it may leave. Nothing in it says who is right."""

    id: str
    kind: str
    label_ar: str | None
    label_en: str | None
    disputed: bool
    reports: int
    copies: int
    outlets: int
    collected: int
    held_back: int
    claims: list[ClaimRecord]
    sides: list[SideRecord]
    positions: list[PositionRecord]
    tolls: list[TollRecord]
    relations: list[RelationRecord]


def matter_record(seen: MatterView) -> MatterRecord:
    """A matter as data."""
    known = {told.n: told for told in seen.claims}
    return MatterRecord(
        id=seen.id, kind=seen.kind, label_ar=seen.label.ar, label_en=seen.label.en, disputed=seen.disputed,
        reports=seen.reports, copies=seen.copies, outlets=seen.outlets, collected=seen.collected,
        held_back=seen.held_back, claims=[claim_record(told) for told in seen.claims],
        sides=[SideRecord(side.party, _references(side.claims)) for side in seen.sides],
        positions=[
            PositionRecord(each.party, each.published, each.stance, each.changed, reference(each.claim))
            for each in seen.positions
        ],
        tolls=[_toll(toll) for toll in seen.tolls],
        relations=[_relation(each, known) for each in seen.relations],
    )  # fmt: skip


def claim_record(told: Told) -> ClaimRecord:
    """A claim as data; only behind the gate."""
    return ClaimRecord(
        claim=reference(told), status=told.status, outlet=told.outlet, published=told.published, uri=told.uri,
        type=told.type, mode=told.mode, phase=told.phase, stance=stance_of(told), factuality=told.factuality,
        voice=told.voice, headline=told.headline, act=told.act, distance=told.distance,
        chain=[list(who(hop.actors)) for hop in told.chain], agents=list(who(told.agents)),
        patients=list(who(told.patients)), recipients=list(who(told.recipients)),
        places=[spot.id for spot in told.places], time=told.time, measure=told.measure, low=told.low,
        high=told.high, approximate=told.approximate, preliminary=told.preliminary, scope=told.scope,
        start=told.start, end=told.end, quotation=told.quotation, masked=list(told.masked),
    )  # fmt: skip


def _references(claims: Iterable[Told]) -> list[str]:
    return [reference(told) for told in claims]


def _toll(toll: Toll) -> TollRecord:
    holders = [
        HolderRecord(
            each.low, each.high, each.preliminary, each.superseded, [reference(told) for told in each.claims]
        )
        for each in toll.holders
    ]
    return TollRecord(toll.measure, toll.scope, toll.low, toll.high, toll.disputed, holders)


def _relation(each: Relation, known: dict[int, Told]) -> RelationRecord:
    return RelationRecord(reference(known[each.source]), each.relation, reference(known[each.target]))
