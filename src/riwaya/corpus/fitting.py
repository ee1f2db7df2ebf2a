"""Whether two claims can be of the same happening, and how much of their structure says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from riwaya.corpus.frames import Frame, Spot
from riwaya.gazetteer.place import distance_km
from riwaya.reading.draft import STRIKING

#: Days that two reports may lie apart when they do not say which day they speak of.
NEARBY = 3
#: Days before and after its publication on which an undated claim may have happened.
BEFORE, AFTER = 4, 1
#: An interval of more days says little of when something happened.
_NARROW = 3
#: Two named places no further apart (km) are one to somebody who writes from afar.
_NEAR_KM = 5.0
#: Kinds of places that others lie in.
_HOLDING = frozenset(
    ("region", "governorate", "district", "subdistrict", "zone", "area", "valley", "mountain")
)
#: Types whose two sides do it together: who is agent and who patient is a matter of wording.
_TOGETHER = frozenset(("CONSULT", "AGREE", "COOPERATE"))


@dataclass(frozen=True, slots=True)
class Signature:
    """What all claims of one happening must agree with: the first says it, others make it narrower."""

    type: str
    mode: str | None
    phase: str | None
    open: bool
    measure: str | None
    cumulative: bool
    low: int | None
    theme: tuple[str, str | None] | None
    agents: frozenset[str]
    patients: frozenset[str]
    recipients: frozenset[str]
    harmed: str | None
    spots: tuple[Spot, ...]
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Fit:
    """How a claim fits: `points` for each part of the structure that both have and agree on.

    `dated` is whether both say when, `apart` how many days of publication lie between them.
    """

    points: float
    dated: bool
    apart: int


def signature_of(frame: Frame) -> Signature:
    """The signature of a happening that one claim tells of."""
    agents, patients = _sides(frame)
    return Signature(
        frame.type, frame.mode, frame.phase, frame.polarity == 0, frame.measure, frame.scope == "cumulative",
        frame.low, frame.theme, agents, patients, frame.recipients, frame.harmed, frame.spots, frame.first,
        frame.last,
    )  # fmt: skip


def narrowed(signature: Signature, frame: Frame) -> Signature:
    """The signature when a fitting claim has joined: what it adds from now on holds for others, too."""
    other = signature_of(frame)
    first, last = signature.first, signature.last
    if first is None or last is None:
        first, last = other.first, other.last
    elif other.first is not None and other.last is not None:
        first, last = max(first, other.first), min(last, other.last)
    narrow = replace(
        signature, mode=signature.mode or other.mode, phase=signature.phase or other.phase,
        theme=signature.theme or other.theme, agents=signature.agents or other.agents,
        patients=signature.patients or other.patients, recipients=signature.recipients or other.recipients,
        harmed=signature.harmed or other.harmed,
        spots=signature.spots or other.spots, first=first, last=last,
    )  # fmt: skip
    return signature if narrow == signature else narrow


def fit(frame: Frame, signature: Signature, founder: Frame) -> Fit | None:
    """How a claim fits a happening; None where type, roles, place, time or number speak against it."""
    if not _same_kind(frame, signature):
        return None
    roles = _roles_agree(_roles(frame), (signature.agents, signature.patients, signature.recipients))
    if roles is None:
        return None
    points = float(roles)
    if frame.spots and signature.spots:
        if not same_place(frame.spots, signature.spots):
            return None
        points += 2
    time = _same_time(frame, signature, founder)
    if time is None:
        return None
    points += time.points
    points += 0.5 * (frame.mode is not None and frame.mode == signature.mode)
    points += 0.5 * (frame.theme is not None and frame.theme == signature.theme)
    return Fit(points, time.dated, time.apart)


def same_victims(one: Frame | Signature, other: Frame | Signature) -> bool:
    """Whether not one attack or harm struck people and the other struck forces."""
    striking = one.type in STRIKING and other.type in STRIKING
    return not striking or None in (one.harmed, other.harmed) or one.harmed == other.harmed


def same_roles(one: Frame, other: Frame) -> bool:
    """Whether the parties of two claims do not exclude that both speak of one thing."""
    return _roles_agree(_roles(one), _roles(other)) is not None


def same_actors(one: Frame, other: Frame) -> bool:
    """Whether two claims name the same parties in two roles, or in one and the same place."""
    roles = _roles_agree(_roles(one), _roles(other)) or 0
    return roles + bool(one.spots and other.spots and same_place(one.spots, other.spots)) > 1


_Roles = tuple[frozenset[str], frozenset[str], frozenset[str]]


def _roles(frame: Frame) -> _Roles:
    return (*_sides(frame), frame.recipients)


def _roles_agree(ours: _Roles, theirs: _Roles) -> int | None:
    """In how many roles both name the same parties; None where they name others."""
    agreeing = 0
    for one, other in zip(ours, theirs, strict=True):
        if one and other:
            if not (one <= other or other <= one):
                return None
            agreeing += 1
    return agreeing


def _sides(frame: Frame) -> tuple[frozenset[str], frozenset[str]]:
    if frame.type in _TOGETHER:
        return frame.agents | frame.patients, frozenset()
    return frame.agents, frame.patients


def _same_kind(frame: Frame, signature: Signature) -> bool:
    if frame.type != signature.type or (frame.polarity == 0) != signature.open:
        return False
    if frame.mode != signature.mode and (
        frame.type == "SHELTER" or (frame.mode is not None and signature.mode is not None)
    ):
        return False
    if not same_victims(frame, signature):
        return False
    if (frame.phase == "end") != (signature.phase == "end"):
        return False
    if None not in (frame.theme, signature.theme) and frame.theme != signature.theme:
        return False
    if frame.type == "HARM" and frame.measure != signature.measure:
        # A denial names no count.
        return frame.polarity < 0 and frame.measure is None
    if (frame.scope == "cumulative") != signature.cumulative:
        return False
    # Two tolls may be of one attack; two sums of money are two things.
    differ = None not in (frame.low, signature.low) and frame.low != signature.low
    return not differ or frame.type == "HARM" or frame.measure != signature.measure


def _same_time(frame: Frame, signature: Signature, founder: Frame) -> Fit | None:
    day, other = frame.report.day, founder.report.day
    apart = abs(day - other) if day is not None and other is not None else 0
    if frame.first is None or frame.last is None:
        inside = _undated_fits(day, signature.first, signature.last)
    elif signature.first is None or signature.last is None:
        inside = _undated_fits(other, frame.first, frame.last)
    else:
        first, last = max(frame.first, signature.first), min(frame.last, signature.last)
        if first > last:
            return None
        narrow = max(frame.last - frame.first, signature.last - signature.first) <= _NARROW
        return Fit(float(narrow), narrow, apart)
    return Fit(0.0, False, apart) if inside and apart <= NEARBY else None


def _undated_fits(day: int | None, first: int | None, last: int | None) -> bool:
    if day is None or first is None or last is None:
        return True
    return first <= day + AFTER and last >= day - BEFORE


def same_place(ours: Sequence[Spot], theirs: Sequence[Spot]) -> bool:
    """Whether one of the places is, holds or lies beside one of the others."""
    if {spot.id for spot in ours} & {spot.id for spot in theirs}:
        return True
    return any(_near(one, other) for one in ours for other in theirs)


@lru_cache(maxsize=100_000)
def _near(one: Spot, other: Spot) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    between = distance_km(one.lat, one.lon, other.lat, other.lon)
    held = max((s.size_km for s in (one, other) if s.kind in _HOLDING), default=0.0)
    return between <= max(_NEAR_KM, held)
