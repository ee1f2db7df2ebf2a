"""The speaker's own name and office, told apart inside the noun phrase that names him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.speech_words import speech_words
from riwaya.model import Span
from riwaya.reading.actors.compositions import KINSHIP
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.sources import SERVANT, Sources
from riwaya.text.signs import COMMAS
from riwaya.text.tokens import DEFINITE

_QUOTES = frozenset('"“”«»„()[]')
#: Ranks before the names of royalty.
_ROYAL = speech_words("royal")
#: More words than this are no person's name.
LONGEST_NAME = 6


Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NameAndRole:
    """Spans of the name and of the office; None where the phrase gives none."""

    name: Span | None
    role: Span | None


class Persons:
    """Parts source phrases of one document into name and office."""

    def __init__(self, sources: Sources, given: frozenset[str] = frozenset()) -> None:
        self.sources = sources
        self.given = given
        self.tokens = sources.tokens
        self.titles = sources.titles
        self._known: set[str] = set()

    def part(self, phrase: SourcePhrase) -> NameAndRole:
        """Name and office of the speaker that `phrase` names."""
        name, role = self._cut(self._segments(phrase))
        if name is not None:
            self._known.update(t.folded for t in self.tokens[name[0] : name[1]] if len(t.folded) > 2)
        return NameAndRole(name and self._span(*name), role and self._span(*role))

    def tokens_of_name(self, phrase: SourcePhrase) -> SourcePhrase | None:
        """The tokens of the name that stands beside an office in `phrase`, if one does."""
        name, role = self._cut(self._segments(phrase))
        return SourcePhrase(*name) if name is not None and role is not None else None

    def tokens_of_role(self, phrase: SourcePhrase) -> SourcePhrase | None:
        """The tokens of the office that stands beside a name in `phrase`, if one does."""
        name, role = self._cut(self._segments(phrase))
        return SourcePhrase(*role) if name is not None and role is not None else None

    def _cut(self, segments: Sequence[Part]) -> tuple[Part | None, Part | None]:
        """The tokens of name and office; without an office a name counts only when it was met before."""
        titled = [s for s in segments if self._title_in(*s) is not None]
        if not titled:
            bare = next((s for s in segments if self.is_name(*s) and self._is_known(*s)), None)
            return bare, None
        first, end = titled[0]
        title = self._title_in(first, end)
        if title is not None and title > first:
            return (first, title), (title, end)
        for other in segments:
            start = self._name_start(*other) if other in titled else self._behind_rank(*other)
            if other != titled[0] and (other in titled or self.is_name(start, other[1])):
                return (start, other[1]), titled[0]
        cut = self._name_start(first, end)
        return ((cut, end) if cut < end else None), (first, cut)

    def _behind_rank(self, first: int, end: int) -> int:
        """The token behind a definite word before a name (الفريق, الدكتور)."""
        return first + (end - first > 1 and self.tokens[first].folded.startswith("ال"))

    def _is_known(self, first: int, end: int) -> bool:
        person = self.sources.actor_at.get(first)
        if person is not None and not person.counts:
            return True
        return any(t.folded in self._known for t in self.tokens[first:end])

    def _segments(self, phrase: SourcePhrase) -> list[Part]:
        """The parts of the phrase between commas."""
        parts: list[Part] = []
        start = phrase.first
        for i in range(phrase.first, phrase.end + 1):
            if i == phrase.end or self.tokens[i].text in COMMAS:
                if i > start:
                    parts.append((start, i))
                start = i + 1
        return parts

    def _title_in(self, first: int, end: int) -> int | None:
        """The first token of an office in first..end that is not inside a listed name."""
        i = first
        while i < end:
            office = self.titles.match(self.tokens, i)
            if office and not (self._is_given_name(first, i, end) or self._is_prince(i, end)):
                return i
            mention = self.sources.actor_at.get(i)
            i = mention.end if mention is not None and mention.counts else i + 1
        return None

    def _is_prince(self, i: int, end: int) -> bool:
        """Whether الأمير and a given name begin here: a rank, which is no office."""
        royal = self.tokens[i].folded in _ROYAL and i + 1 < end
        return royal and self.tokens[i + 1].folded in self.given

    def _is_given_name(self, first: int, i: int, end: int) -> bool:
        """Whether a word that may be an office is part of a name at `i` (ولي مجيد, بن مساعد, عبد الملك)."""
        if i > first and (self.tokens[i - 1].folded in KINSHIP or self.tokens[i - 1].folded == SERVANT):
            return True
        if i == first or self.tokens[i].folded not in self.sources.particles.given_name:
            return False
        following = self.tokens[i + 1].folded if i + 1 < end else ""
        return end - i <= 2 and not following.startswith(("ال", "عام"))

    def _name_start(self, first: int, end: int) -> int:
        """The token at which the name begins behind an office: the first that can be no part of it."""
        i = first
        while i < end:
            matched = self.titles.match(self.tokens, i)
            mention, place = self.sources.actor_at.get(i), self.sources.place_at.get(i)
            if matched:
                i = matched[0].end
            elif mention is not None and mention.counts:
                i = mention.end
            elif place is not None:
                i = place.end
            elif i > first and self._begins_name(i, end):
                return i
            else:
                i += 1
        return end

    def _begins_name(self, i: int, end: int) -> bool:
        """Whether a bare word behind a definite one, a name or a place starts the person's name."""
        before = self.tokens[i - 1].folded
        bare = not self.tokens[i].folded.startswith(DEFINITE) and self.tokens[i].kind == "word"
        settled = before.startswith(("ال", "وال", "لل")) or (i - 1) in self.sources.last_tokens
        return bare and settled and not self.sources.no_name(i) and self.is_name(i, end)

    def is_name(self, first: int, end: int) -> bool:
        """Whether the tokens may be a person's name, without an office or a party in it."""
        if not 0 < end - first <= LONGEST_NAME or self.tokens[first].folded.startswith("ال"):
            return False
        if first in self.sources.actor_at and self.sources.actor_at[first].counts:
            return False
        return all(
            t.kind == "word"
            and not self.sources.no_name(t.index)
            and (
                t.folded not in self.sources.particles.whole or t.folded in self.given or t.folded in KINSHIP
            )
            for t in self.tokens[first:end]
        )

    def _span(self, first: int, end: int) -> Span | None:
        while end > first and self.tokens[end - 1].text in _QUOTES | COMMAS:
            end -= 1
        return self.sources.document.span(first, end - 1) if end > first else None
