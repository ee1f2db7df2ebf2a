"""Times: every expression that says when, how long or how often, and its value.

Spans leave the preposition before an expression out (في 12 يوليو → "12 يوليو"), except قبل and بعد before
a duration, which are part of what it says. Values are ISO 8601, or TimeML's where text and day of
publication do not fix one; an expression that the words leave open stays open.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.numbers import NumberLexicon
from riwaya.lexicon.times import TimeLexicon
from riwaya.model import Span, Time
from riwaya.reading.draft import TimeMention
from riwaya.reading.times.timedates import read_date
from riwaya.reading.times.timefeasts import read_feast, read_season
from riwaya.reading.times.timelengths import read_duration, read_length
from riwaya.reading.times.timeparts import (
    read_bare_part,
    read_first_months,
    read_from_then,
    read_nth_day,
    read_row,
    read_share,
    read_within,
)
from riwaya.reading.times.timespans import (
    read_decade,
    read_distance,
    read_edge,
    read_reference,
    read_same_period,
    read_unit,
    read_year,
)
from riwaya.reading.times.timevalues import Facts, anchored, value_of
from riwaya.reading.times.timewords import Expression, TimeWords
from riwaya.text.document import Document

_Reader = Callable[[TimeWords, int], Expression | None]

#: Readers of expressions, the kinds of entries that one begins with, and whether a number may begin it
#: too. They are asked in this order; of two that begin at one place the longer one counts.
_READERS: tuple[tuple[_Reader, frozenset[str], bool], ...] = (
    (read_edge, frozenset(("edge",)), False),
    (read_distance, frozenset(("before", "after")), False),
    (read_from_then, frozenset(("then",)), False),
    (
        read_date,
        frozenset(
            (
                "day-noun",
                "part-of-day",
                "part",
                "eve",
                "day",
                "same-day",
                "morrow",
                "weekday",
                "month",
                "month-noun",
                "clock",
            )
        ),
        True,
    ),
    (read_year, frozenset(("year-noun",)), True),
    (
        read_reference,
        frozenset(
            (
                "later",
                "reference",
                "reference-time",
                "reference-bare",
                "now",
                "set",
                "while",
                "behind-in",
                "moment",
            )
        ),
        False,
    ),
    (read_same_period, frozenset(("same-period",)), False),
    (read_unit, frozenset(("unit", "demonstrative")), False),
    (read_decade, frozenset(("decade", "unit")), False),
    (read_season, frozenset(("season",)), False),
    (read_feast, frozenset(("feast", "feast-days", "nth")), False),
    (read_duration, frozenset(("unit",)), True),
    (read_within, frozenset(("within", "hours")), False),
    (read_bare_part, frozenset(("bare-part",)), False),
    (read_row, frozenset(("unit",)), False),
    (read_nth_day, frozenset(("unit",)), False),
    (read_share, frozenset(("share",)), False),
    (read_first_months, frozenset(("unit",)), False),
    (read_length, frozenset(("length",)), True),
)
#: What stands before the two days that a night lies between, folded.
_PARTING, _BETWEEN = event_words("parting"), "بين"
_PERIODS = frozenset(("year", "month"))
_PERIOD = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?!\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_JOINS_RANGE = frozenset(("-", "–"))


def find_times(
    document: Document, published: date | None, lexicon: TimeLexicon, numbers: NumberLexicon
) -> tuple[TimeMention, ...]:
    """The times of `document` in the order of the text; `published` is the day of publication."""
    found: list[tuple[TimeWords, Expression]] = []
    for sentence in document.sentences:
        words = TimeWords(document.tokens, sentence.start, sentence.end, lexicon, numbers)
        found.extend((words, expression) for expression in _expressions(words))
    anchor = _anchor([expression.facts for _, expression in found], published)
    mentions: list[TimeMention] = []
    told: date | None = None
    periods: dict[str, date] = {}
    told_in, hijri = -1, False
    for words, expression in found:
        direction = expression.facts.direction
        if direction == "same" and expression.facts.unit == "month" and hijri:
            told = None  # the day of a month that another calendar counts
            periods.pop("month", None)
        here = (direction == "told" or _bare_hour(expression.facts)) and told_in == words.begin
        here = here or (direction == "told" and _just_before(told, anchor))
        if direction == "same" and expression.facts.day is None and expression.facts.unit in _PERIODS:
            mention = _mention(words, expression, periods.get(expression.facts.unit))
        else:
            then = told or periods.get("month") if expression.facts.unit == "month" else told
            mention = _mention(words, expression, then if direction == "same" or here else anchor)
        periods |= _periods(mention.time.value)
        day = _day(mention.time.value)
        if day is not None:
            told, told_in, hijri = day, words.begin, expression.facts.hijri
        mentions.append(mention)
    return tuple(mentions)


def _bare_hour(facts: Facts) -> bool:
    """Whether an hour is told of no day: it is one of the day told last in its sentence."""
    return facts.hour is not None and facts.offset is None and facts.weekday is None and facts.month is None


def _just_before(told: date | None, anchor: date | None) -> bool:
    """Whether the day told last is the one that a report is about: yesterday, or a day of this week."""
    return told is not None and anchor is not None and 0 <= (anchor - told).days <= 3


def _day(value: str) -> date | None:
    """The day of a value, the last of a range; None for what is longer, not known or no day."""
    match = _DAY.match(value.rsplit("/", maxsplit=1)[-1])
    try:
        return date.fromisoformat(match.group()) if match else None
    except ValueError:
        return None  # a day that the month does not have, as a report may name it


def _periods(value: str) -> dict[str, date]:
    """The year, and the month where it is told, that a value begins with."""
    found = _PERIOD.match(value)
    if found is None:
        return {}
    year, month = int(found["year"]), int(found["month"] or 1)
    if not (year and 1 <= month <= 12):
        return {}
    first = date(year, month, 1)
    return {"year": first, "month": first} if found["month"] else {"year": first}


def _expressions(words: TimeWords) -> list[Expression]:
    found: list[Expression] = []
    i = words.begin
    while i < words.limit:
        # Most words begin no time: one look-up each, before anything is called.
        token = words.tokens[i]
        if token.kind == "word" and not (
            words.times.kinds[token.folded] or words.numbers.begins[token.folded]
        ):
            i += 1
            continue
        expression = _at(words, i)
        if expression is None:
            i += 1
            continue
        expression = _night_between(words, _range(words, expression))
        found.append(expression)
        i = expression.end
    return found


def _at(words: TimeWords, i: int) -> Expression | None:
    kinds, numeric = words.kinds(i), _may_be_number(words, i)
    if not kinds and not numeric:
        return None
    best: Expression | None = None
    for reader in _readers(kinds, numeric):
        expression = reader(words, i)
        if expression is not None and (best is None or expression.end > best.end):
            best = expression
    return best


@lru_cache(maxsize=1_000)
def _readers(kinds: frozenset[str], numeric: bool) -> tuple[_Reader, ...]:
    """The readers of what may begin with an entry of one of `kinds`, or with a number."""
    return tuple(r for r, first, number in _READERS if (number and numeric) or not first.isdisjoint(kinds))


def _may_be_number(words: TimeWords, i: int) -> bool:
    if i >= words.limit:
        return False  # "بين مارس 2016 و": the text ends
    token = words.tokens[i]
    if token.kind == "word":
        return words.numbers.begins[token.folded]
    if token.kind == "number" or token.text != "(" or i + 1 >= words.limit:
        return token.kind == "number"
    return words.tokens[i + 1].kind == "number" or words.folded(i + 1) in words.numbers.words


def _range(words: TimeWords, low: Expression) -> Expression:
    """`low`, or the range that it begins: بين X وY، من X إلى Y، ليل الأحد-الإثنين، الفترة من X وحتى Y."""
    if low.to is not None or low.facts.value or low.end >= words.limit:
        return low
    before, join = words.folded(low.first - 1), words.folded(low.end)
    between = (
        _day_after(words, low)
        or before in ("بين", "وبين")
        or (join.startswith("و") and words.hit(low.first, "day-noun") is not None)
    )
    if between and join.startswith("و"):
        high = _at(words, low.end + (join == "و"))
    elif low.facts.part == "TNI" and low.facts.weekday and _next_weekday(words, low):
        high = _at(words, low.end + (join == "/"))
    elif join in ("-", "–") or (_goes_on(words, low.end) and before in ("من", "ومن")):
        at = low.end + 1 + (join == "،")
        high = _at(words, at) if at < words.limit else None
    else:
        return low
    if high is None or high.to is not None or high.facts.value or not _alike(low.facts, high.facts):
        return low
    start, first = low.start, low.first
    period = words.hit(low.first - 2, "period") if before == "من" else None
    if period is not None:
        start, first = period.start, period.first
    return Expression(first, high.end, start, high.stop, _shared(low.facts, high.facts), high.facts)


def _goes_on(words: TimeWords, i: int) -> bool:
    """Whether the end of a range follows, behind a comma or not (من 7 يوليو، وحتى …)."""
    return words.folded(i + (words.folded(i) == "،")) in _JOINS_RANGE | words.times.marks["up-to"]


def _next_weekday(words: TimeWords, low: Expression) -> bool:
    """Whether the night of one weekday is told with the next, without a dash: ليل الخميس/الجمعة."""
    high = words.hit(low.end + (words.folded(low.end) == "/"), "weekday", whole=True)
    return high is not None and high.entry.number == (low.facts.weekday or 0) % 7 + 1


def _day_after(words: TimeWords, low: Expression) -> bool:
    """Whether "and" joins the next weekday to one: غارات الجمعة والسبت."""
    facts = low.facts
    if facts.weekday is None or facts.month is not None or facts.part or facts.direction:
        return False
    high = words.hit(low.end, "weekday", whole=False) if low.end < words.limit else None
    return (
        high is not None
        and words.folded(low.end).startswith("و")
        and high.entry.number == facts.weekday % 7 + 1
    )


def _night_between(words: TimeWords, days: Expression) -> Expression:
    """الليلة الفاصلة بين السبت والأحد: one night, that of the first of two days."""
    before = tuple(words.folded(k) for k in range(days.first - 3, days.first))
    nights = words.times.marks["parted-night"]
    parted = before[1] in _PARTING and before[2] == _BETWEEN
    if days.to is None or not parted or not before[0].endswith(tuple(nights)):
        return days
    night = words.tokens[days.first - 3]
    split = next((s for s in night.splits if s.rest.removeprefix("ال") in nights), night.splits[0])
    start = night.start_of(split)
    return replace(days, first=days.first - 3, start=start, facts=replace(days.facts, part="TNI"))


def _alike(low: Facts, high: Facts) -> bool:
    if low.hour is not None:
        return high.hour is not None
    if low.weekday is not None and low.month is None:
        return high.weekday is not None
    if low.month is not None:
        return high.month is not None or (high.day is not None and low.day is not None)
    return low.year is not None and high.year is not None


def _shared(low: Facts, high: Facts) -> Facts:
    """`low` with what is said once, at the end, for both (سبتمبر ويناير الماضيين؛ مايو ويونيو 2015)."""
    # "from 27 Shawwal to 6 of the coming Dhu al-Qada": only the second month is the coming one.
    apart = high.direction == "future" and low.month != high.month
    direction = low.direction or ("" if apart else high.direction)
    if low.hour is not None:
        low = replace(low, part=low.part or high.part)  # "between three and five in the afternoon"
    return replace(low, direction=direction, year=low.year if low.year is not None else high.year)


def _anchor(facts: list[Facts], published: date | None) -> date | None:
    """The day the report speaks from: that of publication, unless "today (Thursday)" tells another."""
    if published is None or not 1900 <= published.year <= 2100:
        return None
    for fact in facts:
        day = anchored(fact, published)
        if day is not None:
            return day
        if _is_today(fact, published):
            return published
    return published


def _is_today(facts: Facts, published: date) -> bool:
    """Whether a weekday by itself is that of publication, as news agencies say today (يوم السبت)."""
    bare = facts.offset is None and facts.month is None and not facts.direction and not facts.part
    return bare and facts.weekday == published.isoweekday()


def _from_to(value: str, last: str) -> str:
    """From the beginning of the one to the end of the other, where both are known."""
    return (
        value
        if "REF" in value + last
        else f"{value.split('/', maxsplit=1)[0]}/{last.rsplit('/', maxsplit=1)[-1]}"
    )


def _mention(words: TimeWords, expression: Expression, anchor: date | None) -> TimeMention:
    ahead = words.looks_ahead(expression.first) or _set_for(words, expression)
    kind, value = value_of(replace(expression.facts, future=ahead), anchor)
    if expression.to is not None:
        _, last = value_of(replace(expression.to, future=ahead), anchor)
        # A night between two days is one night, that of the first.
        night = expression.facts.part and expression.facts.hour is None
        value = value if night else _from_to(value, last)
    time = Time(kind, value, Span(expression.start, expression.stop))
    return TimeMention(expression.first, expression.end, time)


def _set_for(words: TimeWords, expression: Expression) -> bool:
    """Whether ل sets something for a weekday, which then is to come: تعطيل الدوام ليوم الاثنين."""
    token = words.tokens[expression.first]
    led = token.folded.startswith(("ليوم", "لل")) and token.start < expression.start
    return led and expression.facts.weekday is not None and not expression.facts.direction
