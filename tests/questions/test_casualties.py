"""How many are said to have come to harm."""

import pytest

from questions.helpers import rows, take_in
from riwaya.archive import Archive, schema
from riwaya.questions import Desk, Filters
from riwaya.questions.casualties import casualties

TOLLS = (
    ("sana", "2015-07-23", "أعلن المرصد السوري مقتل 12 مدنيا وإصابة 20 آخرين في غارات على الرقة."),
    ("okaz", "2015-07-24", "قالت مصادر طبية إن عشرات المدنيين قتلوا في حصيلة أولية جراء قصف على دير الزور."),
    ("sana", "2015-07-25", "أعلن المرصد السوري مقتل 15 مدنيا في غارات على الرقة."),
)


def test_tolls_as_they_were_said(archive: Archive) -> None:
    take_in(archive, *TOLLS)

    answer = casualties(Desk(archive), Filters())

    assert rows(answer, "measure", "low", "high", "preliminary", "source", "whom", "place", "published") == [
        ("killed", 15, 15, None, ("sohr",), ("civilians",), ("geonames:172955",), "2015-07-25"),
        (
            "killed",
            None,
            None,
            "yes",
            ("medical-sources",),
            ("civilians",),
            ("geonames:170794",),
            "2015-07-24",
        ),
        ("killed", 12, 12, None, ("sohr",), ("civilians",), ("geonames:172955",), "2015-07-23"),
        ("wounded", 20, 20, None, ("sohr",), ("civilians",), ("geonames:172955",), "2015-07-23"),
    ]


@pytest.mark.parametrize(
    ("filters", "measure", "lows"),
    [
        (Filters(), "wounded", [20]),
        (Filters(), "displaced", []),
        (Filters(place="geonames:172955"), "killed", [15, 12]),
        (Filters(since="2015-07-24"), None, [15, None]),
        (Filters(party="sohr", limit=1, offset=2), None, [20]),
    ],
)
def test_narrowed(archive: Archive, filters: Filters, measure: str | None, lows: list[int | None]) -> None:
    take_in(archive, *TOLLS)

    assert rows(casualties(Desk(archive), filters, measure), "low") == [(low,) for low in lows]


def test_a_later_toll_of_the_same_source_is_named(archive: Archive) -> None:
    first, _other, later = take_in(archive, *TOLLS)
    row = schema.links.insert().values(source=0, target=0, relation="supersedes", within=False, matter=None)
    with archive.writing() as connection:
        numbers = {
            key: connection.scalar(
                schema.claims.select()
                .with_only_columns(schema.claims.c.n)
                .join(schema.reports, schema.reports.c.n == schema.claims.c.report)
                .where(schema.reports.c.key == key, schema.claims.c.measure == "killed")
            )
            for key in (first, later)
        }
        connection.execute(row.values(source=numbers[later], target=numbers[first]))

    answer = casualties(Desk(archive), Filters(until="2015-07-23"), "killed")

    assert rows(answer, "low", "superseded_by") == [(12, (f"{later}/c1",))]
    assert [each.report for each in answer.lines[0].evidence] == [first, later]
