"""Parts of a reading in words: times, counts, chains, quotations."""

import dataclasses

import pytest

from exchange.sample import TEXT, TOLL, sample, span
from riwaya.exchange.index import Index, clean
from riwaya.exchange.labels import time_label
from riwaya.exchange.wording import chain_line, chain_of, gist, quantity, quotation, quoted
from riwaya.i18n import use_language
from riwaya.model import Span, Time

INDEX = Index(sample())


def bare(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize(
    ("value", "english", "arabic"),
    [
        ("2023-05-17", "2023-05-17", "2023-05-17"),
        ("2023-05", "2023-05", "2023-05"),
        ("2023-W20", "2023-W20", "2023-W20"),
        ("2023-05-17T14:30", "2023-05-17T14:30", "2023-05-17T14:30"),
        ("2023-05-17TNI", "2023-05-17 (night)", "2023-05-17 (ليلاً)"),
        ("2023-05-15/2023-05-17", "2023-05-15 – 2023-05-17", "2023-05-15 – 2023-05-17"),
        ("P1W", "1 week", "أسبوع واحد"),
        ("P3D", "3 days", "3 أيام"),
        ("PXD", "قبل أيام", "قبل أيام"),
        ("XXXX-WXX-2", "قبل أيام", "قبل أيام"),
        ("PAST_REF", "قبل أيام", "قبل أيام"),
    ],
)
def test_a_time_in_words(value: str, english: str, arabic: str) -> None:
    time = Time("DATE", value, None)

    with use_language("en"):
        assert time_label(time, "قبل أيام") == english
    with use_language("ar"):
        assert time_label(time, "قبل أيام") == arabic


def test_a_vague_time_without_words_has_its_own() -> None:
    assert time_label(Time("DATE", "PAST_REF", None), "") == "in the past"


@pytest.mark.parametrize(
    ("low", "high", "approximate", "words"),
    [
        (12, None, False, "killed: at least 12 (preliminary)"),
        (None, 12, False, "killed: at most 12 (preliminary)"),
        (12, 12, False, "killed: 12 (preliminary)"),
        (12, 12, True, "killed: about 12 (preliminary)"),
        (12, 15, False, "killed: 12–15 (preliminary)"),
        (None, None, True, "killed: 12 جندياً على الأقل (preliminary)"),
    ],
)
def test_a_count_in_words(low: int | None, high: int | None, approximate: bool, words: str) -> None:
    count = dataclasses.replace(TOLL, low=low, high=high, approximate=approximate)

    assert bare(quantity(count, INDEX)) == words


def test_a_gist_names_who_does_what_to_whom_where() -> None:
    words = "Russian armed forces → shelters → Unidentified armed men · by protecting · As Sukhnah"

    assert bare(gist(INDEX.claims["c1"], INDEX)) == words


def test_the_chain_of_an_attribution_runs_from_the_outlet_through_its_parents() -> None:
    chain = chain_of(INDEX.attributions["a3"], INDEX)

    assert (
        bare(chain_line(chain)) == "barid-al-badia ← Unnamed local sources ← Global Coalition (investigation)"
    )


def test_who_goes_on_speaking_is_named_once() -> None:
    first, second, third = chain_of(INDEX.attributions["a3"], INDEX)

    assert bare(chain_line((first, second, second, third))).count("Unnamed local sources") == 1


@pytest.mark.parametrize(
    ("words", "shown"),
    [("نص", "«نص»"), ("«نص»", "«نص»"), ('"نص"', '"نص"'), ("«نص» آخر", "««نص» آخر»"), ("", "«»")],
)
def test_words_get_quotation_marks_once(words: str, shown: str) -> None:
    assert quoted(words) == shown


def test_a_long_passage_is_cut_around_its_anchor_between_words() -> None:
    anchor = span("ونقل")
    cut = quotation(Span(0, len(TEXT)), anchor, INDEX)

    assert "ونقل" in cut
    assert cut.startswith("… ")
    assert cut.endswith(" …")
    assert len(cut) < 400
    assert set(cut.split()) - {"…"} <= set(TEXT.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb", "a b"),
        ("a\x1b[0mb", "a[0mb"),
        ("a\u202eb", "ab"),
        ("\ufeffa ", "a"),
        ("می\u200cرود", "می\u200cرود"),
    ],
)
def test_text_is_cleaned_of_what_acts(text: str, shown: str) -> None:
    assert clean(text) == shown
