"""Parts of a day, a year, a row: early on Friday, the first half of 2015, the third night in a row."""

from __future__ import annotations

from dataclasses import replace

from riwaya.reading.times.timedates import read_date
from riwaya.reading.times.timelengths import Length, measured
from riwaya.reading.times.timespans import definite_count, read_unit, read_year
from riwaya.reading.times.timevalues import Facts
from riwaya.reading.times.timewords import Expression, TimeWords

_IN_A_ROW = ("علي", "التوالي")
_ROW_UNITS = frozenset(("day", "night", "week", "month", "year"))


def read_within(words: TimeWords, i: int) -> Expression | None:
    """وقت سابق من مساء الأحد، ساعات الفجر الأولى، ساعة متأخرة من ليل السبت: valued as the day or part."""
    hit = words.hit(i, "within", "hours")
    if hit is None or hit.end >= words.limit:
        return None
    at = hit.end + (words.folded(hit.end) == "من")
    inner = _bare_part(words, at) or read_date(words, at)
    if inner is None and hit.entry.kind == "within":
        inner = read_unit(words, at)
    if inner is None or words.tokens[at].start != inner.start:
        return None
    if inner.facts.hour is not None or (hit.entry.kind == "hours" and not inner.facts.part):
        return None
    if hit.entry.value and not inner.facts.part and inner.facts.unit == "day":
        inner = replace(inner, facts=replace(inner.facts, part=hit.entry.value))  # "late yesterday"
    return replace(inner, first=i, start=hit.start)


def _bare_part(words: TimeWords, i: int) -> Expression | None:
    """The morning, the night of the day that is spoken of, where nothing names that day."""
    hit = words.hit(i, "bare-part", whole=True) if i < words.limit else None
    if hit is None:
        return None
    early = words.hit(hit.end, "few", whole=True) if hit.end < words.limit else None
    end = early.end if early is not None else hit.end
    facts = Facts(offset=0, part=hit.entry.value)
    return Expression(i, end, hit.start, words.tokens[end - 1].end, facts)


def read_bare_part(words: TimeWords, i: int) -> Expression | None:
    """طوال الليل، خلال الليل: the night before; منذ الصباح، بعد منتصف الليل: that of the day."""
    part = _bare_part(words, i)
    if part is not None and part.end > i + 1 and words.hit(i - 1, "before", "after", "until", "midnight"):
        return part
    if part is None or not words.hit(i - 1, "since", "during", whole=True):
        return None
    return replace(part, facts=replace(part.facts, offset=-1)) if part.facts.part == "TNI" else part


def read_row(words: TimeWords, i: int) -> Expression | None:
    """لليوم الثالث على التوالي: the third day in a row is the day that is spoken of."""
    for match in words.hits(i):
        for entry in match.values:
            # لليلة: one of three ل is not written
            definite = entry.definite or words.folded(i).startswith("لل")
            if entry.kind != "unit" or not definite or entry.value not in _ROW_UNITS:
                continue
            end = _place_in_row(words, match.end)
            if end is not None and (words.folded(end), words.folded(end + 1)) == _IN_A_ROW:
                part = "TNI" if entry.value == "night" else ""
                facts = Facts(offset=0, unit=entry.value, part=part)
                return Expression(i, end + 2, match.start, words.tokens[end + 1].end, facts)
    return None


def _place_in_row(words: TimeWords, i: int) -> int | None:
    """The token behind an ordinal, or behind digits with the article (الـ22)."""
    spelled = words.ordinal(i)
    if spelled is not None:
        return spelled[1]
    at = i + (words.folded(i) == "ال")
    return at + 1 if at > i and words.number(at) is not None else None


def read_nth_day(words: TimeWords, i: int) -> Expression | None:
    """في اليوم الثالث للعملية، في اليوم الـ39 من الحرب: the day that is spoken of, or the first, gone by."""
    for match in words.hits(i):
        for entry in match.values:
            day = entry.kind == "unit" and entry.value == "day" and entry.definite and entry.number == 1
            end = _place_in_row(words, match.end) if day else None
            if end is None or not (words.folded(end).startswith("ل") or words.folded(end) == "من"):
                continue
            nth = words.ordinal(match.end)
            first = nth is not None and nth[0] == 1
            facts = Facts(value="PAST_REF") if first else Facts(offset=0, direction="told")
            return Expression(i, end, match.start, words.tokens[end - 1].end, facts)
    return None


def read_share(words: TimeWords, i: int) -> Expression | None:
    """النصف الأول من العام 2015، الربع الثاني من العام الماضي: from its first month to its last."""
    hit = words.hit(i, "share")
    if hit is None or hit.end >= words.limit:
        return None
    at = hit.end + (words.folded(hit.end) == "من")
    inner = _of_a_year(words, at)
    if inner is None:
        return None
    first, last = (int(month) for month in hit.entry.value.split("-"))
    return replace(inner, first=i, start=hit.start, facts=replace(inner.facts, months=(first, last)))


def read_first_months(words: TimeWords, i: int) -> Expression | None:
    """الأشهر الستة الأولى من العام الحالي: so many months from the first."""
    hit = words.hit(i, "unit")
    if hit is None or hit.entry.value != "month" or hit.entry.number != 3 or not hit.entry.definite:
        return None
    count, at = definite_count(words, hit.end)
    if count is None or words.folded(at) not in words.times.marks["first-of"] or words.folded(at + 1) != "من":
        return None
    inner = _of_a_year(words, at + 2)
    if inner is None or not 1 < count < 12:
        return None
    return replace(inner, first=i, start=hit.start, facts=replace(inner.facts, months=(1, count)))


def _of_a_year(words: TimeWords, i: int) -> Expression | None:
    """The year at token `i`, which a part of one is told of."""
    bare = words.year(i)
    inner = read_year(words, i) or read_unit(words, i, edged=True)
    if inner is None and bare is not None:
        start, stop = words.tokens[i].start, words.tokens[bare[2] - 1].end
        inner = Expression(i, bare[2], start, stop, Facts(year=bare[0], hijri=bare[1]))
    if inner is None or inner.to is not None or (inner.facts.year is None and inner.facts.unit != "year"):
        return None
    return inner


def read_from_then(words: TimeWords, i: int) -> Expression | None:
    """قبل ذلك بيوم، بعدها بساعات، بعد ذلك بقليل: so long before or after what was told last."""
    hit = words.hit(i, "then")
    if hit is None or not words.folded(hit.end).startswith("ب"):
        return None
    brief = words.hit(hit.end, "brief", "length")
    if brief is not None and brief.start == words.tokens[hit.end].start + 1:
        stop = words.tokens[brief.end - 1].end
        return Expression(i, brief.end, hit.start, stop, Facts(value="PAST_REF"))
    length = measured(words, hit.end) or _one(words, hit.end)
    if length is None or length.start != words.tokens[hit.end].start + 1:
        return None
    sign = -1 if hit.entry.value == "before" else 1
    facts = Facts("DATE" if length.unit in _ROW_UNITS else "TIME", "PAST_REF")
    if length.count is not None and length.most is None and length.unit in _ROW_UNITS:
        facts = Facts(offset=sign * length.count, unit=length.unit, direction="same")
    return Expression(i, length.end, hit.start, words.tokens[length.end - 1].end, facts)


def _one(words: TimeWords, i: int) -> Length | None:
    """A bare singular: one day, one year."""
    hit = words.hit(i, "unit")
    one = hit is not None and hit.entry.number == 1 and not hit.entry.definite
    return Length(hit.start, hit.end, hit.entry.value, 1) if one and hit is not None else None
