"""What changed in known matters and between claims: denials, tolls, answers, sides, versions."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, case, or_, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import HOPS, JOINTLY
from riwaya.corpus.register import Register
from riwaya.corpus.tellings import NAMELESS, NAMELESS_KINDS
from riwaya.questions.fresh import Fresh
from riwaya.questions.paging import JOINED

_PART = 500


@dataclass(frozen=True, slots=True)
class News:
    """Something new: its `section`, and numbers of claims: the one that is new, then what it is about.

    `matter` is a matter's number, `sides` are new in it, `report` and `of` numbers of versions.
    """

    section: str
    claims: tuple[int, ...]
    order: tuple[Any, ...]
    matter: int | None = None
    sides: tuple[str, ...] = ()
    report: int | None = None
    of: int | None = None


def linked(connection: Connection, fresh: Fresh) -> list[News]:
    """New claims that deny, contradict, replace or answer others: first of another report, newest first."""
    links, claims, reports = schema.links, schema.claims, schema.reports
    target = claims.alias("target")
    rows = connection.execute(
        select(
            links.c.source, links.c.target, links.c.relation, links.c.matter, links.c.within,
            claims.c.id, claims.c.measure, target.c.measure.label("other"), reports.c.key, reports.c.day,
        )
        .select_from(
            JOINED.join(links, links.c.source == claims.c.n).join(target, target.c.n == links.c.target)
        )
        .where(
            *fresh.where,
            or_(
                links.c.relation.in_(("denies", "supersedes", "answers")),
                and_(links.c.relation == "contradicts", links.c.within.is_(False)),
            ),
        )
    )  # fmt: skip
    found = [
        # What another report denies weighs more than what a report itself reports as denied.
        News(
            _section(row),
            (row.source, row.target),
            (row.within, *_newest(row.day, row.key, row.id)),
            row.matter,
        )
        for row in rows
    ]
    return sorted(found, key=lambda each: each.order)


def revised(connection: Connection, fresh: Fresh) -> list[News]:
    """New versions of reports at the same address, the newest first."""
    copies, reports, claims = schema.copies, schema.reports, schema.claims
    rows = connection.execute(
        select(copies.c.report, copies.c.of, reports.c.key, reports.c.day)
        .select_from(copies.join(reports, reports.c.n == copies.c.report))
        .where(*fresh.where, copies.c.kind == "revises")
    ).all()
    found = []
    for row in rows:
        first = connection.execute(
            select(claims.c.n)
            .where(claims.c.report == row.report)
            .order_by(claims.c.start, claims.c.n)
            .limit(1)
        ).scalar()
        order = _newest(row.day, row.key, "")
        found.append(News("revised", (first,) if first else (), order, report=row.report, of=row.of))
    return sorted(found, key=lambda each: each.order)


def in_matters(
    connection: Connection, fresh: Fresh, wanted: Collection[int], register: Register
) -> list[News]:
    """Matters that are new, and known ones in which a side speaks for the first time: the largest first.

    `wanted` are the new claims that count: a matter without one of them is left out. `fresh` are all new
    reports, also those whose claims were not looked at.
    """
    there = _by_matter(connection, fresh, wanted)
    nameless = _nameless(connection)
    about = _matters(connection, sorted(there))
    found = []
    for matter, claims in there.items():
        claims.sort(key=lambda row: (row.key, row.id))
        told = [row for row in claims if row.new]
        first = next(row.n for row in told if row.n in wanted)
        order = (-about[matter].reports, about[matter].id)
        if len(claims) == len(told):
            found.append(News("matter", (first,), order, matter))
            continue
        before = _sides((row.chain for row in claims if not row.new), nameless, register)
        now = {row.n: _sides([row.chain], nameless, register) - before for row in told}
        sides = sorted({side for each in now.values() for side in each})
        if sides:
            speaks = next(row.n for row in told if now[row.n])
            found.append(News("side", (speaks,), order, matter, tuple(sides)))
    return sorted(found, key=lambda each: each.order)


def matter_ids(connection: Connection, numbers: Iterable[int]) -> dict[int, Any]:
    """Rows of matters by number."""
    return _matters(connection, sorted(set(numbers)))


def _section(row: Any) -> str:
    if row.relation == "supersedes":
        return "toll" if row.measure and row.measure == row.other else "changed"
    return "answer" if row.relation == "answers" else "denial"


def _newest(day: str | None, key: str, id: str) -> tuple[int, str, str]:
    return -int((day or "0000-00-00").replace("-", "")), key, id


def _by_matter(connection: Connection, fresh: Fresh, wanted: Collection[int]) -> dict[int, list[Any]]:
    """All claims of the matters that have one of these, by matter; `new` is 1 for those of new reports."""
    joined, claims, reports = schema.matter_claims, schema.claims, schema.reports
    new = case((and_(*fresh.where), 1), else_=0)
    numbers = sorted(wanted)
    matters: set[int] = set()
    for part in in_parts(numbers, _PART):
        matters.update(connection.scalars(select(joined.c.matter).where(joined.c.claim.in_(part))))
    found: dict[int, list[Any]] = {}
    listed = sorted(matters)
    for some in in_parts(listed, _PART):
        rows = connection.execute(
            select(joined.c.matter, claims.c.n, claims.c.id, claims.c.chain, reports.c.key, new.label("new"))
            .select_from(JOINED.join(joined, joined.c.claim == claims.c.n))
            .where(joined.c.matter.in_(some))
        ).all()
        for row in rows:
            found.setdefault(row.matter, []).append(row)
    return found


def _matters(connection: Connection, matters: list[int]) -> dict[int, Any]:
    table = schema.matters
    found: dict[int, Any] = {}
    for part in in_parts(matters, _PART):
        found.update((r.n, r) for r in connection.execute(select(table).where(table.c.n.in_(part))))
    return found


def _nameless(connection: Connection) -> frozenset[str]:
    """Who is nobody in particular, and media, which are no sides."""
    table = schema.actors
    rows = connection.scalars(select(table.c.id).where(table.c.kind.in_((*NAMELESS_KINDS, "media"))))
    return NAMELESS | frozenset(rows)


def _sides(chains: Iterable[str], nameless: frozenset[str], register: Register) -> set[str]:
    """The sides that claims start from; an outlet that speaks for itself is none."""
    return {
        register.side(id)
        for chain in chains
        if HOPS in chain
        for id in chain.split(HOPS)[-1].split(JOINTLY)
        if id and id not in nameless
    }
