"""Frames of nouns (اتهامات بـ), labels (ما وصفه بـ), passives (قيل إن), silences and جاء في بيان."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.inflect import AS_HE, THEIRS, without_pronoun
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.speech.charges import OF_DOERS, doer_before, protester
from riwaya.reading.speech.clause_openings import Opening
from riwaya.reading.speech.content_nouns import content_noun, deed_at, happens
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.frame import Frame, FrameReader
from riwaya.reading.speech.nobody import did_not_come
from riwaya.reading.speech.objects import direct_object, prefer
from riwaya.reading.speech.own_words import WITHOUT
from riwaya.reading.speech.source_words import CAME, SourcePhrase
from riwaya.reading.speech.verb_readings import EXPRESSES
from riwaya.text.fold import fold
from riwaya.text.sentences import Sentence
from riwaya.text.signs import COMMAS, FINAL

#: What a document comes to in sum (رسالة مضمونها أن …).
_GISTS = tuple(speech_cues("gist"))
#: What could not be done is the reporter's silence only where it is verifying.
_NEEDS_VERIFICATION = ("تعذر",)
#: Words that begin the occasion of a statement, folded.
_OCCASION = frozenset(("في", "خلال", "عقب", "بعد", "قبل", "اثناء"))
#: Before an announcement that was made, folded: what is to be announced is no news yet.
_AFTERWARDS = speech_words("afterwards")
#: Acts of what one thinks or feels.
_FELT = frozenset(("report", "hypothesise", "expect"))
_LACK = "عدم"
#: A request, which is an enquiry where comment is asked for, folded, and how far behind it that stands.
_DEMAND, _COMMENT, _COMMENT_FAR = "طلب", "تعليق", 4
#: Forms of silence before what is not answered.
_ANSWERS = tuple(speech_cues("no answer"))
#: من قبل X, من جانب X: whose words they are, folded.
_BY = speech_words("on the part of") | {"لدن"}
_OCCASIONS = speech_cues("remarks made")
#: Nouns that say something only as the object of their verb (قدم طلبا).
_NEEDS_SUPPORT = speech_words("given")
#: Those that do so only where somebody gives them again (جدد الوزير التأكيد على …).
GIVEN_AGAIN = speech_cues("given again")
#: Nouns of news, and those of which only a deed is asked (طلب لتمديد الهدنة, توجيهات بفتح الجسر), folded.
_NEWS = speech_words("news")
_OF_DEEDS = speech_words("for a deed")
#: Nouns of which the genitive is who says it, folded.
_UTTERED = speech_words("uttered")
#: Calls, of which an office in the genitive is who issues them, not the many who are called on, folded.
_CALLS = speech_words("call")
_PRETEXTS = speech_words("pretext")
_ANNOUNCED = speech_words("announcing")
_CLAIM = frozenset(("الادعاء",))
#: For fear, before what is feared (خشية اندلاع مواجهات من جديد), folded.
_FOR_FEAR = "خشيه"
#: What one goes by, before it in quotation marks (تطلق على نفسها اسم «…»), folded.
_A_NAME = speech_words("going by")
#: Nouns behind which what they are about may follow at once (مزاعم سقوط ضحايا), folded.
_AT_ONCE = speech_words("at once")
_REQUEST = ("طلب", "طلبا")
_FAR_AND_WIDE = _NEWS | {"المخاوف"}
#: Tokens between news and what they are about, where no clause describes them.
SHORT_GAP = 3
#: What one renews: calls, assurances, pledges; not refusals (رفضه) and what one is accused of (اتهامه).
_RENEWED = frozenset(("request", "confirm", "warn", "commit", "threaten", "deny"))
#: Tokens of a medium's name behind لم يتسن لـ.
NAME_REACH = 6
#: Some of those behind it, folded.
_SOME = "بعض"
#: Tokens between a support verb and its noun (وجهت السلطات اليوم اتهامات).
LONGEST_GAP = 16
#: How a word begins that ل stands before for certain.
_AT = ("لل", "لأ", "لإ", "لآ")
#: Tokens between a verbal noun and what is said: who says so, with his office and name.
MASDAR_REACH = 14

#: What somebody is given or charged with whom ل names, folded.
_GIVEN = speech_words("given to somebody")
#: Nouns before whom something is demanded of, who is convicted, and, behind و, who is called upon, folded.
_DEMAND_ON, _CONVICTION, _CALL = "مطالبه", "ادانه", "دعوه"
#: Before a demand that somebody makes of the next party, folded.
_TOWARDS = frozenset(("الي", "في"))

#: How strongly somebody refuses or denies, folded (رفضه القاطع لوجود القاعدة).
_FIRMLY = speech_words("how firmly")
#: How an adverb of a relation ends (داخليا), and prepositions that tell where a refusal is, folded.
_ADVERBIAL, _AMONG = "يا", frozenset(("بين", "داخل", "لدي", "عند", "اثناء", "خلال"))

#: On the charge of, and when something was done, folded.
_ON_CHARGE, _WHEN = fold("بتهمة"), frozenset(("بعدما", "عندما", "حينما"))
#: What is in every form of to call something by a name (ما سماه, ما تسميه).
_NAMING = "سم"


class NounFrames(FrameReader):
    """Reads the cues that are no verbs: what is said stands behind them."""

    def lead(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """جاء في بيان للجيش أن …: what follows the preposition is the source."""
        opening = self.contents.opening(hit, sentence)
        if opening is None:
            return None
        return self.frame(
            hit, self._span_until(hit.end, opening.gap_end), opening, self.contents.end(opening, sentence)
        )

    def _span_until(self, first: int, end: int) -> SourcePhrase:
        while end > first and self.tokens[end - 1].kind == "sign":
            end -= 1
        return SourcePhrase(first, end)

    def read(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """Nouns (اتهامات بـ), labels (ما وصفه بـ), passives (قيل إن), لم يتسن."""
        if hit.cue.kind == "noun" and (self._unsaid(hit, sentence) or self._only_occasion(hit, sentence)):
            return None
        if hit.cue.kind == "noun" and (self._missing(hit) or self._taken_up(hit) or self._expressed(hit)):
            return None
        feared = hit.cue.kind == "noun" and hit.cue.act == "expect" and not hit.cue.prepositions
        if feared and hit.first == sentence.start:
            return None  # "خوفا من الرد: …": of nobody yet
        opening = self._phrase_opening(hit, sentence)
        if opening is None or opening.start >= sentence.end or not self._of_deed(hit, opening):
            return None
        if hit.cue.kind == "noun" and (self._told_later(hit, opening) or self._tells_of_it(hit, opening)):
            return None
        opening = self._behind_strength(opening)
        if hit.cue.form.endswith(_ANSWERS) and self._answers_otherwise(opening):
            return None
        end = self._end(hit, opening, sentence)
        cue_end = hit.end
        if hit.cue.kind == "label":
            end = self._label_end(opening, sentence)
            cue_end = max(
                hit.end, opening.gap_end if self.tokens[opening.start - 1].folded == "ب" else hit.end
            )
        inside = hit.first > sentence.start  # "ويعتقد أن زيارته، وهي الثانية، …" is the whole sentence
        if hit.cue.kind == "impersonal" and inside and not hit.cue.form.startswith("كان"):
            end = self.contents.clause_end(opening.start, end)
        source = self._noun_source(hit, opening, sentence) if hit.cue.kind == "noun" else None
        if hit.cue.kind == "label" and hit.cue.form.startswith("ما "):
            source, opening = self._caller(hit, opening, sentence)
            end = self._label_end(opening, sentence)
        if hit.cue.kind == "decline":
            source = self._silent(hit, opening)
        if hit.cue.kind == "impersonal":
            source = self._thinker(hit, sentence)
        return self.frame(hit, source or SourcePhrase(hit.first, hit.first), opening, end, cue_end=cue_end)

    def _end(self, hit: CueHit, opening: Opening, sentence: Sentence) -> int:
        """The end of what is said: what a noun tells ends where another clause is set beside it (بينما)."""
        end = self.contents.end(opening, sentence)
        if hit.cue.kind != "noun" or opening.how != "np":
            return end
        charge = fold(hit.cue.form) == _ON_CHARGE
        inside = range(opening.start + 1, end)
        beside = (i for i in inside if self._meanwhile(i) or (charge and self._is_done_next(i)))
        return self.contents.trim(opening.start, next(beside, end))

    def _is_done_next(self, i: int) -> bool:
        """Whether what is done beside a charge begins at token `i` (بتهمة القتل وصادرت سلاحه, … بعدما فر)."""
        word = self.tokens[i].folded
        then = word.startswith("و") and self.contents.is_verb_only(word[1:]) and word[1] not in "يتنا"
        return then or word in _WHEN

    def _meanwhile(self, i: int) -> bool:
        words = [t.folded for t in self.tokens[i : i + 2]]
        return words[0] in ("بينما", "وبينما") or words == ["في", "حين"]

    def _answers_otherwise(self, opening: Opening) -> bool:
        """Whether what is not answered is no enquiry (لم يرد الجيش على النيران)."""
        word = self.tokens[opening.start].folded.removeprefix("ال")
        if word not in self.particles.enquiry:
            return True
        near = self.tokens[opening.start + 1 : opening.start + 1 + _COMMENT_FAR]
        asked = any(t.folded.removeprefix("لل").removeprefix("ال") == _COMMENT for t in near)
        return word.startswith(_DEMAND) and not asked  # "على طلبات المتظاهرين"

    def _thinker(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """Who is named before what may be a passive (الوزير يعتقد أن …; but قنبلة يعتقد أنها …)."""
        one = hit.end == hit.first + 1 and hit.end < sentence.end and not hit.prefix
        behind = self.tokens[hit.end].folded
        if not one or (behind != "ان" and behind not in hit.cue.prepositions):
            return None
        if self.tokens[hit.first].folded[0] != "ي":
            return None
        before = self.sources.before(hit, sentence)
        if before.elided:
            return None
        head = self.tokens[before.first]
        definite = head.folded.startswith("ال") or self.sources.office_end(before.first) > before.first
        person = head.folded in self.contents.given and before.end > before.first + 1
        named = definite or person or before.first in self.sources.actor_at
        return before if named and not head.text.endswith(("ة", "ات")) else None

    def _unsaid(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether it is just not said (عدم دعوة الصحفيين لـ…, دون تحذير السكان من …) or a charge.

        So is what happened in sum, which is no document (والحادث ملخصه أن …).
        """
        if self._charged(hit):
            return True
        before = self.tokens[hit.first - 1].folded if hit.first > sentence.start else ""
        bare = before.removeprefix("و").removeprefix("ال")
        if hit.cue.form.startswith(_GISTS) and before.removeprefix("و").startswith("ال"):
            return bare not in self.particles.document
        return before == _LACK or (before in WITHOUT and not hit.prefix)

    def _only_occasion(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether a noun only says on what occasion (قال في تصريحات …) or why (طلبا للراحة)."""
        if hit.cue.form in _OCCASIONS:
            before = self.tokens[hit.first - 1].folded.removeprefix("و") if hit.first > sentence.start else ""
            return before in _OCCASION or before in CAME
        near = self.tokens[max(sentence.start, hit.first - LONGEST_GAP) : hit.first]
        if hit.cue.form in GIVEN_AGAIN:
            return not any(s.rest in self.particles.renewing for t in near for s in t.splits)
        if fold(hit.cue.form) not in _NEEDS_SUPPORT and not self._renewed(hit):
            return False
        before = self.tokens[hit.first - 1].folded.removeprefix("و") if hit.first > sentence.start else ""
        if self._renewed(hit) and before in self.particles.cause_of:
            return False  # "بعد تحذيره من …"
        return not any(s.rest in self.particles.support_verb for t in near for s in t.splits)

    def _missing(self, hit: CueHit) -> bool:
        """Whether a noun means news, and none came, or is where something was said (قالت في معلومات … إن)."""
        noun, before = fold(hit.cue.form), self.tokens[hit.first - 1].folded if hit.first else ""
        if before == "في" and noun in self.particles.document:
            return True
        return noun in self.particles.hearsay and did_not_come(hit, self.contents)

    def _of_deed(self, hit: CueHit, opening: Opening) -> bool:
        """Whether what news are of, or what is asked for, is a deed, where it is a noun."""
        noun = fold(hit.cue.form.split()[-1])
        if noun in _PRETEXTS | _ANNOUNCED and opening.how == "np":
            quoted = noun in _PRETEXTS and opening.quote is not None  # "بدعوى «دعم المجهود الحربي»"
            return quoted or deed_at(opening.start, self.contents)  # "بحجة عدم توفر …", not بحجة المرض
        if noun in _CLAIM and opening.start > hit.end:
            return False  # "الادعاء العام أعلن أن …"
        if noun in _CLAIM and opening.how == "np":
            return deed_at(opening.start, self.contents)
        if hit.cue.kind != "noun" or noun not in _NEWS | _OF_DEEDS or not hit.cue.prepositions:
            return True
        between = self.tokens[hit.end : opening.gap_end]
        if noun in _FAR_AND_WIDE and any(t.text in COMMAS for t in between):
            return False
        pointed = any(t.folded in self.particles.relative for t in between)
        if noun in _FAR_AND_WIDE and len(between) > SHORT_GAP and not pointed:
            return False
        if opening.how != "np":
            return True
        if opening.quote is not None:
            return True
        return deed_at(opening.start, self.contents, events=noun in _NEWS)

    def _taken_up(self, hit: CueHit) -> bool:
        """Whether مفادها only leads in the words of a noun of saying before it (رسالة مفادها أن …)."""
        behind = hit.first > 0 and self.tokens[hit.first - 1].kind == "word"
        if not behind or not hit.cue.form.startswith(("مفاد", "فحوا", *_GISTS)):
            return False
        near = range(max(0, hit.first - SHORT_GAP), hit.first)
        return any(
            m.values[0].kind == "noun" and "that" in m.values[0].takes and "ب" in m.values[0].prepositions
            for i in near
            for m in self.contents.cues.phrases.match(self.tokens, i)
        )

    def _expressed(self, hit: CueHit) -> bool:
        """Whether a noun is what its speaker expresses by a verb (أعرب عن ثقته بأن …, أبدى مخاوف من …)."""
        last = self.tokens[hit.first - 1].folded if hit.first else ""
        plain = fold(hit.cue.form) in self.particles.felt
        own = hit.end == hit.first + 1 and hit.cue.act in _FELT
        own = own and (hit.cue.form.endswith(THEIRS) or (plain and last not in self.particles.amid))
        near = self.tokens[max(0, hit.first - MASDAR_REACH) : hit.first]
        expresses = (h.cue.form for t in near for h in self.contents.cues.verb(t.folded))
        return own and not hit.prefix and any(form in EXPRESSES for form in expresses)

    def _told_later(self, hit: CueHit, opening: Opening) -> bool:
        """Whether the same noun stands once more before what is told (رسالة للشعب ورسالة للدول أن …)."""
        noun = self.tokens[hit.end - 1].folded
        between = self.tokens[hit.end : max(hit.end, opening.start)]
        return any(s.rest == noun for t in between for s in t.splits)

    def _tells_of_it(self, hit: CueHit, opening: Opening) -> bool:
        """Whether how, where or among whom follows, or a quotation that only describes the noun.

        "من خلال رفضه داخليا", "رفضه بين الناس", "الأنباء «العارية عن الصحة»".
        """
        first = self.tokens[opening.start].folded
        adverb = opening.start == hit.end and first.endswith(_ADVERBIAL)
        among = opening.start == hit.end and first in _AMONG
        quote = self.document.quote_at(opening.start)
        described = quote is not None and hit.end <= quote.open < opening.start - 1
        return opening.how == "np" and (adverb or among or described)

    def _behind_strength(self, opening: Opening) -> Opening:
        """The opening without how strongly something is said (رفضه القاطع لوجود القاعدة)."""
        if opening.how != "np" or opening.start + 1 >= len(self.tokens):
            return opening
        word, following = (self.tokens[i].folded for i in (opening.start, opening.start + 1))
        strong = word.startswith("ال") and word.removeprefix("ال") in _FIRMLY
        if not strong or not following.startswith(("ل", "ب")):
            return opening
        return replace(opening, start=opening.start + 1, gap_end=opening.start + 1)

    def _renewed(self, hit: CueHit) -> bool:
        """Whether a noun with a pronoun means its speaker's words only behind a verb (جدد دعوته إلى …)."""
        own = hit.end == hit.first + 1 and hit.cue.form.endswith(THEIRS)
        return own and hit.cue.act in _RENEWED

    def masdar(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """بعد إعلان الوزير وفاة …, أكد رفض بلاده التدخل: who says so is the genitive of the noun."""
        if hit.end >= sentence.end or self._unsaid(hit, sentence):
            return None
        word = self.tokens[hit.end].folded
        own = word in self.particles.own
        mention = self.sources.actor_at.get(hit.end)
        office = self.sources.office_end(hit.end) > hit.end
        if not own and not office and (mention is None or not mention.counts):
            opening, source = self._of_unlisted(hit, sentence)
        elif own:
            source = SourcePhrase(hit.end, hit.end + 1)
            spoken = replace(hit, end=hit.end + 1)
            opening = self._of_masdar(spoken, sentence, subject_known=True)
        else:
            opening = self._of_masdar(hit, sentence, subject_known=False)
            source = self.sources.behind(hit, opening.gap_end if opening else hit.end)
        if opening is None or (source.elided and hit.cue.act != "announce"):
            return None
        first = self.tokens[opening.start].folded
        if opening.how == "np" and first.startswith("و") and not content_noun(first, self.contents):
            return None  # "استنكار ناشطين ومثقفين …"
        asked = self._asked_of(source) or self._only_asked(hit, source, opening)
        if asked or self._acts_before(hit, opening):
            return None
        source = self._without_measure(source)
        frame = self.frame(hit, source, opening, self.contents.end(opening, sentence))
        return replace(frame, kind="noun")

    def _charged(self, hit: CueHit) -> bool:
        """Whether a noun of saying is what somebody is accused of (سجين متهم بتهديد ضابط)."""
        if hit.first > 0 and self.tokens[hit.first - 1].folded in self.particles.accused:
            return True
        return fold(hit.cue.form) in self.particles.accused and self._suspect(hit)

    def _suspect(self, hit: CueHit) -> bool:
        """Whether the word for accused is who is caught or tried, and describes nobody named before it.

        "القبض على متهم بالسرقة", "اعتقال متهم بالقتل", "حكم لمتهمين بالتزوير": nobody accuses there.
        """
        if hit.prefix.endswith(("ل", "ب")):
            return True
        before = self.tokens[hit.first - 1] if hit.first else None
        if before is None or before.kind != "word" or hit.cue.form.endswith("ة"):
            return False
        return before.folded in self.particles.preposition or self._caught(before.folded)

    def _caught(self, word: str) -> bool:
        """Whether a word is the noun of arrest or the like (اعتقال, ضبط)."""
        readings = self.contents.predicates.look_up(word)
        return any(
            r.tense == "masdar" and r.word.predicate is not None and r.word.predicate.type == "COERCE"
            for r in readings
        )

    def _acts_before(self, hit: CueHit, opening: Opening) -> bool:
        """Whether what follows belongs to a verb set beside the noun (اعتراض مسلحين طريقه وأرغموه على …)."""
        between = self.tokens[hit.end : opening.gap_end]
        return any(t.folded.startswith("و") and self.contents.is_verb_only(t.folded) for t in between)

    def _asked_of(self, source: SourcePhrase) -> bool:
        """Whether a deed stands where the genitive of a noun should be who speaks (اشتراط الحصول على …)."""
        first = source.first
        deed = not source.elided and deed_at(first, self.contents)
        return deed and first not in self.sources.actor_at and self.sources.office_end(first) == first

    def _only_asked(self, hit: CueHit, source: SourcePhrase, opening: Opening) -> bool:
        """Whether the genitive of a noun is of whom something is demanded, or who is convicted.

        "مطالبة الحكومة بالتدخل", "بإدانة الدولة بارتكاب …"; not "مطالبة الحكومة للمجتمع بالتدخل".
        """
        noun, said = fold(hit.cue.form), self.tokens[opening.start].folded
        if source.elided or any(self._aimed_at(i) for i in range(source.first + 1, opening.gap_end)):
            return False
        before = self.tokens[hit.first - 1].folded if hit.first else ""
        # not "في مطالبة المنظمة بـ… رسالة", "ردا على مطالبة الحكومة بـ…"
        opens = hit.first < 2 or self.tokens[hit.first - 2].kind != "word"
        acts = hit.prefix in ("ل", "ب") or (before in _TOWARDS and not opens)
        return (noun == _DEMAND_ON and acts) or (noun == _CONVICTION and said.startswith("ب"))

    def _without_measure(self, source: SourcePhrase) -> SourcePhrase:
        """Who speaks, without how much he does so (إدانة بلاده الشديدة للهجوم)."""
        last = self.tokens[source.end - 1].folded.removeprefix("ال").removesuffix("ه")
        strong = source.end > source.first + 1 and last in self.particles.strengthener
        return replace(source, end=source.end - 1) if strong else source

    def _of_unlisted(self, hit: CueHit, sentence: Sentence) -> tuple[Opening | None, SourcePhrase]:
        """What is said and by whom where no listed actor follows: ادعاء الجيش أن …, بعد إعلان وفاة …."""
        said = self._of_masdar(hit, sentence, subject_known=False)
        if said is not None and self._says(hit, said):
            return said, self.sources.behind(hit, said.gap_end)
        before = self.tokens[hit.first - 1].folded.removeprefix("و") if hit.first > sentence.start else ""
        noun = self.tokens[hit.end].folded
        own = not self.tokens[hit.end].text.endswith("ة") and any(p != "ي" for _, p in without_pronoun(noun))
        bare = hit.cue.act == "announce" and content_noun(noun, self.contents)
        # "بعد إعلان وفاته", "وإعلان ولائها"; not "يستلزم إعلان هدنة", "من دون إعلان الأسباب"
        bare = bare and (before in _AFTERWARDS or (own and before not in WITHOUT))
        opening = Opening(hit.end, hit.end, "np", None) if bare else None
        return opening, SourcePhrase(hit.first, hit.first)

    def _says(self, hit: CueHit, opening: Opening) -> bool:
        """Whether a name or a definite noun stands between a noun and أن (ادعاء الجيش أن …)."""
        named = hit.end in self.sources.actor_at or hit.end in self.contents.places
        definite = self.tokens[hit.end].folded.startswith("ال")
        return opening.how == "that" and opening.start > hit.end and (named or definite)

    def _of_masdar(self, hit: CueHit, sentence: Sentence, *, subject_known: bool) -> Opening | None:
        """Where the content of a verbal noun opens, as that of its verb would."""
        near = Sentence(sentence.start, min(sentence.end, hit.end + MASDAR_REACH), sentence.line)
        direct = direct_object(
            hit, near, subject_known=subject_known, sources=self.sources, contents=self.contents
        )
        opening = self.contents.opening(hit, near)
        return prefer(hit, opening, direct, subject_known=subject_known, contents=self.contents)

    def _silent(self, hit: CueHit, opening: Opening) -> SourcePhrase:
        """Who did not speak, or could not verify: named behind the cue, with لـ or as its subject."""
        if hit.cue.prepositions:
            return self.sources.behind(hit, opening.gap_end)
        return SourcePhrase(opening.gap_end, opening.start)

    def _phrase_opening(self, hit: CueHit, sentence: Sentence) -> Opening | None:
        at = hit.end
        noun = fold(hit.cue.form)
        if self._at_once(noun, at, sentence, hit):
            return Opening(at, at, "np", None)
        at += noun in _ANNOUNCED and at < sentence.end and self.tokens[at].folded == "عن"
        if hit.cue.kind == "decline" and hit.cue.prepositions == ("من",):
            return self._unverified(at, sentence)
        if hit.cue.kind == "label":
            if at < sentence.end and self.tokens[at].folded == "ب":
                at += 1
            if at >= sentence.end or self.tokens[at].text in FINAL:
                return None
            return Opening(at, at, "np", self.contents.quote_opening.get(at))
        if hit.cue.kind in ("decline", "noun") and not hit.cue.prepositions and "np" in hit.cue.takes:
            if (
                fold(hit.cue.form) in _PRETEXTS | _ANNOUNCED
                and at < sentence.end
                and self.contents.is_complementiser(at)
            ):
                return self._opening_behind(hit, sentence)
            quoted = hit.cue.kind == "noun" and at in self.contents.quote_opening
            usable = at < sentence.end and (self.tokens[at].kind == "word" or quoted)
            if usable and hit.cue.form in _NEEDS_VERIFICATION:
                usable = self.tokens[at].folded in self.particles.verification
            if usable and self.tokens[at].folded.startswith("ل"):
                if hit.cue.kind == "decline":
                    return self._verification(at, sentence)
                usable = hit.cue.act == "refuse"  # "رفضها لهذه الممارسات"
            return Opening(at, at, "np", self.contents.quote_opening.get(at)) if usable else None
        return self._opening_behind(hit, sentence)

    def _at_once(self, noun: str, at: int, sentence: Sentence, hit: CueHit) -> bool:
        """Whether what is told or asked for follows right behind (بطلب تمديد الهدنة, مزاعم سقوط ضحايا)."""
        if at >= sentence.end or at in self.sources.actor_at:
            return False
        if noun == _FOR_FEAR:
            return self._feared(at)
        if not deed_at(at, self.contents):
            return False
        asked = noun.endswith(_REQUEST) and bool(hit.cue.prepositions)
        return asked or (noun in _AT_ONCE and not self.tokens[at].folded.startswith("ال"))

    def _feared(self, at: int) -> bool:
        """Whether what is feared stands at token `at` (خشية اندلاع مواجهات; not خشية الحكومة من …)."""
        word = self.tokens[at]
        if word.kind != "word" or word.folded.startswith("ال") or word.folded in self.particles.preposition:
            return False
        return self.sources.office_end(at) == at and not self.contents.is_complementiser(at)

    def _opening_behind(self, hit: CueHit, sentence: Sentence) -> Opening | None:
        """Where the words begin that a preposition or أن leads in behind a noun, near it."""
        at = hit.end
        near = min(sentence.end, at + 12)
        window = Sentence(sentence.start, near, sentence.line)
        opening = self._behind_teller(hit, window) or self.contents.opening(hit, window)
        if (
            opening is None
            and hit.cue.act == "expect"
            and not hit.cue.form.startswith("ال")
            and not hit.cue.form.endswith(THEIRS)
            and at < sentence.end
            and self.tokens[at].kind == "word"
        ):
            return Opening(at, at, "np", None)  # "خشية تسلل العناصر", beside خشية الحكومة من …
        if opening is not None and hit.cue.kind == "noun" and self._of_another(at, opening, hit):
            return None
        if opening is not None and opening.how == "np" and hit.cue.kind == "noun":
            if any(self._carries_on(i) for i in range(at, opening.gap_end)):
                return None  # "تلبية لمطالب السكان، مشيدا باستجابة …"
            by = at + 2 if self._by_whom(at) else at
            between = (self.tokens[i].folded for i in range(by, opening.gap_end))
            if any(word in _OCCASION for word in between):
                return None  # "تصريحات الوزير في احتفال …": what follows is about the occasion
        return opening

    def _behind_teller(self, hit: CueHit, window: Sentence) -> Opening | None:
        """What is told behind من and who tells it (تحذير من الوزير من انهيار الهدنة)."""
        at, name = hit.end, hit.end + 1
        if "من" not in hit.cue.prepositions or name >= window.end or self.tokens[at].folded != "من":
            return None
        mention = self.sources.actor_at.get(name)
        named = mention.end if mention is not None and mention.counts else self.sources.office_end(name)
        near = range(named, min(window.end - 1, named + SHORT_GAP)) if named > name else ()
        second = next((i for i in near if self.tokens[i].folded == "من"), None)
        return None if second is None else Opening(second + 1, second, "np", None)

    def _of_another(self, at: int, opening: Opening, hit: CueHit) -> bool:
        """Whether what follows a noun from afar belongs to another word (تهديد الجماعة تزول بطبيعة الحال).

        A verb right behind the noun or its adjective describes it (توجيهات جديدة تقضي بـ…).
        """
        between = self.tokens[at : opening.gap_end]
        if any(t.folded in self.particles.relative for t in between):
            return False
        if opening.how == "np":
            acts = (t for t in between if self.contents.is_verb_only(t.folded) and not t.text.endswith("ة"))
            return any(t.index - at >= SHORT_GAP or t.folded.startswith("و") for t in acts)
        direct = self.tokens[opening.start].text.startswith("إن")  # "للتنديد بتهديدات X، إن …"
        return hit.cue.prepositions == ("ب",) and direct and len(between) > SHORT_GAP

    def _by_whom(self, i: int) -> bool:
        """Whether من قبل or the like stands at token `i`: whose words a noun means follows."""
        near = [t.folded for t in self.tokens[i : i + 2]]
        return len(near) > 1 and near[0] == "من" and near[1] in _BY

    def _carries_on(self, i: int) -> bool:
        """Whether behind a comma the speaker's next participle stands at token `i`."""
        readings = self.contents.cues.verb(self.tokens[i].folded)
        return self.tokens[i - 1].text in COMMAS and any(h.form.tense == "participle" for h in readings)

    def _unverified(self, at: int, sentence: Sentence) -> Opening | None:
        """What could not be done, behind من and perhaps who could not (لم تتمكن رويترز من التحقق)."""
        for i in range(at, min(sentence.end - 1, at + NAME_REACH)):
            if self.tokens[i].folded == "من" and self.tokens[i + 1].folded in self.particles.verification:
                return Opening(i + 1, i, "np", None)
        return None

    def _verification(self, at: int, sentence: Sentence) -> Opening | None:
        """What could not be done, behind the medium that could not (لم يتسن لرويترز التحقق …)."""
        for i in range(at + 1, min(sentence.end, at + NAME_REACH)):
            if self.tokens[i].folded in self.particles.verification:
                return Opening(i, at, "np", None)
        return None

    def _caller(
        self, hit: CueHit, opening: Opening, sentence: Sentence
    ) -> tuple[SourcePhrase | None, Opening]:
        """Who calls something so, named before ب or what he calls it (ما اعتبرته الفصائل نصرا)."""
        named_to = self.sources.office_end(opening.start)
        if (known := self.sources.actor_at.get(opening.start)) is not None:
            named_to = max(named_to, known.end)
        for i in range(opening.start, min(sentence.end, named_to + NAME_REACH)):
            token = self.tokens[i]
            if token.text in COMMAS | FINAL or token.folded in self.particles.source_end | {"من"}:
                break
            at = i + (token.folded == "ب")
            if self.tokens[opening.start].kind != "word" or i == opening.start or at >= sentence.end:
                continue
            if not self._called(hit, opening.start, i):
                continue
            named = SourcePhrase(opening.start, i)
            return named, Opening(at, i, "np", self.contents.quote_opening.get(at))
        return None, opening

    def _called(self, hit: CueHit, first: int, i: int) -> bool:
        """Whether what somebody who is named from token `first` on calls something begins at token `i`."""
        token = self.tokens[i]
        if "ب" in hit.cue.prepositions:
            onto = token.folded.startswith("بال") and token.folded not in self.particles.whole
            if token.folded == "ب" or onto or token.folded in AS_HE:
                return True
        if not self._one_who_calls(first, i):
            return False
        if i in self.contents.quote_opening or self._names_it(hit, first, i):
            return True
        tanwin = token.folded.endswith("ا") and not token.folded.endswith(("ها", "نا"))
        deed = token.text.endswith("ة") and not token.folded.startswith("ال")
        return token.kind == "word" and (tanwin or deed) and i not in self.sources.actor_at

    def _names_it(self, hit: CueHit, first: int, i: int) -> bool:
        """Whether a bare noun is how a party or people call something (ما تسميه X المنطقة الآمنة)."""
        word, named = self.tokens[i].folded, self.sources.actor_at.get(first)
        if _NAMING not in hit.cue.form or self.tokens[i].kind != "word" or i in self.sources.actor_at:
            return False
        if named is None:
            return False
        people, definite = named.kind == "population", self.tokens[named.end - 1].folded.startswith("ال")
        adjective = word.startswith("ال") and (word.endswith(("ون", "ين")) or (definite and not people))
        return i == named.end and not adjective  # "الجيش التركي الجديد", "السكان المحليون"

    def _one_who_calls(self, first: int, i: int) -> bool:
        """Whether tokens `first`..`i` are who speaks: many, somebody listed, no deed (ما سماه العدوان)."""
        named, head = self.sources.actor_at.get(first), self.tokens[first].folded
        if named is not None:
            return i >= named.end
        if self.sources.office_end(first) > first:
            return i > first + 1
        return (
            head.endswith("ون")
            or head == _SOME
            or (head.startswith("ال") and not happens(first, self.contents))
        )

    def _label_end(self, opening: Opening, sentence: Sentence) -> int:
        """Where what something is called ends: with its quotation, also behind بأنها, else at a sign."""
        quote = opening.quote
        if quote is None and self.contents.is_complementiser(opening.start):
            quote = self.contents.quote_opening.get(opening.start + 1)
        if quote is None and self.tokens[opening.start].folded in _A_NAME:
            quote = self.contents.quote_opening.get(opening.start + 1)
        if quote is not None:
            return quote.close + 1 if quote.balanced else quote.close
        named = self.sources.actor_at.get(opening.start + 1)
        if named is not None and self.tokens[opening.start].folded in _A_NAME:
            return named.end  # "يطلقون على أنفسهم اسم المقاومة الجنوبية"
        end = opening.start
        while end < sentence.end and self.tokens[end].text not in COMMAS | FINAL:
            called = self.tokens[opening.start : end]
            unowned = bool(called) and all(t.folded.endswith("ا") for t in called)
            if unowned and self._done_to_him(self.tokens[end].folded):
                break  # "ما سماه عملا وحشيا وإحالتهم إلى القضاء", not "ما سماه قصف المدن وتدميرها"
            end += 1
        return end

    def _done_to_him(self, word: str) -> bool:
        """Whether و and a deed with the pronoun of whom it is done to are one word (وإحالتهم)."""
        bare = [stem for stem, own in without_pronoun(word[1:]) if own in THEIRS] if word[0] == "و" else []
        return any(r.tense == "masdar" for stem in bare for r in self.contents.predicates.look_up(stem))

    def _noun_source(self, hit: CueHit, opening: Opening, sentence: Sentence) -> SourcePhrase | None:
        """Whose words a noun means: the subject of its verb (وجهت … اتهامات), its genitive or adjective."""
        noun = fold(hit.cue.form).split()[-1]
        if noun == _CALL and hit.prefix == "و" and hit.end in self.sources.actor_at:
            return None  # "الموافقة على القانون ودعوة القضاء إلى …": whoever does both
        if noun in self.particles.protest:
            return protester(hit.first, sentence, self.sources, self.contents)
        carries = self.particles.support_verb
        carries |= self.particles.renewing if hit.cue.form in GIVEN_AGAIN else frozenset()
        for i in range(hit.first - 1, max(sentence.start, hit.first - LONGEST_GAP) - 1, -1):
            if self.contents.is_complementiser(i):
                break
            splits = self.tokens[i].splits
            if any(s.rest in carries for s in splits):
                source = self._giver(i, hit, sentence)
                return None if source is None else self._issuer(source)
        if self._by_whom(hit.end) and opening.gap_end > hit.end + 2:
            return self._span_until(hit.end + 2, opening.gap_end)
        told = opening.gap_end > hit.end + 1
        of = self.tokens[hit.end].folded == "من" and (told or "من" not in hit.cue.prepositions)
        of = of and "quote" not in hit.cue.takes  # "بقوله من الخطأ أن …"
        own = hit.cue.form.endswith(THEIRS)  # "رفضه": whoever spoke last
        named = self.sources.actor_at.get(hit.end + of)  # "دعوات من المعارضة إلى …"
        if (
            named is not None
            and not own
            and named.end <= opening.start
            and (of or (self._levels(hit, named.end) and not self._given_to(noun, hit.end)))
        ):
            return SourcePhrase(named.first, named.end)
        called = noun in _CALLS and self.sources.office_end(hit.end) > hit.end
        uttered = noun in _UTTERED or called
        if (of or uttered) and hit.end + of < opening.gap_end and self._speaks_first(hit.end + of):
            # "دعوة من الشيخ سالم إلى …", "توجيهات القيادة بفتح …"
            return self.sources.behind(replace(hit, end=hit.end + of), opening.gap_end)
        if not own and not hit.cue.form.startswith("ال") and self._says(hit, opening):
            return self.sources.behind(hit, opening.gap_end)
        if fold(hit.cue.form) in OF_DOERS or noun.removeprefix("ال") in self.particles.accused:
            doer = doer_before(hit.first, sentence, self.sources, self.contents)
            return doer if doer is None or doer.end < hit.first else None  # "إن إيران متهمة بـ…"
        return self._subject_before(hit, sentence) if hit.cue.act == "refuse" and not own else None

    def _given_to(self, noun: str, i: int) -> bool:
        """Whether the party at token `i` is who gets what the noun tells (أوامر للجيش, اتهامات لطهران)."""
        return noun in _GIVEN and self._aimed_at(i)

    def _speaks_first(self, i: int) -> bool:
        """Whether a definite noun or an office that may speak begins at token `i`."""
        word = self.tokens[i].folded
        if word in self.particles.relative or i in self.sources.time_at:
            return False
        deed = deed_at(i, self.contents) and self.sources.office_end(i) == i
        return (word.startswith("ال") and not deed) or self.sources.office_end(i) > i

    def _levels(self, hit: CueHit, end: int) -> bool:
        """Whether the genitive of a noun, which ends before token `end`, is who says it.

        اتهام إيران بـ… is levelled at her unless whom she accuses follows (اتهام إيران للسعودية بـ…).
        """
        if not fold(hit.cue.form).removesuffix("ا").endswith("اتهام"):
            return True
        end = self.sources.time_at[end].end if end in self.sources.time_at else end
        if end >= len(self.tokens):
            return False
        beside = end in self.sources.actor_at or self.tokens[end].folded in self.particles.demonstrative
        return beside or self._aimed_at(end)

    def _issuer(self, source: SourcePhrase) -> SourcePhrase | None:
        """Who issued a document, without its name (أصدر المدير بيانا جاء فيه …)."""
        document = self.tokens[source.end - 1].folded.removesuffix("ا") in self.particles.written
        end = source.end - (document and self.tokens[source.end - 1].folded.endswith("ا"))
        return replace(source, end=end) if end > source.first else None

    def _giver(self, verb: int, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """Who levels a charge: behind the verb, up to whom it is levelled at, else before it."""
        aimed = (j for j in range(verb + 1, hit.first) if self._aimed_at(j))
        # "جدد مبعوث الأمم المتحدة إلى اليمن سالم الورد دعوته"
        stop = next((j for j in aimed if not self.sources.belongs_to_office(verb + 1, j)), hit.first)
        carries = self.particles.support_verb | self.particles.renewing
        prefix = next((s.prefix for s in self.tokens[verb].splits if s.rest in carries), "")
        spoken = CueHit(verb, verb + 1, hit.cue, None, prefix, "")
        source = self.sources.behind(spoken, stop)
        another = self.tokens[source.first].folded == self.tokens[hit.first].folded.removeprefix("و")
        if source.elided or another:
            source = self.sources.before(spoken, sentence)
        return source if not source.elided else None

    def _aimed_at(self, i: int) -> bool:
        """Whether whom something is levelled at begins at token `i` (إلى المتهم, لأفراد الخلية, للرجل)."""
        token, mention = self.tokens[i], self.sources.actor_at.get(i)
        onto = mention is not None and mention.span.start > token.start and token.folded.startswith("ل")
        return onto or token.folded in ("الي", "ل", "ضد") or token.text.startswith(_AT)

    def _subject_before(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """The actor named last before a refusal told by a noun (اقتصر رد الحكومة على رفض …)."""
        for i in range(hit.first - 1, max(sentence.start, hit.first - LONGEST_GAP) - 1, -1):
            mention = self.sources.actor_at.get(i)
            if mention is not None and mention.counts:
                return SourcePhrase(mention.first, mention.end)
        return None
