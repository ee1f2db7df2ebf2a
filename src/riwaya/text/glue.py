"""Words that lost the space between them (وقالتالحمداني, فيالعراق), as pasted and scraped text has them."""

from __future__ import annotations

import re
from functools import lru_cache

from riwaya.text.fold import fold

#: Letters that a word holds inside only by glueing: hamza below alif begins a word or follows a proclitic.
_ONLY_FIRST = "إ"
#: ة ends its word, whatever follows.
_ONLY_LAST = "ة"
#: So does ى before the article or a hamza (علىإيران, جرحىالقوات).
_MAQSURA = re.compile(r"(?<=\w)\wى(?=(?:ال|إ|أ)\w{3})")
#: Letters of a name or noun behind its article.
_SHORTEST_REST = 3


class Glue:
    """Parts a word in two where a known word runs into the next.

    `heads` are folded words that nothing is written onto: prepositions, أن, reporting verbs. Behind one a
    word is parted only before ال or إ, before أن at its end, or where the rest is one of `tails` (nouns
    of bodies and offices), so that ordinary words stay whole. Behind ة any word is parted.
    """

    def __init__(self, heads: frozenset[str], tails: frozenset[str] = frozenset()) -> None:
        self.heads = heads
        self.tails = frozenset(tails)
        self._longest_tail = 3 * max(map(len, self.tails), default=0)
        #: As far as the longest head can reach with two marks on every letter.
        self._reach = 3 * max(map(len, heads), default=0)
        self.cut = lru_cache(maxsize=100_000)(self._cut)

    def _cut(self, word: str) -> int | None:
        """The offset in `word` at which its second word begins; None for a whole word."""
        if len(word) < 4:
            return None
        closed = word.find(_ONLY_LAST)
        if 1 < closed < len(word) - 2 and word[closed + 1].isalpha():
            return closed + 1
        maqsura = _MAQSURA.search(word)
        if maqsura is not None:
            return maqsura.end()
        for i in range(2, min(len(word) - 1, self._reach + 1)):
            if (self._begins(word, i) or self._is_tail(word, i)) and fold(word[:i]) in self.heads:
                return i
        return None

    def _is_tail(self, word: str, i: int) -> bool:
        """Whether the rest is a tail; a short one (في) only behind a word that is not short itself."""
        long_enough = len(word) - i > _SHORTEST_REST or i > _SHORTEST_REST
        if not long_enough or len(word) - i > self._longest_tail:
            return False
        rest = fold(word[i:])
        return rest in self.tails or (word[i] == "أ" and rest in self.heads)  # بدورهاأكدت

    @staticmethod
    def _begins(word: str, i: int) -> bool:
        if word[i] in _ONLY_FIRST:
            return len(word) - i >= _SHORTEST_REST
        if word[i] == "ا" and word[i + 1] == "ل":
            return len(word) - i - 2 >= _SHORTEST_REST
        return word[i] == "أ" and word[i:] in ("أن", "أنه", "أنها", "أنهم")
