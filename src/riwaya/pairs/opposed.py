"""Oppositions between two outlines: which poles they share, set against each other, or have alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from riwaya.lexicon.oppositions import Pole
from riwaya.pairs.outline import Outline

#: How far from a word of a pole stands what it is said of, in content words, nearest first.
_SAID_OF = (1, -1, 2, -2)
_NOT = "not "


@dataclass(frozen=True, slots=True)
class Poles:
    """The axes of two texts.

    `opposed`: no pole in common; `mixed`: some but not all; `shared`: the same; `reordered`: the same,
    in another order. `alone` are poles of words that the other text has not, where only one text has
    them; `alone_opposed` axes on which such words of both texts are opposed. `said_…` weigh poles that
    both texts say of the same word: 1 where it stands beside both, less with the distance.
    """

    opposed: frozenset[str]
    mixed: frozenset[str]
    shared: frozenset[str]
    reordered: frozenset[str]
    alone: frozenset[tuple[str, str]]
    alone_axes: frozenset[str]
    alone_opposed: frozenset[str]
    alone_same: int
    said_opposed: float
    said_same: float
    said_opposed_nearest: float
    said_same_nearest: float

    def sign(self, axis: str) -> float:
        """1 for an axis on which the texts are opposed, -1 where they are at one, 0 where one is silent."""
        if axis in self.opposed:
            return 1.0
        if axis in self.mixed:
            return 0.5
        return -1.0 if axis in self.shared else 0.0


def compare_poles(a: Outline, b: Outline) -> Poles:
    """The oppositions between two texts."""
    poles_a, poles_b = _by_axis(a), _by_axis(b)
    both = poles_a.keys() & poles_b.keys()
    sets = {axis: (set(poles_a[axis]), set(poles_b[axis])) for axis in both}
    alone_a, alone_b = _alone(a, b), _alone(b, a)
    alone = {(p.axis, p.name) for p in alone_a ^ alone_b}
    said_same, said_opposed = _said(a, b)
    return Poles(
        opposed=frozenset(axis for axis, (x, y) in sets.items() if not x & y),
        mixed=frozenset(axis for axis, (x, y) in sets.items() if x & y and x != y),
        shared=frozenset(axis for axis, (x, y) in sets.items() if x == y),
        reordered=frozenset(
            axis for axis, (x, y) in sets.items() if x == y and not _one_order(poles_a[axis], poles_b[axis])
        ),
        alone=frozenset(alone),
        alone_axes=frozenset({p.axis for p in alone_a} ^ {p.axis for p in alone_b}),
        alone_opposed=frozenset(
            p.axis for p in alone_a for q in alone_b if p.axis == q.axis and p.name != q.name
        ),
        alone_same=len(alone_a & alone_b),
        said_opposed=sum(said_opposed),
        said_same=sum(said_same),
        said_opposed_nearest=max(said_opposed, default=0.0),
        said_same_nearest=max(said_same, default=0.0),
    )


def _by_axis(outline: Outline) -> dict[str, list[str]]:
    """The poles of each axis in the order of the text; a negated one is another pole."""
    found: dict[str, list[str]] = {}
    for word in outline.words:
        for pole in sorted(word.poles):
            found.setdefault(pole.axis, []).append(_NOT * word.negated + pole.name)
    return found


def _one_order(a: list[str], b: list[str]) -> bool:
    """Whether the two go through the same poles in the same order, however often they name each."""
    return [name for name, _run in groupby(a)] == [name for name, _run in groupby(b)]


def _alone(a: Outline, b: Outline) -> frozenset[Pole]:
    """The poles of words of `a` that `b` has not."""
    return frozenset(pole for word in a.words if word.key not in b.keys for pole in word.poles)


def _sayings(outline: Outline) -> Iterator[tuple[str, str, str, int]]:
    """Axis, pole, the word that it may be said of, and how far off that stands."""
    words = outline.words
    for i, word in enumerate(words):
        for pole in sorted(word.poles):
            for step in _SAID_OF:
                at = i + step
                if 0 <= at < len(words) and all(other.axis != pole.axis for other in words[at].poles):
                    yield pole.axis, _NOT * word.negated + pole.name, words[at].key, abs(step)


def _said(a: Outline, b: Outline) -> tuple[list[float], list[float]]:
    """The weights of what both say of the same word: at one, and opposed."""
    same: list[float] = []
    opposed: list[float] = []
    others = list(_sayings(b))
    for axis, name, key, far in _sayings(a):
        for axis_b, name_b, key_b, far_b in others:
            if axis == axis_b and key == key_b:
                (same if name == name_b else opposed).append(1 / (far + far_b - 1))
    # In an order of their own: a sum of fractions depends on it in its last digit.
    return sorted(same), sorted(opposed)
