"""How old a claim is at the least, in the reader's favour never, in that of the people told of always."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta


def is_old(published: str | None, day: str | None, now: datetime, hours: int) -> bool:
    """Whether what was published then, about events that last until `day`, is `hours` old at `now`.

    Counted from the later of the two; a day without an hour counts to its end, the last on earth. Without a
    date of publication the day of the event counts alone; without any date nothing is ever old enough.
    """
    if not hours:
        return True
    moments = [moment for moment in (_moment(published), _moment(day)) if moment]
    return bool(moments) and max(moments) + timedelta(hours=hours) <= now


#: Where a day ends last: twelve hours behind UTC.
_LAST_ON_EARTH = timedelta(hours=12)


def _moment(value: str | None) -> datetime | None:
    """The moment that an ISO 8601 value names, at the latest; None where it cannot be told."""
    if not value:
        return None
    try:
        if "T" in value:
            moment = datetime.fromisoformat(value)
            return moment if moment.tzinfo else moment.replace(tzinfo=UTC) + _LAST_ON_EARTH
        day = date.fromisoformat(value)
        return datetime.combine(day, time(), UTC) + timedelta(days=1) + _LAST_ON_EARTH
    except (ValueError, OverflowError):
        return None
