"""Numbers: text in, words and value out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.lexicon.numbers import load_numbers
from riwaya.lexicon.tables import LEXICON
from riwaya.reading.quantities.numbers import Amount, digits, find_amount
from riwaya.text import analyse

NUMBERS = load_numbers(LEXICON / "ar")


def read(text: str) -> Amount | None:
    document = analyse(text)
    return find_amount(document.tokens, 0, len(document.tokens), NUMBERS) if document.tokens else None


VALUES = [
    # digits of both styles, with separators
    ("7 سيارات", "7", 7),
    ("٢٥ شخصا", "٢٥", 25),
    ("۱۲ شخصا", "۱۲", 12),
    ("1,250 شخصا", "1,250", 1250),
    ("1.250.000 شخص", "1.250.000", 1250000),
    ("٥٠٬٠٠٠ شخص", "٥٠٬٠٠٠", 50000),
    ("(20) شخصا", "(20)", 20),
    ("18 ألف شخص", "18 ألف", 18000),
    ("٣٠٠ الف ليرة", "٣٠٠ الف", 300000),
    ("2.5 مليون دولار", "2.5 مليون", 2500000),
    ("3,8 مليون ناخب", "3,8 مليون", 3800000),
    ("10 آلاف و500 أسرة", "10 آلاف و500", 10500),
    ("2 مليون و300 ألف", "2 مليون و300 ألف", 2300000),
    # words
    ("ثلاث قرى", "ثلاث", 3),
    ("ثمانية جنود", "ثمانية", 8),
    ("ثماني نساء", "ثماني", 8),
    ("عشر نساء", "عشر", 10),
    ("عشرة رجال", "عشرة", 10),
    ("أحد عشر رجلا", "أحد عشر", 11),
    ("إحدى عشرة امرأة", "إحدى عشرة", 11),
    ("اثنا عشر رجلا", "اثنا عشر", 12),
    ("اثنتي عشرة امرأة", "اثنتي عشرة", 12),
    ("خمسة عشر رجلا", "خمسة عشر", 15),
    ("عشرين رجلا", "عشرين", 20),
    ("واحد وعشرون رجلا", "واحد وعشرون", 21),
    ("إحدى وثلاثين امرأة", "إحدى وثلاثين", 31),
    ("ثلاثة وعشرين رجلا", "ثلاثة وعشرين", 23),
    ("تسعة وتسعون رجلا", "تسعة وتسعون", 99),
    ("مئة رجل", "مئة", 100),
    ("مائة رجل", "مائة", 100),
    ("مئتي رجل", "مئتي", 200),
    ("مائتان وخمسون", "مائتان وخمسون", 250),
    ("ثلاثمئة رجل", "ثلاثمئة", 300),
    ("ثلاث مئة رجل", "ثلاث مئة", 300),
    ("مئة وستة عشر رجلا", "مئة وستة عشر", 116),
    ("مئة وثلاثة وعشرين رجلا", "مئة وثلاثة وعشرين", 123),
    ("ألف رجل", "ألف", 1000),
    ("ألفي مقاتل", "ألفي", 2000),
    ("ثلاثة آلاف رجل", "ثلاثة آلاف", 3000),
    ("ثلاثة آلاف وخمسمئة", "ثلاثة آلاف وخمسمئة", 3500),
    ("مئة وخمسين ألفا", "مئة وخمسين ألفا", 150000),
    ("مليون نازح", "مليون", 1000000),
    ("مليوني نازح", "مليوني", 2000000),
    ("نصف مليون نازح", "نصف مليون", 500000),
    ("مليون ونصف المليون", "مليون ونصف المليون", 1500000),
    ("مليونين وثلاثمئة ألف", "مليونين وثلاثمئة ألف", 2300000),
    ("ثلاثة مليارات دولار", "ثلاثة مليارات", 3000000000),
    # behind a proclitic
    ("وخمسة جنود", "خمسة", 5),
    ("بعشرين صاروخا", "عشرين", 20),
    ("لثلاثة جنود", "ثلاثة", 3),
]


@pytest.mark.parametrize(("text", "words", "value"), VALUES, ids=[row[0] for row in VALUES])
def test_value(text: str, words: str, value: int) -> None:
    amount = read(text)
    assert amount is not None
    assert (text[amount.start : amount.stop], amount.low, amount.high) == (words, value, value)
    assert not amount.approximate


LOOSENED = [
    ("أكثر من 60 شخصا", "أكثر من 60", 60, None, False),
    ("ما لا يقل عن (20) شخصا", "ما لا يقل عن (20)", 20, None, False),
    ("ما يزيد على مئة شخص", "ما يزيد على مئة", 100, None, False),
    ("50 على الأقل", "50 على الأقل", 50, None, False),
    ("أقل من مئتي جندي", "أقل من مئتي", None, 200, False),
    ("ما لا يزيد عن خمسة", "ما لا يزيد عن خمسة", None, 5, False),
    ("نحو 230 مدنيا", "نحو 230", 230, 230, True),
    ("وحوالى مائة جريح", "حوالى مائة", 100, 100, True),
    ("قرابة 40 شخصا", "قرابة 40", 40, 40, True),
    ("لنحو ٤٠ شخصا", "نحو ٤٠", 40, 40, True),
    ("ما يقارب ألف شخص", "ما يقارب ألف", 1000, 1000, True),
    ("بين 10 و15 شخصا", "بين 10 و15", 10, 15, False),
    ("ما بين 20 إلى 30 ألف شخص", "ما بين 20 إلى 30 ألف", 20000, 30000, False),
    ("10-15 شخصا", "10-15", 10, 15, False),
    ("عشرات الجنود", "عشرات", None, None, True),
    ("العشرات من الجنود", "العشرات", None, None, True),
    ("عشرات الآلاف من السكان", "عشرات الآلاف", None, None, True),
    ("مئات العائلات", "مئات", None, None, True),
    ("بالآلاف", "الآلاف", None, None, True),
    ("ملايين السكان", "ملايين", None, None, True),
]


@pytest.mark.parametrize(
    ("text", "words", "low", "high", "about"), LOOSENED, ids=[row[0] for row in LOOSENED]
)
def test_a_number_stays_as_open_as_it_was_said(
    text: str, words: str, low: int | None, high: int | None, about: bool
) -> None:
    amount = read(text)
    assert amount is not None
    assert (text[amount.start : amount.stop], amount.low, amount.high) == (words, low, high)
    assert amount.approximate is about


@pytest.mark.parametrize(
    "text", ["أحد المدنيين", "نحو الشمال", "أكثر من قرية", "بين الطرفين", "نصف المدينة", "قال", "("]
)
def test_no_number(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("50,000", 50000),
        ("2.5", 2.5),
        ("0.125", 0.125),
        ("12.7.2015", None),
        ("1" * 14, None),
        ("1,000,000", 1e6),
    ],
)
def test_separators(text: str, value: float | None) -> None:
    assert digits(text) == value


@given(st.integers(min_value=1, max_value=10**12))
def test_digits_are_read_to_their_value(number: int) -> None:
    amount = read(f"{number} شخص")
    assert amount is not None
    assert amount.low == amount.high == number
