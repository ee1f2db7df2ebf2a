"""How much is said when, and of when."""

from datetime import UTC, datetime

import pytest

from questions.helpers import rows, take_in
from riwaya.archive import Archive
from riwaya.errors import UsageError
from riwaya.questions import Desk, Filters
from riwaya.questions.claims import claims
from riwaya.questions.timeline import timed, timeline

EARLY, LATE = datetime(2015, 7, 21, tzinfo=UTC), datetime(2015, 9, 21, tzinfo=UTC)
PRESENT = ("okaz", "2015-07-20", "قالت مصادر محلية إن قوات تركية موجودة في مدينة تدمر.")
TAKEN = ("sana", "2015-07-24", "أعلن تنظيم الدولة الإسلامية أنه سيطر على مدينة تدمر أمس الخميس.")
RETAKEN = ("okaz", "2015-07-26", "قال الجيش السوري إنه استعاد السيطرة على مدينة تدمر.")


def test_the_two_times_are_told_apart(archive: Archive) -> None:
    take_in(archive, ("okaz", "2015-07-23", RETAKEN[2]), TAKEN)

    answer = timeline(Desk(archive, moment=LATE), Filters())

    assert rows(answer, "from", "to", "type", "said", "happened") == [
        ("2015-07-23", "2015-07-23", "CONTROL", 1, 1),
        ("2015-07-24", "2015-07-24", "CONTROL", 1, 0),
    ]
    assert any("1 claim says no day" in note for note in answer.notes)


def test_by_side_and_month(archive: Archive) -> None:
    take_in(archive, TAKEN, RETAKEN)

    answer = timeline(Desk(archive, moment=LATE), Filters(), split="side", step="month")

    assert rows(answer, "from", "to", "side", "said", "happened") == [
        ("2015-07-01", "2015-07-31", ("islamic-state",), 1, 1),
        ("2015-07-01", "2015-07-31", ("syrian-government",), 1, 0),
    ]


def test_days_without_claims_are_steps_too(archive: Archive) -> None:
    take_in(archive, TAKEN, RETAKEN)

    found = timed(Desk(archive, moment=LATE), Filters())

    assert [bucket.said.total() for bucket in found.buckets] == [1, 0, 1]
    assert found.step == "day"


@pytest.mark.parametrize(
    ("last", "step"), [("2015-09-20", "day"), ("2016-08-01", "week"), ("2020-01-01", "month")]
)
def test_steps_are_as_long_as_they_must_be(archive: Archive, last: str, step: str) -> None:
    take_in(archive, TAKEN, ("okaz", last, RETAKEN[2]))

    found = timed(Desk(archive, moment=LATE), Filters())

    assert found.step == step
    assert len(found.buckets) <= 70
    assert sum(bucket.said.total() for bucket in found.buckets) == 2


def test_what_may_not_leave_yet_is_not_counted(archive: Archive) -> None:
    take_in(archive, PRESENT)

    early, late = (timeline(Desk(archive, moment=at), Filters()) for at in (EARLY, LATE))

    assert (early.total, early.held_back) == (0, 1)
    assert (late.total, late.held_back) == (1, 0)


@pytest.mark.parametrize(("place", "found"), [("geonames:163808", 0), ("syria:tadmur-district", 1)])
def test_a_place_counts_only_what_is_told_of_it(archive: Archive, place: str, found: int) -> None:
    take_in(archive, PRESENT)

    assert timeline(Desk(archive, moment=LATE), Filters(place=place)).total == found


def test_what_comes_in_later_counts_at_once(archive: Archive) -> None:
    desk = Desk(archive, moment=LATE)
    totals = []
    for report in (TAKEN, RETAKEN):
        take_in(archive, report)
        totals.append(timeline(desk, Filters()).total)

    assert totals == [1, 2]


@pytest.mark.parametrize("asked", [{"split": "colour"}, {"step": "year"}])
def test_what_there_is_not_is_refused(archive: Archive, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="is none of"):
        timeline(Desk(archive), Filters(), **asked)


@pytest.mark.parametrize(
    ("asked", "outlets"),
    [
        ({}, [("okaz",), ("sana",)]),
        ({"type": "CONTROL"}, [("okaz",), ("sana",)]),
        ({"type": "AID"}, []),
        ({"side": "islamic-state"}, [("sana",)]),
        ({"after": "2015-07-23", "before": "2015-07-23"}, [("sana",)]),
        ({"after": "2015-07-24"}, []),
    ],
)
def test_the_list_behind_a_bar(
    archive: Archive, asked: dict[str, str], outlets: list[tuple[str, ...]]
) -> None:
    take_in(archive, TAKEN, RETAKEN)

    answer = claims(Desk(archive, moment=LATE), Filters(), **asked)

    assert [row[0] for row in rows(answer, "outlet")] == outlets
    assert answer.total == len(outlets)


def test_no_such_type_is_refused(archive: Archive) -> None:
    with pytest.raises(UsageError, match=r"there is no type 'WAR' of events; there are: .*ASSAULT.*CONTROL"):
        claims(Desk(archive), Filters(), type="WAR")
