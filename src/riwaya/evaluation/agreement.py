"""When two annotations agree: overlap of spans, sets of parties, nearness of places, one-to-one pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from riwaya.gazetteer.place import distance_km


def overlaps(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether two spans share a character."""
    return max(one[0], other[0]) < min(one[1], other[1])


def dice(one: Sequence[int], other: Sequence[int]) -> float:
    """Twice the shared characters by the characters of both: 1 for equal spans, 0 for disjoint ones."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared / (one[1] - one[0] + other[1] - other[0]) if shared > 0 else 0.0


def set_f1(one: AbstractSet[str], other: AbstractSet[str]) -> float:
    """The same for two sets; two empty ones agree."""
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))


def pair_up(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """One-to-one pairs out of (value, left, right), those of the highest value first."""
    left: set[int] = set()
    right: set[int] = set()
    chosen = []
    for _value, i, j in sorted(candidates, key=lambda each: (-each[0], each[1], each[2])):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            chosen.append((i, j))
    return chosen


def characters(spans: Iterable[Sequence[int]]) -> set[int]:
    """The offsets that the spans cover."""
    return {at for start, end in spans for at in range(start, end)}


def centre(geometry: dict[str, Any] | None) -> tuple[float, float] | None:
    """Latitude and longitude of the mean of a GeoJSON geometry's positions; None without any."""
    parts = (geometry or {}).get("geometries") or [geometry or {}]
    points = [point for part in parts for point in _positions(part.get("coordinates") or [])]
    if not points:
        return None
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def _positions(coordinates: Any) -> Iterator[tuple[float, float]]:
    """The positions of nested coordinates, latitude first."""
    if coordinates and isinstance(coordinates[0], int | float):
        yield coordinates[1], coordinates[0]
    else:
        for inner in coordinates:
            yield from _positions(inner)


def kilometres(one: Sequence[float], other: Sequence[float]) -> float:
    """Great-circle distance of two points (latitude, longitude)."""
    return distance_km(*one, *other)
