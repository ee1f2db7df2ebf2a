"""Subjects: which of the phrases around a finite verb is its subject, and which are its objects.

Arabic verbs come first: what follows may be either, and the gender, number and kind of the noun tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import PERSONAL, TargetKind
from riwaya.reading.draft import FIGHTERS
from riwaya.reading.events.agreement import disagrees, gender_at, wanted
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.casts import Surroundings, means_another
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import (
    COUNTERPARTS,
    SEVERAL,
    UNNAMED_FIGHTERS,
    Setting,
    belonging,
    head_word,
    is_accusative,
    is_attack,
    is_event,
    owning_pronoun,
    participants,
    strikes,
    target_kind,
)
from riwaya.reading.events.relatives import described, taken_up
from riwaya.reading.events.roles import OF_STRENGTH, PREVENTING, REPELLING, is_person, is_target
from riwaya.reading.events.senses import meets

#: Words before the name of who holds an office, folded.
_HONOURING = event_words("honouring")
#: Types of what only people do, by words or otherwise.
SPOKEN = frozenset(("AGREE", "CONCEDE", "CONSULT", "REQUEST", "REJECT", "ACCUSE", "COOPERATE", "MONITOR"))
#: The entry for laying a deed on somebody, which is the subject where nobody does so: هجوم نسب إلى داعش.
LAID = "attribute a deed to"
#: Types of deeds whose verbs need a noun that does nothing itself (فرض حصارا, استعاد السيطرة).
_DONE = frozenset(("ASSAULT", "COERCE", "CONTROL", "CONCEDE", "MOBILIZE", "SANCTION"))
#: Types of what one does without doing it to anybody.
_GOING = frozenset(("MOVE", "RETREAT"))
#: Types of what one does at a place and to nobody.
_THERE = frozenset(("CONTROL", "PRESENCE", *_GOING))
#: Kinds of words that complete the sense of a verb.
_COMPLETING: frozenset[TargetKind | None] = frozenset((None, "abstract", "place", "thing"))
#: Words for trying and going on, folded.
_ATTEMPTS = event_words("going on")
#: The entry for beating somebody back, which an attempt does not do either.
_ROUT = "rout"
#: The entries of verbs that always say whom or what they befall.
_HITTING = frozenset(("target", "attack", "destroy", "fight against", "drive out", "rout", "defeat"))
#: How words begin for what something is said in, folded.
_SAID_IN = tuple(w.removesuffix("ه") for w in word_beginnings("said in"))
#: Words before the noun that they leave open, folded.
_ANY = event_words("left open")
_UNCOUNTING = _ANY | SEVERAL
#: Kinds of what is no deed and does none.
_OF_THINGS = frozenset(("place", "thing"))
#: How many phrases before a joined verb the clause before it may have its own.
_BEFORE = 20
#: Words by which a body is called another's, folded.
_ARMS = event_words("arm")
#: Letters of the shortest noun whose ا is an ending.
_SHORTEST = 3


def subject_and_objects(
    setting: Setting, anchor: Anchor, around: Surroundings, before: list[Phrase], bare: list[Phrase]
) -> tuple[Phrase | None, list[Phrase]]:
    """The subject among the bare phrases around a verb, None where none is told, and its objects."""
    resumed = anchor.reading.pronoun or any(p.pronoun for p in around.right[:2])
    resumed = resumed and not means_another(setting, anchor)
    told = _in_clause_behind(setting, anchor, around, before, bare)
    if told is not None:
        return told
    if around.relative is not None and not before and bare and _are_its_members(setting, bare[0]):
        return None, bare  # "القوات التي قتل عشرون من أفرادها"
    if bare and acts_there(anchor, around, bare[0]):
        return bare[0], bare[1:]
    if around.relative is not None and not before:
        text = resumed and len(bare) == 1 and _is_text(setting, around.relative, around)
        if text and _needs_object(setting, anchor, around, bare[0]):
            return None, bare  # "رسالة هاجم فيها الحركة"
        rest = [] if anchor.reading.pronoun else bare[1:]  # "ما دمرته القوات": the pronoun is the object
        return (next(iter(bare), None), rest) if resumed else (around.relative, bare)
    if before:
        return _with_phrases_before(setting, anchor, before, bare)
    if bare and _is_object(setting, anchor, bare[0], bare[1:]):
        return None, bare
    if len(bare) == 1 and _only_undergoes(setting, anchor, around, bare[0]):
        return None, bare
    target = anchor.predicate.object in ("patient", "place") and not anchor.passive
    if target and bare and _is_hit(setting, anchor, bare):
        return None, bare
    return next(iter(bare), None), bare[1:]


def _only_undergoes(setting: Setting, anchor: Anchor, around: Surroundings, phrase: Phrase) -> bool:
    """Whether the only one behind a verb does nothing: he is met, threatened, hit, or his arms are taken.

    A deed is blamed, it does not blame: … وتستنكر العدوان.
    """
    if anchor.predicate.type == "ACCUSE" and heads_deed(setting, phrase):
        return True
    if _is_met(setting, anchor, around, phrase) or _is_threatened(setting, anchor, around):
        return True
    return _needs_object(setting, anchor, around, phrase) or _is_ones_strength(anchor, phrase)


def _needs_object(setting: Setting, anchor: Anchor, around: Surroundings, phrase: Phrase) -> bool:
    """Whether the only one behind a verb is whom it befalls, since nobody else is there: واستهدفت الشرطة.

    The verbs are those that always have an object; it may also stand behind a clause that describes their
    subject (طردت الفصائل التي …) or a comma, with a preposition, or as a place in the same phrase.
    """
    if anchor.predicate.gloss not in _HITTING or anchor.passive or anchor.reading.pronoun:
        return False
    opens = setting.phrase_of[anchor.token] == 0 or anchor.reading.prefix == "ف"
    opens = opens or setting.document.tokens[anchor.token - 1].kind != "word"
    if opens or not _follows_doer(setting, anchor):
        return False  # "هاجمت تركيا ليلا": nobody who would do it is told of before
    following = setting.phrases[setting.phrase_of[phrase.first] + 1 :][:1]
    parted = any(p.mark in ("relative", "،", ",") or _is_by_fire(setting, p) for p in following)
    goes_on = bool(phrase.places) or parted
    head = head_word(setting, phrase)
    acts = phrase.words[0] in phrase.anchors or strikes(head) or head.endswith("ون")
    said = any(p.preposition and anchor.predicate.role_of(p.preposition) == "patient" for p in around.right)
    return not (goes_on or said or acts)


def _follows_doer(setting: Setting, anchor: Anchor) -> bool:
    """Whether the sentence tells before the verb of a deed or a party, and so of who may do it."""
    index = setting.phrase_of[anchor.token]
    before = setting.phrases[max(0, index - _BEFORE) : index]
    return any(p.kind == "verb" or p.anchors or (p.actors and not p.preposition) for p in before)


def _is_by_fire(setting: Setting, phrase: Phrase) -> bool:
    """Whether a weapon by which it is done is told of, and the object stands behind: بصاروخ موجه دبابة."""
    return phrase.preposition == "ب" and strikes(head_word(setting, phrase).removeprefix("ب"))


def _is_text(setting: Setting, described: Phrase, around: Surroundings) -> bool:
    """Whether the clause tells what is said in the speech or writing before it: رسالة هاجم فيها الحركة."""
    resumes = bool(around.right) and around.right[0].pronoun
    return resumes and head_word(setting, described).removeprefix("ب").startswith(_SAID_IN)


def _is_ones_strength(anchor: Anchor, phrase: Phrase) -> bool:
    """Whether whose arms or supplies they are follows the verb for taking them: لم ينزع سلاح الحزب."""
    owned = anchor.needed is not None and phrase.words[:1] == [anchor.needed]
    return owned and bool(phrase.actors) and anchor.predicate.gloss in OF_STRENGTH


def _is_hit(setting: Setting, anchor: Anchor, bare: Sequence[Phrase]) -> bool:
    """Whether what follows a verb first is of the kind that is hit or watched, and does nothing."""
    if len(bare) > 1:
        return target_kind(setting.lexicons, head_word(setting, bare[0])) == "civil"
    return is_target(setting, bare[0]) or _is_matter(setting, anchor, bare[0])


def _in_clause_behind(
    setting: Setting, anchor: Anchor, around: Surroundings, before: list[Phrase], bare: list[Phrase]
) -> tuple[Phrase, list[Phrase]] | None:
    """Subject and objects of a clause that describes what is before its verb: هجوم استهدف …; or nothing."""
    if bare and anchor.predicate.mode == "explosives" and head_word(setting, bare[0]) in UNNAMED_FIGHTERS:
        return bare[0], bare[1:]  # "بعد هجوم فجر انتحاري نفسه"
    taken = taken_up(setting, anchor, bare[0]) if bare else None
    if taken is not None:
        return bare[0], [p for p in (taken, *bare[1:]) if is_person(setting, p)]
    event = _event_before(setting, anchor, around, before) or described(setting, anchor, bare)
    if event is not None and bare and anchor.reading.pronoun and _follows(anchor, bare[0], event):
        return bare[0], [event, *bare[1:]]  # "جثث مدنيين قتلهم التنظيم"
    return None if event is None else (event, bare)


def acts_there(anchor: Anchor, around: Surroundings, phrase: Phrase) -> bool:
    """Whether who stands right behind a verb without object does what it tells of the place before it.

    That is whoever follows "over it" or "in it" (بلدة يسيطر عليها مسلحون), and a force that holds parts of it
    (منطقة يسيطر التنظيم على أجزاء منها).
    """
    if anchor.predicate.type not in _THERE or anchor.passive or anchor.reading.pronoun:
        return False
    if around.right[0].pronoun and not anchor.reading.prefix:
        return around.right[1:2] == (phrase,)
    named = phrase.actors[:1] if anchor.predicate.type == "CONTROL" else []
    force = bool(named) and named[0].first == phrase.words[0] == anchor.token + 1
    return force and named[0].kind in FIGHTERS


def _are_its_members(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase counts some of those whom a clause describes: عشرون من أفرادها."""
    return phrase.quantity is not None and bool(owning_pronoun(setting, phrase))


def _is_met(setting: Setting, anchor: Anchor, around: Surroundings, phrase: Phrase) -> bool:
    """Whether who follows a verb of meeting that "and" joins to another is met: زار أنقرة والتقى الرئيس."""
    index = setting.phrase_of[anchor.token]
    if anchor.predicate.type != "CONSULT" or anchor.predicate.object != "patient" or anchor.passive:
        return False
    if not setting.phrases[index].joined or phrase.first != anchor.token + 1:
        return False
    told = any(p.preposition and anchor.predicate.role_of(p.preposition) == "patient" for p in around.right)
    return not told and any(p.kind == "verb" for p in setting.phrases[max(0, index - _BEFORE) : index])


def _is_threatened(setting: Setting, anchor: Anchor, around: Surroundings) -> bool:
    """Whether who follows a verb of threatening that "and" joins is threatened, since nothing says with what.

    "الحرب تستمر وتهدد حياة الملايين", but "وتهدد إيران بالرد".
    """
    joined = anchor.predicate.type == "THREATEN" and setting.phrases[setting.phrase_of[anchor.token]].joined
    takes = anchor.predicate.object == "patient" and not anchor.passive
    return joined and takes and not any(p.preposition == "ب" for p in around.right)


def _is_matter(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether a matter is all that follows a verb of what only people do: … يرصد أي تحركات."""
    if anchor.predicate.type not in (*SPOKEN, "SUPPORT", "AID") or phrase.actors:
        return False
    words = [setting.document.tokens[i].folded for i in phrase.words]
    kind = target_kind(setting.lexicons, words[len(words) > 1 and words[0] in _ANY])
    return kind in ("thing", "place", "abstract")


def _with_phrases_before(
    setting: Setting, anchor: Anchor, before: list[Phrase], bare: list[Phrase]
) -> tuple[Phrase | None, list[Phrase]]:
    """Subject and objects where bare phrases stand before the verb: mostly they begin with its subject."""
    if not bare:
        return before[0], bare
    if anchor.reading.pronoun and _follows(anchor, bare[0], before[0]):
        return bare[0], [before[0], *bare[1:]]  # "المدارس استهدفها التنظيم"
    if _acts_behind(setting, anchor, bare[0]):
        return bare[0], bare[1:]
    against = disagrees(setting.document, setting.lexicons, anchor, bare[0], bare[1:])
    against = against or _stands_before(setting, anchor, before[-1]) or is_accusative(setting, bare[0])
    if _acts_between(setting, bare) and not (against or _names_actor(setting, before[-1])):
        return bare[0], bare[1:]  # "في وقت قصف فيه الطيران مواقع …"
    goes = anchor.predicate.type in _GOING and bool(bare[0].actors) and bare[0].first == anchor.token + 1
    if goes and not _names_actor(setting, before[-1]):
        return bare[0], bare[1:]  # "اكتب رأيك تقدمت القوات": who goes takes no object
    if _is_nominative(setting, bare[0]) and not anchor.reading.pronoun:
        return bare[0], bare[1:]  # "مناطق استهدف فيها مدنيون"
    return before[0], bare


def _stands_before(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether people or a body stand right before a verb of the present: المقاومة تدك القوات المتوغلة."""
    if phrase.end != anchor.token or anchor.reading.tense != "present" or anchor.reading.prefix:
        return False
    head = head_word(setting, phrase)
    return head.startswith("ال") or is_person(setting, phrase) or bool(owning_pronoun(setting, phrase))


def _is_object(setting: Setting, anchor: Anchor, phrase: Phrase, behind: Sequence[Phrase]) -> bool:
    """Whether what follows a verb shows by number, gender or case that it is not its subject."""
    if anchor.reading.word.form.number == "plural" and anchor.reading.word.form.person == 3:
        return True  # "طردوا الحوثيين": a verb before its subject is singular
    if disagrees(setting.document, setting.lexicons, anchor, phrase, behind):
        return True  # "ودعا الحكومة"
    if _completes(setting, anchor, phrase) or _is_prevented(setting, anchor, phrase, behind):
        return True
    if anchor.predicate.object == "patient" and _ends_as_object(setting, anchor, phrase):
        return True  # "واستهدفت مركزا"
    return anchor.predicate.object == "patient" and is_accusative(setting, phrase) and not anchor.passive


def _completes(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether the word right behind a verb is but what it needs for its sense: وفرضت طوقا, أطلقت سراحهم.

    Where the verb looks like a passive (أطلق سراحه), who does it may not be meant at all.
    """
    predicate, form = anchor.predicate, anchor.reading.word.form
    if predicate.subject != "agent" or anchor.passive or phrase.first != anchor.token + 1 or phrase.actors:
        return False
    head = _head_behind_many(setting, phrase)
    kind = target_kind(setting.lexicons, head)
    if not head or kind not in _COMPLETING:
        return False
    feminine, of_things = form.gender == "feminine", kind in _OF_THINGS  # "بعدما قطعت الطرق" says not who
    objective = head.endswith("ا") or (
        feminine and not of_things and gender_at(setting.document, phrase.words[0]) != "feminine"
    )
    before = setting.document.tokens[anchor.token - 1].folded if anchor.token else ""
    goes_on = feminine and (anchor.reading.prefix[:1] in ("و", "ف") or before in ("كما", "حيث"))
    active = predicate.type == "CONTROL" or objective or goes_on
    return active and predicate.type in _DONE and meets(head, predicate.needs)


def _is_prevented(setting: Setting, anchor: Anchor, phrase: Phrase, behind: Sequence[Phrase]) -> bool:
    """Whether what follows a verb of preventing is prevented: أحبطت محاولات التنظيم.

    An attempt or attack never prevents another.
    """
    head = _head_behind_many(setting, phrase)
    hinders = anchor.predicate.gloss in PREVENTING | REPELLING | {_ROUT}
    moves = anchor.predicate.gloss in PREVENTING and not head.startswith("ال")
    if moves and not behind and phrase.words[0] in phrase.anchors:
        return True  # "ومنع وصول القوات"
    return hinders and (head in _ATTEMPTS or is_attack(setting.lexicons, head))


def _head_behind_many(setting: Setting, phrase: Phrase) -> str:
    """The phrase's first word behind those for how many: كل محاولات التنظيم."""
    words = (setting.document.tokens[i].folded for i in phrase.words)
    return next((word for word in words if word not in _UNCOUNTING), "")


def _ends_as_object(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether a noun in ا follows a feminine verb: no subject that it agrees with, unless it is a name."""
    if anchor.passive or wanted(anchor) != "feminine" or phrase.first != anchor.token + 1:
        return False
    named = phrase.actors or any(m.first == phrase.words[0] for m in phrase.places)
    head = setting.document.tokens[phrase.words[0]]
    return not named and head.text.removesuffix("ً").endswith("ا") and len(head.folded) > _SHORTEST


def _acts_behind(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether people or a body right behind a verb with its object do it: حظر تفرضه فصائل مسلحة."""
    if not anchor.reading.pronoun or setting.phrase_of[phrase.first] != setting.phrase_of[anchor.token] + 1:
        return False
    people = target_kind(setting.lexicons, head_word(setting, phrase)) in PERSONAL and not phrase.quantity
    against = is_accusative(setting, phrase) or disagrees(setting.document, setting.lexicons, anchor, phrase)
    return people and not against


def _follows(anchor: Anchor, phrase: Phrase, before: Phrase) -> bool:
    """Whether an actor behind a verb is its subject, since its pronoun takes up who stands before it."""
    if not phrase.actors or not before.actors:
        return bool(phrase.actors)
    return phrase.words[0] == phrase.actors[0].first == anchor.token + 1


def _names_actor(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase names who may act: a listed actor, or somebody by his nationality."""
    return bool(participants(phrase) or belonging(setting, phrase))


def _event_before(
    setting: Setting, anchor: Anchor, around: Surroundings, before: Sequence[Phrase]
) -> Phrase | None:
    """The attack without article that the verb says more of: مقتل جنود في هجوم استهدف …."""
    laid = anchor.predicate.gloss == LAID
    of_deeds = laid or anchor.predicate.type in ("ASSAULT", "HARM")
    if not of_deeds or anchor.reading.prefix or anchor.reading.pronoun:
        return None
    acts = bool(before) and bool(before[0].actors) and before[0].actors[0].first == before[0].words[0]
    if acts and not laid and _leads_up_to(setting, before[0], setting.phrase_of[anchor.token]):
        return None  # "الجيش في هجوم مباغت استهدف …": who is named acts
    tokens = setting.document.tokens
    for phrase in reversed(around.left):
        if phrase.kind != "noun" or not phrase.words:
            continue
        head = next(i for i in phrase.words if i == phrase.words[-1] or tokens[i].folded not in SEVERAL)
        if head == phrase.words[0] and phrase.words[1:2] == phrase.anchors[:1] != []:
            plain = target_kind(setting.lexicons, tokens[head].folded) is None
            head = phrase.words[1] if plain else head  # "بتسع ضربات جوية"
        if head in phrase.anchors and is_attack(setting.lexicons, tokens[head].folded):
            return phrase
        if phrase.bare:
            return None
    return None


def _leads_up_to(setting: Setting, phrase: Phrase, index: int) -> bool:
    """Whether no harm told between parts the phrase from its verb: العراق مع مقتل 33 في تفجيرات استهدفت …."""
    between = setting.phrases[setting.phrase_of[phrase.first] + 1 : index - 1]
    return not any(p.anchors for p in between)


def heads_deed(setting: Setting, phrase: Phrase) -> bool:
    """Whether an event heads the phrase: العدوان الإسرائيلي, هذه الجريمة."""
    tokens = setting.document.tokens
    words = [i for i in phrase.words if not tokens[i].folded.startswith("هذ")]
    return bool(words) and (words[0] in phrase.anchors or is_event(setting.lexicons, tokens[words[0]].folded))


def _is_nominative(setting: Setting, phrase: Phrase) -> bool:
    """Whether the ending ون shows people to be the subject: مدنيون, مسلحون."""
    folded = setting.document.tokens[phrase.words[0]].folded
    return folded.endswith("ون") and target_kind(setting.lexicons, folded) in ("person", "fighter")


def is_apposition(setting: Setting, subject: Phrase, phrase: Phrase, more: bool) -> bool:
    """Whether the phrase behind an office is the name of who holds it: المدرب الروماني لازلو بولوني.

    A name with article is one where `more` bare phrases follow: رئيس الوزراء محمد السوداني السفير ….
    """
    if not subject.words or setting.phrase_of[phrase.first] != setting.phrase_of[subject.first] + 1:
        return False
    head = head_word(setting, phrase)
    if head.removeprefix("ال") in _ARMS:
        return True  # "خطفت جبهة النصرة ذراع القاعدة …"
    if head.startswith(COUNTERPARTS):
        return False  # "التقى الوزير الروسي نظيره التركي"
    plain = (
        not phrase.quantity
        and not phrase.anchors
        and not phrase.places
        and not is_accusative(setting, phrase)
    )
    title = head_word(setting, subject)
    office = title.startswith("ال") or target_kind(setting.lexicons, title) in ("body", "person", "fighter")
    same = {r.actor for r in participants(phrase)} & {r.actor for r in participants(subject)}
    if same and head in _HONOURING and more:
        return True  # "استقبل خادم الحرمين الشريفين الملك سلمان الوزير"
    if head in _HONOURING and more and phrase.actors[:1] != subject.actors[:1]:
        return plain and office  # "استقبل أمير المنطقة الأمير فلان رئيس …"
    unknown = target_kind(setting.lexicons, head) is None and not phrase.actors
    unknown = unknown and (more or not head.startswith("ال"))
    return bool(same) or (plain and office and unknown)


def _acts_between(setting: Setting, bare: Sequence[Phrase]) -> bool:
    """Whether a listed actor and an object follow the verb, so that its subject is not sought before it.

    What "and" joins to the actor is an object as he is: استهدفت القنصلية ومركزا للشرطة.
    """
    if len(bare) < 2 or not bare[0].actors or bare[0].actors[0].first != bare[0].words[0] or bare[1].joined:
        return False
    return setting.phrase_of[bare[1].first] == setting.phrase_of[bare[0].first] + 1
