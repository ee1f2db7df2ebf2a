"""Which claims are of armed presence or movement: what somebody could be found and hit by."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from riwaya.release.runs import sentences
from riwaya.release.tables import ArmedUse, load_tables
from riwaya.text import Token

_FORCES = frozenset({"armed-group", "armed-forces", "coalition"})
_WEAPONED = frozenset({"fighters", "weapons"})
#: Sites rather than places in which people live.
_SITES = frozenset({"facility", "base", "crossing", "oil-field", "mountain", "valley", "area"})


@dataclass(frozen=True, slots=True)
class Happening:
    """What of a claim decides: its event, the kinds of those who take part and of its places, its words."""

    type: str
    mode: str | None
    kinds: Collection[str | None]
    measure: str | None
    places: Collection[str]
    uses: Collection[ArmedUse]


def is_armed(happening: Happening) -> bool:
    """Whether a claim is of armed presence or movement, by the tables and the words it is made in."""
    uses = happening.uses
    if "alone" in uses:
        return True
    events = load_tables().events
    when = events.get((happening.type, happening.mode or "")) or events.get((happening.type, ""))
    if when == "site":
        return "site" in uses or not _SITES.isdisjoint(happening.places)
    if when == "armed":
        forces = not _FORCES.isdisjoint(happening.kinds) or happening.measure in _WEAPONED
        return forces or "force" in uses
    return when == "always"


class ArmedWords:
    """The words of a text that speak of armed people, of their weapons and posts."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        index = load_tables().armed
        self._tokens = tokens
        self._starts: list[int] = []
        self._uses: list[tuple[ArmedUse, ...]] = []
        for i, token in enumerate(tokens):
            if index.starts[token.folded] and (matches := index.match(tokens, i)):
                self._starts.append(matches[0].start)
                self._uses.append(tuple({use: None for match in matches for use in match.values}))

    def within(self, start: int, end: int) -> frozenset[ArmedUse]:
        """What the words that begin at the characters `start` to `end` say."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return frozenset(use for uses in self._uses[first:last] for use in uses)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Characters of the sentences with words that need no claim: a column, reinforcements, a post."""
        if not any("alone" in uses for uses in self._uses):
            return
        for first, last in sentences(self._tokens):
            start, end = self._tokens[first].start, self._tokens[last - 1].end
            if "alone" in self.within(start, end):
                yield start, end
