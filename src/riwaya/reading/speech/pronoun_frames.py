"""Frames of verbs whose object is a pronoun: هجوم تبناه التنظيم, الذين وصفهم بـ…, تعتبره واشنطن تهديدا."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.inflect import OBJECTS, THAT_HE
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import TELLERS
from riwaya.reading.speech.clause_openings import Opening
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.content_nouns import content_noun
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.frame import Frame, FrameReader
from riwaya.reading.speech.levels import THAT_IS, is_that_which
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.verb_readings import ASCRIBES, WHAT
from riwaya.text.sentences import Sentence
from riwaya.text.signs import COMMAS, FINAL
from riwaya.text.tokens import word_before

#: Words of the noun that a relative clause goes on, its adjectives and genitives.
LONGEST_ANTECEDENT = 6
#: Words between a verb and what it calls its object: the one who calls it so.
CALLER_REACH = 10
#: Words between a deed and the passive verb that says whose it is held to be.
LONGEST_CLAUSE = 20
#: Words behind هو that take up the whole clause before (وهو ما نفته …, الأمر الذي نفته …), folded.
_WHOLE_CLAUSE = frozenset(("ما", "امر", "الامر"))
_THAT_IS = (THAT_IS | {"هو", "هذا", "وهذا"}) - _WHOLE_CLAUSE
#: عرفته الوزيرة باسم …: one name, not what somebody thinks of it.
_BY_NAME = "باسم"
#: What is told with a pronoun that means a noun (الخبر الذي ذكره) says nothing of that noun.
_TOLD = frozenset(("report", "confirm"))
#: The pronoun of people, which means no noun in the singular.
_THEM = "هم"
#: Prepositions of where and when, folded.
_WHERE_WHEN = frozenset(("في", "قبل", "قرب", "منذ", "خلال"))
#: Of what somebody told, which is one thing of several (ومما قاله), folded.
_AMONG = frozenset(("مما", "ومما"))
#: The prepositions of what is told, folded.
_TOPICS = speech_words("about") | {"ازاء", "حيال"}

#: What is adopted and not claimed, folded (السياسات التي تبناها المجلس).
ADOPTED = speech_words("adopted")
#: How many words may stand between a deed and on whom it is laid (نسب الهجوم الانتحاري إلى …).
_ADJECTIVES = 3


class PronounFrames(FrameReader):
    """Reads a verb that says something of what was named before it."""

    def ascribed(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """هجوم … نسب إلى التنظيم, نسب الهجوم إلى التنظيم: nobody is said to ascribe the deed."""
        if hit.cue.form != ASCRIBES or hit.end + 1 >= sentence.end:
            return None
        opens = hit.first == sentence.start or self.tokens[hit.first].folded.startswith("و")
        behind = opens and self._deed(hit.end)
        near = range(hit.end, min(sentence.end - 1, hit.end + 1 + behind * _ADJECTIVES))
        towards = next((i for i in near if self.tokens[i].folded == "الي"), None)
        floor = max(sentence.start, hit.first - LONGEST_CLAUSE)
        before = (i for i in range(hit.first - 1, floor - 1, -1) if self._deed(i))
        deed = hit.end if behind else next(before, None)
        if deed is None or towards is None or word_before(self.tokens, hit.first) in WHAT:
            return None
        party = self.sources.actor_at.get(towards + 1)
        end = party.end if party is not None else self._phrase_end(towards + 1, sentence)
        frame = self.frame(hit, SourcePhrase(hit.first, hit.first), Opening(deed, deed, "np", None), end)
        return replace(frame, kind="impersonal")

    def apart(self, hit: CueHit, sentence: Sentence) -> CueHit | None:
        """The cue with the pronoun behind its preposition (وهو ما حذرت منه الوزارة); None without.

        Where it means a noun (الإضراب الذي دعت إليه النقابة) nothing is said that could be quoted.
        """
        if hit.pronoun or hit.is_participle or not sentence.start < hit.first < hit.end < sentence.end:
            return None
        word = self.tokens[hit.end].folded
        own = next((p for p in OBJECTS if word.endswith(p)), "")
        relative = self.tokens[hit.first - 1].folded in self.particles.relative | {"ما"}
        governs = own and word.removesuffix(own) in hit.cue.prepositions
        return replace(hit, end=hit.end + 1, pronoun=own) if relative and governs else None

    def read(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """The frame of a verb with a written-on object; None where it says nothing of it."""
        spread = self._spread(hit, sentence)
        if spread is not None:
            return spread
        if self._is_apart(hit):
            return self._antecedent(hit, sentence) if self._of_clause(hit, sentence) else None
        if "label" in hit.cue.takes:
            return self._label(hit, sentence)
        return self._antecedent(hit, sentence) if "antecedent" in hit.cue.takes else None

    def _is_apart(self, hit: CueHit) -> bool:
        """Whether the pronoun of a cue stands behind its preposition, which `apart` made part of it."""
        return hit.end > hit.first + 1 and self.tokens[hit.end - 1].folded.endswith(hit.pronoun)

    def _spread(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """ما نشرته الصحيفة بشأن P: what somebody told, behind the preposition of what it is about."""
        if hit.first <= sentence.start or self.tokens[hit.first - 1].folded not in WHAT:
            return None
        if hit.first > 1 and self.tokens[hit.first - 2].folded in _THAT_IS:
            return None  # "وهو ما أكدته الوزارة"
        stop = self._phrase_end(hit.end, sentence)
        about = self._about(hit.end + 1, min(stop, hit.end + CALLER_REACH * 2))
        if about is None or about + 1 >= stop:
            return None
        source = self.sources.behind(hit, about)
        if source.elided:
            return None
        frame = self.frame(hit, source, Opening(about + 1, about, "np", None), stop)
        return replace(frame, kind="antecedent")

    def _about(self, first: int, end: int) -> int | None:
        """The preposition of what is told: بشأن, else عن, else من before what happened."""
        among = self.tokens[first - 2].folded in _AMONG
        for i in range(first, end):
            if self.tokens[i].folded in _TOPICS or self._of_clause_that(i, end):
                return i
            if among and i + 1 < end and self.contents.is_complementiser(i + 1):
                return i  # "ومما قاله الوزير خلال اللقاء أن …"
        for i in range(first, end):
            word = self.tokens[i].folded
            happened = i + 1 < end and content_noun(self.tokens[i + 1].folded, self.contents, events=True)
            if word == "عن" or (word == "من" and happened):
                return i
        return None

    def _of_clause_that(self, i: int, end: int) -> bool:
        """Whether من and أن stand at token `i`: what is told is a clause (ما تردده الوزارة من أن …)."""
        return self.tokens[i].folded == "من" and i + 1 < end and self.contents.is_complementiser(i + 1)

    def _antecedent(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """هجوم تبناه التنظيم: who says so stands behind the verb, what is meant before it."""
        stop = self._phrase_end(hit.end, sentence)
        source = self._without_place(self.sources.behind(hit, self._said_on(hit.end, stop)))
        if source.elided or self.tokens[source.first].kind == "number":
            return None
        ascribed = hit.cue.form == "نسب"
        if ascribed and not any(self.tokens[i].folded in ("الي", "ل") for i in range(source.end, stop)):
            return None  # "ما نسبته 30 في المئة"
        meant = self._meant(hit.first, sentence)
        if meant is None or (
            hit.cue.continues and hit.cue.act in _TOLD and not self._of_clause(hit, sentence)
        ):
            return None
        if hit.cue.act == "claim-responsibility":
            meant = next(((i, meant[1]) for i in range(*meant) if self._event(i)), None)
        if meant is None:
            return None  # "قرار تبناه المجلس" claims no attack
        opening = Opening(meant[0], meant[0], "np", None)
        # "هجوم تبناه التنظيم في المدينة", but of "الهجوم الذي تبناه التنظيم" the noun alone
        claims = hit.cue.act == "claim-responsibility"
        relative = self.tokens[hit.first - 1].folded in self.particles.relative
        described = ascribed or (meant[1] == hit.first if claims else relative)
        described = described and not self._of_clause(hit, sentence)
        frame = self.frame(hit, source, opening, stop if described else meant[1])
        return replace(frame, kind="antecedent")

    def _without_place(self, source: SourcePhrase) -> SourcePhrase:
        """A listed party without where the deed was that it speaks of (هجوم تبنته حركة طالبان في كابل)."""
        party = self.sources.actor_at.get(source.first)
        if party is None or not party.counts or party.kind in TELLERS or not party.end < source.end - 1:
            return source  # "ما أكده ناشطون في المدينة"
        return replace(source, end=party.end) if self.tokens[party.end].folded == "في" else source

    def _of_clause(self, hit: CueHit, sentence: Sentence) -> bool:
        """Whether the pronoun means the whole clause before it (وهو ما أكدته الوزارة)."""
        if hit.first - 2 < sentence.start:
            return False
        earlier, before = (self.tokens[i].folded for i in (hit.first - 2, hit.first - 1))
        matter = before in self.particles.relative and earlier in _WHOLE_CLAUSE
        return matter or (earlier in _THAT_IS and not before.startswith("ال"))

    def _deed(self, i: int) -> bool:
        """Whether the word at token `i` is a deed that is no count of people (هجوما, not قتيلا)."""
        nouns = (r.word for s in self.tokens[i].splits for r in self.contents.predicates.look_up(s.rest))
        return any(
            n.category == "noun" and n.predicate is not None and n.predicate.kind != "counted" for n in nouns
        )

    def _event(self, i: int) -> bool:
        """Whether the word at token `i` is what happened (هجوم, بالهجوم, تفجيرين)."""
        folded = self.tokens[i].folded
        word = folded.removeprefix("بال" if folded.startswith("بال") else "ال")
        if word in ADOPTED:
            return False  # "السياسات التي تبناها المجلس"
        singular = word.removesuffix("ين").removesuffix("ان")
        return any(content_noun(w, self.contents, events=True) for w in (word, singular))

    def _phrase_end(self, i: int, sentence: Sentence) -> int:
        """The token at which the clause of the verb ends: a sign, or و with the next verb."""
        end = i
        while end < sentence.end and self.tokens[end].text not in COMMAS | FINAL:
            folded = self.tokens[end].folded
            if folded.startswith("و") and end > i and self.contents.is_finite(folded):
                break
            end += 1
        return end

    def _said_on(self, first: int, stop: int) -> int:
        """The token at which the main clause goes on behind who is named from `first` (… رفضته X لم ينفذ)."""
        for i in range(first + 1, stop):
            token = self.tokens[i]
            if token.folded in self.particles.negation | {"لم", "لن", "قد", "رغم"}:
                return i
            if self.contents.is_verb_only(token.folded) and i not in self.sources.actor_at:
                return i
        return stop

    def _meant(self, verb: int, sentence: Sentence) -> tuple[int, int] | None:
        """The tokens that the pronoun means: a noun before a relative clause, or the clause before وهو ما."""
        end = verb
        relative = end > sentence.start and self.tokens[end - 1].folded in self.particles.relative
        if relative:
            end -= 1
        before = self.tokens[end - 1].folded if end > sentence.start else ""
        earlier = self.tokens[end - 2].folded if end - 1 > sentence.start else ""
        if before in _WHOLE_CLAUSE or (earlier in _THAT_IS and not relative):
            return self._clause_before(end, sentence)
        while end > sentence.start and (self.tokens[end - 1].text in COMMAS or end - 1 in self._time_ends):
            end -= 1
        if relative:
            end = self._behind_head(end, sentence)
        first = self._noun_start(end, sentence)
        if first >= end or (not relative and not self._indefinite(end - 1)):
            return None
        return first, end

    def _behind_head(self, end: int, sentence: Sentence) -> int:
        """The token behind the noun that a relative clause goes on, before where and when it was."""
        for _ in range(LONGEST_ANTECEDENT):
            if self.tokens[end - 1].text == ")":
                opens = range(end - 1, sentence.start, -1)
                end = next((i for i in opens if self.tokens[i].text == "("), end)
            first = self._noun_start(end, sentence)
            before = first - 1
            placed = first in self.sources.place_at or first in self.sources.time_at
            if not placed or before <= sentence.start or self.tokens[before].folded not in _WHERE_WHEN:
                return end
            end = before
        return end

    @property
    def _time_ends(self) -> frozenset[int]:
        """The last tokens of the times of the document."""
        return frozenset(i for m in self.findings.times for i in range(m.first, m.end))

    def _clause_before(self, end: int, sentence: Sentence) -> tuple[int, int] | None:
        """The clause that ends before the comma of وهو ما نفته …; the sentence before one that it opens."""
        if end - 2 <= sentence.start and self.tokens[sentence.start].folded in _THAT_IS:
            return self._sentence_before(sentence)
        # "… بدعم الجماعة وهو ما تنفيه قطر"
        runs_on = end - 2 >= sentence.start and is_that_which(self.tokens, end - 2, _THAT_IS)
        comma = end - 2 if runs_on else end - 1
        if runs_on and self.tokens[comma - 1].text in COMMAS:
            comma -= 1
        while not runs_on and comma > sentence.start and self.tokens[comma].text not in COMMAS:
            comma -= 1
        if comma == sentence.start or end - comma > NAME_WORDS:
            return None
        return self._clause_from(sentence.start, comma), comma

    def _sentence_before(self, sentence: Sentence) -> tuple[int, int] | None:
        """What the sentence before tells (… إن السد سليم. وهذا ما أكده الوزير), unless a headline does."""
        index = self.document.sentence_at(sentence.start)
        before = self.document.sentences[index - 1] if index else None
        title = self.document.title
        if before is None or (title is not None and self.tokens[before.start].start < title.end):
            return None
        end = before.end
        while end > before.start and self.tokens[end - 1].kind != "word":
            end -= 1
        return (self._clause_from(before.start, end), end) if end > before.start else None

    def _clause_from(self, first: int, end: int) -> int:
        """The last complementiser between two tokens, where what is told begins; `first` without one."""
        return next((i for i in range(end - 1, first - 1, -1) if self.contents.is_complementiser(i)), first)

    def _noun_start(self, end: int, sentence: Sentence) -> int:
        """The first token of the noun phrase that ends before token `end`."""
        first = end
        while first > sentence.start and end - first < LONGEST_ANTECEDENT:
            token = self.tokens[first - 1]
            ends = token.folded in self.particles.source_end or token.folded in self.particles.verbal
            ends = ends or token.folded in ("من", "بين")
            if token.kind != "word" or ends or self.contents.is_finite(token.folded):
                break
            first -= 1
            if token.folded.startswith(("بال", "لل", "وال")):
                break
        return first

    def _indefinite(self, i: int) -> bool:
        """Whether the word before a verb is a noun or adjective without ال, no name."""
        token = self.tokens[i]
        named = i in self.sources.last_tokens or i in self.sources.actor_at
        return token.kind == "word" and not named and not token.folded.startswith("ال")

    def _label(self, hit: CueHit, sentence: Sentence) -> Frame | None:
        """الذين وصفهم بـ«…», تعتبره واشنطن تهديدا, وتصنفه تركيا على أنه …: what the object is called."""
        at = self._called(hit, sentence)
        if at is None:
            return None
        start, gap = at
        source = self.sources.behind(hit, gap)
        opening = Opening(start, gap, "np", self.contents.quote_opening.get(start))
        inside = self.tokens[start].folded in THAT_HE
        quote = self.contents.quote_opening.get(start + inside)  # "وصفتها بأنها «…» في بيان"
        if quote is not None:
            end = quote.close + 1 if quote.balanced else quote.close
        else:
            end = self._phrase_end(start, sentence)
            # Behind بأنه what he is called has its own first word: بأنه عمل وحشي.
            verbs = (
                i for i in range(start + 1 + inside, end) if self.contents.is_finite(self.tokens[i].folded)
            )
            relative = self.tokens[hit.first - 1].folded in self.particles.relative | {"من", "ما"}
            end = next(verbs, end) if relative else end  # "من وصفهم بالأعداء تحالفوا مع …"
        if end <= start:
            return None
        cue_end = start if gap == hit.end and self.tokens[gap].folded == "ب" else hit.end
        if source.elided:
            source = self._in_contrast(hit, sentence)
        frame = self.frame(hit, source, opening, end, cue_end=cue_end)
        own_word = "ب" in hit.cue.prepositions and self.tokens[start].folded != _BY_NAME
        return replace(frame, kind="label", distance="distancing" if own_word else frame.distance)

    def _in_contrast(self, hit: CueHit, sentence: Sentence) -> SourcePhrase:
        """The subject between لكن or أن and its verb (لكن موسكو وصفتهم بأنهم …); empty where none is."""
        nobody = SourcePhrase(hit.first, hit.first)
        takes_up = self._indefinite(hit.first - 1) and hit.pronoun != _THEM  # "في هجوم وصفته بأنه …"
        if hit.prefix or hit.first == sentence.start or takes_up:
            return nobody
        subject = self.sources.before(hit, sentence)
        if subject.elided or subject.first <= sentence.start or subject.end > hit.first:
            return nobody
        opens = self.particles.contrast | self.particles.complementiser
        return subject if self.tokens[subject.first - 1].folded in opens else nobody

    def _called(self, hit: CueHit, sentence: Sentence) -> tuple[int, int] | None:
        """Where the name that the object is given begins, and the token behind who gives it."""
        limit = min(sentence.end, self._behind_office(hit.end) + CALLER_REACH)
        for i in range(hit.end, limit):
            token = self.tokens[i]
            if token.text in COMMAS | FINAL or token.folded in self.particles.relative:
                return None
            if i > hit.end and token.folded.startswith("و") and self.contents.cues.verb(token.folded):
                return None  # "يسميه الأهالي «الغول» ويقولون إنه …"
            if token.folded == "ب" and i + 1 < sentence.end:
                return i + 1, i
            if token.folded in THAT_HE:
                return i, i - (i > hit.end and self.tokens[i - 1].folded == "علي")
            attached = any(s.prefix == "ب" and len(s.rest) >= 3 for s in token.splits[1:])
            called = attached and token.folded not in self.particles.whole
            if "ب" in hit.cue.prepositions and (called or token.folded == _BY_NAME):
                return i, i
            if not hit.cue.prepositions and self._predicate(i, hit):
                return i, i
        return None

    def _behind_office(self, i: int) -> int:
        """The token behind the office or the listed name at token `i`, behind which the holder's stands."""
        named = self.sources.actor_at.get(i)
        return max(self.sources.office_end(i), i if named is None else named.end)

    def _predicate(self, i: int, hit: CueHit) -> bool:
        """Whether token `i` is what something is considered to be: quoted, accusative, behind a subject."""
        if i in self.contents.quote_opening:
            return True
        token, before = self.tokens[i], self.tokens[i - 1]
        if token.kind != "word" or i in self.sources.actor_at or token.folded in self.particles.source_end:
            return False
        subject = i > hit.end and (before.folded.startswith("ال") or i - 1 in self.sources.last_tokens)
        tanwin = token.folded.endswith("ا") and not token.folded.endswith(("ها", "نا", "هما"))
        # "… بالقصف واعتبرته جريمة": no body that may be the subject
        speaks = token.folded in self.particles.body or self.sources.office_end(i) > i
        deed = i == hit.end and token.text.endswith("ة") and not token.folded.startswith("ال") and not speaks
        return tanwin or deed or (subject and not token.folded.startswith(("ال", "و")))
