"""A watch list: the parties and places that a morning's brief is narrowed to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.projection import actor_ids
from riwaya.capture.bring import unreadable
from riwaya.errors import InputError, PackError, UsageError
from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import Row
from riwaya.questions.elsewhere import told_elsewhere
from riwaya.questions.filters import claims_at
from riwaya.questions.names import find_party, find_place
from riwaya.questions.sheet_file import table_lines, tidy
from riwaya.release import Gate

#: `kind` is party or place, `name` an id or a name in Arabic or English, `note` for people.
COLUMNS = ("kind", "name", "note")
_KINDS = ("party", "place")


@dataclass(frozen=True, slots=True)
class Watch:
    """Ids of parties (their members count too) and of places (with what lies in them)."""

    parties: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.parties or self.places)


def load_watch(path: str | Path, connection: Connection) -> Watch:
    """The watch list in a CSV file with the columns kind, name, note.

    It may come out of a spreadsheet: with semicolons or tabs, a byte-order mark, or in UTF-16.
    Raises PackError where the table is not valid, and for a name that the archive does not know.
    """
    parties, places = set(), set()
    for row in _rows(Path(path)):
        kind, name = row.choice("kind", _KINDS), row.text("name")
        try:
            if kind == "party":
                parties.add(find_party(connection, name))
            else:
                places.add(find_place(connection, name))
        except UsageError as error:
            raise row.error(str(error)) from None
    if not parties and not places:
        raise PackError(path, 0, _("the watch list names nobody and no place"))
    return Watch(frozenset(parties), frozenset(places))


def _rows(path: Path) -> Iterator[Row]:
    try:
        lines = table_lines(path.read_bytes(), str(path), COLUMNS)
    except FileNotFoundError:
        raise PackError(path, 0, _("the file is missing")) from None
    except OSError as error:
        raise PackError(path, 0, unreadable(str(path), error).problem) from None
    except InputError as error:
        raise PackError(path, 0, error.problem) from None
    header = [tidy(cell) for cell in lines[0]] if lines else []
    if not set(COLUMNS) <= set(header):
        problem = _("the columns are {found}; expected {expected}")
        raise PackError(path, 1, problem.format(found=",".join(header), expected=",".join(COLUMNS)))
    for number, cells in enumerate(lines[1:], 2):
        values = dict(zip(header, map(tidy, cells), strict=False))
        if any(values.values()):
            yield Row(path, number, {column: values.get(column, "") for column in COLUMNS})


class Watching:
    """Tells which claims a watch list is about."""

    def __init__(self, connection: Connection, watch: Watch, gate: Gate) -> None:
        table = schema.actors
        self._watch = watch
        # Few actors are there, and a claim's row names them by id.
        rows = connection.execute(select(table.c.id, table.c.party)).all()
        self._ids = {r.id for r in rows if r.id in watch.parties or r.party in watch.parties} | watch.parties
        # What the gate tells of a larger place, or not yet, must not be known by being new here.
        at = {p: claims_at(p, told_elsewhere(connection, gate, p, held=True)) for p in watch.places}
        self._there = {n for place in sorted(watch.places) for n in connection.scalars(at[place])}

    @property
    def narrows(self) -> bool:
        """Whether anything is left out."""
        return bool(self._watch)

    def concerns(self, row: Any) -> bool:
        """Whether a row of claims (number, chain, roles) is about somebody or some place on the list."""
        if not self._watch:
            return True
        return row.n in self._there or any(id in self._ids for id in actor_ids(row))
