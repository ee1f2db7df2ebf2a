"""How many outlets an archive has at all from the days on which something was told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Connection, func, select

from riwaya.archive import schema

#: Days after the last telling that count too: who kept silent had as long to tell it.
_AFTER = 2


@dataclass(frozen=True, slots=True)
class Collected:
    """`outlets` tell it, of `all` that the archive has from the days `since` to `until`, both included."""

    outlets: int
    all: int
    since: str | None
    until: str | None


def collected(connection: Connection, days: Sequence[str | None], outlets: int) -> Collected:
    """Who was collected around these days of publication; without a day, from any time."""
    known = sorted(day for day in days if day)
    table = schema.reports
    counted = select(func.count(func.distinct(table.c.outlet)))
    if not known:
        return Collected(outlets, connection.scalar(counted) or 0, None, None)
    until = (date.fromisoformat(known[-1]) + timedelta(days=_AFTER)).isoformat()
    there = connection.scalar(counted.where(table.c.day >= known[0], table.c.day <= until)) or 0
    return Collected(outlets, max(there, outlets), known[0], until)
