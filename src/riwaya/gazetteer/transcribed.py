"""Foreign names in other transcriptions than the gazetteer's: كيبيك for كيبك, فورتسبرغ for فورتسبورغ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from riwaya.gazetteer.index import Form, PlaceIndex
from riwaya.gazetteer.place import GazetteerPlace
from riwaya.gazetteer.table import read_reaches

#: Letters that stand for one foreign sound, and vowels, which are written or not.
_SOUNDS = str.maketrans("طصضظذثغجقپڤگچ", "تسدزدتكككبفكك", "اويهىءئؤأإآعة ")
_DOUBLED = re.compile(r"(.)\1+")
#: Fewer consonants are common to too many names.
_CONSONANTS = 3


class Transcriptions:
    """The towns outside the Arab world by the consonants of their names."""

    def __init__(self, index: PlaceIndex) -> None:
        self._places: dict[str, dict[str, GazetteerPlace]] = {}
        for form, place in _foreign(index):
            key = consonants(form)
            if len(key) >= _CONSONANTS:
                self._places.setdefault(key, {})[place.id] = place

    def lookup(self, form: Form) -> tuple[GazetteerPlace, ...]:
        """The foreign towns whose name `form` may transcribe, the largest first."""
        found = self._places.get(consonants(form), {}).values()
        return tuple(sorted(found, key=lambda place: (-place.population, place.id)))


def consonants(form: Form) -> str:
    """What transcriptions of one name have in common."""
    return _DOUBLED.sub(r"\1", "".join(form).translate(_SOUNDS))


def _foreign(index: PlaceIndex) -> Iterator[tuple[Form, GazetteerPlace]]:
    reaches = read_reaches()
    for form, places in index.items():
        for place in places:
            foreign = place.id.startswith("geonames:") and reaches.get(place.country) != "arab"
            if foreign and place.kind != "country":
                yield form, place
