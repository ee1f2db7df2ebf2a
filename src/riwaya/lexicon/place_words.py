"""The words around a place's name: kinds, directions, and signs that none follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from riwaya.i18n import gettext as _
from riwaya.lexicon.countries import load_countries
from riwaya.lexicon.inflect import decline
from riwaya.lexicon.tables import read_table
from riwaya.model import PlaceKind
from riwaya.text import fold, words
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import splits

Role = Literal["unit", "settlement", "landmark", "facility", "area"]
Opens = Literal["any", "definite", "located", "known"]
DirectionUse = Literal["construct", "noun", "adjective"]

_WORD_ROLES = frozenset({
    "preposition", "kilometre", "unit-rest", "between", "from", "away", "about", "towards", "route", "border",
    "capital", "part", "middle", "verbal", "opener", "qualifier", "deed", "seat", "other", "accord", "dead",
    "object", "everywhere", "struck", "lying", "function", "month", "clock", "any", "lies",
    "taken", "leading",
})  # fmt: skip
_NUMBERS = frozenset({"one", "many"})


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """A noun that says what kind of place the name after it is of.

    `role` decides what the place's words are: a settlement's noun (مدينة تدمر) is no part of its name,
    that of a unit, landmark, facility or area (محافظة حمص، جبل الشيخ، مطار المزة، ريف حلب) is. `opens` says
    which words after it are a name though no gazetteer lists them: any, one with the article, one with the
    article where a preposition or another noun stands before, or none.
    `spread_km` is how far an area reaches beyond the place it is named after. After a noun in the dual or
    plural (`many`) a list of names may follow.
    """

    word: str
    role: Role
    kind: PlaceKind
    opens: Opens
    spread_km: float
    many: bool


@dataclass(frozen=True, slots=True)
class Direction:
    """A point of the compass, in degrees clockwise from north, and how the word is built in."""

    bearing: float
    use: DirectionUse


@dataclass(frozen=True, slots=True)
class Demonym:
    """An adjective of nationality: the country's ISO 3166 code and the Arabic names of its capital."""

    country: str
    capitals: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Facility:
    """A noun with the article, and the adjectives behind it that tell one such place from all others.

    `demonym` among them stands for every adjective of nationality.
    """

    noun: PlaceNoun
    adjectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """The closed word classes by which places are told, every key folded."""

    nouns: Mapping[str, PlaceNoun]
    directions: Mapping[str, Direction]
    roles: Mapping[str, frozenset[str]]
    followers: frozenset[str]
    bearers: frozenset[str]
    titles: frozenset[str]
    given_names: frozenset[str]
    demonyms: Mapping[str, Demonym]
    #: Set phrases in which a place's name names none (حماة الوطن), by their first words.
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]

    facilities: Mapping[str, Facility]
    #: Kinds of the places whose names are told from others by vowel marks, as written.
    marked: Mapping[str, PlaceKind]

    #: The adjective of nationality that a folded word is, proclitics shed.
    demonym: Remembered[Demonym | None]

    def has(self, word: str, role: str) -> bool:
        """Whether the folded `word` has that role."""
        return word in self.roles[role]


def load_place_words(folder: Path) -> PlaceLexicon:
    """Load the tables of the language folder (`lexicon/ar`). Raises PackError with file and line."""
    persons = _by_role(folder / "person_signs.csv", "use", frozenset({"bearer", "title", "given", "surname"}))
    demonyms = _demonyms(folder)
    return PlaceLexicon(
        nouns=_nouns(folder / "place_nouns.csv"),
        directions=_directions(folder / "directions.csv"),
        roles=_by_role(folder / "place_words.csv", "role", _WORD_ROLES),
        followers=frozenset(
            fold(r.text("word")) for r in read_table(folder / "place_followers.csv", ["word"])
        ),
        bearers=persons["bearer"],
        titles=persons["title"],
        given_names=persons["given"] | persons["surname"],
        demonyms=demonyms,
        phrases=_phrases(folder / "place_phrases.csv"),
        facilities=_facilities(folder / "place_facilities.csv"),
        marked={
            row.text("word"): cast("PlaceKind", row.choice("kind", get_args(PlaceKind)))
            for row in read_table(folder / "place_marks.csv", ("word", "kind", "note"))
        },
        demonym=Remembered(
            lambda word: next((demonyms[s.rest] for s in splits(word) if s.rest in demonyms), None)
        ),
    )


def _nouns(path: Path) -> dict[str, PlaceNoun]:
    nouns: dict[str, PlaceNoun] = {}
    for row in read_table(path, ("word", "role", "kind", "opens", "spread_km", "number")):
        word = fold(row.text("word"))
        nouns[word] = PlaceNoun(
            word,
            cast("Role", row.choice("role", get_args(Role))),
            cast("PlaceKind", row.choice("kind", get_args(PlaceKind))),
            cast("Opens", row.choice("opens", get_args(Opens))),
            row.number("spread_km"),
            row.choice("number", _NUMBERS) == "many",
        )
    return nouns


def _facilities(path: Path) -> dict[str, Facility]:
    found = {}
    for row in read_table(path, ("noun", "kind", "adjectives")):
        word = fold(row.text("noun"))
        kind = cast("PlaceKind", row.choice("kind", get_args(PlaceKind)))
        noun = PlaceNoun(word, "facility", kind, "known", 0.0, many=False)
        found[word] = Facility(noun, frozenset(fold(each) for each in row.many("adjectives")))
    return found


def _directions(path: Path) -> dict[str, Direction]:
    return {
        fold(row.text("word")): Direction(
            row.number("bearing"), cast("DirectionUse", row.choice("use", get_args(DirectionUse)))
        )
        for row in read_table(path, ("word", "bearing", "use"))
    }


def _by_role(path: Path, column: str, allowed: frozenset[str]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {role: set() for role in allowed}
    for row in read_table(path, ("word", column)):
        found[row.choice(column, allowed)].add(fold(row.text("word")))
    return {role: frozenset(members) for role, members in found.items()}


def _phrases(path: Path) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in read_table(path, ("phrase", "note")):
        form = words(row.text("phrase"))
        if len(form) < 2:
            raise row.error(_("column 'phrase': a phrase has two words or more"))
        found.setdefault(form[0], []).append(form)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()}


def _demonyms(folder: Path) -> dict[str, Demonym]:
    """Every definite and indefinite form of the countries' adjectives (`سوري` → السوري، السورية، سورية …)."""
    demonyms: dict[str, Demonym] = {}
    for country in load_countries(folder):
        demonym = Demonym(country.iso2, tuple(words(name) for name in country.capitals_ar))
        for adjective in country.adjectives:
            for form in decline(adjective):
                demonyms.setdefault(form.text, demonym)
    return demonyms
