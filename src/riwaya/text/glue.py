"""Words that lost the space between them (وقالتالحمداني, فيالعراق), as pasted and scraped text has them."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import lru_cache

from riwaya.text.fold import fold, is_plain

#: Letters that a word holds inside only by glueing: hamza below alif begins a word or follows a proclitic.
_ONLY_FIRST = "إ"
#: What may stand before إ in one word: proclitics, the article, لا (بالإضافة, واللاإنسانية).
_BEFORE_HAMZA = re.compile("[وفبكلس]{0,3}(?:ال|ل)?(?:لا?)?")
#: A definite noun and أن or أنه behind it (البيانأن); الشأن has fewer letters.
_NOUN_THAT = re.compile("[وبل]?ال\\w{3,}(?=أن(?:ه|ها|هم)?$)")
#: A name of which what holds إ is a part (عبدالإله), and the article.
_SERVANT, _ARTICLE = "عبدال", "ال"
#: ة, ى and the ending اً end their word, whatever follows; ء before an article.
_ONLY_LAST = re.compile("ة|ى|\u064bا|ا\u064b|ء(?=ال\\w{3})")
#: A definite noun and behind it another one, perhaps with "and", a relative pronoun or a preposition
#: (الدفاعالمدني, الإعلاموالاتصالات, الموقعالذي, القضاءعلى).
_TWO_WORDS = re.compile(
    "[وبفكل]?ال(?:\\w{3,}?(?=وال\\w{4,}$|ال\\w{4,}$|الذي$|التي$|على$|لدى$|خلال$)|\\w{4,}(?=عن$))"
)
#: What the verbal nouns of the tenth form begin with and few words hold inside.
_TENTH_FORM = "است"
#: انضباط, بانقضاء begin with what looks like أن.
_SEVENTH_FORM = ("ان", "بان", "وان")
#: What is written onto a verb: persons and pronouns, of which no name consists.
_SUFFIX = re.compile("(?:ت|تم|نا|وا?|ا|ان|ون|ين)?(?:ه|ها|هم|هما|هن|ك|كم|ني|نا)?")
#: Letters of a reporting verb that may have run into a name, and of both.
_SHORTEST_VERB, _SHORTEST_SAID = 3, 6
#: The letter that such a verb begins with: إشارات is no verb, and without its mark اضافي is another word.
_ALIF, _HAMZA = "ا", "أ"
#: Letters of a name or noun behind its article.
_SHORTEST_REST = 3


def _closed(word: str) -> int | None:
    """The offset behind a letter or mark that ends its word while more letters follow (إلىالبيت, شكراًله)."""
    for match in _ONLY_LAST.finditer(word, 2):
        end = match.end()
        certain = len(match[0]) == 1 or word[end : end + 1] in ("أ", "إ")
        shortest = 1 if certain else _SHORTEST_REST
        if end < len(word) - shortest and word[end].isalpha() and word[end] != "ء":
            return end
    return None


def _inside(word: str) -> int | None:
    """The offset of an إ, or of أن behind a definite noun, that no single word holds inside."""
    at = word.rfind(_ONLY_FIRST)
    if at > 1 and len(word) - at >= _SHORTEST_REST - 1 and not _BEFORE_HAMZA.fullmatch(word, 0, at):
        if word[:at].endswith(_SERVANT):
            return None
        return at - len(_ARTICLE) if word[:at].endswith(_ARTICLE) else at
    noun = _NOUN_THAT.match(word) if "أن" in word else None
    return None if noun is None else noun.end()


class Glue:
    """Parts a word in two where a known word runs into the next.

    `heads` are folded words that nothing is written onto: prepositions, أن, reporting verbs. Behind one a
    word is parted only before ال or إ, before أن at its end, or where the rest is one of `tails` (nouns
    of bodies and offices), so that ordinary words stay whole. Behind ة, ى and tanwin any word is parted,
    and behind `verbs` of saying where the whole is not `known` as one of their forms.
    """

    def __init__(
        self,
        heads: frozenset[str],
        tails: frozenset[str] = frozenset(),
        verbs: AbstractSet[str] = frozenset(),
        known: Callable[[str], bool] = bool,
    ) -> None:
        self.heads = heads
        self.verbs = verbs
        self.known = known
        self.tails = frozenset(tails)
        self._longest_tail = 3 * max(map(len, self.tails), default=0)
        #: As far as the longest head can reach with two marks on every letter.
        self._reach = 3 * max(map(len, heads), default=0)
        self.cut = lru_cache(maxsize=100_000)(self._cut)

    def _cut(self, word: str) -> int | None:
        """The offset in `word` at which its second word begins; None for a whole word."""
        if len(word) < 4:
            return None
        closed = _closed(word)
        if closed is not None:
            return closed
        # Most words fold letter by letter: then no part of them has to be folded by itself.
        plain = fold(word) if is_plain(word) else None
        for i in range(2, min(len(word) - 1, self._reach + 1)):
            head = fold(word[:i]) if plain is None else plain[:i]
            if head in self.heads and (self._begins(word, i) or self._is_tail(word, i)):
                whole = self.known(fold(word) if plain is None else plain)  # "ونعتقد" is no ونعت and قد
                return None if whole else i
        said = self._said(word, plain)
        inside = _inside(word) if said is None else said
        return self._two_words(word, plain) if inside is None else inside

    def _two_words(self, word: str, plain: str | None) -> int | None:
        """The offset behind a definite noun that has run into the next word, where the whole is not known."""
        nouns = _TWO_WORDS.match(word)
        if nouns is None or nouns[0].endswith(_SERVANT.removesuffix(_ARTICLE)):
            return None
        return None if self.known(fold(word) if plain is None else plain) else nouns.end()

    def _said(self, word: str, plain: str | None) -> int | None:
        """The offset behind a reporting verb that has run into any name (وأوضحعطية), where no form is."""
        if plain is None or len(word) < _SHORTEST_SAID or self.known(plain):
            return None
        longest = min(len(word) - _SHORTEST_REST, self._reach)
        ends = (i for i in range(longest, _SHORTEST_VERB - 1, -1) if plain[:i] in self.verbs)
        end = next(ends, None)
        bare = _ALIF in plain[:2] and _HAMZA not in word[:2]
        return None if end is None or bare or _SUFFIX.fullmatch(word, end) else end

    def _is_tail(self, word: str, i: int) -> bool:
        """Whether the rest is a tail; a short one (في) only behind a word that is not short itself."""
        long_enough = len(word) - i > _SHORTEST_REST or i > _SHORTEST_REST
        if not long_enough or word.startswith(_SEVENTH_FORM) or len(word) - i > self._longest_tail:
            return False
        rest = fold(word[i:])
        return rest in self.tails or (word[i] == "أ" and rest in self.heads)  # بدورهاأكدت

    @staticmethod
    def _begins(word: str, i: int) -> bool:
        if word[i] in _ONLY_FIRST:
            return len(word) - i >= _SHORTEST_REST
        if word.startswith(_TENTH_FORM, i):
            return len(word) - i > len(_TENTH_FORM) + 1
        if word[i] == "ا" and word[i + 1] == "ل":
            return len(word) - i - 2 >= _SHORTEST_REST
        return word[i] == "أ" and word[i:] in ("أن", "أنه", "أنها", "أنهم")
