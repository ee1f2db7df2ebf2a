"""Dates as they are said: parts of the day, weekdays, days of months, years, hours, one after another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.reading.times.timeclock import read_clock
from riwaya.reading.times.timevalues import Facts
from riwaya.reading.times.timewords import Expression, Hit, Piece, TimeWords

_MONTHS_SHARED = frozenset(("/", "-", "("))
_DASHES = frozenset(("-", "–"))
#: What joins the first and the last day of a month that are told, besides words for "up to".
_TO_LAST_DAY = frozenset(("-", "–", "و"))
_PERIOD_OFFSETS = {"past": -1, "latest": -1, "present": 0, "future": 1}


#: What a date says before its first part is read, and what "today" says.
_NOTHING = Facts()
_TODAY = Facts(offset=0)


def read_date(words: TimeWords, i: int) -> Expression | None:
    """The date that begins at token `i` (مساء أمس الثلاثاء 12 يوليو), as long as it goes on."""
    piece = _piece(words, i, _NOTHING, frozenset())
    if piece is None:
        return None
    first, to = piece, piece.to
    seen = {piece.kind}
    while True:
        following = _next(words, piece, frozenset(seen))
        if following is None:
            break
        piece, to = following, following.to or to
        seen.add(piece.kind)
    stop = words.tokens[piece.end - 1].end
    facts = piece.facts
    if facts == _TODAY and words.hit(i - 1, "nowadays"):
        facts = Facts(value="PRESENT_REF")  # "what we live through today"
    return Expression(i, piece.end, first.start, stop, facts, to)


def _next(words: TimeWords, piece: Piece, seen: frozenset[str]) -> Piece | None:
    at = piece.end
    mark = words.folded(at)
    if mark == "(":
        inner = _piece(words, at + 1, piece.facts, seen, inside=True)
        return replace(inner, end=inner.end + 1) if inner and words.folded(inner.end) == ")" else None
    if mark in ("،", ",", "-", "–"):
        after = _piece(words, at + 1, piece.facts, seen, inside=True)
        named = after is not None and after.kind == "calendar" and seen <= {"part", "day", "weekday", "clock"}
        told = after is not None and after.kind in ("day", "weekday") and seen <= {"clock", "part"}
        beside = after is not None and after.kind == "weekday" and "day" in seen  # "today, Sunday"
        return after if named or beside or (told and "clock" in seen) else None
    if mark == "من" and piece.kind == "clock":
        at += 1
    if mark == "ال" and piece.kind == "weekday" and words.number(at + 1) is not None:
        at += 1  # الثلاثاء الـ28 من يوليو
    return _piece(words, at, piece.facts, seen, inside=True) if mark else None


def _piece(
    words: TimeWords, i: int, facts: Facts, seen: frozenset[str], *, inside: bool = False
) -> Piece | None:
    """The part of a date at token `i`, added to `facts`; each kind at most once."""
    if i >= words.limit:
        return None
    readers = (_noun, _part, _day, _weekday, _calendar, read_clock)
    for reader in readers:
        piece = reader(words, i, facts, inside)
        if piece is not None and piece.kind not in seen:
            return piece
    return None


def _noun(words: TimeWords, i: int, facts: Facts, inside: bool) -> Piece | None:
    """يوم، نهار، الموافق before what names the day."""
    hit = words.hit(i, "day-noun", whole=inside)
    if hit is None or not words.folded(hit.end) or (hit.entry.value == "link" and not inside):
        return None
    if words.folded(hit.end) == "(":
        return _bracketed(words, hit, facts)
    for reader in (_day, _weekday, _calendar):
        piece = reader(words, hit.end, facts, True)
        if piece is not None:
            return replace(piece, start=hit.start)
    return None


def _bracketed(words: TimeWords, hit: Hit, facts: Facts) -> Piece | None:
    """يوم (الخميس) المقبل: the name of the day stands in brackets of its own."""
    piece = _weekday(words, hit.end + 1, facts, True)
    if piece is None or words.folded(piece.end) != ")":
        return None
    direction, end = _direction(words, piece.end + 1)
    named = replace(piece.facts, direction=direction or piece.facts.direction)
    return replace(piece, start=hit.start, end=end, facts=named)


def _part(words: TimeWords, i: int, facts: Facts, inside: bool) -> Piece | None:
    """صباح، مساء before a day; صباحا، ليلا behind one; this morning, tonight."""
    hit = words.hit(i, "part-of-day", whole=inside)
    if hit is not None:
        sign = hit.entry.value[:-3]
        return Piece("part", hit.end, hit.start, replace(facts, offset=int(sign), part=hit.entry.value[-3:]))
    for kind in ("part", "eve"):
        hit = words.hit(i, kind, whole=inside)
        if hit is not None:
            following = _named_day(words, hit, facts)
            if following is not None:
                return replace(following, start=hit.start)
    hit = words.hit(i, "hour-part", whole=True)
    if hit is not None and inside and not facts.part:
        return Piece("part", hit.end, hit.start, replace(facts, part=hit.entry.value))
    return None


def _named_day(words: TimeWords, hit: Hit, facts: Facts) -> Piece | None:
    if hit.end >= words.limit:
        return None
    for reader in (_noun, _day, _weekday, _calendar):
        piece = reader(words, hit.end, replace(facts, part=hit.entry.value), True)
        if piece is not None:
            return piece
    return None


def _day(words: TimeWords, i: int, facts: Facts, inside: bool) -> Piece | None:
    hit = words.hit(i, "same-day", whole=inside)
    if hit is not None:
        facts = replace(facts, offset=hit.entry.number, direction="same")
        return Piece("day", hit.end, hit.start, facts)
    hit = words.hit(i, "day", "morrow", whole=inside)
    if hit is None or (hit.entry.kind == "morrow" and inside):
        return None
    # the morrow of what is told is the day that the report is about
    direction = "told" if hit.entry.kind == "morrow" else facts.direction
    return Piece("day", hit.end, hit.start, replace(facts, offset=hit.entry.number, direction=direction))


def _weekday(words: TimeWords, i: int, facts: Facts, inside: bool) -> Piece | None:
    hit = words.hit(i, "weekday", whole=inside)
    if hit is None or (hit.entry.guarded and not words.hit(i - 1, "day-noun", "part")):
        return None
    following = words.folded(hit.end)
    if following.startswith("و") and words.numbers.word(following[1:].removeprefix("ال"), "tens"):
        return None  # "the twenty-two"
    direction, end = _direction(words, hit.end)
    week = None if direction else _of_week(words, hit.end)
    if week is not None:
        facts = replace(facts, weekday=hit.entry.number, offset=week[0], unit="week")
        return Piece("weekday", week[1], hit.start, facts)
    direction = direction or hit.entry.value or facts.direction
    facts = replace(facts, weekday=hit.entry.number, direction=direction)
    return Piece("weekday", end, hit.start, facts)


def _of_week(words: TimeWords, i: int) -> tuple[int, int] | None:
    """How many weeks away the week is that a weekday is one of (الأحد من الأسبوع المقبل)."""
    at = i + 1
    shown = words.hit(at, "demonstrative", whole=True) if words.folded(i) == "من" else None
    at += shown is not None
    unit = words.hit(at, "unit", whole=True) if words.folded(i) == "من" else None
    if unit is None or unit.entry.value != "week" or not unit.entry.definite or unit.entry.number != 1:
        return None
    if shown is not None:
        return 0, unit.end
    direction, end = _direction(words, unit.end)
    return (_PERIOD_OFFSETS[direction], end) if direction in _PERIOD_OFFSETS else None


def _direction(words: TimeWords, i: int) -> tuple[str, int]:
    """What الماضي، القادم and the like at token `i` say, and the token behind them."""
    hit = words.hit(i, "deictic", whole=True) if i < words.limit else None
    if hit is None or hit.entry.value == "gone":
        return "", i
    return hit.entry.value, hit.end


def _calendar(words: TimeWords, i: int, facts: Facts, inside: bool) -> Piece | None:
    """A day of a month, a month, or a date in figures."""
    if (words.folded(i - 1), words.folded(i)) in words.times.guards:
        return None  # the first week of
    found = _calendar_date(words, i, facts, inside)
    return found if found is not None and not _is_name(words, i) else None


def _calendar_date(words: TimeWords, i: int, facts: Facts, inside: bool) -> Piece | None:
    figures = _figures(words, i, facts) or _between_slashes(words, i, facts)
    if figures is not None:
        return figures
    day, last, at = _day_of_month(words, i)
    if day is not None:
        month = _month(words, at, strong=True)
        if month is None:
            return _day_of_this_month(words, i, at, replace(facts, day=day))
        facts, to, end = _with_year(words, month, replace(facts, day=day))
        if last is not None:
            to = replace(facts, day=last)
        return Piece("calendar", end, words.tokens[i].start, facts, to)
    american = _month_first(words, i, facts)
    if american is not None:
        return american
    month = _month(words, i, strong=False, whole=inside)
    if month is None:
        return None
    facts, to, end = _with_year(words, month, facts)
    return Piece("calendar", end, month.start, facts, to)


def _month_first(words: TimeWords, i: int, facts: Facts) -> Piece | None:
    """June 8, 2026: as quoted posts are dated."""
    hit = words.hit(i, "month", whole=True)
    day = words.number(hit.end) if hit is not None and hit.end < words.limit else None
    if hit is None or day is None or not 1 <= day <= 31 or words.folded(hit.end + 1) not in (",", "،"):
        return None
    year = words.year(hit.end + 2)
    if year is None or year[1] != (hit.entry.value == "hijri"):
        return None
    facts = replace(facts, year=year[0], month=hit.entry.number, day=day, hijri=year[1])
    return Piece("calendar", year[2], hit.start, facts)


def _is_name(words: TimeWords, i: int) -> bool:
    """Whether the date at token `i` is the name of a street, a quarter, a force (ساحة 17 تموز)."""
    numbered = words.number(i - 1) is not None or words.numbers.word(words.folded(i - 1), "unit", "compound")
    return words.hit(i - 2 if numbered else i - 1, "namer") is not None


def _day_of_this_month(words: TimeWords, i: int, at: int, facts: Facts) -> Piece | None:
    """التاسع عشر من الشهر الجاري، 20 من الشهر نفسه; `facts` has the day already."""
    unit = words.hit(at, "unit", whole=True) if at < words.limit else None
    start = words.tokens[i].start
    if unit is not None and unit.entry.value == "month" and unit.entry.definite and unit.entry.number == 1:
        direction, end = _direction(words, unit.end)
        if direction in _PERIOD_OFFSETS:
            facts = replace(facts, offset=_PERIOD_OFFSETS[direction], unit="month")
            return Piece("calendar", end, start, facts)
    same = words.hit(at, "reference", "same-period", whole=True) if at < words.limit else None
    if same is None or not any(words.hit(k, "unit", whole=True) for k in range(at, same.end)):
        return None
    if same.entry.kind == "same-period" and same.entry.value == "month":  # of the month that was told last
        facts = replace(facts, offset=0, unit="month", direction="same")
        return Piece("calendar", same.end, start, facts)
    return Piece("calendar", same.end, start, Facts(value=same.entry.value))


def _day_of_month(words: TimeWords, i: int) -> tuple[int | None, int | None, int]:
    """Day, last day of a range, and the token at which the month is to follow."""
    last: int | None = None
    day = words.number(i)
    at = i + 1
    if day is None:
        spelled = words.ordinal(i)
        if spelled is None:
            return None, None, i
        day, at = spelled
    if not 1 <= day <= 31 or (len(words.folded(i)) > 2 and words.number(i) is not None):
        return None, None, i
    second = words.number(at + 1) if words.folded(at) in _TO_LAST_DAY | words.times.marks["up-to"] else None
    if second is not None and day < second <= 31:
        last, at = second, at + 2
    elif words.folded(at).startswith("وال"):  # "the third and fourth of July"
        next_day = words.numbers.word(words.folded(at)[1:], "ordinal")
        if next_day is not None and next_day.value == day + 1:
            last, at = next_day.value, at + 1
    if words.folded(at) == "من" or (words.folded(at) == "في" and words.number(at - 1) is None):
        at += 1
    return day, last, at


def _figures(words: TimeWords, i: int, facts: Facts) -> Piece | None:
    """12/7/2015، 2015-07-12، 12.7.2015."""
    if not words.folded(i)[:1].isdigit() or words.folded(i - 1) == "/":
        return None
    parts, end = words.folded(i).split("."), i + 1
    mark = words.folded(i + 1)
    again = words.folded(i + 3)
    if len(parts) == 1 and (mark == again == "/" or (mark in _DASHES and again in _DASHES)):
        parts, end = [words.folded(i), words.folded(i + 2), words.folded(i + 4)], i + 5
    if len(parts) != 3 or not all(p.isdecimal() and len(p) <= 4 for p in parts):
        return None
    numbers = [int(p) for p in parts]
    year, month, day = numbers if len(parts[0]) == 4 else numbers[::-1]
    if len(parts[0]) != 4 and len(parts[2]) == 2:
        year += 2000
    if month > 12 >= day:
        month, day = day, month
    hijri = 1300 <= year < 1500
    if not (1 <= month <= 12 and 1 <= day <= 31 and (hijri or 1800 <= year <= 2100)):
        return None
    facts = replace(facts, year=year, month=month, day=day, hijri=hijri)
    end += words.folded(end) in ("م", "ه")
    return Piece("calendar", end, words.tokens[i].start, facts)


def _between_slashes(words: TimeWords, i: int, facts: Facts) -> Piece | None:
    """10/شوال/1436هـ، 10-آب-2015: the month's name between marks."""
    day, mark = words.number(i), words.folded(i + 1)
    if day is None or not 1 <= day <= 31 or mark not in ("/", "-") or i + 2 >= words.limit:
        return None
    month = words.hit(i + 2, "month", whole=True)
    year = words.year(month.end + 1) if month is not None and words.folded(month.end) == mark else None
    if month is None or year is None:
        return None
    hijri = month.entry.value == "hijri"
    facts = replace(facts, year=year[0], month=month.entry.number, day=day, hijri=hijri)
    return Piece("calendar", year[2], words.tokens[i].start, facts)


@dataclass(frozen=True, slots=True)
class _Month:
    number: int
    hijri: bool
    end: int
    start: int


def _month(words: TimeWords, i: int, *, strong: bool, whole: bool = True) -> _Month | None:
    """The month at token `i`, its second name included (آب/أغسطس، يوليو (تموز))."""
    if i >= words.limit:
        return None
    noun = words.hit(i, "month-noun", whole=whole)
    named = words.hit(noun.end, "month", whole=True) if noun and noun.end < words.limit else None
    start = noun.start if named is not None and noun is not None else None
    hit = named or words.hit(i, "month", whole=whole)
    if hit is None:
        return None
    end = _second_name(words, hit)
    sure = strong or named is not None or end > hit.end or not hit.entry.guarded
    if not sure and not (words.year(end) or words.hit(end, "deictic", whole=True)):
        opened = words.led_by(i) in words.times.openers or words.led_by(i) in ("من", "شهر")
        if not (hit.entry.opened and opened and hit.start == words.tokens[hit.first].start):
            return None
    return _Month(
        hit.entry.number, hit.entry.value == "hijri", end, start if start is not None else hit.start
    )


def _second_name(words: TimeWords, hit: Hit) -> int:
    mark = words.folded(hit.end)
    at = hit.end + (mark in _MONTHS_SHARED)
    other = words.hit(at, "month", whole=True) if at < words.limit else None
    if other is None or other.entry.number != hit.entry.number or other.entry.value != hit.entry.value:
        return hit.end
    if mark == "(":
        return other.end + 1 if words.folded(other.end) == ")" else hit.end
    return other.end


def _with_year(words: TimeWords, month: _Month, facts: Facts) -> tuple[Facts, Facts | None, int]:
    """`month` with the year or the deictic that follows it, and the token behind."""
    facts = replace(facts, month=month.number, hijri=month.hijri)
    at = month.end
    bracketed = words.year(at + 1) if words.folded(at) == "(" else None
    if bracketed is not None and bracketed[1] == month.hijri and words.folded(bracketed[2]) == ")":
        return replace(facts, year=bracketed[0]), None, bracketed[2] + 1
    if words.folded(at) in ("،", ",") and words.year(at + 1) and facts.day is not None:
        at += 1
    at += words.folded(at) == "من" and words.hit(at + 1, "year-noun", "unit", whole=True) is not None
    noun = words.hit(at, "year-noun", whole=True) if at < words.limit else None
    year = words.year(noun.end if noun else at)
    if year is not None:
        number, hijri, end = year
        if hijri == month.hijri:
            return replace(facts, year=number), None, end
    unit = words.hit(at, "unit", whole=True) if at < words.limit else None
    if unit is not None and unit.entry.value == "year" and unit.entry.definite:
        direction, end = _direction(words, unit.end)
        if direction:
            return replace(facts, offset={"past": -1, "future": 1}.get(direction, 0), unit="year"), None, end
    direction, end = _direction(words, month.end)
    return replace(facts, direction=direction or facts.direction), None, end
