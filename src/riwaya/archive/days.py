"""The calendar days that a time's value covers."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(\d{4})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-WE)?")


def days_of(value: str | None) -> tuple[str | None, str | None]:
    """First and last day (ISO 8601, both included) of an ISO 8601 or TimeML value; None where it names none.

    >>> days_of("2015-07")
    ('2015-07-01', '2015-07-31')
    >>> days_of("PAST_REF")
    (None, None)
    """
    if not value:
        return None, None
    first, _slash, last = value.partition("/")
    begin = _range(first)
    end = _range(last) if last else begin
    if begin is None or end is None or end[1] < begin[0]:
        return None, None
    return begin[0].isoformat(), end[1].isoformat()


def _range(value: str) -> tuple[date, date] | None:
    try:
        if match := _DAY.fullmatch(value):
            day = date(*map(int, match.groups()))
            return day, day
        if match := _MONTH.fullmatch(value):
            year, month = map(int, match.groups())
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        if match := _WEEK.fullmatch(value):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + timedelta(days=6)
        if match := _YEAR.fullmatch(value):
            return date(int(value), 1, 1), date(int(value), 12, 31)
    except ValueError:
        pass
    return None
