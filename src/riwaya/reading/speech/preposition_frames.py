"""Frames of prepositions: the clause around or behind بحسب فلان, and who is its speaker."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.speech.clause_openings import REACH, Opening
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.frame import MEANWHILE, Frame, FrameReader
from riwaya.reading.speech.phrase_openings import CITING
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.sources import OF_HIM
from riwaya.text.sentences import Sentence
from riwaya.text.signs import COMMAS, FINAL
from riwaya.text.tokens import Token

_MEDIA_SOURCES = "media-sources"
#: Acts that no كما sets beside what is said, and verbs of feeling.
_NOT_AS = frozenset(("request", "refuse", "deny", "accuse"))
_FEELS = speech_cues("expresses") | {"جدد"}
#: Words of a clause that says whence a document is.
LONGEST_DESCRIPTION = 10

#: Is, between a noun and what is said of it, folded.
_IS = frozenset(("هو", "هي", "هم", "هما"))
#: What else tells something when it is somebody's own, folded (بحسب معطياته).
_TELLS = speech_words("own account")
#: What a speaker thinks or says, which with his pronoun means his words, folded (بحسب ترجيحه).
_VIEWS = speech_words("own view")
#: Ends of plurals of persons with a pronoun, folded (مساعديه).
_HIS_PEOPLE = ("يه", "يها", "يهم", "وه", "وها", "وهم")
#: All of what follows, folded.
_ALL_OF = speech_words("all of") | {"عده"}
_IS_NOT = frozenset(("ليس", "ليست"))
#: But rather, folded.
_RATHER = frozenset(("انما", "وانما", "بل"))
#: Ends of adjectives and plurals with which a name may close, folded (رسمية, محليين).
_OF_MANY = ("يه", "يين", "يون")
#: Verbs of the past in the feminine, which no noun looks like, folded (شهدت; not بيروت, توقيت).
_SHE_DID = re.compile(r"(?!ال)\w{2,}[^اويه]ت")
#: What only says that something took place or may, folded: no speaker's name goes on with it.
_DONE = speech_words("took place")


class PrepositionFrames(FrameReader):
    """Reads بحسب, وفقا لـ, كما أعلن in the middle of a clause."""

    def read(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """بحسب فلان: the clause around it is the content."""
        if hit.first > sentence.start and self.tokens[hit.first - 1].folded in self.particles.depends:
            return None  # "يختلف وفقا للموسم"
        if hit.form is not None and not self._told_as(hit):
            return None  # "كما واصلت الطائرات القصف", "كما جدد الوزير تقديره"
        hit = self._with_own_view(hit)
        cue_end = self._relative_verb(hit, sentence)
        widened = CueHit(hit.first, cue_end, hit.cue, hit.form, hit.prefix, hit.pronoun)
        sentence = self._bounded(hit, sentence)
        limit = min(sentence.end, cue_end + REACH)
        leads = hit.first <= sentence.start or self._leads_clause(hit, sentence)
        stop = next((i for i in range(cue_end, limit) if self._clause_starts(i, leads=leads)), limit)
        held = SourcePhrase(cue_end, cue_end)  # "حسب معلوماتنا حاولوا …"
        named = held if hit.cue.self_reference else self.sources.behind(widened, stop)
        source = self._described(named, limit)
        if source.elided and not hit.cue.self_reference:
            return None
        if self._only(hit):
            return None
        if not source.elided and not self._can_speak(source):
            return None
        after = max(source.end, cue_end, self.cited(cue_end, source).end)
        opening, end = self._around(hit, after, stop, sentence, leads=leads)
        quote = self.quote_before(hit) if hit.cue.self_reference else None
        if quote is not None:
            opening, end = quote, quote.gap_end
        if opening is None or end <= opening.start:
            return None
        frame = self.frame(widened, source, opening, end, cue_end=cue_end)
        relays = None if hit.cue.form.startswith(CITING) else self._relayed(hit, opening, sentence)
        hands_on = opening.start < hit.first and self._hands_on(hit, cue_end, source)
        return replace(frame, kind="preposition", relays=relays, hands_on=hands_on)

    def _with_own_view(self, hit: CueHit) -> CueHit:
        """`hit` with what whoever speaks holds himself behind it (بحسب ترجيحه, وفقا لتقديراته)."""
        if hit.form is not None or hit.end >= len(self.tokens):
            return hit
        words = (s.rest for s in self.tokens[hit.end].splits if s.prefix in ("", "ل"))
        his = (bare for word in words for bare, own in without_pronoun(word) if own in THEIRS)
        if _VIEWS.isdisjoint(his):
            return hit
        return replace(hit, end=hit.end + 1, cue=replace(hit.cue, self_reference=True))

    def cited(self, cue_end: int, source: SourcePhrase) -> SourcePhrase:
        """Whom a medium cites behind its name (…، وفق ما نقلته الوكالة عن مسؤول); empty where nobody."""
        at, nobody = source.end, SourcePhrase(source.end, source.end)
        readings = self.contents.cues.verb(self.tokens[cue_end - 1].folded)
        passes_on = any("relay" in h.cue.takes for h in readings) and not source.elided
        if not passes_on or at + 1 >= len(self.tokens) or self.tokens[at].folded != "عن":
            return nobody
        hit = CueHit(at, at + 1, self.contents.cues.relay, None, "", "")
        near = range(at + 1, min(len(self.tokens), at + REACH))
        stop = next((i for i in near if self._clause_starts(i, leads=True)), near.stop)
        return self.sources.behind(hit, stop)

    @staticmethod
    def _told_as(hit: CueHit) -> bool:
        """Whether كما and the verb may mean that what stands around is what somebody says."""
        says = bool(hit.cue.takes & {"that", "relay"})  # not "كما تناول الجانبان العلاقات"
        says = says or (bool(hit.pronoun) and "label" in hit.cue.takes)
        return says and hit.cue.act not in _NOT_AS and hit.cue.form not in _FEELS

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

    def _hands_on(self, hit: CueHit, cue_end: int, source: SourcePhrase) -> bool:
        """Whether a medium speaks, or it is said of whom it quotes (…، وفق ما نقلت عنه الصحيفة)."""
        if any(self.tokens[i].folded in OF_HIM for i in range(hit.end, cue_end)):
            return True
        if source.elided:
            return False
        medium = self.sources.actor_at.get(source.first)
        listed = medium is not None and any(
            a == _MEDIA_SOURCES or a.endswith("-media") or medium.kind == "media" for a in medium.actors
        )
        head = self.tokens[source.first]
        return listed or any(s.rest.removeprefix("ال") in self.particles.medium for s in head.splits)

    def _relative_verb(self, hit: CueHit, sentence: Sentence) -> int:
        """The end of the cue with the verb of بحسب ما نقلت عنه in it."""
        end = hit.end
        while end < sentence.end and self.tokens[end].folded in ("عنه", "عنها", "عنهم", "به", "بها", "ل"):
            end += 1
        return end

    def _clause_starts(self, i: int, *, leads: bool) -> bool:
        """Whether what is told begins at token `i`; the preposition `leads` in its sentence."""
        token = self.tokens[i]
        if token.folded in self.particles.resuming:
            return True
        if self.contents.is_complementiser(i) or token.text in FINAL or token.text == ":":
            return True
        if self.sources.gets(i):
            return False
        if i - 1 in self.sources.last_tokens and self.contents.is_finite(token.folded):
            return True  # "وبحسب المرصد قتل ثلاثة مدنيين"
        if self._quotes_behind_name(i):
            return True  # "وستولي الوزارة بحسب موسكو «اهتماما كبيرا» للنزاع"
        before, listed = self.tokens[i - 1].folded, i - 1 in self.sources.last_tokens
        quoted = i - 1 in self.contents.quote_closing  # "وبحسب تقرير «النهضة» ارتفع المؤشر"
        definite = before.startswith("ال")
        denied = token.folded in self.particles.negation | _IS_NOT and definite
        if not leads and (denied or (token.folded in _IS and (definite or quoted or listed))):
            return True  # "سبب الحادث بحسب التحقيقات هو الإهمال"
        if leads and token.folded in _DONE | self.particles.negation | self.particles.copular:
            return True  # "ووفقا لبيان تم حل الهيئة", "وطبقا للنشرة لم تتمكن السلطات …", "حسب المصدر قد …"
        named = quoted or (before.startswith(("ال", "لل")) and before not in self.particles.relative)
        closed = named or listed or before.endswith(_OF_MANY)
        if closed and token.folded in self.particles.befalls:
            return True  # "وعدد النازحين بحسب الوزارة بلغ ألفا", "حسب أرقام رسمية بلغ العدد ألفا"
        if named and (self._plain_verb(i) or (leads and self.contents.is_finite(token.folded))):
            return True  # "حسب المسؤولين المحليين تأتي …", "ووفقا لبيان الوزارة قتل ثلاثة"
        did = leads and definite and _SHE_DID.fullmatch(token.folded)
        if did and token.folded not in self.particles.given_name:
            return True  # "وبحسب عاملين في القطاع شهدت الأسواق …"
        readings = [h for h in self.contents.cues.verb(token.folded) if not h.pronoun]
        if self.tokens[i - 1].text in COMMAS and any(h.form.tense == "participle" for h in readings):
            return token.folded.endswith(("ا", "ه", "ين"))  # "وفق شهود، مرجحا أن …"
        return any(not h.cue.homograph and h.form.tense != "participle" for h in readings)

    def _quotes_behind_name(self, i: int) -> bool:
        """Whether a quotation opens at token `i` behind a country's name, of which it is no part."""
        states = (m for m in self.sources.actor_at.values() if m.counts and m.kind == "state")
        return i in self.contents.quote_opening and any(m.end == i for m in states)

    def _described(self, source: SourcePhrase, limit: int) -> SourcePhrase:
        """The source with the clause that says of a document whence it is (الوثيقة التي اطلعت عليها X، …)."""
        at = next((i for i in range(source.first, source.end) if self._relative(i)), source.end)
        if source.elided or at + 1 >= limit or not self._relative(at) or self._says_that(at + 1):
            return source
        end = next((i for i in range(at + 1, limit) if self.tokens[i].text in COMMAS | FINAL), limit)
        return replace(source, end=end) if end - at <= LONGEST_DESCRIPTION else source

    def _relative(self, i: int) -> bool:
        return self.tokens[i].folded in self.particles.relative

    def _says_that(self, i: int) -> bool:
        """Whether what the verb at token `i` says follows it at once (التي رأت أن …)."""
        return any(self.contents.is_complementiser(j) for j in range(i + 1, min(i + 4, len(self.tokens))))

    def _plain_verb(self, i: int) -> bool:
        """Whether a verb without a pronoun, and nothing else, stands at token `i`."""
        token = self.tokens[i]
        return not token.text.endswith(("ة", "ه", "ها")) and self.contents.is_verb_only(token.folded)

    def _only(self, hit: CueHit) -> bool:
        """Whether وحسب means only, as nobody is named behind it (ليس هنا وحسب، وإنما …)."""
        alone = hit.form is None and hit.prefix != "" and not hit.cue.self_reference
        following = self.tokens[hit.end] if hit.end < len(self.tokens) else None
        rather = following is not None and (following.text in COMMAS | FINAL or following.folded in _RATHER)
        return alone and rather

    def _can_speak(self, source: SourcePhrase) -> bool:
        """Whether the noun behind بحسب is somebody or something that says (not القانون)."""
        first = source.first
        if first in self.contents.quote_opening and first + 1 < source.end:
            first += 1
        bare = self.tokens[first].folded.removeprefix("ل")
        leads = bare in self.particles.demonstrative | _ALL_OF
        first += leads and first + 1 < source.end  # "وفقا لهذه المعطيات", "لكل نوع"
        token = self.tokens[first]
        if token.kind != "word" or first in self.sources.time_at:
            return False
        told = (self.sources.actor_at.get(i) for i in range(first + 1, source.end))
        people = any(m is not None and m.kind == "sources" for m in told)  # "بحسب عدد من السكان"
        says = any(not h.cue.homograph for h in self.contents.cues.verb(self.tokens[source.first - 1].folded))
        measure = not says and self._own_measure(first)  # not "حسبما أعلن مكتبه"
        return people or not (self._is_norm(token) or measure)

    def _is_norm(self, token: Token) -> bool:
        """Whether a word is a norm or measure, with the article or a pronoun as well (القانون, قوانينها)."""
        words = {split.rest for split in token.splits}
        words |= {word.removeprefix("ال") for word in words}
        if not token.text.endswith("ة"):
            words |= {bare for word in words for bare, own in without_pronoun(word) if own in THEIRS}
        return bool(words & self.particles.no_source)

    def _own_measure(self, i: int) -> bool:
        """Whether what is somebody's own and neither says anything nor speaks stands at token `i` (جهده)."""
        token, particles = self.tokens[i], self.particles
        if token.text.endswith("ة") or i in self.sources.actor_at or token.folded in particles.given_name:
            return False
        if token.folded.startswith("ما"):
            return False  # "ماذكره المصدر"
        words = {token.folded, token.folded.removeprefix("ل")}
        bare = {bare for word in words for bare, own in without_pronoun(word) if own in THEIRS}
        many = token.folded.endswith(_HIS_PEOPLE)
        known = particles.telling | particles.content_noun | particles.people | particles.spoken_to | _TELLS
        named = self.sources.office_end(i) > i or bool((words | bare) & (known | self.contents.given))
        return bool(bare) and not (many or named)

    def _leads_clause(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether وبحسب behind a comma begins a clause of its own (…، وبحسب الشهود، انطلق الهجوم من X)."""
        if hit.form is not None or hit.prefix != "و" or self.tokens[hit.first - 1].text not in COMMAS:
            return False
        near = range(hit.end, min(sentence.end, hit.end + LONGEST_DESCRIPTION))
        comma = next((i for i in near if self.tokens[i].text in COMMAS), None)
        behind = self.tokens[comma + 1] if comma is not None and comma + 1 < sentence.end else None
        return behind is not None and self.contents.is_finite(behind.folded)

    def _around(
        self, hit: CueHit, after: int, stop: int, sentence: Sentence, *, leads: bool
    ) -> tuple[Opening | None, int]:
        """The clause that a preposition speaks of: behind it at the start of a sentence, else around it."""
        behind = self.contents.quote_opening.get(after)
        if behind is not None and behind.balanced and behind.close - behind.open > NAME_WORDS:
            return Opening(after, after, "quote", behind), behind.close + 1
        resumed = stop < sentence.end and self.tokens[stop].folded in self.particles.resuming
        said = stop < sentence.end and self.contents.is_complementiser(stop)
        if resumed or (said and not self._apart(after, stop, inside=hit.first > sentence.start)):
            opening = Opening(stop, stop, "that", self.contents.quote_opening.get(stop + 1))
            return opening, self.contents.end(opening, sentence)
        if leads:
            start = self._behind_told(after)
            while start < sentence.end and (
                self.tokens[start].text in COMMAS | {":"} or start in self.sources.time_at
            ):
                start += 1
            if start >= sentence.end or self.tokens[start].text in FINAL:
                return self._sentence_before(sentence)
            opening = Opening(start, start, "clause", self.contents.quote_opening.get(start))
            return opening, self.contents.end(Opening(start, start, "clause", None), sentence)
        start = self._clause_start(hit.first, sentence)
        closed = after < sentence.end and self.tokens[after].text in COMMAS
        if closed and hit.first - 2 > start and self.tokens[hit.first - 1].text in COMMAS:
            verb = self.contents.is_verb_only(self.tokens[hit.first - 2].folded)
            start = hit.first - 2 if verb else start  # "قذائف أوقعت، وفقا للوزارة، أربعة قتلى"
        opening = Opening(start, start, "clause", None)
        # "بحسب الوثيقة التي نسبت …": what follows describes the speaker.
        speaker = self.tokens[hit.end : min(after + 1, sentence.end)]
        described = any(t.folded in self.particles.relative for t in speaker)
        told = any(self.contents.is_finite(t.folded) for t in self.tokens[start : hit.first])
        # "حسب مصدر أوضح أن …": an indefinite source is described by the verb behind it.
        told = told or any(t.folded in self.particles.reporter for t in speaker[:1])
        if not described and self._clause_goes_on(after, sentence, told=told):
            return opening, self.contents.end(opening, sentence)
        return opening, self.contents.trim(start, hit.first)

    def _apart(self, after: int, that: int, *, inside: bool) -> bool:
        """Whether أن belongs to a clause of its own behind a comma (بحسب الخطة، يفتح الطريق على أن يغلق غدا).

        Inside a sentence على أن may go on with what is said (وشددت، وفق الوكالة، على أن …).
        """
        comma = next((i for i in range(that - 1, after - 1, -1) if self.tokens[i].text in COMMAS), None)
        return comma is not None and that - comma > 1 + inside

    def _behind_told(self, i: int) -> int:
        """The token behind the medium that was told (بحسب السكان لرويترز …)."""
        got = i + self._relative(i) if i < len(self.tokens) else i
        if i < len(self.tokens) and (
            self.tokens[i].folded in self.particles.correspondent or self.sources.gets(got)
        ):
            near = range(i, min(len(self.tokens), i + LONGEST_DESCRIPTION))
            return next((j for j in near if self.tokens[j].text in COMMAS | FINAL), i)
        medium = self.sources.actor_at.get(i)
        told = medium is not None and medium.kind == "media" and self.tokens[i].folded.startswith("ل")
        return medium.end if medium is not None and told else i

    def _sentence_before(self, sentence: Sentence) -> tuple[Opening | None, int]:
        """The sentence before one that only says whence it is known (…. وفقا لرويترز.), or the quotation."""
        index = self.document.sentence_at(sentence.start)
        before = self.document.sentences[index - 1] if index else None
        if before is None or before.line != sentence.line:
            return None, 0
        quote = self.document.quote_at(before.start)
        if quote is not None and quote.open < before.start and quote.close < sentence.start:
            return Opening(quote.open, quote.open, "quote", quote), quote.close + 1
        opening = Opening(before.start, before.start, "clause", None)
        return opening, self.contents.end(opening, before)

    def _clause_start(self, before: int, sentence: Sentence) -> int:
        """The first token of the clause that ends before token `before`."""
        start = sentence.start
        for i in range(sentence.start, before):
            if self.tokens[i].folded in self.particles.contrast and self.tokens[i - 1].text in COMMAS:
                start = i
            if self.tokens[i].folded in MEANWHILE:
                led = i - (self.tokens[i - 1].folded == "في")  # "…، في حين …": another clause
                start = led if led > sentence.start and self.tokens[led - 1].text in COMMAS else start
            around = self.document.quote_at(i)
            quoted = around is not None and around.close < before  # "أن داعش «يرمي X إذا شعر أنه …»، بحسب …"
            if self.contents.is_complementiser(i) and not quoted:
                start = i + 1
                if start in self.contents.quote_opening:
                    start += 1
        return min(start, before)

    def _clause_goes_on(self, after: int, sentence: Sentence, *, told: bool) -> bool:
        """Whether the clause around بحسب X goes on behind it; something is `told` before it, or not yet."""
        i = behind = self._behind_addressee(after, sentence)
        while i < sentence.end and (
            i in self.sources.time_at or self.tokens[i].text in COMMAS or self.tokens[i].text in '»"”'
        ):
            i = self.sources.time_at[i].end if i in self.sources.time_at else i + 1
        if i >= sentence.end or self.tokens[i].text in FINAL or self.tokens[i].text == ")":
            return False
        if i == after and told and self.tokens[i].folded in self.particles.negation:
            return False  # "قتل ثلاثة، حسب مصدر لم يذكر اسمه"
        folded = self.tokens[i].folded
        readings = self.contents.cues.verb(folded)
        following = self.tokens[i + 1].folded if i + 1 < sentence.end else ""
        if folded in self.particles.contrast and (folded.endswith("لكن") or following.startswith("ان")):
            return False  # "…، بحسب الناشطين، إلا أن الوزارة نفت …"
        finite = any(h.form.tense in ("past", "present") and not h.cue.homograph for h in readings)
        if i == after and finite and told:
            return False  # "قتل ثلاثة، حسب مصدر أوضح أن …"
        if (
            folded in self.particles.breaks
            or (folded == "في" and following in MEANWHILE)
            or any(h.prefix == "و" for h in readings)
        ):
            return False
        if any(h.form.tense == "participle" and (h.cue.continues or folded.endswith("ا")) for h in readings):
            return False  # "على ما أوضح الوزير، مشيدا بـ…"
        if folded in ("اذ", "حيث") and self.contents.cues.verb(following):
            return False
        return not (folded.startswith("و") and i in (after + 1, behind + 1))

    def _behind_addressee(self, i: int, sentence: Sentence) -> int:
        """The token behind whom or where it was said (لوكالة رويترز, في بيان), at the next comma."""
        if i >= sentence.end:
            return i
        token = self.tokens[i]
        told = token.folded == "ل" or any(
            s.prefix == "ل" and s.rest in self.particles.medium for s in token.splits[1:]
        )
        placed = token.folded in ("في", "خلال", "عبر") and i + 1 < sentence.end
        told = told or token.folded in self.particles.correspondent or self.sources.gets(i)
        if not told and not (placed and self.tokens[i + 1].folded in self.particles.venue):
            return i
        while i < sentence.end and self.tokens[i].text not in COMMAS | FINAL:
            i += 1
        return i
