"""The record of what people did at the workbench."""

from __future__ import annotations

from riwaya.archive import Archive, schema_desk
from riwaya.archive.archive import now
from riwaya.archive.naming import next_number
from riwaya.workbench.people import Person


def record(archive: Archive, person: Person, what: str, about: str) -> None:
    """Keep that somebody did something: `what` in a word or two, `about` what it was done to."""
    table = schema_desk.audit
    with archive.writing() as connection:
        row = {
            "n": next_number(connection, table),
            "when": now(),
            "who": person.name,
            "what": what,
            "about": about,
        }
        connection.execute(table.insert(), row)
