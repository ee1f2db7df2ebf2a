"""How far an archive has come, and of which reports something is new since."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from riwaya.archive import schema
from riwaya.archive.archive import GENERATION, LINKED


@dataclass(frozen=True, slots=True)
class Progress:
    """The last reading, decision and removal by number, and what tells whether claims are related."""

    reading: int = 0
    decision: int = 0
    removal: int = 0
    facts: frozenset[tuple[str, str]] = frozenset()


def progress(connection: Connection) -> Progress:
    """How far an archive has come."""
    reading, decision, removal = (
        connection.scalar(select(func.max(table.c.n))) or 0
        for table in (schema.readings, schema.decisions, schema.tombstones)
    )
    about = schema.about.c
    facts = connection.execute(select(about.name, about.value).where(about.name.in_((GENERATION, LINKED))))
    return Progress(reading, decision, removal, frozenset((name, value) for name, value in facts))


def changed_since(connection: Connection, before: Progress) -> list[int]:
    """Numbers of the reports that were read, decided upon or removed since; what is kept only grows."""
    reports, readings = schema.reports, schema.readings
    found = set(connection.scalars(select(readings.c.report).where(readings.c.n > before.reading)))
    for table, key, last in (
        (schema.decisions, schema.decisions.c.reading, before.decision),
        (schema.tombstones, schema.tombstones.c.report, before.removal),
    ):
        query = select(reports.c.n).join(table, key == reports.c.key).where(table.c.n > last)
        found.update(connection.scalars(query))
    return sorted(found)
