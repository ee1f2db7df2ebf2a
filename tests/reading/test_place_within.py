"""Places that no gazetteer lists lie in the place named beside them."""

from __future__ import annotations

from functools import lru_cache

import pytest

from riwaya.gazetteer import PlaceIndex, distance_km, load_world, read_overlay, read_pack_places
from riwaya.lexicon.place_words import load_place_words
from riwaya.lexicon.tables import LEXICON
from riwaya.model import Place
from riwaya.reading.places.places import PlaceFinder, find_places
from riwaya.text import analyse


@lru_cache(maxsize=1)
def finder() -> PlaceFinder:
    pack = LEXICON.parent / "packs" / "syria"
    index = PlaceIndex([read_pack_places(pack), read_overlay(), load_world()])
    return PlaceFinder(index, load_place_words(LEXICON / "ar"))


def place_of(text: str, name: str) -> Place:
    found = find_places(analyse(text), (), finder())
    return next(m.place for m in found if text[m.span.start : m.span.end] == name)


def point(place: Place) -> tuple[float, float]:
    assert place.geometry is not None
    lon, lat = place.geometry["coordinates"]
    return lat, lon


LOCATED = [
    ("نقل الجرحى إلى مستشفى النبراس التعليمي في البصرة", "مستشفى النبراس", (30.51, 47.78), 20),
    ("حريق في حي الزنابق بتبوك", "حي الزنابق", (28.39, 36.57), 20),
    ("قتلى في قرية الزغابيش جنوب الموصل", "الزغابيش", (36.23, 43.12), 25),
    ("اعتصام في ساحة الزنابق وسط الناصرية في العراق", "ساحة الزنابق", (31.05, 46.26), 20),
    ("شب حريق في تعز قرب حي الزنابق أمس في اليمن", "حي الزنابق", (13.58, 44.02), 20),
    ("في كركوك استهدف القصف مسجد النبراس صباحا في العراق", "مسجد النبراس", (35.47, 44.39), 20),
    ("كركوك - وكالات. تأخر العمال أمس. ثم احترق مسجد النبراس ليلا", "مسجد النبراس", (35.47, 44.39), 20),
    ("حريق في كركوك. تأخر العمال ثم انتقلوا إلى حي الزنابق", "حي الزنابق", (35.47, 44.39), 20),
    ("سيول في معتمدية الزغابيش من ولاية القيروان في تونس", "الزغابيش", (35.68, 10.1), 30),
]


@pytest.mark.parametrize(("text", "name", "where", "within_km"), LOCATED, ids=[case[0] for case in LOCATED])
def test_unlisted_places_lie_where_the_next_name_says(
    text: str, name: str, where: tuple[float, float], within_km: float
) -> None:
    place = place_of(text, name)
    assert place.basis.method == "derived"
    assert place.basis.relation == "in"
    assert distance_km(*point(place), *where) <= within_km
    assert place.uncertainty_km is not None
    assert place.uncertainty_km >= 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سقط صاروخ على بلدة زغبوشة", "زغبوشة"),  # nothing says where
        ("أغلق مستشفى النبراس أبوابه. وفي البصرة هطلت أمطار", "مستشفى النبراس"),  # another sentence
        ("عاد من مستشفى النبراس وقال مسؤول إن البصرة آمنة", "مستشفى النبراس"),  # words between
        ("وصل إلى مسجد النبراس قادما من كركوك", "مسجد النبراس"),  # came from there
        ("بين الموصل وفي كركوك أغلق مسجد النبراس", "مسجد النبراس"),  # one of two towns
        ("حريق في كركوك وآخر في الموصل. تأخر العمال عند مسجد النبراس", "مسجد النبراس"),  # two towns
        ("حريق في كركوك. تأخر العمال ثم عبروا تلة الزنابق", "تلة الزنابق"),  # may lie anywhere
        ("زار بلدة زغبوشة في سوريا", "زغبوشة"),  # a state says too little
    ],
)
def test_others_stay_unresolved(text: str, name: str) -> None:
    place = place_of(text, name)
    assert place.basis.method == "unresolved"
    assert place.geometry is None


def test_a_name_that_is_located_once_is_so_throughout() -> None:
    text = "حريق في حي الزنابق. وقال شهود إن حي الزنابق في البصرة مزدحم"
    found = [m.place for m in find_places(analyse(text), (), finder()) if m.place.kind == "neighbourhood"]
    assert len(found) == 2
    assert {place.basis.relation for place in found} == {"in"}
