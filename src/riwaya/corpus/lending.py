"""What a claim takes, for comparing only, from what its report tells of beside it.

A toll seldom says where, when and by whom once more: the attack that it is the toll of does.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from riwaya.corpus.fitting import fit, same_victims, signature_of
from riwaya.corpus.frames import Frame
from riwaya.corpus.wording import Vocabulary

_SAME = frozenset(("supports", "repeats", "supersedes"))
#: Characters within which one telling of an attack is right behind another.
_BESIDE = 220
#: Characters between a toll and the attack of the same attribution, in another sentence.
_NEAR = 200
#: What words must weigh that two claims of different structure share; less where one is a headline.
_SHARED, _HEADLINE = 14.0, 7.0
#: Points of structure that two passages of a report must share to tell the same.
_TOLD_TWICE = 2.0
#: The same where two different voices tell it, one behind the other.
_TOLD_BY_TWO = 1.5


def told_again(
    frames: Sequence[Frame], within: Iterable[tuple[int, int, str]], vocabulary: Vocabulary
) -> dict[int, list[int]]:
    """For claims of a report the others of it that are one with them, by number, in the order of the text.

    `within` are the links inside reports: source, target, relation.
    """
    by_number = {frame.n: frame for frame in frames}
    found: dict[int, set[int]] = {}
    for n, other, relation in within:
        source, target = by_number.get(n), by_number.get(other)
        if relation in _SAME and source and target and _is_same(source, target, vocabulary):
            found.setdefault(n, set()).add(other)
            found.setdefault(other, set()).add(n)
    return {n: sorted(others, key=lambda each: by_number[each].place) for n, others in found.items()}


def lend(
    frames: Sequence[Frame], again: Mapping[int, Sequence[int]]
) -> tuple[list[Frame], dict[int, list[int]]]:
    """The claims in the same order: attacks with what other tellings of them say, tolls with their attack's.

    Beside them, which attacks each toll stands with, by their numbers.
    """
    by_number = {frame.n: frame for frame in frames}
    lent: list[Frame] = []
    beside: dict[int, list[int]] = {}
    for _report, group in groupby(frames, key=lambda frame: frame.report.order):
        own = list(group)
        attacks = []
        for frame in own:
            if frame.type == "ASSAULT" and frame.polarity != 0:
                same = [by_number[n] for n in again.get(frame.n, ())]
                attacks.append(_with(frame, [each for each in same if each.mode == frame.mode]))
        known = {frame.n: frame for frame in attacks}
        for frame in own:
            if frame.type == "HARM" and frame.polarity > 0 and frame.scope != "cumulative":
                with_it = _beside(frame, attacks)
                beside[frame.n] = [each.n for each in with_it]
                lent.append(_with(frame, with_it))
            else:
                lent.append(known.get(frame.n, frame))
    return lent, beside


def _beside(frame: Frame, attacks: Sequence[Frame]) -> list[Frame]:
    """The attacks that a toll stands with: in its sentence, else right beside it and by the same source."""
    fitting = [each for each in attacks if each.polarity > 0 and same_victims(frame, each)]
    same = [each for each in fitting if each.sentence == frame.sentence]
    if same or frame.attribution is None:
        return same
    return [
        each
        for each in fitting
        if each.attribution == frame.attribution and abs(each.anchor - frame.anchor) <= _NEAR
    ]


def _with(frame: Frame, others: Sequence[Frame]) -> Frame:
    """A claim with what it does not say itself and all others that say it agree on."""
    if not others:
        return frame
    agents = {each.agents for each in others if each.agents}
    spots = {each.spots for each in others if each.spots}
    days = {(each.first, each.last) for each in others if each.first is not None}
    harmed = {each.harmed for each in others if each.harmed is not None}
    new = replace(
        frame,
        agents=frame.agents or (agents.pop() if len(agents) == 1 else frame.agents),
        spots=frame.spots or (spots.pop() if len(spots) == 1 else ()),
        harmed=frame.harmed or (harmed.pop() if len(harmed) == 1 else None),
    )
    if new.first is None and len(days) == 1:
        first, last = days.pop()
        new = replace(new, first=first, last=last)
    return new if new == frame else replace(new, lent=True)


def _is_same(source: Frame, target: Frame, vocabulary: Vocabulary) -> bool:
    """Whether two claims of a report are one: a headline and the body, or what is told twice."""
    found = fit(source, signature_of(target), target)
    if found is None:
        return False
    shared = vocabulary.shared(source.window, target.window)
    if source.headline != target.headline:
        return shared >= (_HEADLINE if found.points else _SHARED)
    if shared < _SHARED:
        return False
    if abs(source.anchor - target.anchor) > _BESIDE:
        return found.points >= _TOLD_TWICE
    by_two = source.attribution != target.attribution and not source.speakers & target.speakers
    alike = source.harmed == target.harmed and source.sentence != target.sentence
    return by_two and alike and found.points >= _TOLD_BY_TWO
