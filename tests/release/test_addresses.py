"""Addresses that carry the headline do not tell what title and quotation leave out."""

from urllib.parse import quote

import pytest

from release.saying import gate, told
from riwaya.release import OPEN, Armed, Gate, Guard, Veil

NAMED = Guard((Veil(0, 9, "name"),))
SLUG = "https://news.example/2016/" + quote("العثور-على-جثة-الشاب-وائل-الزعبي")


@pytest.mark.parametrize(
    "guard",
    [
        NAMED,
        Guard((Veil(0, 9, "witness", "medic"),)),
        Guard((Veil(0, 9, "facility", "hospital"),)),
        Guard((), (Armed(500, 520, ("x:town",)),)),
    ],
)
@pytest.mark.parametrize("uri", [SLUG, "https://u:p@news.example:8443/wael-alzoubi.html", SLUG + "?id=3#x"])
def test_with_a_veil_an_address_with_words_is_the_outlet_s(guard: Guard, uri: str) -> None:
    assert gate().uri(uri, guard) == "https://news.example/"


@pytest.mark.parametrize(
    "uri",
    [
        "https://news.example/news/2016/03/1234.html",
        "https://news.example/?p=1234",
        "https://news.example/article/9f31c2a0-77aa",
        "https://news.example",
        None,
    ],
)
def test_numbers_tell_nothing(uri: str | None) -> None:
    assert gate().uri(uri, NAMED) == uri


def test_without_a_veil_an_address_is_whole() -> None:
    assert gate().uri(SLUG, Guard((Veil(0, 9, "place", "", "ناحية"),))) == SLUG


@pytest.mark.parametrize("uri", ["/home/rana/wael-alzoubi.txt", "http://[broken/wael"])
def test_of_what_names_no_host_nothing_is_told(uri: str) -> None:
    assert gate().uri(uri, NAMED) is None


def test_a_claim_leaves_with_its_address_covered_and_says_so() -> None:
    released = gate().told(told("قال إن الطريق مقطوع", uri=SLUG, guard=NAMED))

    assert released is not None
    assert (released.uri, released.masked) == ("https://news.example/", ("address-withheld",))


def test_a_policy_that_masks_nothing_leaves_addresses_alone() -> None:
    assert Gate(gate().now, OPEN).uri(SLUG, NAMED) == SLUG
