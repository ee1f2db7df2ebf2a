"""The morning: what is new since somebody last looked, what they watch, and what waits for them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.requests import Request
from starlette.responses import Response

from riwaya.errors import UsageError
from riwaya.exchange.labels import name_label
from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.questions import Desk
from riwaya.questions.board import labels_of
from riwaya.questions.catalogue import QUESTIONS
from riwaya.workbench.asking import archive_of
from riwaya.workbench.audit import record
from riwaya.workbench.care import STATUSES, assigned
from riwaya.workbench.kept import kept
from riwaya.workbench.morning import News, Scope, news, scope_asked
from riwaya.workbench.people import Person, needs, person_of
from riwaya.workbench.rendering import page
from riwaya.workbench.returning import back_to
from riwaya.workbench.titles import TITLES
from riwaya.workbench.watching import looked, moment_seen, unwatch, watch, watched_by

router = APIRouter()

Reader = Annotated[Person, Depends(needs("reader"))]


@router.get("/")
def morning(request: Request) -> Response:
    """What is new, and where to begin."""
    archive, person = archive_of(request), person_of(request)
    counts = archive.count()
    with archive.reading() as connection:
        watched = watched_by(connection, person.name)
        mine = assigned(connection, person.name, [each for each in STATUSES if each != "done"])
        moment = moment_seen(connection)
    scope, found, problem = None, None, None
    if counts["reports"]:
        try:
            scope = scope_asked(archive, dict(request.query_params), person.name, watched)
            found = _news(request, scope)
        except UsageError as error:
            problem = str(error)
    desk = Desk(archive)
    ids = frozenset(each.matter for each in mine)
    labels = kept(request, ("labels", ids), lambda: labels_of(desk, ids))
    called = {id: name_label(name, language()) for id, name in labels.items()}
    return page(
        request, "morning.html", 422 if problem else 200, counts=counts, scope=scope, news=found,
        problem=problem, watched=watched, mine=mine, called=called, statuses=STATUSES, moment=moment,
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
def add(
    request: Request, person: Reader, party: Annotated[str, Form(max_length=300)] = "",
    place: Annotated[str, Form(max_length=300)] = "", note: Annotated[str, Form(max_length=1000)] = "",
    back: Annotated[str, Form()] = "",
) -> Response:  # fmt: skip
    """Watch a party, a place, or both."""
    named = [(kind, name) for kind, name in (("party", party), ("place", place)) if name.strip()]
    if not named:
        raise UsageError(_("Name a party or a place to watch."))
    for kind, name in named:
        id = watch(archive_of(request), person, kind, name, note)
        record(archive_of(request), person, "watch", f"{kind} {id}")
    return back_to(back, "/#watched")


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
