"""The reader against the project's own annotated reports: no layer may fall below its floor.

The reports are invented; `tests/gold/README.md` says how they are annotated.
"""

from __future__ import annotations

import json

import pytest

from evaluation import corpus
from evaluation.authored import compiled
from evaluation.measure import Score

# Set just under what is reached (`python -m evaluation.corpus` prints it). Floors only rise.
FLOORS = {
    "attribution": 0.84,
    "claimer": 0.60,
    "parent": 0.79,
    "act": 0.88,
    "quoted": 0.95,
    "actor": 0.91,
    "place": 0.90,
    "located": 0.81,
    "time": 0.91,
    "time value": 0.91,
    "quantity": 0.85,
    "quantity value": 0.85,
    "claim type": 0.57,
    "claim who": 0.36,
    "claim holder": 0.27,
    "repeat": 0.91,
}


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return corpus.scores()


@pytest.mark.parametrize("name", corpus.NAMES)
def test_offsets_are_those_of_the_annotation(name: str) -> None:
    """What is stored with offsets is what the annotation with strings says of the text as it is."""
    fresh = compiled(corpus.annotation(name, "authored"), corpus.text(name))
    assert json.loads(json.dumps(fresh)) == corpus.annotation(name)


@pytest.mark.parametrize(("layer", "floor"), FLOORS.items())
def test_layer_keeps_its_floor(layer: str, floor: float, scores: dict[str, Score]) -> None:
    assert scores[layer].f1 >= floor, scores[layer]
