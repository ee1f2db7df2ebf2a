"""The record of what people did at the workbench."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from riwaya.archive import Archive, schema_desk
from riwaya.archive.archive import now
from riwaya.archive.naming import next_number
from riwaya.i18n import mark as _
from riwaya.text.cells import safe
from riwaya.workbench.people import Person

_COLUMNS = ("when", "who", "what", "about")
#: What is done, as it is kept; shown in the reader's language.
ACTS = (
    _("log in"), _("failed log in"), _("log out"), _("change own password"), _("add account"),
    _("change role"), _("disable account"), _("enable account"), _("reset password"), _("make token"),
    _("add"), _("undo"), _("assign"), _("gold"), _("layer"), _("withdraw"), _("look"), _("note"),
    _("withdraw note"), _("relate"), _("sheet"), _("watch"), _("unwatch"), _("correct"), _("merge"),
)  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which acts are wanted: of whom, of what sort, from a day on, up to a day (ISO 8601); empty is all."""

    who: str = ""
    what: str = ""
    since: str = ""
    until: str = ""


def acts(
    connection: Connection, wanted: Wanted, limit: int | None = None, offset: int = 0
) -> Sequence[Row[Any]]:
    """What people did, the newest first: rows of when, who, what, about."""
    table = schema_desk.audit
    columns = (table.c[name] for name in _COLUMNS)
    asked = _narrowed(select(*columns), wanted).order_by(table.c.n.desc())
    return connection.execute(asked.limit(limit).offset(offset)).all()


def acts_count(connection: Connection, wanted: Wanted) -> int:
    """How many acts are wanted."""
    return connection.scalar(_narrowed(select(func.count()).select_from(schema_desk.audit), wanted)) or 0


def known(connection: Connection, column: str) -> list[str]:
    """The values of `who` or `what` that the record has, sorted."""
    field = schema_desk.audit.c[column]
    return sorted(connection.scalars(select(field).distinct()))


def acts_csv(rows: Sequence[Row[Any]]) -> str:
    """Acts as a table with a header; lines end with CR LF, text is harmless to spreadsheets."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _narrowed(asked: Select[Any], wanted: Wanted) -> Select[Any]:
    table = schema_desk.audit.c
    for column, value in ((table.who, wanted.who), (table.what, wanted.what)):
        if value:
            asked = asked.where(column == value)
    if wanted.since:
        asked = asked.where(table.when >= wanted.since)
    if wanted.until:
        # Moments of a day sort between its date and this; the letter stands behind all that follow a date.
        asked = asked.where(table.when < wanted.until + "U")
    return asked
