"""Events that a report only recalls: a noun with the article for what it has told already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.reading.draft import ClaimDraft
from riwaya.text import Document

#: What may stand before the article.
_PROCLITICS = ("و", "ف", "ب", "ل", "ك")
_SHORTEST = 3


def without_recalled(document: Document, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims but for those that say nothing of their own (بعد الهجوم، خلال القتال).

    Such a claim has a noun with the article, no count, time, place or theme, is the theme of none, and
    a claim of an earlier sentence tells the same event of the same participants or by the same noun.
    """
    themes = {claim.theme for claim in claims}
    kept: list[int] = []
    told: dict[object, int | None] = {}
    for index, claim in enumerate(claims):
        sentence = document.sentence_at(claim.anchor_token)
        noun = _definite(document, claim)
        told_by = {(claim.type, noun or document.tokens[claim.anchor_token].folded), _event(claim)}
        before = any(told.get(event, sentence) != sentence for event in told_by)
        if noun and before and index not in themes and _says_nothing(claim):
            continue
        for event in told_by:
            told.setdefault(event, sentence)
        kept.append(index)
    place = {index: at for at, index in enumerate(kept)}
    found = (claims[index] for index in kept)
    return [c if c.theme is None else replace(c, theme=place[c.theme]) for c in found]


def _event(claim: ClaimDraft) -> object:
    """What is done by whom to whom."""
    agent, patient = (frozenset(r.actor for r in side) for side in (claim.agent, claim.patient))
    return claim.type, agent, patient


def _says_nothing(claim: ClaimDraft) -> bool:
    own = claim.quantity or claim.time or claim.places or claim.theme is not None
    return not own and claim.factuality == "CT+"


def _definite(document: Document, claim: ClaimDraft) -> str:
    """The noun of the claim without its article; empty where it has none."""
    token = document.tokens[claim.anchor_token]
    if claim.anchor.end > token.end or claim.anchor.start < token.start:
        return ""  # with a verb of its own
    word = token.folded
    word = word[1:] if word.startswith(_PROCLITICS) and word[1:].startswith("ال") else word
    if word.startswith("لل"):
        word = "ال" + word[2:]
    return word[2:] if word.startswith("ال") and len(word) > _SHORTEST + 1 else ""
