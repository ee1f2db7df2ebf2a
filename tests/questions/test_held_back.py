"""What may not leave yet, or not so exactly, is missing from a page, and the page says so."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from questions.helpers import rows, take_in
from riwaya.archive import Archive, schema
from riwaya.questions import Desk, Filters
from riwaya.questions.brief import brief
from riwaya.questions.control import control
from riwaya.questions.filters import claims_at
from riwaya.questions.headlines import headlines
from riwaya.questions.search import search

TADMUR, DISTRICT, HOMS, SYRIA = (
    "geonames:163808", "syria:tadmur-district", "syria:homs-governorate", "geonames:163843",
)  # fmt: skip
EARLY, LATE = datetime(2015, 7, 21, tzinfo=UTC), datetime(2015, 8, 21, tzinfo=UTC)
PRESENT = ("okaz", "2015-07-20", "قالت مصادر محلية إن قوات تركية موجودة في مدينة تدمر.")
HEADLINE = "قوات تركية موجودة في محافظة حمص\nقالت مصادر محلية إن قوات تركية موجودة في محافظة حمص."


@pytest.mark.parametrize(
    ("place", "moment", "told", "held"),
    [
        (TADMUR, EARLY, [], 0),
        (TADMUR, LATE, [], 0),
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
    assert (answer.held_back, answer.total) == (held, len(told) + held)


@pytest.mark.parametrize(
    ("place", "moment", "found"),
    [
        (TADMUR, EARLY, 0),
        (TADMUR, LATE, 0),
        (HOMS, EARLY, 0),
        (HOMS, LATE, 1),
        (None, EARLY, 1),
    ],
)
def test_a_search_by_place_finds_only_what_is_told_there(
    archive: Archive, place: str | None, moment: datetime, found: int
) -> None:
    take_in(archive, PRESENT)

    answer = search(Desk(archive, moment=moment), Filters(place=place), "قوات")

    assert (len(answer.lines), answer.total) == (found, found)


def test_a_search_by_place_finds_what_else_is_said_there(archive: Archive) -> None:
    take_in(archive, PRESENT, ("okaz", "2015-07-20", "قالت روسيا إن قوات تركية قصفت مدينة تدمر."))

    answer = search(Desk(archive, moment=LATE), Filters(place=TADMUR), "قوات")

    assert answer.total == len(answer.lines) == 1
    assert "قصفت" in str(answer.lines[0].cells)


@pytest.mark.parametrize(("place", "told"), [(TADMUR, 0), (HOMS, 1)])
def test_a_brief_on_a_town_tells_of_no_presence_in_it(archive: Archive, place: str, told: int) -> None:
    take_in(archive, PRESENT)

    answer = brief(Desk(archive, moment=LATE), Filters(place=place), "2015-07-01")

    assert (len(answer.lines), answer.held_back, answer.total) == (told, 0, told)


def test_the_gate_passes_over_what_it_moves_without_counting(archive: Archive) -> None:
    take_in(archive, PRESENT)
    desk = Desk(archive, moment=EARLY)

    with archive.reading() as connection:
        numbers = list(connection.scalars(select(schema.claims.c.n)))
        assert desk.tell(connection, numbers, TADMUR) == ([], 0)
        assert desk.tell(connection, numbers, HOMS) == ([], 1)


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
