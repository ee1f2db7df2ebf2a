"""Claims page by page: how many there are, and those that a page shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, exists, func, select

from riwaya.archive import dialect, schema
from riwaya.questions.filters import Filters

#: Claims with their reports.
JOINED = schema.claims.join(schema.reports, schema.reports.c.n == schema.claims.c.report)
#: A matter that still has claims: people may have rejected all of them since the archive was related.
HAS_CLAIMS = exists().where(schema.matter_claims.c.matter == schema.matters.c.n)
#: What was published last comes first, what has no day last; ties by key, then in the order of the text.
NEWEST_FIRST = (schema.reports.c.day.desc().nulls_last(), schema.reports.c.key, schema.claims.c.n)
#: So many claims are put in order once they are found; where there are more, they are found in order.
_FEW = 1_000


def page(
    connection: Connection,
    where: Sequence[ColumnElement[bool]],
    filters: Filters,
    columns: Sequence[ColumnElement[Any]] = (),
) -> tuple[list[Row[Any]], int]:
    """The rows of a page, newest first, and how many rows there are in all.

    A row has a claim's number `n` and `columns`; `where` and `columns` ask of claims and reports. `filters`
    are those that `where` was made of.
    """
    claims, reports = schema.claims, schema.reports
    # That a claim has a report need not be looked up to be counted.
    by_report = filters.since or filters.until or filters.outlet
    source = JOINED if by_report else claims
    few = connection.scalars(select(claims.c.n).select_from(source).where(*where).limit(_FEW + 1)).all()
    if len(few) <= _FEW:
        total, joined, where = len(few), JOINED, [claims.c.n.in_(few)]
    else:
        total = connection.scalar(select(func.count()).select_from(source).where(*where)) or 0
        joined = JOINED
        if filters.party is None and filters.place is None:
            # From report to report by day a page is soon full: nothing has to be put in order first. Claims
            # of a party or place a store would look up one by one for every report.
            joined = claims.join(reports, dialect.not_by_index(connection, reports.c.n) == claims.c.report)
    rows = connection.execute(
        select(claims.c.n, *columns)
        .select_from(joined)
        .where(*where)
        .order_by(*NEWEST_FIRST)
        .limit(filters.limit)
        .offset(filters.offset)
    ).all()
    return list(rows), total
