"""Adding reports: pasted or uploaded, then watched while they are read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, UploadFile
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.i18n import gettext as _
from riwaya.i18n import language, ngettext
from riwaya.workbench.adding import ENDINGS, About, Upload, keep
from riwaya.workbench.asking import archive_of, settings_of
from riwaya.workbench.audit import record
from riwaya.workbench.jobs import Job, jobs_of
from riwaya.workbench.people import Person, needs
from riwaya.workbench.rendering import page

router = APIRouter()

Coder = Annotated[Person, Depends(needs("coder"))]


@router.get("/add")
def form(request: Request, _person: Coder) -> Response:
    """The form by which reports come in."""
    return page(request, "add.html", endings=",".join(sorted(ENDINGS)), limit=settings_of(request).max_bytes)


@router.post("/add")
async def add(
    request: Request,
    person: Coder,
    text: Annotated[str, Form()] = "",
    title: Annotated[str, Form(max_length=1000)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
    published: Annotated[str, Form(max_length=40)] = "",
    uri: Annotated[str, Form(max_length=2000)] = "",
    files: Annotated[list[UploadFile] | None, Form()] = None,
) -> Response:
    """Take in what was pasted or uploaded, in the background."""
    about = About(outlet, published, uri)
    uploads = [Upload(file.filename or "", await file.read()) for file in files or [] if file.filename]
    if text.strip():
        body = f"{title.strip()}\n\n{text}" if title.strip() else text
        uploads.insert(0, Upload("pasted.txt", about.headed(body).encode("utf-8", "replace")))
    job = await run_in_threadpool(_start, request, person, uploads, about)
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


def _start(request: Request, person: Person, uploads: list[Upload], about: About) -> Job:
    folder = keep(uploads)
    archive, settings = archive_of(request), settings_of(request)
    n = len(uploads)
    command = [
        "ingest", folder.name, "--archive", archive.address, "--pack", settings.pack, "--jobs=1",
        f"--max-bytes={settings.max_bytes}", *about.options(),
    ]  # fmt: skip
    title = ngettext("Adding {n} file", "Adding {n} files", n).format(n=n)
    job = jobs_of(request).start(
        "add", title, person.name, [command], language=language(), folder=folder.parent
    )
    record(archive, person, "add", _(", ").join(upload.name for upload in uploads)[:1000])
    return job
