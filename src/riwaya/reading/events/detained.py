"""Detained: who is arrested, tried or deported is a person, and no state, army or organisation.

"سلمت القوات الأميركية المرأة للإقليم، وتم توقيفها": a pronoun that could mean a party means somebody there.
Who is taken is moreover a suspect, and one of the people only where a word says that he is: "اعتقلت الشرطة
رجلا" tells of somebody, "اعتقلت الشرطة طلابا" of civilians. Whom an armed group takes is no suspect.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import word_beginnings
from riwaya.reading.draft import STATE_KINDS, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.fights import begins_as
from riwaya.reading.events.naming import SOMEBODY, are_understood
from riwaya.text import Document

#: What is done to persons.
_TO_PERSONS = frozenset(("arrest", "execute", "deport"))
_NO_PERSONS = STATE_KINDS | {"coalition", "organisation", "media"}
#: Beginnings of words for people whom nobody takes for a suspect, and for what they are taken at, folded.
_HARMLESS = word_beginnings("harmless") + word_beginnings("taken at")
#: How far behind the word for those who are taken more may be said of them, in tokens.
_DESCRIBED = 2
#: Kinds of those who take whom they please, and not on a charge.
_LAWLESS = frozenset(("armed-group",))


def without_states_detained(claims: Sequence[ClaimDraft], findings: Findings) -> list[ClaimDraft]:
    """The claims; whom words do not name and who is no person is not whom an arrest befell."""
    kinds = findings.kinds()

    def taken(claim: ClaimDraft) -> bool:
        body = any(kinds.get(r.actor) in _NO_PERSONS for r in claim.patient)
        return claim.type == "COERCE" and claim.mode in _TO_PERSONS and are_understood(claim.patient) and body

    return [replace(claim, patient=SOMEBODY) if taken(claim) else claim for claim in claims]


def with_suspects(document: Document, claims: Sequence[ClaimDraft], findings: Findings) -> list[ClaimDraft]:
    """The claims; whom an arrest befell is somebody, where no word makes him one of the people."""
    kinds = findings.kinds()

    def lawful(claim: ClaimDraft) -> bool:
        arrests = claim.type == "COERCE" and claim.mode == "arrest"
        return arrests and not any(kinds.get(r.actor) in _LAWLESS for r in claim.agent)

    return [
        replace(c, patient=tuple(_suspect(document, r) for r in c.patient)) if lawful(c) else c
        for c in claims
    ]


def _suspect(document: Document, role: RoleDraft) -> RoleDraft:
    """Who is taken: somebody, unless more is said: 12 شخصا من النساء, عشرات خلال الاحتجاجات."""
    if role.actor != "civilians":
        return role
    first, end = (0, 0) if role.span is None else document.token_range(role.span.start, role.span.end)
    near = document.tokens[first : end + _DESCRIBED] if end else ()
    return role if any(begins_as(t, _HARMLESS) for t in near) else replace(role, actor="other")


__all__ = ["with_suspects", "without_states_detained"]
