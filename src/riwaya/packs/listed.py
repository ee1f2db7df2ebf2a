"""Ids in a pack's tables that have to be those of parties."""

from __future__ import annotations

from collections.abc import Collection

from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import Row


def listed(row: Row, column: str, parties: Collection[str]) -> str:
    """The id in a column. Raises PackError where it is missing or not among the ids of `parties`."""
    return _listed(row, column, row.text(column), parties)


def all_listed(row: Row, column: str, parties: Collection[str]) -> tuple[str, ...]:
    """The ids in a column of several. Raises PackError as `listed` does."""
    row.text(column)
    return tuple(_listed(row, column, id, parties) for id in row.many(column))


def _listed(row: Row, column: str, id: str, parties: Collection[str]) -> str:
    if id not in parties:
        problem = _("column '{column}': '{value}' is no id of parties.csv")
        raise row.error(problem.format(column=column, value=id))
    return id
