"""Who is said to hold a place: dated claims, never a state."""

import pytest

from questions.helpers import rows, take_in
from riwaya.archive import Archive
from riwaya.questions import Desk, Filters
from riwaya.questions.control import control

TADMUR = "geonames:163808"
SAID = (
    ("sana", "2015-07-24", "أعلن تنظيم الدولة الإسلامية أنه سيطر على مدينة تدمر أمس الخميس."),
    (
        "okaz",
        "2015-07-25",
        "قال الجيش السوري إنه استعاد السيطرة على تدمر. وكان التنظيم قد سيطر على تدمر في الماضي.",
    ),
    ("okaz", "2015-07-26", "قال الجيش السوري إنه سيطر على مدينة الحسكة."),
)


def test_what_was_said_last_stands_first_and_nothing_in_between(archive: Archive) -> None:
    take_in(archive, *SAID)

    answer = control(Desk(archive), Filters(), TADMUR)

    assert rows(answer, "holder", "phase", "published", "source", "when") == [
        (("syrian-army",), "begin", "2015-07-25", ("syrian-army",), None),
        (("islamic-state",), "begin", "2015-07-24", ("islamic-state",), "2015-07-23"),
    ]
    assert answer.total == 2


def test_an_undated_past_is_background(archive: Archive) -> None:
    take_in(archive, *SAID)

    shown = rows(control(Desk(archive), Filters(), TADMUR, background=True), "holder", "when")

    assert len(shown) == 3
    assert (("other: التنظيم",), "PAST_REF") in shown or (("other",), "PAST_REF") in shown


@pytest.mark.parametrize(
    ("filters", "holders"),
    [
        (Filters(party="islamic-state"), ["islamic-state"]),
        (Filters(until="2015-07-24"), ["islamic-state"]),
        (Filters(outlet="okaz"), ["syrian-army"]),
        (Filters(limit=1, offset=1), ["islamic-state"]),
    ],
)
def test_narrowed(archive: Archive, filters: Filters, holders: list[str]) -> None:
    take_in(archive, *SAID)

    assert rows(control(Desk(archive), filters, TADMUR), "holder") == [((h,),) for h in holders]


def test_presence_is_another_question(archive: Archive) -> None:
    take_in(archive, ("okaz", "2015-07-20", "قالت مصادر محلية إن قوات تركية موجودة في مدينة تدمر."))

    desk = Desk(archive)

    assert control(desk, Filters(), TADMUR).total == 0
    assert control(desk, Filters(), TADMUR, presence=True).total == 0
    assert control(desk, Filters(), "syria:tadmur-district", presence=True).total == 1


def test_an_empty_answer_names_what_is_left_out(archive: Archive) -> None:
    notes = [control(Desk(archive), Filters(), TADMUR, background=asked).notes[1] for asked in (False, True)]

    assert "Asides" in notes[0]
    assert "riwaya search" in notes[1]
