"""Measure the reader on annotated reports and print the figures that README and documentation show.

    python scripts/accuracy.py [FOLDER]

FOLDER (or `dev` in RIWAYA_SHARED) is a gold folder. Its reports are other people's and do not ship, so the
figures in the documentation were printed by this command, and tests/accuracy pins them where the folder is
there. `make accuracy` prints all figures by layer, with intervals.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from riwaya.evaluation import evaluated, gold_files, load_gold, parties_for
from riwaya.evaluation.figures import FIGURES, main_number
from riwaya.evaluation.markdown import table
from riwaya.evaluation.tally import Tally
from riwaya.reading.reader import Reader

ROOT = Path(__file__).resolve().parents[1]
#: The figures that are published.
PUBLISHED = (
    "attribution", "claimer", "actor", "place", "place_km25", "time", "quantity", "claim_type", "claim_who",
    "claims_per_gold",
)  # fmt: skip


def shared() -> Path:
    """Return the folder of annotated reports, whether it is there or not."""
    return Path(os.environ.get("RIWAYA_SHARED", ROOT.parent / "shared")) / "dev"


def measure(folder: Path) -> Tally:
    """Return what is counted in today's readings of a gold folder."""
    reader = Reader("syria")
    parties = parties_for(folder, reader.pack)
    return evaluated(map(load_gold, gold_files(folder)), reader, parties).total()


def published(tally: Tally) -> str:
    """Return the published figures as Markdown."""
    figures = [figure for figure in FIGURES if figure.key in PUBLISHED]
    rows = ((figure.meaning, f"{main_number(figure, tally) or 0:.2f}") for figure in figures)
    return table(("what is measured", ""), rows)


def main() -> int:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else shared()
    if not folder.is_dir():
        print(f"no annotated reports at {folder}; name their folder or set RIWAYA_SHARED", file=sys.stderr)
        return 1
    print(published(measure(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
