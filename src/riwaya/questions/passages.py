"""The passage of a text that shows best what was sought, and the words in it that were."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.archive.search import Query, find
from riwaya.text.search_words import REACH, locate

#: Places of a text that are looked at for its best passage, and the share of a passage before the first.
_LOOKED_AT, _LEAD = 400, 4


def passage(text: str, query: Query, length: int) -> tuple[int, int]:
    """The stretch of `text`, at most `length` characters, that shows most of what `query` asks for.

    Where several show as much, the one with most words of it, then the first. Cut at words.
    """
    located = locate(text)
    spans = located.spans
    found = find(query, located.words[:REACH])[:_LOOKED_AT]
    if not found:
        return _around(spans, 0, 0, length) if spans else (0, min(len(text), length))
    best, most, last = (0, 0), (0, 0), 0
    for first in range(len(found)):
        last = max(last, first)
        begin = spans[found[first].start][0]
        while last + 1 < len(found) and spans[found[last + 1].end - 1][1] - begin <= length:
            last += 1
        shown = found[first : last + 1]
        worth = (len({each.group for each in shown}), len(shown))
        if worth > most:
            best, most = (found[first].start, max(each.end for each in shown) - 1), worth
    return _around(spans, *best, length)


def _around(spans: Sequence[tuple[int, int]], first: int, last: int, length: int) -> tuple[int, int]:
    """Words `first` to `last` with as many around them as `length` characters hold."""
    while last > first and spans[last][1] - spans[first][0] > length:
        last -= 1
    spare = (length - (spans[last][1] - spans[first][0])) // _LEAD
    begin, end = first, last
    while begin > 0 and spans[first][0] - spans[begin - 1][0] <= spare:
        begin -= 1
    while end + 1 < len(spans) and spans[end + 1][1] - spans[begin][0] <= length:
        end += 1
    while begin > 0 and spans[end][1] - spans[begin - 1][0] <= length:
        begin -= 1
    # One word may be longer than a passage.
    return spans[begin][0], min(spans[end][1], spans[begin][0] + length)


def marks(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """The characters (start, end) of `text` that `query` asks for, word by word, in order."""
    located = locate(text)
    places = {place for each in find(query, located.words) for place in range(each.start, each.end)}
    return tuple(located.spans[place] for place in sorted(places))
