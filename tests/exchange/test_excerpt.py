"""A long report in parts: nothing is lost, nothing is too long, what a part holds stands on its own."""

import unicodedata
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from exchange.sample import sample
from riwaya.exchange.excerpt import excerpt, part_with, parts_of
from riwaya.exchange.index import Index
from riwaya.exchange.page import Page
from riwaya.model import Reading, Span


def of_text(text: str) -> Reading:
    reading = sample()
    report = replace(reading.report, text=text, title=None, repeats=())
    return replace(reading, report=report, claims=(), attributions=(), mentions=(), links=(), matters=())


@given(st.text(alphabet="اب \n\u064b"), st.integers(1, 20))
def test_parts_follow_one_another_and_are_no_longer_than_asked(text: str, characters: int) -> None:
    parts = parts_of(of_text(text), characters=characters)
    assert "".join(text[part.start : part.end] for part in parts) == text
    assert all(0 < part.end - part.start <= characters for part in parts) or not text


def test_a_part_ends_at_a_line_else_at_a_blank() -> None:
    lines = of_text("واحد اثنان\n" * 10)
    assert all(lines.report.text[part.end - 1] == "\n" for part in parts_of(lines, characters=30))
    words = of_text("كلمة " * 100)
    assert all(words.report.text[part.end - 1] == " " for part in parts_of(words, characters=48))


def test_one_word_is_cut_before_a_letter_and_not_before_its_vowel() -> None:
    parts = parts_of(of_text("بَ" * 500), characters=101)
    assert len(parts) == 10
    assert not any(unicodedata.combining("بَ"[part.start % 2]) for part in parts)


def test_a_part_has_no_more_claims_than_asked_unless_they_begin_together() -> None:
    reading = sample()
    starts = [claim.content.start for claim in reading.claims]
    for most in (1, 2, 3):
        for part in parts_of(reading, claims=most):
            within = [start for start in starts if part.start <= start < part.end]
            assert len(within) <= most or len(set(within)) == 1


def test_every_claim_is_in_one_part_with_what_it_rests_on() -> None:
    reading = sample()
    parts = parts_of(reading, claims=2)
    assert len(parts) > 1
    excerpts = [excerpt(reading, part) for part in parts]
    assert [c.id for each in excerpts for c in each.claims] == [
        c.id for c in sorted(reading.claims, key=lambda c: part_with(parts, c.content.start))
    ]
    for part, each in zip(parts, excerpts, strict=True):
        index = Index(each)
        assert all(
            hop.attribution in index.attributions for c in each.claims for hop in c.chain if hop.attribution
        )
        assert all(place in index.places for c in each.claims for place in c.event.place)
        page = Page(index, part=part, room=True)
        assert str(page.text.html).count("<p") >= 1
        assert {c.id for card in page.cards for c in card.claims} == {c.id for c in each.claims}


def test_a_short_report_is_one_part() -> None:
    reading = sample()
    assert parts_of(reading) == (Span(0, len(reading.report.text)),)
    assert parts_of(of_text("")) == (Span(0, 0),)
