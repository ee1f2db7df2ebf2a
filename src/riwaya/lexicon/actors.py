"""The words by which Arabic names actors without a name: bodies, titles, unnamed sources, people, generics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from riwaya.lexicon.inflect import decline
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold

Branch = Literal["forces", "state"]
Alone = Literal["", "definite", "complement"]
Way = Literal["head", "kind", "home", "pair", "state-pair", "own-state", "own-person", "own-forces"]


_SOURCE_NOUNS = frozenset(("مصدر", "مصادر", "المصدر", "المصادر", "مصدرين", "مصدران"))
_STANCES = frozenset(("بين", "موقف", "حكومه", "نظام", "قرار", "سياسه", "حلفاء", "علاقات", "مواقف", "حليف"))


@dataclass(frozen=True, slots=True)
class Institution:
    """A noun for a body of a state. `alone` says when it means the state at hand without a nationality."""

    noun: str
    branch: Branch
    alone: Alone


@dataclass(frozen=True, slots=True)
class Title:
    """A noun for an office. An `official` is nobody's name: with a nationality it stands for the state."""

    noun: str
    official: bool


@dataclass(frozen=True, slots=True)
class Generic:
    """A definite noun that goes back to an actor named before: by its `head`, by kind, by the country at hand."""

    form: str
    head: str
    ways: tuple[Way, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """The tables of one language; `groups` has every inflected adjective of a source group, folded."""

    institutions: PhraseIndex[Institution]
    titles: PhraseIndex[Title]
    groups: dict[str, str]
    populations: PhraseIndex[str]
    generics: PhraseIndex[Generic]
    stops: frozenset[str]
    source_nouns: frozenset[str]
    stances: frozenset[str]


def load_actor_lexicon(folder: Path) -> ActorLexicon:
    """The tables in `folder`. Raises PackError where one is not valid."""
    institutions: PhraseIndex[Institution] = PhraseIndex()
    for institution in _institutions(folder / "institutions.csv"):
        for form in _with_article(institution.noun):
            institutions.add(form, institution)
    titles: PhraseIndex[Title] = PhraseIndex()
    for row in read_table(folder / "titles.csv", ("noun", "official")):
        for form in _with_article(row.text("noun")):
            titles.add(form, Title(row.text("noun"), row.choice("official", ("yes", "")) == "yes"))
    groups: dict[str, str] = {}
    for row in read_table(folder / "source_groups.csv", ("adjective", "id")):
        for inflected in decline(row.text("adjective")):
            groups.setdefault(inflected.text, row.text("id"))
    populations: PhraseIndex[str] = PhraseIndex()
    for row in read_table(folder / "populations.csv", ("form", "id")):
        populations.add(row.text("form"), row.text("id"))
    generics: PhraseIndex[Generic] = PhraseIndex()
    for generic in _generics(folder / "generics.csv"):
        generics.add(generic.form, generic)
    return ActorLexicon(institutions, titles, groups, populations, generics, _stops(folder), _SOURCE_NOUNS, _STANCES)


def _stops(folder: Path) -> frozenset[str]:
    """Words that end the name of a person or body: function words, days of the week."""
    found = {fold(row.text("word")) for row in read_table(folder / "function_words.csv", ("word", "class"))}
    for row in read_table(folder / "weekdays.csv", ("name", "day", "guarded")):
        found.add(fold(row.text("name")))
    return frozenset(found | {"اليوم", "امس", "غدا", "الماضي", "الماضيه", "المقبل", "المقبله", "الحالي", "الجاري"})


def _institutions(path: Path) -> Iterator[Institution]:
    for row in read_table(path, ("noun", "branch", "alone")):
        yield Institution(
            noun=row.text("noun"),
            branch=cast(Branch, row.choice("branch", get_args(Branch))),
            alone=cast(Alone, row.choice("alone", get_args(Alone))),
        )


def _generics(path: Path) -> Iterator[Generic]:
    for row in read_table(path, ("form", "head", "ways", "kinds")):
        ways = row.many("ways")
        if not ways or not set(ways) <= set(get_args(Way)):
            raise row.error(f"column 'ways': '{row.values['ways']}'; allowed: {', '.join(get_args(Way))}")
        yield Generic(row.text("form"), fold(row.values["head"]), cast(tuple[Way, ...], ways), row.many("kinds"))


def _with_article(noun: str) -> tuple[str, str]:
    """A noun bare, and with the article on its last word (وزير, الوزير; هيئة أركان, هيئة الأركان)."""
    *before, last = noun.split()
    return noun, " ".join((*before, "ال" + last))
