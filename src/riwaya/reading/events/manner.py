"""How something is done: بشكل شبه كامل, بصورة عشوائية وعنيفة, in which nobody takes part."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.hedges import HedgeLexicon
from riwaya.text import Token
from riwaya.text.tokens import DEFINITE

#: Words for a way of doing something, with their preposition, and words for how far it is so, folded.
_WAYS = event_words("way")
_DEGREES = event_words("degree")
#: Endings of nouns and verbs of many, which describe no way.
_OF_MANY = ("ون", "ين", "ات", "وا")


def manner_end(
    tokens: Sequence[Token], i: int, end: int, hedges: HedgeLexicon, taken: Callable[[int], bool]
) -> int:
    """The token behind the words for how something is done that begin at token `i`; `i` where none do.

    `taken` tells which tokens are names, events or cues, and so no adjectives.
    """
    if tokens[i].folded.removeprefix("و") not in _WAYS:
        return i
    at = i + 1
    while at < end and tokens[at].folded in _DEGREES:
        at += 1
    if at >= end or taken(at) or not _may_describe(tokens[at], hedges):
        return i
    if at == i + 1 and tokens[at].text.endswith("ة") != tokens[i].text.endswith("ة"):
        return i  # "بصورة زعيم": whose picture it is
    at += 1
    while at < end and not taken(at) and _goes_on(tokens[at], hedges):
        at += 1
    return at


def _may_describe(token: Token, hedges: HedgeLexicon) -> bool:
    """Whether a word may be the adjective of such a way, which has no article."""
    folded = token.folded
    if token.kind != "word" or folded.startswith(DEFINITE) or folded.endswith(_OF_MANY):
        return False
    if hedges.clause_word(folded) is not None or folded in hedges.plain_verbs:
        return False
    return hedges.targets.get(folded) in (None, "adjective")


def _goes_on(token: Token, hedges: HedgeLexicon) -> bool:
    """Whether "and" joins another adjective: بشكل عشوائي وعنيف; but بشكل كامل ويجري الحصار."""
    return token.folded.startswith("و") and hedges.targets.get(token.folded[1:]) == "adjective"
