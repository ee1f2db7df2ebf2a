"""What somebody keeps an eye on, and when they last looked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import ColumnElement, Connection, delete, func, select

from riwaya.archive import Archive, schema, schema_desk
from riwaya.archive.archive import now
from riwaya.archive.intake import storable
from riwaya.i18n import language
from riwaya.questions.names import names_of
from riwaya.questions.understanding import understood
from riwaya.questions.watch import Watch
from riwaya.workbench.people import Person

#: What can be watched.
Kind = Literal["party", "place"]
KINDS: tuple[Kind, ...] = ("party", "place")
#: Days that somebody sees who never said that they had seen anything.
_DAYS = 7
_LONGEST_NOTE = 300
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


@dataclass(frozen=True, slots=True)
class Watched:
    """A party or place that somebody watches: `kind` is party or place."""

    kind: str
    id: str
    name: str
    note: str


def watched_by(connection: Connection, who: str) -> list[Watched]:
    """What somebody watches, by name."""
    table = schema_desk.watched
    rows = connection.execute(select(table).where(table.c.who == who)).all()
    names = names_of(connection, {row.id for row in rows}, language())
    found = [Watched(row.kind, row.id, names.get(row.id, row.id), row.note) for row in rows]
    return sorted(found, key=lambda each: (each.kind, each.name))


def watch_of(watched: list[Watched]) -> Watch:
    """What is watched, as a question is narrowed to it."""
    ids = {kind: frozenset(each.id for each in watched if each.kind == kind) for kind in ("party", "place")}
    return Watch(ids["party"], ids["place"])


def id_of(archive: Archive, kind: Kind, name: str) -> str:
    """The id of a party or place that is named. Raises FieldError where it is none."""
    with archive.reading() as connection:
        return str(understood(kind, kind, name, connection))


def watch(archive: Archive, person: Person, kind: Kind, name: str, note: str) -> str:
    """Watch a party or place by its name or id, which is returned. Raises FieldError for what is neither."""
    id = id_of(archive, kind, name)
    table = schema_desk.watched
    row = {"who": person.name, "kind": kind, "id": id, "note": storable(note.strip())[:_LONGEST_NOTE]}
    with archive.writing() as connection:
        connection.execute(delete(table).where(*_this(person, kind, id)))
        connection.execute(table.insert(), row)
    return id


def unwatch(archive: Archive, person: Person, kind: str, id: str) -> None:
    """Watch a party or place no longer."""
    with archive.writing() as connection:
        connection.execute(delete(schema_desk.watched).where(*_this(person, kind, id)))


def last_look(connection: Connection, who: str) -> str | None:
    """When somebody last said that they had seen what is new; None if never."""
    table = schema_desk.looks
    return connection.scalar(select(table.c.when).where(table.c.who == who))


def looked(archive: Archive, person: Person, moment: str) -> None:
    """Keep that somebody has seen what came in before a moment; what is none, or lies ahead, is now."""
    table = schema_desk.looks
    moment = min(moment, now()) if _MOMENT.fullmatch(moment) else now()
    with archive.writing() as connection:
        connection.execute(delete(table).where(table.c.who == person.name))
        connection.execute(table.insert(), {"who": person.name, "when": moment})


def moment_seen(connection: Connection) -> str:
    """Up to when a page that is made now shows what came in.

    Of a batch that is still coming in not everything is there: it counts as not seen.
    """
    table = schema.batches
    last = connection.execute(select(table).order_by(table.c.n.desc()).limit(1)).first()
    return now() if last is None or last.finished else min(now(), str(last.started))


def last_days(connection: Connection) -> str | None:
    """The first of the last days of which there are reports; None where no report has a day."""
    newest = connection.scalar(select(func.max(schema.reports.c.day)))
    return (date.fromisoformat(newest) - timedelta(days=_DAYS - 1)).isoformat() if newest else None


def _this(person: Person, kind: str, id: str) -> tuple[ColumnElement[bool], ...]:
    table = schema_desk.watched
    return (table.c.who == person.name, table.c.kind == kind, table.c.id == id)
