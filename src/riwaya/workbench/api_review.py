"""The JSON API of the review: what waits, how far reviewers agree, the local layer, the gold."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from riwaya.archive.intake import storable
from riwaya.archive.layer import all_entries
from riwaya.questions.desk import log_override
from riwaya.questions.review import Narrowed, Reason
from riwaya.workbench.asking import archive_of
from riwaya.workbench.audit import record
from riwaya.workbench.goldset import gold_reports, gold_zip
from riwaya.workbench.judged import pairs, verdicts
from riwaya.workbench.people import Person, needs
from riwaya.workbench.queued import queue_of

router = APIRouter(tags=["review"])

Coder = Annotated[Person, Depends(needs("coder"))]
#: A number that a database can hold.
_LAST = 1_000_000


class WaitingClaim(BaseModel):
    """A claim that waits for a judgement: why, and how much that weighs."""

    report: str
    claim: str
    reasons: list[Reason]
    weight: int


class Queue(BaseModel):
    """A page of the queue, and how many claims are in all of it."""

    total: int
    claims: list[WaitingClaim]


class Reviewers(BaseModel):
    """How far two people agree on the `n` claims that both judged; `kappa` is null where it says nothing."""

    first: str
    second: str
    n: int
    share: float
    kappa: float | None


class LayerEntry(BaseModel):
    """An entry of the local layer: `form` means the party `id`; `withdrawn` is when it was taken back."""

    n: int
    form: str
    id: str
    use: str
    who: str
    when: str
    why: str
    decision: str | None
    withdrawn: str | None


@router.get("/review")
def review(
    request: Request,
    _person: Coder,
    reason: Reason | None = None,
    report: Annotated[str | None, Query(max_length=100)] = None,
    matter: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 20,
    offset: Annotated[int, Query(ge=0, le=_LAST)] = 0,
) -> Queue:
    """Claims that nobody judged yet, by how much hangs on them."""
    found = queue_of(
        archive_of(request), Narrowed(reason, report and storable(report), matter and storable(matter))
    )
    claims = [
        WaitingClaim(report=each.report, claim=each.claim, reasons=list(each.reasons), weight=each.weight)
        for each in found[offset : offset + limit]
    ]
    return Queue(total=len(found), claims=claims)


@router.get("/review/agreement")
def agreement(request: Request, _person: Coder) -> list[Reviewers]:
    """How far every two reviewers agree on the claims that both judged."""
    with archive_of(request).reading() as connection:
        said = verdicts(connection)
    return [
        Reviewers(
            first=pair.first, second=pair.second, n=pair.agreement.n, share=pair.agreement.share,
            kappa=pair.agreement.kappa,
        )
        for pair in pairs(said)
    ]  # fmt: skip


@router.get("/layer")
def layer(request: Request, _person: Annotated[Person, Depends(needs("reader"))]) -> list[LayerEntry]:
    """All entries of the local layer, withdrawn ones too."""
    with archive_of(request).reading() as connection:
        return [
            LayerEntry(**{name: getattr(entry, name) for name in LayerEntry.model_fields})
            for entry in all_entries(connection)
        ]


@router.post(
    "/gold",
    response_class=Response,
    responses={200: {"content": {"application/zip": {}}, "description": "A gold folder, packed"}},
)
def gold(
    request: Request, person: Coder, why: Annotated[str, Form(min_length=1, max_length=1000, pattern=r"\S")]
) -> Response:
    """The reports that people looked through as a whole, as a gold folder for `riwaya evaluate` (zip).

    Whole texts leave the archive by no gate: who asked and what for is kept.
    """
    archive = archive_of(request)
    looked = gold_reports(archive)
    log_override(archive, who=person.name, why=storable(why), what=f"gold: {len(looked)} reports")
    record(archive, person, "gold", f"{len(looked)}")
    headers = {"Content-Disposition": 'attachment; filename="gold.zip"'}
    return Response(gold_zip(looked), media_type="application/zip", headers=headers)
