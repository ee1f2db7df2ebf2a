"""Where the words begin that are attributed as a clause or a quotation: behind أن, a mark or a colon."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.speech.clause_words import NAME_WORDS, PARTING, ClauseWords
from riwaya.reading.speech.cues import CueHit
from riwaya.text.quotes import Quote
from riwaya.text.sentences import Sentence
from riwaya.text.signs import FINAL

#: Words between a cue and its content: the longest speakers of the corpus (name, two offices,
#: venue, addressee, date, what question they answer) stay below this.
REACH = 60
#: What is said below (ما يلي, على النحو التالي, الآتي), folded.
BELOW = speech_words("below")
#: The pointer that means all that was told before (أوضح ذلك المتحدث), folded.
ALONE = "ذلك"
_TO_BELOW = speech_words("to below")
#: Before the title of what somebody writes, folded (في مقال بعنوان «…»).
_TITLED = speech_words("titled")
#: Words that begin a clause with a negation, or of somebody who speaks of himself, folded.
_DENIES = frozenset(("لا", "ليس", "ليست", "لسنا", "لست", "ما", "نحن", "انا", "اننا", "انني"))
#: Who is prayed to, folded.
_PRAYED_TO = speech_words("prayed to")
#: Signs that end a clause, and those that end an aside.
ENDS = PARTING | FINAL
ASIDE_ENDS = ENDS | {":", "\n"}


@dataclass(frozen=True, slots=True)
class Opening:
    """Where content begins: token `start`; what lies between the cue and token `gap_end` is not content.

    `how` is what opened it: that, quote, colon, np (after a preposition or a noun) or clause.
    """

    start: int
    gap_end: int
    how: str
    quote: Quote | None


class ClauseOpenings(ClauseWords):
    """Finds where clauses and quotations open behind a cue."""

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
            if self.tokens[i - 1].text in PARTING and self.is_complementiser(i):
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
        return following.text in PARTING or (i > hit.end and self.is_finite(following.folded, bare=False))

    def _before_pointer(self, i: int) -> int:
        """The token behind whoever says what follows the colon at token `i` (قال الوزير ما يلي: …)."""
        if self.tokens[i - 1].folded in BELOW:
            while self.tokens[i - 1].folded in BELOW | _TO_BELOW:
                i -= 1
        return i

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
        if calls and self.tokens[i - 1].text in PARTING:
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
        behind = self.tokens[i - 1].text in PARTING
        return behind and any(
            self.is_complementiser(j) for j in range(i + 2, min(i + REACH, len(self.tokens)))
        )

    def _aside(self, i: int, hit: CueHit) -> bool:
        """Whether a participle and its object stand between commas before أن (وأضاف، معلقا على X، أن …)."""
        readings = self.cues.verb(self.tokens[i].folded)
        if "that" not in hit.cue.takes or all(h.form.tense != "participle" for h in readings):
            return False
        if self.tokens[i - 1].text not in PARTING:
            return False
        comma = next((t.index for t in self.tokens[i : i + REACH] if t.text in ASIDE_ENDS), 0)
        inside = range(i + 1, comma)
        closed = any(self.is_complementiser(j) or j in self.quote_opening for j in inside)
        follows = comma + 1 < len(self.tokens) and self.is_complementiser(comma + 1)
        return len(inside) > 1 and not closed and follows and self.tokens[comma].text in PARTING

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
        if following.text in PARTING and then.folded in self.particles.relative:
            return quote.open > hit.end
        if (
            quote.open > hit.end
            or hit.is_participle
            or not hit.cue.takes & {"that", "label"}
            or self._clause_in(quote)
        ):
            return False
        named = self.named_to.get(quote.open + 1, 0) >= quote.close
        if following.text in PARTING:
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

    def _goes_on(self, i: int) -> bool:
        """Whether what is said begins at token `i`, right behind a name in quotation marks."""
        return self._deed(self.tokens[i].folded) or self.is_complementiser(i)
