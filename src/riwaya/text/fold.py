"""Folding: the one spelling under which variants of an Arabic word are compared.

Folding is for comparing only. The report's text is never changed; tokens keep their offsets into it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه",
    "ؤ": "و", "ئ": "ي", "گ": "ك", "ک": "ك", "ڪ": "ك", "ڤ": "ف", "پ": "ب", "چ": "ج",
}  # fmt: skip
_DIGITS = {chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)}
_TABLE = str.maketrans(_LETTERS | _DIGITS)
#: Words that are written with ؤ as often (مسئول, شئون), which alone would fold to another letter.
_RESPELT = re.compile("(?:مس(?=ئول)|(?<!ا)ش(?=ئون))ئ")

#: Characters inside a word that carry no letter: marks, tatweel, zero-width and bidi controls.
INVISIBLE = "\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff"
_DROP = re.compile(f"[{INVISIBLE}{MARKS}]")
_WORD = re.compile(r"[^\W\d_]+|\d+")
#: Letters alone, of the kind that news is written with: no mark to drop, nothing that Unicode composes.
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]*")


def is_plain(text: str) -> bool:
    """Whether `text` is Arabic letters only, so that it folds letter by letter."""
    return _PLAIN.fullmatch(text) is not None


def _folded(text: str) -> str:
    if "ئو" in text:
        text = _RESPELT.sub(lambda m: m[0][:-1] + "ؤ", text)
    return text.translate(_TABLE)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """`text` without marks, tatweel and invisible characters, one letter for each group of variants.

    Folding twice changes nothing. Latin letters become lower case.
    """
    if is_plain(text):
        return _folded(text)
    if not text.isascii():
        text = _folded(_DROP.sub("", unicodedata.normalize("NFKC", text)))
        text = _DROP.sub("", unicodedata.normalize("NFKC", text))
    return text.casefold()


@lru_cache(maxsize=50_000)
def words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, as the tokenizer would cut them: letters and digits apart."""
    return tuple(_WORD.findall(fold(phrase)))
