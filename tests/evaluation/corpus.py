"""The project's own annotated reports: their texts, their annotations, their scores as they are read now.

`python -m evaluation.corpus` in `tests/` prints the scores.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import riwaya
from evaluation.measure import Score, measure
from riwaya.packs.pack import load_pack

FOLDER = Path(__file__).resolve().parents[1] / "gold"
NAMES = sorted(path.stem for path in (FOLDER / "texts").glob("*.txt"))


def text(name: str) -> str:
    """The report, line ends as they are."""
    return (FOLDER / "texts" / f"{name}.txt").read_bytes().decode("utf-8")


def annotation(name: str, form: str = "gold") -> dict[str, Any]:
    """The annotation of the report: `gold` with offsets, `authored` with strings."""
    annotated: dict[str, Any] = json.loads((FOLDER / form / f"{name}.json").read_text(encoding="utf-8"))
    return annotated


def scores() -> dict[str, Score]:
    """The score of every layer over all reports, read with the shipped pack."""
    parties = {party.id: party.party for party in load_pack("syria").parties.values()}
    golds = {name: annotation(name) for name in NAMES}
    pairs = ((gold, riwaya.read(text(name), published=gold["published"])) for name, gold in golds.items())
    return measure(pairs, parties)


if __name__ == "__main__":
    for layer, score in scores().items():
        sys.stdout.write(f"{layer:16} f1 {score.f1:.3f}  recall {score.recall:.3f}  {score}\n")
