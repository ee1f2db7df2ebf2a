"""How long: durations, told by a number, a word that leaves it open, or a name of their own."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.inflect import THEIRS
from riwaya.reading.quantities.numbers import Amount, find_amount
from riwaya.reading.times.timevalues import HALVES, Facts, duration
from riwaya.reading.times.timewords import Expression, Hit, TimeWords

#: Units whose dual and plural are as often another word (contracts, horns): the dual needs منذ or the like.
_HOMONYMS = frozenset(("decade", "century", "second", "night"))
#: Up to so many, what is counted stands in the plural.
_FEW = 10
_MARKS = frozenset('"“”«»')
#: The ending of an accusative that stands by itself.
TANWEEN = ("اً", "ًا")


@dataclass(frozen=True, slots=True)
class Length:
    """A length up to token `end`: so many of a unit (None: left open), or from `count` up to `most`."""

    start: int
    end: int
    unit: str
    count: int | None
    most: int | None = None

    @property
    def value(self) -> str:
        """The length, or the shortest and the longest, as TimeML writes them."""
        value = duration(self.unit, self.count)
        return value if self.most is None else f"{value}/{duration(self.unit, self.most)}"


def read_duration(words: TimeWords, i: int) -> Expression | None:
    """أربع سنوات، عامين، أكثر من سنة، عدة أيام; a bare unit only after منذ، خلال and the like."""
    length = measured(words, i)
    if length is None or _is_age(words, length.start, length.end):
        return None
    start, end, value = length.start, length.end, length.value
    if words.folded(end) in words.times.marks["one-unit"]:
        end += 1
    half = words.folded(end) in words.times.marks["and-a-half"]
    if half and length.count is not None and length.unit in HALVES:
        end, value = end + 1, value + HALVES[length.unit]
        again = words.hit(end, "unit", whole=True) if end < words.limit else None
        end += again is not None and again.entry.definite and again.entry.value == length.unit
    longest = _up_to(words, length, end)
    if longest is not None:
        end, value = longest.end, f"{value}/{longest.value}"
    # "in the last three days": the deictic belongs to the expression and leaves it a duration.
    deictic = words.hit(end, "deictic", whole=True) if end < words.limit else None
    end = deictic.end if deictic is not None else end
    first = i
    if i - 1 >= words.begin and words.folded(i - 1) == "ال":
        first, start = i - 1, words.tokens[i - 1].start
    if words.folded(first - 1) == "كل":
        first, start = first - 1, words.tokens[first - 1].start
        return Expression(first, end, start, words.tokens[end - 1].end, Facts("SET", value))
    facts = Facts("DURATION", value)
    return Expression(first, end, start, words.tokens[end - 1].end, facts)


def _up_to(words: TimeWords, shortest: Length, i: int) -> Length | None:
    """The longest of what may last from one length to another (شهرين إلى ثلاثة أشهر)."""
    if words.folded(i) not in ("الي", "او") or i + 1 >= words.limit or shortest.count is None:
        return None
    longest = measured(words, i + 1)
    if longest is None or longest.count is None or longest.most is not None:
        return None
    longer = longest.unit != shortest.unit or longest.count > shortest.count
    return longest if longer and longest.start == words.tokens[i + 1].start else None


def measured(words: TimeWords, i: int) -> Length | None:
    """The length at token `i`: a number of units, a dual, a bare unit behind منذ، خلال and the like."""
    amount = _amount(words, i)
    if amount is not None and amount.end < words.limit:
        return _numbered(words, amount)
    hit = words.hit(i, "unit")
    if hit is None or hit.entry.definite:
        return _loose(words, i)
    if hit.entry.value == "year" and hit.entry.number == 1 and words.year(hit.end):
        return None  # "after the year 2003"
    if hit.entry.number == 2 and hit.entry.value not in _HOMONYMS:
        return Length(hit.start, hit.end, hit.entry.value, 2)
    if hit.entry.number == 1 and words.folded(hit.end) in words.times.marks["one-unit"]:
        return Length(hit.start, hit.end, hit.entry.value, 1)
    trigger = words.hit(i - 1, "since", "during", "before", "after")
    many = words.hit(hit.end, "many", whole=True) if hit.entry.number == 3 else None
    if hit.entry.number == 3 and (trigger is None or many is not None):
        return _open_plural(words, hit)
    if trigger is None and words.tokens[i].text.endswith(TANWEEN) and words.folded(hit.end) == "اخر":
        return Length(hit.start, hit.end + 1, hit.entry.value, 1)  # for another year
    if trigger is None or (
        hit.entry.value == "decade" and hit.entry.number == 1 and trigger.entry.kind != "since"
    ):
        return None
    if hit.entry.number == 3 and trigger.entry.kind in ("during", "since") and _is_owned(words, hit.end):
        return None
    return Length(hit.start, hit.end, hit.entry.value, None if hit.entry.number == 3 else hit.entry.number)


def _numbered(words: TimeWords, amount: Amount) -> Length | None:
    """The length that `amount` tells with the unit behind it."""
    hit = words.hit(amount.end, "unit", whole=True)
    if hit is None or hit.entry.number == 2 or (hit.entry.definite and not amount.vague):
        return None
    if hit.entry.value == "year" and hit.entry.number == 1 and words.year(hit.end):
        return None  # "584 thousand in the year 2013"
    if amount.vague:
        return Length(amount.start, hit.end, hit.entry.value, None)
    low, high = amount.low, amount.high
    most = high if low is not None and low != high else None
    return Length(amount.start, hit.end, hit.entry.value, low or high, most)


def _is_owned(words: TimeWords, i: int) -> bool:
    """Whether what stands behind a plural says whose or what years it tells of (سنوات الحرب، سنوات حكمه)."""
    word = words.tokens[i].text if i < words.limit else ""
    return word.startswith("ال") or (len(word) >= 4 and word.endswith(THEIRS))


def _open_plural(words: TimeWords, hit: Hit) -> Length | None:
    """سنوات طويلة، لأشهر، أسابيع من الاحتجاجات: so many that their number is left open."""
    many = words.hit(hit.end, "many", whole=True) if hit.end < words.limit else None
    if many is not None:
        return Length(hit.start, many.end, hit.entry.value, None)
    if hit.entry.value in _HOMONYMS:
        return None
    led = hit.start > words.tokens[hit.first].start and words.folded(hit.first).lstrip("و")[:1] in ("ل", "ب")
    filled = words.folded(hit.end) == "من" and words.folded(hit.end + 1).startswith("ال")
    led = led and not words.folded(hit.end).startswith("ال")  # but "for the hours of practice"
    filled = filled or words.tokens[hit.first].text.endswith(TANWEEN) or words.folded(hit.first).endswith("ا")
    return Length(hit.start, hit.end, hit.entry.value, None) if led or filled else None


def _loose(words: TimeWords, i: int) -> Length | None:
    """بضعة أيام، عدة أشهر; الأربعة أعوام; أكثر من سنة، نحو ساعة."""
    definite = words.definite(i)
    if definite is not None:
        return _definite(words, i, *definite)
    for split in words.tokens[i].splits:
        if words.numbers.word(split.rest, "few"):
            hit = words.hit(i + 1, "unit", whole=True)
            start = words.tokens[i].start_of(split)
            return Length(start, hit.end, hit.entry.value, None) if hit and hit.entry.number == 3 else None
        if split.rest in words.numbers.before_starts:
            for match in words.numbers.before.match(words.tokens, i):
                if match.end >= words.limit or match.values[0] in ("between", "none"):
                    continue
                hit = words.hit(match.end, "unit", whole=True)
                if hit is not None and _measures(words, hit):
                    return Length(match.start, hit.end, hit.entry.value, hit.entry.number)
            return None
    return None


def _measures(words: TimeWords, hit: Hit) -> bool:
    """Whether a bare unit behind words that loosen it is a length: نحو ساعة، قرابة الشهر."""
    if hit.entry.number > 2 or not hit.entry.definite:
        return hit.entry.number < 3
    named = words.hit(hit.end, "deictic", whole=True) or words.ordinal(hit.end)
    return hit.entry.number == 1 and hit.entry.value in ("month", "year", "week") and not named


def _definite(words: TimeWords, i: int, count: int, end: int) -> Length | None:
    """الأربعة أعوام، الأربع والعشرين ساعة: a number with the article, up to `end`, before its unit."""
    hit = words.hit(end, "unit", whole=True)
    if hit is None or hit.entry.definite or hit.entry.number != (1 if count > _FEW else 3):
        return None
    return Length(words.tokens[i].start, hit.end, hit.entry.value, count)


def _amount(words: TimeWords, i: int) -> Amount | None:
    amount = find_amount(words.tokens, i, words.limit, words.numbers)
    return amount if amount is not None and amount.end - amount.first < 12 else None


def _is_age(words: TimeWords, start: int, end: int) -> bool:
    """Whether a number of years tells somebody's age: beside "aged", or alone in brackets."""
    before = end
    while before > words.begin and words.tokens[before - 1].start >= start:
        before -= 1
    left, right = words.folded(before - 1), words.folded(end)
    if (
        (left == "(" and right in (")", "،", "و"))
        or (left in _MARKS and right in _MARKS)
        or (left in ("،", ",", "/") and right in ("،", ",", ":", "/"))
    ):
        return "unit" in words.kinds(end - 1) and words.number(before) is not None
    if left == "ال" or words.numbers.word(left, "compound"):
        left = words.folded(before - 2)
    near = [words.folded(k).lstrip("و") for k in range(before - 3, before)]
    far = [words.folded(k).lstrip("و") for k in range(before - 6, before)]
    ages = words.times.ages
    aged = left in ages["of-age"] or not ages["age"].isdisjoint(near) or not ages["ages"].isdisjoint(far)
    return aged or (words.folded(end + 1) in ages["age"] and right == "من")


def read_length(words: TimeWords, i: int) -> Expression | None:
    """نصف ساعة، أقل من نصف قرن: a length of time with a name of its own."""
    hit = words.hit(i, "length")
    start = hit.start if hit is not None else 0
    loosens = any(split.rest in words.numbers.before_starts for split in words.tokens[i].splits)
    if hit is None and loosens:
        for match in words.numbers.before.match(words.tokens, i):
            if match.end < words.limit and match.values[0] not in ("between", "none"):
                hit, start = words.hit(match.end, "length", whole=True), match.start
                break
    if hit is None:
        return None
    stop = words.tokens[hit.end - 1].end
    return Expression(i, hit.end, start, stop, Facts("DURATION", hit.entry.value))
