"""Single cells of a coding sheet: whether one is as it was, and what a changed one makes of a claim."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import get_args

from sqlalchemy import Connection

from riwaya.archive.days import days_of
from riwaya.archive.patches import Record, plain
from riwaya.exchange.labels import MODES
from riwaya.exchange.soundness import OTHER
from riwaya.exchange.table import SEVERAL
from riwaya.i18n import gettext as _
from riwaya.model import Claim, EventType, Role
from riwaya.questions.names import find_party, find_place
from riwaya.questions.sheet_days import meanings

_COUNT = re.compile(r"\d{1,3}(?:[,٬]\d{3})+|\d+(?:\.0+)?")
_MOST = 10**12


class CellError(ValueError):
    """A cell that nothing can be made of. The message is a sentence for people."""


def is_same(column: str, cell: str, now: str) -> bool:
    """Whether a cell says what it would say now, whatever a spreadsheet did to its form."""
    if cell == now:
        return True
    if column == "date":
        return now in meanings(cell)
    if column in ("low", "high"):
        return cell != "" and now != "" and _COUNT.fullmatch(cell) is not None and str(_count(cell)) == now
    if column in ("type", "mode", "status"):
        return cell.casefold() == now.casefold()
    return _parts(cell) == _parts(now)


def patch_of(connection: Connection, column: str, cell: str, claim: Claim) -> Record:
    """What a changed cell makes of the claim's event. Raises CellError, or UsageError for unknown names."""
    return _PATCHES[column](connection, column, cell, claim)


def _date(_connection: Connection, _column: str, cell: str, _claim: Claim) -> Record:
    if not cell:
        return {"time": None}
    found = meanings(cell)
    if len(found) > 1:
        problem = _("date '{cell}' may be {days}: write it as 2015-07-23")
        raise CellError(problem.format(cell=cell, days=", ".join(sorted(found))))
    for value in found:
        if days_of(value)[0] is not None:
            return {"time": {"type": "DATE", "value": value, "span": None}}
    problem = _("date '{cell}' is no day: write it as 2015-07-23, 2015-07 or 2015-07-01/2015-07-05")
    raise CellError(problem.format(cell=cell))


def _type(_connection: Connection, _column: str, cell: str, _claim: Claim) -> Record:
    name = cell.upper()
    if name not in get_args(EventType):
        known = ", ".join(get_args(EventType))
        raise CellError(_("type '{cell}' is none of {known}").format(cell=cell, known=known))
    return {"type": name}


def _mode(_connection: Connection, _column: str, cell: str, _claim: Claim) -> Record:
    name = cell.casefold()
    if name and name not in MODES:
        known = ", ".join(sorted(MODES))
        raise CellError(_("mode '{cell}' is none of {known}").format(cell=cell, known=known))
    return {"mode": name or None}


def _actors(connection: Connection, column: str, cell: str, claim: Claim) -> Record:
    role = "agent" if column == "actor1" else "patient"
    before: Sequence[Role] = getattr(claim.event, role)
    wanted = []
    for part in _parts(cell):
        id = part.partition(":")[0].strip()
        if id != OTHER and ":" in part:
            raise CellError(_("{column}: '{part}' is no id").format(column=column, part=part))
        if id != OTHER and id not in {each.actor for each in before}:
            id = find_party(connection, part)
        wanted.append(id)
    kept = [each for each in before if each.actor in wanted]
    gone = [each for each in before if each.actor not in wanted]
    new = [id for id in dict.fromkeys(wanted) if id not in {each.actor for each in before}]
    if OTHER in new:
        raise CellError(_("{column}: 'other' is whoever the report names; give an id").format(column=column))
    # One put in the place of another is named by the same words.
    span = gone[0].span if len(gone) == len(new) == 1 else None
    roles = [*kept, *(Role(id, span) for id in new)]
    order = list(dict.fromkeys(wanted))
    return {role: [plain(each) for each in sorted(roles, key=lambda each: order.index(each.actor))]}


def _place(connection: Connection, _column: str, cell: str, _claim: Claim) -> Record:
    return {"place": list(dict.fromkeys(find_place(connection, part) for part in _parts(cell)))}


def _bound(_connection: Connection, column: str, cell: str, claim: Claim) -> Record:
    if claim.event.quantity is None:
        problem = _("{column}: the claim counts nothing; correct the claim itself to give it a count")
        raise CellError(problem.format(column=column))
    if cell and not _COUNT.fullmatch(cell):
        raise CellError(_("{column}: '{cell}' is no count").format(column=column, cell=cell))
    value = _count(cell) if cell else None
    if value is not None and value >= _MOST:
        raise CellError(_("{column}: '{cell}' is out of range").format(column=column, cell=cell))
    return {"quantity": {column: value}}


def _count(cell: str) -> int:
    return int(cell.partition(".")[0].replace(",", "").replace("٬", ""))


def _parts(cell: str) -> list[str]:
    """The values of a cell with several."""
    return [part.strip() for part in cell.split(SEVERAL.strip()) if part.strip()]


_PATCHES: Mapping[str, Callable[[Connection, str, str, Claim], Record]] = {
    "date": _date,
    "type": _type,
    "mode": _mode,
    "actor1": _actors,
    "actor2": _actors,
    "place": _place,
    "low": _bound,
    "high": _bound,
}
