"""What came in and what failed: a silent outlet and a broken collection are told apart."""

from datetime import date, timedelta
from typing import Any

from riwaya import Archive, read
from riwaya.archive import Prepared, prepare
from riwaya.questions import Answer, Desk, Filters, Line
from riwaya.questions.health import COLLECTING, health

FIRST = date(2021, 1, 4)  # a Monday, of week 1
SAMPLE = prepare(read("أفاد مراسلنا في الباب بأن السوق أغلق أبوابه."), "sample")


def came(outlet: str, week: int, number: int) -> list[Prepared]:
    """Reports of an outlet, spread over the days of a week that is counted from `FIRST`."""
    found = []
    for n in range(number):
        day = (FIRST + timedelta(days=7 * week + n % 7)).isoformat()
        key = f"r{outlet}{week:03d}{n:06d}"
        report = {**SAMPLE.report, "key": key, "id": key, "outlet": outlet, "published": day, "day": day}
        found.append(Prepared(report, SAMPLE.text, SAMPLE.stems, SAMPLE.reading, SAMPLE.rows))
    return found


def failed(outlet: str | None, week: int | None, reasons: list[str]) -> list[dict[str, Any]]:
    day = None if week is None else (FIRST + timedelta(days=7 * week)).isoformat()
    return [
        {"source": f"{n}", "id": f"{outlet}{week}{n}", "outlet": outlet, "day": day, "reason": reason}
        for n, reason in enumerate(reasons)
    ]


def fill(archive: Archive, counts: dict[str, list[int]], rejects: list[dict[str, Any]] | None = None) -> None:
    batch = archive.begin_batch("x")
    archive.add(batch, [p for o, weeks in counts.items() for w, n in enumerate(weeks) for p in came(o, w, n)])
    if rejects:
        archive.reject(batch, rejects)


def states(archive: Archive, **filters: Any) -> dict[tuple[str, str], str]:
    found = health(Desk(archive), Filters(limit=1000, **filters))
    return {(outlet_of(line), str(line.cells[1])): str(line.cells[6]) for line in found.lines}


def outlet_of(line: Line) -> str:
    (outlet,) = line.cells[0] if isinstance(line.cells[0], tuple) else ("",)
    return outlet


def cell(found: Answer, outlet: str, week: str, column: str) -> Any:
    number = [each.name for each in found.columns].index(column)
    return next(line.cells[number] for line in found.lines if line.cells[:2] == ((outlet,), week))


def test_an_outlet_that_went_quiet_while_others_did_not(archive: Archive) -> None:
    fill(archive, {"a": [6, 5, 7, 6, 0], "b": [9, 8, 9, 9, 9], "c": [4, 4, 4, 4, 5]})
    found = states(archive)

    assert found["a", "2021-W05"] == "silent"
    assert found["b", "2021-W05"] == found["c", "2021-W05"] == "ok"
    answer = health(Desk(archive), Filters())
    assert cell(answer, "a", "2021-W05", "reports") == 0
    assert cell(answer, "a", "2021-W05", "usual") == 6
    assert cell(answer, "a", "2021-W05", "reason") == (
        "0 instead of some 6, while the others had 14 of some 13"
    )


def test_a_collection_that_broke(archive: Archive) -> None:
    fill(archive, {"a": [6, 5, 7, 6, 0], "b": [9, 8, 9, 9, 1], "c": [4, 4, 4, 4, 1]})
    found = states(archive)

    assert found["a", "2021-W05"] == found["b", "2021-W05"] == "collection"
    assert found["c", "2021-W05"] == "ok"  # one of four is little, not nothing


def test_many_rejects(archive: Archive) -> None:
    reasons = ["not Arabic", "no article", "no article"]
    fill(archive, {"a": [6, 5, 7, 6, 4], "b": [9] * 5}, failed("a", 4, reasons) + failed("b", 4, reasons))
    answer = health(Desk(archive), Filters())

    assert cell(answer, "a", "2021-W05", "collecting") == "rejects"
    assert cell(answer, "a", "2021-W05", "reason") == (
        "3 of 7 could not be taken in, most often because: no article"
    )
    assert cell(answer, "b", "2021-W05", "collecting") == "ok"
    assert cell(answer, "b", "2021-W05", "rejected") == 3


def test_one_outlet_alone_is_unclear(archive: Archive) -> None:
    fill(archive, {"a": [6, 5, 7, 6, 0], "b": [0, 0, 0, 0, 1]})

    assert states(archive)["a", "2021-W05"] == "unclear"


def test_nothing_is_usual_of_a_new_outlet_or_of_one_that_ended_long_ago(archive: Archive) -> None:
    fill(archive, {"new": [0] * 18 + [5, 5, 0], "old": [6] * 6 + [0] * 15, "b": [9] * 21})
    found = states(archive)
    weeks = [week for outlet, week in found if outlet == "old" and found[outlet, week] == "silent"]

    assert sorted(weeks) == ["2021-W07", "2021-W08", "2021-W09", "2021-W10", "2021-W11"]
    assert ("old", "2021-W20") not in found
    assert ("new", "2021-W21") not in found
    assert found["new", "2021-W19"] == "ok"


def test_filters_and_pages(archive: Archive) -> None:
    fill(archive, {"a": [6, 5, 7, 6, 0], "b": [9, 8, 9, 9, 9]}, failed("a", None, ["not Arabic"]))
    desk = Desk(archive)
    whole = health(desk, Filters(limit=1000))

    assert whole.total == len(whole.lines) == 11
    assert [(outlet_of(line), line.cells[1]) for line in whole.lines[:3]] == [
        ("a", "2021-W05"), ("b", "2021-W05"), ("a", "2021-W04"),
    ]  # fmt: skip
    assert whole.lines[-1].cells[:5] == (("a",), None, None, 0, 1)
    pages = [health(desk, Filters(limit=3, offset=offset)) for offset in range(0, 12, 3)]
    assert [line for page in pages for line in page.lines] == list(whole.lines)
    assert {page.total for page in pages} == {11}
    assert set(states(archive, outlet="a", since="2021-02-02")) == {("a", "2021-W05")}
    assert states(archive, outlet="a")["a", "2021-W05"] == "silent"
    assert set(states(archive, until="2021-01-10")) == {("a", "2021-W01"), ("b", "2021-W01")}


def test_an_empty_archive(archive: Archive) -> None:
    found = health(Desk(archive), Filters())

    assert (found.lines, found.total, found.notes) == ((), 0, ("Nothing came in.",))


def test_every_state_has_its_words() -> None:
    assert {"ok", "silent", "collection", "rejects", "unclear"} == set(COLLECTING)


def test_what_was_rejected_is_listed_with_its_reason(archive: Archive) -> None:
    rejects = [
        *failed("alef", 1, ["empty", "binary"]),
        *failed(None, None, ["no JSON"]),
        *failed("beh", 2, ["x"]),
    ]
    fill(archive, {"alef": [1]}, rejects)
    desk = Desk(archive)

    found = health(desk, Filters(), rejects=True)
    cells = [line.cells[:4] for line in found.lines]

    assert found.total == 4
    assert cells == [
        ("0", ("beh",), "2021-01-18", "x"),
        ("0", ("alef",), "2021-01-11", "empty"),
        ("1", ("alef",), "2021-01-11", "binary"),
        ("0", None, None, "no JSON"),
    ]
    assert [line.cells[3] for line in health(desk, Filters(outlet="beh"), rejects=True).lines] == ["x"]
    assert (
        health(desk, Filters(until="2021-01-11", limit=1, offset=1), rejects=True).lines[0].cells[3]
        == "binary"
    )
    assert health(desk, Filters(outlet="none"), rejects=True).notes
