"""Fights: attacks of two on each other, in which people of either may fall, and of neither."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.draft import ClaimDraft
from riwaya.reading.events.naming import Roles
from riwaya.text import Document
from riwaya.text.tokens import Token, splits

#: Beginnings of words for a fight of two, folded.
FIGHTS = word_beginnings("fight")
#: Beginnings of words for the dead and wounded, and for persons, folded.
_ANYBODY = (*word_beginnings("casualty"), "شخص", "اشخاص")
#: What a body is called before its name, folded.
_BODIES = event_words("called")
#: Ids of those who stand on no side.
UNSIDED = frozenset(("other", "civilians"))


def is_word_of(document: Document, claim: ClaimDraft, beginnings: tuple[str, ...]) -> bool:
    """Whether the claim's word, without what is put before it, begins as one of these."""
    return begins_as(document.tokens[claim.anchor_token], beginnings)


def begins_as(token: Token, beginnings: tuple[str, ...]) -> bool:
    """Whether the word, without what is put before it, begins as one of these."""
    return any(split.rest.removeprefix("ال").startswith(beginnings) for split in splits(token.folded))


def are_sided(roles: Roles) -> bool:
    """Whether any of those who take part is known to stand on a side."""
    return any(role.actor not in UNSIDED for role in roles)


def fell_to_either(document: Document, one: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether people of no side fell in a fight of two: قتل خمسة في اشتباكات بين …, معارك خلفت 28 قتيلا."""
    harm, fight = (one, other) if one.type == "HARM" else (other, one)
    fought = fight.type == "ASSAULT" and bool(fight.agent and fight.patient)
    return fought and not are_sided(harm.patient) and is_word_of(document, fight, FIGHTS)


def of_either(document: Document, claim: ClaimDraft) -> ClaimDraft:
    """The claim; the dead of a fight who are only counted may be of either side, or of none."""
    count = claim.quantity
    if claim.type != "HARM" or count is None or are_sided(claim.patient):
        return claim
    noun = "" if count.noun is None else document.tokens[count.noun].folded
    return replace(claim, patient=()) if not noun or noun.startswith(_ANYBODY) else claim


def are_of_some_body(document: Document, end: int) -> bool:
    """Whether "of" behind them names a body, though no list knows it: عشرين عنصرا من حزب العمال."""
    behind = document.tokens[end : end + 2]
    body = [t.folded.removeprefix("ال") for t in behind]
    return body[:1] == ["من"] and len(body) > 1 and body[1] in _BODIES
