"""Coding sheets of large archives: a job writes them, and they wait a while for whoever asked for them."""

from __future__ import annotations

import secrets
import shutil
import tempfile
import time
import weakref
from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import func, select
from starlette.requests import Request

from riwaya.archive import Archive, schema
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.questions.catalogue import EVERY
from riwaya.questions.filters import Filters, conditions_about
from riwaya.questions.paging import JOINED
from riwaya.workbench.asking import archive_of
from riwaya.workbench.jobs import Job, jobs_of
from riwaya.workbench.people import Person

#: A sheet of more claims is written by a job: it takes longer than anybody waits before a page.
DIRECT = 4_000
#: Seconds for which a sheet can be fetched after it was written.
KEPT = 3600.0
#: The option that says where a job writes its sheet.
_OUTPUT = "--output="


class Sheets:
    """The sheets that wait, in a folder that goes with the workbench; none before the first."""

    def __init__(self) -> None:
        self.folder: Path | None = None
        self._gone: Callable[[], object] = bool

    def new(self, redacted: int) -> Path:
        """Where another sheet is to be written, when so much had been removed for good.

        Old ones are removed.
        """
        if self.folder is None:
            self.folder = Path(tempfile.mkdtemp(prefix="riwaya-sheets-"))
            # Also where the workbench ends without leave.
            self._gone = weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        for path in self.folder.iterdir():
            if _is_old(path):
                path.unlink(missing_ok=True)
        return self.folder / f"{secrets.token_hex(8)}-{redacted}.csv"

    def close(self) -> None:
        """Remove all sheets."""
        self._gone()
        self.folder = None


def is_long(archive: Archive, filters: Filters) -> bool:
    """Whether a sheet takes longer than anybody waits before a page."""
    claims = select(schema.claims.c.n).select_from(JOINED).where(*conditions_about(filters)).limit(DIRECT + 1)
    with archive.reading() as connection:
        return (connection.scalar(select(func.count()).select_from(claims.subquery())) or 0) > DIRECT


def start_sheet(request: Request, person: Person, given: Mapping[str, str], back: str) -> Job:
    """Have the sheet that was asked for written by a job; the same, asked for twice, is written once.

    Raises UsageError where another one is being written for them: long work waits in one queue for all.
    """
    archive = archive_of(request)
    jobs, sheets = jobs_of(request), sheets_of(request)
    options = [f"--{name}={given[name]}" for name in EVERY if given.get(name)]
    options += ["--singles"] if given.get("singles") else []
    command = ["sheet", "--archive", archive.address, *options]
    for job in jobs.all():
        if job.kind == "sheet" and job.who == person.name and not job.is_over:
            if _without(job) == command:
                return job
            raise UsageError(_("another sheet is being written for you: wait until it is there"))
    command.append(f"{_OUTPUT}{sheets.new(_redacted(archive))}")
    return jobs.start("sheet", "", person.name, [command], language=language(), back=back)


def sheet_written(request: Request, person: Person, job: Job) -> Path | None:
    """The sheet that a job wrote, if this person may fetch it and it still waits.

    It is for whoever asked for it: anybody else may ask for their own, which is then made by the release
    policy of that moment. Nobody gets one that was written before something was removed for good.
    """
    if job.kind != "sheet" or job.state != "done" or job.who != person.name:
        return None
    path = Path(job.commands[0][-1].removeprefix(_OUTPUT))
    if not path.is_file():
        return None
    if _is_old(path) or path.stem.rpartition("-")[2] != str(_redacted(archive_of(request))):
        path.unlink(missing_ok=True)
        return None
    return path


def sheets_of(request: Request) -> Sheets:
    """The sheets of the workbench."""
    sheets: Sheets = request.app.state.sheets
    return sheets


def _without(job: Job) -> list[str]:
    return [each for each in job.commands[0] if not each.startswith(_OUTPUT)]


def _is_old(path: Path) -> bool:
    return path.stat().st_mtime < time.time() - KEPT


def _redacted(archive: Archive) -> int:
    """How often a text, or a name in one, was removed for good."""
    with archive.reading() as connection:
        return connection.scalar(select(func.count()).select_from(schema.tombstones)) or 0
