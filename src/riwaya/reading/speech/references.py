"""Whom a source phrase means: actors named in it, whoever was told of before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.inflect import OBJECTS, THIRD_PERSON
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.actors.compositions import AFFAIRS
from riwaya.reading.actors.whereabouts import LED_BY
from riwaya.reading.draft import STATE_KINDS, TELLERS, ActorMention
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.memory import MOST_OF_POST, NOBODY_NAMED, OTHER, Memory
from riwaya.reading.speech.source_words import BEFORE_VERB, HE_IS, RELATIVES, SourcePhrase
from riwaya.reading.speech.told_by import has_left, is_amid, is_within, only_close, only_opposed

#: Tokens within which a name belongs to the noun that heads the phrase, whatever noun it is.
NEAR = 3
#: A phrase of at most this many tokens speaks of one body only.
SHORT = 6
#: The pronoun of one man or thing.
_WHO = "الذي"
#: Bodies of members of parliament, folded.
_BLOCS = speech_words("bloc")
#: Kinds of actors that have bodies of their own.
_SIDES = frozenset(("armed-group", "organisation", "coalition"))
_STATES = ("state", "government")
#: A source without a name, and the one told of before, folded.
SOURCE, _THE_SOURCE = "مصدر", "المصدر"
#: A document without its issuer (بيان صحفي) has at most this many words.
_BARE_DOCUMENT = 3


#: Parts of a group that somebody is in, folded, and the marks around its name.
_WITHIN = speech_words("within a group")
_QUOTE_MARKS = frozenset('"“”«»„')
#: What somebody is who saw something.
_EYEWITNESSES = ("eyewitnesses",)
#: How a verb with its object ends, which only looks like a woman who saw something: ما شاهده.
_SAW_IT = "ه"
#: What stands between a name and the office beside it, and the words that join the two, folded.
_ASIDE = frozenset("،,-–—(")
_HOLDS = speech_words("holding an office")
_POST = speech_words("post")
#: The bodies of offices that a report gives no owner, folded.
_BODY_OF = {"السفير": "سفاره", "السفيره": "سفاره", "القنصل": "قنصليه", "الوزير": "وزاره", "الوزيره": "وزاره"}
_HERS = "ها"
#: In whose name somebody speaks, by a pronoun, folded.
_IN_HIS_NAME, _IN_HER_NAME = "باسمه", "باسمها"
_IN_NAME = frozenset((_IN_HIS_NAME, _IN_HER_NAME, "باسمهم", "باسمهما"))
#: Tokens of the name of whom a relative clause goes on, at most.
MOST_OF_ANTECEDENT = 14
_CLOSING = frozenset('،,)»”"-–')
#: Nouns behind which a relative clause has another subject (في الوقت الذي أعلن فيه …), folded.
_WHEN = speech_words("in which")
#: Verbs of laws and rulings, which somebody issued.
_PROVIDES = "نص"
_RULES = speech_cues("provides")
#: Tribes, of which a country only tells where they live; kin of somebody, who are not he, folded.
_TRIBES, _KIN = speech_words("tribal"), event_words("kin") | speech_words("family")
#: Before the brother of his father or mother, folded (ابن عم, بنت خال).
_CHILD, _UNCLES = speech_words("child"), speech_words("uncle")
#: How far before what is provided in it a treaty is named, in tokens.
_MOST_OF_TREATY = 20
#: Words of his office between such a word and his name (بزعامة نائب رئيس الجمهورية فلان).
_OFFICE = 4


class References(Memory):
    """Tells whom the source phrases of one document mean."""

    def _is_the_source(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase is المصدر and no more than a pointer with it (هذا المصدر, المصدر نفسه)."""
        words = [t.folded for t in self.tokens[phrase.first : phrase.end]]
        pointers = self.sources.particles.demonstrative | self.same
        return len(words) <= MOST_OF_POST and [w for w in words if w not in pointers] == [_THE_SOURCE]

    def _source_meant(
        self, actors: tuple[str, ...], last: tuple[str, ...] | None, *, pointed: bool
    ) -> tuple[str, ...]:
        """Whom المصدر means: the last speaker, unless another source was told of and he is none.

        `pointed`: whether it is the same source that is meant (المصدر ذاته).
        """
        if last == OTHER and pointed:
            return last  # "أكده الوالي سالم الورد. وأوضح المصدر ذاته أن …"
        if not last or last == OTHER:
            return actors
        if all(self.kinds.get(a) == "sources" for a in last):
            return last
        return self.source_told or last if actors == NOBODY_NAMED else actors

    def _honoured(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """Whom his title with a pronoun means (سموه, معاليه): the person named last before it."""
        if not self.tokens[phrase.first].folded.endswith(("ه", "ها")):
            return ()
        before = reversed(self.findings.actors_in(0, phrase.first))
        return next((m.actors for m in before if not m.counts and m.kind != "sources"), ())

    def _is_bare_document(self, frame: Frame) -> bool:
        """Whether بحسب or جاء في is followed by a document whose issuer is not told (وفق بيان صحفي)."""
        phrase = frame.source
        if (
            frame.kind not in ("preposition", "lead")
            or phrase.elided
            or phrase.end - phrase.first > _BARE_DOCUMENT
        ):
            return False
        word = self.tokens[phrase.first]
        return any(s.rest.removeprefix("ال") in self.sources.particles.venue for s in word.splits)

    def resolve(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The actors that a source phrase means; `other` for a person or body that is not listed."""
        phrase = self._without_marks(phrase)
        if seen := self._witness(phrase):
            return seen
        inside = list(self.findings.actors_in(phrase.first, phrase.end))
        if issuer := self._whose_own(inside) or self._only_told_by(inside, phrase):
            return issuer
        told = next((m.first for m in inside if self._spoken_to(m, phrase)), phrase.end)
        phrase = phrase if told == phrase.end else SourcePhrase(phrase.first, told)
        mentions = self._named_in(phrase)
        surname = self.memory.get(self.called(phrase.end - 1, phrase.first))
        remembered = self._by_two_names(phrase) if self._in_full(phrase) else surname
        persons = all(not m.counts and m.kind != "sources" for m in mentions)
        joined = len(mentions) > 1 and self.tokens[phrase.end - 1].folded.startswith("و")
        other = joined or self._namesake(phrase.end - 1, phrase)
        if remembered and phrase.end - phrase.first <= 2 and persons and not other:
            return remembered
        if not mentions and (named := self._bare_name(phrase)):
            return named
        if mentions and (known := self._known_before(mentions[0], phrase)):
            return known
        if mentions:
            return (
                self._of_group(mentions, phrase)
                or self._office_of_known(mentions)
                or self._and_joined(mentions)
            )
        if paired := self._by_two_names(phrase):
            return paired
        led = (i for i in range(phrase.first + 1, phrase.end) if self.tokens[i].folded in LED_BY)
        for i in range(next(led, phrase.end) - 1, phrase.first - 1, -1):
            called = self.called(i, phrase.first)
            words = (s.rest for s in self.tokens[i].splits) if called == self.tokens[i].folded else (called,)
            for word in words:
                known = self.memory.get(word, OTHER)
                if known != OTHER and not (self._surname_follows(i, phrase) or self._namesake(i, phrase)):
                    return known
        rank = self.tokens[phrase.first].folded
        if phrase.end == phrase.first + 1:
            return self.offices.get(rank) or self._spelt_otherwise(phrase.first) or OTHER
        ranked = phrase.end == phrase.first + 2 and rank in self.sources.particles.honorific
        return (self._spelt_otherwise(phrase.first + 1) if ranked else ()) or self._member(phrase)

    def _kin_speak(self, phrase: SourcePhrase, inside: Sequence[ActorMention]) -> bool:
        """Whether kin of whoever is named speak (شقيق أحد البحارة, سالم الورد ابن عم القائد), not he."""
        near = range(phrase.first, min(phrase.end - 1, phrase.first + MOST_OF_POST + 1))
        kin = next((i for i in near if self._is_kin(i)), None)
        if kin is None or (kin > phrase.first and not self.persons.is_name(phrase.first, kin)):
            return False
        if any(m.first == phrase.first for m in inside):
            return False  # "ماهر الأسد شقيق الرئيس"
        # "زوجة الرئيس السوري أسماء الورد": she is known herself
        return not any(not m.counts and m.end > m.first + 1 for m in inside[1:])

    def _is_kin(self, i: int) -> bool:
        """Whether a noun for somebody's kin stands at token `i` before whose (شقيق القتيل, ابن عم القتيل)."""
        word, following = self.tokens[i].folded, self.tokens[i + 1].folded
        return word in _KIN or (word in _CHILD and following in _UNCLES)

    def _in_full(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase is the full name of somebody listed, whoever else has his surname."""
        mention = self.sources.actor_at.get(phrase.first)
        full = mention is not None and not mention.counts and mention.end == phrase.end
        return full and phrase.end - phrase.first > 1

    def _whose_own(self, mentions: Sequence[ActorMention]) -> tuple[str, ...]:
        """Who issued documents that are called a group of sources (وثائق رسمية صادرة عن سرايا السلام)."""
        if not mentions or mentions[0].kind != "sources":
            return ()
        for mention in (m for m in mentions[1:] if m.counts and m.kind in _SIDES):
            near = {t.folded for t in self.tokens[mentions[0].first : mention.first]}
            if near & self.sources.particles.issuing and "عن" in near:
                return mention.actors
        return ()

    def _only_told_by(self, inside: Sequence[ActorMention], phrase: SourcePhrase) -> tuple[str, ...]:
        """`other` where only foes, friends of a medium or kin are told (منتقدو الرئيس, صحيفة موالية له)."""
        if self._kin_speak(phrase, inside):
            return OTHER
        media = self.sources.particles.medium
        strange = any(
            only_opposed(self.tokens, m, phrase) or only_close(self.tokens, m, phrase, media) for m in inside
        )
        return OTHER if strange and not self._named_in(phrase) else ()

    def _without_marks(self, phrase: SourcePhrase) -> SourcePhrase:
        """The phrase without quotation marks around all of it (وتابع «الورد»)."""
        tokens = self.tokens[phrase.first : phrase.end]
        if len(tokens) < 3 or tokens[0].text not in _QUOTE_MARKS or tokens[-1].text not in _QUOTE_MARKS:
            return phrase
        return SourcePhrase(phrase.first + 1, phrase.end - 1)

    def _and_joined(self, mentions: Sequence[ActorMention]) -> tuple[str, ...]:
        """The actors of the first mention and of those that و joins to it."""
        return tuple(dict.fromkeys((*mentions[0].actors, *self._behind_and(mentions[1:]))))

    def _behind_and(self, mentions: Iterable[ActorMention]) -> tuple[str, ...]:
        """The actors of those mentions that و stands before."""
        joined = (m for m in mentions if self.tokens[m.first].folded.startswith("و"))
        return tuple(a for m in joined if m.span.start > self.tokens[m.first].start for a in m.actors)

    def _of_group(self, mentions: Sequence[ActorMention], phrase: SourcePhrase) -> tuple[str, ...]:
        """The group in which somebody holds what is called like a state's post (عمليات بغداد في الحشد).

        A student of groups is in none (باحث في الجماعات المتطرفة).
        """
        first, *others = mentions
        inside = (m for m in others if self.tokens[m.first - 1].folded == "في" and m.kind == "armed-group")
        post = self.persons.titles.match(self.tokens, phrase.first)
        held = bool(post) and all(title.use != "private" for found in post for title in found.values)
        seated = held and (first.kind in STATE_KINDS or first.kind == "armed-forces")
        return next((m.actors for m in inside if seated), ())

    def _office_of_known(self, mentions: Sequence[ActorMention]) -> tuple[str, ...]:
        """The state's office that somebody known by name holds by now (علي الأحمدي رئيس الأمن القومي)."""
        known, *others = mentions
        if known.counts or known.kind in STATE_KINDS or self.persons.titles.match(self.tokens, known.first):
            return ()
        offices = (m for m in others if not m.counts and self.persons.titles.match(self.tokens, m.first))
        return next((m.actors for m in offices if m.kind in STATE_KINDS and m.actors != OTHER), ())

    def _known_before(self, mention: ActorMention, phrase: SourcePhrase) -> tuple[str, ...]:
        """Who was met before and is named before a state that is only told of (سميث الذي يزور العراق)."""
        if mention.kind not in ("state", "government") or not mention.counts:
            return ()
        near = range(phrase.first, min(mention.first, phrase.first + MOST_OF_POST))
        known = (self.memory.get(self.tokens[i].folded, OTHER) for i in near)
        return next((actors for actors in known if actors != OTHER), ())

    def antecedent(self, frame: Frame) -> SourcePhrase | None:
        """Whom a relative clause makes speak: the actor or document before it (تركيا، التي تخشى أن …)."""
        if (source := self._source_right_before(frame)) is not None:
            return source
        relative = frame.cue_first - 1
        relative -= relative > 0 and self.tokens[relative].folded in BEFORE_VERB
        pronoun = self.tokens[relative].folded if relative > 0 else ""
        if pronoun not in self.sources.particles.relative or pronoun.startswith("و"):
            return None  # "والذي قضى بأن …" goes on a noun further back
        end, form = self._before_signs(relative), frame.inflected
        if frame.kind != "verb" or frame.is_participle or end < 1:
            return None
        if form is not None and form.person != THIRD_PERSON:
            return None  # "الوزير الذي نقول له إن …"
        goes_on = RELATIVES.get(pronoun) if self.tokens[frame.cue_end - 1].folded.endswith(OBJECTS) else None
        if form is not None and goes_on is not None and (form.gender, form.number) != goes_on:
            return None  # "الحزب الذي تتهمه بالهجوم": another does; not "تصريحاته التي أكد فيها أن …"
        near = self.findings.actors_in(max(0, end - MOST_OF_ANTECEDENT), end)
        named = next((m for m in near if m.end == end and m.kind != "population"), None)
        if named is not None and frame.form == _PROVIDES:
            paper = max(0, named.first - 1)  # "قرار مجلس الأمن الذي ينص على …"
            ruled = self._nouns_at(paper) & self.sources.particles.ruling
            return SourcePhrase(paper, end) if ruled else None
        if named is not None:
            return None if self._is_where(named) else SourcePhrase(named.first, end)
        word, particles = self.tokens[end - 1].folded, self.sources.particles
        if word.removeprefix("ال") in particles.document:
            return SourcePhrase(end - 1, end)
        if all(s.rest.removeprefix("ال") not in particles.hearsay for s in self.tokens[end - 1].splits):
            return None  # but "لا صحة للأنباء التي …"
        before = self.tokens[end - 2].folded if end > 1 else ""
        if before in particles.hearsay:
            return SourcePhrase(end - 2, end)  # "مقاطع الفيديو التي …"
        owner = pronoun == _WHO and not before.startswith("ال") and before not in particles.source_end
        return None if owner else SourcePhrase(end - 1, end)  # "مصدر الفيديو الذي …": he

    def _source_right_before(self, frame: Frame) -> SourcePhrase | None:
        """A source whose relative clause a bare verb begins (من مصدر أمني رفيع المستوى أكد له أن …)."""
        at = frame.cue_first
        if frame.kind != "verb" or frame.joined or frame.is_participle:
            return None
        near = self.findings.actors_in(max(0, at - MOST_OF_ANTECEDENT), at)
        told = next((m for m in near if m.kind == "sources" and at - m.end <= MOST_OF_POST), None)
        if told is None or self.tokens[told.first - 1].folded not in self.sources.particles.preposition:
            return None
        between = self.tokens[told.end : at]
        bare = not self.tokens[told.first].folded.startswith("ال")
        plain = all(t.kind == "word" and t.folded not in self.sources.particles.source_end for t in between)
        return SourcePhrase(told.first, at) if bare and plain else None

    def of_relative(self, frame: Frame) -> tuple[str, ...]:
        """Whom a relative clause makes speak who is no listed actor: his name met before, else another.

        Nobody where the verb may be another's (القرى التي قال إنها …, القرية التي وصفها …).
        """
        at = frame.cue_first - 1
        at -= at > 0 and self.tokens[at].folded in BEFORE_VERB
        agreed = RELATIVES.get(self.tokens[at].folded) if at > 0 else None
        form = frame.inflected
        if agreed is None and at > 1 and (him := self._also_who(at, frame)):
            return him
        if (
            frame.kind != "verb"
            or form is None
            or agreed != (form.gender, form.number)
            or form.person != THIRD_PERSON
        ):
            return ()
        end, verb = self._before_signs(at), self.tokens[frame.cue_end - 1].folded
        word = self.tokens[end - 1].folded
        if word in _WHEN or verb.endswith(OBJECTS) or frame.form in _RULES or self._is_thing(end):
            return ()
        known = (names.get(word, OTHER) for names in (self.memory, self.offices, self.heads))
        return next((actors for actors in known if actors != OTHER), OTHER)

    def _also_who(self, at: int, frame: Frame) -> tuple[str, ...]:
        """The person named right before "and who" at token `at` (تصفيقه للأمين العام، والذي زعم أنه …)."""
        pronoun, form = self.tokens[at].folded, frame.inflected
        agreed = RELATIVES.get(pronoun.removeprefix("و")) if pronoun.startswith("و") else None
        if frame.kind != "verb" or form is None or agreed != (form.gender, form.number):
            return ()
        end = self._before_signs(at)
        near = self.findings.actors_in(max(0, end - MOST_OF_ANTECEDENT), end)
        ends = (m for m in near if m.end == end and not m.counts and m.kind not in TELLERS)
        return next((m.actors for m in ends), ())

    def provides(self, frame: Frame) -> bool:
        """Whether a treaty provides what a relative clause tells: no single party to it says so.

        "الهدنة بين الطرفين، والتي تنص على …"; a law or a ruling speaks for whoever passed it.
        """
        at, particles = frame.cue_first - 1, self.sources.particles
        relative = frame.elided and at > 0 and self.tokens[at].folded in particles.relative
        index = self.document.sentence_at(frame.cue_first)
        if frame.form != _PROVIDES or not relative or index is None:
            return False
        start = max(self.document.sentences[index].start, at - _MOST_OF_TREATY)
        near = (self._nouns_at(i) for i in range(at - 1, start - 1, -1))
        laws = particles.treaty | particles.ruling | particles.document
        return bool(next((nouns & particles.treaty for nouns in near if nouns & laws), ()))

    def _nouns_at(self, i: int) -> set[str]:
        """What the word at token `i` may be as a noun, without its article and the mark of an object."""
        return {s.rest.removeprefix("ال").removesuffix("ا") for s in self.tokens[i].splits}

    def _is_thing(self, end: int) -> bool:
        """Whether a deed or a paper, with its adjective, ends before token `end` (الهجوم الانتحاري)."""
        last, before = self.tokens[end - 1], self.tokens[max(0, end - 2)]
        if before.folded in self.given:
            return False  # "سالم الورد"
        described = any(s.rest.startswith("ال") for s in before.splits)
        nouns = {s.rest.removeprefix("ال") for t in (last, before)[: 1 + described] for s in t.splits}
        particles = self.sources.particles
        if nouns & (particles.document | particles.ruling | particles.hearsay | particles.content_noun):
            return True
        return any(r.tense == "masdar" for noun in nouns for r in self.predicates.look_up(noun))

    def _before_signs(self, i: int) -> int:
        """The token behind the name that a comma, a dash or a closing mark parts from a relative pronoun."""
        return next((j for j in range(i, max(0, i - 3), -1) if self.tokens[j - 1].text not in _CLOSING), i)

    def beside(self, phrase: SourcePhrase, limit: int) -> tuple[str, ...]:
        """Whom the office beside a name speaks for (X، وهو متحدث باسم Y; X – وزير Y)."""
        limit = min(limit, len(self.tokens) - 1)
        i = phrase.end + (phrase.end < limit and self.tokens[phrase.end].text in _ASIDE)
        if i > phrase.end and (named := self._holder(phrase, i)):
            return named
        word = self.tokens[i].folded if i < limit else ""
        holds = word in self.sources.particles.relative and self.tokens[i + 1].folded in _HOLDS
        if word not in HE_IS and i == phrase.end and not holds:
            return ()
        at = i + 2 if holds else i + (word in HE_IS)
        at += at < limit and self.tokens[at].folded in _POST
        if at >= limit or not self.persons.titles.match(self.tokens, at):
            return ()
        held = next(iter(self.findings.actors_in(at, at + 1)), None)
        if held is None or held.kind in TELLERS or (held.counts and self.tokens[at].folded.startswith("ال")):
            return ()
        return held.actors

    def _holder(self, phrase: SourcePhrase, i: int) -> tuple[str, ...]:
        """For whom the known person speaks who is apposed to an office (الأمين العام ، أنطونيو غوتيريش ،)."""
        post = phrase.end - phrase.first < MOST_OF_POST and self.persons.titles.match(
            self.tokens, phrase.first
        )
        person = self.sources.actor_at.get(i) if post else None
        if person is None or person.counts or person.kind in TELLERS or person.end >= len(self.tokens):
            return ()
        return person.actors if self.tokens[person.end].text in _ASIDE else ()

    def _in_its_name(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """For whom a spokesman by a pronoun speaks (أكدت فتح على لسان الناطق باسمها).

        It is who was told of last in the sentence, else the subject of the one before; somebody known by name
        speaks for his own.
        """
        near = self.tokens[phrase.first + 1 : min(phrase.end, phrase.first + MOST_OF_POST + 1)]
        pronoun = next((t.folded for t in near if t.folded in _IN_NAME), None)
        here = self.document.sentence_at(phrase.first)
        known = any(not m.counts for m in self.findings.actors_in(phrase.first, phrase.end))
        if pronoun is None or here is None or known:
            return ()
        sentences = self.document.sentences
        told = [*reversed(self.findings.actors_in(sentences[here].start, phrase.first))]
        told += self.findings.actors_in(sentences[max(0, here - 1)].start, sentences[here].start)
        return next((m.actors for m in told if self._may_be_named(m, pronoun)), ())

    def _may_be_named(self, mention: ActorMention, pronoun: str) -> bool:
        """Whether in the name of the one mentioned somebody may speak: no country is him, no state them."""
        head = self.tokens[mention.first].splits[-1].rest
        if mention.kind in TELLERS or (pronoun == _IN_HER_NAME and not mention.counts):
            return False
        if pronoun == _IN_HIS_NAME:
            country = mention.counts and mention.kind in _STATES and mention.end == mention.first + 1
            return not country and not head.endswith(("ه", "ات"))
        return pronoun == _IN_HER_NAME or mention.kind not in STATE_KINDS

    def _by_pronoun(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """For whom an office with a pronoun speaks: the party told of last (المملكة … سفيرها في القاهرة)."""
        word = self.tokens[phrase.first].folded
        office = word.removesuffix(_HERS) if word.endswith(_HERS) else ""
        held = self.persons.titles.get(office) if office else ()
        if not held or held[0].use == "private":
            return ()
        before = reversed(self.findings.actors_in(0, phrase.first))
        party = next((m for m in before if m.counts and m.kind not in TELLERS), None)
        since = range(party.end, phrase.first) if party is not None else range(0)
        # "عبرت جامعة الورد على لسان رئيسها …": no party is told of last
        unlisted = any(i not in self.sources.actor_at and self.sources.is_body(i) for i in since)
        return () if party is None or unlisted else party.actors

    def _whose(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """Whose a document is, where a name in quotation marks follows with ل (تقرير لـ«رويترز»).

        A body is a group's that follows with ل (الكتلة البرلمانية لحركة «حماس»).
        """
        noun, particles = self.tokens[phrase.first].folded.removeprefix("ال"), self.sources.particles
        if phrase.end + 2 >= len(self.tokens):
            return ()
        if self.tokens[phrase.end].folded != "ل":
            named = self.sources.actor_at.get(phrase.end) if noun in particles.body else None
            onto = named is not None and named.span.start > self.tokens[named.first].start
            return named.actors if named is not None and onto and named.kind in _SIDES else ()
        if noun not in particles.document:
            return ()
        named = self.sources.actor_at.get(phrase.end + 2)
        return named.actors if named is not None and named.counts else ()

    def _of_body(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The body told of before whose head an office without an owner is (السفارة … السفير فلان)."""
        if service := self._service(phrase):
            return service
        body = _BODY_OF.get(self.tokens[phrase.first].folded)
        before = reversed(self.findings.actors_in(0, phrase.first)) if body else ()
        heads = (m for m in before if m.counts and m.kind not in TELLERS)
        of_it = (m for m in heads if self.tokens[m.first].splits[-1].rest.removeprefix("ال") == body)
        return next((m.actors for m in of_it), ())

    def _service(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The body of a state whose name the word that speaks ended (المديرية العامة للجوازات … الجوازات)."""
        word, alone = self.tokens[phrase.first].folded, phrase.end == phrase.first + 1
        if not alone or not word.startswith("ال"):
            return ()
        ends = (word, "ل" + word.removeprefix("ا"))
        before = reversed(self.findings.actors_in(0, phrase.first))
        bodies = (m for m in before if m.counts and m.kind in STATE_KINDS and m.end > m.first + 1)
        return next((m.actors for m in bodies if self.tokens[m.end - 1].folded in ends), ())

    def _hearsay(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase is something that shows or tells, and nothing says whose (معلومات أولية)."""
        first, several = self.tokens[phrase.first], phrase.end > phrase.first + 1
        nouns = [s.rest for s in first.splits if s.prefix in ("", "ل", "و")]
        bare = {w for noun in nouns for w in (noun.removeprefix("ال"), noun.removesuffix("ا"))}
        following = self.tokens[phrase.first + 1].folded if several else ""
        definite = any(noun.startswith("ال") for noun in nouns)
        return bool(bare & self.sources.particles.hearsay) and (definite or not following.startswith("ال"))

    def _our_own(self, phrase: SourcePhrase) -> bool:
        """Whether what tells is the information of whoever speaks (معلوماتنا)."""
        noun, ours = self.tokens[phrase.first].folded, phrase.end == phrase.first + 1
        return ours and noun.endswith("نا") and noun.removesuffix("نا") in self.sources.particles.hearsay

    def _latter(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The actor named last before الأخير."""
        if phrase.end != phrase.first + 1 or self.tokens[phrase.first].folded not in self.latter:
            return ()
        before = reversed(self.findings.actors_in(0, phrase.first))
        spoken = (m for m in before if m.kind not in TELLERS and m.end <= phrase.first)
        return next((m.actors for m in spoken), ())

    def _is_where(self, mention: ActorMention) -> bool:
        """Whether it is only where the speaker is (رئيس النادي في فرنسا), or who leads his party (بزعامة)."""
        if any(t.folded in LED_BY for t in self.tokens[max(0, mention.first - _OFFICE) : mention.first]):
            return True
        alone = mention.kind == "state" and mention.end == mention.first + 1
        return alone and mention.first > 0 and self.tokens[mention.first - 1].folded == "في"

    def _in_name(self, mention: ActorMention) -> bool:
        """Whether a country is only a word of a name in quotation marks (مرصد «العراق الأخضر»)."""
        quote = self.document.quote_at(mention.first)
        if mention.kind != "state" or quote is None or not quote.balanced:
            return False
        return mention.first == quote.open + 1 and mention.end < quote.close <= mention.end + MOST_OF_POST

    def _posted(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether the office behind a name goes on with the mention (مسؤول الشؤون العامة لـX).

        So does whoever is in a group (أحد العسكريين في غرفة عمليات «جيش الفتح»).
        """
        at = mention.first - 1
        while at > phrase.first and (
            self.tokens[at].folded in _WITHIN or self.tokens[at].text in _QUOTE_MARKS
        ):
            at -= 1
        if mention.kind in _SIDES and at > phrase.first and self.tokens[at].folded == "في":
            return True
        for i in range(mention.first - 1, phrase.first, -1):
            if self.tokens[i].folded in self.sources.particles.source_end:
                return False
            if found := self.persons.titles.match(self.tokens, i):
                return found[0].values[0].use != "private"
        return False

    def _is_post_of_ranked(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether the mention is the office behind a rank and a name (الفريق سالم بن أحمد الورد وزير X).

        Behind a rank nothing but the name stands before it, however long the name is.
        """
        name, particles = range(phrase.first, mention.first), self.sources.particles
        office = not mention.counts and mention.actors != OTHER
        office = office and bool(self.persons.titles.match(self.tokens, mention.first))
        words = (self.tokens[i] for i in name if not self.sources.no_name(i))
        plain = sum(t.kind == "word" and t.folded not in particles.relative for t in words) == len(name)
        return office and plain and self.tokens[phrase.first].folded in particles.honorific

    def _heads(self, i: int) -> bool:
        """Whether the noun at token `i` makes what it governs speak: an office, a body, a document."""
        word = self.tokens[i].folded
        if self.persons.titles.match(self.tokens, i) or i in self.sources.actor_at:
            return True
        known = word in self.bases or word in self.sources.particles.venue
        return known or not word.startswith("ال")

    def _is_same(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase only points back: المصادر ذاتها, البيان, التقرير, الأخير."""
        at = phrase.first + self._points(phrase)
        first, last = self.tokens[at].folded, self.tokens[phrase.end - 1].folded
        if last in self.same:
            return True
        following = self.tokens[at + 1].folded if phrase.end > at + 1 else ""
        particles = self.sources.particles
        described = following in particles.relative or following in particles.source_end
        return (not following or described) and first in self.same_speaker

    def _points(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase begins with a word that only points (ذات البيان, نص البلاغ, هذا التقرير)."""
        first = self.tokens[phrase.first].folded.removeprefix("ل")
        pointers = self.sources.particles.demonstrative | self.same | self.sources.particles.same_text
        return phrase.end > phrase.first + 1 and first in pointers

    def _named_in(self, phrase: SourcePhrase) -> list[ActorMention]:
        """The mentions of the part before the first comma, else those of an office after it."""
        comma = next((i for i in range(phrase.first, phrase.end) if self.tokens[i].text in "،,"), phrase.end)
        mentions = list(self.findings.actors_in(phrase.first, phrase.end))
        nearby = NEAR if phrase.end - phrase.first > SHORT else SHORT
        near = [
            m
            for m in mentions
            if m.first < comma
            and not self.is_stranger(m)
            and not self._is_where(m)
            and not self._in_name(m)
            and not self._only_told(m, phrase)
            and not self._of_cause(m, phrase)
            and not self._only_spread(m, phrase)
            and not self._only_members(m, phrase)
            and not self._only_studied(m, phrase)
            and not has_left(self.tokens, m, phrase, self.sources.particles.defected, self.former)
            and not only_opposed(self.tokens, m, phrase)
            and not is_amid(self.tokens, m, phrase)
            and not only_close(self.tokens, m, phrase, self.sources.particles.medium)
            and not self._is_object_behind(m, phrase)
            and (
                m.first <= phrase.first + nearby
                or self._heads(phrase.first)
                or self._posted(m, phrase)
                or self._is_post_of_ranked(m, phrase)
            )
        ]
        if near or comma + 1 >= len(self.tokens):
            return near
        return mentions if self.persons.titles.match(self.tokens, comma + 1) else []

    def _witness(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """Witnesses and whoever is joined to them (شاهدة, شاهد ومصدر أمني); nobody where none speaks.

        Who saw something for a medium speaks for the medium: شاهد من رويترز.
        """
        first = self.tokens[phrase.first]
        if first.folded not in self.sources.particles.witness or first.text.endswith(_SAW_IT):
            return ()
        inside = self.findings.actors_in(phrase.first, phrase.end)
        if any(m.first == phrase.first or self._sends(m) for m in inside):
            return ()
        return tuple(dict.fromkeys((*_EYEWITNESSES, *self._behind_and(inside))))

    def _sends(self, mention: ActorMention) -> bool:
        """Whether a medium is named from which somebody is."""
        return mention.kind == "media" and self.tokens[mention.first - 1].folded == "من"

    def _of_cause(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether a country only says where a private body is (مركز العراق لحقوق الإنسان, كتلة نداء تونس)."""
        head = self.tokens[phrase.first].folded.removeprefix("ال")
        if head in _BLOCS and mention.kind in _STATES and mention.first > phrase.first:
            return True
        if mention.kind in _STATES and self._of_tribes(mention, phrase):
            return True
        onto = mention.span.start > self.tokens[mention.first].start
        if head in self.sources.particles.private and self._only_in_its_name(mention, phrase):
            return True
        inside = mention.kind in _STATES and mention.first > phrase.first + 1
        inside = inside and self.tokens[mention.first - 1].folded != "في"
        if head in self.sources.particles.private and inside and not onto:
            return True  # "المرصد التونسي لاستقلال القضاء"
        if mention.kind not in _STATES or mention.end >= phrase.end or mention.first > phrase.first + 2:
            return False
        particles, following = self.sources.particles, self.tokens[mention.end].folded
        named = self.tokens[phrase.first : mention.end]  # "مدير مركز القاهرة لحقوق الإنسان"
        bare = {split.rest.removeprefix("ال") for token in named for split in token.splits}
        return not bare.isdisjoint(particles.private) and following.startswith(tuple(particles.purpose))

    def _of_tribes(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether tribes of a country speak, or a council of theirs (مجلس عشائر العراق)."""
        words = (
            s.rest.removeprefix("ال") for t in self.tokens[phrase.first : mention.first] for s in t.splits
        )
        return any(word in _TRIBES for word in words)

    def _only_in_its_name(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether a private body is called by a country and an adjective (مرصد العراق الأخضر)."""
        at, bare = mention.end, not self.tokens[phrase.first].folded.startswith("ال")
        alone = mention.kind == "state" and mention.first == phrase.first + 1 == at - 1 and at < phrase.end
        adjective = self.tokens[at].folded if alone else ""
        return bare and adjective.startswith("ال") and adjective not in self.nationalities

    def _only_members(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether people only say whose body it is that speaks (نقابة الصحفيين, لجنة السجناء)."""
        if mention.kind != "population" or mention.first == phrase.first:
            return False
        head, particles = self.tokens[phrase.first].folded.removeprefix("ال"), self.sources.particles
        before = range(phrase.first, mention.first)
        office = any(self.persons.titles.match(self.tokens, i) for i in before)
        return office or head in particles.body or head in particles.private

    def _spoken_to(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether a person behind ل is whom the speaker addresses (سالم الورد لنصر الله: …)."""
        if mention.counts or mention.first == phrase.first or mention.kind in ("sources", "population"):
            return False
        token = self.tokens[mention.first]
        onto = mention.span.start > token.start and token.folded.startswith("ل")
        return onto and not self.persons.titles.match(self.tokens, mention.first)

    def _only_studied(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether an expert only knows about the actor (خبير في شؤون حزب الله).

        So does whoever deals with a country (الأمين العام المساعد لشؤون فلسطين بالجامعة العربية).
        """
        before = range(phrase.first, mention.first)
        if mention.kind == "state" and before and self.tokens[mention.first - 1].folded.endswith(AFFAIRS):
            return True
        affairs = (i for i in before if self.tokens[i].folded.endswith(AFFAIRS))
        lives = mention.kind in _STATES and is_within(
            self.tokens, mention, self.sources.place_at
        )  # "أستاذ العلوم السياسية بالعراق"
        matter = next(affairs, mention.first if lives else phrase.first)
        titles = (self.persons.titles.match(self.tokens, i) for i in range(phrase.first, matter))
        return any(found[0].values[0].use == "private" for found in titles if found)

    def _is_object_behind(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether a country stands behind a definite word, which owns nothing (انتقد سالم الورد إيران)."""
        first = self.tokens[mention.first]
        if mention.kind != "state" or mention.first <= phrase.first + 1 or mention.end != mention.first + 1:
            return False
        bare = mention.span.start == first.start and not first.folded.startswith("ال")
        before = self.tokens[mention.first - 1].folded
        named = first.folded not in self.nationalities and before.startswith("ال")
        return bare and named and mention.first - 1 not in self.sources.last_tokens

    def _only_told(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether the medium only got what speaks (بيان للوزير تلقت وكالة X نسخة منه)."""
        if mention.kind != "media" or mention.first < phrase.first + MOST_OF_POST:
            return False
        document = any(s.rest in self.sources.particles.venue for s in self.tokens[phrase.first].splits)
        before, got = self.tokens[mention.first - 1].folded, self.sources.particles.got
        return document and (before in got or before.removeprefix("و") in got)

    def _only_spread(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether the medium only spreads what speaks (البيان الذي بثه التلفزيون)."""
        if (
            mention.kind not in ("media", "sources")
            or self.tokens[phrase.first].folded not in self.same_speaker
        ):
            return False
        before = self.tokens[phrase.first : mention.first]
        return any(t.folded in self.sources.particles.relative for t in before)
