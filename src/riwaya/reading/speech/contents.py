"""Where the words that are attributed begin and end."""

from __future__ import annotations

from riwaya.reading.speech.asides import aside_behind_subject
from riwaya.reading.speech.clause_openings import ENDS, REACH, Opening
from riwaya.reading.speech.clause_words import NAME_WORDS, PARTING
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.phrase_openings import ASIDE_OPENS, TOPIC_REACH, PhraseOpenings
from riwaya.text.quotes import Quote
from riwaya.text.sentences import Sentence
from riwaya.text.signs import FINAL

#: A quotation of at most this many tokens may be the beginning of a clause.
SHORT_QUOTE = 9


class Contents(PhraseOpenings):
    """Finds openings and ends in one document."""

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
        if clause.how != "that" or self.tokens[last].text not in PARTING:
            return clause.start
        commas = [i for i in range(hit.end, last) if self.tokens[i].text in PARTING]
        return next((i for i in commas if self.tokens[i + 1].folded in ASIDE_OPENS), clause.start)

    def topic_before(self, verb: int, floor: int) -> int | None:
        """The token behind a comma at which the reporter turns to another matter (، وحول العودة قال …)."""
        for i in range(verb - 1, max(floor + 1, verb - TOPIC_REACH), -1):
            if self.tokens[i].folded in self.particles.topic and self.tokens[i - 1].text in PARTING:
                return i
        return None

    def clause_end(self, start: int, end: int) -> int:
        """The first comma outside quotations behind token `start` that ends its clause, at most `end`."""
        aside = aside_behind_subject(start, end, self)
        i = aside.stop + 1 if aside else start
        while i < end and (self.tokens[i].text not in PARTING or self._clause_goes_on(i + 1, end)):
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
        while stop < sentence.end and self.tokens[stop].text not in ENDS:
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
            dangling = token.text in PARTING or token.text in FINAL or token.folded in ("كما", "فيما", "و")
            if token.kind != "newline" and not dangling:
                break
            end -= 1
        return end
