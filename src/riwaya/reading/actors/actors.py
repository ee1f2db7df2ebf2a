"""The actors that a report mentions: names, bodies with a nationality, unnamed sources, people, generics."""

from __future__ import annotations

from riwaya.lexicon.event_words import event_words
from riwaya.packs.pack import Outlet
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.actors.actor_names import Names
from riwaya.reading.actors.actor_pass import Pass
from riwaya.reading.actors.bodies import Bodies
from riwaya.reading.actors.generics import Generics
from riwaya.reading.actors.groups import Groups
from riwaya.reading.actors.loyalty import Loyalty
from riwaya.reading.actors.offices import CABINET, Offices
from riwaya.reading.draft import ActorMention
from riwaya.text.document import Document

#: Who heads a government, folded.
_HEADS = event_words("head of a cabinet")


def find_actors(
    document: Document, index: ActorIndex, *, published: str | None, outlet: Outlet | None
) -> tuple[ActorMention, ...]:
    """Every mention of an actor in `document`, in the order of the text.

    Those that count do not overlap; those that do not (persons) may hold others. `published` is an
    ISO day: it settles which party a name meant then.
    """
    return _Finder(Pass(document, index, published, outlet)).find()


class _Finder:
    """Tries at each word what may begin there."""

    def __init__(self, run: Pass) -> None:
        self.run = run
        names = Names(run)
        loyalty = Loyalty(run, names)
        self.groups = Groups(run, names)
        generics = Generics(run, names, loyalty)
        bodies = Bodies(run, names, loyalty)
        self.offices = Offices(run, bodies, self._named)
        loyalty.finders += [self.offices.find, bodies.find, generics.find]
        groups = self.groups
        self.finders = (
            groups.sources, groups.people, names.find, groups.press, loyalty.militia,
            bodies.find, generics.find, groups.record,
        )  # fmt: skip

    def find(self) -> tuple[ActorMention, ...]:
        """All mentions, sorted by position, the wider first."""
        run = self.run
        for sentence in run.document.sentences:
            i, run.begin, run.limit = sentence.start, sentence.start, sentence.end
            run.before.enter(i)
            while i < sentence.end:
                token = run.tokens[i]
                if token.kind == "word" and run.index.may_start(token.folded):
                    i = self._at(i)
                else:
                    i += 1
        return tuple(sorted(run.found, key=lambda m: (m.span.start, -m.span.end)))

    def _at(self, i: int) -> int:
        """Look for a mention at token `i`; the token to go on from."""
        mention = None if self._is_after_council(i) else self._named(i)
        open_ = mention is None or not mention.counts or mention.kind == "sources"
        title = self.offices.find(i) if open_ and i >= self.run.titled_to else None
        if title is not None and (mention is None or title.end > mention.end):
            self.run.keep(title)
            return title.end if title.counts else i + 1
        if mention is None:
            return i + 1
        self.run.keep(mention)
        return i + 1 if title is not None and not mention.counts else mention.end

    def _is_after_council(self, i: int) -> bool:
        """Whether who heads a government is called after his council at token `i` (رئيس مجلس الوزراء)."""
        if (self.run.word(i), self.run.word(i + 1)) != CABINET or i == self.run.begin:
            return False
        return any(s.rest in _HEADS for s in self.run.tokens[i - 1].splits)

    def _named(self, i: int) -> ActorMention | None:
        """The longest mention at token `i` that is no title; of equals the one tried first."""
        found = [m for m in (find(i) for find in self.finders) if m is not None]
        best = max(found, key=lambda m: m.end) if found else None
        return self.groups.with_loyalty(best) if best is not None and best.kind == "sources" else best
