"""Answered: whom an attack is made on that is told of as the answer to another: whoever made that one.

"نفذوا هجوما ردا على الغارات التركية", "وردت إيران على الهجوم الأمريكي": nobody names the attacker twice.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words
from riwaya.reading.draft import ClaimDraft
from riwaya.reading.events.fights import UNSIDED, are_sided
from riwaya.reading.events.naming import unspanned
from riwaya.text import Document, Token

#: Nouns for an answer, folded, and how far before what is answered they stand.
_ANSWER = event_words("answer")
_NEAR = 3
#: Words, folded, by which an attack is told to come before or behind the answer, and not to be it.
_SINCE = event_words("since")
#: Words behind which the attack that follows is the answer itself: في الرد، وفي الهجوم على ….
_APART_FROM = frozenset(("في", "وفي", "،", ","))
#: How far behind it the attack is told that somebody's undergoing is answered, how long an aside is there.
_UNDERGONE = 10
_ASIDE = 8
#: Words for answering what "to" names, folded, and that preposition; how far behind it the attack may stand,
#: and how far before it the verb, whose subject is between.
_ANSWERING = _ANSWER | event_words("answering")
_TO = "علي"
#: The noun for undergoing it, folded.
_UNDERGOING = event_words("undergoing")
_APART = 2
_SUBJECT = 4
#: How far before the word for answering the answer itself may be told, in tokens.
_TOLD = 12
#: Types of what answers an attack.
_ANSWERS = frozenset(("ASSAULT", "THREATEN"))


def is_answered(document: Document, attack: ClaimDraft) -> bool:
    """Whether another one answers the attack or turns it back: ردا على قصف …, انتقاما لمقتل …, لرد هجوم."""
    token = attack.anchor_token
    near = reversed(document.tokens[max(0, token - _NEAR) : token])
    before = itertools.takewhile(lambda t: t.folded not in _APART_FROM, near)
    return any(_is_one_of(t, _ANSWER) for t in before) or _is_undergone_before(document, token)


def is_answer(document: Document, attack: ClaimDraft) -> bool:
    """Whether somebody answers by the attack: الرد بقصف استهدف …; not ردا على قصف, الرد بعد الهجوم."""
    words = document.tokens[max(0, attack.anchor_token - _NEAR) : attack.anchor_token + 1]
    behind = (after for t, after in itertools.pairwise(words) if _is_one_of(t, _ANSWER))
    return any(w.folded not in _SINCE and any(s.prefix == "ب" for s in w.splits) for w in behind)


def _is_undergone_before(document: Document, token: int) -> bool:
    """Whether somebody's undergoing it is answered: ردا على تعرض البلدة لهجوم, ردا، كما قال، على تعرض …."""
    tokens = document.tokens
    near = range(token - 1, max(0, token - _UNDERGONE), -1)
    undergone = (i for i in near if tokens[i].folded in _UNDERGOING)
    at = next(undergone, 0) - 1
    if at < 1 or tokens[at].folded != _TO:
        return False
    if tokens[at - 1].text in "،,":
        at = next((i for i in range(at - 2, max(0, at - _ASIDE), -1) if tokens[i].text in "،,"), 0)
    return at > 0 and _is_one_of(tokens[at - 1], _ANSWER)


def with_answered(document: Document, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; attacks and threats that name nobody and answer an attack are made on its makers."""
    found = list(claims)
    for attack in claims:
        word = _answering(document, attack)
        if word is None or not are_sided(attack.agent):
            continue
        answer = _answer(document, claims, word)
        if answer is None or any(r.span is not None for r in claims[answer].patient):
            continue
        makers = {r.actor for r in attack.agent} - UNSIDED
        if not makers & {r.actor for r in claims[answer].agent}:
            who = tuple(r for r in attack.agent if r.actor in makers)
            found[answer] = replace(claims[answer], patient=unspanned(who))
    return found


def _answering(document: Document, attack: ClaimDraft) -> int | None:
    """The token of the word by which the attack is said to be answered: ردا على أي هجوم."""
    if attack.type != "ASSAULT":
        return None
    tokens, token = document.tokens, attack.anchor_token
    to = next((i for i in range(token - 1, max(0, token - 1 - _APART), -1) if tokens[i].folded == _TO), 0)
    for i in range(to - 1, max(-1, to - 1 - _SUBJECT), -1):
        if tokens[i].kind != "word":
            return None
        if _is_one_of(tokens[i], _ANSWERING):
            return i
    return None


def _is_one_of(token: Token, words: AbstractSet[str]) -> bool:
    return any(split.rest.removeprefix("ال") in words for split in token.splits)


def _answer(document: Document, claims: Sequence[ClaimDraft], word: int) -> int | None:
    """Which claim the answer is: the one that the word itself tells, else the nearest attack before it.

    "The answer" is another deed than that: توسيع هجماته أو الرد على الهجوم.
    """
    told = [k for k, c in enumerate(claims) if c.anchor_token <= word and c.type in _ANSWERS]
    last = max(told, key=lambda k: claims[k].anchor_token, default=None)
    if last is None or word - claims[last].anchor_token > _TOLD:
        return None
    another = claims[last].anchor_token < word and document.tokens[word].folded.startswith(("ال", "وال"))
    here = document.sentence_at(claims[last].anchor_token) == document.sentence_at(word)
    return last if here and not another else None
