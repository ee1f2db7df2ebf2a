"""Nobody attacks, harms or accuses himself: who is only understood to do it to his own side does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.reading.draft import UNIDENTIFIED, ClaimDraft, RoleDraft
from riwaya.reading.events.naming import Roles

#: Types that nobody does to his own side unless words say so.
_AGAINST = frozenset(("ASSAULT", "HARM", "COERCE", "CONTROL", "ACCUSE", "THREATEN", "SANCTION"))
#: Ids that stand for many: one of them may do it to another.
_MANY = frozenset(("other", "civilians", UNIDENTIFIED))


def not_against_oneself(claims: Sequence[ClaimDraft], sides: Mapping[str, str]) -> list[ClaimDraft]:
    """The claims without participants that no words name and that stand on both sides.

    `sides` names the party of each actor: soldiers of a state are no enemies of their government. Of two
    that are both understood the doer is the less sure.
    """
    return [_parted(claim, sides) if claim.type in _AGAINST else claim for claim in claims]


def _parted(claim: ClaimDraft, sides: Mapping[str, str]) -> ClaimDraft:
    both = _parties(claim.agent, sides) & _parties(claim.patient, sides)
    if not both:
        return claim
    if any(_is_told_of_them(r, claim.patient) for r in claim.agent):
        return replace(claim, agent=())
    agent = tuple(r for r in claim.agent if r.span is not None or sides.get(r.actor, r.actor) not in both)
    if len(agent) < len(claim.agent):
        return replace(claim, agent=agent)
    patient = tuple(r for r in claim.patient if r.span is not None or sides.get(r.actor, r.actor) not in both)
    return replace(claim, patient=patient)


def _is_told_of_them(role: RoleDraft, patient: Roles) -> bool:
    """Whether the same words name whom it befell, or go on with them: قتل [9 من [عناصر التنظيم]] في هجوم."""
    span = role.span
    return span is not None and any(
        r.actor == role.actor
        and r.span is not None
        and r.span.start <= span.end + 1
        and span.start <= r.span.end + 1
        for r in patient
    )


def _parties(roles: Roles, sides: Mapping[str, str]) -> set[str]:
    return {sides.get(r.actor, r.actor) for r in roles} - _MANY
