"""Who is known to hold an office by the name behind it: الرئيس باراك أوباما, وزير الخارجية، الأستاذ فلان."""

from __future__ import annotations

from riwaya.lexicon.actors import Title
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.packs.pack import Alias
from riwaya.reading.actors.actor_pass import Subject
from riwaya.reading.draft import ActorMention

#: Ranks and forms of address between an office and its holder's name (الأستاذ, الفريق الركن).
MOST_RANKS = 2


class Incumbents(Subject):
    """Finds the names of persons whom the pack lists, behind their offices."""

    def find(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """The holder of the office at token `i`, who is called by nothing else than it and his name."""
        person, who = self.person(self._behind_comma(match.end)) or (None, "")
        if person is None or any(self._word(k) in self.index.words["former"] for k in range(i, person.first)):
            return None
        return self._mention(i, person.end, match.split, (who,), counts=False)

    def actors(self, at: int) -> tuple[str, ...]:
        """Whom the person named behind an office acts for; a comma before him is passed over."""
        found = self.person(self._behind_comma(at))
        return () if found is None else (found[1],)

    def _behind_comma(self, at: int) -> int:
        """Token `at`, or the one behind the comma that stands there."""
        return at + (at < self.run.limit and self.tokens[at].text in "،,")

    def person(self, at: int) -> tuple[PhraseMatch[Alias], str] | None:
        """The name of a known person at token `at`, ranks passed over (الأستاذ فلان), and whose he is."""
        for i in range(at, min(at + MOST_RANKS + 1, self.run.limit)):
            for person in self.index.aliases.match(self.tokens, i, whole_word=True):
                alias = self.index.choose(person.values, self.run.day)
                if alias is not None and alias.use == "person" and not self._is_first_name(person):
                    return (person, alias.id) if person.end <= self.run.limit else None
            if not self._word(i).startswith("ال"):
                break
        return None

    def _is_first_name(self, person: PhraseMatch[Alias]) -> bool:
        """Whether what may be somebody known is the first name of somebody else (هادي الورد)."""
        single = person.end == person.first + 1 and person.split.rest in self.index.words["given"]
        return single and self.run.goes_on_as_name(person.end)
