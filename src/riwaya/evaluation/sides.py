"""Sides: which party an actor's id stands for when gold and reading are compared.

A ministry, its army and its state are one side; all anonymous sources are one; whoever is in no list is
`other`. Annotators name actors by the ids of a list; a party that the list does not have is `other` in the
gold, and must be so in the reading too.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from riwaya.errors import PackError
from riwaya.evaluation.gold import OUTLET
from riwaya.i18n import gettext as _
from riwaya.model import Actor
from riwaya.packs import Pack

ANONYMOUS = "anonymous"
OTHER = "other"
#: Source groups whose id does not end in -sources.
_ANONYMOUS = frozenset(("activists", "eyewitnesses"))
#: In the registry so that a reading can name them; gold has `other` for them.
_UNLISTED = frozenset(("unidentified-armed-group", "detainees", "journalists", "medical-staff"))
_COLUMNS = ("id", "party")


class Sides:
    """The sides of one reading's actors, over the list of ids that the gold was made with."""

    def __init__(self, parties: Mapping[str, str], actors: Iterable[Actor] = (), outlet: str = OUTLET):
        self._parties = parties
        self._actors = {actor.id: actor for actor in actors}
        self._outlet = outlet

    def of(self, actor: str) -> str:
        """The side of an actor."""
        side = self._listed(actor)
        if side == OTHER and actor in self._actors:
            known = self._actors[actor]
            return ANONYMOUS if known.kind == "sources" else self._listed(known.party)
        return side

    def all(self, actors: Iterable[str]) -> set[str]:
        """The sides of several actors of the reading."""
        return {self.of(actor) for actor in actors}

    def annotated(self, actors: Iterable[str]) -> set[str]:
        """The sides of several actors of the gold: only the list says what those are."""
        return {self._listed(actor) for actor in actors}

    def _listed(self, actor: str) -> str:
        if actor in (OUTLET, self._outlet):
            return OUTLET
        if actor in _ANONYMOUS or (actor.endswith("-sources") and actor in self._parties):
            return ANONYMOUS
        return OTHER if actor in _UNLISTED else self._parties.get(actor, OTHER)


def read_parties(path: Path) -> dict[str, str]:
    """The party of every id in a table with the columns `id` and `party`; further columns are passed over.

    Raises:
        PackError: the file cannot be read or lacks one of the columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file)
            missing = [column for column in _COLUMNS if column not in (rows.fieldnames or ())]
            if missing:
                raise PackError(path, 1, _("column '{column}' is missing").format(column=missing[0]))
            return {row["id"]: row["party"] or row["id"] for row in rows if row["id"]}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PackError(path, 0, _("cannot be read: {why}").format(why=error)) from None


def parties_for(folder: Path, pack: Pack, table: Path | None = None) -> dict[str, str]:
    """The party of every id that the gold of a folder may use.

    They are those of `table`, else of `parties.csv` in the folder or the one above, else of the pack.

    Raises:
        PackError: the table is not valid.
    """
    beside = (folder / "parties.csv", folder.resolve().parent / "parties.csv")
    listed = table or next((path for path in beside if path.is_file()), None)
    return read_parties(listed) if listed else {party.id: party.party for party in pack.parties.values()}
