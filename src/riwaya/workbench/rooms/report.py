"""The reading room: a report beside its claims."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from sqlalchemy import Row
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.archive import Archive
from riwaya.exchange.labels import ACTS, RELATIONS, label, name_label
from riwaya.exchange.wording import isolate
from riwaya.i18n import gettext as _
from riwaya.i18n import language, mark
from riwaya.model import Name
from riwaya.questions import Desk
from riwaya.questions.around import Matter
from riwaya.questions.lineage import KINSHIP
from riwaya.workbench.asking import archive_of
from riwaya.workbench.reading_room import room
from riwaya.workbench.rendering import page

router = APIRouter()
#: The keys of the page, and what they do (`frontend/src/report.ts`).
KEYS = (
    ("j", mark("next claim")),
    ("k", mark("claim before")),
    ("Enter", mark("from the claim to its words, from words to their claim")),
    ("Esc", mark("back to where you were")),
    ("a", mark("accept the claim")),
    ("r", mark("reject the claim, with a reason")),
    ("c", mark("correct the claim")),
    ("w", mark("correct who says it")),
    ("u", mark("undo the last decision on it")),
    ("y", mark("cite the claim")),
    ("s", mark("select words of the text; arrows move, with Shift they extend")),
    ("/", mark("search")),
    ("?", mark("this list")),
)
#: Reasons that are offered for rejecting a claim; any other can be typed.
REASONS = (
    mark("the text does not say this"),
    mark("somebody else says this"),
    mark("it happened elsewhere, or at another time"),
    mark("this is no claim"),
)


@router.get("/report/{reference}")
def reading_room(
    request: Request,
    reference: str,
    part: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
    at: Annotated[str | None, Query(max_length=100)] = None,
) -> Response:
    """A report beside its claims; of a long one a part: number `part`, or the one with the claim `at`."""
    archive = archive_of(request)
    row = readable(archive, reference)
    if row.key != reference:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"/report/{row.key}{query}")
    shown = room(Desk(archive), row, part, at)
    return page(
        request, "report.html", **shown.page.words(), page=shown.page, room=shown, key=row.key,
        back=lambda claim: f"/report/{row.key}?at={claim}#{claim}", keys=KEYS, reasons=REASONS,
        kinship=KINSHIP, acts=ACTS, label=label, relation=lambda name: label(RELATIONS, name),
        matter_name=_matter_name,
    )  # fmt: skip


def readable(archive: Archive, reference: str) -> Row[Any]:
    """The report that a key or id means. Raises UsageError; HTTPException where its text was removed."""
    row = archive.report(reference)
    if row.redacted:
        removed = _("The text of this report was removed for good on {day}.").format(day=row.redacted)
        raise HTTPException(410, removed)
    return row


def _matter_name(matter: Matter) -> str:
    return isolate(name_label(Name(matter.label_ar, matter.label_en), language()) or matter.id)
