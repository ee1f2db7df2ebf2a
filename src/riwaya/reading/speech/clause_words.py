"""What the words around somebody's statement are: verbs, أن, nouns of deeds, the names among them."""

from __future__ import annotations

import re

from riwaya.lexicon.inflect import Form
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import Findings, is_body
from riwaya.reading.speech.source_words import called_ali
from riwaya.reading.speech.speech_lexicon import SpeechLexicon
from riwaya.text.document import Document
from riwaya.text.quotes import Quote
from riwaya.text.sentences import LETTERS, abbreviates
from riwaya.text.signs import COMMAS

#: Kinds of actors to which envoys are sent.
_LANDS = frozenset(("state", "government"))
#: A quotation of at most this many words between cue and content is a name (لـ«الشرق الأوسط»).
NAME_WORDS = 4
#: بأن without hamza, and the first word of a name (بان كي مون).
_BAN = "بان"
#: Above all, before one more reason, folded; the one that means private too.
_ESPECIALLY, _SPECIAL = speech_words("especially"), "خاصه"
#: Names of letters that follow the first of a medium's name, folded.
_LETTERS = speech_words("letter")
#: Signs that part clauses within a sentence.
PARTING = COMMAS | {"؛", ";"}
#: How a verb of the present is written that no list may hold, folded.
_PRESENT = re.compile(r"ي\w{2,4}")


class ClauseWords:
    """Answers what single words of one document are, where its actors, places and times are known."""

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

    def is_complementiser(self, i: int) -> bool:
        """Whether token `i` is an أن that opens somebody's words (not بعد أن, قبل أن)."""
        token = self.tokens[i]
        if token.folded not in self.particles.complementiser:
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

    def _adds_why(self, i: int) -> bool:
        """Whether أن only gives one more reason (خصوصا أن …); مصادر خاصة أن … opens what those say."""
        if i < 2:
            return False
        before, earlier = self.tokens[i - 1].folded.removeprefix("و"), self.tokens[i - 2]
        alone = earlier.kind == "sign" or earlier.folded.startswith("ال")
        return before in _ESPECIALLY and (before != _SPECIAL or alone)

    def that_too(self, i: int) -> bool:
        """Whether وأن behind a comma goes on a clause with أن at token `i` (قال إن X أبلغ Y رفضه، وأن …)."""
        folded = self.tokens[i].folded
        if i == 0 or self.tokens[i - 1].text not in PARTING:
            return False
        return folded.startswith("وان") and folded[1:] in self.particles.complementiser

    def is_ban(self, i: int) -> bool:
        """Whether token `i` is a man's name, بان كي مون, and no بأن without its hamza."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return self.tokens[i].text == _BAN and following == "كي"

    def is_clock(self, i: int) -> bool:
        """Whether the colon at token `i` parts the hours from the minutes (10:15)."""
        if not 0 < i < len(self.tokens) - 1:
            return False
        before, after = self.tokens[i - 1], self.tokens[i + 1]
        return before.kind == after.kind == "number" and before.end == self.tokens[i].start

    def describes(self, quote: Quote) -> bool:
        """Whether a quotation only describes the noun before it (القوات «التي تقتل الأطفال»)."""
        return self.tokens[min(quote.open + 1, quote.close - 1)].folded in self.particles.relative

    def told(self, i: int) -> int:
        """The token behind the medium in quotation marks that was told (لـ«الحياة»); `i` where none is."""
        quote = self.quote_opening.get(i + 1) if self.tokens[i].folded == "ل" else None
        return i if quote is None or quote.close - quote.open > NAME_WORDS else quote.close + 1

    def _deed(self, word: str) -> bool:
        """Whether a folded word is the noun of a deed (قصف, استمرار) or of what is told."""
        masdar = any(r.tense == "masdar" and not r.prefix for r in self.predicates.look_up(word))
        return masdar or word in self.particles.content_noun

    def _tells_deed(self, i: int) -> bool:
        """Whether a preposition is written onto أن or onto the noun of a deed at token `i`."""
        if self.is_complementiser(i):
            return True
        return any(s.prefix and self._deed(s.rest) for s in self.tokens[i].splits[1:])

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
