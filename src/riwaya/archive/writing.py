"""Putting reports and their readings into the tables, a transaction a call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, func, select

from riwaya.archive import dialect, schema
from riwaya.archive.intake import Prepared
from riwaya.archive.projection import Projection, actor_ids, roles_of


def insert_reports(connection: Connection, batch: int, prepared: Sequence[Prepared]) -> None:
    """Insert reports that are not there yet, with texts, readings and projections."""
    first = next_number(connection, schema.reports)
    numbers = range(first, first + len(prepared))
    first_reading = next_number(connection, schema.readings)
    connection.execute(
        schema.reports.insert(),
        [{"n": n, "batch": batch, **each.report} for n, each in zip(numbers, prepared, strict=True)],
    )
    connection.execute(
        schema.texts.insert(),
        [{"report": n, "body": each.text} for n, each in zip(numbers, prepared, strict=True)],
    )
    dialect.index_text(
        connection, [{"report": n, "stems": each.stems} for n, each in zip(numbers, prepared, strict=True)]
    )
    connection.execute(
        schema.readings.insert(),
        [
            {"n": first_reading + i, "report": n, "current": True, **each.reading}
            for i, (n, each) in enumerate(zip(numbers, prepared, strict=True))
        ],
    )
    insert_projections(connection, {n: each.rows for n, each in zip(numbers, prepared, strict=True)})


def insert_projections(connection: Connection, projections: Mapping[int, Projection]) -> None:
    """Insert the rows of readings, by the number of their report."""
    actor_numbers = _numbers_of(connection, schema.actors, projections.values(), "actors")
    place_numbers = _numbers_of(connection, schema.places, projections.values(), "places")
    number = next_number(connection, schema.claims)
    claims: list[dict[str, Any]] = []
    roles: list[dict[str, int]] = []
    at: list[dict[str, int]] = []
    links: list[dict[str, Any]] = []
    for report, rows in projections.items():
        own = {row["id"]: number + i for i, row in enumerate(rows.claims)}
        number += len(own)
        claims += [
            {**row, "n": own[row["id"]], "report": report, "theme": own.get(row["theme"] or "")}
            for row in rows.claims
        ]
        roles += [
            {"actor": actor_numbers[actor], "role": role, "claim": own[claim]}
            for claim, actor, role in rows.roles
        ]
        at += [
            {"place": place_numbers[place], "claim": own[claim]}
            for claim, place in rows.at
            if place in place_numbers
        ]
        links += [
            {
                "source": own[source],
                "target": own[target],
                "relation": relation,
                "within": True,
                "matter": None,
            }
            for source, target, relation in dict.fromkeys(rows.links)
        ]
    for table, new in (
        (schema.claims, claims),
        (schema.claim_actors, roles),
        (schema.claim_places, at),
        (schema.links, links),
    ):
        if new:
            connection.execute(table.insert(), new)


def delete_projection(connection: Connection, reports: Sequence[int]) -> None:
    """Take the claims of reports out of every projected and related table."""
    claims = schema.claims
    rows = connection.execute(select(claims).where(claims.c.report.in_(reports))).all()
    own = select(claims.c.n).where(claims.c.report.in_(reports))
    for column in (schema.links.c.source, schema.links.c.target, schema.matter_claims.c.claim):
        connection.execute(delete(column.table).where(column.in_(own)))
    # These two are in the order of their actors and places: rows are named whole, a scan would take seconds.
    actors = _known(connection, schema.actors, dict.fromkeys(a for row in rows for a in actor_ids(row)))
    places = _known(connection, schema.places, dict.fromkeys(p for row in rows for p in row.places.split()))
    roles = [(actors[actor], role, row.n) for row in rows for actor, role in roles_of(row)]
    at = [(places[place], row.n) for row in rows for place in row.places.split() if place in places]
    both: tuple[tuple[Table, list[Any]], ...] = ((schema.claim_actors, roles), (schema.claim_places, at))
    for table, keys in both:
        columns = list(table.primary_key.columns)
        named = and_(*(column == bindparam(f"key{i}") for i, column in enumerate(columns)))
        for start in range(0, len(keys), 10_000):
            values = [{f"key{i}": v for i, v in enumerate(key)} for key in keys[start : start + 10_000]]
            connection.execute(delete(table).where(named), values)
    connection.execute(delete(claims).where(claims.c.report.in_(reports)))


def next_number(connection: Connection, table: Table) -> int:
    """The number of the next row of a table."""
    return (connection.scalar(select(func.max(table.c.n))) or 0) + 1


def _numbers_of(connection: Connection, table: Table, projections: Any, attribute: str) -> dict[str, int]:
    """The numbers of all actors or places of the projections, by id; new ones are inserted."""
    rows: dict[str, dict[str, Any]] = {}
    for projection in projections:
        for row in getattr(projection, attribute):
            rows.setdefault(row["id"], row)
        if attribute == "actors":
            for _claim, actor, _role in projection.roles:
                # Reserved ids, and speakers that only decisions name, are listed by no reading.
                rows.setdefault(
                    actor, {"id": actor, "kind": None, "party": None, "name_ar": None, "name_en": None}
                )
    known = _known(connection, table, rows)
    number = next_number(connection, table)
    new = [
        {"n": number + i, **row} for i, row in enumerate(row for id, row in rows.items() if id not in known)
    ]
    if new:
        connection.execute(table.insert(), new)
    return known | {row["id"]: row["n"] for row in new}


def _known(connection: Connection, table: Table, ids: Mapping[str, Any]) -> dict[str, int]:
    wanted = list(ids)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        found.update(
            (id, n) for id, n in connection.execute(select(table.c.id, table.c.n).where(table.c.id.in_(part)))
        )
    return found
