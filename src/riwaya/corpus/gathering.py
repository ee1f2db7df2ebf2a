"""From happenings to matters: what belongs together without being the same.

A matter has one happening in the middle; others are taken in only if something ties them to it directly.
What has taken others in is taken in by none, so that a chain of ties never leads from one thing to another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from riwaya.corpus.fitting import NEARBY, fit, same_place, same_victims, signature_of
from riwaya.corpus.frames import OWN, Frame
from riwaya.corpus.joining import Happening
from riwaya.corpus.wording import Vocabulary, reworded
from riwaya.reading.linking.links import ANSWERS

#: Why two claims belong to one matter; all but `toll` and `same` are relations of claims.md.
Tie = Literal["denies", "contradicts", "counter-accuses", "answers", "same", "toll"]

_DISPUTES: Mapping[str, Tie] = {
    "denies": "denies",
    "contradicts": "contradicts",
    "counter-accuses": "counter-accuses",
    "answers": "answers",
}
#: What a party tells of its enemy accuses him, whatever the verb.
_ALLEGED = frozenset(("ASSAULT", "SHELTER", "HARM", "COERCE"))
#: Characters between an attack and its toll, or between two tolls, in one sentence.
_CLOSE = 80
#: Characters within which a denial follows what it denies.
_DENIED = 220
#: A denial of no more characters only points back.
_POINTING = 30
#: What words must weigh that two claims of different structure share.
_SHARED = 14.0
#: Days within which a request is answered in another report.
_ANSWERED = 5


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims that something ties together, the later or reacting one first."""

    source: Frame
    target: Frame
    tie: Tie


@dataclass(slots=True)
class Gathered:
    """The claims of one matter, in order, and the pairs that tied its happenings together."""

    founder: Frame
    members: list[Frame]
    pairs: list[Pair] = field(default_factory=list)


def gather(
    happenings: Sequence[Happening],
    within: Iterable[tuple[int, int, str]],
    again: Mapping[int, Sequence[int]],
    vocabulary: Vocabulary,
) -> list[Gathered]:
    """Matters, in the order of their founders: claims of two reports at least, or a dispute inside one.

    `within` are the links inside reports: source, target, relation. `again` says which claims of a report are
    one, by their numbers.
    """
    frames = {frame.n: frame for happening in happenings for frame in happening.members}
    of = {frame.n: number for number, happening in enumerate(happenings) for frame in happening.members}
    stars = _Stars(happenings, of)
    same = (Pair(frames[n], frames[other], "same") for n, others in again.items() for other in others)
    later = (pair for pair in same if pair.source.place > pair.target.place)
    for pair in sorted((*later, *_ties(within, frames, vocabulary)), key=_order):
        stars.tie(pair)
    for pair in _across(frames.values(), vocabulary):
        stars.tie(pair)
    for pair in _tolls(happenings, of):
        stars.tie(pair)
    return stars.matters()


class _Stars:
    """Which happening has taken in which."""

    def __init__(self, happenings: Sequence[Happening], of: Mapping[int, int]) -> None:
        self._happenings = happenings
        self._of = of
        self._into: dict[int, int] = {}
        self._took: dict[int, list[int]] = {}
        self._pairs: dict[int, list[Pair]] = {}

    def tie(self, pair: Pair) -> None:
        """Bring two claims into one matter, unless that would draw a third thing in."""
        one, other = self._of[pair.source.n], self._of[pair.target.n]
        middle, taken = self._root(one), self._root(other)
        if middle != taken:
            if pair.tie == "same" and 1 not in map(self._size, (one, other)):
                return
            if not self._same_victims(middle, taken):
                return
            if len(self._happenings[taken].members) > len(self._happenings[middle].members) or (
                middle > taken and self._size(one) == self._size(other)
            ):
                middle, taken = taken, middle
            if taken in self._took:
                middle, taken = taken, middle
            if taken in self._took or {one, other} != {middle, taken}:
                return
            self._into[taken] = middle
            self._took.setdefault(middle, []).append(taken)
        if pair.tie in _DISPUTES:
            self._pairs.setdefault(middle, []).append(pair)

    def matters(self) -> list[Gathered]:
        """Everything that is of two reports, or disputed."""
        found: list[Gathered] = []
        for number, happening in enumerate(self._happenings):
            if number in self._into:
                continue
            members = list(happening.members)
            for taken in self._took.get(number, ()):
                members += self._happenings[taken].members
            pairs = self._pairs.get(number, [])
            if len({frame.report.n for frame in members}) > 1 or any(p.tie != "answers" for p in pairs):
                members.sort(key=lambda frame: frame.place)
                found.append(Gathered(members[0], members, pairs))
        return sorted(found, key=lambda gathered: gathered.founder.place)

    def _root(self, number: int) -> int:
        return self._into.get(number, number)

    def _same_victims(self, one: int, other: int) -> bool:
        """Whether nothing that one has taken in struck people where something of the other struck forces."""
        ours, theirs = ([n, *self._took.get(n, ())] for n in (one, other))
        return all(
            same_victims(self._happenings[a].signature, self._happenings[b].signature)
            for a in ours
            for b in theirs
        )

    def _size(self, number: int) -> int:
        return len(self._happenings[number].members)


def _order(pair: Pair) -> tuple[object, ...]:
    return (pair.source.place, pair.target.place, pair.tie)


def _ties(
    within: Iterable[tuple[int, int, str]], frames: Mapping[int, Frame], vocabulary: Vocabulary
) -> Iterator[Pair]:
    """What the reading of one report already relates, where it is safe to build on."""
    for n, other, relation in within:
        source, target = frames.get(n), frames.get(other)
        if source is None or target is None:
            continue
        if relation == "answers":
            if target.type == "REQUEST" and source.agents & target.patients:
                yield Pair(source, target, "answers")
        elif relation in ("denies", "contradicts"):
            if _collide(relation, source, target, vocabulary):
                yield Pair(source, target, _DISPUTES[relation])
        elif relation == "counter-accuses" and _blame_each_other(source, target, vocabulary):
            yield Pair(source, target, "counter-accuses")


def _collide(relation: str, source: Frame, target: Frame, vocabulary: Vocabulary) -> bool:
    """Whether two claims of one report collide, of all those that its reading takes for colliding.

    Somebody else denies an accusation right before, in a word that points back. A contradiction is in other
    words about the same day.
    """
    far = source.anchor - target.anchor
    if source.polarity * target.polarity >= 0 or not fit(source, signature_of(target), target):
        return False
    if relation == "denies":
        if not 0 < far <= _DENIED or source.attribution == target.attribution or same_voice(source, target):
            return False
        pointing = source.end - source.start <= _POINTING
        return target.act == "accuse" and source.origin != target.origin and pointing
    dated = source.first is not None and target.first is not None
    return dated and abs(far) > _DENIED and vocabulary.shared(source.window, target.window) >= _SHARED


def _blame_each_other(source: Frame, target: Frame, vocabulary: Vocabulary) -> bool:
    """Whether two parties blame one another for one thing, where a report's reading says so.

    "A and B condemned" is easily read for "A condemned B": in the same words only exchanges are mutual.
    """
    if (source.type, source.mode) != (target.type, target.mode):
        return False
    if source.anchor == target.anchor:
        return vocabulary.is_mutual(source.window)
    return vocabulary.shared(source.window, target.window) >= _SHARED


def same_voice(one: Frame, other: Frame) -> bool:
    """Whether one party makes both claims, or the same outlet in its own words."""
    if one.speakers or other.speakers:
        return bool(one.speakers & other.speakers)
    return one.origin == other.origin and one.origin.startswith(OWN)


def _across(frames: Iterable[Frame], vocabulary: Vocabulary) -> Iterator[Pair]:
    """Accusations that answer one another, and answers to requests, in different reports."""
    accused: dict[tuple[str, str, str, str | None], Frame] = {}
    asked: dict[tuple[str, tuple[str, str | None]], Frame] = {}
    for frame in sorted(frames, key=lambda frame: frame.place):
        if frame.type in _ALLEGED and frame.polarity > 0 and frame.speakers and not frame.headline:
            yield from _counters(frame, accused, vocabulary)
        elif frame.type == "REQUEST" and frame.theme is not None:
            asked.update(((party, frame.theme), frame) for party in sorted(frame.patients))
        elif frame.type in ANSWERS and frame.theme is not None and frame.polarity > 0:
            for party in sorted(frame.agents):
                request = asked.get((party, frame.theme))
                if request is None or not request.agents & (frame.patients | frame.recipients):
                    continue
                if _follows(frame, request, _ANSWERED, vocabulary):
                    yield Pair(frame, request, "answers")
                    break


def _counters(
    frame: Frame, accused: dict[tuple[str, str, str, str | None], Frame], vocabulary: Vocabulary
) -> Iterator[Pair]:
    for speaker in sorted(frame.speakers):
        for agent in sorted(frame.agents - frame.speakers):
            other = accused.get((agent, speaker, frame.type, frame.mode))
            accusing = other is not None and "accuse" in (frame.act, other.act)
            other_words = other is not None and reworded(frame.window, other.window)
            if other is not None and accusing and other_words and _follows(frame, other, NEARBY, vocabulary):
                yield Pair(frame, other, "counter-accuses")
            accused[speaker, agent, frame.type, frame.mode] = frame


def _follows(frame: Frame, earlier: Frame, days: int, vocabulary: Vocabulary) -> bool:
    day, other = frame.report.day, earlier.report.day
    if day is None or other is None or day - other > days or frame.report.n == earlier.report.n:
        return False
    if frame.spots and earlier.spots and not same_place(frame.spots, earlier.spots):
        return False
    return vocabulary.shared(frame.window, earlier.window) >= _SHARED


def _tolls(happenings: Sequence[Happening], of: Mapping[int, int]) -> Iterator[Pair]:
    """Attacks and tolls that most reports tell in one breath."""
    votes: Counter[tuple[int, int]] = Counter()
    first: dict[tuple[int, int], Pair] = {}
    by_report: dict[int, list[Frame]] = {}
    for happening in happenings:
        if len(happening.members) > 1:
            for frame in happening.members:
                if frame.type in ("ASSAULT", "HARM") and frame.polarity > 0:
                    by_report.setdefault(frame.report.order, []).append(frame)
    for order in sorted(by_report):
        near = sorted(by_report[order], key=lambda frame: frame.place)
        told: dict[tuple[int, int], Pair] = {}
        for pair in pairwise(near):
            # "Nine were killed in the shelling": the toll may come first.
            attack, toll = sorted(pair, key=lambda frame: (frame.type == "HARM", frame.place))
            if _in_one_breath(attack, toll):
                told.setdefault((of[attack.n], of[toll.n]), Pair(toll, attack, "toll"))
        votes.update(told.keys())
        for key, found in told.items():
            first.setdefault(key, found)
    for key in sorted(votes, key=lambda key: (-votes[key], key)):
        if votes[key] * 2 > max(_reports(happenings[number]) for number in key):
            yield first[key]


def _reports(happening: Happening) -> int:
    return len({frame.report.n for frame in happening.members})


def _in_one_breath(before: Frame, behind: Frame) -> bool:
    if behind.type != "HARM" or abs(behind.anchor - before.anchor) > _CLOSE:
        return False
    if before.attribution != behind.attribution or "cumulative" in (before.scope, behind.scope):
        return False
    if before.type == "HARM" and (before.measure == behind.measure or before.measure is None):
        return False
    return not (before.spots and behind.spots) or same_place(before.spots, behind.spots)
