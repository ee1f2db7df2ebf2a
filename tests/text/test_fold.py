import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.text import fold, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("قَالَ", "قال"),
        ("أعلن", "اعلن"),
        ("إعلان", "اعلان"),
        ("آلاف", "الاف"),
        ("\u0671لله", "الله"),
        ("مستشفى", "مستشفي"),
        ("مدرسة", "مدرسه"),
        ("مؤتمر", "موتمر"),
        ("هيئة", "هييه"),
        ("المسئولين", "المسوولين"),
        ("شئون", "شوون"),
        ("ناشئون", "ناشيون"),
        ("رئوي", "ريوي"),
        ("الـــجيش", "الجيش"),
        ("٢٠١٥", "2015"),
        ("۱۹۷۸", "1978"),
        ("كلمة\u200fسر", "كلمهسر"),
        ("گول", "كول"),
        ("یقول", "يقول"),
        ("\ufefb", "لا"),
        ("\ufdf2", "الله"),
        ("T2", "t2"),
        ("", ""),
    ],
)
def test_variants_of_a_word_fold_to_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("منطقة الـ 55", ("منطقه", "ال", "55")),
        ("منطقة الـ55", ("منطقه", "ال", "55")),
        ("محطة T2", ("محطه", "t", "2")),
        ("تنظيم «الدولة»", ("تنظيم", "الدوله")),
        ("  ", ()),
    ],
)
def test_words_cut_letters_from_digits(phrase: str, expected: tuple[str, ...]) -> None:
    assert words(phrase) == expected
