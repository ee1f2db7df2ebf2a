"""Attacks and their victims told over several sentences: who did it and whom it hit is said once.

What is taken over is understood, so it carries no span.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.reading.draft import ClaimDraft, RoleDraft
from riwaya.reading.naming import unspanned
from riwaya.text import Document

#: Types that tell of violence and of what it did.
_VIOLENT = frozenset(("ASSAULT", "HARM"))
#: How many sentences back an attack may be that a later one tells more of.
_REACH = 1
#: Claims that a sentence behind the headline may complete it from.
_BODY = 3


def with_incidents(
    document: Document, claims: Sequence[ClaimDraft], sentence_of: Mapping[int, int]
) -> list[ClaimDraft]:
    """The claims; harm without a doer has that of the attack told before, a headline that of the body."""
    found = list(claims)
    for i, claim in enumerate(found):
        if claim.type in _VIOLENT and not (claim.agent and claim.patient):
            found[i] = _completed(found, i, sentence_of)
    for i, claim in enumerate(found):
        headline = document.title is not None and claim.anchor.end <= document.title.end
        if headline and claim.type in _VIOLENT and not (claim.agent and claim.patient):
            found[i] = _told_below(found, i, sentence_of)
    return found


def _told_below(claims: Sequence[ClaimDraft], i: int, sentence_of: Mapping[int, int]) -> ClaimDraft:
    """The headline's claim with what the report's first sentences say of the same event."""
    claim = claims[i]
    for other in claims[i + 1 :]:
        if sentence_of.get(other.anchor_token, _BODY + 1) > _BODY:
            break
        if other.type == claim.type and (other.agent if not claim.agent else other.patient):
            return _fill(claim, other)
    return claim


def _completed(claims: Sequence[ClaimDraft], i: int, sentence_of: Mapping[int, int]) -> ClaimDraft:
    claim = claims[i]
    here = sentence_of.get(claim.anchor_token)
    for other in reversed(claims[:i]):
        there = sentence_of.get(other.anchor_token)
        if here is None or there is None or here - there > _REACH:
            break
        if here == there and _is_unclear(claim, other):
            break
        if (
            other.type in _VIOLENT
            and other.factuality == "CT+"
            and (other.agent if not claim.agent else other.patient)
        ):
            return _fill(claim, other)
    return claim


def _is_unclear(claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether harm is told beside an attack of its own that nobody is said to have made."""
    return claim.type == "HARM" and other.type == "ASSAULT" and not other.agent


def _fill(claim: ClaimDraft, source: ClaimDraft) -> ClaimDraft:
    agent = claim.agent or unspanned(source.agent)
    patient = claim.patient or unspanned(source.patient)
    if {r.actor for r in agent} & {r.actor for r in patient} - {"other"}:
        return claim
    return replace(claim, agent=agent, patient=patient)
