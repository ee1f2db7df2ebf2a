from collections.abc import Callable
from pathlib import Path

import pytest

from riwaya.gazetteer import GazetteerPlace
from riwaya.model import Name, Place, PlaceBasis, PlaceKind, Reading
from riwaya.release import Units, load_units


def known(id: str, kind: PlaceKind, name: str, parent: str, km: float = 2.0) -> GazetteerPlace:
    return GazetteerPlace(id, kind, name, id, (), 35.0, 37.0, km, parent, "SY", 0, "test", "pack")


def place(id: str, kind: PlaceKind = "village", *of: str) -> Place:
    basis = PlaceBasis("derived" if of else "pack", "test", of, "around" if of else None, None)
    return Place(id, Name(id, None), kind, None, 2.0, basis)


UNITS = Units(
    {
        each.id: each
        for each in (
            known("state", "country", "الدولة", ""),
            known("gov", "governorate", "ريف البلوط", "state", 60),
            known("sub", "subdistrict", "ناحية السنديان", "gov", 14),
            known("town", "town", "كفر زيزفون", "sub"),
            known("quarter", "neighbourhood", "حي الورد", "town"),
            known("seat", "town", "ريف البلوط", "state"),
            known("far", "town", "السنط", "state"),
            known("loop", "village", "الدوار", "pool"),
            known("pool", "village", "البركة", "loop"),
        )
    }
)


@pytest.mark.parametrize(
    ("asked", "unit", "holder"),
    [
        (place("town"), "sub", "sub"),
        (place("quarter"), "sub", "town"),
        (place("sub", "subdistrict"), "sub", "gov"),
        (place("gov", "governorate"), "gov", "state"),
        (place("seat"), "gov", "state"),
        (place("far"), "state", "state"),
        (place("derived:around:town", "area", "town"), "sub", "town"),
        (place("derived:in:hospital:quarter", "facility", "quarter"), "sub", "quarter"),
        (place("derived:between:x+town", "area", "x", "town"), "sub", "town"),
        (place("unresolved:somewhere"), None, None),
        (place("loop"), None, "pool"),
    ],
)
def test_units_and_holders_follow_the_parents(asked: Place, unit: str | None, holder: str | None) -> None:
    found, larger = UNITS.unit(asked), UNITS.holder(asked)

    assert (found.id if found else None, larger.id if larger else None) == (unit, holder)


def test_every_village_of_the_shipped_pack_lies_in_a_unit(read: Callable[..., Reading]) -> None:
    units = load_units("syria")
    reading = read("وصل رتل إلى قرية عين عيسى ثم إلى بلدة سراقب.")

    assert reading.places
    assert all(units.unit(each) is not None for each in reading.places)


def test_a_pack_that_is_not_there_leaves_the_gazetteer_of_the_world(tmp_path: Path) -> None:
    units = load_units(tmp_path)

    assert units.unit(place("geonames:170654")) is not None
    assert units.unit(place("syria:aleppo-governorate")) is None


def test_a_user_s_own_pack_lends_its_units(tmp_path: Path) -> None:
    header = "id,kind,name_ar,name_en,aliases_ar,lat,lon,uncertainty_km,parent,source,note\n"
    rows = "own:sub,subdistrict,ناحية السنديان,Holm,,35.2,37.1,14,,test,\nown:town,town,كفر زيزفون,Kafr,,35.2,37.1,2,own:sub,test,\n"
    (tmp_path / "pack.toml").write_text('id = "own"\n', encoding="utf-8")
    (tmp_path / "places.csv").write_text(header + rows, encoding="utf-8")
    unit = load_units(tmp_path).unit(place("own:town"))

    assert unit is not None
    assert unit.id == "own:sub"
