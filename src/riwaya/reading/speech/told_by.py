"""Whom a speaker is told by and does not speak for: his foes (خصوم الحزب), whom he left, where he lives."""

from __future__ import annotations

from collections.abc import Container, Sequence
from collections.abc import Set as AbstractSet

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.draft import ActorMention
from riwaya.reading.speech.source_words import RELATIVES, SourcePhrase
from riwaya.text.tokens import Token, word_before

#: Beginnings of words for who is against somebody, and nouns and verbs for it, folded.
_OPPOSED = word_beginnings("opposed")
_FOES, _OPPOSES = event_words("foes"), event_words("opposes")
_AGAINST, _THE = "ضد", "ال"
#: Beginnings of words for who stands near somebody without being his, folded.
_CLOSE = word_beginnings("close to")
#: Endings of a plural whose genitive follows (منتقدو الرئيس, من معارضي الحكومة).
_CONSTRUCT = ("و", "ي")
#: From, behind who has left somebody, folded.
_AWAY_FROM = frozenset(("عن", "من"))
#: Before the body in which somebody served, folded.
_INSIDE = "في"
#: What stands before two between whom somebody is, folded.
_AMID = "بين"
#: Words between who is against somebody and his name (المعارضة لحكم الرئيس X).
_BETWEEN = 2


def only_opposed(tokens: Sequence[Token], mention: ActorMention, phrase: SourcePhrase) -> bool:
    """Whether the speakers are against whom the mention names, so that they speak for another."""
    near = range(max(phrase.first, mention.first - _BETWEEN), mention.first)
    if any(_opposes_by_preposition(tokens, at) for at in near):
        return True
    # "منتقدو الرئيس سالم الورد": the office and the name are one man's
    heads = {phrase.first, mention.first - 1} if mention.first > phrase.first else ()
    return any(_opposes(tokens, at) for at in heads)


def _opposes_by_preposition(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at token `at` says with ل that somebody is against whom the next one names."""
    opposed = any(s.rest.removeprefix(_THE).startswith(_OPPOSED) for s in tokens[at].splits)
    governed = tokens[at + 1]
    return opposed and (governed.folded == "ل" or any(split.prefix == "ل" for split in governed.splits))


def _opposes(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at token `at` says that somebody is against whom the next one names."""
    word = tokens[at].folded
    if word in _OPPOSES:
        return word_before(tokens, at) in RELATIVES
    opposed = any(s.rest.startswith(_OPPOSED) for s in tokens[at].splits)
    return word in _FOES or word == _AGAINST or (opposed and word.endswith(_CONSTRUCT))


def has_left(
    tokens: Sequence[Token],
    mention: ActorMention,
    phrase: SourcePhrase,
    defected: AbstractSet[str],
    former: AbstractSet[str],
) -> bool:
    """Whether the speaker has left those whom the mention names: `defected` from them, a `former` one.

    الضابط المنشق عن الجيش السوري, عميد متقاعد في الجيش السوري.
    """
    left = mention.first - 2
    if left < phrase.first:
        return False
    who = tokens[left].folded.removeprefix(_THE)
    if tokens[left + 1].folded == _INSIDE:
        return who in former or _THE + who in former
    return tokens[left + 1].folded in _AWAY_FROM and who in defected


def is_within(tokens: Sequence[Token], mention: ActorMention, places: Container[int]) -> bool:
    """Whether في or ب stands before the name of a country: it is where somebody teaches or studies."""
    token = tokens[mention.first]
    onto = mention.span.start > token.start and token.folded.startswith("ب")
    return mention.first in places and (onto or word_before(tokens, mention.first) == "في")


def is_amid(tokens: Sequence[Token], mention: ActorMention, phrase: SourcePhrase) -> bool:
    """Whether the mention is of those between whom the speaker is (القيادة … على الحدود بين X وY)."""
    return any(t.folded == _AMID for t in tokens[phrase.first + 1 : mention.first])


def only_close(
    tokens: Sequence[Token], mention: ActorMention, phrase: SourcePhrase, media: AbstractSet[str]
) -> bool:
    """Whether a medium only stands near whom the mention names (صحيفة موالية للحكومة), and is not his."""
    if all(split.rest.removeprefix(_THE) not in media for split in tokens[phrase.first].splits):
        return False
    near = tokens[max(phrase.first + 1, mention.first - _BETWEEN) : mention.first]
    return any(t.folded.removeprefix(_THE).startswith(_CLOSE) for t in near)
