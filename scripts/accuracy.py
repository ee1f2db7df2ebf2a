"""Measure the reader on annotated reports and print the figures that README and documentation show.

    python scripts/accuracy.py [--all] [FOLDER]

FOLDER (or `dev` in RIWAYA_SHARED) is a gold folder. Its reports are other people's and do not ship, so the
figures in the documentation were printed by this command, and tests/accuracy pins them where the folder is
there. The last column is measured on the project's own invented reports, tests/gold. `make accuracy` prints
precision, recall and phenomena as well.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from riwaya.evaluation import Result, Run, evaluated, gold_files, load_gold, parties_for, result
from riwaya.evaluation.figures import FIGURES, LAYERS, Figure
from riwaya.evaluation.markdown import table
from riwaya.evaluation.printout import figure as number
from riwaya.evaluation.printout import interval
from riwaya.evaluation.result import Row
from riwaya.reading.reader import Reader

ROOT = Path(__file__).resolve().parents[1]
INVENTED = ROOT / "tests" / "gold"
#: The figures that the README shows.
PUBLISHED = (
    "attribution", "claimer", "actor", "place", "place_km25", "time", "quantity", "claim_type", "claim_who",
    "claims_per_gold",
)  # fmt: skip


def shared() -> Path:
    """Return the folder of annotated reports, whether it is there or not."""
    return Path(os.environ.get("RIWAYA_SHARED") or ROOT.parent / "shared") / "dev"


def measure(folder: Path) -> Run:
    """Return today's readings of a gold folder, compared."""
    reader = Reader("syria")
    parties = parties_for(folder, reader.pack)
    return evaluated(map(load_gold, gold_files(folder)), reader, parties)


def published(development: Result, invented: Result) -> str:
    """Return the short table as Markdown."""
    of = _rows(invented)
    rows = [
        [row.figure.meaning, *_cells(row), number(of[row.figure.key].value)]
        for row in _rows(development).values()
        if row.figure.key in PUBLISHED
    ]
    return table(("what is measured", "development", "95 % interval", "invented"), rows)


def by_layer(development: Result, invented: Result) -> str:
    """Return the tables of all figures as Markdown, one a layer."""
    real, own = _rows(development), _rows(invented)
    head = ("", "development", "95 % interval", "of", "invented", "95 % interval", "of")
    parts = []
    for layer, name in LAYERS.items():
        rows = [_both(figure, real, own) for figure in FIGURES if figure.layer == layer]
        parts.append(f"**{name}**\n\n{table(head, rows)}")
    return "\n\n".join(parts)


def _rows(measured: Result) -> dict[str, Row]:
    return {row.figure.key: row for rows in measured.figures.values() for row in rows}


def _both(figure: Figure, real: dict[str, Row], own: dict[str, Row]) -> list[str]:
    first, second = real[figure.key], own[figure.key]
    return [figure.meaning, *_cells(first), str(first.of), *_cells(second), str(second.of)]


def _cells(row: Row) -> tuple[str, str]:
    return number(row.value), interval(row.interval)


def main() -> int:
    """Print the table, or the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=shared(), help="a gold folder")
    parser.add_argument("--all", action="store_true", help="all figures, layer by layer")
    arguments = parser.parse_args()
    if not arguments.folder.is_dir():
        print(
            f"no annotated reports at {arguments.folder}; name their folder or set RIWAYA_SHARED",
            file=sys.stderr,
        )
        return 1
    runs = result(measure(arguments.folder)), result(measure(INVENTED))
    print(by_layer(*runs) if arguments.all else published(*runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
