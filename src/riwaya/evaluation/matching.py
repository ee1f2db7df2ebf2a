"""Matching: which of the reader's findings is which of the annotator's, and what is wrong with it.

Every layer is matched one to one, the best agreement first. A pair is found; its `faults` say what about it
is not right. What these rules ask is what every figure rests on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from riwaya.evaluation.agreement import centre, characters, dice, kilometres, overlaps, pair_up, set_f1
from riwaya.evaluation.gold import (
    Gold,
    GoldAttribution,
    GoldClaim,
    GoldMention,
    GoldPlace,
    GoldQuantity,
    GoldTime,
    Offsets,
)
from riwaya.evaluation.sides import OTHER, Sides
from riwaya.model import Attribution, Claim, Place, Quantity, Reading, Span

G = TypeVar("G")
R = TypeVar("R")

#: Two annotators of the same words differ by an article or an adjective: half the characters must agree.
OVERLAP = 0.5
#: A number and its noun are short, so that one word more or less weighs more.
QUANTITY_OVERLAP = 0.4
#: Sets of parties agree when more than this is shared: two of three, not one of two.
SAME_SIDES = 0.6
NEAR_KM = 25
#: 100 miles: the customary measure of geocoding of texts ("accuracy at 161 km").
FAR_KM = 161
#: A claim may give the district for the town.
CLAIM_KM = 60
#: Clitics before the word at which a claim is anchored.
ANCHOR_SLACK = 3
#: A longer anchor would be a clause, not a word.
LONGEST_ANCHOR = 40
#: Relations that hold in both directions.
SYMMETRIC = frozenset(("counter-accuses", "contradicts", "repeats", "supports"))

LinkKey = tuple[str, frozenset[str] | tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Indices of a finding and of the annotation that it is, how well they overlap, what is wrong."""

    gold: int
    read: int
    overlap: float
    faults: frozenset[str]


@dataclass(frozen=True, slots=True)
class Matched(Generic[G, R]):
    """One layer of one report."""

    gold: tuple[G, ...]
    read: tuple[R, ...]
    pairs: tuple[Pair, ...]

    def missed(self) -> list[int]:
        """Annotations that nothing was paired with."""
        found = {pair.gold for pair in self.pairs}
        return [i for i in range(len(self.gold)) if i not in found]

    def surplus(self) -> list[int]:
        """Findings that no annotation was paired with."""
        found = {pair.read for pair in self.pairs}
        return [j for j in range(len(self.read)) if j not in found]


@dataclass(frozen=True, slots=True)
class ReadMention:
    """Words that the reader takes for actors, with their sides."""

    span: Offsets
    sides: frozenset[str]


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """Words that the reader takes for a place, and where it put it."""

    span: Offsets
    place: Place
    at: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class ReadTime:
    """Words that the reader takes for a time."""

    span: Offsets
    value: str


@dataclass(frozen=True, slots=True)
class Match:
    """One report's layers, matched. `reading` is None where the report could not be read."""

    gold: Gold
    reading: Reading | None
    sides: Sides
    attributions: Matched[GoldAttribution, Attribution]
    mentions: Matched[GoldMention, ReadMention]
    places: Matched[GoldPlace, ReadPlace]
    times: Matched[GoldTime, ReadTime]
    quantities: Matched[GoldQuantity, Quantity]
    claims: Matched[GoldClaim, Claim]
    links: tuple[frozenset[LinkKey], frozenset[LinkKey]]
    repeats: tuple[frozenset[int], frozenset[int]]


def match(gold: Gold, reading: Reading | None, parties: dict[str, str]) -> Match:
    """Match one reading against its gold; `parties` maps the ids that the gold may use to their parties."""
    sides = Sides(parties, reading.actors, reading.report.outlet) if reading else Sides(parties)
    claims = _claims(gold, reading, sides) if reading else Matched(gold.claims, (), ())
    return Match(
        gold=gold,
        reading=reading,
        sides=sides,
        attributions=_attributions(gold, reading, sides),
        mentions=_mentions(gold, reading, sides),
        places=_places(gold, reading),
        times=_times(gold, reading),
        quantities=_quantities(gold, reading),
        claims=claims,
        links=_links(gold, reading, claims),
        repeats=_repeats(gold, reading),
    )


def offsets(span: Span) -> Offsets:
    """A span of the model as a pair."""
    return span.start, span.end


def _close(
    gold: Sequence[Offsets], read: Sequence[Offsets], least: float, agree: Callable[[int, int], bool]
) -> Iterator[tuple[float, int, int]]:
    """Pairs that overlap enough and agree."""
    for i, wanted in enumerate(gold):
        for j, got in enumerate(read):
            overlap = dice(wanted, got)
            if overlap >= least and agree(i, j):
                yield overlap, i, j


def _anything(_gold: int, _read: int) -> bool:
    return True


def _matched(
    gold: tuple[G, ...],
    read: tuple[R, ...],
    candidates: Iterable[tuple[float, int, int]],
    faults: Callable[[G, R], Iterable[str]],
) -> Matched[G, R]:
    values = {(i, j): value for value, i, j in candidates}
    chosen = pair_up((value, i, j) for (i, j), value in values.items())
    pairs = (Pair(i, j, values[i, j], frozenset(faults(gold[i], read[j]))) for i, j in chosen)
    return Matched(gold, read, tuple(pairs))


def _attributions(gold: Gold, reading: Reading | None, sides: Sides) -> Matched[GoldAttribution, Attribution]:
    """Cues overlap, and half of the contents."""
    wanted = gold.attributions
    read = tuple(a for a in reading.attributions if _filled(a.cue) and _filled(a.content)) if reading else ()
    candidates = [
        each
        for each in _close(
            [g.content for g in wanted], [offsets(a.content) for a in read], OVERLAP, _anything
        )
        if overlaps(wanted[each[1]].cue, offsets(read[each[2]].cue))
    ]
    ours = {read[j].id: wanted[i].id for i, j in pair_up(candidates)}

    def faults(want: GoldAttribution, got: Attribution) -> Iterator[str]:
        if (
            want.actor
            and set_f1(sides.annotated(want.actor), sides.all(got.source_actors) or {OTHER}) <= SAME_SIDES
        ):
            yield "speaker"
        if want.source and not (got.source and dice(want.source, offsets(got.source)) >= OVERLAP):
            yield "source"
        if want.parent != (ours.get(got.parent, "") if got.parent else None):
            yield "parent"
        if want.act != got.act:
            yield "act"
        if want.distance != got.distance:
            yield "distance"
        if want.quoted != got.quoted:
            yield "quoted"

    return _matched(wanted, read, candidates, faults)


def _filled(span: Span) -> bool:
    return span.end > span.start


def _mentions(gold: Gold, reading: Reading | None, sides: Sides) -> Matched[GoldMention, ReadMention]:
    """Words that name a listed party, group or medium; one finding a span, whatever number of ids it has."""
    found: dict[Offsets, set[str]] = {}
    for mention in reading.mentions if reading else ():
        side = sides.of(mention.actor) if mention.actor else OTHER
        if side not in (OTHER, "outlet"):
            found.setdefault((mention.start, mention.end), set()).add(side)
    read = tuple(ReadMention(span, frozenset(those)) for span, those in found.items())
    wanted = [sides.annotated(each.actor) for each in gold.mentions]
    candidates = _close(
        [each.span for each in gold.mentions],
        [each.span for each in read],
        OVERLAP,
        lambda i, j: bool(read[j].sides & wanted[i]),
    )
    return _matched(gold.mentions, read, candidates, lambda _want, _got: ())


def _places(gold: Gold, reading: Reading | None) -> Matched[GoldPlace, ReadPlace]:
    """Words that name a place below country level; then where it is."""
    places = {place.id: place for place in reading.places} if reading else {}
    found = {
        (mention.start, mention.end): places[mention.place]
        for mention in (reading.mentions if reading else ())
        if mention.place and mention.place in places and places[mention.place].kind != "country"
    }
    read = tuple(ReadPlace(span, place, centre(place.geometry)) for span, place in found.items())
    candidates = _close([g.span for g in gold.places], [r.span for r in read], OVERLAP, _anything)

    def faults(want: GoldPlace, got: ReadPlace) -> Iterator[str]:
        if want.at is None:
            return
        apart = kilometres(want.at, got.at) if got.at else None
        if apart is None or apart > NEAR_KM:
            yield "near"
        if apart is None or apart > FAR_KM:
            yield "far"

    return _matched(gold.places, read, candidates, faults)


def _times(gold: Gold, reading: Reading | None) -> Matched[GoldTime, ReadTime]:
    mentions = reading.mentions if reading else ()
    read = tuple(ReadTime((each.start, each.end), each.time.value) for each in mentions if each.time)
    candidates = _close([g.span for g in gold.times], [r.span for r in read], OVERLAP, _anything)
    return _matched(
        gold.times, read, candidates, lambda want, got: () if want.value == got.value else ("value",)
    )


def _quantities(gold: Gold, reading: Reading | None) -> Matched[GoldQuantity, Quantity]:
    """Counts that events carry, one a span and measure; then their bounds."""
    counts = (claim.event.quantity for claim in (reading.claims if reading else ()))
    read = tuple({(offsets(each.span), each.measure): each for each in counts if each}.values())
    candidates = _close(
        [each.span for each in gold.quantities],
        [offsets(each.span) for each in read],
        QUANTITY_OVERLAP,
        lambda i, j: gold.quantities[i].measure == read[j].measure,
    )

    def faults(want: GoldQuantity, got: Quantity) -> tuple[str, ...]:
        return () if (want.low, want.high) == (got.low, got.high) else ("value",)

    return _matched(gold.quantities, read, candidates, faults)


def _claims(gold: Gold, reading: Reading, sides: Sides) -> Matched[GoldClaim, Claim]:
    """The right type at the right word; among several the one whose roles, origin and place agree best."""
    read = reading.claims
    at = {place.id: centre(place.geometry) for place in reading.places}
    found: dict[tuple[int, int], frozenset[str]] = {}
    candidates = []
    for i, want in enumerate(gold.claims):
        for j, got in enumerate(read):
            if got.event.type != want.type or not _same_word(want, got):
                continue
            faults = frozenset(_claim_faults(want, got, sides, at))
            weight = 1 + 2 * ("who" not in faults) + ("holder" not in faults)
            candidates.append((weight + 0.5 * ("where" not in faults) + 0.25 * ("sure" not in faults), i, j))
            found[i, j] = faults
    chosen = pair_up(candidates)
    ours = {read[j].id: gold.claims[i].id for i, j in chosen}
    pairs = []
    for i, j in chosen:
        theme = gold.claims[i].theme
        other = theme is not None and ours.get(read[j].event.theme or "") != theme
        pairs.append(Pair(i, j, 1.0, found[i, j] | {"theme"} if other else found[i, j]))
    return Matched(gold.claims, read, tuple(pairs))


def _same_word(want: GoldClaim, got: Claim) -> bool:
    if got.anchor.end - got.anchor.start > LONGEST_ANCHOR:
        return False
    if want.anchor is None:
        return True
    return overlaps((want.anchor[0] - ANCHOR_SLACK, want.anchor[1] + ANCHOR_SLACK), offsets(got.anchor))


def _claim_faults(
    want: GoldClaim, got: Claim, sides: Sides, at: dict[str, tuple[float, float] | None]
) -> Iterator[str]:
    roles = ((want.agent, got.event.agent), (want.patient, got.event.patient))
    if any(
        set_f1(sides.annotated(ids), sides.all(r.actor for r in those)) < SAME_SIDES for ids, those in roles
    ):
        yield "who"
    if not sides.annotated(want.holder) & _origin(got, sides):
        yield "holder"
    if want.at and not any(_near(point, at.get(place)) for point in want.at for place in got.event.place):
        yield "where"
    if want.factuality != got.factuality:
        yield "sure"
    if want.voice is not None and want.voice != got.voice:
        yield "voice"
    if not _same_chain(want, got, sides):
        yield "chain"


def _origin(claim: Claim, sides: Sides) -> set[str]:
    return sides.all(claim.chain[-1].actors) if len(claim.chain) > 1 else {"outlet"}


def _near(one: tuple[float, float] | None, other: tuple[float, float] | None) -> bool:
    return one is not None and other is not None and kilometres(one, other) <= CLAIM_KM


def _same_chain(want: GoldClaim, got: Claim, sides: Sides) -> bool:
    """As many hops, each of the right parties. What may be the outlet's own gloss may have its chain."""
    hops = [sides.all(hop.actors) or {OTHER} for hop in got.chain[1:]]
    if not hops and "outlet" in want.holder:
        return True
    wanted = [sides.annotated(hop) or {OTHER} for hop in want.chain[1:]]
    same = (set_f1(one, other) > SAME_SIDES for one, other in zip(wanted, hops, strict=False))
    return len(hops) == len(wanted) and all(same)


def _links(
    gold: Gold, reading: Reading | None, claims: Matched[GoldClaim, Claim]
) -> tuple[frozenset[LinkKey], frozenset[LinkKey]]:
    """Links that the gold has, and those of the reading between claims that were found."""
    of = {claims.read[pair.read].id: claims.gold[pair.gold].id for pair in claims.pairs}
    return (
        frozenset(link_key(*link) for link in gold.links),
        frozenset(
            link_key(of[link.source], of[link.target], link.relation)
            for link in (reading.links if reading else ())
            if link.source in of and link.target in of
        ),
    )


def link_key(source: str, target: str, relation: str) -> LinkKey:
    """A link as it is compared: some relations hold in both directions."""
    return relation, frozenset((source, target)) if relation in SYMMETRIC else (source, target)


def _repeats(gold: Gold, reading: Reading | None) -> tuple[frozenset[int], frozenset[int]]:
    """Characters of passages that repeat earlier ones."""
    read = [(each.start, each.end) for each in reading.report.repeats] if reading else []
    return frozenset(characters(gold.repeats)), frozenset(characters(read))
