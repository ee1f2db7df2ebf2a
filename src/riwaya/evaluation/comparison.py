"""Comparison of two runs over the same gold: which figures moved, which faults went and came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from riwaya.evaluation.faults import Fault
from riwaya.evaluation.figures import FIGURES, Figure, Layer, main_number
from riwaya.evaluation.intervals import Interval, difference, paired_intervals, total
from riwaya.evaluation.run import Measured, Run

Verdict = Literal["better", "worse", "perhaps better", "perhaps worse", "unchanged", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One figure before and after; `interval` is that of the difference, over the same reports."""

    figure: Figure
    before: float | None
    after: float | None
    interval: Interval | None

    @property
    def verdict(self) -> Verdict:
        """Better or worse where the interval leaves no doubt of the direction, else perhaps."""
        moved = difference(self.before, self.after)
        if not moved:
            return "unchanged"
        if self.figure.kind == "ratio":
            return "changed"
        sure = self.interval is not None and (self.interval[0] > 0 or self.interval[1] < 0)
        if moved > 0:
            return "better" if sure else "perhaps better"
        return "worse" if sure else "perhaps worse"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs. `left_out` are reports that only one of them has, or that were annotated anew between."""

    reports: tuple[str, ...]
    left_out: tuple[str, ...]
    changes: tuple[Change, ...]
    gone: tuple[Fault, ...]
    new: tuple[Fault, ...]


def compare(before: Run, after: Run, layers: frozenset[Layer] | None = None) -> Comparison:
    """Compare two runs on the reports that both have with the same gold, in the layers that are asked for."""
    old = {(report.id, report.gold): report for report in before.reports}
    new = {(report.id, report.gold): report for report in after.reports}
    both = [key for key in new if key in old]
    every = {report.id for report in (*before.reports, *after.reports)}
    olds, news = [old[key] for key in both], [new[key] for key in both]
    figures = [figure for figure in FIGURES if layers is None or figure.layer in layers]
    had, has = _faults(olds, layers), _faults(news, layers)
    return Comparison(
        reports=tuple(id for id, _digest in both),
        left_out=tuple(sorted(every - {id for id, _digest in both})),
        changes=_changes(olds, news, figures),
        gone=tuple(fault for key, fault in had.items() if key not in has),
        new=tuple(fault for key, fault in has.items() if key not in had),
    )


def _faults(
    reports: list[Measured], layers: frozenset[Layer] | None
) -> dict[tuple[str, str, str, int, int, str], Fault]:
    every = (fault for report in reports for fault in report.faults)
    return {fault.key: fault for fault in every if layers is None or fault.layer in layers}


def _changes(olds: list[Measured], news: list[Measured], figures: list[Figure]) -> tuple[Change, ...]:
    was, now = [each.tally for each in olds], [each.tally for each in news]
    before, after = total(was), total(now)
    bounds = paired_intervals(was, now, figures)
    return tuple(
        Change(
            figure,
            main_number(figure, before),
            main_number(figure, after),
            bounds.get(figure.key, {}).get(figure.main),
        )
        for figure in figures
    )
