"""The disputes: matters with their sides, who deals with them, and how far that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from riwaya.errors import UsageError
from riwaya.exchange.labels import MODES
from riwaya.questions.board import ORDERS
from riwaya.questions.catalogue import EVERY
from riwaya.workbench.asking import archive_of
from riwaya.workbench.care import STATUSES, assignments_of
from riwaya.workbench.disputing import board_shown
from riwaya.workbench.people import person_of
from riwaya.workbench.rendering import page
from riwaya.workbench.titles import FILTERS
from riwaya.workbench.wrong import status_of, wrong_in

router = APIRouter()


@router.get("/disputes")
def disputes(request: Request) -> Response:
    """The disputes, those that are disputed first unless it is asked for otherwise."""
    given: Mapping[str, Any] = dict(request.query_params)
    shown, wrong, assigned = None, None, {}
    try:
        shown = board_shown(request, given, person_of(request).name)
    except UsageError as error:
        wrong = wrong_in(error)
    if shown is not None:
        with archive_of(request).reading() as connection:
            assigned = assignments_of(connection, [entry.id for entry in shown.entries])
    return page(
        request, "disputes.html", status_of(wrong), shown=shown, wrong=wrong, given=given,
        assigned=assigned, statuses=STATUSES, orders=ORDERS, filters=FILTERS, filtered=EVERY,
        modes=sorted(MODES, key=str), modes_words=MODES, counts=archive_of(request).count(),
    )  # fmt: skip
