"""Militias of which a report only says with whom they stand: فصائل مرتبطة بإيران."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import read_table
from riwaya.packs.listed import listed

MILITIA_COLUMNS = ("backer", "militias", "country", "note")


@dataclass(frozen=True, slots=True)
class Militias:
    """The entry that stands for a party's militias, and the country where alone they are meant."""

    id: str
    country: str | None


def read_militias(path: Path, parties: Collection[str]) -> dict[str, Militias]:
    """The militias of each party; empty where there is no table at `path`.

    Raises PackError on an id that is not among `parties`, and on a party that is listed twice.
    """
    found: dict[str, Militias] = {}
    for row in read_table(path, MILITIA_COLUMNS) if path.is_file() else ():
        country = row.optional("country")
        for column in ("backer", "militias", *(("country",) if country else ())):
            listed(row, column, parties)
        if row.text("backer") in found:
            raise row.error(_("'{id}' is listed twice").format(id=row.text("backer")))
        found[row.text("backer")] = Militias(row.text("militias"), country)
    return found
