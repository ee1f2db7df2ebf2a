"""What is being done: long work, and what came of it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from riwaya.i18n import language
from riwaya.workbench.arrived import came_in
from riwaya.workbench.asking import archive_of
from riwaya.workbench.audit import record
from riwaya.workbench.doing import called
from riwaya.workbench.forms import Sent, one
from riwaya.workbench.jobs import Job, jobs_of
from riwaya.workbench.people import Person, needs, person_of
from riwaya.workbench.rendering import page
from riwaya.workbench.returning import local_path
from riwaya.workbench.sheets import KEPT, sheet_written

router = APIRouter()

Coder = Annotated[Person, Depends(needs("coder"))]


@router.get("/jobs")
def all_jobs(request: Request) -> Response:
    """All work that this workbench did since it started."""
    return page(request, "jobs.html", jobs=jobs_of(request).all(), called=called)


@router.get("/jobs/{id}")
def one_job(request: Request, id: str) -> Response:
    """One piece of work, watched while it goes on."""
    job = _job(request, id)
    return page(
        request, "job.html", job=job, title=called(job), came=came_in(archive_of(request), job),
        sheet=sheet_written(request, person_of(request), job) is not None, hours=round(KEPT / 3600),
    )  # fmt: skip


@router.get("/jobs/{id}/state")
def job_state(request: Request, id: str) -> Response:
    """How far it is, for the script that watches."""
    job = _job(request, id)
    return JSONResponse({"state": job.state, "lines": list(job.lines)[-20:]})


@router.post("/relate")
def relate(request: Request, sent: Sent, person: Coder) -> Response:
    """Relate all reports anew, in the background."""
    jobs, archive = jobs_of(request), archive_of(request)
    job = jobs.pending("relate") or jobs.start(
        "relate", "", person.name, [["relate", "--archive", archive.address]],
        language=language(), back=local_path(one(sent, "back"), ""),
    )  # fmt: skip
    record(archive, person, "relate", "")
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


def _job(request: Request, id: str) -> Job:
    job = jobs_of(request).get(id)
    if job is None:
        raise HTTPException(404)
    return job
