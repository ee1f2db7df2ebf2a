"""What a name may mean: layers, homonyms, and names that are ordinary words."""

from dataclasses import replace

import pytest

from riwaya.gazetteer import GazetteerPlace, PlaceIndex, load_world, read_overlay, read_pack_places
from riwaya.gazetteer.table import OVERLAY
from riwaya.text import words

SYRIA = OVERLAY.parents[1] / "packs" / "syria"


@pytest.fixture(scope="module")
def index() -> PlaceIndex:
    return PlaceIndex([read_pack_places(SYRIA), read_overlay(), load_world()])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("حلب", "geonames:170063"),
        ("البوكمال", "syria:abu-kamal"),
        ("البو كمال", "syria:abu-kamal"),
        ("كوباني", "syria:kobani"),
        ("الباغوز", "syria:baghuz"),
        ("الغوطة الشرقية", "syria:eastern-ghouta"),
        ("منطقة الـ55", "syria:zone-55"),
        ("منطقة ال ٥٥", "syria:zone-55"),
        ("محطة T2", "syria:t2-station"),
        ("محطة الt2", "syria:t2-station"),
        ("وادي الوعر", "syria:wadi-al-waar"),
        ("الوعر", "syria:homs-al-waer"),
        ("ديرالزور", "geonames:170794"),
        ("كفرزيتا", "syria:kafr-zita"),
        ("سوروتش", "world:suruc"),
        ("جنيف", "world:geneva"),
        ("الشرق الأوسط", "world:middle-east"),
        ("لبنان", "geonames:272103"),
        ("السعودية", "geonames:102358"),
        ("سلطنة عمان", "geonames:286963"),
        ("عمان", "geonames:250441"),
        ("صلاح الدين", "world:iraq-saladin"),
    ],
)
def test_what_a_name_most_likely_means(index: PlaceIndex, name: str, expected: str) -> None:
    found = index.lookup(words(name))
    assert expected in [place.id for place in found]
    if name != "صلاح الدين":  # a town, a governorate and a quarter: the report's other places decide
        assert found[0].id == expected


@pytest.mark.parametrize(
    "name", ["إلى", "كان", "علي", "محمد", "سنة", "الجمعة", "واحد", "فإن", "البغدادي", "سوري"]
)
def test_ordinary_words_need_a_place_noun(index: PlaceIndex, name: str) -> None:
    assert all(place.needs_noun for place in index.lookup(words(name)))


@pytest.mark.parametrize("name", ["الباب", "دوما", "صور", "القائم", "سرت"])
def test_names_that_also_are_words_need_context(index: PlaceIndex, name: str) -> None:
    first = index.lookup(words(name))[0]
    assert (first.needs_context, first.needs_noun) == (True, False)


@pytest.mark.parametrize("name", ["حمص", "الرقة", "إدلب", "موسكو", "بغداد", "تل أبيض", "القلمون"])
def test_well_known_names_stand_alone(index: PlaceIndex, name: str) -> None:
    assert not index.lookup(words(name))[0].needs_context


def test_a_governorate_named_like_its_town_needs_its_noun(index: PlaceIndex) -> None:
    found = {place.kind: place for place in index.lookup(words("حمص"))}
    assert found["governorate"].needs_noun
    assert not found["town"].needs_noun


def test_no_name_no_place(index: PlaceIndex) -> None:
    assert index.lookup(words("لامكان")) == ()
    assert index.get("syria:nowhere") is None


PLACE = GazetteerPlace(
    "a:1", "town", "النموذجية", "Model", (), 34.0, 38.0, 2.0, "", "SY", 0, "a map", "pack"
)  # fmt: skip


def test_the_same_place_of_a_later_layer_only_lends_its_population() -> None:
    later = replace(PLACE, id="b:1", lat=34.05, population=9000, method="gazetteer")
    (found,) = PlaceIndex([[PLACE], [later]]).lookup(words("النموذجية"))
    assert (found.id, found.population) == ("a:1", 9000)


def test_a_homonym_further_off_stays() -> None:
    later = replace(PLACE, id="b:1", lat=35.0, method="gazetteer")
    assert [p.id for p in PlaceIndex([[PLACE], [later]]).lookup(words("النموذجية"))] == ["a:1", "b:1"]


def test_neighbouring_villages_of_one_name_in_a_pack_stay() -> None:
    other = replace(PLACE, id="a:2", lat=34.06)
    assert len(PlaceIndex([[PLACE, other]]).lookup(words("النموذجية"))) == 2


def test_items_gives_every_name_once(index: PlaceIndex) -> None:
    forms = [form for form, _ in index.items()]
    assert len(forms) == len(set(forms)) == len(index)
