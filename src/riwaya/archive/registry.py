"""Actors and places by id, for decisions that name some which the reading at hand does not list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Table, select

from riwaya.archive import schema
from riwaya.archive.packs import pack_of
from riwaya.archive.parts import in_parts
from riwaya.errors import PackError
from riwaya.model import Actor, Name, Place, PlaceBasis
from riwaya.packs import load_pack

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Registry:
    """What ids stand for."""

    actors: dict[str, Actor] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)


def registry_for(connection: Connection, records: Iterable[Any], pack: str) -> Registry:
    """Actors and places that `records` (JSON) name, as the archive has them, or else the pack of that id."""
    ids = sorted({word for record in records for word in _strings(record)})
    registry = Registry(
        {row.id: _actor(row) for row in _rows(connection, schema.actors, ids) if row.kind is not None},
        {row.id: _place(row) for row in _rows(connection, schema.places, ids)},
    )
    missing = [id for id in ids if id not in registry.actors and id not in registry.places]
    if missing:
        registry.actors.update(_of_pack(pack_of(connection, pack), missing))
    return registry


def _of_pack(folder: Path | None, ids: Sequence[str]) -> dict[str, Actor]:
    try:
        parties = load_pack(folder).parties if folder else {}
    except PackError:
        # The pack's folder may have changed since; then only what the archive knows itself can be named.
        return {}
    found = (parties[id] for id in ids if id in parties)
    return {p.id: Actor(p.id, p.kind, p.party, Name(p.name_ar, p.name_en)) for p in found}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)


def _rows(connection: Connection, table: Table, ids: Sequence[str]) -> Iterator[Row[Any]]:
    for part in in_parts(ids, _AT_ONCE):
        yield from connection.execute(select(table).where(table.c.id.in_(part)))


def _actor(row: Row[Any]) -> Actor:
    return Actor(row.id, row.kind, row.party or row.id, Name(row.name_ar, row.name_en))


def _place(row: Row[Any]) -> Place:
    geometry = None if row.geometry is None else msgspec.json.decode(row.geometry)
    basis = PlaceBasis(row.method, row.source, tuple(row.of.split()), row.relation, row.distance_km)
    return Place(row.id, Name(row.name_ar, row.name_en), row.kind, geometry, row.uncertainty_km, basis)
