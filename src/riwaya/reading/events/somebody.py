"""Somebody: who takes part though neither words nor the sentences before say who.

An attack has somebody whom it hits, also where a source does not say whom: the people of the place that it is
made on, or of where a bomb goes off, else *somebody*, without a span. To fill the role with one of several
enemies would put into a source's mouth whom it did not name. Who made it is somebody too, for people attack,
murder and shoot; of a strike or a blast that only took place nothing more is told than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import TargetKind
from riwaya.reading.draft import ClaimDraft, RoleDraft
from riwaya.reading.events.fights import begins_as, is_word_of
from riwaya.reading.events.naming import SOMEBODY, Roles, are_open
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
#: The mode of attacks that are told as if nobody made them where no verb tells them: the shelling.
SHELLING = "heavy-weapons"
#: Beginnings of words for an attack that is told without who makes it, of words for a blast, of those for
#: what people do to people, and of verbs for what an attack does, folded; endings of verbs of many, who do it
#: themselves.
STRIKE = word_beginnings("strike")
_BLASTS = word_beginnings("blast")
_DEED = word_beginnings("deed")
_STRIKES = word_beginnings("strikes")
#: Beginnings of words for what flies and falls, folded, and how far around an attack they stand.
_FROM_AFAR = (*STRIKE, *word_beginnings("from afar"))
_AFAR = 3
#: How far before a verb for what an attack does that attack may be named.
_STRIKING = 10
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
#: How far behind the storming, and who did it, the place of people may stand that was stormed.
_STORMED = 14
_HOLY = event_words("holy")
#: Beginnings of words for what is no town where it is besieged, folded.
_NO_TOWN = (*word_beginnings("military site"), *word_beginnings("no town"))
#: What is in the words for witnesses who do what is told.
_TOOK_PART = word_beginnings("took part")
#: Beginnings of words for laying siege, folded.
_BESIEGES = word_beginnings("besieging")
#: Beginnings of words for storming and raiding, and words for the places of people that are stormed, folded.
_STORMS = word_beginnings("storming")
_OF_PEOPLE = event_words("stormed")
#: Words right behind these that make them forces' (مخيم تدريب, منزل يتحصن فيه مسلحون), folded.
_MILITARY = event_words("of the military") | event_words("holding")
#: Beginnings of words for what is done to people who cannot defend themselves, folded.
_ATROCITIES = word_beginnings("atrocity")
#: Beginnings of words for crimes, and words behind them that make them such, folded.
_CRIMES, _CRIMES_OF = word_beginnings("crime"), event_words("crimes of")
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
    return [_completed(document, claim, verbs, targets) for claim in told]


def _is_soldier(token: Token, targets: Mapping[str, TargetKind]) -> bool:
    """Whether the word is for a soldier: جندي, للضباط."""
    return any(targets.get(split.rest.removeprefix("ال")) == "soldier" for split in token.splits)


def _on_people(document: Document, claim: ClaimDraft, aimed: AbstractSet[int], *, verbal: bool) -> ClaimDraft:
    """The claim; an attack on where people live, a massacre, and a blast of which no more is said hit people.

    It is people, too, who are displaced, whom humanitarian aid reaches and who may not go out.
    """
    unlisted = all(role.actor == "other" for role in claim.patient)
    if claim.type == "HARM" and unlisted and is_word_of(document, claim, _DISPLACES):
        return replace(claim, patient=tuple(replace(r, actor="civilians") for r in claim.patient) or PEOPLE)
    if claim.type == "COERCE" and unlisted and claim.patient and _is_kept_from_people(document, claim):
        return replace(claim, patient=tuple(replace(r, actor="civilians") for r in claim.patient))
    if claim.type == "COERCE" and not claim.patient:
        besieged = claim.anchor_token in aimed and _is_siege(document, claim)
        return replace(claim, patient=PEOPLE) if besieged or _is_of_every_day(document, claim) else claim
    if claim.type == "AID" and not claim.patient:
        return replace(claim, patient=PEOPLE) if _is_humanitarian(document, claim) else claim
    if claim.type != "ASSAULT" or claim.patient:
        return claim
    blast = claim.mode == "explosives" and (not verbal or is_word_of(document, claim, _EXPLODES))
    at_people = blast or _is_atrocity(document, claim) or claim.anchor_token in aimed
    at_people = at_people or is_terror(document, claim)
    return replace(claim, patient=PEOPLE) if at_people else claim


def _is_atrocity(document: Document, claim: ClaimDraft) -> bool:
    """Whether a massacre or a crime of war is told of: ارتكبوا مجازر, جرائم حرب."""
    here = document.tokens[claim.anchor_token : claim.anchor_token + 2]
    of_war = is_word_of(document, claim, _CRIMES) and here[-1].folded in _CRIMES_OF
    return of_war or any(begins_as(token, _ATROCITIES) for token in here)


def _is_kept_from_people(document: Document, claim: ClaimDraft) -> bool:
    """Whether what is named first as coerced is what people are kept from: حظر الإنترنت."""
    forbidden = claim.mode in ("ban", "restrict", "censor")
    spans = [role.span for role in claim.patient[:1] if role.span is not None and forbidden]
    heads = (document.tokens[document.token_at(span.start)] for span in spans)
    return _is_any_of(heads, _KEPT)


def _is_of_every_day(document: Document, claim: ClaimDraft) -> bool:
    """Whether people are kept in, cut off or stormed: حظر التجوال, قطعوا المياه, اقتحموا المسجد الأقصى."""
    storms = is_word_of(document, claim, _STORMS)
    here = document.sentence_at(claim.anchor_token)
    end = claim.anchor_token + 1 + _KEPT_FROM
    if _is_any_of(document.tokens[claim.anchor_token : end], _KEPT):
        return True
    last = end if here is None else min(document.sentences[here].end, claim.anchor_token + _STORMED)
    of_people = (
        i for i in range(claim.anchor_token, end) if _is_any_of(document.tokens[i : i + 1], _OF_PEOPLE)
    )
    if storms and any(not _is_any_of(document.tokens[i + 1 : i + 3], _MILITARY) for i in of_people):
        return True
    return storms and _is_any_of(document.tokens[claim.anchor_token : max(end, last)], _HOLY)


def _is_siege(document: Document, claim: ClaimDraft) -> bool:
    """Whether a town is besieged: يحاصر المدينة, فرض حصارا على غزة."""
    near = document.tokens[claim.anchor_token : claim.anchor_token + 1 + _KEPT_FROM]
    resumed = near[0].folded.endswith("ه") and not near[0].text.endswith("ة")  # but "محاصرة البلدة"
    if resumed or any(t.folded.removeprefix("ال").startswith(_NO_TOWN) for t in near):
        return False  # "موقع يحاصره الجيش", "حاصرت معسكرا"
    return is_word_of(document, claim, _BESIEGES) or any(begins_as(t, _BESIEGES) for t in near)


def _is_any_of(tokens: Iterable[Token], words: AbstractSet[str]) -> bool:
    """Whether one of the tokens is one of the words, whatever is written onto it."""
    return any(split.rest.removeprefix("ال") in words for token in tokens for split in token.splits)


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
    if role.actor == "eyewitnesses" and not any(part in _words(document, role) for part in _TOOK_PART):
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
        claim.mode == SHELLING
        or is_word_of(document, claim, STRIKE)
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


def _harms_anybody(document: Document, claim: ClaimDraft, targets: Mapping[str, TargetKind]) -> bool:
    """Whether people at large are harmed: وقعت إصابات; but not where a soldier was told of shortly before.

    An attack that is told without a victim is not said to have hit people: قصفت تركيا ليلا.
    """
    near = document.tokens[max(0, claim.anchor_token - _LATELY) : claim.anchor_token + 1]
    return claim.type == "HARM" and not any(_is_soldier(t, targets) for t in near)


def _completed(
    document: Document, claim: ClaimDraft, verbs: AbstractSet[int], targets: Mapping[str, TargetKind]
) -> ClaimDraft:
    verbal = claim.anchor_token in verbs
    # What is said not to have happened nobody did.
    done = claim.type in _BY_SOMEBODY
    if claim.type == "ASSAULT":
        done = done and claim.factuality != "CT-" and not _is_strike(document, claim, verbal=verbal)
    whoever = PEOPLE if claim.type == "PROTEST" else SOMEBODY
    nobody = claim.type == "PROTEST" and are_open(claim.agent)
    agent = (() if nobody else claim.agent) or (whoever if done else ())
    return replace(claim, agent=agent, patient=_befallen(document, claim, targets))


def _befallen(document: Document, claim: ClaimDraft, targets: Mapping[str, TargetKind]) -> Roles:
    """Whom the claim befalls, people or somebody where no words say so."""
    counted = claim.type == "HARM" and claim.quantity is not None  # the dead of a fight, of whichever side
    emergency = claim.type == "COERCE" and is_word_of(document, claim, _NOBODYS)
    unsaid = are_open(claim.patient) and not (counted or emergency)
    if unsaid and _harms_anybody(document, claim, targets):
        return PEOPLE
    nobody = counted or emergency or _among_themselves(document, claim)
    return claim.patient or (SOMEBODY if claim.type in _TO_SOMEBODY and not nobody else ())
