"""Where the words that are attributed begin and end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from riwaya.lexicon.inflect import THEIRS, Form, without_pronoun
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import Findings, is_body
from riwaya.reading.speech.asides import aside_behind_subject
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.source_words import COPY, COPY_REACH, IN_TURN, SIDES, called_ali, each_of
from riwaya.reading.speech.speech_lexicon import SpeechLexicon
from riwaya.text.document import Document
from riwaya.text.quotes import Quote
from riwaya.text.sentences import LETTERS, Sentence, abbreviates
from riwaya.text.signs import COMMAS, FINAL

#: Words between a cue and its content: the longest speakers of the corpus (name, two offices,
#: venue, addressee, date, what question they answer) stay below this.
REACH = 60
#: Kinds of actors to which envoys are sent.
_LANDS = frozenset(("state", "government"))
#: Tokens of a name that begins like a preposition, and of what is asked behind it.
_NAME_AND_DEED = 3
#: A quotation of at most this many words between cue and content is a name (لـ«الشرق الأوسط»).
NAME_WORDS = 4
#: A quotation of at most this many tokens may be the beginning of a clause.
SHORT_QUOTE = 9
#: How far before a verb of saying the words may begin that name what it is about.
TOPIC_REACH = 12

#: What is said below (ما يلي, على النحو التالي, الآتي), folded.
BELOW = speech_words("below")
#: The pointer that means all that was told before (أوضح ذلك المتحدث), folded.
ALONE = "ذلك"
_TO_BELOW = speech_words("to below")
#: What goes before عن and whom a medium cites (أفادت رويترز نقلا عن شهود بأن …).
CITING = "نقلا"
#: Before the title of what somebody writes, folded (في مقال بعنوان «…»).
_TITLED = speech_words("titled")
#: In whose name a spokesman speaks who was named before, folded.
_IN_HIS_NAME = frozenset(("باسمه", "باسمها", "باسمهم"))
#: A preposition and ما or من in one word, folded (تحدث عما جرى).
_CONTRACTED = {"عما": "عن", "عمن": "عن", "مما": "من", "ممن": "من"}
#: بأن without hamza, and the first word of a name (بان كي مون).
_BAN = "بان"
#: Words that begin a clause with a negation, or of somebody who speaks of himself, folded.
_DENIES = frozenset(("لا", "ليس", "ليست", "لسنا", "لست", "ما", "نحن", "انا", "اننا", "انني"))
#: Above all, before one more reason, folded; the one that means private too.
_ESPECIALLY, _SPECIAL = speech_words("especially"), "خاصه"
#: Names of letters that follow the first of a medium's name, folded.
_LETTERS = speech_words("letter")
#: Responsibility, whose عن is no verb's, folded.
_RESPONSIBILITY = "مسوولي"
#: Words in which somebody speaks, behind how strong they are (بأشد العبارات), folded.
TERMS = speech_words("term")
#: Who is prayed to, folded.
_PRAYED_TO = speech_words("prayed to")
_COMMAS = COMMAS | {"؛", ";"}
_ENDS = _COMMAS | FINAL
#: How a verb of the present is written that no list may hold, folded.
_PRESENT = re.compile(r"ي\w{2,4}")
#: في الوقت نفسه, في ذات الوقت: so many tokens, and the same, folded.
_AT_THAT_TIME = 3
_SAME = speech_words("the same")
#: Prepositions that begin an aside between commas, folded.
_ASIDE_OPENS = speech_words("aside")
_ASIDE_ENDS = _ENDS | {":", "\n"}


@dataclass(frozen=True, slots=True)
class Opening:
    """Where content begins: token `start`; what lies between the cue and token `gap_end` is not content.

    `how` is what opened it: that, quote, colon, np (after a preposition or a noun) or clause.
    """

    start: int
    gap_end: int
    how: str
    quote: Quote | None


class Contents:
    """Finds openings and ends in one document."""

    def __init__(self, document: Document, findings: Findings, lexicon: SpeechLexicon) -> None:
        self.document = document
        self.tokens = document.tokens
        self.particles = lexicon.particles
        self.cues = lexicon.cues
        self.predicates = lexicon.predicates
        self.given = lexicon.given
        self.sides = lexicon.sides
        self.called_ali = called_ali(document.tokens)
        #: Tokens of places' names: a first letter of theirs is no preposition (بابل).
        self.places = frozenset(
            i
            for p in findings.places
            for i in range(p.first, p.end)
            if i > p.first or p.span.start == document.tokens[i].start
        )
        self.place_first = frozenset(p.first for p in findings.places)
        #: Tokens of places behind a preposition written onto them (بمدينة X).
        self.placed = frozenset(
            p.first for p in findings.places if p.span.start > document.tokens[p.first].start
        )
        #: Tokens inside the names of actors, where no أن opens anything (سي إن إن), and the ends of those.
        self.named = frozenset(
            i for m in findings.actors if m.counts and m.kind == "media" for i in range(m.first + 1, m.end)
        )
        #: Ends of media with ل written onto their names, by first token (لرويترز).
        self.told_to = {
            m.first: m.end
            for m in findings.actors
            if m.kind == "media" and m.span.start > (t := document.tokens[m.first]).start and t.text[0] == "ل"
        }
        self.named_to = {i: m.end for m in findings.actors if m.counts for i in range(m.first, m.end)}
        #: Tokens inside the names of bodies, where no preposition opens anything (هيئة … والنهي عن المنكر).
        self.inside = frozenset(i for m in findings.actors if is_body(m) for i in range(m.first + 1, m.end))
        #: Ends of the names of countries, by first token.
        self.countries = {m.first: m.end for m in findings.actors if m.counts and m.kind in _LANDS}
        #: The last tokens of times.
        self.time_ends = frozenset(m.end - 1 for m in findings.times)
        self.timed = frozenset(i for m in findings.times for i in range(m.first, m.end))
        self.quote_closing = {q.close: q for q in document.quotes if q.balanced}
        self.quote_opening = {q.open: q for q in document.quotes}

    def opening(self, hit: CueHit, sentence: Sentence) -> Opening | None:
        """The opening of the content of a verb or participle, if one follows as its frame asks."""
        limit = min(sentence.end, hit.end + REACH)
        clause = self._clause_opening(hit, sentence, limit)
        if "np" not in hit.cue.takes:
            return clause
        phrase = self._phrase_opening(hit, self._before_aside(hit, clause) if clause else limit)
        return phrase or clause

    def _before_aside(self, hit: CueHit, clause: Opening) -> int:
        """The token before which a phrase may open: no preposition between two commas before أن is the cue's.

        "وأكدت الشركة، مع الحفاظ على حقوقها، أن …"; but شدد، على ضرورة الحوار، أن begins behind its comma.
        """
        last = clause.start - 1
        if clause.how != "that" or self.tokens[last].text not in _COMMAS:
            return clause.start
        commas = [i for i in range(hit.end, last) if self.tokens[i].text in _COMMAS]
        return next((i for i in commas if self.tokens[i + 1].folded in _ASIDE_OPENS), clause.start)

    def _clause_opening(self, hit: CueHit, sentence: Sentence, limit: int) -> Opening | None:
        """أن / إن, a quotation, or a colon."""
        takes = hit.cue.takes
        i = hit.end
        while i < limit:
            token = self.tokens[i]
            planned = i > hit.end and (self._of_plan(i) or self._called_so(i) or self._hoped(i, hit))
            if "that" in takes and self.is_complementiser(i) and self._governed(i, hit) and not planned:
                return Opening(i, i, "that", self._quote_after(i))
            if "clause" in takes and self._of_oneself(i):
                return Opening(i, i, "clause", None)
            if i in self.quote_opening:
                quote = self.quote_opening[i]
                described = i > hit.end and self.tokens[i - 1].kind == "word" and self.describes(quote)
                described = described or self._entitled(i)
                if "quote" in takes and not described and not self._is_name(quote, hit, sentence):
                    return Opening(i, i, "quote", quote)
                i = min(quote.close, limit) + 1
                continue
            if (
                token.text == ":"
                and takes & {"quote", "clause"}
                and i + 1 < sentence.end
                and not self.is_clock(i)
            ):
                return Opening(i + 1, self._before_pointer(i), "colon", self.quote_opening.get(i + 1))
            if token.text == ":" and self.tokens[i - 1].folded in BELOW and "clause" in takes:
                return Opening(
                    i, self._before_pointer(i), "colon", None
                )  # "وقال في بيان ما يلي:" above a list
            if self._other_speaker(i, hit) and not self._aside(i, hit):
                return None
            if "np" in takes and self._all_told(i, hit):
                return None
            i += 1
        return None

    def that_later(self, hit: CueHit, opening: Opening, end: int) -> Opening:
        """The clause with أن behind a comma, where a phrase far from its cue only told when it was said.

        "وأكدت الوزارة في بيان أصدرته بمناسبة تحرير القاعدة، أن …"; no other verb of saying stands between.
        """
        before = self.tokens[opening.start - 1].folded
        told = before in hit.cue.prepositions or opening.start == hit.end
        told = told or self._deed(self.tokens[opening.start].folded)
        near = opening.start - hit.end <= NAME_WORDS and told
        tells = "that" in hit.cue.takes and hit.cue.continues  # papers bring out what others say
        if opening.how != "np" or not tells or near:
            return opening
        for i in range(opening.start + 1, min(end, opening.start + REACH)):
            if self.tokens[i - 1].text in _COMMAS and self.is_complementiser(i):
                return Opening(i, i, "that", self._quote_after(i))
            said = (
                h.cue.homograph or h.form.tense == "participle" for h in self.cues.verb(self.tokens[i].folded)
            )
            if not all(said) or i in self.quote_opening:
                break
        return opening

    def _of_oneself(self, i: int) -> bool:
        """Whether somebody speaks of himself from token `i` on, with no mark before it (قال أؤكد أن …)."""
        readings = self.cues.verb(self.tokens[i].folded)
        mine = [h.form.person == 1 and h.form.tense == "present" and not h.prefix for h in readings]
        if not (mine and all(mine)) or i + 1 >= len(self.tokens) or self.tokens[i].text[0] not in "أن":
            return False
        if i in self.place_first:
            return False
        that = i + 1
        while that < len(self.tokens) - 1 and self._tells_how(that):
            that += 1 + (self.tokens[that].folded.removeprefix("و") in self.particles.manner)
        return (
            that < len(self.tokens)
            and self.tokens[that].text.startswith("أن")
            and self.is_complementiser(that)
        )

    def _tells_how(self, i: int) -> bool:
        """Whether token `i` begins in what way something is said (بشدة, وبشكل حازم)."""
        return self.tokens[i].folded.removeprefix("و") in self.particles.manner | self.particles.adverb

    def _hoped(self, i: int, hit: CueHit) -> bool:
        """Whether أن right behind another verb, or من شأنها, is what that governs (مهمة يأمل أن يصيغها)."""
        if i - 1 <= hit.end or self.tokens[i - 1].folded.removesuffix("ها").removesuffix("ه") == "شان":
            return i - 1 > hit.end
        if i - 1 in self.place_first:
            return False  # "مصادر في أبين أن …"
        readings = self.cues.verb(self.tokens[i - 1].folded)
        held = any(h.form.tense == "present" and not (h.pronoun or h.prefix) for h in readings)
        return held and self.tokens[i].folded == "ان" and not self.tokens[i].text.startswith("إ")

    def _all_told(self, i: int, hit: CueHit) -> bool:
        """Whether ذلك at token `i` is all that is said, and a clause follows (نفى الجيش ذلك، كشف X أن …)."""
        if self.tokens[i].folded != ALONE or i + 1 >= len(self.tokens):
            return False
        if self.tokens[i - 1].folded in self.particles.source_end:
            return False  # "قال بعد ذلك إن …"
        following = self.tokens[i + 1]
        return following.text in _COMMAS or (i > hit.end and self.is_finite(following.folded, bare=False))

    def _before_pointer(self, i: int) -> int:
        """The token behind whoever says what follows the colon at token `i` (قال الوزير ما يلي: …)."""
        if self.tokens[i - 1].folded in BELOW:
            while self.tokens[i - 1].folded in BELOW | _TO_BELOW:
                i -= 1
        return i

    def is_clock(self, i: int) -> bool:
        """Whether the colon at token `i` parts the hours from the minutes (10:15)."""
        if not 0 < i < len(self.tokens) - 1:
            return False
        before, after = self.tokens[i - 1], self.tokens[i + 1]
        return before.kind == after.kind == "number" and before.end == self.tokens[i].start

    def _other_speaker(self, i: int, hit: CueHit) -> bool:
        """Whether another reporting verb takes over between the cue and its supposed content."""
        if self.tokens[i].kind != "word" or i <= hit.end or self.tokens[i].text.endswith(("يدعى", "تدعى")):
            return False
        if self.tokens[i].folded in self.particles.got and not self._says_anew(i):
            return False  # "جاء في بيان ورد لوكالة X إن …"
        before = self.tokens[i - 1].folded
        short = i - hit.end <= NAME_WORDS or self.tokens[i - 1].kind == "word"
        if self.tokens[i].folded in self.particles.between and short:
            return False  # "وتابع الوزير قائلا إن …"
        if before in self.particles.breaks and before != "حين" and self.is_finite(self.tokens[i].folded):
            return True
        if any(m.values[0].kind == "impersonal" for m in self.cues.phrases.match(self.tokens, i)):
            return True
        readings = self.cues.verb(self.tokens[i].folded)
        if not readings:
            return False
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        calls = any(h.form.tense == "participle" and "label" in h.cue.takes for h in readings)
        if calls and self.tokens[i - 1].text in _COMMAS:
            return True  # "وأكدت وقوع الضربة، واصفة إياها بأنها غادرة"
        anew = following in ("ان", "انه", "انها") and self.tokens[i].folded not in self.particles.got
        if following in _PRAYED_TO and any(h.form.tense == "participle" for h in readings):
            return True  # "…، سائلا الله أن …", "…، داعيا المولى أن …"
        return any(
            h.cue.continues
            and not h.pronoun
            and (
                h.form.tense == "participle"
                or (not h.cue.homograph and (h.prefix == "و" or self._says_anew(i)))
                or (h.prefix == "و" and anew)  # "وبين أن …"
            )
            for h in readings
        )

    def _says_anew(self, i: int) -> bool:
        """Whether the verb at token `i` takes over (… أعلن عنه أمس، قال X إن …, X أفادت بأن …)."""
        if i + 1 < len(self.tokens) and self.is_complementiser(i + 1):
            return True
        behind = self.tokens[i - 1].text in _COMMAS
        return behind and any(
            self.is_complementiser(j) for j in range(i + 2, min(i + REACH, len(self.tokens)))
        )

    def _aside(self, i: int, hit: CueHit) -> bool:
        """Whether a participle and its object stand between commas before أن (وأضاف، معلقا على X، أن …)."""
        readings = self.cues.verb(self.tokens[i].folded)
        if "that" not in hit.cue.takes or all(h.form.tense != "participle" for h in readings):
            return False
        if self.tokens[i - 1].text not in _COMMAS:
            return False
        comma = next((t.index for t in self.tokens[i : i + REACH] if t.text in _ASIDE_ENDS), 0)
        inside = range(i + 1, comma)
        closed = any(self.is_complementiser(j) or j in self.quote_opening for j in inside)
        follows = comma + 1 < len(self.tokens) and self.is_complementiser(comma + 1)
        return len(inside) > 1 and not closed and follows and self.tokens[comma].text in _COMMAS

    def _phrase_opening(self, hit: CueHit, limit: int) -> Opening | None:
        """The first word behind the cue that one of its prepositions introduces."""
        separate = [p for p in hit.cue.prepositions if len(p) > 1 and p[0] != "="]
        included = [p[1:] for p in hit.cue.prepositions if p[0] == "="]
        attached = [p for p in hit.cue.prepositions if len(p) == 1 and p != "-"]
        i = hit.end - 1
        while (i := i + 1) < limit:
            token = self.tokens[i]
            if self._how_or_when(i, hit) or (i in self.inside and token.folded not in included):
                continue
            if self._no_phrase_behind(i, hit):
                return None
            told = self.told(i)
            if told > i:
                i = told - 1
                continue
            if token.folded in separate and i + 1 < limit and not self._governed_elsewhere(i, hit):
                his = i > hit.end and self.tokens[i - 1].folded.removeprefix("ال").startswith(_RESPONSIBILITY)
                # "أعلن التنظيم في بيان المسؤولية عن الهجوم"
                return Opening(i - 1, i - 1, "np", None) if his else Opening(i + 1, i, "np", None)
            if token.folded in included:
                return self._prayed(i, hit, limit) or Opening(i, i, "np", None)
            if _CONTRACTED.get(token.folded) in separate and self.tokens[i - 1].text not in _COMMAS:
                return Opening(i, i, "np", None)
            if token.folded in attached and i + 1 < limit:
                return Opening(i + 1, i, "np", None)
            if i > hit.end and self.tokens[i - 1].folded in _ASIDE_OPENS:
                continue  # "ودعا خلال لقائه الوزير إلى …": what a preposition governs begins with no other
            for split in token.splits[1:]:
                if split.prefix in attached and self._long_enough(split.rest) and self._begins(i, hit):
                    return Opening(i, i, "np", None)
        return None

    def _how_or_when(self, i: int, hit: CueHit) -> bool:
        """Whether token `i` tells how or in whose turn something is said (بشدة, بدوره), and not what.

        "طالب بسرعة فتح الجسر": a deed behind the adverb is asked for.
        """
        token = self.tokens[i]
        if self._in_terms(i) or token.folded in IN_TURN or (i > hit.end and self._where_or_whose_turn(i)):
            return True
        if token.folded not in self.particles.adverb:
            return self.at_that_time(i) > i
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return i > hit.end or not (self._deed(following.removeprefix("ال")) or following == "في")

    def _in_terms(self, i: int) -> bool:
        """Whether token `i` begins how strongly something is said (ندد بأشد العبارات بالهجوم)."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        how = self.tokens[i].folded.removeprefix("و") in self.particles.manner
        return how and following.removeprefix("ال") in TERMS

    def _where_or_whose_turn(self, i: int) -> bool:
        """Whether من جانبه, or في of where it is said before another في, stands at token `i`."""
        if i + 1 >= len(self.tokens):
            return False
        word, following = self.tokens[i].folded, self.tokens[i + 1].folded
        if word == "من":
            return following.startswith(SIDES)
        near = self.tokens[i + 2 : i + 2 + NAME_WORDS * 2]
        placed = following in self.particles.venue | self.particles.document | self.particles.platform
        return word == "في" and placed and any(t.folded == "في" for t in near)

    def at_that_time(self, i: int) -> int:
        """The token behind في الوقت نفسه or في ذات الوقت at token `i`; `i` where neither stands."""
        near = [t.folded for t in self.tokens[i : i + _AT_THAT_TIME]]
        told = near[:1] == ["في"] and "الوقت" in near and bool(_SAME & set(near))
        return i + _AT_THAT_TIME if told else i

    def _no_phrase_behind(self, i: int, hit: CueHit) -> bool:
        """Whether another speaks at token `i`, or the clause around goes on: no phrase is the cue's."""
        colon = self.tokens[i].text == ":" and not self.is_clock(i)
        return colon or self._other_speaker(i, hit) or self.that_too(i)

    def _prayed(self, i: int, hit: CueHit, limit: int) -> Opening | None:
        """أن behind the names of God of whom something is asked (سائلا الله العلي القدير أن …)."""
        if "that" not in hit.cue.takes:
            return None
        near = range(i + 1, min(limit + 1, len(self.tokens), i + NAME_WORDS * 2))
        that = next((j for j in near if self.is_complementiser(j)), None)
        return None if that is None else Opening(that, i, "that", None)

    def _long_enough(self, rest: str) -> bool:
        """Whether what follows a proclitic is surely a noun: three letters, or a listed one (بحل, برد)."""
        if len(rest) >= 3:
            return True
        return self._deed(rest)

    def _calls_later(self, i: int, hit: CueHit) -> bool:
        """Whether a preposition of its own that the cue takes stands soon behind token `i`."""
        near = self.tokens[i + 1 : i + 1 + NAME_WORDS]
        return any(len(t.folded) > 1 and t.folded in hit.cue.prepositions for t in near)

    def told(self, i: int) -> int:
        """The token behind the medium in quotation marks that was told (لـ«الحياة»); `i` where none is."""
        quote = self.quote_opening.get(i + 1) if self.tokens[i].folded == "ل" else None
        return i if quote is None or quote.close - quote.open > NAME_WORDS else quote.close + 1

    def _governed_elsewhere(self, i: int, hit: CueHit) -> bool:
        """Whether the preposition at `i` is another word's (مسؤول مطلع على …) or an adverb's (على الفور)."""
        if i + 1 < len(self.tokens) and self.tokens[i + 1].folded in self.particles.in_what_way:
            return True  # "اعترضت القوات على الفور صاروخا"
        if i <= hit.end:
            return False
        if (
            i in self.called_ali
            or self.tokens[i - 1].folded == CITING
            or self._of_each(i)
            or self._of_copy(i)
        ):
            return True
        before = self.tokens[i - 1].folded
        earlier = self.tokens[i - 2].folded if i > 1 else ""
        if self._leads_elsewhere(i) or self._of_envoy(i, hit) or self._in_relative_aside(i, hit):
            return True
        if self.tokens[i].folded in _IN_HIS_NAME:
            return True  # "أفاد المتحدث باسمه أن …"
        if self._written_on(i):
            return True  # "أكد النادي عبر موقعه على شبكة الإنترنت أن …"
        if self.tokens[i].folded == "عن":
            between = before in self.particles.attributive and earlier in self.particles.issuing
            return before in self.particles.issuing or between
        word = self.tokens[i].folded
        preposition = word if word in hit.cue.prepositions else word[0]
        return self._is_attack_on(i) or self.particles.governs(before, earlier, preposition)

    def _written_on(self, i: int) -> bool:
        """Whether the preposition at token `i` says where somebody's account is (حسابه الرسمي على تويتر)."""
        for token in reversed(self.tokens[max(0, i - 2) : i]):
            his = (bare for bare, own in without_pronoun(token.folded) if own in THEIRS)
            if not self.particles.site.isdisjoint(his):
                return True
            if not token.folded.startswith("ال"):
                return False
        return False

    def _of_envoy(self, i: int, hit: CueHit) -> bool:
        """Whether إلى says where an envoy is sent, before that of the cue (أشار المبعوث إلى اليمن إلى أن)."""
        words = {t.folded.removeprefix("ال") for t in self.tokens[hit.end : i]}
        sent = (
            self.tokens[i].folded == "الي" and i + 1 in self.countries and bool(words & self.particles.envoy)
        )
        if not sent:
            return False
        behind = self.countries[i + 1]
        clause = takewhile(
            lambda t: t.text not in _ASIDE_ENDS - _COMMAS, self.tokens[behind : behind + REACH]
        )
        return any(t.folded == "الي" for t in clause)

    def _leads_elsewhere(self, i: int) -> bool:
        """Whether إلى goes with a deed before it, and what is asked stands behind another and a comma.

        "دعت الهيئة من يريدون الدخول إلى المواقع، إلى اتخاذ الحذر".
        """
        before = self.tokens[i - 1].folded
        if self.tokens[i].folded != "الي" or before.removeprefix("ال") not in self.particles.content_noun:
            return False
        near = self.tokens[i + 1 : i + REACH]
        return any(
            t.folded == "الي" and self.tokens[t.index - 1].text in _COMMAS and self._same_sentence(i, t.index)
            for t in near
        )

    def _in_relative_aside(self, i: int, hit: CueHit) -> bool:
        """Whether a relative clause between commas holds a preposition (شدد X، الذي ينافس على Y، على Z)."""
        commas = [j for j in range(hit.end, i) if self.tokens[j].text in _COMMAS]
        if len(commas) != 1 or self.tokens[commas[0] + 1].folded not in self.particles.relative:
            return False
        near = range(i + 1, min(len(self.tokens) - 1, i + REACH))
        closing = next((j for j in near if self.tokens[j].text in _ASIDE_ENDS), None)
        again = {self.tokens[i].folded, *(p for p in hit.cue.prepositions if len(p) > 1)}
        return closing is not None and self.tokens[closing + 1].folded in again

    def _same_sentence(self, i: int, j: int) -> bool:
        return self.document.sentence_at(i) == self.document.sentence_at(j)

    def _is_attack_on(self, i: int) -> bool:
        """Whether على at token `i` says what an attack before it is on (بعد هجوم مسلح على فندق)."""
        if self.tokens[i].folded != "علي" or i + 1 >= len(self.tokens):
            return False
        following = self.tokens[i + 1].folded
        said = following.removeprefix("ال") in self.particles.content_noun or self.is_complementiser(i + 1)
        near = (r.word.predicate for t in self.tokens[i - 2 : i] for r in self.predicates.look_up(t.folded))
        return not said and any(p is not None and p.type == "ASSAULT" and p.subject == "agent" for p in near)

    def _of_each(self, i: int) -> bool:
        """Whether من at token `i` is that of كل من (وتحذر كل من يغلق الجسر)."""
        return each_of(self.tokens, i - 1)

    def _of_copy(self, i: int) -> bool:
        """Whether the preposition at token `i` is that of the copy a medium got (حصلت «…» على نسخة منه)."""
        if i + 1 >= len(self.tokens) or self.tokens[i + 1].folded not in COPY:
            return False
        return any(t.folded in self.particles.got for t in self.tokens[max(0, i - COPY_REACH) : i])

    def _begins(self, i: int, hit: CueHit) -> bool:
        """Whether a preposition written onto token `i` is the cue's and not that of the word before it."""
        if self._of_many(i, hit) or self._of_office(i, hit) or self._in_relative_aside(i, hit):
            return False  # "ودعت النقابة العامة للقيمين إلى …", "ودعا الأمين العام للمنظمة …"
        if i > hit.end and self._only_sounds_so(i):
            return False  # "وأفاد الوزير نفتالي بينيت بأن …"
        if i > hit.end and (i in self.placed or self._that_follows(i, hit)):
            return False  # "ودعا مدير المستشفى بمدينة X إلى …", "أفاد مسؤول بالوزارة بأن …": where he is
        if self.tokens[i].folded in self.particles.topic:
            return False  # "بالنسبة له"
        if i in self.named_to and self.named_to.get(i - 1) == self.named_to[i]:
            return False  # "ناشدت اللجنة الدولية للصليب الأحمر …": a word of the name
        named = i in self.named_to or (self.tokens[i - 1].text == "»" and i - 2 > hit.end)
        if named and i > hit.end and self._calls_later(i, hit):
            return False  # "ودعت منظمة «…» لحقوق الإنسان إلى …", "ودعا المكتب السياسي لحركة حماس إلى …"
        before = self.tokens[i - 1].folded
        asked = hit.cue.addressee == "direct" and before.startswith("ال") and before.endswith("ين")
        return self._noun_like(i) and (asked or not self._governed_elsewhere(i, hit))

    def _that_follows(self, i: int, hit: CueHit) -> bool:
        """Whether بأن follows soon behind a noun with ب that is no deed: that one is the verb's own."""
        if "that" not in hit.cue.takes or not self.tokens[i].folded.startswith("ب") or self._tells_deed(i):
            return False
        for j in range(i + 1, min(len(self.tokens), i + 1 + NAME_WORDS * 2)):
            if self.tokens[j].kind != "word":
                return False
            if self.is_complementiser(j):
                return self.tokens[j].folded.startswith("ب")
        return False

    def _only_sounds_so(self, i: int) -> bool:
        """Whether a name begins like a preposition at token `i`: the cue's own follows soon."""
        word = self.tokens[i].folded
        definite = word.startswith("لل") or word[1:].startswith("ال")
        if self._tells_deed(i) or definite or self.tokens[i - 1].folded.startswith("ال"):
            return False
        near = range(i + 1, min(len(self.tokens), i + 1 + _NAME_AND_DEED))
        return any(self.tokens[j].folded.startswith(word[0]) and self._tells_deed(j) for j in near)

    def _tells_deed(self, i: int) -> bool:
        """Whether a preposition is written onto أن or onto the noun of a deed at token `i`."""
        if self.is_complementiser(i):
            return True
        return any(s.prefix and self._deed(s.rest) for s in self.tokens[i].splits[1:])

    def _deed(self, word: str) -> bool:
        """Whether a folded word is the noun of a deed (قصف, استمرار) or of what is told."""
        masdar = any(r.tense == "masdar" and not r.prefix for r in self.predicates.look_up(word))
        return masdar or word in self.particles.content_noun

    def _of_office(self, i: int, hit: CueHit) -> bool:
        """Whether ل and a body complete an office before it (الأمين العام للمنظمة, لجامعة الدول العربية)."""
        folded = self.tokens[i].folded
        asked = any(t.folded == "الي" for t in self.tokens[i + 1 : i + 1 + TOPIC_REACH + NAME_WORDS])
        body = asked or folded[2:] in self.particles.body or i in self.named_to
        onto = folded.startswith("لل") or (folded.startswith("ل") and i in self.named_to)
        if i < hit.end + 2 or not onto or not body:
            return False
        return self.tokens[i - 1].folded in self.particles.attributive

    def _of_many(self, i: int, hit: CueHit) -> bool:
        """Whether لل and people behind a body complete its name, where إلى stands before what is asked."""
        folded = self.tokens[i].folded
        if i <= hit.end or not (folded.startswith("لل") and folded.endswith("ين")):
            return False
        near = self.tokens[i + 1 : i + 1 + TOPIC_REACH + NAME_WORDS]
        return self.tokens[i - 1].folded.startswith("ال") and any(t.folded == "الي" for t in near)

    def _noun_like(self, i: int) -> bool:
        """Whether what follows ب or ل is a noun and the letter no part of a name (باريس، بغداد)."""
        folded = self.tokens[i].folded
        if i in self.places:
            return False
        accusative = folded.endswith("ا") and not folded.endswith(("ها", "نا", "هما", "ايا"))  # "بنوايا"
        # "معارضون سوريون بارزون": no noun behind ب ends like the adjective before it
        nominative = folded.endswith("ون") and i > 0 and self.tokens[i - 1].folded.endswith("ون")
        return folded not in self.particles.whole and not accusative and not nominative

    def is_complementiser(self, i: int) -> bool:
        """Whether token `i` is an أن that opens somebody's words (not بعد أن, قبل أن)."""
        token = self.tokens[i]
        folded = token.folded
        if folded not in self.particles.complementiser:
            if not (folded.startswith(("وان", "فان")) and folded[1:] in self.particles.complementiser):
                return False
            return False
        if i in self.named:
            return False  # "سي إن إن"
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        if self.is_ban(i) or self._adds_why(i):
            return False
        if following == "شاء":
            return False  # "إن شاء الله"
        dotted = following == "." and i + 2 < len(self.tokens) and self.tokens[i + 2].folded in LETTERS
        if (following in _LETTERS or dotted) and self.tokens[i].folded == "ان":
            return False  # "قناة «إن تي في»", "إن.بي.سي"
        spelt = i + 1 < len(self.tokens) and self.tokens[i + 1].text == "." and self.tokens[i - 1].text == "."
        letter = i > 1 and abbreviates(self.tokens, i - 1) and self.tokens[i - 1].end == token.start
        if spelt or letter:
            return False  # "سي. إن. إن.", "سي.إن.إن"
        return not (i and self.tokens[i - 1].folded.removeprefix("و") in self.particles.before_clause)

    def that_too(self, i: int) -> bool:
        """Whether وأن behind a comma goes on a clause with أن at token `i` (قال إن X أبلغ Y رفضه، وأن …)."""
        folded = self.tokens[i].folded
        if i == 0 or self.tokens[i - 1].text not in _COMMAS:
            return False
        return folded.startswith("وان") and folded[1:] in self.particles.complementiser

    def is_ban(self, i: int) -> bool:
        """Whether token `i` is a man's name, بان كي مون, and no بأن without its hamza."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return self.tokens[i].text == _BAN and following == "كي"

    def _of_plan(self, i: int) -> bool:
        """Whether أن at token `i` goes with من المقرر or the like (المخيم الذي من المقرر أن يستمر)."""
        if i < 3 or self.tokens[i - 2].folded != "من" or not self.tokens[i - 1].folded.startswith("ال"):
            return False
        return self.tokens[i - 3].folded in self.particles.relative

    def _called_so(self, i: int) -> bool:
        """Whether بأنه at token `i` tells what a speaker is called (مصدر وصفته بأنه موثوق)."""
        if not self.tokens[i].folded.startswith("ب"):
            return False
        return any(h.pronoun and "label" in h.cue.takes for h in self.cues.verb(self.tokens[i - 1].folded))

    def _quote_after(self, i: int) -> Quote | None:
        """The quotation that opens right behind the complementiser and is more than a name in the clause."""
        quote = self.quote_opening.get(i + 1)
        if quote is None or quote.close - quote.open > NAME_WORDS or quote.close + 1 >= len(self.tokens):
            return quote
        return None if self.tokens[quote.close + 1].kind == "word" else quote

    def _adds_why(self, i: int) -> bool:
        """Whether أن only gives one more reason (خصوصا أن …); مصادر خاصة أن … opens what those say."""
        if i < 2:
            return False
        before, earlier = self.tokens[i - 1].folded.removeprefix("و"), self.tokens[i - 2]
        alone = earlier.kind == "sign" or earlier.folded.startswith("ال")
        return before in _ESPECIALLY and (before != _SPECIAL or alone)

    def _governed(self, i: int, hit: CueHit) -> bool:
        """Whether the preposition before أن, if there is one, belongs to the cue (أشار إلى أن)."""
        before = self.tokens[i - 1].folded
        free = before not in self.particles.preposition or before in hit.cue.prepositions or i - 1 < hit.end
        # "أفادت مصادر يمنية إلى أن …": the preposition of another verb of saying
        return free or (before == "الي" and hit.cue.continues and not hit.cue.homograph)

    def _is_name(self, quote: Quote, hit: CueHit, sentence: Sentence) -> bool:
        """Whether a quotation names a medium or an agency and more of the frame follows it."""
        if hit.cue.goes_on and hit.is_participle and quote.open == hit.end:
            return False  # "مضيفا «…»": whoever speaks was named before
        words = sum(t.kind == "word" for t in self.tokens[quote.open + 1 : quote.close])
        if words <= 2 and quote.open > hit.end:
            return True
        if words == 1 and quote.close + 1 < sentence.end and self._goes_on(quote.close + 1):
            return True  # "وأكد «اليامي» أهمية …"
        if self._set_beside(quote, hit, sentence, words):
            return True
        asked = {p for p in hit.cue.prepositions if len(p) > 1} if hit.cue.addressee == "direct" else set()
        asks = quote.close + 1 < sentence.end and self.tokens[quote.close + 1].folded in asked
        if asks and words <= NAME_WORDS:
            return True  # "يدعو «أصدقاء السلام» إلى …"
        if words > NAME_WORDS or self._clause_in(quote):
            return False
        if quote.close + 1 < sentence.end and self.tokens[quote.close + 1].folded in self.particles.relative:
            return True  # "أعلنت «المقاومة الشعبية» التي تضم فصائل …"
        if quote.close + 1 < sentence.end and self._goes_on(quote.close + 1):
            return True  # "وأكد «اليامي» أهمية …", "أعلنت «سرايا القدس» استهداف …"
        if quote.open > hit.end and self.named_to.get(quote.open + 1, 0) >= quote.close:
            return True  # "ودعت منظمة «هيومن رايتس ووتش» إلى …"
        after = quote.close + 1
        if after >= sentence.end:
            return False
        return self.tokens[after].text not in FINAL and any(
            self.is_complementiser(j) or self.tokens[j].text == ":" or j in self.quote_opening
            for j in range(after, min(sentence.end, after + REACH))
        )

    def _set_beside(self, quote: Quote, hit: CueHit, sentence: Sentence, words: int) -> bool:
        """Whether more is told of what a quotation names: a relative clause, what it is, where he spoke.

        "على هامش «ملتقى …»، الذي عقد أمس", "أعلن «جيش الورد»، أكبر الفصائل، …", "وتصف «سالي» المصابة كيف …".
        """
        after = quote.close + 1
        if after + 1 >= sentence.end or not quote.balanced:
            return False
        following, then = self.tokens[after], self.tokens[after + 1]
        if following.text in _COMMAS and then.folded in self.particles.relative:
            return quote.open > hit.end
        if (
            quote.open > hit.end
            or hit.is_participle
            or not hit.cue.takes & {"that", "label"}
            or self._clause_in(quote)
        ):
            return False
        named = self.named_to.get(quote.open + 1, 0) >= quote.close
        if following.text in _COMMAS:
            return named and words <= NAME_WORDS and then.kind == "word" and not self.cues.verb(then.folded)
        joined = following.folded.startswith("و") or following.folded in self.particles.breaks
        return words == 1 and following.kind == "word" and not joined

    def _clause_in(self, quote: Quote) -> bool:
        """Whether a quotation denies something, or somebody speaks of himself in it («لسنا مستعدين»)."""
        first = self.tokens[min(quote.open + 1, quote.close - 1)].folded
        own = first.endswith("نا") and self.is_finite(first)
        return own or first in _DENIES or first in self.particles.negation

    def _entitled(self, i: int) -> bool:
        """Whether the quotation at token `i` is a title of what somebody writes (في مقال بعنوان «…»)."""
        before = self.tokens[i - 1] if i else None
        return before is not None and any(s.rest in _TITLED for s in before.splits)

    def describes(self, quote: Quote) -> bool:
        """Whether a quotation only describes the noun before it (القوات «التي تقتل الأطفال»)."""
        return self.tokens[min(quote.open + 1, quote.close - 1)].folded in self.particles.relative

    def _goes_on(self, i: int) -> bool:
        """Whether what is said begins at token `i`, right behind a name in quotation marks."""
        return self._deed(self.tokens[i].folded) or self.is_complementiser(i)

    def is_verb_only(self, folded: str) -> bool:
        """Whether a word is known as a verb of the past or present and as no noun."""
        readings = self.predicates.look_up(folded)
        return bool(readings) and all(r.tense in ("past", "present") for r in readings)

    def is_finite(self, folded: str, *, bare: bool = True) -> bool:
        """Whether a word is known as a finite verb (ونشر, وأسفر); a `bare` one has no pronoun."""
        if folded in self.particles.auxiliary:
            return True
        if any(h.form.tense != "participle" and not (bare and h.pronoun) for h in self.cues.verb(folded)):
            return True
        return any(r.tense in ("past", "present") for r in self.predicates.look_up(folded))

    def joins_as(self, folded: str, form: Form) -> bool:
        """Whether a word is و and nothing but a verb in the person, number, gender and tense of `form`.

        The و that a verb begins with joins nothing (حادث وقع, في وجه العدو).
        """
        if not self.is_verb_only(folded):
            return False
        likely = (r.word.form for r in self.predicates.look_up(folded) if r.prefix.startswith("و"))
        same = (form.person, form.number, form.gender, form.tense)
        return any((f.person, f.number, f.gender, f.tense) == same for f in likely)

    @staticmethod
    def looks_present(folded: str) -> bool:
        """Whether a word that no list may hold is written like a verb of the present (ينتظر)."""
        return _PRESENT.fullmatch(folded) is not None

    def takes_up(self, folded: str) -> bool:
        """Whether a word behind a comma begins a clause of its own: و and a verb, or a reporting verb."""
        if folded.startswith("و"):
            return self.is_finite(folded) and not self._is_future(folded)
        return any(
            h.form.tense != "participle" and not h.cue.homograph and not h.pronoun
            for h in self.cues.verb(folded)
        )

    def _is_future(self, folded: str) -> bool:
        """Whether a word is a verb of what will be, which reporters leave to whom they cite (وسيتحملون)."""
        readings = self.predicates.look_up(folded)
        return bool(readings) and all("س" in r.prefix for r in readings)

    def topic_before(self, verb: int, floor: int) -> int | None:
        """The token behind a comma at which the reporter turns to another matter (، وحول العودة قال …)."""
        for i in range(verb - 1, max(floor + 1, verb - TOPIC_REACH), -1):
            if self.tokens[i].folded in self.particles.topic and self.tokens[i - 1].text in _COMMAS:
                return i
        return None

    def clause_end(self, start: int, end: int) -> int:
        """The first comma outside quotations behind token `start` that ends its clause, at most `end`."""
        aside = aside_behind_subject(start, end, self)
        i = aside.stop + 1 if aside else start
        while i < end and (self.tokens[i].text not in _COMMAS or self._clause_goes_on(i + 1, end)):
            quote = self.quote_opening.get(i)
            i = quote.close if quote is not None and quote.close < end else i + 1
        return i

    def _clause_goes_on(self, i: int, end: int) -> bool:
        """Whether with whom, or what else, one is to do follows the comma before token `i` (، ويتفقد …)."""
        token = self.tokens[i] if i < end else self.tokens[i - 1]
        if token.folded == "مع":
            return True
        readings = self.predicates.look_up(token.folded)
        known = any(r.tense == "present" for r in readings)
        return token.folded.startswith("وي") and (known or len(token.folded) > NAME_WORDS)

    def end(self, opening: Opening, sentence: Sentence) -> int:
        """The token behind the content, before what follows cuts it shorter."""
        quote = opening.quote
        if quote is not None and not (opening.how == "that" and self._partly_quoted(quote, sentence)):
            return self._after_quote(quote, sentence)
        if opening.how == "that" and (closes := self._quotes_on(opening.start, sentence)) is not None:
            return closes + 1
        end = sentence.end
        while end > opening.start + 1 and self.tokens[end - 1].text in FINAL:
            end -= 1
        return end

    def _quotes_on(self, start: int, sentence: Sentence) -> int | None:
        """The mark that closes a quotation in which the sentence ends (إن بلاده «سترد. هذا أمر واضح»).

        It opens in the clause behind أن, from token `start` on, and closes in the same line.
        """
        quote = self.document.quote_at(sentence.end - 1)
        if quote is None or not quote.balanced or not start < quote.open < sentence.end <= quote.close:
            return None
        if self.tokens[quote.open - 1].text == ":":
            return None  # "…، فرد عليه زميله قائلا: «هذا خطأ. …»": another's words
        rest = self.tokens[sentence.end : quote.close]
        return None if any(t.kind == "newline" for t in rest) else quote.close

    def _partly_quoted(self, quote: Quote, sentence: Sentence) -> bool:
        """Whether a short quotation behind أن only begins the clause (بأن «90 %» من الجنود أصيبوا)."""
        after = quote.close + 1
        if not quote.balanced or after >= sentence.end or quote.close - quote.open > SHORT_QUOTE:
            return False
        if aside_behind_subject(quote.open - 1, sentence.end, self):
            return True  # "أن «الورد»، وهو من سكان القرية، قد وصل"
        following = self.tokens[after]
        joined = following.folded.startswith("و") or following.folded in self.particles.breaks
        return following.kind == "word" and not joined and not self.cues.verb(following.folded)

    def _after_quote(self, quote: Quote, sentence: Sentence) -> int:
        """The end of quoted content: its closing mark, or the phrase that goes on right behind it."""
        quote = self._last_joined(quote, sentence)
        end = quote.close + 1 if quote.balanced else quote.close
        if not quote.balanced or end >= sentence.end:
            return end
        following = self.tokens[end]
        if following.kind == "sign" or following.folded in self.particles.breaks:
            return end
        stop = end
        while stop < sentence.end and self.tokens[stop].text not in _ENDS:
            if any(not h.cue.homograph for h in self.cues.verb(self.tokens[stop].folded)):
                return end
            stop += 1
        return stop if stop - end <= NAME_WORDS else end

    def _last_joined(self, quote: Quote, sentence: Sentence) -> Quote:
        """The last of quotations joined by و and at most a noun (على «ضرورة …» وأهمية «…»)."""
        while quote.balanced and quote.close + 2 < sentence.end:
            word = self.tokens[quote.close + 1]
            too = self.quote_opening.get(quote.close + 3)
            if too is not None and self.that_too(quote.close + 2) and too.close <= sentence.end:
                quote = too  # "أن «…»، وأن «…»"
                continue
            joined = word.folded.startswith("و") and not self.is_finite(word.folded, bare=False)
            at = quote.close + 2
            following = self.quote_opening.get(at) if joined and word.kind == "word" else None
            if following is None or following.close > sentence.end:
                break
            quote = following
        return quote

    def trim(self, start: int, end: int) -> int:
        """`end` without commas, final signs and connecting words left dangling there."""
        while end > start + 1:
            token = self.tokens[end - 1]
            dangling = token.text in _COMMAS or token.text in FINAL or token.folded in ("كما", "فيما", "و")
            if token.kind != "newline" and not dangling:
                break
            end -= 1
        return end
