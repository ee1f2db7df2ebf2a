"""Parties, places and outlets by the names that people type."""

import pytest

from questions.helpers import take_in
from riwaya.archive import Archive, schema
from riwaya.errors import UsageError
from riwaya.questions.names import find_outlet, find_party, find_place, names_of

PLACES = (
    {"n": 901, "id": "x:a", "kind": "town", "name_ar": "المثال", "name_en": "Mithal", "method": "gazetteer"},
    {
        "n": 902,
        "id": "x:b",
        "kind": "governorate",
        "name_ar": "المثال",
        "name_en": "Mithal Province",
        "method": "pack",
    },
    {
        "n": 903,
        "id": "derived:north-of:x:c",
        "kind": "area",
        "name_ar": "النموذج",
        "name_en": None,
        "method": "derived",
    },
    {
        "n": 904,
        "id": "x:c",
        "kind": "village",
        "name_ar": "النموذج",
        "name_en": "Namudhaj",
        "method": "gazetteer",
    },
    {
        "n": 905,
        "id": "unresolved:قرية",
        "kind": "village",
        "name_ar": "قرية بعيدة",
        "name_en": None,
        "method": "unresolved",
    },
)
EMPTY = dict.fromkeys(("lat", "lon", "uncertainty_km", "geometry", "source", "relation", "distance_km"))


@pytest.fixture
def known(archive: Archive) -> Archive:
    take_in(
        archive, ("okaz", "2015-07-22", "نقلت صحيفة عكاظ عن فرنسا وتنظيم الدولة الإسلامية أن القصف توقف.")
    )
    with archive.writing() as connection:
        connection.execute(schema.places.insert(), [{**EMPTY, "of": "", **row} for row in PLACES])
    return archive


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("islamic-state", "islamic-state"),
        ("فرنسا", "france"),
        (" France ", "france"),
        ("FRANCE", "france"),
        ("تنظيم الدولة الاسلاميه", "islamic-state"),
        ("Islamic State", "islamic-state"),
    ],
)
def test_parties(known: Archive, asked: str, id: str) -> None:
    with known.reading() as connection:
        assert find_party(connection, asked) == id


@pytest.mark.parametrize(
    ("asked", "id"),
    [
        ("x:a", "x:a"),
        ("Mithal", "x:a"),
        ("نموذج", None),
        ("النموذج", "x:c"),
        ("قرية بعيدة", "unresolved:قرية"),
    ],
)
def test_places(known: Archive, asked: str, id: str | None) -> None:
    with known.reading() as connection:
        if id is not None:
            assert find_place(connection, asked) == id
            return
        with pytest.raises(UsageError, match="near it: النموذج"):
            find_place(connection, asked)


def test_a_name_of_several_places_lists_them(known: Archive) -> None:
    with (
        known.reading() as connection,
        pytest.raises(UsageError, match=r"x:a \(town\), x:b \(governorate\)"),
    ):
        find_place(connection, "المثال")


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ("Frence", "near it: france"),
        ("zzzzzz", "near it: nothing"),
        ("other", "no registry"),
        ("", "no party"),
    ],
)
def test_parties_that_are_not_there(known: Archive, asked: str, problem: str) -> None:
    with known.reading() as connection, pytest.raises(UsageError, match=problem):
        find_party(connection, asked)


def test_outlets(known: Archive) -> None:
    with known.reading() as connection:
        assert find_outlet(connection, "okaz") == find_outlet(connection, "عكاظ") == "okaz"
        with pytest.raises(UsageError, match="near it: okaz"):
            find_outlet(connection, "okazz")


def test_names_for_ids(known: Archive) -> None:
    ids = ["france", "x:c", "derived:north-of:x:c", "nobody"]
    with known.reading() as connection:
        english, arabic = (names_of(connection, ids, language) for language in ("en", "ar"))

    assert english == {"france": "France", "x:c": "Namudhaj", "derived:north-of:x:c": "النموذج"}
    assert arabic == {"france": "فرنسا", "x:c": "النموذج", "derived:north-of:x:c": "النموذج"}
