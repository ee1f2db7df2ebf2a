"""The claim model: one report's reading, exactly as `riwaya.reading/1` exchanges it.

Records only, frozen and slotted, without behaviour. Field names and their order are those of the
JSON; offsets are Unicode code points, half-open, into `Report.text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

SCHEMA = "riwaya.reading/1"

ActorKind = Literal[
    "state", "armed-group", "armed-forces", "coalition", "government", "organisation", "media", "sources",
    "population",
]  # fmt: skip
PlaceKind = Literal[
    "country", "region", "governorate", "district", "subdistrict", "town", "village", "neighbourhood",
    "facility", "oil-field", "base", "crossing", "valley", "mountain", "water", "zone", "area",
]  # fmt: skip
Act = Literal[
    "report", "accuse", "deny", "confirm", "request", "refuse", "warn", "threaten", "commit", "expect",
    "hypothesise", "announce", "document", "claim-responsibility", "decline",
]  # fmt: skip
Distance = Literal["neutral", "endorsing", "distancing"]
BasisOfStatement = Literal["investigation", "witness", "document", "footage", "other"]
Voice = Literal["source", "reporter", "unclear"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CONTROL", "PRESENCE", "MOVE",
    "SHELTER", "MONITOR", "HARM",
]  # fmt: skip
Phase = Literal["begin", "hold", "end"]
Measure = Literal[
    "killed", "wounded", "abducted", "detained", "missing", "displaced", "evacuated", "destroyed", "fighters",
    "weapons", "money", "other",
]  # fmt: skip
Scope = Literal["incident", "cumulative", "unclear"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Relation = Literal[
    "repeats", "supports", "contradicts", "denies", "counter-accuses", "answers", "supersedes", "purpose",
    "reason", "condition",
]  # fmt: skip
PlaceMethod = Literal["pack", "gazetteer", "derived", "unresolved"]
MatterKind = Literal["incident", "question"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` (included) to `end` (excluded) of the report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name in Arabic and English; None where it is not known."""

    ar: str | None
    en: str | None


@dataclass(frozen=True, slots=True)
class Time:
    """When: an ISO 8601 or TimeML `value`, and the words that say so."""

    type: TimeType
    value: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Role:
    """One participant of an event: a registry id or `other`, and the words that name it."""

    actor: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as said. `low`/`high` are None where the words leave them open."""

    measure: Measure
    low: int | None
    high: int | None
    approximate: bool
    preliminary: bool
    scope: Scope
    span: Span


@dataclass(frozen=True, slots=True)
class Hop:
    """One station of a chain: who handed the claim on, and the attribution that shows it."""

    actors: tuple[str, ...]
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Reader:
    """What made the reading: version, language, pack, and the digest of lexicon and pack together."""

    version: str
    language: str
    pack: str
    digest: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """A passage that repeats the earlier passage `of`."""

    start: int
    end: int
    of: Span


@dataclass(frozen=True, slots=True)
class Report:
    """One published text as captured. `id` is the SHA-256 of the input's bytes."""

    id: str
    text: str
    title: Span | None
    language: str
    outlet: str
    published: str | None
    uri: str | None
    repeats: tuple[Repeat, ...]


@dataclass(frozen=True, slots=True)
class Actor:
    """A party, organisation, medium, source group or population that the report mentions."""

    id: str
    kind: ActorKind
    party: str
    name: Name


@dataclass(frozen=True, slots=True)
class PlaceBasis:
    """Where a place's geometry is from; `of`, `relation`, `distance_km` say how it was derived."""

    method: PlaceMethod
    source: str | None
    of: tuple[str, ...]
    relation: str | None
    distance_km: float | None


@dataclass(frozen=True, slots=True)
class Place:
    """A place no finer than a named place. `geometry` is GeoJSON (longitude first) or None."""

    id: str
    name: Name
    kind: PlaceKind
    geometry: dict[str, Any] | None
    uncertainty_km: float | None
    basis: PlaceBasis


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters that name an actor, a place or a time."""

    start: int
    end: int
    actor: str | None
    place: str | None
    time: Time | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """The speaker's own name and role, where they are given."""

    name: Span | None
    role: Span | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is made to say something: source, cue, content. `parent` relayed it."""

    id: str
    cue: Span
    source: Span | None
    source_actors: tuple[str, ...]
    speaker: Speaker | None
    content: Span
    parent: str | None
    act: Act
    distance: Distance
    quoted: bool
    basis: BasisOfStatement | None
    addressee: Span | None
    venue: Span | None
    said_at: Time | None


@dataclass(frozen=True, slots=True)
class Event:
    """Who does what to whom, where, when, how many. `theme` is the id of the claim it is about."""

    type: EventType
    mode: str | None
    phase: Phase | None
    agent: tuple[Role, ...]
    patient: tuple[Role, ...]
    recipient: tuple[Role, ...]
    place: tuple[str, ...]
    time: Time | None
    quantity: Quantity | None
    theme: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing said that can be agreed with or contradicted, with the chain it came through."""

    id: str
    anchor: Span
    content: Span
    attribution: str | None
    voice: Voice
    chain: tuple[Hop, ...]
    factuality: Factuality
    factuality_cue: Span | None
    event: Event


@dataclass(frozen=True, slots=True)
class Link:
    """A relation between two claims, from `source` to `target`."""

    source: str
    target: str
    relation: Relation
    matter: str | None


@dataclass(frozen=True, slots=True)
class Matter:
    """What claims are about together: an incident, or a question on it."""

    id: str
    kind: MatterKind
    label: Name
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one report; arrays are in the order of the text."""

    schema: str
    reader: Reader
    report: Report
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]
    matters: tuple[Matter, ...]
