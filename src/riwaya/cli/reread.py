"""`riwaya reread`: kept texts read again with a newer lexicon or pack; decisions that still fit are kept."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.console import Progression, say
from riwaya.cli.interrupts import heard_afterwards
from riwaya.cli.options import DEFAULT_PACK, lang_option
from riwaya.cli.pool import ahead, run_here, run_pool, until
from riwaya.cli.work import died, internal
from riwaya.errors import RiwayaError
from riwaya.i18n import gettext as _
from riwaya.i18n import language, ngettext, set_language
from riwaya.reading.reader import Reader

if TYPE_CHECKING:
    from riwaya.archive import Archive
    from riwaya.archive.rereading import Kept, Reread
    from riwaya.packs import Pack

#: Texts that one process is given at a time, and reports that one transaction writes.
_CHUNK, _BATCH = 25, 500
#: Chunks that may be done while others are being written.
_AHEAD = 64
#: Texts that fail, and decisions that fit no longer, that are shown one by one.
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Again:
    """What became of a chunk: readings, and what is wrong with texts that could not be read."""

    seen: int
    done: tuple[Reread, ...]
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rereading:
    """What every process of a run is given."""

    pack: Pack
    language: str

    def start(self) -> Callable[[Sequence[Kept]], Again]:
        """What reads chunks. Raises PackError when the pack is not valid."""
        set_language(self.language)
        reader = Reader(self.pack)
        return lambda chunk: _read(reader, chunk)

    def lost(self, chunk: Sequence[Kept]) -> Again:
        """A chunk over which its process died: its texts keep the readings that they have."""
        return Again(len(chunk), (), tuple(f"{kept.id}: {died()}" for kept in chunk))


def reread_command() -> click.Command:
    """`riwaya reread`, described in the current interface language."""
    options: list[click.Parameter] = [
        archive_option(),
        click.Option(["--pack"], type=click.Path(path_type=str),
                     help=_("Pack to read with: a name or a folder (default: that of the last ingest).")),
        click.Option(["--jobs"], type=click.IntRange(1, 256),
                     help=_("Number of processes (default: one a core).")),
        click.Option(["--only"], multiple=True, metavar=_("REPORT"),
                     help=_("Only this report; may be given several times.")),
        click.Option(["--form", "forms"], multiple=True, metavar=_("WORDS"),
                     help=_("Only reports in which these words occur; may be given several times.")),
        lang_option(),
    ]  # fmt: skip
    return click.Command(
        "reread",
        params=options,
        callback=_run,
        help=_("Read kept texts again, where the lexicon or the pack is another than it was."),
    )


def _run(
    archive: str | None, pack: str | None, jobs: int | None, only: tuple[str, ...], forms: tuple[str, ...]
) -> int:
    from riwaya.archive.layer import reports_with  # noqa: PLC0415 - it loads the database library

    with open_archive(archive) as opened:
        keys = [str(opened.report(each).key) for each in only] if only or forms else None
        if keys is not None and forms:
            keys = sorted({*keys, *reports_with(opened, forms)})
        used = pack or opened.fact("pack") or DEFAULT_PACK
        return reread(opened, pack=used, jobs=jobs or os.cpu_count() or 1, keys=keys)


def reread(archive: Archive, *, pack: str, jobs: int, keys: Sequence[str] | None) -> int:
    """Read what is due and say what came of it. Returns the exit status: 1 when a text could not be read.

    Raises PackError and ArchiveError: what was written until then is kept, the next run goes on from there.
    """
    # They load the database library.
    from riwaya.archive.layer import layered_pack  # noqa: PLC0415
    from riwaya.archive.packs import note_folder  # noqa: PLC0415
    from riwaya.archive.rereading import count_due, due  # noqa: PLC0415

    reader = Reader(layered_pack(archive, pack))
    note_folder(archive, reader.pack)
    total = count_due(archive, reader.about, keys)
    began = time.monotonic()
    chunks = (kept for kept in due(archive, reader.about, keys=keys, at_once=_CHUNK))
    with Progression(total, wanted=True, noted=True) as progress:
        if jobs == 1 or total <= _CHUNK:
            with closing(run_here(chunks, lambda chunk: _read(reader, chunk))) as results:
                done, failed = _write(archive, results, progress)
        else:
            stopped = threading.Event()
            pool = run_pool(until(stopped, chunks), Rereading(reader.pack, language()), jobs)
            with ahead(pool, _AHEAD, stopped) as results_ahead:
                done, failed = _write(archive, results_ahead, progress)
    if done:
        archive.refresh_statistics()
    read = ngettext("{n} report read again", "{n} reports read again", done).format(n=done)
    say(f"{archive.name}: {read}; " + _("{seconds:.1f} s").format(seconds=time.monotonic() - began))
    if not archive.is_linked():
        say(_("what relates the reports is out of date: relate them anew"))
    _tell_unfit(archive, keys)
    return 1 if failed else 0


def _read(reader: Reader, chunk: Sequence[Kept]) -> Again:
    from riwaya.archive.rereading import read_again  # noqa: PLC0415 - as above

    done, failed = [], []
    for kept in chunk:
        try:
            done.append(read_again(reader, kept))
        except RiwayaError as error:
            failed.append(f"{kept.id}: {error}")
        except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other texts
            failed.append(f"{kept.id}: {internal(error)}")
    return Again(len(chunk), tuple(done), tuple(failed))


def _write(archive: Archive, results: Iterator[Again], progress: Progression) -> tuple[int, int]:
    """Write what comes back, a transaction a batch; returns how many were written, how many failed."""
    waiting: list[Reread] = []
    written = failed = 0
    for again in results:
        waiting += again.done
        for message in again.failed[: max(0, _SHOWN - failed)]:
            progress.say(message)
        failed += len(again.failed)
        if len(waiting) >= _BATCH:
            written += _store(archive, waiting)
            waiting = []
        progress.step(again.seen, _("{n} reports").format(n=written + len(waiting)))
    return written + (_store(archive, waiting) if waiting else 0), failed


@heard_afterwards()
def _store(archive: Archive, waiting: Sequence[Reread]) -> int:
    from riwaya.archive.rereading import store  # noqa: PLC0415 - as above

    return store(archive, waiting)


def _tell_unfit(archive: Archive, keys: Sequence[str] | None) -> None:
    from riwaya.archive.decided import unfit_decisions  # noqa: PLC0415 - as above
    from riwaya.archive.deciding import name_of  # noqa: PLC0415 - as above

    with archive.reading() as connection:
        unfit = unfit_decisions(connection, keys)
    if not unfit:
        return
    n = len(unfit)
    told = ngettext("{n} decision fits no longer", "{n} decisions fit no longer", n).format(n=n)
    say(told + "; " + _("riwaya decisions --unfit lists them"))
    for decision, reason in unfit[:_SHOWN]:
        say(f"{decision.id} {name_of(decision.target)} {decision.action}: {reason}")
