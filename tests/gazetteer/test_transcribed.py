"""Foreign towns by the consonants of their names."""

from functools import lru_cache

import pytest

from riwaya.gazetteer import PlaceIndex, load_world
from riwaya.gazetteer.transcribed import Transcriptions, consonants
from riwaya.text import words


@lru_cache(maxsize=1)
def towns() -> Transcriptions:
    return Transcriptions(PlaceIndex([load_world()]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كيبيك", "كبك"),
        ("فورتسبرغ", "فورتسبورج"),
        ("هامبورج", "هامبورغ"),
        ("سالزبورك", "صالزبورغ"),
        ("كاتماندو", "قطماندو"),
    ],
)
def test_transcriptions_of_one_name_have_the_same_consonants(one: str, other: str) -> None:
    assert consonants(words(one)) == consonants(words(other))


@pytest.mark.parametrize(("one", "other"), [("ليون", "لينز"), ("برلين", "بريمن"), ("كولن", "كليبر")])
def test_other_names_have_others(one: str, other: str) -> None:
    assert consonants(words(one)) != consonants(words(other))


def test_the_largest_town_of_a_transcription_comes_first() -> None:
    found = towns().lookup(words("كولومبس"))
    assert found
    assert found[0].population == max(place.population for place in found)


def test_arab_towns_and_short_names_are_not_transcribed() -> None:
    assert not towns().lookup(words("لو"))
    assert all(place.country != "SY" for place in towns().lookup(words("حالاب")))
