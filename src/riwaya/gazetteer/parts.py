"""What is meant by the north or the west of a country, where that is not the middle of a quarter of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import read_table

PARTS = Path(__file__).parent / "parts.csv"
COLUMNS = ("iso", "bearing", "lat", "lon", "uncertainty_km", "source")


@dataclass(frozen=True, slots=True)
class Part:
    """The point that stands for a part of a country, in degrees, and how far the part may reach from it."""

    lat: float
    lon: float
    uncertainty_km: float
    source: str


@lru_cache(maxsize=1)
def load_parts(path: Path = PARTS) -> Mapping[tuple[str, float], Part]:
    """Parts by ISO 3166 code and bearing. Raises PackError with file and line for a row that is not valid."""
    parts: dict[tuple[str, float], Part] = {}
    for row in read_table(path, COLUMNS):
        key = row.text("iso"), row.number("bearing")
        if key in parts or not 0 <= key[1] < 360:
            raise row.error(_("a part needs a bearing from 0 to 359 and one row"))
        lat, lon = row.number("lat"), row.number("lon")
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise row.error(_("column '{column}' is not on earth").format(column="lat, lon"))
        parts[key] = Part(lat, lon, row.number("uncertainty_km"), row.text("source"))
    return parts
