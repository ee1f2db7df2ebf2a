"""Nouns that begin what is said: verbal nouns, nouns of what happened, those that are listed."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.lexicon.predicates import WordReading
from riwaya.reading.speech.contents import Contents
from riwaya.text.tokens import Token

#: إفعال, استفعال, افتعال and تفعيل without marks, and whose they are; أفعال is a plural (أعضاء).
_SHAPES = re.compile(
    "(?:إ..ا.|است..ا.|ا.ت.ا.|ت..ي.)(?:ه|ها|هم|هما)?|(?:إ..ا|است..ا).ة|إعادة|مواصلة|متابعة|مناقشة|معالجة"
)
#: Letters of عدم, beyond which it has run into the next word.
_LACK = 5


def content_noun(folded: str, contents: Contents, *, events: bool = False) -> bool:
    """Whether the word, or what is left of it without a pronoun (رفضهم), begins what is said.

    With `events` also nouns of what happened (هجوم), which are condemned and do not speak.
    """
    nouns = contents.particles.content_noun
    if folded.startswith("عدم") and len(folded) > _LACK:
        return True  # "عدمتسجيل": the words run together
    if folded in nouns or any(bare in nouns for bare, _ in without_pronoun(folded)):
        return True
    if folded.startswith("ال"):
        return False
    readings = contents.predicates.look_up(folded)
    return any(not r.prefix and (r.tense == "masdar" or (events and _is_event(r))) for r in readings)


def happens(i: int, contents: Contents) -> bool:
    """Whether the noun at token `i` is a deed or an event, which does not speak (العملية, not الاجتماع)."""
    word, particles = contents.tokens[i].folded, contents.particles
    bare = word.removeprefix("ال")
    own = {stem for stem, pronoun in without_pronoun(bare) if pronoun in THEIRS}
    if (
        {bare, bare.removesuffix("ا")} & particles.telling
        or own & (particles.body | particles.evidence | particles.document)
        or word in particles.honorific
        or {bare, word} & contents.given
    ):
        return False
    if word.endswith(("ي", "ون", "ين")) or _tells_of_another(i, contents):
        return False  # "شكري": a name; المقاتلون
    return content_noun(bare, contents, events=True)


def _tells_of_another(i: int, contents: Contents) -> bool:
    """Whether a deed follows the noun at token `i` and its adjective: أعلنت الحماية المدنية مقتل شخص."""
    tokens = contents.tokens
    at = i + 1
    if at < len(tokens) and tokens[i].folded.startswith("ال") and tokens[at].folded.startswith("ال"):
        at += 1
    if at >= len(tokens) or tokens[at].kind != "word" or not tokens[i].folded.startswith("ال"):
        return False
    deed = tokens[at].folded
    return not deed.startswith("ال") and not deed.endswith("ا") and content_noun(deed, contents)


def masdar(token: Token) -> bool:
    """Whether a word has the shape of a verbal noun that no name or office has (إكمال, استكمال, تمديد)."""
    return _SHAPES.fullmatch(token.text) is not None


def deed_onto(token: Token, onto: str, nouns: AbstractSet[str]) -> bool:
    """Whether one of the letters `onto` is written onto a verbal noun or one of `nouns` (ولضمان)."""
    splits = (s for s in token.splits if s.prefix[-1:] and s.prefix[-1] in onto)
    return any(
        s.rest in nouns or _SHAPES.fullmatch(token.text, token.start_of(s) - token.start) for s in splits
    )


def deed_at(i: int, contents: Contents, *, events: bool = False) -> bool:
    """Whether the word at token `i`, without its proclitics and article, is the noun of a deed (بفتح)."""
    token = contents.tokens[i]
    for split in token.splits:
        word, text = split.rest.removeprefix("ال"), token.text[len(split.prefix) :].removeprefix("ال")
        if content_noun(word, contents, events=events) or _SHAPES.fullmatch(text) is not None:
            return True
    return False


def _is_event(reading: WordReading) -> bool:
    """Whether the word is the noun of an event (هجوم, حادثة)."""
    return reading.word.category == "noun"


def given_name(token: Token, contents: Contents) -> bool:
    """Whether a verbal noun is a person's name too (ابتسام, توفيق)."""
    return token.folded in contents.particles.given_name
