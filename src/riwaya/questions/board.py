"""The disputes at a glance: matters with what each side says of them, and how many origins are behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, case, func, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import HOPS
from riwaya.corpus.alike import claims_of_matters
from riwaya.corpus.origins import count_origins
from riwaya.model import Name
from riwaya.questions.desk import Desk
from riwaya.questions.elsewhere import with_changed
from riwaya.questions.facing import Stance, parties_of, stance_of
from riwaya.questions.filters import Filters
from riwaya.questions.matters import claims_in, copies_in, label_of, narrowed, page_of
from riwaya.questions.paging import HAS_CLAIMS, JOINED
from riwaya.release import Told

#: Disputed matters before the others, no others, or all by when they were last told.
Order = Literal["first", "only", "newest"]
ORDERS: tuple[Order, ...] = ("first", "only", "newest")
#: Claims of one matter that are looked at for its sides, and sides that are shown.
_LOOKED_AT, _SHOWN = 8, 4


@dataclass(frozen=True, slots=True)
class Face:
    """One side of a matter in the words of one claim; `party` is None for whoever is no party.

    `blames` is whether the claim answers an accusation by blaming another.
    """

    party: str | None
    stance: Stance
    claim: Told
    blames: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter of the board. `copies` are reports of it that took their words from another of it.

    `origins` is how many origins there are behind it at most. `faces` are some of its sides.
    """

    id: str
    kind: str
    type: str
    label: Name
    first: str | None
    last: str | None
    reports: int
    copies: int
    outlets: int
    origins: int
    sides: int
    disputed: bool
    faces: tuple[Face, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """A page of matters, how many there are in all, and how many claims are held back."""

    entries: tuple[Entry, ...]
    total: int
    held_back: int


def board(desk: Desk, filters: Filters, order: Order = "first", ids: Collection[str] | None = None) -> Board:
    """Matters, each with what its sides say. A filter keeps a matter that has one claim it fits.

    Unless the newest are asked for, disputes between several outlets stand before those within one.

    `ids` narrows it to these matters.
    """
    table = schema.matters
    with desk.archive.reading() as connection:
        filters = desk.fitting(connection, filters)
        where = narrowed(filters, disputed=order == "only", kind=None)
        if ids is not None:
            where.append(table.c.id.in_(sorted(ids)))
        # One outlet that contradicts itself is less of a dispute than several that contradict each other.
        several = case((table.c.disputed & (table.c.outlets > 1), 1), else_=0).desc()
        first = [] if order == "newest" else [several, table.c.disputed.desc()]
        rows, total = page_of(connection, where, filters, first)
        numbers = claims_in(connection, [row.n for row in rows])
        chosen = _chosen(connection, numbers, filters.away)
        told, held = desk.tell(connection, [n for each in chosen.values() for n in each], filters.place)
        known = {each.n: each for each in told}
        shown = {matter: [known[n] for n in each if n in known] for matter, each in chosen.items()}
        rows = [row for row in rows if shown[row.n]]
        about = _About(connection, desk, {row.n: numbers[row.n] for row in rows})
    return Board(tuple(_entry(row, shown[row.n], about) for row in rows), total, held)


class _About:
    """What is to be known of the matters of a page beside their rows, looked up for all of them together."""

    def __init__(self, connection: Connection, desk: Desk, claims: Mapping[int, Sequence[int]]) -> None:
        self.positions = claims_of_matters(connection, list(claims))
        self.copies = copies_in(connection, list(claims))
        self.changed = with_changed(connection, desk.gate, claims)
        sides = [(matter, held) for matter, found in self.positions.items() for held in found.values()]
        counts = count_origins(connection, [held for _matter, held in sides])
        self.origins: Counter[int] = Counter()
        for (matter, _held), count in zip(sides, counts, strict=True):
            self.origins[matter] += count


def _chosen(
    connection: Connection, claims: Mapping[int, Sequence[int]], away: Collection[int]
) -> dict[int, list[int]]:
    """Claims of each matter by which its sides are shown."""
    table, gone = schema.claims, frozenset(away)
    left = {matter: [n for n in numbers if n not in gone] for matter, numbers in claims.items()}
    statement = select(table.c.n, table.c.chain, table.c.factuality, table.c.headline)
    rows: dict[int, Row[Any]] = {}
    for some in in_parts([n for numbers in left.values() for n in numbers]):
        found = connection.execute(statement.where(table.c.n.in_(some))).all()
        rows.update({row.n: row for row in found})
    return {matter: _best(numbers, rows) for matter, numbers in left.items()}


def _best(claims: Sequence[int], rows: Mapping[int, Row[Any]]) -> list[int]:
    """A claim for each origin and stance: the earliest of those that were handed on least often."""
    best: dict[tuple[str, str], tuple[bool, int, int, int]] = {}
    for place, n in enumerate(claims):
        row = rows[n]
        hops = row.chain.split(HOPS)
        origin = hops[-1] if len(hops) > 1 else ""
        found = (row.headline, len(hops), place, n)
        key = (origin, row.factuality[-1])
        if key not in best or found < best[key]:
            best[key] = found
    # Parties come before outlets that speak for themselves.
    ordered = sorted(best.items(), key=lambda item: (not item[0][0], item[1][2]))
    return [found[-1] for _key, found in ordered][:_LOOKED_AT]


def _entry(row: Row[Any], claims: Sequence[Told], about: _About) -> Entry:
    blaming = about.positions[row.n].get("blames", ())
    return Entry(
        id=row.id, kind=row.kind, type=row.type, label=label_of(row, claims, hidden=row.n in about.changed),
        first=row.first, last=row.last, reports=row.reports, copies=about.copies[row.n],
        outlets=row.outlets, origins=about.origins[row.n], sides=row.sides,
        disputed=bool(row.disputed), faces=tuple(_faces(claims, blaming)),
    )  # fmt: skip


def _faces(claims: Sequence[Told], blaming: Collection[int]) -> list[Face]:
    """The sides that claims are of, each stance of a side once; who is no party comes last."""
    found: dict[tuple[str | None, Stance, bool], Face] = {}
    for told in claims:
        for party in parties_of(told) or (None,):
            stance, blames = stance_of(told), told.n in blaming
            found.setdefault((party, stance, blames), Face(party, stance, told, blames))
    ordered = sorted(found.values(), key=lambda face: face.party is None)
    return ordered[:_SHOWN]


def labels_of(desk: Desk, ids: Collection[str]) -> dict[str, Name]:
    """What matters are called, by id, as it may be told; those that there are no longer are left out."""
    table = schema.matters
    found: dict[str, Name] = {}
    with desk.archive.reading() as connection:
        rows = connection.execute(select(table).where(table.c.id.in_(sorted(ids)), HAS_CLAIMS)).all()
        numbers = claims_in(connection, [row.n for row in rows])
        told, _held = desk.tell(connection, [claims[0] for claims in numbers.values()])
        known = {each.n: each for each in told}
        changed = with_changed(connection, desk.gate, numbers)
        for row in rows:
            first = known.get(numbers[row.n][0])
            hidden = first is None or row.n in changed
            found[row.id] = label_of(row, [first] if first else [], hidden=hidden)
    return found


def near(desk: Desk, id: str, most: int = 12) -> list[str]:
    """Ids of the matters that share most reports with a matter: those that it may be one with."""
    table, member, claims = schema.matters, schema.matter_claims, schema.claims
    with desk.archive.reading() as connection:
        mine = select(claims.c.report).select_from(
            JOINED.join(member, member.c.claim == claims.c.n).join(table, table.c.n == member.c.matter)
        )
        reports = connection.scalars(mine.where(table.c.id == id).distinct()).all()
        others = (
            select(table.c.id)
            .select_from(
                claims.join(member, member.c.claim == claims.c.n).join(table, table.c.n == member.c.matter)
            )
            .where(claims.c.report.in_(reports), table.c.id != id)
            .group_by(table.c.id)
            .order_by(func.count(claims.c.report.distinct()).desc(), table.c.id)
            .limit(most)
        )
        return list(connection.scalars(others))
