"""Definite nouns that go back to an actor named before, or to the state at hand."""

from __future__ import annotations

from riwaya.lexicon.actors import Branch, Generic
from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.reading.actors.actor_names import IN_NAME, Names
from riwaya.reading.actors.actor_pass import Pass, Subject
from riwaya.reading.actors.compositions import DISTRICTS, MOST_NAME_WORDS, REALMS, find_owner
from riwaya.reading.actors.loyalty import Loyalty
from riwaya.reading.actors.whereabouts import HELD
from riwaya.reading.draft import ActorMention
from riwaya.text.fold import fold, words

#: Words of bodies that keep order at home: where they are says whose they are.
_KEEPERS = event_words("keeping order")
#: The beginning of words for who leads a state, an army or a party.
_LEADERSHIP = word_beginnings("leadership")
#: Nouns between such a body and the name of a town.
_PLACE_NOUNS = DISTRICTS | event_words("small town")
#: The state, and whom it makes ministers or secretaries of state, folded.
_STATE = frozenset("ال" + noun for noun in event_words("state"))
_MINISTERS = event_words("made by the state")


class Generics(Subject):
    """Finds generic nouns and asks who they are."""

    def __init__(self, run: Pass, names: Names, loyalty: Loyalty) -> None:
        super().__init__(run)
        self.names, self.loyalty = names, loyalty

    def find(self, i: int) -> ActorMention | None:
        """The generic noun at token `i`, with whom it means here."""
        for match in self.index.lexicon.generics.match(self.tokens, i):
            if self._is_other_noun(match) or self._is_portfolio(match) or self._is_strangers(match):
                continue
            if "office-pair" in match.values[0].ways:
                return self._officers(i, match)
            field = match.end == i + 1 and match.split.rest in self.index.words["ministry"]
            if field and not self._is_ministry(match):
                continue
            if match.end == i + 1 and self._word(i - 1) in self.index.words["bearer"]:
                continue
            if not match.split.prefix and self.run.is_adjective(match.split.rest, i):
                continue
            if match.end <= self.run.limit and not self.run.goes_on(match.first, match.end):
                if self.run.is_district(match.split.rest, self._word(match.first - 1)):
                    return None
                if self.run.is_order(match.split.rest, match.first, match.end):
                    return None
                if self.run.is_not_the_states(match.split.rest, self._word(match.end - 1)):
                    return None
                if self._is_of_a_nation(match) or self._is_plural(match):
                    return None
                side = self._of_nations(i, match) or self.loyalty.of(i, match) or self._led(i, match)
                side = side or self._of_ruler(i, match)
                side = side or self._of_country(i, match) or self._of_town(i, match)
                return side or self._mention(
                    i, match.end, match.split, self.before.resolve(match.values[0], i)
                )
        return None

    def _is_of_a_nation(self, match: PhraseMatch[Generic]) -> bool:
        """Whether an adjective says whose soldiers they are (الجنود الأفغان)."""
        return "troops" in match.values[0].ways and self._word(match.end) in self.index.nationalities

    def _is_plural(self, match: PhraseMatch[Generic]) -> bool:
        """Whether a word for two countries is that for many, by its adjective (البلدان العربية)."""
        after = self._word(match.end)
        return "state-pair" in match.values[0].ways and after.startswith("ال") and after.endswith("ه")

    def _is_ministry(self, match: PhraseMatch[Generic]) -> bool:
        """Whether a field (الداخلية) is its ministry: the subject of a clause."""
        before, field = self._word(match.first - 1), match.split.rest.startswith("ال")
        papers = self.index.words["paper"]
        if match.split.prefix == "ل" and before.removeprefix("ال") in papers:
            return True  # "بيان للداخلية"
        if before in papers:  # "بيان الخارجية": known only where no other country is told of
            return len(+self.before.votes) <= 1
        if before in IN_NAME:
            return True  # "المتحدث باسم الخارجية"
        masculine = not before.removeprefix("و").startswith("ت") and not before.endswith("ت")
        if field and self.index.is_cue(before) and masculine:
            return False  # "نفى الدفاع ذلك": who defends the accused
        opens = not before or before in self.index.words["clause"] or self.index.is_cue(before)
        return opens and self.names.acts(match, media=False)

    def _of_nations(self, i: int, match: PhraseMatch[Generic]) -> ActorMention | None:
        """Both sides of which adjectives say who they are (الجانبين العراقي والتركي)."""
        if "pair" not in match.values[0].ways or self._word(match.end) not in self.index.nationalities:
            return None
        owned = find_owner(self.tokens, match.end, self.run.limit, self.index, definite=True)
        if owned is None or len(owned.owners) != 2:
            return None
        states = (self.index.institution_of(o, "state", self.run.day) or o for o in owned.owners)
        return self._mention(i, owned.end, match.split, tuple(states))

    def _officers(self, i: int, match: PhraseMatch[Generic]) -> ActorMention | None:
        """Two who hold one office each, and so do not count (الرئيسين التركي فلان والأمريكي فلان).

        Where no adjectives tell whose they are, and no other word does, those of whom was told last.
        """
        first = self.index.nationalities.get(self._word(match.end))
        if first is None:
            described = self._word(match.end).startswith("ال")
            two = () if described else self.before.resolve(match.values[0], i)
            return self._mention(i, match.end, match.split, two, counts=False)
        near = range(match.end + 1, match.end + 2 + MOST_NAME_WORDS)
        at = next((k for k in near if self._joined_nation(k)), None)
        if at is None or not all(self._word(k) for k in range(match.end, at)):
            return None
        two = tuple(
            self.index.institution_of(o, "state", self.run.day) or o
            for o in (first, self._joined_nation(at))
            if o
        )
        end = self.index.person_end(self.tokens, at + 1)
        return self._mention(i, end, match.split, two, counts=False)

    def _joined_nation(self, at: int) -> str | None:
        """The nation whose adjective "and" joins to what stands before token `at` (والأمريكي)."""
        word = self._word(at)
        return self.index.nationalities.get(word[1:]) if word.startswith("و") else None

    def _led(self, i: int, match: PhraseMatch[Generic]) -> ActorMention | None:
        """A leadership of which ل says whose it is (القيادة العسكرية لحركة X)."""
        if not fold(match.values[0].form).startswith(_LEADERSHIP):
            return None
        side = self.loyalty.of_leadership(match.end)
        return side and self._mention(i, side.end, match.split, side.actors)

    def _of_country(self, i: int, match: PhraseMatch[Generic]) -> ActorMention | None:
        """A body of which في or ب and a country's name say whose it is (مجلس الأمة بدولة الكويت)."""
        if not any(way.startswith("home") for way in match.values[0].ways) or not self._word(match.end):
            return None
        at = match.end + (self._word(match.end) == "في")
        prefix = "ب" if at == match.end else ""
        split = (
            next((s for s in self.tokens[at].splits if s.prefix == prefix), None) if self._word(at) else None
        )
        if split is None:
            return None
        country = self.index.names.get(split.rest)
        if country is None and split.rest in REALMS:
            country = self.index.names.get(self._word(at + 1))
        if country is None:
            return None
        branch: Branch = "forces" if "home-forces" in match.values[0].ways else "state"
        actor = self.index.institution_of(country, branch, self.run.day)
        return self._mention(i, match.end, match.split, (actor or country,))

    def _of_ruler(self, i: int, match: PhraseMatch[Generic]) -> ActorMention | None:
        """A body that governs or keeps order where somebody rules in a state's stead (السلطات في صنعاء)."""
        ways = match.values[0].ways
        armed = "home-forces" in ways and not _KEEPERS.intersection(words(match.values[0].form))
        if armed or not any(way.startswith(("home", "settled")) for way in ways):
            return None
        ruled = self.run.ruler_at(match.end)
        return self._mention(i, match.end, match.split, (ruled.ruler,)) if ruled is not None else None

    def _of_town(self, i: int, match: PhraseMatch[Generic]) -> ActorMention | None:
        """A body that keeps order where it is said to be (قوات الأمن في منطقة عسير)."""
        ways = match.values[0].ways
        if not ways[0].startswith(("home", "settled")) or not _KEEPERS.intersection(
            words(match.values[0].form)
        ):
            return None
        at = match.end
        inside = self._word(at) in ("في", "ب")
        at += inside
        word = self._word(at)
        if word.removeprefix("ب") in _PLACE_NOUNS and (inside or word.startswith("ب")):
            inside, at = True, at + 1
        if not inside and not self._word(at).startswith("ب"):
            return None
        country = self.index.country_of_town(self._word(at), self._word(at + 1))
        if country in (None, *HELD):
            return None
        branch: Branch = "forces" if "home-forces" in ways else "state"
        actor = self.index.institution_of(country, branch, self.run.day)
        return self._mention(i, match.end, match.split, (actor or country,))

    def _is_portfolio(self, match: PhraseMatch[Generic]) -> bool:
        """Whether الدولة only says that a minister has none or a lesser office (وزير الدولة, كاتب الدولة)."""
        before = self._splits(match.first - 1) if match.split.rest in _STATE and match.first else ()
        return any(s.rest in _MINISTERS for s in before)

    def _is_strangers(self, match: PhraseMatch[Generic]) -> bool:
        """Whether an adjective tells of a country for which the pack has no party (الحكومة البيروفية)."""
        country = self.index.nationalities.get(self._word(match.end))
        unlisted = country is not None and country not in self.index.pack.parties
        return unlisted and match.split.rest.startswith("ال")

    def _is_other_noun(self, match: PhraseMatch[Generic]) -> bool:
        """Whether the report writes ة where the generic has a pronoun (مكتبة, not مكتبه)."""
        return match.values[0].form.endswith("ه") and self.tokens[match.end - 1].text.endswith("ة")
