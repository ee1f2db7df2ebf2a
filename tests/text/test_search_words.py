"""What words are sought by: one form for clitics, article, endings and spellings, another for other words."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from riwaya.errors import PackError
from riwaya.text import search_words as module
from riwaya.text import tokenize
from riwaya.text.search_words import BEYOND, REACH, locate, locate_only, own_letters, search_words

SAME = (
    "حلب وحلب بحلب لحلب فحلب وبحلب كحلب",
    "بلدة البلدة ببلدة للبلدة والبلدات بلدتهم بلدات",
    "لجنة اللجنة للجنة ولجنة لجنته",
    "سلاح السلاح بالسلاح وسلاحهم للسلاح",
    "فصيل الفصيل للفصيل وفصيلها",
    "بيان البيان للبيان ببيان وبيانات بيانهم",
    "وزير الوزير لوزير ووزيرها",
    "وزارة الوزارة بوزارة ولوزارة وزاراتها",
    "قوات القوات وقوات بقواتها للقوات قواته",
    "مدني مدنيون مدنيين المدنية مدنيات بالمدنيين",
    "سوريا سورية السوري السوريون لسوريا وسوريين",
    "مسؤول مسئول المسؤولون للمسئولين مسؤولة",
    "أمن الأمن امن للأمن الأمنية",
    "شيء الشيء شئ بشيء",
    "إدلب ادلب بإدلب وإدلب إدلِب إدلـب",
    "قتيل القتيل قتيلا قتيلين",
    "غارة غارات الغارات بغارة غاراتها",
    "قال وقال قالت وقالوا فقال",
    "١٢ 12 ۱۲",
    "1,200 1200 ١٬٢٠٠",
)
OTHER = (
    "بيان كيان", "فيصل يصل", "بلدة ولده", "سلاح فلاح", "كلمة لم", "وزير زير", "فصل وصل", "بسيط وسيط", "حلب حلف",
    "قتل قاتل", "إيران سائر", "12 120", "قوات قوة",
)  # fmt: skip


def form(word: str) -> str:
    found = locate(word).words
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("words", SAME)
def test_variants_of_a_word_are_one(words: str) -> None:
    assert {form(word) for word in words.split()} == {form(words.split(maxsplit=1)[0])}


@pytest.mark.parametrize("words", OTHER)
def test_other_words_are_others(words: str) -> None:
    one, other = words.split()
    assert form(one) != form(other)


@given(st.text(st.sampled_from("ابوفلكسهتنيمقح ء\u0640\u064b.،12٣ّ\n½ﷺa\x00_ئو"), max_size=60))
def test_a_text_is_cut_as_the_tokenizer_does(text: str) -> None:
    located = locate(text)
    assert located.words == search_words(tokenize(text))
    spans = located.spans(0, len(located.words))
    assert [locate(text[start:end]).words for start, end in spans] == [[word] for word in located.words]
    for first in range(len(spans)):
        assert located.spans(first, first + 2) == spans[first : first + 2]


@given(st.text(max_size=40))
def test_forms_are_letters_and_digits(text: str) -> None:
    assert all(word.isalnum() and len(word) <= 64 for word in locate(text).words)


@given(
    st.text(st.sampled_from("ابوفلكسهتنيمقح"), min_size=3, max_size=9),
    st.sampled_from(["و", "ال", "ف", "ب", "وال", "بال"]),
)
def test_a_proclitic_makes_no_other_word(word: str, proclitic: str) -> None:
    # فتاا would be فتاة, whose ف the table says is its own.
    assume(form(proclitic + word) not in {form(listed) for listed in own_letters()})
    assert form(proclitic + word) == form(word)


def test_a_listed_word_keeps_its_letter_in_all_its_spellings() -> None:
    assert form("فتاا") == form("فتاة") != form("تاا")


def test_words_behind_the_reach_and_beyond_counting_are_not_kept() -> None:
    assert len(search_words(tokenize("كلام " * (REACH + 5)))) == REACH
    found = search_words(tokenize("هدنة " * 300 + "جسر"))
    assert found[:255] == ["هدن"] * 255
    assert found[255:] == [BEYOND] * 45 + ["جسر"]


@pytest.mark.parametrize("line", SAME)
@pytest.mark.parametrize("signs", ["", "ـ ", "🔴 "])
def test_only_what_is_sought_has_its_form(line: str, signs: str) -> None:
    text = f"{signs}جاء أنّ الأرض، {line.replace(' ', ', ')} ثم ١٬٢٠٠ و2015."
    whole = locate(text)
    for form in ("قو", "1200", *whole.words):
        found = locate_only(text, {form})
        assert [n for n, w in enumerate(found.words) if w == form] == [
            n for n, w in enumerate(whole.words) if w == form
        ]
        assert found.spans(0, len(found.words)) == whole.spans(0, len(whole.words))


@given(st.text(alphabet="ابتوفلكسيهةىئؤأإآءـ ًُّ.،12٣٬", max_size=60))
def test_what_is_sought_is_found_in_any_text(text: str) -> None:
    whole = locate(text)
    for form in set(whole.words):
        found = locate_only(text, {form}).words
        assert [word == form for word in found] == [word == form for word in whole.words]


@pytest.mark.parametrize(
    ("table", "problem"),
    [
        ("word\nبيان\nمطار\n", "first letter"),
        ("word\nبيان\nبَيان\n", "twice"),
        ("word\nبعد\n", "short"),
        ("form\nبيان\n", "short"),
    ],
)
def test_the_table_is_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: str, problem: str
) -> None:
    path = tmp_path / "own_letters.csv"
    path.write_text(table, encoding="utf-8")
    monkeypatch.setattr(module, "TABLE", path)
    with pytest.raises(PackError, match=problem):
        own_letters.__wrapped__()
