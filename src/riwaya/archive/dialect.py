"""Everything that SQLite and PostgreSQL do not do alike; no other module knows which of them it talks to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, bindparam, create_engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from riwaya.errors import ArchiveError
from riwaya.i18n import gettext as _

#: Milliseconds that one process waits for another to finish writing.
_PATIENCE = 60_000
#: Bytes of the database that SQLite keeps in memory, in negative KiB.
_CACHE = -65_536


def make_engine(url: str | Path) -> Engine:
    """An engine for a file, or for a URL (`sqlite:///…`, `postgresql://…`). Raises ArchiveError."""
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        engine = create_engine(address)
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    return create_engine(address, pool_pre_ping=True)


def _address(url: str | Path) -> URL:
    if isinstance(url, Path) or "://" not in url:
        return URL.create("sqlite", database=os.fspath(url))
    try:
        address = make_url(url)
    except ArgumentError:
        raise ArchiveError(str(url), _("is no file name and no address of a database")) from None
    if address.get_backend_name() == "sqlite":
        return address
    if address.get_backend_name() in ("postgresql", "postgres"):
        return address.set(drivername="postgresql+pg8000")
    shown = address.render_as_string(hide_password=True)
    raise ArchiveError(shown, _("only sqlite and postgresql can hold an archive"))


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # The driver would begin transactions when it sees fit; we do, in `_begin_sqlite`.
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        # A loss of power may undo the last transactions, but corrupts nothing; a kill undoes none.
        "synchronous = NORMAL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
        f"busy_timeout = {_PATIENCE}",
        f"cache_size = {_CACHE}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") == "AUTOCOMMIT":
        return
    writes = options.get("writes", False)
    # A reader that turns writer can be refused halfway: whoever will write says so from the start.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def lock_for_writing(connection: Connection) -> None:
    """Let nobody else write until this transaction ends; numbers are given out one after another."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(7293)"))


def create_search(connection: Connection) -> None:
    """Make the full-text index: one row a report, of `text.stems` joined by spaces."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(stems, content='', "
                'tokenize="unicode61 remove_diacritics 0")'
            )
        )
        return
    connection.execute(
        text(
            "CREATE TABLE IF NOT EXISTS search (report integer PRIMARY KEY REFERENCES reports (n), "
            "stems tsvector NOT NULL)"
        )
    )
    connection.execute(text("CREATE INDEX IF NOT EXISTS search_stems ON search USING gin (stems)"))


def index_text(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add reports to the full-text index: `report` (its number) and `stems`."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        statement = "INSERT INTO search (rowid, stems) VALUES (:report, :stems)"
    else:
        statement = "INSERT INTO search (report, stems) VALUES (:report, to_tsvector('simple', :stems))"
    connection.execute(text(statement), list(rows))


def unindex_text(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Take reports out of the full-text index: `report`, and `stems` exactly as they were put in.

    What they leave behind goes with `settle_search`.
    """
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        # An index without contents has to be told what it is to forget.
        statement = "INSERT INTO search (search, rowid, stems) VALUES ('delete', :report, :stems)"
    else:
        statement = "DELETE FROM search WHERE report = :report"
    connection.execute(text(statement), list(rows))


def settle_search(connection: Connection) -> None:
    """Merge the full-text index, so that forgotten words stand in none of its older parts."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search (search) VALUES ('optimize')"))


def still_indexed(connection: Connection, reports: Sequence[int]) -> bool:
    """Whether the full-text index knows a word of these reports. Takes seconds for a large archive."""
    numbers = {"reports": list(reports)}
    if connection.dialect.name == "sqlite":
        listing = (
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_list USING fts5vocab(main, search, instance)"
        )
        connection.execute(text(listing))
        statement = "SELECT doc FROM temp.search_list WHERE doc IN :reports LIMIT 1"
    else:
        statement = "SELECT report FROM search WHERE report IN :reports LIMIT 1"
    found = connection.execute(text(statement).bindparams(bindparam("reports", expanding=True)), numbers)
    return found.first() is not None


def clear_search(connection: Connection) -> None:
    """Empty the full-text index."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TABLE search"))
        create_search(connection)
    else:
        connection.execute(text("DELETE FROM search"))


def insert_new(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows; those whose key is there already are passed over."""
    values = list(rows)
    if not values:
        return
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    connection.execute(insert(table).on_conflict_do_nothing(), values)


def refresh_statistics(engine: Engine) -> None:
    """Let the planner know how much there is; after much was written."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")


def forget_for_good(engine: Engine) -> bool:
    """Write the database anew, without the pages in which deleted rows stood.

    False when somebody else reads it, so that its write-ahead log could not be emptied.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("VACUUM")
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
            return not busy
        connection.exec_driver_sql("VACUUM FULL")
    return True
