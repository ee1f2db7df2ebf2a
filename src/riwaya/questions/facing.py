"""One matter seen from all its sides: who says what of it, since when, and how many."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from riwaya.release import Told

#: What a claim does with what the matter is about; `open` asks for it, expects it, or leaves it open.
Stance = Literal["affirms", "denies", "open"]
#: Kinds of origins that are no side: who they are differs from report to report.
NO_SIDE = frozenset((None, "media", "sources", "population"))


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of claims.md between two claims of a matter, by their numbers in the archive."""

    source: int
    target: int
    relation: str


@dataclass(frozen=True, slots=True)
class Side:
    """A party and all it is made to say, what it says itself before what is handed on of it.

    `party` is None for origins that are no party: outlets in their own words, anonymous sources.
    """

    party: str | None
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """Where a side stood when: `changed` where it differs from what the side said before."""

    party: str
    published: str | None
    stance: Stance
    changed: bool
    claim: Told


@dataclass(frozen=True, slots=True)
class Holder:
    """A count and who holds it. `superseded` is whether the same source later gave another."""

    low: int | None
    high: int | None
    preliminary: bool
    superseded: bool
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Toll:
    """How many, as a range: from the lowest to the highest that somebody still holds.

    `disputed` is whether two who hold a count at the end have no number in common. `high` is None where
    nobody sets an upper bound, or somebody says "at least".
    """

    measure: str
    scope: str | None
    low: int | None
    high: int | None
    disputed: bool
    holders: tuple[Holder, ...]


def stance_of(told: Told) -> Stance:
    """Whether a claim says that something is so, is not so, or neither."""
    return {"+": "affirms", "-": "denies"}.get(told.factuality[-1], "open")  # type: ignore[return-value]


def parties_of(told: Told) -> tuple[str, ...]:
    """The sides that a claim starts from; none where nobody in particular speaks."""
    people = told.origin.actors if len(told.chain) > 1 else ()
    return tuple(sorted({p.party or p.id for p in people if p.kind not in NO_SIDE}))


def sides(claims: Sequence[Told]) -> tuple[Side, ...]:
    """The sides, in the order in which they first spoke; those that are no party come last."""
    found: dict[str | None, list[Told]] = {}
    for told in claims:
        for party in parties_of(told) or (None,):
            found.setdefault(party, []).append(told)
    # `sorted` keeps the order of publication among claims that were handed on equally often.
    own = {party: sorted(said, key=lambda told: len(told.chain)) for party, said in found.items()}
    named = [Side(party, tuple(said)) for party, said in own.items() if party is not None]
    return (*named, *([Side(None, tuple(own[None]))] if None in own else []))


def positions(claims: Sequence[Told]) -> tuple[Position, ...]:
    """Each side's first position and every change of it, in the order of publication."""
    last: dict[tuple[str, str], Stance] = {}
    found: list[Position] = []
    for told in claims:
        stance = stance_of(told)
        for party in parties_of(told):
            before = last.get((party, told.type))
            if before != stance:
                found.append(Position(party, told.published, stance, before is not None, told))
            last[party, told.type] = stance
    return tuple(found)


def tolls(claims: Sequence[Told], relations: Iterable[Relation]) -> tuple[Toll, ...]:
    """The counts of a matter, by what is counted; those of incidents apart from running totals."""
    gone = superseded(claims, tuple(relations))
    found: dict[tuple[str, str | None], dict[tuple[int | None, int | None, bool, bool], list[Told]]] = {}
    for told in claims:
        if told.measure is not None and (told.low is not None or told.high is not None):
            held = (told.low, told.high, bool(told.preliminary), told.n in gone)
            found.setdefault((told.measure, told.scope), {}).setdefault(held, []).append(told)
    return tuple(
        _toll(measure, scope, held) for (measure, scope), held in sorted(found.items(), key=_by_measure)
    )


def superseded(claims: Sequence[Told], relations: Sequence[Relation]) -> set[int]:
    """Counts that their source replaced, and the headlines that gave them over its words."""
    known = {told.n: told for told in claims}
    gone = {each.target for each in relations if each.relation == "supersedes"}
    for each in relations:
        source, target = known.get(each.source), known.get(each.target)
        if each.source in gone and each.relation in ("supports", "repeats") and source and target:
            same = (source.report, source.low, source.high) == (target.report, target.low, target.high)
            gone.update({target.n} if same and target.headline else ())
    return gone


def _toll(
    measure: str,
    scope: str | None,
    held: Mapping[tuple[int | None, int | None, bool, bool], Sequence[Told]],
) -> Toll:
    holders = [Holder(*count, tuple(claims)) for count, claims in held.items()]
    holders.sort(
        key=lambda holder: (holder.low or 0, holder.high or 0, holder.preliminary, holder.superseded)
    )
    standing = [holder for holder in holders if not holder.superseded] or holders
    lows = [holder.low for holder in standing if holder.low is not None]
    highs = [holder.high for holder in standing]
    known = [high for high in highs if high is not None]
    return Toll(
        measure, scope, min(lows, default=None), max(known) if len(known) == len(highs) else None,
        _apart(lows, known), tuple(holders),
    )  # fmt: skip


def _apart(lows: Sequence[int], highs: Sequence[int]) -> bool:
    return bool(lows) and bool(highs) and max(lows) > min(highs)


def _by_measure(item: tuple[tuple[str, str | None], object]) -> tuple[str, str]:
    measure, scope = item[0]
    return measure, scope or ""
