"""The invented example: one shelling of a market, told by six outlets of two camps."""

from dataclasses import replace
from pathlib import Path

import pytest

import riwaya
from cli.helpers import call
from questions.helpers import rows
from riwaya.archive import Archive
from riwaya.questions import Desk
from riwaya.questions.accusations import accusations
from riwaya.questions.corroboration import corroboration
from riwaya.questions.filters import Filters
from riwaya.questions.matters import MatterView, matter, matters, view
from riwaya.questions.sheet import sheet, to_csv
from riwaya.questions.sheet_back import read_back
from riwaya.questions.sheet_figures import figures
from riwaya.questions.sheet_file import read_rows

MARKET = Path(riwaya.__file__).parent / "examples" / "market"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return a desk at an archive of the example."""
    archive = tmp_path_factory.mktemp("market") / "market.riwaya"
    done = call("ingest", MARKET / "reports", "--pack", MARKET / "pack", "--archive", archive)
    assert done.status == 0, done.err
    return Desk(Archive(archive, create=False))


def every(desk: Desk) -> list[MatterView]:
    return [view(desk, str(line.cells[0])) for line in matters(desk, Filters()).lines]


def shelling(desk: Desk) -> MatterView:
    """Return the matter of the market, which is the disputed one."""
    (found,) = (each for each in every(desk) if each.disputed)
    return found


def test_fighters_and_civilians_are_not_counted_in_one_matter(desk: Desk) -> None:
    for each in every(desk):
        struck = {person.id for told in each.claims if told.low is not None for person in told.patients}
        assert len(struck) <= 1


def test_the_tolls_of_the_market_are_one_range(desk: Desk) -> None:
    (toll,) = shelling(desk).tolls
    assert toll.measure == "killed"
    standing = {holder.low for holder in toll.holders if not holder.superseded}
    gone = {holder.low for holder in toll.holders if holder.superseded}
    assert standing == {6, 10, 11, 12}
    assert gone == {4, 9}
    assert (toll.low, toll.high, toll.disputed) == (6, 12, True)


def test_two_who_count_otherwise_contradict_one_another(desk: Desk) -> None:
    seen = shelling(desk)
    known = {told.n: told for told in seen.claims}
    apart = {
        frozenset((known[r.source].low, known[r.target].low))
        for r in seen.denials
        if r.relation == "contradicts"
    }
    assert apart == {frozenset((11, 12))}


def test_accusation_denial_and_counter_accusation_meet(desk: Desk) -> None:
    seen = shelling(desk)
    assert seen.kind == "question"
    assert {r.relation for r in seen.denials} >= {"denies", "counter-accuses"}
    assert {side.party for side in seen.sides} >= {"highland-front", "sardal"}


def test_copies_are_counted(desk: Desk) -> None:
    copied = next(each for each in every(desk) if any(told.low == 7 for told in each.claims))
    assert (copied.reports, copied.outlets, copied.copies) == (3, 2, 2)
    assert any("2 are copies" in note for note in matter(desk, copied.id).notes)


def test_a_matter_of_nobody_is_called_by_its_words(desk: Desk) -> None:
    for line in matters(desk, Filters()).lines:
        assert line.cells[3] not in {"Request", "Attack", "Withdrawal", "Casualties or damage"}


def test_who_answers_by_blaming_the_other_does_not_say_so(desk: Desk) -> None:
    answer = corroboration(desk, Filters(), shelling(desk).id)
    stands = {(line.cells[0], line.cells[1]) for line in answer.lines}
    assert ("says", ("highland-front",)) in stands
    assert ("blames", ("sardal-forces",)) in stands
    assert ("denies", ("sardal-forces",)) in stands
    assert ("says", ("sardal-forces",)) not in stands


def test_nobody_denies_his_own_accusation(desk: Desk) -> None:
    answer = accusations(desk, Filters())
    denied = [(set(by), set(deniers)) for by, deniers in rows(answer, "accuser", "denied_by")]
    assert any("sardal-forces" in deniers for _by, deniers in denied)
    assert not any(by & deniers for by, deniers in denied)


def test_a_copyist_replaces_no_count_and_a_correction_does(desk: Desk) -> None:
    seen = next(each for each in every(desk) if any(told.low == 7 for told in each.claims))
    known = {told.n: told for told in seen.claims}
    gone = [
        (known[r.source].low, known[r.target].low, known[r.target].outlet)
        for r in seen.relations
        if r.relation == "supersedes"
    ]
    assert gone == [(7, 9, "barid-al-sahil")]
    (toll,) = seen.tolls
    held = {(holder.low, holder.superseded) for holder in toll.holders}
    assert held == {(7, False), (9, True)}
    assert (toll.low, toll.high, toll.disputed) == (7, 7, False)


def test_the_source_of_one_report_is_one_origin(desk: Desk) -> None:
    answer = corroboration(desk, Filters(), shelling(desk).id)
    local = [line for line in answer.lines if line.cells[1] == ("local-sources",)]
    reports = [line.evidence[0].report for line in local]
    assert len(reports) == len(set(reports)) == 2


FIGURES = ("date", "low", "high", "measure", "lowest", "highest")


def test_the_sheet_has_the_toll_of_each_incident(desk: Desk) -> None:
    coded = {row["matter"]: tuple(row[column] for column in FIGURES) for row in sheet(desk, Filters())}
    assert coded[shelling(desk).id] == ("2025-03-12", "12", "12", "killed", "6", "12")
    army = next(each for each in every(desk) if any(told.low == 7 for told in each.claims))
    assert coded[army.id][1:] == ("7", "7", "killed", "7", "7")


def test_a_corrected_toll_is_that_of_the_claim_which_counts(desk: Desk) -> None:
    seen = shelling(desk)
    table = list(sheet(desk, Filters()))
    coded = [row | {"low": "11", "type": "HARM"} if row["matter"] == seen.id else row for row in table]
    lines = "".join(to_csv(coded)).encode()

    outcome = read_back(desk, read_rows(lines, "s.csv"), who="Rana", dry_run=True)

    assert (outcome.changed, outcome.problems, outcome.stale) == (1, [], [])
    (founding,) = (f"{row['report']}/{row['claim']}" for row in table if row["matter"] == seen.id)
    counting = {f"{told.report}/{told.id}" for told in seen.claims if told.low == 12}
    first, second = sorted(outcome.decisions, key=lambda each: "quantity" in str(each.after))
    assert f"{first.target.reading}/{first.target.id}" == founding
    assert f"{second.target.reading}/{second.target.id}" in counting
    assert (first.after, second.after) == ({"event": {"type": "HARM"}}, {"event": {"quantity": {"low": 11}}})


def test_money_is_no_toll(desk: Desk) -> None:
    counted = [told for told in shelling(desk).claims if told.low is not None]
    money = [replace(told, measure="money", low=5_000, high=5_000) for told in counted]
    wounded = replace(counted[0], measure="wounded", low=3, high=3)
    found = figures([*money, wounded], [])
    assert (found.counted, found.lowest, found.highest) == (wounded, 3, 3)
    assert figures(money, []).highest == 5_000
