"""What may not leave yet, or not so exactly, is missing from a page, and the page says so."""

from datetime import UTC, datetime

import pytest

from questions.helpers import rows, take_in
from riwaya.archive import Archive
from riwaya.questions import Desk, Filters
from riwaya.questions.control import control
from riwaya.questions.filters import claims_at
from riwaya.questions.headlines import headlines

TADMUR, DISTRICT, HOMS, SYRIA = (
    "geonames:163808", "syria:tadmur-district", "syria:homs-governorate", "geonames:163843",
)  # fmt: skip
EARLY, LATE = datetime(2015, 7, 21, tzinfo=UTC), datetime(2015, 8, 21, tzinfo=UTC)
PRESENT = ("okaz", "2015-07-20", "قالت مصادر محلية إن قوات تركية موجودة في مدينة تدمر.")
HEADLINE = "قوات تركية موجودة في محافظة حمص\nقالت مصادر محلية إن قوات تركية موجودة في محافظة حمص."


@pytest.mark.parametrize(
    ("place", "moment", "told", "held"),
    [
        (TADMUR, EARLY, [], 1),
        (TADMUR, LATE, [], 1),
        (DISTRICT, EARLY, [], 1),
        (DISTRICT, LATE, [((DISTRICT,),)], 0),
        (HOMS, LATE, [((DISTRICT,),)], 0),
        (SYRIA, LATE, [((DISTRICT,),)], 0),
    ],
)
def test_presence_is_told_late_and_of_no_town(
    archive: Archive, place: str, moment: datetime, told: list[tuple[object, ...]], held: int
) -> None:
    take_in(archive, PRESENT)

    answer = control(Desk(archive, moment=moment), Filters(), place, presence=True)

    assert rows(answer, "place") == told
    assert (answer.held_back, answer.total) == (held, 1)


@pytest.mark.parametrize(("moment", "shown", "held"), [(EARLY, 0, 1), (LATE, 1, 0)])
def test_a_headline_of_movement_waits_too(archive: Archive, moment: datetime, shown: int, held: int) -> None:
    take_in(archive, ("okaz", "2015-07-20", HEADLINE))

    answer = headlines(Desk(archive, moment=moment), Filters())

    assert (len(answer.lines), answer.held_back, answer.total) == (shown, held, 1)


@pytest.mark.parametrize(
    ("place", "count"),
    [
        (TADMUR, 1),
        (DISTRICT, 1),
        (HOMS, 1),
        ("geonames:169389", 1),
        ("syria:idlib-governorate", 2),
        (SYRIA, 3),
        ("x", 0),
    ],
)
def test_a_place_stands_for_what_lies_in_it(archive: Archive, place: str, count: int) -> None:
    take_in(
        archive,
        PRESENT,
        ("okaz", "2015-07-21", "قالت روسيا إن تركيا قصفت مدينة إدلب."),
        ("okaz", "2015-07-22", "قالت روسيا إن تركيا قصفت قرية في ريف إدلب."),
    )

    with archive.reading() as connection:
        assert len(connection.execute(claims_at(place)).all()) == count
