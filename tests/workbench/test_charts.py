"""Drawings of a dispute: where marks stand, and that they run as the script does."""

import re

from riwaya.i18n import use_language
from riwaya.workbench.charts import Moment, Range, Row, ranges, timeline

ROWS = [Row("First", "voice-0"), Row("Second <b>", "voice-1")]


def places(drawing: str) -> list[float]:
    return [float(x) for x in re.findall(r'class="mark[^"]*" cx="([\d.]+)"', drawing)]


def test_a_timeline_needs_two_days() -> None:
    moments = [Moment(0, "2025-03-12", "affirms", False), Moment(1, "2025-03-12", "denies", False)]
    assert timeline(ROWS, moments, "title", "about") == ""


def test_time_runs_from_the_right_in_arabic() -> None:
    moments = [Moment(0, "2025-03-12", "affirms", False), Moment(0, "2025-03-15", "open", True)]
    with use_language("en"):
        first, last = places(timeline(ROWS, moments, "title", "about"))
    assert first < last
    with use_language("ar"):
        drawing = timeline(ROWS, moments, "title", "about")
    first, last = places(drawing)
    assert first > last
    assert 'class="ring"' in drawing
    assert "Second &lt;b&gt;" in drawing


def test_many_of_one_day_are_one_mark_with_their_number() -> None:
    moments = [Moment(0, day, "affirms", False) for day in ("2025-03-12", "2025-03-12", "2025-03-15")]
    drawing = timeline(ROWS, moments, "title", "about")
    assert len(places(drawing)) == 2
    assert re.search(r'<text class="count"[^>]*>2</text>', drawing)


def test_ranges_are_on_one_scale_and_open_ends_stay_open() -> None:
    counts = [Range(10, 20, "10–20", False), Range(12, None, "at least 12", True)]
    drawing = ranges(ROWS, counts, "title", "about")
    assert re.search(r'<rect class="mark voice-0"', drawing)
    assert 'class="open voice-1 faded"' in drawing
    assert [int(t) for t in re.findall(r'class="tick"[^>]*>(\d+)<', drawing)] == [0, 5, 10, 15, 20, 25]


def test_nothing_counted_draws_nothing() -> None:
    assert ranges([], [], "title", "about") == ""
    assert ranges(ROWS[:1], [Range(0, 0, "0", False)], "title", "about") == ""
