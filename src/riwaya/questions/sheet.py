"""The coding sheet: one row an incident, in the columns that an event coder knows."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.standing import matter_called
from riwaya.exchange.soundness import OTHER
from riwaya.exchange.table import SEVERAL
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters, conditions_about
from riwaya.questions.paging import JOINED
from riwaya.questions.sheet_days import day_cell, precision
from riwaya.questions.sheet_figures import Figures, figures, replacing
from riwaya.release import Participant, Told
from riwaya.text.cells import safe

#: What is read back from a sheet, beside `note`.
EDITABLE = ("date", "actor1", "actor2", "type", "mode", "place", "low", "high", "status")
#: Which claim a row was made of, and a seal on what it said; spreadsheets may hide these.
IDENTITY = ("report", "claim", "seal")
COLUMNS = (
    "matter", "kind", "date", "date_precision", "actor1", "actor2", "type", "mode", "place", "place_name",
    "place_precision", "low", "high", "measure", "lowest", "highest", "sources", "chain", "outlets",
    "reports", "quotation", "disputed", "published", "status", "note", *IDENTITY,
)  # fmt: skip
#: Matters, or single claims, that are told at a time.
_AT_ONCE = 200
#: Hexadecimal digits of a seal.
_SEAL = 10

Cells = dict[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """What one row is made of: a matter with its claims by number, or a claim alone.

    `chosen` is the claim whose values the row shows: the founding one, unless that may not leave. Only the
    day and the count are of the whole matter.
    """

    matter: Mapping[str, Any] | None
    claims: tuple[int, ...]
    chosen: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row, and the claims that its cells are of: `date` may be one's, `low` and `high` another's."""

    cells: Cells
    chosen: Told
    figures: Figures

    def owner(self, column: str) -> Told:
        """The claim whose value stands in a column that is read back."""
        own = {"date": self.figures.dated, "low": self.figures.counted, "high": self.figures.counted}
        return own.get(column) or self.chosen


def sheet(desk: Desk, filters: Filters, *, singles: bool = False) -> Iterator[Cells]:
    """The rows of the sheet: matters one of whose claims fits `filters`, by their first day.

    With `singles` there follow the claims that no matter joins. Limit and offset do not count: a sheet is
    whole. What may not leave has no row.
    """
    with desk.archive.reading() as connection:
        filters = desk.fitting(connection, filters)
        groups = _groups(connection, filters)
        for part in in_parts(groups, _AT_ONCE):
            yield from (row.cells for row in rows_of(desk, connection, part, filters.place))
        numbers = _single(connection, filters) if singles else []
        for some in in_parts(numbers, _AT_ONCE):
            alone = [Group(None, (n,), n) for n in some]
            yield from (row.cells for row in rows_of(desk, connection, alone, filters.place))


def rows_of(
    desk: Desk, connection: Connection, groups: Sequence[Group], place: str | None = None
) -> list[Row]:
    """A row for each group that has a claim which may leave; `place` is what was asked for, if any."""
    told, _held_back = desk.tell(connection, [n for group in groups for n in group.claims], place)
    by_number = {each.n: each for each in told}
    relations = replacing(connection, told)
    rows = []
    for group in groups:
        there = [by_number[n] for n in group.claims if n in by_number]
        if there:
            chosen, found = by_number.get(group.chosen, there[0]), figures(there, relations)
            rows.append(Row(_cells(group, chosen, there, found), chosen, found))
    return rows


def to_csv(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """The sheet as CSV, line by line, the header first; no cell is a formula to a spreadsheet."""
    yield _line(COLUMNS)
    for row in rows:
        yield _line([safe(row[column]) for column in COLUMNS])


def groups_of(connection: Connection, claims: Sequence[int]) -> list[Group]:
    """The group of each claim, which its row shows the values of."""
    joins = schema.matter_claims
    matters: dict[int, int] = {}
    for some in in_parts(claims):
        part = joins.c.claim.in_(some)
        matters.update({row.claim: row.matter for row in connection.execute(select(joins).where(part))})
    known = {
        group.matter["n"]: group
        for group in _matters(connection, sorted(set(matters.values())))
        if group.matter
    }
    found = []
    for n in claims:
        group = known.get(matters.get(n, -1))
        found.append(Group(group.matter, group.claims, n) if group else Group(None, (n,), n))
    return found


def seal_of(cells: Mapping[str, str]) -> str:
    """What tells whether the claim behind a row is as it was when the sheet was written."""
    content = "\x1f".join(cells[column] for column in EDITABLE)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:_SEAL]


def actor_cell(people: Iterable[Participant]) -> str:
    """Who takes part: ids, and the words of the report for whoever no registry lists."""
    return SEVERAL.join(f"{p.id}: {p.words}" if p.id == OTHER and p.words else p.id for p in people)


def _groups(connection: Connection, filters: Filters) -> list[Group]:
    joins = schema.matter_claims
    fitting = (
        select(joins.c.matter)
        .distinct()
        .select_from(JOINED.join(joins, joins.c.claim == schema.claims.c.n))
        .where(*conditions_about(filters))
    )
    groups = _matters(connection, sorted(connection.scalars(fitting)))
    return sorted(groups, key=_place)


def _place(group: Group) -> tuple[str, str]:
    matter = group.matter or {}
    return matter.get("first") or "9999", matter.get("id") or ""


def _matters(connection: Connection, numbers: Sequence[int]) -> list[Group]:
    joins, claims, reports, matters = schema.matter_claims, schema.claims, schema.reports, schema.matters
    rows: dict[int, Any] = {}
    members: dict[int, list[Any]] = {}
    for part in in_parts(numbers):
        for row in connection.execute(select(matters).where(matters.c.n.in_(part))).mappings():
            rows[row["n"]] = dict(row)
        joined = joins.join(claims, claims.c.n == joins.c.claim).join(reports, reports.c.n == claims.c.report)
        columns = joins.c.matter, claims.c.n, claims.c.id, claims.c.start, reports.c.key, reports.c.day
        for each in connection.execute(select(*columns).select_from(joined).where(joins.c.matter.in_(part))):
            members.setdefault(each.matter, []).append(each)
    return [_group(rows[n], members[n]) for n in numbers if n in rows and n in members]


def _group(matter: Mapping[str, Any], members: list[Any]) -> Group:
    members.sort(key=lambda each: (each.day or "9999", each.key, each.start, each.n))
    # A matter is called by a digest of the claim that it starts from.
    founders = [each.n for each in members if matter_called(each.key, each.id) == matter["id"]]
    return Group(matter, tuple(each.n for each in members), (founders or [members[0].n])[0])


def _single(connection: Connection, filters: Filters) -> list[int]:
    claims, reports, joins = schema.claims, schema.reports, schema.matter_claims
    statement = (
        select(claims.c.n, claims.c.start, reports.c.day, reports.c.key)
        .select_from(JOINED.outerjoin(joins, joins.c.claim == claims.c.n))
        .where(joins.c.claim.is_(None), *conditions_about(filters))
    )
    rows = sorted(
        connection.execute(statement), key=lambda row: (row.day or "9999", row.key, row.start, row.n)
    )
    return [row.n for row in rows]


def _cells(group: Group, told: Told, there: Sequence[Told], found: Figures) -> Cells:
    first = (found.dated.day_from, found.dated.day_to) if found.dated else (None, None)
    counted = found.counted or told
    outlets = sorted({each.outlet for each in there})
    sources = sorted({actor.id for each in there for actor in each.origin.actors})
    matter = group.matter or {}
    cells = {
        "matter": matter.get("id", ""),
        "kind": matter.get("kind", ""),
        "date": day_cell(*first),
        "date_precision": precision(*first),
        "actor1": actor_cell(told.agents),
        "actor2": actor_cell(told.patients),
        "type": told.type,
        "mode": told.mode or "",
        "place": SEVERAL.join(spot.id for spot in told.places),
        "place_name": SEVERAL.join(spot.name_ar or spot.name_en or "" for spot in told.places),
        "place_precision": SEVERAL.join(spot.kind for spot in told.places),
        "low": _number(counted.low),
        "high": _number(counted.high),
        "measure": counted.measure or "",
        "lowest": _number(found.lowest),
        "highest": _number(found.highest),
        "sources": SEVERAL.join(sources),
        "chain": " > ".join(actor_cell(hop.actors) for hop in told.chain),
        "outlets": SEVERAL.join(outlets),
        "reports": str(len({each.report for each in there})),
        "quotation": told.quotation,
        "disputed": "yes" if matter.get("disputed") else "no" if matter else "",
        "published": told.published or "",
        "status": told.status,
        "note": "",
        "report": told.report,
        "claim": told.id,
    }
    return {**cells, "seal": seal_of(cells)}


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _line(cells: Sequence[str]) -> str:
    out = StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
