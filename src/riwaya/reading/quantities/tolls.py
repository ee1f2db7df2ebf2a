"""Counts that a toll, a heading or a list of victims before them tells: بلغ عدد الجرحى 23، القتلى: 5."""

from __future__ import annotations

from riwaya.lexicon.quantities import CountedNoun
from riwaya.model import Measure
from riwaya.reading.quantities.counted import CountedSentence, noun_at
from riwaya.reading.quantities.governing import ELIDED, NEAR, QUOTES, casualties
from riwaya.reading.quantities.numbers import Amount

#: How far before a toll the words "the number of …" may stand.
_TOLL = 22
#: How many words a heading before a number may have.
_HEADING = 3
#: How far behind the verb the death may stand that people met.
_DEATH = 18


def met(view: CountedSentence, first: int) -> list[Measure]:
    """That those who met something met their death (لقي 20 من رجال الأمن وستة عابرين مصرعهم)."""
    near = range(max(view.begin, first - ELIDED), first)
    met = [i for i in near if any(split.rest in view.lexicon.words["met"] for split in view.tokens[i].splits)]
    if not met:
        return []
    ahead = range(met[-1] + 1, min(view.limit, met[-1] + _DEATH))
    return ["killed"] if any(view.folded(i) in view.lexicon.words["their-death"] for i in ahead) else []


def of_toll(view: CountedSentence, amount: Amount) -> list[Measure]:
    """The measure of the dead or wounded of whom a count is said (إن القتلى أربعة)."""
    first, word = amount.first, view.folded(amount.first - 1)
    if not word.startswith("ال") or word.endswith("ه") or view.tokens[first].start != amount.start:
        return []
    entry, _ = noun_at(view, first - 1)
    return [entry.measure] if entry is not None and entry.kind == "casualty" and entry.measure else []


def by_dozens(view: CountedSentence, amount: Amount) -> list[Measure]:
    """The measure of the dead or wounded who are counted by the dozen (شهداء بالعشرات)."""
    led = view.folded(amount.first).startswith("ب") and view.tokens[amount.first].start < amount.start
    near = range(amount.first - 1, amount.first - 1 - NEAR, -1) if amount.vague and led else ()
    nouns = [entry for entry, _ in (noun_at(view, i) for i in near) if entry is not None]
    told = nouns[0] if nouns and nouns[0].kind == "casualty" and nouns[0].plural else None
    return [told.measure] if told is not None and told.measure else []


def in_heading(view: CountedSentence, i: int) -> list[Measure]:
    """The measure that a heading before a colon tells (القتلى: 5؛ الجرحى المبلغ عنهم: 3)."""
    for k in range(i, max(view.begin - 1, i - _HEADING), -1):
        if view.tokens[k].kind != "word":
            return []
        entry, _ = noun_at(view, k)
        if entry is not None and entry.kind == "casualty" and entry.measure is not None:
            return [entry.measure]
    return []


def listed_victims(view: CountedSentence, first: int) -> list[Measure]:
    """The measure of victims whose list comprises those counted (قائمة الضحايا شملت 9 أفراد)."""
    at = first - 1 - (view.folded(first - 1) in QUOTES)
    if view.folded(at) not in view.lexicon.words["comprises"]:
        return []
    told = casualties(view, at)
    return [told] if told is not None else []


def number_of(view: CountedSentence, first: int) -> list[Measure]:
    """The measure of what "the number of …" is said of (بلغ عدد الجرحى 23 شخصا، حصيلة القتلى إلى 17)."""
    for i in range(first - 1, max(view.begin, first - _TOLL) - 1, -1):
        if view.folded(i).removeprefix("و") in view.lexicon.words["number-of"]:
            entry = _of_whom(view, i + 1)
            people = entry is not None and entry.kind in ("casualty", "fighter")
            if entry is not None and people and entry.measure is not None:
                return [entry.measure]
            if view.folded(i).removeprefix("و") not in view.lexicon.words["rise"]:
                return []
    return []


def _of_whom(view: CountedSentence, i: int) -> CountedNoun | None:
    """Whose number is told at token `i`, behind an adjective too (عدد الجرحى، العدد الإجمالي للقتلى)."""
    entry, _ = noun_at(view, i)
    if entry is not None or not view.folded(i + 1).startswith("ل"):
        return entry
    return next((m.values[0] for m in view.lexicon.nouns.match(view.tokens, i + 1)), None)
