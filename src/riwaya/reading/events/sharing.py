"""What one claim leaves unsaid and the next says: an attack and its victims have one doer.

Participants pass only between claims of one sentence and one attribution, and to a definite event
(الهجوم) from the attack that the same mouth told of before. They are understood, so they carry no span.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.draft import STRIKING, AttributionDraft, ClaimDraft, RoleDraft
from riwaya.reading.events.answered import is_answered
from riwaya.reading.events.fights import (
    CASUALTIES,
    FIGHTS,
    UNSIDED,
    WHILE,
    are_sided,
    begins_as,
    fell_to_either,
    is_word_of,
    of_either,
)
from riwaya.reading.events.incidents import came_before, is_at_large
from riwaya.reading.events.naming import Roles, unspanned
from riwaya.text import Document
from riwaya.text.fold import fold

#: Beginnings of words that say by what attack another was made, and whom one hit, folded.
_BY_ATTACK = word_beginnings("by an attack")
_HITTING = word_beginnings("hitting")
#: How far apart an attack and the harm it did may stand, in tokens.
_NEAR = 14
#: How far behind a preparation the attack that is prepared may stand.
_PREPARED = 4
#: How far behind a verb its subject may begin.
_SUBJECT = 3
#: How far behind an event the clause that says more of it may have its verb.
_CLAUSE = 4
#: Beginnings of words by which an attack is laid on somebody, folded.
_LAYING = word_beginnings("laying on")
_TAKES_UP = word_beginnings("taking up")
#: How far behind an attack the verb may stand that lays it on somebody, in tokens.
_LAID = 24
#: Beginnings of words for vehicles and convoys, folded.
_VEHICLES = word_beginnings("vehicle")
#: Beginnings of words for repelling an attack, folded, which is told again behind them.
_REPELLING = word_beginnings("repelling")
_OTHERS = event_words("others") | event_words("second")
#: Beginnings of words for a blast, folded.
_BLASTS = word_beginnings("blast")
#: How many claims before one of destroyed things may tell of those who fell there.
_BESIDE = 3
#: Beginnings of words for destroying things, and for the damage done to them, folded.
_DESTROYING = word_beginnings("destroying")
_DAMAGE = word_beginnings("damage")
#: Verbs for answering an attack, and beginnings of words for soldiers, folded.
_ANSWERING = event_words("answering")
_SOLDIERS = word_beginnings("soldier")
#: Types of what is done by words, and how far apart two words for one such act may stand.
_OF_WORDS = frozenset(("SUPPORT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "COOPERATE"))
_TWICE = 4
_WHICH = frozenset(("الذي", "التي", "اللذان", "اللذين", "اللتان", "اللتين"))
_DEFINITE = ("ال", "وال", "بال", "فال")


def with_shared_roles(
    document: Document,
    claims: Sequence[ClaimDraft],
    attributions: Sequence[AttributionDraft],
    nations: Mapping[str, str],
    verbs: AbstractSet[int],
) -> list[ClaimDraft]:
    """The claims, with agents and patients that a neighbouring claim of the same event names.

    `nations` are the folded adjectives of nationality, `verbs` the anchor tokens that are finite verbs.
    """
    answered = _answered(document, claims)
    found = [_not_of_who_answers(c) if i in answered else c for i, c in enumerate(_laid_on(document, claims))]
    told: dict[tuple[str, ...], int] = {}
    for i, claim in enumerate(found):
        if claim.type == "ASSAULT":
            mouth = () if claim.attribution is None else attributions[claim.attribution].actors
            before = told.get(mouth)
            if before is not None and _is_definite(document, claim) and i not in answered:
                found[i] = _fill(claim, found[before])
            if i in answered:
                told.pop(mouth, None)  # what later ones point back to is the other side's
            elif found[i].agent:
                told[mouth] = i
        if claim.type == "ASSAULT" and i + 1 < len(found):
            found[i] = _hit_by_clause(document, found[i], found[i + 1], nations)
        if i and _says_twice(document, found[i - 1], found[i]):
            found[i - 1], found[i] = _same_object(found[i - 1], found[i])
        alike = (i in answered) == (i - 1 in answered)  # "ردا على هجوم قتل …، قصفت المقاومة"
        if i and alike and _same_mouth(document, found[i - 1], found[i]):
            found[i - 1], found[i] = _shared(document, found[i - 1], found[i])
            found[i] = _joined_harm(document, found[i - 1], found[i], verbs)
    found = [_lost_with(document, found, i) for i in range(len(found))]
    found = [_of_the_fight(document, found, i) for i in range(len(found))]
    for i in range(len(found) - 1, 0, -1):
        found[i - 1] = _told_behind(document, found[i - 1], found[i])
    return found


def _laid_on(document: Document, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; who did an attack by a clause behind it: هجوم نسب إلى داعش, تفجير … تبناه داعش."""
    found = list(claims)
    for i, claim in enumerate(claims):
        doers, token = _blamed(document, claim), claim.anchor_token
        for k in range(i - 1, max(-1, i - 1 - _BESIDE), -1) if are_sided(doers) else ():
            one = found[k]
            here = document.sentence_at(one.anchor_token) == document.sentence_at(token)
            if not here or token - one.anchor_token > _LAID:
                break
            if one.type == "ASSAULT":
                found[k] = replace(one, agent=one.agent or unspanned(doers))
                break
    return found


def _blamed(document: Document, claim: ClaimDraft) -> Roles:
    """On whom the claim lays what stands before it, or who takes that up; else nobody."""
    word = document.tokens[claim.anchor_token].folded.removeprefix("و")
    if claim.type == "ACCUSE" and word.startswith(_LAYING):
        return claim.patient
    takes_up = claim.type == "ASSAULT" and word.startswith(_TAKES_UP) and word.endswith(("ه", "ها", "هما"))
    return claim.agent if takes_up else ()


def _told_behind(document: Document, one: ClaimDraft, other: ClaimDraft) -> ClaimDraft:
    """The claim with those whom the one behind it names: مقتل 3 وإصابة 5 في هجوم شنه …."""
    types = one.type, other.type
    if types == ("ASSAULT", "ASSAULT") and _describes(document, one, other):
        return _fill(one, other)  # whom "التفجير الذي استهدف … وقتل طفلين" hit is told last
    if one.agent or not _same_mouth(document, one, other):
        return one
    if types == ("HARM", "ASSAULT") and is_word_of(document, other, _BLASTS):
        return _fill(one, other)  # "إصابة رجل بانفجار قنبلة ألقاها مسلحون"
    return replace(one, agent=unspanned(other.agent)) if types == ("HARM", "HARM") else one


def with_answers(claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; a refusal that names nobody is addressed to whoever asked the refuser last."""
    found = list(claims)
    asked: dict[str, ClaimDraft] = {}
    for i, claim in enumerate(found):
        if claim.type == "REQUEST":
            asked.update((r.actor, claim) for r in claim.patient if r.actor != "other")
        elif claim.type == "REJECT" and not claim.patient:
            request = next((asked[r.actor] for r in claim.agent if r.actor in asked), None)
            if request is not None and are_sided(request.agent):
                found[i] = replace(claim, patient=unspanned(request.agent))
    return found


def _answered(document: Document, claims: Sequence[ClaimDraft]) -> set[int]:
    """The claims that tell of what another attack answers: ردا على قصف القرى، وآخرها هجوم قتل …، قصفت …."""
    found: set[int] = set()
    for i, claim in enumerate(claims):
        goes_on = i - 1 in found and _same_mouth(document, claims[i - 1], claim)
        if is_answered(document, claim) or (goes_on and not _parted(document, claims[i - 1], claim)):
            found.add(i)
    return found


def _not_of_who_answers(attack: ClaimDraft) -> ClaimDraft:
    """The attack that is answered, without a doer of whom no words tell: هذه العملية رد على الهجوم."""
    told = attack.type not in STRIKING or any(r.span is not None for r in attack.agent)
    return attack if told else replace(attack, agent=())


def _parted(document: Document, one: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether a comma without "and" behind it opens another clause between the two."""
    tokens = document.tokens
    return any(
        tokens[i].text in "،,؛" and not tokens[i + 1].folded.startswith("و")
        for i in range(one.anchor_token + 1, other.anchor_token)
    )


def _is_definite(document: Document, claim: ClaimDraft) -> bool:
    """Whether the claim's word points back by its article and names nobody itself.

    A clause behind it says of which one it tells: الاعتداء الذي وقع أمس.
    """
    word = document.tokens[claim.anchor_token].folded
    told = any(t.folded in _WHICH for t in document.tokens[claim.anchor_token + 1 : claim.anchor_token + 3])
    open_to = not (claim.agent or claim.patient or told) and not is_at_large(document, claim)
    return word.startswith(_DEFINITE) and open_to


def _same_mouth(document: Document, one: ClaimDraft, other: ClaimDraft) -> bool:
    near = 0 < other.anchor_token - one.anchor_token <= _NEAR and one.attribution == other.attribution
    return near and document.sentence_at(one.anchor_token) == document.sentence_at(other.anchor_token)


def _shared(document: Document, one: ClaimDraft, other: ClaimDraft) -> tuple[ClaimDraft, ClaimDraft]:
    types = {one.type, other.type}
    near = other.anchor_token - one.anchor_token <= _PREPARED
    if near and types == {"HARM"}:
        one, other = _fallen_together(document, one, other)
    if near and other.type == "ASSAULT" and is_word_of(document, one, _REPELLING):
        return _repelled(one, other)
    if one.type == "HARM" and other.type == "ASSAULT" and _is_fight(document, other):
        one, other = _fallen(one, other)
    if types == {"ASSAULT", "HARM"}:
        if fell_to_either(document, one, other) or (one.agent and came_before(document, other)):
            return one, other
        if _fell_before(document, one, other):
            return one, other
        if one.type == "ASSAULT" and other.patient and _is_vehicle(document, one):
            one = replace(one, patient=())  # "استهدفت سيارة وقتلت من فيها": those in it
        return _fill(one, _told_of(document, other)), _fill(other, _told_of(document, one))
    told = _describes(document, one, other) or _by_means_of(document, other) or _made_by(document, one, other)
    told = told or _thrown(document, one, other)
    if types == {"ASSAULT"} and told:
        return _fill(one, other), _fill(other, one)
    if one.type == "MOBILIZE" and other.type == "ASSAULT" and near and not one.patient:
        return replace(one, patient=unspanned(other.patient)), other
    both = one.type == other.type == "HARM" and other.quantity is not None
    if both and not other.agent:
        return one, replace(other, agent=unspanned(one.agent))
    return one, other


def _fell_before(document: Document, one: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether a soldier fell and forces then answered an attack: قتل جندي قبل أن ترد القوات على هجوم."""
    answers = one.type == "HARM" and document.tokens[other.anchor_token].folded in _ANSWERING
    whom = [document.token_at(r.span.start) for r in one.patient if r.span is not None and r.actor == "other"]
    return answers and any(begins_as(document.tokens[i], _SOLDIERS) for i in whom)


def _told_of(document: Document, claim: ClaimDraft) -> ClaimDraft:
    """The claim as it tells of another; whose violence as such is, is not who did the one harm."""
    return replace(claim, agent=()) if is_at_large(document, claim) else claim


def _joined_harm(
    document: Document, one: ClaimDraft, other: ClaimDraft, verbs: AbstractSet[int]
) -> ClaimDraft:
    """Harm that "and" adds by a noun is done by who did that before: تسببت في قتل الأبرياء وتدمير المنازل."""
    joined = other.anchor_token not in verbs and document.tokens[other.anchor_token].folded.startswith("و")
    if one.type == other.type == "HARM" and joined and not other.agent:
        return _fill(other, replace(one, patient=()))
    return other


def _is_another(document: Document, claim: ClaimDraft) -> bool:
    """Whether only "another" or "others" says whom it befell: قتل جندي تركي وأصيب آخر."""
    if len(claim.patient) != 1 or claim.patient[0].span is None or claim.patient[0].actor not in UNSIDED:
        return False
    first, end = document.token_range(claim.patient[0].span.start, claim.patient[0].span.end)
    return all(document.tokens[i].folded in _OTHERS for i in range(first, end))


def _repelled(one: ClaimDraft, attack: ClaimDraft) -> tuple[ClaimDraft, ClaimDraft]:
    """Who repels an attack acts against who makes it, and is whom it was made on."""
    if not are_sided(one.patient) and are_sided(attack.agent):
        one = replace(one, patient=unspanned(attack.agent))
    if not are_sided(attack.patient) and are_sided(one.agent):
        attack = replace(attack, patient=unspanned(one.agent))
    return one, attack


def _fallen_together(document: Document, one: ClaimDraft, other: ClaimDraft) -> tuple[ClaimDraft, ClaimDraft]:
    """Those counted are those in whose ranks they fell: أربعة قتلى سقطوا في صفوف …, سقط قتلى في صفوف ….

    Of two verbs the second may name them: استشهد وأصيب عدد من المواطنين.
    """
    if not one.patient and other.patient and _is_joined(document, one, other):
        return replace(one, patient=unspanned(other.patient)), other
    if _is_another(document, other) and are_sided(one.patient):
        return one, replace(other, patient=tuple(replace(r, span=other.patient[0].span) for r in one.patient))
    bare = one.quantity is not None and one.quantity.noun is None  # "قتل 13 وأصيب 85 من الحوثيين"
    if bare and are_sided(other.patient) and not are_sided(one.patient):
        return replace(one, patient=unspanned(other.patient)), other
    beside = other.anchor_token - one.anchor_token <= _SUBJECT  # "سقط عشرات القتلى والجرحى في صفوف …"
    if one.quantity is not None and other.quantity is not None and not beside:
        return one, other
    if is_word_of(document, one, CASUALTIES) and are_sided(other.patient) and not are_sided(one.patient):
        return replace(one, patient=unspanned(other.patient)), other
    if is_word_of(document, other, CASUALTIES) and are_sided(one.patient) and not are_sided(other.patient):
        return one, replace(other, patient=unspanned(one.patient))
    return one, other


def _is_joined(document: Document, one: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether "and" joins two words right behind each other, of which the second has what both have."""
    joined = document.tokens[other.anchor_token].folded.startswith("و")
    return joined and other.anchor_token - one.anchor_token == 1


def _lost_with(document: Document, claims: Sequence[ClaimDraft], i: int) -> ClaimDraft:
    """Things that are destroyed beside people who fall are theirs, and damage is of whom an attack hit.

    مقتل 52 داعشيا وتدمير مخزنين; استهدفت الغارات مقرات الحشد ما أسفر عن أضرار.
    """
    claim = claims[i]
    if claim.type != "HARM" or [r.actor for r in claim.patient] != ["other"]:
        return claim
    first, end = document.token_range(claim.anchor.start, claim.anchor.end)
    damaged = begins_as(document.tokens[max(first, end - 1)], _DAMAGE)
    if not (damaged or is_word_of(document, claim, _DESTROYING)):
        return claim
    for other in (*reversed(claims[max(0, i - _BESIDE) : i]), *claims[i + 1 : i + 2]):
        one, two = sorted((claim, other), key=lambda c: c.anchor_token)
        acting = {r.actor for r in (*claim.agent, *other.agent)}
        losers = tuple(r for r in other.patient if r.actor not in UNSIDED | acting)
        hit = other.type == "HARM" or (damaged and other.type == "ASSAULT")
        if hit and losers and _same_mouth(document, one, two):
            return replace(claim, patient=unspanned(losers))
    return claim


def _of_the_fight(document: Document, claims: Sequence[ClaimDraft], i: int) -> ClaimDraft:
    """The claim; whose those are who are only counted as fallen in a fight of two is not said."""
    claim = claims[i]
    for other in claims[max(0, i - _BESIDE) : i + _BESIDE + 1]:
        here = document.sentence_at(claim.anchor_token) == document.sentence_at(other.anchor_token)
        told = claim.type == "HARM" and here and other.attribution == claim.attribution
        if told and fell_to_either(document, claim, other):
            return of_either(document, claim)
    return claim


def _says_twice(document: Document, one: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether "and" joins two words for one act: أدانت واستنكرت الهجوم, دعمه وتأييده للحكومة."""
    joined = document.tokens[other.anchor_token].folded.startswith("و")
    near = 0 < other.anchor_token - one.anchor_token <= _TWICE and one.attribution == other.attribution
    return joined and near and one.type == other.type and one.type in _OF_WORDS


def _same_object(one: ClaimDraft, other: ClaimDraft) -> tuple[ClaimDraft, ClaimDraft]:
    """Both with whom either says that it concerns, unless he does it."""
    acting = {r.actor for r in (*one.agent, *other.agent)}
    patient = tuple(r for r in other.patient or one.patient if r.actor not in acting)
    return (
        one if one.patient or not patient else replace(one, patient=patient),
        other if other.patient or not patient else replace(other, patient=patient),
    )


def _is_vehicle(document: Document, claim: ClaimDraft) -> bool:
    """Whether only a vehicle or a convoy of nobody's is said to have been hit."""
    if len(claim.patient) != 1 or claim.patient[0].actor != "other" or claim.patient[0].span is None:
        return False
    first, _ = document.token_range(claim.patient[0].span.start, claim.patient[0].span.end)
    return document.tokens[first].folded.removeprefix("ال").startswith(_VEHICLES)


def _is_fight(document: Document, claim: ClaimDraft) -> bool:
    """Whether the attack is a fight of two sides behind a preposition: قتل … في مواجهات مع …."""
    before = document.tokens[claim.anchor_token - 1].folded if claim.anchor_token else ""
    word = document.tokens[claim.anchor_token].folded.removeprefix("ال")
    return before in WHILE and word.startswith(FIGHTS)


def _fallen(harm: ClaimDraft, fight: ClaimDraft) -> tuple[ClaimDraft, ClaimDraft]:
    """Who fell in a fight fell to the other side, and fought it."""
    victims = {r.actor for r in harm.patient} - UNSIDED
    sides = (*fight.agent, *fight.patient)
    enemies = tuple(r for r in sides if r.actor not in victims | UNSIDED)
    enemies = enemies or tuple(r for r in sides if r.actor == "other" and r.span is not None)
    if not victims or not enemies:
        return harm, fight
    if not fight.agent and not victims & {r.actor for r in fight.patient}:
        fight = replace(fight, agent=unspanned(harm.patient))
    return replace(harm, agent=harm.agent or unspanned(enemies)), fight


def _by_means_of(document: Document, other: ClaimDraft) -> bool:
    """Whether the second attack says by what the first was made: استهدفت القاعدة بهجوم شنه …."""
    return document.tokens[other.anchor_token].folded.startswith(_BY_ATTACK)


def _made_by(document: Document, one: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether the attack behind a verb of hitting is its subject: استهدفت غارات …."""
    return other.anchor_token - one.anchor_token == 1 and _hits(document, one)


def _thrown(document: Document, one: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether a verb says who threw or laid what explodes: انفجار قنبلة ألقاها مسلحون, عبوة زرعها …."""
    between = document.tokens[one.anchor_token + 1 : other.anchor_token]
    takes_up = document.tokens[other.anchor_token].folded.endswith(("ها", "ه"))
    near = 0 < len(between) <= _CLAUSE and all(t.kind == "word" for t in between)
    return near and takes_up and bool(other.agent) and is_word_of(document, one, _BLASTS)


def _hits(document: Document, claim: ClaimDraft) -> bool:
    """Whether the claim's word says whom an attack hit."""
    word = document.tokens[claim.anchor_token].folded.removeprefix("و")
    return word.startswith(_HITTING)


def _describes(document: Document, one: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether a clause says more of the event: الهجمات التي استهدفت …, غارات استهدفت …."""
    between = document.tokens[one.anchor_token + 1 : other.anchor_token]
    if len(between) > _CLAUSE or any(t.kind != "word" or t.folded.startswith("و") for t in between):
        return False
    return _hits(document, other)


def _hit_by_clause(
    document: Document, one: ClaimDraft, other: ClaimDraft, nations: Mapping[str, str]
) -> ClaimDraft:
    """The attack with whom the clause behind it says that it hit: قتل مدنيون في غارات استهدفت داعش.

    The dead that are told of before it need not be those; but of a town or bus, told by its nation, they are.
    """
    hit = other.type == "ASSAULT" and are_sided(other.patient) and _describes(document, one, other)
    itself = {r.actor for r in one.agent} & {r.actor for r in other.patient}
    if not hit or one.patient or itself:
        return one
    if all(_is_nation(document, r, other.anchor_token, nations) for r in other.patient):
        return one
    return replace(one, patient=unspanned(other.patient))


def _is_nation(document: Document, role: RoleDraft, verb: int, nations: Mapping[str, str]) -> bool:
    """Whether an adjective alone names who takes part: مدينة حلب السورية; not استهدفت الحوثي."""
    if role.span is None or fold(document.text[role.span.start : role.span.end]) not in nations:
        return False
    first, _end = document.token_range(role.span.start, role.span.end)
    return first != verb + 1


def _fill(claim: ClaimDraft, source: ClaimDraft) -> ClaimDraft:
    """`claim` with the roles that it lacks and `source` has, unless one side would act on itself."""
    agent = claim.agent or unspanned(source.agent)
    patient = claim.patient or unspanned(source.patient)
    listed = {r.actor for r in agent} - {"other"}
    # "دمرت العناصر التي نفذت الهجوم": they did not destroy themselves
    itself = {r.span for r in claim.patient} & {r.span for r in source.agent} - {None}
    if itself or listed & {r.actor for r in patient}:
        return claim
    return replace(claim, agent=agent, patient=patient)
