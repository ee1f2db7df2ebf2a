"""A long report in parts that a browser can lay out, and what of a reading stands in one part."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from riwaya.model import Attribution, Claim, Reading, Span

#: What one part has at most: characters, and claims that do not all begin together.
CHARACTERS, CLAIMS = 40_000, 120
#: How far back from its end a part is searched for a blank to end at.
_BACK = 2_000


def parts_of(reading: Reading, characters: int = CHARACTERS, claims: int = CLAIMS) -> tuple[Span, ...]:
    """The parts of a report, one after another, cut between paragraphs where that can be.

    A short report is one part. The claims of a part are those whose words begin in it.
    """
    text = reading.report.text
    starts = sorted(claim.content.start for claim in reading.claims)
    return tuple(_parts(text, starts, characters, claims)) or (Span(0, len(text)),)


def part_with(parts: tuple[Span, ...], position: int) -> int:
    """Which part a character stands in; the last one for those behind the text."""
    return max(0, bisect_right([part.start for part in parts], position) - 1)


def excerpt(reading: Reading, part: Span) -> Reading:
    """A reading cut down to a part: its claims with all they rest on. The text and its offsets stay."""
    claims = tuple(c for c in reading.claims if part.start <= c.content.start < part.end)
    kept = {claim.id for claim in claims}
    needed = _relied_on(claims, reading.attributions)
    heard = tuple(a for a in reading.attributions if a.id in needed or _touches(a.content, part))
    at = {place for claim in claims for place in claim.event.place}
    places = tuple(place for place in reading.places if place.id in at)
    behind = at | {other for place in places for other in place.basis.of}
    matters = (replace(m, claims=tuple(c for c in m.claims if c in kept)) for m in reading.matters)
    repeats = tuple(r for r in reading.report.repeats if r.start < part.end and r.end > part.start)
    return replace(
        reading,
        report=replace(reading.report, repeats=repeats),
        mentions=tuple(m for m in reading.mentions if part.start <= m.start < part.end),
        places=tuple(place for place in reading.places if place.id in behind),
        attributions=heard,
        claims=claims,
        links=tuple(link for link in reading.links if link.source in kept),
        matters=tuple(matter for matter in matters if matter.claims),
    )


def _parts(text: str, starts: list[int], characters: int, claims: int) -> Iterator[Span]:
    start = 0
    while start < len(text):
        end = min(start + characters, len(text))
        end = min(end, _full(starts, start, claims, len(text)))
        if end < len(text):
            end = _cut(text, start, end)
        yield Span(start, end)
        start = end


def _full(starts: list[int], start: int, claims: int, length: int) -> int:
    """Where the next claim begins that is too many for a part which begins at `start`."""
    number = bisect_left(starts, start) + claims
    if number < len(starts) and starts[number] == start:
        number = bisect_right(starts, start)
    return starts[number] if number < len(starts) else length


def _cut(text: str, start: int, end: int) -> int:
    """The best place to end a part: after a line, else after a word, else before a character of its own."""
    middle = (start + end) // 2
    line = text.rfind("\n", middle, end)
    if line >= 0:
        return line + 1
    for at in range(end, max(middle, end - _BACK), -1):
        if text[at - 1].isspace():
            return at
    while end > middle + 1 and unicodedata.combining(text[end]):
        end -= 1
    return end


def _relied_on(claims: Iterable[Claim], attributions: Iterable[Attribution]) -> set[str]:
    """The ids of the attributions that claims are in or were handed on by, and of those around them."""
    parents = {item.id: item.parent for item in attributions}
    waiting = [hop.attribution for claim in claims for hop in claim.chain]
    waiting += [claim.attribution for claim in claims]
    found: set[str] = set()
    while waiting:
        id = waiting.pop()
        if id is not None and id not in found:
            found.add(id)
            waiting.append(parents.get(id))
    return found


def _touches(span: Span, part: Span) -> bool:
    return span.start < part.end and span.end > part.start
