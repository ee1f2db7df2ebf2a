"""Somebody: who takes part though neither words nor the sentences before say who.

An attack has somebody whom it hits, also where a source does not say whom: the people of the place that it is
made on, or of where a bomb goes off, else *somebody*, without a span. To fill the role with one of several
enemies would put into a source's mouth whom it did not name. Who made it is somebody too, for people attack,
murder and shoot; of a strike or a blast that only took place nothing more is told than that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import TargetKind
from riwaya.reading.draft import AttributionDraft, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.fights import FIGHTS, UNSIDED, begins_as, is_word_of, leads_to
from riwaya.reading.events.incidents import by_mishap, is_at_large
from riwaya.reading.events.naming import SOMEBODY, Roles, unspanned
from riwaya.text import Document, Token

#: Types that somebody always does, and that are always done to somebody.
_BY_SOMEBODY = frozenset(
    ("ASSAULT", "COERCE", "CONTROL", "PROTEST", "REQUEST", "REJECT", "ACCUSE", "SUPPORT", "COOPERATE", "AID",
     "CONCEDE", "CONSULT", "MONITOR", "SANCTION", "RETREAT", "MOBILIZE")
)  # fmt: skip
_TO_SOMEBODY = frozenset(
    ("HARM", "ASSAULT", "COERCE", "REQUEST", "COOPERATE", "ACCUSE", "PROTEST", "AID", "CONCEDE", "MONITOR",
     "SANCTION", "THREATEN", "SUPPORT")
)  # fmt: skip
#: How far before harm, in tokens, a soldier may have been told of who need not be he whom it befell.
_LATELY = 40
#: Modes of attacks that a person makes with his own hand on people who are there.
_BY_HAND = frozenset(("firearms", "primitive"))
#: The mode of attacks that are told as if nobody made them where no verb tells them: the shelling.
_SHELLING = "heavy-weapons"
#: Beginnings of words for an attack that is told without who makes it, of words for a blast, of those for
#: what people do to people, and of verbs for what an attack does, folded; endings of verbs of many, who do it
#: themselves.
_STRIKE = word_beginnings("strike")
_BLASTS = word_beginnings("blast")
_DEED = word_beginnings("deed")
_STRIKES = word_beginnings("strikes")
#: Beginnings of words for what flies and falls, folded, and how far around an attack they stand.
_FROM_AFAR = (*_STRIKE, *word_beginnings("from afar"))
_AFAR = 3
#: How far before a verb for what an attack does that attack may be named.
_STRIKING = 10
_THEY = ("وا", "ون")
_TERROR = word_beginnings("terror")
#: Endings of two attacks, and of words for several people.
_TWO = ("ان", "ين")
_PEOPLE_OF = ("ون", "ين")
#: Acts by which forces tell what they do; beginnings of words for planes and guns, and of those that say that
#: they are not known, folded.
_TELLING = frozenset(("report", "announce", "confirm"))
_ARMS = word_beginnings("own arms")
_UNKNOWN = word_beginnings("not known")
#: Words for killing, words that say that somebody was killed by hand, folded, and how far behind
#: the death these stand.
_KILLING = event_words("killing")
_BY_HAND_WORDS = event_words("killed by hand")
_HOW = 8
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
    document: Document,
    claims: Sequence[ClaimDraft],
    verbs: AbstractSet[int],
    aimed: AbstractSet[int],
    targets: Mapping[str, TargetKind],
) -> list[ClaimDraft]:
    """The claims; the last resort of the roles, where every nearer reading left one open.

    `verbs` are the anchor tokens that are finite verbs, `aimed` those of attacks on where people live;
    `targets` has the kinds of words for what is hit.
    """
    told = [_on_people(document, c, aimed, verbal=c.anchor_token in verbs) for c in claims]
    soldiers = [i for i, t in enumerate(document.tokens) if _is_soldier(t, targets)]
    return [_completed(document, claim, verbs, soldiers) for claim in told]


def _is_soldier(token: Token, targets: Mapping[str, TargetKind]) -> bool:
    """Whether the word is for a soldier: جندي, للضباط."""
    return any(targets.get(split.rest.removeprefix("ال")) == "soldier" for split in token.splits)


def with_own_arms(document: Document, claims: Sequence[ClaimDraft], findings: Findings) -> list[ClaimDraft]:
    """The claims; planes and guns of which forces tell are their own: أعلن الجيش أن طائرات قصفت مخزنا."""
    forces = {a for m in findings.actors if m.kind == "armed-forces" for a in m.actors}
    found: list[ClaimDraft] = []
    for claim in claims:
        untold = claim.type == "ASSAULT" and all(r.actor == "other" and r.span is None for r in claim.agent)
        within = _told_by(findings, claim, forces) if untold else None
        if within is not None and _are_own_arms(document, claim, within.content_first):
            hit = {r.actor for r in claim.patient}
            own = tuple(RoleDraft(a, None) for a in within.actors if a not in hit)
            found.append(replace(claim, agent=own or claim.agent))
        else:
            found.append(claim)
    return found


def _told_by(findings: Findings, claim: ClaimDraft, forces: AbstractSet[str]) -> AttributionDraft | None:
    """The nearest attribution around the claim by which forces tell it, also "by first information"."""
    number = claim.attribution
    while number is not None:
        within = findings.attributions[number]
        if within.act in _TELLING and within.actors and set(within.actors) <= forces:
            return within
        number = within.parent
    return None


def _are_own_arms(document: Document, claim: ClaimDraft, first: int) -> bool:
    """Whether what is told begins with planes or guns that do it: أن طائرات استهدفت, not طائرات مجهولة.

    An attack "with" them is one that is suffered: إصابة جنود في هجوم بطائرة.
    """
    subject = document.tokens[first : claim.anchor_token]
    arms = any(t.folded.removeprefix("ال").startswith(_ARMS) for t in subject)
    return arms and not any(begins_as(t, _UNKNOWN) for t in subject)


def with_killed_in_attacks(
    document: Document,
    claims: Sequence[ClaimDraft],
    verbs: AbstractSet[int],
    sentence_of: Mapping[int, int],
) -> list[ClaimDraft]:
    """The claims; whom an attack left dead, he killed who made it: مقتل شخصين في هجوم تبناه داعش.

    The attack is the one that a preposition leads to, whoever made it; else the nearest of the same sentence
    or of the one beside it, if somebody without a side made that: فتح النار …. Who fell in a fight fell to
    either side.
    """
    attacks = [c for c in claims if c.type == "ASSAULT" and c.factuality != "CT-"]
    attacks = [a for a in attacks if not is_at_large(document, a)]
    return [_killed_in_attack(document, claim, attacks, verbs, sentence_of) for claim in claims]


def _killed_in_attack(
    document: Document,
    claim: ClaimDraft,
    attacks: Sequence[ClaimDraft],
    verbs: AbstractSet[int],
    sentence_of: Mapping[int, int],
) -> ClaimDraft:
    here = sentence_of.get(claim.anchor_token)
    untold = claim.type == "HARM" and not claim.agent and claim.factuality != "CT-"
    if not untold or here is None or by_mishap(document, claim):
        return claim
    behind = (a for a in attacks if a.anchor_token > claim.anchor_token)
    led = next((a for a in behind if leads_to(document, claim, a)), None)
    if led is not None and _is_told(document, led, claim) and not is_word_of(document, led, FIGHTS):
        return replace(claim, agent=unspanned(led.agent))
    by_people = claim.anchor_token not in verbs and _is_killing(document, claim)
    if by_people or _is_by_hand(document, claim):
        return replace(claim, agent=SOMEBODY)
    away = [(abs(sentence_of[a.anchor_token] - here), a) for a in attacks if a.anchor_token in sentence_of]
    beside = [(far, abs(a.anchor_token - claim.anchor_token), a) for far, a in away if far <= 1]
    attack = min(beside, key=lambda n: n[:2], default=(0, 0, None))[2]
    if attack is None or is_word_of(document, attack, FIGHTS):
        return claim
    if attack.anchor_token > claim.anchor_token and attack.mode not in _BY_HAND:
        return claim
    of_no_side = bool(attack.agent) and all(role.actor == "other" for role in attack.agent)
    return replace(claim, agent=SOMEBODY) if of_no_side else claim


def _is_told(document: Document, attack: ClaimDraft, claim: ClaimDraft) -> bool:
    """Whether it is told who made the attack that somebody fell by; of a strike only by words.

    Who fell where somebody attacked a party to which he does not belong may have attacked it himself: قتل
    المسلح في هجوم على الجيش.
    """
    unlike = attack.mode != _SHELLING and not is_word_of(document, attack, _STRIKE)
    named = any(r.span is not None for r in attack.agent)
    befell = {r.actor for r in claim.patient} - {"civilians"}
    hit = {r.actor for r in attack.patient} - UNSIDED
    theirs = named or not (hit and befell) or bool(hit & befell)
    return bool(attack.agent) and theirs and (unlike or named)


def _is_by_hand(document: Document, claim: ClaimDraft) -> bool:
    """Whether words behind the harm say how people did it: مقتل شاب طعنا."""
    token = claim.anchor_token
    here = document.sentence_at(token)
    behind = document.tokens[token + 1 : token + 1 + _HOW]
    how = (t for t in behind if document.sentence_at(t.index) == here)
    return any(split.rest.removeprefix("ال") in _BY_HAND_WORDS for t in how for split in t.splits)


def _is_killing(document: Document, claim: ClaimDraft) -> bool:
    """Whether the harm is a noun for what people do: قتل المصلين, but "مقتل المصلين", "وقتل شخصان"."""
    token = document.tokens[claim.anchor_token]
    bare = (split for split in token.splits if not split.prefix.startswith(("و", "ف")))
    return any(split.rest.removeprefix("ال") in _KILLING for split in bare)


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
    """Whether the attack alone is told of: غارة استهدفت المقر, سقطت قذائف; but "استهدفوا", "وقع هجوم".

    A blast is a deed where it is said to be a suicide's or a crime: وقع تفجير, التفجير الإرهابي.
    """
    if verbal:
        many = document.tokens[claim.anchor_token].folded.endswith(_THEY)
        goes_off = is_word_of(document, claim, _EXPLODES)
        return goes_off or (
            is_word_of(document, claim, _STRIKES) and not many and not _is_deed(document, claim)
        )
    if is_word_of(document, claim, _BLASTS):
        return not is_terror(document, claim)
    return (
        claim.mode == _SHELLING
        or is_word_of(document, claim, _STRIKE)
        or (is_word_of(document, claim, _DEED) and _is_from_afar(document, claim.anchor_token))
    )


def _is_deed(document: Document, claim: ClaimDraft) -> bool:
    """Whether the attack beside a verb for what it does is one that people make: التفجير الذي استهدف …."""
    here = document.sentence_at(claim.anchor_token)
    if here is None:
        return False
    token, sentence = claim.anchor_token, document.sentences[here]
    before = range(token - 1, max(sentence.start, token - _STRIKING) - 1, -1)
    for i in (*range(token + 1, min(sentence.end, token + 2)), *before):
        if begins_as(document.tokens[i], _FROM_AFAR):
            return False
        if begins_as(document.tokens[i], _DEED):
            return not _is_from_afar(document, i)
    return False


def _is_from_afar(document: Document, token: int) -> bool:
    """Whether words behind an attack say that it flew or fell: هجوم صاروخي, هجوم بطائرات مسيرة."""
    behind = document.tokens[token + 1 : token + 1 + _AFAR]
    return any(begins_as(t, _FROM_AFAR) for t in behind)


def _harms_anybody(claim: ClaimDraft, soldiers: Sequence[int]) -> bool:
    """Whether people at large are harmed: وقعت إصابات; but not where a soldier was told of shortly before.

    An attack that is told without a victim is not said to have hit people: قصفت تركيا ليلا.
    """
    lately = any(0 <= claim.anchor_token - i <= _LATELY for i in soldiers)
    return claim.type == "HARM" and not lately


def _completed(
    document: Document, claim: ClaimDraft, verbs: AbstractSet[int], soldiers: Sequence[int]
) -> ClaimDraft:
    verbal = claim.anchor_token in verbs
    # What is said not to have happened nobody did.
    done = claim.type in _BY_SOMEBODY
    if claim.type == "ASSAULT":
        done = done and claim.factuality != "CT-" and not _is_strike(document, claim, verbal=verbal)
    whoever = PEOPLE if claim.type == "PROTEST" else SOMEBODY
    nobody = claim.type == "PROTEST" and all(r.actor == "other" and r.span is None for r in claim.agent)
    agent = (() if nobody else claim.agent) or (whoever if done else ())
    return replace(claim, agent=agent, patient=_befallen(document, claim, soldiers))


def _befallen(document: Document, claim: ClaimDraft, soldiers: Sequence[int]) -> Roles:
    """Whom it befalls, people or somebody where no words say so; `soldiers` has the tokens of soldiers."""
    counted = claim.type == "HARM" and claim.quantity is not None  # the dead of a fight, of whichever side
    emergency = claim.type == "COERCE" and is_word_of(document, claim, _NOBODYS)
    unsaid = all(r.actor == "other" and r.span is None for r in claim.patient)
    if unsaid and _harms_anybody(claim, soldiers) and not (counted or emergency):
        return PEOPLE
    nobody = counted or emergency or _among_themselves(document, claim)
    return claim.patient or (SOMEBODY if claim.type in _TO_SOMEBODY and not nobody else ())
