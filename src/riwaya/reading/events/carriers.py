"""Who carried an event out by the clause behind it (غارات نفذتها طائرات …) or as من names him there."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.predicates import Predicate
from riwaya.reading.draft import ARMED
from riwaya.reading.events.agreement import gender_at
from riwaya.reading.events.casts import Cast
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.fights import begins_as
from riwaya.reading.events.naming import (
    FORCES,
    Roles,
    Setting,
    belonging,
    by_adjective,
    head_word,
    owning_pronoun,
    participants,
    somebody,
    strikes,
    target_kind,
)
from riwaya.reading.events.roles import REPELLING

#: How many phrases behind an event noun the clause that says who did it may begin.
CARRIED = 6
#: Kinds of words that may only describe an attack.
_ADJECTIVE = (None, "adjective")
#: Beginnings of words for destroying things and for what is fired, folded.
_DESTROYING = word_beginnings("destroying")
_FIRED = word_beginnings("fired")
#: Prepositions of whence something is done.
_WHENCE = ("من", "في")
#: Words for what forces do in which people fall, folded, and prepositions before them.
_OPERATIONS = event_words("operation")
_AMID = frozenset(("في", "ب", "خلال", "اثر", "ضمن", "جراء", "اثناء"))


def give_operators(setting: Setting, cast: Cast, predicate: Predicate, index: int) -> None:
    """Let whose operation it was that somebody fell or was taken in have done it: في عملية نفذتها القوات."""
    if not (predicate.type == "HARM" or predicate.mode == "arrest") or cast.agent:
        return
    for k, phrase in enumerate(setting.phrases[index + 1 : index + CARRIED], index + 1):
        if phrase.kind not in ("noun", "time"):
            return
        general = any(setting.document.tokens[i].folded.startswith("ال") for i in phrase.words)
        if phrase.preposition in _AMID and head_word(setting, phrase) in _OPERATIONS and not general:
            behind = setting.phrases[k + 1] if k + 1 < len(setting.phrases) else phrase
            own = participants(behind) if behind.preposition == "ل" else ()
            cast.give("agent", carried_out_by(setting, k) or own)
            return


def give_attackers(setting: Setting, cast: Cast, phrases: Sequence[Phrase]) -> None:
    """Who made the attack that somebody underwent: تعرضت البلدة لهجوم شنه …, أثناء تعرضهم لغارات روسية."""
    event = next((i for p in phrases if p.preposition == "ل" for i in p.words[:1]), None)
    if event is not None:
        index = setting.phrase_of[event]
        cast.give("agent", carried_out_by(setting, index))
        cast.give("agent", by_adjective(setting, setting.phrases[index], event))
        give_firing(setting, cast, event)


def give_firing(setting: Setting, cast: Cast, event: int) -> None:
    """Let the forces that من names right behind an attack have made it: لقصف عنيف من قوات النظام.

    A land there is whence it came: قصف من الأراضي اليمنية.
    """
    index = setting.phrase_of[event]
    attack, behind = setting.phrases[index], next(iter(setting.phrases[index + 1 : index + 2]), None)
    if behind is None or behind.preposition != "من" or not behind.words or behind.anchors:
        return
    more = (setting.document.tokens[i].folded for i in attack.words if i > event)
    described = all(target_kind(setting.lexicons, word) in _ADJECTIVE for word in more)
    if attack.end != behind.first or not described:
        return
    head = head_word(setting, behind)
    named = any(m.first == behind.words[0] and m.kind in ARMED for m in behind.actors)
    if named or strikes(head) or head in FORCES:
        cast.give("agent", participants(behind) or belonging(setting, behind))  # "من مسيرة إسرائيلية"


def is_done_by(setting: Setting, phrase: Phrase) -> bool:
    """Whether ب takes up the deed behind a verb: غارات قامت بها طائرات."""
    following = setting.phrases[setting.phrase_of[phrase.first] + 1 :][:1]
    return any(p.pronoun and p.preposition == "ب" for p in following)


def give_carrier(setting: Setting, cast: Cast, predicate: Predicate, event: int) -> None:
    """Who carried out the event by the clause behind it, or whose planes a pronoun there says.

    Whoever fired what is intercepted or destroyed is whom that befalls: اعتراض صاروخ أطلقه الحوثيون.
    """
    index = setting.phrase_of[event]
    subject = _carrier(setting, index)
    if subject is None:
        return
    if predicate.gloss in REPELLING or _is_fired(setting, setting.phrases[index], event):
        if all(r.actor == "other" for r in cast.patient):
            cast.patient = participants(subject) or cast.patient
    elif owning_pronoun(setting, subject):
        cast.pronouns.append("agent")  # "أعلنت روسيا … في غارات شنتها طائراتها"
    else:
        cast.give("agent", _doers(setting, subject))


def _is_fired(setting: Setting, phrase: Phrase, event: int) -> bool:
    """Whether a missile or its like is what is destroyed: تدمير الصاروخ, but إطلاق صاروخ."""
    behind = next((setting.document.tokens[i].folded for i in phrase.words if i > event), "")
    destroyed = begins_as(setting.document.tokens[event], _DESTROYING)
    return destroyed and behind.removeprefix("ال").startswith(_FIRED)


def carried_out_by(setting: Setting, index: int) -> Roles:
    """The subject of a light verb in the clause behind an event noun: غارات نفذتها طائرات …."""
    subject = _carrier(setting, index)
    return () if subject is None else _doers(setting, subject)


def _doers(setting: Setting, subject: Phrase) -> Roles:
    """Whom the subject names, or من behind it: وحدة من القوات الأمريكية."""
    behind = setting.phrases[setting.phrase_of[subject.first] + 1 :][:1]
    part = [p for p in behind if p.preposition == "من" and not subject.actors and _are_armed(p)]
    return next((participants(p) for p in part if participants(p)), ()) or somebody(setting, subject)


def _are_armed(phrase: Phrase) -> bool:
    """Whether a party with fighters is named."""
    return any(m.kind in ARMED for m in phrase.actors)


def _carrier(setting: Setting, index: int) -> Phrase | None:
    """The phrase of that subject."""
    phrases = setting.phrases
    for k in range(index + 1, min(len(phrases) - 1, index + CARRIED)):
        phrase = phrases[k]
        if phrase.kind == "verb":
            resumed = phrases[k - 1].mark == "relative" or is_done_by(setting, phrase)
            light = is_carrier(setting, phrase, resumed=resumed)
            subject = next((p for p in phrases[k + 1 : k + 4] if not _is_aside(p)), None)
            told = subject is not None and (
                subject.bare or (subject.preposition == "من" and _are_armed(subject))
            )
            if light and not told and not resumed:
                return _subject_before(setting, index, phrase) or _subject_behind(setting, index, k)
            return subject if light and told else None
        if phrase.anchors or (phrase.kind != "time" and phrase.mark != "relative" and not phrase.preposition):
            break  # "للتنديد بالغارات التي يشنها الجيش": he carries out the raids
    return None


def _subject_before(setting: Setting, index: int, verb: Phrase) -> Phrase | None:
    """Who begins the clause of the event that a verb without subject behind it says was carried out.

    "إن المقاومة سيطرت على التل بعد هجوم شنته على القرية": where he agrees with that verb.
    """
    k = index - 1
    while k >= 0 and setting.phrases[k].kind in ("noun", "time", "verb"):
        k -= 1
    topic = next((p for p in setting.phrases[k + 1 : index] if p.kind == "noun" and p.words), None)
    return topic if topic is not None and _may_carry_out(setting, verb, topic) else None


def _may_carry_out(setting: Setting, verb: Phrase, topic: Phrase) -> bool:
    """Whether a party begins the phrase that agrees with a verb which takes up an event: هجوم شنته."""
    if not topic.bare or not topic.actors or topic.actors[0].first != topic.words[0]:
        return False
    form = next(
        (r.word.form for r in setting.lexicons.predicates.look_up(setting.document.tokens[verb.first].folded)
         if r.word.light is not None and r.pronoun),
        None,
    )  # fmt: skip
    gender = gender_at(setting.document, topic.words[0])
    return form is not None and form.number == "singular" and gender == form.gender


def _subject_behind(setting: Setting, index: int, verb: int) -> Phrase | None:
    """The subject of the main clause behind that which begins a sentence: إثر هجوم شنته، سيطرت القوات."""
    phrases = setting.phrases
    if (
        any(p.kind == "verb" or (p.bare and p.words) for p in phrases[:index])
        or not phrases[index].preposition
    ):
        return None
    ends = next((k for k in range(verb + 1, len(phrases)) if phrases[k].mark in ("،", ",")), len(phrases))
    main = phrases[ends + 1 : ends + 3]
    if any(p.kind == "verb" for p in phrases[verb + 1 : ends]) or len(main) < len(("verb", "subject")):
        return None
    acts = main[0].kind == "verb" and _may_carry_out(setting, phrases[verb], main[1])
    return main[1] if acts else None


def _is_aside(phrase: Phrase) -> bool:
    """Whether a phrase between a verb and its subject says when or whence: شنته أمس من عدن القوات."""
    return (
        bool(phrase.pronoun) or phrase.kind == "time" or (phrase.preposition in _WHENCE and not phrase.actors)
    )


def is_carrier(setting: Setting, phrase: Phrase, *, resumed: bool) -> bool:
    """Whether the verb is a light one whose object is the event before it: شنه, (التي) شنها."""
    readings = setting.lexicons.predicates.look_up(setting.document.tokens[phrase.first].folded)
    return any(
        r.word.light is not None
        and r.word.light.subject == "agent"
        and r.word.category == "verb"
        and (resumed or bool(r.pronoun))
        for r in readings
    )
