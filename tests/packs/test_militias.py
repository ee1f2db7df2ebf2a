"""The table of what militias are called of which it is only told with whom they stand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.packs.check import check_pack
from riwaya.packs.militias import Militias, read_militias
from riwaya.packs.pack import load_pack

PARTIES = ("north", "south", "northern-bands")


def _table(folder: Path, *rows: str) -> Path:
    path = folder / "militias.csv"
    path.write_text("\n".join(("backer,militias,country,note", *rows, "")), encoding="utf-8")
    return path


def test_a_row_is_a_party_and_its_militias(tmp_path: Path) -> None:
    assert read_militias(_table(tmp_path, "north,northern-bands,,a note"), PARTIES) == {
        "north": Militias("northern-bands", None)
    }


def test_a_pack_may_do_without(tmp_path: Path) -> None:
    assert read_militias(tmp_path / "militias.csv", PARTIES) == {}


@pytest.mark.parametrize(
    "row",
    ["east,northern-bands,,", "north,bands,,", ",northern-bands,,", "north,,,", "north,northern-bands,east,"],
)
def test_a_row_that_names_nobody_known_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(PackError, match=r"militias\.csv:2"):
        read_militias(_table(tmp_path, row), PARTIES)


def test_one_party_has_one_name_for_its_militias(tmp_path: Path) -> None:
    path = _table(tmp_path, "north,northern-bands,,", "north,south,,")
    with pytest.raises(PackError, match=r"militias\.csv:3"):
        read_militias(path, PARTIES)


def test_the_shipped_pack_names_the_whole_party() -> None:
    pack = load_pack("syria")
    assert pack.militias
    assert all(pack.parties[backer].party == backer for backer in pack.militias)


def test_what_a_person_should_look_at(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(load_pack("syria").folder, mine)
    _table(mine, "syrian-army,iran-backed-militias,,", "iran,iran,,")
    warnings = "\n".join(w for w in check_pack(mine).warnings if w.startswith("militias.csv"))
    assert "'syrian-army' is part of 'syrian-government'" in warnings
    assert "'iran' is no armed group" in warnings
