"""What the reading room shows of a report, for programs."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Path
from pydantic import BaseModel
from starlette.requests import Request

from riwaya.archive.decided import decided_readings
from riwaya.archive.patches import plain
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.questions import Desk
from riwaya.questions.around import Around, around
from riwaya.questions.citation import Citation
from riwaya.questions.kin import Kin, kin
from riwaya.workbench.asking import archive_of
from riwaya.workbench.reading_room import cited, without_rejected
from riwaya.workbench.rooms.report import readable

router = APIRouter(prefix="/reports/{reference}", tags=["reports"])
Reference = Annotated[str, Path(min_length=1, max_length=100, description="Key or id of a report")]
ClaimId = Annotated[str, Path(min_length=1, max_length=100, description="Id of a claim within the report")]
HELD = mark("This claim may not be cited yet: the release policy holds it back until it is old enough.")
GONE: dict[int | str, dict[str, Any]] = {
    404: {"description": "The report has no such claim"},
    410: {"description": "The text of the report was removed for good"},
}


class DecidedClaim(BaseModel):
    """A claim as people decided it (`claim` as in riwaya.reading/1), and what stands around it."""

    claim: dict[str, Any]
    status: str
    around: Around | None


@router.get("/claims", responses=GONE)
def claims(request: Request, reference: Reference) -> list[DecidedClaim]:
    """The claims of a report with decisions applied, and what of other reports is related."""
    archive = archive_of(request)
    row = readable(archive, reference)
    with archive.reading() as connection:
        state = decided_readings(connection, [row.n])[row.n]
        found = around(Desk(archive), connection, row.n, (claim.id for claim in state.reading.claims))
    statuses = state.statuses
    return [
        DecidedClaim(claim=plain(c), status=statuses.get(c.id, "machine"), around=found.get(c.id))
        for c in state.reading.claims
    ]


@router.get("/claims/{claim}/citation", responses={**GONE, 403: {"description": "It may not leave yet"}})
def citation(request: Request, reference: Reference, claim: ClaimId) -> Citation:
    """A claim as it may be cited, by the release policy; its text is in the language of the request."""
    archive = archive_of(request)
    row = readable(archive, reference)
    with archive.reading() as connection:
        state = decided_readings(connection, [row.n])[row.n]
        reading = without_rejected(state)
        if claim not in {each.id for each in reading.claims}:
            raise HTTPException(404)
        made = cited(Desk(archive), connection, row, reading, [claim])
    if claim not in made:
        raise HTTPException(403, _(HELD))
    return made[claim]


@router.get("/kin", responses=GONE)
def kin_of(request: Request, reference: Reference) -> Kin:
    """The nearest copies and citations of a report, its versions, and what changed between them."""
    archive = archive_of(request)
    row = readable(archive, reference)
    with archive.reading() as connection:
        return kin(Desk(archive), connection, row)
