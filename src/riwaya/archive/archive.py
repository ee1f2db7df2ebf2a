"""The archive: one door to everything that is kept."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Row, func, select, update
from sqlalchemy.exc import DBAPIError

from riwaya.archive import dialect, schema
from riwaya.archive.codec import DamagedError, unpack_reading, unpack_text
from riwaya.archive.intake import Prepared, storable
from riwaya.archive.migrations import bring_forward, unusable
from riwaya.archive.naming import next_number
from riwaya.archive.parts import in_parts
from riwaya.archive.writing import insert_reports
from riwaya.errors import ArchiveError, MissingError, UsageError
from riwaya.i18n import gettext as _
from riwaya.model import Reading
from riwaya.packs.pack import PACKS, find_pack

#: What changes whenever claims do, and its value when `riwaya.corpus` last related them.
GENERATION, LINKED = "generation", "linked"
#: The pack that reports were last read with.
PACK = "pack"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a batch of prepared reports: how many are new, there already, removed for good."""

    new: int
    known: int
    redacted: int


class Archive:
    """Readings kept, by file name or by URL (`postgresql://user@host/name`).

    >>> with Archive(":memory:") as archive:
    ...     archive.count()
    {'reports': 0, 'claims': 0, 'matters': 0, 'rejects': 0}

    A file that is not there is made, unless `create` is False. An older archive is brought forward. Usable as
    a context manager; several processes may read while one writes. Who writes waits up to `patience` seconds
    for others who do. Raises ArchiveError.
    """

    def __init__(self, url: str | Path, *, create: bool = True, patience: float = dialect.PATIENCE) -> None:
        #: What another process opens the same archive by.
        self.address = dialect.reachable(url)
        self._engine = dialect.make_engine(url, patience)
        self.name = dialect.shown_address(url)
        if self._engine.url.get_backend_name() == "sqlite":
            self.name = self._engine.url.database or ":memory:"
            _check_file(self.name, create=create)
        try:
            bring_forward(self._engine, self.name, create=create)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back what the database holds open."""
        self._engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the archive. Raises ArchiveError."""
        try:
            with self._engine.connect() as connection, connection.begin():
                yield connection
        except (DBAPIError, DamagedError) as error:
            raise unusable(self.name, error) from None

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write: all the block does counts, or nothing. Raises ArchiveError."""
        try:
            with (
                self._engine.connect().execution_options(writes=True) as connection,
                connection.begin(),
            ):
                dialect.lock_for_writing(connection)
                yield connection
        except (DBAPIError, DamagedError) as error:
            raise unusable(self.name, error) from None

    # ---- taking in ---------------------------------------------------------------------------------------

    def begin_batch(self, sources: str) -> int:
        """Note that reports are about to come in from `sources`; returns the batch's number."""
        with self.writing() as connection:
            number = next_number(connection, schema.batches)
            row = {"n": number, "started": now(), "sources": storable(sources), "finished": None}
            connection.execute(schema.batches.insert(), row)
        return number

    def finish_batch(self, batch: int) -> None:
        """Note that a batch came to its end."""
        with self.writing() as connection:
            table = schema.batches
            connection.execute(update(table).where(table.c.n == batch).values(finished=now()))

    def known(self, keys: Sequence[str]) -> set[str]:
        """Those of `keys` whose reports are in the archive, or were removed from it for good."""
        with self.reading() as connection:
            return _known(connection, keys)

    def removed(self, keys: Sequence[str]) -> set[str]:
        """Those of `keys` whose reports were removed from the archive for good."""
        with self.reading() as connection:
            return _redacted(connection, keys)

    def rejected(self, ids: Sequence[str]) -> set[str]:
        """Those of `ids` under which something is kept that could not be taken in."""
        table = schema.rejects
        found: set[str] = set()
        with self.reading() as connection:
            for part in in_parts(ids):
                found.update(connection.scalars(select(table.c.id).where(table.c.id.in_(part))))
        return found

    def add(self, batch: int, prepared: Sequence[Prepared]) -> Added:
        """Add reports in one transaction, passing over those that are there or were removed for good."""
        by_key = {each.report["key"]: each for each in prepared}
        with self.writing() as connection:
            redacted = _redacted(connection, list(by_key))
            known = _known(connection, list(by_key)) - redacted
            new = [each for key, each in by_key.items() if key not in known | redacted]
            if new:
                insert_reports(connection, batch, new)
                self.touch(connection)
        return Added(len(new), len(prepared) - len(new) - len(redacted), len(redacted))

    def reject(self, batch: int, rows: Sequence[dict[str, Any]]) -> None:
        """Keep what could not be taken in: rows of `schema.rejects` without number and batch."""
        with self.writing() as connection:
            number = next_number(connection, schema.rejects)
            new = [{"outlet": None, "day": None, "payload": None, **row, "batch": batch} for row in rows]
            new = [{k: storable(v) if isinstance(v, str) else v for k, v in row.items()} for row in new]
            dialect.insert_new(
                connection, schema.rejects, [{**row, "n": number + i} for i, row in enumerate(new)]
            )

    # ---- what is kept ------------------------------------------------------------------------------------

    def report(self, reference: str) -> Row[Any]:
        """The row of `schema.reports` that a key, an id, or the beginning of one means.

        Raises MissingError where there is none, UsageError where there are several.
        """
        table = schema.reports
        # Keys and ids are hexadecimal; SQLite would not mind capitals, PostgreSQL does.
        wanted = reference.strip().lower()
        wanted = wanted if wanted.isascii() and wanted.isprintable() else ""
        with self.reading() as connection:
            rows = connection.execute(
                select(table)
                .where(
                    dialect.starting(connection, table.c.key, wanted)
                    | dialect.starting(connection, table.c.id, wanted)
                    | dialect.starting(connection, table.c.id, "sha256:" + wanted)
                )
                .order_by(dialect.code_points(connection, table.c.key))
                .limit(6)
            ).all()
        if not wanted or not rows:
            problem = _("no report '{reference}' in this archive; a search finds reports and their keys")
            raise MissingError(problem.format(reference=reference))
        if len(rows) > 1:
            keys = ", ".join(row.key for row in rows[:5])
            problem = _("'{reference}' means several reports: {keys}")
            raise UsageError(problem.format(reference=reference, keys=keys))
        return rows[0]

    def text(self, report: int) -> str:
        """The text of a report by number; empty where it was removed."""
        with self.reading() as connection:
            return texts_of(connection, [report])[report]

    def read(self, report: int) -> Reading:
        """The current reading of a report by number, as its reader made it: decisions are not applied.

        Raises UsageError where there is none.
        """
        with self.reading() as connection:
            found = readings_of(connection, [report])
        if report not in found:
            raise UsageError(_("there is no reading of report number {n}").format(n=report))
        return found[report]

    # ---- what is related ---------------------------------------------------------------------------------

    def fact(self, name: str) -> str | None:
        """A fact about the archive (`schema.about`)."""
        with self.reading() as connection:
            return connection.scalar(select(schema.about.c.value).where(schema.about.c.name == name))

    def note_pack(self, pack: str) -> None:
        """Note with which pack reports were last read: one that ships by its name, a folder by its full path.

        Raises PackError when there is no such pack.
        """
        folder = find_pack(pack)
        name = pack if folder == PACKS / pack else str(folder.resolve())
        with self.writing() as connection:
            set_fact(connection, PACK, name)

    def touch(self, connection: Connection) -> None:
        """Note that claims changed, so that what relates them is out of date."""
        set_fact(connection, GENERATION, secrets.token_hex(8))

    def is_linked(self) -> bool:
        """Whether claims did not change since they were last related; an empty archive is."""
        return self.fact(GENERATION) == self.fact(LINKED)

    def count(self) -> dict[str, int]:
        """How many rows the tables of reports, claims, matters and rejects have."""
        tables = (schema.reports, schema.claims, schema.matters, schema.rejects)
        with self.reading() as connection:
            return {t.name: connection.scalar(select(func.count()).select_from(t)) or 0 for t in tables}

    def refresh_statistics(self) -> None:
        """Let the database look at how much there is, after much was written."""
        dialect.refresh_statistics(self._engine)

    def forget_for_good(self) -> None:
        """Overwrite whatever deleted rows left behind in the file.

        Raises ArchiveError when others have the archive open: then it has to be done again.
        """
        self._engine.dispose()
        try:
            done = dialect.forget_for_good(self._engine)
        except DBAPIError:
            done = False
        if not done:
            problem = _("what was removed may still stand in the file: others have the archive open")
            raise ArchiveError(self.name, problem, _("close them, then run the same command again"))


def now() -> str:
    """This moment, ISO 8601 in UTC, to the second: for records of what people did, never for reading."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def set_fact(connection: Connection, name: str, value: str) -> None:
    """Set a fact about the archive."""
    table = schema.about
    if not connection.execute(update(table).where(table.c.name == name).values(value=value)).rowcount:
        connection.execute(table.insert(), {"name": name, "value": value})


def texts_of(connection: Connection, reports: Sequence[int]) -> dict[int, str]:
    """Texts of reports by number; empty where they were removed."""
    table = schema.texts
    rows = connection.execute(select(table.c.report, table.c.body).where(table.c.report.in_(reports)))
    return dict.fromkeys(reports, "") | {report: unpack_text(body) for report, body in rows}


def readings_of(
    connection: Connection,
    reports: Sequence[int],
    unpack: Callable[[bytes, str], Reading] = unpack_reading,
) -> dict[int, Reading]:
    """Current readings of reports by number, with their texts; reports whose text was removed have none."""
    texts, bodies = texts_of(connection, reports), bodies_of(connection, reports)
    return {report: unpack(body, texts[report]) for report, body in bodies.items()}


def bodies_of(connection: Connection, reports: Sequence[int]) -> dict[int, bytes]:
    """Current readings of reports by number as they are kept, to be unpacked in part (`archive.codec`)."""
    table = schema.readings
    rows = connection.execute(
        select(table.c.report, table.c.body).where(table.c.report.in_(reports), table.c.current)
    )
    return {row.report: row.body for row in rows}


def _known(connection: Connection, keys: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for part in in_parts(keys):
        found.update(connection.scalars(select(schema.reports.c.key).where(schema.reports.c.key.in_(part))))
    return found | _redacted(connection, keys)


def _redacted(connection: Connection, keys: Sequence[str]) -> set[str]:
    table = schema.tombstones
    rows = connection.scalars(select(table.c.report).where(table.c.what == "text"))
    return set(rows) & set(keys)


def _check_file(name: str, *, create: bool) -> None:
    """Say in our own words what is wrong with a file, before the database says it in its own."""
    path = Path(name)
    if name == ":memory:" or name.startswith("file:"):  # SQLite's own addresses say more than where
        return
    try:
        folder, there = path.is_dir(), path.exists()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ArchiveError(name, why, _("check the name and the permissions")) from None
    if folder:
        raise ArchiveError(name, _("is a folder"), _("give a file"))
    if not there and not create:
        raise ArchiveError(name, _("no archive there"), _("make one: riwaya ingest SOURCE --archive FILE"))
    if not path.parent.is_dir():
        raise ArchiveError(name, _("there is no folder for it"), _("make the folder first"))
