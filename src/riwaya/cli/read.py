"""`riwaya read`: inputs to readings, in order, whatever fails among them."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from riwaya.capture import CaptureOptions, Page, fetch, is_url, read_limited, unreadable
from riwaya.cli.console import Progression
from riwaya.cli.inputs import STDIN, Source, expand
from riwaya.cli.output import Folder, OutputClosedError, Sink, StandardOutput
from riwaya.cli.pool import run_here, run_pool
from riwaya.cli.work import Format, Job, Result, Settings, Work
from riwaya.errors import InputError, UsageError
from riwaya.exchange import Style, style_for
from riwaya.i18n import gettext as _
from riwaya.i18n import language


def read_inputs(
    inputs: Sequence[str],
    *,
    pack: str,
    form: Format,
    out_dir: Path | None,
    jobs: int,
    options: CaptureOptions,
) -> int:
    """Read every input and write its output. Returns the exit status: 0, or 1 when some input failed.

    Raises UsageError and PackError before anything is read.
    """
    sources = expand(inputs)
    if out_dir is None and form == "html" and len(sources) > 1:
        raise UsageError(_("several reports as HTML need --out-dir: a page holds one report"))
    terminal = out_dir is None and sys.stdout is not None and sys.stdout.isatty()
    settings = Settings(
        pack=pack,
        format=form,
        language=language(),
        options=options,
        style=style_for(sys.stdout, os.environ) if out_dir is None and sys.stdout else Style(),
    )
    work = Work(settings)
    sink: Sink = (
        StandardOutput(form, several=len(sources) > 1) if out_dir is None else Folder(out_dir, form, sources)
    )
    queue = _jobs(sources, options)
    count = min(jobs, len(sources))
    results: Generator[Result, None, None]
    results = run_here(queue, work.do) if count == 1 else run_pool(queue, settings, count)
    failed = 0
    with closing(results), Progression(len(sources), wanted=not terminal) as progress:
        for source, result in zip(sources, results, strict=True):
            try:
                problem = result.error or _put(sink, source, result)
            except OutputClosedError:
                break
            if problem:
                failed += 1
                progress.say(problem)
            progress.step()
    return 1 if failed else 0


def _put(sink: Sink, source: Source, result: Result) -> str | None:
    """Write one result, or say why just this one cannot be written."""
    try:
        sink.put(source, result)
    except InputError as error:
        return str(error)
    return None


def _jobs(sources: Sequence[Source], options: CaptureOptions) -> Iterator[Job]:
    """A job for every source. Standard input and addresses are taken in here, one after another."""
    for number, source in enumerate(sources):
        content: bytes | Page | None = None
        problem = source.problem
        try:
            if source.name == STDIN:
                content = _standard_input(options.max_bytes)
            elif source.path is None and problem is None and is_url(source.name):
                content = fetch(source.name, options)
        except InputError as error:
            problem = error
        yield Job(number, source.name, source.path, content, problem)


def _standard_input(limit: int) -> bytes:
    if sys.stdin is None:
        raise InputError(STDIN, _("standard input is closed"), _("give a file"))
    try:
        return read_limited(sys.stdin.buffer, STDIN, limit)
    except OSError as error:
        raise unreadable(STDIN, error) from None
