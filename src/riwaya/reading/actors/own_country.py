"""His country: in what somebody is made to say it is his who speaks (أكد الوزير أن بلاده …).

Where the words have told of another person before, it may be that one's: قال إن الرئيس يدافع عن بلاده.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.draft import ActorMention, AttributionDraft
from riwaya.text.document import Document


class OwnCountry:
    """Says whose country is meant in somebody's words."""

    def __init__(
        self,
        document: Document,
        mentions: Iterable[ActorMention],
        attributions: Sequence[AttributionDraft],
        index: ActorIndex,
        day: str | None,
    ) -> None:
        self.document, self.index, self.day = document, index, day
        self.attributions = sorted(attributions, key=lambda a: (a.content_first, -a.content_end))
        self.persons = [m.first for m in mentions if not m.counts]

    def of_speaker(self, mention: ActorMention) -> ActorMention:
        """The mention; a word for somebody's own country means that of the one who speaks."""
        if not mention.counts or not self._is_own_country(mention):
            return mention
        at = mention.first
        said = [a for a in self.attributions if a.content_first <= at < a.content_end and a.actors]
        if not said or any(said[-1].content_first <= i < at for i in self.persons):
            return mention
        actor = self._state_of(said[-1].actors)
        return replace(mention, actors=(actor,), kind=self.index.kind(actor)) if actor else mention

    def _is_own_country(self, mention: ActorMention) -> bool:
        matches = self.index.lexicon.generics.match(self.document.tokens, mention.first)
        return any("own-state" in m.values[0].ways for m in matches if m.end == mention.end)

    def _state_of(self, speakers: tuple[str, ...]) -> str | None:
        country = self.index.country_of(speakers[0]) if len(speakers) == 1 else None
        return self.index.institution_of(country, "state", self.day) if country else None
