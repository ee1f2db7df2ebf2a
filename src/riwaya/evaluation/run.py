"""Runs: one evaluation of a reader on a gold folder, as it is kept in a file and compared with another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec

from riwaya import model
from riwaya.errors import UsageError
from riwaya.evaluation.faults import Fault, faults
from riwaya.evaluation.gold import Gold
from riwaya.evaluation.intervals import total
from riwaya.evaluation.matching import match
from riwaya.evaluation.tally import Tally, tally
from riwaya.i18n import gettext as _
from riwaya.model import Reading
from riwaya.reading.reader import Reader

SCHEMA = "riwaya.evaluation/1"


@dataclass(frozen=True, slots=True)
class Measured:
    """One report: what was counted and what is wrong. `gold` is the digest of its annotation."""

    id: str
    gold: str
    tally: Tally
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """All reports of one gold folder, read by one reader."""

    schema: str
    reader: model.Reader
    reports: tuple[Measured, ...]

    def total(self) -> Tally:
        """What was counted in all reports."""
        return total([report.tally for report in self.reports])


def measured(gold: Gold, reading: Reading | None, parties: dict[str, str]) -> Measured:
    """Measure one reading against its gold; None, a report that could not be read, has found nothing."""
    matched = match(gold, reading, parties)
    return Measured(gold.id, gold.digest, tally(matched), faults(matched))


def evaluated(golds: Iterable[Gold], reader: Reader, parties: dict[str, str]) -> Run:
    """Read every report and measure it. Raises what `Reader.read` raises."""
    reports = (measured(gold, reader.read(gold.text, published=gold.published), parties) for gold in golds)
    return Run(SCHEMA, reader.about, tuple(reports))


_decoder = msgspec.json.Decoder(Run)


def run_to_json(run: Run) -> bytes:
    """The run as one line of JSON."""
    return msgspec.json.encode(run) + b"\n"


def load_run(path: Path) -> Run:
    """The run that `--save` wrote to `path`.

    Raises:
        UsageError: it cannot be read, or holds something else.
    """
    try:
        run = _decoder.decode(path.read_bytes())
    except OSError as error:
        problem = _("{path} cannot be read: {why}").format(path=path, why=error.strerror)
        raise UsageError(problem) from None
    except msgspec.MsgspecError as error:
        problem = _("{path} is no saved evaluation: {why}; write one with --save")
        raise UsageError(problem.format(path=path, why=error)) from None
    if run.schema != SCHEMA:
        problem = _("{path} is of schema {found!r}, not {schema!r}; evaluate anew with --save")
        raise UsageError(problem.format(path=path, found=run.schema, schema=SCHEMA))
    return run
