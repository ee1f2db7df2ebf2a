"""In which country well-known towns and provinces lie: where a report plays that names no country."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from riwaya.gazetteer import PlaceIndex
from riwaya.gazetteer.place import GazetteerPlace
from riwaya.text.fold import words

#: Inhabitants from which on a town's name says in which country a report plays.
_WELL_KNOWN = 100_000
#: Words in the longest name that is looked at (ذي قار, مكة المكرمة).
LONGEST_NAME = 2
#: Letters of the shortest name: shorter ones are too often other words.
_SHORTEST = 3


def countries_of_towns(index: PlaceIndex) -> Mapping[tuple[str, ...], str]:
    """The ISO 3166 code of the country for each folded name that means well-known places of one country."""
    found: dict[tuple[str, ...], str] = {}
    for form, places in index.items():
        if len(form) > LONGEST_NAME or len("".join(form)) < _SHORTEST:
            continue
        seats = {p.country for p in places if p.kind == "governorate"}
        if not _is_well_known(places[0], seats):
            continue  # of the likeliest of most names nobody knows
        codes = {p.country for p in places if _is_well_known(p, seats)}
        if len(codes) == 1 and "" not in codes and not _is_part_of_any(form, places[0]):
            found[form] = places[0].country
    return found


def _is_well_known(place: GazetteerPlace, seats: AbstractSet[str]) -> bool:
    """Whether a place is a province, a big town, or the town whose name a province of its country has."""
    if place.needs_context or place.needs_noun:
        return False
    seat = place.country in seats or place.population >= _WELL_KNOWN
    return place.kind == "governorate" or (place.kind == "town" and seat)


def _is_part_of_any(form: tuple[str, ...], place: GazetteerPlace) -> bool:
    """Whether a name says only which part of its country a place is (الجنوب: of لبنان, its name says)."""
    name = words(place.name_ar)
    return len(name) > 1 and form == (f"ال{name[0]}",)
