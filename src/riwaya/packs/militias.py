"""Militias of which a report only says with whom they stand: فصائل مرتبطة بإيران."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import read_table

MILITIA_COLUMNS = ("backer", "militias", "note")


def read_militias(path: Path, parties: Collection[str]) -> dict[str, str]:
    """For each party the entry that stands for its militias; empty where there is no table at `path`.

    Raises PackError on an id that is not among `parties`, and on a party that is listed twice.
    """
    found: dict[str, str] = {}
    for row in read_table(path, MILITIA_COLUMNS) if path.is_file() else ():
        for column in ("backer", "militias"):
            if row.text(column) not in parties:
                problem = _("column '{column}': '{value}' is no id of parties.csv")
                raise row.error(problem.format(column=column, value=row.text(column)))
        if row.text("backer") in found:
            raise row.error(_("'{id}' is listed twice").format(id=row.text("backer")))
        found[row.text("backer")] = row.text("militias")
    return found
