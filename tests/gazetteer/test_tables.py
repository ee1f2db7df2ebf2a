"""The tables that ship, and what the loader says about tables that are wrong."""

from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.gazetteer import GazetteerPlace, distance_km, read_overlay, read_pack_places
from riwaya.gazetteer.table import COLUMNS, OVERLAY, read_countries, read_places, read_reaches
from riwaya.text import words

SYRIA = OVERLAY.parents[1] / "packs" / "syria"
HEADER = ",".join(COLUMNS)
ROW = "x:one,town,قرية,One,,34.5,38.5,2,,a map,"


@pytest.fixture(scope="module")
def syria() -> dict[str, GazetteerPlace]:
    return {place.id: place for place in read_pack_places(SYRIA)}


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("governorate", 14),
        ("district", 60),
        ("oil-field", 20),
        ("base", 30),
        ("crossing", 25),
        ("valley", 5),
        ("region", 15),
        ("zone", 5),
        ("town", 90),
        ("village", 200),
        ("neighbourhood", 90),
    ],
)
def test_the_pack_knows_places_of_every_kind(syria: dict[str, GazetteerPlace], kind: str, least: int) -> None:
    assert sum(place.kind == kind for place in syria.values()) >= least


def test_every_parent_is_a_place_or_a_country(syria: dict[str, GazetteerPlace]) -> None:
    known = set(syria) | {p.id for p in read_overlay()} | {p.id for p in read_countries()} | {""}
    assert not {p.parent for p in (*syria.values(), *read_overlay())} - known


def test_every_syrian_place_is_in_or_beside_syria(syria: dict[str, GazetteerPlace]) -> None:
    for place in syria.values():
        assert 32.3 <= place.lat <= 37.4, place
        assert 35.6 <= place.lon <= 42.4, place
        assert place.country == "SY", place


def test_places_of_a_governorate_are_within_its_reach(syria: dict[str, GazetteerPlace]) -> None:
    for place in syria.values():
        unit = syria.get(place.parent)
        if unit and place.kind in {"town", "village", "neighbourhood"}:
            assert place.distance_km(unit) < 3 * unit.uncertainty_km + 20, (place.id, unit.id)


def test_wadi_al_waar_is_north_east_of_the_zone_and_not_the_quarter_of_homs(
    syria: dict[str, GazetteerPlace],
) -> None:
    wadi, zone, quarter = (syria[f"syria:{slug}"] for slug in ("wadi-al-waar", "zone-55", "homs-al-waer"))
    assert wadi.lat > zone.lat
    assert wadi.lon > zone.lon
    assert wadi.distance_km(zone) > zone.uncertainty_km
    assert quarter.distance_km(syria["syria:homs-governorate"]) < 200
    assert wadi.distance_km(quarter) > 250


def test_the_humaymah_of_the_desert_is_near_t2_and_the_four_others_are_not(
    syria: dict[str, GazetteerPlace],
) -> None:
    named = [p for p in syria.values() if words(p.name_ar)[0].removeprefix("ال") == "حميمه"]
    near = [p.id for p in named if p.distance_km(syria["syria:t2-station"]) < 50]
    assert len(named) == 5
    assert near == ["syria:humaymah"]


def test_names_are_written_plainly(syria: dict[str, GazetteerPlace]) -> None:
    for place in (*syria.values(), *read_overlay(), *read_countries()):
        for name in place.names:
            assert name == " ".join(name.split()), place.id
            assert not any("\u064b" <= c <= "\u0652" or c == "\u0640" for c in name.replace("الـ", "")), (
                place.id
            )


def test_no_alias_repeats_what_folding_finds_anyhow(syria: dict[str, GazetteerPlace]) -> None:
    for place in (*syria.values(), *read_overlay()):
        forms = [words(name) for name in place.names]
        assert len(forms) == len(set(forms)), place.id


def test_names_have_arabic_letters() -> None:
    for place in read_overlay():
        for name in place.names:
            assert any("\u0621" <= c <= "\u06ff" for c in name), (place.id, name)


def test_no_two_places_of_one_kind_and_parent_share_a_name() -> None:
    bearers: dict[tuple[str, ...], str] = {}
    for place in read_overlay():
        for name in place.names:
            bearer = bearers.setdefault((place.parent, place.kind, *words(name)), place.id)
            assert bearer == place.id, (name, bearer, place.id)


def test_estimated_coordinates_say_so(syria: dict[str, GazetteerPlace]) -> None:
    assert all(place.source for place in (*syria.values(), *read_overlay()))
    known = ("GeoNames ", "OCHA COD-AB ", "estimated from map knowledge", "defined as ")
    assert all(place.source.startswith(known) for place in (*syria.values(), *read_overlay()))


def test_countries_have_reaches_and_centres() -> None:
    assert read_reaches()["SY"] == "arab"
    assert {p.country for p in read_countries()} == set(read_reaches())


@pytest.mark.parametrize(
    ("rows", "line", "problem"),
    [
        ([ROW, ROW], 3, "is there twice"),
        ([ROW.replace("34.5", "134.5")], 2, "not between -90 and 90"),
        ([ROW.replace("38.5", "nan")], 2, "out of range"),
        ([ROW.replace("38.5", "east")], 2, "not a number"),
        ([ROW.replace("town", "hamlet")], 2, "'hamlet' is none of"),
        ([ROW.replace("x:one", "one")], 2, "not of the form"),
        ([ROW.replace("قرية", "")], 2, "'name_ar' is empty"),
        ([ROW.replace(",2,", ",0,")], 2, "uncertainty_km"),
        ([ROW + ",more"], 2, "12 values for 11 columns"),
    ],
)
def test_a_wrong_row_is_named_by_file_and_line(
    tmp_path: Path, rows: list[str], line: int, problem: str
) -> None:
    path = tmp_path / "places.csv"
    path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    with pytest.raises(PackError, match=problem) as caught:
        read_places(path, "pack")
    assert (caught.value.path, caught.value.line) == (str(path), line)


def test_parents_in_a_circle_end_without_a_country(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    rows = ["x:a,town,قرية,A,,34,38,2,x:b,a map,", "x:b,town,بلدة,B,,34,38,2,x:a,a map,"]
    path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    assert [place.country for place in read_places(path, "pack")] == ["", ""]


def test_distance_of_damascus_and_aleppo() -> None:
    assert distance_km(33.51, 36.29, 36.20, 37.16) == pytest.approx(309, abs=3)
