"""Intervals and comparisons: resampling over reports, always the same."""

from __future__ import annotations

import dataclasses

import pytest

from evaluation import corpus
from riwaya.evaluation import Run
from riwaya.evaluation.comparison import compare
from riwaya.evaluation.figures import FIGURES, main_number, numbers
from riwaya.evaluation.intervals import intervals, paired_intervals, total
from riwaya.evaluation.tally import Tally

FIGURE = next(figure for figure in FIGURES if figure.key == "attribution")


def tallies(*right: int) -> list[Tally]:
    return [
        {"attribution.gold": 10.0, "attribution.sys": 10.0, "attribution.tp": float(each)} for each in right
    ]


def test_reports_that_are_alike_leave_no_doubt() -> None:
    assert intervals(tallies(7, 7, 7), [FIGURE])["attribution"] == {
        "p": (0.7, 0.7),
        "r": (0.7, 0.7),
        "f1": (0.7, 0.7),
    }


def test_reports_that_differ_leave_some() -> None:
    low, high = intervals(tallies(2, 9, 5, 7, 4, 8), [FIGURE])["attribution"]["f1"]
    value = main_number(FIGURE, total(tallies(2, 9, 5, 7, 4, 8)))

    assert value is not None
    assert low < value < high
    # The normal approximation: 1.96 standard errors of the mean of six values is 0.195.
    assert low == pytest.approx(value - 0.195, abs=0.05)
    assert high == pytest.approx(value + 0.195, abs=0.05)


def test_the_same_tallies_give_the_same_interval() -> None:
    assert intervals(tallies(2, 9, 5), FIGURES) == intervals(tallies(2, 9, 5), FIGURES)


def test_without_reports_there_is_no_interval() -> None:
    assert intervals([], [FIGURE]) == {}
    assert numbers(FIGURE, {}) == {"p": None, "r": None, "f1": None}


def test_a_difference_is_judged_on_the_same_reports() -> None:
    """Each report gains one: the gain is certain though the reports differ widely."""
    low, high = paired_intervals(tallies(1, 9, 3), tallies(2, 10, 4), [FIGURE])["attribution"]["f1"]

    assert (low, high) == pytest.approx((0.1, 0.1))


def test_a_class_that_does_not_occur_does_not_count() -> None:
    macro = next(figure for figure in FIGURES if figure.key == "distance_macro")
    counts = {
        "distance.neutral.n": 4.0,
        "distance.neutral.ok": 4.0,
        "distance.endorsing.n": 2.0,
        "distance.endorsing.ok": 1.0,
    }
    assert numbers(macro, {**counts, "distance.distancing.n": 0.0}) == {"value": 0.75}


def without(run: Run, layer: str) -> Run:
    """The run as it would be had nothing been wrong in a layer of its first report but one fault less."""
    first, *others = run.reports
    gone = next(fault for fault in first.faults if fault.layer == layer)
    kept = tuple(fault for fault in first.faults if fault is not gone)
    better = {**first.tally, "attribution.tp": first.tally["attribution.tp"] + 1}
    return dataclasses.replace(run, reports=(dataclasses.replace(first, faults=kept, tally=better), *others))


def test_what_became_better_and_worse() -> None:
    run = corpus.run()
    better = without(run, "attribution")
    forth, back = compare(run, better), compare(better, run)
    moved = {change.figure.key: change.verdict for change in forth.changes}

    assert [fault.layer for fault in forth.gone] == ["attribution"]
    assert forth.new == ()
    assert back.new == forth.gone
    assert moved["attribution"] == "perhaps better"
    assert moved["actor"] == "unchanged"
    assert next(c.verdict for c in back.changes if c.figure.key == "attribution") == "perhaps worse"


def test_only_the_layers_asked_for_are_compared() -> None:
    run = corpus.run()
    compared = compare(run, without(run, "attribution"), frozenset(("time",)))

    assert compared.gone == ()
    assert {change.figure.layer for change in compared.changes} == {"time"}


def test_reports_that_were_annotated_anew_are_left_out() -> None:
    run = corpus.run()
    first, *others = run.reports
    other = dataclasses.replace(run, reports=(dataclasses.replace(first, gold="sha256:0"), *others))

    assert compare(run, other).left_out == (first.id,)
    assert len(compare(run, other).reports) == len(others)
