"""Whose words a claim is worded in: the source's, the reporter's, or unclear (claims.md, rule 5)."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.model import Voice
from riwaya.reading.draft import AttributionDraft
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.clauses import Phrase
from riwaya.text import Document

#: How far back a relative pronoun may stand from the words that it introduces.
_REACH = 12


def voice_of(
    document: Document,
    anchor: Anchor,
    phrases: Sequence[Phrase],
    index: int,
    attribution: AttributionDraft | None,
) -> Voice:
    """A gloss inside reported words may be the reporter's; inside a quotation it is the source's."""
    if attribution is None or attribution.cue_token == anchor.token:
        return "source"
    quote = document.quote_at(anchor.token)
    inside = attribution.content_first <= anchor.token < attribution.content_end
    if inside and quote is not None and quote.open >= attribution.content_first - 1:
        return "source"
    if _in_brackets(phrases, index, attribution.content_first):
        return "reporter"
    return "unclear" if _glosses(document, anchor, phrases, index, attribution) else "source"


def _in_brackets(phrases: Sequence[Phrase], index: int, first: int) -> bool:
    for phrase in reversed(phrases[max(0, index - _REACH) : index]):
        if phrase.first < first or phrase.mark in (")", "]"):
            return False
        if phrase.mark in ("(", "["):
            return True
    return False


def _glosses(
    document: Document, anchor: Anchor, phrases: Sequence[Phrase], index: int, attribution: AttributionDraft
) -> bool:
    """Whether the anchor stands in a relative clause, or is a definite participle describing a noun."""
    if anchor.reading.word.category in ("active", "passive"):
        return document.tokens[anchor.token].folded.removeprefix("و").startswith("ال")
    for phrase in reversed(phrases[max(0, index - _REACH) : index]):
        if phrase.first < attribution.content_first:
            return False
        if phrase.kind == "mark":
            return phrase.mark == "relative" and document.tokens[phrase.first].folded.removeprefix(
                "و"
            ).startswith("ال")
        if phrase.kind == "stop" and phrase.mark in "،,؛.":
            return False
    return False
