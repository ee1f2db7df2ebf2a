"""Bringing a foreign gazetteer into a pack, as a layer of its own beside `places.csv`."""

from __future__ import annotations

import csv
import hashlib
import io
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from riwaya.errors import PackError, UsageError
from riwaya.gazetteer.sources import Entry, Unreadable, read_entries
from riwaya.gazetteer.table import COLUMNS, KINDS, read_places
from riwaya.i18n import gettext as _
from riwaya.text import words

#: At most so many entries make a layer: more is a country too many, and would slow every reading down.
MAX_ENTRIES = 200_000

#: Words for kinds that gazetteers use and the model does not.
_KINDS: Mapping[str, str] = {
    "community": "village", "city": "town", "locality": "village", "neighborhood": "neighbourhood",
    "camp": "facility", "province": "governorate", "state": "governorate", "airport": "facility",
    "airbase": "base", "oilfield": "oil-field", "river": "water", "lake": "water", "hill": "mountain",
    "border-crossing": "crossing", "admin1": "governorate", "admin2": "district", "admin3": "subdistrict",
    "admin4": "village", "": "village",
}  # fmt: skip

#: How far, in kilometres, a place of a kind may reach from the point that a gazetteer gives for it.
_UNCERTAINTY_KM: Mapping[str, float] = {
    "country": 500, "region": 80, "governorate": 50, "district": 20, "subdistrict": 10, "area": 10,
    "zone": 10, "valley": 10, "mountain": 8, "water": 10, "oil-field": 6, "town": 2, "base": 2,
}  # fmt: skip
_ELSE_KM = 1.0

_ARABIC_LETTER = re.compile(r"[\u0621-\u064a]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f|]+")
_MAX_NAME = 120


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: the layer it wrote, how many places went in, and which lines did not and why."""

    layer: Path
    added: int
    rejected: tuple[Unreadable, ...]


def import_places(path: Path, pack_dir: Path, *, source_name: str = "") -> ImportReport:
    """Add the gazetteer at `path` to the pack at `pack_dir` as the layer `places-<stem>.csv`.

    Reads GeoNames dumps, CSV with p-codes (OCHA COD-AB) and JSON Lines, also inside a ZIP. `source_name` is
    recorded as the source of entries that name none. Importing again replaces the layer. Raises UsageError
    if `pack_dir` is no pack, PackError if the file as a whole cannot be used or yields no place.
    """
    if not (pack_dir / "places.csv").is_file():
        problem = _("{folder}: not a pack (no places.csv); make one with 'riwaya pack new'")
        raise UsageError(problem.format(folder=pack_dir))
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-") or "import"
    layer = pack_dir / f"places-{stem}.csv"
    taken = _ids_of_other_layers(pack_dir, layer)
    rows: dict[str, list[str]] = {}
    rejected: list[Unreadable] = []
    for entry in read_entries(path):
        outcome = entry if isinstance(entry, Unreadable) else _row(entry, stem, source_name or path.name)
        if isinstance(outcome, list) and (outcome[0] in taken or outcome[0] in rows):
            outcome = Unreadable(entry.line, _("the id {id} is already in the pack").format(id=outcome[0]))
        if isinstance(outcome, Unreadable):
            rejected.append(outcome)
        else:
            rows[outcome[0]] = outcome
        if len(rows) > MAX_ENTRIES:
            problem = _("more than {limit} places; import a part of it").format(limit=MAX_ENTRIES)
            raise PackError(path, entry.line, problem)
    if not rows:
        raise PackError(path, 0, _nothing(rejected))
    _write(layer, [rows[place_id] for place_id in sorted(rows)])
    return ImportReport(layer, len(rows), tuple(rejected))


def _nothing(rejected: list[Unreadable]) -> str:
    """That no place could be read, and why the first was not."""
    if not rejected:
        return _("no place could be read")
    first = rejected[0]
    problem = _("no place could be read; line {line}: {why}")
    return problem.format(line=first.line, why=first.reason)


def _ids_of_other_layers(pack_dir: Path, layer: Path) -> frozenset[str]:
    others = [p for p in (pack_dir / "places.csv", *sorted(pack_dir.glob("places-*.csv"))) if p != layer]
    return frozenset(place.id for other in others for place in read_places(other, "pack"))


def _row(entry: Entry, stem: str, source_name: str) -> list[str] | Unreadable:
    """The table row for `entry`, or why there is none."""
    name = _clean(entry.name_ar)
    if not name or not _ARABIC_LETTER.search(name) or not words(name):
        return Unreadable(entry.line, _("no Arabic name"))
    kind = entry.kind.strip().lower()
    kind = kind if kind in KINDS else _KINDS.get(kind, "")
    if not kind:
        problem = _("'{kind}' is no kind of place").format(kind=_clean(entry.kind)[:40])
        return Unreadable(entry.line, problem)
    point = _point(entry.lat, entry.lon)
    if point is None:
        return Unreadable(entry.line, _("no valid latitude and longitude"))
    lat, lon = point
    parent = f"{stem}:{_slug(entry.parent)}" if _slug(entry.parent) else ""
    aliases = [a for a in map(_clean, entry.aliases) if a != name and _ARABIC_LETTER.search(a)]
    return [
        _id(entry, stem, name, point), kind, name, _clean(entry.name_en) or name,
        "|".join(dict.fromkeys(aliases)), repr(lat), repr(lon), f"{_UNCERTAINTY_KM.get(kind, _ELSE_KM):g}",
        parent, _clean(entry.source) or source_name, "",
    ]  # fmt: skip


def _point(lat: str, lon: str) -> tuple[float, float] | None:
    try:
        point = round(float(lat), 5), round(float(lon), 5)
    except (ValueError, OverflowError):
        return None
    # The point 0, 0 lies in the sea: in tables it stands for "not known".
    return point if -90 <= point[0] <= 90 and -180 <= point[1] <= 180 and point != (0, 0) else None


def _id(entry: Entry, stem: str, name: str, point: tuple[float, float]) -> str:
    if entry.code.startswith("geonames:") and entry.code[9:].isdecimal():
        return entry.code
    slug = _slug(entry.code)
    return f"{stem}:{slug or hashlib.sha256(f'{name} {point}'.encode()).hexdigest()[:12]}"


def _slug(code: str) -> str:
    return re.sub(r"[^A-Za-z0-9._-]+", "-", code).strip("-")[:60]


def _clean(text: str) -> str:
    return " ".join(_CONTROL.sub(" ", text).split())[:_MAX_NAME]


def _write(layer: Path, rows: list[list[str]]) -> None:
    """Write the layer whole or not at all."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows)
    try:
        with tempfile.NamedTemporaryFile(dir=layer.parent, delete=False) as file:
            file.write(text.getvalue().encode())
        Path(file.name).chmod(0o644)
        Path(file.name).replace(layer)
    except OSError as error:
        raise PackError(layer, 0, _("cannot be written: {why}").format(why=error.strerror)) from None
