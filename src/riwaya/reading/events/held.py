"""Held: whose a place or a post is that is attacked, where words behind it say who holds it.

"قصفت مناطق خاضعة لسيطرة المعارضة", "هاجم حاجزا تديره قسد": who holds it is whom the attack is made on. A town
that is hit is its people's, whoever holds it.
"""

from __future__ import annotations

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import Roles, Setting, head_word, participants, target_kind
from riwaya.text.tokens import splits

#: Beginnings of verbs for holding a place or being lodged in it, and of the noun for it, folded.
_HOLDS = word_beginnings("holding")
_CONTROL = event_words("control")
#: Words for where people live, folded.
_TOWNS = event_words("town")
#: How many phrases behind the place its holder may be named, and behind the verb.
_BEHIND = 6
_SUBJECT = 4
#: Prepositions of where a place lies, folded.
_WHERE = frozenset(("في", "ب", "قرب", "من", "داخل"))


def holders_named(setting: Setting, phrase: Phrase) -> Roles:
    """Who holds the place or the thing that heads `phrase`, as the words behind it say."""
    head = head_word(setting, phrase)
    place = target_kind(setting.lexicons, head) in ("place", "thing") and not _is_town(head)
    index = setting.phrase_of.get(phrase.first)
    if not place or index is None:
        return ()
    for k, following in enumerate(setting.phrases[index + 1 : index + _BEHIND], index + 1):
        if following.kind == "verb":
            return _subject(setting, k) if _holds(setting, following) else ()
        if _is_control(setting, following):
            return participants(following)
        if not _goes_on(following):
            return ()
    return ()


def _is_town(head: str) -> bool:
    """Whether the word is for where people live: قرية, الأحياء."""
    return any(split.rest.removeprefix("ال") in _TOWNS for split in splits(head))


def _holds(setting: Setting, verb: Phrase) -> bool:
    return not verb.joined and setting.document.tokens[verb.first].folded.startswith(_HOLDS)


def _is_control(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase is "under the control of", or "subject to" it."""
    head = head_word(setting, phrase).removeprefix("ل")
    return phrase.preposition in ("ل", "تحت") and head in _CONTROL and bool(phrase.actors)


def _goes_on(phrase: Phrase) -> bool:
    """Whether more may be said of the place behind the phrase: where it lies, of what kind it is."""
    if phrase.kind in ("time", "auxiliary") or phrase.mark == "relative":
        return True
    described = phrase.bare and len(phrase.words) == 1 and not phrase.joined
    return phrase.kind == "noun" and not phrase.actors and (described or phrase.preposition in _WHERE)


def _subject(setting: Setting, index: int) -> Roles:
    """Who holds it by the verb at phrase `index`: the first named behind it."""
    for phrase in setting.phrases[index + 1 : index + _SUBJECT]:
        if phrase.bare and phrase.words:
            return participants(phrase)
        if phrase.kind != "time" and not phrase.pronoun and phrase.preposition not in _WHERE:
            break
    return ()
