"""A small map of a report's places with their uncertainty, as SVG that asks nothing of any server."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from riwaya.exchange.geometry import KM_PER_DEGREE, Point, point_of
from riwaya.exchange.index import Index
from riwaya.exchange.labels import name_label
from riwaya.i18n import gettext, language
from riwaya.model import Place

MAP_WIDTH, MAP_HEIGHT, MARGIN = 720, 440, 34
#: Names on the map at most; all are in the table.
MOST_LABELS = 60
#: Lines of the graticule are this many degrees apart, the widest step that gives at least two lines.
STEPS = (10.0, 5.0, 2.0, 1.0, 0.5, 0.2, 0.1, 0.05)
SCALES = (1000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
#: The smallest part of the world that is drawn, in degrees of latitude: a lone village needs surroundings.
LEAST_EXTENT = 0.4


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the world on the map; kilometres are true to each other at its middle."""

    south: float
    west: float
    scale: float  # pixels in a degree of latitude
    shrink: float  # how much shorter a degree of longitude is

    def x(self, lon: float) -> float:
        """Pixels from the left."""
        return (lon - self.west) * self.shrink * self.scale

    def y(self, lat: float) -> float:
        """Pixels from the top."""
        return MAP_HEIGHT - (lat - self.south) * self.scale

    @property
    def north(self) -> float:
        """Latitude of the upper edge."""
        return self.south + MAP_HEIGHT / self.scale

    @property
    def east(self) -> float:
        """Longitude of the right edge."""
        return self.west + MAP_WIDTH / (self.scale * self.shrink)


def mapped(index: Index) -> list[tuple[Place, Point]]:
    """The places that a map can show: settled, and smaller than a country."""
    places = [(place, point_of(place.geometry)) for place in index.reading.places if place.kind != "country"]
    return [(place, point) for place, point in places if point is not None]


def map_of(index: Index) -> Markup:
    """A map of the report's places with their uncertainty; empty where nothing can be drawn."""
    found = mapped(index)
    if not found:
        return Markup("")
    frame = _frame(found)
    about = gettext("Map of the places in the report; the table after it says the same in words")
    circles = Markup("").join(_circle(place, point, frame) for place, point in found)
    parts = (_graticule(frame), circles, _labels(found, frame), _scale_bar(frame))
    return Markup('<svg class="map" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        MAP_WIDTH, MAP_HEIGHT, about, Markup("").join(parts)
    )


def _frame(found: Sequence[tuple[Place, Point]]) -> Frame:
    """The least frame around all places and their uncertainty."""
    reach = [(point, (place.uncertainty_km or 0) / KM_PER_DEGREE) for place, point in found]
    middle = sum(point.lat for point, _ in reach) / len(reach)
    shrink = max(0.05, math.cos(math.radians(middle)))
    south, north = min(p.lat - r for p, r in reach), max(p.lat + r for p, r in reach)
    west, east = min(p.lon - r / shrink for p, r in reach), max(p.lon + r / shrink for p, r in reach)
    height, width = max(north - south, LEAST_EXTENT), max((east - west) * shrink, LEAST_EXTENT)
    scale = min((MAP_HEIGHT - 2 * MARGIN) / height, (MAP_WIDTH - 2 * MARGIN) / width)
    return Frame(
        south=(south + north) / 2 - MAP_HEIGHT / scale / 2,
        west=(west + east) / 2 - MAP_WIDTH / (scale * shrink) / 2,
        scale=scale,
        shrink=shrink,
    )


def _graticule(frame: Frame) -> Markup:
    """Parallels and meridians at round degrees."""
    span = min(frame.north - frame.south, frame.east - frame.west)
    step = next((step for step in STEPS if span / step >= 2), STEPS[-1])
    lines = []
    for lat in _round_degrees(frame.south, frame.north, step):
        y = frame.y(lat)
        path = Markup('<path class="grid" d="M0 {:.1f}H{}"/><text class="degree" x="4" y="{:.1f}">{}</text>')
        lines.append(path.format(y, MAP_WIDTH, y - 3, f"{lat:g}°{'N' if lat >= 0 else 'S'}"))
    for lon in _round_degrees(frame.west, frame.east, step):
        x = frame.x(lon)
        path = Markup('<path class="grid" d="M{:.1f} 0V{}"/><text class="degree" x="{:.1f}" y="{}">{}</text>')
        lines.append(path.format(x, MAP_HEIGHT, x + 3, MAP_HEIGHT - 4, f"{lon:g}°{'E' if lon >= 0 else 'W'}"))
    return Markup("").join(lines)


def _round_degrees(low: float, high: float, step: float) -> Iterable[float]:
    return (round(number * step, 2) for number in range(math.ceil(low / step), math.floor(high / step) + 1))


def _circle(place: Place, point: Point, frame: Frame) -> Markup:
    """A place's dot, and the circle within which it is held to be."""
    radius = (place.uncertainty_km or 0) / KM_PER_DEGREE * frame.scale
    x, y = frame.x(point.lon), frame.y(point.lat)
    area = Markup('<circle class="area" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(x, y, radius)
    return (area if radius > 3 else Markup("")) + Markup(
        '<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="3.5"><title>{}</title></circle>'
    ).format(x, y, _name(place))


def _labels(found: Sequence[tuple[Place, Point]], frame: Frame) -> Markup:
    """Names beside their dots where there is room; on the left where the right is taken."""
    taken: list[tuple[float, float, float, float]] = []
    labels = []
    for place, point in found[:MOST_LABELS]:
        x, y, width = frame.x(point.lon), frame.y(point.lat), 7.5 * len(_name(place))
        for left, anchor in ((x + 7, "start"), (x - 7 - width, "end")):
            box = (left, y - 9, left + width, y + 5)
            if left >= 0 and box[2] <= MAP_WIDTH and not any(_overlap(box, other) for other in taken):
                taken.append(box)
                at = x + 7 if anchor == "start" else x - 7
                label = Markup(
                    '<text class="name" x="{:.1f}" y="{:.1f}" text-anchor="{}" direction="ltr">{}</text>'
                )
                labels.append(label.format(at, y + 4, anchor, escape(_name(place))))
                break
    return Markup("").join(labels)


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _scale_bar(frame: Frame) -> Markup:
    """The longest round number of kilometres that takes at most a quarter of the width."""
    pixels = frame.scale / KM_PER_DEGREE
    km = next((km for km in SCALES if km * pixels <= MAP_WIDTH / 4), SCALES[-1])
    right, y = MAP_WIDTH - 16, MAP_HEIGHT - 22
    bar = Markup(
        '<path class="scale" d="M{:.1f} {}v6H{}v-6"/><text class="small" x="{:.1f}" y="{}">{}</text>'
    )
    length = km * pixels
    return bar.format(right - length, y, right, right - length / 2, y, gettext("{n} km").format(n=km))


def _name(place: Place) -> str:
    return name_label(place.name, language()) or place.id
