"""Intervals: how far a figure may be from what other reports of the same kind would give.

Percentile bootstrap over reports (Efron and Tibshirani 1993, chapter 13): reports, not items, are drawn,
since errors in one report go together. The seed is fixed, so that the same tallies give the same interval.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from operator import mul

from riwaya.evaluation.figures import Figure, Numbers, numbers
from riwaya.evaluation.tally import Tally

#: Enough for two decimals of a 95 % interval.
RESAMPLES = 1000
SEED = 20200101
LOW, HIGH = 0.025, 0.975

Interval = tuple[float, float]


def total(tallies: Sequence[Tally]) -> Tally:
    """The sum of tallies."""
    keys = sorted({key for each in tallies for key in each})
    return {key: sum(each.get(key, 0.0) for each in tallies) for key in keys}


def intervals(tallies: Sequence[Tally], figures: Sequence[Figure]) -> dict[str, dict[str, Interval]]:
    """The 95 % interval of every part of every figure, where there is one."""
    drawn: dict[tuple[str, str], list[float]] = {}
    for sums in _resampled(tallies):
        for figure in figures:
            _note(drawn, figure, numbers(figure, sums))
    return _bounds(drawn)


def paired_intervals(
    before: Sequence[Tally], after: Sequence[Tally], figures: Sequence[Figure]
) -> dict[str, dict[str, Interval]]:
    """The 95 % interval of what changed from `before` to `after`: the same reports are drawn for both."""
    drawn: dict[tuple[str, str], list[float]] = {}
    for old, new in zip(_resampled(before), _resampled(after), strict=True):
        for figure in figures:
            was, now = numbers(figure, old), numbers(figure, new)
            _note(drawn, figure, {part: difference(was[part], now[part]) for part in now})
    return _bounds(drawn)


def difference(before: float | None, after: float | None) -> float | None:
    """What a number changed by; None where one of them is not there."""
    return None if before is None or after is None else after - before


def _resampled(tallies: Sequence[Tally]) -> Iterator[Tally]:
    """Sums over as many reports as there are, drawn with replacement."""
    keys = sorted({key for each in tallies for key in each})
    columns = [[each.get(key, 0.0) for each in tallies] for key in keys]
    draw = random.Random(SEED)  # noqa: S311 - statistics, not secrets
    for _resample in range(RESAMPLES if tallies else 0):
        weights = [0] * len(tallies)
        for _report in tallies:
            weights[int(draw.random() * len(tallies))] += 1
        yield {key: sum(map(mul, weights, values)) for key, values in zip(keys, columns, strict=True)}


def _note(drawn: dict[tuple[str, str], list[float]], figure: Figure, parts: Numbers) -> None:
    for part, value in parts.items():
        if value is not None:
            drawn.setdefault((figure.key, part), []).append(value)


def _bounds(drawn: dict[tuple[str, str], list[float]]) -> dict[str, dict[str, Interval]]:
    bounds: dict[str, dict[str, Interval]] = {}
    for (key, part), values in drawn.items():
        ordered = sorted(values)
        last = len(ordered) - 1
        bounds.setdefault(key, {})[part] = ordered[round(LOW * last)], ordered[round(HIGH * last)]
    return bounds
