"""`riwaya evaluate` and `riwaya gold compile`: gold folders to figures, annotations to gold."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from riwaya.cli.console import Progression, say
from riwaya.cli.output import write_out, write_whole
from riwaya.cli.work import internal
from riwaya.errors import InputError, RiwayaError, UsageError
from riwaya.evaluation import (
    SCHEMA,
    Gold,
    Measured,
    Result,
    Run,
    authored_files,
    compile_file,
    gold_files,
    load_gold,
    load_run,
    measured,
    parties_for,
    result,
    run_to_json,
    to_markdown,
    to_record,
    to_text,
)
from riwaya.evaluation.figures import Layer
from riwaya.exchange import Style, style_for
from riwaya.i18n import gettext as _
from riwaya.model import Reading
from riwaya.reading.reader import Reader

Format = Literal["text", "json", "markdown"]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What `riwaya evaluate` was asked for, by the names of its options."""

    folder: Path
    pack: str
    form: Format
    only: Sequence[str]
    layers: Collection[Layer]
    errors: bool
    parties: Path | None
    save: Path | None
    before: Path | None


def evaluate(asked: Evaluation) -> int:
    """Read the reports of a gold folder, compare, write the result.

    Returns the exit status: 0, or 1 when some report could not be used. Raises UsageError and PackError
    before anything is read.
    """
    files = gold_files(asked.folder, asked.only)
    before = load_run(asked.before) if asked.before else None
    reader = Reader(asked.pack)
    reports, failed = _measured(files, reader, parties_for(asked.folder, reader.pack, asked.parties))
    if not reports:
        return 1
    run = Run(SCHEMA, reader.about, tuple(reports))
    if asked.save:
        _write(asked.save, run_to_json(run))
    made = result(run, layers=asked.layers, errors=asked.errors, before=before)
    if made.comparison is not None and not made.comparison.reports:
        problem = _("{file} has no report of this run with the same annotation: there is nothing to compare")
        raise UsageError(problem.format(file=asked.before))
    if before is not None and before.reader.pack != run.reader.pack:
        say(
            _("The saved run was read with the pack {pack}: parties may be told apart otherwise.").format(
                pack=before.reader.pack
            )
        )
    write_out(_rendered(made, asked.form))
    return 1 if failed else 0


def _measured(files: list[Path], reader: Reader, parties: dict[str, str]) -> tuple[list[Measured], int]:
    """Every report that can be used, and how many went wrong; each of those gets its line."""
    reports: list[Measured] = []
    failed = 0
    with Progression(len(files), wanted=True) as progress:
        for path in files:
            try:
                gold = load_gold(path)
            except InputError as error:
                failed += 1
                progress.say(str(error))
            else:
                reading, problem = _reading(gold, reader)
                if problem:
                    failed += 1
                    progress.say(f"{path}: {problem}")
                reports.append(measured(gold, reading, parties))
            progress.step()
    return reports, failed


def _reading(gold: Gold, reader: Reader) -> tuple[Reading | None, str | None]:
    """The reading of an annotated report, or why there is none: it then counts as one that found nothing."""
    try:
        return reader.read(gold.text, published=gold.published), None
    except RiwayaError as error:
        return None, str(error)
    except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other reports
        return None, internal(error)


def _rendered(made: Result, form: Format) -> bytes:
    if form == "json":
        return to_record(made)
    if form == "markdown":
        return to_markdown(made).encode()
    return to_text(made, style_for(sys.stdout, os.environ) if sys.stdout else Style()).encode()


def compile_folder(folder: Path) -> int:
    """Write `gold/ID.json` for every `authored/ID.json` of a gold folder. Returns the exit status."""
    failed = 0
    for path in authored_files(folder):
        target = folder / "gold" / path.name
        try:
            _write(target, compile_file(path))
        except InputError as error:
            failed += 1
            say(str(error))
        else:
            write_out(f"{target}\n".encode(errors="surrogateescape"))
    return 1 if failed else 0


def _write(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        problem = _("cannot write {path}: {why}").format(path=path, why=error.strerror)
        raise UsageError(problem) from None
