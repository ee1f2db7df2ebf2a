from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.text import tokenize, word_before

MESSY = st.text(
    alphabet=st.sampled_from('وقالبسكلاأإىةء ًُـ\u200f\u200d\u2066٠5T.,:«»"“()\n\r\t-–؟'), max_size=120
)


@given(MESSY)
def test_tokens_slice_back_to_the_text(text: str) -> None:
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text


@given(MESSY)
def test_tokens_come_in_order_and_do_not_overlap(text: str) -> None:
    tokens = tokenize(text)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    assert [t.index for t in tokens] == list(range(len(tokens)))


@given(MESSY)
def test_splits_start_inside_their_token(text: str) -> None:
    for token in tokenize(text):
        for split in token.splits:
            assert token.start <= token.start_of(split) <= token.end


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قال 20 شخصا.", ["word", "number", "word", "sign"]),
        ("ال55", ["word", "number"]),
        ("12,500 و3.5", ["number", "word", "number"]),
        ("أ\nب", ["word", "newline", "word"]),
        ("أ\r\nب", ["word", "newline", "word"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [t.kind for t in tokenize(text)] == kinds


@pytest.mark.parametrize(
    ("word", "prefix", "rest"),
    [
        ("وقال", "و", "قال"),
        ("للتنظيم", "ل", "التنظيم"),
        ("وللجيش", "ول", "الجيش"),
        ("بالمدينة", "ب", "المدينه"),
        ("وبحسب", "و", "بحسب"),
        ("ستعلن", "س", "تعلن"),
        ("قال", "", "قال"),
    ],
)
def test_proclitics_may_be_shed(word: str, prefix: str, rest: str) -> None:
    token = tokenize(word)[0]
    assert (prefix, rest) in [(s.prefix, s.rest) for s in token.splits]


def test_the_rest_begins_behind_marks_and_tatweel() -> None:
    token = tokenize("وَلِـلجيش")[0]
    split = next(s for s in token.splits if s.prefix == "ول" and s.rest == "الجيش")
    assert token.text[token.start_of(split) :] == "لجيش"


def test_nothing_stands_before_the_first_word() -> None:
    tokens = tokenize("قصفت البلدة بعد")
    assert [word_before(tokens, i) for i in range(3)] == ["", "قصفت", "البلده"]
