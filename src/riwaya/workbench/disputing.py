"""The list of disputes as its page shows it, from what was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request

from riwaya.errors import FieldError
from riwaya.exchange.labels import EVENTS, label, name_label
from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.questions import Desk
from riwaya.questions.board import ORDERS, Board, board
from riwaya.questions.catalogue import EVERY
from riwaya.questions.filters import Filters
from riwaya.questions.labels import KINDS
from riwaya.questions.names import names_of
from riwaya.questions.understanding import filters_asked
from riwaya.workbench.asking import archive_of, number
from riwaya.workbench.care import STATUSES, assigned
from riwaya.workbench.claims import Saying, ids_in, name_in, saying
from riwaya.workbench.kept import kept

_ROWS, _MOST, _LAST = 20, 100, 10_000_000


@dataclass(frozen=True, slots=True)
class FaceShown:
    """A side of a matter: its name, and one claim of it."""

    name: str
    said: Saying


@dataclass(frozen=True, slots=True)
class EntryShown:
    """A matter of the list."""

    id: str
    kind: str
    type: str
    label: str
    first: str | None
    last: str | None
    reports: int
    copies: int
    outlets: int
    origins: int
    sides: int
    disputed: bool
    faces: tuple[FaceShown, ...]


@dataclass(frozen=True, slots=True)
class BoardShown:
    """A page of the list. `rows` and `offset` say which."""

    entries: tuple[EntryShown, ...]
    total: int
    held_back: int
    rows: int
    offset: int


def board_shown(request: Request, given: Mapping[str, Any], who: str) -> BoardShown:
    """The matters that were asked for; `who` asks. Raises UsageError for what makes no sense."""
    rows, offset = number(given, "limit", _ROWS, 1, _MOST), number(given, "offset", 0, 0, _LAST)
    order = given.get("order") or ORDERS[0]
    if order not in ORDERS:
        problem = _("'{value}' is none of {choices}").format(value=order, choices=", ".join(ORDERS))
        raise FieldError("order", problem)
    archive = archive_of(request)
    typed = {name: value for name, value in given.items() if value not in (None, "")}
    with archive.reading() as connection:
        filters = filters_asked(connection, EVERY, typed, limit=rows, offset=offset)
    ids = _cared_for(request, typed, who)
    key = ("board", filters, order, ids)
    return kept(request, key, lambda: _shown(Desk(archive), filters, order, ids))


def _cared_for(request: Request, given: Mapping[str, Any], who: str) -> frozenset[str] | None:
    """Ids of the matters that somebody deals with, if the list is to be narrowed to them."""
    status, mine = given.get("status"), given.get("assigned")
    if status is not None and status not in STATUSES:
        raise FieldError("status", _("'{status}' is no status of a matter.").format(status=status))
    if status is None and mine is None:
        return None
    with archive_of(request).reading() as connection:
        found = assigned(connection, who if mine == "me" else mine, [status] if status else ())
    return frozenset(each.matter for each in found)


def _shown(desk: Desk, filters: Filters, order: Any, ids: frozenset[str] | None) -> BoardShown:
    found: Board = board(desk, filters, order, ids)
    claims = [face.claim for entry in found.entries for face in entry.faces]
    wanted = ids_in(claims) | {face.party for e in found.entries for face in e.faces if face.party}
    with desk.archive.reading() as connection:
        names = names_of(connection, wanted, language())
    entries = tuple(
        EntryShown(
            each.id, label(KINDS, each.kind), label(EVENTS, each.type),
            name_label(each.label, language()) or each.id, each.first, each.last, each.reports, each.copies,
            each.outlets, each.origins, each.sides, each.disputed,
            tuple(
                FaceShown(
                    name_in(face.party, names) if face.party else name_in(face.claim.outlet, names),
                    saying(face.claim, names, blaming=[face.claim.n] if face.blames else ()),
                )
                for face in each.faces
            ),
        )
        for each in found.entries
    )  # fmt: skip
    return BoardShown(entries, found.total, found.held_back, filters.limit, filters.offset)
