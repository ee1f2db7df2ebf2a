"""Measure the reader on annotated reports and print the figures as a Markdown table.

    python scripts/accuracy.py [FOLDER]

FOLDER (or RIWAYA_SHARED) holds `dev/texts`, `dev/gold` and the scorer `dev/score.py`. They are other people's
reports and do not ship, so the figures in the documentation were printed by this command, and
tests/accuracy pins them where the folder is there.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from riwaya.exchange import to_json
from riwaya.reading.reader import Reader

ROOT = Path(__file__).resolve().parents[1]
#: Figures that are published: key of the scorer, what it means, which of its numbers.
FIGURES = (
    ("attribution", "f1", "attributions found: cue and content overlap with the annotator's (F1)"),
    ("claimer", "f1", "… with the right speaker, and the right words for the speaker (F1)"),
    ("actor", "f1", "parties, groups and media where they are mentioned (F1)"),
    ("place", "f1", "places below country level where they are mentioned (F1)"),
    ("place_km25", None, "places located within 25 km"),
    ("time", "f1", "expressions of time (F1)"),
    ("quantity", "f1", "numbers of people and things, with their measure (F1)"),
    ("claim_type", "r", "events that the annotator coded and that are found with their type (recall)"),
    ("claim_who", "r", "… with the right agents and patients (recall)"),
    ("claims_per_gold", None, "claims found for each claim that the annotator coded"),
)


def shared() -> Path:
    """Return the folder of annotated reports, whether it is there or not."""
    return Path(os.environ.get("RIWAYA_SHARED", ROOT.parent / "shared"))


def measure(folder: Path) -> dict[str, Any]:
    """Return what the scorer in `folder` says of today's readings of its reports."""
    reader = Reader("syria")
    with tempfile.TemporaryDirectory() as out:
        for path in sorted((folder / "dev" / "gold").glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            data = (folder / "dev" / "texts" / f"{path.stem}.txt").read_bytes()
            reading = reader.read(
                data.decode("utf-8"),
                id="sha256:" + hashlib.sha256(data).hexdigest(),
                outlet=None,
                published=gold["published"],
                uri=None,
            )
            (Path(out) / path.name).write_bytes(to_json(reading))
        score = [sys.executable, str(folder / "dev" / "score.py"), str(folder / "dev" / "gold"), out]
        result = subprocess.run(score, check=False, capture_output=True, encoding="utf-8")
    figures: dict[str, Any] = json.loads(result.stdout)
    return figures


def figure(figures: dict[str, Any], key: str, part: str | None) -> float:
    """Return one published number."""
    value = figures[key] if part is None else figures[key][part]
    return float(value)


def table(figures: dict[str, Any]) -> str:
    """Return the published figures as Markdown."""
    rows = [f"| {meaning} | {figure(figures, key, part):.2f} |" for key, part, meaning in FIGURES]
    return "\n".join(["| what is measured | |", "|---|---|", *rows])


def main() -> int:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else shared()
    if not (folder / "dev" / "score.py").exists():
        print(f"no annotated reports at {folder}; name their folder or set RIWAYA_SHARED", file=sys.stderr)
        return 1
    print(table(measure(folder)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
