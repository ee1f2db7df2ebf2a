"""Who cannot be the subject of a verb that names nobody: of another gender, number or clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.inflect import THIRD_PERSON, Number
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import TELLERS
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.memory import OTHER
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.speaking_things import PASSIVES, PLURAL, SpeakingThings

#: As well, before a verb that goes on (كما أعلنوا), folded.
_AS_WELL = "كما"
#: Letters of the longest word that is too short for a plural.
_SHORT_PLURAL = 4
#: How plurals of things and bodies end, which a verb of hers goes with (قيادات), folded.
_BODIES = "ات"
#: A minister, whose ministry may go on, folded.
_MINISTER = "وزير"
#: Kinds of frames whose verb has a subject, and of those who gather.
_CLAUSES = ("verb", "label")
_GATHERING = frozenset(("population", "armed-group"))
#: Those who do something, folded.
_THOSE_WHO = frozenset(("الذين", "ممن", "من"))
#: Sentences back to whoever several are that go on, and to one man or body.
_NOT_FAR, _LONG_AGO = 2, 5
#: Acts of people who gather for something; other participles are those of who tells of them.
_GATHER_FOR = frozenset(("request", "refuse", "accuse", "threaten"))
#: What several are who do something, folded; how their deeds end, with the letters of the shortest; tokens
#: before and behind it within which they are named.
_MANY = speech_words("many people")
_THEY_DID, _SHORTEST_DEED = "وا", 4
_BEFORE_DEED, _BEHIND_DEED = 3, 5


@dataclass(frozen=True, slots=True)
class Voice:
    """Whoever speaks, as his actors, and the index of the frame that made him speak first."""

    actors: tuple[str, ...]
    first: int


def agrees(frame: Frame, spoken: Frame, *, surely: bool = False) -> bool:
    """Whether who speaks in `spoken` can be the subject of the verb of `frame`, which names nobody."""
    mine, his = frame.inflected, spoken.inflected
    if mine is None or his is None or not frame.elided or frame.is_participle or spoken.is_participle:
        return not surely
    if mine.number != "singular" or mine.person != THIRD_PERSON:
        return not surely
    return his.person == THIRD_PERSON and his.gender == mine.gender


class Agreement(SpeakingThings):
    """Tells of several who spoke before whose a verb may be that names nobody."""

    def _of_its_gender(
        self, index: int, frames: Sequence[Frame], named: Sequence[Voice], voice: Voice
    ) -> Voice:
        """Who spoke before and agrees with a verb that the last speaker cannot be the subject of.

        "قالت الوزيرة إن …. ورد السفير أن …. وأكدت أن …": the minister goes on.
        """
        frame, heard = frames[index], frames[voice.first]
        if self._goes_on_his_words(frame, heard):
            return Voice(OTHER, index)
        earlier = (
            named[k]
            for k in range(index - 1, -1, -1)
            if named[k].first == k and named[k].actors and frames[k].parent == frame.parent
        )
        several = frame.inflected is not None and frame.inflected.number == "plural"
        near = self._sentence(frame) - (_NOT_FAR if several else _LONG_AGO)
        earlier = (v for v in earlier if self._sentence(frames[v.first]) >= near)
        named_so = (v for v in earlier if self._can_be(frame, frames[v.first], surely=True))
        return next((v for v in named_so if not frames[v.first].elided), voice)

    def _goes_on_his_words(self, frame: Frame, heard: Frame) -> bool:
        """Whether a verb in the present goes on what others say (يرى خبراء أن الخطوات مهمة، وتؤكد أن …)."""
        form = frame.inflected
        hers = form is not None and form.gender == "feminine" and form.tense == "present"
        return hers and frame.joined and self._sentence(frame) == self._sentence(heard)

    def _of_one_nearer(
        self, index: int, frames: Sequence[Frame], named: Sequence[Voice], heard: Frame
    ) -> Voice | None:
        """Who spoke in the sentence of a participle and agrees with it better, also inside another's words.

        "وتقول المصادر إن الضباط يشكون من النقص، متهمين الوزير بـ…": the officers accuse; "أكدت مصادر رفض
        الرئيس الهدنة، معتبرا أن …": the president does.
        """
        frame, form = frames[index], frames[index].inflected
        if form is None or not frame.is_participle or not frame.elided or form.gender != "masculine":
            return None
        told_by_her = heard.inflected is not None and heard.inflected.gender == "feminine"
        if form.number != "plural" and not told_by_her:
            return None
        sentence, kinds = self.document.sentence_at(frame.cue_first), ("verb", "noun")[: 1 + told_by_her]
        for k in range(index - 1, -1, -1):
            other = frames[k]
            if self.document.sentence_at(other.cue_first) != sentence:
                return None
            if other.kind in kinds and not other.elided and named[k].actors:
                fits = self._number(other.source) == form.number
                feminine = self.tokens[other.source.first].folded.endswith(("ه", "ات"))
                return named[k] if fits and not feminine else None
        return None

    def _can_be(self, frame: Frame, spoken: Frame, *, surely: bool = False) -> bool:
        """Whether who speaks in `spoken` can be the subject of `frame`, by gender and by number."""
        mine = frame.inflected
        his = None if spoken.elided else self._number(spoken.source)
        if mine is not None and frame.elided and mine.person == THIRD_PERSON and his is not None:
            if mine.number == "singular" and mine.gender == "masculine" and his == "plural":
                return False
            if mine.number == "plural" and (mine.gender == "masculine" or not frame.is_participle):
                return his == "plural"
            hers = mine.number == "singular" and mine.gender == "feminine" and not frame.is_participle
            if hers and his == "plural" and not self.tokens[spoken.source.first].folded.endswith(_BODIES):
                return False  # "نقلت المصادر عن شهود …. وأضافت": the sources do
        if mine is not None and mine.number == "plural" and frame.joined and not frame.is_participle:
            return self._may_be_several(frame, spoken) and agrees(frame, spoken, surely=surely)
        return agrees(frame, spoken, surely=surely)

    def _sentence(self, frame: Frame) -> int:
        """The number of the sentence in which a frame stands."""
        return self.document.sentence_at(frame.cue_first) or 0

    def _may_be_several(self, frame: Frame, spoken: Frame) -> bool:
        """Whether several may be meant by whoever speaks in `spoken` (المصادر, الحزب والحركة, مسؤولون)."""
        if spoken.elided or frame.is_participle:
            return True
        phrase = spoken.source
        number, head = self._number(phrase), self.tokens[phrase.first].folded
        if number is not None:
            return number == "plural"
        mention = self.sources.actor_at.get(phrase.first)
        following = self.tokens[phrase.first + 1].folded if phrase.end > phrase.first + 1 else ""
        if mention is None and following.endswith(PLURAL):
            return True  # "ثلاثة مسؤولين"
        if (mention is not None and mention.kind in TELLERS) or head.endswith(_BODIES):
            return True
        return any(t.folded.startswith("و") for t in self.tokens[phrase.first + 1 : phrase.end])

    def _of_another(self, index: int, frames: Sequence[Frame], named: Sequence[Voice], voice: Voice) -> Voice:
        """`voice`, unless the verb cannot be that of whoever spoke, so that another is meant."""
        frame, heard = frames[index], frames[voice.first]
        form = frame.inflected
        if form is None or form.person != THIRD_PERSON or not frame.elided or frame.kind not in _CLAUSES:
            return voice
        if frame.is_participle:
            gathered = self._gathered(frame, heard, told=voice.first == index)
            return Voice(gathered, index) if gathered else voice
        if (going_on := self._same_clause(index, frames, named, heard)) is not None:
            return going_on
        if form.number == "dual" and voice.first == index and len(voice.actors) == 1:
            return Voice(OTHER, index)
        if self._behind_those_who(frame, heard):
            return Voice(OTHER, index)
        if voice.first == index or frame.self_reference or frame.goes_on or voice.actors == OTHER:
            return voice
        if form.number == "plural":
            return voice if self._may_go_on(frame, heard) else Voice(OTHER, index)
        if form.number == "dual":
            quoted = frame.parent is not None and frames[frame.parent].quoted  # "لقد أعلنا أن …": we
            return voice if quoted or self._may_be_two(heard, voice) else Voice(OTHER, index)
        if not self._of_other_gender(frame, heard) or self._his_side_acts(frame, heard, voice):
            return voice
        return Voice(self._man_who_said(frame, heard) or OTHER, index)

    def _behind_those_who(self, frame: Frame, heard: Frame) -> bool:
        """Whether a verb goes on a relative clause of those who do something (الذين يشجعون …، وينتقدون …)."""
        form, index = frame.inflected, self._sentence(frame)
        several = form is not None and form.number == "plural" and form.tense == "present"
        if not several or not frame.joined:
            return False
        start = max(self.document.sentences[index].start, heard.cue_end * (heard is not frame))
        for i in range(frame.cue_first - 1, start, -1):
            if self.tokens[i].folded in self.sources.particles.complementiser:
                return False
            if self.tokens[i].folded in _THOSE_WHO:
                does = self.tokens[i + 1].folded
                return i + 1 < frame.cue_first and does.startswith("ي") and does.endswith("ون")
        return False

    def _may_go_on(self, frame: Frame, heard: Frame) -> bool:
        """Whether several go on whom a collective means (الحركة …. وقالوا), unless a clause parts them."""
        alone = not heard.elided and self._number(heard.source) == "singular"
        joined = frame.joined or self.tokens[frame.cue_first].folded == _AS_WELL
        return self._may_be_several(frame, heard) or (joined and not alone)

    def _may_be_two(self, heard: Frame, voice: Voice) -> bool:
        """Whether whoever spoke may be two: several parties, a dual, or two who are joined.

        So may one man: the verb is his, misspelt (وطالبا, for ومطالبا).
        """
        if heard.elided or len(voice.actors) > 1 or heard.inflected is None:
            return True
        if self._number(heard.source) == "singular":
            return True
        if heard.inflected.number == "dual" or self.tokens[heard.source.first].folded.endswith("ان"):
            return True
        phrase = self.tokens[heard.source.first + 1 : heard.source.end + 1]  # "وطالب سالم وزياد الورد …"
        return any(t.folded.startswith("و") for t in phrase)

    def _same_clause(
        self, index: int, frames: Sequence[Frame], named: Sequence[Voice], heard: Frame
    ) -> Voice | None:
        """Who does what a verb joins its own to, where several do or the last speaker cannot.

        "الذين يدّعون أنهم …، ويهددون …": they do both; "التصريحات التي اتهم فيها …، وطالب …": he does.
        """
        if not index or not frames[index].joined:
            return None
        frame, before = frames[index], frames[index - 1]
        mine, his = frame.inflected, before.inflected
        if mine is None or his is None or not before.elided or before.is_participle:
            return None
        alike = (mine.number, mine.gender, mine.person) == (his.number, his.gender, his.person)
        if not alike or self._sentence(frame) != self._sentence(before):
            return None
        if mine.number == "plural" or not self._can_be(frame, heard):
            return named[index - 1]
        return None

    def _of_other_gender(self, frame: Frame, heard: Frame) -> bool:
        """Whether the verb is surely another's than that of a man, or of a body that it is not joined to."""
        form = frame.inflected
        if form is None or heard.elided or heard.is_participle or self._can_be(frame, heard):
            return False
        if form.gender == "masculine" and self._paper_between(frame, heard):
            return False
        if frame.kind == "label" or frame.form in PASSIVES:
            return False  # "طالما تعتبرها ضرورية" goes on any clause; "يشتبه في" may be a passive
        hers = self.tokens[heard.source.first].folded.endswith(("ه", _BODIES))
        if form.gender == "feminine":
            ministry = self.tokens[heard.source.first].folded.removeprefix("ال") == _MINISTER
            return self._number(heard.source) == "singular" and not hers and not ministry
        return not frame.joined and hers

    def _his_side_acts(self, frame: Frame, heard: Frame, voice: Voice) -> bool:
        """Whether whoever spoke tells of his own side (قال الناطق إن الحكومة نددت بـ…، ودعت …)."""
        told = self.findings.actors_in(heard.content_first, frame.cue_first)
        side = any(m.counts and m.actors == voice.actors for m in told)
        return side and frame.joined and self._sentence(frame) == self._sentence(heard)

    def _paper_between(self, frame: Frame, heard: Frame) -> bool:
        """Whether a paper of whoever spoke may be what goes on (صدر عن القيادة بيان أمس، أكد أن …)."""
        told, papers = self.tokens[heard.cue_end : frame.cue_first], self.sources.particles.document
        return any(s.rest.removeprefix("ال") in papers for t in told for s in t.splits)

    def _man_who_said(self, frame: Frame, heard: Frame) -> tuple[str, ...]:
        """The man named behind a verb of saying since then (مذكرة بما قاله الوزير …، حيث أكد أن …)."""
        form = frame.inflected
        if form is None or form.gender != "masculine":
            return ()
        named = reversed(self.findings.actors_in(heard.cue_end, frame.cue_first))
        men = (m for m in named if not m.counts and m.kind not in TELLERS and m.first > heard.cue_end)
        said = (m for m in men if self.sources.cues.verb(self.tokens[m.first - 1].folded))
        return next((m.actors for m in said if self._sentence(frame) == self._sentence(heard)), ())

    def _gathered(self, frame: Frame, heard: Frame, *, told: bool) -> tuple[str, ...]:
        """Those whose demands a participle tells: people told of before it in its sentence.

        "وذكرت مصادر أن المئات نظموا تظاهرة، مطالبين بـ…". `told`: whether nobody spoke before it.
        """
        form, index = frame.inflected, self.document.sentence_at(frame.cue_first)
        if form is None or form.number != "plural" or form.gender != "masculine" or index is None:
            return ()
        if frame.act not in _GATHER_FOR or not (told or self._number(heard.source) != "plural"):
            return ()
        start = self.document.sentences[index].start
        start = start if told else max(start, heard.cue_end)
        for i in range(frame.cue_first - 1, start - 1, -1):
            word = self.tokens[i].folded
            did = word.endswith(_THEY_DID) and len(word) > _SHORTEST_DEED and i not in self.sources.actor_at
            if did or not {word, word.removeprefix("ال")}.isdisjoint(_MANY):
                near = self.findings.actors_in(max(start, i - _BEFORE_DEED), i + _BEHIND_DEED)
                named = (m.actors for m in near if m.kind in _GATHERING and m.first < frame.cue_first)
                return next(named, OTHER)
        return ()

    def _number(self, phrase: SourcePhrase) -> Number | None:
        """Whether one man or several speak, where the word that names them says so (سكان, المتحدث)."""
        word = self.tokens[phrase.first].folded
        bare, particles = word.removeprefix("ال"), self.sources.particles
        if bare in particles.one:
            return "singular"
        mention = self.sources.actor_at.get(phrase.first)
        group = mention is not None and mention.kind in TELLERS
        title = bool(self.persons.titles.match(self.tokens, phrase.first))
        following = self.tokens[phrase.first + 1].folded if phrase.end > phrase.first + 1 else ""
        many = len(bare) > _SHORT_PLURAL and bare.endswith(PLURAL) and bare not in self.given
        many = many and (group or title or word != bare or following.endswith(PLURAL))  # هارمون
        if bare in particles.people or many:
            return "plural"
        if any(t.folded.startswith("و") for t in self.tokens[phrase.first + 1 : phrase.end]):
            return None  # "قال الوزير والسفير … وأضافا"
        person = mention is not None and not mention.counts and not group
        return "singular" if title or person or word in self.given else None
