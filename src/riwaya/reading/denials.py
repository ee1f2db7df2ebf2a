"""Denials whose content only points back: "نفت موسكو ذلك", "نفى التهم الموجهة إليه"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import Span
from riwaya.reading.draft import AttributionDraft, ClaimDraft
from riwaya.text import Document


def with_denials(
    document: Document, claims: Sequence[ClaimDraft], attributions: Sequence[AttributionDraft]
) -> list[ClaimDraft]:
    """The claims, with a CT- claim for each denial that names no event of its own."""
    denials = [k for k, a in enumerate(attributions) if a.act == "deny"]
    found = list(claims)
    for k in denials:
        inside = [c for c in found if c.attribution == k]
        if any(c.type != "ACCUSE" for c in inside):
            continue
        before = [
            c for c in found if c.anchor_token < attributions[k].cue_token and c.attribution != k and c.type != "ACCUSE"
        ]
        denied = _denied(before, attributions[k], attributions)
        if denied is None:
            continue
        found = [c for c in found if c.attribution != k]
        found.append(_denial(document, denied, k, attributions[k]))
    return sorted(found, key=lambda c: (c.anchor_token, c.anchor))


def _denied(
    claims: Sequence[ClaimDraft], denial: AttributionDraft, attributions: Sequence[AttributionDraft]
) -> ClaimDraft | None:
    """The last claim before that the denier is the agent of, or that somebody is accused of; else the last."""
    accused = [c for c in claims if c.attribution is not None and attributions[c.attribution].act == "accuse"]
    own = [c for c in claims if {r.actor for r in c.agent} & (set(denial.actors) - {"other"})]
    for group in (own, accused, claims):
        if group:
            return group[-1]
    return None


def _denial(document: Document, denied: ClaimDraft, k: int, denial: AttributionDraft) -> ClaimDraft:
    token = denial.content_first if denial.content_first < denial.content_end else denial.cue_token
    word = document.tokens[token]
    return replace(
        denied,
        anchor=Span(word.start, word.end),
        anchor_token=token,
        content=denial.content,
        attribution=k,
        voice="source",
        factuality="CT-",
        factuality_cue=denial.cue,
        agent=tuple(replace(r, span=None) for r in denied.agent),
        patient=tuple(replace(r, span=None) for r in denied.patient),
        recipient=tuple(replace(r, span=None) for r in denied.recipient),
        quantity=None,
        theme=None,
    )
