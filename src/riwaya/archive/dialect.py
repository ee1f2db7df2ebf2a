"""Everything that SQLite and PostgreSQL do not do alike; no other module knows which of them it talks to."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Engine,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    create_engine,
    event,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError

from riwaya.archive.matching import fts_query, ts_query
from riwaya.archive.search import Query
from riwaya.errors import ArchiveError
from riwaya.i18n import gettext as _

#: Sorts behind whatever ASCII begins with.
_LAST = "\U0010ffff"
#: Seconds that one process waits for another to write: relating 57,000 reports takes two minutes.
PATIENCE = 300.0
#: The full-text index as either store has it; neither is made through these.
_FTS = Table("search", MetaData(), Column("rowid", Integer), Column("search", Text))
_SEARCH = Table("search", MetaData(), Column("report", Integer), Column("stems", postgresql.TSVECTOR))
#: Bytes of the database that SQLite keeps in memory, in negative KiB.
_CACHE = -65_536
#: The module of SQLite that searches texts.
_MODULE = "fts5"


def make_engine(url: str | Path, patience: float = PATIENCE) -> Engine:
    """An engine for a file, or for a URL (`sqlite:///…`, `postgresql://…`). Raises ArchiveError.

    Who writes waits up to `patience` seconds for others who do.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        # Its own patience is SQLite's `busy_timeout`.
        engine = create_engine(address, connect_args={"timeout": patience})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    engine = create_engine(address, execution_options={"patience": patience})
    # Many rows a statement: otherwise every row is a journey to the server and back.
    engine.dialect.use_insertmanyvalues_wo_returning = True
    event.listen(engine, "begin", _begin_postgresql)
    event.listen(engine, "checkout", _ask_postgresql)
    return engine


def _address(url: str | Path) -> URL:
    if isinstance(url, Path) or "://" not in url:
        return URL.create("sqlite", database=os.fspath(url))
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        # There may be a password in what cannot be understood.
        shown = url.partition("://")[0] + "://…"
        raise ArchiveError(shown, _("is no file name and no address of a database")) from None
    if address.get_backend_name() == "sqlite":
        return address
    if address.get_backend_name() in ("postgresql", "postgres"):
        # Whoever runs this, unless said otherwise, as PostgreSQL's own programs have it.
        user = address.username or getpass.getuser()
        return address.set(drivername="postgresql+pg8000", username=user)
    shown = address.render_as_string(hide_password=True)
    raise ArchiveError(shown, _("only sqlite and postgresql can hold an archive"))


def reachable(url: str | Path) -> str:
    """What a process in another folder opens the same database by."""
    text = os.fspath(url)
    return text if "://" in text or text == ":memory:" else os.path.abspath(text)  # noqa: PTH100 - links stay


def shown_address(url: str | Path) -> str:
    """A database's address as it was given, without its password."""
    return make_url(os.fspath(url)).render_as_string(hide_password=True) if "://" in str(url) else str(url)


def refusal(error: Exception) -> str:
    """What a database that refuses to work says, in as plain words as there are."""
    origin = getattr(error, "orig", None) or error
    why: object = origin
    if origin.args and isinstance(origin.args[0], Mapping):
        why = origin.args[0].get("M", origin)  # PostgreSQL's own message, among codes
    elif isinstance(origin.__cause__, OSError):
        plain = origin.__cause__.strerror or str(origin.__cause__)
        return _("cannot be reached: {why}").format(why=plain)
    said = " ".join(str(why).split())[:200]
    return _("the database says: {why}").format(why=said)


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


def _ask_postgresql(connection: Any, _record: Any, _proxy: Any) -> None:
    """See whether the server is still there. SQLAlchemy's own way leaves a transaction open behind it."""
    try:
        connection.cursor().execute("SELECT 1")
        connection.rollback()
    except Exception as error:  # what is raised depends on how the connection ended
        raise DisconnectionError from error


def _begin_postgresql(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("isolation_level") != "AUTOCOMMIT" and not options.get("writes", False):
        # Whoever reads sees one state, as in SQLite, however many statements that takes.
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


def lock_for_writing(connection: Connection) -> None:
    """Let nobody else write until this transaction ends; numbers are given out one after another."""
    if connection.dialect.name == "postgresql":
        patience = connection.get_execution_options().get("patience", PATIENCE)
        connection.execute(text(f"SET LOCAL lock_timeout = {round(patience * 1000)}"))
        connection.execute(text("SELECT pg_advisory_xact_lock(7293)"))


def create_search(connection: Connection) -> None:
    """Make the full-text index: one row a report, of `text.search_words` joined by spaces.

    Raises ArchiveError where SQLite was built without one.
    """
    if connection.dialect.name == "sqlite":
        _require_fts5(connection)
        # The words come as they are to be kept: nothing beyond ASCII may part or change them.
        connection.execute(
            text("CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5(stems, content='', tokenize=ascii)")
        )
        return
    connection.execute(
        text(
            "CREATE TABLE IF NOT EXISTS search (report integer PRIMARY KEY REFERENCES reports (n), "
            "stems tsvector NOT NULL)"
        )
    )
    connection.execute(text("CREATE INDEX IF NOT EXISTS search_stems ON search USING gin (stems)"))


def _require_fts5(connection: Connection) -> None:
    modules = connection.scalars(text("SELECT name FROM pragma_module_list"))
    if _MODULE not in set(modules):
        raise ArchiveError(
            connection.engine.url.database or ":memory:",
            _("this Python's SQLite was built without full-text search (FTS5)"),
            _("use another Python, or PostgreSQL"),
        )


def index_text(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Add reports to the full-text index: `report` (its number) and `stems`."""
    if not rows:
        return
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO search (rowid, stems) VALUES (:report, :stems)"), list(rows))
        return
    vectors = [{"report": row["report"], "stems": _vector(row["stems"])} for row in rows]
    connection.execute(_SEARCH.insert(), vectors)


def _vector(stems: str) -> str:
    """A `tsvector` in writing. PostgreSQL's own parser would part words its way and count otherwise."""
    places: dict[str, list[str]] = {}
    for place, word in enumerate(stems.split(), start=1):
        places.setdefault(word, []).append(str(place))
    return " ".join(f"'{word}':{','.join(numbers)}" for word, numbers in places.items())


def matching(connection: Connection, query: Query) -> Select[int]:
    """The numbers of the reports that `query` fits, as a statement to be asked or built upon."""
    if connection.dialect.name == "sqlite":
        table = _FTS
        return select(table.c.rowid).where(table.c.search.op("MATCH")(fts_query(query)))
    found = _SEARCH.c.stems.op("@@")(cast(ts_query(query), postgresql.TSQUERY))
    return select(_SEARCH.c.report).where(found)


def code_points(connection: Connection, column: ColumnElement[str]) -> ColumnElement[str]:
    """A text column that sorts by code points, whatever the database's locale."""
    return column if connection.dialect.name == "sqlite" else column.collate("C")


def starting(connection: Connection, column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """That a text column begins with `prefix`, which is ASCII: asked so that an index may serve."""
    if connection.dialect.name == "sqlite":
        # SQLite's LIKE takes capitals for small letters, and so looks through the whole table.
        return and_(column >= prefix, column < prefix + _LAST)
    return column.startswith(prefix, autoescape=True)


def not_by_index(connection: Connection, column: ColumnElement[int]) -> ColumnElement[int]:
    """A column that a condition is not to be looked up by: another index serves better."""
    # PostgreSQL counts what there is and decides by itself.
    return column + 0 if connection.dialect.name == "sqlite" else column


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
