"""Tallies: what the figures are computed from, counted report by report.

A tally is a counter; tallies add up, so that any selection of reports has its figures. `X.gold` counts
annotations, `X.sys` findings, `X.tp` those that are right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from riwaya.evaluation import phenomena
from riwaya.evaluation.matching import Match, Matched

Tally = dict[str, float]


def tally(match: Match) -> Tally:
    """Count one report."""
    count: Counter[str] = Counter()
    _count_attributions(match, count)
    _count_mentions(match, count)
    _count_claims(match, count)
    _count_sets("link", match.links, count)
    _count_sets("repeat", match.repeats, count)
    _count_phenomena(match, count)
    return {key: float(value) for key, value in sorted(count.items())}


def _count(name: str, layer: Matched[Any, Any], count: Counter[str]) -> None:
    count[f"{name}.gold"] += len(layer.gold)
    count[f"{name}.sys"] += len(layer.read)
    count[f"{name}.tp"] += len(layer.pairs)


def _count_attributions(match: Match, count: Counter[str]) -> None:
    layer = match.attributions
    _count("attribution", layer, count)
    for pair in layer.pairs:
        want = layer.gold[pair.gold]
        # Overlaps are fractions; in a counter of floats they add up all the same.
        count["attribution.dice"] += pair.overlap  # type: ignore[assignment]
        count["claimer.tp"] += not pair.faults & {"speaker", "source"}
        count["parent.ok"] += "parent" not in pair.faults
        if want.parent is not None:
            count["nested.gold"] += 1
            count["nested.ok"] += "parent" not in pair.faults
        count["act.ok"] += "act" not in pair.faults
        count["quoted.ok"] += "quoted" not in pair.faults
        count[f"distance.{want.distance}.n"] += 1
        count[f"distance.{want.distance}.ok"] += "distance" not in pair.faults


def _count_mentions(match: Match, count: Counter[str]) -> None:
    _count("actor", match.mentions, count)
    _count("place", match.places, count)
    _count("time", match.times, count)
    _count("quantity", match.quantities, count)
    located = [pair for pair in match.places.pairs if match.places.gold[pair.gold].at is not None]
    count["located.gold"] += sum(each.at is not None for each in match.places.gold)
    count["located.near"] += sum("near" not in pair.faults for pair in located)
    count["located.far"] += sum("far" not in pair.faults for pair in located)
    count["time.value"] += sum(not pair.faults for pair in match.times.pairs)
    count["quantity.value"] += sum(not pair.faults for pair in match.quantities.pairs)


def _count_claims(match: Match, count: Counter[str]) -> None:
    layer = match.claims
    _count("claim", layer, count)
    for pair in layer.pairs:
        want = layer.gold[pair.gold]
        for name, faults in (
            ("who", {"who"}),
            ("holder", {"who", "holder"}),
            ("full", {"who", "holder", "where"}),
            ("chain", {"chain"}),
        ):
            count[f"claim.{name}"] += not pair.faults & faults
        if want.theme is not None:
            count["theme.n"] += 1
            count["theme.ok"] += "theme" not in pair.faults
        if want.voice is not None:
            count["voice.n"] += 1
            count["voice.ok"] += "voice" not in pair.faults
        count[f"factuality.{want.factuality}.n"] += 1
        count[f"factuality.{want.factuality}.ok"] += "sure" not in pair.faults


def _count_sets(name: str, sets: tuple[frozenset[Any], frozenset[Any]], count: Counter[str]) -> None:
    wanted, got = sets
    count[f"{name}.gold"] += len(wanted)
    count[f"{name}.sys"] += len(got)
    count[f"{name}.tp"] += len(wanted & got)


def _count_phenomena(match: Match, count: Counter[str]) -> None:
    gold = match.gold
    kinds = [list(phenomena.of_attribution(gold, each)) for each in gold.attributions]
    _by_kind("attribution", match.attributions, kinds, {"speaker", "source"}, count)
    kinds = [list(phenomena.of_claim(gold, each)) for each in gold.claims]
    _by_kind("claim", match.claims, kinds, {"who"}, count)
    _by_kind("quantity", match.quantities, _each(phenomena.of_quantity, gold.quantities), {"value"}, count)
    _by_kind("time", match.times, _each(phenomena.of_time, gold.times), {"value"}, count)


def _each(kind: Callable[[Any], str], items: Iterable[Any]) -> list[list[str]]:
    return [[kind(item)] for item in items]


def _by_kind(
    layer: str, matched: Matched[Any, Any], kinds: Sequence[list[str]], faults: set[str], count: Counter[str]
) -> None:
    """Of the annotations of each kind: how many there are, are found, and are right in what matters most."""
    found = {pair.gold: pair for pair in matched.pairs}
    for i, names in enumerate(kinds):
        for name in names:
            count[f"{layer}/{name}.n"] += 1
            count[f"{layer}/{name}.found"] += i in found
            count[f"{layer}/{name}.right"] += i in found and not found[i].faults & faults
