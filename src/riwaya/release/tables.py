"""What the gate knows of words: tables that people can read and correct."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from riwaya.i18n import gettext as _
from riwaya.lexicon.inflect import decline
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.tables import read_table
from riwaya.model import EventType
from riwaya.release.labels import LABELS
from riwaya.text import fold

#: Folder of the tables that ship with the package.
TABLES = Path(__file__).parent / "ar"

#: A claim of that type is of armed presence or movement: always, when armed people or weapons take part,
#: or when it is about a site (a base, a checkpoint) rather than a populated place.
When = Literal["always", "armed", "site"]
#: Words of armed `force` count with the types that need them, those of a `site` with control, and those
#: that stand `alone` make any claim one of armed presence or movement.
ArmedUse = Literal["force", "site", "alone"]
#: `private` words stand before the name of somebody who did not choose to be known, `relative` ones before
#: a relative's, `intro` ones before any name; `public` ones before the name of an office's holder or a
#: person of public life; what `thing` words name is no person (شارع، كتيبة). `courtesy` words may stand
#: between. In a sentence with a word of `harm` names are those of victims. `link` words are parts of a
#: name, `stop` words never, `age` words follow a number of years, and below a `list` heading stand names.
PersonUse = Literal[
    "private", "relative", "intro", "public", "thing", "courtesy", "harm", "link", "stop", "age", "list"
]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of the gate, every word folded."""

    events: Mapping[tuple[str, str], When]
    armed: PhraseIndex[ArmedUse]
    facilities: PhraseIndex[str]
    witnesses: PhraseIndex[str]
    persons: PhraseIndex[PersonUse]
    #: Names of people whose life is public, and phrases that only look like names.
    public_names: PhraseIndex[str]
    #: Given names as written, by their folded form, and those of them that are ordinary words as well.
    given: Mapping[str, str]
    ambiguous: frozenset[str]
    #: Ordinary words beside those of the reader's lexicon.
    common: frozenset[str]


@lru_cache(maxsize=1)
def load_tables(folder: Path = TABLES) -> Tables:
    """Load the tables. Raises PackError with file and line for a row that is not valid."""
    names = list(read_table(folder / "given_names.csv", ("name", "also")))
    return Tables(
        events=_events(folder / "armed_events.csv"),
        armed=_phrases(folder / "armed_words.csv", "use", get_args(ArmedUse)),
        facilities=_phrases(folder / "sensitive_places.csv", "label", tuple(LABELS)),
        witnesses=_phrases(folder / "witness_words.csv", "label", tuple(LABELS)),
        persons=_phrases(folder / "person_words.csv", "use", get_args(PersonUse)),
        public_names=_phrases(folder / "public_names.csv", "is", ("person", "phrase")),
        given={fold(row.text("name")): row.text("name") for row in names},
        ambiguous=frozenset(
            fold(row.text("name")) for row in names if row.choice_or_none("also", ("word",)) is not None
        ),
        common=frozenset(fold(r.text("word")) for r in read_table(folder / "common_words.csv", ("word",))),
    )


def _events(path: Path) -> dict[tuple[str, str], When]:
    found: dict[tuple[str, str], When] = {}
    for row in read_table(path, ("type", "mode", "when", "note")):
        key = (row.choice("type", get_args(EventType)), row.optional("mode") or "")
        if key in found:
            raise row.error(_("'{id}' is listed twice").format(id=" ".join(key).strip()))
        found[key] = cast("When", row.choice("when", get_args(When)))
    return found


def _phrases(path: Path, column: str, allowed: tuple[str, ...]) -> PhraseIndex[Any]:
    """The phrases of a table; a single word after `+` in all its forms, with and without the article."""
    index: PhraseIndex[Any] = PhraseIndex()
    for row in read_table(path, ("phrase", column)):
        phrase, value = row.text("phrase"), row.choice(column, allowed)
        if not phrase.startswith("+"):
            index.add(phrase, value)
            continue
        if " " in phrase:
            raise row.error(_("column 'phrase': only a single word is inflected"))
        for form in decline(phrase[1:]):
            index.add(form.text, value)
    return index
