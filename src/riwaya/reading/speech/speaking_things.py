"""What a noun or a thing that speaks means: rumours, charges and suspicions, rulings, pictures and papers."""

from __future__ import annotations

from riwaya.lexicon.inflect import OBJECTS, THEIRS, THIRD_PERSON
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.draft import BODIES, TELLERS, ActorMention
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.memory import NOBODY_NAMED, OTHER
from riwaya.reading.speech.resumed import Resumed
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.verb_readings import SUSPECTS, THERE
from riwaya.text.fold import fold

#: To suspect and to believe, which are passives in the present too: nobody who is named does so.
PASSIVES = speech_cues("thought")
#: With a preposition or without, who he is of whom something is thought, folded.
_OF_WHOM = frozenset(("ب", "في"))
#: Tokens at the head of somebody's words among which their subject stands.
SUBJECT = 6
#: Words of the name of a ruling, at most.
LONGEST_RULING = 3
#: Words from one of two speakers to the name of the other, at most (الأردن، وملك البحرين).
JOINED = 3
#: How a plural ends, folded.
PLURAL = ("ون", "ين")
#: How nouns of what is told begin (ما تردد, لما يشاع), folded.
_TOLD = ("ما ", "لما ", "مما ")
#: Accusations, of which everybody knows, folded.
_ACCUSATIONS = "الاتهامات"
#: Acts of whoever does not own what is told.
_DENIES = frozenset(("deny", "refuse"))
#: How far before it a ruling may be named by who passed it, in tokens.
_RULING_BACK = 80
#: What is done to whom many say something of (تعرض لانتقادات), and how far before it, folded.
_MEETS_WITH, _REACH = speech_words("meets with"), 4
#: With, and in the shadow of, before what many say meanwhile, folded.
_AMID = speech_words("amid")


class SpeakingThings(Resumed):
    """Tells whose words those are that a noun, a passive, a ruling or a picture tells."""

    def _thought(self, frame: Frame) -> bool:
        """Whether somebody is thought to be something (رجال يشتبه بأنهم …, سالم الذي يعتقد أنه …).

        Nobody says who thinks so: the verb is a passive, and the pronoun behind it takes up who is told of.
        """
        if self.called_so(frame):
            return True
        form = frame.inflected
        if frame.form not in PASSIVES or form is None or frame.joined or form.person != THIRD_PERSON:
            return False
        one = form.number == "singular" and self.tokens[frame.cue_first].folded.startswith("ي")
        at = frame.cue_first + 1
        at += at + 1 < len(self.tokens) and self.tokens[at].folded in _OF_WHOM
        if not one or at >= len(self.tokens):
            return False
        word, before = self.tokens[at].folded, self.tokens[frame.cue_first - 1].folded
        pronoun = word.removeprefix("ب").removeprefix("ان")
        if frame.form == SUSPECTS and frame.how == "np":
            relative = before in self.sources.particles.relative
            passive = at > frame.cue_first + 1 or word.startswith("ب")  # "رجل يشتبه في تورطه"
            return passive and (relative or not before.startswith("ال"))
        if pronoun not in OBJECTS:
            return False
        # "من يعتقد أنه قوي" thinks so himself
        others = pronoun != "ه" or (frame.form == SUSPECTS and before != "من")
        whoever = before == "من" or frame.form == SUSPECTS
        return (others and whoever) or before in self.sources.particles.relative

    def _suspected(self, frame: Frame) -> bool:
        """Whether it is told of what somebody is accused or suspected, or what is protested against.

        متهمين بـ…, يشتبه في تورطه, احتجاجا على ….
        """
        particles = self.sources.particles
        accused = fold(frame.form).removeprefix("ال") in particles.accused | particles.protest
        return accused or (frame.form == SUSPECTS and frame.how == "np" and self._thought(frame))

    def _suspecting(self, frame: Frame, over: Frame | None) -> tuple[str, ...]:
        """The body that acts against somebody who is suspected: أوقفت الشرطة رجلا يشتبه في …."""
        told = self._acting(frame) if over is None else self._told_of(frame, over)
        ends = self.findings.actors_in(max(0, frame.cue_first - SUBJECT), frame.cue_first)
        himself = any(m.end == frame.cue_first and m.actors == told for m in ends)  # "إن إيران متهمة بـ…"
        return told if not himself and all(self.kinds.get(a) in BODIES for a in told) else ()

    def _by_noun(self, frame: Frame, over: Frame | None) -> tuple[str, ...]:
        """Whose words a noun means by itself or by its adjective (وردت أنباء عن …, مخاوف تركية من …)."""
        if self._hearsay(SourcePhrase(frame.cue_first, frame.cue_first + 1)):
            return NOBODY_NAMED
        return self._by_adjective(frame) or (NOBODY_NAMED if _of_others(frame, over) else ())

    def _by_adjective(self, frame: Frame) -> tuple[str, ...]:
        """The country whose words a noun with an adjective of nationality means."""
        if frame.cue_end >= len(self.tokens):
            return ()
        adjective = self.tokens[frame.cue_end].folded
        country = self.nationalities.get(adjective)
        definite = any(s.rest.startswith("ال") for s in self.tokens[frame.cue_end - 1].splits)
        # "اتهام إسرائيليين بـ…": they are accused
        agrees = definite == adjective.startswith("ال") and not adjective.endswith(PLURAL)
        return (country,) if country is not None and country in self.sides and agrees else ()

    def _of_many_unnamed(self, frame: Frame) -> bool:
        """Whether a noun means rumours (أنباء), or what many say, as is told (وسط دعوات, هناك مخاوف من)."""
        noun, particles = fold(frame.form), self.sources.particles
        before = self.tokens[frame.cue_first - 1] if frame.cue_first else None
        splits = before.splits if before is not None and before.kind == "word" else ()
        amid = any(s.rest in particles.cause_of or s.rest in _AMID or s.rest in THERE for s in splits)
        amid = amid or self._meets_with(frame.cue_first)
        return noun in particles.hearsay or (amid and noun in particles.outcry)

    def _meets_with(self, i: int) -> bool:
        """Whether the noun at token `i` is what somebody is exposed to (تعرضت الحكومة لانتقادات)."""
        near = (s.rest for t in self.tokens[max(0, i - _REACH) : i] for s in t.splits)
        return any(s.prefix == "ل" for s in self.tokens[i].splits) and any(w in _MEETS_WITH for w in near)

    def _told_of(self, frame: Frame, parent: Frame) -> tuple[str, ...]:
        """The listed subject of the words around a deed that is told in them (إن قسد انسحبت وطلبت …)."""
        first = parent.content_first
        if self.of_himself(frame, parent):
            return ()
        opening = self.findings.actors_in(first, min(first + SUBJECT, frame.cue_first))
        near = [m for m in opening if m.counts]
        told = next((m.actors for m in near if not self._is_hers(frame, m)), ())
        if near and not told:
            return ()
        if first + 1 < len(self.tokens) and self.tokens[first + 1].folded in self.latter:
            told = self._latter(SourcePhrase(first + 1, first + 2))
        return told or (OTHER if self._names_subject(first, parent) else ())

    def _is_hers(self, frame: Frame, country: ActorMention) -> bool:
        """Whether a country is feminine and the verb is a man's (قال إن إيران …، ووصف …): he goes on."""
        form, word = frame.inflected, self.tokens[country.first].folded
        alone = country.kind == "state" and country.end == country.first + 1
        his = form is not None and (form.gender, form.number) == ("masculine", "singular")
        return alone and his and word not in self.sources.particles.masculine and word.isalpha()

    def _names_subject(self, first: int, parent: Frame) -> bool:
        """Whether the words in which a deed is told begin with somebody (إن المشتبه به …)."""
        opening = self.tokens[first].folded
        if parent.how != "that" or opening not in self.sources.particles.complementiser:
            return False
        following = self.tokens[first + 1].folded if first + 1 < len(self.tokens) else ""
        return opening in ("ان", "بان") and following.startswith("ال")

    def _shows(self, phrase: SourcePhrase) -> bool:
        """Whether what speaks is a report or a study, rather than somebody's statement."""
        evidence = self.sources.particles.evidence
        return any(s.rest in evidence for s in self.tokens[phrase.first].splits)

    def _passed(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """Who passed the ruling that is taken up by its noun (قرار مجلس الأمن … القرار)."""
        noun = self.tokens[phrase.first].folded.removeprefix("ال")
        alone = phrase.end == phrase.first + 1 and self.tokens[phrase.first].folded.startswith("ال")
        particles = self.sources.particles
        if not alone or noun not in particles.ruling | particles.document:
            return ()
        for i in range(phrase.first - 2, max(-1, phrase.first - _RULING_BACK), -1):
            passed = self.sources.actor_at.get(i + 1)
            ruling = noun in particles.ruling  # "بيان الحوثي" is not the statement that speaks
            if passed is not None and ruling and any(s.rest == noun for s in self.tokens[i].splits):
                return passed.actors
            verb = self._issuing(i) if self.tokens[i].folded == noun + "ا" else None
            issuer = self._issuing_subject(verb, i) if verb is not None else None
            if issuer is not None:
                return self.resolve(issuer)  # "أصدر الرئيس X مرسوما …. وقال المرسوم …"
        return ()

    def _published(self, i: int) -> bool:
        """Whether pictures, or a document as an object, stand at token `i` (نشر التنظيم بيانا أكد …)."""
        word, particles = self.tokens[i].folded, self.sources.particles
        documents = particles.document | particles.written | particles.venue
        paper = word.removesuffix("ا") in documents and word.endswith(("ا", "ه"))
        return word in particles.picture or paper

    def _publisher(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """Whose pictures show something (نشر التنظيم مقطعا يظهر …, تبنى الهجوم ونشر صورا أظهرت …)."""
        particles, index = self.sources.particles, self.document.sentence_at(phrase.first)
        start = self.document.sentences[index].start if index is not None else phrase.first
        published = [i for i in range(start, phrase.first) if self.tokens[i].folded in particles.publishing]
        if not published or not self._published(phrase.first):
            return ()
        if published[-1] + 1 < phrase.first:
            shows = self.findings.actors_in(published[-1] + 1, phrase.first)
            whose = (m.actors for m in shows if m.counts and m.kind not in TELLERS)
            return self._doer(published[-1], phrase.first, many=True) or next(whose, ())
        acting = self.findings.actors_in(start, min(published[-1], start + JOINED))
        return next((m.actors for m in acting if m.counts), ())

    def _is_scripture(self, phrase: SourcePhrase) -> bool:
        """Whether God or a prophet is quoted, behind whom whoever quotes him goes on (قال تعالى: …)."""
        return not phrase.elided and self.tokens[phrase.first].folded in self.sources.particles.quoted_holy

    def _is_news(self, phrase: SourcePhrase) -> bool:
        """Whether only news tells, which says no more than that (قال X …. وتشير أنباء إلى …. وأضاف …)."""
        particles = self.sources.particles
        news = particles.hearsay & particles.content_noun
        return not phrase.elided and self.tokens[phrase.first].folded in news

    def _rules(self, phrase: SourcePhrase) -> bool:
        """Whether an indefinite ruling speaks for whoever passed it (صك شرعي, قرارا, مرسوم)."""
        short = phrase.end - phrase.first <= LONGEST_RULING
        nouns = {s.rest.removesuffix("ا") for s in self.tokens[phrase.first].splits if s.prefix in ("", "ل")}
        return short and bool(nouns & self.sources.particles.ruling)


def _of_others(frame: Frame, over: Frame | None) -> bool:
    """Whether a noun means what others tell who are not named: ما تردد عن …, الاتهامات.

    What somebody denies or refuses is not his either (نفت إيران اتهامات بـ…).
    """
    form = fold(frame.form)
    if form.startswith(_TOLD):
        return True
    denied = over is not None and over.act in _DENIES and not form.endswith(THEIRS)
    return frame.act == "accuse" and (denied or form == _ACCUSATIONS)
