"""Quantities: counts of people killed, wounded, taken, displaced, of fighters, weapons, things, money.

A count is kept when its noun says what is measured (قتيلا، دولار) or when what governs it does
("مقتل 20 شخصا", "خطف 170 مدنيا"). Counts of anything else (villages, votes, metres, years) are not.
"""

from __future__ import annotations

from riwaya.lexicon.numbers import NumberLexicon
from riwaya.lexicon.quantities import Cue, QuantityLexicon
from riwaya.model import Measure, Scope, Span
from riwaya.reading.draft import QuantityMention, TimeMention
from riwaya.reading.quantities.behind import governed_after, killed_and_wounded, told_both
from riwaya.reading.quantities.counted import Counted, CountedSentence, find_counted, may_begin_count
from riwaya.reading.quantities.governing import CUSTODY, ELIDED, GOODS, REACH, governing
from riwaya.reading.quantities.lists import continues, is_label, is_singular
from riwaya.reading.quantities.people import of_held, of_people
from riwaya.reading.quantities.thing_counts import of_things
from riwaya.reading.quantities.unnamed import unnamed
from riwaya.text.document import Document
from riwaya.text.tokens import Token

#: Numbers up to which what is counted stands in the plural.
_FEW = 10


def find_quantities(
    document: Document, times: tuple[TimeMention, ...], lexicon: QuantityLexicon, numbers: NumberLexicon
) -> tuple[QuantityMention, ...]:
    """The quantities of `document` in the order of the text; two measures of one expression are two.

    Numbers inside `times` (12 يوليو، ثلاثة أيام) count nothing else.
    """
    found: list[QuantityMention] = []
    taken = frozenset(i for time in times for i in range(time.first, time.end))
    for sentence in document.sentences:
        cues = _cues(document.tokens, sentence.start, sentence.end, lexicon)
        view = CountedSentence(document.tokens, sentence.start, sentence.end, lexicon, numbers, cues, taken)
        found.extend(_in_sentence(view))
    return tuple(found)


def _cues(tokens: tuple[Token, ...], begin: int, end: int, lexicon: QuantityLexicon) -> dict[int, Cue]:
    cues: dict[int, Cue] = {}
    for i in range(begin, end):
        if tokens[i].kind == "word" and lexicon.cues.starts[tokens[i].folded]:
            for match in lexicon.cues.match(tokens, i)[:1]:
                loosens = match.end < end and match.values[0] == "aboard" and tokens[match.end].folded == "عن"
                if match.end <= end and not loosens:  # "no fewer than", said with the word for "aboard"
                    cues[i] = match.values[0]
    return cues


def _in_sentence(view: CountedSentence) -> list[QuantityMention]:
    found: list[QuantityMention] = []
    i = view.begin
    while i < view.limit:
        counted = find_counted(view, i) if i not in view.taken and may_begin_count(view, i) else None
        if counted is None:
            i += 1
            continue
        measures = _measures(view, counted, found)
        found.extend(_mention(view, counted, measure) for measure in measures)
        i = max(i + 1, counted.amount.end)
    return found


def _mention(view: CountedSentence, counted: Counted, measure: Measure) -> QuantityMention:
    amount = counted.amount
    cues = view.cues.values()
    scope: Scope = "cumulative" if "cumulative" in cues else "incident"
    if measure in ("money", "fighters", "weapons") and scope == "incident":
        scope = "unclear"
    return QuantityMention(
        amount.first,
        amount.end,
        Span(amount.start, amount.stop),
        measure,
        amount.low,
        amount.high,
        amount.approximate,
        preliminary="preliminary" in cues,
        scope=scope,
        noun=counted.noun,
    )


def _measures(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> list[Measure]:
    """What the count measures; empty where it is none of the measures."""
    entry, amount = counted.entry, counted.amount
    both = killed_and_wounded(view, amount.end) or told_both(view, amount.end)
    if both and (entry is None or entry.kind in ("person", "fighter", "casualty")):
        return both
    if entry is None:
        return unnamed(view, counted, before)
    others = view.folded(amount.end - 1) in view.lexicon.words["others"]
    if before and before[-1].measure in GOODS and others:
        return [before[-1].measure]  # "three rockets fell there and seven others here"
    if entry.kind == "none" or entry.measure is None:
        # "و3 من القرية المجاورة" counts those counted before, "ثلاث قرى" villages
        goes_on = continues(view, counted, before) or view.cues.get(amount.first - 1) == "namely"
        listed = view.folded(amount.end - 2) == "من" and goes_on
        return [before[-1].measure] if listed and before else []
    of_toll = counted.definite and entry.kind == "casualty" and amount.end == amount.first + 2
    if of_toll and entry.measure in ("killed", "wounded"):
        return [entry.measure]
    if counted.definite:
        told = governing(view, amount.first, ELIDED, before, things=False)
        return [m for m in told or governed_after(view, amount.end) if m != "other"]
    if entry.kind == "money" or (entry.kind == "casualty" and entry.measure not in CUSTODY):
        return [entry.measure] if counted.also is None else [entry.measure, counted.also]
    if entry.kind == "casualty":
        return of_held(view, amount, entry.measure, before)
    if entry.kind in ("thing", "weapon"):
        if is_label(view, amount) and (amount.low or 0) > _FEW and not is_singular(view, counted):
            return []  # "الفرقة 11 دبابات" is called so: what is counted stands in the singular behind 11
        governed = governing(view, amount.first, REACH, before, things=True)
        return of_things(view, counted, entry, governed, before)
    return of_people(view, counted, entry, before)
