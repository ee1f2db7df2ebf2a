"""Dates as they are said: parts of the day, weekdays, days of months, years, hours, one after another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.reading.quantities.numbers import find_amount
from riwaya.reading.times.timevalues import Facts
from riwaya.reading.times.timewords import Expression, Hit, TimeWords

_MONTHS_SHARED = frozenset(("/", "-", "("))
#: What stands between the hour of an entry and the entry.
_ENTRY_MARKS = frozenset(("-", "–", "—", "|", ")", "]"))
#: The hours that have a name instead of a number.
_MIDDLES = {("منتصف", "الليل"): 0, ("منتصف", "النهار"): 12}
_DASHES = frozenset(("-", "–"))
#: How a clock's half of the day is abbreviated.
_LETTERS = {"ص": "TMO", "م": "TEV"}
#: What joins the first and the last day of a month that are told.
_TO_LAST_DAY = frozenset(("-", "–", "و", "الي", "حتي", "وحتي", "لغايه", "ولغايه"))
_PERIOD_OFFSETS = {"past": -1, "latest": -1, "present": 0, "future": 1}


#: What a date says before its first part is read, and what "today" says.
_NOTHING = Facts()
_TODAY = Facts(offset=0)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One part of a date. `kind` is part, day, weekday, calendar or clock."""

    kind: str
    end: int
    start: int
    facts: Facts
    to: Facts | None = None


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


def _next(words: TimeWords, piece: _Piece, seen: frozenset[str]) -> _Piece | None:
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
) -> _Piece | None:
    """The part of a date at token `i`, added to `facts`; each kind at most once."""
    if i >= words.limit:
        return None
    readers = (_noun, _part, _day, _weekday, _calendar, _clock)
    for reader in readers:
        piece = reader(words, i, facts, inside)
        if piece is not None and piece.kind not in seen:
            return piece
    return None


def _noun(words: TimeWords, i: int, facts: Facts, inside: bool) -> _Piece | None:
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


def _bracketed(words: TimeWords, hit: Hit, facts: Facts) -> _Piece | None:
    """يوم (الخميس) المقبل: the name of the day stands in brackets of its own."""
    piece = _weekday(words, hit.end + 1, facts, True)
    if piece is None or words.folded(piece.end) != ")":
        return None
    direction, end = _direction(words, piece.end + 1)
    named = replace(piece.facts, direction=direction or piece.facts.direction)
    return replace(piece, start=hit.start, end=end, facts=named)


def _part(words: TimeWords, i: int, facts: Facts, inside: bool) -> _Piece | None:
    """صباح، مساء before a day; صباحا، ليلا behind one; this morning, tonight."""
    hit = words.hit(i, "part-of-day", whole=inside)
    if hit is not None:
        sign = hit.entry.value[:-3]
        return _Piece("part", hit.end, hit.start, replace(facts, offset=int(sign), part=hit.entry.value[-3:]))
    for kind in ("part", "eve"):
        hit = words.hit(i, kind, whole=inside)
        if hit is not None:
            following = _named_day(words, hit, facts)
            if following is not None:
                return replace(following, start=hit.start)
    hit = words.hit(i, "hour-part", whole=True)
    if hit is not None and inside and not facts.part:
        return _Piece("part", hit.end, hit.start, replace(facts, part=hit.entry.value))
    return None


def _named_day(words: TimeWords, hit: Hit, facts: Facts) -> _Piece | None:
    if hit.end >= words.limit:
        return None
    for reader in (_noun, _day, _weekday, _calendar):
        piece = reader(words, hit.end, replace(facts, part=hit.entry.value), True)
        if piece is not None:
            return piece
    return None


def _day(words: TimeWords, i: int, facts: Facts, inside: bool) -> _Piece | None:
    hit = words.hit(i, "same-day", whole=inside)
    if hit is not None:
        facts = replace(facts, offset=hit.entry.number, direction="same")
        return _Piece("day", hit.end, hit.start, facts)
    hit = words.hit(i, "day", "morrow", whole=inside)
    if hit is None or (hit.entry.kind == "morrow" and inside):
        return None
    # the morrow of what is told is the day that the report is about
    direction = "told" if hit.entry.kind == "morrow" else facts.direction
    return _Piece("day", hit.end, hit.start, replace(facts, offset=hit.entry.number, direction=direction))


def _weekday(words: TimeWords, i: int, facts: Facts, inside: bool) -> _Piece | None:
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
        return _Piece("weekday", week[1], hit.start, facts)
    direction = direction or hit.entry.value or facts.direction
    facts = replace(facts, weekday=hit.entry.number, direction=direction)
    return _Piece("weekday", end, hit.start, facts)


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


def _calendar(words: TimeWords, i: int, facts: Facts, inside: bool) -> _Piece | None:
    """A day of a month, a month, or a date in figures."""
    if (words.folded(i - 1), words.folded(i)) in words.times.guards:
        return None  # the first week of
    found = _calendar_date(words, i, facts, inside)
    return found if found is not None and not _is_name(words, i) else None


def _calendar_date(words: TimeWords, i: int, facts: Facts, inside: bool) -> _Piece | None:
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
        return _Piece("calendar", end, words.tokens[i].start, facts, to)
    american = _month_first(words, i, facts)
    if american is not None:
        return american
    month = _month(words, i, strong=False, whole=inside)
    if month is None:
        return None
    facts, to, end = _with_year(words, month, facts)
    return _Piece("calendar", end, month.start, facts, to)


def _month_first(words: TimeWords, i: int, facts: Facts) -> _Piece | None:
    """June 8, 2026: as quoted posts are dated."""
    hit = words.hit(i, "month", whole=True)
    day = words.number(hit.end) if hit is not None and hit.end < words.limit else None
    if hit is None or day is None or not 1 <= day <= 31 or words.folded(hit.end + 1) not in (",", "،"):
        return None
    year = words.year(hit.end + 2)
    if year is None or year[1] != (hit.entry.value == "hijri"):
        return None
    facts = replace(facts, year=year[0], month=hit.entry.number, day=day, hijri=year[1])
    return _Piece("calendar", year[2], hit.start, facts)


def _is_name(words: TimeWords, i: int) -> bool:
    """Whether the date at token `i` is the name of a street, a quarter, a force (ساحة 17 تموز)."""
    numbered = words.number(i - 1) is not None or words.numbers.word(words.folded(i - 1), "unit", "compound")
    return words.hit(i - 2 if numbered else i - 1, "namer") is not None


def _day_of_this_month(words: TimeWords, i: int, at: int, facts: Facts) -> _Piece | None:
    """التاسع عشر من الشهر الجاري، 20 من الشهر نفسه; `facts` has the day already."""
    unit = words.hit(at, "unit", whole=True) if at < words.limit else None
    start = words.tokens[i].start
    if unit is not None and unit.entry.value == "month" and unit.entry.definite and unit.entry.number == 1:
        direction, end = _direction(words, unit.end)
        if direction in _PERIOD_OFFSETS:
            facts = replace(facts, offset=_PERIOD_OFFSETS[direction], unit="month")
            return _Piece("calendar", end, start, facts)
    same = words.hit(at, "reference", "same-period", whole=True) if at < words.limit else None
    if same is None or not any(words.hit(k, "unit", whole=True) for k in range(at, same.end)):
        return None
    if same.entry.kind == "same-period" and same.entry.value == "month":  # of the month that was told last
        facts = replace(facts, offset=0, unit="month", direction="same")
        return _Piece("calendar", same.end, start, facts)
    return _Piece("calendar", same.end, start, Facts(value=same.entry.value))


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
    second = words.number(at + 1) if words.folded(at) in _TO_LAST_DAY else None
    if second is not None and day < second <= 31:
        last, at = second, at + 2
    elif words.folded(at).startswith("وال"):  # "the third and fourth of July"
        next_day = words.numbers.word(words.folded(at)[1:], "ordinal")
        if next_day is not None and next_day.value == day + 1:
            last, at = next_day.value, at + 1
    if words.folded(at) == "من" or (words.folded(at) == "في" and words.number(at - 1) is None):
        at += 1
    return day, last, at


def _figures(words: TimeWords, i: int, facts: Facts) -> _Piece | None:
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
    return _Piece("calendar", end, words.tokens[i].start, facts)


def _between_slashes(words: TimeWords, i: int, facts: Facts) -> _Piece | None:
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
    return _Piece("calendar", year[2], words.tokens[i].start, facts)


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


def _clock(words: TimeWords, i: int, facts: Facts, inside: bool) -> _Piece | None:
    """الساعة الثامنة مساء، الساعة 8:30، عند الثامنة صباحا، 12:48 ت م."""
    hit = words.hit(i, "clock", whole=inside)
    at = hit.end if hit is not None else i
    start = hit.start if hit is not None else words.tokens[i].start
    read = _bracketed_hour(words, at) if hit is not None else None
    read = read or _hour(words, at)
    if read is None or (hit is None and words.ordinal(at) and not words.folded(at).endswith("ه")):
        return None  # hours are feminine: "the third, on Friday evening" tells none
    hour, minute, end = read
    part = words.hit(end, "hour-part", whole=True) if end < words.limit else None
    # "at seven in the morning of Friday": the part of the day stands behind من, with its day
    parted = part is not None or (words.folded(end) == "من" and words.hit(end + 1, "part", whole=True))
    value, end = (part.entry.value, part.end) if part is not None else ("", end)
    if not value and words.folded(end) in _LETTERS and (hit is not None or ":" in words.folded(at + 1)):
        value, end, parted = _LETTERS[words.folded(end)], end + 1, True
    zoned = _zone(words, end)
    stamped = zoned > end and (words.folded(at + 1) == ":" or _is_stamp(words, at))
    end = zoned
    if hit is None and (inside or not (parted or stamped or _heads_entry(words, i, end))):
        return None
    facts = replace(facts, hour=hour, minute=minute, part=facts.part or value)
    return _Piece("clock", end, start, facts)


def _heads_entry(words: TimeWords, first: int, end: int) -> bool:
    """Whether hour and minute are set before what happened then, in running reports (07:40 - ، (09:10))."""
    opened = words.folded(first - 1) in ("", "(", "[") and first - words.begin <= 1
    told = words.folded(first + 1) == ":" and len(words.folded(first + 2)) == 2 and end == first + 3
    return opened and told and words.folded(end) in _ENTRY_MARKS


def _zone(words: TimeWords, i: int) -> int:
    """The token behind what says by which clock the hour is told (بالتوقيت المحلي، بتوقيت دمشق)."""
    hit = words.hit(i, "zone", whole=True) if i < words.limit else None
    if hit is None:
        return i
    if hit.entry.value != "place":
        return hit.end
    part = words.hit(hit.end, "zone-part", whole=True)
    at = part.end if part is not None else hit.end
    if at >= words.limit or words.tokens[at].kind != "word":
        return i
    rest = words.hit(at + 1, "zone-rest", whole=True)
    return rest.end if rest is not None else at + 1


def _bracketed_hour(words: TimeWords, i: int) -> tuple[int, int, int] | None:
    """Hour, minute and the token behind, in brackets of their own: الساعة (11:59) مساء."""
    inner = _hour(words, i + 1) if words.folded(i) == "(" else None
    return (*inner[:2], inner[2] + 1) if inner is not None and words.folded(inner[2]) == ")" else None


def _hour(words: TimeWords, i: int) -> tuple[int, int, int] | None:
    """Hour, minute and the token behind (العاشرة و27 دقيقة، 8:30، 17.30، الـ11)."""
    middle = _MIDDLES.get((words.folded(i), words.folded(i + 1)))
    if middle is not None:
        return (middle, *_minutes(words, i + 2))
    i += words.folded(i) == "ال"
    spelled = words.ordinal(i)
    number = words.number(i)
    parts = words.folded(i).replace(",", ".").split(".")
    if spelled is not None:
        hour, end = spelled
        if hour > 12:
            return None
    elif number is not None and number <= 24:
        hour, end = number % 24, i + 1
    elif number is not None and _is_stamp(words, i):
        return number // 100, number % 100, i + 1
    elif len(parts) == 2 and all(map(str.isdecimal, parts)) and len(parts[1]) == 2 and int(parts[0]) < 24:
        return (int(parts[0]), int(parts[1]), i + 1) if int(parts[1]) < 60 else None
    else:
        return None
    minute, end = _minutes(words, end)
    return hour, minute, end


def _written_minutes(words: TimeWords, i: int) -> tuple[int, int]:
    """The minutes behind an hour that are written out (الواحدة وخمس وثلاثين دقيقة)."""
    if not words.folded(i).startswith("و") or not words.begin <= i < words.limit:
        return 0, i
    amount = find_amount(words.tokens, i, words.limit, words.numbers)
    unit = words.hit(amount.end, "unit", whole=True) if amount is not None else None
    exact = amount is not None and amount.low == amount.high and (amount.low or 60) < 60
    if amount is None or unit is None or unit.entry.value != "minute" or not exact:
        return 0, i
    return amount.low or 0, unit.end


def _is_stamp(words: TimeWords, i: int) -> bool:
    """Whether four digits are hour and minute, told by the clock they are read from (1249 بتوقيت غرينتش)."""
    digits = words.folded(i)
    return len(digits) == 4 and digits < "2400" and digits[2:] < "60" and _zone(words, i + 1) > i + 1


def _minutes(words: TimeWords, i: int) -> tuple[int, int]:
    """The minutes behind an hour at token `i`, and the token behind them."""
    fraction = {"والنصف": 30, "ونصف": 30, "والربع": 15, "والثلث": 20}.get(words.folded(i))
    if fraction is not None:
        return fraction, i + 1
    minutes = words.number(i + 1)
    if minutes is None or minutes > 59:
        return _written_minutes(words, i)
    if words.folded(i) in (":", "."):
        return minutes, i + 2
    unit = words.hit(i + 2, "unit", whole=True)
    counted = words.folded(i) == "و" and unit is not None and unit.entry.value == "minute"
    return (minutes, i + 3) if counted else (0, i)
