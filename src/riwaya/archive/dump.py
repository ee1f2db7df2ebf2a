"""The logical dump: everything that an archive holds, as sorted lines, so that archives can be compared.

Two archives that took in the same have the same dump: on SQLite and PostgreSQL, in batches of any size, in
one go or after interruptions. So nothing is in it that only says how it is stored or when it came: no
numbers, batches or compression, of the facts about the archive only its version, and not how its release
policy was overridden. Of the tables of the workbench the local layer is in it, for reports are read by it;
who watches, notes or did what is not.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

import msgspec
from sqlalchemy import Column, Connection, Integer, Table, select

from riwaya.archive import schema, schema_desk
from riwaya.archive.archive import Archive
from riwaya.archive.codec import unpack_reading, unpack_text
from riwaya.archive.sorting import ROOM, sorted_lines

#: Columns of numbers that refer to rows of a table; not all of them are foreign keys.
_REFERENCES = {
    "report": "reports", "of": "reports", "story": "reports", "claim": "claims", "source": "claims",
    "target": "claims", "theme": "claims", "actor": "actors", "place": "places", "matter": "matters",
}  # fmt: skip
#: Columns, and tables, that only say how and when rows came in or were asked for.
_LOCAL, _LEFT_OUT = ("n", "batch"), ("batches", "overrides")
#: What came in and was decided; it may be closed.
_KEPT = (*schema.KEPT, schema_desk.entries)
#: Rows that are fetched at a time.
_AT_ONCE = 1000

#: Columns of what is kept that tell nothing of what was read, nor by what address or file it came.
_CLEAR: Mapping[str, tuple[str, ...]] = {
    "reports": ("key", "outlet", "published", "day", "language", "characters", "words", "redacted"),
    "texts": ("report",),
    "readings": ("report", "version", "pack", "digest", "current"),
    "rejects": ("outlet", "day"),
    "decisions": ("id", "reading", "kind", "target", "action", "who", "when", "retracts"),
    "tombstones": ("report", "who", "when"),
    "entries": ("use", "who", "when", "decision", "withdrawn"),
}

_encoder = msgspec.json.Encoder()
Refer = Mapping[str, Mapping[int, str]]


def dump(archive: Archive, *, room: int = ROOM, hashed: bool = False) -> Iterator[str]:
    """One JSON object a row, table by table, sorted. Texts and readings are whole, in clear.

    With `hashed` nothing that was read can be: what came in and was decided has SHA-256 digests instead of
    all but keys, days and the like, and each table that is made from it is one line with a digest. Rows
    refer to reports by key, to claims by key and id (`r0123…#c4`), to actors, places and matters by id.
    `room` bytes of rows at most are in memory. Raises ArchiveError.
    """
    with archive.reading() as connection:
        refer = _names(connection)
        for table in (schema.about, *_KEPT, *schema.PROJECTED, *schema.RELATED):
            if table.name not in _LEFT_OUT:
                closed = hashed and table in _KEPT
                lines = sorted_lines(_lines(connection, table, refer, hashed=closed), room=room)
                in_sum = hashed and not closed and table is not schema.about
                yield from [_sum(table, lines)] if in_sum else lines


def digest_of(value: Any) -> str | None:
    """The SHA-256 of a value as JSON, in hexadecimal; None for None."""
    return None if value is None else sha256(_encoder.encode(value)).hexdigest()


def _sum(table: Table, lines: Iterable[str]) -> str:
    digest, count = sha256(), 0
    for line in lines:
        digest.update(line.encode("utf-8") + b"\n")
        count += 1
    record = {"table": str(table.name), "rows": count, "sha256": digest.hexdigest()}
    return _encoder.encode(record).decode("utf-8")


def _names(connection: Connection) -> Refer:
    """What rows are called that others refer to, by table and number."""
    reports = dict(_pairs(connection, schema.reports, "key"))
    claims = schema.claims.c
    rows = connection.execute(select(claims.n, claims.report, claims.id))
    named = {
        t.name: dict(_pairs(connection, t, "id")) for t in (schema.actors, schema.places, schema.matters)
    }
    return {**named, "reports": reports, "claims": {n: f"{reports[report]}#{id}" for n, report, id in rows}}


def _pairs(connection: Connection, table: Table, column: str) -> Iterator[tuple[int, str]]:
    yield from ((n, name) for n, name in connection.execute(select(table.c.n, table.c[column])))


def _lines(connection: Connection, table: Table, refer: Refer, *, hashed: bool) -> Iterator[str]:
    columns = [
        (str(column.name), _closed(column, refer) if hashed else _shown(column, refer))
        for column in table.columns
        if column.name not in _LOCAL
    ]
    statement = select(*(table.c[name] for name, _show in columns))
    if table is schema.about:
        statement = statement.where(table.c.name == "version")
    rows = connection.execution_options(stream_results=True).execute(statement).yield_per(_AT_ONCE)
    for row in rows:
        shown = {name: show(value) for (name, show), value in zip(columns, row, strict=True)}
        yield _encoder.encode({"table": str(table.name), **shown}).decode("utf-8")


def _shown(column: Column[Any], refer: Refer) -> Callable[[Any], Any]:
    """How a column's values are written."""
    target = _REFERENCES.get(column.name) if isinstance(column.type, Integer) else None
    if target:
        names = refer[target]
        return lambda value: None if value is None else names[value]
    place = (str(column.table.name), str(column.name))
    return _CONTENTS.get(place, _plain)


def _closed(column: Column[Any], refer: Refer) -> Callable[[Any], Any]:
    """How a column's values are written when nothing that was read may be."""
    show = _shown(column, refer)
    if str(column.name) in _CLEAR.get(str(column.table.name), ()):
        return show
    return lambda value: digest_of(show(value))


def _plain(value: Any) -> Any:
    return b64encode(bytes(value)).decode("ascii") if isinstance(value, bytes | memoryview) else value


def _reading(value: bytes) -> msgspec.Raw:
    # The text has a row of its own.
    return msgspec.Raw(_encoder.encode(unpack_reading(bytes(value), "")))


_CONTENTS: Mapping[tuple[str, str], Callable[[Any], Any]] = {
    ("texts", "body"): lambda value: unpack_text(bytes(value)),
    ("readings", "body"): _reading,
}
