"""Hours as they are said: by the clock, by its half of the day, by the zone whose clock it is."""

from __future__ import annotations

from dataclasses import replace

from riwaya.reading.quantities.numbers import find_amount
from riwaya.reading.times.timevalues import Facts
from riwaya.reading.times.timewords import Piece, TimeWords

#: What stands between the hour of an entry and the entry.
_ENTRY_MARKS = frozenset(("-", "–", "—", "|", ")", "]"))
#: How a clock's half of the day is abbreviated.
_LETTERS = {"ص": "TMO", "م": "TEV"}


def read_clock(words: TimeWords, i: int, facts: Facts, inside: bool) -> Piece | None:
    """الساعة الثامنة مساء، الساعة 8:30، عند الثامنة صباحا، 12:48 ت م."""
    hit = words.hit(i, "clock", whole=inside)
    at = hit.end if hit is not None else i
    start = hit.start if hit is not None else words.tokens[i].start
    read = _bracketed_hour(words, at) if hit is not None else None
    read = read or _hour(words, at)
    if read is None or (hit is None and words.ordinal(at) and not words.folded(at).endswith("ه")):
        return None  # hours are feminine: "the third, on Friday evening" tells none
    hour, minute, end = read
    if ":" not in words.folded(at + 1) and (unit := words.hit(end, "unit", whole=True)) and hit is not None:
        end = unit.end if unit.entry.value == "minute" else end  # "الساعة 4.15 دقيقة مساء"
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
    return Piece("clock", end, start, facts)


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
    middle = words.times.middles.get(f"{words.folded(i)} {words.folded(i + 1)}")
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
    fraction = words.times.fractions.get(words.folded(i))
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
