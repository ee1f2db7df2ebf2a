"""The record of what people did, for editors."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.workbench.asking import archive_of, paging
from riwaya.workbench.audit import Wanted, acts, acts_count, acts_csv, known
from riwaya.workbench.download import csv_file
from riwaya.workbench.people import Person, needs
from riwaya.workbench.rendering import page

router = APIRouter()

Editor = Annotated[Person, Depends(needs("editor"))]


@router.get("/audit")
def audit(request: Request, _person: Editor) -> Response:
    """What people did, the newest first."""
    given = request.query_params
    wanted, (rows, offset) = _wanted(given), paging(given)
    as_csv = given.get("format") == "csv"
    with archive_of(request).reading() as connection:
        found = acts(connection, wanted, *((None, 0) if as_csv else (rows, offset)))
        total = acts_count(connection, wanted)
        whos, whats = known(connection, "who"), known(connection, "what")
    if as_csv:
        return csv_file("audit", acts_csv(found))
    return page(
        request, "audit.html", acts=found, total=total, rows=rows, offset=offset, whos=whos, whats=whats,
        wanted=wanted,
    )  # fmt: skip


def _wanted(given: Mapping[str, Any]) -> Wanted:
    since, until = (_day(str(given.get(name, "")).strip()) for name in ("since", "until"))
    return Wanted(str(given.get("who", "")), str(given.get("what", "")), since, until)


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat() if value else ""
    except ValueError:
        problem = _("'{value}' is no day; write it as 2015-07-23")
        raise UsageError(problem.format(value=value)) from None
