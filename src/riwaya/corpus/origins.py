"""Corroboration by origin: how many there are behind claims that tell the same, and how they relate.

Origins are counted, never copies. The machine says at most that it found no shared origin; that two origins
are independent is a person's word, kept as a decision. Nothing here measures truth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from riwaya.archive.standing import Independence, Pair, independence
from riwaya.corpus.collected import Collected, collected
from riwaya.corpus.interest import Interest, interest
from riwaya.corpus.register import Register
from riwaya.corpus.relating import Between, Group, Relating
from riwaya.corpus.shared import Copy, Join, copies_of, decided_joins, joins, pair_of
from riwaya.corpus.states import State
from riwaya.corpus.tellings import Speaker, Telling, register_for, tellings
from riwaya.i18n import gettext as _

#: So many origins are compared pair by pair; a matter with more has its first ones compared.
COMPARED = 50


@dataclass(frozen=True, slots=True)
class Origin:
    """Where tellings come from. `speakers` are who is named or hinted at; none where an outlet speaks itself.

    `joins` say why its tellings are one origin. `state` and `reason` (one plain sentence) say how it stands
    to the other origins. `camps` are the sides that it belongs to or stands with.
    """

    speakers: tuple[Speaker, ...]
    tellings: tuple[Telling, ...]
    joins: tuple[Join, ...]
    state: State
    reason: str
    camps: frozenset[str]
    interest: Interest | None


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The origins behind claims, the earliest first; `state` and `reason` are what holds of them together.

    `between` has the pairs of origins by their positions in `origins`. `collected` says how many outlets the
    archive has from those days at all.
    """

    origins: tuple[Origin, ...]
    between: tuple[Between, ...]
    state: State
    reason: str
    collected: Collected


def origins(connection: Connection, claims: Sequence[int]) -> Corroboration:
    """The origins behind `claims`, numbers of claims that tell the same.

    Numbers that are none are passed over; the order of `claims` means nothing.
    """
    register = register_for(connection)
    told = tellings(connection, claims, register)
    copies = copies_of(connection, {each.report for each in told})
    decided = independence(connection)
    groups = _of_one_origin(told, copies, decided, register)
    relating = Relating(connection, groups, copies, decided, register)
    found = [_origin(position, group, relating, register) for position, group in enumerate(groups)]
    first = range(min(len(groups), COMPARED))
    between = tuple(relating.between(i, j) for i in first for j in first if i < j)
    state, reason = _together(found)
    outlets = {each.outlet for each in told}
    window = collected(connection, [each.day for each in told], len(outlets))
    return Corroboration(tuple(found), between, state, reason, window)


def count_origins(connection: Connection, sides: Sequence[Sequence[int]]) -> list[int]:
    """How many origins there are behind each of several lots of claims; all are looked up together."""
    register = register_for(connection)
    every = tellings(connection, [n for side in sides for n in side], register)
    copies = copies_of(connection, {each.report for each in every})
    decided = independence(connection)
    found = []
    for side in map(frozenset, sides):
        told = [each for each in every if each.claim in side]
        reports = {each.report for each in told}
        taken = [copy for copy in copies if copy.report in reports]
        found.append(len(_of_one_origin(told, taken, decided, register)))
    return found


def _of_one_origin(
    told: Sequence[Telling],
    copies: Sequence[Copy],
    decided: Mapping[Pair, Independence],
    register: Register,
) -> list[Group]:
    """The tellings by origin, with the reasons that join them."""
    reasons = [*decided_joins(told, decided), *joins(told, copies, register)]
    apart = {pair for pair, word in decided.items() if word.independent}
    return _grouped(told, [each for each in reasons if pair_of(each.first, each.second) not in apart])


def _grouped(told: Sequence[Telling], reasons: Sequence[Join]) -> list[Group]:
    """The tellings by origin with the reasons that join them: those are as few as it takes."""
    root = {each.claim: each.claim for each in told}

    def find(claim: int) -> int:
        while root[claim] != claim:
            root[claim] = root[root[claim]]
            claim = root[claim]
        return claim

    used: list[Join] = []
    for reason in reasons:
        one, other = find(reason.first.claim), find(reason.second.claim)
        if one != other:
            root[other] = one
            used.append(reason)
    members: dict[int, list[Telling]] = {}
    for each in told:
        members.setdefault(find(each.claim), []).append(each)
    why: dict[int, list[Join]] = {}
    for reason in used:
        why.setdefault(find(reason.first.claim), []).append(reason)
    return [(tuple(group), tuple(why.get(key, ()))) for key, group in members.items()]


def _origin(
    position: int,
    group: Group,
    relating: Relating,
    register: Register,
) -> Origin:
    told, why = group
    speakers = next((each.origin for each in told if any(s.named for s in each.origin)), told[0].origin)
    ids = [speaker.id for speaker in speakers if speaker.named]
    if not speakers:
        ids = [told[0].outlet]
    camps = frozenset(camp for id in ids for camp in register.camps(id, told[0].day))
    state, reason = relating.standing(position)
    leanings = {found.leaning: found for each in told if (found := interest(each, register))}
    leaning = next(iter(leanings.values())) if len(leanings) == 1 else None
    if not reason and why:
        reason = why[0].reason
    return Origin(speakers, told, why, state, reason, camps, leaning)


def _together(found: Sequence[Origin]) -> tuple[State, str]:
    """What can be said of all origins together."""
    if not found:
        return "unknown", _("nobody tells it")
    if len(found) == 1:
        return found[0].state, found[0].reason
    open_ones = [each for each in found if each.state == "unknown"]
    apart = len(found) - len(open_ones)
    if any(each.state == "independent" for each in found):
        sentence = _("somebody decided that origins are independent: {reason}")
        decided = next(each for each in found if each.state == "independent")
        return "independent", sentence.format(reason=decided.reason)
    if apart < 2:
        return "unknown", open_ones[0].reason
    sentence = _("no shared origin was found for {apart} of {all} origins; {open} are of unknown lineage")
    return "not-found", sentence.format(apart=apart, all=len(found), open=len(open_ones))
