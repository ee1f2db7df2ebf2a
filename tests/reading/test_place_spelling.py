"""Which places a word may name as it is written: hamzas inside it, and vowel marks."""

from dataclasses import replace

import pytest

from riwaya.gazetteer import GazetteerPlace
from riwaya.model import PlaceKind
from riwaya.reading.places.place_spelling import as_written
from riwaya.text import words


def place(name: str, *aliases: str) -> GazetteerPlace:
    return GazetteerPlace(
        f"x:{name}", "town", name, name, aliases, 33.0, 36.0, 1.0, "", "SY", 0, "map", "gazetteer"
    )


@pytest.mark.parametrize(
    ("text", "name", "may"),
    [
        ("مأرب", "مأرب", True),
        ("مارب", "مأرب", True),  # hamzas are left out
        ("مآرب", "مأرب", False),  # another word
        ("وأن", "وان", False),
        ("وان", "وان", True),
        ("صيدا", "صيدا", True),
        ("صيداً", "صيدا", False),
        ("ادلب", "إدلب", True),
        ("أدلب", "إدلب", True),  # the first letter is confused
        ("تاورغاء", "تاورغاء", True),
        ("كفرأسد", "كفرأسد", True),
        ("مودية", "مودية", True),
        ("مؤدية", "مودية", False),
        ("القائم", "القائم", True),
        ("القايم", "القائم", True),
    ],
)
def test_a_hamza_inside_a_word_is_the_names(text: str, name: str, may: bool) -> None:
    assert bool(as_written(text, words(name), (place(name),), {})) is may


def test_an_alias_with_the_hamza_is_enough() -> None:
    found = place("سيون", "سأون")
    assert as_written("سأون", words("سأون"), (found,), {}) == (found,)


def test_vowel_marks_decide_where_the_table_has_them() -> None:
    oman, amman = replace(place("عمان"), kind="country"), place("عمان")
    marked: dict[str, PlaceKind] = {"عُمان": "country", "عمّان": "town"}
    for text, meant in (
        ("عُمان", (oman,)),
        ("عمّان", (amman,)),
        ("عمان", (oman, amman)),
        ("عَمان", (oman, amman)),
    ):
        assert as_written(text, ("عمان",), (oman, amman), marked) == meant
    assert as_written("عُمان", ("عمان",), (amman,), marked) == (amman,)
