"""What a text is searched by: its words without proclitics, article and ending, spelling variants as one.

Each word has one form, so that words can be counted for phrases. Whether the first letter of بيان is the
preposition ب cannot be seen from the word: `own_letters.csv` lists words whose first letter is theirs. Of all
others every letter that may be a proclitic is taken, as long as three letters stay: with and without article
and proclitics a word has the same form, listed or not.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain, islice
from pathlib import Path

from riwaya.errors import PackError
from riwaya.i18n import gettext as _
from riwaya.text.fold import INVISIBLE, MARKS, fold, is_plain
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import NUMBER, WORD, Token

#: Words and numbers as the tokenizer cuts them; signs and line ends are passed over.
_WORDS = re.compile(f"{NUMBER}|{WORD}")
#: Words whose first letter looks like a proclitic and is none.
TABLE = Path(__file__).with_name("own_letters.csv")
#: Words of a report that can be found. PostgreSQL counts positions no further than 16,383, and both stores
#: are to find the same.
REACH = 16_000
#: PostgreSQL keeps no more than 255 places of a word in a report.
_OFTEN = 255
#: What stands for a word that has as many places: no word has digits and letters.
BEYOND = "0x"
#: Letters of a word that count: nothing longer is a word, and an index has its limits.
_LONGEST = 64
_PROCLITICS = tuple("وفبلكس")
#: Longest first; endings of number, gender and relation (مدني, مدنيون, مدنيين, مدنية), then pronouns.
_ENDINGS = (
    "اتهم", "اتها", "تهم", "تها", "اته", "تين", "يين", "يون", "يات", "هما", "تنا", "ته", "ات", "ون", "ين",
    "ان", "وا", "يه", "يا", "هم", "ها", "هن", "نا", "ه", "ي", "ا", "ت",
)  # fmt: skip
_ENDINGS_BY_LETTER = {e[-1]: tuple(x for x in _ENDINGS if x[-1] == e[-1]) for e in _ENDINGS}


#: Letters, marks, ASCII and the signs of print, of which Unicode makes no others: words of them have a form,
#: but for a lone tatweel.
_UNUSUAL = re.compile(
    f"[^\\s!-~\u0621-\u063a\u0640-\u064a\u060c\u061b\u061f\u0660-\u066c{MARKS}\u200b-\u200f\u2010-\u2026«»]"
)
_LONE = re.compile("(?<![\u0621-\u063a\u0641-\u064a])\u0640")
#: What may stand between two letters or digits of a form where it is written.
_BETWEEN = f"[{INVISIBLE}{MARKS}ء.,٫٬]*"


@dataclass(frozen=True, slots=True)
class Located:
    """The searched forms of a text in order; `spans` says where they stand.

    `pieces`: between white space; empty where `known` says where all words stand.
    """

    text: str
    pieces: list[tuple[str, ...]]
    words: list[str]
    known: list[tuple[int, int]] | None = None

    def spans(self, first: int, end: int) -> list[tuple[int, int]]:
        """The characters (start, end) of the words `first` (included) to `end` (excluded)."""
        if self.known is not None:
            return self.known[first:end]
        reached = list(accumulate(map(len, self.pieces)))
        piece = bisect_right(reached, first)
        rest = self.text.split(None, piece)[piece:]
        passed = first - (reached[piece - 1] if piece else 0)
        matches = _WORDS.finditer(self.text, len(self.text) - len(rest[0]) if piece and rest else 0)
        spans = (match.span() for match in matches if _FORMS[match.group()])
        return list(islice(spans, passed, passed + end - first))


def locate(text: str) -> Located:
    """The searched forms of `text`."""
    # No word reaches over white space, and most of what stands between has been met before.
    pieces = list(map(_PIECES.__getitem__, text.split()))
    return Located(text, pieces, list(chain.from_iterable(pieces)))


def locate_only(text: str, sought: Collection[str]) -> Located:
    """What `locate` gives, with all forms empty that are none of `sought` and do not begin so: faster."""
    if _UNUSUAL.search(text) or ("\u0640" in text and _LONE.search(text)) or "ء" in "".join(sought):
        return locate(text)
    spans = [match.span() for match in _WORDS.finditer(text)]
    starts = [start for start, _end in spans]
    forms = [""] * len(spans)
    for match in _written(frozenset(sought)).finditer(text):
        place = bisect_right(starts, match.start()) - 1
        if not forms[place]:
            start, end = spans[place]
            forms[place] = _FORMS[text[start:end]]
    return Located(text, [], forms, spans)


@lru_cache(maxsize=1000)
def _written(forms: frozenset[str]) -> re.Pattern[str]:
    """Finds where these forms may be written: each is some letters of a word in a row, hamza aside."""
    ways = (_BETWEEN.join(_variants().get(letter, re.escape(letter)) for letter in f) for f in sorted(forms))
    return re.compile(f"(?={'|'.join(ways)})", re.IGNORECASE)


@lru_cache(maxsize=1)
def _variants() -> dict[str, str]:
    """For each folded letter or digit the characters that are read as it."""
    found: dict[str, str] = {}
    for character in map(chr, range(0x621, 0x66A)):
        if (letter := fold(character)) and letter.isalnum():
            found[letter] = found.get(letter, "") + character
    # See _read.
    found["و"] += "ئ"
    return {letter: f"[{letter}{them}]" for letter, them in found.items()}


def search_words(tokens: Sequence[Token]) -> list[str]:
    """What is kept of a text for searching: its first `REACH` forms; phrases count their places."""
    words = (_FORMS[token.text] for token in tokens if token.kind in ("word", "number"))
    found = list(islice(filter(None, words), REACH))
    if len(found) <= _OFTEN:
        return found
    seen: Counter[str] = Counter()
    for place, word in enumerate(found):
        seen[word] += 1
        if seen[word] > _OFTEN:
            found[place] = BEYOND
    return found


def _read(surface: str) -> str:
    if surface[0].isdigit():
        return "".join(c for c in fold(surface) if c.isdigit())[:_LONGEST]
    # مسئول is written مسؤول too; folded, the one would be مسيول and the other مسوول.
    return _form(fold(surface.replace(".", "").replace("ئو", "ؤو")))


#: The form of what the pattern of tokens found; empty where nothing is left of it (a lone tatweel).
_FORMS = Remembered(_read)


def _cut(piece: str) -> tuple[str, ...]:
    words = (piece,) if is_plain(piece) else _WORDS.findall(piece)
    return tuple([form for word in words if (form := _FORMS[word])])


#: The forms in what stands between white space.
_PIECES = Remembered(_cut)


@lru_cache(maxsize=200_000)
def _form(folded: str) -> str:
    # Compatibility forms may unfold to signs and spaces (½, ﷺ), which no index would keep together.
    word = folded if folded.isalnum() else "".join(filter(str.isalnum, folded))
    word = _without_proclitics(word[:_LONGEST], _is_whole)
    # A hamza comes and goes (وزراء, وزرا); a word that is nothing else stays.
    return _without_ending(word.replace("ء", "") or word)


def beginning(surface: str) -> str:
    """What the forms of all words begin with that begin with `surface`, a word or number."""
    if surface[0].isdigit():
        return _FORMS[surface]
    word = "".join(filter(str.isalnum, fold(surface)))[:_LONGEST]
    return _without_ending(_without_proclitics(word, _begins_whole))


def _without_proclitics(word: str, is_whole: Callable[[str], bool]) -> str:
    while len(word) > 3 and not is_whole(word):
        # For the preposition ل and the article one writes لل, also before a noun that begins with ل (للجنة).
        if len(word) >= 5 and (word.startswith("ال") or (word.startswith("لل") and not is_whole(word[1:]))):
            word = word[2:]
        elif word[0] in _PROCLITICS:
            word = word[1:]
        else:
            break
    return word


def _is_whole(word: str) -> bool:
    """Whether the first letter of a word is its own."""
    bare, own = word.replace("ء", ""), own_letters()
    return bare in own or _without_ending(bare) in own


def _begins_whole(word: str) -> bool:
    """Whether some word begins with these letters whose first one is its own."""
    return any(own.startswith(word) for own in own_letters())


def _without_ending(word: str) -> str:
    for ending in _ENDINGS_BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=1)
def own_letters() -> frozenset[str]:
    """The folded words of the table, and what is left of them without an ending. Raises PackError."""
    found: set[str] = set()
    with TABLE.open(encoding="utf-8", newline="") as lines:
        for line, row in enumerate(csv.DictReader(lines), start=2):
            word = fold(row.get("word") or "").replace("ء", "")
            if len(word) < 4 or word[0] not in _PROCLITICS:
                problem = _("'{word}' is too short, or its first letter cannot be taken for a proclitic")
                raise PackError(TABLE, line, problem.format(word=word))
            if word in found:
                raise PackError(TABLE, line, _("'{word}' is listed twice").format(word=word))
            found.add(word)
    return frozenset(found | {_without_ending(word) for word in found})
