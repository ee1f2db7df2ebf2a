"""Who speaks: the noun phrase between cue and content or before the cue, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.lexicon.actors import Title
from riwaya.lexicon.cues import CueLexicon
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.model import Span, Time
from riwaya.reading.draft import ActorMention, Findings
from riwaya.reading.speech.cues import CueHit
from riwaya.text.document import Document
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import Token

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
#: Words of a person's name behind a comma.
MOST_OF_NAME = 4
#: Words of when or where something was said between a subject and its verb.
SHORT_FIELD = 6
#: Words of the longest name of a medium in quotation marks.
LONGEST_MEDIUM = 3
#: A quotation of more tokens is no part of a speaker's name.
LONGEST_QUOTED_NAME = 7
#: Letters of a noun with its article behind و; a shorter word is a name (والش).
SHORTEST_DEFINITE = 5

_COMMAS = frozenset("،,")
_STOPS = frozenset(".!?؟…:؛;")
_PARTS = _COMMAS | _STOPS
_DASHES = frozenset("-–—")
_UNNAMED = frozenset(("عدم", "الكشف", "كشف", "ذكر", "نشر"))
_SIDES = ("جهته", "جهتها", "جهتهم", "جانبه", "جانبها", "جانبهم", "ناحيته", "ناحيتها")
_THE_SOURCE = frozenset(("المصدر", "المصادر", "المتحدث", "المسؤول", "الناطق"))
#: What goes before one of the names of God in a person's name (عبد الستار).
_SERVANT = "عبد"
_BRACES = frozenset("{}[]")


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """Tokens `first`..`end` that name the speaker (empty when elided) and the fields around them."""

    first: int
    end: int
    addressee: Span | None = None
    venue: Span | None = None
    said_at: Time | None = None

    @property
    def elided(self) -> bool:
        """Whether nobody is named."""
        return self.end <= self.first


class Sources:
    """Finds source phrases in one document."""

    def __init__(
        self,
        document: Document,
        findings: Findings,
        particles: Particles,
        cues: CueLexicon,
        titles: PhraseIndex[Title],
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.particles = particles
        self.cues = cues
        self.titles = titles
        self.actor_at = {m.first: m for m in reversed(findings.actors)}
        self.time_at = {m.first: m for m in findings.times}
        self.quotations = frozenset(q.open for q in document.quotes if q.close - q.open > LONGEST_QUOTED_NAME)
        self.place_at = {m.first: m for m in findings.places}
        ends = [m.end for m in findings.actors if m.counts] + [m.end for m in findings.places]
        self.last_tokens = frozenset(end - 1 for end in ends)
        # Where the preposition is written على, علي is the name.
        self.careful = any(t.text == "على" for t in self.tokens)

    def behind(self, hit: CueHit, gap_end: int) -> SourcePhrase:
        """The speaker named between the cue and token `gap_end` (وقال فلان في بيان إن …)."""
        cited = hit.cue.form.endswith(" ل")  # "وفقا لوكالة رويترز": ل is the cue's own
        i = hit.end + (cited and hit.end < gap_end and self.tokens[hit.end].folded == "ل")
        i = self._behind_adverbs(i, gap_end, addressed=not cited)
        phrase, end = SourcePhrase(i, i), None
        for k in range(hit.end, i):
            phrase = self._field(phrase, k, i)
        if i < gap_end and self.tokens[i].text in _COMMAS:
            i = self._behind_time(i + 1, gap_end)
            phrase = replace(phrase, first=i, end=i)
            end = i if self._boundary(i, i, gap_end, hit) else None
        while i < gap_end:
            if end is None and self._boundary(phrase.first, i, gap_end, hit):
                end = i
            phrase = phrase if cited and i == phrase.first else self._field(phrase, i, gap_end)
            i = self._next(i)
        end = min(gap_end if end is None else end, phrase.first + LONGEST)
        relative = next(
            (j for j in range(phrase.first + 1, end) if self.tokens[j].folded in self.particles.relative), end
        )
        if end - relative > LONGEST_RELATIVE or end == relative + 1:
            end = relative  # "بحسب الصحيفة التي رأت أن …": the clause is a cue of its own
        return replace(phrase, end=self._trim(phrase.first, end))

    def _behind_adverbs(self, i: int, gap_end: int, *, addressed: bool) -> int:
        """Pass over what may part a verb from its subject: له, قائلا, بشكل واضح, أمس, لوكالة رويترز."""
        start = i
        while i < gap_end:
            token = self.tokens[i]
            if token.folded in self.particles.between:
                i += 2 if token.folded in self.particles.manner else 1
            elif i in self.time_at:
                i = self.time_at[i].end
            elif token.kind == "newline" or (i == start and self._joined_cue(i)):
                i += 1
            elif addressed and i in self.actor_at and self.actor_at[i].kind == "media" and self._told(i):
                i = self.actor_at[i].end
            elif addressed and token.folded == "ل" and (told := self._quoted_medium_end(i + 1)):
                i = told
            else:
                break
        return min(i, gap_end)

    def _behind_time(self, i: int, gap_end: int) -> int:
        """The token behind a day that stands between the verb's comma and its subject (أكد، اليوم، …)."""
        end = self.time_at[i].end if i in self.time_at else i
        if end < gap_end and end > i and self.tokens[end].text in _COMMAS:
            end += 1
        return end if end < gap_end else i

    def _quoted_medium_end(self, i: int) -> int | None:
        """The token behind a short name in quotation marks that opens at `i` (لـ«عكاظ»)."""
        quote = next((q for q in self.document.quotes if q.open == i), None)
        short = quote is not None and quote.close - quote.open <= LONGEST_MEDIUM + 1
        return quote.close + 1 if quote is not None and short else None

    def _joined_cue(self, i: int) -> bool:
        """Whether a second verb of saying is joined to the cue (تدين وتستنكر)."""
        readings = self.cues.verb(self.tokens[i].folded)
        return any(
            h.prefix == "و" and h.form.tense in ("past", "present") and not h.pronoun for h in readings
        )

    def _told(self, i: int) -> bool:
        """Whether the word at `i` carries the ل of the one spoken to (لوكالة رويترز)."""
        token, mention = self.tokens[i], self.actor_at[i]
        return token.folded.startswith("ل") and mention.span.start > token.start

    def _next(self, i: int) -> int:
        """The token to look at after `i`: times and addressees are passed over whole."""
        return self.time_at[i].end if i in self.time_at else i + 1

    def _boundary(self, first: int, i: int, gap_end: int, hit: CueHit) -> bool:
        """Whether the noun phrase that begins at `first` ends before token `i`."""
        token = self.tokens[i]
        abbreviates = token.text == "." and i > first and len(self.tokens[i - 1].folded) == 1
        stops = token.text in _STOPS and not abbreviates and not self._in_short_name(i)
        if stops or i in self.time_at or self._dash(i) or i in self.quotations:
            return True
        how = token.folded.startswith("و") and token.folded[1:] in self.particles.adverb
        pointed = token.folded in self.particles.demonstrative or token.folded in self.particles.between
        if i > first and (how or pointed) and self.tokens[i - 1].folded != _SERVANT:
            return True  # "وأدان النادي ذلك الحادث", "دان المجلس بشدة": the object begins
        if i > first and (self._stays_unnamed(i) or self._turns(i)):
            return True
        if token.folded == "من" and i == first + 1 and self.tokens[first].folded in _THE_SOURCE:
            return True  # "وأضاف المصدر من بغداد": where he speaks
        if token.text in _COMMAS:
            if hit.cue.kind == "preposition":
                return not self._holder(hit, first, i, gap_end)
            return not self._apposition(i + 1, gap_end)
        if token.folded == "في" and i > first and i + 1 < gap_end:
            return self._venue_or_time(i + 1)
        # "وتؤكد للعدو أن": whom the verb speaks to, not its subject.
        spoken_to = i == first and hit.cue.kind == "verb" and token.folded.startswith("لل")
        if spoken_to or self._addressee(first, i, hit) or self._ends_source(first, i):
            return True
        return i == first and self._names_nobody(i)

    def _in_short_name(self, i: int) -> bool:
        """Whether token `i` stands in a short name in quotation marks (شبكة «إيه.بي.سي»)."""
        quote = self.document.quote_at(i)
        return quote is not None and quote.balanced and quote.close - quote.open <= LONGEST_QUOTED_NAME

    def _stays_unnamed(self, i: int) -> bool:
        """Whether at token `i` the speaker asks or refuses that his name be told (مصدر طلب عدم كشف اسمه)."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return following in _UNNAMED and bool(self.cues.verb(self.tokens[i].folded))

    def _turns(self, i: int) -> bool:
        """Whether من جهته or من جانبه stands behind a speaker at token `i`."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return self.tokens[i].folded == "من" and following.startswith(_SIDES)

    def _dash(self, i: int) -> bool:
        """Whether a dash with space on either side stands at token `i`: it parts, a hyphen joins."""
        if self.tokens[i].text not in _DASHES or i + 1 >= len(self.tokens):
            return False
        return self.tokens[i - 1].end < self.tokens[i].start or self.tokens[i].end < self.tokens[i + 1].start

    def _names_nobody(self, i: int) -> bool:
        """Whether no speaker's name begins with token `i`: a turn, a verb's companion, an abstract noun."""
        word = self.tokens[i].folded
        if word == "من":
            return True  # "وطالب من الجميع": whom he asks
        if i not in self.actor_at and self.is_object_form(i):
            return True
        roles = (self.particles.turn, self.particles.verbal, self.particles.content_noun)
        return i not in self.actor_at and any(word in role for role in roles)

    def is_object_form(self, i: int) -> bool:
        """Whether the word at token `i` is plainly no subject: مهاجماً, المواطنين."""
        token = self.tokens[i]
        if token.text.endswith(("اً", "ًا")) and token.folded.startswith("م"):
            return True
        return token.folded.startswith("ال") and token.folded.endswith("يين")

    def _ends_source(self, first: int, i: int) -> bool:
        """Whether a preposition or adverb ends the noun phrase here; علي at its start is a name."""
        token = self.tokens[i]
        if token.folded == "علي" and token.text.endswith("ي") and (i == first or self.careful):
            return False
        if token.text.lstrip("و").startswith("إ") and i == first and token.folded == "امام":
            return False  # إمام, not أمام
        if i > first and self._belongs_to_office(first, i):
            return False
        return token.folded in self.particles.source_end

    def _belongs_to_office(self, first: int, i: int) -> bool:
        """Whether the preposition at token `i` goes with the word before it or with an envoy's office."""
        word, before = self.tokens[i].folded, self.tokens[i - 1].folded
        if word == "عن" and before in self.particles.issuing:
            return True
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        if word == "علي" and self.particles.governs(before, self.tokens[i - 2].folded if i > 1 else ""):
            return following not in self.particles.complementiser
        posted = word == "لدي" or (word == "الي" and i + 1 in self.actor_at)
        words = (split.rest for t in self.tokens[first:i] for split in t.splits)
        return posted and any(w.removeprefix("ال") in self.particles.envoy for w in words)

    def office_end(self, i: int) -> int:
        """The token behind the office at token `i` (مدير عام); `i` where there is none."""
        end = i
        while end < len(self.tokens) and (found := self.titles.match(self.tokens, end)):
            end = found[0].end
        if end > i and end < len(self.tokens) and self.tokens[end].folded == "عام":
            end += 1
        return end

    def ends_phrase(self, i: int, first: int) -> bool:
        """Whether a preposition ends the noun phrase at token `i`; في goes on with an office or a place."""
        if self.tokens[i].folded == "في" and i + 1 < len(self.tokens):
            return self._venue_or_time(i + 1)
        return self._ends_source(first, i)

    def _venue_or_time(self, i: int) -> bool:
        """Whether what follows في is an occasion (بيان, آخر لقاء, يوم) rather than the speaker's post."""
        if self.tokens[i].folded in ("اخر", "اول", "احدث", "ختام") and i + 1 < len(self.tokens):
            i += 1
        word = self.tokens[i].folded
        return word in self.particles.venue or i in self.time_at or word in ("وقت", "وقت سابق", "تصريحات")

    def _apposition(self, i: int, gap_end: int) -> bool:
        """Whether the words after a comma still name the speaker (a name, an office)."""
        if i >= gap_end or i in self.time_at:
            return False
        token = self.tokens[i]
        if token.kind != "word" or token.folded in self.particles.source_end:
            return False
        if token.folded in self.particles.called:
            return True
        if token.folded in self.particles.verbal:
            return False
        if token.folded in ("وهو", "وهي", "وذلك") or self._reports(i) or "\u064b" in token.text:
            return False
        closing = next((j for j in range(i, gap_end) if self.tokens[j].text in _COMMAS), None)
        return closing is not None or gap_end - i <= 8

    def _holder(self, hit: CueHit, first: int, comma: int, gap_end: int) -> bool:
        """Whether the name of who holds an office stands behind a comma (وفق المدير العام، سالم الورد)."""
        if self.office_end(first) == first and self.office_end(first + 1) == first + 1:
            return False
        end = comma + 1
        while end < gap_end and self.tokens[end].kind == "word" and not self._ends_source(comma + 1, end):
            if self._told_from(end):
                break
            end += 1
        name = self.tokens[comma + 1 : end]
        closed = end == len(self.tokens) or self.tokens[end].kind != "word" or self._told_from(end)
        opens = hit.first == 0 or self.tokens[hit.first - 1].kind == "newline"
        if opens or self.tokens[hit.first - 1].text in _STOPS:  # "وبحسب المحلل، ارتفعت الأسعار."
            following = self.tokens[end + 1].folded if end + 1 < len(self.tokens) else ""
            closed = closed and self.tokens[end].text in _COMMAS and following in self.particles.resuming
        return 2 <= len(name) <= MOST_OF_NAME and closed and all(self._of_name(t) for t in name)

    def _told_from(self, i: int) -> bool:
        """Whether the medium that was told begins at token `i` (لوكالة رويترز, لـ)."""
        splits = self.tokens[i].splits
        return self.tokens[i].folded == "ل" or any(
            s.prefix == "ل" and s.rest in self.particles.medium for s in splits
        )

    def _of_name(self, token: Token) -> bool:
        """Whether a word may be part of a person's name: no verb, no pronoun, no conjunction."""
        plain = not token.folded.startswith(("و", "لل", "بال")) and token.folded not in self.particles.source_end
        finite = any(not h.cue.homograph for h in self.cues.verb(token.folded))
        return plain and not finite and token.index not in self.time_at and "\u064b" not in token.text

    def _reports(self, i: int) -> bool:
        """Whether token `i` is a cue of its own (، مشيرة إلى)."""
        readings = self.cues.verb(self.tokens[i].folded)
        return any(not h.cue.homograph and not h.pronoun for h in readings)

    def _addressee(self, first: int, i: int, hit: CueHit) -> bool:
        """Whether token `i` begins the one spoken to (لوكالة رويترز, لـ«الحياة»)."""
        token = self.tokens[i]
        if hit.cue.addressee == "من":
            return token.folded == "من"
        if hit.cue.form.endswith(" ل") and i == first:
            return False
        if token.folded == "ل":
            return not self._party_behind(i)
        if self._of_union(i):
            return False
        for split in token.splits[1:]:
            if split.prefix == "ل" and (split.rest in self.particles.medium or self._names_actor(i)):
                return True
        return False

    def _of_union(self, i: int) -> bool:
        """Whether لل goes on the name of a body of many (النقابة الوطنية للصحفيين, الهيئة العامة للإذاعة)."""
        if not self.tokens[i].folded.startswith("لل"):
            return False
        first = i - 1
        while first > 0 and self.tokens[first].folded.startswith("ال") and i - first < SHORT_JOINED:
            if self.tokens[first].folded.removeprefix("ال") in self.particles.body:
                return True
            first -= 1
        return self.tokens[first].folded in self.particles.body and first == i - 1

    def _party_behind(self, i: int) -> bool:
        """Whether لـ makes a body a party's own (المركز الإعلامي لـ«قسد») rather than addresses a medium."""
        mention = next((self.actor_at[j] for j in (i + 1, i + 2) if j in self.actor_at), None)
        return mention is not None and mention.kind not in ("media", "state")

    def _names_actor(self, i: int) -> bool:
        mention = self.actor_at.get(i)
        return mention is not None and mention.kind == "media"

    def _field(self, phrase: SourcePhrase, i: int, gap_end: int) -> SourcePhrase:
        """`phrase` with the venue, addressee or date that begins at token `i`, if one does."""
        token = self.tokens[i]
        if phrase.said_at is None and i in self.time_at and self.time_at[i].time.type in ("DATE", "TIME"):
            return replace(phrase, said_at=self.time_at[i].time)
        if phrase.venue is None and i != phrase.first and token.folded in self.particles.venue:
            return replace(phrase, venue=self._until_boundary(i, gap_end))
        addressed = token.folded == "ل" or any(
            s.prefix == "ل" and (s.rest in self.particles.medium or self._names_actor(i))
            for s in token.splits[1:]
        )
        if phrase.addressee is None and addressed and not self._of_union(i):
            start = i + 1 if token.folded == "ل" else i
            span = self._until_boundary(start, gap_end)
            if start == i and span is not None:
                span = Span(token.start_of(next(s for s in token.splits if s.prefix == "ل")), span.end)
            return replace(phrase, addressee=span)
        return phrase

    def _until_boundary(self, i: int, gap_end: int) -> Span | None:
        end = i
        while end < gap_end and end - i < 8:
            token = self.tokens[end]
            if end > i and (
                token.text in _PARTS or end in self.time_at or token.folded in self.particles.source_end
            ):
                break
            end += 1
        return self.document.span(i, end - 1) if end > i else None

    def before(self, hit: CueHit, sentence: Sentence) -> SourcePhrase:
        """The subject that stands before its verb (وكان الوزير أكد …, الجيش يعلن …)."""
        none = SourcePhrase(hit.first, hit.first)
        topic = self._as_for(hit, sentence)
        if topic is not None:
            return topic
        if hit.prefix in ("و", "ف"):
            return none
        past = self._of_past(hit, sentence)
        if past is not None:
            return past
        start = self._behind_contrast(sentence)
        if self._apposed(hit, start):
            return SourcePhrase(start, self._trim(start, hit.first))
        inside = self.document.quote_at(hit.first)
        floor = max(sentence.start, inside.open + 1 if inside is not None else 0)
        verb = self._before_auxiliary(hit.first, floor)
        start = self._reach_back(verb, floor)
        while start < verb and self.tokens[start].kind == "sign" and self.tokens[start].text in "*•-–—|":
            start += 1
        if verb - start > LONGEST_SUBJECT or start == verb or self.tokens[verb - 1].folded == "حتي":
            return none
        joined = self._joined(start, verb)
        if joined is not None:
            return joined
        if not self._may_begin(start, verb, sentence):
            return none
        return self._subject(start, verb) or none

    def _of_past(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """The subject between وكان and قد, whoever it is: nothing else may stand there."""
        floor = max(sentence.start, hit.first - LONGEST_SUBJECT - SHORT_FIELD)
        if hit.first <= floor or self.tokens[hit.first - 1].folded != "قد":
            return None
        was = next((i for i in range(hit.first - 2, floor - 1, -1) if self._is_was(i)), None)
        if was is None or self._adverbial(was + 1) or not self._opens_name(was + 1):
            return None
        end = next((i for i in range(was + 2, hit.first - 1) if self._ends_subject(was + 1, i)), hit.first - 1)
        return SourcePhrase(was + 1, self._trim(was + 1, end)) if end > was + 1 else None

    def _is_was(self, i: int) -> bool:
        return self.tokens[i].folded in self.particles.was

    def _opens_name(self, i: int) -> bool:
        """Whether a subject may begin at token `i`: a word, or a name in quotation marks."""
        return self.tokens[i].kind == "word" or self.tokens[i].text in "«“\""

    def _ends_subject(self, first: int, i: int) -> bool:
        """Whether when or where something was said follows the subject at token `i`."""
        besides = self.tokens[i].folded in self.particles.besides
        return besides or i in self.time_at or self.ends_phrase(i, first)

    def _reach_back(self, verb: int, floor: int) -> int:
        """The token behind the last sign or function word before a verb, at most a subject away."""
        start = verb
        while start > floor and verb - start <= LONGEST_SUBJECT:
            token = self.tokens[start - 1]
            if token.text in _PARTS or token.kind == "newline":
                break
            word = token.folded
            if word in self.particles.verbal or word in self.particles.contrast or self._complementiser(token):
                break
            start -= 1
        return start

    def _may_begin(self, start: int, verb: int, sentence: Sentence) -> bool:
        """Whether a subject may begin at token `start`: not in a relative clause, not with an adverb."""
        if start > sentence.start and self.tokens[start - 1].folded in self.particles.relative:
            return False
        token = self.tokens[start]
        if token.kind != "word" and token.text not in '"“”«„':
            return False
        nobody = token.folded.removeprefix("ف") in self.particles.verbal | self.particles.between
        return not nobody and not self._adverbial(start) and self._nominal(start, verb)

    def _subject(self, start: int, verb: int) -> SourcePhrase | None:
        """The noun phrase before the verb, or the indefinite noun behind its last preposition."""
        behind_preposition = None
        for i in range(start + 1, verb):
            if i in self.time_at:
                return None
            folded = self.tokens[i].folded
            if folded in self.particles.source_end and folded != "في":
                behind_preposition = i + 1
        if behind_preposition is not None:
            return self._indefinite(behind_preposition, verb)
        if self._finite(start):
            return self.shown(start, verb)
        end = next((i for i in range(start + 1, verb) if self._turns(i)), verb)
        return SourcePhrase(start, self._trim(start, end))

    def _finite(self, i: int) -> bool:
        """Whether the words before the verb begin with another verb (نشرت الوزارة خريطة تظهر …)."""
        readings = self.cues.verb(self.tokens[i].folded)
        return any(h.form.tense == "past" and not h.pronoun for h in readings) and i not in self.actor_at

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
        return SourcePhrase(first, verb)

    def _indefinite(self, start: int, verb: int) -> SourcePhrase:
        """An indefinite noun whose relative clause the verb begins (… على تقارير صحفية أفادت بأن)."""
        short = 0 < verb - start <= LONGEST_RELATIVE
        bare = short and not self.tokens[start].folded.startswith("ال") and self.tokens[start].kind == "word"
        return SourcePhrase(start, verb) if bare else SourcePhrase(verb, verb)

    def _before_auxiliary(self, verb: int, floor: int) -> int:
        """The token behind the subject of وكانت الهيئة، قد أعلنت: before قد and a comma."""
        if verb > floor and self.tokens[verb - 1].folded == "قد":
            verb -= 1
            if verb > floor and self.tokens[verb - 1].text in _COMMAS:
                verb -= 1
        elif verb - 1 > floor and self.tokens[verb - 1].folded in ("كان", "كانت"):
            return verb - 1 - (self.tokens[verb - 2].text in _COMMAS)  # "النائب سالم الورد، كان صرح"
        elif verb - 1 > floor and self.tokens[verb - 1].text in _COMMAS and self._opens_with_was(verb - 1):
            return verb - 1  # وكان الجيش، أعلن
        return self._before_relative(verb, floor)

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
        if verb - 1 <= floor or self.tokens[verb - 1].text not in _COMMAS:
            return verb
        for i in range(verb - 2, max(floor, verb - LONGEST), -1):
            opens = self.tokens[i].folded in self.particles.relative | {"وهو", "وهي"}
            if opens and self.tokens[i - 1].text in _COMMAS:
                return i - 1
            if self.tokens[i].text in _STOPS:
                break
        return verb

    def _complementiser(self, token: Token) -> bool:
        words, folded = self.particles.complementiser, token.folded
        joined = folded.startswith("و") or token.text.startswith(("فإ", "فأ"))  # فان is a name's part
        return folded in words or (joined and folded[1:] in words)

    def _joined(self, start: int, verb: int) -> SourcePhrase | None:
        """The subject of a second clause of a headline (موسكو تستبعد كذا وأنقرة تحذر)."""
        word = self.tokens[verb - 1].folded
        if word.startswith("و") and word[1:] in self.particles.latter and verb - 1 > start:
            return SourcePhrase(verb - 1, verb)
        for i in range(verb - 1, max(start, verb - SHORT_JOINED) - 1, -1):
            if self.tokens[i].folded.startswith("وال") and self._acts_before(start, i):
                return SourcePhrase(i, verb)
        inside = (self.actor_at.get(i) for i in range(verb - 1, start, -1))
        mention = next((m for m in inside if m is not None and m.end == verb), None)
        if mention is None or not self.tokens[mention.first].folded.startswith("و"):
            return None
        finite = any(self._verb_like(i) for i in range(start, mention.first))
        return SourcePhrase(mention.first, mention.end) if finite else None

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
        named = any(i in self.actor_at for i in range(start, end)) or bool(self.titles.match(self.tokens, start))
        return end - start <= 4 or named or self._opens_line(start, end)

    def _opens_line(self, start: int, end: int) -> bool:
        """Whether a definite noun and a name open a sentence before their verb (المؤرخ سالم الورد تحدث)."""
        before = self.tokens[start - 1] if start else None
        opens = before is None or before.kind == "newline" or before.text in _STOPS
        opens = opens and self.tokens[start].folded.startswith("ال")
        was = before is not None and before.folded in self.particles.was
        if not (opens or was) or end - start > LONGEST_NAME:
            return False
        return all(t.kind == "word" and t.folded not in self.particles.source_end for t in self.tokens[start:end])

    def _as_for(self, hit: CueHit, sentence: Sentence) -> SourcePhrase | None:
        """The subject of أما فلان فقال …, أما الصحيفة فقد ذكرت …."""
        first, end = sentence.start, hit.first
        resumed = hit.prefix == "ف" or (end > first and self.tokens[end - 1].folded == "فقد")
        if not resumed or self.tokens[first].folded.removeprefix("و") != "اما":
            return None
        end -= hit.prefix != "ف"
        short = 0 < end - first - 1 <= LONGEST_SUBJECT
        return SourcePhrase(first + 1, self._trim(first + 1, end)) if short else None

    def _behind_contrast(self, sentence: Sentence) -> int:
        """The token behind لكن or إلا أن at the start of a sentence, else its first."""
        first = sentence.start
        if self.tokens[first].folded not in self.particles.contrast or first + 1 >= sentence.end:
            return first
        return first + 1 + (self.tokens[first + 1].folded == "ان")

    def _apposed(self, hit: CueHit, first: int) -> bool:
        """Whether the words from `first` to a comma before the verb are its subject (المدير، علي، قال)."""
        if not 2 <= hit.first - first <= LONGEST_SUBJECT + 4 or hit.cue.homograph:
            return False
        if self.tokens[hit.first - 1].text not in _COMMAS or self._adverbial(first) or hit.prefix:
            return False
        return not any(
            i in self.time_at
            or self._reports(i)
            or self.tokens[i].folded in self.particles.verbal
            or self.tokens[i].folded in self.particles.turn
            or self.tokens[i].folded in self.particles.complementiser
            for i in range(first, hit.first)
        )

    def _adverbial(self, i: int) -> bool:
        """Whether a preposition or a turn (من جهته, وعلى ذات السياق) stands at token `i`."""
        adverbs = self.particles.source_end | self.particles.turn | self.particles.breaks | {"من"}
        return any(split.rest in adverbs for split in self.tokens[i].splits if split.prefix in ("", "و", "ف"))

    def _trim(self, first: int, end: int) -> int:
        while end > first and self._hangs(self.tokens[end - 1]):
            end -= 1
        return end

    def _hangs(self, token: Token) -> bool:
        """Whether a speaker's name cannot end with `token`: a sign, قد, a preposition of place."""
        if token.text in _COMMAS | _STOPS | _BRACES or token.folded in ("قد", "فقد", "ايضا"):
            return True
        return token.folded in ("الي", "علي") and not token.text.endswith("ي")

    def span(self, phrase: SourcePhrase, *, shed: bool = False, addressed: bool = False) -> Span | None:
        """The characters of the phrase; with `shed`, without a proclitic و or ل of its first word.

        Where the speaker is `addressed` (لم يتسن لرويترز), ل is always a proclitic.
        """
        if phrase.elided:
            return None
        span = self.document.span(phrase.first, phrase.end - 1)
        if not shed:
            return span
        token = self.tokens[phrase.first]
        mention: ActorMention | None = self.actor_at.get(phrase.first)
        if mention is not None and span.start <= mention.span.start < token.end:
            return Span(mention.span.start, span.end)
        for split in token.splits[1:]:
            article = split.rest.startswith("ال") and len(split.rest) >= SHORTEST_DEFINITE
            sheds = (article and token.folded not in self.particles.whole) or (
                addressed and split.prefix == "ل"
            )
            if split.prefix in ("و", "ل") and sheds:
                return Span(token.start_of(split), span.end)
        return span
