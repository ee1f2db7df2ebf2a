"""Figures: counted by hand."""

from collections.abc import Sequence

import pytest

from riwaya.pairs import Judgement, Pair, Relation, measure
from riwaya.pairs.measure import to_table


class Says:
    """A judge that answers what it was told to."""

    def __init__(self, *relations: Relation) -> None:
        self._relations = relations

    def judge(self, pairs: Sequence[Pair]) -> tuple[Judgement, ...]:
        return tuple(
            Judgement(relation, None, ()) for _, relation in zip(pairs, self._relations, strict=True)
        )


def test_precision_recall_and_their_mean() -> None:
    said: list[Relation | None] = ["agree", "agree", "contradict", None, "contradict", "contradict"]
    judge = Says("agree", "contradict", "contradict", "contradict", "unrelated")
    found = measure(judge, [Pair("a", "b", relation) for relation in said])

    assert (found.precision("agree"), found.recall("agree")) == (1, 0.5)
    assert found.precision("contradict") == found.recall("contradict") == pytest.approx(2 / 3)
    assert found.f1("unrelated") == 0
    assert found.macro_f1 == pytest.approx((2 / 3 + 2 / 3 + 0) / 3)
    assert to_table(found).splitlines()[2] == "| agree | 2 | 1.000 | 0.500 | 0.667 |"
