"""Deeds told twice: who takes part is said where the deed is told again, in a clause behind it or before.

"الاتفاق الذي أبرمته إيران مع روسيا" names the parties in the clause, "خلال اللقاء" means those who met
before, and whom a protest is against is whom it condemns. Several who agree do so with each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.reading.draft import ClaimDraft
from riwaya.reading.events.naming import Roles, unspanned
from riwaya.text import Document
from riwaya.text.tokens import DEFINITE

#: Types whose noun a clause may tell again with another verb.
_TOLD_AGAIN = frozenset(("AGREE", "CONSULT", "COOPERATE", "SANCTION", "ACCUSE", "REQUEST"))
#: Types whose definite noun points back to what was told before: اللقاء, الاتفاق.
_POINTING = frozenset(("CONSULT", "AGREE"))
#: How far behind a noun the verb of its clause may stand, and behind a protest what it condemns.
_CLAUSE = 4
_CONDEMNED = 14
#: How far back a meeting may have been told that "the meeting" points to, in claims.
_BEFORE = 12
#: How many agree with each other at least.
_SEVERAL = 2


def with_retold(document: Document, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; those that name nobody take part from where the same deed is told again."""
    found = [_with_each_other(claim) for claim in claims]
    for i, claim in enumerate(found):
        behind = found[i + 1] if i + 1 < len(found) else None
        if behind is not None and _in_clause(document, claim, behind):
            found[i] = _as_told(claim, behind)
        elif claim.type in _POINTING and _points_back(document, claim):
            earlier = (c for c in reversed(found[max(0, i - _BEFORE) : i]) if c.type == claim.type)
            told = next((c for c in earlier if _named(c.agent) and c.patient), None)
            found[i] = claim if told is None else _as_told(claim, told)
        elif claim.type == "PROTEST" and not claim.patient and behind is not None:
            found[i] = replace(claim, patient=_condemned(document, claim, behind))
    return found


def _with_each_other(claim: ClaimDraft) -> ClaimDraft:
    """The claim; several who agree agree with each other: اتفقت تركيا وإيران."""
    several = claim.type == "AGREE" and len(claim.agent) >= _SEVERAL and not claim.patient
    return replace(claim, patient=unspanned(claim.agent)) if several else claim


def _named(roles: Roles) -> bool:
    return any(role.actor != "other" for role in roles)


def _spanned(claim: ClaimDraft) -> bool:
    return any(role.span is not None for role in (*claim.agent, *claim.patient))


def _in_clause(document: Document, claim: ClaimDraft, behind: ClaimDraft) -> bool:
    """Whether the next claim is the clause that tells of the noun: الاتفاق الذي أبرمته …."""
    gap = behind.anchor_token - claim.anchor_token
    if claim.type not in _TOLD_AGAIN or behind.type != claim.type or not 0 < gap <= _CLAUSE + 1:
        return False
    between = document.tokens[claim.anchor_token + 1 : behind.anchor_token]
    relative = any(t.folded in ("الذي", "التي", "اللذين", "اللتين") for t in between)
    return relative and not _spanned(claim) and _named(behind.agent)


def _as_told(claim: ClaimDraft, other: ClaimDraft) -> ClaimDraft:
    return replace(claim, agent=unspanned(other.agent), patient=unspanned(other.patient))


def _points_back(document: Document, claim: ClaimDraft) -> bool:
    """Whether a definite noun tells of a meeting without saying who met: خلال الاستقبال."""
    return document.tokens[claim.anchor_token].folded.startswith(DEFINITE) and not _spanned(claim)


def _condemned(document: Document, claim: ClaimDraft, behind: ClaimDraft) -> Roles:
    """Whom a protest condemns: تظاهروا استنكارا للعدوان الإسرائيلي."""
    near = 0 < behind.anchor_token - claim.anchor_token <= _CONDEMNED
    near = near and behind.type in ("ACCUSE", "PROTEST")
    same = document.sentence_at(claim.anchor_token) == document.sentence_at(behind.anchor_token)
    return unspanned(behind.patient) if near and same and _named(behind.patient) else ()
