"""Land borders between states, as coarse lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import Row, read_table

BORDERS = Path(__file__).parent / "borders.csv"
COLUMNS = ("one", "other", "line", "source")


@dataclass(frozen=True, slots=True)
class Border:
    """The border of two states (ISO 3166 codes) as (latitude, longitude) points from one end to the other."""

    countries: frozenset[str]
    points: tuple[tuple[float, float], ...]
    source: str


@lru_cache(maxsize=1)
def load_borders(path: Path = BORDERS) -> Mapping[frozenset[str], Border]:
    """The borders by their two countries. Raises PackError with file and line for a row that is not valid."""
    borders: dict[frozenset[str], Border] = {}
    for row in read_table(path, COLUMNS):
        countries = frozenset((row.text("one"), row.text("other")))
        if len(countries) != 2 or countries in borders:
            raise row.error(_("a border needs two different states and one row"))
        borders[countries] = Border(countries, _points(row), row.text("source"))
    return borders


def _points(row: Row) -> tuple[tuple[float, float], ...]:
    points: list[tuple[float, float]] = []
    for pair in row.many("line"):
        try:
            lat, lon = map(float, pair.split())
        except ValueError:
            problem = _("column 'line': '{value}' is not a latitude and a longitude")
            raise row.error(problem.format(value=pair)) from None
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise row.error(_("column 'line': '{value}' is not on earth").format(value=pair))
        points.append((lat, lon))
    if len(points) < 2:
        raise row.error(_("column 'line': a line needs two points"))
    return tuple(points)
