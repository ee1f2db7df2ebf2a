"""Names of people whom a report introduces beside their office without quoting them there.

"رد وزير النقل سالم الورد على المطالب. وقال الورد إن …": the office tells for whom the bare name speaks.
"""

from __future__ import annotations

from collections.abc import Iterator

from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.actors.compositions import KINSHIP
from riwaya.reading.draft import BODIES, STATE_KINDS, ActorMention, Findings
from riwaya.reading.speech.persons import Persons
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.sources import SERVANT
from riwaya.reading.speech.speech_lexicon import SpeechLexicon
from riwaya.text.signs import COMMAS

#: Words between an office and the name of who holds it, at most (العام للشؤون الأمنية اللواء).
_MOST_BETWEEN = 14
#: Words of such a name, at most; those between an office and the body that it is in, at most.
_MOST_WORDS, _MOST_TO_BODY = 5, 4
#: Uses of titles whose holders speak for no party.
_NO_PARTY = frozenset(("private", "group", "official", "governor"))
#: Members of a body, folded, and words for parliaments.
_MEMBERS, _OF_DEPUTIES = speech_words("member"), speech_words("parliament")
#: Words behind a rank that go on it (العميد الركن), folded.
_OF_RANK = speech_words("behind a rank")
#: Words in which an office is held, and what else may stand between it and its body, folded.
SEATED = frozenset(("في", "لدي"))
_LINKS = SEATED | {"باسم", "عام", "على", "علي", "ل", "ب"}
_MARKS = frozenset('"“”«»')
#: Words behind a name which are no more of it, folded.
_THAT = frozenset(("ان", "بان", "انه", "انها"))
#: The type of deeds that somebody does with another, who is named behind him.
_TWO_SIDES = "CONSULT"
#: What the names of servants of God begin with where they are one word.
OF_SERVANTS = "عبدال"


class Introduced:
    """Finds the names beside the offices of one document."""

    def __init__(self, findings: Findings, persons: Persons, lexicon: SpeechLexicon) -> None:
        self.findings, self.persons = findings, persons
        self.sources, self.tokens = persons.sources, persons.tokens
        self.lexicon, particles = lexicon, self.sources.particles
        self._no_names = (
            particles.body,
            particles.hearsay,
            particles.evidence,
            particles.document,
            particles.picture,
        )

    def names(self) -> Iterator[tuple[SourcePhrase, tuple[str, ...]]]:
        """Each name that stands behind an office, and for whom its holder speaks."""
        for mention in self.findings.actors:
            if mention.kind in BODIES and mention.actors != ("other",) and self._is_office(mention):
                name = self._behind(mention)
                if name is not None:
                    yield name, mention.actors

    def _is_office(self, mention: ActorMention) -> bool:
        """Whether a mention is an office, or the body of which the office before it is (وكيل في وزارة X)."""
        if not mention.counts:
            return bool(self.persons.titles.match(self.tokens, mention.first))
        if mention.kind not in STATE_KINDS | {"organisation"}:
            return False  # "المتحدث باسم العشائر المتصدية للتنظيم"
        country = mention.kind == "state" and mention.end == mention.first + 1
        if country and mention.first and self.tokens[mention.first - 1].folded in SEATED:
            return False  # "رئيس جامعة في باكستان"
        for at in range(mention.first - 1, max(-1, mention.first - _MOST_TO_BODY - 2), -1):
            word = self.tokens[at].folded
            held = self.persons.titles.match(self.tokens, at)
            if held:
                speaks = held[0].values[0].use not in _NO_PARTY and not self._is_deputy(at, mention)
                return speaks and held[0].end <= mention.first
            if not (word.startswith("ال") or word in _LINKS or word in _MARKS):
                return False
        return False

    def _is_deputy(self, at: int, mention: ActorMention) -> bool:
        """Whether the office at token `at` is that of one in a parliament, who speaks for himself."""
        body = {t.folded for t in self.tokens[mention.first : mention.end]}
        return self.tokens[at].folded.removeprefix("ال") in _MEMBERS and not body.isdisjoint(_OF_DEPUTIES)

    def _behind(self, mention: ActorMention) -> SourcePhrase | None:
        """The name behind an office, past what it deals with, where it is held and its holder's rank."""
        at = mention.end
        if not mention.counts and self._holds_name(mention):
            return None
        limit = min(at + _MOST_BETWEEN, len(self.tokens) - 1)
        while at < limit:
            word, text = self.tokens[at].folded, self.tokens[at].text
            if word in self.lexicon.former:
                return None
            if self._is_rank(at) or text in COMMAS or text in _MARKS or self._goes_on(word):
                at += 1
            elif word in SEATED and (end := self._seat_end(at + 1, mention)) > at + 1:
                at = end
            elif word == "علي" and (end := self._own_end(at + 1, mention)) > at + 1:
                at = end  # "المشرف العام على مركز X"
            else:
                break
        beside = at == mention.end
        charge = any(t.folded.startswith("لل") for t in self.tokens[mention.end : at])  # "للشؤون الأمنية"
        guest = not (beside or charge) and self._meets(mention)
        return None if guest else self._name(at)

    def _meets(self, mention: ActorMention) -> bool:
        """Whether the holder of an office receives or accuses whoever is named behind it."""
        verb = self.tokens[mention.first - 1].folded if mention.first else ""
        deeds = (r.word.predicate for r in self.lexicon.predicates.look_up(verb))
        accuses = any(hit.cue.act == "accuse" for hit in self.sources.cues.verb(verb))
        return accuses or any(deed is not None and deed.type == _TWO_SIDES for deed in deeds)

    def _holds_name(self, office: ActorMention) -> bool:
        """Whether an office is told with the name of who holds it (الملك سالم)."""
        within = (i for i in range(office.first + 1, office.end) if i not in self.sources.place_at)
        return any(self.tokens[i].folded in self.lexicon.given for i in within)

    @staticmethod
    def _goes_on(word: str) -> bool:
        """Whether a word goes on an office (العام, للشؤون الأمنية) and is nobody's whom its holder meets."""
        adjective = word.startswith("ال") and word.endswith(("ي", "يه", "عام"))
        return adjective or word == "عام" or word.startswith("لل")

    def _is_rank(self, at: int) -> bool:
        word = self.tokens[at].folded
        return word in self.sources.particles.honorific or word in _OF_RANK

    def _seat_end(self, at: int, mention: ActorMention) -> int:
        """The token behind the place where an office is held; `at` where none is."""
        seat = self.sources.place_at.get(at)
        return seat.end if seat is not None else self._country_end(at, mention)

    def _country_end(self, at: int, mention: ActorMention) -> int:
        seat = self.sources.actor_at.get(at)
        state = seat is not None and seat.counts and seat.kind in ("state", "government")
        return seat.end if state and seat is not None else self._own_end(at, mention)

    def _own_end(self, at: int, mention: ActorMention) -> int:
        """The token behind a body of the same party; `at` where none is named."""
        body = self.sources.actor_at.get(at)
        return body.end if body is not None and body.actors == mention.actors else at

    def _name(self, first: int) -> SourcePhrase | None:
        """The name from token `first` on: two words at least, of which the first is known to be given."""
        end = first
        while end < min(first + _MOST_WORDS, len(self.tokens)) and self._may_be_named(end):
            end += 1
        if end - first <= 1 or not self.persons.is_name(first, end):
            return None
        word = self.tokens[first].folded
        given = word in self.lexicon.given or word.startswith(OF_SERVANTS) or word in KINSHIP | {SERVANT}
        return SourcePhrase(first, end) if given else None

    def _may_be_named(self, at: int) -> bool:
        """Whether the word at token `at` may be one of a person's name: no place, party, office or deed."""
        token, sources = self.tokens[at], self.sources
        word = token.folded
        if token.kind != "word" or len(word) <= 1 or at in sources.actor_at or sources.no_name(at):
            return False
        if word in self.lexicon.given or word in KINSHIP | {SERVANT}:
            return True
        if word.startswith("و") and word[1:] in self.lexicon.given:
            return False  # "بحث الوزير العراقي وسالم الورد …"
        known = word in _THAT or word in self.lexicon.nationalities
        known = known or any(word.removeprefix("ال") in said for said in self._no_names)
        deed = self.lexicon.predicates.look_up(word) or sources.cues.verb(word)
        return not (known or deed or at in sources.place_at or self.persons.titles.match(self.tokens, at))
