"""The reading room: a report beside its claims."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.exchange.index import Index
from riwaya.exchange.page import Page
from riwaya.i18n import gettext as _
from riwaya.workbench.asking import archive_of
from riwaya.workbench.rendering import page

router = APIRouter()


@router.get("/report/{reference}")
def reading_room(request: Request, reference: str) -> Response:
    """A report beside its claims."""
    archive = archive_of(request)
    row = archive.report(reference)
    if row.key != reference:
        return RedirectResponse(f"/report/{row.key}")
    if row.redacted:
        removed = _("The text of this report was removed for good on {day}.").format(day=row.redacted)
        raise HTTPException(410, removed)
    shown = Page(Index(archive.read(row.n)))
    return page(request, "report.html", **shown.words(), page=shown)
