"""The JSON API of places and stories: what the map and the lineage room show beside the questions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query
from pydantic import BaseModel, Field
from starlette.requests import Request
from starlette.responses import Response

from riwaya.i18n import gettext as _
from riwaya.questions import Desk
from riwaya.questions.catalogue import OF_PLACE
from riwaya.questions.compared import Compared, compared
from riwaya.questions.map import said_at
from riwaya.questions.render import to_json
from riwaya.questions.story import Graph, story_graph
from riwaya.questions.understanding import filters_asked
from riwaya.workbench.asking import MOST, ROWS, archive_of

router = APIRouter()
Reference = Annotated[str, Query(min_length=1, max_length=100)]


@router.get("/stories/{reference}", tags=["stories"])
def story(request: Request, reference: Annotated[str, Path(min_length=1, max_length=100)]) -> Graph:
    """The story of a report: its reports, the earliest first, and what they took from each other."""
    return story_graph(Desk(archive_of(request)), reference)


@router.get("/compared", tags=["stories"])
def sides(request: Request, report: Reference, of: Reference) -> Compared:
    """What one report has of another, side by side: what is shared, and what differs between."""
    found = compared(Desk(archive_of(request)), report, of)
    if found is None:
        raise HTTPException(404, _("Nothing joins these two reports."))
    return found


class Narrowed(BaseModel):
    """What the claims of a place are narrowed to, and which of them are asked for."""

    since: str | None = None
    until: str | None = None
    party: str | None = None
    outlet: str | None = None
    mode: str | None = None
    limit: Annotated[int, Field(ge=1, le=MOST)] = ROWS
    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0


@router.get("/places/{place}/claims", tags=["places"])
def place_claims(
    request: Request,
    place: Annotated[str, Path(min_length=1, max_length=200)],
    narrowed: Annotated[Narrowed, Query()],
) -> Response:
    """The claims that the map tells of one place, those said last first."""
    desk = Desk(archive_of(request))
    given = narrowed.model_dump(exclude_none=True)
    with desk.archive.reading() as connection:
        filters = filters_asked(connection, OF_PLACE, given, limit=narrowed.limit, offset=narrowed.offset)
    return Response(to_json(said_at(desk, filters, place)), media_type="application/json")
