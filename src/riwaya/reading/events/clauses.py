"""Phrases, of which clauses are made, and the mentions and cues of a report by the tokens that begin them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from riwaya.lexicon.event_words import event_words
from riwaya.reading.draft import ActorMention, Findings, PlaceMention, QuantityMention, TimeMention
from riwaya.text import Document

PhraseKind = Literal["noun", "verb", "mark", "stop", "time", "auxiliary"]

#: A preposition, as it is folded, and a man's name.
ON = "علي"
#: "Two", which only strengthens a dual before it, folded: مقاتلين اثنين.
TWO = event_words("two")
#: A quotation of this many words may be a name inside a phrase (تنظيم «الدولة»); a longer one is speech.
_QUOTED_NAME = 5


class Phrase(msgspec.Struct):
    """Tokens `first`..`end`. `preposition` is folded, empty for a bare noun phrase.

    What says how something is done is of the kind "time" as what says when: nobody takes part in it.

    A structure of msgspec's, since a sentence has a dozen and a dataclass takes several times as long to
    build. `closed` once a definite word or a name has ended the chain of genitives, `full` once no adjective
    can follow either; `pronoun` where the
    preposition carries one; `mark` the kind of a clause mark.
    """

    kind: PhraseKind
    first: int
    end: int
    preposition: str = ""
    mark: str = ""
    pronoun: bool = False
    closed: bool = False
    full: bool = False
    joined: bool = False
    actors: list[ActorMention] = []
    places: list[PlaceMention] = []
    quantity: QuantityMention | None = None
    time: TimeMention | None = None
    anchors: list[int] = []
    words: list[int] = []

    @property
    def bare(self) -> bool:
        """Whether this is a noun phrase that no preposition governs."""
        return self.kind == "noun" and not self.preposition


@dataclass(frozen=True, slots=True)
class Marks:
    """What earlier stages found, by first token.

    `cues` are the tokens of attributing cues, `breaks` the marks that open a quotation of more than a name;
    `names_ali` says that the report writes على with ى, so that علي is a name.
    """

    actors: Mapping[int, ActorMention]
    places: Mapping[int, PlaceMention]
    times: Mapping[int, TimeMention]
    quantities: Mapping[int, QuantityMention]
    cues: frozenset[int]
    breaks: frozenset[int]
    names_ali: bool = False


def marks_of(document: Document, findings: Findings) -> Marks:
    """Index the findings; of several that begin at one token the longest counts."""
    actors: dict[int, ActorMention] = {}
    for mention in sorted(findings.actors, key=lambda m: (m.end, m.counts)):
        actors[mention.first] = mention
    # A capital that is spoken to (طالب موسكو) is not where anything happens.
    addressed = {said.addressee for said in findings.attributions if said.addressee is not None}
    places = {m.first: m for m in sorted(findings.places, key=lambda m: m.end) if m.span not in addressed}
    times = {m.first: m for m in sorted(findings.times, key=lambda m: m.end)}
    quantities = {m.first: m for m in sorted(findings.quantities, key=lambda m: -m.end)}
    cues = frozenset(a.cue_token for a in findings.attributions)
    breaks = frozenset(q.open for q in document.quotes if q.close - q.open > _QUOTED_NAME)
    names_ali = any(t.folded == ON and t.text.endswith("ى") for t in document.tokens)
    return Marks(actors, places, times, quantities, cues, breaks, names_ali)
