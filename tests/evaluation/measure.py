"""How well readings agree with annotated reports, layer by layer.

Spans agree by their Dice overlap; pairs are made one to one, the best first. Actors are compared by
their party, so that a ministry and its state are one; all anonymous groups count as one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from riwaya.model import Attribution, Claim, Place, Reading
from riwaya.model import Span as ModelSpan

Span = tuple[int, int]
Parties = dict[str, str]

MENTION_OVERLAP = 0.5
CONTENT_OVERLAP = 0.5
QUANTITY_OVERLAP = 0.4
SAME_PARTIES = 0.6
PLACE_KM = 25.0
EARTH_DIAMETER_KM = 12742.0
ANCHOR_SLACK = 3
ANONYMOUS = {"activists", "eyewitnesses"}
UNREGISTERED = {"unidentified-armed-group", "detainees", "journalists", "medical-staff"}


@dataclass(frozen=True, slots=True)
class Score:
    """How many were annotated, how many were read, how many of these are right."""

    gold: int
    read: int
    right: int

    @property
    def recall(self) -> float:
        """The share of what is annotated that was read right."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.gold + self.read) if self.gold + self.read else 0.0


def measure(pairs: Iterable[tuple[dict[str, Any], Reading]], parties: Parties) -> dict[str, Score]:
    """Score every layer over all reports; `parties` maps the id of an actor to that of its party."""
    total: dict[str, Counter[str]] = {}
    for gold, reading in pairs:
        for layer, score in _layers(gold, reading, parties).items():
            kept = total.setdefault(layer, Counter())
            kept.update(gold=score.gold, read=score.read, right=score.right)
    return {layer: Score(kept["gold"], kept["read"], kept["right"]) for layer, kept in total.items()}


def _layers(gold: dict[str, Any], reading: Reading, parties: Parties) -> dict[str, Score]:
    root = _rooter(reading, parties)
    return {
        **_attributions(gold["attributions"], reading, root),
        "actor": _actors(gold["actors"], reading, root),
        **_places(gold["places"], reading),
        **_times(gold["times"], reading),
        **_quantities(gold["quantities"], reading),
        **_claims(gold["claims"], reading, root),
        "repeat": _repeats(gold["repeats"], reading),
    }


def _rooter(reading: Reading, parties: Parties) -> Callable[[str], str]:
    registered = {actor.id: actor for actor in reading.actors}

    def root(actor: str) -> str:
        listed = registered.get(actor)
        if actor == "outlet":
            return actor
        if actor in ANONYMOUS or actor.endswith("-sources") or (listed and listed.kind == "sources"):
            return "anonymous"
        return "other" if actor in UNREGISTERED else parties.get(actor, "other")

    return root


def _of(span: ModelSpan) -> Span:
    return span.start, span.end


def dice(one: Sequence[int], other: Sequence[int]) -> float:
    """Twice the shared characters by the characters of both: 1 for equal spans, 0 for disjoint ones."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared / (one[1] - one[0] + other[1] - other[0]) if shared > 0 else 0.0


def _same(wanted: set[str], got: set[str]) -> bool:
    """Whether two sets of parties agree: their Dice overlap is high enough, or both are empty."""
    if not wanted and not got:
        return True
    return 2 * len(wanted & got) / (len(wanted) + len(got)) > SAME_PARTIES


def pairs_of(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs out of (value, left, right), those of the highest value first."""
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for _, i, j in sorted(candidates, key=lambda each: (-each[0], each[1], each[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


def _overlapping(
    gold: Sequence[dict[str, Any]], read: Sequence[Span], least: float
) -> Iterable[tuple[float, int, int]]:
    for i, wanted in enumerate(gold):
        for j, span in enumerate(read):
            overlap = dice(wanted["span"], span)
            if overlap >= least:
                yield overlap, i, j


def _attributions(
    gold: list[dict[str, Any]], reading: Reading, root: Callable[[str], str]
) -> dict[str, Score]:
    """Attributions whose cues overlap and whose contents agree; claimers: their speakers agree too."""
    read = reading.attributions
    candidates = (
        (dice(wanted["content"], _of(got.content)), i, j)
        for i, wanted in enumerate(gold)
        for j, got in enumerate(read)
        if dice(wanted["cue"], _of(got.cue))
    )
    chosen = pairs_of(each for each in candidates if each[0] >= CONTENT_OVERLAP)
    ours: dict[str | None, str | None] = {read[j].id: gold[i]["id"] for i, j in chosen} | {None: None}
    matched = len(chosen)
    return {
        "attribution": Score(len(gold), len(read), matched),
        "claimer": Score(len(gold), len(read), sum(_same_claimer(gold[i], read[j], root) for i, j in chosen)),
        "parent": Score(
            matched, matched, sum(gold[i]["parent"] == ours.get(read[j].parent, "") for i, j in chosen)
        ),
        "act": Score(matched, matched, sum(gold[i]["act"] == read[j].act for i, j in chosen)),
        "quoted": Score(matched, matched, sum(gold[i]["quoted"] == read[j].quoted for i, j in chosen)),
    }


def _same_claimer(wanted: dict[str, Any], got: Attribution, root: Callable[[str], str]) -> bool:
    """Whether the parties agree and, where the annotation names a source, its span too."""
    if not _same({root(a) for a in wanted["actors"]}, {root(a) for a in got.source_actors} or {"other"}):
        return False
    if not wanted["source"]:
        return True
    return got.source is not None and dice(wanted["source"], _of(got.source)) >= MENTION_OVERLAP


def _actors(gold: list[dict[str, Any]], reading: Reading, root: Callable[[str], str]) -> Score:
    found: dict[Span, set[str]] = {}
    for mention in reading.mentions:
        if mention.actor and root(mention.actor) not in {"other", "outlet"}:
            found.setdefault((mention.start, mention.end), set()).add(root(mention.actor))
    spans = list(found)
    right = pairs_of(
        (overlap, i, j)
        for overlap, i, j in _overlapping(gold, spans, MENTION_OVERLAP)
        if found[spans[j]] & {root(actor) for actor in gold[i]["actors"]}
    )
    return Score(len(gold), len(spans), len(right))


def _places(gold: list[dict[str, Any]], reading: Reading) -> dict[str, Score]:
    """Place mentions below the country; located: those with known coordinates, near them."""
    places = {place.id: place for place in reading.places}
    found = {
        (mention.start, mention.end): places[mention.place]
        for mention in reading.mentions
        if mention.place and places[mention.place].kind != "country"
    }
    spans = list(found)
    chosen = pairs_of(_overlapping(gold, spans, MENTION_OVERLAP))
    near = sum(_near(gold[i]["at"], found[spans[j]], PLACE_KM) for i, j in chosen)
    known = sum(each["at"] is not None for each in gold)
    return {"place": Score(len(gold), len(spans), len(chosen)), "located": Score(known, known, near)}


def _near(wanted: Sequence[float] | None, place: Place, limit: float) -> bool:
    points = list(_points((place.geometry or {}).get("coordinates", [])))
    if wanted is None or not points:
        return False
    middle = (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points))
    return _km(wanted, middle) <= limit


def _points(coordinates: Any) -> Iterable[tuple[float, float]]:
    """The positions of a GeoJSON geometry, latitude first."""
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates[1], coordinates[0]
    else:
        for inner in coordinates:
            yield from _points(inner)


def _km(one: Sequence[float], other: Sequence[float]) -> float:
    """Great-circle distance by the haversine formula."""
    lat1, lon1, lat2, lon2 = (math.radians(each) for each in (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(math.sqrt(half))


def _times(gold: list[dict[str, Any]], reading: Reading) -> dict[str, Score]:
    read = [((each.start, each.end), each.time.value) for each in reading.mentions if each.time]
    chosen = pairs_of(_overlapping(gold, [span for span, _ in read], MENTION_OVERLAP))
    values = sum(gold[i]["value"] == read[j][1] for i, j in chosen)
    return {
        "time": Score(len(gold), len(read), len(chosen)),
        "time value": Score(len(gold), len(read), values),
    }


def _quantities(gold: list[dict[str, Any]], reading: Reading) -> dict[str, Score]:
    quantities = [claim.event.quantity for claim in reading.claims]
    read = list({(_of(each.span), each.measure): each for each in quantities if each}.values())
    chosen = pairs_of(
        (overlap, i, j)
        for overlap, i, j in _overlapping(gold, [_of(each.span) for each in read], QUANTITY_OVERLAP)
        if gold[i]["measure"] == read[j].measure
    )
    bounds = sum((gold[i]["low"], gold[i]["high"]) == (read[j].low, read[j].high) for i, j in chosen)
    return {
        "quantity": Score(len(gold), len(read), len(chosen)),
        "quantity value": Score(len(gold), len(read), bounds),
    }


def _claims(gold: list[dict[str, Any]], reading: Reading, root: Callable[[str], str]) -> dict[str, Score]:
    """Claims of the right type at the right word; then also the right parties, then the right origin."""
    read = reading.claims
    who = {}
    origin = {}
    candidates = []
    for i, wanted in enumerate(gold):
        reach = (wanted["anchor"][0] - ANCHOR_SLACK, wanted["anchor"][1] + ANCHOR_SLACK)
        for j, got in enumerate(read):
            if got.event.type != wanted["type"] or not dice(reach, _of(got.anchor)):
                continue
            who[i, j] = _participants(wanted, got, root)
            origin[i, j] = bool({root(each) for each in wanted["holders"]} & _origin(got, root))
            candidates.append((1.0 + 2 * who[i, j] + origin[i, j], i, j))
    chosen = pairs_of(candidates)
    return {
        "claim type": Score(len(gold), len(read), len(chosen)),
        "claim who": Score(len(gold), len(read), sum(who[pair] for pair in chosen)),
        "claim holder": Score(len(gold), len(read), sum(who[pair] and origin[pair] for pair in chosen)),
    }


def _participants(wanted: dict[str, Any], got: Claim, root: Callable[[str], str]) -> bool:
    agents = {root(role.actor) for role in got.event.agent}
    patients = {root(role.actor) for role in got.event.patient}
    return _same({root(each) for each in wanted["agents"]}, agents) and _same(
        {root(each) for each in wanted["patients"]}, patients
    )


def _origin(claim: Claim, root: Callable[[str], str]) -> set[str]:
    return {root(actor) for actor in claim.chain[-1].actors}


def _repeats(gold: list[Sequence[int]], reading: Reading) -> Score:
    wanted = {i for start, end in gold for i in range(start, end)}
    got = {i for each in reading.report.repeats for i in range(each.start, each.end)}
    return Score(len(wanted), len(got), len(wanted & got))
