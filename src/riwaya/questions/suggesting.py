"""Names that begin as somebody types: parties, places and outlets of the archive."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, func, select

from riwaya.archive import schema
from riwaya.exchange.labels import name_label
from riwaya.exchange.soundness import OTHER
from riwaya.model import Name
from riwaya.text.fold import words

Kind = Literal["party", "place", "outlet"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_MOST = 12


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody or some place: the id, and the name in the language that was asked for."""

    id: str
    name: str


def suggested(connection: Connection, kind: Kind, typed: str, language: str) -> list[Suggestion]:
    """At most a dozen names of which a word begins with what was typed, those most spoken of first."""
    wanted = words(typed)
    if not wanted:
        return []
    found = [row for row in _ranked(connection, kind) if _fits(row, wanted)]
    return [
        Suggestion(str(row.id), name_label(Name(row.name_ar, row.name_en), language) or str(row.id))
        for row in found[:_MOST]
    ]


def _ranked(connection: Connection, kind: Kind) -> Iterator[Any]:
    if kind == "place":
        table, member = schema.places, schema.claim_places.c
        counted = select(member.place.label("n"), func.count().label("claims")).group_by(member.place)
    elif kind == "party":
        table, takes = schema.actors, schema.claim_actors.c
        counted = select(takes.actor.label("n"), func.count().label("claims")).group_by(takes.actor)
    else:
        table, reports = schema.actors, schema.reports.c
        counted = (
            select(schema.actors.c.n.label("n"), func.count().label("claims"))
            .join_from(schema.actors, schema.reports, reports.outlet == schema.actors.c.id)
            .group_by(schema.actors.c.n)
        )
    many = counted.subquery()
    rows = connection.execute(
        select(table.c.id, table.c.name_ar, table.c.name_en)
        .join(many, many.c.n == table.c.n)
        .where(table.c.id != OTHER)
        .order_by(many.c.claims.desc(), table.c.n)
    )
    yield from rows.all()


def _fits(row: Row[Any], wanted: tuple[str, ...]) -> bool:
    """Whether the words typed stand in a name, in their order, the last perhaps unfinished."""
    for name in (row.name_ar, row.name_en, row.id):
        there = words(name or "")
        for at in range(len(there) - len(wanted) + 1):
            part = there[at : at + len(wanted)]
            if part[:-1] == wanted[:-1] and part[-1].startswith(wanted[-1]):
                return True
    return False
