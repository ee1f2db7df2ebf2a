"""Which of the places of one name a report means: settled by its other places, its countries, its nouns."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from riwaya.gazetteer import GazetteerPlace
from riwaya.gazetteer.index import not_places
from riwaya.gazetteer.place import ADMINISTRATIVE, POPULATED
from riwaya.lexicon.place_words import PlaceLexicon
from riwaya.model import PlaceKind
from riwaya.reading.places.naming import Naming
from riwaya.text import Document

#: Which kinds a noun's name may be of. Nouns of other kinds admit every kind.
_FITTING: Mapping[str, frozenset[PlaceKind]] = {
    "governorate": frozenset({"governorate", "region"}),
    "district": frozenset({"district", "subdistrict"}),
    "subdistrict": frozenset({"subdistrict", "district"}),
    "town": frozenset({"town", "village"}),
    "village": frozenset({"village", "town"}),
    "neighbourhood": frozenset({"neighbourhood"}),
}
#: Places of these kinds are known in their own country only: elsewhere another of that name is meant.
_LOCAL: frozenset[PlaceKind] = frozenset({"village", "neighbourhood"})
#: Kinds of what towns and provinces are parted into: no foreign town is called so.
_PARTS: frozenset[PlaceKind] = frozenset({"area", "district", "subdistrict", "neighbourhood", "village"})
#: A city of so many inhabitants is known everywhere.
_METROPOLIS = 1_000_000
#: A town of fewer inhabitants lends its name to facilities of its own country only.
_KNOWN_ABROAD = 100_000
#: Share of a report (1 for its main country) from which on a country's villages may be meant.
_OURS = 0.3
_UNITS = ADMINISTRATIVE - {"country"}
#: So many known places of a report are enough to say where it plays.
_ANCHORS = 40
#: Weights, in units of one grade of likelihood; set by hand on reports, not learned.
_PACK, _COUNTRY, _NEIGHBOUR, _PARENT, _NEAR, _FIT, _WEAK = 2.1, 2.5, 2.5, 3.0, 1.5, 2.5, 0.8
_CITY, _OVERLAY, _STATE, _SEAT, _UNIT = 0.35, 0.8, 3.0, 1.0, 1.5
#: A state beside a name says less than a province: it may be where somebody goes on to (غادر الرياض إلى مصر).
_LAND = 0.9
#: A chief town lies no farther outside the circle that stands for its unit.
_SEAT_KM = 15.0
#: Decay of the pull of another place of the report, in kilometres.
_NEAR_KM = 80.0
#: Candidates within this distance of the likeliest leave no doubt about where the name points.
_TOGETHER_KM = 150.0
#: Tokens between two names that stand together (في بلدة X بريف Y).
_TOGETHER = 14

_Key = tuple[tuple[str, ...], str]


class Settlement:
    """Chooses among the candidates of each name, once a report."""

    def __init__(
        self, lexicon: PlaceLexicon, countries: Mapping[str, float], namings: Sequence[Naming]
    ) -> None:
        self._lexicon = lexicon
        self._countries = countries
        self._namings = namings
        self._anchors = _anchors(namings)
        self._neighbours = _neighbours(namings)
        self._among_states = _among_states(namings)
        self._chosen: dict[_Key, GazetteerPlace | None] = {}

    def choose(self, naming: Naming) -> GazetteerPlace | None:
        """The place that `naming` names, before anything is derived from it; None where none fits."""
        key = _key(naming)
        if key not in self._chosen:
            candidates = [p for p in fitting(naming) if self._may_be_meant(p, naming)]
            self._chosen[key] = (
                max(candidates, key=lambda p: (self._score(p, naming), p.id)) if candidates else None
            )
        return self._chosen[key]

    def _may_be_meant(self, place: GazetteerPlace, naming: Naming) -> bool:
        """Whether `place` is known so far from home: a village, a quarter or a region of a common name."""
        if is_generic(naming.form):
            return self._is_named(place, naming.form) or self._countries.get(place.country, 0.0) >= 1.0
        abroad = bool(place.country) and place.country not in self._countries
        if abroad and (_is_everywhere(naming, self._lexicon) or _is_district(naming, place)):
            return False
        unmistakable = len(naming.form) > 1 and len(naming.candidates) == 1  # الضاحية الجنوبية لبيروت
        return unmistakable or self._is_ours(place) or not _is_local(place, naming)

    def _is_named(self, place: GazetteerPlace, form: tuple[str, ...]) -> bool:
        """Whether the report also names `place` otherwise than by `form` (قطاع غزة, then القطاع)."""
        return any(n.form != form and place in n.candidates for n in self._namings)

    def _is_ours(self, place: GazetteerPlace) -> bool:
        return self._countries.get(place.country, 0.0) >= _OURS

    def _score(self, place: GazetteerPlace, naming: Naming) -> float:
        score = _CITY * math.log10(place.population + 1)
        score += (
            _PACK if place.method == "pack" else _OVERLAY if not place.id.startswith("geonames:") else 0.0
        )
        score += _COUNTRY * self._countries.get(place.country, 0.0)
        score -= _WEAK * place.needs_context
        score += _kind_bonus(place, naming)
        if place.kind == "country" and _names_its_capital(place, naming):
            score += 2 * _STATE  # whatever lies near: the capital's quarters and suburbs would outweigh it
        if place.kind == "country" and _key(naming) in self._among_states:
            score += _STATE
        if len(naming.candidates) > 1:
            score += self._pull(place, naming.form)
        return score

    def _pull(self, place: GazetteerPlace, form: tuple[str, ...]) -> float:
        """How strongly the report's other places speak for `place`."""
        pull = 0.0
        for neighbour in self._neighbours.get(form, ()):
            if any(other.id == place.parent for other in neighbour):
                pull = max(pull, _PARENT if all(other.kind != "country" for other in neighbour) else _LAND)
            else:
                away = min(_apart(place, other) for other in neighbour)
                pull = max(pull, _NEIGHBOUR * math.exp(-away / _NEAR_KM))
        others = [a for a in self._anchors if a.id != place.id]
        if others:
            pull += _NEAR * math.exp(-min(place.distance_km(a) for a in others) / _NEAR_KM)
        return pull


def fitting(naming: Naming) -> tuple[GazetteerPlace, ...]:
    """The candidates that the kind noun admits; all of them where it admits none of a settlement."""
    noun = naming.noun
    if noun is None or noun.kind not in _FITTING or noun.role in ("area", "facility"):
        return naming.candidates
    fit = tuple(place for place in naming.candidates if place.kind in _FITTING[noun.kind])
    if fit or noun.kind != "neighbourhood" or noun.role == "settlement":
        return fit or tuple(p for p in naming.candidates if p.kind != "country")
    return ()


def countries_of(document: Document, namings: Iterable[Naming], lexicon: PlaceLexicon) -> dict[str, float]:
    """How much the report is about each country, by ISO code: 1 for the one that it names most."""
    counts: Counter[str] = Counter()
    parts: Counter[str] = Counter()  # of districts called as towns are, which may lie anywhere
    for sentence in document.sentences:
        for token in document.tokens[sentence.start : sentence.end]:
            if token.kind == "word":
                demonym = lexicon.demonym[token.folded]
                if demonym is not None:
                    counts[demonym.country] += 1
    for naming in namings:
        countries = {place.country for place in naming.candidates}
        if countries and (_is_everywhere(naming, lexicon) or is_generic(naming.form)):
            continue
        if len(countries) == 1 and not naming.weak:
            district = all(_is_district(naming, place) for place in naming.candidates)
            (parts if district else counts)[countries.pop()] += 1
    counts.pop("", None)
    counts = counts or parts
    most = max(counts.values(), default=1)
    return {country: count / most for country, count in counts.items()}


def _is_everywhere(naming: Naming, lexicon: PlaceLexicon) -> bool:
    """Whether other towns have the like of that name (شارع فلسطين، حي الزهور)."""
    return len(naming.form) > 1 and lexicon.has(naming.form[0], "everywhere")


def _is_district(naming: Naming, place: GazetteerPlace) -> bool:
    """Whether the noun says that a part of a town or province is meant, and `place` is a town abroad."""
    noun = naming.noun
    part = noun is not None and naming.relation is None and noun.kind in _PARTS
    small = place.kind in ("village", "neighbourhood", "facility") and len(naming.form) == 1
    town = place.id.startswith("geonames:") and place.population < _METROPOLIS
    return part and (town or (small and place.method != "pack"))


def _kind_bonus(place: GazetteerPlace, naming: Naming) -> float:
    """What the kind noun, or its absence, says for `place`.

    A unit of government without its noun is less likely than a town, unless it has no town of its name.
    """
    noun = naming.noun
    if noun is not None and noun.role != "area":
        if place.kind == noun.kind:
            return _FIT
        return _SEAT if noun.kind in _UNITS and place.kind == "town" else 0.0
    if place.kind in ADMINISTRATIVE:
        if place.kind == "country":
            return _STATE if noun is None else -_FIT
        return -_FIT if any(_may_be_seat(town, place) for town in naming.candidates) else _UNIT
    return 0.5 if place.kind in POPULATED else 0.0


def _may_be_seat(town: GazetteerPlace, unit: GazetteerPlace) -> bool:
    """Whether `town` lies in `unit` (the Salahaddin near Erbil is not that of Saladin governorate)."""
    near = town.distance_km(unit) <= unit.uncertainty_km + _SEAT_KM
    return near and town.country == unit.country and town.kind in POPULATED


def _apart(place: GazetteerPlace, other: GazetteerPlace) -> float:
    """Kilometres from `place` to `other`; none to a unit of the same country that it may lie in."""
    away = place.distance_km(other)
    if other.kind in _UNITS and other.country == place.country and place.kind not in _UNITS:
        return max(0.0, away - other.uncertainty_km)
    return away


def _names_its_capital(state: GazetteerPlace, naming: Naming) -> bool:
    """Whether a town of the `state` has its name (تونس): without a noun the state is meant."""
    return naming.noun is None and any(
        place.country == state.country and place.kind != "country" for place in naming.candidates
    )


def _is_local(place: GazetteerPlace, naming: Naming) -> bool:
    """Whether `place` is known in its own country only; nothing else is called after a small town either."""
    noun = naming.noun
    small = place.kind == "town" and place.population < _KNOWN_ABROAD and place.id.startswith("geonames:")
    return (
        is_generic(naming.form)
        or place.kind in _LOCAL
        or (small and noun is not None and noun.role in ("facility", "landmark"))
    )


def is_generic(form: tuple[str, ...]) -> bool:
    """Whether other countries have places of the same name (المنطقة الشرقية، المحطة الحرارية)."""
    return not_places().get(form) == "home"


def _key(naming: Naming) -> _Key:
    return naming.form, naming.noun.word if naming.noun else ""


def _anchors(namings: Sequence[Naming]) -> list[GazetteerPlace]:
    """Distinct places that are named without doubt, the first of the report."""
    anchors: dict[str, GazetteerPlace] = {}
    for naming in namings:
        if naming.candidates and not naming.weak and _undoubted(naming.candidates):
            anchors.setdefault(naming.candidates[0].id, naming.candidates[0])
        if len(anchors) >= _ANCHORS:
            break
    return list(anchors.values())


def _undoubted(candidates: Sequence[GazetteerPlace]) -> bool:
    """Whether all candidates lie together (a town and the governorate named after it)."""
    first = candidates[0]
    return first.kind != "country" and all(first.distance_km(p) <= _TOGETHER_KM for p in candidates[1:])


def _among_states(namings: Sequence[Naming]) -> frozenset[_Key]:
    """The names that stand beside a country's (قطر وعمان): they may name one as well."""
    found: set[_Key] = set()
    for one, two in itertools.pairwise(namings):
        if two.first - one.end <= 1:
            found |= {_key(a) for a, b in ((one, two), (two, one)) if _is_state(b)}
    return frozenset(found)


def _is_state(naming: Naming) -> bool:
    return len(naming.candidates) == 1 and naming.candidates[0].kind == "country"


def _neighbours(namings: Sequence[Naming]) -> dict[tuple[str, ...], list[tuple[GazetteerPlace, ...]]]:
    """The candidates of the names that stand close to each name, over all its occurrences."""
    found: dict[tuple[str, ...], list[tuple[GazetteerPlace, ...]]] = {}
    for one, two in itertools.pairwise(namings):
        if two.first - one.end <= _TOGETHER and one.candidates and two.candidates and one.form != two.form:
            found.setdefault(one.form, []).append(two.candidates)
            found.setdefault(two.form, []).append(one.candidates)
    return {form: lists[:_ANCHORS] for form, lists in found.items()}
