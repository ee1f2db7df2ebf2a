"""What a question cannot be narrowed to is refused when it is said, not answered with nothing."""

from datetime import date
from typing import Any

import pytest

from riwaya.errors import UsageError
from riwaya.questions import Filters


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"since": "yesterday"}, "since: 'yesterday' is no day"),
        ({"until": "2015-02-30"}, "until: '2015-02-30' is no day"),
        ({"since": "20150201"}, "is no day"),
        ({"since": date(2015, 2, 1)}, "is no text"),
        ({"party": 7}, "party: 7 is no text"),
        ({"since": "2015-02-02", "until": "2015-02-01"}, "until lies before since"),
        ({"limit": -1}, "limit: -1 is no whole number"),
        ({"limit": "10"}, "limit: '10' is no whole number"),
        ({"offset": 1.5}, "offset: 1.5 is no whole number"),
        ({"offset": True}, "is no whole number"),
    ],
)
def test_what_makes_no_sense_is_refused(given: dict[str, Any], problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        Filters(**given)


def test_what_makes_sense_is_kept() -> None:
    filters = Filters(party="nobody-knows", since="2015-02-01", until="2015-02-01", limit=0, offset=3)
    assert (filters.party, filters.until, filters.limit) == ("nobody-knows", "2015-02-01", 0)
