"""Foreign gazetteers read entry by entry: GeoNames dumps, CSV with p-codes (OCHA COD-AB), JSON Lines.

Nothing here trusts the file: lines, the file and what a ZIP unpacks to have limits, and names inside a ZIP
are never used as paths.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from riwaya.errors import PackError
from riwaya.gazetteer.world import arabic_names
from riwaya.i18n import gettext as _

MAX_BYTES = 600_000_000
MAX_LINE = 200_000

#: A line of text with its number.
Numbered = tuple[int, str]

_SUFFIXES = (".txt", ".tsv", ".csv", ".jsonl", ".ndjson", ".json")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line of a foreign gazetteer says, before it is checked; '' where it says nothing."""

    line: int
    code: str
    kind: str
    name_ar: str
    name_en: str
    aliases: tuple[str, ...]
    lat: str
    lon: str
    parent: str
    source: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no entry, and why."""

    line: int
    reason: str


#: Codes of GeoNames features that are kept, longest prefix first: 'class.code' to kind of place.
_FEATURES = (
    ("A.ADM1", "governorate"), ("A.ADM2", "district"), ("A.ADM3", "subdistrict"),
    ("P.PPLX", "neighbourhood"), ("P.PPLA", "town"), ("P.PPLC", "town"), ("P.", "village"),
    ("L.OILF", "oil-field"), ("L.RGN", "region"), ("L.", "area"),
    ("H.WAD", "valley"), ("H.", "water"), ("T.VAL", "valley"), ("T.MT", "mountain"), ("T.HLL", "mountain"),
    ("T.", "area"), ("S.AIRB", "base"), ("S.INSM", "base"), ("S.PSTB", "crossing"), ("S.", "facility"),
)  # fmt: skip

#: From this many inhabitants on, a populated place of GeoNames counts as a town.
_TOWN = 5_000

#: Names of one thing in tables that people make, in lower case, the first that has a value wins.
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "name_ar": ("name_ar", "arabic", "name_arabic", "ar", "community_ar", "name_a"),
    "name_en": ("name_en", "name", "english", "name_english", "en", "community", "name_e"),
    "lat": ("lat", "latitude", "latitude_y", "y", "point_y", "center_lat"),
    "lon": ("lon", "lng", "long", "longitude", "longitude_x", "x", "point_x", "center_lon"),
    "kind": ("kind", "type", "level", "feature"),
    "code": ("id", "pcode", "code", "p_code", "geonameid"),
    "parent": ("parent", "parent_pcode"),
    "source": ("source",),
    "aliases": ("aliases_ar", "aliases", "alternatenames", "alt_names"),
}
_LEVEL = re.compile(r"adm(?:in)?(\d)(?:name)?_?(ar|en|pcode)")
_LEVEL_KINDS = {1: "governorate", 2: "district", 3: "subdistrict", 4: "village"}


def read_entries(path: Path) -> Iterator[Entry | Unreadable]:
    """The entries of the gazetteer file at `path`, in order. Raises PackError if it is none that we know."""
    with _open(path) as (name, raw):
        lines = _lines(path, raw)
        first = next(lines, None)
        if first is None:
            raise PackError(path, 0, _("the file is empty"))
        if first[1].lstrip().startswith("{"):
            yield from _json_lines(first, lines)
        elif first[1].count("\t") == 18:
            yield from _geonames(first, lines)
        elif name.endswith(".csv") and "," in first[1]:
            yield from _table(path, first, lines)
        else:
            problem = _("neither a GeoNames dump (19 columns), CSV with a header, nor JSON Lines")
            raise PackError(path, 1, problem)


@contextmanager
def _open(path: Path) -> Iterator[tuple[str, IO[bytes]]]:
    """The file, or the one table inside the ZIP, with the name that tells its kind."""
    try:
        if path.suffix.lower() != ".zip":
            with path.open("rb") as raw:
                yield path.name.lower(), raw
            return
        with zipfile.ZipFile(path) as archive:
            member = _member(path, archive)
            with archive.open(member) as raw:
                yield member.filename.lower(), raw
    except OSError as error:
        problem = _("cannot be read: {why}").format(why=error.strerror or error)
        raise PackError(path, 0, problem) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise PackError(path, 0, _("not a ZIP that can be read: {why}").format(why=error)) from None


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    tables = [
        info
        for info in archive.infolist()
        if info.filename.lower().endswith(_SUFFIXES) and "readme" not in info.filename.lower()
    ]
    if not tables:
        raise PackError(path, 0, _("the ZIP holds no table (.txt, .csv, .jsonl)"))
    return max(tables, key=lambda info: info.file_size)


def _lines(path: Path, raw: IO[bytes]) -> Iterator[Numbered]:
    """Numbered lines as text. Raises PackError at a line or a file that is too long or not UTF-8."""
    number = size = 0
    while line := raw.readline(MAX_LINE + 1):
        number += 1
        size += len(line)
        if len(line) > MAX_LINE:
            problem = _("the line is longer than {limit} bytes").format(limit=MAX_LINE)
            raise PackError(path, number, problem)
        if size > MAX_BYTES:
            problem = _("more than {limit} MB; import a part of it").format(limit=MAX_BYTES // 1_000_000)
            raise PackError(path, number, problem)
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise PackError(path, number, _("not UTF-8; save the file as UTF-8")) from None
        if text.strip():
            yield number, text.rstrip("\r\n")


def _geonames(first: Numbered, rest: Iterator[Numbered]) -> Iterator[Entry | Unreadable]:
    for line, text in _chain(first, rest):
        cells = text.split("\t")
        if len(cells) != 19:
            yield Unreadable(line, _("{n} columns, not 19").format(n=len(cells)))
            continue
        feature = f"{cells[6]}.{cells[7]}"
        kind = next((kind for prefix, kind in _FEATURES if feature.startswith(prefix)), "")
        if kind == "village" and cells[14].isdigit() and int(cells[14]) >= _TOWN:
            kind = "town"
        if not kind:
            yield Unreadable(line, _("features of kind {kind} are not used").format(kind=feature))
            continue
        name, *aliases = arabic_names([cells[1], *cells[3].split(",")]) or ("",)
        yield Entry(
            line, f"geonames:{cells[0]}", kind, name, cells[1], tuple(aliases), cells[4], cells[5], "",
            f"GeoNames {cells[0]}",
        )  # fmt: skip


def _json_lines(first: Numbered, rest: Iterator[Numbered]) -> Iterator[Entry | Unreadable]:
    for line, text in _chain(first, rest):
        try:
            record = json.loads(text)
        except (ValueError, RecursionError):
            yield Unreadable(line, _("not JSON"))
            continue
        if isinstance(record, dict):
            yield _entry(line, record)
        else:
            yield Unreadable(line, _("not a JSON object"))


def _table(path: Path, first: Numbered, rest: Iterator[Numbered]) -> Iterator[Entry | Unreadable]:
    header = _cells(path, *first)
    for line, text in rest:
        cells = _cells(path, line, text)
        if len(cells) == len(header):
            yield _entry(line, dict(zip(header, cells, strict=True)))
        else:
            problem = _("{values} values for {columns} columns")
            yield Unreadable(line, problem.format(values=len(cells), columns=len(header)))


def _cells(path: Path, line: int, text: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(text), strict=True))
    except csv.Error as error:
        raise PackError(path, line, str(error)) from None


def _entry(line: int, record: Mapping[str, Any]) -> Entry:
    """An entry from a record whose fields go by any of the names that such tables use."""
    values = {str(key).strip().lower(): value for key, value in record.items()}
    found = {field: _first(values, names) for field, names in _FIELDS.items() if field != "aliases"}
    matches = [_LEVEL.fullmatch(key) for key, value in values.items() if value]
    levels = [int(match[1]) for match in matches if match and match[2] == "pcode"]
    if levels and not found["name_ar"]:
        deepest = max(levels)
        level = {part: _level(values, deepest, part) for part in ("ar", "en", "pcode")}
        found |= {"name_ar": level["ar"], "name_en": level["en"], "code": level["pcode"]}
        found["kind"] = found["kind"] or _LEVEL_KINDS.get(deepest, "area")
        found["parent"] = found["parent"] or _level(values, deepest - 1, "pcode")
    return Entry(line, aliases=_many(values), **found)


def _first(values: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return next((str(values[n]).strip() for n in names if isinstance(values.get(n), str | int | float)), "")


def _level(values: Mapping[str, Any], level: int, part: str) -> str:
    heads, middles = ("admin", "adm"), ("name_", "_", "name", "")
    return _first(values, tuple(f"{head}{level}{middle}{part}" for head in heads for middle in middles))


def _many(values: Mapping[str, Any]) -> tuple[str, ...]:
    value = next((values[name] for name in _FIELDS["aliases"] if values.get(name)), ())
    parts = re.split(r"[|,؛;]", value) if isinstance(value, str) else value
    if not isinstance(parts, list | tuple):
        return ()
    return tuple(part.strip() for part in parts if isinstance(part, str) and part.strip())


def _chain(first: Numbered, rest: Iterator[Numbered]) -> Iterator[Numbered]:
    yield first
    yield from rest
