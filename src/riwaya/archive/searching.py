"""The full-text index and the texts that it was made of: taking texts out, making it anew."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from riwaya.archive import dialect, schema
from riwaya.archive.archive import texts_of
from riwaya.archive.codec import unpack_text
from riwaya.archive.parts import in_parts
from riwaya.text import tokenize
from riwaya.text.search_words import search_words

#: Texts that are in memory at a time.
_AT_ONCE = 500


def stems_of(text: str) -> str:
    """What the full-text index is given of a text."""
    return " ".join(search_words(tokenize(text)))


def forget_words(connection: Connection, reports: Sequence[int]) -> None:
    """Take the texts of these reports, by number, out of the index, and make sure that they are.

    An index that an older reader filled may hold other words than those that today's finds in the texts; then
    it is made anew from the texts that are still kept, without these.
    """
    if not reports:
        return
    for part in in_parts(reports, _AT_ONCE):
        texts = texts_of(connection, part)
        dialect.unindex_text(connection, [{"report": n, "stems": stems_of(texts[n])} for n in part])
    dialect.settle_search(connection)
    if any(dialect.still_indexed(connection, part) for part in in_parts(reports, _AT_ONCE)):
        make_anew(connection, without=frozenset(reports))


def make_anew(connection: Connection, *, without: frozenset[int] = frozenset()) -> None:
    """Fill the index from the texts that are kept, but for those of the reports `without`."""
    dialect.clear_search(connection)
    table = schema.texts
    last = 0
    while rows := connection.execute(
        select(table).where(table.c.report > last).order_by(table.c.report).limit(_AT_ONCE)
    ).all():
        last = rows[-1].report
        kept = [row for row in rows if row.report not in without]
        dialect.index_text(
            connection, [{"report": row.report, "stems": stems_of(unpack_text(row.body))} for row in kept]
        )
