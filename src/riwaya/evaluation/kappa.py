"""Agreement of two people who judged the same things: per cent, and Cohen's kappa.

Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two agree on `n` things: the share on which they do, and kappa, which takes chance off.

    `kappa` is None where both always gave one and the same judgement: chance alone would do as well.
    """

    n: int
    share: float
    kappa: float | None


def agreement(judged: Sequence[tuple[str, str]]) -> Agreement:
    """The agreement of two people's judgements, a pair a thing; at least one pair."""
    n = len(judged)
    same = sum(one == other for one, other in judged) / n
    first, second = Counter(one for one, _other in judged), Counter(other for _one, other in judged)
    chance = sum(first[kind] * second[kind] for kind in first) / n**2
    return Agreement(n, same, None if chance == 1 else (same - chance) / (1 - chance))
