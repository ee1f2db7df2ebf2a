"""What names a place: the words and how they are built, before it is settled which place is meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from riwaya.gazetteer import GazetteerPlace
from riwaya.lexicon.place_words import PlaceNoun
from riwaya.model import Span
from riwaya.text import Token

Relation = Literal["around", "direction", "distance", "between", "border", "part", "capital", "middle"]

#: Son of, between a name and that of the father, folded.
SON_OF = frozenset(("بن", "ابن"))
#: So many times as long as a name, a phrase says more about where to go than about the place.
_LONG = 3


@dataclass(frozen=True, slots=True)
class Naming:
    """Tokens `first`..`end` (half-open) that name a place, and their characters `span`.

    `form` holds the folded words of the name, `candidates` what they may mean (none: no gazetteer lists
    them). `relation` and what follows it say how the place meant is derived from the one named; `other` is
    the second of two between which it lies. `countries` are ISO codes where adjectives of nationality give
    them. `in_context`: the words around it say that it is a place; `told`: a noun of kind does so, though
    it is not `noun`, which is another's (أطراف قضاء الخالص).
    """

    first: int
    end: int
    span: Span
    form: tuple[str, ...]
    candidates: tuple[GazetteerPlace, ...] = ()
    noun: PlaceNoun | None = None
    relation: Relation | None = None
    bearing: float | None = None
    distance_km: float | None = None
    other: Naming | None = None
    countries: tuple[str, ...] = ()
    in_context: bool = False
    told: bool = False

    @property
    def weak(self) -> bool:
        """Whether the words alone more often mean something else."""
        return bool(self.candidates) and all(place.needs_context for place in self.candidates)

    @property
    def word(self) -> bool:
        """Whether the words alone are an ordinary word or a person's name, whatever stands before them."""
        return bool(self.candidates) and all(place.needs_noun for place in self.candidates)


@dataclass(frozen=True, slots=True)
class Scope:
    """The tokens that one sentence may use: up to `end` of the document's `tokens`."""

    tokens: Sequence[Token]
    first: int
    end: int

    def word(self, at: int) -> str:
        """The folded token `at`; nothing beyond the sentence."""
        return self.tokens[at].folded if self.first <= at < self.end else ""


def mean_bearing(bearings: Sequence[float]) -> float:
    """The middle of one or two bearings in degrees (0 and 270 give 315)."""
    if len(bearings) == 2 and abs(bearings[0] - bearings[1]) > 180:
        return (sum(bearings) + 360) / 2 % 360
    return sum(bearings) / len(bearings)


def directed_from(
    base: Naming, first: int, start: int, bearing: float | None, distance: float | None
) -> Naming:
    """What lies in a direction of `base`; a short name alone is its span, which the rest would drown."""
    if base.relation == "capital":
        return replace(base, first=first)
    relation: Relation = "direction" if distance is None else "distance"
    long = base.span.end - start > _LONG * (base.span.end - base.span.start)
    if long and distance is None and base.candidates and base.candidates[0].kind != "country":
        start = base.span.start
    return replace(
        base, first=first, span=Span(start, base.span.end), relation=relation, bearing=bearing,
        distance_km=distance, in_context=True, told=base.noun is not None,
    )  # fmt: skip


def with_base(area: Naming, base: Naming) -> list[Naming]:
    """An area and the place it is reckoned from, unless the same words name both."""
    return [area] if area.span == base.span else [area, replace(base, in_context=True)]


def plain(scope: Scope, at: int, end: int) -> Naming:
    """The words from token `at` to `end` as a name that nothing lists."""
    span = Span(scope.tokens[at].start, scope.tokens[end - 1].end)
    return Naming(at, end, span, tuple(t.folded for t in scope.tokens[at:end]), in_context=True)
