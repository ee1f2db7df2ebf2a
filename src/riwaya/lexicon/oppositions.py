"""Oppositions: words that exclude one another where they are said of the same thing.

Words of one pole say much the same (ارتفع, صعد), words of two poles of an axis cannot both hold (ارتفع,
انخفض). An axis may have more than two poles (north, south, east, west).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.inflect import conjugate, decline, noun_forms, without_pronoun
from riwaya.lexicon.tables import Row, read_table
from riwaya.text.fold import fold
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import splits

COLUMNS = ("axis", "pole", "past", "present", "masdar", "noun", "adjective", "gloss")
TABLE = "oppositions.csv"
#: A word this short, once a pronoun is taken off it, is too likely to be another word.
_SHORTEST = 3


@dataclass(frozen=True, slots=True, order=True)
class Pole:
    """One end of an axis: `level` / `up`."""

    axis: str
    name: str


@dataclass(frozen=True, slots=True)
class OppositionLexicon:
    """The poles of every listed form, by the folded word; look-ups are remembered."""

    poles: Remembered[frozenset[Pole]]


def load_oppositions(folder: Path) -> OppositionLexicon:
    """The oppositions listed in `folder`. Raises PackError on an invalid row or an axis with one pole."""
    forms: dict[str, set[Pole]] = {}
    first: dict[str, Row] = {}
    names: dict[str, set[str]] = {}
    for row in read_table(folder / TABLE, COLUMNS):
        pole = Pole(row.text("axis"), row.text("pole"))
        row.text("gloss")
        first.setdefault(pole.axis, row)
        names.setdefault(pole.axis, set()).add(pole.name)
        listed = list(_forms(row))
        if not listed:
            raise row.error(_("the entry lists no word"))
        for form in listed:
            forms.setdefault(form, set()).add(pole)
    for axis, poles in names.items():
        if len(poles) < 2:
            raise first[axis].error(_("axis '{axis}' has only one pole").format(axis=axis))
    found = {form: frozenset(poles) for form, poles in forms.items()}
    return OppositionLexicon(Remembered(lambda word: _look_up(word, found)))


def _forms(row: Row) -> Iterator[str]:
    for form in conjugate(row.values["past"], row.values["present"]):
        if form.person == 3 and form.tense != "imperative":
            yield form.text
    for noun in (*row.many("masdar"), *row.many("noun")):
        yield from (form.text for form in noun_forms(noun))
        if noun.endswith("ة"):  # before what follows: قفزة → قفزته
            yield fold(noun)[:-1] + "ت"
    for adjective in row.many("adjective"):
        if adjective.startswith("ال"):
            yield fold(adjective)
        else:
            yield from (form.text for form in decline(adjective))


def _look_up(word: str, forms: dict[str, frozenset[Pole]]) -> frozenset[Pole]:
    """The poles of the whole word, else of what is left when it sheds proclitics, else a pronoun."""
    parts = splits(word)
    for split in parts:
        if split.rest in forms:
            return forms[split.rest]
    for split in parts:
        for rest, _pronoun in without_pronoun(split.rest):
            if len(rest) >= _SHORTEST and rest in forms:
                return forms[rest]
    return frozenset()
