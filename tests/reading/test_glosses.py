"""Entries of `predicates.csv` that the reader means by their gloss: a renamed one would silently be lost."""

from __future__ import annotations

import csv

import pytest

from riwaya.lexicon.tables import LEXICON
from riwaya.reading.events import discourse, events

NAMED = {
    "undergone": events._UNDERGONE,
    "held": {discourse._HELD},
}


@pytest.mark.parametrize("meant", NAMED.values(), ids=NAMED)
def test_an_entry_that_is_named_stands_in_the_table(meant: frozenset[str]) -> None:
    with (LEXICON / "ar" / "predicates.csv").open(encoding="utf-8", newline="") as file:
        glosses = {row["gloss"] for row in csv.DictReader(file)}

    assert meant - glosses == set()
