"""The record of what people did, for editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from riwaya.errors import UsageError
from riwaya.questions.understanding import understood_day
from riwaya.workbench.asking import archive_of, paging
from riwaya.workbench.audit import Wanted, acts, acts_count, acts_csv, known
from riwaya.workbench.download import csv_file
from riwaya.workbench.people import Person, needs
from riwaya.workbench.rendering import page
from riwaya.workbench.titles import FILTERS
from riwaya.workbench.wrong import Wrong, status_of, wrong_in

router = APIRouter()

Editor = Annotated[Person, Depends(needs("editor"))]


@router.get("/audit")
def audit(request: Request, _person: Editor) -> Response:
    """What people did, the newest first."""
    given = request.query_params
    try:
        wanted, (rows, offset) = _wanted(given), paging(given)
    except UsageError as error:
        return _page(request, wrong=wrong_in(error))
    as_csv = given.get("format") == "csv"
    with archive_of(request).reading() as connection:
        found = acts(connection, wanted, *((None, 0) if as_csv else (rows, offset)))
        total = acts_count(connection, wanted)
    if as_csv:
        return csv_file("audit", acts_csv(found))
    return _page(request, acts=found, total=total, rows=rows, offset=offset)


def _page(request: Request, wrong: Wrong | None = None, **shown: Any) -> Response:
    with archive_of(request).reading() as connection:
        whos, whats = known(connection, "who"), known(connection, "what")
    return page(
        request, "audit.html", status_of(wrong), wrong=wrong, given=request.query_params, whos=whos,
        whats=whats, filters=FILTERS, **shown,
    )  # fmt: skip


def _wanted(given: Mapping[str, Any]) -> Wanted:
    since, until = (_day(name, str(given.get(name, "")).strip()) for name in ("since", "until"))
    return Wanted(str(given.get("who", "")), str(given.get("what", "")), since, until)


def _day(name: str, value: str) -> str:
    return understood_day(name, value) if value else ""
