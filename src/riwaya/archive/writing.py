"""Putting reports and their readings into the tables, a transaction a call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, bindparam, delete, select

from riwaya.archive import dialect, schema
from riwaya.archive.intake import Prepared
from riwaya.archive.naming import actor_numbers, next_number, numbers_there, place_numbers
from riwaya.archive.parts import in_parts
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
    actors = actor_numbers(connection, projections.values())
    places = place_numbers(connection, projections.values())
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
            {"actor": actors[actor], "role": role, "claim": own[claim]} for claim, actor, role in rows.roles
        ]
        at += [{"place": places[place], "claim": own[claim]} for claim, place in rows.at if place in places]
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
    actors = numbers_there(connection, schema.actors, (a for row in rows for a in actor_ids(row)))
    places = numbers_there(connection, schema.places, (p for row in rows for p in row.places.split()))
    roles = [(actors[actor], role, row.n) for row in rows for actor, role in roles_of(row)]
    at = [(places[place], row.n) for row in rows for place in row.places.split() if place in places]
    both: tuple[tuple[Table, list[Any]], ...] = ((schema.claim_actors, roles), (schema.claim_places, at))
    for table, keys in both:
        columns = list(table.primary_key.columns)
        named = and_(*(column == bindparam(f"key{i}") for i, column in enumerate(columns)))
        for some in in_parts(keys, 10_000):
            values = [{f"key{i}": v for i, v in enumerate(key)} for key in some]
            connection.execute(delete(table).where(named), values)
    connection.execute(delete(claims).where(claims.c.report.in_(reports)))
