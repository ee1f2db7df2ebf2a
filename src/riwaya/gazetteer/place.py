"""One place of a gazetteer, and how far two points are apart."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from riwaya.model import PlaceKind

#: Whose place it is: the conflict's pack, or the gazetteer of the world and its overlay.
Method = Literal["pack", "gazetteer"]

#: Kinds that are units of government: their names often are those of their chief towns.
ADMINISTRATIVE = frozenset({"country", "governorate", "district", "subdistrict"})
#: Kinds in which people live: what a bare name most often means.
POPULATED = frozenset({"town", "village", "neighbourhood"})

_EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place that a report may name.

    `lat` and `lon` are degrees in WGS 84; `uncertainty_km` says how far the place's extent or the error of
    its coordinates may reach from there. `parent` is the id of the place that holds it ('' if none),
    `country` an ISO 3166 code ('' if none or several). `population` is 0 where it is not known. `source`
    says where the coordinates are from. A place that needs context is believed only after a place noun
    (مدينة، بلدة، حي …) or a preposition of place, one that needs a noun only after a place noun: the name
    alone is more often another word. Which it is depends on the name, so that an index may give the same
    place with and without.
    """

    id: str
    kind: PlaceKind
    name_ar: str
    name_en: str
    aliases: tuple[str, ...]
    lat: float
    lon: float
    uncertainty_km: float
    parent: str
    country: str
    population: int
    source: str
    method: Method
    needs_context: bool = False
    needs_noun: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Every Arabic name of the place, the usual one first."""
        return (self.name_ar, *self.aliases)

    def distance_km(self, other: GazetteerPlace) -> float:
        """Great-circle distance to `other` in kilometres."""
        return distance_km(self.lat, self.lon, other.lat, other.lon)


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance in kilometres between two points given in degrees (haversine formula)."""
    phi, other_phi = math.radians(lat), math.radians(other_lat)
    half_lat = math.sin((other_phi - phi) / 2) ** 2
    half_lon = math.sin(math.radians(other_lon - lon) / 2) ** 2
    half = half_lat + math.cos(phi) * math.cos(other_phi) * half_lon
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
