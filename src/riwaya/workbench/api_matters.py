"""The API of matters: what their pages show, what people note about them, what somebody watches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from riwaya.questions import Desk
from riwaya.questions.board import Order
from riwaya.questions.matters import find_matter, view
from riwaya.questions.render import to_json
from riwaya.questions.tolls import tolls_of_matter
from riwaya.workbench.asking import archive_of
from riwaya.workbench.care import Assignment, Note, Status, assigned, assignment_of, notes_of
from riwaya.workbench.disputing import BoardShown, board_shown
from riwaya.workbench.morning import News, news, scope_asked
from riwaya.workbench.people import person_of
from riwaya.workbench.records import MatterRecord, matter_record
from riwaya.workbench.watching import Watched, last_look, watched_by

router = APIRouter(responses={422: {"description": "A value makes no sense, or there is no such matter"}})

Matter = Annotated[str, Path(min_length=1, max_length=40, description="The id of a matter, or its beginning")]
Text = Annotated[str, Query(max_length=300)]


@dataclass(frozen=True, slots=True)
class Look:
    """When somebody last said that they had seen what is new; null if never."""

    when: str | None


class Disputes(BaseModel):
    """What the list of matters is narrowed to; `assigned` is a name, or `me`."""

    order: Order = "first"
    status: Status | None = None
    assigned: str | None = Field(None, max_length=300)
    party: str | None = Field(None, max_length=300)
    place: str | None = Field(None, max_length=300)
    since: str | None = Field(None, max_length=300)
    until: str | None = Field(None, max_length=300)
    outlet: str | None = Field(None, max_length=300)
    mode: str | None = Field(None, max_length=300)
    limit: int = Field(20, ge=1, le=100)
    offset: int = Field(0, ge=0, le=10_000_000)


@router.get("/matters/{id}/view", tags=["matters"])
def matter_seen(request: Request, id: Matter) -> MatterRecord:
    """One matter from all its sides: claims, sides, positions over time, counts, relations."""
    return matter_record(view(Desk(archive_of(request)), id))


@router.get("/matters/{id}/tolls", tags=["matters"])
def matter_tolls(request: Request, id: Matter) -> Response:
    """How many, by whose count: every number beside who gives it."""
    return Response(to_json(tolls_of_matter(Desk(archive_of(request)), id)), media_type="application/json")


@router.get("/matters/{id}/notes", tags=["matters"])
def matter_notes(request: Request, id: Matter) -> list[Note]:
    """What people wrote about a matter; of notes that were taken back only that there was one."""
    with archive_of(request).reading() as connection:
        return notes_of(connection, find_matter(connection, id).id)


@router.get("/matters/{id}/assignment", tags=["matters"])
def matter_assignment(request: Request, id: Matter) -> Assignment | None:
    """Who deals with a matter, and how far they are; null where nobody said."""
    with archive_of(request).reading() as connection:
        return assignment_of(connection, find_matter(connection, id).id)


@router.get("/assignments", tags=["matters"])
def assignments(
    request: Request, assignee: Text | None = None, status: Status | None = None
) -> list[Assignment]:
    """Matters that somebody deals with, the last changed first."""
    with archive_of(request).reading() as connection:
        return assigned(connection, assignee, [status] if status else ())


@router.get("/disputes", tags=["matters"])
def disputes(request: Request, asked: Annotated[Disputes, Query()]) -> BoardShown:
    """Matters with what their sides say; names are in the asker's language."""
    return board_shown(request, asked.model_dump(), person_of(request).name)


@router.get("/morning", tags=["morning"])
def morning(request: Request, since: Text = "", watching: Text = "") -> News:
    """What is new since a day, a moment or the asker's last look.

    `watching` is `all`, or one thing that they watch: its kind, a blank, its id.
    """
    archive, person = archive_of(request), person_of(request)
    with archive.reading() as connection:
        watched = watched_by(connection, person.name)
    scope = scope_asked(archive, {"since": since, "watching": watching}, person.name, watched)
    return news(Desk(archive), scope)


@router.get("/watched", tags=["morning"])
def watching(request: Request) -> list[Watched]:
    """The parties and places that the asker watches."""
    with archive_of(request).reading() as connection:
        return watched_by(connection, person_of(request).name)


@router.get("/look", tags=["morning"])
def look(request: Request) -> Look:
    """When the asker last said that they had seen what is new."""
    with archive_of(request).reading() as connection:
        return Look(last_look(connection, person_of(request).name))
