"""What a judge is asked and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, get_args

Relation = Literal["agree", "contradict", "unrelated"]
#: The relations in the order in which models and tables list them.
RELATIONS: tuple[Relation, ...] = get_args(Relation)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts; `relation` is what a person said of them, None where nobody did."""

    first: str
    second: str
    relation: Relation | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two texts stand to each other.

    `scores` are a model's, one a relation in the order of `RELATIONS` and together 1; None from rules.
    `grounds` are codes of what the rules found (`opposed:level`, `numbers-differ`): what decided where the
    rules judge, and beside a model something to check its answer against.
    """

    relation: Relation
    scores: tuple[float, ...] | None
    grounds: tuple[str, ...]


class Judge(Protocol):
    """Judges pairs, each for itself: the answer to one does not depend on the others."""

    def judge(self, pairs: Sequence[Pair]) -> tuple[Judgement, ...]:
        """One judgement a pair, in their order. Raises InputError for a text with half a character."""
