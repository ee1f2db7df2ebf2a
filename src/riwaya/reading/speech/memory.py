"""What a document has told of its speakers so far: names, offices, bodies and what they stand for."""

from __future__ import annotations

from itertools import pairwise

from riwaya.lexicon.inflect import without_pronoun
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.actors.compositions import KINSHIP
from riwaya.reading.actors.misspelled import is_slip
from riwaya.reading.draft import TELLERS, ActorMention, Findings
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.introduced import OF_SERVANTS, SEATED, Introduced
from riwaya.reading.speech.persons import Persons
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.sources import SERVANT, Sources
from riwaya.reading.speech.speech_lexicon import SpeechLexicon
from riwaya.text.document import Document
from riwaya.text.signs import COMMAS
from riwaya.text.spelling import is_one_error
from riwaya.text.tokens import DEFINITE, Token

OTHER = ("other",)
#: A phrase of at most this many tokens names an office without its holder (رئيس الوزراء الاشتراكي).
MOST_OF_POST = 3
NOBODY_NAMED = ("unnamed-sources",)
#: Kinds of tellers whom their words describe and do not name.
_NAMELESS = TELLERS - {"media"}
#: Tokens of ranks before a name, at most (صاحب السمو الملكي الأمير).
_MOST_RANKS = 5
#: Words behind a rank that go on it (العميد الركن, الفريق أول ركن), folded.
_OF_RANK = speech_words("behind a rank")
#: Words of a name that an office is apposed to.
_GIVEN_AND_SURNAME = 2
#: For whom an office holder speaks, which is a given name too.
_IN_NAME_OF = "باسم"
#: Words for one office (المتحدث باسم X, الناطق), folded; members of whom one is called deputy.
_SAME_OFFICE = speech_words("spokesman")
_GENERAL = "عام"
_MEMBER, _DEPUTY = "عضو", "النايب"
_OF_DEPUTIES = speech_words("parliament")
#: Letters of a given name to which a surname with its article may be glued, and of that without it.
_SHORTEST_NAME = 3
#: Letters of a surname with its article that is recognised where it is misspelt.
_SHORTEST_MISSPELT = 6
#: First letters of verbs in the present (يتحدث, تتهم).
_PRESENT = frozenset("يت")
#: Letters that write a vowel, and those of a foreign name that is known without them.
_VOWELS, _SHORTEST_FOREIGN = frozenset("اويى"), 4


def _described(token: Token) -> bool:
    """Whether the word is an adjective of an office (الاشتراكي)."""
    return token.folded.startswith("ال") and token.folded.endswith(("ي", "يه"))


def _without_vowels(word: str) -> str:
    """The word without letters that write a vowel, of which spellings of foreign names differ."""
    return word[:1] + "".join(c for c in word[1:] if c not in _VOWELS)


class Memory:
    """The memory of one document's speakers."""

    def __init__(
        self, document: Document, findings: Findings, sources: Sources, lexicon: SpeechLexicon
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.findings = findings
        self.sources = sources
        self.persons = Persons(sources, lexicon.given)
        self.bases = lexicon.bases
        self.nationalities = lexicon.nationalities
        self.sides = lexicon.sides
        self.given = lexicon.given
        self.matters = lexicon.matters
        self.former = lexicon.former
        self.predicates = lexicon.predicates
        self.same = lexicon.particles.same
        self.latter = lexicon.particles.latter
        self.same_speaker = lexicon.particles.same_speaker
        self.kinds = findings.kinds()
        self.offices: dict[str, tuple[str, ...]] = {}
        self.memory: dict[str, tuple[str, ...]] = {}
        self.surnames: dict[str, tuple[str, ...]] = {}
        self.firsts: dict[str, set[str]] = {}
        self.alone: dict[str, tuple[str, ...]] = {}
        #: For whom a source without a name spoke last (مصدر مطلع).
        self.source_told: tuple[str, ...] | None = None
        self.pairs: dict[tuple[str, str], tuple[str, ...]] = {}
        self.heads: dict[str, tuple[str, ...]] = {}
        self.roles: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.posts: dict[tuple[str, str], tuple[str, ...]] = {}
        self.listed: frozenset[str] = frozenset()
        self.listed_pairs: set[tuple[str, str]] = set()
        #: The frames of things that say something, behind which whoever spoke before goes on.
        self.in_passing: set[int] = set()
        self.strangers = self._strangers()
        for mention in findings.actors:
            if not (mention.counts or self.is_stranger(mention)):
                self._remember(SourcePhrase(mention.first, mention.end), mention.actors)
                beside = (self._name_behind_seat(mention.end), self._name_before_office(mention))
                for name in (n for n in beside if n is not None and mention.kind not in TELLERS):
                    self._remember_name(name, mention.actors)
        for name, actors in Introduced(findings, self.persons, lexicon).names():
            self._remember_name(name, actors)
        #: Words of names that the pack lists, or met as they are: a report that introduces another means him.
        self.listed = frozenset((*self.memory, *self.surnames))
        self.listed_pairs = set(self.pairs)

    def _name_behind_seat(self, i: int) -> SourcePhrase | None:
        """The name behind where an office is held, at token `i` (السفير الأميركي في بيروت سالم الورد)."""
        if i + 3 >= len(self.tokens) or self.tokens[i].folded not in SEATED:
            return None
        seat = self.sources.place_at.get(i + 1) or self.sources.actor_at.get(i + 1)
        if seat is None or (end := seat.end + _GIVEN_AND_SURNAME) > len(self.tokens):
            return None
        words = [t.folded for t in self.tokens[seat.end : end]]
        verbal = any(self.predicates.look_up(w) or self.sources.cues.verb(w) for w in words)
        while end + 1 < len(self.tokens) and self.tokens[end].folded in KINSHIP:
            end += 2  # "محمد سعيد آل جابر"
        named = self.persons.is_name(seat.end, end) and not verbal
        return SourcePhrase(seat.end, end) if named else None

    def _name_before_office(self, mention: ActorMention) -> SourcePhrase | None:
        """The name to which an office is apposed (سالم الورد، وزير النقل، …; سالم الورد المتحدث باسم X).

        Without a comma only behind an office with its article: another may be whom a verb has for its object.
        """
        first, comma = mention.first, mention.first > 0 and self.tokens[mention.first - 1].text in COMMAS
        if mention.actors == OTHER or not self.persons.titles.match(self.tokens, first):
            return None
        of_whom = self.tokens[first + 1].folded if first + 1 < mention.end else ""
        serves = self.tokens[first].folded.startswith("ال") and of_whom in {*SEATED, _IN_NAME_OF}
        holder = self.persons.tokens_of_name(SourcePhrase(first, mention.end))
        held = holder is not None and self.tokens[holder.first].folded != _IN_NAME_OF
        return self._plain_name(first - comma) if (comma or serves) and not held else None

    def _plain_name(self, end: int) -> SourcePhrase | None:
        """The two words before token `end` that may be a person's name: no place, no party, no verb."""
        first, sources = end - _GIVEN_AND_SURNAME, self.sources
        if first < 0 or not self.persons.is_name(first, end):
            return None
        words = [t.folded for t in self.tokens[first:end]]
        other = any(i in sources.place_at or i in sources.actor_at for i in range(first, end))
        verbal = any(self.predicates.look_up(w) or sources.cues.verb(w) for w in words)
        return None if other or verbal else SourcePhrase(first, end)

    def _strangers(self) -> frozenset[str]:
        """Known surnames that stand behind a given name of somebody else (البائع سالم العامري)."""
        persons = [m for m in self.findings.actors if not m.counts and m.kind not in TELLERS]
        surnames = {self.tokens[m.first].folded: m.actors for m in persons if m.end == m.first + 1}
        for mention in persons:
            if mention.end > mention.first + 1:
                surnames.pop(self.tokens[mention.end - 1].folded, None)
        met = [t for t in self.tokens[1:] if t.folded in surnames] if surnames else []
        strange = {t.folded for t in met if self._another_given(t.index - 1)}
        named = {t.folded for t in met if self._in_office(t.index, surnames[t.folded])}
        return frozenset(strange - named)

    def _in_office(self, i: int, actors: tuple[str, ...]) -> bool:
        """Whether the office of the known bearer stands before the surname at token `i`."""
        near = self.findings.actors_in(max(0, i - _MOST_RANKS), i)
        return any(m.actors == actors for m in near)

    def _another_given(self, i: int) -> bool:
        """Whether the word at token `i`, before a known surname, is a given name (محمد, البائع سالم)."""
        word = self.tokens[i]
        if word.folded in self.given:
            return True
        bare = word.kind == "word" and not word.folded.startswith("ال")
        particles, before = self.sources.particles, self.tokens[i - 1].folded if i else ""
        called = before.startswith("ال") and before not in particles.turn
        verb = self.predicates.look_up(word.folded) or word.folded[:1] in _PRESENT
        bare = bare and not (verb or self.sources.cues.verb(word.folded))  # "المقابل أكد الجبير"
        rank = word.folded in particles.honorific | particles.source_end
        return bare and called and not rank and not self.sources.titles.match(self.tokens, i)

    def is_stranger(self, mention: ActorMention) -> bool:
        """Whether a mention is only the surname of somebody who is not the known one."""
        alone = mention.kind not in TELLERS and not mention.counts and mention.end == mention.first + 1
        return alone and self.tokens[mention.first].folded in self.strangers

    def _member(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The body that spoke before, where only an office in it is told (عضو اللجنة, مدير الدائرة)."""
        end = self.sources.office_end(phrase.first)
        if not phrase.first < end < phrase.end:
            return OTHER
        near = range(end, min(phrase.end, end + MOST_OF_POST))
        at = next((i + 1 for i in near if self.tokens[i].folded in SEATED and i + 1 < phrase.end), end)
        held = self.persons.titles.match(self.tokens, phrase.first)
        at = at if held and held[0].values[0].use != "private" else end  # "مسؤول الدفاع في السفارة"
        return next((self.heads[s.rest] for s in self.tokens[at].splits if s.rest in self.heads), OTHER)

    def _surname_follows(self, i: int, phrase: SourcePhrase) -> bool:
        """Whether a surname never met goes on the name at token `i` (صالح السحامي is not علي صالح)."""
        if i + 1 >= phrase.end:
            return False
        word, following = self.tokens[i].folded, self.tokens[i + 1].folded
        titled = bool(self.persons.titles.match(self.tokens, i + 1))
        # somebody told of before by that surname alone is another man too: "قال صالح السحامي"
        known = self.memory.get(following, OTHER) != OTHER or i + 1 in self.sources.actor_at
        if word in self.given or (i > phrase.first and self.tokens[i - 1].folded == SERVANT):
            plain = self.tokens[i + 1].kind == "word" and not self.sources.ends_phrase(i + 1, phrase.first)
            return plain and not titled and not known
        return i > phrase.first and following.startswith("ال") and not titled and not known

    def _namesake(self, i: int, phrase: SourcePhrase) -> bool:
        """Whether another given name than the known one's stands before the surname at token `i`."""
        firsts = self.firsts.get(self.tokens[i].folded)
        if not firsts or i == phrase.first:
            return False
        before = self.tokens[i - 1]
        named = before.kind == "word" and not before.folded.startswith("ال") and before.folded not in KINSHIP
        particles = self.sources.particles
        rank = before.folded in particles.honorific | particles.body | particles.document | particles.venue
        rank = rank or bool(self.persons.titles.match(self.tokens, i - 1))
        return named and not rank and before.folded not in firsts and before.folded not in self.memory

    def _same_body(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The body that spoke before under the noun that alone names the speaker now (وأضافت الوزارة)."""
        pointed = phrase.end == phrase.first + 2 and self._points_at(phrase.first)
        first = self.tokens[phrase.first + pointed].folded
        if phrase.end == phrase.first + 1 + pointed:
            return self.heads.get(first, ())  # "التقارير", "تلك التقارير"
        if phrase.end == phrase.first + 2 and first in self.sources.particles.venue:
            return self.heads.get(self.tokens[phrase.first + 1].folded, ())  # "بيان المكتب"
        if (held := self.roles.get(self._words(phrase))) is not None:
            return held
        if (
            phrase.end > phrase.first + MOST_OF_POST
            or self.tokens[phrase.end - 1].folded in self.nationalities
        ):
            return ()
        if self._name_follows(phrase.end):
            return ()
        rest = self.tokens[phrase.first + 2 : phrase.end]
        return self.posts.get(self._post(phrase.first), ()) if all(_described(t) for t in rest) else ()

    def _points_at(self, i: int) -> bool:
        """Whether a demonstrative stands at token `i` (هذه, تلك)."""
        return self.tokens[i].folded in self.sources.particles.demonstrative

    def _name_follows(self, end: int) -> bool:
        """Whether a comma and a name stand behind an office, rather than where or when he spoke."""
        if end + 1 >= len(self.tokens) or self.tokens[end].text not in "،,":
            return False
        following = self.tokens[end + 1].folded
        return following not in self.sources.particles.source_end and end + 1 not in self.sources.time_at

    def _words(self, phrase: SourcePhrase) -> tuple[str, ...]:
        return tuple(t.folded for t in self.tokens[phrase.first : phrase.end])

    def _remember_role(self, phrase: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let the words of the office beside a name stand for its holder (قال X، رئيس Y. وقال رئيس Y)."""
        role = self.persons.tokens_of_role(phrase)
        if role is not None and role.end - role.first > 1 and actors != OTHER:
            words = self._words(role)
            joined = next((k for k in range(2, len(words)) if words[k].startswith("و")), len(words))
            self.roles[words] = self.roles[words[:joined]] = actors

    def _post(self, first: int) -> tuple[str, str]:
        """The two words of the office that a speaker's name begins with (وزير الخارجية)."""
        return self.tokens[first].folded, self.tokens[first + 1].folded

    def _remember(self, phrase: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let a person's name and office, from here on, stand for the party that he spoke for."""
        mention = self.sources.actor_at.get(phrase.first)
        two = self.tokens[phrase.first : phrase.end][:2]
        if actors[0].endswith("-sources") and len(two) > 1 and two[1].kind == "word":
            # "قال قائد ميداني …. وأضاف القائد الميداني …"
            self.roles.setdefault(tuple("ال" + t.folded.removeprefix("ال") for t in two), actors)
        elif len(two) > 1 and two[1].folded == _GENERAL and actors != OTHER:
            # "قال مفتي عام المملكة …. وأوصى المفتي العام …"
            self.roles["ال" + two[0].folded.removeprefix("ال"), "ال" + _GENERAL] = actors
        if mention is not None and mention.counts:
            self._remember_head(mention, actors)
            first = self.tokens[phrase.first].folded
            if self.persons.titles.match(self.tokens, phrase.first):
                self._remember_office(first if first.startswith("ال") else "ال" + first, actors)
            return
        if (alone := self._before_joined(phrase)) is not None:
            phrase, actors = alone, OTHER  # "قال سالم الورد رئيس البلدية ومصدران إن …"
        self._remember_noun(phrase, actors)
        self._remember_role(phrase, actors)
        if phrase.end > phrase.first + 1 and self.persons.titles.match(self.tokens, phrase.first):
            self.posts[self._post(phrase.first)] = actors
        name = self.name_in(phrase)
        for token in self.tokens[phrase.first : phrase.end]:
            if token.folded.startswith("ال"):
                self._remember_office(token.folded, actors)
        first = self.tokens[phrase.first].folded
        if self.persons.titles.match(self.tokens, phrase.first) and not first.startswith("ال"):
            self._remember_office("ال" + first, actors)
        if first.removeprefix("ال") == _MEMBER and any(
            t.folded in _OF_DEPUTIES for t in self.tokens[phrase.first : phrase.end]
        ):
            self.offices[_DEPUTY] = actors  # "عضو مجلس النواب …. وأضاف النائب …"
        if name is not None:
            self._remember_name(name, actors)

    def _before_joined(self, phrase: SourcePhrase) -> SourcePhrase | None:
        """The first speaker alone, where sources are joined to a person of no list; None elsewhere."""
        inside = list(self.findings.actors_in(phrase.first, phrase.end))
        inside = [m for m in inside if m.counts or m.actors != OTHER]  # "رئيس البلدية"
        joined = inside[0] if inside and inside[0].kind == "sources" else None
        if (
            joined is None
            or joined.first == phrase.first
            or not self.tokens[joined.first].folded.startswith("و")
        ):
            return None
        return SourcePhrase(phrase.first, joined.first)

    def name_in(self, phrase: SourcePhrase) -> SourcePhrase | None:
        """The name of a person in a source phrase; None where it names nobody.

        None too where only his relative clause names parties: he need not be theirs (الذي يدافع عنه أمام X).
        """
        whole, phrase = phrase, self._before_clause(phrase)
        inside = self.findings.actors_in(phrase.end, whole.end)
        if inside and not self.findings.actors_in(phrase.first, phrase.end):
            return None
        return self.persons.tokens_of_name(phrase) or self._end_of_name(phrase)

    def _before_clause(self, phrase: SourcePhrase) -> SourcePhrase:
        """The phrase without its relative clause, in which others are named (X الذي رحب بقدوم Y)."""
        inside, relative = range(phrase.first + 1, phrase.end), self.sources.particles.relative
        end = next((i for i in inside if self.tokens[i].folded in relative), phrase.end)
        return SourcePhrase(phrase.first, end)

    def _end_of_name(self, phrase: SourcePhrase) -> SourcePhrase | None:
        """What may be a name at the end of an office, where signs or ranks hide it (مدير المشفى د. فلان)."""
        particles, tokens = self.sources.particles, self.tokens
        headed = tokens[phrase.first].folded in particles.honorific
        if not (headed or self.persons.titles.match(tokens, phrase.first)):
            known = self.sources.actor_at.get(phrase.first)
            if known is not None and known.counts and known.kind in _NAMELESS:
                return self._name_of_teller(phrase, known.end)
            if known is not None and not known.counts:
                return phrase  # somebody known by name
            named = self._name_behind_body(phrase)
            return SourcePhrase(known.first, known.end) if known is not None and named is None else named
        inside = range(phrase.first + 1, phrase.end)
        end = next((i for i in inside if self.sources.no_name(i)), phrase.end)
        first = end - 1
        while first > phrase.first and not tokens[first - 1].folded.startswith(DEFINITE):
            first -= 1
        return SourcePhrase(first, end) if first > phrase.first else None

    def _name_behind_body(self, phrase: SourcePhrase) -> SourcePhrase | None:
        """The name behind the party in which somebody holds an office of no list (آمر في X العميد فلان)."""
        bodies = [m for m in self.findings.actors_in(phrase.first, phrase.end) if m.counts]
        behind = bodies[-1].end if bodies else phrase.end
        first = behind
        ranks = self.sources.particles.honorific | _OF_RANK
        while first < phrase.end and self.tokens[first].folded in ranks:
            first += 1
        several = phrase.end - first >= _GIVEN_AND_SURNAME
        person = several and (first > behind or self.tokens[first].folded in self.given)
        return SourcePhrase(first, phrase.end) if person and self.persons.is_name(first, phrase.end) else None

    def _name_of_teller(self, phrase: SourcePhrase, first: int) -> SourcePhrase | None:
        """The name behind what a teller is and where, from token `first` on (الناشط في حلب سالم الورد).

        Where he is names nobody (مصدر أمني في محافظة حلب): others there are not of his side.
        """
        places = self.sources.place_at
        while first < phrase.end and (first in places or self.sources.no_name(first)):
            first = places[first].end if first in places else first + 1
        return SourcePhrase(first, phrase.end) if self.persons.is_name(first, phrase.end) else None

    def _remember_office(self, office: str, actors: tuple[str, ...]) -> None:
        """Let an office with its article, and the other word for it, stand for its holder's party."""
        self.offices[office] = actors
        same = (o for o in _SAME_OFFICE if o.endswith("ه") == office.endswith("ه"))
        self.offices.update(dict.fromkeys(same if office in _SAME_OFFICE else (), actors))

    def _remember_noun(self, phrase: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let the noun of a body or document, with its article, stand for whose it is (البيانات, اللجنة).

        Behind a body that no list has it stands for no other any more (حركة الورد, الحركة).
        """
        word = self.tokens[phrase.first].folded
        plain = phrase.end > phrase.first + 1 and not word.startswith("ال")
        if not plain or self.persons.titles.match(self.tokens, phrase.first):
            return
        for noun in ("ال" + word, "ال" + word.removeprefix("ل")):
            if actors != OTHER:
                self.heads[noun] = actors
            else:
                self.heads.pop(noun, None)

    def _remember_paper(self, frame: Frame, actors: tuple[str, ...]) -> None:
        """Let the paper in which somebody speaks stand for him with its article (قال في بيان …. البيان)."""
        told = any(self.kinds.get(a) == "sources" for a in actors)
        if frame.source.venue is None or frame.kind != "verb" or told:
            return
        word = self.tokens[self.document.token_at(frame.source.venue.start)].folded
        bare = next((b for b, own in without_pronoun(word) if own), word)
        if bare not in self.sources.particles.document:
            return
        if actors == OTHER:
            self.heads.pop("ال" + bare, None)
        else:
            self.heads["ال" + bare] = actors

    def _remember_head(self, mention: ActorMention, actors: tuple[str, ...]) -> None:
        """Let the noun that heads a speaker's name, with its article, stand for him (الوزارة, المسؤولون)."""
        if mention.end - mention.first > 1 and mention.kind != "media":
            head = self.tokens[mention.first].folded
            self.heads[head if head.startswith("ال") else "ال" + head] = actors

    def _remember_name(self, name: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let the words of a name stand for `actors`, unless they are known to stand for a party.

        Given names before others are many people's: they stand for one only where they stand alone.
        """
        if self._has_own_office(name, actors):
            return
        self._remember_pairs(name, actors)
        words_of_it = (i for i in range(name.end - 1, name.first, -1) if self.tokens[i].kind == "word")
        last, start = next(words_of_it, name.first), self._behind_ranks(name)
        nameless = bool(self.persons.titles.match(self.tokens, name.first))
        if last > start and actors != OTHER:
            words = {t.folded for t in self.tokens[start:last]}
            self.firsts.setdefault(self.tokens[last].folded, set()).update(words)
        for token in self.tokens[start : name.end]:  # اللواء is nobody's name
            word, surname = token.folded, token.index == last and name.end - name.first > 1
            if (nameless and word in self.matters) or self._names_post(token.index):
                continue  # "المتحدث الأمني", "مجلس": another official, another body may be called so
            if token.index in self.sources.place_at and (nameless or token.index < last):
                continue  # "مدير تعليم نجران": whoever else is there is not of his side
            if word in self.nationalities:
                self._remember_surname(name, actors)
                continue
            word = self.called(token.index, name.first)
            given = word in self.given or word.startswith(OF_SERVANTS)
            if given and token.index < last:
                self.alone.setdefault(word, actors)
            if word == SERVANT or (given and token.index < last):
                continue
            long_enough = len(word) > 2 or (surname and len(word) == 2)
            unknown = self.memory.get(word, OTHER) == OTHER
            introduced = surname and word in self.listed and actors != OTHER
            if token.kind == "word" and long_enough and (unknown or introduced):
                self.memory[word] = actors
                if surname:
                    self._remember_glued(word, actors)

    def _remember_pairs(self, name: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let a given name and the one behind it stand for the party of whoever has both."""
        for pair in self._two_names(name) if actors != OTHER else ():
            if pair not in self.pairs or pair in self.listed_pairs:
                self.pairs[pair] = actors
                self.listed_pairs.discard(pair)

    def _remember_glued(self, word: str, actors: tuple[str, ...]) -> None:
        """Let a surname with its article that is glued to a given name stand for its bearer (مجاهدالعساف)."""
        at = word.find("ال", _SHORTEST_NAME)
        if at > 0 and len(word) - at > _SHORTEST_NAME:
            self.memory.setdefault(word[at:], actors)

    def _has_own_office(self, name: SourcePhrase, actors: tuple[str, ...]) -> bool:
        """Whether an office of another party stands before the name (اتهم زعيم X الرئيس التركي فلان)."""
        near = self.findings.actors_in(max(0, name.first - _MOST_RANKS), name.first)
        offices = (m for m in near if not m.counts and m.end >= name.end and self._is_titled(m.first))
        offices = (m for m in offices if self.tokens[m.first].folded.startswith("ال"))
        last = next(reversed(list(offices)), None)
        return last is not None and last.actors not in (actors, OTHER) and actors != OTHER

    def _is_titled(self, i: int) -> bool:
        """Whether an office begins at token `i`."""
        return bool(self.persons.titles.match(self.tokens, i))

    def _names_post(self, i: int) -> bool:
        """Whether the word at token `i` is that of an office, a body or news, which is nobody's name."""
        bare, particles = self.tokens[i].folded.removeprefix("ال"), self.sources.particles
        return bare in particles.body | particles.hearsay or bool(self.persons.titles.match(self.tokens, i))

    def _behind_ranks(self, name: SourcePhrase) -> int:
        """The token at which the name proper begins (صاحب السمو الملكي الأمير فلان, اللواء فلان)."""
        honorific = self.sources.particles.honorific
        leading = range(name.first, min(name.end - 1, name.first + _MOST_RANKS))
        ranks = [i for i in leading if self.tokens[i].folded in honorific]
        ranked = name.end - name.first > 1 and self.tokens[name.first].folded.startswith("ال")
        return max([name.first + ranked, *(i + 1 for i in ranks)])

    def _remember_surname(self, name: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let a surname that is a nationality stand for its bearer where no office does (اللواء التركي)."""
        word, several = self.tokens[name.end - 1].folded, name.end - name.first > 1
        office = self.persons.titles.match(self.tokens, name.first)
        if several and word.startswith("ال") and word in self.nationalities and not office:
            introduced = word in self.listed and actors != OTHER
            self.surnames[word] = actors if introduced else self.surnames.get(word, actors)

    def _spelt_otherwise(self, i: int) -> tuple[str, ...]:
        """Whom a name met before in another spelling stands for.

        A surname may lose or get its article (العسيري, عسيري); vowels of a foreign name are written or not
        (قورتولموش, قرتولموش).
        """
        word = self.tokens[i].folded
        if (misspelt := self._misspelt(word)) is not None:
            return self.memory[misspelt]
        twin = word.removeprefix("ال") if word.startswith("ال") else "ال" + word
        known = self.memory.get(twin, OTHER)
        if known != OTHER and not self.given & {word, twin}:
            return known
        if word.startswith("ال") or len(word) <= _SHORTEST_FOREIGN or word in self.memory:
            return ()
        frame = _without_vowels(word)
        alike = (a for w, a in self.memory.items() if w[:1] == word[:1] and _without_vowels(w) == frame)
        return next((a for a in alike if a != OTHER), ()) if len(frame) >= _SHORTEST_FOREIGN else ()

    def _misspelt(self, word: str) -> str | None:
        """The one surname met behind a given name of which `word` is a slip (الديلمي, الدليمي)."""
        if len(word) < _SHORTEST_MISSPELT or not word.startswith("ال") or word in self.memory:
            return None
        met = (w for w in self.firsts if self.memory.get(w, OTHER) != OTHER and w.startswith("ال"))
        near = [w for w in met if is_one_error(w, word) and is_slip(w, word)]
        return near[0] if len(near) == 1 else None

    def _bare_name(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """Whom a surname or a given name means that is alone, or behind no more than a rank."""
        if phrase.end - phrase.first > 2:
            return ()
        word, rank = self.tokens[phrase.end - 1].folded, self.tokens[phrase.first].folded
        if word in self.surnames:
            return self.surnames[word]
        ranked = phrase.end == phrase.first + 1 or rank in self.sources.particles.honorific
        return self.alone.get(word, ()) if ranked else ()

    def _two_names(self, phrase: SourcePhrase) -> list[tuple[str, str]]:
        """Each two names that follow each other in a phrase, with or without بن between them.

        عبد and what is behind it are one name: "عبد الخالق عبد الله" has none of "علي عبد الله صالح".
        """
        tokens = self.tokens[phrase.first : phrase.end]
        words = [t for t in tokens if t.kind == "word" and t.folded not in KINSHIP | {SERVANT}]
        names = [self.called(t.index, phrase.first) for t in words]
        return [p for p in pairwise(names) if p[0] in self.given or p[0].startswith(OF_SERVANTS)]

    def _by_two_names(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """Whom a given name and the one behind it, met before, stand for (الأمير سالم بن خالد)."""
        return next((self.pairs[p] for p in self._two_names(phrase) if p in self.pairs), ())

    def called(self, i: int, first: int) -> str:
        """The word at token `i` of a name from token `first` on; with عبد before it in one word."""
        word = self.tokens[i].folded
        servant = i > first and self.tokens[i - 1].folded == SERVANT and word.startswith("ال")
        return SERVANT + word if servant else word
