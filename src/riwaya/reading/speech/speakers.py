"""Which actors the speakers are: mentions in the source phrase, names met before, the last speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from riwaya.lexicon.inflect import THIRD_PERSON, without_pronoun
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.model import BasisOfStatement
from riwaya.reading.draft import BODIES, STATE_KINDS, TELLERS, ActorMention, AttributionDraft
from riwaya.reading.speech.agreement import Voice, agrees
from riwaya.reading.speech.doers import IN_PASSING
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.memory import MOST_OF_POST, NOBODY_NAMED, OTHER
from riwaya.reading.speech.own_subjects import OwnSubjects
from riwaya.reading.speech.press import reviewed
from riwaya.reading.speech.references import SOURCE
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.speaking_things import JOINED
from riwaya.reading.speech.verb_readings import EXPRESSES, ME
from riwaya.text.fold import fold
from riwaya.text.signs import COMMAS

#: Inhabitants who are told of or demand something; those who tell what they saw.
_INHABITANTS = (("civilians",), ("eyewitnesses",))
_DEMANDS = frozenset(("request", "refuse", "accuse", "threaten", "announce"))
_NOBODY = SourcePhrase(0, 0)
#: Verbs of what others say or hold, inside somebody's words too.
_OTHERS_SAY = speech_cues("others say")
#: What could not be done or was not issued is said of the medium itself.
_UNVERIFIED = tuple(speech_cues("not verified"))
#: An investigation of which nobody says whose it is, folded, and kinds of actors that have some.
_INVESTIGATION = speech_words("investigation")
#: What any office holder may be called, folded.
_OFFICIALS = speech_words("any official") | speech_words("spokesman")
#: Who speaks for a body whose name alone was told before, folded.
_SPEAKS_FOR_IT = speech_words("speaks for it") | speech_words("spokesman")
#: Some of those who spoke before, folded, and letters that a noun and its plural share (مسؤول).
_SOME_OF_THEM = speech_words("some of them")
_STEM = 4
#: Sources of which nobody says whose they are, folded.
_THE_SOURCES, _SOURCES = "المصادر", "مصادر"
#: Uses of titles whose holders speak for no party.
_NO_PARTY = frozenset(("private", "governor"))
#: Sources of whoever tells what he knows from them, folded (مصادرها).
_OWN_SOURCES = frozenset(("مصادر", "مصدر"))
#: A medium's man, as his word begins, and the pronoun of the medium itself.
_CORRESPONDENT, _OURS = "مراسل", "نا"
#: With what the clause begins of what somebody does meanwhile, folded.
_WHILE = frozenset(("بينما", "فيما"))
#: Dashes with which answers begin.
_DASHES = frozenset("-–—")
#: The army of which nobody says whose it is, folded.
_ARMY = "الجيش"


def _same_kind(actors: tuple[str, ...], before: tuple[str, ...] | None) -> bool:
    """Whether the last speaker is a group of sources or media that a bare group (الوسائل ذاتها) may mean."""
    groups = ("-sources", "-media")
    return before is not None and all(a.endswith(groups) for a in (*actors, *before))


def _tells_of_several(frame: Frame) -> bool:
    """Whether a verb is that of several whom it does not name (اعترفوا بـ…، ويرفضون أن …)."""
    several = frame.inflected is not None and frame.inflected.number == "plural"
    return several and frame.elided and not frame.is_participle


class Speakers(OwnSubjects):
    """Names the speakers of one document's frames in the order of the text."""

    def name(self, frames: Sequence[Frame]) -> tuple[AttributionDraft, ...]:
        """The frames as attributions, each with its actors."""
        thought = {i for i, f in enumerate(frames) if self._thought(f)}
        frames = [
            replace(f, source=_NOBODY) if i in thought else self._with_issuer(f) for i, f in enumerate(frames)
        ]
        asides = {i: self._with_antecedent(f) for i, f in enumerate(frames) if f.elided and i not in thought}
        frames = [asides.get(i, f) for i, f in enumerate(frames)]
        self._introduce(frames)
        last: dict[int | None, Voice] = {}
        main: dict[int | None, Voice] = {}
        many: dict[int | None, Voice] = {}  # several whom nobody names, who go on in the plural alone
        named = [Voice((), k) for k in range(len(frames))]
        quoted: dict[int, Voice | None] = {}
        for index in self._outside_in(frames):
            frame = frames[index]
            quoted[index] = last.get(frame.parent)
            through = self._cited_by(index, frames)
            hands_on = through is not None and frames[through].hands_on
            if hands_on and through is not None and (spoke := quoted.get(through)) is not None:
                last.setdefault(frame.parent, spoke)  # "وأضاف البيان الذي بثته القناة أن …"
            going = {**last, **(main if self._takes_up(frame) else {})}
            going |= many if _tells_of_several(frame) else {}
            voice = self._voice(index, frames, named, going)
            heard = frames[voice.first]
            if voice.first != index and not (self._can_be(frame, heard) or self._heard_from(heard)):
                voice = self._of_its_gender(index, frames, [named[k] for k in range(index)], voice)
            voice = self._of_one_nearer(index, frames, named, frames[voice.first]) or voice
            voice = self._of_another(index, frames, named, voice)
            if through is not None and frame.elided and frame.kind in ("relay", "verb"):
                # "نقلت عنه قوله", "وأضاف أن …، بحسب الوكالة": who spoke before the medium did
                before, medium = quoted.get(through), named[through]
                same = before is not None and before.actors == medium.actors
                voice = medium if same else before or Voice(OTHER, index)
            named[index] = voice
            self._remember_paper(frame, voice.actors)
            many.pop(frame.parent, None)
            over = self._ends_turn(frame, voice, index=index, aside=index in asides)
            if over or index in thought | self.in_passing:
                many |= {frame.parent: voice} if _tells_of_several(frame) else {}
                continue  # "ومن المفترض أن …": nobody is there to go on
            if self._in_his_paper(frame, frames):
                named[frame.parent or 0] = voice
            cited = None if through is None else frames[through]
            for going_on in (last, main)[: 1 + (frame.kind not in IN_PASSING)]:
                self._let_go_on(going_on, voice, frame, cited)
        return tuple(self._draft(k, frames, named) for k in range(len(frames)))

    def _let_go_on(
        self, going_on: dict[int | None, Voice], voice: Voice, frame: Frame, cited: Frame | None
    ) -> None:
        """Let the speaker of a frame go on behind it, also behind the words that are `cited` by a medium."""
        if frame.kind != "preposition" and not self._is_news(frame.source):
            going_on[frame.parent] = voice
        else:
            going_on.setdefault(frame.parent, voice)  # "وبحسب الناطق، فإن …. وأضاف أن …"
        if cited is not None:
            going_on[cited.parent] = voice

    def _takes_up(self, frame: Frame) -> bool:
        """Whether a verb goes on the last one that had a subject, not a noun told of in passing since.

        It is joined to it, or the main one behind what he does meanwhile (وبينما تحاشى X دعوة Y، أشار …).
        """
        index = self.document.sentence_at(frame.cue_first)
        if frame.kind != "verb" or frame.is_participle or not frame.elided or index is None:
            return False
        opening = self.tokens[self.document.sentences[index].start].folded.removeprefix("و")
        return frame.joined or (opening in _WHILE and self.tokens[frame.cue_first - 1].text in COMMAS)

    def _ends_turn(self, frame: Frame, voice: Voice, *, index: int, aside: bool) -> bool:
        """Whether nobody goes on behind the frame at `index`, or only several (واعترفوا بـ…. وأضافوا …)."""
        return (
            frame.kind == "impersonal"
            or (frame.kind == "noun" and voice.actors == NOBODY_NAMED)
            or self._says_no_more(frame, aside=aside)
            or (voice == Voice(OTHER, index) and _tells_of_several(frame))
        )

    def _says_no_more(self, frame: Frame, *, aside: bool) -> bool:
        """Whether who speaks does not go on: quoted scripture, a body told of in a relative clause."""
        return self._is_scripture(frame.source) or (aside and self._only_aside(frame))

    def _heard_from(self, frame: Frame) -> bool:
        """Whether the verb goes with a medium and its source speaks (علمت «الجريدة» من مصدر مطلع أن …)."""
        source = self.tokens[frame.source.first + 1 : frame.source.end]
        return any(t.folded == "من" for t in source)

    def _with_antecedent(self, frame: Frame) -> Frame:
        """`frame` with whom its clause goes on to tell of for a speaker."""
        named = self.antecedent(frame) or self.hearsay_before(frame)
        return frame if named is None else replace(frame, source=named)

    def _with_issuer(self, frame: Frame) -> Frame:
        """`frame` with whoever issued the document that it speaks of for a speaker."""
        unnamed = frame.kind == "verb" and (frame.elided or self.is_shouted(frame.source))
        issuer = self.issuer(frame) if unnamed else None
        return frame if issuer is None else replace(frame, source=issuer)

    def _only_aside(self, frame: Frame) -> bool:
        """Whether a relative clause tells what a body did (القرار الأميركي الذي قضى …)."""
        if frame.elided:
            relative = self.tokens[frame.cue_first - 1].folded in self.sources.particles.relative
            said = frame.how != "np" and bool(self.of_relative(frame))  # "وواكبها فلان الذي قال إن …"
            return relative and not said
        head, hearsay = self.tokens[frame.source.first], self.sources.particles.hearsay
        if any(s.rest.removeprefix("ال") in hearsay for s in head.splits):
            return True  # "نفى الوزير الأنباء التي تحدثت عن …"
        named = self.sources.actor_at.get(frame.source.first)
        return named is not None and named.counts and named.kind in BODIES

    @staticmethod
    def _cited_by(index: int, frames: Sequence[Frame]) -> int | None:
        """The parent of a frame that only hands it on: its speaker is none of whom the parent tells."""
        frame = frames[index]
        if frame.parent is None:
            return None
        parent = frames[frame.parent]
        behind = parent.kind == "preposition" and frame.cue_first < parent.cue_first
        carries_on = frame.kind == "verb" and (frame.goes_on or frame.continues) and parent.hands_on
        return frame.parent if parent.relays == frame.cue_first or (behind and carries_on) else None

    def _in_his_paper(self, frame: Frame, frames: Sequence[Frame]) -> bool:
        """Whether a document behind somebody's words is the one he spoke in (دان الوزير …، وفق البيان)."""
        if frame.parent is None or frame.kind != "verb":
            return False
        parent = frames[frame.parent]
        behind = parent.kind == "preposition" and parent.cue_first > frame.cue_first
        return behind and self._is_bare_document(parent)

    def _hands_nothing_on(
        self, index: int, through: int | None, frames: Sequence[Frame], named: Sequence[Voice]
    ) -> bool:
        """Whether a speaker goes on in his own words, or only a paper of his or nobody at all cites him."""
        if through is None:
            return False
        mine, parent = named[index], frames[through]
        if named[through].first == mine.first:
            return True
        if parent.elided:
            unnamed = named[through].actors == NOBODY_NAMED
            return unnamed and all(self.kinds.get(a) == "sources" for a in mine.actors)
        same = parent.kind == "preposition" and mine.actors == named[through].actors != OTHER
        return same and any(
            s.rest in self.sources.particles.venue for s in self.tokens[parent.source.first].splits
        )

    def _introduce(self, frames: Sequence[Frame]) -> None:
        """Remember whoever is named with his office anywhere: the headline has the name alone."""
        for frame in frames:
            name = None if frame.elided else self.name_in(frame.source)
            if name is not None and self._before_joined(frame.source) is None:
                actors = self.resolve(frame.source)
                one = self.tokens[frame.source.first].folded in self.sources.particles.one
                seen = one and actors in _INHABITANTS  # "أحد السكان سالم الورد": no other Ward is one by that
                if not (seen or self._is_namesake_of_full(name, actors)):
                    self._remember_name(name, actors)

    def _is_namesake_of_full(self, name: SourcePhrase, actors: tuple[str, ...]) -> bool:
        """Whether somebody else of the surname is named in full: the headline's bare one is not his."""
        return bool(self._named_in_full.get(self.tokens[name.end - 1].folded, set()) - {actors})

    @cached_property
    def _named_in_full(self) -> dict[str, set[tuple[str, ...]]]:
        """For whom the listed people speak who are named in full, by their folded surnames."""
        found: dict[str, set[tuple[str, ...]]] = {}
        for mention in self.findings.actors:
            if not mention.counts and mention.end - mention.first > 1:
                found.setdefault(self.tokens[mention.end - 1].folded, set()).add(mention.actors)
        return found

    @staticmethod
    def _outside_in(frames: Sequence[Frame]) -> list[int]:
        """Order of naming: that of the text, but a parent before what it holds."""
        order: dict[int, None] = {}
        for index in range(len(frames)):
            waiting = [index]
            while waiting[-1] not in order:
                parent = frames[waiting[-1]].parent
                if parent is None or parent <= waiting[-1]:
                    break
                waiting.append(parent)
            order.update(dict.fromkeys(reversed(waiting)))
        return list(order)

    def _voice(
        self,
        index: int,
        frames: Sequence[Frame],
        named: Sequence[Voice],
        last: dict[int | None, Voice],
    ) -> Voice:
        """Who speaks in a frame: somebody named in it, or whoever goes on."""
        frame = frames[index]
        before = self._still(frame, frames, last.get(frame.parent)) or self._in_text(frame, frames, named)
        over = frames[frame.parent] if frame.parent is not None else None
        aired = over is not None and over.hands_on and over.relays == frame.cue_first
        parent = None if frame.parent is None or aired else named[frame.parent]
        parent = parent if parent is not None and parent.actors else None
        if parent is not None and not frame.elided and self._our_own(frame.source):
            return parent
        if not frame.elided:
            return self._named(index, frames, before, parent)
        if frame.kind == "impersonal" or self._thought(frame) or self._suspected(frame):
            return self._held(index, frame, over, parent)
        if parent is None and (papers := self._go_on_in_review(frame)):
            return Voice(papers, index)
        if frame.relays is not None and frame.kind == "verb":
            heard = before is not None and any(self.kinds.get(a) == "media" for a in before.actors)
            heard = heard or (frame.joined and self._in_one_sentence(frame, before, frames))
            return before if before and heard else Voice(NOBODY_NAMED, index)
        if frame.kind == "decline" and frame.form.startswith(_UNVERIFIED):
            return parent or Voice((), index)
        if frame.kind == "noun" and (meant := self._by_noun(frame, over)):
            return Voice(meant, index)
        many = self.tokens[frame.cue_end - 1].folded.endswith("هم")
        if frame.self_reference and not many and (going_on := parent or before):
            hers = self.hers(frame, frames[going_on.first])
            return Voice(hers, index) if hers else going_on  # "…، على حد قوله"
        if frame.kind == "noun" and self._of_many_unnamed(frame):
            return parent or Voice(NOBODY_NAMED, index)
        if frame.first_person or frame.kind in ("noun", "label"):
            if parent is None and self._of_deed(frame):
                acting = self._acting(frame)
                return Voice(acting, index) if acting else before or Voice(OTHER, index)
            return parent or self._same_answer(frame, frames, before) or Voice(OTHER, index)
        return self._going_on(index, frames, before, parent)

    @staticmethod
    def _in_text(frame: Frame, frames: Sequence[Frame], named: Sequence[Voice]) -> Voice | None:
        """Whoever issued the full text in which a frame stands (نص البيان: …, الجيش:⏎ وأضاف البيان …)."""
        over = frame.parent
        return named[over] if over is not None and frames[over].kind == "statement" else None

    def _still(self, frame: Frame, frames: Sequence[Frame], before: Voice | None) -> Voice | None:
        """Who spoke before, unless nobody did or a chronicle went on to another year."""
        if before is None or not before.actors or self.in_later_entry(frame, frames[before.first]):
            return None
        return before

    def _held(self, index: int, frame: Frame, over: Frame | None, parent: Voice | None) -> Voice:
        """Who holds what is told by a passive: whoever acts upon it or tells of it, else nobody named."""
        if fold(frame.form) in self.sources.particles.protest:
            return Voice(OTHER, index)  # demonstrators; who is told of there acts against them
        if self._suspected(frame) and (acting := self._suspecting(frame, over)):
            return Voice(acting, index)
        others = frame.form in _OTHERS_SAY  # "قال إن هناك سجناء قيل إنهم …"
        # a medium tells whom the police arrested, and suspects nobody
        told = parent is not None and all(self.kinds.get(a) == "media" for a in parent.actors)
        others = others or (told and self._suspected(frame))
        return (None if others else parent) or Voice(NOBODY_NAMED, index)

    def _named(
        self, index: int, frames: Sequence[Frame], before: Voice | None, parent: Voice | None
    ) -> Voice:
        """Who speaks where the frame names or points to somebody: himself, or one who spoke before."""
        frame = frames[index]
        if before is not None and self._is_unnamed_source(frame, frames[before.first]):
            return before
        actors = self._explicit(frame, before.actors if before else None)
        return self._meant_again(frame, frames, actors, before, parent) or Voice(actors, index)

    def _is_unnamed_source(self, frame: Frame, spoken: Frame) -> bool:
        """Whether المصدر is the official who spoke before (قال مسؤول بارز إن …، بحسب المصدر)."""
        return self._is_the_source(frame.source) and not spoken.elided and self.may_be_source(spoken.source)

    def _same_answer(self, frame: Frame, frames: Sequence[Frame], before: Voice | None) -> Voice | None:
        """Who spoke before; nobody where "we" answer in a line that a dash opens, and he spoke above it."""
        index = self.document.sentence_at(frame.cue_first)
        if before is None or index is None or not frame.first_person:
            return before
        start = self.document.sentences[index].start
        above = self.tokens[start].text in _DASHES and frames[before.first].cue_first < start
        return None if above else before

    def _in_one_sentence(self, frame: Frame, voice: Voice | None, frames: Sequence[Frame]) -> bool:
        """Whether who last spoke did so in the sentence of `frame` (أعربت المنظمة عن …، ونقلت عن X …)."""
        if voice is None or frame.inflected is None:
            return False
        spoken = frames[voice.first]
        same = self.document.sentence_at(spoken.cue_first) == self.document.sentence_at(frame.cue_first)
        return same and agrees(frame, spoken)

    def _same_army(self, phrase: SourcePhrase, last: tuple[str, ...]) -> bool:
        """Whether the army, named by one word, is the one that spoke last (الأركان …. وأوضح الجيش …)."""
        alone = phrase.end == phrase.first + 1 and self.tokens[phrase.first].folded == _ARMY
        return alone and all(self.kinds.get(a) == "armed-forces" for a in last)

    @cached_property
    def _reviewed(self) -> tuple[str, ...]:
        """The papers that the report reviews, looked up once."""
        return reviewed(self.document, self.findings)

    def _go_on_in_review(self, frame: Frame) -> tuple[str, ...]:
        """The papers, where a sentence of a press review begins with a verb of theirs (وتطرقت إلى …)."""
        index = self.document.sentence_at(frame.cue_first) if self._reviewed else None
        if index is None or not frame.joined or frame.inflected is None:
            return ()
        begins = frame.cue_first == self.document.sentences[index].start
        return self._reviewed if begins and frame.inflected.gender == "feminine" else ()

    def _going_on(
        self, index: int, frames: Sequence[Frame], before: Voice | None, parent: Voice | None
    ) -> Voice:
        """Who speaks by a verb or a participle that names nobody: the last speaker, or who is told of."""
        frame = frames[index]
        if self.provides(frame):
            return Voice(OTHER, index)
        asking = self.asking_us(frame) or self._sender(frame)
        if told := asking or self.of_relative(frame) or self.publisher(frame):
            return Voice(told, index)
        if conceded := self._conceded(frame, frames):
            return Voice(conceded, index)
        over = frames[frame.parent] if frame.parent is not None else None
        if self._told_me(frame):
            return Voice(self._who_told_me(frame), index)
        if frame.kind == "preposition" and parent is not None:
            return parent  # "قال إن …، على حد تعبيره"
        if over is not None and parent is not None and self.of_us(frame, over):
            return parent
        if over is not None and self._disagrees(frame, over):
            return self.of_another(index, frames) or Voice(self._told_of(frame, over) or OTHER, index)
        doer = self._doer_now(frame, frames) or self._doer_before(frame, frames) if over is None else ()
        if doer:
            return Voice(doer, index)
        if over is None and (two := self._the_two(frame)):
            return Voice(two, index)
        if frame.kind == "statement" and (issuer := self._issuer_of_full_text(frame)):
            return Voice(issuer, index)
        return self.of_another(index, frames) or self._last_or_told(index, frames, before, parent)

    def _last_or_told(
        self, index: int, frames: Sequence[Frame], before: Voice | None, parent: Voice | None
    ) -> Voice:
        """Who spoke last, or of whom somebody tells whose words a verb stands in."""
        frame = frames[index]
        over = frames[frame.parent] if frame.parent is not None else None
        goes_on = frame.continues or frame.is_participle
        goes_on = over is None or (goes_on and not self._of_many(frame, over))
        told = () if goes_on or over is None else self._told_of(frame, over)
        if before or (parent and not told):
            return before or parent or Voice(OTHER, index)
        return Voice(told or self._subject(frame) or OTHER, index)

    def _told_me(self, frame: Frame) -> bool:
        """Whether the speaker was told himself, so that another said so (قال إن X عاد وأبلغني أن …)."""
        form = frame.inflected
        told = form is not None and form.person == THIRD_PERSON and not frame.is_participle
        return told and frame.kind == "verb" and self.tokens[frame.cue_end - 1].folded.endswith(ME)

    def _who_told_me(self, frame: Frame) -> tuple[str, ...]:
        """The one whose next deed such a verb tells: who stands right behind a verb before it.

        "عاد بوتين أمس وأبلغني"; else the one named last before it in its sentence, else another.
        """
        index = self.document.sentence_at(frame.cue_first)
        start = self.document.sentences[index].start if index is not None else frame.cue_first
        named = [m for m in self.findings.actors_in(start, frame.cue_first) if m.kind not in TELLERS]
        does = (m for m in reversed(named) if m.first and self._finite(m.first - 1))
        teller = next(does, named[-1] if named else None)
        return teller.actors if teller is not None else OTHER

    @staticmethod
    def _of_many(frame: Frame, parent: Frame) -> bool:
        """Whether a plural participle inside the words of one is of those whom he tells of."""
        mine, his = frame.inflected, parent.inflected
        if mine is None or his is None or not frame.is_participle:
            return False
        return mine.number == "plural" and his.number == "singular"

    @staticmethod
    def _disagrees(frame: Frame, parent: Frame) -> bool:
        """Whether a verb inside somebody's words cannot be his own: of another gender (قال إن طبيبة أكدت)."""
        mine, his = frame.inflected, parent.inflected
        if mine is None or his is None or frame.joined or frame.is_participle or parent.is_participle:
            return False
        single = mine.number == his.number == "singular" and mine.person == his.person == THIRD_PERSON
        return single and mine.gender != his.gender

    def _explicit(self, frame: Frame, last: tuple[str, ...] | None) -> tuple[str, ...]:
        """The actors of a speaker who is named, or pointed back to, in the frame itself."""
        if last is not None and self._same_army(frame.source, last):
            return last
        source = self._before_airing(frame.source) if frame.kind == "verb" else frame.source
        actors = self._latter(source) or self._in_its_name(source)
        actors = actors or self._same_body(source) or self.resolve(source)
        if actors == OTHER and self._is_same(frame.source):
            actors = last or self._honoured(frame.source) or self._issuer_before(frame) or OTHER
        elif actors == OTHER and (self._is_bare_document(frame) or self._rules(frame.source)):
            found = self._shows(frame.source)  # "وفق تقرير أممي": nobody who is told of wrote it
            actors = self._who_may_rule(frame, last or (() if found else self._subject(frame)))
        if actors == OTHER:
            actors = self._of_nobody_named(frame)
        if actors == OTHER and self.tokens[frame.source.first].folded in _SOME_OF_THEM:
            actors = self._people_before(frame)
        if last and self._is_same(frame.source) and _same_kind(actors, last):
            actors = last
        if actors == OTHER:
            actors = self._our_correspondent(frame.source)
        if actors in _INHABITANTS:
            actors = self._by_surname(frame.source) or self._inhabitants(frame)
        if self._is_the_source(frame.source):
            pointed = self.tokens[frame.source.end - 1].folded in self.same and self.source_told is None
            actors = self._source_meant(actors, last, pointed=pointed)
        elif not frame.source.elided and self.tokens[frame.source.first].folded == SOURCE:
            self.source_told = actors
        if frame.inflected is None or frame.inflected.number != "dual":  # "سالم الورد ونقابته يدينان"
            self._remember(frame.source, actors)
        return actors

    def _who_may_rule(self, frame: Frame, actors: tuple[str, ...]) -> tuple[str, ...]:
        """`actors`, or another where they cannot have passed a ruling (حكما يقضي بسجن المعتقلين)."""
        told = self._rules(frame.source) and all(self.kinds.get(a) in TELLERS for a in actors)
        return OTHER if told or not actors else actors

    def _before_airing(self, phrase: SourcePhrase) -> SourcePhrase:
        """Who speaks without the medium that made his words public (البيان الذي بثته القناة)."""
        particles = self.sources.particles
        for i in range(phrase.first + 1, phrase.end - 1):
            if self.tokens[i].folded in particles.relative and self.tokens[i + 1].folded in particles.aired:
                return replace(phrase, end=i)
        return phrase

    def _people_before(self, frame: Frame) -> tuple[str, ...]:
        """The people told of in the sentence of بعضهم (نظم الأهالي تجمعات … وأن بعضهم طالب بـ…)."""
        index = self.document.sentence_at(frame.cue_first)
        start = self.document.sentences[index].start if index is not None else frame.cue_first
        told = (m for m in self.findings.actors_in(start, frame.cue_first) if m.kind == "population")
        return next((m.actors for m in told), OTHER)

    def _by_surname(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """Whom a surname means that is a word for people too (قال الأمين العام سالم مدني …. ودعا مدني …)."""
        known = self.memory.get(self.tokens[phrase.first].folded, OTHER)
        party = known != OTHER and all(self.kinds.get(a) not in TELLERS for a in known)
        return known if party and phrase.end == phrase.first + 1 else ()

    def _our_correspondent(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The medium whose man was told of before, for مراسلنا (قال مراسل وكالة X …. وأضاف مراسلنا)."""
        word = self.tokens[phrase.first].folded
        if not (word.startswith(_CORRESPONDENT) and word.endswith(_OURS)):
            return OTHER
        media = (m for m in reversed(self.findings.actors_in(0, phrase.first)) if m.kind == "media")
        for mention in media:
            near = self.tokens[max(0, mention.first - 1) : mention.end]
            if any(s.rest.startswith(_CORRESPONDENT) for t in near for s in t.splits):
                return mention.actors
        return OTHER

    def _inhabitants(self, frame: Frame) -> tuple[str, ...]:
        """Inhabitants who tell are witnesses; who demonstrates, or demands as a citizen, is none by that."""
        source, particles = frame.source, self.sources.particles
        words = {t.folded.removeprefix("ال") for t in self.tokens[source.first : source.end]}
        if words & particles.demonstrator:
            return OTHER if self.tokens[source.first].folded in particles.one else _INHABITANTS[0]
        demands = words & particles.citizen and (frame.act in _DEMANDS or frame.form in EXPRESSES)
        return _INHABITANTS[0] if demands else _INHABITANTS[1]

    def _meant_again(
        self,
        frame: Frame,
        frames: Sequence[Frame],
        actors: tuple[str, ...],
        before: Voice | None,
        parent: Voice | None,
    ) -> Voice | None:
        """The last speaker, or the one whose words these are, whom the frame only points to or names so."""
        his = None if before is None or frames[before.first].elided else frames[before.first].source
        again = his is not None and (
            self._some_of(frame.source, his)
            or self._is_his_name(frame, actors, his)
            or (actors == OTHER and self._is_official(frame.source, his))
            or (actors == OTHER and self._is_its_speaker(frame.source, his))
            or (actors == OTHER and self._number(his) != "plural" and self.post_resumed(frame, his))
            or (actors == OTHER and self._investigates(frame.source, before))
        )
        if again or (actors == OTHER and before and self.several_resumed(frame.source, before.actors)):
            return before
        points = self._is_same(frame.source) or self._is_the_source(frame.source)
        if parent is not None and self.tokens[frame.source.first].folded in self.sources.particles.own:
            points = True  # "وقال الوزير إن بلاده تطالب بـ…"
        if points and before is not None and actors == before.actors:
            return before
        if parent is not None and actors == OTHER and self._investigates(frame.source, parent):
            return parent
        if parent is not None and actors == OTHER and self._is_bare_document(frame):
            return parent
        if parent is None or actors != parent.actors:
            return None
        his = frames[parent.first].source
        last_word = self.tokens[frame.source.end - 1].folded
        alike = his.end > his.first and last_word == self.tokens[his.end - 1].folded
        whole = self.sources.actor_at.get(frame.source.first)
        body = whole is not None and whole.end >= frame.source.end and whole.kind not in TELLERS
        return parent if points or alike or (body and actors != OTHER) else None

    def _some_of(self, phrase: SourcePhrase, his: SourcePhrase) -> bool:
        """Whether one or some of those speak who spoke before (قال سكان …. وقال أحدهم; أحد المسؤولين)."""
        first, last = self.tokens[phrase.first].folded, self.tokens[phrase.end - 1].folded
        if phrase.end == phrase.first + 1:
            one = first == SOURCE and self.tokens[his.first].folded == _SOURCES  # "قالت مصادر …. وقال مصدر"
            return one or (first in _SOME_OF_THEM and self._number(his) == "plural")
        noun = self.tokens[his.first].folded.removeprefix("ال")
        alike = last.removeprefix("ال")[:_STEM] == noun[:_STEM] and len(noun) > _STEM
        one = first in self.sources.particles.one and last.startswith("ال")
        return one and alike and phrase.end == phrase.first + 2 and his.end > his.first + 1

    def _investigates(self, phrase: SourcePhrase, voice: Voice | None) -> bool:
        """Whether an investigation that is nobody's in particular is that of a state that speaks."""
        words = (s.rest for t in self.tokens[phrase.first : phrase.end] for s in t.splits)
        if self.tokens[phrase.first].folded.removeprefix("ال") in self.sources.particles.body:
            return False  # "لجنة التحقيق"
        official = voice is not None and all(self.kinds.get(a) in STATE_KINDS for a in voice.actors)
        return official and not _INVESTIGATION.isdisjoint(words)

    def _is_official(self, phrase: SourcePhrase, his: SourcePhrase) -> bool:
        """Whether المسؤول, alone or with what he deals with, is the office holder who spoke before."""
        words = [t.folded for t in self.tokens[phrase.first : phrase.end]]
        called = words[0] in _OFFICIALS and words[1:] == [w for w in words[1:2] if w in self.matters]
        return called and self.sources.office_end(his.first) > his.first and self._number(his) == "singular"

    def _is_its_speaker(self, phrase: SourcePhrase, his: SourcePhrase) -> bool:
        """Whether an office without an owner is that of who spoke (رحب الحلف …. وقال الأمين العام …)."""
        words = " ".join(t.folded for t in self.tokens[phrase.first : phrase.end])
        body = self.sources.actor_at.get(his.first)
        listed = body is not None and body.counts and body.kind in BODIES and body.end == his.end
        return listed and words in _SPEAKS_FOR_IT

    def _is_his_name(self, frame: Frame, actors: tuple[str, ...], his: SourcePhrase) -> bool:
        """Whether a name never met is that of whom only his office named (قال وزير X …. وأضاف سالم الورد)."""
        office, name = self.sources.actor_at.get(his.first), frame.source
        if not frame.goes_on or actors != OTHER or not 1 < name.end - name.first <= MOST_OF_POST:
            return False
        post = office is not None and not office.counts and office.end == his.end and office.kind in BODIES
        unnamed = post and self.persons.tokens_of_name(his) is None
        return unnamed and self.persons.is_name(name.first, name.end) and self._number(his) == "singular"

    def _of_nobody_named(self, frame: Frame) -> tuple[str, ...]:
        """Whom a speaker who is no listed actor speaks for: by the office beside his name, by his body."""
        if self._hearsay(frame.source):
            return self._publisher(frame.source) or NOBODY_NAMED
        if (
            self.tokens[frame.source.first].folded == _THE_SOURCES
            and frame.source.end == frame.source.first + 1
        ):
            return NOBODY_NAMED  # "ومضت المصادر بالقول إن …"
        first = self.tokens[frame.source.first].folded
        if any(own and bare in _OWN_SOURCES for bare, own in without_pronoun(first)):
            return NOBODY_NAMED  # "علمت الجريدة من مصادرها الخاصة أن …"
        limit = frame.content_first if frame.content_first > frame.cue_first else frame.source.end + 1
        whose = (
            self._whose(frame.source) or self.beside(frame.source, limit) or self._by_pronoun(frame.source)
        )
        whose = whose or self._of_body(frame.source) or self._passed(frame.source)
        whose = whose or self._known_holder(frame.source)
        return whose or self._publisher(frame.source) or OTHER

    def _known_holder(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """For whom somebody known speaks whose full name ends an office of no list (مدير مكتب X فلان).

        Nobody who holds it no longer; no other man whose staff speaks (مدير حملة فلان).
        """
        held = self.persons.titles.match(self.tokens, phrase.first)
        former = any(t.folded in self.former for t in self.tokens[phrase.first : phrase.end])
        if not held or held[0].values[0].use in _NO_PARTY or former:
            return ()
        named = [m for m in self.findings.actors_in(phrase.first, phrase.end) if not m.counts]
        person = named[-1] if named and named[-1].end == phrase.end else None
        full = person is not None and person.end > person.first + 1 and person.kind in BODIES
        office = person is not None and self.persons.titles.match(self.tokens, person.first)
        if person is None or not full or office:
            return ()
        apart = any(t.text in COMMAS for t in self.tokens[phrase.first : person.first])  # "قال فلان، رئيس …"
        return person.actors if not apart and self._apposed_to_office(person) else ()

    def _apposed_to_office(self, person: ActorMention) -> bool:
        """Whether the name of `person` stands behind an adjective, a rank or another of his party."""
        before, surname = self.tokens[person.first - 1].folded, self.tokens[person.end - 1].folded
        ended = before.startswith("ال") or before in self.sources.particles.honorific
        party = (m for m in self.findings.actors if m.end == person.first and m.actors == person.actors)
        return ended or any(not before.endswith(surname) for _ in party)

    def _the_two(self, frame: Frame) -> tuple[str, ...]:
        """The two of whom a dual goes on to tell (اتصالين من ملك الأردن، وملك البحرين، عبرا فيهما عن …)."""
        index = self.document.sentence_at(frame.cue_first)
        if index is None or frame.inflected is None or frame.inflected.number != "dual":
            return ()
        start = self.document.sentences[index].start
        named = [m for m in self.findings.actors_in(start, frame.cue_first) if m.counts]
        if len(named) <= 1:
            return ()
        one, other = named[-2:]
        between = [t for t in self.tokens[one.end : other.first + 1] if t.kind == "word"]
        joined = 0 < len(between) <= JOINED and between[0].folded.startswith("و")
        return tuple(dict.fromkeys((*one.actors, *other.actors))) if joined else ()

    def _basis(self, phrase: SourcePhrase) -> BasisOfStatement | None:
        """What the statement rests on, where the source phrase begins by naming it (شهود, تحقيقات)."""
        words = (self.tokens[i].folded for i in range(phrase.first, min(phrase.end, phrase.first + 3)))
        return next((self.bases[w] for w in words if w in self.bases), None)

    @staticmethod
    def _through(index: int, frames: Sequence[Frame], voice: Voice) -> int | None:
        """The parent of a frame; of one who goes on after he was cited, the one who cited him.

        "ونقلت الوكالة عن الوزير قوله إن …. وأضاف أن …": the agency hands on the second, too, but not where
        it is only told whence the first is known (قال X إن …، وفقا للوكالة. وأضاف أن …).
        """
        frame, cited = frames[index], frames[voice.first]
        carries_on = frame.goes_on or frame.is_participle or frame.joined or not frame.elided
        if frame.parent is not None or voice.first == index or cited.parent is None or not carries_on:
            return frame.parent
        if index in (cited.parent, frames[cited.parent].parent):
            return None
        over = frames[cited.parent]
        relayed = over.relays == cited.cue_first and (over.kind == "verb" or frame.is_participle)
        return cited.parent if relayed else None

    def _draft(self, index: int, frames: Sequence[Frame], named: Sequence[Voice]) -> AttributionDraft:
        document, frame, voice = self.document, frames[index], named[index]
        parent = self._through(index, frames, voice)
        person = self.persons.part(frame.source)
        # "لم يتسن لرويترز", "وفقا لتقرير": ل belongs to what stands before it
        addressed = frame.kind == "decline" or frame.form.endswith(" ل")
        # "كما طالب بالتحقيق": the verb behind is what tells of an act
        besides = document.tokens[frame.cue_first].folded == "كما" and frame.cue_end - frame.cue_first > 1
        return AttributionDraft(
            cue=document.span(frame.cue_first, frame.cue_end - 1),
            cue_token=frame.cue_first + besides,
            source=self.sources.span(frame.source, shed=True, addressed=addressed),
            actors=voice.actors,
            content=document.span(frame.content_first, frame.content_end - 1),
            content_first=frame.content_first,
            content_end=frame.content_end,
            act=frame.act,
            distance=frame.distance,
            quoted=frame.quoted,
            frame=frame.kind,
            parent=parent,
            goes_on=self._hands_nothing_on(index, parent, frames, named),
            basis=frame.basis or self._basis(frame.source),
            name=person.name,
            role=person.role,
            addressee=frame.source.addressee,
            venue=frame.source.venue,
            said_at=frame.source.said_at,
            untrue=document.span(frame.untrue.start, frame.untrue.stop - 1) if frame.untrue else None,
        )
