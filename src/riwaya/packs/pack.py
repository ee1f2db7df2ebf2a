"""Loading a pack: every table validated, every complaint with file and line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, cast, get_args

from riwaya.errors import PackError
from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import Row, read_table
from riwaya.model import ActorKind
from riwaya.packs.listed import listed
from riwaya.packs.militias import Militias, read_militias
from riwaya.packs.rulers import Ruler, read_rulers
from riwaya.packs.wars import War, read_wars

Use = Literal["name", "body", "metonym", "person", "label"]

PACKS = Path(__file__).parent
PARTY_COLUMNS = (
    "id", "kind", "party", "name_ar", "name_en", "affiliation", "valid_from", "valid_to", "adjectives",
    "people", "source",
)  # fmt: skip
ALIAS_COLUMNS = ("form", "id", "use", "speaker", "valid_from", "valid_to", "note")
OUTLET_COLUMNS = ("id", "names", "domains", "party", "loyalty", "country", "note")
_ID = re.compile(r"[^\s+>]{1,200}")
LOYALTIES = ("pro-government", "opposition", "pro-russian", "state", "independent", "unknown")


@dataclass(frozen=True, slots=True)
class Party:
    """One entry of the registry. `party` is the side it belongs to, `affiliation` the side it stands with."""

    id: str
    kind: ActorKind
    party: str
    name_ar: str
    name_en: str
    affiliation: str | None
    valid_from: str | None
    valid_to: str | None
    adjectives: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alias:
    """A surface form of a party. `use` says how it means the party, `speaker` in whose mouth (label)."""

    form: str
    id: str
    use: Use
    speaker: str | None
    valid_from: str | None
    valid_to: str | None

    def valid_on(self, day: str | None) -> bool:
        """Whether the form meant the party on `day` (ISO date); without a day it may have."""
        if day is None:
            return True
        return (self.valid_from or "") <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A medium that publishes reports, with its commonly described loyalty."""

    id: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    party: str | None
    loyalty: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Pack:
    """One conflict's knowledge. `folder` holds its tables, `place_tables` those that list places.

    `militias` has for a party the entry of those of whom it is only told that they stand with it.
    `numbered_rebels` are the countries (ids) whose rebels number their units as an army does. `entries` are
    the aliases that a local layer laid over its tables (`packs.layer`).
    """

    id: str
    version: str
    name_ar: str
    name_en: str
    language: str
    folder: Path
    parties: dict[str, Party]
    aliases: tuple[Alias, ...]
    outlets: tuple[Outlet, ...]
    place_tables: tuple[Path, ...]
    wars: tuple[War, ...] = ()
    rulers: tuple[Ruler, ...] = ()
    militias: Mapping[str, Militias] = field(default_factory=dict)
    numbered_rebels: frozenset[str] = frozenset()
    entries: tuple[Alias, ...] = ()

    def files(self) -> tuple[Path, ...]:
        """Every file that the pack is made of, in a fixed order."""
        return tuple(sorted(p for p in self.folder.iterdir() if p.suffix in (".csv", ".toml")))


def shipped_pack(name: str) -> Path | None:
    """The folder of the pack of this name that ships with Riwaya; None where none does."""
    return next((p.parent for p in PACKS.glob("*/pack.toml") if p.parent.name == name), None)


def find_pack(pack: str | Path) -> Path:
    """The folder of a pack that ships with Riwaya (by name) or of a user's own (by path)."""
    folder = Path(pack)
    ours = shipped_pack(pack) if isinstance(pack, str) else None
    if ours:
        return ours
    try:
        found = (folder / "pack.toml").is_file()
    except OSError as error:
        raise PackError(
            str(pack), 0, _("cannot be read: {why}").format(why=error.strerror or type(error).__name__)
        ) from None
    if found:
        return folder
    shipped = ", ".join(sorted(p.parent.name for p in PACKS.glob("*/pack.toml")))
    problem = _("no pack of this name and no folder with a pack.toml; there is: {shipped}")
    raise PackError(str(pack), 0, problem.format(shipped=shipped))


def load_pack(pack: str | Path) -> Pack:
    """Load the pack of that name or folder. Raises PackError where a table is not valid."""
    folder = find_pack(pack)
    about = _manifest(folder / "pack.toml")
    parties = {p.id: p for p in _parties(folder / "parties.csv")}
    return Pack(
        id=about["id"],
        version=about["version"],
        name_ar=about["name_ar"],
        name_en=about["name_en"],
        language=about["language"],
        folder=folder,
        parties=parties,
        aliases=tuple(_aliases(folder / "aliases.csv", parties)),
        outlets=tuple(_outlets(folder / "outlets.csv", parties)),
        place_tables=tuple(sorted(folder.glob("places*.csv"))),
        wars=tuple(read_wars(folder / "wars.csv", {p.id: p.kind for p in parties.values()})),
        rulers=tuple(read_rulers(folder / "rulers.csv", parties)),
        militias=read_militias(folder / "militias.csv", parties),
        numbered_rebels=_numbered_rebels(folder / "pack.toml", about, parties),
    )


def _id(row: Row) -> str:
    """The id of an entry. Ids are joined by blanks, "+" and " > " where readings are kept."""
    id = row.text("id")
    if not _ID.fullmatch(id):
        problem = _("'{id}' is no id: it has blanks, '+' or '>', or more than 200 characters")
        raise row.error(problem.format(id=id))
    return id


def _numbered_rebels(path: Path, about: dict[str, Any], parties: dict[str, Party]) -> frozenset[str]:
    countries = about.get("numbered_rebels", [])
    for id in countries if isinstance(countries, list) else [countries]:
        if id not in parties or not isinstance(countries, list):
            problem = _("'{key}': '{value}' is no list of ids of parties.csv")
            raise PackError(path, 0, problem.format(key="numbered_rebels", value=id))
    return frozenset(countries)


def _manifest(path: Path) -> dict[str, Any]:
    try:
        about: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(path, 0, _("cannot be read: {why}").format(why=error)) from None
    for key in ("id", "version", "name_ar", "name_en", "language"):
        if not isinstance(about.get(key), str) or not about[key]:
            raise PackError(path, 0, _("'{key}' is missing or no text").format(key=key))
    return about


def _parties(path: Path) -> Iterator[Party]:
    rows = {row.text("id"): row for row in read_table(path, PARTY_COLUMNS)}
    seen: set[str] = set()
    for row in read_table(path, PARTY_COLUMNS):
        id = _id(row)
        if id in seen:
            raise row.error(_("'{id}' is listed twice").format(id=id))
        seen.add(id)
        if row.text("party") not in rows:
            problem = _("column '{column}': '{value}' is not listed")
            raise row.error(problem.format(column="party", value=row.text("party")))
        yield Party(
            id=id,
            kind=cast(ActorKind, row.choice("kind", get_args(ActorKind))),
            party=row.text("party"),
            name_ar=row.text("name_ar"),
            name_en=row.text("name_en"),
            affiliation=row.optional("affiliation"),
            valid_from=row.optional("valid_from"),
            valid_to=row.optional("valid_to"),
            adjectives=row.many("adjectives"),
            people=row.many("people"),
        )


def _aliases(path: Path, parties: dict[str, Party]) -> Iterator[Alias]:
    for row in read_table(path, ALIAS_COLUMNS):
        yield Alias(
            form=row.text("form"),
            id=listed(row, "id", parties),
            use=cast(Use, row.choice("use", get_args(Use))),
            speaker=row.optional("speaker") and listed(row, "speaker", parties),
            valid_from=row.optional("valid_from"),
            valid_to=row.optional("valid_to"),
        )


def _outlets(path: Path, parties: dict[str, Party]) -> Iterator[Outlet]:
    for row in read_table(path, OUTLET_COLUMNS):
        yield Outlet(
            id=_id(row),
            names=row.many("names"),
            domains=row.many("domains"),
            party=row.optional("party") and listed(row, "party", parties),
            loyalty=row.choice("loyalty", LOYALTIES),
            country=row.optional("country"),
        )
