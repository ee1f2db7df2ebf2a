"""All layers of places by folded name: what a stretch of words may mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from riwaya.gazetteer.place import ADMINISTRATIVE, POPULATED, GazetteerPlace
from riwaya.gazetteer.table import Reach, read_reaches
from riwaya.lexicon.tables import LEXICON, read_table
from riwaya.text import words

Form = tuple[str, ...]

#: Two entries of one name within this distance are one place, told by two gazetteers.
SAME_PLACE_KM = 12.0
#: Within one layer and between those of a pack, whose villages of one name may be neighbours.
SAME_PACK_KM = 3.0

#: A town of that size is known though it is far away.
_KNOWN_FAR = 200_000

_UNITS = ADMINISTRATIVE - {"country"}

#: First words of names as a preposition or a noun before them changes them, folded.
_CASES: Mapping[str, str] = {"ابو": "ابي", "ذو": "ذي", "بنو": "بني"}

NOT_PLACES = LEXICON / "ar" / "not_places.csv"
JOINED = LEXICON / "ar" / "places_joined.csv"
_VERDICTS = frozenset({"context", "noun", "home"})


class PlaceIndex:
    """The places of several layers by the folded words of their names.

    Layers come in order of trust (pack, overlay, world). An entry of a later layer that names a place
    already given by an earlier one is dropped, but lends it its population.
    """

    def __init__(self, layers: Sequence[Iterable[GazetteerPlace]]) -> None:
        self._places: dict[str, GazetteerPlace] = {}
        self._forms: dict[Form, tuple[GazetteerPlace, ...]] = {}
        found: dict[Form, list[GazetteerPlace]] = {}
        for layer in layers:
            for place in layer:
                if place.id not in self._places:
                    self._places[place.id] = place
                    for form in forms_of(place):
                        _add(found.setdefault(form, []), place)
        verdicts = not_places()
        for form, places in found.items():
            self._forms[form] = _judged(form, _known(places), verdicts.get(form))

    def lookup(self, form: Form) -> tuple[GazetteerPlace, ...]:
        """The places whose folded name is `form`, the likeliest first."""
        return self._forms.get(form, ())

    def get(self, place_id: str) -> GazetteerPlace | None:
        """The place of that id, or None."""
        return self._places.get(place_id)

    def items(self) -> Iterator[tuple[Form, tuple[GazetteerPlace, ...]]]:
        """Every folded name with its places, for building a matcher."""
        return iter(self._forms.items())

    def __len__(self) -> int:
        return len(self._forms)


def forms_of(place: GazetteerPlace) -> tuple[Form, ...]:
    """The folded names of `place`, in every case that is written (أبو غريب، في أبي غريب).

    Names such as كفر زيتا، البحر الميت are also written as one word.
    """
    forms: dict[Form, None] = {}
    for name in place.names:
        form = words(name)
        if form:
            forms[form] = None
            if len(form) == 2 and (form[0] in joined_heads() or form[1].startswith("ال")):
                forms["".join(form),] = None
            if form[0] in _CASES and len(form) > 1:
                forms[_CASES[form[0]], *form[1:]] = None
    return tuple(forms)


def _add(places: list[GazetteerPlace], place: GazetteerPlace) -> None:
    """Add `place` to the `places` of one name unless one of them is the same place."""
    for number, other in enumerate(places):
        if (other.kind in ADMINISTRATIVE) != (place.kind in ADMINISTRATIVE):
            continue
        near = SAME_PLACE_KM if place.method != other.method else SAME_PACK_KM
        if other.distance_km(place) <= near:
            if place.population > other.population:
                places[number] = replace(other, population=place.population)
            return
    places.append(place)


def _known(places: list[GazetteerPlace]) -> list[GazetteerPlace]:
    """`places` without the small towns far from the Arab world that share the name of one that is known.

    Nobody means Geneva in Illinois.
    """
    if len(places) == 1:
        return places
    known = any(_reach(p) != "far" or not _is_of_world(p) or p.population >= _KNOWN_FAR for p in places)
    if not known:
        return places
    return [p for p in places if _reach(p) != "far" or not _is_of_world(p) or p.population >= _KNOWN_FAR]


def _is_of_world(place: GazetteerPlace) -> bool:
    return place.id.startswith("geonames:") and place.kind != "country"


def _reach(place: GazetteerPlace) -> Reach:
    return read_reaches().get(place.country, "far")


def _judged(form: Form, places: list[GazetteerPlace], verdict: str | None) -> tuple[GazetteerPlace, ...]:
    """`places` in order of likelihood, each marked if `form` alone does not name it.

    A unit of government whose name is also that of its chief town needs its noun (محافظة حمص). A name of
    several words is seldom anything else: by it a small place is known without context.
    """
    single = len(form) == 1
    towns = [place for place in places if place.kind in POPULATED and not (single and place.needs_noun)]
    judged = []
    for place in places:
        small = place.needs_noun and single
        unit = place.kind in _UNITS and any(_within(town, place) for town in towns)
        noun = verdict == "noun" or small or unit
        context = noun or verdict == "context"
        same = place.needs_noun == noun and place.needs_context == context
        judged.append(place if same else replace(place, needs_noun=noun, needs_context=context))
    return tuple(sorted(judged, key=lambda p: _unlikelihood(form, p)))


def _within(town: GazetteerPlace, unit: GazetteerPlace) -> bool:
    """Whether `town` may lie in `unit`: chief towns often stand at its edge, hence the margin."""
    return town.distance_km(unit) <= 1.5 * unit.uncertainty_km + 15


def _unlikelihood(form: Form, place: GazetteerPlace) -> tuple[bool, bool, bool, bool, int]:
    """Orders what a name may mean: a country by its own name first, quarters of cities last.

    Oman's own name is سلطنة عمان; عمان alone as a rule is Amman.
    """
    country = place.kind == "country" and words(place.name_ar) == form
    quarter = place.kind == "neighbourhood"
    return (place.needs_noun, not country, quarter, place.method != "pack", -place.population)


@lru_cache(maxsize=1)
def not_places(path: Path = NOT_PLACES) -> Mapping[Form, str]:
    """Place names that are ordinary words or people's names, by verdict.

    `context`: a place only after a place noun or a preposition of place; `noun`: only after a place noun;
    `home`: only in reports about its country, as others have one too.
    """
    return {words(row.text("form")): row.choice("verdict", _VERDICTS) for row in read_table(
        path, ("form", "verdict", "note"))}  # fmt: skip


@lru_cache(maxsize=1)
def joined_heads(path: Path = JOINED) -> frozenset[str]:
    """First words of place names that are also written together with the next one."""
    return frozenset(word for row in read_table(path, ("word", "note")) for word in words(row.text("word")))
