"""What came in and what failed, by outlet and week: a silent outlet is not a broken collection."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from sqlalchemy import ColumnElement, Table, func, select

from riwaya.archive import schema
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.questions.answer import Answer, Column, Line
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters

COLUMNS = (
    Column("outlet", mark("outlet"), "ids"),
    Column("week", mark("week"), "text"),
    Column("from", mark("from"), "day"),
    Column("reports", mark("reports"), "number"),
    Column("rejected", mark("rejected"), "number"),
    Column("usual", mark("usual"), "number"),
    Column("collecting", mark("state"), "label"),
    Column("reason", mark("reason"), "text"),
)
#: The columns of what could not be taken in.
REJECTED = (
    Column("source", mark("input")),
    Column("outlet", mark("outlet"), "ids"),
    Column("day", mark("published"), "day"),
    Column("reason", mark("reason"), "text"),
    Column("taken", mark("tried on"), "day"),
)
#: What the state of an outlet's week is called.
COLLECTING: Mapping[str, str] = {
    "ok": mark("as usual"),
    "silent": mark("outlet silent"),
    "collection": mark("collection broken"),
    "rejects": mark("many rejects"),
    "unclear": mark("unclear"),
}
#: What is usual is the median of so many weeks before; with fewer than so many nothing is usual yet.
_WINDOW, _HISTORY = 8, 3
#: Below this share of what is usual a week counts as quiet; an outlet of one or two a week may well pause.
_QUIET, _LEAST = 0.2, 3
#: From this share, and this number, rejects are no accident.
_FAILED, _FAILURES = 0.3, 3
_Week = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Intake:
    """Counts by outlet and week, why things were rejected, and what is usual: by week and outlet."""

    reports: Mapping[str, Mapping[_Week, int]]
    rejects: Mapping[str, Mapping[_Week, int]]
    reasons: Mapping[tuple[str, _Week], Counter[str]]
    usual: Mapping[_Week, Mapping[str, float]]

    def rows(self) -> list[tuple[_Week, str]]:
        """Every week and outlet of which there is something to say, the latest week first."""
        came = {
            (week, o) for each in (self.reports, self.rejects) for o, weeks in each.items() for week in weeks
        }
        due = {(week, outlet) for week, outlets in self.usual.items() for outlet in outlets}
        by_outlet = sorted(came | due, key=lambda row: row[1])
        return sorted(by_outlet, key=lambda row: row[0], reverse=True)


def health(desk: Desk, filters: Filters, *, rejects: bool = False) -> Answer:
    """What came in and what failed of every outlet in every ISO week of publication, the latest first.

    The week of a reject is that of its date, if it had one. What is usual is the median of the eight weeks
    before. Of `filters` the days, the outlet and the paging count; all outlets are compared in any case.
    Reports and rejects without a date stand last, in no week. With `rejects` each that is kept is a row
    instead: what was not taken in, and why, the newest first.
    """
    if rejects:
        return _rejected(desk, filters)
    found = _intake(desk)
    rows = [row for row in found.rows() if _is_asked_for(*row, filters)]
    dated = [_line(found, *row) for row in rows[filters.offset : filters.offset + filters.limit]]
    undated = [] if filters.since or filters.until else _undated(desk, filters.outlet)
    total = len(rows) + len(undated)
    begin = max(0, filters.offset - len(rows))
    lines = dated + undated[begin : begin + filters.limit - len(dated)]
    note = _("The latest week may not be over; a usual week is the median of the eight before.")
    return Answer("health", COLUMNS, tuple(lines), total, notes=(note if total else _("Nothing came in."),))


def _rejected(desk: Desk, filters: Filters) -> Answer:
    table, batches = schema.rejects, schema.batches
    columns = (table.c.source, table.c.outlet, table.c.day, table.c.reason, batches.c.started, table.c.id)
    statement = select(*columns).join(batches, batches.c.n == table.c.batch)
    if filters.outlet is not None:
        statement = statement.where(table.c.outlet == filters.outlet)
    if filters.since is not None:
        statement = statement.where(table.c.day >= filters.since)
    if filters.until is not None:
        statement = statement.where(table.c.day <= filters.until)
    with desk.archive.reading() as connection:
        rows = sorted(connection.execute(statement), key=lambda row: (str(row.source), str(row.id)))
    rows.sort(key=lambda row: (str(row.started), str(row.day or "")), reverse=True)
    lines = [
        Line((row.source, _said(row.outlet), row.day, row.reason, row.started[:10]), ())
        for row in rows[filters.offset : filters.offset + filters.limit]
    ]
    notes = () if rows else (_("Nothing that could not be taken in is kept."),)
    return Answer("health", REJECTED, tuple(lines), len(rows), notes=notes)


def _is_asked_for(week: _Week, outlet: str, filters: Filters) -> bool:
    monday = date.fromisocalendar(*week, 1)
    return (
        filters.outlet in (None, outlet)
        and (not filters.since or (monday + timedelta(days=6)).isoformat() >= filters.since)
        and (not filters.until or monday.isoformat() <= filters.until)
    )


def _line(found: _Intake, week: _Week, outlet: str) -> Line:
    reports = found.reports.get(outlet, {}).get(week, 0)
    rejected = found.rejects.get(outlet, {}).get(week, 0)
    state, reason = _state(found, outlet, week, reports, rejected)
    expected = found.usual.get(week, {}).get(outlet)
    monday = date.fromisocalendar(*week, 1).isoformat()
    name = f"{week[0]}-W{week[1]:02d}"
    return Line((_said(outlet), name, monday, reports, rejected, expected, state, reason), ())


def _state(found: _Intake, outlet: str, week: _Week, reports: int, rejected: int) -> tuple[str, str]:
    if rejected >= _FAILURES and rejected >= _FAILED * (rejected + reports):
        why = min(found.reasons[outlet, week].items(), key=lambda entry: (-entry[1], entry[0]))[0]
        reason = _("{rejected} of {all} could not be taken in, most often because: {why}")
        return "rejects", reason.format(rejected=rejected, all=rejected + reports, why=why)
    usual = found.usual.get(week, {})
    expected = usual.get(outlet, 0.0)
    if expected < _LEAST or reports >= _QUIET * expected:
        return "ok", ""
    others = {o: e for o, e in usual.items() if o != outlet}
    due = sum(others.values())
    came = sum(found.reports[o].get(week, 0) for o in others)
    said = {"n": reports, "usual": f"{expected:g}", "came": came, "due": f"{due:g}"}
    if not due:
        reason = _("{n} instead of some {usual}, and there is no other outlet to compare with")
        return "unclear", reason.format(**said)
    if came >= due / 2:
        reason = _("{n} instead of some {usual}, while the others had {came} of some {due}")
        return "silent", reason.format(**said)
    reason = _("{n} instead of some {usual}, and the others had only {came} of some {due}")
    return "collection", reason.format(**said)


def _said(outlet: str) -> tuple[str, ...] | None:
    """The outlet's cell; rejects may have none."""
    return (outlet,) if outlet else None


def _undated(desk: Desk, only: str | None) -> list[Line]:
    """One line an outlet for what has no date."""
    reports = _counted(desk, schema.reports, schema.reports.c.day.is_(None))
    rejects = _counted(desk, schema.rejects, schema.rejects.c.day.is_(None))
    came, failed = (
        Counter({outlet: sum(n for _day, n in days) for outlet, days in each.items()})
        for each in (reports, rejects)
    )
    reason = _("no date of publication")
    return [
        Line((_said(outlet), None, None, came[outlet], failed[outlet], None, "unclear", reason), ())
        for outlet in sorted({*came, *failed})
        if only in (None, outlet)
    ]


def _intake(desk: Desk) -> _Intake:
    reports = _by_week(_counted(desk, schema.reports, schema.reports.c.day.is_not(None)))
    rejects = _by_week(_counted(desk, schema.rejects, schema.rejects.c.day.is_not(None)))
    reasons: dict[tuple[str, _Week], Counter[str]] = defaultdict(Counter)
    table = schema.rejects
    with desk.archive.reading() as connection:
        statement = select(table.c.outlet, table.c.day, table.c.reason).where(table.c.day.is_not(None))
        for outlet, day, reason in connection.execute(statement):
            reasons[outlet or "", _week(day)][reason] += 1
    return _Intake(reports, rejects, reasons, _usual(reports))


def _usual(reports: Mapping[str, Mapping[_Week, int]]) -> dict[_Week, dict[str, float]]:
    """What is usual for whom in which week, where it is more than nothing, up to the archive's last week."""
    usual: dict[_Week, dict[str, float]] = defaultdict(dict)
    every = {week for weeks in reports.values() for week in weeks}
    weeks = _all_between(min(every), max(every)) if every else []
    numbers = {week: number for number, week in enumerate(weeks)}
    for outlet, own in reports.items():
        first, last = numbers[min(own)], numbers[max(own)]
        for number in range(first + _HISTORY, min(len(weeks), last + _WINDOW)):
            before = weeks[max(first, number - _WINDOW) : number]
            if middle := median(own.get(week, 0) for week in before):
                usual[weeks[number]][outlet] = float(middle)
    return usual


def _counted(desk: Desk, table: Table, condition: ColumnElement[bool]) -> dict[str, list[tuple[str, int]]]:
    """Rows of a table by outlet: days and how many each has."""
    statement = select(table.c.outlet, table.c.day, func.count()).where(condition)
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    with desk.archive.reading() as connection:
        for outlet, day, n in connection.execute(statement.group_by(table.c.outlet, table.c.day)):
            found[outlet or ""].append((day, n))
    return found


def _by_week(days: Mapping[str, list[tuple[str, int]]]) -> dict[str, Counter[_Week]]:
    weeks: dict[str, Counter[_Week]] = {}
    for outlet, counts in days.items():
        weeks[outlet] = Counter()
        for day, n in counts:
            weeks[outlet][_week(day)] += n
    return weeks


def _week(day: str) -> _Week:
    year, week, _weekday = date.fromisoformat(day).isocalendar()
    return year, week


def _all_between(first: _Week, last: _Week) -> list[_Week]:
    monday, end = date.fromisocalendar(*first, 1), date.fromisocalendar(*last, 1)
    return [_week((monday + timedelta(days=d)).isoformat()) for d in range(0, (end - monday).days + 1, 7)]
