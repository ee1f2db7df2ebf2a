"""Foes: whom a label means that its speaker has for several parties (العدو), by whom the report tells of.

"استهدفنا قواعد العدو" in the mouth of a state with two enemies means the one that the report names, and of
two the one named last before. Where it names neither nobody is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from riwaya.packs.pack import Alias
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.draft import ActorMention
from riwaya.text.document import Document


class Foes:
    """Where a report of `day` tells of which party, by name or a country's adjective (القواعد الأمريكية)."""

    def __init__(
        self, document: Document, mentions: Sequence[ActorMention], index: ActorIndex, day: str | None
    ) -> None:
        self.index, self.day = index, day
        told = [(m.first, index.party_of(actor)) for m in mentions for actor in m.actors]
        words = ((t.index, s.rest) for t in document.tokens if t.kind == "word" for s in t.splits)
        told += [(i, country) for i, word in words if (country := index.country_in[word]) is not None]
        self._told = sorted(told)

    def meant(self, values: Iterable[Alias], said: AbstractSet[str], at: int) -> Alias | None:
        """The label at token `at` as it is meant in the mouth of the parties `said`."""
        labels = [a for a in values if a.use == "label" and a.speaker in said and a.valid_on(self.day)]
        by_party = {self.index.party_of(a.id): a for a in labels if a.speaker == labels[0].speaker}
        if len(by_party) < 2:
            return next(iter(labels), None)
        others = [(i, party) for i, party in self._told if party in by_party and i != at]
        before = [party for i, party in others if i < at]
        named = before[-1:] or [party for _, party in others[:1]]
        return by_party[named[0]] if named else None
