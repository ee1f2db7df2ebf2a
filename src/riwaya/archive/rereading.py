"""Kept texts read again: new readings beside the old ones, decisions kept where they still fit."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select, update

from riwaya.archive import schema
from riwaya.archive.archive import Archive, texts_of
from riwaya.archive.codec import unpack_reading, unpack_text
from riwaya.archive.decided import applied, standing_by_report
from riwaya.archive.intake import add_outlet, guard_row, reading_row
from riwaya.archive.naming import next_number, replace_names
from riwaya.archive.packs import units_of
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import Projection, project
from riwaya.archive.writing import delete_projection, insert_projections
from riwaya.model import Reader as About
from riwaya.reading.reader import Reader
from riwaya.release import load_units


@dataclass(frozen=True, slots=True)
class Kept:
    """A text to be read again, as one process hands it to another; `body` and `reading` are packed."""

    number: int
    id: str
    outlet: str
    published: str | None
    uri: str | None
    body: bytes
    reading: bytes


@dataclass(frozen=True, slots=True)
class Reread:
    """What another reader made of a text. `same` says that it found what the one before it did."""

    number: int
    seal: int
    same: bool
    row: dict[str, Any]
    guard: dict[str, str]
    rows: Projection


def due(
    archive: Archive, about: About, *, keys: Sequence[str] | None = None, at_once: int = 200
) -> Iterator[list[Kept]]:
    """The texts whose current reading another reader made than `about`, in lists of at most `at_once`.

    `keys` narrows it to these reports. What is written meanwhile does not disturb it.
    """
    for part in (None,) if keys is None else in_parts(keys):
        yield from _lists(archive, about, part, at_once)


def _lists(archive: Archive, about: About, keys: Sequence[str] | None, at_once: int) -> Iterator[list[Kept]]:
    last = 0
    while True:
        with archive.reading() as connection:
            found = _due(connection, about, keys, last, at_once)
        if not found:
            return
        last = found[-1].number
        yield found


def count_due(archive: Archive, about: About, keys: Sequence[str] | None = None) -> int:
    """How many texts are to be read again."""
    with archive.reading() as connection:
        statements = [
            _wanted(select(func.count()), about, part)
            for part in ((None,) if keys is None else in_parts(keys))
        ]
        return sum(connection.scalar(statement) or 0 for statement in statements)


def read_again(reader: Reader, kept: Kept) -> Reread:
    """What `reader` makes of a kept text. Raises InputError."""
    text = unpack_text(kept.body)
    reading = reader.read(text, id=kept.id, outlet=kept.outlet, published=kept.published, uri=kept.uri)
    before = unpack_reading(kept.reading, text)
    units = load_units(reader.pack.folder)
    rows = project(reading, units=units)
    add_outlet(rows, reading, reader.pack)
    return Reread(
        number=kept.number,
        seal=zlib.crc32(kept.body),
        same=replace(before, reader=reading.reader) == reading,
        row=reading_row(reading),
        guard=guard_row(reading, rows, units),
        rows=rows,
    )


def store(archive: Archive, again: Sequence[Reread]) -> int:
    """Keep readings and make the rows of those reports anew, in one transaction; returns how many it were.

    Texts that were removed or redacted since they were handed out are passed over.
    """
    with archive.writing() as connection:
        there = _seals(connection, [each.number for each in again])
        fresh = [each for each in again if there.get(each.number) == each.seal]
        if not fresh:
            return 0
        _keep(connection, fresh)
        # First, so that decisions name actors and places as this reader does.
        renamed = replace_names(connection, (each.rows for each in fresh))
        decided = _decided(connection, fresh)
        rows = {each.number: decided.get(each.number, each.rows) for each in fresh if not each.same}
        if rows:
            delete_projection(connection, list(rows))
            insert_projections(connection, rows)
        if rows or renamed:
            archive.touch(connection)
    return len(fresh)


def _keep(connection: Connection, again: Sequence[Reread]) -> None:
    table = schema.readings
    connection.execute(
        update(table).where(table.c.report.in_([each.number for each in again])).values(current=False)
    )
    number = next_number(connection, table)
    rows = [{"report": each.number, "current": True, **each.row} for each in again]
    connection.execute(table.insert(), [{"n": number + i, **row} for i, row in enumerate(rows)])
    reports = schema.reports
    statement = update(reports).where(reports.c.n == bindparam("number"))
    connection.execute(
        statement.values(private=bindparam("names"), guard=bindparam("veils")),
        [{"number": e.number, "names": e.guard["private"], "veils": e.guard["guard"]} for e in again],
    )


def _decided(connection: Connection, again: Sequence[Reread]) -> dict[int, Projection]:
    """The rows of those reports about which somebody decided something; what is guarded is as decided."""
    standing = standing_by_report(connection, [each.number for each in again])
    texts = texts_of(connection, list(standing))
    reports = schema.reports
    rows: dict[int, Projection] = {}
    for each in again:
        if each.number in standing:
            reading = unpack_reading(each.row["body"], texts[each.number])
            state = applied(connection, reading, standing[each.number])
            units = units_of(connection, reading.reader.pack)
            rows[each.number] = project(state.reading, state.statuses, units)
            guard = guard_row(state.reading, rows[each.number], units)
            connection.execute(update(reports).where(reports.c.n == each.number).values(**guard))
    return rows


def _due(
    connection: Connection, about: About, keys: Sequence[str] | None, last: int, at_once: int
) -> list[Kept]:
    reports, texts, readings = schema.reports, schema.texts, schema.readings
    columns = (
        reports.c.n, reports.c.id, reports.c.outlet, reports.c.published, reports.c.uri, texts.c.body,
        readings.c.body.label("reading"),
    )  # fmt: skip
    statement = _wanted(select(*columns), about, keys).where(reports.c.n > last).order_by(reports.c.n)
    return [Kept(*row) for row in connection.execute(statement.limit(at_once))]


def _wanted(statement: Any, about: About, keys: Sequence[str] | None) -> Any:
    reports, texts, readings = schema.reports, schema.texts, schema.readings
    other = or_(
        readings.c.version != about.version, readings.c.pack != about.pack, readings.c.digest != about.digest
    )
    found = statement.select_from(
        reports.join(texts, texts.c.report == reports.c.n).join(readings, readings.c.report == reports.c.n)
    ).where(and_(readings.c.current, other))
    return found if keys is None else found.where(reports.c.key.in_(keys))


def _seals(connection: Connection, reports: Sequence[int]) -> dict[int, int]:
    table = schema.texts
    rows = connection.execute(select(table.c.report, table.c.body).where(table.c.report.in_(reports)))
    return {report: zlib.crc32(body) for report, body in rows}
