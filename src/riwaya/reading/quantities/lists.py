"""Counts in a row, and numbers that are no counts but names: مقتل 20 في بغداد و15 في البصرة؛ المادة 28."""

from __future__ import annotations

from riwaya.reading.draft import QuantityMention
from riwaya.reading.quantities.counted import Counted, CountedSentence
from riwaya.reading.quantities.governing import NEAR
from riwaya.reading.quantities.numbers import Amount

_JOINS = frozenset(("و", "-", "–", "،", "("))
_OF_THINGS = frozenset(("money", "weapons", "destroyed"))
#: How many words may stand between a count and the next of the same list.
_PLACE_WORDS = 8


def continues(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> bool:
    """Whether a count goes on where the one before it stopped (مقتل 20 في بغداد و15 في البصرة)."""
    if not before:
        return False
    amount, last = counted.amount, before[-1]
    joined = view.folded(amount.first).startswith("و") or view.folded(amount.first - 1) in _JOINS
    near = 0 <= amount.first - last.end <= _PLACE_WORDS and last.measure not in _OF_THINGS
    # "of 217 passengers there were 138 women"
    joined = joined or view.folded(amount.first - 1) in view.lexicon.words["there"]
    said = counted.noun is not None or view.folded(amount.end) == "في"
    return joined and near and said


def some_of_them(view: CountedSentence, amount: Amount, last: QuantityMention) -> bool:
    """Whether these are some of those counted last (ست سفن، ثلاث منها في الميناء)."""
    word = view.folded(amount.end - 1)
    near = amount.first - last.end <= NEAR
    return word == "منهم" or (near and word in ("منها", "منهن"))


def is_label(view: CountedSentence, amount: Amount) -> bool:
    """Whether a bare number names something (المادة 28، منطقة الـ55) rather than counting it."""
    before = amount.first - 1
    if view.cues.get(before) == "label":
        return True
    return view.folded(before).endswith("ال") and view.tokens[before].end == view.tokens[amount.first].start


def is_singular(view: CountedSentence, counted: Counted) -> bool:
    """Whether the noun is plainly a singular: دبابة, صاروخا."""
    return counted.noun is not None and view.folded(counted.noun).endswith(("ه", "ا"))


def ends(view: CountedSentence, i: int) -> bool:
    """Whether a phrase ends before token `i`: nothing else is counted there."""
    return not view.folded(i) or view.tokens[i].kind != "word" or view.folded(i).startswith("و")
