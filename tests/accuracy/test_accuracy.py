"""Floors under the accuracy on annotated reports. Lowering one is a decision that says why in the changelog.

The reports are other people's and do not ship; without their folder (RIWAYA_SHARED) these tests skip.
"""

from pathlib import Path
from typing import Any

import pytest

from accuracy import FIGURES, figure, measure

FLOORS = {
    "attribution": 0.90,
    "claimer": 0.65,
    "actor": 0.80,
    "place": 0.90,
    "place_km25": 0.80,
    "time": 0.90,
    "quantity": 0.90,
    "claim_type": 0.60,
    "claim_who": 0.20,
}
MOST_CLAIMS = 3.0

pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("accuracy")]


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Any]:
    return measure(shared)


def test_every_reading_is_scored(figures: dict[str, Any]) -> None:
    assert figures["trouble"] == {}
    assert figures["gold"]["docs"] > 0


@pytest.mark.parametrize(("key", "part"), [(key, part) for key, part, _ in FIGURES if key in FLOORS])
def test_no_figure_falls_below_its_floor(figures: dict[str, Any], key: str, part: str | None) -> None:
    assert figure(figures, key, part) >= FLOORS[key]


def test_not_many_more_claims_than_an_annotator_would_code(figures: dict[str, Any]) -> None:
    assert figure(figures, "claims_per_gold", None) <= MOST_CLAIMS
