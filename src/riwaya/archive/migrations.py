"""From an empty database, or an archive of any released version, to the tables of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, Engine, inspect, select
from sqlalchemy.exc import DBAPIError

from riwaya.archive import dialect, schema, schema_desk
from riwaya.errors import ArchiveError
from riwaya.i18n import gettext as _


def _add_desk(connection: Connection) -> None:
    """Version 2 has the tables of the workbench."""
    schema.metadata.create_all(connection, tables=schema_desk.DESK)


#: What brings an archive of a version to the next; all steps that are due run in one transaction.
STEPS: Mapping[int, Callable[[Connection], None]] = {1: _add_desk}


def bring_forward(
    engine: Engine,
    name: str,
    *,
    create: bool,
    steps: Mapping[int, Callable[[Connection], None]] = STEPS,
    target: int = schema.SCHEMA_VERSION,
) -> None:
    """Make the tables, or change them until they are those of `target`. Raises ArchiveError.

    `name` is how messages call the archive. Without `create` a database without an archive is an error.
    """
    try:
        if _is_current(engine, target):
            return
        with engine.connect().execution_options(writes=True) as connection, connection.begin():
            dialect.lock_for_writing(connection)
            if not inspect(connection).has_table(schema.about.name):
                _require_empty(connection, name, create=create)
                schema.metadata.create_all(connection)
                dialect.create_search(connection)
                connection.execute(schema.about.insert(), {"name": "version", "value": str(target)})
            version = _version(connection, name)
            if version > target:
                problem = _(
                    "was made by a newer Riwaya (version {found} of its tables, this one knows {known})"
                )
                raise ArchiveError(name, problem.format(found=version, known=target), _("update Riwaya"))
            for number in range(version, target):
                steps[number](connection)
                _set_version(connection, number + 1)
    except DBAPIError as error:
        raise unusable(name, error) from None


def _is_current(engine: Engine, target: int) -> bool:
    """Whether there is nothing to do: whoever only reads need not wait for somebody who writes."""
    with engine.connect() as connection, connection.begin():
        if not inspect(connection).has_table(schema.about.name):
            return False
        about = schema.about.c
        return connection.scalar(select(about.value).where(about.name == "version")) == str(target)


def unusable(name: str, error: Exception) -> ArchiveError:
    """The error for a database that refuses to work: locked, damaged, full, not there."""
    problem = dialect.refusal(error)
    return ArchiveError(name, problem, _("check the file or address, its permissions and the free space"))


def _require_empty(connection: Connection, name: str, *, create: bool) -> None:
    if inspect(connection).get_table_names():
        raise ArchiveError(name, _("is a database of something else"), _("give another file or database"))
    if not create:
        raise ArchiveError(name, _("no archive there"), _("make one: riwaya ingest SOURCE --archive FILE"))


def _version(connection: Connection, name: str) -> int:
    value = connection.scalar(select(schema.about.c.value).where(schema.about.c.name == "version"))
    if value is None or not value.isdigit():
        raise ArchiveError(name, _("is a database of something else"), _("give another file or database"))
    return int(value)


def _set_version(connection: Connection, version: int) -> None:
    table = schema.about
    connection.execute(table.update().where(table.c.name == "version").values(value=str(version)))
