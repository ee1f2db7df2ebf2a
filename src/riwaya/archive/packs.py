"""Where the packs are that the readings of an archive name: readings hold a pack's id, not its folder."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.archive import PACK, Archive, set_fact
from riwaya.packs import Pack
from riwaya.packs.pack import shipped_pack
from riwaya.release import Units, load_units

#: Before a pack's id: the fact that holds the full path of its folder, or the id of one that ships.
_FOLDER = "pack:"


def note_folder(archive: Archive, pack: Pack) -> None:
    """Note where a pack is, for whoever asks later what readings made with it rest on."""
    name, place = _FOLDER + pack.id, _place_of(pack)
    # One that ships is found without: it is noted only where a user's own of the same id was.
    if (archive.fact(name) or pack.id) != place:
        with archive.writing() as connection:
            set_fact(connection, name, place)


def pack_of(connection: Connection, id: str) -> Path | None:
    """The folder of the pack that readings call `id`, to be loaded; None where it is not found.

    It is the folder that was noted for the id, else the pack of this id that ships, else the folder of the
    last ingest: each only if the pack in it is called so.
    """
    shipped = shipped_pack(id)
    noted = _fact(connection, _FOLDER + id)
    if noted == id and shipped:
        return shipped
    if noted and _is_called(Path(noted), id):
        return Path(noted)
    last = _fact(connection, PACK)
    return shipped or (Path(last) if last and _is_called(Path(last), id) else None)


def units_of(connection: Connection, id: str) -> Units:
    """The units over places that the pack of this id knows, and the world's; these alone without it."""
    return load_units(pack_of(connection, id))


def _place_of(pack: Pack) -> str:
    return pack.id if shipped_pack(pack.id) == pack.folder else str(pack.folder.resolve())


def _fact(connection: Connection, name: str) -> str | None:
    return connection.scalar(select(schema.about.c.value).where(schema.about.c.name == name))


def _is_called(folder: Path, id: str) -> bool:
    """Whether a folder, by its full path, holds the pack of this id."""
    if not folder.is_absolute():
        return False
    try:
        about = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False
    return about.get("id") == id
