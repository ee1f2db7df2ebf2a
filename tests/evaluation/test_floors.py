"""The reader against the project's own annotated reports: no figure may fall below its floor.

The reports are invented; `tests/gold/README.md` says how they are annotated.
"""

from __future__ import annotations

import pytest

from evaluation import corpus
from riwaya.evaluation import compile_file
from riwaya.evaluation.figures import FIGURES, Figure, main_number

# Set just under what is reached (`riwaya evaluate tests/gold` prints it). Floors only rise.
FLOORS = {
    "attribution": 0.92,
    "claimer": 0.84,
    "content_dice": 0.98,
    "nesting_acc": 0.93,
    "nested_recall": 0.77,
    "act_acc": 0.94,
    "quoted_acc": 0.97,
    "distance_macro": 0.91,
    "actor": 0.88,
    "place": 0.93,
    "place_km25": 0.88,
    "place_km161": 0.89,
    "time": 0.95,
    "time_value": 0.94,
    "quantity": 0.91,
    "quantity_value": 0.86,
    "claim_type": 0.85,
    "claim_who": 0.50,
    "claim_holder": 0.42,
    "claim_full": 0.42,
    "factuality_macro": 0.95,
    "chain_acc": 0.76,
    "theme_acc": 0.56,
    "voice_acc": 0.98,
    "links": 0.55,
    "repeats": 0.92,
}
MOST_CLAIMS = 3.0


@pytest.mark.parametrize("name", corpus.NAMES)
def test_offsets_are_those_of_the_annotation(name: str) -> None:
    """What is stored with offsets is what the annotation with strings says of the text as it is."""
    stored = (corpus.FOLDER / "gold" / f"{name}.json").read_bytes()
    assert compile_file(corpus.FOLDER / "authored" / f"{name}.json") == stored, (
        "riwaya gold compile tests/gold"
    )


@pytest.mark.parametrize("figure", [f for f in FIGURES if f.kind != "ratio"], ids=lambda figure: figure.key)
def test_figure_keeps_its_floor(figure: Figure) -> None:
    value = main_number(figure, corpus.run().total())
    assert value is not None
    assert value >= FLOORS[figure.key]


def test_not_many_more_claims_than_an_annotator_would_code() -> None:
    tally = corpus.run().total()
    assert tally["claim.sys"] / tally["claim.gold"] <= MOST_CLAIMS
