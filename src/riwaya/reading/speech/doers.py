"""Whose deed is told before somebody says something without being named: the subject of his clause."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.inflect import OBJECTS, Form
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.actors.compositions import KINSHIP
from riwaya.reading.draft import STATE_KINDS, TELLERS, ActorMention
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.issuers import Issuers
from riwaya.reading.speech.memory import OTHER
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.verb_readings import WHAT, is_feminine
from riwaya.text.signs import COMMAS

#: Words before the verb that begins a sentence, folded.
_BEFORE_VERB = frozenset(("كما", "وقد", "قد", "ثم", "وكان", "كان"))
#: How a charge begins for which something is done (بتهمة, للاشتباه).
_FOR = ("ب", "لل", "لاتهام")
#: Words that open a clause but tell no deed, folded.
_NO_DEED = frozenset(("هناك", "هنالك", "كان", "كانت", "ليس", "ليست", "لا", "لم", "لن", "ما"))
#: Words that open a clause beside another, folded.
_MEANWHILE = frozenset(("فيما", "بينما", "اذ", "حيث", "وقت", "حين"))
#: Words behind which somebody's deed is given its reason, folded.
_SINCE = frozenset(("اذ", "حيث"))
#: Sentences before a text in which it is told who issued it.
_SENTENCES = 3
#: Tokens of من جانبه and a comma, behind which the verb of whose turn it is stands.
_TURN = 3
#: Words of an office and a name, at most.
_OFFICE_AND_NAME = 14
#: Signs behind what a headline leads with.
_BEHIND_LEAD = frozenset("/:|.")
#: With what verbs of the present begin.
_PRESENT = ("ي", "ت")
#: Letters of the shortest verb of the present that is told by its shape.
_SHORTEST_VERB = 4
#: Kinds of frames that tell in passing what somebody says or fears, beside the deed of their sentence.
IN_PASSING = ("noun", "label")
#: What a person suffers, in verbs that are written like those of whoever does it, folded.
_BEFELL = speech_words("suffered")
#: To express, which is written like "across", and words of a name before what is expressed.
_EXPRESSED, _NAME_BEHIND = "عبر", 6
#: Tokens from the beginning of a sentence to its verb, behind when and where something is done.
_FRONTED = 14
#: What a concession and what is said in spite of it begin with, folded.
_ALTHOUGH = frozenset(("رغم", "ورغم", "برغم", "وبرغم", "الرغم", "مع", "ومع"))
_BUT = frozenset(("لكن", "ولكن", "غير", "بيد"))
#: Words of a name behind an office, at most.
_NAME = 4
#: How the plural of who belongs to somebody ends (قياديي, مقاتلي), folded.
_OF_MANY = ("يي", "لي", "حي")
#: How plurals of men end, folded.
_MEN = ("ون", "ين")
#: How nouns of one body and names of countries end, folded.
_OF_BODIES = ("ه", "ا")
#: Who is accused of something, and what many are who do something, folded.
_ACCUSED, _MANY = speech_words("suspect"), speech_words("many people")
#: After something happened, folded.
_AFTER, _AFTER_THAT = "بعد", "بعدما"
#: To talk with somebody, and with whom, folded.
_TALKED, _WITH = speech_words("talked with"), frozenset(("الي", "مع"))
_HE = {
    "masculine": ("انه", "بانه", "لكنه", "ولكنه", "فانه"),
    "feminine": ("انها", "بانها", "لكنها", "ولكنها", "فانها"),
}


def _is_plural(frame: Frame) -> bool:
    """Whether a cue tells of several by its form (وقالوا إن …)."""
    return frame.inflected is not None and frame.inflected.number == "plural"


class Doers(Issuers):
    """Tells whose deeds the sentences of one document tell."""

    def _subject(self, frame: Frame) -> tuple[str, ...]:
        """Whose deed is told before a cue without a subject (أصدرت قسد بيانا قالت فيه …).

        He stands right behind the verb that begins the sentence of the cue, or the one before it
        (زار الوزير المخيم. وقال إن …); else the first actor of its sentence, where no relative clause tells
        of him (التفجير الذي استهدف X أوضح أن …).
        """
        index = self.document.sentence_at(frame.cue_first)
        if index is None:
            return ()
        start = self.document.sentences[index].start
        many = _is_plural(frame)
        doer = self._doer(start, frame.cue_first, many=many)
        if not doer and frame.cue_first == start and index:
            doer = self._doer(self.document.sentences[index - 1].start, start, many=many)
        relative = self.sources.particles.relative
        inside = (i for i in range(start, frame.cue_first) if self.tokens[i].folded in relative)
        named = self.findings.actors_in(start, next(inside, frame.cue_first))
        told = (m for m in named if m.counts and not self._quoted(m.first, frame))
        fit = (m for m in told if self._may_say(m, frame))
        doer = doer or self._interviewed(start, frame)
        return doer or self._headed(frame, start) or next((m.actors for m in fit), ())

    def _may_say(self, mention: ActorMention, frame: Frame) -> bool:
        """Whether somebody told of before a verb may be its subject, by his number and as no medium."""
        form = frame.inflected
        several = form is not None and form.number == "plural" and not frame.is_participle
        if several and mention.kind in STATE_KINDS | {"armed-forces"}:
            return len(mention.actors) > 1 or self.tokens[mention.first].folded.endswith(_MEN)
        return mention.kind != "media" or form is None or form.gender == "feminine"

    def _interviewed(self, start: int, frame: Frame) -> tuple[str, ...]:
        """Who answers a medium that spoke with him (تحدثت «الجريدة» إلى مصدر …، حيث أكد أن …)."""
        form = frame.inflected
        if form is None or form.gender != "masculine" or form.number != "singular":
            return ()
        talks = [i for i in range(start, frame.cue_first) if self.tokens[i].folded in _TALKED]
        media = (m for m in self.findings.actors_in(start, frame.cue_first) if m.kind == "media")
        asks = next(media, None)
        if asks is None or not talks or abs(talks[0] - asks.first) > _TURN:
            return ()
        to = self._talked_to(max(talks[0] + 1, asks.end))
        end = next((i for i in range(to, frame.cue_first) if self.tokens[i].text in COMMAS), None)
        return self.resolve(SourcePhrase(to, end)) if to and end is not None else ()

    def _talked_to(self, at: int) -> int:
        """The token from `at` on at which it is told with whom a medium talked (إلى مصدر …); 0 for nobody."""
        near = range(at, min(at + _TURN, len(self.tokens) - 1))
        return next((i + 1 for i in near if self.tokens[i].folded in _WITH), 0)

    def _headed(self, frame: Frame, start: int) -> tuple[str, ...]:
        """Who opens a headline before its first verb (الرئيس اليمني يلتقي مستشاريه ويؤكد أن …)."""
        title = self.document.title
        if title is None or self.tokens[frame.cue_first].start >= title.end or not frame.joined:
            return ()
        near = range(start + 1, min(frame.cue_first, start + 1 + _OFFICE_AND_NAME))
        verb = next((i for i in near if self._is_present(i)), None)
        if verb is None:
            return ()
        leads = (i + 1 for i in range(start, verb - 1) if self.tokens[i].text in _BEHIND_LEAD)
        start = max(leads, default=start)  # "عام / الرئيس اليمني يجتمع …", "رسميا.. الداخلية تعلن …"
        actors = self.resolve(SourcePhrase(start, verb))
        return actors if actors != OTHER else ()

    def _is_present(self, i: int) -> bool:
        """Whether a verb of the present may stand at token `i`, which is no name and no adjective."""
        word = self.tokens[i].folded
        plain = len(word) >= _SHORTEST_VERB and word.startswith(_PRESENT) and i not in self.sources.actor_at
        return (plain and not word.endswith(("ه", "ي"))) or self._verb_only(i)

    def _verb_only(self, i: int) -> bool:
        readings = self.predicates.look_up(self.tokens[i].folded)
        return bool(readings) and all(r.tense == "present" for r in readings)

    def _issuer_before(self, frame: Frame) -> tuple[str, ...]:
        """Who issued the document that speaks, as said before it (أصدر الحرس بيانا. وأضاف البيان)."""
        index = self.document.sentence_at(frame.cue_first)
        if not index:
            return ()
        noun = self.tokens[frame.source.first].folded.removeprefix("ال")
        start = self.document.sentences[index - 1].start
        named = any(t.folded.removesuffix("ا") == noun for t in self.tokens[start : frame.cue_first])
        return self._doer(start, frame.cue_first) if named else ()

    def _issuer_of_full_text(self, frame: Frame) -> tuple[str, ...]:
        """Whose deed is told last before a text quoted in full (أصدرت الوزارة بيانا … فيما يلي نصه)."""
        index = self.document.sentence_at(frame.cue_first)
        if index is None:
            return ()
        starts = (self.document.sentences[k].start for k in range(index, max(-1, index - _SENTENCES), -1))
        doers = (self._doer(at, frame.cue_first) for at in starts)
        return next((doer for doer in doers if doer), ())

    def _of_deed(self, frame: Frame) -> bool:
        """Whether what is told is whose deed it goes with (اعتقلت الشرطة … بتهمة, لوقف ما تعتبره …)."""
        before = self.tokens[frame.cue_first - 1].folded if frame.cue_first else ""
        if frame.kind == "label":
            return not frame.joined and before in WHAT
        return frame.act == "accuse" and self.tokens[frame.cue_first].folded.startswith(_FOR)

    def _acting(self, frame: Frame) -> tuple[str, ...]:
        """Whose deed the sentence of a cue tells: who stands behind the verb that begins it, or begins it."""
        index = self.document.sentence_at(frame.cue_first)
        if index is None:
            return ()
        start = self._behind_time(self.document.sentences[index].start)
        first = self.sources.actor_at.get(start)
        if first is not None and first.kind not in TELLERS:
            return first.actors
        return self._doer(start, frame.cue_first)

    def _behind_time(self, start: int) -> int:
        """The token behind the time with which a sentence begins at token `start` (وفي عام 2014 فرض …)."""
        at = start + (self.tokens[start].folded in ("في", "وفي"))
        return self.sources.time_at[at].end if at in self.sources.time_at else start

    def _doer_now(self, frame: Frame, frames: Sequence[Frame]) -> tuple[str, ...]:
        """Whose deed a sentence tells that its verb goes on with, where nobody spoke in it before.

        "قال السفير إن …. ووجه الوزير اليوناني الدعوة إلى الملك، موضحا أن …": the minister explains,
        and فرضت السلطات الألمانية نطاقا وأمرت بذبح الطيور.
        """
        index = self.document.sentence_at(frame.cue_first)
        since = self.tokens[frame.cue_first - 1].folded in _SINCE  # "ويريد الرئيس …؛ إذ تعهد بـ…"
        since = since or self._having_accused(frame)
        if index is None or frame.inflected is None or (frame.joined or since) == frame.is_participle:
            return ()
        start = self.document.sentences[index].start
        if frame.is_participle and frame.cue_first == start and index:
            start = self.document.sentences[index - 1].start  # "اعترف X أمام المحكمة. مشيرا إلى …"
        spoken = self._spoken_since(frame, frames, start)
        opens = self._openings(start, frame.cue_first)
        deeds = self._deeds(start, frame.cue_first) if spoken < start else []
        for at in (
            i for i in sorted({*opens, *deeds}, reverse=True) if i > spoken and not self._quoted(i, frame)
        ):
            many = _is_plural(frame)
            doer = self._doer(at, frame.cue_first, many=many)
            if not doer and at in opens:
                doer = self._unlisted(at, frame.cue_first) or self._nameless(at, frame.cue_first, many=many)
            if doer and (frame.inflected.number != "singular" or self._agrees(frame.inflected, at)):
                return doer
        first = self._subject_first(start, frame) if spoken < start else ()
        opened = any(start <= f.cue_first <= start + _TURN for f in frames if not f.elided)
        return first or (() if opened else self._in_turn(start, frame.cue_first))

    def _having_accused(self, frame: Frame) -> bool:
        """Whether somebody acts against whom he accused (أعدمت الحركة رجلا بعدما اتهمته بالتجسس)."""
        before = [t.folded for t in self.tokens[max(0, frame.cue_first - 2) : frame.cue_first]]
        then = before[-1:] == [_AFTER_THAT] or before == [_AFTER, "ان"]
        return then and frame.act == "accuse" and self.tokens[frame.cue_end - 1].folded.endswith(OBJECTS)

    def _doer_before(self, frame: Frame, frames: Sequence[Frame]) -> tuple[str, ...]:
        """The person whose deed the sentence before tells, where nobody speaks (زار X المخيم. وقال …)."""
        index, form = self.document.sentence_at(frame.cue_first), frame.inflected
        if not index or form is None or form.number != "singular" or frame.is_participle or not frame.joined:
            return ()
        start, before = (self.document.sentences[k].start for k in (index, index - 1))
        if frame.cue_first != start or self._spoken_since(frame, frames, before) >= before:
            return ()
        for at in sorted(set(self._openings(before, start)), reverse=True):
            person = next(iter(self.findings.actors_in(at + 1, at + _TURN)), None)
            if person is None or person.counts or person.kind in TELLERS or not self._agrees(form, at):
                continue
            if doer := self._doer(at, start):
                return doer
        return ()

    def _quoted(self, i: int, frame: Frame) -> bool:
        """Whether a clause at token `i` stands in words of somebody that are quoted before a cue."""
        quote = self.document.quote_at(i)
        return quote is not None and quote.close < frame.cue_first

    def _subject_first(self, start: int, frame: Frame) -> tuple[str, ...]:
        """Who opens a sentence before the verb of his deed (لكن الوزير التركي غادر القاعة مؤكدا أن …)."""
        first = start + (self.tokens[start].folded in self.sources.particles.contrast)
        first += self.tokens[first].folded == "ان"
        named, form = self.sources.actor_at.get(first), frame.inflected
        if named is None or named.kind in TELLERS or form is None or form.number != "singular":
            return ()
        for i in range(named.end, min(named.end + _NAME, frame.cue_first)):
            deed = self._finite(i)
            if deed is not None and i not in self.sources.actor_at:
                return named.actors if (deed.gender, deed.number) == (form.gender, form.number) else ()
            if not self._goes_on_name(i):
                return ()
        return ()

    @staticmethod
    def _spoken_since(frame: Frame, frames: Sequence[Frame], start: int) -> int:
        """Where somebody spoke last between token `start` and `frame`; -1 where nobody did."""
        told = (f for f in frames if start <= f.cue_first < frame.cue_first and f.kind not in IN_PASSING)
        return max((f.cue_first for f in told), default=-1)

    def _openings(self, start: int, cue: int) -> list[int]:
        """The tokens before a cue at which a clause of its sentence begins with a verb."""
        opens = [start, start + (self.tokens[start].folded in _BEFORE_VERB)]
        if (verb := self._behind_fronted(start, cue)) is not None:
            opens.append(verb)
        opens += [i + 1 for i in range(start, cue) if self.tokens[i].folded in _MEANWHILE]
        negation = self.sources.particles.negation
        return [i + (self.tokens[i].folded.removeprefix("و") in negation) for i in opens]

    def _deeds(self, start: int, cue: int) -> list[int]:
        """The verbs before a cue that a comma or و parts from the clause before (فيما فر X، استغل Y …)."""
        near = range(start + 1, cue - 1)
        parted = [i for i in near if self.tokens[i - 1].text in COMMAS or self.tokens[i].folded[0] == "و"]
        return [i for i in parted if i not in self.sources.actor_at and self._does(i)]

    def _does(self, i: int) -> bool:
        """Whether a verb stands at token `i`; one that is a noun too has an object (قتل X جنديا)."""
        if self._finite(i) is None:
            return self._did(i)
        if all(r.tense != "masdar" for r in self.predicates.look_up(self.tokens[i].folded)):
            return True
        named = self.sources.actor_at.get(i + 1)
        if named is None or named.end >= len(self.tokens):
            return False
        ends = self.sources.ends_phrase(named.end, i) or self.sources.adverbial(named.end)
        return self.tokens[named.end].kind == "word" and not ends

    def _did(self, i: int) -> bool:
        """Whether the word at token `i` is written like what she did, and a party stands behind it."""
        word = self.tokens[i].folded
        hers = len(word) > _SHORTEST_VERB and word.endswith("ت") and not word.endswith("ات")
        return hers and i + 1 in self.sources.actor_at and i not in self.sources.place_at

    def _behind_fronted(self, start: int, cue: int) -> int | None:
        """The verb behind the time, the place or the turn with which a sentence begins (وخلال القمة رد X)."""
        if not (start in self.sources.time_at or self.sources.adverbial(start)):
            return None
        particles = self.sources.particles
        for i in range(start + 1, min(cue, start + _FRONTED)):
            word, before = self.tokens[i].folded, self.tokens[i - 1].folded
            if word in particles.complementiser or word in particles.relative or word in _MEANWHILE:
                return None
            named = i in self.sources.actor_at or i in self.sources.time_at or i in self.sources.place_at
            if not named and before not in particles.preposition and self._finite(i) is not None:
                return i
        return None

    def _unlisted(self, verb: int, cue: int) -> tuple[str, ...]:
        """Whom a person of no list behind a verb speaks for: another, or whom he did before (زار سالم)."""
        first = verb + 1
        described = first + 1 < cue and self.tokens[first].folded.startswith("ال")
        called = first + (described and self._is_given(first + 1))  # "الكاتب سالم الورد"
        while called < cue and self._is_rank(called):
            called += 1
        named = called < cue and (self._is_given(called) or self._is_one_of(first))
        office = self.sources.office_end(first)
        body = first < cue and self.tokens[first].folded in self.sources.particles.body
        if (
            not (named or body or office > first)
            or first in self.sources.actor_at
            or self._finite(verb) is None
        ):
            return ()
        end = max(office, called + named, first + 1)
        while end < cue and end - first < _OFFICE_AND_NAME and self._goes_on_name(end):
            end += 1
        return self.resolve(SourcePhrase(first, end))

    def _nameless(self, verb: int, cue: int, *, many: bool) -> tuple[str, ...]:
        """`other` for a suspect, or for the `many`, behind a verb (اعترف المتهم …, نظم أنصار الرئيس …)."""
        first = verb + 1
        if first >= cue or first in self.sources.actor_at:
            return ()
        word = self.tokens[first].folded
        bare, particles = word.removeprefix("ال"), self.sources.particles
        crowd = many and (not {word, bare}.isdisjoint(particles.people | _MANY) or word.endswith(_MEN))
        acts = self._finite(verb) is not None or self._does(verb)
        opens = self.tokens[verb].folded not in particles.source_end | particles.preposition
        return OTHER if (crowd and opens) or (acts and bare in _ACCUSED and word != bare) else ()

    def _is_one_of(self, i: int) -> bool:
        """Whether one of many stands at token `i` of whom nobody is named (أقام أحد المحامين دعوى …)."""
        many = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return self.tokens[i].folded in self.sources.particles.one and many.endswith(_MEN)

    def _is_given(self, i: int) -> bool:
        """Whether a given name stands at token `i`, and no preposition that is written so (على)."""
        word, particles = self.tokens[i].folded, self.sources.particles
        ranked = i in self.sources.called_ali or self.tokens[i - 1].folded.startswith("ال")  # "المهندس علي"
        return word in self.given and (ranked or word not in particles.source_end | particles.preposition)

    def _goes_on_name(self, i: int) -> bool:
        """Whether the word at token `i` may go on an office and a name before it (سالم بن مساعد الورد)."""
        word = self.tokens[i].folded
        return word.startswith("ال") or word in self.given or word in KINSHIP

    def _conceded(self, frame: Frame, frames: Sequence[Frame]) -> tuple[str, ...]:
        """Who says something by a pronoun in spite of what he does (ورغم أن X لم يرد، إلا أنه قال …)."""
        index, before = self.document.sentence_at(frame.cue_first), self.tokens[frame.cue_first - 1].folded
        form = frame.inflected
        if index is None or form is None or form.number != "singular" or before not in _HE[form.gender]:
            return ()
        start = self.document.sentences[index].start
        if frame.cue_first == start + 1 and index:
            start = self.document.sentences[index - 1].start  # "لكن X لم يرد. لكنه قال …"
        for i in range(frame.cue_first - 2, start - 1, -1):
            word = self.tokens[i].folded
            although = {t.folded for t in self.tokens[max(start, i - 2) : i]} & _ALTHOUGH
            if (word == "ان" and although) or (word in _BUT and i == start):
                named = self.sources.actor_at.get(i + 1)
                silent = self._spoken_since(frame, frames, i) < i
                return named.actors if named is not None and silent and named.kind not in TELLERS else ()
        return ()

    def _in_turn(self, start: int, cue: int) -> tuple[str, ...]:
        """Whose turn it is where من جانبه and a verb that is no cue begin a sentence (من جانبه هاجم X)."""
        at = start + (self.tokens[start].folded == "من")
        turn = self.tokens[at]
        his = turn.text.endswith(OBJECTS)
        if not his or turn.folded not in self.sources.particles.turn:
            return ()  # "من جهة أخرى" is nobody's turn
        verb = at + 1 + (at + 1 < cue and self.tokens[at + 1].text in COMMAS)
        if verb + 1 >= cue or self.tokens[verb].folded in self.sources.particles.negation:
            return ()
        near = range(verb + 1, min(cue, verb + 1 + _OFFICE_AND_NAME))
        end = next((i for i in near if self._behind_doer(i, verb + 1)), near.stop)
        return self.resolve(SourcePhrase(verb + 1, end)) if end > verb + 1 else ()

    def _behind_doer(self, i: int, first: int) -> bool:
        """Whether what somebody does begins at token `i`, or where and when, behind who does it."""
        noun = self.tokens[i].folded
        deed = noun in self.sources.particles.content_noun or any(
            r.tense == "masdar" and not r.prefix for r in self.predicates.look_up(noun)
        )
        named = self.sources.actor_at.get(i) if i > first else None
        if named is not None and named.span.start > self.tokens[i].start:
            return True  # "بارك البطريرك للوزير تعيينه"
        known = i > first and self.memory.get(self.tokens[i - 1].folded, OTHER) != OTHER
        return deed or (known and i not in self.sources.actor_at) or self.sources.ends_phrase(i, first)

    def _agrees(self, participle: Form, verb: int) -> bool:
        """Whether a single speaker may be whoever does what the verb at token `verb` tells."""
        word = self.tokens[verb].folded.removeprefix("و")
        one = verb + 1 < len(self.tokens) and not self.tokens[verb + 1].folded.endswith("ون")
        past = self._finite(verb)
        if past is not None and past.tense == "past" and not word.endswith("ت"):
            return one and participle.gender == "masculine"  # "تراجع", which looks like "she does"
        return one and is_feminine(word) == (participle.gender == "feminine")

    def _doer(self, start: int, end: int, *, many: bool = False) -> tuple[str, ...]:
        """Who stands behind the word that begins a sentence at token `start`, in an office or a body.

        Where a plural goes on, so may the `many` who are sources or a population (هاجم نشطاء X واصفين إياه).
        """
        at = start + 1
        while at < end and at not in self.sources.actor_at and (self._is_rank(at) or self._is_some_of(at)):
            at += 1  # "واطلع الدكتور الزياني على …", "كرر أحد قياديي X …"
        mention = self.sources.actor_at.get(at)
        if mention is None or mention.end > end or (mention.kind in ("sources", "population") and not many):
            return ()
        harmed = not mention.counts or mention.kind == "population"
        if harmed and self.tokens[start].folded.removeprefix("و") in _BEFELL:
            return ()  # "وقتل القيادي في X، …"
        if self.tokens[start].folded in _NO_DEED or (at > start + 1 and mention.kind == "state"):
            return ()  # "بينما هناك الجيش", "اطمأن الدكتور السويد": a surname
        if mention.kind == "media" and self.tokens[start].folded not in self.sources.particles.publishing:
            return ()
        if many and self._is_one_body(mention):
            return ()
        onto = mention.span.start > self.tokens[at].start
        no_verb = self.tokens[start].folded in self.sources.particles.source_end
        if self.tokens[start].folded == _EXPRESSED:  # "عبر الوزير عن شكره", not عبر البحر
            no_verb = all(t.folded != "عن" for t in self.tokens[mention.end : mention.end + _NAME_BEHIND])
        return () if onto or no_verb else mention.actors

    def _is_one_body(self, mention: ActorMention) -> bool:
        """Whether a mention is one state or force, which is not many (اعتقلت الشرطة رجالا. واعترفوا بـ…)."""
        head = self.tokens[mention.first].folded
        one = head.endswith(_OF_BODIES) or head.removeprefix("ال") == "جيش"
        return one and len(mention.actors) == 1 and mention.kind in STATE_KINDS | {"armed-forces"}

    def _is_some_of(self, i: int) -> bool:
        """Whether the word at token `i` tells some of whom stand behind it (أحد قادة X, وفد من X)."""
        word, particles = self.tokens[i].folded, self.sources.particles
        if word == "من":
            return self._is_some_of(i - 1)
        return word in particles.one | particles.people | particles.body or word.endswith(_OF_MANY)

    def _is_rank(self, i: int) -> bool:
        """Whether the word at token `i` stands before a name (الدكتور)."""
        return self.tokens[i].folded in self.sources.particles.honorific
