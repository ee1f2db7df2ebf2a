"""Whether a word of the report is a place's name as it is written, not only as it is folded."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

from riwaya.gazetteer import GazetteerPlace
from riwaya.model import PlaceKind
from riwaya.text import words
from riwaya.text.fold import INVISIBLE, MARKS

_DROPPED = re.compile(f"[{MARKS}{INVISIBLE}]")
#: Writers leave hamzas out and confuse them at the beginning of a word, but put none where none belongs.
_ALIFS = re.compile("[أإآ]")
_CARRIERS = re.compile("[ؤئ]")
_HAMZAS = re.compile("[أإآؤئ]")
#: The ending of indefinite nouns.
_TANWIN = "\u064b"
_OTHER_ALIFS = str.maketrans("إآ", "أآ")


def as_written(
    text: str,
    form: tuple[str, ...],
    places: tuple[GazetteerPlace, ...],
    marked: Mapping[str, PlaceKind],
) -> tuple[GazetteerPlace, ...]:
    """Those of `places`, named by the folded `form`, that the word `text` may spell.

    A hamza inside a word has to be the name's (وأن is not وان, مآرب not مأرب, مؤدية not مودية), and names
    have no tanwin (صيدًا is not صيدا). `marked` says of which kind a
    place is whose name has these vowel marks (عُمان is the country, عمّان the town).
    """
    if _TANWIN in text:
        return ()
    kind = marked.get(text)
    if kind is not None:
        places = tuple(place for place in places if place.kind == kind) or places
    if len(form) > 1 or not _HAMZAS.search(text, 1):
        return places
    for hamzas, spell in ((_ALIFS, _spelling), (_CARRIERS, _carried)):
        if hamzas.search(text, 1):
            places = tuple(place for place in places if _may_spell(text, spell, form, place.names))
    return places


def _may_spell(text: str, spell: Callable[[str], str], form: tuple[str, ...], names: Sequence[str]) -> bool:
    spellings = [spell(name) for name in names if words(name) == form]
    return not spellings or spell(text) in spellings


def _carried(word: str) -> str:
    """The hamzas of `word` that other letters carry."""
    return "".join(_CARRIERS.findall(_DROPPED.sub("", unicodedata.normalize("NFKC", word))))


def _spelling(word: str) -> str:
    """The alifs of `word` behind its first letter, as far as spelling them otherwise makes another word."""
    plain = _DROPPED.sub("", unicodedata.normalize("NFKC", word))
    return "".join(letter for letter in plain[1:].translate(_OTHER_ALIFS) if letter in "اأآ")
