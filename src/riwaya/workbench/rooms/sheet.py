"""The coding sheet: taken away as a table, and read back as decisions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from riwaya.errors import FieldError, InputError, UsageError
from riwaya.exchange.labels import MODES
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.questions import Desk
from riwaya.questions.catalogue import EVERY
from riwaya.questions.sheet import sheet, to_csv
from riwaya.questions.sheet_back import ReadBack, read_back
from riwaya.questions.sheet_file import read_rows
from riwaya.questions.understanding import filters_asked
from riwaya.questions.wording import word_of
from riwaya.workbench.asking import archive_of
from riwaya.workbench.audit import record
from riwaya.workbench.download import csv_file
from riwaya.workbench.forms import Sent, one
from riwaya.workbench.jobs import jobs_of
from riwaya.workbench.people import Person, needs
from riwaya.workbench.rendering import page
from riwaya.workbench.sheets import is_long, sheet_written, start_sheet
from riwaya.workbench.titles import FILTERS
from riwaya.workbench.wrong import STATUS, Wrong, status_of, wrong_in

router = APIRouter()

Reader = Annotated[Person, Depends(needs("reader"))]
Coder = Annotated[Person, Depends(needs("coder"))]
#: What the way back asks for, as the page calls it.
_LABELS = {"file": mark("The edited sheet (CSV)")}
_LONGEST = 1000


@router.get("/sheet")
def sheet_page(request: Request) -> Response:
    """Where the sheet is taken away, and given back."""
    return _page(request, long="long" in request.query_params)


@router.get("/sheet.csv")
def sheet_file(request: Request) -> Response:
    """The sheet: a row an incident, narrowed as asked for."""
    given, archive = _asked(request.query_params), archive_of(request)
    try:
        with archive.reading() as connection:
            filters = filters_asked(connection, EVERY, given)
    except UsageError as error:
        return _page(request, wrong=wrong_in(error))
    if is_long(archive, filters):
        return RedirectResponse("/sheet?" + urlencode({**given, "long": "1"}), status_code=303)
    lines = to_csv(sheet(Desk(archive), filters, singles="singles" in given))
    return csv_file("sheet", lines)


@router.post("/sheet/written")
def sheet_in_background(request: Request, sent: Sent, person: Reader) -> Response:
    """Have the sheet written in the background; its job then offers it."""
    given = _asked({name: one(sent, name) for name in sent})
    archive = archive_of(request)
    try:
        with archive.reading() as connection:
            filters_asked(connection, EVERY, given)
        job = start_sheet(request, person, given, "/sheet?" + urlencode(given))
    except UsageError as error:
        return _page(request, wrong=wrong_in(error), given=given)
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


@router.get("/jobs/{id}/sheet.csv")
def sheet_from_job(request: Request, id: str, person: Reader) -> Response:
    """A sheet that was written in the background, for whoever asked for it."""
    job = jobs_of(request).get(id)
    path = sheet_written(request, person, job) if job is not None else None
    if path is None:
        raise HTTPException(404, _("This sheet is gone, or it is not yours: ask for it anew."))
    return FileResponse(path, media_type="text/csv; charset=utf-8", filename="sheet.csv")


@router.post("/sheet")
async def sheet_back(request: Request, person: Coder) -> Response:
    """Read an edited sheet back; with `check` only say what would be decided."""
    async with request.form() as sent:
        file, why, check = sent.get("file"), str(sent.get("why", ""))[:_LONGEST], bool(sent.get("check"))
        data = await file.read() if isinstance(file, UploadFile) and file.filename else b""
    return await run_in_threadpool(_back, request, person, data, why, check=check)


def _back(request: Request, person: Person, data: bytes, why: str, *, check: bool) -> Response:
    given = {"why": why}
    if not data:
        missing = FieldError("file", _("choose the edited sheet"))
        return _page(request, wrong=wrong_in(missing, _LABELS), given=given)
    try:
        outcome = _read(request, person, data, why, check=check)
    except InputError as error:
        wrong = wrong_in(FieldError("file", error.problem), _LABELS)
        return _page(request, wrong=wrong, given=given)
    return _page(request, outcome, decided=not check, given=given)


def _read(request: Request, person: Person, data: bytes, why: str, *, check: bool) -> ReadBack:
    archive = archive_of(request)
    rows = read_rows(data, "sheet.csv")
    outcome = read_back(Desk(archive), rows, who=person.name, why=why, dry_run=check)
    if outcome.decisions and not check:
        record(archive, person, "sheet", " ".join(each.id for each in outcome.decisions)[:1000])
    return outcome


def _asked(given: Mapping[str, str]) -> dict[str, str]:
    return {name: given[name] for name in (*EVERY, "singles") if given.get(name)}


def _page(
    request: Request, outcome: ReadBack | None = None, *, decided: bool = False, long: bool = False,
    wrong: Wrong | None = None, given: Mapping[str, str] | None = None,
) -> Response:  # fmt: skip
    """The page: with what came of a sheet, or what is wrong with what was asked for."""
    given = dict(request.query_params) if given is None else given
    status = STATUS if outcome and outcome.problems else status_of(wrong)
    return page(
        request, "sheet.html", status, outcome=outcome, decided=decided, wrong=wrong, long=long,
        narrowed=any(given.get(name) for name in EVERY), filters=FILTERS, given=given, asked=_asked(given),
        modes=[(mode, word_of("mode", mode)) for mode in sorted(MODES)], word_of=word_of,
    )  # fmt: skip
