"""What is looked for in texts: the language of queries, and where in a text what they ask for stands.

Words stand for all that have the same form in `text.search_words`. Several words: a text must have all of
them. `"…"` or `«…»`: these words one after another. `A OR B`, `A أو B`: one of them. `A NEAR/5 B`,
`A قرب/5 B`: with at most five words between, in any order. `كلم*`: all words that begin so. `-A`: a text must
not have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.text.search_words import beginning, locate

#: Words of a query, and words between two that are near each other: more would be a mistake.
MOST_WORDS, FARTHEST = 32, 30
#: Words between two when NEAR does not say how many.
_NEAR = 10
#: Letters of the beginning of a word that is sought.
_SHORTEST = 2
_QUOTES = '"“”„‟«»'
_ITEM = re.compile(
    rf"(?P<minus>-)?(?:[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?:[{_QUOTES}](?P<star>\*)?|$)"
    rf"|(?P<plain>[^\s{_QUOTES}]+))"
)
_OR = frozenset(("OR", "|", "أو"))
_NEARNESS = re.compile(r"NEAR(?:/(?P<en>\d{1,4}))?|قرب/(?P<ar>\d{1,4})")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Forms of words one after another; with `prefix` the last is only the beginning of one."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """Two phrases in any order, with at most `within` words between them."""

    first: Phrase
    second: Phrase
    within: int


Term = Phrase | Near


@dataclass(frozen=True, slots=True)
class Query:
    """One term of each group must be there, and none of those excluded. There is at least one group."""

    groups: tuple[tuple[Term, ...], ...]
    excluded: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Words `start` (included) to `end` (excluded) of a text, which a term of group `group` asks for."""

    start: int
    end: int
    group: int


def parse(text: str) -> Query:
    """The query that somebody typed. Any text is one, or raises UsageError."""
    parser = _Parser()
    for item in _ITEM.finditer(text):
        plain = item["plain"]
        nearness = _NEARNESS.fullmatch(plain) if plain and not item["minus"] else None
        if nearness:
            parser.near(int(nearness["en"] or nearness["ar"] or _NEAR))
        elif plain in _OR and not item["minus"]:
            parser.alternative()
        else:
            words = item["quoted"] if plain is None else plain
            prefix = words.rstrip().endswith("*") or item["star"] is not None
            parser.term(_phrase(words, prefix=prefix), excluded=item["minus"] is not None)
    return parser.query()


def find(query: Query, words: Sequence[str]) -> list[Found]:
    """Where in a text of these forms the terms of `query` stand, in order; `excluded` is passed over."""
    found = {
        Found(start, end, number)
        for number, group in enumerate(query.groups)
        for term in group
        for start, end in _occurrences(term, words)
    }
    return sorted(found, key=lambda each: (each.start, each.end, each.group))


def sought(query: Query) -> frozenset[str]:
    """The forms that `find` looks for, or beginnings of them."""
    return frozenset(
        word
        for group in query.groups
        for term in group
        for phrase in ((term,) if isinstance(term, Phrase) else (term.first, term.second))
        for word in phrase.words
    )


def fits(query: Query, words: Sequence[str]) -> bool:
    """Whether a text of these forms is what `query` asks for."""
    return all(any(map(_Has(words), group)) for group in query.groups) and not any(
        map(_Has(words), query.excluded)
    )


def _phrase(text: str, *, prefix: bool) -> Phrase:
    located = locate(text)
    words = located.words
    if prefix and words:
        ((start, end),) = located.spans(len(words) - 1, len(words))
        words[-1] = beginning(text[start:end])
    return Phrase(tuple(words), prefix)


@dataclass(slots=True)
class _Parser:
    groups: list[list[Term]] = field(default_factory=list)
    excluded: list[Term] = field(default_factory=list)
    words: int = 0
    #: What stands before the next term: `or`, or the distance of NEAR.
    pending: str | int | None = None
    #: Whether the last term was an excluded one.
    after_excluded: bool = False

    def near(self, within: int) -> None:
        if not self.groups or self.after_excluded or self.pending is not None:
            raise UsageError(_("NEAR joins two words or phrases: A NEAR/5 B"))
        if within > FARTHEST:
            raise UsageError(_("NEAR reaches {n} words at most").format(n=FARTHEST))
        self.pending = within

    def alternative(self) -> None:
        # A stray OR (in front, at the end, twice) says nothing.
        if self.after_excluded:
            raise UsageError(_("what is excluded with a minus cannot be one side of OR or NEAR"))
        if self.groups and self.pending is None:
            self.pending = "or"

    def term(self, phrase: Phrase, *, excluded: bool) -> None:
        if not phrase.words:
            return
        if phrase.prefix and len(phrase.words[-1]) < _SHORTEST:
            # One letter begins thousands of words.
            raise UsageError(_("in front of * there are {n} letters at least").format(n=_SHORTEST))
        self.words += len(phrase.words)
        if self.words > MOST_WORDS:
            raise UsageError(_("a search has {n} words at most").format(n=MOST_WORDS))
        pending, self.pending = self.pending, None
        self.after_excluded = excluded
        if excluded:
            if pending is not None:
                raise UsageError(_("what is excluded with a minus cannot be one side of OR or NEAR"))
            self.excluded.append(phrase)
        elif isinstance(pending, int):
            self.groups[-1].append(_nearby(self.groups[-1].pop(), phrase, pending))
        elif pending == "or":
            self.groups[-1].append(phrase)
        else:
            self.groups.append([phrase])

    def query(self) -> Query:
        if isinstance(self.pending, int):
            raise UsageError(_("NEAR joins two words or phrases: A NEAR/5 B"))
        if not self.groups:
            problem = _("a search needs a word that reports are to have; signs and excluded words are none")
            raise UsageError(problem)
        return Query(tuple(map(tuple, self.groups)), tuple(self.excluded))


def _nearby(first: Term, second: Phrase, within: int) -> Near:
    if isinstance(first, Near):
        raise UsageError(_("NEAR joins two words or phrases: A NEAR/5 B"))
    # Stores differ in whether one word can be both sides.
    if any(_overlap(a, b) for a in _patterns(first) for b in _patterns(second)):
        raise UsageError(_("NEAR joins different words"))
    return Near(first, second, within)


def _patterns(phrase: Phrase) -> list[tuple[str, bool]]:
    last = len(phrase.words) - 1
    return [(word, phrase.prefix and place == last) for place, word in enumerate(phrase.words)]


def _overlap(a: tuple[str, bool], b: tuple[str, bool]) -> bool:
    """Whether there may be a word that both stand for."""
    return a[0] == b[0] or (a[1] and b[0].startswith(a[0])) or (b[1] and a[0].startswith(b[0]))


@dataclass(frozen=True, slots=True)
class _Has:
    words: Sequence[str]

    def __call__(self, term: Term) -> bool:
        return next(_occurrences(term, self.words), None) is not None


def _occurrences(term: Term, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    if isinstance(term, Phrase):
        yield from _of_phrase(term, words)
        return
    ends = [(start, end, 0) for start, end in _of_phrase(term.first, words)]
    ends += [(start, end, 1) for start, end in _of_phrase(term.second, words)]
    # Whatever is nearest to a phrase's occurrence among those of the other one is its neighbour in order.
    for (start, end, side), (begin, finish, other) in pairwise(sorted(ends)):
        if side != other and begin - end <= term.within:
            yield start, end
            yield begin, finish


def _of_phrase(phrase: Phrase, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    patterns = _patterns(phrase)
    for place in _places(patterns[0], words):
        following = words[place + 1 : place + len(patterns)]
        if len(following) == len(patterns) - 1 and all(map(_is_like, following, patterns[1:])):
            yield place, place + len(patterns)


def _places(pattern: tuple[str, bool], words: Sequence[str]) -> Iterator[int]:
    if pattern[1]:
        yield from (place for place, word in enumerate(words) if word.startswith(pattern[0]))
        return
    place = -1
    # Many times as fast as comparing word by word.
    for _again in range(words.count(pattern[0])):
        place = words.index(pattern[0], place + 1)
        yield place


def _is_like(word: str, pattern: tuple[str, bool]) -> bool:
    return word.startswith(pattern[0]) if pattern[1] else word == pattern[0]
