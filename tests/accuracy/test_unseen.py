"""Floors under the figures on reports that nobody tunes to; without their texts (RIWAYA_SHARED) these tests skip.

Only sums are compared: a test that named a report would have somebody look at it.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from riwaya.evaluation import Result
from unseen import UNSEEN, measured

FLOORS = {
    "attribution": 0.86,
    "claimer": 0.73,
    "nested_recall": 0.70,
    "actor": 0.87,
    "place": 0.91,
    "place_km25": 0.79,
    "time": 0.94,
    "quantity": 0.86,
    "claim_type": 0.72,
    "claim_who": 0.33,
}


@pytest.fixture(scope="module")
def figures(shared: Path) -> Result:
    if not (shared / "data" / "reports.jsonl.gz").is_file():
        pytest.skip(f"no collection of reports in {shared}")
    return measured(shared)


@pytest.mark.shared
@pytest.mark.xdist_group("unseen")
@pytest.mark.parametrize("key", sorted(FLOORS))
def test_no_figure_falls_below_its_floor(figures: Result, key: str) -> None:
    (row,) = (row for rows in figures.figures.values() for row in rows if row.figure.key == key)
    assert row.value is not None
    assert row.value >= FLOORS[key]


def test_every_annotation_says_of_which_report_it_is_and_holds_no_text() -> None:
    with (UNSEEN / "index.csv").open(encoding="utf-8", newline="") as file:
        listed = [row["id"] for row in csv.DictReader(file)]
    assert sorted(listed) == sorted(path.stem for path in (UNSEEN / "gold").glob("*.json"))
    for path in (UNSEEN / "gold").glob("*.json"):
        annotation = json.loads(path.read_bytes())
        assert len(annotation["sha256"]) == 64
        assert all(said.isascii() and " " not in said for said in strings(annotation))


def strings(value: Any) -> Iterator[str]:
    """Every string that a value of JSON holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, held in value.items():
            yield key
            yield from strings(held)
    elif isinstance(value, list):
        for held in value:
            yield from strings(held)
