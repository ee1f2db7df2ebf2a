"""What is new to a brief: reports published since a day, or taken in since a moment."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from riwaya.archive import dialect, schema
from riwaya.errors import FieldError
from riwaya.i18n import gettext as _
from riwaya.questions.filters import Filters

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: A moment, as a question is asked from.
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z?")


@dataclass(frozen=True, slots=True)
class Fresh:
    """The new reports, as conditions on `schema.reports`."""

    where: tuple[ColumnElement[bool], ...]


def fresh_reports(filters: Filters, since: str | None) -> Fresh:
    """The reports since `since` that `filters` (until, outlet) let through.

    `since` is a day, from which on they were published, or a moment (`2026-01-05T06:00Z`), since which
    batches were taken in. Raises FieldError when it is neither or is missing.
    """
    reports, batches = schema.reports, schema.batches
    since = since if isinstance(since, str) else ""
    where: list[ColumnElement[bool]] = []
    if _DAY.fullmatch(since):
        where.append(reports.c.day >= since)
    elif MOMENT.fullmatch(since):
        started = select(batches.c.n).where(batches.c.started >= since.removesuffix("Z"))
        where.append(reports.c.batch.in_(started.scalar_subquery()))
    else:
        problem = _("since when? Give a day (2026-01-05) or a moment (2026-01-05T06:00Z)")
        raise FieldError("since", problem)
    if filters.until is not None:
        where.append(reports.c.day <= filters.until)
    if filters.outlet is not None:
        where.append(reports.c.outlet == filters.outlet)
    return Fresh(tuple(where))


def newest(connection: Connection, fresh: Fresh, most: int) -> tuple[Fresh, int]:
    """The newest of the new reports, at most so many, and how many there are in all; ties by key."""
    table = schema.reports
    total = connection.scalar(select(func.count()).select_from(table).where(*fresh.where)) or 0
    if total <= most:
        return fresh, total
    numbers = connection.scalars(
        select(table.c.n)
        .where(*fresh.where)
        .order_by(
            dialect.code_points(connection, table.c.day).desc().nulls_last(),
            dialect.code_points(connection, table.c.key),
        )
        .limit(most)
    ).all()
    return Fresh((table.c.n.in_(sorted(numbers)),)), total
