"""The grammar of the noun phrases that name a speaker: where they end, what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from riwaya.lexicon.actors import Title
from riwaya.lexicon.cues import CueLexicon
from riwaya.lexicon.inflect import without_pronoun
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.speech_words import speech_beginnings, speech_words
from riwaya.model import Span, Time
from riwaya.reading.draft import TELLERS, Findings, is_body
from riwaya.reading.speech.cues import CueHit
from riwaya.text.document import Document
from riwaya.text.signs import COMMAS, FINAL, STOPS
from riwaya.text.tokens import Token

#: A quotation of more tokens is no part of a speaker's name.
LONGEST_QUOTED_NAME = 7
#: Gender and number of the verb of which a relative pronoun is the subject, folded.
RELATIVES = {
    "الذي": ("masculine", "singular"),
    "التي": ("feminine", "singular"),
    "الذين": ("masculine", "plural"),
}
#: The pronouns on a verb that take up the noun before a relative pronoun.
TAKES_UP = {"الذي": ("ه",), "التي": ("ها", "هم"), "الذين": ("هم",)}

#: What may stand between a subject or a relative pronoun and its verb, folded.
BEFORE_VERB = frozenset(
    ("قد", "كان", "كانت", "كانوا", "لايزال", "لاتزال", "مازال", "مازالت", "يزال", "تزال", "بات", "باتت")
)
#: He is and she is, as they begin what somebody is, with the gender, folded.
HE_IS = {"وهو": "masculine", "وهي": "feminine"}
#: Verbs that only tell when or where something was said (جاءت تصريحات الوزير خلال …), folded.
CAME = speech_words("came")
#: Before the occasion on which somebody spoke (في آخر لقاء), folded.
_LATEST = speech_words("latest")
SIDES = speech_beginnings("his side")
_MARKS = frozenset('"“«„')
_BRACES = frozenset("{}[]")
#: Marks that open and close.
_PAIRS = (("«", "»"), ("(", ")"), ("“", "”"), ('"', '"'))
_ALI = "علي"
#: Son and father of, before a name, folded.
_BEFORE_ALI = speech_words("before Ali")
#: All and each, before من, folded.
_EACH, _OF = speech_words("all of"), "من"
#: A copy that a medium got, folded; tokens between the verb for it and that copy, at most: two marks, five
#: words of the medium's name and the preposition (حصلت وكالة «…» الإخبارية على نسخة).
COPY, COPY_REACH = speech_words("copy"), 8
#: Prepositions that go with what is behind a name, folded: before أن, a quotation, هذا السياق.
_HANGING = frozenset(("من", "في", "عن", "مع", "ب", "ل", "حول"))


def takes_up(hit: CueHit, before: str) -> bool:
    """Whether a verb's pronoun takes up the noun before the relative `before` (التي اتهمتها باريس)."""
    return hit.pronoun in TAKES_UP.get(before, ())


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


def closed(text: str, span: Span) -> Span:
    """A name's characters with the mark beside it that closes or opens one in it, or without its own."""
    start, end = span.start, span.end
    for opens, closes in _PAIRS:
        name = text[start:end]
        over = name.count(opens) - name.count(closes)
        if opens == closes:
            over = name.count(opens) % 2
        if over > 0 and name.endswith(opens):
            end -= 1
        elif over > 0 and text[end : end + 1] == closes:
            end += 1
        elif over < 0 and text[start - 1 : start] == opens:
            start -= 1
        elif over < 0 and name.endswith(closes):
            end -= 1
    return Span(start, start + len(text[start:end].rstrip()))


def clause_takes_up(tokens: Sequence[Token], pronouns: str | tuple[str, ...]) -> bool:
    """Whether one of the pronouns, which takes up a noun before its relative clause, ends a word first."""
    clause = takewhile(lambda t: t.kind == "word", tokens)
    words = (t for t in clause if not t.text.endswith("ة") and not t.folded.startswith("ال"))
    return any(t.folded.endswith(pronouns) for t in words)


def called_ali(tokens: Sequence[Token]) -> frozenset[int]:
    """Where علي is the name, not the preposition: beside بن or أبو, or where a text tells ى and ي apart."""
    apart = any(t.text.endswith("ى") for t in tokens)
    return frozenset(
        t.index
        for t, following in pairwise(tokens)
        if t.folded == _ALI
        and (following.folded == "بن" or (apart and t.text.endswith("ي")) or _is_son(tokens, t.index))
    )


def each_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether each or all of some begin at token `i` (وصف الوزير كلا من …, يحذر كل من يغلق الجسر)."""
    word = tokens[i].folded.removeprefix("ل").removesuffix("ا")
    return word in _EACH and i + 1 < len(tokens) and tokens[i + 1].folded == _OF


def _is_son(tokens: Sequence[Token], i: int) -> bool:
    """Whether بن or أبو stands before token `i` (محمد بن علي الورد, أبو علي الورد)."""
    return i > 0 and tokens[i - 1].folded in _BEFORE_ALI


#: In his turn, in one word, folded.
IN_TURN = frozenset(("بدوره", "بدورها", "بدورهم", "بدورهما"))
#: Superlatives with article (الأكثر, الأقوى), folded; not الأزمة, الأسير.
_ELATIVE = re.compile(r"الا\w(?!ي)\w[^ه]")


#: The woman's name, as it is written where ى and ي are told apart.
_MONA = "منى"


class SourceWords:
    """What is known of the words of speakers' names in one document."""

    def __init__(
        self,
        document: Document,
        findings: Findings,
        particles: Particles,
        cues: CueLexicon,
        titles: PhraseIndex[Title],
        given: frozenset[str],
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.particles = particles
        self.cues = cues
        self.titles = titles
        self.given = given
        self.actor_at = {m.first: m for m in reversed(findings.actors)}
        #: Tokens inside the name of a body, with the first token of it (هيئة … والنهي عن المنكر).
        self.within = {i: m.first for m in findings.actors if is_body(m) for i in range(m.first + 1, m.end)}
        self.time_at = {m.first: m for m in findings.times}
        self.time_ends = frozenset(m.end - 1 for m in findings.times)
        self.quotations = frozenset(q.open for q in document.quotes if q.close - q.open > LONGEST_QUOTED_NAME)
        self._name_ends = frozenset(
            q.close for q in document.quotes if q.close - q.open <= LONGEST_QUOTED_NAME
        )
        self.place_at = {m.first: m for m in findings.places}
        self.place_ends = frozenset(m.end - 1 for m in findings.places)
        ends = [m.end for m in findings.actors if m.counts] + [m.end for m in findings.places]
        self.last_tokens = frozenset(end - 1 for end in ends)
        self.called_ali = called_ali(self.tokens)
        parties = [m for m in findings.actors if m.counts and m.kind not in TELLERS]
        starts = {m.first for m in parties if m.span.start == self.tokens[m.first].start}
        #: Tokens before two parties side by side, and those between two parties.
        self.calling = frozenset(
            verb
            for m in parties
            for verb, other in ((m.first - 1, m.end), (m.end, m.end + 1))
            if other in starts or (other == m.end and self._tells(other))
        )
        #: The last tokens of days with which a line or a sentence begins.
        self.dated = frozenset(
            m.end - 1
            for m in findings.times
            if m.time.type == "DATE" and (m.first == 0 or self.tokens[m.first - 1].text in {*FINAL, "\n"})
        )
        #: Whether the preposition is written على, with no doubt.
        self.careful = any(t.text == "على" for t in self.tokens)
        self._writes_ya = any(t.text.endswith("ي") for t in self.tokens)

    def is_body(self, i: int) -> bool:
        """Whether the noun of a body stands at token `i`, with و or without (نقابة, واتحاد)."""
        return any(s.rest in self.particles.body for s in self.tokens[i].splits)

    def in_short_name(self, i: int) -> bool:
        """Whether token `i` stands in a short name in quotation marks (شبكة «إيه.بي.سي»)."""
        quote = self.document.quote_at(i)
        return quote is not None and quote.balanced and quote.close - quote.open <= LONGEST_QUOTED_NAME

    def _tells(self, i: int) -> bool:
        """Whether what a party considers something begins at token `i`, behind the party's name.

        A deed (تعتبر القوات الوصول إلى …), or what a noun without article tells of (تعتبر واشنطن الحزب
        منظمة …); where a definite noun and its adjective follow, the party itself is considered so.
        """
        words = [t.folded for t in self.tokens[i : i + 2]]
        if len(words) < 2 or not words[0].startswith("ال") or _ELATIVE.fullmatch(words[0]):
            return False
        plain = self.tokens[i + 1].kind == "word" and not words[1].startswith("ال")
        ends = words[1] in self.particles.source_end or words[1] in self.particles.preposition
        return words[0][2:] in self.particles.content_noun or (plain and not ends)

    def _turns(self, i: int) -> bool:
        """Whether من جهته or من جانبه stands behind a speaker at token `i`."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return self.tokens[i].folded == "من" and following.startswith(SIDES)

    def names_somebody(self, i: int) -> bool:
        """Whether an office or a person's given name stands at token `i`."""
        return self.tokens[i].folded in self.given or bool(self.titles.match(self.tokens, i))

    def by_whom(self, i: int, gap_end: int) -> bool:
        """Whether من قبل stands at token `i` and behind it who asks by a passive (طُلب منه من قبل X)."""
        by = [t.folded for t in self.tokens[i : i + 2]] == ["من", "قبل"]
        return by and i + 2 < gap_end and i + 2 in self.actor_at

    def begins_clause(self, i: int) -> bool:
        """Whether a word opens a clause or an aside at token `i`; منى, spelt like مني, is a woman's name."""
        word = self.tokens[i]
        return word.folded in self.particles.no_subject and not self.is_hers(i)

    def is_hers(self, i: int) -> bool:
        """Whether the name منى stands at token `i`; a text without ي at the end of words writes مني so."""
        return self.tokens[i].text.removeprefix("و") == _MONA and self._writes_ya

    def no_name(self, i: int) -> bool:
        """Whether the word at token `i` ends a phrase, so that it is none of a name; علي may be one."""
        return self.tokens[i].folded in self.particles.source_end and i not in self.called_ali

    def _ends_source(self, first: int, i: int) -> bool:
        """Whether a preposition or adverb ends the noun phrase here; علي at its start is a name."""
        token = self.tokens[i]
        if i in self.called_ali or (i == first and token.folded == _ALI and token.text.endswith("ي")):
            return False
        if token.text.lstrip("و").startswith("إ") and i == first and token.folded == "امام":
            return False  # إمام, not أمام
        if i > first and self.belongs_to_office(first, i):
            return False
        how = token.folded.startswith("وب") and token.folded[1:] in self.particles.manner
        return how or token.folded in self.particles.source_end  # "دان الحزب وبأشد العبارات …"

    def belongs_to_office(self, first: int, i: int) -> bool:
        """Whether the preposition at token `i` goes with the word before it or with an envoy's office."""
        word, before = self.tokens[i].folded, self.tokens[i - 1].folded
        if word == "عن" and before in self.particles.issuing:
            return True
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        if word == "علي" and self.particles.governs(before, self.tokens[i - 2].folded if i > 1 else "", word):
            return following not in self.particles.complementiser
        sent = i + 1 in self.actor_at or i + 1 in self.place_at
        posted = word == "لدي" or (word == "الي" and sent)
        words = (split.rest for t in self.tokens[first:i] for split in t.splits)
        return posted and any(w.removeprefix("ال") in self.particles.envoy for w in words)

    def asks_not_to_be_named(self, i: int) -> bool:
        """Whether it is said of a speaker from token `i` on that he would not be named (فضل عدم ذكر اسمه)."""
        if i >= len(self.tokens) or not self.cues.phrases.starts[self.tokens[i].folded]:
            return False
        found = (c for m in self.cues.phrases.match(self.tokens, i) for c in m.values)
        return any(c.kind == "filler" and "that" not in c.takes for c in found)

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
        if self.tokens[i].folded in _LATEST and i + 1 < len(self.tokens):
            i += 1
        word = self.tokens[i].folded
        if word in self.particles.document | self.particles.picture:
            return True  # "وقالت الوكالة في معلومات لا يمكن التحقق منها", "ووثقت الوكالة في مقاطع …"
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        goes_on = following in self.particles.relative | self.particles.same
        if goes_on and word.removeprefix("ال") in self.particles.venue:
            return True  # "وقال الوزير في الحوار الذي أجري معه إن …"
        same_time = word == "الوقت" and following in self.particles.same
        if word in self.particles.venue or i in self.time_at or word == "وقت" or same_time:
            return True
        if self.tokens[i].text.endswith("ة"):
            return False  # "في بريدة"
        nouns = (
            self.particles.venue | self.particles.document | self.particles.ruling | self.particles.evidence
        )
        return any(bare in nouns for bare, _ in without_pronoun(word))  # "في ختام تصريحه", "في قرارها"

    def _reports(self, i: int) -> bool:
        """Whether token `i` is a cue of its own (، مشيرة إلى)."""
        readings = self.cues.verb(self.tokens[i].folded)
        return any(not h.cue.homograph and not h.pronoun for h in readings)

    def _complementiser(self, token: Token) -> bool:
        words, folded = self.particles.complementiser, token.folded
        joined = folded.startswith("و") or token.text.startswith(("فإ", "فأ"))  # فان is a name's part
        return folded in words or (joined and folded[1:] in words)

    def adverbial(self, i: int) -> bool:
        """Whether a preposition or a turn (من جهته, وعلى ذات السياق) stands at token `i`."""
        adverbs = self.particles.source_end | self.particles.turn | self.particles.breaks | {"من"}
        return any(split.rest in adverbs for split in self.tokens[i].splits if split.prefix in ("", "و", "ف"))

    def _trim(self, first: int, end: int) -> int:
        while end > first and (self._hangs(self.tokens[end - 1]) or self._opens(end - 1)):
            end -= 1
        lone = end == first + 1 and self.tokens[first].kind == "sign"  # "يدين \"بأشد …"
        return first if lone else end

    def _opens(self, i: int) -> bool:
        """Whether a quotation opens at token `i`, so that no name ends there."""
        return self.tokens[i].text in _MARKS and any(q.open == i for q in self.document.quotes)

    def _hangs(self, token: Token) -> bool:
        """Whether a speaker's name cannot end with `token`: a sign, قد, a preposition of place."""
        if token.text in COMMAS | STOPS | _BRACES | {"("} or token.folded in ("قد", "فقد", "ايضا"):
            return True
        hangs = token.folded in ("الي", "علي") and not token.text.endswith("ي")
        return hangs or token.folded in _HANGING
