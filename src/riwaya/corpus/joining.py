"""Which claims tell of the same happening.

Every claim either founds a happening or joins one whose founder it resembles: leader clustering (Hartigan,
*Clustering Algorithms*, 1975, chapter 3), in the order of publication. Nobody joins through a friend of a
friend: each member is held against the founder's words and against all that earlier members said of roles,
place and time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from itertools import groupby

from riwaya.corpus.fitting import Fit, Signature, fit, narrowed, same_roles, same_victims, signature_of
from riwaya.corpus.frames import Frame
from riwaya.corpus.wording import Vocabulary

#: Happenings that a word still leads to: the latest ones.
_REMEMBERED = 48
#: Happenings that a claim is held against: those with which it shares the rarest words.
_COMPARED = 8
#: How alike the words must be (0 to 1), by how many points of the structure agree.
_ALIKE = ((4.0, 0.30), (3.0, 0.36), (2.0, 0.44), (1.0, 0.52), (0.0, 0.60))
#: Each day between two reports that do not say when asks for so much more.
_A_DAY = 0.10
#: Another count of the same victims asks for so much more, and for so much more again each day.
_OTHER_COUNT = 0.06
#: What shared words must weigh together, and from where on one of them is telling.
_HEAVY, _TELLING, _FEWEST = 16.0, 3.5, 2
#: Points of structure from which on a toll is that of the attack that it stands with.
_SAME_ATTACK = 2.0
#: Points of structure from which on a claim's words are as good as the founder's, and how many are so.
_SURE, _TELLINGS = 4.0, 4
#: Types that two voices may tell of in one report.
_ALLEGED = frozenset(("ASSAULT", "SHELTER", "COERCE"))
#: What claims of reports without any date must have in common.
_WORD_FOR_WORD = 0.9

#: Days after which the same words are no news any more.
_WEEK = 7

#: A claim of an earlier report that says the same words at the same place: (report, anchor, type).
At = tuple[int, int, str]


@dataclass(slots=True)
class Happening:
    """Claims that tell of one thing, the founder first; `signature` is what they all agree with.

    `tellings` are the founder and what its report tells of the same elsewhere, with what their words weigh:
    who joins must resemble one of them.
    """

    founder: Frame
    signature: Signature
    tellings: list[tuple[Frame, float]]
    members: list[Frame] = field(default_factory=list)

    def take(self, frame: Frame) -> None:
        """Let a claim join that fits."""
        self.members.append(frame)
        self.signature = narrowed(self.signature, frame)


def join(
    frames: Sequence[Frame],
    vocabulary: Vocabulary,
    copied: Mapping[At, Sequence[At]],
    told_again: Mapping[int, Sequence[int]],
    beside: Mapping[int, Sequence[int]],
) -> list[Happening]:
    """Every claim in one happening, most of them alone, in the order of their founders.

    `frames` are in the order of `load_frames`. `copied` says where a passage stood before, `told_again`
    which claims of a report are one, `beside` with which attacks a toll stands: by their numbers.
    """
    joiner = _Joiner(vocabulary, copied, told_again, beside, _formulas(frames))
    for _report, own in groupby(frames, key=lambda frame: frame.report.order):
        joiner.add_report(list(own))
    return joiner.happenings


class _Joiner:
    def __init__(
        self,
        vocabulary: Vocabulary,
        copied: Mapping[At, Sequence[At]],
        told_again: Mapping[int, Sequence[int]],
        beside: Mapping[int, Sequence[int]],
        formulas: Container[tuple[int, ...]],
    ) -> None:
        self.happenings: list[Happening] = []
        self._vocabulary = vocabulary
        self._copied = copied
        self._told_again = told_again
        self._beside = beside
        self._tolls: dict[tuple[int, str | None, str | None], int] = {}
        self._formulas = formulas
        self._originals = {at for earlier in copied.values() for at in earlier}
        self._at: dict[At, int] = {}
        self._by_word: dict[tuple[str, int], list[int]] = {}

    def add_report(self, own: Sequence[Frame]) -> None:
        """Let the claims of one report join, the best matches first, one for each happening."""
        offers = sorted(
            (-alike, place, number)
            for place, frame in enumerate(own)
            for number, alike in self._offers(frame)
        )
        joined: dict[int, int] = {}
        for _alike, place, number in offers:
            there = [own[other] for other, taken in joined.items() if taken == number]
            if place not in joined and all(_by_two(own[place], other) for other in there):
                joined[place] = number
        placed: dict[int, int] = {}
        for place, number in sorted(joined.items()):
            placed[own[place].n] = number
            self._take(own[place], number)
        for frame in sorted(own, key=lambda frame: frame.type == "HARM"):
            if frame.n not in placed:
                placed[frame.n] = self._settle(frame, placed)
            if frame.type == "HARM":
                for key in self._attacks(frame, placed):
                    self._tolls.setdefault(key, placed[frame.n])
            at = (frame.report.n, frame.anchor, frame.type)
            if at in self._originals:
                self._at[at] = placed[frame.n]

    def _settle(self, frame: Frame, placed: Mapping[int, int]) -> int:
        """Where a claim goes that no other report leads anywhere: to what its report says again, or alone."""
        again = [placed[n] for n in self._told_again.get(frame.n, ()) if n in placed]
        attacks = [self._tolls[key] for key in self._attacks(frame, placed) if key in self._tolls]
        for number in (*again, *attacks):
            happening = self.happenings[number]
            found = fit(frame, happening.signature, happening.founder)
            of_attack = found and found.points >= _SAME_ATTACK and not _falls(frame, happening)
            if found and (number in again or of_attack):
                self._take(frame, number)
                return number
        self.happenings.append(self._founded(frame))
        self._remember(frame, len(self.happenings) - 1)
        return len(self.happenings) - 1

    def _attacks(self, frame: Frame, placed: Mapping[int, int]) -> list[tuple[int, str | None, str | None]]:
        """The attacks that a toll is of, with what it counts and of whom."""
        numbers = (placed.get(attack) for attack in self._beside.get(frame.n, ()))
        return [(number, frame.measure, frame.harmed) for number in numbers if number is not None]

    def _take(self, frame: Frame, number: int) -> None:
        """Let a claim join; its words lead others there where they are sure to tell of the same."""
        happening = self.happenings[number]
        found = fit(frame, happening.signature, happening.founder)
        happening.take(frame)
        own = happening.founder.report.n == frame.report.n
        sure = found is not None and found.dated and found.points >= _SURE and not frame.lent
        if (own or sure) and len(happening.tellings) < _TELLINGS:
            happening.tellings.append((frame, self._vocabulary.weight(frame.window)))
            self._remember(frame, number)

    def _offers(self, frame: Frame) -> Iterator[tuple[int, float]]:
        """Happenings that the claim may join, with how well."""
        copied = False
        for at in self._copied.get((frame.report.n, frame.anchor, frame.type), ()):
            number = self._at.get(at)
            if number is not None and _is_copy(frame, self.happenings[number]):
                copied = True
                yield number, 2.0
        if copied or not frame.window or (frame.first is None and frame.window in self._formulas):
            return
        words, weight = set(frame.window), self._vocabulary.weight(frame.window)
        for number in self._nearest(frame):
            alike = self._alike(frame, words, weight, self.happenings[number])
            if alike is not None:
                yield number, alike

    def _nearest(self, frame: Frame) -> list[int]:
        """Happenings that share the rarest of a claim's words."""
        shared: Counter[int] = Counter()
        for word in self._vocabulary.keys(frame.window):
            weight = int(self._vocabulary.weights[word] * 16)
            for number in self._by_word.get((frame.type, word), ()):
                shared[number] += weight
        return nsmallest(_COMPARED, shared, key=lambda number: (-shared[number], number))

    def _founded(self, frame: Frame) -> Happening:
        weight = self._vocabulary.weight(frame.window)
        return Happening(frame, signature_of(frame), [(frame, weight)], [frame])

    def _remember(self, frame: Frame, number: int) -> None:
        for word in self._vocabulary.keys(frame.window):
            known = self._by_word.setdefault((frame.type, word), [])
            known.append(number)
            if len(known) > 2 * _REMEMBERED:
                del known[:_REMEMBERED]

    def _alike(self, frame: Frame, words: set[int], mass: float, happening: Happening) -> float | None:
        """How alike a claim and a happening are where that is enough; None where it is not."""
        weights, best = self._vocabulary.weights, 0.0
        for telling, heavy in happening.tellings:
            shared = [weights[n] for n in telling.window if n in words]
            weight = sum(shared)
            if weight >= _HEAVY and sum([w >= _TELLING for w in shared]) >= _FEWEST:
                best = max(best, (2 * weight / (mass + heavy) + weight / min(mass, heavy)) / 2)
        found = fit(frame, happening.signature, happening.founder) if best else None
        if found is None or best < _needed(frame, happening.founder, found):
            return None
        return best + found.points / 20


def _falls(frame: Frame, happening: Happening) -> bool:
    """Whether a toll is lower than one that the same source gave before: then it counts something else."""
    low = frame.low or 0
    return any(frame.speakers & other.speakers and low < (other.low or 0) for other in happening.members)


def _by_two(one: Frame, other: Frame) -> bool:
    """Whether two voices say of one report's event what may be the same."""
    alleged = one.type in _ALLEGED and one.polarity == other.polarity
    voices = one.attribution != other.attribution and not one.speakers & other.speakers
    return alleged and voices and same_roles(one, other) and same_victims(one, other)


def _formulas(frames: Sequence[Frame]) -> set[tuple[int, ...]]:
    """Words that undated claims repeat for weeks: they are said of one case after another."""
    first: dict[tuple[int, ...], int] = {}
    found: set[tuple[int, ...]] = set()
    for frame in frames:
        if frame.first is None and frame.report.day is not None:
            since = first.setdefault(frame.window, frame.report.day)
            if frame.report.day - since > _WEEK:
                found.add(frame.window)
    return found


def _needed(frame: Frame, founder: Frame, found: Fit) -> float:
    if frame.report.day is None or founder.report.day is None:
        return _WORD_FOR_WORD
    points = found.points
    if frame.measure is not None and frame.low is not None and founder.low is not None:
        points += frame.low == founder.low
    needed = next(alike for least, alike in _ALIKE if points >= least)
    if not found.dated:
        needed += _A_DAY * found.apart
    if _counts_differ(frame, founder):
        # A toll of a day that both name may rise for days.
        needed += _OTHER_COUNT * (1 if found.dated else 1 + found.apart)
    return needed


def _counts_differ(frame: Frame, founder: Frame) -> bool:
    if frame.measure != founder.measure or None in (frame.low, founder.low):
        return False
    return (frame.low, frame.high) != (founder.low, founder.high)


def _is_copy(frame: Frame, happening: Happening) -> bool:
    """Whether a copied claim still is of the happening: "he" and "today" may stand for others by now."""
    founder, signature = happening.founder, happening.signature
    days = frame.report.day, founder.report.day
    if None not in days and abs((days[0] or 0) - (days[1] or 0)) > _WEEK:
        return False
    apart = None not in (frame.first, frame.last, signature.first, signature.last) and (
        (frame.first or 0) > (signature.last or 0) or (frame.last or 0) < (signature.first or 0)
    )
    return not apart and (frame.polarity == 0) == signature.open and same_roles(frame, founder)
