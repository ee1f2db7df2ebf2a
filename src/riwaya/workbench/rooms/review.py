"""The queue of what is to be looked through, what was decided of late, and how far two reviewers agree."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from riwaya.archive.deciding import name_of
from riwaya.archive.intake import storable
from riwaya.archive.layer import all_entries
from riwaya.errors import FieldError, UsageError
from riwaya.i18n import gettext as _
from riwaya.questions.review import CHOICES, REASON_NAMES, Narrowed
from riwaya.workbench.asking import archive_of, number
from riwaya.workbench.goldset import gold_reports
from riwaya.workbench.judged import pairs, recent, second_look, verdicts
from riwaya.workbench.past import ACTIONS
from riwaya.workbench.people import Person, needs
from riwaya.workbench.queued import queue_of
from riwaya.workbench.rendering import page
from riwaya.workbench.waiting import waiting
from riwaya.workbench.wrong import status_of, wrong_in

router = APIRouter()

Coder = Annotated[Person, Depends(needs("coder"))]

#: Claims on a page, and decisions.
_CLAIMS, _DECISIONS = 20, 50
_LAST = 1_000_000


@router.get("/review")
def review(request: Request, _person: Coder) -> Response:
    """The queue."""
    given = dict(request.query_params)
    archive, wrong, offset, found = archive_of(request), None, 0, []
    try:
        offset = number(given, "offset", 0, 0, _LAST)
        found = queue_of(archive, narrowed(given))
    except UsageError as error:
        wrong = wrong_in(error)
    shown = found[offset : offset + _CLAIMS]
    claims = waiting(archive, [(each.report, each.claim, each.reasons) for each in shown])
    return page(
        request, "review.html", status_of(wrong), claims=claims, total=len(found), offset=offset,
        rows=_CLAIMS, given=given, names=REASON_NAMES, choices=CHOICES, second=False, wrong=wrong,
    )  # fmt: skip


@router.get("/review/second")
def second(request: Request, person: Coder) -> Response:
    """What others judged and whoever asks did not: without what the others said."""
    offset = number(request.query_params, "offset", 0, 0, _LAST)
    archive = archive_of(request)
    with archive.reading() as connection:
        open_claims = second_look(verdicts(connection), person.name)
    shown = open_claims[offset : offset + _CLAIMS]
    claims = waiting(archive, [(*each, ()) for each in shown], as_read=True)
    return page(
        request, "review.html", claims=claims, total=len(open_claims), offset=offset, rows=_CLAIMS, given={},
        names=REASON_NAMES, choices=(), second=True,
    )  # fmt: skip


@router.get("/review/history")
def history(request: Request, _person: Coder) -> Response:
    """What was decided of late, each with the way to take it back."""
    offset = number(request.query_params, "offset", 0, 0, _LAST)
    with archive_of(request).reading() as connection:
        decisions = recent(connection, _DECISIONS + 1, offset)
        left = {each.decision for each in all_entries(connection) if each.withdrawn is None}
    return page(
        request, "decisions.html", decisions=decisions[:_DECISIONS], more=len(decisions) > _DECISIONS,
        offset=offset, rows=_DECISIONS, actions=ACTIONS, name_of=name_of, left=left,
    )  # fmt: skip


@router.get("/review/agreement")
def agreement(request: Request, _person: Coder) -> Response:
    """How far two reviewers agree, and the gold that the judged reports make."""
    archive = archive_of(request)
    with archive.reading() as connection:
        said = verdicts(connection)
    return page(
        request, "agreement.html", pairs=pairs(said), judged=len(said), actions=ACTIONS,
        gold=len(gold_reports(archive)),
    )  # fmt: skip


def narrowed(given: dict[str, str]) -> Narrowed:
    """What of the queue an address asks for. Raises FieldError."""
    wanted = given.get("reason") or None
    reason = next((each for each in CHOICES if each == wanted), None)
    if wanted and reason is None:
        raise FieldError("reason", _("nothing waits for the reason '{reason}'").format(reason=wanted))
    report, matter = (storable(given.get(name, "")) or None for name in ("report", "matter"))
    return Narrowed(reason, report, matter)
