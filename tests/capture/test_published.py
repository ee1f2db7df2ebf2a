"""Dates of publication in the forms in which data sets write them."""

from datetime import UTC, date, datetime

import pytest

from riwaya.capture.published import understand_published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2015-08-06", "2015-08-06"),
        (" 2015/08/06 ", "2015-08-06"),
        ("20150806", "2015-08-06"),
        ("2015-07-23 19:30:27", "2015-07-23T19:30:27"),
        ("2015-07-23T19:30", "2015-07-23T19:30:00"),
        ("20150723193027", "2015-07-23T19:30:27"),
        ("2017-01-22T182900", "2017-01-22T18:29:00"),
        ("2024-03-01T10:00:00+03:00", "2024-03-01T10:00:00+03:00"),
        ("2024-03-01T10:00:00+0300", "2024-03-01T10:00:00+03:00"),
        ("2024-03-01 10:00:00 +03", "2024-03-01T10:00:00+03:00"),
        ("2024-03-01T10:00:00.000Z", "2024-03-01T10:00:00Z"),
        ("2024-03-01T10:00:00.123Z", "2024-03-01T10:00:00.123000Z"),
        ("2024-03-01 10:00:00 UTC", "2024-03-01T10:00:00Z"),
        ("Thu, 06 Aug 2015 14:30:00 +0300", "2015-08-06T14:30:00+03:00"),
        ("6 Aug 2015 14:30:00 GMT", "2015-08-06T14:30:00Z"),
        ("1437600000", "2015-07-22T21:20:00Z"),
        (1437600000, "2015-07-22T21:20:00Z"),
        (1437600000.0, "2015-07-22T21:20:00Z"),
        ("1437600000000", "2015-07-22T21:20:00Z"),
        (date(2015, 8, 6), "2015-08-06"),
        (datetime(2015, 8, 6, 14, 30), "2015-08-06T14:30:00"),  # noqa: DTZ001 - a table may hold such
        (datetime(2015, 8, 6, 14, 30, tzinfo=UTC), "2015-08-06T14:30:00Z"),
    ],
)
def test_what_is_understood(value: object, expected: str) -> None:
    assert understand_published(value) == (expected, True)


@pytest.mark.parametrize("value", ["2017-01-22T18:29:00129Z", "2017-01-22 25:00", "2017-01-22 at noon"])
def test_a_time_that_makes_no_sense_costs_the_time(value: str) -> None:
    assert understand_published(value) == ("2017-01-22", False)


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "",
        "03/04/2015",
        "2015",
        "2015-02-30",
        "0001-01-01",
        "9999-12-31",
        "12",
        "أمس",
        True,
        [],
        "1" * 400,
    ],
)
def test_what_is_not_understood(value: object) -> None:
    assert understand_published(value) == (None, False)


def test_a_filler_of_a_table_is_no_date() -> None:
    assert understand_published(datetime(1, 1, 1))[0] is None  # noqa: DTZ001 - a table may hold such
