"""What people decided of matters, done to the matters that the rules make; taken back, they are as before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.archive.standing import Merges
from riwaya.corpus.frames import Frame
from riwaya.corpus.gathering import Gathered


def settle(matters: Sequence[Gathered], frames: Sequence[Frame], decided: Merges) -> list[Gathered]:
    """The matters as people want them, in the order of their founders.

    Two claims that are to be in one matter bring what each is with along. Of two that are not to be in one
    the founder of the matter stays and the other belongs to none; where neither founded it, the earlier one
    stays.
    """
    if not decided.joined and not decided.apart:
        return list(matters)
    by_number = {frame.n: frame for frame in frames}
    of = {frame.n: gathered for gathered in matters for frame in gathered.members}
    whole = {id(gathered): gathered for gathered in matters}
    for one, other in decided.joined:
        if one in by_number and other in by_number:
            first, second = (of.get(n) or _alone(by_number[n]) for n in (one, other))
            if first is not second:
                joined = _joined(first, second)
                whole.pop(id(first), None)
                whole.pop(id(second), None)
                whole[id(joined)] = joined
                of.update((frame.n, joined) for frame in joined.members)
    parted = _parted(decided, of)
    kept = (_without(gathered, parted) for gathered in whole.values())
    return sorted((g for g in kept if len(g.members) > 1), key=lambda gathered: gathered.founder.place)


def _parted(decided: Merges, of: Mapping[int, Gathered]) -> set[int]:
    """Claims that leave their matter: each pair is looked at in the matter that all the joins made."""
    gone: set[int] = set()
    for one, other in decided.apart:
        gathered = of.get(one)
        if gathered is not None and gathered is of.get(other) and not gone & {one, other}:
            pair = [frame for frame in gathered.members if frame.n in (one, other)]
            gone.add(max(pair, key=lambda frame: (frame is not gathered.founder, frame.place)).n)
    return gone


def _alone(frame: Frame) -> Gathered:
    return Gathered(frame, [frame])


def _joined(first: Gathered, second: Gathered) -> Gathered:
    members = sorted((*first.members, *second.members), key=lambda frame: frame.place)
    return Gathered(members[0], members, [*first.pairs, *second.pairs])


def _without(gathered: Gathered, gone: set[int]) -> Gathered:
    members = [frame for frame in gathered.members if frame.n not in gone]
    if len(members) == len(gathered.members) or not members:
        return gathered if members else Gathered(gathered.founder, [])
    pairs = [pair for pair in gathered.pairs if not gone & {pair.source.n, pair.target.n}]
    return Gathered(members[0], members, pairs)
