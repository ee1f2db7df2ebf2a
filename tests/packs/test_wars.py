"""The table of who fights whom: read with the pack, complained of by file and line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.packs.check import check_pack
from riwaya.packs.pack import load_pack
from riwaya.packs.wars import War, read_wars

PARTIES = {"north": "armed-group", "south": "government", "west": "state", "centre": "government"}


def _table(folder: Path, *rows: str) -> Path:
    path = folder / "wars.csv"
    path.write_text("\n".join(("side,against,since,until,note", *rows, "")), encoding="utf-8")
    return path


def test_a_row_is_a_camp_and_who_fights_it(tmp_path: Path) -> None:
    path = _table(tmp_path, "north|west,south,2014-01-01,2016-01-01,a note")
    (war,) = read_wars(path, PARTIES)
    assert war == War(("north", "west"), ("south",), "2014-01-01", "2016-01-01", "south")
    assert war.lasts_on("2015-05-05")
    assert war.lasts_on(None)
    assert not war.lasts_on("2013-12-31")
    assert not war.lasts_on("2016-01-02")


def test_of_two_governments_none_is_that_of_the_land(tmp_path: Path) -> None:
    rows = _table(tmp_path, "north,south|west,,,", "north,south|centre,,,", "north,west,,,")
    assert [war.government for war in read_wars(rows, PARTIES)] == ["south", None, None]


def test_a_pack_may_do_without(tmp_path: Path) -> None:
    assert list(read_wars(tmp_path / "wars.csv", PARTIES)) == []


@pytest.mark.parametrize("row", ["north,east,,,", "east,north,,,", ",north,,,", "north,,,,"])
def test_a_row_that_names_nobody_known_is_refused(tmp_path: Path, row: str) -> None:
    path = _table(tmp_path, row)
    with pytest.raises(PackError, match=r"wars\.csv:2"):
        list(read_wars(path, PARTIES))


def test_no_party_of_the_shipped_pack_fights_itself() -> None:
    pack = load_pack("syria")
    assert pack.wars
    for war in pack.wars:
        assert not set(war.side) & set(war.against)
        roots = {pack.parties[a].party for a in (*war.side, *war.against)}
        assert roots == {*war.side, *war.against}, "readings count by the party that a body belongs to"


def test_what_a_person_should_look_at(tmp_path: Path) -> None:
    shutil.copytree(load_pack("syria").folder, tmp_path / "mine")
    (tmp_path / "mine" / "wars.csv").write_text(
        "side,against,since,until,note\nhamas,israel|hamas,2020-13-45,,\nal-qassam-brigades,israel,2024-01-01,2023-01-01,\n",
        encoding="utf-8",
    )
    warnings = "\n".join(w for w in check_pack(tmp_path / "mine").warnings if w.startswith("wars.csv"))
    assert "'2020-13-45' is no date" in warnings
    assert "'hamas' is on both sides" in warnings
    assert "ends before it begins" in warnings
    assert "'al-qassam-brigades' is part of 'hamas'" in warnings
