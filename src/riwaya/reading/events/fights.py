"""Fights: attacks of two on each other, in which people of either may fall, and of neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import word_beginnings
from riwaya.reading.draft import ClaimDraft
from riwaya.reading.events.naming import Roles, unspanned
from riwaya.text import Document
from riwaya.text.tokens import Token, splits

#: Beginnings of words for a fight of two, folded.
FIGHTS = word_beginnings("fight")
#: Beginnings of words for the dead and wounded, folded, and these with those for persons.
CASUALTIES = word_beginnings("casualty")
#: Beginnings of words for dying, which need not be by anybody's hand, folded.
DYING = word_beginnings("dying")
_ANYBODY = (*CASUALTIES, *word_beginnings("person"))
#: The same for attacks of those who die in them.
SUICIDE = word_beginnings("suicide")
#: Prepositions before the fight in which somebody fell, folded; how far behind his death it may be told.
WHILE = frozenset(("في", "خلال", "اثر", "جراء", "اثناء", "بعد", "نتيجه", "عقب"))
_FAR = 30
#: Words that open another clause between the two, folded.
ASIDE = frozenset(("فيما", "بينما", "حين", "وقال", "واضاف", "كما"))
#: Ids of those who stand on no side.
UNSIDED = frozenset(("other", "civilians"))
#: "Between them", folded.
_BETWEEN_THEM = frozenset(("بينهم", "بينها", "بينه"))


def is_word_of(document: Document, claim: ClaimDraft, beginnings: tuple[str, ...]) -> bool:
    """Whether the claim's word, without what is put before it, begins as one of these."""
    return begins_as(document.tokens[claim.anchor_token], beginnings)


def is_between_them(document: Document, claim: ClaimDraft) -> bool:
    """Whether somebody told of before is one side, whom no other fight tells: اشتباكات بينهم وبين الفصائل."""
    behind = document.tokens[claim.anchor_token + 1 : claim.anchor_token + 3]
    return claim.type == "ASSAULT" and any(t.folded in _BETWEEN_THEM for t in behind)


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


def with_enemies(document: Document, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; who fell in a fight told behind his death fell to the other side: قتل … في معارك ضد …."""
    found = list(claims)
    fight: ClaimDraft | None = None
    for i, claim in reversed(list(enumerate(claims))):
        if claim.type != "HARM":
            fight = claim
        elif fight is None or claim.agent or claim.factuality == "CT-":
            continue
        elif fell_in(document, claim, fight):
            found[i] = replace(claim, agent=unspanned(_enemies(claim, fight)))
    return found


def fell_in(document: Document, claim: ClaimDraft, fight: ClaimDraft) -> bool:
    """Whether a preposition leads from a death to the fight behind it in the same clause."""
    return is_word_of(document, fight, FIGHTS) and fell_by_as_told(document, claim, fight)


def fell_by_as_told(document: Document, claim: ClaimDraft, attack: ClaimDraft) -> bool:
    """Whether the same voice leads by a preposition from harm to the attack behind it: قتل … في هجوم."""
    return attack.attribution == claim.attribution and leads_to(document, claim, attack)


def leads_to(document: Document, claim: ClaimDraft, attack: ClaimDraft) -> bool:
    """Whether a preposition leads from harm to the attack behind it, whoever tells of that: … في هجوم."""
    between = document.tokens[claim.anchor_token + 1 : attack.anchor_token]
    told = len(between) <= _FAR
    here = document.sentence_at(claim.anchor_token) == document.sentence_at(attack.anchor_token)
    by = any(split.prefix.endswith("ب") for split in document.tokens[attack.anchor_token].splits)
    leads = told and here and (by or (bool(between) and between[-1].folded in WHILE))
    return leads and not any(t.folded in ASIDE for t in between)


def _enemies(claim: ClaimDraft, fight: ClaimDraft) -> Roles:
    """Who fought those who fell; of somebody unknown the side that the fight is said to be with."""
    fallen = {r.actor for r in claim.patient}
    sides = (*fight.agent, *fight.patient)
    if fallen - UNSIDED:
        return tuple(
            r for r in sides if r.actor not in fallen | UNSIDED and fallen & {s.actor for s in sides}
        )
    unknown = fallen == {"other"} and not are_sided(fight.agent)
    return tuple(r for r in fight.patient if unknown and r.span is not None and r.actor not in UNSIDED)
