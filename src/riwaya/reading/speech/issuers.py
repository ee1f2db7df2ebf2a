"""Who speaks in a document that is told of: whoever issued it (أصدرت النقابة بيانا قالت فيه …)."""

from __future__ import annotations

from riwaya.lexicon.inflect import THAT_HE, Form
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.draft import TELLERS
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.memory import MOST_OF_POST, NOBODY_NAMED, OTHER
from riwaya.reading.speech.references import References
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.verb_readings import THEREIN
from riwaya.text.fold import fold
from riwaya.text.signs import COMMAS

#: How far before a verb the name and the offices of who called may begin, in tokens.
_MOST_OF_SENDER = 36
#: How far before the verb in it a document may be named, and before that who issued it, in tokens.
_MOST_OF_DOCUMENT, _MOST_OF_ISSUER = 24, 22
#: Verbs of which news is the subject, and how far before them it is named, in tokens.
_TELLS = speech_cues("news tells")
_MOST_OF_NEWS = 11
#: Signs behind which a clause begins; words before a subject and between it and its verb, folded.
_CLAUSES = frozenset(".!?؟…؛")
_WAS = speech_words("it was")
_ALREADY = speech_words("already")
_HAD = _WAS | _ALREADY
#: Between an interview and who answers in it; the kind of actors who ask.
_WITH, _MEDIA = "مع", "media"
#: What takes up a statement behind the verb for making it (أدلى بها), folded.
_WITH_IT = speech_words("with it")
#: What is sent to somebody: whom ل names gets it, folded.
_SENT = speech_words("sent")
#: How words are made public, which nobody but who says them is the owner of (رسالة صوتية), folded.
_RECORDED = speech_words("recorded")
#: Verbs by which whoever publishes something says what it is.
_CALLS_IT = speech_words("calls it")
#: What is shouted or held up, and says something, folded.
_SHOUTED = speech_words("shouted")
#: How an indefinite object ends, folded.
_OBJECTS = ("ا", "ه", "ات")


class Issuers(References):
    """Tells who issued the documents of one text in which something is said."""

    def _sender(self, frame: Frame) -> tuple[str, ...]:
        """Who called, wrote or published where he says something in it; nobody where that is not told.

        "برقية من الرئيس X أعرب فيها عن …", "نشرت صفحة «X» منشورا قالت فيه إن …".
        """
        if frame.cue_end >= len(self.tokens) or self.tokens[frame.cue_end].folded not in THEREIN:
            return ()
        start = max(0, frame.cue_first - _MOST_OF_SENDER)
        for i in range(frame.cue_first - 2, start, -1):
            if self._parts(i):
                break  # who was told of before wrote nothing here
            if self.tokens[i].folded == "من" and self._is_sent(i):
                phrase = SourcePhrase(i + 1, frame.cue_first)
                named = any(True for _ in self.findings.actors_in(i + 1, frame.cue_first))
                return self.resolve(phrase) if named or self.sources.office_end(i + 1) > i + 1 else ()
        return self._several(frame) or self._owner_of(frame)

    def _is_sent(self, i: int) -> bool:
        """Whether a call, a letter or the like stands before token `i` (اتصالا هاتفيا أمس من)."""
        return any(self._is_document(k) for k in range(max(0, i - MOST_OF_POST), i))

    def _is_document(self, i: int, *, bare: bool = False) -> bool:
        """Whether the noun at token `i` is something in which somebody speaks (بيانا, كلمة, اتصالا)."""
        particles = self.sources.particles
        said = particles.venue | particles.written | particles.picture
        splits = (s for s in self.tokens[i].splits if not (bare and s.prefix))
        return any(s.rest.removeprefix("ال").removesuffix("ا") in said for s in splits)

    def is_shouted(self, phrase: SourcePhrase) -> bool:
        """Whether only what is shouted or held up seems to speak (رفعوا لافتات تطالب بـ…)."""
        return phrase.end == phrase.first + 1 and self.tokens[phrase.first].folded in _SHOUTED

    def issuer(self, frame: Frame) -> SourcePhrase | None:
        """Who is named as he publishes, writes or shouts what a verb with فيه tells, or a verb behind it.

        "أصدرت اللجنة بيانا قالت فيه …", "رفع المشاركون لافتات تندد بـ…".
        """
        if not frame.cue_first:
            return None  # nothing stands before the verb
        form, shouted = frame.inflected, frame.cue_first - 1
        paper = shouted if self.tokens[shouted].folded in _SHOUTED else self._paper(frame)
        verb = self._issuing(paper) if paper is not None else None
        issued = self._finite(verb) if verb is not None else None
        if form is None or frame.joined or paper is None or verb is None or issued is None:
            return None
        phrase = self._issuing_subject(verb, paper)
        if phrase is None or paper == shouted:
            return phrase
        agrees = issued.gender == form.gender and issued.number == form.number == "singular"
        return self._answering(paper, frame.cue_first, phrase) or (phrase if agrees else None)

    def hearsay_before(self, frame: Frame) -> SourcePhrase | None:
        """The news in which a bare verb says something, somewhat before it.

        "راجت أخبار قبل أيام تفيد بأن …", "المعلومات المتوفرة لدى الوزارة تفيد بأن …".
        """
        if frame.form not in _TELLS or frame.joined or frame.is_participle or frame.inflected is None:
            return None
        if (frame.inflected.gender, frame.inflected.number) != ("feminine", "singular"):
            return None
        particles = self.sources.particles
        for i in range(frame.cue_first - 1, max(-1, frame.cue_first - _MOST_OF_NEWS), -1):
            news = (s for s in self.tokens[i].splits if s.prefix != "ب")  # "تقدمت ببلاغ تفيد بأن …": she
            if any(s.rest.removeprefix("ال") in particles.hearsay for s in news):
                behind = range(i + 1, frame.cue_first)
                ends = (k for k in behind if self._ends_issuer(k, i) or self.tokens[k].folded in _HAD)
                return SourcePhrase(i, next(ends, frame.cue_first))
            apart = self._parts(i) or self.tokens[i].folded in particles.relative
            if apart or (i not in self.sources.actor_at and self._finite(i) is not None):
                return None
        return None

    def _several(self, frame: Frame) -> tuple[str, ...]:
        """The people or fighters told of before a plural that issues something (واجتمعوا وأصدروا بيانا)."""
        form, paper = frame.inflected, self._paper(frame)
        verb = self._issuing(paper) if paper is not None else None
        if verb is None or form is None or form.number != "plural":
            return ()
        index = self.document.sentence_at(verb)
        start = self.document.sentences[index].start if index is not None else 0
        told = (m for m in self.findings.actors_in(start, verb + MOST_OF_POST) if m.kind != _MEDIA)
        return next((m.actors for m in told if m.actors != NOBODY_NAMED), OTHER)

    def _owner_of(self, frame: Frame) -> tuple[str, ...]:
        """Whose the statement is in which something is said.

        "تصريحات للرئيس الأميركي قال فيها إن …", "التصريحات التي أدلى بها الوزير، والتي أكد فيها أن …".
        """
        for i in range(frame.cue_first - 2, max(0, frame.cue_first - _MOST_OF_SENDER), -1):
            if self._parts(i):
                return ()
            if not self._is_document(i):
                continue
            recorded = self.tokens[i + 1].folded.removesuffix("ا") in _RECORDED  # "رسالة صوتية للناطق"
            at = i + 1 + recorded
            owner = self.sources.actor_at.get(at)
            if owner is not None and owner.span.start > self.tokens[at].start:
                sent = self.tokens[i].folded.removesuffix("ا") in _SENT and not recorded
                return () if sent or not self.tokens[at].folded.startswith("ل") else owner.actors
            if told := self._by_relative(i, frame):
                return told
        return ()

    def _by_relative(self, i: int, frame: Frame) -> tuple[str, ...]:
        """Whose the document at token `i` is that a relative clause tells of (تصريحات X والتي أكد فيها أن …).

        He stands behind it, or behind the verb of a clause that tells of it (التي أدلى بها X، والتي …).
        """
        last = frame.cue_first - 1
        relative = self.tokens[last].folded.removeprefix("و") in self.sources.particles.relative
        made = next((k for k in range(i + 1, last) if self._makes_statement(k)), None)
        if made is None and not relative:
            return ()
        at = (i if made is None else made) + 1
        owner = self.sources.actor_at.get(at)
        named = owner is not None and owner.kind not in TELLERS
        named = named or self.memory.get(self.tokens[at].folded, OTHER) != OTHER
        if at >= last or not (named or self.sources.office_end(at) > at):
            return ()
        end = next((k for k in range(at + 1, last) if self._ends_issuer(k, at)), last)
        return self.resolve(SourcePhrase(at, end))

    def _makes_statement(self, i: int) -> bool:
        """Whether به, or a verb with its object, at token `i` takes up a document (أدلى بها X, أصدرته X)."""
        word = self.tokens[i].folded
        if word in _WITH_IT:
            return True
        readings = self.predicates.look_up(word)
        return any(r.pronoun and r.tense == "past" for r in readings)

    def _paper(self, frame: Frame) -> int | None:
        """The document or the meeting before a verb with فيه, as the object of its clause."""
        if frame.cue_end >= len(self.tokens) or self.tokens[frame.cue_end].folded not in THEREIN:
            return None
        found = None
        for i in range(frame.cue_first - 1, max(0, frame.cue_first - _MOST_OF_DOCUMENT), -1):
            if self._parts(i) or (found is not None and self._finite(i) is not None):
                break
            if not self._is_document(i) or self._finite(i) is not None:
                continue
            if not self._is_object(i):
                return found
            if self.tokens[i].folded.endswith("ا"):
                return i  # "أصدر البيت الأبيض بيانا بعد تصريحات الرئيس قال فيه …"
            found = i if found is None else found
        return found

    def publisher(self, frame: Frame) -> tuple[str, ...]:
        """Whoever publishes the pictures of which he says what they are; nobody elsewhere."""
        paper = self._picture(frame)
        verb = self._issuing(paper) if paper is not None else None
        phrase = self._issuing_subject(verb, paper) if verb is not None and paper is not None else None
        return () if phrase is None else self.resolve(phrase)

    def _picture(self, frame: Frame) -> int | None:
        """The pictures right before a verb that says what they are (نشر الجيش صورا قال إنها …)."""
        said = frame.content_first == frame.cue_end and self.tokens[frame.cue_end].folded in THAT_HE
        if not said or fold(frame.form) not in _CALLS_IT or frame.joined:
            return None
        particles, found = self.sources.particles, None
        shown = particles.picture | particles.document
        for i in range(frame.cue_first - 1, max(0, frame.cue_first - 2 * MOST_OF_POST), -1):
            word = self.tokens[i].folded
            if self.tokens[i].kind != "word" or word.startswith("ال") or word in particles.source_end:
                return found
            if any(s.rest in shown or s.rest.removesuffix("ا") in shown for s in self.tokens[i].splits):
                found = i
            elif found is not None:
                return found
        return found

    def _is_object(self, i: int) -> bool:
        """Whether the document at token `i` may be the object of a verb: indefinite, not governed."""
        particles, word = self.sources.particles, self.tokens[i].folded
        governed = self.tokens[i - 1].folded in particles.source_end | particles.preposition
        bare = self._is_document(i, bare=True)  # not "بدأ اللقاء بكلمة للمدير"
        return word.endswith(_OBJECTS) and not word.startswith("ال") and bare and not governed

    def _parts(self, i: int) -> bool:
        """Whether a sign or a word stands at token `i` behind which another clause begins."""
        return (
            self.tokens[i].text in _CLAUSES or self.tokens[i].folded in self.sources.particles.complementiser
        )

    def _issuing(self, paper: int) -> int | None:
        """The verb before a document of which it is the object."""
        apart = passed = False
        for i in range(paper - 1, max(-1, paper - _MOST_OF_ISSUER), -1):
            if self._parts(i):
                return None
            apart = apart or self.tokens[i].text in COMMAS
            quoted = self.document.quote_at(i) is not None
            if not quoted and i not in self.sources.actor_at and self._finite(i) is not None:
                if apart and self.tokens[i - 1].folded in self.sources.particles.relative:
                    passed = True
                    continue  # "أصدرت الحركة، التي تقاتل هناك، بيانا قالت فيه …"
                word, particles = self.tokens[i].folded.removeprefix("و"), self.sources.particles
                other = word in particles.got or (passed and word not in particles.publishing)
                return None if other or self.tokens[i - 1].folded in self.sources.particles.relative else i
        return None

    def _finite(self, i: int) -> Form | None:
        """The form of a verb of the past or the present that may stand at token `i`, in the third person."""
        word = self.tokens[i].folded
        forms = [r.word.form for r in self.predicates.look_up(word) if not r.pronoun]
        forms += [h.form for h in self.sources.cues.verb(word) if not h.pronoun]
        return next((f for f in forms if f.tense in ("past", "present") and f.person == 3), None)

    def _issuing_subject(self, verb: int, paper: int) -> SourcePhrase | None:
        """The subject of the verb: behind it, or before it with كان or as what a clause is about."""
        first = verb + 1
        end = next((i for i in range(first, paper) if self._ends_issuer(i, first)), paper)
        if end > first:
            onto = any(x.prefix in ("ل", "ب") and x.rest.startswith("ال") for x in self.tokens[first].splits)
            return None if onto else SourcePhrase(first, end)  # "وصلت للفنانة رسالة"
        before = verb - (self.tokens[verb - 1].folded in _ALREADY)
        return None if self.tokens[verb].folded.startswith("و") else self._told_before(before)

    def _told_before(self, end: int) -> SourcePhrase | None:
        """The subject before a verb at token `end`: behind كان or إن, or what opens the sentence."""
        index = self.document.sentence_at(end)
        start = self.document.sentences[index].start if index is not None else end
        for i in range(end - 1, max(start, end - _MOST_OF_ISSUER) - 1, -1):
            word = self.tokens[i].folded
            if word.removeprefix("و") in _WAS or word in self.sources.particles.complementiser:
                return SourcePhrase(i + 1, end) if i + 1 < end else None
            if self._parts(i) or (i not in self.sources.actor_at and self._finite(i) is not None):
                return None
        alone = end == start + 1 and not self.tokens[start].folded.startswith("ال")  # "كما أصدر …"
        return SourcePhrase(start, end) if start < end < start + _MOST_OF_ISSUER and not alone else None

    def _ends_issuer(self, i: int, first: int) -> bool:
        """Whether who issues something ends before token `i`, where it is told when, where and how."""
        in_time = i in self.sources.time_at or self.tokens[i].text in "،,"
        return in_time or self.sources.ends_phrase(i, first)

    def _answering(self, paper: int, end: int, phrase: SourcePhrase) -> SourcePhrase | None:
        """Who answers in an interview of a medium (أجرت الصحيفة لقاء مع الوزير قال فيه …)."""
        asks = next(iter(self.findings.actors_in(phrase.first, phrase.end)), None)
        if asks is None or asks.kind != _MEDIA:
            return None
        at = next((i for i in range(paper + 1, end) if self.tokens[i].folded == _WITH), end)
        last = next((i for i in range(at + 1, end) if self._ends_issuer(i, at + 1)), end)
        return SourcePhrase(at + 1, last) if last > at + 1 else None
