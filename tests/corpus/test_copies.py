"""Who copied whom: kinds of copies, what is none, direction, passages, stories."""

import importlib.util
import json
import random
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from corpus.copied import BRIDGE, CONVOY, STATEMENT, WELLS, Told, kinds, ready, relate, rows, take_in
from riwaya.archive import Archive, schema
from riwaya.corpus.order import moment_of, order_of
from riwaya.corpus.passages import compare, spans
from riwaya.corpus.shelf import worded
from riwaya.text import tokenize
from riwaya.text.shingles import sample, shingles, words_of
from riwaya.text.tokens import find_words, fold_word

SCRIPT = Path(__file__).resolve().parents[2] / "bench" / "archive_copies.py"
LATER = "2021-05-04"
EDITED = CONVOY.replace("أربعين شاحنة", "اثنتين وأربعين شاحنة")
CUT = CONVOY.split(" وينتظر")[0]
MARKED = (
    CONVOY.replace("إلى", "الى")
    .replace("الأطفال", "الاطفال")
    .replace("قافلة", "قَافِلَةً")
    .replace("مدير", "مـدير")
)


def bench() -> ModuleType:
    spec = importlib.util.spec_from_file_location("archive_copies", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["archive_copies"] = module  # its dataclass looks for its own module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        pytest.param(CONVOY, MARKED, "identical", id="other spelling, marks and tatweel"),
        pytest.param(CONVOY, CONVOY.replace(". ", ".\n"), "identical", id="other line ends"),
        pytest.param(CONVOY, EDITED, "near", id="one number edited"),
        pytest.param(CONVOY, CONVOY + " " + BRIDGE.split(".")[0], "partial", id="a sentence added"),
        pytest.param(CONVOY, CUT, "partial", id="cut"),
        pytest.param(BRIDGE + "\n" + STATEMENT, WELLS + "\n" + STATEMENT + "\n" + CONVOY, "passage", id="one paragraph"),
        pytest.param(CONVOY, STATEMENT + "\n" + WELLS + "\n" + BRIDGE + "\n" + CONVOY, "passage", id="taken into a round-up"),
        pytest.param(
            "مقتل ثلاثة مدنيين بقصف على سوق البلدة", "مقتل ثلاثة مدنيين بقصف على سوق البلدة", "identical", id="a short post"
        ),
        pytest.param(CONVOY, BRIDGE, None, id="nothing in common"),
        pytest.param("صفارات الإنذار في المدينة", "صفارات الإنذار في المدينة", None, id="fewer than five words"),
        pytest.param(
            "أعلن المرصد مقتل سبعة مدنيين وإصابة عشرة بغارة جوية على سوق في بلدة الجسر صباح الاثنين",
            "أعلن المرصد مقتل امرأتين وإصابة طفل بلغم أرضي في مزرعة قرب قرية العين مساء الأربعاء",
            None,
            id="one template, other facts",
        ),
        pytest.param(
            BRIDGE + " وتقع القرية على بعد عشرة كيلومترات شمال المدينة",
            WELLS + " وتقع القرية على بعد عشرة كيلومترات شمال المدينة",
            None,
            id="a phrase of a few words",
        ),
    ],
)  # fmt: skip
def test_a_pair_is_named_for_what_it_shares(
    archive: Archive, first: str, second: str, kind: str | None
) -> None:
    found = kinds(archive, Told(first, "enab"), Told(second, "sana", LATER))
    assert found == ({(1, 0, kind)} if kind else set())


def test_a_footer_of_an_outlet_is_no_copy(archive: Archive) -> None:
    footer = (
        "جميع الحقوق محفوظة للشبكة ولا يسمح بإعادة النشر إلا بإذن خطي من إدارة التحرير ويمكنكم متابعتنا على "
        "منصاتنا كافة وإرسال أخباركم وصوركم إلى بريد الشبكة مع ذكر المكان والتاريخ واسم المصور إن رغبتم"
    )
    facts = [" ".join(f"خبر {n} عن حدث {n} في مكان {n}" for n in range(k, k + 10)) for k in range(0, 120, 10)]
    told = [Told(f"{text}\n{footer}", published=f"2021-05-{n + 1:02}") for n, text in enumerate(facts)]
    assert kinds(archive, *told) == set()


def test_what_an_outlet_adds_to_two_reports_only_is_a_passage(archive: Archive) -> None:
    assert kinds(
        archive, Told(BRIDGE + "\n" + STATEMENT), Told(WELLS + "\n" + STATEMENT, published=LATER)
    ) == {(1, 0, "passage")}


def test_of_several_sources_each_copy_names_the_first(archive: Archive) -> None:
    one, two, three = Told(CONVOY), Told(MARKED, "sana", LATER), Told(CONVOY + "\n", "anha", "2021-05-05")
    assert kinds(archive, three, one, two) == {(0, 1, "identical"), (2, 1, "identical")}
    with archive.reading() as connection:
        assert len(bench().pairs(connection)) == 3


def test_the_bench_counts_pairs_of_reports_with_the_same_words(archive: Archive) -> None:
    told = [
        Told(CONVOY),
        Told(MARKED, "sana"),
        Told(EDITED, "anha", LATER),
        Told(EDITED + "\n", "tass", LATER),
    ]
    kinds(archive, *told)
    with archive.reading() as connection:
        assert len(bench().pairs(connection)) == 6


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("2021-05-03", "2021-05-04", "earlier"),
        ("2021-05-03T09:00:00+03:00", "2021-05-03T08:00:00+00:00", "earlier"),
        ("2021-05-03T12:00:00Z", "2021-05-03T12:30:00+03:00", "later"),
        ("2021-05-03", "2021-05-03", "unknown"),
        ("2021-05-03", "2021-05-03T23:00:00Z", "unknown"),
        ("2021-05-04", "2021-05-04T01:00:00+03:00", "unknown"),
        ("2021-05-03", None, "unknown"),
        (None, None, "unknown"),
    ],
)
def test_dates_say_who_was_first_or_that_they_do_not_know(
    one: str | None, other: str | None, order: str
) -> None:
    opposite = {"earlier": "later", "later": "earlier", "unknown": "unknown"}
    assert order_of(one, other) == order
    assert order_of(other, one) == opposite[order]
    if order == "earlier":
        assert moment_of(one) < moment_of(other)


def test_of_reports_of_one_day_the_lesser_key_stands_first(archive: Archive) -> None:
    told = [Told(CONVOY, outlet) for outlet in ("enab", "sana", "anha", "tass")]
    keys = [ready(each).report["key"] for each in told]
    first = keys.index(min(keys))
    assert kinds(archive, *told) == {(n, first, "identical") for n in range(4) if n != first}


def test_the_order_in_which_reports_come_in_changes_nothing(archive: Archive) -> None:
    told = [
        Told(CONVOY), Told(EDITED, "sana"), Told(CUT, "anha", LATER), Told(MARKED, "tass"),
        Told(BRIDGE + "\n" + STATEMENT, "enab", LATER), Told(WELLS + "\n" + STATEMENT, "sana", None),
        Told(CONVOY + "\n" + WELLS, "tass", "2021-05-06T10:00:00Z", "https://news.example/1"),
        Told(CONVOY + "\n" + WELLS + " " + BRIDGE, "tass", "2021-05-06T10:00:00Z", "https://news.example/1"),
    ]  # fmt: skip
    prepared = [ready(each) for each in told]
    take_in(archive, prepared)
    relate(archive)
    expected = rows(archive)
    assert {kind for _, _, kind, _, _ in expected} == {"identical", "near", "partial", "passage", "revises"}
    for seed in range(3):
        random.Random(seed).shuffle(prepared)  # noqa: S311
        with Archive(":memory:") as other:
            take_in(other, prepared[:3])
            take_in(other, prepared[3:])
            relate(other)
            assert rows(other) >= {row for row in expected if row[2] != "revises"}


def test_relating_again_writes_the_same(archive: Archive) -> None:
    kinds(archive, Told(CONVOY), Told(EDITED, "sana"), Told(CUT, "anha", LATER))
    before = rows(archive)
    relate(archive)
    assert rows(archive) == before


@pytest.mark.parametrize(
    ("published", "second"),
    [
        pytest.param((LATER, "2021-05-03"), 0, id="by date, whatever came in first"),
        pytest.param(("2021-05-03", "2021-05-03"), 1, id="of one date, by when it came in"),
    ],
)
def test_another_text_at_the_same_address_revises_the_first(
    archive: Archive, published: tuple[str, str], second: int
) -> None:
    uri = "https://news.example/story"
    told = [
        Told(text, published=day, uri=uri)
        for text, day in zip((BRIDGE, BRIDGE + " وتوقفت الحافلات."), published, strict=True)
    ]
    prepared = [ready(each) for each in told]
    for each in prepared:
        take_in(archive, [each])
    relate(archive)
    found = {(report, of) for report, of, kind, _, _ in rows(archive) if kind == "revises"}
    keys = [each.report["key"] for each in prepared]
    assert found == {(keys[second], keys[1 - second])}


def test_an_address_where_something_else_stands_has_no_versions(archive: Archive) -> None:
    uri = "https://news.example/"
    assert kinds(archive, Told(CONVOY, uri=uri), Told(STATEMENT, published=LATER, uri=uri)) == set()


def test_a_story_is_what_copies_join_and_has_the_number_of_its_earliest(archive: Archive) -> None:
    told = [
        Told(EDITED, "sana", LATER), Told(CONVOY), Told(CONVOY + "\n" + BRIDGE, "anha", "2021-05-06"), Told(WELLS),
        Told("عاجل"), Told(BRIDGE + "\n" + STATEMENT), Told(WELLS + "\n" + STATEMENT, "tass", LATER),
    ]  # fmt: skip
    kinds(archive, *told)
    number = {each.report["key"]: n for n, each in enumerate(map(ready, told))}
    with archive.reading() as connection:
        reports = connection.execute(select(schema.reports.c.n, schema.reports.c.key)).all()
        place = {row.n: number[row.key] for row in reports}
        found = connection.execute(select(schema.stories)).all()
    stories = {place[row.report]: place[row.story] for row in found}
    # A paragraph in common does not make two reports one story.
    assert {n: stories[n] for n in (0, 1, 2, 4, 5)} == {0: 1, 1: 1, 2: 1, 4: 4, 5: 5}
    assert stories[3] == 3


def test_a_post_repeated_ever_so_often_stays_one_story(archive: Archive) -> None:
    post = "تحلق الآن طائرة استطلاع في سماء المدينة القديمة على ارتفاع منخفض منذ ساعة رقم "
    told = [
        Told(post + str(n), "enab", f"2021-05-{1 + n % 28:02}T{n % 24:02}:{n % 60:02}:00Z")
        for n in range(120)
    ]
    found = kinds(archive, *told)
    with archive.reading() as connection:
        assert len(set(connection.scalars(select(schema.stories.c.story)))) == 1
    assert len(found) <= 120 * 21


WORDS = st.lists(
    st.sampled_from(
        ["قال", "أن", "إن", "القرية", "المدينة", "الجسر", "غارة", "12", "٣", "و،", "سوق\n", "مَرَّ", "الـ", "ب"]
    ),
    min_size=5,
    max_size=60,
)


@given(head=WORDS, common=WORDS, tail=WORDS, between=WORDS)
def test_passages_are_the_same_words_in_both_texts(
    head: list[str], common: list[str], tail: list[str], between: list[str]
) -> None:
    text, other = " ".join([*head, *common, *tail]), " ".join([*between, *common, *head])
    one, two = worded(text), worded(other)
    found = compare(one, two)
    for start, end, there, until in spans(found.runs, one, two):
        words = words_of(tokenize(text[start:end]))
        assert words == words_of(tokenize(other[there:until]))
        assert len(words) >= 5
    both = set(shingles(words_of(tokenize(text))).tolist()) & set(
        shingles(words_of(tokenize(other))).tolist()
    )
    if one.words >= 5 and two.words >= 5:
        assert found.shared == len(both)


@given(st.text(alphabet="ابةىءأإ َّـ.1٢٫،؟a_\n\u200f", max_size=60))
def test_words_are_those_of_the_tokenizer(text: str) -> None:
    tokens = [(t.folded, t.start, t.end) for t in tokenize(text) if t.kind in ("word", "number")]
    found = [(fold_word(word), start, end) for word, start, end in find_words(text)]
    assert [each for each in found if each[0]] == tokens


@given(st.integers(0, 50), st.integers(0, 50), st.integers(20, 40))
def test_what_is_shared_over_twenty_words_leaves_two_traces(before: int, after: int, shared: int) -> None:
    common = [f"مشترك{n}" for n in range(shared)]
    one = [*(f"قبل{n}" for n in range(before + 40)), *common, *(f"بعد{n}" for n in range(after))]
    other = [*(f"أول{n}" for n in range(after + 30)), *common, *(f"آخر{n}" for n in range(before))]
    assert len(set(sample(one).tolist()) & set(sample(other).tolist())) >= 2


def test_passages_are_kept_as_characters(archive: Archive) -> None:
    first, second = (
        Told(BRIDGE + "\n" + STATEMENT),
        Told(WELLS + "\n«" + STATEMENT + "»\n" + CONVOY, "sana", LATER),
    )
    kinds(archive, first, second)
    (passage,) = (json.loads(passages) for _, _, _, _, passages in rows(archive))
    assert [second.text[a:b] for a, b, _, _ in passage] == [STATEMENT]
    assert [first.text[c:d] for _, _, c, d in passage] == [STATEMENT]
