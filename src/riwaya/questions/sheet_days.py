"""Days in a coding sheet: how they are written, and what a spreadsheet makes of them."""

from __future__ import annotations

import re
from calendar import month_abbr, monthrange
from collections.abc import Iterator
from datetime import date

from riwaya.archive.days import days_of

_NUMBERS = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})(?:[ T]0?0:00(?::00)?)?")
_MONTH = re.compile(r"(\d{1,4})[-/.](\d{1,4})")
#: What spreadsheets make of 2015-07 where their language is English.
_NAMED = re.compile(r"([A-Za-z]{3})[a-z]*[-/ ](\d{2}|\d{4})")
#: Where year, month and day may stand.
_ORDERS = ((0, 1, 2), (0, 2, 1), (2, 1, 0), (2, 0, 1))
_NAMES = {name.lower(): number for number, name in enumerate(month_abbr) if name}


def day_cell(first: str | None, last: str | None) -> str:
    """A day, a month, a year, or first and last day; empty where no day is said (ISO 8601)."""
    if first is None or last is None:
        return ""
    kind = precision(first, last)
    return {"day": first, "month": first[:7], "year": first[:4]}.get(kind, f"{first}/{last}")


def precision(first: str | None, last: str | None) -> str:
    """How exactly the days are known: day, month, year, range or none."""
    if first is None or last is None:
        return "none"
    if first == last:
        return "day"
    if days_of(first[:7]) == (first, last):
        return "month"
    return "year" if days_of(first[:4]) == (first, last) else "range"


def meanings(cell: str) -> set[str]:
    """What a cell may mean, as `day_cell` writes it: several where day and month may be each other."""
    first, last = days_of(cell)
    if first is not None:
        return {day_cell(first, last)}
    return {*_days(cell), *_months(cell)}


def _days(cell: str) -> Iterator[str]:
    match = _NUMBERS.fullmatch(cell)
    if match is None:
        return
    parts = match.groups()
    lengths = [len(part) for part in parts]
    for year, month, day in _ORDERS:
        if lengths[year] != (4 if 4 in lengths else 2):
            continue
        try:
            yield date(_full(parts[year]), int(parts[month]), int(parts[day])).isoformat()
        except ValueError:
            continue


def _months(cell: str) -> Iterator[str]:
    pairs: list[tuple[str, int]] = []
    if match := _MONTH.fullmatch(cell):
        one, two = match.groups()
        pairs = [(y, int(m)) for y, m in ((one, two), (two, one)) if len(y) == 4 and len(m) <= 2]
    elif match := _NAMED.fullmatch(cell):
        pairs = [(match[2], _NAMES.get(match[1].lower(), 0))]
    for year, month in pairs:
        if 1 <= month <= 12 and monthrange(_full(year), month):
            yield f"{_full(year):04}-{month:02}"


def _full(year: str) -> int:
    return int(year) + (2000 if len(year) <= 2 else 0)
