"""The tables by which places are told: they load, agree with one another, and name file and line if not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.gazetteer.borders import load_borders
from riwaya.gazetteer.table import read_countries
from riwaya.lexicon.place_words import load_place_words
from riwaya.lexicon.tables import LEXICON

TABLES = ("place_nouns", "directions", "place_words", "place_followers", "person_signs", "countries")


def test_words_load() -> None:
    words = load_place_words(LEXICON / "ar")
    assert len(words.nouns) >= 60
    assert words.nouns["مدينه"].role == "settlement"
    assert words.directions["شمالي"].bearing == 0
    assert words.demonyms["السوريه"].country == "SY"
    assert not words.followers & words.roles["opener"]


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("place_nouns", "مضارب,tent,village,any,0"),
        ("place_nouns", "مضارب,area,village,any,wide"),
        ("directions", "شمال,north,construct"),
        ("place_words", "هناك,adverb"),
        ("person_signs", "محمد,name"),
        ("place_followers", "كلمة,زائدة"),
    ],
)
def test_a_row_that_is_not_valid_is_named(tmp_path: Path, table: str, row: str) -> None:
    for name in TABLES:
        shutil.copy(LEXICON / "ar" / f"{name}.csv", tmp_path)
    path = tmp_path / f"{table}.csv"
    lines = path.read_text(encoding="utf8").splitlines()
    path.write_text("\n".join([*lines, row]) + "\n", encoding="utf8")
    with pytest.raises(PackError, match=rf"{table}\.csv:{len(lines) + 1}: "):
        load_place_words(tmp_path)


def test_borders_are_between_known_countries() -> None:
    known = {place.country for place in read_countries()}
    borders = load_borders()
    assert len(borders) >= 30
    assert all(border.countries <= known for border in borders.values())


@pytest.mark.parametrize(
    "row",
    ['SY,SY,"33 38|34 39",x', 'SY,XX,"33 38",x', 'SY,XX,"33 38|north",x', 'SY,XX,"33 38|94 39",x'],
)
def test_a_border_that_is_not_valid_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "borders.csv"
    path.write_text(f"one,other,line,source\n{row}\n", encoding="utf8")
    with pytest.raises(PackError, match=r"borders\.csv:2: "):
        load_borders(path)
