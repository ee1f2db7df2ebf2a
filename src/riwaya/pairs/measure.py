"""How well a judge does on pairs that people have judged: precision, recall, F1 of each relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.i18n import gettext as _
from riwaya.pairs.judgement import RELATIONS, Judge, Pair, Relation


@dataclass(frozen=True, slots=True)
class Measured:
    """How often each relation that people saw (first) was judged to be each relation (second)."""

    counts: dict[tuple[Relation, Relation], int]

    def precision(self, relation: Relation) -> float:
        """The share of pairs judged so that are so."""
        return self._share(relation, sum(self.counts[said, relation] for said in RELATIONS))

    def recall(self, relation: Relation) -> float:
        """The share of pairs that are so and were judged so."""
        return self._share(relation, sum(self.counts[relation, found] for found in RELATIONS))

    def f1(self, relation: Relation) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision(relation), self.recall(relation)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the three relations, however many pairs each has."""
        return sum(map(self.f1, RELATIONS)) / len(RELATIONS)

    def _share(self, relation: Relation, whole: int) -> float:
        return self.counts[relation, relation] / whole if whole else 0.0


def measure(judge: Judge, pairs: Sequence[Pair]) -> Measured:
    """How `judge` does on labelled `pairs`; unlabelled ones do not count."""
    labelled = [pair for pair in pairs if pair.relation is not None]
    found: Counter[tuple[Relation, Relation]] = Counter()
    for pair, judgement in zip(labelled, judge.judge(labelled), strict=True):
        if pair.relation is not None:
            found[pair.relation, judgement.relation] += 1
    return Measured({(said, judged): found[said, judged] for said in RELATIONS for judged in RELATIONS})


def to_table(measured: Measured) -> str:
    """The figures as a Markdown table."""
    rows = []
    for relation in RELATIONS:
        count = sum(measured.counts[relation, found] for found in RELATIONS)
        figures = (measured.precision(relation), measured.recall(relation), measured.f1(relation))
        rows.append((relation, str(count), *(f"{value:.3f}" for value in figures)))
    head = (_("relation"), _("pairs"), _("precision"), _("recall"), "F1")
    mean = ("**" + _("mean") + "**", "", "", "", f"**{measured.macro_f1:.3f}**")
    lines = [head, ("---",) * len(head), *rows, mean]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
