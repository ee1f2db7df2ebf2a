"""One run of `riwaya ingest`: chunks go out to processes, what comes back is written in batches."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import chain, islice

from riwaya.archive import Archive, Prepared
from riwaya.capture import CaptureOptions, FieldMap
from riwaya.cli.console import Progression, say, visible
from riwaya.cli.ingest_items import Chunk, chunks, size_of
from riwaya.cli.ingest_work import IngestSettings, Intake, Taken
from riwaya.cli.inputs import Source
from riwaya.cli.interrupts import heard_afterwards
from riwaya.cli.pool import ahead, run_here, run_pool, until
from riwaya.i18n import gettext as _
from riwaya.i18n import language, ngettext
from riwaya.packs import Pack

#: A transaction holds so many reports, or what came in so many seconds: a kill costs no more than that.
_REPORTS, _SECONDS = 500, 5.0
#: Chunks that may be done while others are being written.
_AHEAD = 64
#: Rejects, and warnings, that are shown one by one.
_SHOWN = 20


class Run:
    """Takes sources into an archive that is open; `address` is how other processes open it."""

    def __init__(
        self, archive: Archive, address: str, pack: Pack, fields: FieldMap, options: CaptureOptions
    ) -> None:
        self._archive = archive
        self._settings = IngestSettings(address, pack, language(), options)
        self._fields = fields
        self._batch: int | None = None
        self._sources = ""
        self._prepared: list[Prepared] = []
        self._rejects: list[dict[str, object]] = []
        self._lost: list[Chunk] = []
        self._began = self._flushed = time.monotonic()
        self.seen = self.new = self.known = self.removed = self.rejected = self.warned = 0

    def take(self, sources: Sequence[Source], jobs: int) -> int:
        """Take in every source and say what came of it. Returns the exit status. Raises ArchiveError."""
        self._sources = visible(" ".join(dict.fromkeys(source.name for source in sources[:_SHOWN])))
        interrupted = False
        with Progression(size_of(sources), wanted=True, noted=True) as progress:
            try:
                self._go(chunks(sources, self._fields, self._settings.options), jobs, progress)
                again = [single for chunk in self._lost for single in chunk.single()]
                if again:
                    self._go(iter(again), max(jobs, 2), progress)
                self._write()
            except KeyboardInterrupt:
                interrupted = True
                self._write()  # not behind an error: its archive may be the reason
        if self._batch is not None and not interrupted:
            self._archive.finish_batch(self._batch)
        self._conclude()
        if interrupted:
            say(_("interrupted; what was taken in is kept, and the same command goes on from there"))
            return 130
        return 1 if self.rejected else 0

    def _go(self, todo: Iterator[Chunk], jobs: int, progress: Progression) -> None:
        first = list(islice(todo, 2))
        todo = chain(first, todo)
        if jobs == 1 or len(first) < 2:
            with (
                closing(Intake(self._settings)) as intake,
                closing(run_here(todo, intake.take)) as results_here,
            ):
                self._receive(results_here, progress)
            return
        stopped = threading.Event()
        pool = run_pool(until(stopped, todo), self._settings, jobs)
        with ahead(pool, _AHEAD, stopped) as results_ahead:
            self._receive(results_ahead, progress)

    def _receive(self, results: Iterator[Taken], progress: Progression) -> None:
        position = 0
        for taken in results:
            if taken.failure is not None:
                raise taken.failure
            self._count(taken, progress)
            if len(self._prepared) >= _REPORTS or time.monotonic() - self._flushed >= _SECONDS:
                self._write()
            note = _("{n} reports, {rate:.0f} a second").format(n=self.seen, rate=self._rate())
            progress.step(max(0, taken.position - position), note)
            position = max(position, taken.position)

    def _count(self, taken: Taken, progress: Progression) -> None:
        if taken.lost is not None:
            self._lost.append(taken.lost)
        for message in taken.messages[: max(0, _SHOWN - self.rejected)]:
            progress.say(message)
        for warning in taken.warnings[: max(0, _SHOWN - self.warned)]:
            progress.say(_("warning: {text}").format(text=warning))
        self.seen += taken.seen
        self.known += taken.known
        self.removed += taken.removed
        self.rejected += len(taken.rejects)
        self.warned += len(taken.warnings)
        self._prepared += taken.prepared
        self._rejects += taken.rejects

    @heard_afterwards()
    def _write(self) -> None:
        """Write what is there. What was not written when something went wrong is still there."""
        if self._prepared:
            added = self._archive.add(self._number(), self._prepared)
            self._prepared = []
            self.new += added.new
            self.known += added.known
            self.removed += added.redacted
        if self._rejects:
            there = self._archive.rejected([str(row["id"]) for row in self._rejects])
            fresh = [row for row in self._rejects if row["id"] not in there]
            if fresh:
                self._archive.reject(self._number(), fresh)
            self._rejects = []
        self._flushed = time.monotonic()

    def _number(self) -> int:
        """The number of this run's batch, which begins with the first thing that is written."""
        if self._batch is None:
            self._batch = self._archive.begin_batch(self._sources)
        return self._batch

    def _rate(self) -> float:
        return self.seen / max(0.001, time.monotonic() - self._began)

    def _conclude(self) -> None:
        """What came of it, on standard error."""
        if (more := self.rejected - _SHOWN) > 0:
            say(ngettext("… {n} more was rejected", "… {n} more were rejected", more).format(n=more))
        if (more := self.warned - _SHOWN) > 0:
            say(ngettext("… {n} more warning", "… {n} more warnings", more).format(n=more))
        counts = (
            (_("new"), self.new),
            (_("known"), self.known),
            (_("removed for good"), self.removed),
            (_("rejected"), self.rejected),
            (_("warnings"), self.warned),
        )
        said = ", ".join(f"{name}: {n}" for name, n in counts)
        speed = _("{seconds:.1f} s, {rate:.0f} reports a second")
        speed = speed.format(seconds=time.monotonic() - self._began, rate=self._rate())
        say(f"{self._archive.name}: {said}; {speed}")
