"""Who accuses whom of what."""

import pytest

from questions.helpers import rows, take_in
from riwaya.archive import Archive
from riwaya.questions import Desk, Filters
from riwaya.questions.accusations import accusations

BLAME = (
    ("sana", "2015-07-20", "اتهمت روسيا تركيا بقصف قرية في ريف حلب. ونفت تركيا قصف القرية."),
    ("okaz", "2015-07-23", "واتهمت روسيا تركيا بقصف مستشفى في إدلب."),
    ("okaz", "2015-07-22", "اتهمت إيران السعودية بدعم المسلحين في درعا."),
)
CELLS = ("accuser", "accused", "type", "first", "last", "times", "outlets", "denied_by")


def test_alike_accusations_are_one_row_the_last_said_first(archive: Archive) -> None:
    take_in(archive, *BLAME)

    answer = accusations(Desk(archive), Filters())

    assert rows(answer, *CELLS) == [
        (("russia",), ("turkey",), "ASSAULT", "2015-07-20", "2015-07-23", 2, 2, ("turkey",)),
        (("iran",), ("saudi-arabia",), "SUPPORT", "2015-07-22", "2015-07-22", 1, 1, ()),
    ]
    assert (answer.total, answer.held_back) == (2, 0)


def test_a_row_leads_to_the_newest_quotation_and_to_the_denial(archive: Archive) -> None:
    denied, newest, _other = take_in(archive, *BLAME)

    line = accusations(Desk(archive), Filters()).lines[0]

    assert [each.report for each in line.evidence] == [newest, denied]
    assert "مستشفى في إدلب" in line.evidence[0].quotation
    assert "ونفت تركيا" in line.evidence[1].quotation or "قصف القرية" in line.evidence[1].quotation
    assert line.evidence[0].uri == "https://okaz.example/1"


def test_each_accusation_can_stand_alone(archive: Archive) -> None:
    take_in(archive, *BLAME)

    answer = accusations(Desk(archive), Filters(), each=True)

    assert rows(answer, "accuser", "last", "times") == [
        (("russia",), "2015-07-23", 1),
        (("iran",), "2015-07-22", 1),
        (("russia",), "2015-07-20", 1),
    ]


@pytest.mark.parametrize(
    ("by", "against", "filters", "accusers"),
    [
        ("russia", None, Filters(), ["russia"]),
        ("turkey", None, Filters(), []),
        (None, "saudi-arabia", Filters(), ["iran"]),
        (None, "russia", Filters(), []),
        ("russia", "saudi-arabia", Filters(), []),
        (None, None, Filters(party="turkey"), ["russia"]),
        (None, None, Filters(since="2015-07-22", until="2015-07-22"), ["iran"]),
        (None, None, Filters(outlet="sana"), ["russia"]),
        (None, None, Filters(mode="heavy-weapons"), ["russia"]),
        (None, None, Filters(place="geonames:169389"), ["russia"]),
        (None, None, Filters(limit=1, offset=1), ["iran"]),
    ],
)
def test_narrowed(
    archive: Archive, by: str | None, against: str | None, filters: Filters, accusers: list[str]
) -> None:
    take_in(archive, *BLAME)

    assert rows(accusations(Desk(archive), filters, by, against), "accuser") == [((a,),) for a in accusers]


def test_whoever_is_not_listed_is_nobodys_like(archive: Archive) -> None:
    take_in(
        archive,
        ("okaz", "2015-07-22", "اتهم مدير الناحية روسيا بقصف القرية."),
        ("sana", "2015-07-23", "اتهم صاحب المخبز روسيا بقصف السوق."),
    )

    answer = accusations(Desk(archive), Filters())

    assert rows(answer, "times") == [(1,), (1,)]
    assert [accuser for ((accuser,),) in rows(answer, "accuser")] == [
        "other: صاحب المخبز",
        "other: مدير الناحية",
    ]


def test_an_empty_answer_says_what_to_do(archive: Archive) -> None:
    answer = accusations(Desk(archive), Filters(), by="russia")

    assert (answer.lines, answer.total) == ((), 0)
    assert "without the accuser" in answer.notes[1]
