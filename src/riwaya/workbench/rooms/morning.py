"""The morning: what is new since somebody last looked, what they watch, and what waits for them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.requests import Request
from starlette.responses import Response

from riwaya.errors import FieldError, UsageError
from riwaya.exchange.labels import name_label
from riwaya.i18n import gettext as _
from riwaya.i18n import language, mark
from riwaya.questions import Desk
from riwaya.questions.board import labels_of
from riwaya.questions.catalogue import QUESTIONS
from riwaya.workbench.asking import archive_of
from riwaya.workbench.audit import record
from riwaya.workbench.care import STATUSES, assigned
from riwaya.workbench.forms import Sent, Values, one
from riwaya.workbench.kept import kept
from riwaya.workbench.morning import News, Scope, news, scope_asked
from riwaya.workbench.people import Person, needs, person_of
from riwaya.workbench.rendering import page
from riwaya.workbench.returning import back_to
from riwaya.workbench.titles import FILTERS, TITLES
from riwaya.workbench.watching import KINDS, Kind, id_of, looked, moment_seen, unwatch, watch, watched_by
from riwaya.workbench.wrong import Wrong, asked_at, status_of, wrong_in

router = APIRouter()

#: What the page asks for, as it calls it.
_LABELS = {**FILTERS, "since": mark("New since (day)")}

Reader = Annotated[Person, Depends(needs("reader"))]


@router.get("/")
def morning(request: Request) -> Response:
    """What is new, and where to begin."""
    return _page(request, None, {})


def _page(request: Request, wrong: Wrong | None, given: Values) -> Response:
    """The page; with what is wrong with what somebody wants to watch, and what they typed."""
    archive, person = archive_of(request), person_of(request)
    counts = archive.count()
    with archive.reading() as connection:
        watched = watched_by(connection, person.name)
        mine = assigned(connection, person.name, [each for each in STATUSES if each != "done"])
        moment = moment_seen(connection)
    scope, found = None, None
    if counts["reports"]:
        try:
            scope = scope_asked(archive, dict(request.query_params), person.name, watched)
            found = _news(request, scope)
        except UsageError as error:
            wrong = wrong_in(error, _LABELS)
    desk = Desk(archive)
    ids = frozenset(each.matter for each in mine)
    labels = kept(request, ("labels", ids), lambda: labels_of(desk, ids))
    called = {id: name_label(name, language()) for id, name in labels.items()}
    return page(
        request, "morning.html", status_of(wrong), counts=counts, scope=scope, news=found, wrong=wrong,
        given={name: one(given, name) for name in (*KINDS, "note")}, watched=watched, mine=mine,
        called=called, statuses=STATUSES, moment=moment, asked_since=request.query_params.get("since", ""),
        questions=QUESTIONS, titles=TITLES,
    )  # fmt: skip


@router.post("/looked")
def seen(
    request: Request, person: Reader, moment: Annotated[str, Form(max_length=40)] = "",
    back: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Keep that somebody has seen what is new."""
    looked(archive_of(request), person, moment)
    record(archive_of(request), person, "look", moment)
    return back_to(back, "/")


@router.post("/watch")
def add(request: Request, sent: Sent, person: Reader) -> Response:
    """Watch a party, a place, or both."""
    archive = archive_of(request)
    named: list[tuple[Kind, str]] = [(kind, one(sent, kind)) for kind in KINDS if one(sent, kind)]
    if not named:
        wrong = Wrong(_("Name a party or a place to watch."), "party", _("Party"))
        return _page(asked_at(request, "/"), wrong, sent)
    try:
        for kind, name in named:
            id_of(archive, kind, name)
    except FieldError as error:
        return _page(asked_at(request, "/"), wrong_in(error, _LABELS), sent)
    for kind, name in named:
        id = watch(archive, person, kind, name, one(sent, "note"))
        record(archive, person, "watch", f"{kind} {id}")
    return back_to(one(sent, "back"), "/#watched")


@router.post("/unwatch")
def remove(
    request: Request, person: Reader, kind: Annotated[str, Form()] = "party",
    id: Annotated[str, Form(max_length=300)] = "", back: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Watch a party or place no longer."""
    unwatch(archive_of(request), person, kind, id)
    record(archive_of(request), person, "unwatch", f"{kind} {id}")
    return back_to(back, "/#watched")


def _news(request: Request, scope: Scope | None) -> News:
    desk = Desk(archive_of(request))
    return kept(request, ("news", scope), lambda: news(desk, scope))
