"""Points on the globe, as far as a page or a table needs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

#: Kilometres in one degree of latitude (WGS 84, mean).
KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Point:
    """Latitude and longitude in degrees, WGS 84."""

    lat: float
    lon: float


def point_of(geometry: dict[str, Any] | None) -> Point | None:
    """The point of a GeoJSON geometry: its own, or the middle of its positions. None without one."""
    positions = list(_positions((geometry or {}).get("coordinates")))
    if not positions:
        return None
    lon = sum(position[0] for position in positions) / len(positions)
    lat = sum(position[1] for position in positions) / len(positions)
    return Point(lat=round(lat, 5), lon=round(lon, 5))


def _positions(coordinates: Any) -> Iterator[tuple[float, float]]:
    """All positions in GeoJSON's nested lists, longitude first."""
    if not isinstance(coordinates, list | tuple) or not coordinates:
        return
    if isinstance(coordinates[0], int | float):
        yield float(coordinates[0]), float(coordinates[1])
        return
    for item in coordinates:
        yield from _positions(item)
