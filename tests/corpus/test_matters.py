"""Which claims of several reports are one matter, and how they relate."""

import random
from collections.abc import Sequence

import pytest

from corpus.pairs import CASES, Case, Report
from corpus.related import related, take_in
from riwaya.archive import Archive

COLLIDING = {"contradicts", "denies", "supersedes"}
#: One report in which two parties blame one another for the same thing.
MUTUAL = "تبادلت قوات سوريا الديمقراطية والجيش الوطني السوري الاتهامات بقصف قرية الدبس قرب عين عيسى."
#: One report with an accusation and the denial of the accused.
DENIED = "اتهمت منظمة هيومن رايتس ووتش القوات الروسية بقصف مدرسة في بلدة حاس. ونفت موسكو ذلك."
#: One report with a request and its refusal.
REFUSED = "طلبت تركيا من روسيا سحب القوات الإيرانية من ريف حلب. ورفضت روسيا طلب تركيا سحب القوات الإيرانية من ريف حلب الشمالي."
TOWNS = ("سراقب", "كفرنبل", "الأتارب", "خان شيخون", "جسر الشغور")
MANY: Sequence[Report] = tuple(
    (
        outlet,
        f"2019-08-{day:02}",
        f"قتل {number} مدنيين يوم {day} آب 2019 في غارة روسية على سوق مدينة {town}.",
    )
    for day, (town, number) in enumerate(zip(TOWNS, (4, 5, 6, 7, 8), strict=True), 1)
    for outlet in ("alif", "baa", "jeem")
)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_two_claims_are_one_matter_or_not(case: Case, sqlite: Archive) -> None:
    take_in(sqlite, case.first, case.second)
    found = related(sqlite)
    together = [m for m in found.matters if {c.report for c in m if c.type == case.type} == {1, 2}]
    assert bool(together) is case.same
    relations = {link.relation for link in found.links if link.type == case.type}
    if case.relation:
        assert case.relation in relations
    elif case.relation is not None:
        assert not relations & COLLIDING


def test_there_are_enough_pairs() -> None:
    assert len(CASES) >= 40
    assert len({case.name for case in CASES}) == len(CASES)


def test_two_that_accuse_one_another_are_one_question(archive: Archive) -> None:
    take_in(archive, ("alif", "2020-11-23", MUTUAL))
    found = related(archive)
    assert [(m.kind, m.disputed, m.reports) for m in found.rows] == [("question", True, 1)]
    assert {frozenset(c.agents.split()) for m in found.matters for c in m} == {
        frozenset({"sdf"}), frozenset({"syrian-national-army"})
    }  # fmt: skip


def test_a_denial_inside_one_report_is_a_question(archive: Archive) -> None:
    take_in(archive, ("alif", "2016-10-27", DENIED))
    found = related(archive)
    assert [(m.kind, m.disputed, m.type) for m in found.rows] == [("question", True, "ASSAULT")]


def test_one_report_without_a_dispute_is_no_matter(archive: Archive) -> None:
    take_in(archive, ("alif", "2019-08-01", MANY[0][2]))
    assert related(archive).rows == []


def test_a_request_and_its_refusal_come_along(archive: Archive) -> None:
    take_in(archive, ("alif", "2018-08-01", REFUSED), ("baa", "2018-08-01", REFUSED))
    found = related(archive)
    types = [{claim.type for claim in matter} for matter in found.matters]
    assert {"REQUEST", "REJECT"} in types


def test_a_claim_is_in_one_matter_at_most(archive: Archive) -> None:
    take_in(archive, *MANY, ("alif", "2016-10-27", DENIED), ("baa", "2016-10-27", DENIED))
    claims = [claim.n for matter in related(archive).matters for claim in matter]
    assert len(claims) == len(set(claims))


def test_matters_are_counted(archive: Archive) -> None:
    take_in(archive, *MANY)
    rows = [m for m in related(archive).rows if m.reports == 3]
    assert len(rows) >= len(TOWNS)
    assert {(m.outlets, m.disputed, m.kind) for m in rows} == {(3, False, "incident")}
    assert all(m.id.startswith("m") and len(m.id) == 13 for m in rows)
    assert all(m.first == m.last for m in rows)


def test_labels_name_who_what_and_where(archive: Archive) -> None:
    take_in(archive, *MANY[:3])
    labels = {(m.label_ar, m.label_en) for m in related(archive).rows}
    assert all("سراقب" in ar and "Russia" in en for ar, en in labels)


def test_the_order_of_arrival_changes_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    reports = [*MANY, ("alif", "2016-10-27", DENIED), ("baa", "2016-10-28", DENIED)]
    reports += [report for case in CASES[:20] for report in (case.first, case.second)]
    seen = []
    for seed in range(3):
        shuffled = random.Random(seed).sample(reports, len(reports))  # noqa: S311  # no secret
        with Archive(tmp_path_factory.mktemp("order") / "a.riwaya") as archive:
            take_in(archive, *shuffled)
            seen.append(related(archive).dump)
    assert seen[0]
    assert seen[0] == seen[1] == seen[2]


def test_relating_again_changes_nothing(archive: Archive) -> None:
    take_in(archive, *MANY)
    assert related(archive).dump == related(archive).dump


def test_links_grow_with_claims_and_not_with_pairs(sqlite: Archive) -> None:
    text = MANY[0][2]
    take_in(sqlite, *((f"outlet-{n}", "2019-08-01", text) for n in range(30)))
    found = related(sqlite)
    claims = sum(len(matter) for matter in found.matters)
    assert len(found.links) <= 2 * claims
