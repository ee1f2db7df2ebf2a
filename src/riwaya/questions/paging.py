"""Claims page by page: how many there are, and those that a page shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, select

from riwaya.archive import schema
from riwaya.questions.filters import Filters

#: Claims with their reports.
JOINED = schema.claims.join(schema.reports, schema.reports.c.n == schema.claims.c.report)
#: A matter that still has claims: people may have rejected all of them since the archive was related.
HAS_CLAIMS = exists().where(schema.matter_claims.c.matter == schema.matters.c.n)
#: What was published last comes first, what has no day last; ties by key, then in the order of the text.
NEWEST_FIRST = (schema.reports.c.day.desc().nulls_last(), schema.reports.c.key, schema.claims.c.n)


def page(
    connection: Connection,
    where: Sequence[ColumnElement[bool]],
    filters: Filters,
    columns: Sequence[ColumnElement[Any]] = (),
) -> tuple[list[Row[Any]], int]:
    """The rows of a page, newest first, and how many rows there are in all.

    A row has a claim's number `n` and `columns`; `where` and `columns` ask of claims and reports.
    """
    # That a claim has a report need not be looked up to be counted.
    by_report = filters.since or filters.until or filters.outlet
    counted = select(func.count()).select_from(JOINED if by_report else schema.claims)
    total = connection.scalar(counted.where(*where)) or 0
    rows = connection.execute(
        select(schema.claims.c.n, *columns)
        .select_from(JOINED)
        .where(*where)
        .order_by(*NEWEST_FIRST)
        .limit(filters.limit)
        .offset(filters.offset)
    ).all()
    return list(rows), total
