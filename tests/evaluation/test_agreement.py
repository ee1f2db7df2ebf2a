"""When annotations agree: overlap, sets, pairs, distances."""

from __future__ import annotations

import pytest

from riwaya.evaluation.agreement import centre, characters, dice, kilometres, overlaps, pair_up, set_f1


@pytest.mark.parametrize(
    ("one", "other", "value", "shares"),
    [
        ((0, 4), (0, 4), 1.0, True),
        ((0, 4), (2, 6), 0.5, True),
        ((0, 4), (4, 8), 0.0, False),
        ((0, 2), (5, 9), 0.0, False),
    ],
)
def test_overlap(one: tuple[int, int], other: tuple[int, int], value: float, shares: bool) -> None:
    assert dice(one, other) == value
    assert overlaps(one, other) is shares


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (set(), set(), 1.0),
        ({"a"}, set(), 0.0),
        ({"a"}, {"a"}, 1.0),
        ({"a", "b"}, {"a"}, 2 / 3),
        ({"a", "b"}, {"a", "c"}, 0.5),
    ],
)
def test_sets(one: set[str], other: set[str], value: float) -> None:
    assert set_f1(one, other) == pytest.approx(value)


def test_pairs_are_one_to_one_and_the_best_first() -> None:
    assert pair_up([(0.6, 0, 0), (0.9, 0, 1), (0.7, 1, 1), (0.5, 1, 0)]) == [(0, 1), (1, 0)]


def test_characters_are_counted_once() -> None:
    assert characters([(0, 3), (2, 4)]) == {0, 1, 2, 3}


def test_the_centre_of_a_geometry_is_the_mean_of_its_positions() -> None:
    line = {"type": "LineString", "coordinates": [[36.0, 33.0], [38.0, 35.0]]}
    assert centre(line) == (34.0, 37.0)
    assert centre({"type": "GeometryCollection", "geometries": [line]}) == (34.0, 37.0)
    assert centre(None) is None
    assert centre({"type": "Point", "coordinates": []}) is None


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert kilometres((33.0, 36.0), (34.0, 36.0)) == pytest.approx(111.2, abs=0.1)
    assert kilometres((33.5, 36.3), (33.5, 36.3)) == 0.0
