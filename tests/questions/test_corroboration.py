"""The origins behind a matter or a claim, as a question answers."""

import pytest

from corpus.told import Told, add_matter
from questions.helpers import rows, take_in
from riwaya.archive import Archive, schema
from riwaya.archive.archive import GENERATION, LINKED, set_fact
from riwaya.corpus.alike import claims_like
from riwaya.errors import UsageError
from riwaya.questions import Desk, Filters
from riwaya.questions.corroboration import corroboration

#: Three say it, one of them word for word after another, and one denies it.
TOLD = (
    ("shaam", "2016-03-01", "قال المرصد السوري إن الجيش السوري قصف مدينة دوما بالمدفعية."),
    ("enab-baladi", "2016-03-01", "أفاد المرصد السوري بأن قوات الجيش السوري قصفت دوما مساء اليوم."),
    ("orient", "2016-03-02", "ذكرت مصادر محلية أن الجيش السوري استهدف دوما بقذائف المدفعية."),
    ("sana", "2016-03-02", "نفى الجيش السوري أن يكون قد قصف مدينة دوما."),
)
CELLS = ("position", "origin", "state", "tellings", "outlets", "first", "interest")


def of_type(archive: Archive, type_: str) -> list[int]:
    """The claims of a type, in the order in which they were taken in."""
    with archive.reading() as connection:
        claims = schema.claims.c
        return list(
            connection.scalars(
                schema.claims.select()
                .with_only_columns(claims.n)
                .where(claims.type == type_)
                .order_by(claims.n)
            )
        )


def make_matter(archive: Archive, claims: list[int]) -> None:
    """Make the matter m1 of claims."""
    add_matter(archive, "m1", claims)


def test_a_line_is_an_origin_those_who_deny_it_come_last(archive: Archive) -> None:
    take_in(archive, *TOLD)
    make_matter(archive, of_type(archive, "ASSAULT"))

    answer = corroboration(Desk(archive), Filters(), "m1")

    assert rows(answer, *CELLS) == [
        ("says", ("sohr",), "unknown", 2, ("shaam", "enab-baladi"), "2016-03-01", None),
        ("says", ("local-sources",), "unknown", 1, ("orient",), "2016-03-02", None),
        ("denies", ("syrian-army",), "single", 1, ("sana",), "2016-03-02", "own interest"),
    ]
    assert [len(line.evidence) for line in answer.lines] == [2, 1, 1]
    assert answer.lines[0].evidence[0].quotation
    assert any("Tellings that say so: 3; origins behind them: 2 at most" in note for note in answer.notes)
    assert any("3 of 4 outlets collected" in note for note in answer.notes)


def test_filters_narrow_the_tellings(archive: Archive) -> None:
    take_in(archive, *TOLD)
    make_matter(archive, of_type(archive, "ASSAULT"))

    answer = corroboration(Desk(archive), Filters(until="2016-03-01"), "m1")

    assert rows(answer, "position", "tellings", "state") == [("says", 2, "shared")]


def test_pages_go_through_the_origins(archive: Archive) -> None:
    take_in(archive, *TOLD)
    make_matter(archive, of_type(archive, "ASSAULT"))

    answer = corroboration(Desk(archive), Filters(limit=1, offset=1), "m1")

    assert (answer.total, rows(answer, "origin")) == (3, [(("local-sources",),)])


def test_a_claim_stands_with_those_that_say_the_same(archive: Archive) -> None:
    told = Told(archive)
    first = told.tell("r1", "shaam", "2016-03-01", "قصف الحي", "sohr", measure="killed", low=5, high=5)
    again = told.tell("r2", "orient", "2016-03-02", "قتل في الحي", "sohr", measure="killed", low=5)
    further = told.tell("r3", "sana", "2016-03-03", "ضرب الحي", "turkey", measure="killed", low=4, high=6)
    more = told.tell("r4", "sana", "2016-03-04", "ضرب الحي", "turkey", measure="killed", low=9, high=9)
    denial = told.tell("r5", "sana", "2016-03-04", "لم يقصف", "turkey", factuality="CT-")
    for claim in (again, more, denial):
        told.link(claim, first, "supports")
    told.link(further, again, "repeats")
    with archive.reading() as connection:
        assert claims_like(connection, first) == [first, again, further]


def test_the_beginning_of_a_matters_id_is_enough(archive: Archive) -> None:
    take_in(archive, *TOLD)
    add_matter(archive, "m0f3a2bc4d5e6", of_type(archive, "ASSAULT")[:2])
    add_matter(archive, "m0f99aaaaaaaa", of_type(archive, "ASSAULT")[2:])
    desk = Desk(archive)

    answer = corroboration(desk, Filters(), " m0f3 ")

    assert answer == corroboration(desk, Filters(), "m0f3a2bc4d5e6")
    with pytest.raises(UsageError, match="several matters begin with 'm0f'"):
        corroboration(desk, Filters(), "m0f")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("", "no matter ''"),
        ("m404", "no matter 'm404'"),
        ("r1/c9", "no claim 'c9' in report r1"),
        ("r7/c1", "no report 'r7'"),
    ],
)
def test_what_is_not_there_is_said(archive: Archive, asked: str, message: str) -> None:
    Told(archive).tell("r1", "shaam", "2016-03-01", "قصف الحي", "sohr")

    with pytest.raises(UsageError, match=message):
        corroboration(Desk(archive), Filters(), asked)


def test_an_archive_that_is_not_related_yet_says_so(archive: Archive) -> None:
    take_in(archive, *TOLD)
    make_matter(archive, of_type(archive, "ASSAULT"))
    stale = "copies and matters may be missing"
    assert stale in corroboration(Desk(archive), Filters(), "m1").notes[-1]

    with archive.writing() as connection:
        set_fact(connection, LINKED, str(archive.fact(GENERATION)))

    assert stale not in corroboration(Desk(archive), Filters(), "m1").notes[-1]
