"""The passage of a text that shows best what was sought, and the words in it that were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from riwaya.archive.search import Found, Query, find, sought
from riwaya.text.search_words import REACH, locate_only

#: Characters that a word has at least, with what parts it from the next: how many words a passage may have.
_SHORT_WORD = 5
#: Characters of a text that are looked at first: news say what matters there.
_BEGINNING = 3000
#: The share of a passage's spare room that is left before the first word that was sought.
_LEAD = 4


def passage(text: str, query: Query, length: int) -> tuple[int, int]:
    """The stretch of `text`, at most `length` characters, that shows most of what `query` asks for.

    Where several show as much, the one with most words of it, then the first. The beginning of a long text is
    preferred when it has everything. Cut at words.
    """
    words = sought(query)
    beginning = text if len(text) <= _BEGINNING else text[:_BEGINNING].rpartition(" ")[0] or text
    located = locate_only(beginning, words)
    found = find(query, located.words)
    if located.text != text and len({each.group for each in found}) < len(query.groups):
        located = locate_only(text, words)
        found = find(query, located.words[:REACH])
    if not located.words:
        return 0, min(len(text), length)
    room = length // _SHORT_WORD
    first, end = _densest(found, room)
    begin = max(0, first - room)
    spans = located.spans(begin, end + room)
    return _around(spans, first - begin, end - 1 - begin, length)


def _densest(found: Sequence[Found], room: int) -> tuple[int, int]:
    """The words (first, end) of the stretch of `room` words that shows most; the first word if none does."""
    best, most, last = (0, 1), (0, 0), 0
    groups: Counter[int] = Counter()
    for number, each in enumerate(found):
        while last < len(found) and (last == number or found[last].end - each.start <= room):
            groups[found[last].group] += 1
            last += 1
        worth = (sum(count > 0 for count in groups.values()), last - number)
        if worth > most:
            best, most = (each.start, max(each.end, found[last - 1].end)), worth
        groups[each.group] -= 1
    return best


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
    located = locate_only(text, sought(query))
    spans = located.spans(0, len(located.words))
    places = {place for each in find(query, located.words) for place in range(each.start, each.end)}
    return tuple(spans[place] for place in sorted(places))
