"""How sure a claim's own source is: negation, hedges, conditions, and what the attributing act implies.

Values are FactBank's: CT certain, PR probable, PS possible, each + or -, and Uu where no stand is taken.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from riwaya.lexicon.hedges import Before, Hedge, HedgeLexicon
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.model import Act, Factuality, Span
from riwaya.reading.anchors import Anchor
from riwaya.reading.draft import AttributionDraft
from riwaya.text import Document, Token
from riwaya.text.sentences import Sentence

#: How many tokens may stand between a hedge and the head of the clause that it weakens.
_REACH = {"present": 2, "next": 3, "clause": 9, "condition": 9}
#: How far ليس and لم يكن reach to a noun, and دون to a masdar.
_NOMINAL_REACH = 5
_MASDAR_REACH = 3
#: No hedge or negation reaches further than this many tokens, its own words included.
_WINDOW = 16
_T = TypeVar("_T")
_ENDS = frozenset("،,؛;:.!؟?")
_NEGATED: dict[Factuality, Factuality] = {"CT+": "CT-", "PR+": "PR-", "PS+": "PS-"}
_ACTS: dict[Act, Factuality] = {
    "hypothesise": "PR+",
    "expect": "PS+",
    "request": "Uu",
    "warn": "PS+",
    "refuse": "CT-",
}


@dataclass(frozen=True, slots=True)
class Modality:
    """The negations and hedges of one sentence, in order."""

    document: Document
    sentence: Sentence
    negations: tuple[PhraseMatch[Before], ...]
    hedges: tuple[PhraseMatch[Hedge], ...]


def find_modality(document: Document, sentence: Sentence, lexicon: HedgeLexicon) -> Modality:
    """Match the lists of negations and hedges once a sentence."""
    negations: list[PhraseMatch[Before]] = []
    hedges: list[PhraseMatch[Hedge]] = []
    passed = passed_hedge = sentence.start
    for i in range(sentence.start, sentence.end):
        if document.tokens[i].folded not in lexicon.openers:
            continue
        if i >= passed:
            for negation in lexicon.negations.match(document.tokens, i)[:1]:
                if negation.split.prefix in ("", "و", "ف") and negation.end <= sentence.end:
                    negations.append(negation)
                    passed = negation.end
        if i >= passed_hedge:
            for hedge in lexicon.hedges.match(document.tokens, i)[:1]:
                if hedge.split.prefix in ("", "و", "ف", "ل", "ب") and hedge.end <= sentence.end:
                    hedges.append(hedge)
                    passed_hedge = hedge.end
    return Modality(document, sentence, tuple(negations), tuple(hedges))


def factuality_of(
    anchor: Anchor, modality: Modality, attribution: AttributionDraft | None
) -> tuple[Factuality, Span | None]:
    """The claim's value and the words that show it; None for a plain assertion."""
    hedge = _hedge(anchor, modality)
    value: Factuality = "CT+" if hedge is None else hedge.values[0].factuality
    cue = None if hedge is None else _span(hedge)
    negation = _negation(anchor, modality)
    if negation is not None:
        value, cue = _NEGATED.get(value, value), cue or _span(negation)
    if attribution is None or attribution.cue_token == anchor.token:
        return value, cue
    if attribution.act == "deny":
        return ("CT+" if value == "CT-" else _NEGATED.get(value, value)), attribution.cue
    implied = _implied(anchor, attribution)
    if implied is not None and value == "CT+":
        return implied, attribution.cue
    return value, cue


def _implied(anchor: Anchor, attribution: AttributionDraft) -> Factuality | None:
    """What the act makes of the event that it is about: a request for P does not say that P is so."""
    value = _ACTS.get(attribution.act)
    if value is None or attribution.act in ("hypothesise", "expect"):
        return value
    past = anchor.verbal and anchor.reading.tense == "past"
    first = anchor.head - attribution.content_first <= 4
    if attribution.act == "warn":
        return value if not anchor.verbal and first else None
    return value if first and not past else None


def _span(match: PhraseMatch[Hedge] | PhraseMatch[Before]) -> Span:
    return Span(match.start, match.stop)


def _open(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether nothing between the tokens ends a clause."""
    return not any(tokens[i].text in _ENDS or tokens[i].folded == "الا" for i in range(start, end))


def _hedge(anchor: Anchor, modality: Modality) -> PhraseMatch[Hedge] | None:
    """The hedge nearest to the anchor whose scope holds it."""
    tokens = modality.document.tokens
    best: PhraseMatch[Hedge] | None = None
    for match in _near(modality.hedges, anchor):
        hedge = match.values[0]
        if hedge.scope == "after":
            if 0 < match.first - anchor.token <= 2 and _open(tokens, anchor.token, match.first):
                return match
            continue
        if match.first > anchor.head:
            continue
        distance = anchor.head - match.end
        if distance < 0 or distance > _REACH[hedge.scope] or not _open(tokens, match.end, anchor.head):
            continue
        if hedge.scope == "present" and _tense(anchor) not in ("present", "jussive"):
            continue
        if hedge.scope == "condition" and _has_verb_between(match.end, anchor.head, tokens):
            continue
        best = match
    return best


def _near(matches: Sequence[PhraseMatch[_T]], anchor: Anchor) -> Sequence[PhraseMatch[_T]]:
    """The matches that can reach the anchor's clause."""
    low = bisect_left(matches, anchor.head - _WINDOW, key=lambda m: m.first)
    return matches[low : bisect_left(matches, anchor.token + _WINDOW, key=lambda m: m.first)]


def _has_verb_between(start: int, end: int, tokens: Sequence[Token]) -> bool:
    """A second conditional particle's answer (فإن, فسوف) lies outside the condition."""
    return any(tokens[i].folded.startswith(("فس", "فان", "فقد")) for i in range(start, end + 1))


def _tense(anchor: Anchor) -> str:
    reading = anchor.light_reading or anchor.reading
    return reading.tense


def _negation(anchor: Anchor, modality: Modality) -> PhraseMatch[Before] | None:
    tokens = modality.document.tokens
    finite = anchor.verbal or (
        anchor.light_reading is not None and anchor.light_reading.word.category == "verb"
    )
    for match in _near(modality.negations, anchor):
        if match.first > anchor.token:
            break
        kind = match.values[0]
        to_head, to_anchor = anchor.head - match.end, anchor.token - match.end
        if (
            kind in ("verb", "both")
            and finite
            and 0 <= to_head <= 1
            and _open(tokens, match.end, anchor.head)
        ):
            return match
        reach = {"both": _NOMINAL_REACH, "noun": _MASDAR_REACH}.get(kind, -1)
        if not anchor.verbal and 0 <= to_anchor <= reach and _open(tokens, match.end, anchor.token):
            return match
    return None
