"""Which claims are of armed presence or movement: what somebody could be found and hit by."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from riwaya.release.runs import sentences
from riwaya.release.tables import ArmedUse, load_tables
from riwaya.text import Token, tokenize

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
    content: str


def is_armed(happening: Happening) -> bool:
    """Whether a claim is of armed presence or movement, by the tables and the words it is made in."""
    tables = load_tables()
    uses = _uses(happening.content)
    if "alone" in uses:
        return True
    when = tables.events.get((happening.type, happening.mode or "")) or tables.events.get(
        (happening.type, "")
    )
    if when == "site":
        return "site" in uses or not _SITES.isdisjoint(happening.places)
    if when == "armed":
        forces = not _FORCES.isdisjoint(happening.kinds) or happening.measure in _WEAPONED
        return forces or "force" in uses
    return when == "always"


def armed_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Characters of the sentences with words that need no claim: a column, reinforcements, a post."""
    tokens = tokenize(text)
    for first, end in sentences(tokens):
        if "alone" in _uses_of(tokens[first:end]):
            yield tokens[first].start, tokens[end - 1].end


def _uses(content: str) -> frozenset[ArmedUse]:
    return _uses_of(tokenize(content))


def _uses_of(tokens: Sequence[Token]) -> frozenset[ArmedUse]:
    index = load_tables().armed
    found: set[ArmedUse] = set()
    for i, token in enumerate(tokens):
        if index.starts[token.folded]:
            for match in index.match(tokens, i):
                found.update(match.values)
    return frozenset(found)
