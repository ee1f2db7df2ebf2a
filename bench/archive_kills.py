"""Whether an archive survives: `riwaya ingest` is killed at random moments, run to its end, and compared.

    python bench/archive_kills.py [--kills 200] [--reports 2000]

Reports are those of RIWAYA_SHARED (`data/reports.jsonl.gz`), which do not ship; ends with status 77 where
they are missing. Kills are by SIGKILL and take all processes at once. Their moments are random: after so
many of the reports that are still to come (drawn from a seed), and a little later (drawn, too). Prints how
much was there after each kill, and whether the sorted logical dump equals that of an archive that nobody
disturbed.
"""

from __future__ import annotations

import argparse
import gzip
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from riwaya import Archive
from riwaya.archive.dump import dump

ROOT = Path(__file__).resolve().parents[1]
SKIPPED = 77
#: Starts the command line with batches of so many reports, so that kills fall between batches, too.
_START = "from riwaya.cli import ingest_run, main; ingest_run._REPORTS = {batch}; main()"


def ingest(file: Path, archive: Path, batch: int) -> subprocess.Popen[bytes]:
    """Start `riwaya ingest` in processes of its own."""
    code = _START.format(batch=batch)
    return subprocess.Popen(  # noqa: S603 - this project's own command line
        [sys.executable, "-c", code, "ingest", str(file), "--archive", str(archive), "--jobs", "2"],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def undisturbed(file: Path, archive: Path, batch: int) -> str:
    """Let a run come to its end: what it said."""
    with ingest(file, archive, batch) as process:
        _out, err = process.communicate()
    if process.returncode not in (0, 1):
        raise RuntimeError(err.decode())
    return err.decode()


@dataclass(slots=True)
class Outcome:
    """What became of many kills: how many hit a run at work, and how many of those left part of it behind.

    `right` and `wrong` count the archives that came out as they should, or not.
    """

    struck: int = 0
    halfway: int = 0
    right: int = 0
    wrong: int = 0


def survive(file: Path, folder: Path, *, batch: int, kills: int, seed: int, pause: float = 1.0) -> Outcome:
    """Kill as many runs on `file`, each at a random moment, and run what is left to its end.

    `pause` is how many seconds may pass between the last report that is waited for and the kill.
    An archive that has all reports in spite of its kills is completed and compared, and another one begun.
    """
    draw = random.Random(seed)  # noqa: S311 - no secret
    said = undisturbed(file, folder / "undisturbed.riwaya", batch)
    print(f"undisturbed: {said.splitlines()[-1]}", flush=True)
    expected = contents(folder / "undisturbed.riwaya")
    everything = there(folder / "undisturbed.riwaya")
    outcome = Outcome()
    archive = folder / "0.riwaya"
    for kill in range(kills):
        wanted = draw.randint(there(archive), everything)
        if kill_at(wanted, draw.uniform(0, pause), file, archive, batch):
            outcome.struck += 1
            outcome.halfway += 0 < there(archive) < everything
            print(f"kill {kill + 1}: {there(archive)} reports are there", flush=True)
        if there(archive) == everything or kill == kills - 1:
            undisturbed(file, archive, batch)
            equal = contents(archive) == expected
            outcome.right += equal
            outcome.wrong += not equal
            print(f"{archive.name}: {'as' if equal else 'NOT as'} undisturbed", flush=True)
            archive = folder / f"{kill + 1}.riwaya"
    return outcome


def kill_at(wanted: int, later: float, file: Path, archive: Path, batch: int) -> bool:
    """Kill a run some seconds later than so many reports are there; whether it was still at work."""
    with ingest(file, archive, batch) as process:
        while process.poll() is None and there(archive) < wanted:
            time.sleep(0.01)
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=later)
        struck = process.poll() is None
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    return struck


def contents(archive: Path) -> list[str]:
    """Everything that an archive holds, sorted."""
    with Archive(archive, create=False) as opened:
        return list(dump(opened))


def there(archive: Path) -> int:
    """How many reports an archive has by now; looking disturbs nobody."""
    if not archive.exists():
        return 0
    with closing(sqlite3.connect(f"{archive.as_uri()}?mode=ro", uri=True)) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM reports").fetchone()[0])
        except sqlite3.OperationalError:  # its tables are not made yet
            return 0


def main() -> int:
    """Print the outcome. Returns the exit status: 1 when an archive came out wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--reports", type=int, default=2000)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    corpus = Path(os.environ.get("RIWAYA_SHARED", ROOT.parent / "shared")) / "data" / "reports.jsonl.gz"
    if not corpus.exists():
        print(f"skipped: no reports at {corpus}; RIWAYA_SHARED names their folder", file=sys.stderr)
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "reports.jsonl"
        with gzip.open(corpus) as lines:
            file.write_bytes(b"".join(islice(lines, given.reports)))
        outcome = survive(file, Path(name), batch=given.batch, kills=given.kills, seed=given.seed)
    print(
        f"{given.kills} kills ({outcome.struck} at work, {outcome.halfway} of them halfway) over "
        f"{given.reports} reports, seed {given.seed}: "
        f"{outcome.right} archives as undisturbed, {outcome.wrong} not"
    )
    return 1 if outcome.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
