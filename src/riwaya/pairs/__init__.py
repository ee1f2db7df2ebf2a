"""Claim pairs: whether two headlines or claims agree, contradict each other, or have nothing to do.

Two judges give the same kind of answer: `StructuralJudge` by rules alone, `LearnedJudge` by a model that was
trained from pairs of one's own. Neither depends on which of the two texts comes first.
"""

from riwaya.pairs.judgement import RELATIONS, Judge, Judgement, Pair, Relation
from riwaya.pairs.learned import LearnedJudge, load_model
from riwaya.pairs.measure import Measured, measure
from riwaya.pairs.outline import Outline, Outliner
from riwaya.pairs.structural import StructuralJudge
from riwaya.pairs.table import PairTable, read_pairs
from riwaya.pairs.training import train

__all__ = [
    "RELATIONS",
    "Judge",
    "Judgement",
    "LearnedJudge",
    "Measured",
    "Outline",
    "Outliner",
    "Pair",
    "PairTable",
    "Relation",
    "StructuralJudge",
    "load_model",
    "measure",
    "read_pairs",
    "train",
]
