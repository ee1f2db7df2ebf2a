"""The only party that is hit: an attack of which no victim is told befell whom the report's others befell.

"استهدف مجهولون الجيش", and then "ندد الوزير بهجوم غادر": on the army. Where two parties are hit, or plain
people beside one, nothing is taken over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.reading.draft import ClaimDraft, Findings
from riwaya.reading.events.fights import FIGHTS, UNSIDED, fell_by, is_word_of
from riwaya.reading.events.incidents import is_at_large
from riwaya.reading.events.naming import unspanned
from riwaya.text import Document


def with_only_hit(
    document: Document,
    claims: Sequence[ClaimDraft],
    findings: Findings,
    aimed: AbstractSet[int],
    sides: Mapping[str, str],
) -> list[ClaimDraft]:
    """The claims; attacks that hit nobody who is told have those who fell in them, else the only party hit.

    `aimed` are the anchor tokens of attacks on where people live: these are hit there.
    """
    groups = {a for m in findings.actors if m.kind == "armed-group" for a in m.actors}
    attacks = [c for c in claims if c.type == "ASSAULT" and any(r.span is not None for r in c.patient)]
    harms = [c for c in claims if c.type == "HARM" and any(r.span is not None for r in c.patient)]

    def settled(claim: ClaimDraft) -> ClaimDraft:
        if claim.type != "ASSAULT" or claim.anchor_token in aimed or not _is_open(claim):
            return claim
        fallen = next((h for h in harms if _fell_in(document, h, claim)), None)
        if fallen is not None:
            return replace(claim, patient=fallen.patient)
        only = None if is_at_large(document, claim) else _only(attacks, claim, sides)
        # who fights a group is known, and a bomb of nobody's does not befall it
        known = only is not None and (
            _sides(claim, sides, "agent") or not groups & {r.actor for r in only.patient}
        )
        return replace(claim, patient=unspanned(only.patient)) if only is not None and known else claim

    return [settled(claim) for claim in claims]


def _is_open(claim: ClaimDraft) -> bool:
    return all(r.actor == "other" and r.span is None for r in claim.patient)


def _fell_in(document: Document, harm: ClaimDraft, attack: ClaimDraft) -> bool:
    """Whether a preposition leads from the harm to the attack: مقتل شرطيين في انفجار, but not in a fight."""
    return not is_word_of(document, attack, FIGHTS) and fell_by(document, harm, attack)


def _only(attacks: Sequence[ClaimDraft], claim: ClaimDraft, sides: Mapping[str, str]) -> ClaimDraft | None:
    """The first of the attacks that all hit one party, and may be by whoever made this one."""
    acting = _sides(claim, sides, "agent")
    near = [
        a
        for a in attacks
        if not (acting and _sides(a, sides, "agent")) or acting == _sides(a, sides, "agent")
    ]
    near = [a for a in near if _sides(a, sides, "patient") - acting]
    hit = {frozenset(_sides(a, sides, "patient")) for a in near}
    one = len(hit) == 1 and "civilians" not in next(iter(hit))
    return near[0] if one else None


def _sides(claim: ClaimDraft, sides: Mapping[str, str], role: str) -> frozenset[str]:
    roles = claim.agent if role == "agent" else claim.patient
    return frozenset(sides.get(r.actor, r.actor) for r in roles) - (UNSIDED - {"civilians"})
