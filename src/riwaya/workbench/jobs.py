"""Long work: commands of Riwaya that run in a process of their own, one after another, while pages go on.

The same commands that people type do the work, so a workbench that ends in the midst of one loses no more
than an interrupted command does.
"""

from __future__ import annotations

import os
import queue
import secrets
import shutil
import subprocess
import sys
import threading
from collections import OrderedDict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from starlette.requests import Request

from riwaya.workbench.lines import plain_line

State = Literal["waiting", "running", "done", "failed"]

#: Jobs that are remembered, lines of each that are kept, and characters of a line.
_JOBS, _LINES, _WIDTH = 200, 300, 600


@dataclass(slots=True)
class Job:
    """One piece of long work. `status` is the worst exit status of its commands; `lines` what they said.

    `kind` is what sort of work it is, `title` what people know it by beside its kind (a number of files, a
    form), `who` asked for it, `back` the page that they were on. `folder` is removed when the job is over.
    """

    id: str
    kind: str
    title: str
    who: str
    commands: Sequence[Sequence[str]]
    language: str
    folder: Path | None = None
    back: str = ""
    state: State = "waiting"
    status: int = 0
    begun: str = ""
    lines: deque[str] = field(default_factory=lambda: deque(maxlen=_LINES))

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("done", "failed")


class Jobs:
    """What a workbench has to do, in the order in which it was asked for."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, Job] = OrderedDict()
        self._todo: queue.SimpleQueue[Job] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._worker: threading.Thread | None = None

    def start(
        self, kind: str, title: str, who: str, commands: Sequence[Sequence[str]], *,
        language: str, folder: Path | None = None, back: str = "",
    ) -> Job:  # fmt: skip
        """Run commands (arguments of `riwaya`, without its name), each unless one before it failed."""
        job = Job(secrets.token_hex(6), kind, title, who, commands, language, folder, back)
        with self._lock:
            self._known[job.id] = job
            while len(self._known) > _JOBS and next(iter(self._known.values())).is_over:
                self._known.popitem(last=False)
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, name="riwaya-jobs", daemon=True)
                self._worker.start()
        self._todo.put(job)
        return job

    def get(self, id: str) -> Job | None:
        """The job of this id; None where there is none (any more)."""
        return self._known.get(id)

    def all(self) -> list[Job]:
        """All jobs that are remembered, the newest first."""
        return list(reversed(self._known.values()))

    def pending(self, kind: str) -> Job | None:
        """A job of this kind that has not begun: what it would do is still to be done."""
        return next((job for job in self.all() if job.kind == kind and job.state == "waiting"), None)

    def _work(self) -> None:
        while True:
            job = self._todo.get()
            job.state, job.begun = "running", datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            try:
                job.status = max((_run(job, command) for command in job.commands), default=0)
            except OSError as error:  # no process could be made
                job.lines.append(str(error))
                job.status = 1
            if job.folder is not None:
                shutil.rmtree(job.folder, ignore_errors=True)
            job.state = "failed" if job.status > 1 else "done"


def _run(job: Job, command: Sequence[str]) -> int:
    """Run one command and keep what it says. Returns its exit status."""
    environment = {**os.environ, "PYTHONUTF8": "1", "RIWAYA_LANG": job.language, "NO_COLOR": "1"}
    process = subprocess.Popen(  # noqa: S603 - our own command; its arguments are a list, no shell reads them
        [sys.executable, "-m", "riwaya", *command],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        encoding="utf-8", errors="replace", env=environment, cwd=job.folder,
    )  # fmt: skip
    with process:
        assert process.stderr is not None
        for line in process.stderr:
            if line.strip():
                job.lines.append(plain_line(line, command)[:_WIDTH])
    return process.returncode


def jobs_of(request: Request) -> Jobs:
    """The jobs of the workbench."""
    jobs: Jobs = request.app.state.jobs
    return jobs
