"""Verbs without a speaker of their own whose subject stands right before them and is not who spoke last."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.inflect import OBJECTS, THIRD_PERSON
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.draft import TELLERS, ActorMention
from riwaya.reading.speech.agreement import Agreement, Voice
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.memory import OTHER
from riwaya.reading.speech.references import MOST_OF_ANTECEDENT
from riwaya.reading.speech.source_words import BEFORE_VERB, RELATIVES
from riwaya.reading.speech.speaking_things import PASSIVES
from riwaya.reading.speech.verb_readings import THEREIN
from riwaya.text.signs import COMMAS, FINAL
from riwaya.text.tokens import Token

#: What opens a clause whose subject stands before its verb, folded.
_OPENS = speech_words("opens a clause")
#: With, before whom somebody meets (لقاء مع الوزير), folded.
_WITH = "مع"
#: Words from a relative pronoun to another verb of its clause, at most.
_MOST_OF_CLAUSE = 16
#: Words from there to the verb, at most.
_MOST_OF_SUBJECT = 12
#: To say, which a thing does not do: "الهجوم الذي قال إن ضحاياه …" goes on whoever spoke.
_SAY = "قال"
#: Nor is what a law provides only its own: whoever passed it says so.
_NOT_ITS_OWN = speech_cues("of a law") | {_SAY}
#: To provide, of a ruling, and to adopt one, folded.
_PROVIDES, _ADOPTS = speech_cues("provides"), speech_words("adopts")
#: Words behind which a verb is no other's (غالبا ما تصف, ظلوا يعربون, جددوا التأكيد), folded.
_AUXILIARY = speech_words("becomes") | speech_words("still")
#: Nouns of when something is done (في الوقت الذي …), folded.
_WHEN = speech_words("in which")
#: The dual of a relative pronoun, folded.
_TWO_WHO = speech_words("two who")
_CLOSING = frozenset('»”")]')


class OwnSubjects(Agreement):
    """Tells verbs of one document whose own subject precedes them from those that go on who spoke."""

    def of_another(self, index: int, frames: Sequence[Frame]) -> Voice | None:
        """Whose a verb is that goes on nobody: its subject stands before it."""
        frame = frames[index]
        named = any(f.source.end == frame.cue_first and not f.elided for f in frames[:index])
        actors = () if named else self._own_subject(frame)  # "وتابع الوزير يقول"
        if actors == OTHER:
            self.in_passing.add(index)
        return Voice(actors, index) if actors else None

    def _own_subject(self, frame: Frame) -> tuple[str, ...]:
        """Whose a verb is that names nobody where its subject stands before it; nobody where it does not.

        "كتب تحث على القتال", "الاتهامات التي تتحدث عن دعم", "وكانت جماعة متشددة في غزة أعلنت".
        """
        form = frame.inflected
        if frame.kind != "verb" or not frame.elided or form is None or not frame.cue_first:
            return ()
        if frame.is_participle or form.person != THIRD_PERSON or self.tokens[frame.cue_first].folded == "كما":
            return ()
        if frame.joined:
            return self._in_same_clause(frame)
        if self._thing_that(frame):
            return self._adopting(frame) or OTHER
        if (subject := self._opened_subject(frame)) is not None:
            return subject
        present = form.tense == "present" and form.number == "singular" and frame.form not in PASSIVES
        return self._described(frame) if present else ()

    def _in_same_clause(self, frame: Frame) -> tuple[str, ...]:
        """The party whose relative clause a verb goes on (التنظيم الذي استولى على المدينة وأعلن …)."""
        form, particles = frame.inflected, self.sources.particles
        for i in range(frame.cue_first - 1, max(0, frame.cue_first - _MOST_OF_CLAUSE), -1):
            word = self.tokens[i].folded
            if self.tokens[i].kind not in ("word", "number") or word in particles.complementiser:
                return ()
            if form is not None and RELATIVES.get(word) == (form.gender, form.number):
                did = self._finite(i + 1)
                near = self.findings.actors_in(max(0, i - MOST_OF_ANTECEDENT), i)
                named = next((m for m in near if m.counts and i - m.end <= 1 and self._is_topic(m)), None)
                alike = did is not None and (did.gender, did.tense) == (form.gender, form.tense)
                return named.actors if named is not None and alike else ()
            if word in particles.relative or (word.startswith("و") and self._finite(i) is not None):
                return ()
        return ()

    def _is_topic(self, mention: ActorMention) -> bool:
        """Whether a party stands behind إن, so that its own verb still comes; nobody else's object."""
        before = self.tokens[mention.first - 1].folded if mention.first else ""
        return before in self.sources.particles.complementiser

    def _thing_that(self, frame: Frame) -> bool:
        """Whether a relative clause tells what a thing, or two of them, says (القانون الذي ينص على …)."""
        at, form = frame.cue_first - 1, frame.inflected
        at -= at > 0 and self.tokens[at].folded in BEFORE_VERB
        pronoun = self.tokens[at].folded
        onto = self.tokens[frame.cue_end - 1].folded.endswith(OBJECTS)
        if form is None or frame.form in _NOT_ITS_OWN or onto:
            return False
        if pronoun in _TWO_WHO:
            return form.number == "dual"
        return at > 0 and RELATIVES.get(pronoun) == (form.gender, form.number) and not self._is_time(at)

    def _adopting(self, frame: Frame) -> tuple[str, ...]:
        """Who adopts the ruling that provides something (مجلس الأمن يعتمد القرار الذي يقضي بـ…)."""
        ruling = frame.cue_first - 2
        ruling -= self.tokens[ruling].kind == "number"  # "القرار 598 الذي يقضي بـ…"
        noun = self.tokens[ruling].folded.removeprefix("ال")
        if frame.form not in _PROVIDES or noun not in self.sources.particles.ruling:
            return ()
        for named in self.findings.actors_in(max(0, ruling - MOST_OF_ANTECEDENT), ruling):
            verb = named.end if named.end == ruling - 1 else named.first - 1
            adopts = verb >= 0 and self.tokens[verb].folded.removeprefix("و") in _ADOPTS
            if named.counts and adopts and named.end in (ruling - 1, ruling):
                return named.actors
        return ()

    def _is_time(self, relative: int) -> bool:
        """Whether what stands before a relative pronoun is when something is done (في الوقت الذي …)."""
        return self.tokens[relative - 1].folded in _WHEN

    def _opened_subject(self, frame: Frame) -> tuple[str, ...] | None:
        """The subject between what opens a clause and its verb (لكن صاحب متجر قرب المحطة قال): a party's."""
        particles, end = self.sources.particles, frame.cue_first
        if not self._is_noun(self.tokens[end - 1]):
            return None
        for i in range(end - 1, max(-1, end - _MOST_OF_SUBJECT), -1):
            token = self.tokens[i]
            if token.folded.removeprefix("و") in _OPENS:
                named = self.sources.actor_at.get(i + 1)
                if i + 1 == end or self.sources.adverbial(i + 1) or i + 1 in self.sources.time_at:
                    return None
                return named.actors if named is not None else OTHER
            clause = token.folded in particles.relative | particles.complementiser
            if token.text in COMMAS | FINAL or clause or token.kind == "newline":
                return None
            if i not in self.sources.actor_at and self._finite(i) is not None:
                return None
        return None

    def _described(self, frame: Frame) -> tuple[str, ...]:
        """Whom or what a verb in the present tells something of that stands right behind it (إسرائيل تحمل …).

        A paper in which somebody says something is his (شريطا يؤكد فيه أن …).
        """
        at, behind = frame.cue_first - 1, self.tokens[frame.cue_end].folded
        while at > 0 and self.tokens[at].text in _CLOSING:
            at -= 1
        noun, before = self.tokens[at], self.tokens[max(0, at - 1)].folded
        definite = noun.folded.startswith("ال")
        governed = definite and before in self.sources.particles.preposition  # "كانت على الدوام تتطلع"
        if behind in THEREIN or governed or not self._is_noun(noun) or (definite and frame.form == _SAY):
            return ()
        near = self.findings.actors_in(max(0, at - MOST_OF_ANTECEDENT), at + 1)
        named = (m for m in near if m.end == at + 1 and m.kind not in TELLERS and m.first)
        onto = self.sources.particles.preposition | self.sources.particles.source_end | {_WITH}
        # "نظرية عن داعش تقول", "منظمات خارج المملكة تدين"
        return next((m.actors for m in named if self.tokens[m.first - 1].folded not in onto), OTHER)

    def _is_noun(self, token: Token) -> bool:
        """Whether the word can only be the noun before a verb: no particle, no verb, no time."""
        particles, word, i = self.sources.particles, token.folded, token.index
        if token.kind != "word" or word in BEFORE_VERB | _AUXILIARY or self._finite(i) is not None:
            return False
        if any(t.first <= i < t.end for t in self.findings.times):
            return False  # "مهمة تستغرق أربعة أيام يأمل أن …"
        roles = (
            particles.source_end, particles.preposition, particles.relative, particles.contrast,
            particles.negation, particles.verbal, particles.complementiser, particles.was, particles.adverb,
            particles.turn, particles.breaks, particles.auxiliary, particles.lead_in, particles.no_subject,
            particles.before_clause, particles.between,
        )  # fmt: skip
        return not any(word in role or word.removeprefix("و") in role for role in roles)
