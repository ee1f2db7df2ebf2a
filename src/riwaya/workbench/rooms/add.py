"""Adding reports: pasted or uploaded, then watched while they are read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.errors import FieldError, UsageError
from riwaya.i18n import gettext as _
from riwaya.i18n import language, mark
from riwaya.workbench.adding import ENDINGS, About, Upload, keep
from riwaya.workbench.asking import archive_of, settings_of
from riwaya.workbench.audit import record
from riwaya.workbench.jobs import Job, jobs_of
from riwaya.workbench.people import Person, needs
from riwaya.workbench.rendering import page
from riwaya.workbench.wrong import Wrong, status_of, wrong_in

router = APIRouter()

Coder = Annotated[Person, Depends(needs("coder"))]


#: What the form asks for, as it calls it; and how long that may be, where it is no report.
_LABELS = {
    "text": mark("Paste the text of a report"), "files": mark("Or choose files"), "outlet": mark("Outlet"),
    "published": mark("Published (day)"), "uri": mark("Address"),
    "title": mark("Its headline, if the text does not begin with it"),
}  # fmt: skip
_LONGEST = 2000


@router.get("/add")
def form(request: Request, _person: Coder) -> Response:
    """The form by which reports come in."""
    return _form(request, {})


@router.post("/add")
async def add(request: Request, person: Coder) -> Response:
    """Take in what was pasted or uploaded, in the background."""
    async with request.form() as sent:
        given = {name: value for name, value in sent.items() if isinstance(value, str)}
        chosen = [file for file in sent.getlist("files") if isinstance(file, UploadFile) and file.filename]
        uploads = [Upload(file.filename or "", await file.read()) for file in chosen]
    try:
        job = await run_in_threadpool(_start, request, person, uploads, given)
    except UsageError as error:
        return await run_in_threadpool(_form, request, given, wrong_in(error, _LABELS))
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


def _form(request: Request, given: Mapping[str, str], wrong: Wrong | None = None) -> Response:
    endings = ",".join(sorted(ENDINGS))
    return page(
        request, "add.html", status_of(wrong), wrong=wrong, given=given, endings=endings,
        limit=settings_of(request).max_bytes,
    )  # fmt: skip


def _start(request: Request, person: Person, uploads: list[Upload], given: Mapping[str, str]) -> Job:
    """Raises UsageError for what cannot be taken in."""
    about = _about(given)
    text, title = given.get("text", ""), given.get("title", "").strip()
    if text.strip():
        body = f"{title}\n\n{text}" if title else text
        uploads.insert(0, Upload("pasted.txt", about.headed(body).encode("utf-8", "replace")))
    folder = keep(uploads)
    archive, settings = archive_of(request), settings_of(request)
    n = len(uploads)
    command = [
        "ingest", folder.name, "--archive", archive.address, "--pack", settings.pack, "--jobs=1",
        f"--max-bytes={settings.max_bytes}", *about.options(),
    ]  # fmt: skip
    job = jobs_of(request).start(
        "add", str(n), person.name, [command], language=language(), folder=folder.parent
    )
    record(archive, person, "add", _(", ").join(upload.name for upload in uploads)[:1000])
    return job


def _about(given: Mapping[str, str]) -> About:
    """What is said of the reports. Raises FieldError."""
    for name in ("title", "outlet", "published", "uri"):
        if len(given.get(name, "")) > _LONGEST:
            raise FieldError(name, _("more than {n} characters").format(n=_LONGEST))
    about = About(given.get("outlet", ""), given.get("published", ""), given.get("uri", ""))
    about.check()
    return about
