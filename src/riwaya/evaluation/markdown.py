"""A result as Markdown tables, for documentation and pull requests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from riwaya.evaluation.comparison import Comparison
from riwaya.evaluation.faults import Fault
from riwaya.evaluation.figures import LAYERS, RIGHT, Layer
from riwaya.evaluation.printout import VERDICTS, fault_line, figure, in_context, interval
from riwaya.evaluation.result import Phenomenon, Result, Row
from riwaya.exchange.bidi import strip_isolates
from riwaya.i18n import gettext as _
from riwaya.i18n import ngettext


def to_markdown(result: Result) -> str:
    """The result in the current language."""
    count = len(result.run.reports)
    parts = [ngettext("{n} report", "{n} reports", count).format(n=count)]
    for layer, rows in result.figures.items():
        parts += [f"### {_(LAYERS[layer])}", _figures(rows)]
        if result.phenomena.get(layer):
            parts.append(_phenomena(layer, result.phenomena[layer]))
    if result.comparison is not None:
        parts += _comparison(result.comparison)
    if result.faults is not None:
        parts += _faults(_("Errors"), result.faults)
    return "\n\n".join(parts) + "\n"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; cells may hold any text."""
    lines = [_line(head), "|" + "---|" * len(head), *map(_line, rows)]
    return "\n".join(lines)


def _line(cells: Sequence[str]) -> str:
    return "|" + "|".join(f" {_cell(cell)} " if cell else " " for cell in cells) + "|"


def _cell(text: str) -> str:
    return strip_isolates(text).replace("|", "\\|")


def _figures(rows: Iterable[Row]) -> str:
    head = (_("what is measured"), "", _("95 % interval"), _("precision"), _("recall"), "F1", _("of"))
    return table(head, (_figure(row) for row in rows))


def _figure(row: Row) -> list[str]:
    parts = [figure(row.numbers[part]) if part in row.numbers else "" for part in ("p", "r", "f1")]
    return [_(row.figure.meaning), figure(row.value), interval(row.interval), *parts, str(row.of)]


def _phenomena(layer: Layer, rows: Iterable[Phenomenon]) -> str:
    head = (_("by phenomenon"), _("found"), _("95 % interval"), _(RIGHT[layer]), _("95 % interval"), _("of"))
    return table(
        head,
        (
            [
                _(row.found.figure.meaning),
                figure(row.found.value),
                interval(row.found.interval),
                figure(row.right.value),
                interval(row.right.interval),
                str(row.found.of),
            ]
            for row in rows
        ),
    )


def _comparison(comparison: Comparison) -> Iterator[str]:
    count = len(comparison.reports)
    reports = ngettext("{n} report", "{n} reports", count).format(n=count)
    yield "### " + _("Compared with the saved run, on {reports}").format(reports=reports)
    if comparison.left_out:
        names = ", ".join(comparison.left_out)
        yield _("left out, not in both with the same gold: {names}").format(names=names)
    head = (_("what is measured"), _("before"), _("after"), _("95 % interval of the difference"), "")
    yield table(
        head,
        (
            [
                _(change.figure.meaning),
                figure(change.before),
                figure(change.after),
                f"{change.interval[0]:+.2f} … {change.interval[1]:+.2f}" if change.interval else "",
                _(VERDICTS[change.verdict]),
            ]
            for change in comparison.changes
        ),
    )
    yield from _faults(_("Errors that are gone"), comparison.gone)
    yield from _faults(_("Errors that are new"), comparison.new)


def _faults(title: str, faults: Sequence[Fault]) -> Iterator[str]:
    yield f"### {title}: {len(faults)}"
    if faults:
        yield "\n".join(
            f"- {fault.report}: {_cell(fault_line(fault))}<br>{_cell(in_context(fault))}" for fault in faults
        )
