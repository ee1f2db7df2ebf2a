"""Whose deed a verbal noun is that a verb leads to: who sets out to do it, or whom others make do it.

"يسعى الجيش إلى استعادة المدينة": the subject does it; "أجبرت المعارك المسلحين على الانسحاب": the object.
"""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.inflect import NOT
from riwaya.reading.events.agreement import Gender
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import (
    Roles,
    Setting,
    belonging,
    head_word,
    listed,
    participants,
    somebody,
    strikes,
)
from riwaya.reading.events.relations import compels
from riwaya.reading.events.roles import is_target

#: How far before the deed, in phrases, the word that leads to it may stand.
_REACH = 6
#: The same of a deed for whose end something is done.
_FAR = 9
#: Beginnings of verbs for setting out or coming to do something, folded, each kind with the prepositions of
#: what is done, and those behind words for making somebody do it.
_SETTING_OUT = (
    (word_beginnings("setting out"), ("ل", "الي", "في")),
    (word_beginnings("coming to"), ("من", "علي")),
    (word_beginnings("taking part"), ("في", "ب")),
)
_FORCED_TO = ("علي", "الي")
#: Words for what forces do before the deed that it is, folded: في عملية تحرير المدينة.
_OPERATIONS = event_words("operation")
#: Words behind a preposition for being about to do something, folded, and how far before the deed they stand.
_ABOUT_TO = event_words("about to")
_ABOUT_REACH = 3
#: Prepositions of those whom what is done concerns, who may go on with it, and none of whom it is done to.
_TO_SOMEBODY = ("", "ل", "الي", "ب", "مع")


def made_to(setting: Setting, anchor: Anchor, index: int, victims: Mapping[int, Roles]) -> Roles:
    """Whom a word for forcing makes do the deed that begins phrase `index`: أجبرت المعارك المسلحين على ….

    `victims` are those whom events befall by phrase, also whom a pronoun means: أجبرهم على ….
    """
    if not _begins(setting, anchor, index, _FORCED_TO):
        return ()
    whom: Phrase | None = None
    for k in range(index - 1, max(-1, index - _REACH), -1):
        phrase = setting.phrases[k]
        if phrase.kind not in ("noun", "verb", "time") or phrase.end <= setting.start:
            return ()
        if phrase.kind == "verb":
            if not compels(setting.document.tokens[phrase.first]):
                return ()
            return victims.get(k) or (() if whom is None else somebody(setting, whom))
        if phrase.words and compels(setting.document.tokens[phrase.words[0]]):
            own = somebody(setting, phrase, phrase.words[0])  # "إجبار المسلحين", "إجبار الجيش المسلحين"
            return victims.get(k) or (own if whom is None else listed(setting, whom))
        if whom is None and phrase.bare and phrase.words:
            # "الحوثيين وقوات صالح": all whom "and" joins
            whom = None if phrase.joined and setting.phrases[k - 1].bare else phrase
    return ()


def set_out(setting: Setting, anchor: Anchor, index: int) -> int | None:
    """The verb by which somebody sets out to do what begins phrase `index`: يسعى الجيش إلى استعادة …."""
    for k in range(index - 1, max(-1, index - _REACH), -1):
        phrase = setting.phrases[k]
        if phrase.end <= setting.start or phrase.kind not in ("verb", "noun", "time"):
            return None
        if phrase.kind == "verb":
            if phrase.first and setting.document.tokens[phrase.first - 1].folded.removeprefix("و") in NOT:
                return None  # "لم تشارك القوات في القصف"
            kinds = (p for beginnings, p in _SETTING_OUT if _is_word(setting, phrase.first, beginnings))
            return k if any(_begins(setting, anchor, index, prepositions) for prepositions in kinds) else None
    return None


def about_to(setting: Setting, index: int) -> Roles:
    """Who is said to be about to do what begins phrase `index`: القوات على وشك السيطرة …, على أهبة … لاقتحام.

    That is with whom the clause begins.
    """
    phrases, tokens = setting.phrases, setting.document.tokens
    near = (k for k in range(index, max(-1, index - _ABOUT_REACH), -1) if _is_about(setting, phrases[k]))
    at = next(near, None)
    if at is None or any(p.kind not in ("noun", "time") for p in phrases[at:index]):
        return ()
    k = at - 1
    while k >= 0 and phrases[k].kind in ("noun", "time") and phrases[k].end > setting.start:
        k -= 1
    topic = next((p for p in phrases[k + 1 : at] if p.bare and p.words), None)
    return (
        ()
        if topic is None or tokens[topic.words[0]].folded in _OPERATIONS
        else participants(topic) or belonging(setting, topic)
    )


def _is_about(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase begins with a word for being about to do something."""
    if phrase.preposition not in ("علي", "في", "ب") or not phrase.words:
        return False
    return any(split.rest in _ABOUT_TO for split in setting.document.tokens[phrase.words[0]].splits)


def gender_of(setting: Setting, verb: int) -> Gender | None:
    """The gender of the verb of phrase `verb`, by how such verbs begin and end; None for one of many."""
    word = setting.document.tokens[setting.phrases[verb].first].folded.removeprefix("و")
    if word.endswith(("ون", "وا")):
        return None
    if word.endswith("ت"):
        return "feminine"
    # "تقدم الجيش": ت is also the first letter of a verb.
    forms = (r.word.form for r in setting.lexicons.predicates.look_up(word) if r.word.category == "verb")
    he = any(form.tense == "past" and form.gender == "masculine" for form in forms)
    return "feminine" if word.removeprefix("س").startswith("ت") and not he else "masculine"


def _begins(setting: Setting, anchor: Anchor, index: int, prepositions: tuple[str, ...]) -> bool:
    """Whether the deed, with its light verb, is what one of the prepositions governs."""
    phrase = setting.phrases[index]
    first = anchor.token if anchor.light not in phrase.words else anchor.light
    tokens = setting.document.tokens
    words = [i for i in phrase.words if i == first or tokens[i].folded not in _OPERATIONS]
    return phrase.preposition in prepositions and words[:1] == [first]


def _is_word(setting: Setting, token: int, beginnings: tuple[str, ...]) -> bool:
    splits = setting.document.tokens[token].splits
    return any(split.rest.removeprefix("ال").startswith(beginnings) for split in splits)


def for_an_end(setting: Setting, anchor: Anchor, index: int) -> tuple[int, Phrase] | None:
    """The verb and its subject that does something for the end of what phrase `index` begins with.

    "انتشرت القوات في المدينة لمنع الهجمات"; nobody listed may stand between who could do it as well.
    """
    before = setting.document.tokens[setting.phrases[index].first - 1].folded
    theirs = before.startswith("ال") and before.endswith(("ين", "ون"))  # "الضباط الرافضين للقتال"
    if theirs or not _begins(setting, anchor, index, ("ل",)):
        return None
    for k in range(index - 1, max(-1, index - _FAR), -1):
        phrase = setting.phrases[k]
        if phrase.end <= setting.start or phrase.kind not in ("verb", "noun", "time"):
            return None
        if phrase.kind == "verb":
            return _subject_beside(setting, k, index)
    return None


def _subject_beside(setting: Setting, verb: int, index: int) -> tuple[int, Phrase] | None:
    """The verb with the party beside it, where none that may do it as well stands before phrase `index`."""
    behind = setting.phrases[verb + 1 : index]
    follows = bool(behind) and behind[0].bare and _names_people(setting, behind[0])
    if any(p.preposition in _TO_SOMEBODY and _names_people(setting, p) for p in behind[follows:]):
        return None
    if follows:
        return verb, behind[0]
    before = setting.phrases[verb - 1] if verb and not setting.phrases[verb].joined else None
    led = before is not None and before.bare and before.end > setting.start and _names_people(setting, before)
    return (verb, before) if before is not None and led else None


def _names_people(setting: Setting, phrase: Phrase) -> bool:
    """Whether people of a party or the party itself head the phrase, and no thing, place or deed of its."""
    deed = phrase.anchors[:1] == phrase.words[:1]
    strikes_itself = strikes(head_word(setting, phrase))  # "طائرات سلاح الجو"
    return bool(phrase.actors) and not deed and (strikes_itself or not is_target(setting, phrase))
