"""The table of who governs places in a state's stead."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.packs.check import check_pack
from riwaya.packs.pack import load_pack
from riwaya.packs.rulers import Ruler, read_rulers
from riwaya.text.fold import words

PARTIES = ("north", "land")
ROW = "Alef|مدينة الشمال,north,land,2015-01-02,2016-03-04,a note"


def _table(folder: Path, *rows: str) -> Path:
    path = folder / "rulers.csv"
    path.write_text("\n".join(("places,ruler,country,since,until,note", *rows, "")), encoding="utf-8")
    return path


def test_a_row_is_places_and_who_rules_them(tmp_path: Path) -> None:
    (ruler,) = read_rulers(_table(tmp_path, ROW), PARTIES)
    assert ruler == Ruler((words("Alef"), words("مدينة الشمال")), "north", "land", "2015-01-02", "2016-03-04")


def test_a_pack_may_do_without() -> None:
    assert list(read_rulers(Path("nowhere.csv"), PARTIES)) == []


@pytest.mark.parametrize(
    ("day", "rules"),
    [("2015-01-01", False), ("2015-01-02", True), ("2016-03-04", True), ("2016-03-05", False), (None, False)],
)
def test_it_rules_from_its_first_day_to_its_last(day: str | None, rules: bool) -> None:
    assert Ruler((("alef",),), "north", "land", "2015-01-02", "2016-03-04").rules_on(day) is rules


def test_without_a_day_whoever_still_rules_is_meant() -> None:
    assert Ruler((("alef",),), "north", "land", "2015-01-02", None).rules_on(None)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (",north,land,,,", "places"),
        ("Alef,west,land,,,", "'west' is no id of parties.csv"),
        ("Alef,north,sea,,,", "'sea' is no id of parties.csv"),
    ],
)
def test_a_row_that_is_wrong_is_named(tmp_path: Path, row: str, problem: str) -> None:
    with pytest.raises(PackError, match=problem) as error:
        list(read_rulers(_table(tmp_path, row), PARTIES))
    assert error.value.line == 2


def test_a_check_names_what_is_odd(tmp_path: Path) -> None:
    source = load_pack("syria").folder
    for file in source.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    _table(tmp_path, "بنغازي,lna,lna,2017-13-05,,")
    warnings = check_pack(tmp_path).warnings
    assert "rulers.csv: بنغازي: 'lna' is no state" in warnings
    assert "rulers.csv: بنغازي: '2017-13-05' is no date" in warnings
