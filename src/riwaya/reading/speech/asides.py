"""Asides between commas inside somebody's words, which neither end them nor speak at their level."""

from __future__ import annotations

from riwaya.reading.speech.clause_words import ClauseWords
from riwaya.text.signs import COMMAS

#: Tokens between أن and the comma of an aside: only the subject; and of an aside.
_SUBJECT = 8
_LONGEST = 30
#: Words that begin a predicate before its verb, folded.
_BEFORE_VERB = frozenset(("قد", "لقد", "سوف", "لا", "كان", "كانت", "كانوا", "ليس", "ليست"))


def aside_behind_subject(that: int, end: int, words: ClauseWords) -> range:
    """The tokens between the subject of أن and its verb (أن إيران، في حين تدين العدوان، تؤكد …).

    Empty where no aside stands there: the clause has its verb before the comma, or nothing closes it.
    """
    if not words.is_complementiser(that):
        return range(0)
    tokens = words.tokens
    if that + 1 >= end or _is_verb(that + 1, words):
        return range(0)
    names = tokens[that].folded.endswith("ن")  # أنه has its subject, and what follows is said of it
    for i in range(that + 1, min(end, that + 2 + names * _SUBJECT)):
        if tokens[i].text in COMMAS:
            closes = next((j for j in range(i + 2, min(end - 1, i + _LONGEST)) if _closes(j, words)), i)
            return range(i + 1, closes)
        if _predicate(i, words) or tokens[i].folded in words.particles.relative:
            break
    return range(0)


def _is_verb(i: int, words: ClauseWords) -> bool:
    """Whether a verb in the present and no name stands at token `i` (أن تنتهي المهلة; not أن تركيا)."""
    word = words.tokens[i].folded
    named = i in words.named_to or i in words.places or word in words.given
    return word.startswith(("ي", "ت", "ن")) and not named


def _closes(i: int, words: ClauseWords) -> bool:
    """Whether the verb that goes with the subject stands behind the comma at token `i`."""
    return words.tokens[i].text in COMMAS and i + 1 < len(words.tokens) and _predicate(i + 1, words)


def _predicate(i: int, words: ClauseWords) -> bool:
    """Whether a clause gets its verb at token `i` (not one that و joins to an aside)."""
    word = words.tokens[i].folded
    if word in _BEFORE_VERB or word in words.particles.negation:
        return True
    if word.startswith("و") or word in words.particles.source_end:
        return False  # "عبر الحدود"
    return words.is_finite(word)
