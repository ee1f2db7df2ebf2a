"""Who is taken up again: an office without its name, a name spelt otherwise, several by their number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from riwaya.lexicon.inflect import AS_HE
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.speech.doers import Doers
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.memory import MOST_OF_POST, OTHER
from riwaya.reading.speech.source_words import SourcePhrase

#: Ranks of officers, whom "the officer" takes up, folded, without article.
_RANKS = speech_words("rank")
_OFFICER = "الضابط"
#: One who speaks without a name and may be called a source, folded, without article.
_UNNAMED = speech_words("unnamed")
#: What several states or groups are called together, folded.
_TWO = speech_words("two sides")
_SEVERAL = speech_words("several sides")
_COUNTED = speech_words("those same")
#: What a speaker says of himself, folded: of us, of me.
_OF_US = frozenset(("اننا", "انني", "اني", "باننا", "بانني", "باني"))
#: How the words of somebody begin that are about himself, by gender.
_OF_HIMSELF = {
    "masculine": frozenset(("انه", "بانه")),
    "feminine": frozenset(("انها", "بانها")),
}
#: Of whom somebody else asks what the speaker tells, and words before whoever does, folded.
_ASKED_OF = frozenset(("مني", "منا"))
_BY = speech_words("on the part of")
#: To describe and to explain, which need an object: without it they are passives (وفُسر بأنه …).
_SO_CALLED = speech_cues("so called")
#: Signs behind the year with which an entry of a chronicle begins, and the digits of a year.
_DASHES = frozenset("-–—:")
_YEAR = (3, 4)
#: Of whom it is told, behind what is his (حسب قولها).
_HER = "ها"


class Resumed(Doers):
    """Tells who spoke before of whoever is only taken up."""

    def post_resumed(self, frame: Frame, his: SourcePhrase) -> bool:
        """Whether an office that no name follows is that of whom spoke before (وأضاف القائد الميداني)."""
        words = [t.folded for t in self.tokens[frame.source.first : frame.source.end]]
        if words == [_OFFICER]:
            held = self.tokens[his.first].folded.removeprefix("ال")
            return held in _RANKS
        definite = len(words) <= MOST_OF_POST and all(w.startswith("ال") for w in words)
        alike = {t.folded.removeprefix("ال") for t in self.tokens[his.first : his.end]}
        title = self.persons.titles.match(self.tokens, frame.source.first)
        strange = any(w in self.nationalities for w in words)
        return frame.goes_on and definite and bool(title) and not strange and words[0][2:] in alike

    def several_resumed(self, phrase: SourcePhrase, last: Sequence[str] | None) -> bool:
        """Whether those who spoke before are taken up by how many they are (هذه الدول الثلاث, الحركتان)."""
        words = [t.folded for t in self.tokens[phrase.first : phrase.end]]
        pointed = bool(words) and words[0] in self.sources.particles.demonstrative
        words = words[pointed:]
        if not words or last is None or len(last) < 2:
            return False
        if words[0] in _TWO:
            return len(last) == 2 and len(words) == 1
        counted = len(words) == 2 and words[1] in _COUNTED
        return words[0] in _SEVERAL and (counted or (pointed and len(words) == 1))

    def may_be_source(self, his: SourcePhrase) -> bool:
        """Whether the last speaker is one official without a name, whom المصدر means."""
        head = self.tokens[his.first].folded.removeprefix("ال")
        following = self.tokens[his.first + 1].folded if his.end > his.first + 1 else ""
        described = following.removeprefix("ال") in self._adjectives  # "مسؤول تركي بارز"
        return head in _UNNAMED and (described or self.name_in(his) is None)

    @cached_property
    def _adjectives(self) -> frozenset[str]:
        return frozenset(w.removeprefix("ال") for w in self.nationalities)

    def in_later_entry(self, frame: Frame, spoken: Frame) -> bool:
        """Whether a chronicle went on to another year since somebody spoke (1922 - X تعلن …; 1954 - …)."""
        return any(spoken.cue_first < start <= frame.cue_first for start in self._entries)

    @cached_property
    def _entries(self) -> tuple[int, ...]:
        """The tokens with which lines begin that open with a year and a dash; none where one line does."""
        starts = (s.start for s in self.document.sentences if s.start + 1 < s.end)
        dated = tuple(
            i
            for i in starts
            if self.tokens[i].kind == "number"
            and len(self.tokens[i].text) in _YEAR
            and self.tokens[i + 1].text in _DASHES
        )
        return dated if len(dated) > 1 else ()

    def of_himself(self, frame: Frame, parent: Frame) -> bool:
        """Whether a verb goes on what somebody says of himself (قالت X إنها أسرت من دربته Y وطالبت …)."""
        mine, his = frame.inflected, parent.inflected
        if mine is None or his is None or not frame.joined or mine.number != "singular":
            return False
        opening = self.tokens[parent.content_first].folded
        return mine.gender == his.gender and opening in _OF_HIMSELF[mine.gender]

    def of_us(self, frame: Frame, parent: Frame) -> bool:
        """Whether the quoted speaker himself says I, in a verb spelt like another's (واعتقد أننا …)."""
        first = self.tokens[frame.content_first].folded
        spelt = self.tokens[frame.cue_first].folded.removeprefix("و").startswith("ا")
        one = frame.inflected is not None and frame.inflected.number == "singular"
        return parent.quoted and spelt and one and first in _OF_US

    def asking_us(self, frame: Frame) -> tuple[str, ...]:
        """Who asks something of whoever tells it, whom "by" may name: طلب منا من قبل تركيا أن …."""
        at = frame.cue_end
        mine = frame.parent is not None and frame.kind == "verb" and not frame.first_person
        if not mine or at >= len(self.tokens) or self.tokens[at].folded not in _ASKED_OF:
            return ()
        for i in range(at + 1, frame.content_first):
            if self.tokens[i].folded in _BY and self.tokens[i - 1].folded == "من":
                named = (m for m in self.findings.actors_in(i + 1, frame.content_first) if m.counts)
                return tuple(dict.fromkeys(a for m in named for a in m.actors)) or OTHER
        return OTHER

    def called_so(self, frame: Frame) -> bool:
        """Whether nobody says as what something is taken: a passive right before بأنه (وفُسر بأنه …)."""
        form, at = frame.inflected, frame.cue_end
        if form is None or frame.form not in _SO_CALLED or not frame.elided or frame.is_participle:
            return False
        return frame.kind == "verb" and at < len(self.tokens) and self.tokens[at].folded in AS_HE

    def hers(self, frame: Frame, spoken: Frame) -> tuple[str, ...]:
        """Whose words these are where a pronoun excludes him who spoke last (أمطرت فصائل …، حسب قولها)."""
        form = spoken.inflected
        feminine = self.tokens[frame.cue_end - 1].folded.endswith(_HER)
        index = self.document.sentence_at(frame.cue_first)
        if form is None or index is None or not feminine or spoken.elided or form.gender != "masculine":
            return ()
        start = self.document.sentences[index].start
        clauses = reversed(self._openings(start, frame.cue_first))
        fit = (at for at in clauses if self._is_feminine(at))
        return next((doer for at in fit if (doer := self._doer(at, frame.cue_first))), ())

    def _is_feminine(self, verb: int) -> bool:
        """Whether the word at token `verb` looks like a verb of hers (أمطرت, تقصف)."""
        word = self.tokens[verb].folded.removeprefix("و")
        return verb not in self.sources.actor_at and (word.startswith("ت") or word.endswith("ت"))
