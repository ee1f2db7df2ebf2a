"""Felled: an attack of which no victim is told hit those who fell in it (مقتل شرطيين في انفجار)."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.reading.draft import ClaimDraft
from riwaya.reading.events.fights import FIGHTS, fell_by_as_told, is_word_of
from riwaya.reading.events.naming import are_open
from riwaya.text import Document


def with_felled(
    document: Document, claims: Sequence[ClaimDraft], aimed: AbstractSet[int]
) -> list[ClaimDraft]:
    """The claims; `aimed` are the anchor tokens of attacks on where people live: these are hit there."""
    harms = [c for c in claims if c.type == "HARM" and any(r.span is not None for r in c.patient)]

    def settled(claim: ClaimDraft) -> ClaimDraft:
        if claim.type != "ASSAULT" or claim.anchor_token in aimed or not are_open(claim.patient):
            return claim
        fallen = next((h for h in harms if _fell_in(document, h, claim)), None)
        return claim if fallen is None else replace(claim, patient=fallen.patient)

    return [settled(claim) for claim in claims]


def _fell_in(document: Document, harm: ClaimDraft, attack: ClaimDraft) -> bool:
    """Whether a preposition leads from the harm to the attack: مقتل شرطيين في انفجار, but not in a fight."""
    return not is_word_of(document, attack, FIGHTS) and fell_by_as_told(document, harm, attack)


__all__ = ["with_felled"]
