"""Somebody: who takes part though neither words nor the sentences before say who.

An attack has an attacker and somebody whom it hits, also where a source says neither. To fill the role with
the enemy of whoever is named, or with the people who live there, would put into a source's mouth whom it did
not name; so it is *somebody*, without a span.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.reading.draft import ClaimDraft, RoleDraft
from riwaya.reading.events.naming import Roles

#: Types that somebody always does, and that are always done to somebody.
_BY_SOMEBODY = frozenset(("ASSAULT", "COERCE", "CONTROL", "PROTEST", "REQUEST", "REJECT"))
_TO_SOMEBODY = frozenset(
    ("HARM", "REJECT", "ASSAULT", "COERCE", "REQUEST", "SUPPORT", "COOPERATE", "ACCUSE", "CONSULT", "PROTEST")
)
_SOMEBODY: Roles = (RoleDraft("other", None),)
#: Who protests and is not named: people without a side.
_PEOPLE: Roles = (RoleDraft("civilians", None),)


def with_somebody(claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; the last resort of the roles, where every nearer reading left one open."""
    return [_completed(claim) for claim in claims]


def _completed(claim: ClaimDraft) -> ClaimDraft:
    # A bomb goes off; nobody need be said to have laid it.
    # What is said not to have happened nobody did.
    done = claim.type in _BY_SOMEBODY and claim.mode != "explosives"
    done = done and not (claim.type == "ASSAULT" and claim.factuality == "CT-")
    whoever = _PEOPLE if claim.type == "PROTEST" else _SOMEBODY
    agent = claim.agent or (whoever if done else ())
    patient = claim.patient or (_SOMEBODY if claim.type in _TO_SOMEBODY else ())
    return replace(claim, agent=agent, patient=patient)
