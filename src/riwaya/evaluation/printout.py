"""A result as text for a terminal: figures by layer, faults in their context, what changed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from riwaya.evaluation.comparison import Comparison
from riwaya.evaluation.faults import KINDS, Fault
from riwaya.evaluation.figures import LAYERS, RIGHT, Layer
from riwaya.evaluation.intervals import Interval
from riwaya.evaluation.result import Phenomenon, Result, Row
from riwaya.exchange import Sheet, Style
from riwaya.exchange.bidi import LRI, PDI
from riwaya.exchange.wording import isolate
from riwaya.i18n import gettext as _
from riwaya.i18n import mark, ngettext

VERDICTS: dict[str, str] = {
    "better": mark("better"),
    "worse": mark("worse"),
    "perhaps better": mark("perhaps better"),
    "perhaps worse": mark("perhaps worse"),
    "unchanged": mark("unchanged"),
    "changed": mark("changed"),
}
#: Widths of the columns: a figure, its interval, precision and recall, a count.
_FIGURE, _INTERVAL, _COUNT = 5, 10, 5


def to_text(result: Result, style: Style) -> str:
    """The result in the current language."""
    sheet = Sheet(style)
    count = len(result.run.reports)
    reports = ngettext("{n} report", "{n} reports", count).format(n=count)
    sheet.write(_("The reader on {reports}").format(reports=reports), "heading")
    sheet.write(
        _("figure · 95 % interval · precision / recall · annotations it rests on · what it is"), "note"
    )
    for layer, rows in result.figures.items():
        _figures(sheet, layer, rows)
        _phenomena(sheet, layer, result.phenomena.get(layer, ()))
    if result.comparison is not None:
        _comparison(sheet, result.comparison)
    if result.faults is not None:
        _fault_list(sheet, _("Errors"), result.faults)
    return sheet.text()


def figure(value: float | None) -> str:
    """A figure with two decimals; a dash where nothing counts."""
    return "–" if value is None else f"{value:.2f}"


def interval(bounds: Interval | None) -> str:
    """An interval; empty where there is none."""
    return f"{bounds[0]:.2f}–{bounds[1]:.2f}" if bounds else ""


def _figures(sheet: Sheet, layer: Layer, rows: Iterable[Row]) -> None:
    sheet.blank()
    sheet.write(_(LAYERS[layer]), "heading")
    for row in rows:
        both = ""
        if row.figure.kind == "f1":
            both = f"{figure(row.numbers['p'])} / {figure(row.numbers['r'])}"
        sheet.entry(
            _cells(figure(row.value), interval(row.interval), f"{both:11}", row.of), _(row.figure.meaning)
        )


def _phenomena(sheet: Sheet, layer: Layer, rows: Iterable[Phenomenon]) -> None:
    rows = list(rows)
    if not rows:
        return
    heading = _("found, its interval, {right}, of how many:").format(right=_(RIGHT[layer]))
    sheet.write(heading, "note", indent=2)
    for row in rows:
        found, right = figure(row.found.value), f"{figure(row.right.value):11}"
        sheet.entry(
            _cells(found, interval(row.found.interval), right, row.found.of), _(row.found.figure.meaning)
        )


def _cells(value: str, bounds: str, more: str, count: int) -> str:
    """The numbers of a row, which run left to right in every language."""
    return f"{LRI}{value:>{_FIGURE}}  {bounds:{_INTERVAL}} {more} {count:>{_COUNT}}{PDI}  "


def _comparison(sheet: Sheet, comparison: Comparison) -> None:
    sheet.blank()
    count = len(comparison.reports)
    reports = ngettext("{n} report", "{n} reports", count).format(n=count)
    sheet.write(_("Compared with the saved run, on {reports}").format(reports=reports), "heading")
    if comparison.left_out:
        names = ", ".join(isolate(name) for name in comparison.left_out)
        sheet.write(_("left out, not in both with the same gold: {names}").format(names=names), "warning")
    sheet.write(_("before → after · 95 % interval of the difference · what it is"), "note")
    for change in comparison.changes:
        moved = f"{figure(change.before):>5} → {figure(change.after):5}"
        bounds = f"{change.interval[0]:+.2f} … {change.interval[1]:+.2f}" if change.interval else ""
        verdict = _(VERDICTS[change.verdict])
        sheet.entry(f"{LRI}{moved} {bounds:15}{PDI}  ", f"{verdict}: {_(change.figure.meaning)}")
    _fault_list(sheet, _("Errors that are gone"), comparison.gone)
    _fault_list(sheet, _("Errors that are new"), comparison.new)


def _fault_list(sheet: Sheet, title: str, faults: Iterable[Fault]) -> None:
    faults = list(faults)
    sheet.blank()
    sheet.write(f"{title}: {len(faults)}", "heading")
    for report, those in groupby(faults, key=lambda fault: fault.report):
        sheet.blank()
        sheet.write(isolate(report), "name")
        for fault in those:
            sheet.write(fault_line(fault), indent=2)
            sheet.write(in_context(fault), "quote", indent=4)


def fault_line(fault: Fault) -> str:
    """What is wrong, what the gold has and what was read, in one line."""
    parts = [f"{_(LAYERS[fault.layer])} · {_(KINDS[fault.kind])}"]
    if fault.wanted:
        parts.append(_("gold: {words}").format(words=isolate(fault.wanted)))
    if fault.got:
        parts.append(_("read: {words}").format(words=isolate(fault.got)))
    return " · ".join(parts)


def in_context(fault: Fault) -> str:
    """The words in brackets, with what stands around them on one line."""
    line = f"…{fault.before}[{fault.words}]{fault.after}…"
    return " / ".join(part for part in line.splitlines() if part.strip())
