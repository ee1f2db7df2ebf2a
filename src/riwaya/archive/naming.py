"""Rows of actors and places: one an id, the same whatever report came first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, bindparam, func, select, update

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import Projection, Row

#: Rows are fetched by so many ids at a time.
_AT_ONCE = 500
#: The attributes of a projection that hold rows, and their tables.
_TABLES: tuple[tuple[str, Table], ...] = (("actors", schema.actors), ("places", schema.places))


def actor_numbers(connection: Connection, projections: Iterable[Projection]) -> dict[str, int]:
    """The numbers of all actors of these readings, by id.

    New ones are inserted; a row that says less than a reading does is filled.
    """
    projections = list(projections)
    rows = _fullest(row for each in projections for row in each.actors)
    for projection in projections:
        for _claim, actor, _role in projection.roles:
            # Reserved ids, and speakers that only decisions name, are listed by no reading.
            rows.setdefault(actor, _nobody(actor))
    return _put(connection, schema.actors, rows)


def place_numbers(connection: Connection, projections: Iterable[Projection]) -> dict[str, int]:
    """The numbers of all places of these readings, by id; rows are inserted and filled as for actors."""
    return _put(connection, schema.places, _fullest(row for each in projections for row in each.places))


def replace_names(connection: Connection, projections: Iterable[Projection]) -> bool:
    """Make the rows of all actors and places of these readings as they say, and tell whether any changed.

    Ids that have no row yet are left out.
    """
    projections = list(projections)
    changed = False
    for attribute, table in _TABLES:
        rows = _fullest(row for each in projections for row in getattr(each, attribute))
        there = {row["id"]: row for row in _there(connection, table, list(rows))}
        new = {id: _merged(row, rows[id]) for id, row in there.items()}
        changed = _overwrite(connection, table, there, new) or changed
    return changed


def numbers_there(connection: Connection, table: Table, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of the actors or places with these ids that have a row."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, int] = {}
    for some in in_parts(wanted, _AT_ONCE):
        part = table.c.id.in_(some)
        found.update((id, n) for id, n in connection.execute(select(table.c.id, table.c.n).where(part)))
    return found


def next_number(connection: Connection, table: Table) -> int:
    """The number of the next row of a table."""
    return (connection.scalar(select(func.max(table.c.n))) or 0) + 1


def _nobody(id: str) -> Row:
    return {"id": id, "kind": None, "party": None, "name_ar": None, "name_en": None}


def _fullest(rows: Iterable[Row]) -> dict[str, Row]:
    """The row that says the most of each id."""
    found: dict[str, Row] = {}
    for row in rows:
        there = found.setdefault(row["id"], row)
        if there is not row:
            found[row["id"]] = _fuller(there, row)
    return found


def _fuller(there: Row, row: Row) -> Row:
    """The one of two rows that says more; within one pack those that say as much are equal."""
    return _merged(there, row) if _says(row) > _says(there) else _merged(row, there)


def _merged(other: Row, row: Row) -> Row:
    """A row; if it is a derived place, by the shorter of the two names that reports have for it."""
    names = [each["name_ar"] for each in (other, row) if each["name_ar"] is not None]
    if row.get("method") != "derived" or not names:
        return row
    return {**row, "name_ar": min(names, key=lambda name: (len(name), name))}


def _put(connection: Connection, table: Table, rows: Mapping[str, Row]) -> dict[str, int]:
    there = {row["id"]: row for row in _there(connection, table, list(rows))}
    _overwrite(connection, table, there, {id: _fuller(row, rows[id]) for id, row in there.items()})
    number = next_number(connection, table)
    new = [{"n": number + i, **rows[id]} for i, id in enumerate(id for id in rows if id not in there)]
    if new:
        connection.execute(table.insert(), new)
    return {row["id"]: row["n"] for row in (*there.values(), *new)}


def _there(connection: Connection, table: Table, ids: Sequence[str]) -> Iterator[Row]:
    for some in in_parts(ids, _AT_ONCE):
        statement = select(table).where(table.c.id.in_(some))
        yield from (row._asdict() for row in connection.execute(statement))


def _overwrite(
    connection: Connection, table: Table, there: Mapping[str, Row], rows: Mapping[str, Row]
) -> bool:
    """Write those rows that say something else than what is there; whether any does."""
    other = [row for id, row in rows.items() if any(there[id][name] != row[name] for name in row)]
    if other:
        names = [column.name for column in table.columns if column.name not in ("n", "id")]
        statement = (
            update(table)
            .where(table.c.id == bindparam("new_id"))
            .values({name: bindparam(f"new_{name}") for name in names})
        )
        connection.execute(
            statement, [{f"new_{name}": row[name] for name in ("id", *names)} for row in other]
        )
    return bool(other)


def _says(row: Row) -> int:
    return sum(value is not None for name, value in row.items() if name != "n")
