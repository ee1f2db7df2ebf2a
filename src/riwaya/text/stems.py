"""Light stems and consonant skeletons: how two words are told to be the same or of one root.

Rough on purpose: nothing but comparing two short texts rests on it.
"""

from __future__ import annotations

import re
from functools import lru_cache

_PREFIXES = ("وال", "فال", "بال", "كال", "ال", "لل", "و", "ف", "ب", "ل", "ك", "س")
_SUFFIXES = ("هما", "تين", "هم", "ها", "هن", "نا", "ات", "ون", "ين", "ان", "وا", "يه", "ه", "ي", "ا", "ت")
#: Letters that come and go among a root's forms (يرتفع, ارتفاع).
_WEAK = re.compile("[اويءه]")


@lru_cache(maxsize=100_000)
def stem(folded: str) -> str:
    """The folded word without one group of proclitics and one ending, where three letters stay."""
    for prefix in _PREFIXES:
        if folded.startswith(prefix) and len(folded) - len(prefix) >= 3:
            folded = folded[len(prefix) :]
            break
    for suffix in _SUFFIXES:
        if folded.endswith(suffix) and len(folded) - len(suffix) >= 3:
            return folded[: -len(suffix)]
    return folded


@lru_cache(maxsize=100_000)
def skeleton(folded: str) -> str:
    """The consonants of the stem, without the letter that conjugation puts before them.

    >>> skeleton("يرتفع") == skeleton("ارتفاع")
    True
    """
    bare = stem(folded)
    trimmed = bare[1:] if len(bare) >= 4 and bare[0] in "ايتنم" else bare
    consonants = _WEAK.sub("", trimmed)
    return consonants if len(consonants) >= 2 else bare
