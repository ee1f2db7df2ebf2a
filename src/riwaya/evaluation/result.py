"""The result of an evaluation, ready to be written: rows of figures with their intervals, faults, changes."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from riwaya.evaluation.comparison import Comparison, compare
from riwaya.evaluation.faults import Fault
from riwaya.evaluation.figures import (
    ALL,
    FIGURES,
    LAYERS,
    PHENOMENA,
    Figure,
    Layer,
    Numbers,
    counted,
    numbers,
)
from riwaya.evaluation.intervals import Interval, intervals
from riwaya.evaluation.run import Run
from riwaya.evaluation.tally import Tally


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its numbers by part, their 95 % intervals, how many items it rests on."""

    figure: Figure
    numbers: Numbers
    intervals: Mapping[str, Interval]
    of: int

    @property
    def value(self) -> float | None:
        """The part that is printed."""
        return self.numbers[self.figure.main]

    @property
    def interval(self) -> Interval | None:
        """Its interval."""
        return self.intervals.get(self.figure.main)


@dataclass(frozen=True, slots=True)
class Phenomenon:
    """One phenomenon of a layer: how many of its annotations are found, and right."""

    found: Row
    right: Row


@dataclass(frozen=True, slots=True)
class Result:
    """What is to be written of a run; `faults` is None where they were not asked for."""

    run: Run
    figures: Mapping[Layer, tuple[Row, ...]]
    phenomena: Mapping[Layer, tuple[Phenomenon, ...]]
    faults: tuple[Fault, ...] | None
    comparison: Comparison | None


def result(
    run: Run, *, layers: Collection[Layer] = (), errors: bool = False, before: Run | None = None
) -> Result:
    """The figures of a run, of all layers or of some; phenomena that do not occur are left out."""
    asked = frozenset(layers or LAYERS)
    tally = run.total()
    bounds = intervals([report.tally for report in run.reports], ALL)
    faults = (fault for report in run.reports for fault in report.faults if fault.layer in asked)
    shown = [layer for layer in LAYERS if layer in asked]
    return Result(
        run=run,
        figures={
            layer: tuple(_row(figure, tally, bounds) for figure in FIGURES if figure.layer == layer)
            for layer in shown
        },
        phenomena={
            layer: tuple(
                Phenomenon(_row(found, tally, bounds), _row(right, tally, bounds))
                for found, right in PHENOMENA[layer]
                if counted(found, tally)
            )
            for layer in shown
            if layer in PHENOMENA
        },
        faults=tuple(faults) if errors else None,
        comparison=compare(before, run, asked) if before else None,
    )


def _row(figure: Figure, tally: Tally, bounds: Mapping[str, Mapping[str, Interval]]) -> Row:
    return Row(figure, numbers(figure, tally), bounds.get(figure.key, {}), counted(figure, tally))
