"""Alike: a report tells of one thing again and again, and says only once who takes part.

"اقتحم الجنود منازل السكان. … وتواصلت الاقتحامات": the nearest claim of its kind says whom they befell; and
several who agree agree with each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.reading.draft import ClaimDraft
from riwaya.reading.events.fights import UNSIDED
from riwaya.reading.events.naming import Roles, are_open, unspanned
from riwaya.reading.events.turning import turns_between
from riwaya.text import Document

#: Types of which a later claim tells the same again, done to the same.
_AGAIN = frozenset(("COERCE", "CONSULT"))
#: How far off, in tokens, the claim may be that tells alike.
_REACH = 60
_SEVERAL = 2


def with_alike(document: Document, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; whom one befell is whom the nearest befell that tells of the like."""
    report = _Report(document, claims)
    return [report.completed(claim) for claim in claims]


@dataclass(frozen=True, slots=True)
class _Report:
    document: Document
    claims: Sequence[ClaimDraft]

    def completed(self, claim: ClaimDraft) -> ClaimDraft:
        """The claim with whom it befell, where that is open."""
        if claim.type == "AGREE" and len(claim.agent) >= _SEVERAL and not claim.patient:
            return replace(claim, patient=unspanned(claim.agent))
        went = claim.mode == "visit" and bool(claim.places)
        if claim.type in _AGAIN and are_open(claim.patient) and not went:
            return replace(claim, patient=self._befallen(claim) or claim.patient)
        return claim

    def _near(self, claim: ClaimDraft) -> list[ClaimDraft]:
        """The claims of the like within reach that no sentence between turns from, the nearest first."""
        near = [
            (abs(c.anchor_token - claim.anchor_token), c.anchor_token, c)
            for c in self.claims
            if c is not claim and c.type == claim.type and abs(c.anchor_token - claim.anchor_token) <= _REACH
        ]
        near.sort(key=lambda x: x[:2])
        return [c for _, _, c in near if not turns_between(self.document, claim.anchor_token, c.anchor_token)]

    def _befallen(self, claim: ClaimDraft) -> Roles:
        """Whom the nearest befell that the same party did."""
        acting = {r.actor for r in claim.agent}
        if not acting - UNSIDED:
            return ()
        for other in self._near(claim):
            hit = {r.actor for r in other.patient}
            same = acting == {r.actor for r in other.agent} and other.mode == claim.mode
            if same and not are_open(other.patient) and not hit & acting:
                return unspanned(other.patient)
        return ()
