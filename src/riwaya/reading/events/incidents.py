"""Attacks and their victims told over several sentences: who did it and whom it hit is said once.

What is taken over is understood, so it carries no span.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.inflect import THEIRS
from riwaya.reading.draft import STRIKING, VIOLENT, AttributionDraft, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.answered import is_answer, is_answered
from riwaya.reading.events.factuality import RELATIVES
from riwaya.reading.events.fights import (
    DYING,
    UNSIDED,
    are_sided,
    begins_as,
    fell_by_as_told,
    fell_in,
    fell_to_either,
    is_between_them,
    is_word_of,
)
from riwaya.reading.events.mutual import is_exchange
from riwaya.reading.events.naming import are_open, unspanned
from riwaya.reading.events.relations import LETTING
from riwaya.reading.events.turning import turns
from riwaya.text import Document, word_before

#: Types whose headline may leave out who did it or whom it befell.
_COMPLETED = VIOLENT | {"REQUEST", "REJECT", "THREATEN", "CONSULT", "AGREE", "SUPPORT"}
#: How many sentences back an attack may be that a later one tells more of.
_REACH = 1
#: Types of what may be the answer to an attack.
_ANSWERING = frozenset(("ASSAULT", "HARM", "THREATEN", "MOBILIZE"))
#: Words for what nobody does to anybody, folded, and how near they stand.
_MISHAPS = event_words("mishap")
_ACCIDENTS = event_words("accident") | _MISHAPS
_BESIDE = 8
#: Beginnings of attacks after which somebody else acts, folded.
_ACTED_ON = word_beginnings("acted on")
#: Nouns that only say how one dies or goes, folded.
_IN_WHAT_WAY = event_words("in what way")
#: How nouns begin for violence and conflicts as such, folded.
_AT_LARGE = word_beginnings("violence at large")
#: How nouns begin for the dead, the wounded and those who fled, folded.
_TOLL = word_beginnings("toll")
#: How words begin for those who made an attack, folded.
_ATTACKERS = word_beginnings("attacker") + word_beginnings("perpetrator")
#: Beginnings of verbs for undergoing an attack, folded, and how far before it they stand.
_SUFFERING = word_beginnings("suffering")
_SUFFERED = 6
#: How far before an attack its answer may be told, and before harm who is understood to have done it.
_FAR = 40
#: Beginnings of what shows that who died was killed, and of what says that harm hangs on what stands before.
_OF_WOUNDS = word_beginnings("of wounds")
_LED_TO = word_beginnings("led to")
#: Beginnings of verbs for taking up an attack, words for the one told of before, how far behind they stand.
_TAKES_UP = word_beginnings("taking up")
_TOLD_OF = event_words("attack told of")
_TAKEN = 6
#: Words, folded, behind which an attack came before what the sentence tells, and how such attacks begin.
_AFTER = event_words("after")
_STROKES = word_beginnings("stroke")
#: How far before an attack it may be said how long after it something was, and the words between.
_SPAN = 5
_SINCE_THEN = event_words("span since")
#: Beginnings of verbs for what an attack does, folded.
_STRIKES = word_beginnings("strikes")
#: How verbs begin for what we are going to do.
_WE_SHALL = "سن"
#: How far before what somebody is let do the word for letting him stands.
_LET = 6
#: The mode of attacks from the air, which few can make.
_RAID = "aerial"
#: Letters by which a word for an attack and its plural are known to be one word: ضربة, ضربات.
_ROOT = 3
#: How far behind its verb what is carried out may stand: نفذ التحالف العربي 16 ضربة.
_COUNTED = 6
#: Claims that a sentence behind the headline may complete it from.
_BODY = 3


def with_incidents(
    document: Document,
    claims: Sequence[ClaimDraft],
    findings: Findings,
    sentence_of: Mapping[int, int],
    aimed: AbstractSet[int],
    fresh: AbstractSet[int],
) -> list[ClaimDraft]:
    """The claims; harm without a doer has that of the attack told before, a headline that of the body.

    `aimed` are the anchor tokens of attacks on a place that is named: nobody else is whom they hit; `fresh`
    those of attacks told of without an article, which are none that the sentence before told of.
    """
    found = list(claims)
    elsewhere = _elsewhere(document, findings)
    for i, claim in enumerate(found):
        if claim.type in STRIKING and is_answered(document, claim):
            found[i] = _answered(found, i, sentence_of)
        elif (
            claim.factuality == "CT+"  # "a possible attack" is none that was told of
            and _lacks(document, claim, findings.attributions)
            and not is_at_large(document, claim)
            and not _by_accident(document, claim)
        ):
            here = sentence_of.get(claim.anchor_token, -1)
            told_of = claim.anchor_token not in fresh and _points_back(document, claim)
            turned = here in elsewhere or (here >= 0 and not told_of and turns(document, here))
            turned = turned or _is_for_an_end(document, claim)
            found[i] = _completed(document, found, i, sentence_of, aimed, fresh, 0 if turned else _REACH)
    _take_up(document, found, findings, sentence_of)
    for i, claim in enumerate(found):
        headline = _is_headline(document, claim)
        whole = claim.agent and {r.actor for r in claim.patient} - {"other"}
        wished = claim.mode == "execute" and claim.factuality != "CT+"  # "تطالب بإعدامه"
        if headline and claim.type in _COMPLETED and not (whole or wished):
            found[i] = _told_below(document, found, i, sentence_of)
    return found


def taken_up(
    document: Document, claims: Sequence[ClaimDraft], findings: Findings
) -> dict[int, tuple[str, ...]]:
    """Who says that an attack was his, by the token of the word for that."""
    tokens = document.tokens
    taken = {
        c.anchor_token: tuple(r.actor for r in c.agent)
        for c in claims
        if c.type == "ASSAULT" and tokens[c.anchor_token].folded.removeprefix("و").startswith(_TAKES_UP)
    }
    said = {a.cue_token: tuple(a.actors) for a in findings.attributions if a.act == "claim-responsibility"}
    return taken | said


def _take_up(
    document: Document, found: list[ClaimDraft], findings: Findings, sentence_of: Mapping[int, int]
) -> None:
    """Let who takes up the attack of the sentence before be who did it: قتل جندي. وتبنت … العملية."""
    tokens = document.tokens
    for token, who in taken_up(document, found, findings).items():
        told_of = any(t.folded in _TOLD_OF for t in tokens[token + 1 : token + _TAKEN])
        here = document.sentence_at(token)
        if here is None or not told_of or len(who) != 1 or who[0] in UNSIDED:
            continue
        for i, claim in enumerate(found):
            if sentence_of.get(claim.anchor_token) == here - 1 and _may_have_done(who[0], claim):
                found[i] = replace(claim, agent=(RoleDraft(who[0], None),))


def _may_have_done(actor: str, claim: ClaimDraft) -> bool:
    """Whether the claim is of an attack or harm that took place, by nobody told and not to this party."""
    happened = claim.type in STRIKING and claim.factuality == "CT+"
    return happened and are_open(claim.agent) and actor not in {r.actor for r in claim.patient}


def _points_back(document: Document, claim: ClaimDraft) -> bool:
    """Whether an attack is told by those known or is so itself: قصفت الطائرات, القصف; not قصفت طائرات."""
    words = document.tokens[claim.anchor_token : claim.anchor_token + 2]
    return claim.type == "ASSAULT" and any(t.folded.startswith("ال") for t in words)


def _is_for_an_end(document: Document, claim: ClaimDraft) -> bool:
    """Whether the attack is only what somebody does another thing for: عبروا الحدود لمحاربة التنظيم."""
    token = document.tokens[claim.anchor_token]
    end = claim.type == "ASSAULT" and not token.folded.startswith("لل")
    end = end and any(s.prefix.endswith("ل") for s in token.splits)
    near = document.tokens[max(0, token.index - _SUFFERED) : token.index]  # "تعرضت البلدة لقصف"
    return end and not any(begins_as(t, _SUFFERING) for t in near)


def _elsewhere(document: Document, findings: Findings) -> frozenset[int]:
    """The sentences that turn to another place or country: "وفي حلب، استشهد مدني".

    A country without a comma behind it may be where somebody goes on: وفي العراق نفذت الطائرات غارات.
    """
    tokens = document.tokens
    places = {m.first for m in findings.places}
    states = {m.first for m in findings.actors if m.kind == "state" and m.end == m.first + 1}
    places.update(i for i in states if i + 1 < len(tokens) and tokens[i + 1].text in "،,")
    return frozenset(
        n
        for n, sentence in enumerate(document.sentences)
        if tokens[sentence.start].folded in ("وفي", "في") and sentence.start + 1 in places
    )


def _lacks(document: Document, claim: ClaimDraft, attributions: Sequence[AttributionDraft]) -> bool:
    """Whether the claim leaves a side open that what was told before may fill: no mutual accusation does."""
    within = None if claim.attribution is None else attributions[claim.attribution]
    mutual = within is not None and is_exchange(document, within)
    q = claim.quantity  # a bare count tells what another claim told: "خطف … منهم 60 مسيحيا"
    counted = q is not None and q.span.start <= claim.anchor.start < q.span.end
    # "قتل شاب طعنا": how somebody died is no attack that was told of before
    counted = counted or document.tokens[claim.anchor_token].folded in _IN_WHAT_WAY
    mutual = mutual or is_between_them(document, claim)
    return claim.type in STRIKING and not (claim.agent and claim.patient) and not mutual and not counted


def _told_below(
    document: Document, claims: Sequence[ClaimDraft], i: int, sentence_of: Mapping[int, int]
) -> ClaimDraft:
    """The headline's claim with what the report's first sentences say of the same event."""
    claim = claims[i]
    body = [c for c in claims[i + 1 :] if sentence_of.get(c.anchor_token, _BODY + 1) <= _BODY]
    after = (c for c in body if not c.agent and _came_before(document, c))
    if not claim.agent and any(_is_same(document, claim, c) for c in after):
        return claim  # "هجمات لندن: إيقافات": the body tells what was done after them
    for other in body:
        if sentence_of.get(other.anchor_token) == 0 and _is_unclear(claim, other):
            break
        told = other.agent if not claim.agent else other.patient
        alike = claim.type == "HARM" and not claim.agent and other.type == "HARM"
        if alike and is_word_of(document, claim, _TOLL):
            told = ()  # "مقتل جندي": who did one of the deaths told below need not have done this
        if other.type == claim.type and told and not _by_others(claim, other):
            vague = claim.type == "ASSAULT" and {r.actor for r in claim.patient} == {
                "other"
            }  # "غارات على مواقع": whose, the body says
            return _fill(replace(claim, patient=()) if vague and other.patient else claim, other)
    return claim


def _is_same(document: Document, claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether the same word tells of two attacks."""
    words = {document.tokens[c.anchor_token].folded.removeprefix("ال") for c in (claim, other)}
    return claim.type == other.type and len(words) == 1


def _own_fight(document: Document, claims: Sequence[ClaimDraft], i: int) -> ClaimDraft | None:
    """The fight in which harm befell somebody: قتلوا في اشتباكات; "the clashes" were told of before."""
    behind = (c for c in claims[i + 1 : i + 1 + _BODY] if c.type == "ASSAULT")
    fight = next((c for c in behind if fell_in(document, claims[i], c)), None)
    if claims[i].type != "HARM" or fight is None:
        return None
    return None if document.tokens[fight.anchor_token].folded.startswith("ال") else fight


def _new_attack(
    document: Document, claims: Sequence[ClaimDraft], i: int, fresh: AbstractSet[int]
) -> ClaimDraft | None:
    """The attack not told of before that the claim is, or that did harm: قتلوا في غارة, أسفر هجوم عن …."""
    claim = claims[i]
    if claim.anchor_token in fresh:
        return claim
    attacks = [c for c in claims[i + 1 : i + 1 + _BODY] if c.anchor_token in fresh]
    told = (
        c for c in attacks if c.anchor_token == claim.anchor_token + 1 or fell_by_as_told(document, claim, c)
    )
    return next(told, None) if claim.type == "HARM" else None


def _came_before(document: Document, claim: ClaimDraft) -> bool:
    """Whether an attack that is nobody's yet is what other things came after: منذ هجوم …, غداة تفجير ….

    Whoever takes people or places has mostly raided or shelled them before: اعتقلهم بعد اقتحام منازلهم.
    """
    token = document.tokens[claim.anchor_token]
    owned = token.folded.endswith(THEIRS) and not token.text.endswith("ة")
    one = claim.type == "ASSAULT" and token.folded.startswith(_STROKES) and not owned
    return one and _is_behind(document, token.index)


def _is_behind(document: Document, token: int) -> bool:
    """Whether what stands at the token came before: بعد هجوم, بعد ثلاثة أيام من هجوم, غداة يوم على هجوم."""
    before = document.tokens[max(0, token - _SPAN) : token]
    if not before:
        return False
    if before[-1].folded in _AFTER:
        return True
    return before[-1].folded in _SINCE_THEN and any(t.folded in _AFTER for t in before[:-1])


def _is_alike(document: Document, attack: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether a new attack is of the kind of the last, as one raid is like another: one more by the same.

    Who attacked, it is not said how, may well fly the raids. Of sixteen strikes "eight strikes" are some.
    """
    if other.type != "ASSAULT":
        return False
    alike = attack.mode == other.mode or (attack.mode == _RAID and other.mode is None)
    word = document.tokens[attack.anchor_token].folded[:_ROOT]
    told = document.tokens[other.anchor_token : other.anchor_token + _COUNTED]  # "نفذ التحالف 16 ضربة"
    again = any(t.folded.removeprefix("ال").startswith(word) for t in told)
    return again or (attack.mode is not None and alike)


def is_at_large(document: Document, claim: ClaimDraft) -> bool:
    """Whether violence or a conflict is told of as such, which is no attack told before: تصاعد العنف."""
    return is_word_of(document, claim, _AT_LARGE)


def _by_accident(document: Document, claim: ClaimDraft) -> bool:
    """Whether it may be that nobody did it: قتلوا في حادث."""
    return _is_beside(document, claim, _ACCIDENTS)


def by_mishap(document: Document, claim: ClaimDraft) -> bool:
    """Whether nobody did it: قتلوا في حادث سير."""
    return _is_beside(document, claim, _MISHAPS)


def _is_beside(document: Document, claim: ClaimDraft, words: AbstractSet[str]) -> bool:
    near = document.tokens[max(0, claim.anchor_token - _BESIDE) : claim.anchor_token + _BESIDE]
    return any(t.folded.removeprefix("ب").removeprefix("ال") in words for t in near)


def _answered(claims: Sequence[ClaimDraft], i: int, sentence_of: Mapping[int, int]) -> ClaimDraft:
    """Who answers was hit, and who is hit now did it: قصفت … ردا على هجوم, ردا على الهجوم، قصفت …."""
    claim = claims[i]
    here = sentence_of.get(claim.anchor_token)
    answer = next((c for c in reversed(claims[:i]) if c.type in _ANSWERING), None)
    if answer is None or sentence_of.get(answer.anchor_token) != here:
        behind = (c for c in claims[i + 1 :] if c.type == "ASSAULT" and are_sided(c.agent))
        told = next((c for c in behind if are_sided(c.patient)), None)
        answer = told if told is not None and sentence_of.get(told.anchor_token) == here else answer
    if answer is None or abs(claim.anchor_token - answer.anchor_token) > _FAR:
        return claim
    if all(r.span is None for r in claim.agent):  # the clause's subject answers; it did not begin
        claim = replace(claim, agent=())
    return _fill(claim, replace(answer, agent=answer.patient, patient=answer.agent))


def _completed(
    document: Document,
    claims: Sequence[ClaimDraft],
    i: int,
    sentence_of: Mapping[int, int],
    aimed: AbstractSet[int],
    fresh: AbstractSet[int],
    reach: int,
) -> ClaimDraft:
    claim = claims[i]
    if (claim.agent and claim.anchor_token in aimed) or (not claim.agent and _came_before(document, claim)):
        return claim
    here = sentence_of.get(claim.anchor_token)
    fight, new = _own_fight(document, claims, i), _new_attack(document, claims, i, fresh)
    for other in reversed(claims[:i]):
        there = sentence_of.get(other.anchor_token)
        if here is None or there is None or here - there > reach:
            break
        if here == there and _is_unclear(claim, other):
            break
        if here == there and _goes_back(document, claim, other):
            reach = 0
        another = new is not None and here != there and not _is_alike(document, new, other)
        if (
            other.type in STRIKING
            and other.factuality == "CT+"
            and (
                _tells_whom(claim, other, here == there or _is_headline(document, other))
                if claim.agent
                else _tells_who(document, other) and not another
            )
            and not (_by_others(claim, other) or _on_others(claim, other) or _is_no_incident(document, other))
            and not (came_before(document, claim) if here == there else _is_answered(document, other))
            and not (claim.type == "HARM" and fell_to_either(document, claim, other))
            and not (here != there and _is_hearsay(document, claim, other))
            and (fight is None or _fights_in(other, fight))
        ):
            return _fill(claim, replace(other, patient=()) if claim.anchor_token in aimed else other)
    return claim


def _tells_whom(claim: ClaimDraft, other: ClaimDraft, beside: bool) -> bool:
    """Whether whom the other hit may be whom the claim's doer hit: he made that as well.

    `beside` where one sentence or a headline and what follows tell both, which need not say twice who:
    تعرض الجيش للقصف من قبل داعش.
    """
    doing, told = ({r.actor for r in c.agent} for c in (claim, other))
    if not are_sided(other.patient):
        return bool(other.patient)
    if doing - {"other"}:
        return bool(doing & told) or (beside and not told)
    named, also = (any(r.span is not None for r in c.agent) for c in (claim, other))
    return not (told and named) or (also and not are_sided(other.agent))  # "مخربون" may be the same


def _is_hearsay(document: Document, claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether harm is told far behind an attack of which itself it is only understood who made it.

    Not so where its sentence says what led to it: ما تسبب بإصابة. Nor does who made it do it to somebody
    who just dies in the next sentence, unless of wounds: توفي شقيقه, but توفي متأثرا بجراحه.
    """
    tokens, at = document.tokens, claim.anchor_token
    if claim.type != "HARM":
        return False
    if is_word_of(document, claim, DYING):
        return not any(begins_as(t, _OF_WOUNDS) for t in tokens[at + 1 : at + 1 + _BESIDE])
    far = at - other.anchor_token > _FAR and all(r.span is None for r in other.agent)
    return far and not any(begins_as(t, _LED_TO) for t in tokens[max(0, at - _BESIDE) : at + 1])


def _is_headline(document: Document, claim: ClaimDraft) -> bool:
    """Whether the headline tells the claim."""
    return document.title is not None and claim.anchor.end <= document.title.end


def _tells_who(document: Document, other: ClaimDraft) -> bool:
    """Whether who did the other may have done more of it: not who killed the attackers, قتلت المهاجم."""
    whom = [document.token_at(r.span.start) for r in other.patient if r.span is not None]
    attackers = any(begins_as(document.tokens[i], _ATTACKERS) for i in whom)
    return bool(other.agent) and not attackers


def _is_answered(document: Document, claim: ClaimDraft) -> bool:
    """Whether an attack was answered in its sentence, so that what follows is told of the answer."""
    return is_answered(document, claim) and not is_answer(document, claim)


def came_before(document: Document, claim: ClaimDraft) -> bool:
    """Whether an attack is but what somebody else's deed came after: قتلت القوات مسلحا بعد هجوم على سوق."""
    attack = claim.type == "ASSAULT" and not claim.agent and is_word_of(document, claim, _ACTED_ON)
    return attack and word_before(document.tokens, claim.anchor_token) in _AFTER


def _fights_in(other: ClaimDraft, fight: ClaimDraft) -> bool:
    """Whether who made an attack also takes part in the fight."""
    return bool({r.actor for r in other.agent} & {r.actor for r in (*fight.agent, *fight.patient)} - UNSIDED)


def _is_no_incident(document: Document, claim: ClaimDraft) -> bool:
    """Whether it is only what somebody is wont to do, was let do or promises to do.

    الجيش الذي يقتل الأطفال, سمح له بقصف, "سنواصل عملياتنا". Nor is violence as such an incident, though words
    say whose it is.
    """
    token = claim.anchor_token
    if document.text[claim.anchor.start : claim.anchor.end].removeprefix("و").startswith(_WE_SHALL):
        return True
    word, before = (document.tokens[i].folded for i in (token, token - 1))
    # "التي تقتل"; but "التي تسببت", "الذي تسبب", which are of the past
    present = word.startswith("ي") or (before == "التي" and word[:1] == "ت" != word[-1:])
    wont = claim.type == "HARM" and before in RELATIVES and present
    start = document.sentences[document.sentence_at(token) or 0].start
    leading = document.tokens[max(start, token - _LET) : token]
    let = any(split.rest in LETTING for t in leading for split in t.splits)
    return wont or let or is_at_large(document, claim)


def _by_others(claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether another party did the other: whom that befell is not whom this befell."""
    one, two = ({r.actor for r in c.agent} - {"other"} for c in (claim, other))
    return bool(one and two and not one & two)


def _on_others(claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether the other befell another party: who did that is not who did this."""
    one, two = ({r.actor for r in c.patient} - UNSIDED for c in (claim, other))
    return bool(one and two and not one & two)


def _is_unclear(claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether harm is told beside an attack of its own that nobody is said to have made."""
    told = other.agent and other.factuality == "CT+"
    return claim.type == "HARM" and other.type == "ASSAULT" and not told


def _goes_back(document: Document, claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether an attack is the one by nobody that was just told of: استهدفت غارة منزلا، وانطلق الهجوم من ….

    So is what a verb of hitting tells of it: …، واستهدف اجتماعا.
    """
    word = document.tokens[claim.anchor_token].folded
    same = word.startswith("ال") or word.removeprefix("و").startswith(_STRIKES)
    return same and claim.type == other.type == "ASSAULT" and not other.agent


def _fill(claim: ClaimDraft, source: ClaimDraft) -> ClaimDraft:
    agent = claim.agent or unspanned(source.agent)
    patient = claim.patient or tuple(r for r in unspanned(source.patient) if r.actor != "other")
    if {r.actor for r in agent} & {r.actor for r in patient} - {"other"}:
        return claim
    return replace(claim, agent=agent, patient=patient)
