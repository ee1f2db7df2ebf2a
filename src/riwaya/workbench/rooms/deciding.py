"""Deciding at the workbench: accepting, rejecting, correcting, comparing, and taking it back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from riwaya.archive import Archive, wishing
from riwaya.archive.deciding import Wish, decide_all, name_of, retract
from riwaya.archive.decisions import Decision, current, decisions_of
from riwaya.archive.layer import all_entries
from riwaya.archive.patches import parts
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.model import Attribution
from riwaya.workbench.asking import archive_of
from riwaya.workbench.audit import record
from riwaya.workbench.blank import blank_item
from riwaya.workbench.choosing import parties_of, places_of
from riwaya.workbench.correcting import (
    Form,
    added_attribution,
    added_claim,
    attribution_record,
    changes,
    claim_record,
)
from riwaya.workbench.forms import Sent, Values, one
from riwaya.workbench.item import Item, ItemKind, item_of
from riwaya.workbench.people import Person, needs
from riwaya.workbench.returning import back_to
from riwaya.workbench.rooms.addition import addition_page
from riwaya.workbench.rooms.item import item_page

router = APIRouter()

Coder = Annotated[Person, Depends(needs("coder"))]


@router.post("/decide")
def decide(request: Request, sent: Sent, person: Coder) -> Response:
    """Decide what a form asks for: `action` on `reference`, for the reason `why`."""
    reference, action = one(sent, "reference"), one(sent, "action")
    if action == "correct":
        return _correct(request, sent, person, reference)
    if action == "add":
        return _add(request, sent, person, reference)
    try:
        with archive_of(request).reading() as connection:
            wish = _wish(request, connection, sent, action)
        made = _made(request, wish, person)
    except UsageError as error:
        report, _slash, id = reference.partition("/")
        # A form of another page leads back to that one.
        item = item_of(archive_of(request), report, id) if not one(sent, "back") else None
        if item is None or action not in wishing.COMPARISONS:
            raise
        return item_page(request, item, sent, str(error), "compare")
    return back_to(one(sent, "back"), _page_of(made))


@router.post("/undo")
def undo(request: Request, sent: Sent, person: Coder) -> Response:
    """Take back the decision `decision`, or else one's own last on `reference`."""
    archive = archive_of(request)
    why = one(sent, "why") or _("undone at the workbench")
    decision = one(sent, "decision") or _own_last(archive, one(sent, "reference"), person)
    made = retract(archive, decision, who=person.name, why=why)
    record(archive, person, "undo", f"{name_of(made.target)} {made.retracts}")
    # An entry that applies everywhere outlives the correction it came from: the page offers to take it back.
    left = made.target.kind != "report" and _has_entry(archive, made.retracts)
    return back_to("" if left else one(sent, "back"), _page_of(made))


def _own_last(archive: Archive, reference: str, person: Person) -> str:
    with archive.reading() as connection:
        decisions = current(decisions_of(connection, reference.partition("/")[0]))
    own = [each for each in decisions if each.who == person.name and name_of(each.target) == reference]
    if not own:
        raise UsageError(_("nothing that you decided on {reference} stands").format(reference=reference))
    return own[-1].id


def _has_entry(archive: Archive, decision: str | None) -> bool:
    with archive.reading() as connection:
        return any(e.decision == decision and e.withdrawn is None for e in all_entries(connection))


def _wish(request: Request, connection: Connection, sent: Values, action: str) -> Wish:
    reference, archive = one(sent, "reference"), archive_of(request)
    for verdict in wishing.VERDICTS:
        if action == verdict:
            why = one(sent, "why") or _("looked through at the workbench")
            return wishing.judging(archive, connection, reference, verdict, why)
    for what in wishing.COMPARISONS:
        if action == what:
            other = one(sent, "other")
            return wishing.comparing(archive, connection, reference, what, other, one(sent, "why"))
    raise UsageError(_("nothing can be decided by '{action}'").format(action=action))


def _correct(request: Request, sent: Values, person: Person, reference: str) -> Response:
    report, _slash, id = reference.partition("/")
    item = item_of(archive_of(request), report, id)
    if item is None:
        raise HTTPException(404)
    try:
        made = _made(request, _correction(request, item, sent), person)
    except UsageError as error:
        return item_page(request, item, sent, str(error))
    return back_to(one(sent, "back"), _page_of(made))


def _add(request: Request, sent: Values, person: Person, reference: str) -> Response:
    kind: ItemKind = "attribution" if one(sent, "kind") == "attribution" else "claim"
    ends = [one(sent, name) for name in ("start", "end")]
    start, end = (int(each) if each.isdecimal() and len(each) < 10 else 0 for each in ends)
    archive = archive_of(request)
    item = blank_item(archive, reference, kind, start, end)
    try:
        with archive.reading() as connection:
            form = _form(item, sent, connection)
            added = added_attribution(form) if kind == "attribution" else added_claim(form)
            wish = wishing.adding(archive, connection, item.report.key, added, one(sent, "why"))
        made = _made(request, wish, person)
    except UsageError as error:
        return addition_page(request, item, sent, str(error))
    return back_to(one(sent, "back"), _page_of(made))


def _form(item: Item, sent: Values, connection: Connection) -> Form:
    return Form(sent, item.text, item.thing.content.start, parties_of(item), places_of(item), connection)


def _correction(request: Request, item: Item, sent: Values) -> Wish:
    if one(sent, "seen") != item.seen:
        raise UsageError(_("somebody changed it meanwhile; look at what is there now, then correct again"))
    with archive_of(request).reading() as connection:
        form = _form(item, sent, connection)
        is_said = isinstance(item.thing, Attribution)
        wanted = attribution_record(form) if is_said else claim_record(form)
        after = changes(item.record, wanted)
        if not after:
            raise UsageError(_("nothing was changed in the form"))
        wish = wishing.correcting(archive_of(request), connection, item.reference, after, one(sent, "why"))
    # Checked once more where it is kept: somebody may be quicker.
    return Wish(wish.target, wish.action, after, parts(item.record, after), wish.why)


def _made(request: Request, wish: Wish, person: Person) -> Decision:
    archive = archive_of(request)
    (made,) = decide_all(archive, [wish], who=person.name)
    record(archive, person, made.action, f"{name_of(made.target)} {made.id}")
    return made


def _page_of(made: Decision) -> str:
    """The page of what was decided about."""
    target = made.target
    return f"/report/{target.reading}" + ("" if target.kind == "report" else f"/{target.id}")
