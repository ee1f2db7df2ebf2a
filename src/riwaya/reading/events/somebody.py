"""Somebody: who takes part though neither words nor the sentences before say who.

An attack has somebody whom it hits, also where a source does not say whom: the people of the place that it is
made on, or of where a bomb goes off, else *somebody*, without a span. To fill the role with one of several
enemies would put into a source's mouth whom it did not name. Who made it is somebody too where a verb tells
what he does; of a strike that only took place nothing more is told than that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.draft import ClaimDraft, RoleDraft
from riwaya.reading.events.fights import FIGHTS, begins_as, is_word_of
from riwaya.reading.events.naming import SOMEBODY, Roles
from riwaya.text import Document

#: Types that somebody always does, and that are always done to somebody.
_BY_SOMEBODY = frozenset(
    ("ASSAULT", "COERCE", "CONTROL", "PROTEST", "REQUEST", "REJECT", "ACCUSE", "SUPPORT", "COOPERATE", "AID",
     "CONCEDE", "CONSULT", "MONITOR", "SANCTION", "RETREAT", "MOBILIZE")
)  # fmt: skip
_TO_SOMEBODY = frozenset(
    ("HARM", "ASSAULT", "COERCE", "REQUEST", "COOPERATE", "ACCUSE", "PROTEST", "AID", "CONCEDE", "MONITOR",
     "SANCTION", "THREATEN")
)  # fmt: skip
#: Modes of attacks that are told as if nobody made them: a bomb goes off, somebody is murdered; the shelling,
#: but not "they shelled".
_BY_ITSELF = frozenset(("explosives", "assassinate"))
#: Modes of attacks that a person makes with his own hand on people who are there.
_BY_HAND = frozenset(("firearms", "primitive"))
_SHELLING = "heavy-weapons"
#: Beginnings of words for an attack that is told without who makes it, and of verbs for what an attack does,
#: folded; endings of verbs of many, who do it themselves.
_STRIKE = word_beginnings("strike")
_STRIKES = word_beginnings("strikes")
_THEY = ("وا", "ون")
_TERROR = word_beginnings("terror")
#: Endings of two attacks, and of words for several people.
_TWO = ("ان", "ين")
_PEOPLE_OF = ("ون", "ين")
#: Beginnings of words for driving people from their homes, and of adjectives for aid to people in need,
#: folded; how far behind the word for giving it what is said of it may stand.
_DISPLACES = word_beginnings("displacing")
_HUMANITARIAN = word_beginnings("humanitarian")
_AID = 5
#: Words for what people alone are kept from, and beginnings of those for rules that bind nobody by name,
#: folded; how far behind the word for keeping them from it they stand.
_KEPT = event_words("kept from people")
_NOBODYS = word_beginnings("state of emergency")
_KEPT_FROM = 3
#: Beginnings of the verb for going off, folded.
_EXPLODES = word_beginnings("going off")
#: Endings and words of those who are many and so may meet among themselves.
_MANY = ("ون", "ان", "ين")
_PARTIES = event_words("meeting")
#: Who protests and is not named: people without a side.
PEOPLE: Roles = (RoleDraft("civilians", None),)


def with_somebody(
    document: Document, claims: Sequence[ClaimDraft], verbs: AbstractSet[int], aimed: AbstractSet[int]
) -> list[ClaimDraft]:
    """The claims; the last resort of the roles, where every nearer reading left one open.

    `verbs` are the anchor tokens that are finite verbs, `aimed` those of attacks on where people live.
    """
    told = [_on_people(document, c, aimed, verbal=c.anchor_token in verbs) for c in claims]
    return [_completed(document, claim, verbal=claim.anchor_token in verbs) for claim in told]


def with_killed_by_somebody(
    document: Document,
    claims: Sequence[ClaimDraft],
    verbs: AbstractSet[int],
    sentence_of: Mapping[int, int],
) -> list[ClaimDraft]:
    """The claims; whom the attack of somebody without a side left dead, he killed: فتح النار … مقتل شخصين.

    The attack is the nearest one of the same sentence, else of the one beside it. Who fell in a fight fell to
    either side, and an attack that is only mentioned need not be the one that killed.
    """
    attacks = [
        c
        for c in claims
        if c.type == "ASSAULT" and (c.mode in _BY_HAND or c.anchor_token in verbs) and c.factuality != "CT-"
    ]
    return [_killed_by_somebody(document, claim, attacks, sentence_of) for claim in claims]


def _killed_by_somebody(
    document: Document, claim: ClaimDraft, attacks: Sequence[ClaimDraft], sentence_of: Mapping[int, int]
) -> ClaimDraft:
    here = sentence_of.get(claim.anchor_token)
    if claim.type != "HARM" or claim.agent or here is None:
        return claim
    away = [(abs(sentence_of[a.anchor_token] - here), a) for a in attacks if a.anchor_token in sentence_of]
    beside = [(far, abs(a.anchor_token - claim.anchor_token), a) for far, a in away if far <= 1]
    attack = min(beside, key=lambda n: n[:2], default=(0, 0, None))[2]
    if attack is None or is_word_of(document, attack, FIGHTS):
        return claim
    if attack.anchor_token > claim.anchor_token and attack.mode not in _BY_HAND:
        return claim
    of_no_side = bool(attack.agent) and all(role.actor == "other" for role in attack.agent)
    return replace(claim, agent=SOMEBODY) if of_no_side else claim


def _on_people(document: Document, claim: ClaimDraft, aimed: AbstractSet[int], *, verbal: bool) -> ClaimDraft:
    """The claim; an attack on a place where people live, and a blast of which no more is said, hit people.

    It is people, too, who are displaced, whom humanitarian aid reaches and who may not go out.
    """
    unlisted = all(role.actor == "other" for role in claim.patient)
    if claim.type == "HARM" and unlisted and is_word_of(document, claim, _DISPLACES):
        return replace(claim, patient=tuple(replace(r, actor="civilians") for r in claim.patient) or PEOPLE)
    if claim.type == "COERCE" and not claim.patient:
        return replace(claim, patient=PEOPLE) if _is_of_every_day(document, claim) else claim
    if claim.type == "AID" and not claim.patient:
        return replace(claim, patient=PEOPLE) if _is_humanitarian(document, claim) else claim
    if claim.type != "ASSAULT" or claim.patient:
        return claim
    blast = claim.mode == "explosives" and (not verbal or is_word_of(document, claim, _EXPLODES))
    at_people = blast or claim.anchor_token in aimed or is_terror(document, claim)
    return replace(claim, patient=PEOPLE) if at_people else claim


def _is_of_every_day(document: Document, claim: ClaimDraft) -> bool:
    """Whether people may not go out or are cut off: فرض حظر التجوال, قطعوا المياه والكهرباء عن المدينة."""
    near = document.tokens[claim.anchor_token : claim.anchor_token + 1 + _KEPT_FROM]
    return any(s.rest.removeprefix("ال") in _KEPT for t in near for s in t.splits)


def _is_humanitarian(document: Document, claim: ClaimDraft) -> bool:
    """Whether the aid is said to be food, medicine or the like, and nothing behind it to whom it goes."""
    near = document.tokens[claim.anchor_token : claim.anchor_token + _AID]
    kind = next((i for i, t in enumerate(near) if begins_as(t, _HUMANITARIAN)), None)
    return kind is not None and not any(t.folded.startswith("ل") for t in near[kind + 1 :])


def is_terror(document: Document, claim: ClaimDraft) -> bool:
    """Whether the word behind the attack says that it was a suicide's or a terrorist's.

    A plural behind one attack is whom it hits: ضرب الإرهابيين, but "هجومين انتحاريين".
    """
    token = claim.anchor_token
    several = document.tokens[token].folded.endswith(_TWO)
    return any(
        t.folded.removeprefix("ال").startswith(_TERROR) and (several or not t.folded.endswith(_PEOPLE_OF))
        for t in document.tokens[token + 1 : token + 2]
    )


def with_people(document: Document, claims: Sequence[ClaimDraft]) -> tuple[ClaimDraft, ...]:
    """The claims with those who tell as those who act: witnesses are people, unnamed sources somebody.

    Links are made before, since they tell one unnamed source from another.
    """
    return tuple(
        replace(
            claim,
            agent=tuple(_as_people(document, role) for role in claim.agent),
            patient=tuple(_as_people(document, role) for role in claim.patient),
        )
        if any(_is_source(role) for role in (*claim.agent, *claim.patient))
        else claim
        for claim in claims
    )


def _is_source(role: RoleDraft) -> bool:
    return role.actor == "eyewitnesses" or role.actor.endswith("-sources")


def _as_people(document: Document, role: RoleDraft) -> RoleDraft:
    if role.actor == "eyewitnesses" and "مشارك" not in _words(document, role):
        return replace(role, actor="civilians")
    return replace(role, actor="other") if _is_source(role) else role


def _words(document: Document, role: RoleDraft) -> str:
    return "" if role.span is None else document.text[role.span.start : role.span.end]


def _among_themselves(document: Document, claim: ClaimDraft) -> bool:
    """Whether those who meet are all named as agents, or where somebody went is all that is said."""
    if claim.type != "CONSULT":
        return False
    unlisted = bool(claim.agent) and claim.agent[0].actor in ("other", "official-sources")
    first = _words(document, claim.agent[0]).split(" ")[0] if claim.agent else ""
    many = len(claim.agent) > 1 or (unlisted and first.endswith(_MANY)) or first in _PARTIES
    return many or (claim.mode == "visit" and bool(claim.places))


def _is_strike(document: Document, claim: ClaimDraft, *, verbal: bool) -> bool:
    """Whether the attack alone is told of: وقع هجوم, غارة استهدفت المقر, سقطت قذائف; but "استهدفوا"."""
    if not verbal:
        return is_word_of(document, claim, _STRIKE)
    many = document.tokens[claim.anchor_token].folded.endswith(_THEY)
    return is_word_of(document, claim, _STRIKES) and not many


def _completed(document: Document, claim: ClaimDraft, *, verbal: bool) -> ClaimDraft:
    # What is said not to have happened nobody did.
    done = claim.type in _BY_SOMEBODY and claim.mode not in _BY_ITSELF and (verbal or claim.mode != _SHELLING)
    if claim.type == "ASSAULT":
        done = done and claim.factuality != "CT-" and not _is_strike(document, claim, verbal=verbal)
    whoever = PEOPLE if claim.type == "PROTEST" else SOMEBODY
    counted = claim.type == "HARM" and claim.quantity is not None  # the dead of a fight, of whichever side
    emergency = claim.type == "COERCE" and is_word_of(document, claim, _NOBODYS)
    to = SOMEBODY if claim.type in _TO_SOMEBODY and not (counted or emergency) else ()
    nobody = claim.type == "PROTEST" and all(r.actor == "other" and r.span is None for r in claim.agent)
    agent = (() if nobody else claim.agent) or (whoever if done else ())
    patient = claim.patient or (() if _among_themselves(document, claim) else to)
    return replace(claim, agent=agent, patient=patient)
