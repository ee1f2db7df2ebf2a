"""Bodies and offices that a nationality or a country makes somebody's: السلطات الإسرائيلية, وزير خارجية فرنسا."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.phrases import PhraseMatch
from riwaya.reading.actor_index import ActorIndex
from riwaya.text.tokens import Token

#: Words between a body and its nationality (وزارة التعليم العالي والبحث العلمي الأردنية).
MOST_COMPLEMENTS = 6
#: Words of a name behind a title.
MOST_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Owned:
    """Tokens `first`..`end` (half-open) that name a body or office of `owner` (a country or a party)."""

    end: int
    owner: str


def find_owner(
    tokens: Sequence[Token], at: int, limit: int, index: ActorIndex, *, definite: bool
) -> Owned | None:
    """Whose the body or office is whose noun ends before token `at`: adjective or genitive, if any."""
    for i in range(at, min(at + MOST_COMPLEMENTS, limit)):
        token = tokens[i]
        if token.kind != "word":
            return None
        word = token.folded
        owner = index.nationalities.get(word)
        if owner is not None and (word.startswith("ال") or (not definite and i == at)):
            return Owned(i + 1, owner)
        if word.startswith(("ال", "وال")):
            definite = True
            if word in index.names and i > at - 1 and not tokens[i - 1].folded.startswith("ال"):
                return Owned(i + 1, index.names[word])
            continue
        if not definite:
            named = _country(tokens, i, index)
            if named is not None:
                return named
        if definite or not _noun(tokens, i, index):
            return None
    return None


def _country(tokens: Sequence[Token], i: int, index: ActorIndex) -> Owned | None:
    for match in index.aliases.match(tokens, i, whole_word=True):
        for alias in match.values:
            if alias.id in index.countries and alias.use in ("name", "metonym") and alias.speaker is None:
                return Owned(match.end, alias.id)
    name = index.names.get(tokens[i].folded)
    return Owned(i + 1, name) if name else None


def _noun(tokens: Sequence[Token], i: int, index: ActorIndex) -> bool:
    """Whether a bare noun may stand inside the name of a body or office (نائب وزير, قيادة شرطة)."""
    return bool(
        index.lexicon.institutions.match(tokens, i, whole_word=True)
        or index.lexicon.titles.match(tokens, i, whole_word=True)
    )


def complement_end(tokens: Sequence[Token], at: int, limit: int, index: ActorIndex) -> int:
    """The token behind the complement of a body without nationality (وزارة الصحة); `at` if it has none."""
    end = at
    while end < limit and tokens[end].kind == "word" and end - at < MOST_COMPLEMENTS:
        word = tokens[end].folded
        joined = end > at and word.startswith("وال")
        if not (word.startswith("ال") or joined) or index.is_verb(word) or word in index.stop_words:
            break
        end += 1
    return end


def name_end(tokens: Sequence[Token], at: int, limit: int, index: ActorIndex) -> int:
    """The token behind the words of a personal name that begin at token `at`."""
    end = at
    while end < limit and end - at < MOST_NAME_WORDS and tokens[end].kind == "word":
        word = tokens[end].folded
        if len(word) < 2 or word in index.stop_words or index.is_verb(word) or word in index.nationalities:
            break
        end += 1
    return end


def is_definite(match: PhraseMatch[object], tokens: Sequence[Token]) -> bool:
    """Whether the last word of a matched noun carries the article."""
    last = match.split.rest if match.end == match.first + 1 else tokens[match.end - 1].folded
    return last.startswith("ال")
