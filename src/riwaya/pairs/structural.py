"""Judging by rules alone: no model, no package beyond the core. Rather not joined than wrongly joined.

Two texts are related when most of the words of the shorter one are in the other. Related texts contradict
each other when something speaks against that both hold (opposite words of the same thing, a negation, other
numbers, another country in the same sentence, exchanged roles), and agree when nothing does and hardly a
word is left over. What is between these is called unrelated: it is not joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riwaya.pairs.features import exchanged, lexical, negation
from riwaya.pairs.judgement import Judgement, Pair
from riwaya.pairs.opposed import Poles, compare_poles
from riwaya.pairs.outline import Outline, Outliner

#: The share of the shorter text's content words that a related text has, at least, and how many they are.
_RELATED, _WORDS = 0.5, 2
#: How many words of the one and of the other text may be left over where they agree: where each has one, it
#: may stand in the place of the other and say something else.
_LEFT_OVER = [0, 3]
#: The share at which a difference of numbers, or one country for another, is one about the same thing.
_SAME_SENTENCE = 0.6
#: Axes whose words mostly speak of other things in headlines (before, public, oil): they only hinder
#: agreement.
_LOOSE = frozenset(
    (
        "side", "cause", "purpose", "sector", "reach", "sex", "rank", "commodity", "order", "size", "extreme",
        "strength", "whole", "give", "effect", "bond", "stance", "reward", "distance", "fact", "demand",
    )
)  # fmt: skip
#: Poles which, where only one text has them, say that what the other tells did not come about.
_UNDONE = frozenset((("outcome", "lost"), ("truth", "deny"), ("course", "off"), ("consent", "no")))


@dataclass(frozen=True, slots=True)
class StructuralJudge:
    """Judges by rules; every judgement has its grounds."""

    outliner: Outliner

    def judge(self, pairs: Sequence[Pair]) -> tuple[Judgement, ...]:
        """One judgement a pair, in their order. Raises InputError for a text with half a character."""
        outline = self.outliner.outline
        return tuple(judged(outline(pair.first), outline(pair.second)) for pair in pairs)


def judged(a: Outline, b: Outline) -> Judgement:
    """The judgement of two outlines; the same for (b, a)."""
    found = lexical(a, b)
    shared, share = len(a.keys & b.keys), found["shared_share_max"]
    if shared < _WORDS or share < _RELATED:
        return Judgement("unrelated", None, ("few-words-shared",))
    poles = compare_poles(a, b)
    against = tuple(sorted(_against(a, b, poles, share)))
    if against:
        return Judgement("contradict", None, against)
    doubts = tuple(sorted(_doubts(a, b, poles)))
    if doubts:
        return Judgement("unrelated", None, doubts)
    return Judgement("agree", None, ("words-shared",))


def _against(a: Outline, b: Outline, poles: Poles, share: float) -> Iterator[str]:
    """What speaks against that both texts hold."""
    for axis in sorted(poles.opposed - _LOOSE):
        if axis in poles.alone_opposed or poles.said_opposed > poles.said_same:
            yield f"opposed:{axis}"
    if negation(a, b)["negated_shared"]:
        yield "negated"
    if exchanged(a, b):
        yield "roles-exchanged"
    if share < _SAME_SENTENCE:
        return
    if a.amounts and b.amounts and not a.amounts & b.amounts:
        yield "numbers-differ"
    if a.ordinals and b.ordinals and a.ordinals != b.ordinals:
        yield "ordinals-differ"
    if _one_country_for_another(a, b):
        yield "countries-differ"
    for axis, name in sorted(poles.alone & _UNDONE):
        if axis in poles.alone_axes:
            yield f"only-one:{axis}/{name}"


def _one_country_for_another(a: Outline, b: Outline) -> bool:
    alone_a, alone_b = set(a.countries) - set(b.countries), set(b.countries) - set(a.countries)
    return len(alone_a) == len(alone_b) == 1


def _doubts(a: Outline, b: Outline, poles: Poles) -> Iterator[str]:
    """What keeps two related texts, that nothing sets against each other, from being said to agree."""
    alone = sorted((len(a.keys - b.keys), len(b.keys - a.keys)))
    if alone > _LEFT_OVER:
        yield "words-left-over"
    if a.amounts != b.amounts:
        yield "numbers-left-over"
    if poles.opposed or poles.mixed or poles.reordered:
        yield "opposites-left-over"
    if a.negations != b.negations:
        yield "negation-left-over"
    if set(a.countries) != set(b.countries):
        yield "countries-left-over"
    if a.question != b.question:
        yield "question"
