"""Detained: who is arrested, tried or deported is a person, and no state, army or organisation.

"سلمت القوات الأميركية المرأة للإقليم، وتم توقيفها": a pronoun that could mean a party means somebody there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.reading.draft import STATE_KINDS, ClaimDraft, Findings
from riwaya.reading.events.naming import SOMEBODY, are_understood

#: What is done to persons.
_TO_PERSONS = frozenset(("arrest", "execute", "deport"))
_NO_PERSONS = STATE_KINDS | {"coalition", "organisation", "media"}


def without_states_detained(claims: Sequence[ClaimDraft], findings: Findings) -> list[ClaimDraft]:
    """The claims; whom words do not name and who is no person is not whom an arrest befell."""
    kinds = findings.kinds()

    def taken(claim: ClaimDraft) -> bool:
        body = any(kinds.get(r.actor) in _NO_PERSONS for r in claim.patient)
        return claim.type == "COERCE" and claim.mode in _TO_PERSONS and are_understood(claim.patient) and body

    return [replace(claim, patient=SOMEBODY) if taken(claim) else claim for claim in claims]


__all__ = ["without_states_detained"]
