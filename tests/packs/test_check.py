"""What a check says of labels of several parties, and of countries whose rebels number their units."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.packs.check import check_pack
from riwaya.packs.pack import load_pack

PARTIES = """\
north,armed-group,north,الشمال,North,,,,,,made up
south,armed-group,south,الجنوب,South,,,,,,made up
land,state,land,الأرض,Land,,,,,,made up
cabinet,government,cabinet,حكومة الأرض,Cabinet,,,,,,made up
"""


def _pack(folder: Path, *aliases: str, about: str = "") -> Path:
    source = load_pack("syria").folder
    for file in source.iterdir():
        first = file.read_text(encoding="utf-8").splitlines()[0]
        (folder / file.name).write_text(f"{first}\n", encoding="utf-8")
    (folder / "parties.csv").write_text(
        (folder / "parties.csv").read_text(encoding="utf-8") + PARTIES, encoding="utf-8"
    )
    with (folder / "aliases.csv").open("a", encoding="utf-8") as table:
        table.writelines(f"{row}\n" for row in aliases)
    keys = "\n".join(f'{k} = "{v}"' for k, v in KEYS.items())
    (folder / "pack.toml").write_text(f"{keys}\n{about}\n", encoding="utf-8")
    return folder


KEYS = {"id": "made-up", "version": "0", "name_ar": "مختلق", "name_en": "Made up", "language": "ar"}


@pytest.mark.parametrize(
    ("aliases", "told_apart"),
    [
        (("الرجال,north,label,,,,", "الرجال,south,label,,,,"), True),  # of groups the one that is named
        (("الرجال,north,label,,,,", "الرجال,land,label,,,,"), False),
        (("الرجال,north,label,land,,,", "الرجال,land,label,south,,,"), True),  # in two mouths
        (
            ("الرجال,north,label,land,,,", "الرجال,south,label,land,,,"),
            True,
        ),  # of his foes the one that is named
        (("الرجال,north,label,land,,,", "الرجال,north,label,land,,,"), False),
        (("الرجال,north,label,,,,", "الرجال,north,label,,,,"), False),  # twice
        (("الرجال,north,name,,,,", "الرجال,south,name,,,,"), False),
        (("الأرض,land,name,,,,", "الأرض,cabinet,metonym,,,,"), True),  # a country and its government
        (("الأرض,land,name,,,,", "الأرض,north,metonym,,,,"), False),
    ],
)
def test_forms_of_two_parties_are_told_apart(
    tmp_path: Path, aliases: tuple[str, ...], told_apart: bool
) -> None:
    warnings = check_pack(_pack(tmp_path, *aliases)).warnings
    assert any("aliases.csv" in warning for warning in warnings) is not told_apart


def test_countries_whose_rebels_number_their_units_are_listed(tmp_path: Path) -> None:
    assert load_pack(_pack(tmp_path)).numbered_rebels == frozenset()
    assert load_pack(_pack(tmp_path, about='numbered_rebels = ["land"]')).numbered_rebels == {"land"}


@pytest.mark.parametrize("value", ['["sea"]', '"land"', "1"])
def test_what_is_no_list_of_countries_is_refused(tmp_path: Path, value: str) -> None:
    with pytest.raises(PackError, match="numbered_rebels"):
        load_pack(_pack(tmp_path, about=f"numbered_rebels = {value}"))
