"""Tables of places: the pack's, the overlay's and imported layers, validated row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from riwaya.gazetteer.place import GazetteerPlace, Method
from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import Row, read_table
from riwaya.model import PlaceKind

#: The columns of every table of places, in order.
COLUMNS = (
    "id", "kind", "name_ar", "name_en", "aliases_ar", "lat", "lon", "uncertainty_km", "parent", "source",
    "note",
)  # fmt: skip
COUNTRY_COLUMNS = (
    "iso", "geonames_id", "name_ar", "name_en", "aliases_ar", "lat", "lon", "uncertainty_km", "reach",
    "source",
)  # fmt: skip
KINDS = frozenset(get_args(PlaceKind))

#: How well Arabic news know a country: one of the Arab world, one beside it, or one far away.
Reach = Literal["arab", "near", "far"]

_FOLDER = Path(__file__).parent
OVERLAY = _FOLDER / "overlay.csv"
COUNTRIES = _FOLDER / "countries.csv"


def read_pack_places(pack_dir: Path) -> tuple[GazetteerPlace, ...]:
    """The places of a pack: `places.csv`, then every imported layer `places-*.csv` in order of name.

    Raises PackError, with file and line, for a row that is not valid or an id that is there twice.
    """
    paths = [pack_dir / "places.csv", *sorted(pack_dir.glob("places-*.csv"))]
    return _read_tables([path for path in paths if path.is_file()], "pack")


@lru_cache(maxsize=1)
def read_overlay() -> tuple[GazetteerPlace, ...]:
    """The places that ship with Riwaya beside the world gazetteer."""
    return _read_tables([OVERLAY], "gazetteer")


@lru_cache(maxsize=1)
def read_countries() -> tuple[GazetteerPlace, ...]:
    """The countries, with the point that stands for each and the radius of a circle that about covers it."""
    return tuple(_country(row) for row in read_table(COUNTRIES, COUNTRY_COLUMNS))


@lru_cache(maxsize=1)
@cache
def read_reaches() -> Mapping[str, Reach]:
    """How well Arabic news know each country, by ISO code."""
    reaches = frozenset(get_args(Reach))
    rows = read_table(COUNTRIES, COUNTRY_COLUMNS)
    return {row.text("iso"): cast("Reach", row.choice("reach", reaches)) for row in rows}


def read_places(path: Path, method: Method) -> tuple[GazetteerPlace, ...]:
    """The places of the one table at `path`. Raises PackError with file and line."""
    return _read_tables([path], method)


def _read_tables(paths: Iterable[Path], method: Method) -> tuple[GazetteerPlace, ...]:
    places: dict[str, GazetteerPlace] = {}
    for path in paths:
        for row in read_table(path, COLUMNS):
            place = _place(row, method)
            if place.id in places:
                problem = _("the id '{id}' is there twice; ids are unique in a pack")
                raise row.error(problem.format(id=place.id))
            places[place.id] = place
    countries = {place.id: place.country for place in read_countries()}
    return tuple(replace(p, country=_country_of(p, places, countries)) for p in places.values())


def _place(row: Row, method: Method) -> GazetteerPlace:
    place_id = row.text("id")
    if ":" not in place_id or any(c.isspace() for c in place_id):
        raise row.error(_("column 'id': '{id}' is not of the form 'pack:slug'").format(id=place_id))
    kind = row.choice("kind", KINDS)
    lat, lon, uncertainty = _point(row)
    return GazetteerPlace(
        id=place_id,
        kind=cast("PlaceKind", kind),
        name_ar=row.text("name_ar"),
        name_en=row.text("name_en"),
        aliases=row.many("aliases_ar"),
        lat=lat,
        lon=lon,
        uncertainty_km=uncertainty,
        parent=row.optional("parent") or "",
        country="",
        population=0,
        source=row.text("source"),
        method=method,
    )


def _point(row: Row) -> tuple[float, float, float]:
    lat, lon, uncertainty = row.number("lat"), row.number("lon"), row.number("uncertainty_km")
    if not -90 <= lat <= 90:
        raise row.error(_("column 'lat': {value:g} is not between -90 and 90").format(value=lat))
    if not -180 <= lon <= 180:
        raise row.error(_("column 'lon': {value:g} is not between -180 and 180").format(value=lon))
    if not 0 < uncertainty <= 20_000:
        problem = _("column 'uncertainty_km': {value:g} is not between 0 and 20000")
        raise row.error(problem.format(value=uncertainty))
    return lat, lon, uncertainty


def _country(row: Row) -> GazetteerPlace:
    lat, lon, uncertainty = _point(row)
    return GazetteerPlace(
        id=f"geonames:{row.text('geonames_id')}",
        kind="country",
        name_ar=row.text("name_ar"),
        name_en=row.text("name_en"),
        aliases=row.many("aliases_ar"),
        lat=lat,
        lon=lon,
        uncertainty_km=uncertainty,
        parent="",
        country=row.text("iso"),
        population=0,
        source=row.text("source"),
        method="gazetteer",
    )


def _country_of(
    place: GazetteerPlace, places: Mapping[str, GazetteerPlace], countries: Mapping[str, str]
) -> str:
    """The country at the end of the chain of parents; '' if the chain ends elsewhere or runs in a circle."""
    parent = place.parent
    for _step in range(8):  # deeper than any hierarchy of government
        if parent in countries:
            return countries[parent]
        if parent not in places:
            return ""
        parent = places[parent].parent
    return ""
