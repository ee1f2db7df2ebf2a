"""How well claim pairs are judged, and what each group of features is worth, as Markdown tables.

    make bench-pairs

Measures on Arabic News Stance (Khouja 2020): trained on its `train.csv` only, scored on its `dev.csv`. They
are other people's headlines and do not ship: RIWAYA_SHARED names the folder that has them under `data/ans`.
Ends with status 77, and says why, where they or a package of riwaya[pairs] are missing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from pathlib import Path

from riwaya.errors import UsageError
from riwaya.pairs import Judge, LearnedJudge, Measured, Outliner, StructuralJudge, measure, read_pairs, train
from riwaya.pairs.embeddings import Embedder
from riwaya.pairs.extras import need
from riwaya.pairs.features import GROUPS, Group
from riwaya.pairs.judgement import RELATIONS
from riwaya.pairs.table import Naming, PairTable
from riwaya.pairs.training import PACKAGE

ROOT = Path(__file__).resolve().parents[1]
NAMING = Naming(("s1", "s2", "stance"), ("agree", "disagree", "other"))
SKIPPED = 77


class Bench:
    """The two tables, and what every model is trained and measured with."""

    def __init__(self, folder: Path) -> None:
        self.training = read_pairs(folder / "train.csv", NAMING, labelled=True)
        self.scored: PairTable = read_pairs(folder / "dev.csv", NAMING, labelled=True)
        self.outliner = Outliner()
        self.embedder = Embedder()

    def of(self, judge: Judge) -> Measured:
        """Return how a judge does."""
        return measure(judge, self.scored.pairs)

    def without(self, groups: Collection[Group]) -> Measured:
        """Return how a model does that was trained without some groups of features."""
        model = train(self.training, self.outliner, without=groups, embedder=self.embedder)
        return self.of(LearnedJudge(model, self.outliner, self.embedder))


def figures(measured: Measured) -> str:
    """Return precision and recall of each relation, and the mean F1, as cells of a table."""
    parts = [f"{measured.precision(r):.3f} / {measured.recall(r):.3f}" for r in RELATIONS]
    return " | ".join([*parts, f"{measured.macro_f1:.3f}"])


def main() -> int:
    """Print the tables."""
    folder = Path(os.environ.get("RIWAYA_SHARED", ROOT.parent / "shared")) / "data" / "ans"
    if not (folder / "dev.csv").exists():
        print(f"skipped: no Arabic News Stance at {folder}; RIWAYA_SHARED names its folder", file=sys.stderr)
        return SKIPPED
    try:
        need(PACKAGE, "training")
        bench = Bench(folder)
    except UsageError as error:
        print(f"skipped: {error}", file=sys.stderr)
        return SKIPPED
    full = bench.without(())
    leave: tuple[Group, ...] = ("embeddings",)
    print("| judge (precision / recall) | agree | contradict | unrelated | macro-F1 |")
    print("|---|---|---|---|---|")
    print(f"| model | {figures(full)} |")
    print(f"| model without embeddings | {figures(bench.without(leave))} |")
    print(f"| rules alone | {figures(bench.of(StructuralJudge(bench.outliner)))} |")
    print("\n| left out | macro-F1 | lost | only this | macro-F1 |")
    print("|---|---|---|---|---|")
    for group in GROUPS:
        less = bench.without((group,)).macro_f1
        alone = bench.without([other for other in GROUPS if other != group]).macro_f1
        print(f"| {group} | {less:.3f} | {full.macro_f1 - less:.3f} | {group} | {alone:.3f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
