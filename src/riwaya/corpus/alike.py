"""Which claims tell the same: those of a matter by what they hold, and those that say what one claim says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from sqlalchemy import Connection, or_, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.i18n import mark as _

Position = Literal["says", "blames", "denies"]

#: What is shown for a position.
POSITIONS: Mapping[str, str] = {
    "says": _("say so"),
    "blames": _("say so of another"),
    "denies": _("deny it"),
}
#: What a claim holds of a matter, by how sure its source is; what is left open (Uu) holds nothing.
HELD: Mapping[str, Position] = {
    "CT+": "says", "PR+": "says", "PS+": "says", "CT-": "denies", "PR-": "denies", "PS-": "denies",
}  # fmt: skip
#: Relations by which one claim says again what another says.
_AGAIN = ("repeats", "supports")
#: Claims that are followed at most from one claim: a matter has fewer.
_MOST = 5000


def claims_of_matter(connection: Connection, matter: int) -> dict[str, list[int]]:
    """The claims of a matter by what they hold of it; a position that nobody takes is left out.

    Who answers an accusation by blaming another does not say so: those claims, and those that blame the same,
    stand by themselves.
    """
    return claims_of_matters(connection, [matter])[matter]


def claims_of_matters(connection: Connection, matters: Sequence[int]) -> dict[int, dict[str, list[int]]]:
    """The claims of several matters, by number, as `claims_of_matter` gives those of one."""
    table, joined = schema.claims, schema.matter_claims
    statement = select(joined.c.matter, table.c.n, table.c.factuality, table.c.agents).select_from(
        joined.join(table, table.c.n == joined.c.claim)
    )
    rows: dict[int, list[Any]] = {matter: [] for matter in matters}
    for part in in_parts(matters):
        for row in connection.execute(statement.where(joined.c.matter.in_(part))):
            rows[row.matter].append(row)
    countering = _countering(connection, [row.n for each in rows.values() for row in each])
    return {matter: _positions(each, countering) for matter, each in rows.items()}


def _positions(rows: Sequence[Any], countering: Iterable[tuple[int, int]]) -> dict[str, list[int]]:
    agents = {row.n: row.agents for row in rows}
    against = {source: target for source, target in countering if source in agents and target in agents}
    # Whoever was accused first is whom the matter is about; answers to answers come back to him.
    accused = {agents[n] for n in against.values() if n not in against}
    others = {agents[n] for n in against} - accused
    found = by_position(rows)
    blaming = [n for n in found.get("says", ()) if agents[n] in others]
    if blaming:
        found["says"] = [n for n in found["says"] if n not in set(blaming)]
        found["blames"] = blaming
    return {position: found[position] for position in POSITIONS if found.get(position)}


def _countering(connection: Connection, claims: Iterable[int]) -> list[tuple[int, int]]:
    """Those of these claims that answer an accusation by another, each with one that it answers."""
    links = schema.links
    statement = select(links.c.source, links.c.target).where(links.c.relation == "counter-accuses")
    found: list[tuple[int, int]] = []
    for part in in_parts(sorted(claims)):
        rows = connection.execute(statement.where(links.c.source.in_(part)))
        found += [(source, target) for source, target in rows]
    return sorted(found)


def by_position(rows: Iterable[Any]) -> dict[str, list[int]]:
    """Numbers of claims by what they hold; rows have `n` and `factuality`."""
    found: dict[str, list[int]] = {"says": [], "denies": []}
    for row in rows:
        if row.factuality in HELD:
            found[HELD[row.factuality]].append(row.n)
    return {position: sorted(claims) for position, claims in found.items() if claims}


def claims_like(connection: Connection, claim: int) -> list[int]:
    """The claim and all that say again what it says, step by step, as far as they agree with it.

    They are of its type, hold what it holds, and name no count that excludes its own.
    """
    table = schema.claims
    columns = ("n", "type", "factuality", "measure", "low", "high")
    statement = select(*(table.c[name] for name in columns))
    first = connection.execute(statement.where(table.c.n == claim)).one()
    found, new = {claim}, [claim]
    while new and len(found) < _MOST:
        there = _linked(connection, new) - found
        new = []
        for part in in_parts(sorted(there)):
            rows = connection.execute(statement.where(table.c.n.in_(part)))
            new += [row.n for row in rows if _agrees(row, first)]
        found.update(new)
    return sorted(found)


def _linked(connection: Connection, claims: Sequence[int]) -> set[int]:
    links = schema.links
    found: set[int] = set()
    for part in in_parts(claims):
        rows = connection.execute(
            select(links.c.source, links.c.target)
            .where(or_(links.c.source.in_(part), links.c.target.in_(part)))
            .where(links.c.relation.in_(_AGAIN))
        )
        found.update(n for row in rows for n in row)
    return found


def _agrees(row: Any, first: Any) -> bool:
    if row.type != first.type or HELD.get(row.factuality) != HELD.get(first.factuality):
        return False
    if row.measure != first.measure:
        return False
    return not (_below(row, first) or _below(first, row))


def _below(one: Any, other: Any) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low
