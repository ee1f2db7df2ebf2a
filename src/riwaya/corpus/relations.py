"""How the claims of a matter relate across reports: one link or two for each claim, never all pairs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from riwaya.corpus.fitting import NEARBY, same_actors, same_roles
from riwaya.corpus.frames import Frame
from riwaya.corpus.gathering import Gathered, Pair
from riwaya.corpus.versions import Versions
from riwaya.model import Relation

#: How many of the claims before it a claim is held against, nearest first.
_REACH = 60
#: Words that a denial has beside those of what it denies.
_DENYING = 2
#: What is counted of people and things that come to harm.
TOLLS = frozenset(
    ("killed", "wounded", "abducted", "detained", "missing", "displaced", "evacuated", "destroyed")
)


@dataclass(frozen=True, slots=True)
class Relating:
    """A relation of claims.md between two claims by number."""

    source: int
    target: int
    relation: Relation


def relations(gathered: Gathered, denying: frozenset[int], versions: Versions) -> list[Relating]:
    """The relations between claims of different reports, each pair once, in the order of their sources.

    `denying` are the stems of verbs that deny, `versions` says which reports are copies and versions.
    """
    found: dict[tuple[int, int], Relation] = {}
    across = (pair for pair in gathered.pairs if pair.source.report.n != pair.target.report.n)
    for link in chain(*map(_tied, across), _told(gathered.members, denying, versions)):
        if (link.target, link.source) not in found:
            found.setdefault((link.source, link.target), link.relation)
    order = {frame.n: place for place, frame in enumerate(gathered.members)}
    ordered = sorted(found.items(), key=lambda item: (order[item[0][0]], order[item[0][1]]))
    return [Relating(source, target, relation) for (source, target), relation in ordered]


def same_origin(one: Frame, other: Frame) -> bool:
    """Whether one voice makes both claims: the same party, or the same outlet in its own words.

    Anonymous sources are one voice only where one outlet quotes them.
    """
    if one.speakers and other.speakers:
        return bool(one.speakers & other.speakers)
    return one.origin == other.origin and one.report.outlet == other.report.outlet


def is_update(later: Frame, earlier: Frame) -> bool:
    """Whether a toll takes the place of another: a rise, or a number that was called preliminary."""
    if not _same_toll(later, earlier) or later.low is None or earlier.low is None:
        return False
    return later.low > earlier.low or (earlier.preliminary and later.low != earlier.low)


def counts_apart(one: Frame, other: Frame) -> bool:
    """Whether two tolls have no number in common; one with an open end shares all beyond it."""
    if not _same_toll(one, other) or one.low is None or other.low is None:
        return False
    below, above = one.high is not None and one.high < other.low, other.high is not None
    return below or (above and (other.high or 0) < one.low)


def _same_toll(one: Frame, other: Frame) -> bool:
    return one.measure in TOLLS and (one.measure, one.scope) == (other.measure, other.scope)


def is_denial(frame: Frame) -> bool:
    """Whether somebody denies in so many words: what stands far behind the verb may be another's."""
    return frame.polarity < 0 and frame.denied


def _denied(one: Frame, other: Frame) -> bool:
    """Whether one claim is an explicit denial of the other: it brings the words that deny."""
    no, yes = (one, other) if one.polarity < 0 else (other, one)
    return is_denial(no) and len(set(no.window).difference(yes.window)) >= _DENYING


def opposed(one: Frame, other: Frame) -> bool:
    """Whether one claim says what another says is not so, or another toll.

    An explicit denial needs no date; two claims that merely differ must both be dated. Where the words are
    the same and only the reading differs, nobody contradicts anybody.
    """
    if one.polarity * other.polarity < 0:
        return _denied(one, other)
    return tolls_collide(one, other)


def tolls_collide(one: Frame, other: Frame) -> bool:
    """Whether two count the same victims of the same day otherwise, within a few days of one another.

    Preliminary, approximate and open counts collide with nothing. Where the day is only that of the attack
    told beside the toll, both must be parties and name the place: who is nobody may only have heard it later.
    """
    if one.first is None or other.first is None or not counts_apart(one, other):
        return False
    if one.high is None or other.high is None:
        return False
    named = one.speakers and other.speakers and one.spots and other.spots
    if (one.lent or other.lent) and not named:
        return False
    vague = one.preliminary or other.preliminary or one.approximate or other.approximate
    days = one.report.day, other.report.day
    near = None not in days and abs((days[0] or 0) - (days[1] or 0)) <= NEARBY
    return near and not vague


def _tied(pair: Pair) -> Iterator[Relating]:
    if pair.tie != "same" and pair.tie != "toll":  # noqa: PLR1714  # a type checker follows this form only
        yield Relating(pair.source.n, pair.target.n, pair.tie)


def _told(members: list[Frame], denying: frozenset[int], versions: Versions) -> Iterator[Relating]:
    """Each claim against those before it, a denial also against the nearest one behind it."""
    gone = _parts(members)
    later: list[tuple[Frame, list[Frame], Frame | None]] = []
    for place, frame in enumerate(members):
        before = [
            other
            for other in reversed(members[max(0, place - _REACH) : place])
            if other.report.n != frame.report.n and _comparable(frame, other)
        ]
        own = next((other for other in before if same_origin(frame, other)), None)
        if own is not None:
            for link in chain(_corrected(frame, before, versions), _again(frame, own, versions)):
                if link.relation == "supersedes":
                    replaced = next((o for o in before if o.n == link.target), frame)
                    gone.update((link.target, *_same_count(frame, replaced, before)))
                yield link
        later.append((frame, before, own))
    for frame, before, own in later:
        against = next(
            (o for o in before if not same_origin(frame, o) and _stands(frame, o, gone, denying)), None
        )
        if against is not None:
            denial, denied = (frame, against) if frame.polarity <= 0 else (against, frame)
            yield Relating(denial.n, denied.n, "denies" if is_denial(denial) else "contradicts")
        elif own is None:
            yield from _seconded(frame, before)


def _parts(members: list[Frame]) -> set[int]:
    """Counts of one sentence that count the same, each a part of it: ten soldiers and three workers."""
    counts: dict[tuple[int, int, str], set[int]] = {}
    counted = [frame for frame in members if frame.measure is not None and frame.low is not None]
    for frame in counted:
        key = (frame.report.n, frame.sentence, frame.measure or "")
        counts.setdefault(key, set()).add(frame.low or 0)
    return {f.n for f in counted if len(counts[f.report.n, f.sentence, f.measure or ""]) > 1}


def _same_count(frame: Frame, replaced: Frame, before: list[Frame]) -> set[int]:
    """Other claims of the same source that give the count which it now replaces."""
    count = replaced.low, replaced.high
    return {o.n for o in before if same_origin(frame, o) and (o.low, o.high) == count}


def _stands(frame: Frame, other: Frame, gone: set[int], denying: frozenset[int]) -> bool:
    """Whether two claims are opposed, and neither is a count that its source has replaced."""
    counted = frame.polarity * other.polarity > 0
    said = frame if frame.polarity > 0 else other
    if not counted and denying.intersection(said.window):
        # What stands beside a verb that denies may be denied itself, and read for the opposite.
        return False
    return opposed(frame, other) and not (counted and gone & {frame.n, other.n})


def _corrected(frame: Frame, before: list[Frame], versions: Versions) -> Iterator[Relating]:
    """Counts of earlier versions of the report that this one gives otherwise, each by the nearest claim."""
    if frame.measure not in TOLLS or frame.low is None:
        return
    for former in versions.before(frame.report.n):
        there = [o for o in before if o.report.n == former and _same_toll(frame, o) and same_origin(frame, o)]
        other = min(there, key=lambda o: (abs(o.anchor - frame.anchor), o.place), default=None)
        if other is not None and (other.low, other.high) != (frame.low, frame.high):
            yield Relating(frame.n, other.n, "supersedes")


def _again(frame: Frame, own: Frame, versions: Versions) -> Iterator[Relating]:
    """What a source does that speaks of a thing again: it corrects itself, or repeats what it said."""
    copied = versions.is_copied(frame, own) or versions.is_copied(own, frame)
    if is_update(frame, own) and not copied:
        yield Relating(frame.n, own.n, "supersedes")
    elif frame.report.published == own.report.published and is_update(own, frame) and not copied:
        # Of two tolls that came out at once, or on days without an hour, the higher one is the later.
        yield Relating(own.n, frame.n, "supersedes")
    elif frame.polarity * own.polarity >= 0:
        yield Relating(frame.n, own.n, "repeats")
    elif frame.report.day is not None and own.report.day is not None:
        later = frame.report.day > own.report.day
        if later and frame.speakers and same_actors(frame, own) and _denied(frame, own):
            yield Relating(frame.n, own.n, "supersedes")


def _seconded(frame: Frame, before: list[Frame]) -> Iterator[Relating]:
    """The earliest claim by somebody else that says the same."""
    agreeing = [o for o in before if o.polarity == frame.polarity and not counts_apart(frame, o)]
    if agreeing:
        copied = next((o for o in agreeing if o.window == frame.window), None)
        other = copied or agreeing[-1]
        yield Relating(frame.n, other.n, "repeats" if copied else "supports")


def _comparable(frame: Frame, other: Frame) -> bool:
    if (frame.type, frame.mode) != (other.type, other.mode) or not same_roles(frame, other):
        return False
    return frame.measure == other.measure or frame.polarity != other.polarity
