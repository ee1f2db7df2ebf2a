"""What is said of stands before who says so: وتبنت الهجوم جماعة …, أوضح ذلك المتحدث."""

from __future__ import annotations

from dataclasses import replace

from riwaya.reading.speech.clause_openings import ALONE, REACH, Opening
from riwaya.reading.speech.content_nouns import content_noun
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.frame import Frame, FrameReader
from riwaya.text.sentences import Sentence
from riwaya.text.signs import COMMAS

#: Acts whose object is a deed, which may stand before who does them.
_OF_DEEDS = frozenset(("claim-responsibility", "accuse", "refuse", "deny"))
#: The same pointer with its preposition, and the feminine ones, folded.
WITH_IT = "بذلك"
_FEMININE = frozenset(("هذه", "تلك"))


class ObjectFirst(FrameReader):
    """Reads a verb whose object stands before its subject."""

    def read(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """The frame of `hit`, or None where its object does not come first."""
        return self._claimed(hit, sentence) or self._pointed(hit, sentence)

    def _claimed(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """وتبنت الهجوم جماعة …: the attack between the verb and who claims it."""
        at = hit.end
        if hit.cue.act not in _OF_DEEDS or "np" not in hit.cue.takes or at + 1 >= sentence.end:
            return None
        many = self.tokens[at].folded in ("معظم", "بعض", "هذه", "هذا", "جميع")
        last = at + many + (self.tokens[at + many].folded in self.particles.demonstrative)
        noun = self.tokens[last].folded
        if not noun.startswith("ال") or noun[2:] in self.particles.telling:
            return None  # "واتهم الإصدار الحركة بأنها عميلة"
        if not content_noun(noun[2:], self.contents, events=True):
            return None
        if last in self.sources.actor_at or last + 1 >= sentence.end or hit.names_its_subject:
            return None
        while last + 2 < sentence.end and self._describes(last + 1):
            last += 1
        shifted = replace(hit, end=last + 1)
        source = self.sources.behind(shifted, min(sentence.end, last + REACH))
        if source.elided or source.first != last + 1 or self._goes_with_deed(source.first):
            return None
        if not any(m.counts for m in self.findings.actors_in(source.first, source.end)):
            return None
        return self.frame(hit, source, Opening(at, at, "np", None), last + 1)

    def _describes(self, i: int) -> bool:
        """Whether an adjective of the noun before it stands at token `i` (الهجوم الإرهابي)."""
        named = i in self.sources.actor_at or self.sources.office_end(i) > i
        relative = self.tokens[i].folded in self.particles.relative
        return self.tokens[i].folded.startswith("ال") and not named and not relative

    def _goes_with_deed(self, i: int) -> bool:
        """Whether ل or و joins the word at token `i` to the deed (القصف لمقر القوات, القصف واستهداف …)."""
        word, named = self.tokens[i].folded, self.sources.actor_at.get(i)
        speaks = self.sources.office_end(i) > i or word in self.particles.body | self.particles.medium
        speaks = speaks or (named is not None and named.span.start == self.tokens[i].start)
        return word.startswith(("ل", "و")) and not speaks

    def _pointed(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """أوضح ذلك المتحدث …, وأكد هذه الحصيلة مصدر …: what is pointed at stands before who says so."""
        at = hit.end
        if hit.pronoun or at + 1 >= sentence.end or hit.cue.addressee == "direct":
            return None
        pointed = self.tokens[at].folded in self.particles.demonstrative and at not in self.sources.time_at
        pointed = pointed or (self.tokens[at].folded == WITH_IT and "ب" in hit.cue.prepositions)
        if not pointed or at + 1 in self.sources.time_at:
            return None
        end = at + 1 if self.tokens[at].folded in (ALONE, WITH_IT) else at + 2
        if end > at + 1 and not self._object_behind(hit, at):
            return None
        stop = self._goes_on(end, min(sentence.end, at + REACH))
        that = stop < sentence.end and self.contents.is_complementiser(stop)
        if that and self.tokens[at].folded == WITH_IT:
            return None  # "صرح بذلك الوزير أن …"
        source = self.sources.behind(replace(hit, end=end), stop)
        if source.elided or not self._speaks(source.first, alone=end == at + 1):
            return None
        return self.frame(hit, source, Opening(at, at, "np", None), end)

    def _goes_on(self, first: int, limit: int) -> int:
        """The token at which whoever is named from `first` says more (، مبينا أن …, وقال إن …)."""
        for i in range(first, limit):
            readings = [h for h in self.contents.cues.verb(self.tokens[i].folded) if not h.pronoun]
            adverbial = self.tokens[i - 1].text in COMMAS and any(
                h.form.tense == "participle" for h in readings
            )
            if (
                adverbial
                or any(h.prefix == "و" and not h.cue.homograph for h in readings)
                or self.contents.is_complementiser(i)
            ):
                return i
        return limit

    def _object_behind(self, hit: CueHit, at: int) -> bool:
        """Whether a noun and its pointer at token `at` cannot be the verb's subject (أكد هذه الحصيلة)."""
        noun = self.tokens[at + 1]
        if not noun.folded.startswith("ال") or hit.form is None:
            return False
        feminine = self.tokens[at].folded in _FEMININE
        said = content_noun(noun.folded.removeprefix("ال"), self.contents)
        return said or feminine != (hit.form.gender == "feminine")

    def _speaks(self, i: int, *, alone: bool) -> bool:
        """Whether somebody begins at token `i`: an office, an actor, behind a noun also any bare name."""
        named = self.tokens[i].folded in self.particles.honorific
        if named or i in self.sources.actor_at or self.sources.office_end(i) > i:
            return True
        word = self.tokens[i]
        return not alone and word.kind == "word" and not word.folded.startswith(("ال", "و", "ب", "ل"))
