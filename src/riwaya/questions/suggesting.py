"""Names that begin as somebody began to type, for forms that help with names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, func, or_, select

from riwaya.archive import schema
from riwaya.exchange.labels import PLACE_KINDS, label, name_label
from riwaya.exchange.soundness import OTHER
from riwaya.i18n import language
from riwaya.model import Name

What = Literal["party", "place"]
#: Kinds of actors that are nobody in particular.
_NOBODY = ("sources", "population")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A party or place that may be meant: `id` names it for certain, `name` and `about` are for people."""

    id: str
    name: str
    about: str


def suggestions(connection: Connection, what: What, typed: str, most: int = 12) -> list[Suggestion]:
    """Parties or places whose id or name has what was typed in it, the most told of first."""
    text = typed.strip()
    if not text:
        return []
    table: Any = schema.actors if what == "party" else schema.places
    used: Any = schema.claim_actors if what == "party" else schema.claim_places
    column = used.c.actor if what == "party" else used.c.place
    fits = [c.icontains(text, autoescape=True) for c in (table.c.id, table.c.name_ar, table.c.name_en)]
    where = [or_(*fits), table.c.id != OTHER]
    if what == "party":
        where.append(or_(table.c.kind.is_(None), table.c.kind.not_in(_NOBODY)))
    else:
        where.append(table.c.method != "unresolved")
    times = select(func.count()).where(column == table.c.n).correlate(table).scalar_subquery()
    columns = (table.c.id, table.c.kind, table.c.name_ar, table.c.name_en)
    found = connection.execute(select(*columns).where(*where).order_by(times.desc(), table.c.id).limit(most))
    return [
        Suggestion(
            row.id, name_label(Name(row.name_ar, row.name_en), language()) or row.id, _about(what, row)
        )
        for row in found
    ]


def _about(what: What, row: Any) -> str:
    return label(PLACE_KINDS, row.kind) if what == "place" and row.kind else ""
