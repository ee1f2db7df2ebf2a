"""Overwriting a name wherever an archive holds words: texts, readings, rows, decisions, what was refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, LargeBinary, Row, Table, Text, delete, select, true, update

from riwaya.archive import dialect, schema
from riwaya.archive.archive import texts_of
from riwaya.archive.blotting import Blot
from riwaya.archive.codec import pack_bytes, pack_reading, pack_text, unpack_bytes, unpack_reading
from riwaya.archive.decided import decided_readings, drop_unused_places, places_read, reproject
from riwaya.archive.parts import in_parts
from riwaya.archive.patches import plain, typed
from riwaya.archive.searching import forget_words, stems_of
from riwaya.model import Reading
from riwaya.text import tokenize
from riwaya.text.shingles import sample, words_of

#: Rows that are in memory at a time; refused input may be long.
_AT_ONCE = 200
#: Tables without words of reports, or whose words `Overwriter.reports` sees to. Names of actors are those of
#: the pack's registry, and places that only a report names go with the claims about them.
_ELSEWHERE = frozenset(
    {"about", "reports", "texts", "readings", "actors", "places", "claims", "links", "copies", "stories"}
)


class Overwriter:
    """Overwrites one name, on a connection that may write."""

    def __init__(self, connection: Connection, blot: Blot) -> None:
        self._connection = connection
        self._blot = blot

    def reports(self, numbers: Sequence[int]) -> None:
        """Overwrite the name in the texts, readings and rows of reports."""
        connection, table = self._connection, schema.reports
        kept: list[int] = []
        for part in in_parts(numbers):
            there = table.c.n.in_(part), table.c.redacted.is_(None)
            kept += connection.scalars(select(table.c.n).where(*there).order_by(table.c.n))
        forget_words(connection, kept)
        for part in in_parts(numbers):
            rows = connection.execute(select(table).where(table.c.n.in_(part)).order_by(table.c.n)).all()
            texts = texts_of(connection, part)
            for row in rows:
                self._row(row)
                if row.redacted is None:
                    self._text(row.n, texts[row.n])
        self._outlets()

    def beside(self, rows: Sequence[Row[Any]]) -> None:
        """Overwrite the name in what is kept beside reports: decisions, refused input, names of matters.

        `rows` are a few hundred of `schema.reports`.
        """
        joins, claims = schema.matter_claims, schema.claims
        keys, ids, numbers = [r.key for r in rows], [r.id for r in rows], [r.n for r in rows]
        matters = (
            select(joins.c.matter)
            .join(claims, claims.c.n == joins.c.claim)
            .where(claims.c.report.in_(numbers))
        )
        batches, rejects = schema.batches, schema.rejects
        refused = rejects.c.id.in_(keys) | rejects.c.id.in_(ids)
        came_in = batches.c.n.in_({r.batch for r in rows}) | batches.c.n.in_(
            select(rejects.c.batch).where(refused)
        )
        self._rows(schema.decisions, schema.decisions.c.reading.in_(keys))
        self._rows(batches, came_in)
        self._rows(rejects, refused)
        self._rows(schema.tombstones, schema.tombstones.c.report.in_(keys))
        self._rows(schema.matters, schema.matters.c.n.in_(matters))

    def everything_else(self) -> None:
        """Overwrite the name in every row of every table that `reports` does not see to."""
        for table in schema.metadata.sorted_tables:
            if table.name not in _ELSEWHERE:
                self._rows(table, true())

    def _row(self, row: Row[Any]) -> None:
        blot, table = self._blot, schema.reports
        values = {
            "title": None if row.title is None else blot.over(row.title),
            # Without the name it is no address, and other reports' may come to look the same.
            "uri": None if row.uri is None or blot.spans(row.uri) else row.uri,
            "source": blot.over(row.source),
            "outlet": blot.over(row.outlet),
        }
        self._connection.execute(update(table).where(table.c.n == row.n).values(**values))

    def _text(self, report: int, text: str) -> None:
        connection, new = self._connection, self._blot.over(text)
        words = words_of(tokenize(new))
        table, texts = schema.reports, schema.texts
        values = {"words": len(words), "shingles": sample(words).astype("<u4").tobytes()}
        connection.execute(update(table).where(table.c.n == report).values(**values))
        connection.execute(update(texts).where(texts.c.report == report).values(body=pack_text(new)))
        dialect.index_text(connection, [{"report": report, "stems": stems_of(new)}])
        self._readings(report)

    def _outlets(self) -> None:
        """Forget outlets with the name in them that no claim names any more."""
        connection, table, roles = self._connection, schema.actors, schema.claim_actors
        used = select(roles.c.actor).where(roles.c.actor == table.c.n).exists()
        unused = connection.execute(select(table).where(~used)).all()
        for row in unused:
            if any(self._blot.spans(word) for word in (row.id, row.name_ar, row.name_en) if word):
                connection.execute(delete(table).where(table.c.n == row.n))

    def _readings(self, report: int) -> None:
        """Overwrite the name in all readings of a report, and make its rows anew."""
        connection, table = self._connection, schema.readings
        before = places_read(connection, [report])
        for number, body in connection.execute(
            select(table.c.n, table.c.body).where(table.c.report == report)
        ).all():
            record = plain(unpack_reading(body, ""))
            uri = record["report"]["uri"]
            if uri is not None and self._blot.spans(uri):
                record["report"]["uri"] = None
            packed = pack_reading(typed(self._blot.over_all(record), Reading))
            connection.execute(update(table).where(table.c.n == number).values(body=packed))
        state = decided_readings(connection, [report])[report]
        reproject(connection, report, state)
        # Ids of places in it are words of the report.
        drop_unused_places(connection, sorted(before - {place.id for place in state.reading.places}))

    def _rows(self, table: Table, condition: ColumnElement[bool]) -> None:
        """Overwrite the name in the words of rows, whatever their columns are."""
        if "n" not in table.c:
            return
        last = 0
        while rows := (
            self._connection.execute(
                select(table).where(condition, table.c.n > last).order_by(table.c.n).limit(_AT_ONCE)
            )
            .mappings()
            .all()
        ):
            last = rows[-1]["n"]
            for row in rows:
                changed = {name: value for name, value in self._new(table, row) if value != row[name]}
                if changed:
                    self._connection.execute(update(table).where(table.c.n == row["n"]).values(**changed))

    def _new(self, table: Table, row: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
        """What columns with words hold without the name."""
        for column in table.c:
            value = row[column.name]
            if value is not None and isinstance(column.type, Text):
                yield column.name, self._blot.over(value)
            elif value is not None and isinstance(column.type, LargeBinary):
                yield column.name, self._payload(value)

    def _payload(self, data: bytes) -> bytes | None:
        """Refused input without the name; nothing where it cannot be told whether the name is in it."""
        try:
            text = unpack_bytes(data).decode("utf-8")
        except ValueError:
            return None
        return data if not self._blot.spans(text) else pack_bytes(self._blot.over(text).encode("utf-8"))
