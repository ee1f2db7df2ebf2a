"""How much is said on which day, and of which day: counts of claims, the two times told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal, get_args

from sqlalchemy import ColumnElement, Connection, func, select

from riwaya.archive import schema
from riwaya.archive.projection import SPEAKER
from riwaya.errors import FieldError
from riwaya.i18n import gettext, ngettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Column, Line
from riwaya.questions.columns import empty_notes
from riwaya.questions.desk import Desk
from riwaya.questions.elsewhere import held_now
from riwaya.questions.filters import Filters, conditions, not_among
from riwaya.questions.paging import JOINED
from riwaya.questions.remembered import remembered

Split = Literal["type", "mode", "side"]
Step = Literal["day", "week", "month"]
SPLITS, STEPS = get_args(Split), get_args(Step)
COLUMNS = (
    Column("from", _("from (day)"), "day"),
    Column("to", _("to (day)"), "day"),
    Column("side", _("by whom said"), "ids"),
    Column("type", _("what"), "label"),
    Column("mode", _("how"), "label"),
    Column("said", _("claims published then"), "number"),
    Column("happened", _("claims of what happened then"), "number"),
)
#: Steps on a timeline at most, before it goes on in longer ones.
_MOST = 70


@dataclass(frozen=True, slots=True)
class Bucket:
    """One step of time: its days (both included); claims by series, by publication and by event."""

    first: date
    last: date
    said: Counter[str]
    happened: Counter[str]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Claims by time.

    `series` is what they are told apart by, the most frequent first; an empty text is none. `undated` have no
    day of publication, `vague` name no day or one outside the steps.
    """

    split: Split
    step: Step
    buckets: tuple[Bucket, ...]
    series: tuple[str, ...]
    undated: int
    vague: int
    held_back: int


@dataclass(frozen=True, slots=True)
class _Counts:
    """Claims by series: `said` on which day, `happened` from which day to which.

    `undated` have no day of publication.
    """

    said: Mapping[date, Counter[str]]
    happened: Mapping[tuple[date, date], Counter[str]]
    total: int
    undated: int
    held_back: int


def timeline(desk: Desk, filters: Filters, *, split: str | None = None, step: str | None = None) -> Answer:
    """A row for each step of time and each type of event (or mode, or side), the earliest first.

    `said` counts claims published then, `happened` those which say that it happened then: they name a day
    or days within the step. Steps are days, weeks from Monday or months: as long as they must be, unless
    said.
    """
    found = timed(desk, filters, split=split, step=step)
    rows = [
        (bucket, name)
        for bucket in found.buckets
        for name in found.series
        if bucket.said[name] or bucket.happened[name]
    ]
    lines = tuple(
        Line(_cells(found.split, bucket, name), ())
        for bucket, name in rows[filters.offset : filters.offset + filters.limit]
    )
    return Answer("timeline", COLUMNS, lines, len(rows), found.held_back, notes_of(found, len(rows)))


def timed(desk: Desk, filters: Filters, *, split: str | None = None, step: str | None = None) -> Timeline:
    """The claims that filters leave by time. Raises FieldError for a `split` or `step` that there is not."""
    kind: Split = _one_of("split", split or "type", SPLITS)
    length: Step | None = None if step is None else _one_of("step", step, STEPS)
    narrowed = replace(filters, limit=0, offset=0)
    with desk.archive.reading() as connection:
        policy, hour = desk.gate.policy, desk.gate.now.replace(minute=0, second=0, microsecond=0)
        held = remembered(
            desk.archive, connection, ("held", policy, hour), lambda: held_now(connection, desk.gate)
        )
        key = ("timeline", policy, narrowed, kind, held)
        counted = remembered(
            desk.archive, connection, key, lambda: _counted(desk, connection, narrowed, kind, held)
        )
    return _filled(kind, length or _fitting_step(counted.said), counted)


def notes_of(found: Timeline, rows: int) -> tuple[str, ...]:
    """What counts do not say."""
    if not rows:
        return empty_notes(rows, gettext("Try more days, or fewer conditions."))
    notes = [gettext("Copies count too: many claims on one day may be one account told often.")]
    if found.split == "side":
        notes.append(gettext("What several sides say together counts for each of them."))
    if found.undated:
        notes.append(
            ngettext(
                "{n} claim is from a report without a day of publication.",
                "{n} claims are from reports without a day of publication.",
                found.undated,
            ).format(n=found.undated)
        )
    if found.vague:
        notes.append(
            ngettext(
                "{n} claim says no day of its event that lies within a step here.",
                "{n} claims say no day of their events that lies within a step here.",
                found.vague,
            ).format(n=found.vague)
        )
    return tuple(notes)


def _one_of(name: str, value: str, choices: Sequence[Any]) -> Any:
    if value not in choices:
        problem = gettext("'{value}' is none of {choices}")
        raise FieldError(name, problem.format(value=value, choices=", ".join(choices)))
    return value


def _counted(
    desk: Desk, connection: Connection, filters: Filters, split: Split, held: tuple[int, ...]
) -> _Counts:
    fitting = desk.fitting(connection, filters, held=True)
    claims, reports = schema.claims, schema.reports
    where = conditions(fitting)
    kept_back = 0
    if held:
        query = select(func.count()).select_from(JOINED).where(~not_among(claims.c.n, held), *where)
        kept_back = connection.scalar(query) or 0
        where.append(not_among(claims.c.n, held))
    series, source = _series(split)
    columns = (reports.c.day, claims.c.day_from, claims.c.day_to, series)
    # One query for both times: where nothing narrows it, all claims are gone through.
    rows = connection.execute(
        select(*columns, func.count()).select_from(source).where(*where).group_by(*columns)
    ).all()
    said: dict[date, Counter[str]] = {}
    happened: dict[tuple[date, date], Counter[str]] = {}
    total = undated = 0
    for day, first, last, name, n in rows:
        total += n
        if day:
            said.setdefault(date.fromisoformat(day), Counter())[name or ""] += n
        else:
            undated += n
        if (days := _days_of(first, last)) is not None:
            happened.setdefault(days, Counter())[name or ""] += n
    return _Counts(said, happened, total, undated, kept_back)


def _filled(split: Split, length: Step, counted: _Counts) -> Timeline:
    buckets = {
        first: Bucket(first, last, Counter(), Counter()) for first, last in _steps(counted.said, length)
    }
    for day, names in counted.said.items():
        buckets[_first(day, length)].said.update(names)
    placed = 0
    for (begin, end), names in counted.happened.items():
        bucket = buckets.get(_first(begin, length))
        # An event's days must lie within the step as a whole.
        if bucket is not None and end <= bucket.last:
            bucket.happened.update(names)
            placed += names.total()
    every = tuple(buckets.values())
    return Timeline(
        split, length, every, _frequent(every), counted.undated, counted.total - placed, counted.held_back
    )


def _frequent(buckets: Iterable[Bucket]) -> tuple[str, ...]:
    total: Counter[str] = Counter()
    for bucket in buckets:
        total.update(bucket.said)
        total.update(bucket.happened)
    return tuple(sorted(total, key=lambda name: (-total[name], name)))


def _series(split: Split) -> tuple[ColumnElement[Any], Any]:
    """What claims are told apart by, and the tables that it stands in."""
    if split != "side":
        return schema.claims.c[split], JOINED
    part, actors = schema.claim_actors, schema.actors
    joined = JOINED.join(part, (part.c.claim == schema.claims.c.n) & (part.c.role == SPEAKER))
    return func.coalesce(actors.c.party, actors.c.id), joined.join(actors, actors.c.n == part.c.actor)


def _fitting_step(days: Collection[date]) -> Step:
    span = (max(days) - min(days)).days + 1 if days else 0
    return "day" if span <= _MOST else "week" if span <= 7 * _MOST else "month"


def _steps(days: Collection[date], step: Step) -> Iterator[tuple[date, date]]:
    """The steps from the first of `days` to the last, none left out between them."""
    if not days:
        return
    at, end = _first(min(days), step), max(days)
    while at <= end:
        following = _following(at, step)
        yield at, following - timedelta(days=1)
        at = following


def _first(day: date, step: Step) -> date:
    if step == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if step == "month" else day


def _following(first: date, step: Step) -> date:
    if step == "month":
        return (first + timedelta(days=31)).replace(day=1)
    return first + timedelta(days=7 if step == "week" else 1)


def _days_of(first: str | None, last: str | None) -> tuple[date, date] | None:
    """The days of an event, the first and the last; None where it names none."""
    try:
        return (date.fromisoformat(first), date.fromisoformat(last or first)) if first else None
    except ValueError:
        return None


def _cells(split: Split, bucket: Bucket, name: str) -> tuple[Any, ...]:
    series = tuple((((name,) if name else ()) if each == "side" else name or None) if each == split else None
                   for each in ("side", "type", "mode"))  # fmt: skip
    return (
        bucket.first.isoformat(), bucket.last.isoformat(), *series, bucket.said[name], bucket.happened[name]
    )  # fmt: skip
