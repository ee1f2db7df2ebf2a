"""Floors under the accuracy on annotated reports. Lowering one is a decision that says why in the changelog.

The reports are other people's and do not ship; without their folder (RIWAYA_SHARED) these tests skip.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from accuracy import PUBLISHED, measure
from riwaya.evaluation import gold_files, load_gold
from riwaya.evaluation.figures import FIGURES, Figure, main_number, numbers
from riwaya.evaluation.tally import Tally
from riwaya.exchange import to_json
from riwaya.reading.reader import Reader

FLOORS = {
    "attribution": 0.97,
    "claimer": 0.88,
    "actor": 0.94,
    "place": 0.98,
    "place_km25": 0.97,
    "time": 0.99,
    "quantity": 0.98,
    "claim_type": 0.77,
    "claim_who": 0.57,
}
MOST_CLAIMS = 3.0
BY_KEY = {figure.key: figure for figure in FIGURES}

pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("accuracy")]


@pytest.fixture(scope="module")
def tally(shared: Path) -> Tally:
    return measure(shared / "dev").total()


@pytest.fixture(scope="module")
def scored(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the scorer that lies beside the reports says of today's readings."""
    out = tmp_path_factory.mktemp("readings")
    reader = Reader("syria")
    for path in gold_files(shared / "dev"):
        gold = load_gold(path)
        (out / path.name).write_bytes(to_json(reader.read(gold.text, published=gold.published)))
    script = [sys.executable, *map(str, (shared / "dev" / "score.py", shared / "dev" / "gold", out))]
    result = subprocess.run(script, check=True, capture_output=True, encoding="utf-8")
    figures: dict[str, Any] = json.loads(result.stdout)
    return figures


def value(tally: Tally, key: str) -> float:
    found = main_number(BY_KEY[key], tally)
    assert found is not None
    return found


@pytest.mark.parametrize("key", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(tally: Tally, key: str) -> None:
    assert value(tally, key) >= FLOORS[key]


def test_every_published_figure_is_watched() -> None:
    assert set(PUBLISHED) == {*FLOORS, "claims_per_gold"}


def test_not_many_more_claims_than_an_annotator_would_code(tally: Tally) -> None:
    assert value(tally, "claims_per_gold") <= MOST_CLAIMS


#: Themes, voice and chains are the project's own figures.
OWN = {"theme_acc", "voice_acc", "chain_acc"}


@pytest.mark.parametrize("figure", [f for f in FIGURES if f.key not in OWN], ids=lambda figure: figure.key)
def test_figures_are_those_of_the_scorer(figure: Figure, tally: Tally, scored: dict[str, Any]) -> None:
    theirs = scored[figure.key]
    parts = theirs if isinstance(theirs, dict) else {"value": theirs}
    # The scorer computes F1 from the unrounded precision and recall, and rounds to three decimals.
    ours = {part: round(number or 0.0, 3) for part, number in numbers(figure, tally).items()}
    assert ours == pytest.approx(parts, abs=0.00051)


def test_the_scorer_has_no_figure_that_we_lack(scored: dict[str, Any]) -> None:
    assert scored["trouble"] == {}
    assert set(scored) - {"gold", "trouble"} == {figure.key for figure in FIGURES} - OWN
