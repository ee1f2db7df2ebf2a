"""What counts as right: gold that agrees with a reading in everything, and gold that differs in one thing."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation import corpus
from evaluation.asgold import as_gold, write_gold
from riwaya.evaluation import load_gold, measured, parties_for
from riwaya.evaluation.figures import FIGURES, numbers
from riwaya.evaluation.matching import match
from riwaya.evaluation.run import Measured
from riwaya.evaluation.sides import Sides

TEXT = (
    "روسيا تتهم واشنطن\n"
    "قالت وكالة سبوتنيك نقلا عن مصدر عسكري إن القوات الأمريكية قصفت مدينة دير الزور يوم الاثنين، ما أدى إلى مقتل 12 مدنيا.\n"
    "ونفى التحالف الدولي أن تكون طائراته قصفت المدينة. وطالبت موسكو مجلس الأمن بعقد جلسة.\n"
    "واتهمت دمشق أنقرة بتسليح فصائل في إدلب.\n"
)
READING = corpus.reader().read(TEXT, published="2019-03-05")
PARTIES = parties_for(corpus.FOLDER, corpus.reader().pack)
GOLD = as_gold(READING)


def score(folder: Path, change: Callable[[dict[str, Any]], None] = lambda _gold: None) -> Measured:
    gold = copy.deepcopy(GOLD)
    change(gold)
    return measured(load_gold(write_gold(folder, gold, TEXT)), READING, PARTIES)


def test_gold_that_agrees_in_everything_has_no_fault(tmp_path: Path) -> None:
    report = score(tmp_path)
    listed = [fault for fault in report.faults if fault.layer != "actor" or fault.kind != "missed"]

    assert listed == []
    assert [
        report.tally[f"{layer}.gold"] > 0 for layer in ("attribution", "place", "time", "quantity", "claim")
    ] == [True] * 5
    for figure in FIGURES:
        if figure.layer not in ("actor", "repeat", "link") and figure.kind != "ratio":
            assert numbers(figure, report.tally)[figure.main] in (1.0, None), figure.key


def attribution(key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(gold: dict[str, Any]) -> None:
        gold["attributions"][1][key] = value

    return change


def claim(key: str, value: Any, type_: str = "ASSAULT") -> Callable[[dict[str, Any]], None]:
    def change(gold: dict[str, Any]) -> None:
        next(each for each in gold["claims"] if each["type"] == type_)[key] = value

    return change


def first(layer: str, key: str, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(gold: dict[str, Any]) -> None:
        gold[layer][0][key] = value

    return change


@pytest.mark.parametrize(
    ("change", "layer", "kind"),
    [
        (attribution("actor", ["turkey"]), "attribution", "speaker"),
        (attribution("source", [0, 5]), "attribution", "source"),
        (attribution("act", "threaten"), "attribution", "act"),
        (attribution("distance", "distancing"), "attribution", "distance"),
        (attribution("quoted", True), "attribution", "quoted"),
        (attribution("parent", "a4"), "attribution", "parent"),
        (attribution("content", [0, 6]), "attribution", "content"),
        (attribution("cue", [0, 5]), "attribution", "missed"),
        (lambda gold: gold.update(attributions=[], claims=[], links=[]), "attribution", "surplus"),
        (first("mentions", "actor", ["turkey"]), "actor", "party"),
        (lambda gold: gold["mentions"].pop(0), "actor", "surplus"),
        (first("places", "at", [24.7, 46.7]), "place", "near"),
        (first("places", "span", [0, 5]), "place", "missed"),
        (first("times", "value", "2019-03-05"), "time", "value"),
        (first("quantities", "measure", "wounded"), "quantity", "measure"),
        (first("quantities", "low", 11), "quantity", "value"),
        (claim("agent", ["turkey"]), "claim", "who"),
        (claim("holder", ["turkey"]), "claim", "holder"),
        (claim("at", [[24.7, 46.7]]), "claim", "where"),
        (claim("factuality", "PS-"), "claim", "sure"),
        (claim("voice", "unclear"), "claim", "voice"),
        (claim("chain", [["outlet"], ["turkey"], ["turkey"]]), "claim", "chain"),
        (claim("anchor", [0, 5]), "claim", "missed"),
        (claim("theme", "c1"), "claim", "theme"),
        (lambda gold: gold["links"].append(["c1", "c2", "purpose"]), "link", "missed"),
        (lambda gold: gold["repeats"].append([0, 5]), "repeat", "missed"),
    ],
)  # fmt: skip
def test_one_difference_is_one_fault(
    change: Callable[[dict[str, Any]], None], layer: str, kind: str, tmp_path: Path
) -> None:
    found = {(fault.layer, fault.kind) for fault in score(tmp_path, change).faults}
    before = {(fault.layer, fault.kind) for fault in score(tmp_path).faults}

    assert (layer, kind) in found
    assert (layer, kind) not in before


def test_what_may_be_the_outlets_gloss_may_have_its_chain(tmp_path: Path) -> None:
    def change(gold: dict[str, Any]) -> None:
        own = next(each for each in gold["claims"] if each["in"] == "outlet")
        own |= {"in": "a1", "holder": ["russia", "outlet"], "chain": [["outlet"], ["russia"]]}

    assert [fault for fault in score(tmp_path, change).faults if fault.kind in ("chain", "holder")] == []


def test_a_report_that_could_not_be_read_has_found_nothing(tmp_path: Path) -> None:
    gold = load_gold(write_gold(tmp_path, GOLD, TEXT))
    report = measured(gold, None, PARTIES)

    assert {fault.kind for fault in report.faults} == {"missed"}
    assert report.tally["attribution.gold"] == len(gold.attributions)
    assert report.tally["attribution.sys"] == 0
    assert match(gold, None, PARTIES).claims.pairs == ()


def test_sides() -> None:
    sides = Sides(
        {"russia": "russia", "russian-forces": "russia", "local-sources": "local-sources"}, READING.actors
    )

    assert sides.of("russian-forces") == "russia"
    assert {sides.of(each) for each in ("local-sources", "eyewitnesses", "activists")} == {"anonymous"}
    assert sides.of("outlet") == "outlet"
    # Registered, but the annotators' list does not have it: other in both.
    assert "sputnik" in {actor.id for actor in READING.actors}
    assert sides.of("sputnik") == "other"
    # Sources that only the registry lists are anonymous in a reading all the same.
    assert sides.of("military-sources") == "anonymous"
    assert sides.annotated(["detainees", "nobody"]) == {"other"}
