"""Which of two reports came first, as far as their dates say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

Order = Literal["earlier", "later", "unknown"]

#: Behind every moment of its day, and behind every day.
_WHOLE_DAY, _UNDATED = "T24", "9999"


def moment_of(published: str | None) -> str:
    """What reports are put in order by: a moment in UTC; a day without a time stands at its day's end.

    >>> moment_of("2015-07-23T02:00:00+03:00"), moment_of("2015-07-23")
    ('2015-07-22T23:00:00', '2015-07-23T24')
    """
    if not published:
        return _UNDATED
    if len(published) <= len("2015-07-23"):
        return published + _WHOLE_DAY
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published[:10] + _WHOLE_DAY
    if moment.tzinfo is not None:
        moment = moment.astimezone(UTC).replace(tzinfo=None)
    return moment.isoformat()


def order_of(published: str | None, other: str | None) -> Order:
    """Whether `published` is earlier or later than `other`, or whether their dates do not say."""
    own, its = moment_of(published), moment_of(other)
    if own == its or _UNDATED in (own, its):
        return "unknown"
    timed = not own.endswith(_WHOLE_DAY) and not its.endswith(_WHOLE_DAY)
    # A day is somebody's local day: the moment's own day and that of UTC may both be meant.
    if not timed and {own[:10], (published or "")[:10]} & {its[:10], (other or "")[:10]}:
        return "unknown"
    return "earlier" if own < its else "later"
