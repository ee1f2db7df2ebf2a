"""Right-to-left text on terminals that do not order it."""

import unicodedata

import pytest

from riwaya.exchange.bidi import FSI, PDI, RLI, shape, strip_isolates, visual


def plain(text: str) -> str:
    """The letters behind presentation forms."""
    return unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize(
    ("line", "base", "seen"),
    [
        ("abc", "ltr", "abc"),
        ("", "rtl", ""),
        ("دار", "ltr", "راد"),
        ("abc دار", "ltr", "abc راد"),
        ("abc دار", "rtl", "راد abc"),
        ("دار 12 رزق", "ltr", "قزر 12 راد"),
        ("دار (زر)", "rtl", "(رز) راد"),
        ("دار ab زر", "rtl", "رز ab راد"),
        ("دار 1,5", "rtl", "1,5 راد"),
        ("دار 50%", "rtl", "%50 راد"),
        (f"abc {FSI}دار 12{PDI} def", "ltr", "abc 12 راد def"),
        (f"{RLI}abc{PDI} دار", "rtl", "راد abc"),
        (f"دار {FSI}abc (d){PDI}", "rtl", "abc (d) راد"),
        (f"open {FSI}دار", "ltr", "open راد"),
    ],
)
def test_a_line_as_it_is_seen(line: str, base: str, seen: str) -> None:
    assert plain(visual(line, base=base)) == seen


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("بيت", ["BEH INITIAL", "YEH MEDIAL", "TEH FINAL"]),
        ("دار", ["DAL ISOLATED", "ALEF ISOLATED", "REH ISOLATED"]),
        ("سلام", ["SEEN INITIAL", "LAM WITH ALEF FINAL", "MEEM ISOLATED"]),
        ("لا", ["LAM WITH ALEF ISOLATED"]),
    ],
)
def test_letters_take_the_form_of_their_place(word: str, names: list[str]) -> None:
    found = [unicodedata.name(char).removeprefix("ARABIC ").removesuffix(" FORM") for char in shape(word)]

    assert [name.replace("LETTER ", "").replace("LIGATURE ", "") for name in found] == names


def test_marks_stay_on_their_letter() -> None:
    assert plain(visual("دَر")) == "رد\u064e"


def test_words_on_either_side_of_a_blank_do_not_join() -> None:
    assert plain(shape("ب ب")) == "ب ب"
    assert unicodedata.name(shape("ب ب")[0]).endswith("ISOLATED FORM")


def test_isolates_can_be_taken_out() -> None:
    assert strip_isolates(f"a{FSI}b{PDI}{RLI}c{PDI}") == "abc"
