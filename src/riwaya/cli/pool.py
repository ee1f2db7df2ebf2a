"""Several processes, one order: jobs are spread, results come back as the jobs were numbered.

A process that dies takes its one job with it and is replaced. (An executor of the standard library
gives up the whole batch then.) Processes are spawned, so nothing of the caller leaks into them.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from typing import cast

from riwaya.cli.work import Job, Result, Settings, Work
from riwaya.i18n import gettext as _

#: Results that may wait for an earlier one, a process: enough to keep all busy beside one slow report.
_AHEAD = 16
_spawn = multiprocessing.get_context("spawn")


def run_here(jobs: Iterable[Job], work: Work) -> Generator[Result, None, None]:
    """The results of `jobs`, one after another, in this process."""
    return (work.do(job) for job in jobs)


def run_pool(jobs: Iterable[Job], settings: Settings, count: int) -> Generator[Result, None, None]:
    """The results of `jobs` in their order, worked on by `count` processes."""
    queue = iter(jobs)
    workers = [_Worker(settings) for _number in range(count)]
    done: dict[int, Result] = {}
    sent = given = 0
    more = True
    try:
        while more or given < sent:
            for worker in workers:
                if more and worker.job is None and sent - given < _AHEAD * count:
                    job = next(queue, None)
                    more = job is not None
                    if job is not None:
                        worker.send(job)
                        sent += 1
            for result in _finished(workers):
                done[result.number] = result
            while given in done:
                yield done.pop(given)
                given += 1
    finally:
        for worker in workers:
            worker.stop()


def _finished(workers: list[_Worker]) -> Iterator[Result]:
    """The results that are there, waiting for at least one if any worker is busy."""
    busy = {worker.connection: worker for worker in workers if worker.job is not None}
    for connection in wait(list(busy)) if busy else []:
        yield busy[cast(Connection, connection)].receive()


class _Worker:
    """One process with a pipe to it, and the job that it is at."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.job: Job | None = None
        self._start()

    def _start(self) -> None:
        self.connection, theirs = _spawn.Pipe()
        self._process = _spawn.Process(target=_serve, args=(theirs, self._settings), daemon=True)
        with _interrupts_held():
            self._process.start()
        theirs.close()

    def send(self, job: Job) -> None:
        """Give the process a job; one that died in idleness is replaced first."""
        if not self._process.is_alive():
            self.stop()
            self._start()
        self.job = job
        try:
            self.connection.send(job)
        except OSError:
            return  # it died just now: the pipe's end shows in `receive`

    def receive(self) -> Result:
        """The result of the job, or what to say when the process died over it."""
        job, self.job = cast(Job, self.job), None
        try:
            return cast(Result, self.connection.recv())
        except (EOFError, OSError):
            self.stop()
            self._start()
            problem = _("the process that read it died; read it alone to see whether it does again")
            return Result(job.number, None, b"", f"{job.name}: {problem}")

    def stop(self) -> None:
        """End the process."""
        self.connection.close()
        self._process.terminate()
        self._process.join()


def _serve(connection: Connection, settings: Settings) -> None:
    """Work off jobs until the other end closes."""
    # The parent gets the interrupt too, and ends this process by closing the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = Work(settings)
    while True:
        try:
            connection.send(work.do(connection.recv()))
        except (EOFError, OSError):
            return


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back: a process that starts now inherits this and prints no traceback over it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
