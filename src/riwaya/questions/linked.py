"""Claims that a relation leads to, from the claims of a page."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts

#: Numbers that one statement asks for.
_AT_ONCE = 500


def sources_of(connection: Connection, targets: Iterable[int], relation: str) -> dict[int, list[int]]:
    """For each of `targets`: the claims that stand in `relation` to it, oldest first."""
    links, claims, reports = schema.links, schema.claims, schema.reports
    wanted = sorted(set(targets))
    found: dict[int, list[int]] = {}
    joined = links.join(claims, claims.c.n == links.c.source).join(reports, reports.c.n == claims.c.report)
    for some in in_parts(wanted, _AT_ONCE):
        rows = connection.execute(
            select(links.c.target, links.c.source)
            .select_from(joined)
            .where(links.c.target.in_(some), links.c.relation == relation)
            .order_by(reports.c.day.asc().nulls_last(), reports.c.key, claims.c.n)
        )
        for target, source in rows:
            found.setdefault(target, []).append(source)
    return found
