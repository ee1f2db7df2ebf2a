"""Whether PostgreSQL answers as SQLite does, at size: the same reports are taken in, related and asked about.

    python bench/archive_postgres.py ARCHIVE [--calls 20] [--seed 7] [--reports N]

ARCHIVE is the SQLite file that `bench/bench_archive.py` made of all reports of RIWAYA_SHARED (or of as many).
Ends with status 77 where these, or a PostgreSQL server, are missing. The server is started for this as the
tests start theirs. Prints seconds, the lines of the logical dump that differ, and for every standing question
how many of the calls (drawn as `bench/archive_questions.py` draws them) were answered alike: cells, evidence,
counts and notes. Ends with status 1 where something differs.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from archive_questions import Draw
from bench_archive import FOLDER, ROOT, SKIPPED, machine, measure, sample

from riwaya import Archive
from riwaya.archive.dump import dump
from riwaya.questions import Desk
from riwaya.questions.catalogue import QUESTIONS, Question

sys.path.insert(0, str(ROOT / "tests"))

from stores import find_server, run_server

NAME = "measured"


def taken_in(url: str, corpus: Path) -> None:
    """Read and relate the reports in an empty database."""
    ingest = measure("ingest", str(corpus), "--archive", url, "--no-relate")
    relate = measure("relate", "--archive", url)
    print(f"{machine()}\nPostgreSQL: read in {ingest.seconds:.0f} s, related in {relate.seconds:.0f} s")


def differing(one: Archive, other: Archive) -> int:
    """Print the first lines of the logical dump that differ; returns how many do."""
    lines, others = set(dump(one, hashed=True)), set(dump(other, hashed=True))
    for line in sorted(lines ^ others)[:20]:
        print(f"{'SQLite' if line in lines else 'PostgreSQL'} only: {line[:200]}")
    print(f"logical dump: {len(lines)} lines, {len(lines ^ others)} differ", flush=True)
    return len(lines ^ others)


def asked(desks: tuple[Desk, Desk], draw: Draw, question: Question, calls: int) -> int:
    """Ask both; prints how many calls were answered alike. Returns how many were not."""
    ask: Any = question.load()
    wrong = 0
    for _call in range(calls):
        filters, extras = draw.call(question)
        one, other = (ask(desk, filters, **extras) for desk in desks)
        if one != other:
            wrong += 1
            print(f"DIFFERS: {question.name} {filters} {extras}")
    print(f"{question.name:<16}{calls - wrong:>4} of {calls} alike", flush=True)
    return wrong


def main() -> int:
    """Print the outcome. Returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("archive")
    parser.add_argument("--calls", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--reports", type=int, default=1_000_000_000)
    given = parser.parse_args()
    corpus = Path(os.environ.get("RIWAYA_SHARED", ROOT.parent / "shared")) / "data" / "reports.jsonl.gz"
    commands = find_server()
    if not corpus.exists() or commands is None:
        print(f"skipped: no reports at {corpus}, or no PostgreSQL (Debian: postgresql)", file=sys.stderr)
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # the server runs as another user
        (folder / "server").mkdir()
        with contextmanager(run_server)(commands, folder / "server") as server:
            server.run(f"CREATE DATABASE {NAME} TEMPLATE template0")
            url = server.url(NAME)
            taken_in(url, sample(corpus, given.reports, FOLDER / "reports.jsonl"))
            moment = datetime.now(UTC)
            with Archive(given.archive, create=False) as one, Archive(url, create=False) as other:
                wrong = differing(one, other)
                with one.reading() as connection:
                    draw = Draw(connection, given.seed)
                desks = Desk(one, moment=moment), Desk(other, moment=moment)
                wrong += sum(asked(desks, draw, question, given.calls) for question in QUESTIONS)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
