"""The coding sheet: taken away as a table, and read back as decisions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from riwaya.exchange.labels import MODES
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
from riwaya.workbench.people import Person, needs
from riwaya.workbench.rendering import page
from riwaya.workbench.titles import FILTERS

router = APIRouter()

Coder = Annotated[Person, Depends(needs("coder"))]


@router.get("/sheet")
def sheet_page(request: Request) -> Response:
    """Where the sheet is taken away, and given back."""
    return _page(request, None, decided=False)


@router.get("/sheet.csv")
def sheet_file(request: Request) -> Response:
    """The sheet: a row an incident, narrowed as asked for."""
    given = {name: value for name, value in request.query_params.items() if value}
    archive = archive_of(request)
    with archive.reading() as connection:
        filters = filters_asked(connection, EVERY, given)
    lines = to_csv(sheet(Desk(archive), filters, singles="singles" in given))
    return csv_file("sheet", lines)


@router.post("/sheet")
async def sheet_back(
    request: Request,
    person: Coder,
    file: UploadFile,
    why: Annotated[str, Form(max_length=1000)] = "",
    check: Annotated[str, Form()] = "",
) -> Response:
    """Read an edited sheet back; with `check` only say what would be decided."""
    data = await file.read()
    outcome = await run_in_threadpool(_read, request, person, data, why, check=bool(check))
    return await run_in_threadpool(_page, request, outcome, decided=not check)


def _read(request: Request, person: Person, data: bytes, why: str, *, check: bool) -> ReadBack:
    archive = archive_of(request)
    rows = read_rows(data, "sheet.csv")
    outcome = read_back(Desk(archive), rows, who=person.name, why=why, dry_run=check)
    if outcome.decisions and not check:
        record(archive, person, "sheet", " ".join(each.id for each in outcome.decisions)[:1000])
    return outcome


def _page(request: Request, outcome: ReadBack | None, *, decided: bool) -> Response:
    return page(
        request, "sheet.html", 422 if outcome and outcome.problems else 200, outcome=outcome, decided=decided,
        filters=FILTERS, given={},
        modes=[(mode, word_of("mode", mode)) for mode in sorted(MODES)], word_of=word_of,
    )  # fmt: skip
