"""The subject that stands before its verb of saying (وكان الوزير قد أكد …, الجيش يعلن …)."""

from __future__ import annotations

from unicodedata import category

from riwaya.lexicon.inflect import THEIRS
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import BODIES
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.no_speaker import governed
from riwaya.reading.speech.solemnly import before_as
from riwaya.reading.speech.source_words import HE_IS, RELATIVES, SourcePhrase, SourceWords
from riwaya.reading.speech.verb_readings import THERE, THEREIN
from riwaya.text.sentences import Sentence
from riwaya.text.signs import COMMAS, STOPS

#: The longest noun phrase that is taken for a speaker, in tokens.
LONGEST = 28
#: A subject before its verb is at most this long; longer runs hold another clause.
LONGEST_SUBJECT = 14

#: A relative clause that describes the speaker is part of his name only when it is as short as this.
LONGEST_RELATIVE = 4
#: Words of a person's name with his profession, which open a sentence before their verb.
LONGEST_NAME = 7
#: Words of the subject of a second clause of a headline (والسلطات المحلية تنفي).
SHORT_JOINED = 3
#: Words between وكان and its verb, with the aside behind the subject.
LONGEST_ASIDE = 30
#: Tokens of an adverb with its comma.
SHORT_ADVERB = 2
#: Words of when or where something was said between a subject and its verb.
SHORT_FIELD = 6

#: صورا قالت إنها …, منشورا قالت فيه …: who publishes them says so.
_SAY = "قال"
#: Kinds of actors that speak as a body.
_SPEAKING_BODIES = BODIES | {"media"}
#: What goes on, behind its negation (ما زال), folded.
_STILL = speech_words("still")
#: To begin, to come and to go on to do something, before a verb in the present, folded.
_BECOMES = speech_words("becomes")
#: Verbs whose object shows or says something in a relative clause (رفعوا لافتات تطالب بـ…), folded.
_SHOWN_BY = speech_words("shown by it")
#: Those who do something, whoever they are (هناك من يقول), folded.
_WHO = "من"
_THERE = THERE | {"منهم", "بينهم"}
_WHAT = "ما"
#: Not, before an adjective, and among whom some are named, folded.
_NON = "غير"
_AMONG = frozenset(("بينها", "بينهم"))
_BETWEEN = "بين"
#: On what something is published, folded.
_ON = frozenset(("علي", "عبر"))
_AS = "كما"
_UNTIL = frozenset(("حتي", "منذ"))
#: What may stand before a function word that opens a clause: nothing, or what joins it to the clause before.
_JOINED = ("", "و", "ف")
_PARTS = COMMAS | STOPS
_LINES = frozenset("-–—")
_BULLETS = _LINES | frozenset("*•|")


class Subjects(SourceWords):
    """Finds the subjects before their verbs in one document."""

    def before(self, hit: CueHit, sentence: Sentence) -> SourcePhrase:
        """The subject that stands before its verb (وكان الوزير أكد …, الجيش يعلن …)."""
        none = SourcePhrase(hit.first, hit.first)
        topic = self._as_for(hit, sentence) or before_as(hit, sentence, self)
        if topic is not None:
            return topic
        if hit.prefix in ("و", "ف") or hit.first_person_form:
            return none  # "لهذا السبب نطالب بـ…": they say who themselves
        if self._says_behind(hit):
            return none  # "صور زعمت إسرائيل أنها …"
        if self.tokens[hit.first].folded == _AS:
            return none  # "… على ذمة القضية كما أمرت بـ…": who speaks stands behind كما, or goes on
        if (writes := self._who_writes(hit, sentence)) is not None:
            return writes
        if hit.end < len(self.tokens) and self.tokens[hit.end].folded in THEREIN:
            return none  # "نشرت الصفحة منشورا قالت فيه": its author speaks
        past = self._of_past(hit, sentence) or self._some_who(hit, sentence)
        if past is not None:
            return past
        if (paper := self._in_paper(hit)) is not None:
            return paper
        start = self._behind_contrast(hit, sentence)
        if self._apposed(hit, start):
            return SourcePhrase(start, self._trim(start, hit.first))
        if (said := self._behind_that(hit, start)) is not None:
            return said
        return self._right_before(hit, sentence) or self._written(hit) or none

    def _says_behind(self, hit: CueHit) -> bool:
        """Whether a party stands between the verb and أن, so that it is the subject (قالت روسيا إنها …)."""
        party = self.actor_at.get(hit.end)
        if party is None or hit.cue.addressee == "direct" or party.end >= len(self.tokens):
            return False
        bare = party.span.start == self.tokens[hit.end].start
        return bare and party.kind in _SPEAKING_BODIES and self._complementiser(self.tokens[party.end])

    def _who_writes(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """The subject before another verb, who writes something and says in it (الوزير كتب تعليقا يقول …)."""
        if hit.cue.form != _SAY or hit.prefix:
            return None
        for i in range(hit.first - 1, max(sentence.start, hit.first - LONGEST_SUBJECT), -1):
            if self._complementiser(self.tokens[i]) or self.tokens[i].text in _PARTS:
                return None
            if self.tokens[i].folded not in self.particles.publishing:
                continue
            start = self._behind_asides(self._behind_lead(self._reach_back(i, sentence.start), i), i)
            if start == i or not self._may_begin(start, i, sentence):
                return None
            subject = self._subject(start, i)
            return None if subject is None or subject.elided else subject
        return None

    def _right_before(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """The words before the verb that are its subject; empty where somebody else speaks."""
        none = SourcePhrase(hit.first, hit.first)
        inside = self.document.quote_at(hit.first)
        floor = max(sentence.start, inside.open + 1 if inside is not None else 0)
        verb = self._before_aside(self._before_auxiliary(hit.first, floor), floor)
        start = self._reach_back(verb, floor)
        if self._dateline(start, verb):
            return none
        start = self._behind_lead(start, verb)
        if start + 1 < verb and self.tokens[start + 1].text == "/":
            start += 2  # "سياسي / الأمين العام يرحب …": the section of the agency
        start = self._behind_asides(start, verb)
        if start + 1 < verb and governed(start, self) and not self.tokens[start + 1].folded.startswith("ال"):
            start += 1  # "… بنشر مقاطع تظهر القتلى"
        if not 0 < verb - start <= LONGEST_SUBJECT or self.tokens[verb - 1].folded in ("حتي", "وقت"):
            return None  # "في وقت أعلن الوزير …"
        if self._of_account(start, hit, sentence):
            return none
        joined = self._joined(start, verb, hit)
        if joined is not None:
            return joined
        subject = self._subject(start, verb) if self._may_begin(start, verb, sentence) else None
        if subject is None or subject.elided:
            subject = self._described(start, floor, hit)
        if subject is None or subject.elided:
            return None
        if hit.cue.form == _SAY and self._published(subject):
            return none  # "بثت القناة صورا قالت إنها …": who shows them says so
        return none if self._heads_another(subject, hit) else subject

    def _heads_another(self, subject: SourcePhrase, hit: CueHit) -> bool:
        """Whether a country only heads a paragraph in which a man or a group does something (قطر يتوعد …)."""
        country = self.actor_at.get(subject.first)
        if country is None or not country.counts or country.kind != "state" or hit.form is None:
            return False
        alone = subject.end == subject.first + 1 and country.span.start == self.tokens[subject.first].start
        word, form = self.tokens[subject.first].folded, hit.form
        his = (form.gender, form.number, form.tense) == ("masculine", "singular", "present")
        return alone and his and word not in self.particles.masculine and word.isalpha()

    def _described(self, start: int, floor: int, hit: CueHit) -> SourcePhrase | None:
        """The subject whose relative clause begins at token `start` (النواب الذين حضروا قالوا إن …)."""
        that = start - 1
        agrees = RELATIVES.get(self.tokens[that].folded) if that > floor else None
        if agrees is None or hit.form is None or agrees != (hit.form.gender, hit.form.number):
            return None
        if hit.cue.homograph or hit.first - start < 2 or not self._begins_clause(start):
            return None
        behind = self.tokens[hit.end] if hit.end < len(self.tokens) else None
        if behind is None or not (
            self._complementiser(behind) or behind.kind == "sign" or behind.folded in hit.cue.prepositions
        ):
            return None  # "الضربات التي شنها التحالف أكدت الوزارة أنها ناجحة"
        first = self._behind_asides(self._reach_back(that, floor), that)
        definite = self.tokens[that - 1].folded.startswith("ال") or that - 1 in self.last_tokens
        if first == that or not definite or not self._nominal(first, that) or self.adverbial(first):
            return None
        opens = first == floor or self._complementiser(self.tokens[first - 1])
        opens = opens or self.tokens[first - 1].folded in self.particles.contrast | self.particles.verbal
        return SourcePhrase(first, self._trim(first, that)) if opens else None

    def _begins_clause(self, i: int) -> bool:
        """Whether a word behind a relative pronoun is no verb of saying that may be the main one."""
        return not any(not h.cue.homograph for h in self.cues.verb(self.tokens[i].folded))

    def passed_over(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """The party that stands right before a verb which nothing joins to another (وداعش يتبنى العملية).

        An office with which the sentence begins is the subject (السفير لدى المملكة يدين الهجوم).
        """
        near = range(max(sentence.start, hit.first - LONGEST_SUBJECT), hit.first)
        named = (m for i in near if (m := self.actor_at.get(i)) is not None and m.end == hit.first)
        party = next(named, None)
        if hit.prefix or party is None:
            return None
        office = self.office_end(sentence.start) > sentence.start
        first = sentence.start if office else party.first
        word = self.tokens[first - 1].folded.removeprefix("و") if first > sentence.start else ""
        governed = word in self.particles.source_end
        plain = all(t.kind == "word" for t in self.tokens[first : hit.first])
        return SourcePhrase(first, hit.first) if plain and not governed else None

    def _behind_lead(self, start: int, verb: int) -> int:
        """The token behind what a line opens with: bullets, a clock (13:30 -), عاجل |, a dateline (غزة -)."""
        while start < verb:
            token, following = self.tokens[start], self.tokens[start + 1]
            place = self.place_at.get(start)
            clock = token.kind == "number" and start > 0 and self.tokens[start - 1].text == ":"
            if token.text in _BULLETS or category(token.text[0]) == "So" or clock:
                start += 1
            elif token.folded in self.particles.kicker and following.text in _BULLETS:
                start += 2
            elif place is not None and place.end < verb - 1 and self.tokens[place.end].text in _LINES:
                start = place.end + 1
            else:
                break
        return start

    def _behind_asides(self, start: int, verb: int) -> int:
        """The token behind when, and words of no noun, before a subject (اليوم المحافظ …, لذا فالوزير …)."""
        while start < verb:
            if start in self.time_at:
                start = min(self.time_at[start].end, verb)
            elif any(
                s.rest in self.particles.no_subject for s in self.tokens[start].splits if s.prefix in _JOINED
            ):
                start += 1
            else:
                break
        return start

    def _of_account(self, start: int, hit: CueHit, sentence: Sentence) -> bool:
        """Whether the words before the verb name whose account it is (وبحسب البيان أكد الوزير أن …)."""
        if hit.end >= sentence.end or self._complementiser(self.tokens[hit.end]):
            return False
        if self.tokens[hit.end].folded in hit.cue.prepositions:
            return False  # "بحسب مصدر كشف عن …": he reveals it
        near = range(max(sentence.start, start - 2), hit.first)
        found = (m for i in near for m in self.cues.phrases.match(self.tokens, i))
        return any(m.values[0].kind == "preposition" for m in found)

    def _published(self, subject: SourcePhrase) -> bool:
        """Whether pictures or a film that somebody publishes stand before the verb."""
        if subject.elided or subject.first == 0:
            return False
        shown = self.tokens[subject.first].folded in self.particles.picture
        return shown and self.tokens[subject.first - 1].kind == "word"

    def _in_paper(self, hit: CueHit) -> SourcePhrase | None:
        """The document right before a verb that says what stands in it (ينظر في شكوى تطالب بـ…)."""
        i = hit.first - 1
        present = hit.form is not None and hit.form.tense == "present" and hit.form.person == 3
        if i < 1 or not present or self.tokens[i - 1].folded not in self.particles.preposition:
            return None
        return SourcePhrase(i, hit.first) if self.tokens[i].folded in self.particles.document else None

    def _written(self, hit: CueHit) -> SourcePhrase | None:
        """The document that says something in a relative clause (صدر صك شرعي يقضي …, ورد بلاغ يفيد …)."""
        if hit.form is None or hit.form.person == 1:
            return None
        if hit.form.tense != "present" and (hit.cue.homograph or hit.cue.form == _SAY):
            return None  # "صورا قالت إنها …": who publishes them says so
        for i in range(hit.first - 1, max(-1, hit.first - 1 - LONGEST_RELATIVE), -1):
            word = self.tokens[i].folded
            if self.tokens[i].kind != "word" or word.startswith("ال") or word in self.particles.verbal:
                return None
            if word.removesuffix("ا") in self._telling:
                first = i - (self.tokens[i - 1].folded.removesuffix("ا") in self.particles.written)
                return SourcePhrase(first, hit.first)
        return None

    def _dateline(self, first: int, end: int) -> bool:
        """Whether a line opens with outlet and place rather than a subject (عين اليوم – متابعات أعلن …)."""
        opens = first == 0 or self.tokens[first - 1].kind == "newline"
        dash = next((i for i in range(first + 1, end) if self.tokens[i].text in _LINES), None)
        if not opens or dash is None or dash + 2 < end:
            return False
        medium = self.actor_at.get(first)
        return medium is not None and medium.kind == "media"

    def _of_past(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """The subject between وكان and قد, whoever it is: nothing else may stand there."""
        floor = max(sentence.start, hit.first - LONGEST_SUBJECT - SHORT_FIELD)
        if hit.first <= floor:
            return None
        after = self.tokens[hit.first - 1].folded == "قد"
        was = next((i for i in range(hit.first - 2, floor - 1, -1) if after and self._is_was(i)), None)
        if was is None and self._is_was(sentence.start) and self._resumes(hit, sentence.start):
            was = sentence.start
        if was is None or hit.first - was < 3 or self.adverbial(was + 1) or not self._opens_name(was + 1):
            return None
        end = next((i for i in range(was + 2, hit.first) if self._ends_subject(was + 1, i)), hit.first)
        end -= end == hit.first and after
        return SourcePhrase(was + 1, self._trim(was + 1, end)) if end > was + 1 else None

    def _some_who(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """من, behind هناك, as the subject of its verb (وهناك من اللاعبين من طالب بـ…, هناك من يقول إن …)."""
        who = hit.first - 1
        if who <= sentence.start or self.tokens[who].folded != _WHO:
            return None
        near = range(who - 1, max(sentence.start, who - LONGEST_RELATIVE) - 1, -1)
        there = next((i for i in near if self.tokens[i].folded.removeprefix("و") in _THERE), None)
        return None if there is None else SourcePhrase(there + 1, hit.first)

    def _resumes(self, hit: CueHit, was: int) -> bool:
        """Whether behind وكان, a subject and an aside the verb stands in the past (وكان X، أمس، أفاد)."""
        behind = hit.first - (self.tokens[hit.first - 1].folded == "قد")
        closes = self.tokens[behind - 1].text in COMMAS or behind - 1 in self.time_ends
        if not closes or hit.form is None or hit.form.tense != "past":
            return False
        return hit.first - was <= LONGEST_ASIDE and not any(
            self.tokens[i].folded in self.particles.was | {"قد"}
            or self._finite(i)
            or self._complementiser(self.tokens[i])
            or self.tokens[i].text in STOPS
            for i in range(was + 1, behind)
        )

    def _is_was(self, i: int) -> bool:
        return self.tokens[i].folded in self.particles.was

    def _opens_name(self, i: int) -> bool:
        """Whether a subject may begin at token `i`: a word, or a name in quotation marks."""
        return self.tokens[i].kind == "word" or self.tokens[i].text in '«“"'

    def _ends_subject(self, first: int, i: int) -> bool:
        """Whether when or where something was said follows the subject at token `i`."""
        besides = self.tokens[i].folded in self.particles.besides or self.tokens[i].text == "("
        return besides or i in self.time_at or self.ends_phrase(i, first)

    def _reach_back(self, verb: int, floor: int) -> int:
        """The token behind the last sign or function word before a verb, at most a subject away."""
        start = verb
        while start > floor and verb - start <= LONGEST_SUBJECT:
            token = self.tokens[start - 1]
            if token.text in _PARTS or token.kind == "newline":
                break
            word = token.folded
            turned = word in self.particles.contrast and not self._only_denies(start - 1)
            if word in self.particles.verbal or turned or self._complementiser(token):
                break
            start -= 1
        return start

    def _only_denies(self, i: int) -> bool:
        """Whether غير at token `i` only denies an adjective (منظمات غير حكومية), not غير أن."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return self.tokens[i].folded == _NON and following != "ان"

    def _may_begin(self, start: int, verb: int, sentence: Sentence) -> bool:
        """Whether a subject may begin at token `start`: not in a relative clause, not with an adverb."""
        before = self.tokens[start - 1].folded if start > sentence.start else ""
        told = before == _WHAT and self.tokens[start].folded.endswith(THEIRS)
        if before in self.particles.relative or told:
            return False  # "ما سمعناه من الناس يؤكد ذلك"
        token = self.tokens[start]
        counted = token.kind == "number" and start + 1 < verb and self.tokens[start + 1].kind == "word"
        if token.kind != "word" and token.text not in '"“”«„' and not counted:
            return False
        if token.folded.endswith("وا") and start not in self.actor_at:
            return False  # "سمعوا انفجارات أحصوا منها …"
        bare = (s.rest for s in token.splits if s.prefix in _JOINED)
        none = self.particles.verbal | self.particles.between | self.particles.no_subject
        nobody = any(w in none for w in bare)
        nobody = nobody or (verb - start == 1 and "\u064b" in token.text)  # "ولاحقاً أبلغ …"
        nobody = nobody or governed(start, self)
        return not nobody and not self.adverbial(start) and self._nominal(start, verb)

    def _subject(self, start: int, verb: int) -> SourcePhrase | None:
        """The noun phrase before the verb, or the indefinite noun behind its last preposition."""
        behind_preposition = None
        for i in range(start, verb):
            if i in self.time_at:
                return None
            folded = self.tokens[i].folded
            posted = folded == "لدي" and self.office_end(start) > start  # "السفير التركي لدى قطر"
            posted = posted or i in self.called_ali
            posted = posted or folded in _AMONG or (i > start and self.belongs_to_office(start, i))
            if i > start and folded in self.particles.source_end and folded != "في" and not posted:
                behind_preposition = i + 1
        if behind_preposition is not None:
            return self._indefinite(behind_preposition, verb)
        if verb - SHORT_ADVERB >= start and self._is_paper(verb - SHORT_ADVERB, verb):
            return SourcePhrase(verb - SHORT_ADVERB, verb)
        told = next((i for i in range(start, verb - 1) if self._finite(i)), None)
        if told is None and verb - start > 2 and any(s.rest in _SHOWN_BY for s in self.tokens[start].splits):
            told = None if start in self.actor_at else start  # "ورفع المتظاهرون لافتات تظهر …"
        if told is not None:
            return self.shown(told, verb)  # "مواقع أوردت تقارير تفيد بـ…"
        end = next((i for i in range(start + 1, verb) if self._turns(i)), verb)
        return SourcePhrase(start, self._trim(start, end))

    def _finite(self, i: int) -> bool:
        """Whether the words before the verb begin with another verb (نشرت الوزارة خريطة تظهر …)."""
        readings = self.cues.verb(self.tokens[i].folded)
        acts = any(h.form.tense == "past" and not h.pronoun for h in readings) and i not in self.actor_at
        return acts and not self.in_short_name(i)

    def _is_paper(self, i: int, verb: int) -> bool:
        """Whether a document that is spelt like a verb stands at token `i` with its adjective (أمر ملكي)."""
        spelt = self.tokens[i].folded in self.particles.written and self._finite(i)
        return spelt and all(not t.folded.startswith("ال") for t in self.tokens[i + 1 : verb])

    def shown(self, start: int, verb: int) -> SourcePhrase:
        """The indefinite noun right before its relative clause: مقطع فيديو, خريطة."""
        first = verb
        while first - 1 > start and verb - first < LONGEST_RELATIVE:
            token = self.tokens[first - 1]
            if (
                token.kind != "word"
                or token.folded.startswith("ال")
                or token.folded in self.particles.source_end
            ):
                break
            first -= 1
        tells = (i for i in range(first, verb) if self.tokens[i].folded.removesuffix("ا") in self._telling)
        return SourcePhrase(next(tells, first), verb)

    @property
    def _telling(self) -> frozenset[str]:
        """Nouns of what shows or tells something (فيديو, تقارير, بلاغ)."""
        return self.particles.written | self.particles.hearsay | self.particles.picture

    def _indefinite(self, start: int, verb: int) -> SourcePhrase:
        """An indefinite noun whose relative clause the verb begins (… على تقارير صحفية أفادت بأن)."""
        on = start > 0 and self.tokens[start - 1].folded in _ON
        if on and self.tokens[start].folded in self.particles.platform:
            written = start > 1 and self.tokens[start - 2].folded in self._telling
            return SourcePhrase(start - 2 if written else verb, verb)  # "تغريدة على تويتر ذكرت أن …"
        if on and self.tokens[start].folded in self.particles.medium:
            return SourcePhrase(verb, verb)  # "كتبت الهيئة على موقع تويتر تقول": where
        told = next((i for i in range(start + 1, verb) if self.tokens[i].folded in self._telling), None)
        start = start if told is None else told  # "نشر على حسابه تغريدة أكدت أن …"
        short = 0 < verb - start <= LONGEST_RELATIVE
        bare = short and not self.tokens[start].folded.startswith("ال") and self.tokens[start].kind == "word"
        return SourcePhrase(start, verb) if bare else SourcePhrase(verb, verb)

    def _before_auxiliary(self, verb: int, floor: int) -> int:
        """The token behind the subject of وكانت الهيئة، قد أعلنت: before قد and a comma."""
        if verb - 2 > floor and self.tokens[verb - 1].folded in _STILL:
            return verb - 2  # "السلطات لا تزال تخشى"
        if verb > floor and self.tokens[verb - 1].folded == "قد":
            verb -= 1
            verb -= verb - 1 > floor and self.tokens[verb - 1].folded in self.particles.was
            if verb > floor and self.tokens[verb - 1].text in COMMAS:
                verb -= 1
        elif verb - 1 > floor and self.tokens[verb - 1].folded in _BECOMES:
            return verb - 1  # "روسيا بدأت تخشى"
        elif verb - 1 > floor and self.tokens[verb - 1].folded in ("كان", "كانت"):
            return verb - 1 - (self.tokens[verb - 2].text in COMMAS)  # "النائب سالم الورد، كان صرح"
        elif verb - 1 > floor and self.tokens[verb - 1].text in COMMAS and self._opens_with_was(verb - 1):
            return verb - 1  # وكان الجيش، أعلن
        return self._before_relative(verb, floor)

    def _before_aside(self, verb: int, floor: int) -> int:
        """The token behind the subject before من جانبه or a time (X، من جانبه قال; X حتى الآن تشير)."""
        if verb - 4 > floor and self.tokens[verb - 1].text in COMMAS and self._turns(verb - 3):
            verb -= 1  # "الشرطة، من جانبها، ذكرت"
        if verb - 2 > floor and self._turns(verb - 2):
            verb -= 2
            return verb - (self.tokens[verb - 1].text in COMMAS)
        time = next((m for m in self.time_at.values() if m.end == verb), None) if verb > floor else None
        if time is None or time.first <= floor + 1 or self.tokens[time.first - 1].kind != "word":
            return verb
        until = self.tokens[time.first - 1].folded
        first = time.first - (until in _UNTIL)
        closed = self.tokens[first - 1].folded.startswith("ال") or first - 1 in self.last_tokens
        return first if closed else verb

    def _opens_with_was(self, end: int) -> bool:
        """Whether وكان and a subject without a comma stand before token `end`."""
        for i in range(end - 1, max(-1, end - LONGEST_SUBJECT), -1):
            if self.tokens[i].folded in ("وكان", "وكانت"):
                return i < end - 1
            if self.tokens[i].text in _PARTS or self.tokens[i].kind == "newline":
                return False
        return False

    def _before_relative(self, verb: int, floor: int) -> int:
        """The comma behind a subject that a relative clause in commas follows (X، الذي …، قال)."""
        if verb - 1 <= floor or self.tokens[verb - 1].text not in COMMAS:
            return verb
        for i in range(verb - 2, max(floor, verb - LONGEST), -1):
            opens = self.tokens[i].folded in self.particles.relative | HE_IS.keys()
            if opens and self.tokens[i - 1].text in COMMAS:
                return i - 1
            if self.tokens[i].text in STOPS:
                break
        return verb

    def _joined(self, start: int, verb: int, hit: CueHit) -> SourcePhrase | None:
        """The subject of a second clause of a headline (موسكو تستبعد كذا وأنقرة تحذر)."""
        news = self._news_before(start, hit)
        word = self.tokens[verb - 1].folded
        if word.startswith("و") and word[1:] in self.particles.latter and verb - 1 > start:
            return SourcePhrase(verb - 1, verb)
        for i in range(verb - 1, max(start, verb - SHORT_JOINED) - 1, -1):
            opens = self.tokens[i].folded.startswith("وال")
            clause = news and (self._alone(start, i) or self._is_of(start, i, hit))
            if opens and (self._acts_before(start, i) or clause):
                return SourcePhrase(i, verb)
        inside = (self.actor_at.get(i) for i in range(verb - 1, start, -1))
        mention = next((m for m in inside if m is not None and m.end == verb), None)
        if mention is None or not self.tokens[mention.first].folded.startswith("و"):
            return None
        parted = self._parts_two(start, mention.first)
        finite = not parted and any(self._verb_like(i) for i in range(start, mention.first))
        finite = finite or (news and self._alone(start, mention.first))
        return SourcePhrase(mention.first, mention.end) if finite else None

    def _news_before(self, start: int, hit: CueHit) -> bool:
        """Whether a headline's verb in the present stands behind news without a verb (قتلى في X وY تنفي)."""
        line = self.document.title is not None and self.tokens[hit.first].start < self.document.title.end
        opens = (
            start == 0 or self.tokens[start - 1].kind == "newline" or self.tokens[start - 1].text in _PARTS
        )
        present = hit.form is not None and hit.form.tense == "present" and hit.form.number != "dual"
        word = self.tokens[start].folded
        bare = not word.startswith("ال") and start not in self.actor_at
        bare = bare and word.removesuffix("ا") not in self._telling  # "صور من X وY تظهر …"
        return line and opens and present and bare

    def _alone(self, start: int, i: int) -> bool:
        """Whether و at token `i` joins a clause to news and no name to names (بين X وY)."""
        named = any(m.counts and m.end == i for m in self.actor_at.values())
        both = i not in self.actor_at and (self.tokens[i - 1].folded.startswith("ال") or i in self.place_at)
        return not (named or both or self._parts_two(start, i))

    def _is_of(self, start: int, i: int, hit: CueHit) -> bool:
        """Whether the verb agrees with the noun behind و, and not with the news (قصف على حي واللجنة تعلن)."""
        news, subject = (self.tokens[k].folded.endswith(("ه", "ات")) for k in (start, i))
        feminine = hit.form is not None and hit.form.gender == "feminine"
        return news != subject == feminine and not self._parts_two(start, i)

    def _parts_two(self, start: int, i: int) -> bool:
        """Whether بين stands between two tokens: what و joins there is no clause."""
        return any(t.folded == _BETWEEN for t in self.tokens[start:i])

    def _acts_before(self, start: int, end: int) -> bool:
        """Whether a verb in the present of a headline stands between two tokens (X يهدد وY ينفي)."""
        readings = (h for i in range(start + 1, end) for h in self.cues.verb(self.tokens[i].folded))
        return any(h.form.tense == "present" and not h.pronoun for h in readings)

    def _verb_like(self, i: int) -> bool:
        readings = self.cues.verb(self.tokens[i].folded)
        return any(h.form.tense in ("past", "present") and not h.cue.homograph for h in readings)

    def _nominal(self, start: int, end: int) -> bool:
        """Whether the tokens are likely a noun phrase: short, or with a listed name or office in them."""
        if end - start == 1 and len(self.tokens[start].folded) == 1:
            return False
        named = any(i in self.actor_at for i in range(start, end)) or bool(
            self.titles.match(self.tokens, start)
        )
        acts = any(self._verb_like(i) for i in range(start, end))  # "«القاعدة» تبث شريطا يؤكد …"
        marks = 0 if acts else sum(self.tokens[i].kind == "sign" for i in range(start, end))
        return end - start - marks <= 4 or named or self._opens_line(start, end)

    def _opens_line(self, start: int, end: int) -> bool:
        """Whether a definite noun and a name open a sentence before their verb (المؤرخ سالم الورد تحدث)."""
        before = self.tokens[start - 1] if start else None
        opens = before is None or before.kind == "newline" or before.text in STOPS
        line = self.document.title is not None and self.tokens[start].start < self.document.title.end
        headline = any(
            h.form.tense == "present" and not h.pronoun for h in self.cues.verb(self.tokens[end].folded)
        )
        opens = opens and (self.tokens[start].folded.startswith("ال") or (line and headline))
        was = before is not None and before.folded in self.particles.was
        if not (opens or was) or end - start > LONGEST_NAME:
            return False
        ends = self.particles.source_end - ({"في"} if headline else set())
        return all(t.kind == "word" and t.folded not in ends for t in self.tokens[start:end])

    def _speaks(self, i: int) -> bool:
        """Whether an office or an actor by his name stands at token `i`."""
        return i in self.actor_at or self.office_end(i) > i

    def _says(self, hit: CueHit) -> bool:
        """Whether a word that is a noun too has what a verb of saying has behind it (طالب بـ…, حذر من …)."""
        if hit.end >= len(self.tokens):
            return False
        behind = self.tokens[hit.end]
        governed = behind.folded in hit.cue.prepositions
        governed = governed or any(s.prefix in hit.cue.prepositions for s in behind.splits if s.prefix)
        return governed or self._complementiser(behind)

    def _as_for(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """The subject of أما فلان فقال …, أما الصحيفة فقد ذكرت …."""
        first, end = sentence.start, hit.first
        resumed = hit.prefix == "ف" or (end > first and self.tokens[end - 1].folded == "فقد")
        if not resumed or self.tokens[first].folded.removeprefix("و") != "اما":
            return None
        end -= hit.prefix != "ف"
        short = 0 < end - first - 1 <= LONGEST_SUBJECT
        behind = self.actor_at.get(hit.end)
        if self._reporter(hit.end) or (behind is not None and behind.kind in ("sources", "media")):
            return None  # "أما الشمال فقد كشف التقرير عن …": what it is about stands first
        if self.tokens[first + 1].folded in self.particles.source_end | self.particles.topic:
            return None  # "أما في المدينة، فقد أعلنت القيادة …", "أما عن الهجوم فيقول …"
        return SourcePhrase(first + 1, self._trim(first + 1, end)) if short else None

    def _reporter(self, i: int) -> bool:
        """Whether a document or a source that says something stands at token `i` (التقرير, المصدر)."""
        if i >= len(self.tokens):
            return False
        word = self.tokens[i].folded.removeprefix("ال")
        return word in self.particles.evidence | self.particles.medium or word in self.particles.reporter

    def _behind_contrast(self, hit: CueHit, sentence: Sentence) -> int:
        """The token behind the last لكن or إلا أن before the verb, else the first of its sentence."""
        for i in range(hit.first - 2, max(sentence.start, hit.first - LONGEST_SUBJECT) - 1, -1):
            contrast = self.tokens[i].folded in self.particles.contrast and not self._only_denies(i)
            if contrast and (i == sentence.start or self.tokens[i + 1].folded == "ان"):
                return i + 1 + (self.tokens[i + 1].folded == "ان")
        return sentence.start

    def _behind_that(self, hit: CueHit, floor: int) -> SourcePhrase | None:
        """Who is named between أن and the comma before a verb (إلى أن رئيس الوزراء سالم الورد، أعلن …)."""
        for i in range(hit.first - 2, max(floor, hit.first - LONGEST_SUBJECT), -1):
            if self.tokens[i - 1].text in COMMAS | STOPS:
                return None
            if self._complementiser(self.tokens[i - 1]):
                head = self.tokens[i].folded.removeprefix("ال")
                named = i in self.actor_at or self.office_end(i) > i or head in self.particles.body
                return SourcePhrase(i, hit.first - 1) if named and self._apposed(hit, i) else None
        return None

    def _apposed(self, hit: CueHit, first: int) -> bool:
        """Whether the words from `first` to a comma before the verb are its subject (المدير، علي، قال)."""
        if not 2 <= hit.first - first <= LONGEST_SUBJECT + 4 or governed(first, self):
            return False
        if hit.cue.homograph and not (self._says(hit) and self._speaks(first)):
            return False
        if self.tokens[hit.first - 1].text not in COMMAS or self.adverbial(first) or hit.prefix:
            return False
        if any(s.rest in self.particles.no_subject for s in self.tokens[first].splits):
            return False  # "ميدانيا، أعلن الجيش …"
        if hit.first - first == SHORT_ADVERB and "\u064b" in self.tokens[first].text:
            return False  # "وتفصيلاً، أكد المواطن أن …"
        return not any(
            i in self.time_at
            or self._reports(i)
            or self.tokens[i].folded in self.particles.verbal
            or self.tokens[i].folded in self.particles.turn
            or self.tokens[i].folded in self.particles.complementiser
            for i in range(first, hit.first)
        )
