"""Who copied whom among the reports of one matter."""

from __future__ import annotations

from sqlalchemy import select

from riwaya.archive import schema
from riwaya.questions.desk import Desk
from riwaya.questions.matters import find_matter
from riwaya.questions.paging import JOINED
from riwaya.questions.story import Graph, graph_of


def copies_of_matter(desk: Desk, id: str) -> Graph:
    """The reports of a matter, the earliest first, and what they took from each other. Raises UsageError."""
    reports, claims, copies, member = schema.reports, schema.claims, schema.copies, schema.matter_claims
    with desk.archive.reading() as connection:
        matter = find_matter(connection, id)
        rows = connection.execute(
            select(reports.c.n, reports.c.key, reports.c.outlet, reports.c.published, reports.c.title,
                   reports.c.guard)
            .select_from(JOINED.join(member, member.c.claim == claims.c.n))
            .where(member.c.matter == matter.n)
            .distinct()
        ).all()  # fmt: skip
        numbers = [row.n for row in rows]
        taken = connection.execute(
            select(copies.c.report, copies.c.of, copies.c.kind, copies.c.share).where(
                copies.c.report.in_(numbers), copies.c.of.in_(numbers)
            )
        ).all()
    return graph_of(desk, rows, taken)
