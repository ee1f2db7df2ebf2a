"""Own arms: planes and guns of which armed forces tell, and of which no words say whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import word_beginnings
from riwaya.reading.draft import AttributionDraft, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.fights import begins_as
from riwaya.reading.events.naming import are_open
from riwaya.text import Document

#: Acts by which forces tell what they do.
_TELLING = frozenset(("report", "announce", "confirm"))
#: Beginnings of words for planes and guns, and of those that say that they are not known, folded.
_ARMS = word_beginnings("own arms")
_UNKNOWN = word_beginnings("not known")


def with_own_arms(document: Document, claims: Sequence[ClaimDraft], findings: Findings) -> list[ClaimDraft]:
    """The claims; planes and guns of which forces tell are their own: أعلن الجيش أن طائرات قصفت مخزنا."""
    forces = {a for m in findings.actors if m.kind == "armed-forces" for a in m.actors}
    found: list[ClaimDraft] = []
    for claim in claims:
        untold = claim.type == "ASSAULT" and are_open(claim.agent)
        within = _told_by(findings, claim, forces) if untold else None
        if within is not None and _are_own_arms(document, claim, within.content_first):
            hit = {r.actor for r in claim.patient}
            own = tuple(RoleDraft(a, None) for a in within.actors if a not in hit)
            found.append(replace(claim, agent=own or claim.agent))
        else:
            found.append(claim)
    return found


def _told_by(findings: Findings, claim: ClaimDraft, forces: AbstractSet[str]) -> AttributionDraft | None:
    """The nearest attribution around the claim by which forces tell it, also "by first information"."""
    number = claim.attribution
    while number is not None:
        within = findings.attributions[number]
        if within.act in _TELLING and within.actors and set(within.actors) <= forces:
            return within
        number = within.parent
    return None


def _are_own_arms(document: Document, claim: ClaimDraft, first: int) -> bool:
    """Whether what is told begins with planes or guns that do it: أن طائرات استهدفت, not طائرات مجهولة.

    An attack "with" them is one that is suffered: إصابة جنود في هجوم بطائرة.
    """
    subject = document.tokens[first : claim.anchor_token]
    arms = any(t.folded.removeprefix("ال").startswith(_ARMS) for t in subject)
    return arms and not any(begins_as(t, _UNKNOWN) for t in subject)


__all__ = ["with_own_arms"]
