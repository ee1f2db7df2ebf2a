"""Private people in a report: where their names stand.

Rules rather than a list of all names: a name is private after a word for somebody who did not choose to be
known (الشاب، المعتقلة), after "called", before an age, in a sentence about those who were killed, wounded or
taken, in a list of such people, and where a speaker speaks for no body. Holders of offices and people of
public life are told by the words before and after their names. Where both are said, a name is public.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from riwaya.model import Attribution, Reading, Span
from riwaya.release.mentions import mentions_of
from riwaya.release.persons import NameFinder, PersonName
from riwaya.release.runs import ENDS, sentences
from riwaya.text import Token, tokenize
from riwaya.text.signs import COMMAS

#: Tokens between a word for an office and the name of who holds it, at most.
_OFFICE = 9
#: Tokens between a name and an age, at most.
_AGE = 4
#: Tokens below a heading that lists people, at most.
_LISTED = 400
_MARKS = frozenset({"private", "relative", "intro"})
#: Words after which a name is no longer that of the holder of the office before them.
_STOPS = _MARKS | {"harm"}
_NOWHERE = Span(0, 0)
_GROUPS = frozenset({"sources", "population"})


def private_names(reading: Reading, tokens: Sequence[Token] | None = None) -> list[tuple[int, int]]:
    """Spans (start, end) of the names of private people, wherever they stand in the report.

    Sorted, without overlaps. `tokens` are those of the report's text, where they are at hand.
    """
    search = _Search(reading, tokenize(reading.report.text) if tokens is None else tokens)
    return mentions_of(search.finder, search.private(), search.public())


class _Search:
    def __init__(self, reading: Reading, tokens: Sequence[Token]) -> None:
        self._reading = reading
        self._tokens = tokens
        self._starts = [token.start for token in self._tokens]
        kinds = {actor.id: actor.kind for actor in reading.actors}
        self._parties = {id for id, kind in kinds.items() if kind not in _GROUPS}
        self._taken: set[int] = set()
        for mention in reading.mentions:
            if mention.place or mention.actor in self._parties:
                self._taken.update(self._range(Span(mention.start, mention.end)))
        self.finder = NameFinder(self._tokens, self._taken)

    # ---- who is public -----------------------------------------------------------------------------------

    def public(self) -> list[PersonName]:
        """Names beside words for an office, in those of things, and of who speaks for a listed party."""
        found: list[PersonName] = []
        for i, (uses, _end) in self.finder.listed.items():
            if "public" in uses:
                found += (name for name in (self._holder(i), self._before(i)) if name is not None)
            elif "thing" in uses:
                found += self._called_after(i)
        for said in self._reading.attributions:
            if not self._speaks_for_nobody(said):
                found += self._speaker(said)
        return found

    def _holder(self, i: int) -> PersonName | None:
        """The name of whoever holds the office that is named at token `i`."""
        commas = 0
        at = self.finder.uses(i)[1]
        last = min(at + _OFFICE, len(self._tokens))
        while at < last:
            token = self._tokens[at]
            commas += token.text in COMMAS
            uses = self.finder.uses(at)[0]
            if token.text in ENDS or commas > 1 or (uses & _STOPS and at not in self._taken):
                return None
            if "thing" in uses:
                called = next(self._called_after(at), None)
                at = called.end if called else at + 1
                continue
            name = self.finder.at(at, marked=self.finder.is_given(token.folded))
            if name is not None:
                return name
            at += 1
        return None

    def _called_after(self, i: int) -> Iterator[PersonName]:
        """The name that is part of a thing's (كتيبة الشهيد …, شارع …)."""
        at = self.finder.over(i + 1)
        if self.finder.uses(at)[0] & _MARKS:
            at = self.finder.over(at + 1)
        name = self.finder.at(at, marked=True) if at <= i + 3 else None
        if name is not None:
            yield name

    def _before(self, i: int) -> PersonName | None:
        """The name that stands right before token `i`, a comma perhaps between."""
        last = i - 1 if i and self._tokens[i - 1].text in COMMAS else i
        for first in range(max(0, last - 5), last):
            name = self.finder.at(first, marked=False)
            if name is not None and name.end == last:
                return name
        return None

    # ---- who is private ----------------------------------------------------------------------------------

    def private(self) -> list[PersonName]:
        """Names of private people, each as often as a rule finds it."""
        return [*self._marked(), *self._aged(), *self._harmed(), *self._listed(), *self._speakers()]

    def _marked(self) -> Iterator[PersonName]:
        for i, (uses, end) in self.finder.listed.items():
            if uses & _MARKS and i not in self._taken:
                at = self.finder.over(end)
                if not self.finder.uses(at)[0] & {"public", "thing"} and not self._is_thing(i):
                    yield from self._series(at, marked=True)

    def _is_thing(self, i: int) -> bool:
        """Whether a word before token `i` says that what follows names no person (كتيبة الشهيد)."""
        return i > 0 and "thing" in self.finder.uses(i - 1)[0]

    def _series(self, at: int, *, marked: bool) -> Iterator[PersonName]:
        """The name at a token, and those that follow it with و or a comma."""
        name = self.finder.at(at, marked=marked)
        while name is not None:
            yield name
            at = name.end
            if at < len(self._tokens) and self._tokens[at].text in (*COMMAS, "و"):
                at += 1
            elif at >= len(self._tokens) or not self._tokens[at].folded.startswith("و"):
                return
            name = self.finder.at(at, marked=marked and self._is_clear(at))

    def _is_clear(self, at: int) -> bool:
        return at < len(self._tokens) and any(self.finder.is_clear(s.rest) for s in self._tokens[at].splits)

    def _aged(self) -> Iterator[PersonName]:
        """Names that an age follows: أحمد العلي (24 عاما)."""
        for i in (at - 1 for at, (uses, _end) in self.finder.listed.items() if at and "age" in uses):
            if self._tokens[i].kind == "number":
                for first in range(max(0, i - _AGE - 5), i):
                    name = self.finder.at(first, marked=self.finder.is_clear(self._tokens[first].folded))
                    # A word alone right before a number is another: من عمر 18 سنة.
                    if name is not None and i - _AGE <= name.end <= i - (len(name.form) == 1):
                        yield name
                        break

    def _harmed(self) -> Iterator[PersonName]:
        harm = [i for i, (uses, _end) in self.finder.listed.items() if "harm" in uses]
        for first, end in sentences(self._tokens) if harm else ():
            if bisect_left(harm, first) < bisect_left(harm, end):
                at = first
                while at < end:
                    name = None if self._is_thing(at) else self.finder.at(at, marked=False)
                    if name is not None:
                        yield name
                    at = name.end if name else at + 1

    def _listed(self) -> Iterator[PersonName]:
        for uses, end in self.finder.listed.values():
            if "list" in uses:
                for at in range(end, min(end + _LISTED, len(self._tokens))):
                    name = self.finder.at(at, marked=False)
                    if name is not None:
                        yield name

    def _speakers(self) -> Iterator[PersonName]:
        for said in self._reading.attributions:
            if self._speaks_for_nobody(said) and not self._has_office(said):
                yield from self._speaker(said)

    # ---- speakers ----------------------------------------------------------------------------------------

    def _speaks_for_nobody(self, said: Attribution) -> bool:
        return self._parties.isdisjoint(said.source_actors)

    def _has_office(self, said: Attribution) -> bool:
        span = said.source or (said.speaker.role if said.speaker else None)
        return span is not None and any("public" in self.finder.uses(i)[0] for i in self._range(span))

    def _speaker(self, said: Attribution) -> list[PersonName]:
        if said.speaker is not None and said.speaker.name is not None:
            tokens = self._range(said.speaker.name)
            name = self.finder.inside(tokens.start, tokens.stop)
            return [name] if name else []
        # Without a speaker that was told from the rest, a full name in the phrase is one.
        names = (self.finder.at(i, marked=False) for i in self._range(said.source or _NOWHERE))
        return [name for name in names if name is not None][:1]

    # ---- the text ----------------------------------------------------------------------------------------

    def _range(self, span: Span) -> range:
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))
