"""Measure the reader on real reports that nobody tunes to, as a Markdown table.

    RIWAYA_SHARED=… python scripts/unseen.py

The annotation is stand-off in tests/unseen and ships; the reports are other people's and do not. They are
taken from the large collection in RIWAYA_SHARED (`data/reports.jsonl.gz`) by their ids, and each is used only
where its SHA-256 is that of the text that was annotated. Only sums are printed: an error that was looked at
would no longer be unseen. Without the collection the command says so and ends with status 77.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from accuracy import shared
from riwaya.errors import InputError, RiwayaError
from riwaya.evaluation import Gold, Result, evaluated, result
from riwaya.evaluation.gold import json_bytes, parse_gold
from riwaya.evaluation.markdown import table
from riwaya.evaluation.printout import figure as number
from riwaya.evaluation.printout import interval
from riwaya.evaluation.sides import parties_for
from riwaya.reading.reader import Reader

ROOT = Path(__file__).resolve().parents[1]
UNSEEN = ROOT / "tests" / "unseen"
#: The status of a command that cannot measure here, as of the benchmarks.
SKIPPED = 77


def annotated(corpus: Path) -> Iterator[Gold]:
    """Give each annotated report of tests/unseen with its text from the collection.

    Raises:
        InputError: the collection lacks a report, or an annotation was made for another text.
    """
    with (UNSEEN / "index.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = _texts(corpus, {row["report"] for row in rows})
    for row in rows:
        if row["report"] not in texts:
            raise InputError(str(corpus), f"it lacks report {row['report']}", "use the whole collection")
        path = UNSEEN / "gold" / f"{row['id']}.json"
        yield parse_gold(json_bytes(path), path, texts[row["report"]])


def _texts(corpus: Path, wanted: set[str]) -> dict[str, str]:
    """Return the text of each report, headline first, as it was annotated."""
    found = {}
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            report = json.loads(line)
            if report["id"] in wanted:
                parts = ((report["title"] or "").strip(), (report["text"] or "").strip())
                found[report["id"]] = "\n".join(parts)
    return found


def measured(folder: Path) -> Result:
    """Return the figures over all unseen reports; `folder` holds the collection and the list of parties."""
    reader = Reader("syria")
    gold = annotated(folder / "data" / "reports.jsonl.gz")
    return result(evaluated(gold, reader, parties_for(folder, reader.pack)))


def printed(figures: Result) -> str:
    """Return the table as Markdown."""
    measured_on = (row for layer in figures.figures.values() for row in layer if row.of)
    rows = [
        [row.figure.meaning, number(row.value), interval(row.interval), str(row.of)] for row in measured_on
    ]
    return table(("what is measured", "unseen", "95 % interval", "of"), rows)


def main() -> int:
    """Print the table."""
    folder = shared().parent
    if not (folder / "data" / "reports.jsonl.gz").is_file():
        print(f"no collection of reports in {folder}: set RIWAYA_SHARED", file=sys.stderr)
        return SKIPPED
    try:
        print(printed(measured(folder)))
    except RiwayaError as error:
        print(f"cannot measure on the reports of {folder}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
