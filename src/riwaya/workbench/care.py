"""What people do about a matter: notes on it, who deals with it, and how far they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import Connection, delete, select, update

from riwaya.archive import Archive, schema_desk
from riwaya.archive.archive import now
from riwaya.archive.intake import storable
from riwaya.archive.naming import next_number
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.workbench.people import Person

Status = Literal["open", "working", "waiting", "done"]
STATUSES: Mapping[Status, str] = {
    "open": mark("open"),
    "working": mark("being worked on"),
    "waiting": mark("waiting for somebody"),
    "done": mark("done"),
}
#: Characters of a note, and of a name, at most.
LONGEST_NOTE, LONGEST_NAME = 4000, 100


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody wrote about a matter. Moments are ISO 8601 in UTC."""

    n: int
    matter: str
    who: str
    when: str
    text: str
    withdrawn: str | None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who deals with a matter (nobody: empty), how far they are, and who said so when."""

    matter: str
    assignee: str
    status: Status
    who: str
    when: str


def notes_of(connection: Connection, matter: str) -> list[Note]:
    """The notes on a matter, the oldest first; of those that were taken back only that there was one."""
    table = schema_desk.notes
    rows = connection.execute(select(table).where(table.c.matter == matter).order_by(table.c.n))
    return [
        Note(row.n, row.matter, row.who, row.when, "" if row.withdrawn else row.text, row.withdrawn)
        for row in rows
    ]


def add_note(archive: Archive, person: Person, matter: str, text: str) -> int:
    """Keep a note on a matter, and return its number. Raises UsageError for an empty or a very long one."""
    written = storable(text.strip())
    if not written:
        raise UsageError(_("The note is empty: write something first."))
    if len(written) > LONGEST_NOTE:
        raise UsageError(_("The note is too long: {n} characters at most.").format(n=LONGEST_NOTE))
    table = schema_desk.notes
    with archive.writing() as connection:
        number = next_number(connection, table)
        row = {"n": number, "matter": matter, "who": person.name, "when": now(), "text": written}
        connection.execute(table.insert(), {**row, "withdrawn": None})
    return number


def withdraw_note(archive: Archive, person: Person, matter: str, number: int) -> None:
    """Take a note on a matter back: one's own, or anybody's as an editor. Raises UsageError."""
    table = schema_desk.notes
    with archive.writing() as connection:
        row = connection.execute(select(table).where(table.c.n == number, table.c.matter == matter)).first()
        if row is None or row.withdrawn:
            raise UsageError(_("There is no such note any more."))
        if row.who != person.name and not person.may("editor"):
            raise UsageError(_("Only {who} or an editor can take this note back.").format(who=row.who))
        connection.execute(update(table).where(table.c.n == number).values(withdrawn=now()))


def assignment_of(connection: Connection, matter: str) -> Assignment | None:
    """Who deals with a matter; None where nobody said."""
    return assignments_of(connection, [matter]).get(matter)


def assignments_of(connection: Connection, matters: Collection[str]) -> dict[str, Assignment]:
    """Who deals with which of these matters, by id."""
    table = schema_desk.assignments
    rows = connection.execute(select(table).where(table.c.matter.in_(sorted(matters))))
    return {row.matter: Assignment(*row) for row in rows}


def assigned(
    connection: Connection, assignee: str | None = None, statuses: Collection[str] = ()
) -> list[Assignment]:
    """Matters that somebody (anybody: None) deals with, the last changed first; `statuses` narrow it."""
    table = schema_desk.assignments
    statement = select(table).order_by(table.c.when.desc(), table.c.matter)
    if assignee is not None:
        statement = statement.where(table.c.assignee == assignee)
    if statuses:
        statement = statement.where(table.c.status.in_(sorted(statuses)))
    return [Assignment(*row) for row in connection.execute(statement)]


def assign(archive: Archive, person: Person, matter: str, assignee: str, status: str) -> None:
    """Say who deals with a matter and how far they are. Raises UsageError."""
    name = storable(assignee.strip())
    if status not in get_args(Status):
        raise UsageError(_("'{status}' is no status of a matter.").format(status=status))
    if len(name) > LONGEST_NAME:
        raise UsageError(_("The name is too long: {n} characters at most.").format(n=LONGEST_NAME))
    table = schema_desk.assignments
    with archive.writing() as connection:
        connection.execute(delete(table).where(table.c.matter == matter))
        if name or status != "open":
            row = {"matter": matter, "assignee": name, "status": status, "who": person.name, "when": now()}
            connection.execute(table.insert(), row)


def colleagues(connection: Connection) -> list[str]:
    """Names to whom matters can be given: those with an account, and those who have some already."""
    accounts, given = schema_desk.accounts, schema_desk.assignments
    names = set(connection.scalars(select(accounts.c.name).where(accounts.c.disabled.is_(False))))
    names.update(connection.scalars(select(given.c.assignee).where(given.c.assignee != "").distinct()))
    return sorted(names)
