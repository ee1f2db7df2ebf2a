"""Matters as they are listed, and one of them from all sides."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from corpus.related import related, take_in
from riwaya.archive import Archive, schema
from riwaya.archive.deciding import decide
from riwaya.archive.decisions import Target
from riwaya.errors import UsageError
from riwaya.questions import Desk, Filters
from riwaya.questions.corroboration import corroboration
from riwaya.questions.matters import matter, matter_asked, matters, view
from riwaya.questions.sheet import sheet
from riwaya.release import Armed, Guard

MOMENT = datetime(2024, 1, 1, tzinfo=UTC)
STRIKE = (
    "قتل {number} مدنياً يوم 14 تموز 2019 في غارة شنتها القوات الروسية على سوق الخضار في مدينة معرة النعمان."
)
OBSERVED = "قال المرصد السوري لحقوق الإنسان إن {number} مدنياً قتلوا في قصف على سوق الهال في بلدة أبو الضهور."
BOMBED = "قصفت الطائرات الروسية مشفى ميدانياً في بلدة سرمين بريف إدلب بصواريخ فراغية."
DENIED = "نفت موسكو أن تكون الطائرات الروسية قصفت مشفى ميدانياً في بلدة سرمين بريف إدلب."


@pytest.fixture
def desk(archive: Archive) -> Desk:
    """Return a desk of an archive in which three stories were told by three outlets."""
    take_in(
        archive,
        ("alif", "2019-07-14", STRIKE.format(number=12)),
        ("baa", "2019-07-15", STRIKE.format(number=19)),
        ("jeem", "2019-07-15", STRIKE.format(number=12)),
        ("alif", "2016-03-05", OBSERVED.format(number=9)),
        ("baa", "2016-03-06", OBSERVED.format(number=14)),
        ("alif", "2015-10-20", BOMBED),
        ("baa", "2015-10-21", DENIED),
    )
    related(archive)
    return Desk(archive, moment=MOMENT)


def ids(desk: Desk, kind: str) -> list[str]:
    """Return the ids of the matters whose founding claim is of a type."""
    answer = matters(desk, Filters())
    at = [column.name for column in answer.columns].index("type")
    return [str(line.cells[0]) for line in answer.lines if line.cells[at] == kind]


def toll_of(desk: Desk, day: str) -> str:
    """Return the id of the matter of a toll that was first told on a day."""
    answer = matters(desk, Filters(since=day, until=day))
    names = [column.name for column in answer.columns]
    at, first = names.index("type"), names.index("first")
    return next(
        str(line.cells[0]) for line in answer.lines if line.cells[at] == "HARM" and line.cells[first] == day
    )


def test_what_was_told_last_comes_first(desk: Desk) -> None:
    answer = matters(desk, Filters())
    last = [str(line.cells[[c.name for c in answer.columns].index("last")]) for line in answer.lines]
    assert last == sorted(last, reverse=True)
    assert answer.total == len(answer.lines)
    assert all(line.evidence for line in answer.lines)


@pytest.mark.parametrize(
    ("filters", "days"),
    [
        (Filters(until="2015-12-31"), {"2015-10-21"}),
        (Filters(since="2019-01-01"), {"2019-07-15"}),
        (Filters(outlet="jeem"), {"2019-07-15"}),
        (Filters(party="sohr"), {"2016-03-06"}),
    ],
)
def test_a_filter_keeps_matters_with_a_claim_that_fits(desk: Desk, filters: Filters, days: set[str]) -> None:
    answer = matters(desk, filters)
    at = [column.name for column in answer.columns].index("last")
    assert {line.cells[at] for line in answer.lines} == days


def test_disputed_ones_alone(desk: Desk) -> None:
    answer = matters(desk, Filters(), disputed=True)
    at = [column.name for column in answer.columns].index("kind")
    assert answer.total == 2
    assert {line.cells[at] for line in answer.lines} == {"question"}
    assert matters(desk, Filters(), kind="incident").total + answer.total == matters(desk, Filters()).total


def test_pages_follow_one_another(desk: Desk) -> None:
    whole = matters(desk, Filters()).lines
    assert matters(desk, Filters(limit=1, offset=1)).lines == whole[1:2]


def test_two_tolls_are_a_range_with_holders(desk: Desk) -> None:
    (toll,) = view(desk, toll_of(desk, "2019-07-14")).tolls
    assert (toll.measure, toll.low, toll.high, toll.disputed) == ("killed", 12, 19, True)
    assert [(h.low, sorted(c.outlet for c in h.claims)) for h in toll.holders] == [
        (12, ["alif", "jeem"]), (19, ["baa"])
    ]  # fmt: skip


def test_a_replaced_toll_is_shown_and_not_held(desk: Desk) -> None:
    (toll,) = view(desk, toll_of(desk, "2016-03-05")).tolls
    assert (toll.low, toll.high, toll.disputed) == (14, 14, False)
    assert [(h.low, h.superseded) for h in toll.holders] == [(9, True), (14, False)]


def test_sides_face_each_other(desk: Desk) -> None:
    seen = next(view(desk, id) for id in ids(desk, "ASSAULT") if view(desk, id).disputed)
    assert [side.party for side in seen.sides] == ["russia", None]
    assert [(p.party, p.stance, p.changed) for p in seen.positions] == [("russia", "denies", False)]
    assert [r.relation for r in seen.denials] == ["denies"]
    known = {claim.n: claim for claim in seen.claims}
    assert known[seen.denials[0].source].outlet == "baa"


def test_how_many_outlets_and_copies_stand_behind_it(desk: Desk) -> None:
    seen = view(desk, toll_of(desk, "2019-07-14"))
    assert (seen.reports, seen.outlets, seen.collected) == (3, 3, 3)
    answer = matter(desk, seen.id)
    assert answer.total == len(seen.claims) == 6
    assert any("3 reports of 3 outlets" in note for note in answer.notes)


def test_claims_come_in_order_with_what_they_relate_to(desk: Desk) -> None:
    answer = matter_asked(desk, Filters(), id=toll_of(desk, "2019-07-14"))
    names = [column.name for column in answer.columns]
    days = [line.cells[names.index("published")] for line in answer.lines]
    assert days == sorted(days, key=str)
    assert {line.cells[names.index("relation")] for line in answer.lines} >= {"contradicts"}


@pytest.mark.parametrize("id", ["m000000000000", "", "m"])
def test_a_matter_that_is_not_there(desk: Desk, id: str) -> None:
    with pytest.raises(UsageError):
        matter(desk, id)


def test_a_matter_whose_claims_are_all_rejected_is_in_no_answer(desk: Desk) -> None:
    gone = toll_of(desk, "2016-03-05")
    before = matters(desk, Filters())
    for told in view(desk, gone).claims:
        decide(desk.archive, Target(told.report, "claim", told.id), "reject", who="Rana", why="misread")

    for filters in (Filters(), Filters(until="2017-01-01")):
        assert gone not in {line.cells[0] for line in matters(desk, filters).lines}
    assert gone not in {line.cells[0] for line in matters(desk, Filters(), kind="question").lines}
    assert matters(desk, Filters()).total == before.total - 1
    for ask in (matter_asked, corroboration):
        with pytest.raises(UsageError, match="no matter"):
            ask(desk, Filters(), gone)
    assert gone not in {row["matter"] for row in sheet(desk, Filters())}


@pytest.mark.parametrize("day", ["2019-07-14", "2019-07-15"])
def test_a_label_names_no_place_that_one_of_its_claims_may_not(desk: Desk, day: str) -> None:
    id = toll_of(desk, "2019-07-14")
    town = "معرة النعمان"
    with desk.archive.writing() as connection:
        table = schema.places
        names = [town, *connection.scalars(select(table.c.name_en).where(table.c.name_ar == town))]
    before = listed_label(desk, id), str(view(desk, id).label)
    with desk.archive.writing() as connection:
        places = {
            place for row in connection.scalars(select(schema.claims.c.places)) for place in row.split()
        }
        guard = Guard((), (Armed(0, 1000, tuple(sorted(places)), day),))
        there = schema.reports.c.day == day
        connection.execute(schema.reports.update().where(there).values(guard=guard.dump()))

    after = listed_label(desk, id), str(view(desk, id).label)

    assert [any(name in label for name in names) for label in before] == [True, True]
    assert [any(name in label for name in names) for label in after] == [False, False]


def listed_label(desk: Desk, id: str) -> str:
    """The label of a matter in the list."""
    answer = matters(desk, Filters())
    at = [column.name for column in answer.columns].index("label")
    (label,) = (str(line.cells[at]) for line in answer.lines if line.cells[0] == id)
    return label
