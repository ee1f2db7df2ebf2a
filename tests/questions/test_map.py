"""What is said of which place: as the gate tells it, counted, and up to date."""

from datetime import UTC, datetime
from typing import Any

import pytest

from questions.helpers import rows, take_in
from riwaya.archive import Archive
from riwaya.archive.deciding import decide
from riwaya.archive.decisions import Target
from riwaya.questions import Desk, Filters
from riwaya.questions.map import said_at, where
from riwaya.questions.sightings import all_sightings

TADMUR, DISTRICT, HOMS = "geonames:163808", "syria:tadmur-district", "syria:homs-governorate"
EARLY, LATE = datetime(2015, 7, 21, tzinfo=UTC), datetime(2015, 8, 21, tzinfo=UTC)
PRESENT = ("okaz", "2015-07-20", "قالت مصادر محلية إن قوات تركية موجودة في مدينة تدمر.")
TAKEN = ("sana", "2015-07-24", "أعلن تنظيم الدولة الإسلامية أنه سيطر على مدينة تدمر أمس الخميس.")
RETAKEN = ("okaz", "2015-07-26", "قال الجيش السوري إنه استعاد السيطرة على مدينة تدمر.")
DENIED = ("okaz", "2015-07-27", "نفت روسيا قصف مدينة تدمر.")


def of(archive: Archive, place: str, *names: str, filters: Filters | None = None) -> tuple[Any, ...]:
    """Cells of the row of one place."""
    answer = where(Desk(archive, moment=LATE), filters or Filters())
    found = {row[0][0]: row[1:] for row in rows(answer, "place", *names)}
    return tuple(found[place])


@pytest.mark.parametrize(
    ("filters", "moment", "told", "held"),
    [
        (Filters(), EARLY, [], 1),
        (Filters(), LATE, [(DISTRICT,)], 0),
        (Filters(place=TADMUR), EARLY, [], 0),
        (Filters(place=TADMUR), LATE, [], 0),
        (Filters(place=DISTRICT), EARLY, [], 1),
        (Filters(place=HOMS), LATE, [(DISTRICT,)], 0),
    ],
)
def test_armed_presence_is_told_late_and_of_no_town(
    archive: Archive, filters: Filters, moment: datetime, told: list[Any], held: int
) -> None:
    take_in(archive, PRESENT)

    answer = where(Desk(archive, moment=moment), filters)

    assert [row[0] for row in rows(answer, "place")] == told
    assert answer.held_back == held


def test_what_was_held_back_is_told_once_it_is_old_and_not_before(archive: Archive) -> None:
    take_in(archive, PRESENT)

    counts = [where(Desk(archive, moment=at), Filters()).total for at in (LATE, EARLY, LATE, EARLY)]

    assert counts == [1, 0, 1, 0]


def test_the_claims_of_a_place_are_those_that_are_told_of_it(archive: Archive) -> None:
    take_in(archive, PRESENT, TAKEN)
    desk = Desk(archive, moment=LATE)

    assert rows(said_at(desk, Filters(), DISTRICT), "type") == [("PRESENCE",)]
    assert rows(said_at(desk, Filters(), TADMUR), "type", "source") == [("CONTROL", ("islamic-state",))]
    assert said_at(desk, Filters(), "geonames:1").total == 0


def test_the_holder_is_who_was_last_said_to_hold_it(archive: Archive) -> None:
    take_in(archive, TAKEN, RETAKEN)

    assert of(archive, TADMUR, "claims", "first", "last", "holder", "held_said", "held_by") == (
        2, "2015-07-24", "2015-07-26", ("syrian-army",), "2015-07-26", ("syrian-army",),
    )  # fmt: skip
    early = Filters(until="2015-07-25")
    assert of(archive, TADMUR, "days", "holder", "source", filters=early) == (
        1, ("islamic-state",), ("islamic-state",),
    )  # fmt: skip


def test_a_denial_is_counted_as_one(archive: Archive) -> None:
    take_in(archive, DENIED)

    assert of(archive, TADMUR, "claims", "denied", "type", "source") == (1, 1, ("ASSAULT",), ("russia",))


@pytest.mark.parametrize(
    ("filters", "places"),
    [
        (Filters(party="islamic-state"), 1),
        (Filters(party="turkey"), 0),
        (Filters(outlet="okaz"), 1),
        (Filters(outlet="sana"), 1),
        (Filters(mode="aerial"), 0),
        (Filters(since="2015-07-27"), 0),
        (Filters(since="2015-07-24", until="2015-07-24"), 1),
        (Filters(place=HOMS), 1),
        (Filters(limit=0), 1),
    ],
)
def test_narrowed(archive: Archive, filters: Filters, places: int) -> None:
    take_in(archive, TAKEN, RETAKEN)

    assert where(Desk(archive, moment=LATE), filters).total == places


def test_what_comes_in_or_is_decided_later_counts_at_once(archive: Archive) -> None:
    keys = take_in(archive, TAKEN)
    assert of(archive, TADMUR, "claims") == (1,)

    take_in(archive, RETAKEN)
    assert of(archive, TADMUR, "claims") == (2,)

    claim = where(Desk(archive, moment=LATE), Filters(outlet="sana")).lines[0].evidence[0].claim
    decide(archive, Target(keys[0], "claim", claim), "reject", who="Rana", why="misread")
    assert of(archive, TADMUR, "claims", "holder") == (1, ("syrian-army",))


def test_what_is_looked_at_once_is_kept(archive: Archive) -> None:
    take_in(archive, TAKEN)
    desk = Desk(archive, moment=LATE)
    with archive.reading() as connection:
        first, second = all_sightings(desk, connection), all_sightings(desk, connection)

    assert first is second
    assert first.published == ("2015-07-24",)


def test_evidence_is_what_was_said_last_and_of_who_holds_it(archive: Archive) -> None:
    take_in(archive, TAKEN, DENIED)

    (line,) = where(Desk(archive, moment=LATE), Filters(limit=1)).lines

    assert [each.outlet for each in line.evidence] == ["okaz", "sana"]


def test_an_empty_map_says_what_to_do(archive: Archive) -> None:
    assert where(Desk(archive), Filters()).notes[1] == "Try more days, or fewer conditions."
