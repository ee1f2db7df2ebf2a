"""How fast an archive takes reports in, relates them, and how large it and its processes get.

    make bench-archive            all reports
    make bench-archive ARGS='--reports 2000'

Reports are those of RIWAYA_SHARED (`data/reports.jsonl.gz`), which do not ship; ends with status 77 where
they are missing. The archive is left in build/bench for other measurements. Memory is the sum of all
processes' resident memory, looked at five times a second: pages that they share count for each.
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from sqlalchemy import select

from riwaya import Archive
from riwaya.archive import schema
from riwaya.archive.codec import unpack_bytes

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "build" / "bench"
SKIPPED = 77


@dataclass(frozen=True, slots=True)
class Measured:
    """What one command took: seconds, and megabytes of memory at most; and its last words."""

    seconds: float
    megabytes: float
    said: str


def measure(*arguments: str) -> Measured:
    """Run the command line in processes of its own. Raises RuntimeError when it fails."""
    began = time.monotonic()
    most = 0.0
    command = [sys.executable, "-m", "riwaya", *arguments]
    with subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True) as process:  # noqa: S603
        while process.poll() is None:
            most = max(most, resident(process.pid))
            with suppress(subprocess.TimeoutExpired):
                process.wait(0.2)
        said = process.stderr.read().decode() if process.stderr else ""
    if process.returncode not in (0, 1):
        raise RuntimeError(said)
    return Measured(time.monotonic() - began, most, said.strip().rpartition("\n")[2])


def resident(session: int) -> float:
    """Megabytes of memory that the processes of a session have by now."""
    pages = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, ValueError):
            # Fields behind the name, which may itself hold spaces and parentheses: 4th session, 22nd pages.
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                pages += int(fields[21])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def machine() -> str:
    """The processor and how many cores of it there are."""
    name = platform.processor() or platform.machine()
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        name = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), name)
    return f"{name}, {os.cpu_count()} cores"


def sizes(path: Path) -> tuple[int, int]:
    """Bytes of the archive's file, and of all its texts in UTF-8."""
    with Archive(path, create=False) as archive, archive.reading() as connection:
        bodies = connection.execute(select(schema.texts.c.body).execution_options(yield_per=1000))
        texts = sum(len(unpack_bytes(body)) for (body,) in bodies)
    files = (path, path.with_name(path.name + "-wal"))
    return sum(file.stat().st_size for file in files if file.exists()), texts


def counts(path: Path) -> dict[str, int]:
    """How many rows the archive has of what."""
    with Archive(path, create=False) as archive:
        return archive.count()


def sample(corpus: Path, number: int, file: Path) -> Path:
    """A file of so many of the reports, taken at even distances; the corpus itself for all of them."""
    with gzip.open(corpus) as lines:
        total = sum(1 for _line in lines)
    if number >= total:
        return corpus
    with gzip.open(corpus) as lines:
        file.write_bytes(b"".join(islice(islice(lines, 0, None, total // number), number)))
    return file


def main() -> int:
    """Print the table. Returns the exit status: 1 when the second ingest added something."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--reports", type=int, default=1_000_000_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    corpus = Path(os.environ.get("RIWAYA_SHARED", ROOT.parent / "shared")) / "data" / "reports.jsonl.gz"
    if not corpus.exists():
        print(f"skipped: no reports at {corpus}; RIWAYA_SHARED names their folder", file=sys.stderr)
        return SKIPPED
    FOLDER.mkdir(parents=True, exist_ok=True)
    archive = FOLDER / "archive.db"
    for name in ("archive.db", "archive.db-wal", "archive.db-shm"):
        (FOLDER / name).unlink(missing_ok=True)
    file = sample(corpus, given.reports, FOLDER / "reports.jsonl")
    arguments = ("ingest", str(file), "--archive", str(archive), "--jobs", str(given.jobs), "--no-relate")
    first = measure(*arguments)
    before = counts(archive)
    related = measure("relate", "--archive", str(archive))
    size, texts = sizes(archive)
    second = measure(*arguments)
    same = {**counts(archive), "matters": 0} == {**before, "matters": 0}
    whole = first.seconds + related.seconds
    print(f"{machine()}; {given.jobs} processes\n{first.said}\n")
    print("| what | figure |\n|---|---|")
    for what, figure in (
        ("reports, claims, rejects", f"{before['reports']}, {before['claims']}, {before['rejects']}"),
        ("ingested and read", f"{first.seconds:.0f} s, {before['reports'] / first.seconds:.0f} reports/s"),
        ("related", f"{related.seconds:.0f} s"),
        ("both", f"{whole:.0f} s"),
        ("memory at most, ingest", f"{first.megabytes:.0f} MB"),
        ("memory at most, relate", f"{related.megabytes:.0f} MB"),
        ("file", f"{size / 1e6:.0f} MB, {size / max(1, texts):.2f} x the text ({texts / 1e6:.0f} MB)"),
        ("second ingest", f"{second.seconds:.1f} s, adds {'nothing' if same else 'SOMETHING'}"),
    ):
        print(f"| {what} | {figure} |")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
