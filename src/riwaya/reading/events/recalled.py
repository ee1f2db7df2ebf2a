"""Events that a report only recalls: a noun with the article for what it has told already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.hedges import HedgeLexicon
from riwaya.reading.draft import AttributionDraft, ClaimDraft
from riwaya.text import Document

#: What may stand before the article.
_PROCLITICS = ("و", "ف", "ب", "ل", "ك")
_SHORTEST = 3
#: What says of a noun that it is one of several (عملية الخطف), and what goes on against what was told.
_COUNTING, _BUT = event_words("an operation"), "لكن"


def without_recalled(
    document: Document,
    claims: Sequence[ClaimDraft],
    attributions: Sequence[AttributionDraft],
    hedges: HedgeLexicon,
) -> list[ClaimDraft]:
    """The claims but for those that say nothing of their own (بعد الهجوم، خلال القتال).

    Such a claim has a noun with the article, no count, time, place or theme, is the theme of none, and
    a claim of an earlier sentence tells the same event of the same participants or by the same noun. It
    is not what a clause of its own tells about, nor does it say who did it to whom where that is new, nor
    does anybody in it say that he did it.
    """
    themes = {claim.theme for claim in claims}
    kept: list[int] = []
    told: dict[object, int | None] = {}
    for index, claim in enumerate(claims):
        sentence = document.sentence_at(claim.anchor_token)
        noun = _definite(document, claim)
        told_by = {(claim.type, noun or document.tokens[claim.anchor_token].folded), _event(claim)}
        before = {event for event in told_by if told.get(event, sentence) != sentence}
        new = _is_topic(document, claim, hedges) or (_event(claim) not in before and _names_both(claim))
        new = new or _is_own_doing(claim, attributions)  # "وتبنى التنظيم غالبية هذه الهجمات"
        if noun and before and index not in themes and _says_nothing(claim) and not new:
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


def _is_topic(document: Document, claim: ClaimDraft, hedges: HedgeLexicon) -> bool:
    """Whether the clause tells about the event: قال إن الهجوم كان محدودا; not بعد الهجوم."""
    tokens, at = document.tokens, claim.anchor_token - 1
    at -= at > 0 and tokens[at].folded in _COUNTING
    word = hedges.clause_word(tokens[max(0, at)].folded)
    return word is not None and (word.kind == "complementiser" or tokens[at].folded.endswith(_BUT))


def _is_own_doing(claim: ClaimDraft, attributions: Sequence[AttributionDraft]) -> bool:
    """Whether somebody says that it was he."""
    told = None if claim.attribution is None else attributions[claim.attribution]
    return told is not None and told.act == "claim-responsibility"


def _names_both(claim: ClaimDraft) -> bool:
    """Whether words beside it name parties on both sides: الهجمات التركية على التنظيم."""
    sides = (claim.agent, claim.patient)
    return all(side and all(r.span is not None and r.actor != "other" for r in side) for side in sides)


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
