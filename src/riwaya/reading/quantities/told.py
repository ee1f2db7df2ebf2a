"""What phrases, not single words, tell of those who are counted: jailed, gathered, forced to leave."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.lexicon.quantities import Cue
from riwaya.model import Measure
from riwaya.reading.draft import QuantityMention
from riwaya.reading.quantities.counted import CountedSentence, noun_at
from riwaya.reading.quantities.numbers import Amount

_TELLS: Mapping[Cue, Measure] = {"kills": "killed", "jails": "detained", "vanishes": "missing"}
#: How far before people a phrase that tells what became of them may begin.
_PHRASE = 6
#: How far from people the words may stand that say they gathered, joined a fight or were forced.
_GATHER = 6
_FORCED = 4
#: How far before a number its court stands, and how far the noun that "their number" refers to.
_COURT = 14
_THEIRS = 9
#: How far behind two people the noun may stand that tells what became of both.
_BOTH = 14
_BREAKS = frozenset("؛;.!؟،:")
#: A sum of fewer units is no sum of money that leaves its currency to the sum before it.
_SUM = 1000
#: How far behind a sum the next may stand that leaves its currency to it.
_NEXT_SUM = 12


def told_by_phrase(view: CountedSentence, i: int, first: int) -> Measure | None:
    """What a phrase at token `i` tells of those counted from token `first` (القضاء على ستة)."""
    cue = view.cues.get(i)
    if (
        cue is None
        or cue not in _TELLS
        or first - i > _PHRASE
        or any(view.folded(k) in _BREAKS for k in range(i, first))
    ):
        return None
    return _TELLS[cue]


def sentenced_to_jail(view: CountedSentence, first: int) -> bool:
    """Whether a court's sentence falls on those counted (قضت بالسجن على 30 منهم)."""
    led = view.folded(first - 1)
    if led not in ("علي", "بحق", "ضد"):
        return False
    cues = [view.cues.get(i) for i in range(max(view.begin, first - _COURT), first)]
    return "court" in cues and (led == "بحق" or "sentence" in cues)


def said_around(view: CountedSentence, first: int, end: int) -> Measure | None:
    """What words on either side tell: that people gathered, joined a fight, had to leave, went missing."""
    if "vanishes" in (view.cues.get(end), view.cues.get(end + 1)):
        return "missing"
    before = range(max(view.begin, first - _GATHER), first)
    behind = range(end, min(view.limit, end + _GATHER))
    if any(view.cues.get(i) in ("forced", "seized") for i in (*before[-_FORCED:], *behind[:_FORCED])) and any(
        view.cues.get(i) == "leaves" for i in behind
    ):
        return "displaced"
    if any(view.cues.get(i) == "enlist" for i in before):
        return "fighters"
    return "other" if _gathered(view, before, behind) else None


def told_of_both(view: CountedSentence, end: int) -> Measure | None:
    """What a noun behind a dual says of the two (يستقلها شخصان، ما أسفر عن مقتلهما)."""
    for i in range(end, min(view.limit, end + _BOTH)):
        word = view.folded(i)
        measure = view.lexicon.governors.get(word.removesuffix("هما")) if word.endswith("هما") else None
        if measure is not None and measure != "destroyed":
            return measure
    return None


def _gathered(view: CountedSentence, before: range, behind: range) -> bool:
    """Whether people protest: a verb of protest close by, or one of going out with a protest behind."""
    for near in (reversed(before), behind):
        for i in near:
            if view.folded(i) in _BREAKS:
                break
            if view.cues.get(i) == "protest":
                return True
    return False


def their_number(view: CountedSentence, first: int) -> Measure | None:
    """The measure of those whose number is told behind them (جنود الحلف البالغ عددهم 260)."""
    at = next(
        (i for i in range(first - 1, first - 4, -1) if view.folded(i) in view.lexicon.words["their-number"]),
        None,
    )
    for i in range(at - 1, max(view.begin, at - _THEIRS) - 1, -1) if at is not None else ():
        entry, _ = noun_at(view, i)
        if entry is not None and entry.plural:
            return entry.measure if entry.kind in ("casualty", "fighter") else None
    return None


def article_toll(view: CountedSentence, amount: Amount) -> Measure | None:
    """The measure of casualties known from before, their number behind with the article (القتلى الـ40)."""
    if view.folded(amount.first - 1) != "ال" or not view.folded(amount.first - 2).startswith("ال"):
        return None
    entry, _ = noun_at(view, amount.first - 2)
    return entry.measure if entry is not None and entry.kind == "casualty" else None


def is_next_sum(view: CountedSentence, amount: Amount, before: list[QuantityMention]) -> bool:
    """Whether a sum leaves its currency to the one before it (25 ألف ليرة للعازب و50 ألفا للأرملة)."""
    if not before or before[-1].measure != "money" or (amount.low or amount.high or 0) < _SUM:
        return False
    near = amount.first - before[-1].end <= _NEXT_SUM
    joins = range(max(view.begin, amount.first - 1), amount.first + 1)
    return (
        near
        and view.tokens[amount.end - 1].kind == "word"
        and any(view.folded(i).startswith("و") for i in joins)
    )
