"""Denials whose content only points back: "نفت موسكو ذلك", "نفى التهم الموجهة إليه"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from riwaya.model import Span
from riwaya.reading.draft import AttributionDraft, ClaimDraft
from riwaya.text import Document

#: How many claims before a denial may be what it denies.
_REACH = 60


def with_denials(
    document: Document, claims: Sequence[ClaimDraft], attributions: Sequence[AttributionDraft]
) -> list[ClaimDraft]:
    """The claims, with a CT- claim for each denial that names no event of its own."""
    inside: dict[int, list[ClaimDraft]] = {}
    for claim in claims:
        if claim.attribution is not None and attributions[claim.attribution].act == "deny":
            inside.setdefault(claim.attribution, []).append(claim)
    tokens = [c.anchor_token for c in claims]
    added: list[ClaimDraft] = []
    replaced: set[int] = set()
    for k, denial in enumerate(attributions):
        if denial.act != "deny" or any(c.type != "ACCUSE" for c in inside.get(k, ())):
            continue
        end = bisect_left(tokens, denial.cue_token)
        before = [c for c in claims[max(0, end - _REACH) : end] if c.attribution != k and c.type != "ACCUSE"]
        denied = _denied(before, denial, attributions)
        if denied is not None:
            replaced.add(k)
            added.append(_denial(document, denied, k, denial))
    kept = [c for c in claims if c.attribution not in replaced]
    return sorted([*kept, *added], key=lambda c: (c.anchor_token, c.anchor))


def _denied(
    claims: Sequence[ClaimDraft], denial: AttributionDraft, attributions: Sequence[AttributionDraft]
) -> ClaimDraft | None:
    """The last claim before with the denier as agent; else the last accusation; else the last claim."""
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
