"""Parties and places by the names that people type, and names for the ids that answers hold."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.capture import outlet_id
from riwaya.errors import UsageError
from riwaya.exchange.labels import PLACE_KINDS, label, name_label
from riwaya.exchange.soundness import OTHER
from riwaya.i18n import gettext as _
from riwaya.model import Actor, Name, Reading
from riwaya.text.fold import words

#: Candidates and neighbours that a message lists.
_SHOWN = 6
#: Places whose name is theirs beat places that are named after others, and those beat what is not settled.
_RANKS = {"pack": 0, "gazetteer": 0, "derived": 1, "unresolved": 2}


def find_party(connection: Connection, asked: str) -> str:
    """The id of the party that is called `asked`: its id, or its name in Arabic or English.

    Raises UsageError when the archive knows no such party, or several.
    """
    table = schema.actors
    columns = (table.c.id, table.c.party, table.c.name_ar, table.c.name_en)
    rows = sorted(connection.execute(select(*columns)), key=lambda row: str(row.id))
    wanted = asked.strip()
    if wanted == OTHER:
        raise UsageError(_("'other' is whoever no registry lists: ask for a party, or search for the words"))
    if any(wanted in (row.id, row.party) for row in rows):
        return wanted
    found = _called(rows, wanted)
    if not found:
        problem = _("no party '{asked}' in this archive; near it: {names}")
        raise UsageError(problem.format(asked=asked, names=_near(rows, wanted)))
    if len(found) > 1:
        problem = _("'{asked}' means several parties: {names}; give one of these ids")
        raise UsageError(problem.format(asked=asked, names=_listed(row.id for row in found)))
    return str(found[0].id)


def find_outlet(connection: Connection, asked: str) -> str:
    """The id of the outlet that is called `asked`: its id, or its name in Arabic or English.

    Raises UsageError when the archive has no report of such an outlet, or the name is that of several.
    """
    table, outlets, wanted = schema.actors, schema.reports.c.outlet, asked.strip()
    ids = [wanted]
    with suppress(UsageError):  # what can be no id is still looked for among the names
        ids.append(outlet_id(wanted))
    for id in ids:
        if connection.scalar(select(outlets).where(outlets == id).limit(1)) is not None:
            return id
    known = select(outlets.label("id")).distinct().subquery()
    named = select(known.c.id, table.c.name_ar, table.c.name_en).outerjoin_from(
        known, table, table.c.id == known.c.id
    )
    rows = sorted(connection.execute(named), key=lambda row: str(row.id))
    found = _called(rows, wanted)
    if not found:
        problem = _("no report of an outlet '{asked}' in this archive; near it: {names}")
        raise UsageError(problem.format(asked=asked, names=_near(rows, wanted)))
    if len(found) > 1:
        problem = _("'{asked}' means several outlets: {names}; give one of these ids")
        raise UsageError(problem.format(asked=asked, names=_listed(row.id for row in found)))
    return str(found[0].id)


def find_place(connection: Connection, asked: str) -> str:
    """The id of the place that is called `asked`: its id, or its name in Arabic or English.

    Raises UsageError when the archive knows no such place, or several.
    """
    table, wanted = schema.places, asked.strip()
    known = connection.scalar(select(table.c.id).where(table.c.id == wanted))
    if known is not None:
        return str(known)
    columns = (table.c.id, table.c.kind, table.c.method, table.c.name_ar, table.c.name_en)
    rows = sorted(connection.execute(select(*columns)), key=lambda row: (_RANKS[row.method], row.id))
    found = _called(rows, wanted)
    best = min((_RANKS[row.method] for row in found), default=0)
    found = [row for row in found if _RANKS[row.method] == best]
    if not found:
        problem = _("no place '{asked}' in this archive; near it: {names}")
        raise UsageError(problem.format(asked=asked, names=_near(rows, wanted)))
    if len(found) > 1:
        shown = _listed(f"{row.id} ({label(PLACE_KINDS, row.kind)})" for row in found)
        problem = _("'{asked}' means several places: {names}; give one of these ids")
        raise UsageError(problem.format(asked=asked, names=shown))
    return str(found[0].id)


def names_of(connection: Connection, ids: Iterable[str], language: str) -> dict[str, str]:
    """Names of parties and places in a language, else in another, by id; ids without a name are left out."""
    wanted = sorted(set(ids))
    found: dict[str, str] = {}
    for table in (schema.places, schema.actors):
        for part in in_parts(wanted):
            rows = connection.execute(
                select(table.c.id, table.c.name_ar, table.c.name_en).where(table.c.id.in_(part))
            )
            for id, ar, en in rows:
                name = name_label(Name(ar, en), language)
                if name:
                    found[id] = name
    return found


def _called(rows: Sequence[Any], asked: str) -> list[Any]:
    """Rows of that name, else those whose name has all its words."""
    wanted = words(asked)
    if not wanted:
        return []
    named = [(row, [words(name) for name in (row.name_ar, row.name_en) if name]) for row in rows]
    found = [row for row, names in named if wanted in names]
    if not found:
        found = [row for row, names in named if any(set(wanted) <= set(name) for name in names)]
    return found


def _near(rows: Sequence[Any], asked: str) -> str:
    """Names and ids that are spelt alike; none for an id with a number, whose neighbours mean nothing."""
    if ":" in asked and any(character.isdigit() for character in asked):
        return _("nothing")
    known: dict[str, str] = {}
    for row in rows:
        for name in (row.id, row.name_ar, row.name_en):
            if name:
                known.setdefault(" ".join(words(name)), row.id if name == row.id else f"{name} ({row.id})")
    found = difflib.get_close_matches(" ".join(words(asked)), list(known), n=_SHOWN, cutoff=0.6)
    return _listed(dict.fromkeys(known[name] for name in found)) or _("nothing")


def _listed(items: Iterable[str]) -> str:
    names = list(items)
    more = ["…"] if len(names) > _SHOWN else []
    return _(", ").join([*names[:_SHOWN], *more])


def with_outlet(connection: Connection, reading: Reading) -> Reading:
    """A reading that lists its outlet, so that it is called by the name that the archive has for it."""
    outlet, table = reading.report.outlet, schema.actors
    if any(actor.id == outlet for actor in reading.actors):
        return reading
    row = connection.execute(select(table).where(table.c.id == outlet)).one_or_none()
    if row is None:
        return reading
    actor = Actor(row.id, row.kind or "media", row.party or row.id, Name(row.name_ar, row.name_en))
    return replace(reading, actors=(*reading.actors, actor))
