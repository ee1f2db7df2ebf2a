"""What people decide of matters is done, and undone."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from corpus.related import related, take_in
from riwaya.archive import Archive, schema
from riwaya.archive.deciding import Wish, decide_all, retract
from riwaya.archive.standing import Reference, not_in_matter, one_matter

#: Two papers on one strike, and a third on something else.
STRIKE = "قتل خمسة مدنيين يوم 4 آذار 2017 في غارة روسية على سوق مدينة أريحا."
AGAIN = "غارة روسية على سوق مدينة أريحا يوم 4 آذار 2017 قتلت خمسة مدنيين بينهم طفل."
ELSEWHERE = "قصفت قوات النظام السوري بالمدفعية بلدة اللطامنة في ريف حماة."
WishOf = Callable[[Any, Reference, Reference, str], Wish]


def claims(archive: Archive, outlet: str, kind: str) -> Reference:
    """Return the first claim of an outlet that is of a type."""
    table, reports = schema.claims, schema.reports
    with archive.reading() as connection:
        row = connection.execute(
            select(reports.c.key, table.c.id)
            .join(reports, reports.c.n == table.c.report)
            .where(reports.c.outlet == outlet, table.c.type == kind)
            .order_by(table.c.anchor_start)
        ).first()
    assert row is not None
    return row.key, row.id


def decided(archive: Archive, wish_of: WishOf, first: Reference, second: Reference) -> str:
    with archive.reading() as connection:
        wish = wish_of(connection, first, second, "read both")
    return decide_all(archive, [wish], who="Rana")[0].id


def with_(archive: Archive, claim: Reference) -> set[str]:
    """Return the outlets whose claims are in one matter with a claim, its own among them."""
    related(archive)
    table, reports, member = schema.claims, schema.reports, schema.matter_claims
    joined = member.join(table, table.c.n == member.c.claim).join(reports, reports.c.n == table.c.report)
    with archive.reading() as connection:
        rows = connection.execute(
            select(member.c.matter, reports.c.key, reports.c.outlet, table.c.id).select_from(joined)
        ).all()
    of = {(row.key, row.id): row.matter for row in rows}
    return {row.outlet for row in rows if row.matter == of.get(claim)}


def test_what_a_person_joins_is_one_matter_until_it_is_taken_back(archive: Archive) -> None:
    take_in(archive, ("alif", "2017-03-05", STRIKE), ("jeem", "2017-03-06", ELSEWHERE))
    before = related(archive).dump
    assert before == []
    one, other = claims(archive, "alif", "ASSAULT"), claims(archive, "jeem", "ASSAULT")
    made = decided(archive, one_matter, one, other)
    assert with_(archive, one) == {"alif", "jeem"}
    retract(archive, made, who="Rana", why="a slip")
    assert related(archive).dump == before


def test_what_a_person_parts_stays_apart_until_it_is_taken_back(archive: Archive) -> None:
    take_in(archive, ("alif", "2017-03-05", STRIKE), ("baa", "2017-03-05", AGAIN))
    before = related(archive).dump
    one, other = claims(archive, "alif", "ASSAULT"), claims(archive, "baa", "ASSAULT")
    assert with_(archive, one) == {"alif", "baa"}
    made = decided(archive, not_in_matter, other, one)
    related(archive)
    with archive.reading() as connection:
        numbers = {
            connection.scalar(
                select(schema.matter_claims.c.matter)
                .join(schema.claims, schema.claims.c.n == schema.matter_claims.c.claim)
                .join(schema.reports, schema.reports.c.n == schema.claims.c.report)
                .where(schema.reports.c.key == claim[0], schema.claims.c.id == claim[1])
            )
            for claim in (one, other)
        }
    assert len(numbers) == 2
    retract(archive, made, who="Rana", why="a slip")
    assert related(archive).dump == before


def test_parted_claims_do_not_meet_through_a_third(archive: Archive) -> None:
    take_in(
        archive,
        ("alif", "2017-03-05", STRIKE),
        ("baa", "2017-03-05", AGAIN),
        ("jeem", "2017-03-06", ELSEWHERE),
    )
    one, other = claims(archive, "alif", "ASSAULT"), claims(archive, "baa", "ASSAULT")
    third = claims(archive, "jeem", "ASSAULT")
    decided(archive, not_in_matter, other, one)
    decided(archive, one_matter, third, one)
    decided(archive, one_matter, other, third)
    assert with_(archive, one) >= {"alif", "jeem"}
    assert with_(archive, other) == set()
