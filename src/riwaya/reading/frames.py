"""The frame of a cue: from a hit to source, content and fields. One method for each kind of cue."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.lexicon.particles import Particles
from riwaya.model import Act, BasisOfStatement, Distance
from riwaya.reading.contents import NAME_WORDS, REACH, Contents, Opening
from riwaya.reading.cues import CueHit
from riwaya.reading.draft import ActorMention, Findings
from riwaya.reading.objects import content_noun, direct_object, prefer, pronoun_subject
from riwaya.reading.sources import SourcePhrase, Sources
from riwaya.text.document import Document
from riwaya.text.sentences import Sentence

_COMMAS = frozenset("،,")
_FINAL = frozenset(".!?؟…۔")
#: What could not be done is the reporter's silence only where it is verifying.
_NEEDS_VERIFICATION = ("تعذر",)
#: نقلت الوكالة عنه قوله: whom it quotes was named before.
_OF_HIM = frozenset(("عنه", "عنها", "عنهم", "عنهما"))
#: Words that begin the occasion of a statement, folded.
_OCCASION = frozenset(("في", "خلال", "عقب", "بعد", "قبل", "اثناء"))


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution in tokens. `relays` is the cue of another whose speaker this one quotes."""

    kind: str
    cue_first: int
    cue_end: int
    source: SourcePhrase
    content_first: int
    content_end: int
    how: str
    quote_end: int | None
    act: Act
    distance: Distance
    basis: BasisOfStatement | None = None
    continues: bool = False
    is_participle: bool = False
    first_person: bool = False
    quoted: bool = False
    self_reference: bool = False
    homograph: bool = False
    parent: int | None = None
    relays: int | None = None
    form: str = ""

    @property
    def elided(self) -> bool:
        """Whether the speaker is not named in the frame itself."""
        return self.source.elided


class Frames:
    """Reads the frames of one document."""

    def __init__(
        self,
        document: Document,
        findings: Findings,
        particles: Particles,
        sources: Sources,
        contents: Contents,
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.findings = findings
        self.particles = particles
        self.sources = sources
        self.contents = contents
        #: Words of the speakers met so far, folded.
        self.spoken: set[str] = set()

    def read(self, hit: CueHit, sentence: Sentence) -> tuple[Frame, ...]:
        """The frame of `hit` and, where it passes on somebody's words (نقلت … عن), that of whom it cites."""
        frame = self._read(hit, sentence)
        if frame is None:
            return ()
        cited = self._cited(frame) if "relay" in hit.cue.takes else None
        return (frame,) if cited is None else (replace(frame, relays=cited.cue_first), cited)

    def _cited(self, frame: Frame) -> Frame | None:
        """The frame of عن in نقلت الوكالة عن الوزير أن …: cue, speaker, and the same content."""
        for i in range(frame.cue_end, frame.content_first):
            if self.tokens[i].folded in _OF_HIM and i + 1 < frame.content_first and self._saying(i + 1):
                nobody = SourcePhrase(i + 1, i + 1)
                return replace(frame, cue_first=i + 1, cue_end=i + 2, source=nobody, kind="relay", form="عن")
            if self.tokens[i].folded == "عن" and i + 1 < frame.content_first:
                hit = CueHit(i, i + 1, self.contents.cues.relay, None, "", "")
                source = self.sources.behind(hit, frame.content_first)
                if source.elided:
                    return None
                cue = next((j for j in range(source.end, frame.content_first) if self._saying(j)), i)
                return replace(frame, cue_first=cue, cue_end=cue + 1, source=source, kind="relay", form="عن")
        return None

    def _saying(self, i: int) -> bool:
        """Whether token `i` is قوله or the like, the noun that opens cited words."""
        return self.tokens[i].folded in self.particles.saying

    def _read(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """The frame of `hit`, or None where the sentence does not fill it."""
        if hit.cue.kind == "verb":
            return self._participle(hit, sentence) if hit.is_participle else self._verb(hit, sentence)
        if hit.cue.kind == "preposition":
            return self._preposition(hit, sentence)
        if hit.cue.kind == "lead":
            return self._lead(hit, sentence)
        if hit.cue.kind in ("noun", "label", "impersonal", "decline"):
            return self._phrase(hit, sentence)
        return None

    def _frame(
        self, hit: CueHit, source: SourcePhrase, opening: Opening, end: int, *, cue_end: int | None = None
    ) -> Frame:
        quote = opening.quote
        self.spoken.update(self.tokens[i].folded for i in range(source.first, source.end))
        return Frame(
            kind=hit.cue.kind,
            cue_first=hit.first,
            cue_end=hit.end if cue_end is None else cue_end,
            source=source,
            content_first=opening.start,
            content_end=end,
            how=opening.how,
            quote_end=quote.close if quote is not None else None,
            act=hit.cue.act,
            distance=hit.cue.distance,
            basis=hit.cue.basis,
            continues=hit.cue.continues,
            is_participle=hit.is_participle,
            first_person=hit.first_person_form,
            quoted=quote is not None,
            self_reference=hit.cue.self_reference,
            homograph=hit.cue.homograph,
            form=hit.cue.form,
        )

    def _verb(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """A verb and its speaker: وقال فلان إن …, الجيش يعلن …, أعلن المجلس اليوم صدور …."""
        if self._governs_noun(hit, sentence):
            return None
        before = self.sources.before(hit, sentence)
        subject_known = (
            not before.elided or hit.names_its_subject or pronoun_subject(hit, self.contents, self.particles)
        )
        direct = direct_object(
            hit, sentence, subject_known=subject_known, sources=self.sources, contents=self.contents
        )
        opening = prefer(
            hit,
            self.contents.opening(hit, sentence),
            direct,
            subject_known=subject_known,
            contents=self.contents,
        )
        aside = hit.first < hit.end - 1 and hit.first > sentence.start
        if opening is None and "quote" in hit.cue.takes and not aside:
            opening = self._quote_before(hit)
        if aside and (opening is None or opening.how == "np"):
            return self._preposition(hit, sentence)
        if opening is None and "relay" in hit.cue.takes:
            opening = self._relayed_noun(hit, sentence)
        if opening is None and "clause" in hit.cue.takes and self._clause_may_follow(hit, sentence):
            opening = self._bare_clause(hit, sentence)
        if opening is None or opening.start >= max(sentence.end, opening.quote.close if opening.quote else 0):
            return None
        if opening.start < hit.first:
            source = self.sources.behind(hit, sentence.end)
            quote_end = opening.gap_end
            return None if source.elided else self._frame(hit, source, opening, quote_end)
        source = self._source(hit, opening, before)
        frame = self._frame(hit, source, opening, self.contents.end(opening, sentence))
        if frame.act == "refuse" and self.tokens[opening.start].folded in self.particles.comment:
            return replace(frame, act="decline")
        return frame

    def _source(self, hit: CueHit, opening: Opening, before: SourcePhrase) -> SourcePhrase:
        """The subject behind the verb, else the one before it; a direct addressee is parted from it."""
        behind = self.sources.behind(hit, opening.gap_end)
        if hit.names_its_subject:
            behind = replace(behind, end=behind.first)
        if hit.cue.addressee == "direct" and not behind.elided:
            return self._part_addressee(hit, behind, before)
        if behind.elided and not before.elided:
            return SourcePhrase(before.first, before.end, behind.addressee, behind.venue, behind.said_at)
        return behind

    def _part_addressee(self, hit: CueHit, behind: SourcePhrase, before: SourcePhrase) -> SourcePhrase:
        """Part subject and object that stand side by side (اتهم الوزير التنظيم بـ…)."""
        mentions = self.findings.actors_in(behind.first, behind.end)
        cut = behind.first
        if before.elided:
            at_start = [m for m in mentions if m.first == behind.first]
            office = self.sources.office_end(behind.first)
            later = [m for m in mentions if m.first > max(behind.first, office)]
            if later and self._apposed(behind.first, later[0]):
                cut = behind.end
            elif self._named_before(behind.first, behind.end):
                cut = behind.first + 1
            elif later and self.tokens[later[0].first - 1].folded in ("في", "باسم", "لدي"):
                cut = later[0].end
            elif later:
                cut = self._first_of_list(later)
            elif at_start and at_start[0].end < behind.end:
                comma = at_start[0].end
                apposed = self.tokens[comma].text in _COMMAS and not self._many(comma + 1)
                cut = behind.end if apposed else at_start[0].end
            elif at_start and self._cannot_agree(hit, at_start[0]):
                cut = behind.first
            elif not at_start and self._happened(behind.first):
                cut = behind.first  # "ووصف الهجوم بـ…": who speaks is not named
            else:
                cut = behind.end
        if cut > behind.first and (cut - 1) in self.contents.quote_opening:
            cut -= 1
        asked = cut + (cut < behind.end and self.tokens[cut].text in _COMMAS)
        addressee = self.document.span(asked, behind.end - 1) if asked < behind.end else behind.addressee
        named = before if not before.elided else SourcePhrase(behind.first, cut)
        return SourcePhrase(named.first, named.end, addressee, behind.venue, behind.said_at)

    def _many(self, i: int) -> bool:
        """Whether the word at token `i` means many or a public, which no apposition to a speaker does."""
        return self.tokens[i].folded in self.particles.public

    def _happened(self, i: int) -> bool:
        """Whether the word at token `i` is what happened (الهجوم), which does not speak."""
        word = self.tokens[i].folded.removeprefix("ال")
        return content_noun(word, self.contents, events=True) and self.sources.office_end(i) == i

    def _named_before(self, first: int, end: int) -> bool:
        """Whether the first word alone is a speaker named before (ودعا الزاملي الجهات المعنية إلى …)."""
        if first + 1 >= end or first in self.sources.actor_at:
            return False
        word, following = self.tokens[first].folded, self.tokens[first + 1]
        return word in self.spoken and (following.text in _COMMAS or following.folded not in self.spoken)

    def _apposed(self, first: int, mention: ActorMention) -> bool:
        """Whether the mention is an office behind a comma, which only says who the one before it is."""
        comma = mention.first > first and self.tokens[mention.first - 1].text in _COMMAS
        return comma and self.sources.office_end(mention.first) > mention.first

    def _first_of_list(self, mentions: list[ActorMention]) -> int:
        """The first token of the last coordinated run of mentions (اتهمت الحركة روسيا وإيران)."""
        at = len(mentions) - 1
        while at > 0:
            joined = self.tokens[mentions[at].first].folded.startswith("و")
            if not joined or mentions[at - 1].end != mentions[at].first:
                break
            at -= 1
        return mentions[at].first

    def _cannot_agree(self, hit: CueHit, mention: ActorMention) -> bool:
        """Whether a masculine verb cannot have the country or capital behind it as subject (طالب موسكو)."""
        masculine = hit.form is not None and hit.form.gender == "masculine" and hit.form.number == "singular"
        single = mention.end == mention.first + 1 and mention.kind == "state"
        word = self.tokens[mention.first].folded
        return masculine and single and word not in self.particles.masculine and word.isalpha()

    def _quote_before(self, hit: CueHit) -> Opening | None:
        """The quotation that ends right before the verb («…»، قال الوزير)."""
        at = hit.first - 1
        if at > 0 and self.tokens[at].text in _COMMAS:
            at -= 1
        quote = self.contents.quote_closing.get(at)
        return None if quote is None else Opening(quote.open, at + 1, "quote", quote)

    def _governs_noun(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether the verb only carries a noun that is the cue (وجهت … اتهامات, أصدر … أوامر)."""
        if not any(split.rest in self.particles.support_verb for split in self.tokens[hit.end - 1].splits):
            return False
        return any(
            match.values[0].kind == "noun"
            for i in range(hit.end, min(sentence.end, hit.end + LONGEST_GAP))
            for match in self.contents.cues.phrases.match(self.tokens, i)
        )

    def _relayed_noun(self, hit: CueHit, sentence: Sentence) -> Opening | None:
        """The event noun behind whom a medium cites (نقل الموقع عن مصادر في المدينة، مقتل …)."""
        limit = min(sentence.end, hit.end + REACH)
        cited = next((i for i in range(hit.end, limit) if self.tokens[i].folded == "عن"), limit)
        for i in range(cited + 2, limit):
            if content_noun(self.tokens[i].folded, self.contents) and i not in self.sources.actor_at:
                return Opening(i, i, "np", None)
        return None

    def _clause_may_follow(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether the verb opens the sentence or a clause joined by و, or what it is about goes before."""
        topic = self.tokens[sentence.start].folded in self.particles.topic
        if hit.first == sentence.start or topic or self.contents.topic_before(hit.first, sentence.start):
            return True
        return hit.prefix == "و" and self.tokens[hit.first - 1].kind == "sign"

    def _bare_clause(self, hit: CueHit, sentence: Sentence) -> Opening | None:
        """Words without أن or quotation marks behind قال (وقال رصدنا وصول …)."""
        if hit.end >= sentence.end:
            return None
        named = self.sources.actor_at.get(hit.end)
        start = named.end if named is not None and named.kind == "sources" else hit.end
        return Opening(start, start, "clause", None) if start < sentence.end - 1 else None

    def _participle(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """مشيراً إلى أن …, متهماً إياه بـ…: the last speaker goes on."""
        opening = self.contents.opening(hit, sentence)
        if opening is None and "np" in hit.cue.takes and hit.end < sentence.end:
            word = self.tokens[hit.end]
            if word.kind == "word" and word.folded not in self.particles.source_end | {"من"}:
                opening = Opening(hit.end, hit.end, "np", None)
            elif hit.end in self.contents.quote_opening:
                opening = Opening(hit.end, hit.end, "np", self.contents.quote_opening[hit.end])
        if opening is None:
            return None
        behind = self.sources.behind(hit, opening.gap_end)
        addressee = behind.addressee
        if hit.cue.addressee == "direct" and not behind.elided:
            addressee = self.document.span(behind.first, behind.end - 1)
        source = SourcePhrase(hit.first, hit.first, addressee, behind.venue, behind.said_at)
        return self._frame(hit, source, opening, self.contents.end(opening, sentence))

    def _lead(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """جاء في بيان للجيش أن …: what follows the preposition is the source."""
        opening = self.contents.opening(hit, sentence)
        if opening is None:
            return None
        return self._frame(
            hit, self._span_until(hit.end, opening.gap_end), opening, self.contents.end(opening, sentence)
        )

    def _span_until(self, first: int, end: int) -> SourcePhrase:
        while end > first and self.tokens[end - 1].kind == "sign":
            end -= 1
        return SourcePhrase(first, end)

    def _preposition(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """بحسب فلان: the clause around it is the content."""
        cue_end = self._relative_verb(hit, sentence)
        widened = CueHit(hit.first, cue_end, hit.cue, hit.form, hit.prefix, hit.pronoun)
        sentence = self._bounded(hit, sentence)
        limit = min(sentence.end, cue_end + REACH)
        stop = next(
            (i for i in range(cue_end, limit) if self._clause_starts(i)),
            limit,
        )
        source = self.sources.behind(widened, stop)
        if source.elided and not hit.cue.self_reference:
            return None
        if not source.elided and not self._can_speak(source):
            return None
        after = max(source.end, cue_end)
        opening, end = self._around(hit, after, stop, sentence)
        quote = self._quote_before(hit) if hit.cue.self_reference else None
        if quote is not None:
            opening, end = quote, quote.gap_end
        if opening is None or end <= opening.start:
            return None
        frame = self._frame(widened, source, opening, end, cue_end=cue_end)
        return replace(frame, kind="preposition", relays=self._relayed(hit, opening, sentence))

    def _bounded(self, hit: CueHit, sentence: Sentence) -> Sentence:
        """The part of the sentence that lies in the same quotation as the cue, if the cue is in one."""
        quote = self.document.quote_at(hit.first)
        if quote is None or quote.close <= hit.end:
            return sentence
        start = max(sentence.start, quote.open + 1)
        return Sentence(start, max(start + 1, min(sentence.end, quote.close)), sentence.line)

    def _relayed(self, hit: CueHit, opening: Opening, sentence: Sentence) -> int | None:
        """The verb whose speaker is relayed (وقال X، بحسب Y، إن …: Y relays X)."""
        if opening.how != "that" or opening.start < hit.end:
            return None
        for i in range(hit.first - 1, sentence.start - 1, -1):
            if any(not h.cue.homograph for h in self.contents.cues.verb(self.tokens[i].folded)):
                return i
        return None

    def _relative_verb(self, hit: CueHit, sentence: Sentence) -> int:
        """The end of the cue with the verb of بحسب ما نقلت عنه in it."""
        end = hit.end
        while end < sentence.end and self.tokens[end].folded in ("عنه", "عنها", "عنهم", "به", "بها", "ل"):
            end += 1
        return end

    def _clause_starts(self, i: int) -> bool:
        token = self.tokens[i]
        if token.folded in self.particles.resuming:
            return True
        if self.contents.is_complementiser(i) or token.text in _FINAL or token.text == ":":
            return True
        return any(
            not h.cue.homograph and not h.pronoun and h.form.tense != "participle"
            for h in self.contents.cues.verb(token.folded)
        )

    def _can_speak(self, source: SourcePhrase) -> bool:
        """Whether the noun behind بحسب is somebody or something that says (not القانون)."""
        first = source.first
        if first in self.contents.quote_opening and first + 1 < source.end:
            first += 1
        token = self.tokens[first]
        if token.kind != "word" or first in self.sources.time_at:
            return False
        return not any(split.rest in self.particles.no_source for split in token.splits)

    def _around(self, hit: CueHit, after: int, stop: int, sentence: Sentence) -> tuple[Opening | None, int]:
        """The clause that a preposition speaks of: behind it at the start of a sentence, else around it."""
        behind = self.contents.quote_opening.get(after)
        if behind is not None and behind.balanced and behind.close - behind.open > NAME_WORDS:
            return Opening(after, after, "quote", behind), behind.close + 1
        resumed = stop < sentence.end and self.tokens[stop].folded in self.particles.resuming
        if resumed or (stop < sentence.end and self.contents.is_complementiser(stop)):
            opening = Opening(stop, stop, "that", self.contents.quote_opening.get(stop + 1))
            return opening, self.contents.end(opening, sentence)
        if hit.first <= sentence.start:
            start = after
            while start < sentence.end and (
                self.tokens[start].text in _COMMAS or start in self.sources.time_at
            ):
                start += 1
            opening = Opening(start, start, "clause", self.contents.quote_opening.get(start))
            return opening, self.contents.end(Opening(start, start, "clause", None), sentence)
        start = self._clause_start(hit.first, sentence)
        opening = Opening(start, start, "clause", None)
        # "بحسب الوثيقة التي نسبت …": what follows describes the speaker.
        speaker = self.tokens[hit.end : min(after + 1, sentence.end)]
        described = any(t.folded in self.particles.relative for t in speaker)
        if not described and self._clause_goes_on(after, sentence):
            return opening, self.contents.end(opening, sentence)
        return opening, self.contents.trim(start, hit.first)

    def _clause_start(self, before: int, sentence: Sentence) -> int:
        """The first token of the clause that ends before token `before`."""
        start = sentence.start
        for i in range(sentence.start, before):
            if self.tokens[i].folded in self.particles.contrast and self.tokens[i - 1].text in _COMMAS:
                start = i
            if self.contents.is_complementiser(i):
                start = i + 1
                if start in self.contents.quote_opening:
                    start += 1
        return min(start, before)

    def _clause_goes_on(self, after: int, sentence: Sentence) -> bool:
        """Whether the clause around بحسب X goes on behind it."""
        i = self._behind_addressee(after, sentence)
        while i < sentence.end and (
            i in self.sources.time_at or self.tokens[i].text in _COMMAS or self.tokens[i].text in '»"”'
        ):
            i = self.sources.time_at[i].end if i in self.sources.time_at else i + 1
        if i >= sentence.end or self.tokens[i].text in _FINAL or self.tokens[i].text == ")":
            return False
        folded = self.tokens[i].folded
        readings = self.contents.cues.verb(folded)
        if folded in self.particles.breaks or any(h.prefix == "و" for h in readings):
            return False
        if any(h.form.tense == "participle" and h.cue.continues for h in readings):
            return False  # "على ما أوضح الوزير، مشيدا بـ…"
        return not (folded.startswith("و") and i == after + 1)

    def _behind_addressee(self, i: int, sentence: Sentence) -> int:
        """The token behind whom or where it was said (لوكالة رويترز, في بيان), at the next comma."""
        if i >= sentence.end:
            return i
        token = self.tokens[i]
        told = token.folded == "ل" or any(
            s.prefix == "ل" and s.rest in self.particles.medium for s in token.splits[1:]
        )
        placed = token.folded in ("في", "خلال", "عبر") and i + 1 < sentence.end
        if not told and not (placed and self.tokens[i + 1].folded in self.particles.venue):
            return i
        while i < sentence.end and self.tokens[i].text not in _COMMAS | _FINAL:
            i += 1
        return i

    def _phrase(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """Nouns (اتهامات بـ), labels (ما وصفه بـ), passives (قيل إن), لم يتسن."""
        opening = self._phrase_opening(hit, sentence)
        if opening is None or opening.start >= sentence.end:
            return None
        end = self.contents.end(opening, sentence)
        cue_end = hit.end
        if hit.cue.kind == "label":
            end = self._label_end(opening, sentence)
            cue_end = max(
                hit.end, opening.gap_end if self.tokens[opening.start - 1].folded == "ب" else hit.end
            )
        if hit.cue.kind == "impersonal" and not hit.cue.form.startswith("كان"):
            end = self.contents.clause_end(opening.start, end)
        source = self._noun_source(hit, opening, sentence) if hit.cue.kind == "noun" else None
        if hit.cue.kind == "label" and hit.cue.prepositions == ("ب",):
            source, opening = self._caller(opening, sentence)
            end = self._label_end(opening, sentence)
        if hit.cue.kind == "decline":
            source = self._silent(hit, opening)
        return self._frame(hit, source or SourcePhrase(hit.first, hit.first), opening, end, cue_end=cue_end)

    def _silent(self, hit: CueHit, opening: Opening) -> SourcePhrase:
        """Who did not speak, or could not verify: named behind the cue, with لـ or as its subject."""
        if hit.cue.prepositions:
            return self.sources.behind(hit, opening.gap_end)
        return SourcePhrase(opening.gap_end, opening.start)

    def _phrase_opening(self, hit: CueHit, sentence: Sentence) -> Opening | None:
        at = hit.end
        if hit.cue.kind == "decline" and hit.cue.prepositions == ("من",):
            verified = at + 1 < sentence.end and self.tokens[at + 1].folded in self.particles.verification
            return Opening(at + 1, at, "np", None) if verified else None
        if hit.cue.kind == "label":
            if at < sentence.end and self.tokens[at].folded == "ب":
                at += 1
            if at >= sentence.end or self.tokens[at].text in _FINAL:
                return None
            return Opening(at, at, "np", self.contents.quote_opening.get(at))
        if hit.cue.kind in ("decline", "noun") and not hit.cue.prepositions and "np" in hit.cue.takes:
            usable = at < sentence.end and self.tokens[at].kind == "word"
            if usable and hit.cue.form in _NEEDS_VERIFICATION:
                usable = self.tokens[at].folded in self.particles.verification
            if usable and self.tokens[at].folded.startswith("ل"):
                return self._verification(at, sentence) if hit.cue.kind == "decline" else None
            return Opening(at, at, "np", None) if usable else None
        near = min(sentence.end, at + 12)
        window = Sentence(sentence.start, near, sentence.line)
        opening = self.contents.opening(hit, window)
        if opening is not None and opening.how == "np" and hit.cue.kind == "noun":
            between = (self.tokens[i].folded for i in range(at, opening.gap_end))
            if any(word in _OCCASION for word in between):
                return None  # "تصريحات الوزير في احتفال …": what follows is about the occasion
        return opening

    def _verification(self, at: int, sentence: Sentence) -> Opening | None:
        """What could not be done, behind the medium that could not (لم يتسن لرويترز التحقق …)."""
        for i in range(at + 1, min(sentence.end, at + NAME_REACH)):
            if self.tokens[i].folded in self.particles.verification:
                return Opening(i, at, "np", None)
        return None

    def _caller(self, opening: Opening, sentence: Sentence) -> tuple[SourcePhrase | None, Opening]:
        """Who calls something so, where he is named before ب (ما يصفه المعتصمون بالعرقلة)."""
        for i in range(opening.start, min(sentence.end, opening.start + NAME_REACH)):
            token = self.tokens[i]
            if token.text in _COMMAS | _FINAL or i in self.contents.quote_opening:
                break
            if token.folded == "ب" or (
                token.folded.startswith("بال") and token.folded not in self.particles.whole
            ):
                at = i + 1 if token.folded == "ب" else i
                if i == opening.start or at >= sentence.end:
                    break
                named = SourcePhrase(opening.start, i)
                return named, Opening(at, i, "np", self.contents.quote_opening.get(at))
        return None, opening

    def _label_end(self, opening: Opening, sentence: Sentence) -> int:
        if opening.quote is not None:
            return opening.quote.close + 1 if opening.quote.balanced else opening.quote.close
        end = opening.start
        while end < sentence.end and self.tokens[end].text not in _COMMAS | _FINAL:
            end += 1
        return end

    def _noun_source(self, hit: CueHit, opening: Opening, sentence: Sentence) -> SourcePhrase | None:
        """Whose words a noun means: the subject of its verb (وجهت … اتهامات), its genitive or adjective."""
        for i in range(hit.first - 1, max(sentence.start, hit.first - LONGEST_GAP) - 1, -1):
            splits = self.tokens[i].splits
            if any(s.rest in self.particles.support_verb for s in splits):
                verb = CueHit(i, i + 1, hit.cue, None, "", "")
                source = self.sources.behind(verb, hit.first)
                return source if not source.elided else None
        named = self.sources.actor_at.get(hit.end)
        if named is not None and named.end <= opening.start:
            return SourcePhrase(named.first, named.end)
        return self._subject_before(hit, sentence) if hit.cue.act == "refuse" else None

    def _subject_before(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """The actor named last before a refusal told by a noun (اقتصر رد الحكومة على رفض …)."""
        for i in range(hit.first - 1, max(sentence.start, hit.first - LONGEST_GAP) - 1, -1):
            mention = self.sources.actor_at.get(i)
            if mention is not None and mention.counts:
                return SourcePhrase(mention.first, mention.end)
        return None


#: Tokens of a medium's name behind لم يتسن لـ.
NAME_REACH = 6
#: Tokens between a support verb and its noun (وجهت السلطات اليوم اتهامات).
LONGEST_GAP = 12
