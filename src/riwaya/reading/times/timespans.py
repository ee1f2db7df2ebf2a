"""How far: distances from now, weeks and years, decades."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.event_words import event_words
from riwaya.model import TimeType
from riwaya.reading.times.timedates import read_date
from riwaya.reading.times.timelengths import TANWEEN, measured
from riwaya.reading.times.timevalues import Facts, duration
from riwaya.reading.times.timewords import IN, Expression, Hit, TimeWords

_CLOCK_UNITS = frozenset(("second", "minute", "hour"))
#: Two digits from here on are a year of the last century.
_FIRST_SHORT = 30
#: What stands before a number that is no year, folded.
_NUMBER = event_words("number")
_PREPOSITIONS = frozenset(("في", "من", "عن", "الي", "علي", "مع", "بين", "التي", "الذي"))


def _reference(hit: Hit, kind: TimeType, words: TimeWords) -> Expression:
    stop = words.tokens[hit.end - 1].end
    return Expression(hit.first, hit.end, hit.start, stop, Facts(kind, hit.entry.value))


def read_reference(words: TimeWords, i: int) -> Expression | None:
    """حاليا، مؤخرا، في الآونة الأخيرة، سنويا، منذ فترة."""
    if i > words.begin and words.folded(i).endswith(("ابقا", "احقا", "ديثا")):
        accusative = words.tokens[i - 1].text.endswith(TANWEEN) and not words.kinds(i - 1)
        if accusative and not words.folded(i).startswith("و"):
            return None
    hit = words.hit(i, "later")
    if hit is not None:
        value = "FUTURE_REF" if words.looks_ahead(i) else "PAST_REF"
        return Expression(i, hit.end, hit.start, words.tokens[hit.end - 1].end, Facts(value=value))
    # "and finally" closes a list, "lately" has no conjunction before it.
    hit = words.hit(i, "reference-bare", whole=True) or words.hit(
        i, "reference", "reference-time", "now", "set"
    )
    if hit is not None:
        kinds: dict[str, TimeType] = {"reference-time": "TIME", "set": "SET"}
        return _reference(hit, kinds.get(hit.entry.kind, "DATE"), words)
    hit = words.hit(i, "while")
    if hit is not None and words.hit(i - 1, "since", "before", "after"):
        return _reference(hit, "DURATION", words)
    hit = words.hit(i, "moment", whole=True)
    if hit is not None and words.hit(i - 1, "until"):
        return _reference(hit, "DATE", words)
    # "in the past", "in the future": the adjective is a noun only there
    hit = words.hit(i, "behind-in", whole=True)
    if hit is not None and words.folded(i - 1) in IN:
        return _reference(hit, "DATE", words)
    return None


def read_same_period(words: TimeWords, i: int) -> Expression | None:
    """العام نفسه، ذلك الشهر: the year or month that was told last."""
    hit = words.hit(i, "same-period")
    if hit is None:
        return None
    facts = Facts(offset=0, unit=hit.entry.value, direction="same")
    return Expression(i, hit.end, hit.start, words.tokens[hit.end - 1].end, facts)


def read_distance(words: TimeWords, i: int) -> Expression | None:
    """قبل يومين، بعد أسبوعين على…، قبل 24 عاما مضت: before or after now by so much."""
    hit = words.hit(i, "before", "after")
    if hit is None or hit.end >= words.limit:
        return None
    length = measured(words, hit.end)
    if length is None or words.tokens[hit.end].start < length.start:
        return None
    end, unit, count = length.end, length.unit, length.count
    if unit == "day" and end == hit.end + 1 and _day_named(words, end):
        return None  # "before the 25th of July" says no distance
    if words.folded(end) in words.times.marks["and-a-half"] and unit == "year" and count is not None:
        end, unit, count = end + 1, "month", count * 12 + 6
    gone = words.hit(end, "deictic", whole=True) if end < words.limit else None
    end = gone.end if gone is not None else end
    kind: TimeType = "TIME" if unit in _CLOCK_UNITS else "DATE"
    end += count == 1 and words.folded(end) in words.times.marks["one-unit"]
    behind = end + (words.folded(end) == "فقط")
    event = words.folded(behind) in ("من", "مما", "علي", "عن")
    from_now = event and words.folded(behind + 1) in ("الان", "اليوم")
    event = event and not from_now
    stop = words.tokens[end - 1].end
    past = hit.entry.kind == "before" or event or not (from_now or words.looks_ahead(i))
    after = hit.entry.kind == "after"
    if event and after and count is not None and unit in ("month", "year", "decade"):
        # "twelve years after the attack" says how long it has been
        facts = Facts("DURATION", duration(unit, count))
    elif unit in _CLOCK_UNITS or count is None or (not after and event):
        facts = Facts(kind, "PAST_REF" if past else "FUTURE_REF")
    elif after and past and not event:
        facts = Facts(kind, offset=count, unit=unit, direction="same")  # "two days later" than was told
    else:
        factor = {"decade": 10, "century": 100}.get(unit, 1)
        away = 0 if event and after else count * factor
        unit = "year" if factor > 1 else unit
        told = "told" if event and not away and unit in ("day", "week") else ""
        facts = Facts(kind, offset=-away if past else away, unit=unit, direction=told)
    return Expression(i, end, hit.start, stop, facts)


def _day_named(words: TimeWords, i: int) -> bool:
    """Whether a day of a month or of the week is named at token `i`."""
    if i >= words.limit:
        return False
    return words.number(i) is not None or words.hit(i, "weekday", whole=True) is not None


def read_unit(words: TimeWords, i: int, *, edged: bool = False) -> Expression | None:
    """الأسبوع الماضي، هذا العام، السنوات الخمس الماضية، الأيام المقبلة."""
    shown = words.hit(i, "demonstrative")
    at = shown.end if shown is not None else i
    hit = words.hit(at, "unit", whole=shown is not None) if at < words.limit else None
    if hit is None or not hit.entry.definite:
        return None
    start = shown.start if shown is not None else hit.start
    if shown is not None:
        ok = hit.entry.number == 1 and hit.entry.value not in ("hour", "minute", "second", "day")
        facts = Facts(offset=0, unit=hit.entry.value)
        return Expression(i, hit.end, start, words.tokens[hit.end - 1].end, facts) if ok else None
    count, end = definite_count(words, hit.end)
    if hit.entry.value == "year" and count is None:
        sort = words.hit(end, "year-sort", whole=True) if end < words.limit else None
        end = sort.end if sort is not None else end
    deictic = words.hit(end, "deictic", whole=True) if end < words.limit else None
    if deictic is None:
        bare = edged and hit.entry.number == 1 and hit.entry.value in ("week", "month", "year", "decade")
        facts = Facts(offset=0, unit=hit.entry.value)
        return Expression(i, hit.end, start, words.tokens[hit.end - 1].end, facts) if bare else None
    facts = _deictic_facts(hit, count, deictic.entry.value)
    named = words.year(deictic.end) if facts.unit == "year" and facts.offset is not None else None
    if named is not None:
        facts = Facts(year=named[0], hijri=named[1])  # "the current year 2015"
        return Expression(i, named[2], start, words.tokens[named[2] - 1].end, facts)
    return Expression(i, deictic.end, start, words.tokens[deictic.end - 1].end, facts)


def definite_count(words: TimeWords, i: int) -> tuple[int | None, int]:
    """The number behind a definite unit (الخمس، الـ10، القليلة), and the token behind it."""
    if i >= words.limit:
        return None, i
    spelled = words.definite(i)
    if spelled is not None:
        return spelled
    at = i + (words.folded(i) == "ال")
    number = words.number(at)
    if number is not None:
        return number, at + 1
    return None, i + (words.hit(i, "few", whole=True) is not None)


def _deictic_facts(hit: Hit, count: int | None, direction: str) -> Facts:
    unit, form = hit.entry.value, hit.entry.number
    if form == 2 or count is not None:
        return Facts("DURATION", duration(unit, count or 2))
    kind: TimeType = "TIME" if unit in _CLOCK_UNITS else "DATE"
    if form == 3 or unit in _CLOCK_UNITS or direction == "following":
        value = {"future": "FUTURE_REF", "present": "PRESENT_REF"}.get(direction, "PAST_REF")
        return Facts(kind, value)
    offset = {"past": -1, "gone": -1, "latest": -1, "earlier": -2, "future": 1}.get(direction, 0)
    return Facts(kind, offset=offset, unit=unit)


def read_year(words: TimeWords, i: int) -> Expression | None:
    """عام 2009، سنة 1436هـ، عامي 2011 و2012; four digits alone after في، منذ and the like."""
    hit = words.hit(i, "year-noun")
    at = hit.end if hit is not None else i
    read = words.year(at)
    if hit is not None and read is None and (short := _short_year(words, at)) is not None:
        read = (short, False, at + 1)
    if hit is not None and read is None and words.folded(at) == "(":
        read = words.year(at + 1)
        if read is None or words.folded(read[2]) != ")":
            return None
        read = (read[0], read[1], read[2] + 1)
    if read is None or (hit is None and not _opens_year(words, i, read[2])):
        return None
    number, hijri, end = read
    start = hit.start if hit is not None else words.tokens[i].start
    whole = hit is not None or (words.led_by(i) == "من" and words.hit(i - 2, "period") is None)
    joins = ("و", "-", "–", "/", "الي", "حتي", "وحتي") if whole else ("-", "–", "/")
    joined = words.folded(end) in joins
    to = words.year(end + 1) if joined else None
    if to is not None and to[0] > number and to[1] == hijri:
        stop = words.tokens[to[2] - 1].end
        return Expression(
            i, to[2], start, stop, Facts(year=number, hijri=hijri), Facts(year=to[0], hijri=hijri)
        )
    return Expression(i, end, start, words.tokens[end - 1].end, Facts(year=number, hijri=hijri))


def _short_year(words: TimeWords, i: int) -> int | None:
    """A year of the last century by its last two digits (عام 97)."""
    number = words.number(i)
    two = number is not None and _FIRST_SHORT <= number < 100 and len(words.folded(i)) == 2
    return 1900 + number if two and number is not None else None


def _opens_year(words: TimeWords, i: int, end: int) -> bool:
    """Whether four digits are a year: after a word that opens one, before none that they could count."""
    before, after = words.led_by(i), words.folded(end)
    if (end > i + 1 and before not in _NUMBER) or _opens_school_year(words, i, end):
        return True
    if words.number(i) is None or not 1900 <= (words.number(i) or 0) <= 2060:
        return False
    edged = i > words.begin and words.hit(i - 1, "edge", whole=True) is not None  # "بداية 2012 احتجاجا"
    if edged or _one_of_two(words, i, end) or _names_event(words, i, end):
        return True
    if before not in words.times.openers:
        return False
    if words.hit(i - 1, "edge"):
        return True  # "in the beginning of 2012" counts nothing
    return not after or words.tokens[end].kind != "word" or not after.endswith("ا") or len(after) < 4


def _opens_school_year(words: TimeWords, i: int, end: int) -> bool:
    """1436 / 1437هـ: two years one after the other, of which the second says what they are."""
    second = words.year(end + 1) if words.folded(end) in ("/", "-", "–") else None
    return second is not None and second[0] == (words.number(i) or 0) + 1 and second[2] > end + 2


def _one_of_two(words: TimeWords, i: int, end: int) -> bool:
    """بين 2003 و2011، من 2003 إلى 2011، الفترة 2003-2011."""
    before, after = words.led_by(i), words.folded(end)
    if before == "(":  # (2010 - 2015), (2013)
        if after == ")":
            return _stands_alone(words, end + 1)
        last = words.year(end + 1) if after in ("-", "–") else None
        return last is not None and words.folded(last[2]) == ")"
    if before == "بين":
        return after in ("و", "-", "–") and words.year(end + 1) is not None
    if before == "و":
        opened = words.led_by(i - 2)
        return words.year(i - 2) is not None and (opened == "بين" or opened in words.times.openers)
    if before == "من":
        return after in ("الي", "حتي", "وحتي", "-", "–") and words.year(end + 1) is not None
    return after in ("-", "–") and words.hit(i - 1, "period") is not None and words.year(end + 1) is not None


def _stands_alone(words: TimeWords, i: int) -> bool:
    """Whether what begins at token `i` is not counted by a number in brackets before it."""
    word = words.folded(i)
    return not word or words.tokens[i].kind != "word" or word.startswith("و") or word in _PREPOSITIONS


def _names_event(words: TimeWords, i: int, end: int) -> bool:
    """Whether the digits say which of several events is meant (حرب العراق 2003، مونديال 2014)."""
    after = words.folded(end)
    if after and words.tokens[end].kind == "word" and not after.startswith("و"):
        return False
    near = range(max(words.begin, i - 3), i)
    closely = all(words.tokens[k].kind == "word" for k in near)
    return closely and any(words.hit(k, "event-noun") for k in near)


def read_decade(words: TimeWords, i: int) -> Expression | None:
    """ستينيات القرن الماضي، الثمانينات; القرن التاسع عشر."""
    hit = words.hit(i, "decade")
    if hit is None:
        return _century(words, i)
    if words.folded(hit.end + (words.folded(hit.end) == "من")).startswith("عمر"):
        return None  # "in his twenties" is an age
    last, end = hit.entry.number, _behind_century(words, hit.end)
    second = words.hit(end, "decade") if words.folded(end).startswith("و") else None
    if second is not None and second.entry.number > last:
        end, last = _behind_century(words, second.end), second.entry.number  # the thirties and forties
    value = f"{hit.entry.number}/{last + 9}"
    return Expression(i, end, hit.start, words.tokens[end - 1].end, Facts(value=value))


def _behind_century(words: TimeWords, i: int) -> int:
    """The token behind the century of a decade (ستينيات القرن الماضي), where it is named."""
    at = i + (words.folded(i) == "من")
    century = words.hit(at, "unit", whole=True)
    if century is None or century.entry.value != "century" or not century.entry.definite:
        return i
    spelled = words.ordinal(century.end)
    tail = words.hit(century.end, "deictic", whole=True)
    return spelled[1] if spelled is not None else tail.end if tail is not None else century.end


def _century(words: TimeWords, i: int) -> Expression | None:
    hit = words.hit(i, "unit")
    if hit is None or hit.entry.value != "century" or not hit.entry.definite:
        return None
    spelled = words.ordinal(hit.end)
    digits = words.number(hit.end + 1) if words.folded(hit.end) == "ال" else None
    spelled = (digits, hit.end + 2) if digits is not None else spelled
    if spelled is None or not 5 <= spelled[0] <= 30:
        return None
    number, end = spelled
    if words.folded(end) == "قبل":
        return None  # before Christ
    first = (number - 1) * 100
    return Expression(
        i, end, hit.start, words.tokens[end - 1].end, Facts(value=f"{first:04d}/{first + 99:04d}")
    )


def read_edge(words: TimeWords, i: int) -> Expression | None:
    """منتصف مارس 2011، مطلع الشهر الجاري، نهاية عام 2014: an end of a period, valued as the period.

    Only with what "opens" a year its first month is meant (مطلع 2014).
    """
    hit = words.hit(i, "edge")
    if hit is None or hit.end >= words.limit:
        return None
    inner = read_year(words, hit.end) or read_unit(words, hit.end, edged=True) or read_decade(words, hit.end)
    if inner is None:
        dated = read_date(words, hit.end)
        inner = dated if dated is not None and dated.facts.month is not None else None
    if inner is None or words.tokens[hit.end].start != inner.start:
        return None
    if hit.entry.value == "first-month" and _is_one_year(inner):
        inner = replace(inner, facts=replace(inner.facts, month=1))
    return replace(inner, first=i, start=hit.start)


def _is_one_year(expression: Expression) -> bool:
    """Whether an expression tells a year of our calendar and nothing else."""
    facts = expression.facts
    return expression.to is None and facts.year is not None and facts.month is None and not facts.hijri
