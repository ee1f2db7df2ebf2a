"""Checking a pack: everything that reading would refuse, and what it would not but a person should see."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from riwaya.gazetteer.place import GazetteerPlace
from riwaya.gazetteer.table import COLUMNS, read_overlay, read_pack_places
from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import read_table
from riwaya.packs.pack import Alias, Pack, Party, load_pack
from riwaya.text import words

_TABLES = frozenset({"parties.csv", "aliases.csv", "outlets.csv", "wars.csv", "rulers.csv", "militias.csv"})
_UNPLAIN = re.compile("[\u0640\u064b-\u0652\u200b-\u200f\u202a-\u202e]")
#: Two entries of one name and kind this near to each other are one place entered twice.
_SAME_PLACE_KM = 2.0
_KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a valid pack holds, by table, and what a person should look at."""

    counts: tuple[tuple[str, int], ...]
    warnings: tuple[str, ...]


def check_pack(pack: str | Path) -> CheckReport:
    """Check the pack of that name or folder. Raises PackError, with file and line, where it is not valid."""
    loaded = load_pack(pack)
    places = read_pack_places(loaded.folder)
    counts = (
        ("parties.csv", len(loaded.parties)),
        ("aliases.csv", len(loaded.aliases)),
        ("outlets.csv", len(loaded.outlets)),
        ("wars.csv", len(loaded.wars)),
        ("rulers.csv", len(loaded.rulers)),
        ("militias.csv", len(loaded.militias)),
        *((table.name, sum(1 for _row in read_table(table, COLUMNS))) for table in loaded.place_tables),
    )
    warnings = (
        *_files(loaded),
        *_parties(loaded.parties),
        *_aliases(loaded.aliases, loaded.parties),
        *_outlets(loaded),
        *_wars(loaded),
        *_rulers(loaded),
        *_militias(loaded),
        *_places(places),
    )
    return CheckReport(counts, warnings)


def _files(pack: Pack) -> Iterator[str]:
    known = _TABLES | {table.name for table in pack.place_tables}
    for path in pack.files():
        if path.suffix == ".csv" and path.name not in known:
            yield _("{file}: is not read").format(file=path.name)


def _parties(parties: dict[str, Party]) -> Iterator[str]:
    for party in parties.values():
        where = f"parties.csv: {party.id}"
        if party.affiliation and party.affiliation not in parties:
            yield _("{where}: affiliation '{id}' is not listed").format(where=where, id=party.affiliation)
        yield from _dates(where, party.valid_from, party.valid_to)


def _aliases(aliases: Iterable[Alias], parties: dict[str, Party]) -> Iterator[str]:
    seen: dict[tuple[tuple[str, ...], str | None], list[Alias]] = defaultdict(list)
    for alias in aliases:
        where = f"aliases.csv: {alias.form}"
        yield from _dates(where, alias.valid_from, alias.valid_to)
        if _UNPLAIN.search(alias.form):
            yield _("{where}: has vowel marks, tatweel or invisible characters").format(where=where)
        key = words(alias.form), alias.speaker
        for other in seen[key]:
            if _overlap(alias, other) and not _told_apart(alias, other, parties):
                text = (
                    _("{where}: means {a} and {b} at the same time")
                    if alias.id != other.id
                    else _("{where}: twice")
                )
                yield text.format(where=where, a=other.id, b=alias.id)
        seen[key].append(alias)


def _told_apart(a: Alias, b: Alias, parties: dict[str, Party]) -> bool:
    """Whether the report tells which of two is meant.

    A country or its government, the group or the foe of a speaker that it names.
    """
    uses, kinds = {a.use, b.use}, {parties[a.id].kind, parties[b.id].kind}
    government = uses == {"name", "metonym"} and kinds == {"state", "government"}
    named = kinds == {"armed-group"} if a.speaker is None else a.speaker == b.speaker
    return government or (uses == {"label"} and named and a.id != b.id)


def _overlap(a: Alias, b: Alias) -> bool:
    last = "9999"
    return (a.valid_from or "") <= (b.valid_to or last) and (b.valid_from or "") <= (a.valid_to or last)


def _outlets(pack: Pack) -> Iterator[str]:
    ids: set[str] = set()
    domains: dict[str, str] = {}
    for outlet in pack.outlets:
        where = f"outlets.csv: {outlet.id}"
        if outlet.id in ids:
            yield _("{where}: twice").format(where=where)
        ids.add(outlet.id)
        for domain in outlet.domains:
            if "/" in domain or domain != domain.lower() or domain.startswith("www."):
                text = _("{where}: '{domain}' is no plain domain such as news.example")
                yield text.format(where=where, domain=domain)
            if domains.setdefault(domain, outlet.id) != outlet.id:
                text = _("{where}: '{domain}' belongs to {other} too")
                yield text.format(where=where, domain=domain, other=domains[domain])


def _wars(pack: Pack) -> Iterator[str]:
    for war in pack.wars:
        where = f"wars.csv: {'|'.join(war.side)}"
        yield from _dates(where, war.since, war.until)
        for id in sorted(set(war.side) & set(war.against)):
            yield _("{where}: '{id}' is on both sides").format(where=where, id=id)
        for id in (*war.side, *war.against):
            if (party := pack.parties[id].party) != id:
                text = _("{where}: '{id}' is part of '{party}', which is what readings count")
                yield text.format(where=where, id=id, party=party)


def _rulers(pack: Pack) -> Iterator[str]:
    for ruler in pack.rulers:
        where = f"rulers.csv: {'|'.join(' '.join(name) for name in ruler.places)}"
        yield from _dates(where, ruler.since, ruler.until)
        if pack.parties[ruler.country].kind != "state":
            yield _("{where}: '{id}' is no state").format(where=where, id=ruler.country)


def _militias(pack: Pack) -> Iterator[str]:
    for backer, militias in pack.militias.items():
        where = f"militias.csv: {backer}"
        if (party := pack.parties[backer].party) != backer:
            text = _("{where}: '{id}' is part of '{party}', which is what readings count")
            yield text.format(where=where, id=backer, party=party)
        if pack.parties[militias.id].kind != "armed-group":
            yield _("{where}: '{id}' is no armed group").format(where=where, id=militias.id)


def _places(places: tuple[GazetteerPlace, ...]) -> Iterator[str]:
    ids = {place.id for place in (*places, *read_overlay())}
    namesakes: dict[tuple[str, tuple[str, ...]], list[GazetteerPlace]] = defaultdict(list)
    for place in places:
        where = _("places: {id}").format(id=place.id)
        if place.parent and not place.parent.startswith("geonames:") and place.parent not in ids:
            yield _("{where}: parent '{id}' is not listed").format(where=where, id=place.parent)
        key = place.kind, words(place.name_ar or "")
        for other in namesakes[key]:
            if _distance_km(place, other) < _SAME_PLACE_KM:
                yield _("{where}: is {other} entered twice").format(where=where, other=other.id)
        namesakes[key].append(place)


def _distance_km(a: GazetteerPlace, b: GazetteerPlace) -> float:
    """Distance on a plane, which is near enough for neighbours."""
    east = (a.lon - b.lon) * math.cos(math.radians(a.lat))
    return math.hypot(a.lat - b.lat, east) * _KM_A_DEGREE


def _dates(where: str, first: str | None, last: str | None) -> Iterator[str]:
    for value in (first, last):
        try:
            date.fromisoformat(value or "2000-01-01")
        except ValueError:
            yield _("{where}: '{value}' is no date").format(where=where, value=value)
    if first and last and first > last:
        yield _("{where}: ends before it begins").format(where=where)
