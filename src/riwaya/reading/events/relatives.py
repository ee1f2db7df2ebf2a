"""Clauses that describe: whose doing something is (القرار الذي اتخذته إسرائيل), whom a verb behind has."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.event_words import word_beginnings
from riwaya.lexicon.inflect import OBJECTS
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import (
    Roles,
    Setting,
    head_word,
    is_event,
    participants,
    target_kind,
    unspanned,
)
from riwaya.text.tokens import DEFINITE

#: Beginnings of verbs for what one undergoes or judges (الهجمات التي شهدتها تركيا, الخطة التي رفضتها).
_OF_ANOTHERS = word_beginnings("another's doing")
#: Signs with which a clause ends, so that what follows opens another.
_ENDS = frozenset('.:;؛|«"“-–')


def doer_in_relative(setting: Setting, phrase: Phrase) -> Roles:
    """The subject of the clause whose verb takes up the phrase: الدور الذي تلعبه تركيا; or nobody."""
    index = setting.phrase_of[phrase.first]
    following = setting.phrases[index + 1 : index + 4]
    subject = subject_in_relative(setting, index + 2)
    if subject is None or following[0].mark != "relative":
        return ()
    # "الدور الذي تقوم به تركيا", but "الهجمات التي تعرضت لها تركيا"
    other = following[2].pronoun and following[2].preposition != "ب"
    judged = setting.document.tokens[following[1].first].folded.startswith(_OF_ANOTHERS)
    return () if other or judged else unspanned(participants(subject))


def subject_in_relative(setting: Setting, index: int) -> Phrase | None:
    """The subject of the verb at phrase `index` of a clause that takes up what it describes by a pronoun.

    الدور الذي اضطلع به الفقيد, الجهود التي بذلها الفريق.
    """
    around = setting.phrases[max(0, index - 1) : index + 3]
    if len(around) < 3 or around[0].mark != "relative" or around[1].kind != "verb":
        return None
    verb, following = around[1], around[2:]
    by_preposition = following[0].pronoun and not following[0].words
    resumed = by_preposition or setting.document.tokens[verb.first].folded.endswith(OBJECTS)
    subject = next(iter(following[by_preposition:]), None)
    return subject if resumed and subject is not None and subject.bare and subject.words else None


def topic_before(setting: Setting, index: int) -> Phrase | None:
    """With whom the clause begins that a relative one parts from its verb at phrase `index`; or nobody.

    "إن القوات التي يدعمها التحالف استعادت المدينة": it is not the coalition that took it.
    """
    phrases = setting.phrases
    verb = _before_nouns(phrases, index)
    if phrases[index].joined or verb < 1 or verb == index - 1 or phrases[verb].kind != "verb":
        return None
    mark = _before_nouns(phrases, verb)
    if mark == verb - 1 > 0 and phrases[mark].kind in ("auxiliary", "verb"):
        mark -= 1  # "التي بدأت تقصف"
    if mark < 1 or phrases[mark].mark != "relative":
        return None
    start = _before_nouns(phrases, mark)
    opens = start < 0 or phrases[start].mark == "complementiser" or phrases[start].mark in _ENDS
    topic = next((p for p in phrases[start + 1 : mark] if p.bare and p.words), None)
    if topic is None or not opens or _is_described(setting, phrases[index - 1]):
        return None
    head = head_word(setting, topic)
    event = is_event(setting.lexicons, head) and target_kind(setting.lexicons, head) is None
    return None if event else topic


def _before_nouns(phrases: Sequence[Phrase], index: int) -> int:
    """The phrase before the nouns and times that stand before phrase `index`; -1 where there is none."""
    k = index - 1
    while k >= 0 and phrases[k].kind in ("noun", "time"):
        k -= 1
    return k


def _is_described(setting: Setting, phrase: Phrase) -> bool:
    """Whether a verb right behind may describe the noun, which has no article: قذائف قتلت مدنيين."""
    if phrase.kind != "noun" or phrase.actors or phrase.places or not phrase.words:
        return False
    return not any(setting.document.tokens[i].folded.startswith(DEFINITE) for i in phrase.words)
