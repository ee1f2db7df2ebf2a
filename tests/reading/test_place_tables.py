"""The tables by which places are told: they load, agree with one another, and name file and line if not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.gazetteer import distance_km
from riwaya.gazetteer.borders import load_borders
from riwaya.gazetteer.parts import load_parts
from riwaya.gazetteer.table import read_countries
from riwaya.lexicon.place_words import load_place_words
from riwaya.lexicon.tables import LEXICON

TABLES = (
    "place_nouns",
    "directions",
    "place_words",
    "place_followers",
    "place_phrases",
    "place_marks",
    "place_facilities",
    "person_signs",
    "countries",
)


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
        ("place_nouns", "مضارب,tent,village,any,0,one"),
        ("place_nouns", "مضارب,area,village,any,wide,one"),
        ("place_nouns", "مضارب,area,village,any,0,few"),
        ("place_phrases", "حماة,one word"),
        ("place_marks", "عُمان,state,Oman"),
        ("place_facilities", "السفارة,embassy,demonym"),
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


def test_parts_of_countries_are_of_known_ones_and_lie_in_them() -> None:
    states = {place.country: place for place in read_countries()}
    parts = load_parts()
    assert len(parts) >= 30
    for (country, _), part in parts.items():
        state = states[country]
        assert distance_km(part.lat, part.lon, state.lat, state.lon) < 2.5 * state.uncertainty_km


@pytest.mark.parametrize(
    "row", ["SY,0,36,38,50,x", "SY,400,36,38,50,x", "SY,90,136,38,50,x", "SY,east,36,38,50,x"]
)
def test_a_part_that_is_not_valid_is_named(tmp_path: Path, row: str) -> None:
    path = tmp_path / "parts.csv"
    path.write_text(f"iso,bearing,lat,lon,uncertainty_km,source\nSY,0,36,38,50,x\n{row}\n", encoding="utf8")
    with pytest.raises(PackError, match=r"parts\.csv:3: "):
        load_parts(path)


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
