"""Whose doing something is by the clause that describes it: القرار الذي اتخذته إسرائيل."""

from __future__ import annotations

from riwaya.lexicon.event_words import word_beginnings
from riwaya.lexicon.inflect import OBJECTS
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import Roles, Setting, participants, unspanned

#: Beginnings of verbs for what one undergoes or judges (الهجمات التي شهدتها تركيا, الخطة التي رفضتها).
_OF_ANOTHERS = word_beginnings("another's doing")


def doer_in_relative(setting: Setting, phrase: Phrase) -> Roles:
    """The subject of the clause whose verb takes up the phrase: الدور الذي تلعبه تركيا; or nobody."""
    index = setting.phrase_of[phrase.first]
    following = setting.phrases[index + 1 : index + 5]
    if len(following) < 3 or following[0].mark != "relative" or following[1].kind != "verb":
        return ()
    verb = following[1]
    # "الدور الذي تقوم به تركيا", but "الهجمات التي تعرضت لها تركيا"
    by_preposition = following[2].pronoun and following[2].preposition == "ب" and len(following) > 3
    subject = following[3] if by_preposition else following[2]
    folded = setting.document.tokens[verb.first].folded
    resumed = by_preposition or folded.endswith(OBJECTS)
    if not resumed or folded.startswith(_OF_ANOTHERS) or not subject.bare:
        return ()
    return unspanned(participants(subject))
