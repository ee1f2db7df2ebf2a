"""Losers: whoever was fought, driven out or withdrew in the sentence is whom a place was taken from.

"سيطرت المقاومة على البلدة بعد معارك مع المتمردين" is control over the place, and over it against them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.draft import FIGHTERS, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.fights import UNSIDED
from riwaya.reading.events.naming import Roles, unspanned
from riwaya.text import Document

#: How far apart the taking and the fight may be told, in tokens.
_NEAR = 30
#: Endings of the noun for control where somebody gains it, folded: بسطت سيطرتها.
_TAKING = word_beginnings("taking control")
#: The same for a grip that is tightened, أحكمت قبضتها; but "من قبضتها".
_GRIP = word_beginnings("tightening")
_IN_GRIP = frozenset(("من", "في", "تحت"))
#: Words before the noun by which a place is only said to be held, folded.
_HELD = event_words("held already")
#: How that noun begins where nobody has control yet, folded.
_FOR_CONTROL = word_beginnings("for control")
#: How far behind the taking it is said from whom, in tokens, and the words for that, folded.
_BEHIND = 14
_FROM = "من"
_HANDS = event_words("hand") | event_words("grip") | event_words("men of")
#: Words that open another clause, folded.
_ENDS = event_words("clause") | {"الذي", "التي"}


def with_losers(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings, sides: Mapping[str, str]
) -> list[ClaimDraft]:
    """The claims; a place that was taken in a fight was taken from whom the sentence says was fought.

    Before that, from whom its own clause says (تسيطر على الحي من الحوثيين, من قبضة التنظيم).
    """
    return [
        replace(
            claim, patient=_taken_from(document, claim, findings) or _fought(document, claims, claim, sides)
        )
        if claim.type == "CONTROL" and not claim.patient and (claim.agent or takes(document, claim))
        else claim
        for claim in claims
    ]


def _taken_from(document: Document, claim: ClaimDraft, findings: Findings) -> Roles:
    """The group or force right behind من after the taking, before another sign or clause."""
    first = claim.anchor_token + 1
    for i in range(first, min(len(document.tokens), first + _BEHIND)):
        token = document.tokens[i]
        if token.kind != "word" or token.folded in _ENDS:
            return ()
        if token.folded != _FROM:
            continue
        at = i + 1 + (i + 1 < len(document.tokens) and document.tokens[i + 1].folded in _HANDS)
        named = next((m for m in findings.actors_in(at, at + 1) if m.counts and m.kind in FIGHTERS), None)
        if named is not None and all(r.actor not in named.actors for r in claim.agent):
            return tuple(RoleDraft(actor, named.span) for actor in named.actors)
    return ()


def _fought(
    document: Document, claims: Sequence[ClaimDraft], claim: ClaimDraft, sides: Mapping[str, str]
) -> Roles:
    fought = bool(claim.agent) and takes(document, claim)
    return unspanned(_loser(document, claims, claim, sides)) if fought else ()


def takes(document: Document, claim: ClaimDraft) -> bool:
    """Whether the claim tells that a place was taken: by its verb, or a masdar (تمكن من السيطرة على …)."""
    if claim.type != "CONTROL" or claim.phase == "end":
        return False
    token, before = document.tokens[claim.anchor_token], document.tokens[max(0, claim.anchor_token - 1)]
    held = before.folded in _HELD or token.folded.startswith(_FOR_CONTROL)
    grip = token.folded.endswith(_GRIP) and before.folded not in _IN_GRIP
    return claim.phase == "begin" or grip or (token.folded.endswith(_TAKING) and not held)


def _loser(
    document: Document, claims: Sequence[ClaimDraft], claim: ClaimDraft, sides: Mapping[str, str]
) -> Roles:
    """Whom the nearest fight or retreat of the sentence says to have lost; nobody where none is told."""
    own = _parties(claim.agent, sides)
    sentence = document.sentence_at(claim.anchor_token)
    near = [
        c
        for c in claims
        if c is not claim
        and abs(c.anchor_token - claim.anchor_token) <= _NEAR
        and document.sentence_at(c.anchor_token) == sentence
    ]
    for other in sorted(near, key=lambda c: abs(c.anchor_token - claim.anchor_token)):
        found = _beaten(other, own, sides)
        if found:
            return found
    return ()


def _beaten(other: ClaimDraft, own: frozenset[str], sides: Mapping[str, str]) -> Roles:
    """Who another claim of the sentence says to have fought with, gone before or been driven out by `own`."""
    doing = _parties(other.agent, sides)
    if other.type == "RETREAT" and doing and not doing & own:
        return _named(other.agent)
    if other.type in ("ASSAULT", "COERCE"):
        if doing & own or not doing - UNSIDED:
            return () if _parties(other.patient, sides) & own else _named(other.patient)
        return _named(other.agent) if _parties(other.patient, sides) & own else ()
    return ()


def _named(roles: Roles) -> Roles:
    return tuple(r for r in roles if r.actor not in UNSIDED)


def _parties(roles: Roles, sides: Mapping[str, str]) -> frozenset[str]:
    return frozenset(sides.get(r.actor, r.actor) for r in roles)
