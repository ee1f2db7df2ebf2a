"""Places as the claim model has them: from a gazetteer, derived from other places, or unresolved.

Derived geometries are estimates with an uncertainty: what "the countryside of X" or "north of X" covers is
nowhere defined, so a point in the middle of what is commonly meant stands for it.
"""

from __future__ import annotations

import math
import re
from functools import cached_property
from typing import Any

from riwaya.gazetteer import GazetteerPlace, PlaceIndex
from riwaya.gazetteer.borders import Border
from riwaya.gazetteer.parts import load_parts
from riwaya.gazetteer.place import ADMINISTRATIVE, POPULATED
from riwaya.model import Name, Place, PlaceBasis, PlaceKind

_WORDS = re.compile(r"\w+")
_KM_PER_DEGREE = 111.2
#: "North of a town" begins where the town ends and rarely goes on for more than twice this.
_DIRECTION_KM = 12.0
#: A side of a unit of government is reckoned from its seat, within this distance.
_UNIT_KM = 50.0
#: Share of an area's radius by which "its north" lies off its middle.
_PART = 0.5
#: Least uncertainty of a facility that is known only by the town it is named after.
_FACILITY_KM = 10.0
#: Least uncertainty of a place of which only the town is known.
_WITHIN_KM = 3.0
#: A distance in a report is rounded: that share of it may be missing.
_ROUNDING = 0.25
#: Of a country with fewer known places it cannot be said what its parts are.
_LEAST_PLACES = 5
_BEARINGS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_UNITS = ADMINISTRATIVE - {"country"}


def listed(place: GazetteerPlace) -> Place:
    """A place as its gazetteer has it."""
    basis = PlaceBasis(place.method, place.source, (), None, None)
    name = Name(place.name_ar, place.name_en)
    return Place(place.id, name, place.kind, point(place.lat, place.lon), place.uncertainty_km, basis)


def unresolved(name: str, kind: PlaceKind) -> Place:
    """A place of which only the name and the kind are known."""
    basis = PlaceBasis("unresolved", None, (), None, None)
    return Place("unresolved:" + "-".join(_WORDS.findall(name)), Name(name, None), kind, None, None, basis)


def inside(host: Place, place: Place) -> Place:
    """The unresolved `place` where `host` is, in which it lies, no more exactly than that."""
    of = host.basis.of if host.basis.method == "derived" else (host.id,)
    basis = PlaceBasis("derived", None, of, "in", None)
    spread = max(_WITHIN_KM, host.uncertainty_km or 0.0)
    place_id = f"derived:in:{place.id.removeprefix('unresolved:')}:{'+'.join(of)}"
    return Place(place_id, place.name, place.kind, host.geometry, spread, basis)


def around(base: GazetteerPlace, words: str, spread_km: float, bearing: float | None) -> Place:
    """The surroundings of `base` (ريف، محيط), on one side of it where a bearing is given."""
    spread = max(spread_km, base.uncertainty_km if base.kind not in POPULATED else 0.0)
    lat, lon = base.lat, base.lon
    relation, english = "around", f"around {base.name_en}"
    if bearing is not None:
        lat, lon = shifted(lat, lon, bearing, 0.8 * min(spread, _UNIT_KM))
        relation, english = f"around-{compass(bearing)}", f"around {base.name_en}, {compass(bearing)}"
    key, name = f"{relation}-{spread:g}km", Name(words, english)
    return _derived(key, name, "area", point(lat, lon), spread, (base,), relation)


def middle(base: GazetteerPlace, words: str) -> Place:
    """The middle of a country: half as far from its centre as its borders are."""
    spread = base.uncertainty_km / 2
    name = Name(words, f"middle of {base.name_en}")
    return _derived("middle", name, "area", point(base.lat, base.lon), spread, (base,), "middle")


def directed(base: GazetteerPlace, words: str, bearing: float, distance_km: float | None) -> Place:
    """What lies in one direction of `base`, at a distance if one is said."""
    relation, english = f"{compass(bearing)}-of", f"{compass(bearing)} of {base.name_en}"
    if distance_km is None:
        distance, spread = _direction_km(base), _direction_km(base)
        key = relation
    else:
        distance, spread = distance_km, max(3.0, _ROUNDING * distance_km)
        key, english = f"{distance_km:g}km-{relation}", f"{distance_km:g} km {english}"
    geometry = point(*shifted(base.lat, base.lon, bearing, distance))
    return _derived(key, Name(words, english), "area", geometry, spread, (base,), relation, distance_km)


def distant(base: GazetteerPlace, words: str, distance_km: float) -> Place:
    """What lies a distance from `base`, nobody says on which side."""
    geometry, spread = point(base.lat, base.lon), max(1.0, distance_km)
    key, name = f"{distance_km:g}km-from", Name(words, f"{distance_km:g} km from {base.name_en}")
    return _derived(key, name, "area", geometry, spread, (base,), "distance-from", distance_km)


def named_after(base: GazetteerPlace, words: str, noun: str, kind: PlaceKind) -> Place:
    """A facility or feature called after the place that it lies in or near (مطار صنعاء)."""
    spread = max(_FACILITY_KM, base.uncertainty_km)
    return _derived(noun, Name(words, None), kind, point(base.lat, base.lon), spread, (base,), "named-after")


def between(one: GazetteerPlace, two: GazetteerPlace, words: str) -> Place:
    """What lies between two places."""
    line = {
        "type": "LineString",
        "coordinates": [_coordinates(one.lat, one.lon), _coordinates(two.lat, two.lon)],
    }
    spread = round(one.distance_km(two) / 2, 1)
    name = Name(words, f"between {one.name_en} and {two.name_en}")
    return _derived("between", name, "area", line, max(1.0, spread), (one, two), "between")


def border(found: Border, words: str) -> Place:
    """The border of two states."""
    line = {"type": "LineString", "coordinates": [_coordinates(*p) for p in found.points]}
    key = "-".join(sorted(found.countries)).lower()
    basis = PlaceBasis("derived", found.source, (), "border", None)
    return Place(f"derived:border:{key}", Name(words, None), "area", line, 20.0, basis)


class Sectors:
    """Parts of countries (شمال سوريا): from the table, or else the middle of their populated places."""

    def __init__(self, index: PlaceIndex) -> None:
        self._index = index
        self._found: dict[tuple[str, float], tuple[float, float, float, str] | None] = {}

    def part(self, country: str, bearing: float, words: str) -> Place | None:
        """The part of `country` (ISO code) in that direction; None where too little is known of it."""
        key = (country, bearing)
        if key not in self._found:
            self._found[key] = _known_part(key) or _sector(self._points.get(country, []), bearing)
        found = self._found[key]
        if found is None:
            return None
        lat, lon, spread, source = found
        state = self._states.get(country)
        basis = PlaceBasis("derived", source, (state,) if state else (), "part", None)
        place_id = f"derived:{compass(bearing)}:{state or country.lower()}"
        return Place(place_id, Name(words, None), "area", point(lat, lon), spread, basis)

    @cached_property
    def _points(self) -> dict[str, list[tuple[float, float]]]:
        places = {p.id: p for _, found in self._index.items() for p in found if p.kind in POPULATED}
        points: dict[str, list[tuple[float, float]]] = {}
        for place in places.values():
            points.setdefault(place.country, []).append((place.lat, place.lon))
        return points

    @cached_property
    def _states(self) -> dict[str, str]:
        return {p.country: p.id for _, found in self._index.items() for p in found if p.kind == "country"}


def _known_part(key: tuple[str, float]) -> tuple[float, float, float, str] | None:
    part = load_parts().get(key)
    return (part.lat, part.lon, part.uncertainty_km, part.source) if part else None


def _sector(points: list[tuple[float, float]], bearing: float) -> tuple[float, float, float, str] | None:
    """Mean latitude, longitude and spread (km) of the `points` in the quarter that `bearing` points to."""
    lat_limits = _limits([p[0] for p in points], math.cos(math.radians(bearing)))
    lon_limits = _limits([p[1] for p in points], math.sin(math.radians(bearing)))
    inside = [p for p in points if _between(p[0], lat_limits) and _between(p[1], lon_limits)]
    if len(points) < _LEAST_PLACES or not inside:
        return None
    lat, lon = sum(p[0] for p in inside) / len(inside), sum(p[1] for p in inside) / len(inside)
    squares = [((p[0] - lat) ** 2 + ((p[1] - lon) * math.cos(math.radians(lat))) ** 2) for p in inside]
    spread = round(max(10.0, _KM_PER_DEGREE * math.sqrt(sum(squares) / len(squares))), 1)
    return lat, lon, spread, "populated places of the gazetteer"


def _limits(values: list[float], towards: float) -> tuple[float, float]:
    """The upper quarter of the range of `values` (without their outer twentieths), or the lower, or all."""
    if not values or abs(towards) < 0.1:
        return -math.inf, math.inf
    ordered = sorted(values)
    low, high = ordered[len(ordered) // 20], ordered[-1 - len(ordered) // 20]
    if towards > 0:
        return low + 3 * (high - low) / 4, math.inf
    return -math.inf, low + (high - low) / 4


def _between(value: float, limits: tuple[float, float]) -> bool:
    return limits[0] <= value <= limits[1]


def compass(bearing: float) -> str:
    """The English name of the nearest of eight points of the compass."""
    return _BEARINGS[round(bearing / 45) % 8]


def shifted(lat: float, lon: float, bearing: float, distance_km: float) -> tuple[float, float]:
    """The point `distance_km` away on that bearing (flat-earth approximation, good for some hundred km)."""
    turn = math.radians(bearing)
    new_lat = max(-90.0, min(90.0, lat + distance_km * math.cos(turn) / _KM_PER_DEGREE))
    shrink = max(0.05, math.cos(math.radians(lat)))
    new_lon = lon + distance_km * math.sin(turn) / (_KM_PER_DEGREE * shrink)
    return new_lat, (new_lon + 180) % 360 - 180


def point(lat: float, lon: float) -> dict[str, Any]:
    """A GeoJSON point, longitude first, five decimals."""
    return {"type": "Point", "coordinates": _coordinates(lat, lon)}


def _coordinates(lat: float, lon: float) -> list[float]:
    return [round(lon, 5), round(lat, 5)]


def _direction_km(base: GazetteerPlace) -> float:
    """How far off its middle what lies in one direction of `base` is; units lie at their seats."""
    widest = _UNIT_KM if base.kind in _UNITS else base.uncertainty_km
    return max(_DIRECTION_KM, _PART * min(base.uncertainty_km, widest))


def _derived(
    key: str,
    name: Name,
    kind: PlaceKind,
    geometry: dict[str, Any],
    spread_km: float,
    of: tuple[GazetteerPlace, ...],
    relation: str,
    distance_km: float | None = None,
) -> Place:
    ids = tuple(place.id for place in of)
    basis = PlaceBasis("derived", None, ids, relation, distance_km)
    return Place(f"derived:{key}:{'+'.join(ids)}", name, kind, geometry, round(spread_km, 1), basis)
