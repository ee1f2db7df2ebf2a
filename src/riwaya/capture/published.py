"""When a record says that it was published, in the forms in which data sets say it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"([0-9]{4})[-/.]?([0-9]{2})[-/.]?([0-9]{2})")
_CLOCK = re.compile(
    r"[Tt ]?\s*([0-9]{2}):?([0-9]{2})(?::?([0-9]{2})(?:[.,]([0-9]+))?)?"
    r"\s*(Z|z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?"
)
_SECONDS, _MILLISECONDS = re.compile(r"[0-9]{9,10}"), re.compile(r"[0-9]{12,13}")
#: Before the first Arabic newspaper, or later than anybody can have published: a slip or a filler.
_YEARS = range(1800, 2101)


def understand_published(value: object) -> tuple[str | None, bool]:
    """`value` as an ISO 8601 day or moment, and whether all of it was understood.

    Understood are ISO 8601 with its parts run together or apart, days with slashes in the order year, month,
    day, RFC 5322 dates, seconds and milliseconds since 1970, and the dates of Python. Where only the day
    makes sense the day is kept; where nothing does, None. Days like 03/04/2015 are not guessed at.

    >>> understand_published("2015-07-23 19:30:27")
    ('2015-07-23T19:30:27', True)
    >>> understand_published("2017-01-22T18:29:00129Z")
    ('2017-01-22', False)
    """
    if isinstance(value, datetime):
        return _plausible(_moment(value)), True
    if isinstance(value, date):
        return value.isoformat(), True
    text = str(value).strip()
    if text.endswith(".0") and text[:-2].isdigit():  # whole numbers that passed through a table of floats
        text = text[:-2]
    try:
        found = _since_1970(text) or _iso(text)
        if found is None:
            found = _moment(parsedate_to_datetime(text)), True
    except (ValueError, OverflowError, TypeError, IndexError):
        return None, False
    plausible = _plausible(found[0])
    return plausible, found[1] and plausible is not None


def _since_1970(text: str) -> tuple[str, bool] | None:
    if _SECONDS.fullmatch(text):
        return _moment(datetime.fromtimestamp(int(text), UTC)), True
    if _MILLISECONDS.fullmatch(text):
        return _moment(datetime.fromtimestamp(int(text) / 1000, UTC)), True
    return None


def _iso(text: str) -> tuple[str, bool] | None:
    match = _DAY.match(text)
    if match is None:
        return None
    day = date(*map(int, match.groups()))
    rest = text[match.end() :]
    clock = _CLOCK.fullmatch(rest)
    if not rest or clock is None:
        return day.isoformat(), not rest
    hour, minute, second, fraction, zone = clock.groups()
    said = f"{day.isoformat()}T{hour}:{minute}:{second or '00'}.{(fraction or '')[:6]:0<6}{_zone(zone)}"
    try:
        return _moment(datetime.fromisoformat(said)), True
    except ValueError:
        return day.isoformat(), False


def _zone(said: str | None) -> str:
    if not said:
        return ""
    if said[0] not in "+-":
        return "+00:00"
    digits = said[1:].replace(":", "")
    return f"{said[0]}{digits[:2]}:{digits[2:] or '00'}"


def _moment(moment: datetime) -> str:
    """ISO 8601 to the second or finer; the offset of UTC is `Z`."""
    return moment.isoformat().replace("+00:00", "Z")


def _plausible(value: str) -> str | None:
    return value if int(value[:4]) in _YEARS else None
