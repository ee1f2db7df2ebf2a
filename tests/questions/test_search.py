"""`search`: which reports, in which order, with which passage; the same on both stores."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from archive.reports import REPORTS, fill, ready
from riwaya.archive import Archive, schema
from riwaya.archive.search import parse
from riwaya.errors import UsageError
from riwaya.questions import Desk, Filters
from riwaya.questions import search as module
from riwaya.questions.answer import Answer
from riwaya.questions.passages import marks, passage
from riwaya.questions.search import search
from riwaya.release import OPEN, Policy

MOMENT = datetime(2024, 1, 1, tzinfo=UTC)


def asked(archive: Archive, text: str, **filters: object) -> Answer:
    return search(Desk(archive, moment=MOMENT), Filters(**filters), text)  # type: ignore[arg-type]


def days(answer: Answer) -> list[object]:
    return [line.evidence[0].published for line in answer.lines]


@pytest.mark.parametrize("many", [0, 1000])
def test_the_newest_come_first_and_undated_ones_last(
    archive: Archive, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    monkeypatch.setattr(module, "_MANY", many)
    fill(archive)
    answer = asked(archive, "سوريا OR سوق OR قصف")
    assert days(answer) == [
        "2019-03-05", "2019-03-04T18:30:00+03:00", "2019-03-04T09:00:00+03:00", "2019-03-04", "2019-02-28", None,
    ]  # fmt: skip
    assert answer.total == 6


def test_reports_of_one_moment_are_in_the_order_of_their_keys(archive: Archive) -> None:
    told = [ready(f"وصلت قافلة رقم {n} إلى المخيم", published="2020-02-02") for n in range(40, 70)]
    archive.add(archive.begin_batch("-"), told)
    found = [line.cells[-1] for line in asked(archive, "قافلة").lines]
    assert found == sorted(each.report["key"] for each in told)


def test_pages_follow_each_other(archive: Archive) -> None:
    fill(archive)
    whole = asked(archive, "قصف OR غارة OR سوق")
    pages = [asked(archive, "قصف OR غارة OR سوق", limit=2, offset=start) for start in (0, 2, 4)]
    assert [line for page in pages for line in page.lines] == list(whole.lines)
    assert {page.total for page in pages} == {whole.total} == {4}


@pytest.mark.parametrize(
    ("typed", "filters", "reports"),
    [
        ("مقتل", {}, 1),
        ("القتلى OR مقتل", {}, 2),
        ("غارة -حصيلة", {}, 1),
        ('"ريف حلب"', {}, 1),
        ('"حلب ريف"', {}, 0),
        ("السوق NEAR/2 إدلب", {}, 1),
        ("فصائ*", {}, 1),
        ("قصف", {"outlet": "sana"}, 1),
        ("قصف", {"since": "2019-03-04"}, 2),
        ("قصف", {"until": "2019-03-03"}, 0),
        ("روسيا", {"party": "russia"}, 2),
        ("قالت", {"party": "turkey"}, 1),
        ("قال OR قالت", {"party": "turkey", "outlet": "tass"}, 0),
        ("روسيا", {"mode": "no such mode"}, 0),
    ],
)
def test_a_search_finds_so_many(archive: Archive, typed: str, filters: dict[str, str], reports: int) -> None:
    fill(archive)
    answer = asked(archive, typed, **filters)
    assert (answer.total, len(answer.lines)) == (reports, reports)


def test_a_place_narrows_to_reports_with_a_claim_about_it(archive: Archive) -> None:
    fill(archive)
    with archive.reading() as connection:
        place = connection.scalar(select(schema.places.c.id).where(schema.places.c.name_ar.contains("نبل")))
    assert days(asked(archive, "مصادر", place=place)) == ["2019-03-04T09:00:00+03:00"]


def test_a_line_shows_where_the_words_stand(archive: Archive) -> None:
    keys = fill(archive)
    (line,) = asked(archive, '"المجتمع الدولي" حظر').lines
    evidence = line.evidence[0]
    told = REPORTS[4][2]
    assert evidence.report == line.cells[-1] == keys[4]
    assert evidence.quotation == told[evidence.start : evidence.end]
    assert [evidence.quotation[a:b] for a, b in evidence.marks] == ["المجتمع", "الدولي", "حظر"]
    assert (evidence.claim, evidence.outlet) == ("", "anha")


def test_titles_are_shown(archive: Archive) -> None:
    fill(archive)
    titles = {line.cells[2] for line in asked(archive, "المرصد").lines}
    assert titles == {"المرصد: تسعة قتلى في غارة على سوق", "ارتفاع حصيلة الغارة على السوق"}


def test_a_removed_text_is_shown_as_nothing(archive: Archive) -> None:
    fill(archive)
    with archive.writing() as connection:
        connection.execute(delete(schema.texts))
    assert {line.evidence[0].quotation for line in asked(archive, "قصف").lines} == {""}


def test_what_helps_is_said_when_nothing_was_found(archive: Archive) -> None:
    fill(archive)
    assert asked(archive, "حلب").notes == ()
    assert len(asked(archive, "زلزال").notes) == 1
    assert len(asked(archive, 'زلزال "حلب ريف"').notes) == 3


def test_private_names_are_masked_in_passages(archive: Archive) -> None:
    told = "قال بائع الخبز مروان الحسيني إن القصف أصاب السوق القديم في المدينة."
    archive.add(archive.begin_batch("-"), [ready(told)])
    (line,) = asked(archive, "القصف").lines
    shown = line.evidence[0].quotation
    assert "الحسيني" not in shown
    assert [shown[a:b] for a, b in line.evidence[0].marks] == ["القصف"]
    whole = Desk(archive, policy=OPEN, who="H", why="test", moment=MOMENT)
    assert "مروان الحسيني" in search(whole, Filters(), "القصف").lines[0].evidence[0].quotation


def test_a_passage_is_as_long_as_the_policy_has_it(archive: Archive) -> None:
    fill(archive)
    short = Desk(archive, policy=Policy(quotation=40), who="H", why="test", moment=MOMENT)
    assert {len(line.evidence[0].quotation) <= 40 for line in search(short, Filters(), "قصف").lines} == {True}
    whole = Desk(archive, policy=OPEN, who="H", why="test", moment=MOMENT)
    assert search(whole, Filters(), "السخنة").lines[0].evidence[0].quotation == REPORTS[5][2].rstrip(".")


LONG = " ".join(
    ["بدأت الهدنة"] + ["وتبادل الطرفان الأسرى قرب المعبر الحدودي"] * 120 + ["ثم سقط جسر الفرات في الهدنة."]
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("جسر", ["جسر"]),
        ("الهدنة", ["الهدنة"]),
        ("الهدنة الجسر", ["جسر", "الهدنة"]),
        ('"جسر الفرات"', ["جسر", "الفرات"]),
    ],
)
def test_the_passage_shows_most_of_what_was_sought(typed: str, shown: list[str]) -> None:
    start, end = passage(LONG, parse(typed), 200)
    assert 100 < end - start <= 200
    assert LONG[:start].endswith(" ") or start == 0
    assert LONG[start] != " "
    assert [LONG[start:end][a:b] for a, b in marks(LONG[start:end], parse(typed))] == shown


@given(st.text(st.sampled_from("حلب قصف\n.ـ،ab1 "), max_size=300), st.integers(1, 250))
def test_a_passage_is_part_of_its_text(text: str, length: int) -> None:
    start, end = passage(text, parse("حلب OR قصف NEAR/2 ab"), length)
    assert 0 <= start <= end <= len(text)
    assert end - start <= length


_typed = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            ["قصف", "حلب", "السوق", '"', "«", "*", "ق*", "OR", "أو", "NEAR", "NEAR/3", "-", "-سوق", "(", ")", "'", ":", "^",
             "{", "}", "\\", ";--", "&", "|", "!", "<->", "\x00", "AND", "NOT", "stems:", "٣", "%", "قرب/2", "\udcff"]
        ),
        max_size=8,
    ).map(" ".join),
)  # fmt: skip


def test_whatever_is_typed_is_answered_or_refused(archive: Archive) -> None:
    fill(archive)
    answered = 0

    @settings(max_examples=150, suppress_health_check=list(HealthCheck))
    @given(_typed)
    def ask(text: str) -> None:
        nonlocal answered
        try:
            answer = asked(archive, text)
        except UsageError:
            return
        answered += answer.total > 0

    ask()
    assert answered > 0
