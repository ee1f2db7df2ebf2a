"""Several processes, one order: jobs are spread, results come back as the jobs were numbered.

A process that dies takes its one job with it and is replaced. (An executor of the standard library
gives up the whole batch then.) Processes are spawned, so nothing of the caller leaks into them.
"""

from __future__ import annotations

import multiprocessing
import queue
import signal
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import takewhile
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Protocol, TypeVar, cast

Job = TypeVar("Job")
Result = TypeVar("Result")
_Job_contra = TypeVar("_Job_contra", contravariant=True)
_Result_co = TypeVar("_Result_co", covariant=True)

#: Results that may wait for an earlier one, a process: enough to keep all busy beside one slow report.
_AHEAD = 16
#: Seconds that a thread gets to come to its end before it is left behind: it may wait for input.
_PATIENCE = 5.0
#: Seconds after which a thread looks again whether there is room for more results.
_PAUSE = 0.02
_spawn = multiprocessing.get_context("spawn")


class Trade(Protocol[_Job_contra, _Result_co]):
    """What every process of a pool is given, pickled: how jobs are done, and what is said of a lost one."""

    def start(self) -> Callable[[_Job_contra], _Result_co]:
        """Make ready in the process that will work; returns what does a job and raises nothing."""

    def lost(self, job: _Job_contra) -> _Result_co:
        """The result of a job over which its process died."""


def run_here(jobs: Iterable[Job], work: Callable[[Job], Result]) -> Generator[Result, None, None]:
    """The results of `jobs`, one after another, in this process."""
    return (work(job) for job in jobs)


def until(stopped: threading.Event, jobs: Iterable[Job]) -> Iterator[Job]:
    """The jobs, up to the moment at which `stopped` is set: then no process is started for another one."""
    return takewhile(lambda _job: not stopped.is_set(), jobs)


def run_pool(jobs: Iterable[Job], trade: Trade[Job, Result], count: int) -> Generator[Result, None, None]:
    """The results of `jobs` in their order, worked on by up to `count` processes."""
    order = iter(jobs)
    workers = [_Worker(trade) for _number in range(count)]
    done: dict[int, Result] = {}
    sent = given = 0
    more = True
    try:
        while more or given < sent:
            for worker in workers:
                if more and worker.number is None and sent - given < _AHEAD * count:
                    job = next(order, None)
                    more = job is not None
                    if job is not None:
                        worker.number = sent
                        worker.send(job)
                        sent += 1
            done.update(_finished(workers))
            while given in done:
                yield done.pop(given)
                given += 1
    finally:
        for worker in workers:
            worker.stop()


@contextmanager
def ahead(
    results: Generator[Result, None, None], limit: int, stopped: threading.Event
) -> Iterator[Iterator[Result]]:
    """The results, taken in a thread of their own while earlier ones are used; `limit` may wait.

    So that the processes of a pool go on while what they did is written down. `stopped` is set at the end.
    """
    # Unlike the other queues it cannot be left locked, or unlocked twice, by a Ctrl-C while it is waited for.
    waiting: queue.SimpleQueue[tuple[Result | None, BaseException | None]] = queue.SimpleQueue()

    def fill() -> None:
        end: BaseException = StopIteration()
        try:
            for result in results:
                waiting.put((result, None))
                while waiting.qsize() >= limit and not stopped.wait(_PAUSE):
                    pass
                if stopped.is_set():
                    break
        except BaseException as error:  # noqa: BLE001 - raised again where the results are used
            end = error
        results.close()
        if not stopped.is_set():
            waiting.put((None, end))

    def empty() -> Iterator[Result]:
        while True:
            result, end = waiting.get()
            if isinstance(end, StopIteration):
                return
            if end is not None:
                raise end
            yield cast(Result, result)

    thread = threading.Thread(target=fill, daemon=True)
    thread.start()
    try:
        yield empty()
    finally:
        stopped.set()
        thread.join(_PATIENCE)


def _finished(workers: list[_Worker[Job, Result]]) -> Iterator[tuple[int, Result]]:
    """The results that are there, by number, waiting for at least one if any worker is busy."""
    busy = {worker.connection: worker for worker in workers if worker.number is not None}
    for connection in wait(list(busy)) if busy else []:
        yield busy[cast(Connection, connection)].receive()


class _Worker(Generic[Job, Result]):
    """One process with a pipe to it, and the job that it is at, with its number. It starts when needed."""

    connection: Connection

    def __init__(self, trade: Trade[Job, Result]) -> None:
        self._trade = trade
        self._process: Any = None
        self._job: Job | None = None
        self.number: int | None = None

    def _start(self) -> None:
        self.connection, theirs = _spawn.Pipe()
        self._process = _spawn.Process(target=_serve, args=(theirs, self._trade), daemon=True)
        # Its first start would lift what holds interrupts back.
        resource_tracker.ensure_running()
        with _interrupts_held():
            self._process.start()
        theirs.close()

    def send(self, job: Job) -> None:
        """Give the process a job; one that died in idleness is replaced first."""
        if self._process is None or not self._process.is_alive():
            self.stop()
            self._start()
        self._job = job
        try:
            self.connection.send(job)
        except OSError:
            return  # it died just now: the pipe's end shows in `receive`

    def receive(self) -> tuple[int, Result]:
        """The job's number and its result, or what to say when the process died over it."""
        number, job = cast(int, self.number), cast(Job, self._job)
        self.number = self._job = None
        try:
            return number, cast(Result, self.connection.recv())
        except (EOFError, OSError):
            self.stop()
            return number, self._trade.lost(job)

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self.connection.close()
            self._process.terminate()
            self._process.join()
            self._process = None


def _serve(connection: Connection, trade: Trade[Any, Any]) -> None:
    """Work off jobs until the other end closes."""
    # The parent gets the interrupt too, and ends this process by closing the pipe. Up to here it was held
    # back by the mask that this process was born with, which stays: imports, too, are to end in silence.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    work = trade.start()
    while True:
        try:
            connection.send(work(connection.recv()))
        except (EOFError, OSError):
            return


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back: a process that starts now inherits this for good and prints no traceback over it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
