"""What the stages of reading hand to one another: findings that have no id yet.

Token ranges are half-open; `span` is the characters, already without proclitics.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from riwaya.model import (
    Act,
    ActorKind,
    BasisOfStatement,
    Distance,
    EventType,
    Factuality,
    MatterKind,
    Measure,
    Name,
    Phase,
    Place,
    Relation,
    Scope,
    Span,
    Time,
    Voice,
)

#: Kinds of actors that are a state or act for one: they have ministers, spokesmen and a police.
STATE_KINDS: frozenset[ActorKind] = frozenset(("state", "government", "armed-forces"))
#: Kinds of actors that tell or are told of by the many: none of them is one party or person.
TELLERS: frozenset[ActorKind] = frozenset(("sources", "population", "media"))
#: Kinds of actors that are parties to a conflict: they can do what they announce, be threatened and fight.
PARTIES: frozenset[ActorKind] = frozenset(("state", "government", "armed-forces", "armed-group", "coalition"))
#: These, and organisations: no persons, but bodies that act.
BODIES: frozenset[ActorKind] = PARTIES | {"organisation"}
#: Kinds of actors that have arms, and those of them that hold places by themselves.
ARMED: frozenset[ActorKind] = frozenset(("armed-forces", "armed-group", "coalition"))
FIGHTERS: frozenset[ActorKind] = frozenset(("armed-forces", "armed-group"))
#: Events that hit people or things, and what that did to them.
STRIKING: frozenset[EventType] = frozenset(("ASSAULT", "HARM"))
#: These, and what else is done to people by force.
VIOLENT: frozenset[EventType] = STRIKING | {"COERCE"}
#: Who is armed and of no known group.
UNIDENTIFIED = "unidentified-armed-group"
#: Media of which no name is given.
UNNAMED_MEDIA = ("media-sources",)


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words that name one or (الطرفان) several actors.

    `counts` is false for words that mean an actor only to resolve others by, such as the name of a
    person who speaks for a party: they carry `actors` but are no mention of their own. `inner` words
    of theirs are one: an office that says of which state it is (الوزير الروسي), and the state that leads a
    coalition (التحالف بقيادة روسيا), as far as nobody else is mentioned there.
    """

    first: int
    end: int
    span: Span
    actors: tuple[str, ...]
    kind: ActorKind
    counts: bool = True
    inner: tuple[Span, tuple[str, ...]] | None = None


def is_body(mention: ActorMention) -> bool:
    """Whether words name a body as such: no sources, and no holder of an office, whose name may run on."""
    return mention.kind not in TELLERS and mention.counts and mention.inner is None


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place, resolved as far as the report allows."""

    first: int
    end: int
    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that say when, how long or how often."""

    first: int
    end: int
    time: Time

    @property
    def span(self) -> Span:
        """The characters of the expression. Raises ValueError for a time that no words name."""
        if self.time.span is None:
            raise ValueError("a time mention needs the words that say it")
        return self.time.span


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A count with its noun; `noun` is the first token of the counted noun, None where it is elided."""

    first: int
    end: int
    span: Span
    measure: Measure
    low: int | None
    high: int | None
    approximate: bool
    preliminary: bool
    scope: Scope
    noun: int | None


@dataclass(frozen=True, slots=True)
class AttributionDraft:
    """Source, cue and content as token ranges; `parent` is an index into the list of drafts.

    Who `goes_on` speaks in his own words (… أن …، مطالبا بـ…): he hands nothing on to himself.
    `untrue` are the words of whoever tells of it that call untrue what is told; `cue_token` is the cue's
    first word, of one that كما begins the word behind it: كما طالب.
    """

    cue: Span
    cue_token: int
    source: Span | None
    actors: tuple[str, ...]
    content: Span
    content_first: int
    content_end: int
    act: Act
    distance: Distance
    quoted: bool
    frame: str
    parent: int | None = None
    goes_on: bool = False
    basis: BasisOfStatement | None = None
    addressee: Span | None = None
    venue: Span | None = None
    said_at: Time | None = None
    name: Span | None = None
    role: Span | None = None
    untrue: Span | None = None


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """One participant: actor id or `other`, and the words that name it (None where only understood)."""

    actor: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """One claim before it has an id. `theme` is an index into the list of drafts.

    `holders` names those of the attribution's several speakers who make this claim (a mutual
    accusation is one attribution and two claims); None means all of them.
    """

    anchor: Span
    anchor_token: int
    content: Span
    attribution: int | None
    voice: Voice
    factuality: Factuality
    factuality_cue: Span | None
    type: EventType
    mode: str | None
    phase: Phase | None
    agent: tuple[RoleDraft, ...] = ()
    patient: tuple[RoleDraft, ...] = ()
    recipient: tuple[RoleDraft, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    time: Time | None = None
    quantity: QuantityMention | None = None
    theme: int | None = None
    holders: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """A relation between two claims, by their indexes."""

    source: int
    target: int
    relation: Relation


@dataclass(frozen=True, slots=True)
class MatterDraft:
    """What claims, by their indexes, are about together."""

    kind: MatterKind
    label: Name
    claims: tuple[int, ...]


@dataclass(slots=True)
class Findings:
    """Everything found in one document so far; each stage reads what earlier ones wrote."""

    actors: tuple[ActorMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    attributions: tuple[AttributionDraft, ...] = ()
    claims: tuple[ClaimDraft, ...] = ()
    links: tuple[LinkDraft, ...] = ()
    matters: tuple[MatterDraft, ...] = ()

    def actors_in(self, first: int, end: int) -> tuple[ActorMention, ...]:
        """The mentions of actors that begin at tokens `first`..`end` (half-open)."""
        low = bisect_left(self.actors, first, key=_first)
        return self.actors[low : bisect_left(self.actors, max(first, end), key=_first)]

    def kinds(self) -> dict[str, ActorKind]:
        """What each actor that is mentioned is."""
        return {actor: m.kind for m in self.actors for actor in m.actors}


def _first(mention: ActorMention) -> int:
    return mention.first
