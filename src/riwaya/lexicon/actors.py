"""The words by which Arabic means actors without naming them: bodies, titles, sources, people, generics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from riwaya.lexicon.inflect import decline
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold, words

Branch = Literal["forces", "state"]
TitleUse = Literal["", "official", "ministerial", "group", "governor", "manager", "private"]
When = Literal["", "placed", "harmed", "vulnerable", "telling"]
Alone = Literal["", "complement", "place", "town", "definite", "never"]
Way = Literal[
    "head", "kind", "home", "home-forces", "settled", "pair", "state-pair", "office-pair", "own-state",
    "own-person", "own-forces", "source", "sole", "troops", "regime", "officials",
]  # fmt: skip
#: What a word says of the country: something of it is told, a report is written in its Arabic (جانفي), or it
#: is what districts are called there, and elsewhere something else (مديرية).
HomeUse = Literal["", "tongue", "district"]
#: What a word of actor_words.csv does, as `docs/reference/lexicon.md` describes it.
WordRole = Literal[
    "source", "stance", "disposed", "member", "below", "bearer", "visited", "link", "unit", "loyal", "field",
    "clause", "pressed", "accusing", "sided", "told", "his-words", "deemed", "record", "machine", "harmed",
    "gloss", "by", "commanded",
    "given",
    "auxiliary", "ordinary", "former", "public", "some", "within", "press", "scope", "social", "arm",
    "homonym", "network", "deed", "means", "militia", "backed", "ministry", "people", "region", "senior",
    "service", "parliamentary",
    "inquiry", "private", "wills", "paper", "outward", "keeping", "restoring", "of-order",
    "apparatus", "held", "widened", "air force", "alliance", "purpose", "adjective", "armed", "lawful",
    "help",
]  # fmt: skip

#: Kinds of time_words.csv whose words cannot belong to a name.
_TIME_KINDS = frozenset(
    ("day", "part", "part-of-day", "day-noun", "year-noun", "month-noun", "deictic", "during")
)


@dataclass(frozen=True, slots=True)
class Institution:
    """A noun for a body of a state.

    `alone`: without a nationality it means the state at hand when a definite complement follows
    (وزارة الصحة), or also when the name of a place does (شرطة كركوك), or only that of a
    known town (بيئة الأنبار, never with the article); `definite` ones are a body with the article only
    (العدوان).
    """

    noun: str
    branch: Branch
    alone: Alone


@dataclass(frozen=True, slots=True)
class Title:
    """A noun for an office. An `official` is nobody's name: with a nationality it stands for the state.

    A `ministerial` title needs no nationality to belong to the state at hand (وزير البيئة); a `group`
    is several people, whom no name follows. A `governor` is the state's that his province or town lies in,
    a `manager` where he heads a public service (مدير مطار عدن), a `private` one (محلل) is of no side.
    """

    noun: str
    use: TitleUse


@dataclass(frozen=True, slots=True)
class Generic:
    """A definite noun that goes back to an actor named before, in the first of its `ways` that finds one."""

    form: str
    head: str
    ways: tuple[Way, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Population:
    """People without a side. `speaking` is what they are when they speak.

    `when`: `placed` ones take a complement (سكان المنطقة), `harmed` ones are meant only behind a count or
    where they suffer, and so are `vulnerable` ones, `telling` ones only where they speak; the last two are
    no mention of a group.
    """

    id: str
    speaking: str
    when: When


@dataclass(frozen=True, slots=True)
class StateOffice:
    """An office or body that not every state has: `only` these countries (ids), or all but the `lacking`."""

    only: frozenset[str]
    lacking: frozenset[str]

    def exists_in(self, country: str) -> bool:
        """Whether the state of `country` has it."""
        return country in self.only if self.only else country not in self.lacking


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """The tables of one language; `groups` has every inflected adjective of a source group, folded.

    `seats` has the folded nouns of where unnamed sources sit, and the group that they are by that.
    `stops` are words that end the name of a person or body; `words` lists words by what they do; `homes`
    gives the country (its id) in which one or two folded words are at home, `tongues` that whose Arabic has
    them, of whatever they tell, `districts` that in which they mean a district. `state_offices` has the
    folded words, without articles, of what not every state has, `elsewhere` folded nouns that are no body of
    the state in these countries.
    """

    institutions: PhraseIndex[Institution]
    titles: PhraseIndex[Title]
    groups: dict[str, str]
    seats: dict[str, str]
    populations: PhraseIndex[Population]
    generics: PhraseIndex[Generic]
    stops: frozenset[str]
    words: dict[str, frozenset[str]]
    homes: dict[tuple[str, ...], str]
    tongues: dict[str, str]
    districts: dict[str, str]
    state_offices: dict[tuple[str, ...], StateOffice]
    elsewhere: dict[str, frozenset[str]]

    def state_office(self, told: str) -> StateOffice | None:
        """What the words tell of that not every state has (مكتب رئيس الوزراء)."""
        said = tuple(word.removeprefix("ال") for word in words(told))
        return next((o for form, o in self.state_offices.items() if _is_within(form, said)), None)


def load_actor_lexicon(folder: Path) -> ActorLexicon:
    """The tables in `folder`. Raises PackError where one is not valid."""
    institutions: PhraseIndex[Institution] = PhraseIndex()
    for institution in _institutions(folder / "institutions.csv"):
        for form in _with_article(institution.noun):
            institutions.add(form, institution)
    titles: PhraseIndex[Title] = PhraseIndex()
    for row in read_table(folder / "titles.csv", ("noun", "use")):
        use = cast(TitleUse, row.choice("use", get_args(TitleUse)))
        for form in _with_article(row.text("noun")):
            titles.add(form, Title(row.text("noun"), use))
    groups: dict[str, str] = {}
    for row in read_table(folder / "source_groups.csv", ("adjective", "id")):
        for inflected in decline(row.text("adjective")):
            groups.setdefault(inflected.text, row.text("id"))
    seats = {
        fold(row.text("noun")): row.text("id")
        for row in read_table(folder / "source_seats.csv", ("noun", "id"))
    }
    populations: PhraseIndex[Population] = PhraseIndex()
    for row in read_table(folder / "populations.csv", ("form", "id", "speaking", "when")):
        when = cast(When, row.choice("when", get_args(When)))
        people = Population(row.text("id"), row.optional("speaking") or row.text("id"), when)
        populations.add(row.text("form"), people)
    generics: PhraseIndex[Generic] = PhraseIndex()
    for generic in _generics(folder / "generics.csv"):
        generics.add(generic.form, generic)
    homes: dict[tuple[str, ...], str] = {}
    by_use: dict[str, dict[str, str]] = {"tongue": {}, "district": {}}
    for row in read_table(folder / "home_words.csv", ("word", "country", "use", "gloss")):
        home = words(row.text("word"))
        if home_use := row.choice("use", get_args(HomeUse)):
            by_use[home_use][home[0]] = row.text("country")
        else:
            homes[home] = row.text("country")
    return ActorLexicon(
        institutions,
        titles,
        groups,
        seats,
        populations,
        generics,
        _stops(folder),
        _words(folder),
        homes,
        by_use["tongue"],
        by_use["district"],
        _state_offices(folder / "state_offices.csv"),
        _elsewhere(folder / "not_the_states.csv"),
    )


def _state_offices(path: Path) -> dict[tuple[str, ...], StateOffice]:
    found: dict[tuple[str, ...], StateOffice] = {}
    for row in read_table(path, ("offices", "only", "lacking", "note")):
        office = StateOffice(frozenset(row.many("only")), frozenset(row.many("lacking")))
        found |= {words(form): office for form in row.many("offices")}
    return found


def _elsewhere(path: Path) -> dict[str, frozenset[str]]:
    rows = read_table(path, ("noun", "countries", "note"))
    return {fold(row.text("noun")): frozenset(row.many("countries")) for row in rows}


def _is_within(form: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether the words of `form` stand together among those `said`."""
    return any(said[i : i + len(form)] == form for i in range(len(said)))


def _stops(folder: Path) -> frozenset[str]:
    """Function words, days of the week and words of time."""
    found = {fold(row.text("word")) for row in read_table(folder / "function_words.csv", ("word", "class"))}
    for row in read_table(folder / "weekdays.csv", ("name", "day", "guarded")):
        found.add(fold(row.text("name")))
    for row in read_table(folder / "time_words.csv", ("phrase", "kind", "value")):
        if row.text("kind") in _TIME_KINDS and " " not in row.text("phrase"):
            found.add(fold(row.text("phrase")))
    return frozenset(found)


def _words(folder: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table(folder / "actor_words.csv", ("word", "role")):
        found[row.choice("role", get_args(WordRole))].add(fold(row.text("word")))
    for row in read_table(folder / "person_signs.csv", ("word", "use")):
        if row.text("use") == "given":
            found["given"].add(fold(row.text("word")))
    for row in read_table(folder / "particles.csv", ("form", "role", "gloss")):
        if row.values["role"] == "purpose":
            found["purpose"].add(fold(row.text("form")))
    return {role: frozenset(found[role]) for role in get_args(WordRole)}


def _institutions(path: Path) -> Iterator[Institution]:
    for row in read_table(path, ("noun", "branch", "alone")):
        yield Institution(
            noun=row.text("noun"),
            branch=cast(Branch, row.choice("branch", get_args(Branch))),
            alone=cast(Alone, row.choice("alone", get_args(Alone))),
        )


def _generics(path: Path) -> Iterator[Generic]:
    for row in read_table(path, ("form", "head", "ways", "kinds")):
        ways = cast(tuple[Way, ...], row.choices("ways", get_args(Way)))
        yield Generic(row.text("form"), fold(row.values["head"]), ways, row.many("kinds"))


def _with_article(noun: str) -> tuple[str, str]:
    """A noun bare, and with the article on its last word (وزير, الوزير; هيئة أركان, هيئة الأركان)."""
    *before, last = noun.split()
    return noun, noun if last.startswith("ال") else " ".join((*before, "ال" + last))
