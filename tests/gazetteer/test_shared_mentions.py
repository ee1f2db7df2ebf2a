"""Places that people wrote about, beside the checkout: how many the reader locates without a pack."""

from pathlib import Path

import pytest
from places import KEPT_ASIDE, Located, measure, total

from riwaya.gazetteer import import_places
from riwaya.gazetteer.table import COLUMNS

pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("mentions")]


@pytest.fixture(scope="module")
def figures(shared: Path) -> dict[str, Located]:
    return measure(shared / "data" / "idrisi")


def test_cities_in_tweets_are_named_and_near(figures: dict[str, Located]) -> None:
    whole = total(figures)
    assert whole.mentions > 700
    assert whole.named / whole.mentions >= 0.94
    assert whole.near / whole.mentions >= 0.75


def test_so_are_those_of_events_that_nobody_looked_at(figures: dict[str, Located]) -> None:
    aside = total(figures, KEPT_ASIDE)
    assert aside.mentions > 400
    assert aside.named / aside.mentions >= 0.94
    assert aside.near / aside.mentions >= 0.85


def test_a_national_gazetteer_can_be_imported_whole(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "places.csv").write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    report = import_places(shared / "data" / "places_sy.jsonl", tmp_path)
    assert report.added > 7_500
