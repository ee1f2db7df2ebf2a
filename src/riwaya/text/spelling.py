"""Misspelled words: listed forms one typing error away, found through an index of deletions.

The method is that of symmetric deletion (Garbe 2012, SymSpell): two words one insertion, deletion,
substitution or transposition apart share a word that is one deletion away from either.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

#: Shorter words have too many neighbours that are words of their own.
SHORTEST = 4


class DeletionIndex:
    """Listed words by what is left of them when one letter is deleted."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(w for w in words if len(w) >= SHORTEST)
        index: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words):
            for rest in _deletions(word):
                index[rest].append(word)
        self._index = dict(index)
        #: A word of fifty thousand letters has as many deletions, and none of them is listed.
        self._longest = max(map(len, self._words), default=0) + 1

    def near(self, word: str) -> tuple[str, ...]:
        """The listed words exactly one typing error away from `word`, sorted; none if it is listed itself."""
        if not SHORTEST <= len(word) <= self._longest or word in self._words:
            return ()
        found = set(self._index.get(word, ()))
        for rest in _deletions(word):
            if rest in self._words:
                found.add(rest)
            for listed in self._index.get(rest, ()):
                if _one_apart(listed, word):
                    found.add(listed)
        return tuple(sorted(found))


def _deletions(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def is_one_error(a: str, b: str) -> bool:
    """Whether two words are exactly one typing error apart, without an index where few words are compared."""
    if abs(len(a) - len(b)) == 1:
        return min(a, b, key=len) in _deletions(max(a, b, key=len))
    return _one_apart(a, b)


def _one_apart(a: str, b: str) -> bool:
    """Whether words of one length differ by one substitution or by two neighbours exchanged."""
    if len(a) != len(b):
        return False
    differing = [i for i in range(len(a)) if a[i] != b[i]]
    if len(differing) == 1:
        return True
    swapped = len(differing) == 2 and differing[1] == differing[0] + 1
    return swapped and a[differing[0]] == b[differing[1]] and a[differing[1]] == b[differing[0]]
