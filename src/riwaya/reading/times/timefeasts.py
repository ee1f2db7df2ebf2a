"""Feasts and seasons: days of the calendars that have names of their own."""

from __future__ import annotations

from dataclasses import replace

from riwaya.reading.times.timespans import read_unit, read_year
from riwaya.reading.times.timevalues import Facts
from riwaya.reading.times.timewords import IN, Expression, Hit, TimeWords

#: The mark of a feast of our own calendar in the tables; others are of the Hijri one.
_GREGORIAN = "g"
#: What parts two feasts of one name.
_OR = "|"


def read_feast(words: TimeWords, i: int) -> Expression | None:
    """في عيد الأضحى، أيام عيد الفطر الماضي، ثالث أيام العيد، اليوم الأول من عيد الفطر.

    A feast that is celebrated or wished tells no time (هنأه بعيد الفطر، بمناسبة العيد).
    """
    before = _days_of(words, i)
    hit = _feast_at(words, before.end, inner=True) if before is not None else None
    if hit is None:
        before, hit = None, _feast_at(words, i, inner=False)
    if hit is None or (before is None and not _tells_when(words, i, hit)):
        return None
    deictic = words.hit(hit.end, "deictic", whole=True) if hit.end < words.limit else None
    end = deictic.end if deictic is not None else hit.end
    nth = before.entry.number if before is not None and before.entry.kind == "nth" else 1
    feasts = tuple(_day(each, nth) for each in hit.entry.value.split(_OR))
    facts = replace(feasts[0], direction=deictic.entry.value if deictic else "", others=feasts[1:])
    start = before.start if before is not None else hit.start
    return Expression(i, end, start, words.tokens[end - 1].end, facts)


def _days_of(words: TimeWords, i: int) -> Hit | None:
    """What is said of the days of a feast: ثاني أيام، عطلة، صباح يوم."""
    hit = words.hit(i, "nth", "feast-days")
    return hit if hit is not None and hit.end < words.limit else None


def _feast_at(words: TimeWords, i: int, *, inner: bool) -> Hit | None:
    led = inner and words.folded(i).startswith("ل")  # اليوم الأول لعيد الفطر
    hit = words.hit(i, "feast", whole=inner and not led) if i < words.limit else None
    named = hit is not None and hit.end == i + 1 and words.folded(hit.end).startswith("ال")
    told = named and words.hit(i + 1, "deictic", whole=True) is None
    return None if told else hit  # "the National Feast"


def _tells_when(words: TimeWords, i: int, hit: Hit) -> bool:
    """Whether a feast is told as a day: by its name (يوم عرفة), or behind a preposition of time."""
    if words.hit(i, "feast-days") is not None:
        return True
    if hit.start > words.tokens[i].start and not words.folded(i).startswith("و"):
        return False
    led = words.hit(i - 1, "since", "before", "after", "during", "until", "midnight")
    return led is not None or words.folded(i - 1) in IN


def _day(value: str, nth: int) -> Facts:
    hijri = not value.startswith(_GREGORIAN)
    month, day = (int(part) for part in value.removeprefix(_GREGORIAN).split("-"))
    return Facts(hijri=hijri, month=month, day=day + nth - 1)


def read_season(words: TimeWords, i: int) -> Expression | None:
    """صيف 2014، صيف العام الماضي، الشتاء المقبل; في الخريف: the nearest."""
    hit = words.hit(i, "season")
    if hit is None:
        return None
    told = _season_of_year(words, hit) if hit.end < words.limit else None
    if told is not None or not _is_nearest(words, hit):
        return told
    stop = words.tokens[hit.end - 1].end
    return Expression(i, hit.end, hit.start, stop, Facts(season=hit.entry.value))


def _season_of_year(words: TimeWords, hit: Hit) -> Expression | None:
    """A season with its year behind it."""
    of_year = read_unit(words, hit.end)
    if of_year is not None and of_year.facts.unit == "year" and of_year.facts.offset is not None:
        facts = replace(of_year.facts, season=hit.entry.value)
        return replace(of_year, first=hit.first, start=hit.start, facts=facts)
    year = words.year(hit.end)
    if year is not None and not year[1]:
        facts = Facts(value=f"{year[0]:04d}-{hit.entry.value}")
        return Expression(hit.first, year[2], hit.start, words.tokens[year[2] - 1].end, facts)
    named = read_year(words, hit.end)
    if named is not None and named.to is None and named.facts.year is not None and not named.facts.hijri:
        facts = Facts(value=f"{named.facts.year:04d}-{hit.entry.value}")
        return replace(named, first=hit.first, start=hit.start, facts=facts)
    deictic = words.hit(hit.end, "deictic", whole=True)
    if deictic is None or deictic.entry.value == "gone":
        return None
    facts = Facts(season=hit.entry.value, direction=deictic.entry.value)
    return Expression(hit.first, deictic.end, hit.start, words.tokens[deictic.end - 1].end, facts)


def _is_nearest(words: TimeWords, hit: Hit) -> bool:
    """Whether a season by itself is the nearest: with its article, behind a preposition of time."""
    definite = words.folded(hit.end - 1).startswith("ال") and not words.folded(hit.end).startswith("ال")
    return definite and (words.folded(hit.first - 1) in IN or words.hit(hit.first - 1, "during") is not None)
