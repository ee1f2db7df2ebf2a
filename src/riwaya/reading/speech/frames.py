"""The frame of a cue: from a hit to source, content and fields; here those of verbs and participles."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.speech_words import speech_beginnings, speech_cues, speech_words
from riwaya.reading.draft import Findings
from riwaya.reading.speech.addressees import Addressees
from riwaya.reading.speech.between import ASKED, behind_how, told_medium
from riwaya.reading.speech.clause_openings import ALONE, REACH, Opening
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.content_nouns import content_noun, deed_at
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.frame import Frame, FrameReader
from riwaya.reading.speech.late_deeds import late_deed
from riwaya.reading.speech.nobody import (
    bears,
    charged,
    described,
    done_without_words,
    estimated,
    tightens,
    without_deeds,
)
from riwaya.reading.speech.noun_frames import GIVEN_AGAIN, LONGEST_GAP, NounFrames
from riwaya.reading.speech.object_first import ObjectFirst
from riwaya.reading.speech.objects import CLAIMS, behind_asked, direct_object, prefer, pronoun_subject
from riwaya.reading.speech.other_senses import (
    bares,
    closes_event,
    describes_noun,
    does_it,
    is_of_another,
    other_sense,
)
from riwaya.reading.speech.phrase_openings import CITING
from riwaya.reading.speech.preposition_frames import PrepositionFrames
from riwaya.reading.speech.pronoun_frames import ADOPTED, PronounFrames
from riwaya.reading.speech.source_words import SourcePhrase, takes_up
from riwaya.reading.speech.sources import OF_HIM, Sources
from riwaya.reading.speech.verb_readings import ASCRIBES, EXPRESSES, UNNAMED, WHAT
from riwaya.text.document import Document
from riwaya.text.quotes import Quote
from riwaya.text.sentences import Sentence
from riwaya.text.signs import COMMAS
from riwaya.text.tokens import Token

#: To learn.
_LEARNS = "علم"
#: What something calls for that nobody says (ما يدعو إلى القلق), folded and without ال.
_MOODS = speech_words("mood")
#: Verbs that say something of evidence; of people they tell what they do.
_SHOWS = speech_cues("proves")
#: بين: its feminine looks like تبين, it turned out.
_TURNS_OUT = "بين"
#: To go on, and to pursue.
_PURSUES = "تابع"
#: Later, and to somebody, where something turns out (تبين له لاحقا أن …), folded.
_LATER = speech_words("turned out when")
_TO_WHOM = frozenset(("لي", "لنا", "له", "لها", "لهم", "لهما", "لك", "لكم"))
#: No, before who does not do something (لا جهة).
_NO = "لا"
#: Words before a verb that asks, folded.
_WHETHER = frozenset(("هل", "فهل", "وهل"))
#: Commas around an apposition.
_APPOSED = 2
#: Tokens behind a verb of deeds in which another is set beside it.
_BESIDE = 2
#: Prepositions with the pronoun of what was told, folded.
_OF_IT = frozenset(("عليه", "اليه", "به", "عنه", "منه"))
#: The responsibility, folded.
_THE_BLAME = "المسووليه"
#: Words for all of what is said, before it, folded.
_ALL_OF = speech_words("all of") | speech_words("whichever")
_SAYING = "قول"
#: How begins what who will not be named asks not to be told (عدم الكشف عن هويته), folded.
_WHO_IT_IS = speech_beginnings("who it is")
#: Words before عن that cites nobody, folded (ناهيك عن, الكشف عن).
_NOT_CITING = speech_words("with about")
#: Nouns of saying between ذهب إلى and what is held, folded (ذهب محللون إلى حد القول إن …).
_SO_FAR = speech_words("as far as saying")
#: Words of the complement of an office and of its holder's name, at most, and the marks around that.
LONGEST_HOLDER = 12
_NAME_MARKS = frozenset('"“”«»')
#: To ascribe; one looks like shares, the other like consoling.
_ASCRIBING = speech_cues("ascribes")
#: To reassure, whose present looks like that of seeing how somebody is.
_REASSURES = "طمأن"
#: Brackets in which scripture is quoted, and tokens of a verse, at most: the longest has 130 words.
_BRACKETS, _LONGEST_VERSE = {"(": ")", "{": "}", "[": "]", "﴿": "﴾"}, 150
#: The verb whose object tells whether words or arms are meant.
_DEFEND = "دافع"


class Frames(FrameReader):
    """Reads the frames of one document."""

    def __init__(
        self,
        document: Document,
        findings: Findings,
        particles: Particles,
        sources: Sources,
        contents: Contents,
    ) -> None:
        super().__init__(document, findings, particles, sources, contents, set())
        self.prepositions = PrepositionFrames(document, findings, particles, sources, contents, self.spoken)
        self.nouns = NounFrames(document, findings, particles, sources, contents, self.spoken)
        self.addressees = Addressees(document, findings, particles, sources, contents, self.spoken)
        self.object_first = ObjectFirst(document, findings, particles, sources, contents, self.spoken)
        self.pronouns = PronounFrames(document, findings, particles, sources, contents, self.spoken)

    def read(self, hit: CueHit, sentence: Sentence) -> tuple[Frame, ...]:
        """The frame of `hit` and, where it passes on somebody's words (نقلت … عن), that of whom it cites."""
        if (ascribed := self._ascribed(hit, sentence)) is not None:
            return ascribed
        frame = self._read(hit, sentence)
        if frame is None:
            return ()
        if "relay" in hit.cue.takes and frame.elided:
            frame = replace(frame, source=self._medium_behind(frame))
        if frame.kind == "preposition":
            return self._cited_so(frame)
        if frame.form == _LEARNS and (heard := self._learnt(frame)) is not None:
            return heard
        cited = self._cited(frame) if "relay" in hit.cue.takes or self._cites(frame) else None
        if cited is None:
            aired = self._aired(frame)
            return (frame,) if aired is None else (frame, aired)
        source = frame.source
        if source.first < cited.cue_first < source.end:
            source = replace(source, end=cited.cue_first)  # "نقلت الوكالة قول الوزير"
        return (replace(frame, source=source, relays=cited.cue_first), cited)

    def _cited_so(self, frame: Frame) -> tuple[Frame, ...]:
        """A frame of وفق ما نقلته الوكالة and, where she cites somebody, his: both with the same content."""
        cited = self.prepositions.cited(frame.cue_end, frame.source)
        if cited.elided:
            return (frame,)
        at = frame.source.end
        his = replace(frame, cue_first=at, cue_end=at + 1, source=cited, kind="relay", form="عن")
        return (replace(frame, relays=at), replace(his, relays=None, hands_on=False))

    def _learnt(self, frame: Frame) -> tuple[Frame, Frame] | None:
        """The frames of a medium and of whom it has something from (علمت «الجريدة» من مصادر أن …)."""
        inside = range(frame.source.first + 1, frame.source.end - 1)
        at = next((i for i in inside if self.tokens[i].folded == "من"), None)
        quoted = self.contents.quote_opening.get(frame.source.first)
        if at is None or not (self._is_medium(frame.source.first) or (quoted and quoted.close == at - 1)):
            return None
        his = replace(frame, cue_first=at, cue_end=at + 1, source=replace(frame.source, first=at + 1))
        his = replace(his, kind="relay", form="عن", inflected=None, joined=False)
        return replace(frame, source=replace(frame.source, end=at), relays=at), his

    def _aired(self, frame: Frame) -> Frame | None:
        """The frame of the medium that made public what somebody says (قال في بيان نشرته وكالة X إن …)."""
        if frame.kind != "verb" or frame.content_first <= frame.cue_end:
            return None
        gap = range(frame.cue_end, frame.content_first - 1)
        at = next((i for i in gap if self.tokens[i].folded in self.particles.aired), None)
        if at is None or self.tokens[at - 1].folded in WHAT:
            return None  # "وقال، بحسب ما نقلته الصحف، إن …" is a preposition's
        hit = CueHit(at, at + 1, self.contents.cues.relay, None, "", "")
        medium = self.sources.behind(hit, frame.content_first)
        if medium.elided or not self._publishes(medium.first):
            return None
        aired = replace(frame, cue_first=at, cue_end=at + 1, source=medium, kind="relay", act="report")
        return replace(aired, relays=frame.cue_first, basis=None, inflected=None, joined=False, hands_on=True)

    def _publishes(self, i: int) -> bool:
        """Whether a medium, or media of a country, stand at token `i`."""
        medium = self.sources.actor_at.get(i)
        named = medium is not None and (medium.kind == "media" or any("media" in a for a in medium.actors))
        word = self.tokens[i].folded
        return named or word in self.particles.medium or word.removeprefix("ال") in self.particles.medium

    def _ascribed(self, hit: CueHit, sentence: Sentence) -> tuple[Frame, Frame] | None:
        """Both frames of ونسبت الوكالة إلى مسؤول قوله إن …: a medium passes on what somebody said."""
        if hit.cue.form != ASCRIBES or hit.is_participle:
            return None
        near = range(hit.end, min(sentence.end - 1, hit.end + REACH))
        towards = next((i for i in near if self.tokens[i].folded == "الي"), None)
        said = next((i for i in near if towards is not None and i > towards + 1 and self._saying(i)), None)
        if towards is None or said is None:
            return None
        quote = self.contents.quote_opening.get(said + 1)
        opening = Opening(said + 1, said + 1, "quote" if quote is not None else "that", quote)
        medium = self.sources.behind(hit, towards)
        frame = self.frame(hit, medium, opening, self.contents.end(opening, sentence))
        frame = replace(frame, act="report", relays=said)
        cited = SourcePhrase(towards + 1, said)
        return frame, replace(
            frame, cue_first=said, cue_end=said + 1, source=cited, kind="relay", form="عن", relays=None
        )

    def _medium_behind(self, frame: Frame) -> SourcePhrase:
        """The medium between عنه and قوله (ونقلت عنه وكالة X قوله إن …)."""
        first, end = frame.cue_end + 1, frame.content_first - 1
        told = first < end and self.tokens[first - 1].folded in OF_HIM and self._saying(end)
        return SourcePhrase(first, end) if told and self._is_medium(first) else frame.source

    def _is_medium(self, i: int) -> bool:
        """Whether a medium is named, or meant by الوكالة, at token `i`."""
        return i in self.sources.actor_at or self.tokens[i].folded in self.particles.medium

    def _cited(self, frame: Frame) -> Frame | None:
        """The frame of عن in نقلت الوكالة عن الوزير أن …: cue, speaker, and the same content."""
        for i in range(frame.cue_end, frame.content_first):
            if self.tokens[i].folded in OF_HIM and i + 1 < frame.content_first:
                at = i + 1 if self._saying(i + 1) else frame.content_first - 1
                if self._saying(at):
                    nobody = SourcePhrase(at, at)
                    return replace(
                        frame, cue_first=at, cue_end=at + 1, source=nobody, kind="relay", form="عن"
                    )
            if self.tokens[i].folded == _SAYING and i > frame.cue_end:
                said = self._quoted_saying(frame, i)
                return None if said.source.elided else said
            told = self.tokens[i].folded == "ما" and self._told_it(i + 1)
            if not told and self.tokens[i].folded != "عن":
                continue
            if self.tokens[i - 1].folded in UNNAMED | _NOT_CITING:
                continue  # "نقل المسؤول، الذي فضل عدم الكشف عن اسمه، رسالة …"
            at = i + told
            if at + 1 < frame.content_first and (told or not self._speaks_of(i - 1, frame)):
                hit = CueHit(at, at + 1, self.contents.cues.relay, None, "", "")
                source = self.sources.behind(hit, frame.content_first)
                if source.elided:
                    return None
                saying = (j for j in range(source.end, frame.content_first) if self._saying(j))
                cue = at if told else next(saying, at)
                return replace(frame, cue_first=cue, cue_end=cue + 1, source=source, kind="relay", form="عن")
        return None

    def _speaks_of(self, i: int, frame: Frame) -> bool:
        """Whether the verb at token `i` takes عن itself (نقلت الصحيفة المشهد وتحدثت عن …)."""
        readings = self.contents.cues.verb(self.tokens[i].folded) if i >= frame.cue_end else ()
        return any("عن" in h.cue.prepositions for h in readings)

    def _quoted_saying(self, frame: Frame, i: int) -> Frame:
        """The frame of قول in نقلت الوكالة قول الوزير إن …: its genitive speaks."""
        hit = CueHit(i, i + 1, self.contents.cues.relay, None, "", "")
        source = self.sources.behind(hit, frame.content_first)
        return replace(frame, cue_first=i, cue_end=i + 1, source=source, kind="relay", form="عن")

    def _told_it(self, i: int) -> bool:
        """Whether token `i` is the verb of ما قاله الوزير."""
        return i < len(self.tokens) and any(h.pronoun for h in self.contents.cues.verb(self.tokens[i].folded))

    def _cites(self, frame: Frame) -> bool:
        """Whether a medium passes on what somebody said with قوله (ذكرت الوكالة عن الوزير قوله إن …)."""
        if frame.kind != "verb" or frame.content_first <= frame.cue_end:
            return False
        gap = range(frame.cue_end, frame.content_first)
        cites = (i for i in gap if self.tokens[i].folded == "عن" and self.tokens[i - 1].folded != CITING)
        return self._saying(frame.content_first - 1) and any(cites)

    def _saying(self, i: int) -> bool:
        """Whether token `i` is قوله or the like, the noun that opens cited words."""
        return self.tokens[i].folded in self.particles.saying

    def _read(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """The frame of `hit`, or None where the sentence does not fill it."""
        word = self.tokens[hit.first].text.removeprefix("و")
        if hit.cue.kind == "verb" and hit.cue.form.startswith("أ") and word.startswith("إ"):
            return None  # "إبان الحرب"; "أبان" is the verb
        got = hit.end == hit.first + 1 and self.sources.gets(hit.first)  # "بيان ورد لوكالة X"
        if got or other_sense(hit, self.tokens):
            return None
        hit = self._with_pronoun(hit, sentence)
        told = hit.pronoun and hit.first > sentence.start and self.tokens[hit.first - 1].folded in WHAT
        if told or (hit.pronoun and hit.cue.takes & {"antecedent", "label"}):
            frame = self.pronouns.read(hit, sentence)
            if frame is not None or hit.cue.addressee != "direct":
                return frame
        if (apart := self.pronouns.apart(hit, sentence)) is not None:
            return self.pronouns.read(apart, sentence)
        if not hit.pronoun and (ascribed := self.pronouns.ascribed(hit, sentence)) is not None:
            return ascribed
        if hit.cue.kind == "verb":
            return self._participle(hit, sentence) if hit.is_participle else self._verb(hit, sentence)
        if hit.cue.kind == "preposition":
            return self.prepositions.read(hit, sentence)
        if hit.cue.kind == "lead":
            return self.nouns.lead(hit, sentence)
        if hit.cue.kind == "masdar":
            return self.nouns.masdar(hit, sentence)
        if hit.cue.kind in ("noun", "label", "impersonal", "decline"):
            return self.nouns.read(hit, sentence)
        return None

    def _with_pronoun(self, hit: CueHit, sentence: Sentence) -> CueHit:
        """`hit` with the preposition and pronoun that mean what was told (وهو ما أكد عليه الوزير)."""
        if hit.pronoun or not sentence.start < hit.first < hit.end < sentence.end:
            return hit
        it = self.tokens[hit.first - 1].folded in WHAT and self.tokens[hit.end].folded in _OF_IT
        return replace(hit, pronoun="ه", end=hit.end + 1) if it and hit.cue.prepositions else hit

    def _verb(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """A verb and its speaker: وقال فلان إن …, الجيش يعلن …, أعلن المجلس اليوم صدور …."""
        if self._governs_noun(hit, sentence):
            return None
        before = self._settled(hit, self.sources.before(hit, sentence))
        claimed = self.object_first.read(hit, sentence) if before.elided else None
        if claimed is not None:
            return claimed
        subject_known = (
            not before.elided or hit.names_its_subject or pronoun_subject(hit, self.contents, self.particles)
        )
        direct = direct_object(
            hit, sentence, subject_known=subject_known, sources=self.sources, contents=self.contents
        )
        opening = self._scripture(hit) or prefer(
            hit,
            self.contents.opening(hit, sentence),
            direct,
            subject_known=subject_known,
            contents=self.contents,
        )
        aside = hit.first < hit.end - 1 and hit.first > sentence.start
        if opening is None and "quote" in hit.cue.takes and not aside and not self._named_in_quotes(hit):
            opening = self.quote_before(hit)
        # "كما أكد حرصه على …", "كما أكدا سعيهما لـ…": what stands right behind the verb does not speak.
        noun = hit.end < sentence.end and content_noun(self.tokens[hit.end].folded, self.contents)
        at_once = hit.names_its_subject or (opening is not None and opening.start == hit.end and noun)
        said = at_once or (opening is not None and self._introduced(hit, opening))
        if aside and (opening is None or (opening.how == "np" and not said)):
            return self.prepositions.read(hit, sentence)
        if opening is None and "relay" in hit.cue.takes:
            opening = self._relayed_noun(hit, sentence)
        if opening is None and "clause" in hit.cue.takes and self._clause_may_follow(hit, sentence):
            opening = self._bare_clause(hit, sentence)
        opening = opening or (None if aside else late_deed(hit, sentence, self.sources, self.contents))
        if opening is None or self._does(hit, opening) or not self._sayable(hit, opening, before):
            return None
        if is_of_another(hit, opening, before, self.contents) or closes_event(hit, opening, self.contents):
            return None
        if does_it(hit, opening, self.tokens):
            return None
        opening = self.contents.that_later(hit, opening, sentence.end)
        beyond = opening.start >= max(sentence.end, opening.quote.close if opening.quote else 0)
        if beyond or (before.elided and self._says_nobody(hit, opening)):
            return None
        if opening.start < hit.first:
            source = self.sources.behind(hit, sentence.end)
            quote_end = opening.gap_end
            return None if source.elided else self.frame(hit, source, opening, quote_end)
        return self._spoken(hit, opening, before, sentence)

    def _spoken(
        self, hit: CueHit, opening: Opening, before: SourcePhrase, sentence: Sentence
    ) -> Frame | None:
        """The frame of a verb whose content is found; None where nobody says it."""
        spoken = without_deeds(hit, self._source(hit, opening, before), opening, self.sources, self.contents)
        if spoken is None or self._unnamed(opening.start, sentence):
            return None
        source, opening = self._of_all(hit, *spoken)
        if bears(hit, source, opening, self.sources):
            return None
        if source.elided and opening.how == "np" and opening.start == hit.end:
            if self._nobody_claims(hit, sentence):
                return None
            source = self.sources.passed_over(hit, sentence) or source
        passive = before.elided and estimated(hit, self.contents)
        source = replace(source, end=source.first) if passive else source
        end = self._pointer_end(hit, opening) or self.contents.end(opening, sentence)
        frame = self.frame(hit, source, opening, end)
        return replace(frame, kind="impersonal") if passive else self._acted(frame, hit, opening)

    def _of_all(self, hit: CueHit, source: SourcePhrase, opening: Opening) -> tuple[SourcePhrase, Opening]:
        """Source and opening, where a word for all of what is said ends the one (تدين بقوة جميع الأعمال)."""
        last = source.end - 1
        whole = hit.end <= last == opening.start - 1 and self.tokens[last].folded in _ALL_OF
        if opening.how != "np" or source.elided or not whole:
            return source, opening
        return replace(source, end=last), replace(opening, start=last, gap_end=last)

    def _nobody_claims(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether no one, or nobody listed, claims a deed (لا جهة تبنت الهجوم, الخلية التي تبنت الهجوم)."""
        deals = hit.cue.homograph and hit.cue.takes == {"np"}  # "الأعمال التي تناولت العنف"
        if hit.cue.act != "claim-responsibility" and not deals:
            return False
        near = range(max(sentence.start, hit.first - REACH), hit.first)
        relative = self.tokens[hit.first - 1].folded in self.particles.relative if near else False
        if relative:
            ends = (self.sources.actor_at[i].end for i in near if i in self.sources.actor_at)
            return all(end != hit.first - 1 for end in ends)
        return any(self.tokens[i].folded.removeprefix("و") == _NO for i in near[-NAME_WORDS:])

    def _says_nobody(self, hit: CueHit, opening: Opening) -> bool:
        """Whether a verb without a subject is nobody's: هل تعتقد أن …؟ asks, تبين أن … is what turned out."""
        token = self.tokens[hit.end - 1]
        if not any(s.rest.startswith("ت") for s in token.splits):
            return False
        gap = self.tokens[hit.end : opening.gap_end]
        if hit.cue.form == _TURNS_OUT and gap and self._turns_out(gap[0]):
            return len(gap) <= NAME_WORDS  # "تبين بعد ذلك أن …"
        if gap:
            return False
        return hit.cue.form == _TURNS_OUT or (hit.first > 0 and self.tokens[hit.first - 1].folded in _WHETHER)

    def _turns_out(self, token: Token) -> bool:
        """Whether behind تبين stands when or to whom something became clear (لاحقا, لنا)."""
        timed = token.index in self.sources.time_at or token.folded in _LATER
        return timed or token.folded in self.particles.source_end | _TO_WHOM

    def _acted(self, frame: Frame, hit: CueHit, opening: Opening) -> Frame:
        """The frame with the act that its object or a negation makes of the verb's own."""
        if self._hopes(hit, opening):
            return replace(frame, act="expect")
        if frame.form == "استبعد" and self.tokens[hit.first - 1].folded in self.particles.negation:
            return replace(frame, act="hypothesise")  # "لم يستبعد"
        if frame.act == "announce" and self._takes_responsibility(opening):
            return replace(frame, act="claim-responsibility")
        if frame.act == "refuse" and self.tokens[opening.start].folded in self.particles.comment:
            return replace(frame, act="decline")
        return frame

    def _takes_responsibility(self, opening: Opening) -> bool:
        """Whether somebody announces that he did it (أعلن التنظيم مسؤوليته عن الهجوم)."""
        said = [t.folded for t in self.tokens[opening.start : opening.start + 2]]
        his = said[0] == _THE_BLAME or (said[0].startswith("مسوولي") and said[0].endswith(THEIRS))
        return his and said[1:] == ["عن"]

    def _named_in_quotes(self, hit: CueHit) -> bool:
        """Whether a short quotation without a comma before the verb is its subject (فريق «الغواصين» يعلق)."""
        quote = self.contents.quote_closing.get(hit.first - 1)
        return quote is not None and quote.close - quote.open <= NAME_WORDS + 1

    def _settled(self, hit: CueHit, before: SourcePhrase) -> SourcePhrase:
        """A subject before its verb; of a clause with a verb of its own only the noun that speaks.

        In أصدرت اللجنة بيانا أكدت فيه … the noun does not agree, and nobody is named beside the verb.
        """
        if before.elided:
            return before
        taken_up = takes_up(hit, self.tokens[hit.first - 1].folded)
        if taken_up or described(hit, self.contents) or charged(hit, self.contents):
            return SourcePhrase(hit.first, hit.first)
        closed = self.contents.quote_closing.get(before.end - 1)
        if closed is not None and closed.open < before.first:
            return SourcePhrase(hit.first, hit.first)  # "وإذ أكد أنه «أمر لا بد منه» أشار إلى …"
        if before.end - before.first == 1:
            word = self.tokens[before.first]
            verb = self.contents.is_verb_only(word.folded) and before.first not in self.sources.actor_at
            bare = verb and not word.text.endswith(("ة", "ه", "ها"))
            bare = bare or word.folded == "قد"  # "والميليشيات قد هددت"
            return SourcePhrase(hit.first, hit.first) if bare else before  # "لم يجد من يجيب"
        acts = self._acting(before)
        if acts is not None and self.tokens[acts - 1].text in COMMAS:
            return SourcePhrase(before.first, acts - 1)  # "وكان فريق طبي، عاد أمس، قد أشار …"
        if acts is not None:
            joined = (i for i in range(acts + 1, hit.first) if self.tokens[i].folded.startswith("وال"))
            second = next(joined, None)  # "المعارضة تتصدى للهجوم والائتلاف يندد"
            return self.sources.shown(acts, hit.first) if second is None else SourcePhrase(second, hit.first)
        if before.first in self.sources.actor_at:
            return before
        word = self.tokens[before.first]
        if word.text.endswith("ة") or not self.contents.is_verb_only(word.folded):
            return before
        shown = self.sources.shown(before.first, hit.first)
        nouns = [t.text for t in self.tokens[shown.first : shown.end]]
        feminine = hit.form is not None and hit.form.gender == "feminine"
        differs = feminine and nouns and nouns[-1].endswith("ا") and not nouns[0].endswith(("ة", "ات"))
        return SourcePhrase(hit.first, hit.first) if differs else shown

    def _acting(self, before: SourcePhrase) -> int | None:
        """The token of a verb inside a subject before its verb (المتظاهرون رفعوا لافتات تؤكد …)."""
        for i in range(before.first + 1, before.end - 1):
            if self.tokens[i - 1].folded in self.particles.relative:
                return None
            word = self.tokens[i].folded
            acts = self.contents.is_verb_only(word) and not word.endswith(THEIRS)
            acts = acts or (word in self.particles.publishing and i < before.end - 2)
            acts = acts and not (word == "تابع" and self.tokens[i + 1].folded.startswith("ل"))
            if acts and i not in self.sources.actor_at:
                return i
        return None

    def _introduced(self, hit: CueHit, opening: Opening) -> bool:
        """Whether a preposition of the cue introduces the content (كما طالب بمعاقبة …)."""
        before, first = self.tokens[opening.start - 1], self.tokens[opening.start]
        onto = any(split.prefix in hit.cue.prepositions for split in first.splits[1:])
        return onto or before.folded in hit.cue.prepositions

    def _does(self, hit: CueHit, opening: Opening) -> bool:
        """Whether somebody does something and says nothing (شددت الشرطة إجراءاتها, يدافعون عن أرضهم)."""
        done = done_without_words(hit, opening, self.sources, self.contents)
        return done or tightens(hit, opening, self.contents) or self._fights_for(hit, opening)

    def _fights_for(self, hit: CueHit, opening: Opening) -> bool:
        """Whether what is defended is no position but a place or people (يدافعون عن أرضهم)."""
        at = opening.start + (opening.start in self.contents.quote_opening)  # "تدافع عن «حق» أنقرة"
        position = any(t.folded in self.particles.defended for t in self.tokens[at : at + 1])
        return hit.cue.form == _DEFEND and not position

    def _sayable(self, hit: CueHit, opening: Opening, before: SourcePhrase) -> bool:
        """Whether a verb that also tells of deeds is one of saying here (تبنى سياسة, أثبتوا أنهم رجال)."""
        if hit.cue.act == "claim-responsibility" and opening.how == "np":
            near = self.tokens[opening.start : opening.start + NAME_WORDS]
            words = [t.folded.removeprefix("ال") for t in near]
            return words[0] not in ADOPTED and any(
                w.startswith("مسوولي") or content_noun(w, self.contents, events=True) for w in words
            )
        first, behind = self.tokens[opening.start].folded, self.tokens[opening.start - 1].folded
        if hit.cue.form == "دعا":
            return all(s.rest.removeprefix("ال") not in _MOODS for s in self.tokens[opening.start].splits)
        if hit.cue.form == "صادق":
            return behind == "علي"  # "صادق المواساة"
        if hit.cue.form == "نشر":
            return opening.start - hit.end <= NAME_WORDS * 2
        if hit.cue.form == "كشف" and opening.how == "np":
            return not self._uncovers(hit, opening)
        if hit.cue.form == "قضى":
            spent = self.sources.time_at.get(hit.end)
            if spent is not None and spent.time.type == "DURATION":
                return False  # "وقضى أربع سنوات في السجن"
            gap = self.tokens[hit.end : opening.start]
            many = hit.form is not None and hit.form.number == "plural"  # "السجناء يقضون عقوبتهم"
            return not many and all(t.folded != "علي" for t in gap)  # "وقضت الهجمات على الآمال"
        if hit.cue.form == "جدد" and opening.how == "np":
            nouns = self.particles.content_noun
            first = self.tokens[opening.start].folded
            return first in nouns or any(bare in nouns for bare, _ in without_pronoun(first))
        if not self._told_of(hit, opening):
            return False
        if hit.cue.form in _SHOWS:
            source = before if not before.elided else self.sources.behind(hit, opening.gap_end)
            splits = self.tokens[source.first].splits
            shown = any(s.rest.removeprefix("ال") in self.particles.evidence for s in splits)
            return not source.elided and shown
        return True

    def _uncovers(self, hit: CueHit, opening: Opening) -> bool:
        """Whether كشف is what is done and not said.

        مما كشف عيوبا, التحقيق وكشف الملابسات, تكشف مخططاتهم وتداهم أوكارهم.
        """
        before = self.tokens[hit.first - 1].folded if hit.first else ""
        noun = hit.prefix == "و" and opening.start == hit.end and deed_at(hit.first - 1, self.contents)
        near = self.tokens[hit.end : min(opening.start, hit.end + _BESIDE)]
        acts = any(t.folded.startswith("و") and self.contents.is_verb_only(t.folded) for t in near)
        return before in ("ما", "مما") or noun or acts or bares(hit, opening, self.sources, self.contents)

    def _told_of(self, hit: CueHit, opening: Opening) -> bool:
        """Whether verbs of several senses tell something here (لفت النظر, عبر عن طريق and shares do not)."""
        form, first = hit.cue.form, self.tokens[opening.start].folded
        if form == "لفت":
            drawn = self.tokens[hit.end].folded in self.particles.drawn and opening.start > hit.end + 1
            deed = hit.prefix == "و" and deed_at(opening.start, self.contents)
            return deed or not (drawn and opening.how == "np")  # "لفت الانتباه لهذه المناطق"
        if form == "قدر" and (opening.how == "np" or opening.start - hit.end > NAME_WORDS):
            return not self.tokens[hit.end].folded.startswith("ب")  # "يقدر بنحو 15"
        if form == "نادى" and opening.how == "np":
            return deed_at(opening.start, self.contents)  # "نادى بصوت عال"
        if form == "كرر" and opening.how == "np":
            return content_noun(first, self.contents)  # "كرر مطالبته بـ…"; not "كرر هذا الفعل"
        if form == "توصل":
            gap = [t.folded for t in self.tokens[hit.end : opening.start]]
            return "الي" not in gap[:-1]  # "توصلنا إلى اتفاق يفترض أن …"
        if form == _REASSURES and hit.form is not None and hit.form.tense == "present":
            return self.tokens[opening.start - 1].folded != "علي"  # "يطمئن على المصابين": sees how they are
        if form == "ذهب":
            gap = [t.folded for t in self.tokens[hit.end : opening.start] if t.folded not in _SO_FAR]
            return gap[-1:] == ["الي"]  # not "يذهب إلى هناك ليجد أن …"
        if form == "عبر":
            return first != "طريق"  # "يعبر الألواح عن طريق الأسلاك"
        named = form == "أمل" and hit.form is not None and hit.form.tense == "past"
        if (form == "أقر" or named) and opening.how == "np":
            between = self.tokens[hit.end : opening.start]
            commas = [t.index for t in between if t.text in COMMAS]
            apposed = len(commas) == _APPOSED and commas[-1] == opening.start - 1
            near = opening.start - commas[0] <= NAME_WORDS + 2 if commas else True
            return near and (apposed or all(i >= opening.start - 2 for i in commas))
        return form not in _ASCRIBING or self._ascribes(hit, opening)

    def _ascribes(self, hit: CueHit, opening: Opening) -> bool:
        """Whether it is told to whom something is ascribed: no shares, no ما نسب إليه, no يعزون ذويه."""
        near = [t.folded for t in self.tokens[hit.end : hit.end + REACH]]
        if opening.how == "np" and not any(w in ("الي", "ل") or w.startswith("لل") for w in near):
            return False
        passive = self.tokens[hit.first - 1].folded in self.particles.relative | {"ما"}
        whom = self.particles.between | _TO_WHOM
        return not (passive and self.tokens[hit.end].folded in whom)  # "ما نسب إليه", "ما نسب له"

    def _pointer_end(self, hit: CueHit, opening: Opening) -> int | None:
        """The end of ذلك where it is all that is said (نفى الوزير ذلك في بيان; not عزا ذلك إلى …)."""
        alone = opening.how == "np" and self.tokens[opening.start].folded == ALONE
        alone = alone and not {"الي", "-"} <= set(hit.cue.prepositions)
        following = self.tokens[opening.start + 1] if opening.start + 1 < len(self.tokens) else None
        named = following is not None and following.folded.startswith("ال")
        return opening.start + 1 if alone and not named else None

    def _unnamed(self, start: int, sentence: Sentence) -> bool:
        """Whether somebody only asks not to be named (مصدر طلب عدم الكشف عن اسمه), which tells nothing."""
        if self.tokens[start].folded != "عدم":
            return False
        near = self.tokens[start + 1 : min(sentence.end, start + NAME_WORDS + 1)]
        return any(t.folded.startswith(_WHO_IT_IS) for t in near)

    def _source(self, hit: CueHit, opening: Opening, before: SourcePhrase) -> SourcePhrase:
        """The subject behind the verb, else the one before it; a direct addressee is parted from it."""
        behind = self.sources.behind(hit, opening.gap_end)
        if self.pronoun_subject(hit, he=False):
            behind = replace(behind, end=behind.first)
        if hit.cue.addressee == "direct" and not behind.elided:
            return self.addressees.part(hit, behind, before)
        title = self.document.title
        inside = title is not None and self.tokens[hit.first].start < title.end
        headline = hit.form is not None and hit.form.tense == "present"
        headline = headline and (opening.how == "np" or (inside and opening.how == "colon"))
        if not before.elided and (behind.elided or headline):
            return SourcePhrase(before.first, before.end, behind.addressee, behind.venue, behind.said_at)
        return behind

    def _governs_noun(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether the verb only carries a noun that is the cue (وجهت … اتهامات, أصدر … أوامر)."""
        if not any(split.rest in self.particles.support_verb for split in self.tokens[hit.end - 1].splits):
            return False
        before = self.contents.cues.phrases.match(self.tokens, hit.first - 1) if hit.first else ()
        if any(m.values[0].kind == "noun" and m.end == hit.first for m in before):
            return True  # "اتهامات وجهت إليها"
        again = any(split.rest in self.particles.renewing for split in self.tokens[hit.end - 1].splits)
        return any(
            match.values[0].kind == "noun" and (again or match.values[0].form not in GIVEN_AGAIN)
            for i in range(hit.end, min(sentence.end, hit.end + LONGEST_GAP))
            for match in self.contents.cues.phrases.match(self.tokens, i)
        )

    def _relayed_noun(self, hit: CueHit, sentence: Sentence) -> Opening | None:
        """The event noun behind whom a medium cites (نقل الموقع عن مصادر في المدينة، مقتل …).

        It stands behind عن itself where nobody is cited (نقلت مصادر محلية عن وصول رتل).
        """
        limit = min(sentence.end, hit.end + REACH)
        cited = next((i for i in range(hit.end, limit) if self.tokens[i].folded == "عن"), limit)
        for i in range(cited + 1, limit):
            if content_noun(self.tokens[i].folded, self.contents) and i not in self.sources.actor_at:
                return Opening(i, i, "np", None)
        return None

    def _clause_may_follow(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether the verb opens the sentence or a clause joined by و, or what it is about goes before."""
        topic = self.tokens[sentence.start].folded in self.particles.topic
        if hit.first == sentence.start or topic or self.contents.topic_before(hit.first, sentence.start):
            return True
        return hit.prefix == "و" and self.tokens[hit.first - 1].kind == "sign"

    def _pursues(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether somebody follows something up and does not go on to speak (وتابع الجيش تقدمه)."""
        near = self.tokens[hit.end : min(sentence.end, hit.end + 2)]
        acts = len(near) > 1 and near[0].folded.startswith("ال") and near[1].kind == "word"
        return acts or (hit.form is not None and hit.form.tense == "present")

    def _bare_clause(self, hit: CueHit, sentence: Sentence) -> Opening | None:
        """Words without أن or quotation marks behind قال (وقال رصدنا وصول …)."""
        if hit.end >= sentence.end:
            return None
        if hit.cue.form == _PURSUES and self._pursues(hit, sentence):
            return None
        named = self.sources.actor_at.get(hit.end)
        if named is not None and hit.cue.homograph and named.kind == "media":
            return None  # "وتابعت وكالة رويترز نتائج السباق"
        start = named.end if named is not None and named.kind == "sources" else hit.end
        if (told := self._behind_told(start, sentence)) is not None:
            return Opening(told, told, "clause", None)
        if start >= sentence.end:
            return None
        if (acts := self._behind_office(start, sentence)) is not None:
            return Opening(acts, acts, "clause", None)
        spoke = self.tokens[start].folded in self.spoken and self.sources.office_end(start) == start
        known = spoke and start not in self.sources.actor_at and self.tokens[start].kind == "word"
        start += start == hit.end and (known or self.tokens[start].folded in self.particles.same_speaker)
        return Opening(start, start, "clause", None) if start < sentence.end - 1 else None

    def _scripture(self, hit: CueHit) -> Opening | None:
        """What God or a prophet is quoted with in brackets behind his name (قال تعالى {إن مع العسر يسرا})."""
        at = hit.end
        if at >= len(self.tokens) or self.tokens[at].folded not in self.particles.quoted_holy:
            return None
        near = range(hit.end + 1, min(len(self.tokens), hit.end + NAME_WORDS * 2))
        opens = next((i for i in near if self.tokens[i].kind != "word"), None)
        closes = _BRACKETS.get(self.tokens[opens].text) if opens is not None else None
        if opens is None or closes is None:
            return None
        inside = range(opens + 1, min(len(self.tokens), opens + _LONGEST_VERSE))
        close = next((i for i in inside if self.tokens[i].text == closes), None)
        return None if close is None else Opening(opens, opens, "quote", Quote(opens, close, balanced=True))

    def _behind_office(self, start: int, sentence: Sentence) -> int | None:
        """The verb behind an office and its holder's name (وقال الوزير سالم الورد سقط ألف قتيل)."""
        end = self.sources.office_end(start)
        for i in range(end + 1, min(sentence.end - 1, end + LONGEST_HOLDER) if end > start else 0):
            token = self.tokens[i]
            mark = token.text in _NAME_MARKS
            if (token.kind != "word" and not mark) or token.folded in self.particles.complementiser:
                return None
            if i not in self.sources.actor_at and self._plainly_acts(i):
                return i
        return None

    def _plainly_acts(self, i: int) -> bool:
        """Whether the word at token `i` is a verb and nothing else, without a pronoun."""
        word = self.tokens[i]
        name = word.folded in self.particles.given_name or word.folded in self.contents.given
        return (
            self.contents.is_verb_only(word.folded) and not name and not word.text.endswith(("ة", "ه", "ها"))
        )

    def _behind_told(self, start: int, sentence: Sentence) -> int | None:
        """The token behind the medium that was told near a verb (وقال الوزير لـ«الجريدة» تعمل البلدية …)."""
        for i in range(start, min(sentence.end - 1, start + NAME_WORDS * 2)):
            told = max(self.contents.told(i), told_medium(i, self.sources))
            if told > i:
                return told if told < sentence.end and self.tokens[told].kind == "word" else None
            if self.tokens[i].kind != "word":
                return None
        return None

    def _participle(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """مشيراً إلى أن …, متهماً إياه بـ…: the last speaker goes on."""
        opening = self.contents.opening(hit, sentence)
        if hit.end < sentence.end and self._unnamed(hit.end, sentence):
            return None
        bare = "-" in hit.cue.prepositions
        at = behind_how(hit.end, sentence.end, self.contents)
        if hit.cue.addressee == "من" and at < sentence.end:
            at = self._behind_whom(at, hit, sentence.end)
        if bare and opening is not None and opening.how == "np" and opening.start > at + 1:
            opening = None  # "معلنين الإضراب عن العمل": عن goes with the noun
        if opening is not None and opening.how == "quote" and self._names_deed(hit, opening):
            opening = Opening(hit.end, hit.end, "np", None)  # "مؤكدا أهمية العمل «بروح الفريق»"
        fixed = all(
            p.startswith("=") for p in hit.cue.prepositions or "-"
        )  # "شاحنات محملة بالقمح" blame nobody
        if opening is None and "np" in hit.cue.takes and hit.end < sentence.end and not fixed:
            opening = None if describes_noun(hit, self.tokens[at]) else self._told_at_once(at)
        if opening is None or done_without_words(hit, opening, self.sources, self.contents):
            return None
        if self._fights_for(hit, opening):
            return None  # "عاش مدافعا عن أرضه"
        if hit.cue.form == CLAIMS and opening.how == "np" and not deed_at(opening.start, self.contents):
            return None  # "عينه مدعيا عاما"
        behind = self.sources.behind(hit, opening.gap_end)
        addressee = behind.addressee
        if hit.cue.addressee == "direct" and not behind.elided:
            addressee = self.document.span(behind.first, behind.end - 1)
        source = SourcePhrase(hit.first, hit.first, addressee, behind.venue, behind.said_at)
        frame = self.frame(hit, source, opening, self.contents.end(opening, sentence))
        return replace(frame, act="expect") if self._hopes(hit, opening) else frame

    def _behind_whom(self, at: int, hit: CueHit, end: int) -> int:
        """The token behind whom a participle asks (طالبا من السكان مغادرة المدينة, طالبا منهم …)."""
        if self.tokens[at].folded in ASKED and at + 1 < end:
            return at + 1
        if not hit.first or self.tokens[hit.first - 1].kind == "word":
            return at  # "300 طالب وطالبة من المدارس"
        return behind_asked(at, hit, end, self.sources, self.contents)

    def _told_at_once(self, at: int) -> Opening | None:
        """What stands at token `at` behind a participle without a preposition (نافيا أيضا وجود …)."""
        word = self.tokens[at]
        does = word.folded.endswith("ون") and self.contents.is_finite(word.folded)  # "منتقدين يقولون"
        if word.kind == "word" and not does and word.folded not in self.particles.source_end | {"من"}:
            return Opening(at, at, "np", None)
        quote = self.contents.quote_opening.get(at)
        return None if quote is None else Opening(at, at, "np", quote)

    def _names_deed(self, hit: CueHit, opening: Opening) -> bool:
        """Whether what is said begins right behind a participle, before a quotation in it."""
        if opening.start == hit.end or "np" not in hit.cue.takes or hit.end in self.sources.actor_at:
            return False
        word = self.tokens[hit.end].folded
        own = any(bare in self.particles.content_noun for bare, _ in without_pronoun(word))
        return own or content_noun(word, self.contents)

    def _hopes(self, hit: CueHit, opening: Opening) -> bool:
        """Whether what is expressed is hope or trust (أعرب عن أمله في …)."""
        first = self.tokens[opening.start].folded
        words = {first, *(bare for bare, _ in without_pronoun(first))}
        return hit.cue.form in EXPRESSES and bool(words & self.particles.hoped)
