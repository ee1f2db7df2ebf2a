"""A dispute: one matter from all its sides, what people note about it, and who deals with it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.archive.standing import founding_claim
from riwaya.exchange.labels import name_label
from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.questions import Desk
from riwaya.questions.board import labels_of, near
from riwaya.questions.matters import find_matter
from riwaya.questions.render import to_csv
from riwaya.questions.tolls import tolls_of_matter
from riwaya.questions.wording import held_back, word_of
from riwaya.workbench.asking import archive_of
from riwaya.workbench.audit import record
from riwaya.workbench.care import (
    LONGEST_NOTE,
    STATUSES,
    add_note,
    assign,
    assignment_of,
    colleagues,
    notes_of,
    withdraw_note,
)
from riwaya.workbench.dispute import dispute_page
from riwaya.workbench.download import csv_file
from riwaya.workbench.kept import kept
from riwaya.workbench.people import Person, needs
from riwaya.workbench.rendering import page
from riwaya.workbench.returning import back_to

router = APIRouter()

Coder = Annotated[Person, Depends(needs("coder"))]


@router.get("/matter/{reference}")
def dispute(request: Request, reference: str) -> Response:
    """A matter from all its sides."""
    archive = archive_of(request)
    id = _id(request, reference)
    if id != reference:
        return RedirectResponse(f"/matter/{id}")
    desk = Desk(archive)
    shown, others = kept(request, ("matter", id), lambda: (dispute_page(desk, id), _near(desk, id)))
    with archive.reading() as connection:
        founded = founding_claim(connection, id)
        notes, assignment = notes_of(connection, id), assignment_of(connection, id)
        people = colleagues(connection)
    return page(
        request, "matter.html", shown=shown, others=others, founded="/".join(founded or ()), notes=notes,
        assignment=assignment, colleagues=people, statuses=STATUSES, longest=LONGEST_NOTE,
        sheet="print" in request.query_params,
        held=held_back(shown.held_back) if shown.held_back else "", word_of=word_of,
    )  # fmt: skip


@router.get("/matter/{reference}/tolls.csv")
def tolls(request: Request, reference: str) -> Response:
    """How many, by whose count, as a table."""
    id = _id(request, reference)
    return csv_file(f"{id}-tolls", to_csv(tolls_of_matter(Desk(archive_of(request)), id)))


@router.post("/matter/{reference}/notes")
def note(
    request: Request, reference: str, person: Coder, text: Annotated[str, Form()] = "",
    back: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Note something about a matter."""
    id = _id(request, reference)
    number = add_note(archive_of(request), person, id, text)
    record(archive_of(request), person, "note", f"{id} {number}")
    return back_to(back, f"/matter/{id}#notes")


@router.post("/matter/{reference}/notes/{number}/withdraw")
def unnote(
    request: Request, reference: str, number: int, person: Coder, back: Annotated[str, Form()] = ""
) -> Response:
    """Take a note back."""
    id = _id(request, reference)
    withdraw_note(archive_of(request), person, id, number)
    record(archive_of(request), person, "withdraw note", f"{id} {number}")
    return back_to(back, f"/matter/{id}#notes")


@router.post("/matter/{reference}/assign")
def give(
    request: Request, reference: str, person: Coder, assignee: Annotated[str, Form()] = "",
    status: Annotated[str, Form()] = "open", back: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Say who deals with a matter, and how far they are."""
    id = _id(request, reference)
    assign(archive_of(request), person, id, assignee, status)
    record(archive_of(request), person, "assign", f"{id} {status}")
    return back_to(back, f"/matter/{id}#care")


def _id(request: Request, reference: str) -> str:
    with archive_of(request).reading() as connection:
        return str(find_matter(connection, reference).id)


def _near(desk: Desk, id: str) -> list[tuple[str, str]]:
    """Other matters of the same reports, as choices in a form."""
    ids = near(desk, id)
    labels = labels_of(desk, ids)
    return [(each, name_label(labels[each], language()) or _("matter")) for each in ids if each in labels]
