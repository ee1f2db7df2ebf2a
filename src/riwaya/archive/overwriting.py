"""Overwriting a name wherever an archive holds words: texts, readings, rows, decisions, what was refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import unquote

from sqlalchemy import Connection, LargeBinary, Row, Select, Table, Text, select, update

from riwaya.archive import dialect, schema
from riwaya.archive.archive import texts_of
from riwaya.archive.blotting import Blot
from riwaya.archive.codec import pack_bytes, pack_reading, pack_text, unpack_bytes, unpack_reading
from riwaya.archive.decided import decided_readings, drop_unused_places, places_read, reproject
from riwaya.archive.patches import plain, typed
from riwaya.archive.searching import forget_words, stems_of
from riwaya.model import Reading
from riwaya.text import tokenize
from riwaya.text.shingles import sample, words_of

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

    def reports(self, rows: Iterable[Row[Any]]) -> None:
        """Overwrite the name in the texts, readings and rows of reports."""
        kept = [row for row in rows if row.redacted is None]
        texts = texts_of(self._connection, [row.n for row in kept])
        forget_words(self._connection, {row.n: texts[row.n] for row in kept})
        for row in kept:
            self._report(row, texts[row.n])

    def beside(self, keys: Sequence[str], ids: Sequence[str], numbers: Sequence[int]) -> None:
        """Overwrite the name in what is kept beside reports: decisions, refused input, names of matters."""
        joins, claims = schema.matter_claims, schema.claims
        matters = (
            select(joins.c.matter)
            .join(claims, claims.c.n == joins.c.claim)
            .where(claims.c.report.in_(numbers))
        )
        for table, condition in (
            (schema.decisions, schema.decisions.c.reading.in_(keys)),
            (schema.rejects, schema.rejects.c.id.in_([*keys, *ids])),
            (schema.tombstones, schema.tombstones.c.report.in_(keys)),
            (schema.matters, schema.matters.c.n.in_(matters)),
        ):
            self._rows(table, select(table).where(condition))

    def everything_else(self) -> None:
        """Overwrite the name in every row of every table that `reports` does not see to."""
        for table in schema.metadata.sorted_tables:
            if table.name not in _ELSEWHERE:
                self._rows(table, select(table))

    def _report(self, row: Row[Any], text: str) -> None:
        connection, blot = self._connection, self._blot
        new = blot.over(text)
        words = words_of(tokenize(new))
        table = schema.reports
        values = {
            "title": None if row.title is None else blot.over(row.title),
            # An address with the name in it is none any more without.
            "uri": None if row.uri is None or blot.spans(unquote(row.uri)) else row.uri,
            "source": blot.over(unquote(row.source)) if blot.spans(unquote(row.source)) else row.source,
            "words": len(words),
            "shingles": sample(words).astype("<u4").tobytes(),
        }
        connection.execute(update(table).where(table.c.n == row.n).values(**values))
        texts = schema.texts
        connection.execute(update(texts).where(texts.c.report == row.n).values(body=pack_text(new)))
        dialect.index_text(connection, [{"report": row.n, "stems": stems_of(new)}])
        self._readings(row.n)

    def _readings(self, report: int) -> None:
        """Overwrite the name in all readings of a report, and make its rows anew."""
        connection, table = self._connection, schema.readings
        before = places_read(connection, [report])
        for number, body in connection.execute(
            select(table.c.n, table.c.body).where(table.c.report == report)
        ).all():
            record = plain(unpack_reading(body, ""))
            packed = pack_reading(typed(self._blot.over_all(record), Reading))
            connection.execute(update(table).where(table.c.n == number).values(body=packed))
        state = decided_readings(connection, [report])[report]
        reproject(connection, report, state)
        # Ids of places in it are words of the report.
        drop_unused_places(connection, sorted(before - {place.id for place in state.reading.places}))

    def _rows(self, table: Table, statement: Select[Any]) -> None:
        """Overwrite the name in the words of rows, whatever their columns are."""
        key = table.c.n if "n" in table.c else None
        if key is None:
            return
        for row in self._connection.execute(statement).mappings().all():
            new: dict[str, Any] = {}
            for column in table.c:
                value = row[column.name]
                if isinstance(column.type, Text) and value is not None:
                    new[column.name] = self._blot.over(value)
                elif isinstance(column.type, LargeBinary) and value is not None:
                    new[column.name] = self._payload(value)
            changed = {name: value for name, value in new.items() if value != row[name]}
            if changed:
                self._connection.execute(update(table).where(key == row["n"]).values(**changed))

    def _payload(self, data: bytes) -> bytes | None:
        """Refused input without the name; nothing where it cannot be told whether the name is in it."""
        try:
            text = unpack_bytes(data).decode("utf-8")
        except ValueError:
            return None
        return data if not self._blot.spans(text) else pack_bytes(self._blot.over(text).encode("utf-8"))
