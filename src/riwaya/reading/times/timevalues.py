"""What an expression of time says, and the ISO 8601 or TimeML value that follows from it.

Values: TimeML 1.2.1 (TIMEX3) over ISO 8601. The day of publication is handed in; no clock is read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from riwaya.model import TimeType

#: How TimeML writes a duration's unit; units below a day stand behind T.
DURATION_UNITS = {
    "second": ("PT", "S", 1), "minute": ("PT", "M", 1), "hour": ("PT", "H", 1), "night": ("P", "D", 1),
    "day": ("P", "D", 1), "week": ("P", "W", 1), "month": ("P", "M", 1), "year": ("P", "Y", 1),
    "decade": ("P", "Y", 10), "century": ("P", "Y", 100),
}  # fmt: skip
#: A day or month without a year lies behind the day of publication unless the coming one is this much nearer.
PAST_BIAS = 6
#: Half of a unit, as it is written behind the whole ones (P1Y6M).
HALVES = {"year": "6M", "hour": "30M", "month": "15D"}
#: The month in which each season of three begins; a winter is that of the year of its December.
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
#: Days within which a date is meant though its weekday is another: nobody dates last week's news by years.
_SLIP = 30
_HIJRI_YEARS = range(1343, 1501)  # what hijridate converts (Umm al-Qura)


@dataclass(frozen=True, slots=True)
class Facts:
    """What one expression says; None where it does not. `offset` counts `unit`s from the anchor day.

    `direction` is past, future, present, latest, following, same where the day was told before, or told
    where it is that of what was told before (two days after …);
    `future` says that the sentence looks ahead.
    `others` are days that the same words may mean instead (either of two feasts).
    `months` are the first and last month that a part of a year takes up (the second half: 7 and 12).
    """

    type: TimeType = "DATE"
    value: str = ""
    offset: int | None = None
    unit: str = "day"
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    part: str = ""
    hour: int | None = None
    minute: int = 0
    direction: str = ""
    future: bool = False
    months: tuple[int, int] | None = None
    season: str = ""
    others: tuple[Facts, ...] = ()


def value_of(facts: Facts, anchor: date | None) -> tuple[TimeType, str]:
    """Type and value of an expression, told from the day `anchor`; relative where that is None."""
    if facts.value:
        return facts.type, facts.value
    if facts.others:
        return value_of(_nearest_day(facts, anchor), anchor)
    if facts.hijri:
        value = _hijri(facts, anchor)
    elif facts.month is not None:
        value = _month(facts, facts.month, anchor)
    elif facts.year is not None:
        value = f"{facts.year:04d}"
    elif facts.weekday is not None:
        value = _weekday(facts, facts.weekday, anchor)
    elif facts.offset is not None:
        value = _offset(facts, anchor)
    elif facts.season:
        value = _season(facts, anchor)
    else:
        value = anchor.isoformat() if anchor else ""
    if len(value) == 4 and value.isdecimal():
        value = _of_year(facts, value)
    return _with_hour(facts, value)


def _of_year(facts: Facts, year: str) -> str:
    """The year, or what of it is meant: its first half, its summer."""
    if facts.months is not None:
        return "/".join(f"{year}-{month:02d}" for month in facts.months)
    return f"{year}-{facts.season}" if facts.season else year


def _nearest_day(facts: Facts, anchor: date | None) -> Facts:
    """Of the days that the same words may mean the one nearest to `anchor`."""
    either = [replace(facts, others=()), *(replace(each, direction=facts.direction) for each in facts.others)]
    values = [value_of(each, anchor)[1] for each in either]
    if anchor is None or any("REF" in value for value in values):
        return either[0]
    away = [abs((date.fromisoformat(value) - anchor).days) for value in values]
    return either[away.index(min(away))]


def _season(facts: Facts, anchor: date | None) -> str:
    """Last summer is the one that is over, the coming one has not begun, a bare one is the nearest."""
    if anchor is None or facts.direction not in ("", "past", "latest", "future", "present"):
        return {"future": "FUTURE_REF", "present": "PRESENT_REF"}.get(facts.direction, "PAST_REF")
    month = anchor.year * 12 + anchor.month
    begins = _SEASONS[facts.season]
    over = (month - begins - 3) // 12
    ahead = (month - begins) // 12 + 1
    if not facts.direction:  # within half a year of its middle
        return f"{(month - begins + 5) // 12:04d}-{facts.season}"
    year = {"future": ahead, "present": ahead - 1}.get(facts.direction, over)
    return f"{year:04d}-{facts.season}"


def _with_hour(facts: Facts, value: str) -> tuple[TimeType, str]:
    if facts.hour is not None:
        hour = _of_day(facts.hour, facts.part)
        date_part = value if value[:1].isdigit() else ""
        return "TIME", f"{date_part}T{hour:02d}:{facts.minute:02d}"
    if facts.part:
        return "TIME", value + facts.part if value[:1] in "0123456789X" else value
    return facts.type, value


def _of_day(hour: int, part: str) -> int:
    """`hour` on the 24-hour clock, told by the part of the day (8 مساء = 20, 1 ظهرا = 13)."""
    if hour < 12 and (part in ("TEV", "TAF") or (part == "TMI" and hour < 4) or (part == "TNI" and hour > 5)):
        return hour + 12
    return 0 if hour == 12 and part == "TNI" else hour


def anchored(facts: Facts, published: date) -> date | None:
    """The day a report speaks from, where "today (Thursday)" tells it from the day of publication.

    Reports are often published after midnight or a day later than written. None where the weekday
    fits no day close enough.
    """
    if facts.offset is None or facts.weekday is None or facts.unit != "day" or facts.month is not None:
        return None
    if facts.direction == "same":
        return None
    for back in (0, 1, 2, -1, 3):
        day = published - timedelta(days=back)
        if (day + timedelta(days=facts.offset)).isoweekday() == facts.weekday:
            return day
    return None


def _offset(facts: Facts, anchor: date | None) -> str:
    offset = facts.offset or 0
    if anchor is None and facts.direction == "same":
        return "PAST_REF"
    if anchor is None:
        return "PAST_REF" if offset < 0 else "FUTURE_REF" if offset > 0 else "PRESENT_REF"
    try:
        value = _shifted(anchor, facts.unit, offset)
        # "the 19th of the current month"
        return date.fromisoformat(f"{value}-{facts.day:02d}").isoformat() if facts.day is not None else value
    except (ValueError, OverflowError):
        return "PAST_REF" if offset < 0 else "FUTURE_REF"


def _shifted(anchor: date, unit: str, offset: int) -> str:
    if unit in ("day", "night"):
        return (anchor + timedelta(days=offset)).isoformat()
    if unit == "week":
        year, week, _ = (anchor + timedelta(weeks=offset)).isocalendar()
        return f"{year:04d}-W{week:02d}"
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + offset
        return date(months // 12, months % 12 + 1, 1).isoformat()[:7]
    if unit == "year":
        return f"{date(anchor.year + offset, 1, 1).year:04d}"
    span = 10 if unit == "decade" else 100
    first = (anchor.year // span + offset) * span
    return f"{date(first, 1, 1).year:04d}/{first + span - 1:04d}"


def _weekday(facts: Facts, weekday: int, anchor: date | None) -> str:
    if anchor is None and facts.offset is not None:
        return _offset(facts, None)
    if anchor is None:
        return "FUTURE_REF" if facts.direction == "future" or facts.future else "PAST_REF"
    if facts.offset is not None and facts.unit == "week":
        sunday = anchor - timedelta(days=anchor.isoweekday() % 7)  # the week's first day where this is said
        return (sunday + timedelta(weeks=facts.offset, days=weekday % 7)).isoformat()
    if facts.offset is not None:
        day = anchor + timedelta(days=facts.offset)
        if day.isoweekday() == weekday:
            return day.isoformat()
    back = (anchor.isoweekday() - weekday) % 7
    if facts.direction == "future":
        back = back - 7
    elif facts.direction in ("past", "latest") and back == 0:
        back = 7
    elif facts.future and not facts.direction and back:
        back = back - 7
    return (anchor - timedelta(days=back)).isoformat()


def _month(facts: Facts, month: int, anchor: date | None) -> str:
    day = f"-{facts.day:02d}" if facts.day is not None else ""
    year = facts.year if facts.year is not None else _year(facts, anchor)
    return f"XXXX-{month:02d}{day}" if year is None else f"{year:04d}-{month:02d}{day}"


def _year(facts: Facts, anchor: date | None) -> int | None:
    """The year that a day or month without one belongs to: the nearest that fits the direction."""
    if anchor is None:
        return None
    if facts.offset is not None and facts.unit == "year":
        return anchor.year + facts.offset
    ahead: list[tuple[int, int]] = []
    behind: list[tuple[int, int]] = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            day = date(year, facts.month or 1, facts.day or 1)
        except ValueError:
            continue  # 29 February, or a day that the month does not have
        if facts.day is None and day.month == anchor.month and year == anchor.year:
            if facts.direction in ("", "present"):
                return year
            continue
        if facts.weekday is not None and facts.day is not None and day.isoweekday() != facts.weekday:
            continue
        (ahead if day > anchor else behind).append(((day - anchor).days, year))
    chosen = _nearest(ahead, behind, facts)
    if facts.weekday is not None and (chosen is None or abs(chosen[0]) > _SLIP):
        bare = _year(replace(facts, weekday=None), anchor)  # the weekday may be a slip
        near = bare is not None and abs((_day_in(bare, facts) - anchor).days) <= _SLIP
        return bare if chosen is None or near else chosen[1]
    return chosen[1] if chosen is not None else None


def _day_in(year: int, facts: Facts) -> date:
    return date(year, facts.month or 1, min(facts.day or 1, 28))


def _nearest(
    ahead: list[tuple[int, int]], behind: list[tuple[int, int]], facts: Facts
) -> tuple[int, int] | None:
    """Of the days that lie ahead and behind, each with its year, the one that is meant."""
    coming, gone = min(ahead, default=None), max(behind, default=None)
    if facts.direction in ("past", "latest") or coming is None:
        chosen = gone or coming
    elif facts.direction == "future" or facts.future or gone is None:
        chosen = coming
    else:
        chosen = coming if coming[0] * PAST_BIAS < -gone[0] else gone
    return chosen


def _hijri(facts: Facts, anchor: date | None) -> str:
    year = facts.year
    if year is None and anchor is not None:
        year = _hijri_year(facts, anchor)
    if year is None or year not in _HIJRI_YEARS:
        gone = facts.direction in ("past", "latest") or (year is not None and year < _HIJRI_YEARS.start)
        return "PAST_REF" if gone else "PRESENT_REF"
    if facts.month is None:
        first, last = Hijri(year, 1, 1), Hijri(year, 12, 1)
    else:
        first = last = Hijri(year, facts.month, 1)
    if facts.day is not None:
        day = min(facts.day, first.month_length())
        return Hijri(first.year, first.month, day).to_gregorian().isoformat()
    end = Hijri(last.year, last.month, last.month_length()).to_gregorian()
    return f"{first.to_gregorian().isoformat()}/{end.isoformat()}"


def _hijri_year(facts: Facts, anchor: date) -> int | None:
    """The Hijri year whose month lies nearest to `anchor`, in the direction that is said."""
    try:
        here = Gregorian(anchor.year, anchor.month, anchor.day).to_hijri()
    except (ValueError, OverflowError):
        return None
    ahead = (facts.month or 1) - here.month
    if facts.direction == "past" and ahead >= 0:
        return here.year - 1
    if facts.direction == "future" and ahead <= 0:
        return here.year + 1
    if ahead > 6 and facts.direction != "future" and not facts.future:
        return here.year - 1
    return here.year + 1 if ahead < -6 else here.year


def duration(unit: str, count: int | None) -> str:
    """A duration as TimeML writes it (P3D, PT24H); a count left open is X."""
    prefix, letter, factor = DURATION_UNITS[unit]
    return f"{prefix}{'X' if count is None else count * factor}{letter}"
