"""The measure itself: what counts as agreement."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.authored import NotInTextError, compiled
from evaluation.measure import Score, dice, pairs_of

EMPTY: dict[str, Any] = {
    "id": "x",
    "published": None,
    "repeats": [],
    "attributions": [],
    "actors": {},
    "places": {},
    "times": [],
    "quantities": [],
    "claims": [],
    "links": [],
}


def test_overlap() -> None:
    assert dice((0, 4), (0, 4)) == 1.0
    assert dice((0, 4), (2, 6)) == 0.5
    assert dice((0, 4), (4, 8)) == 0.0


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    assert pairs_of([(0.6, 0, 0), (0.9, 0, 1), (0.7, 1, 1), (0.5, 1, 0)]) == [(0, 1), (1, 0)]


def test_score() -> None:
    score = Score(gold=4, read=6, right=3)
    assert (score.recall, score.f1) == (0.75, 0.6)
    assert Score(gold=0, read=0, right=0).f1 == 0.0


def test_mentions_are_found_behind_clitics_and_not_inside_words() -> None:
    gold = compiled(EMPTY | {"places": {"حلب": None}}, "من حلب وحلب إلى الحلبي")
    assert [each["span"] for each in gold["places"]] == [(3, 6), (8, 11)]


def test_a_string_that_is_not_in_the_text_is_an_error() -> None:
    with pytest.raises(NotInTextError):
        compiled(EMPTY | {"times": [["أمس", "PAST_REF"]]}, "اليوم")
