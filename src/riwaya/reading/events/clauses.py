"""Cutting a sentence into phrases: verbs, noun phrases with their prepositions, and clause marks.

No parser: a phrase ends where a listed word, a name or the definiteness of Arabic nouns says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import HUMAN, ClauseWord
from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.model import Span
from riwaya.reading.draft import FIGHTERS, ActorMention, Findings, PlaceMention, QuantityMention, TimeMention
from riwaya.reading.events.anchors import Anchor, Lexicons
from riwaya.reading.events.manner import manner_end
from riwaya.reading.events.owning import pronoun_on
from riwaya.text import Document, Token, fold
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import DEFINITE

PhraseKind = Literal["noun", "verb", "mark", "stop", "time", "auxiliary"]

#: A longer run of words is no phrase; the limit keeps the time linear on text without any marks.
LONGEST = 40
#: "And", as it stands apart from a word.
_AND = "و"
#: "Of", behind how many.
_OF = "من"
#: A preposition, as it is folded, and a man's name.
_ON = "علي"
#: What neither an article nor a preposition begins with, though it folds to what both do: آليات, آلية.
_MACHINE = "آلي"
_CLITICS = "وفبلك"
#: Hands, and "in the hands of" in one word, folded.
_HANDS = event_words("hand")
_IN_HANDS = frozenset(f"ب{hand}" for hand in _HANDS)
#: Words that describe a deed or a body behind a definite noun where they are singular, folded.
_OF_TERROR = event_words("of terror")
#: Beginnings of vehicles, folded, the verb for what they carry, which elsewhere is "is less", and how many
#: words behind the vehicle it may stand.
_VEHICLES = word_beginnings("vehicle")
_CARRYING = frozenset(("تقل", "يقل"))
_LOAD = 3
#: Verbs that only say how the verb right behind them goes on, folded.
_SETTING_ABOUT = event_words("setting about")
#: What stands before the word for pilots where an aircraft has none, folded.
_PILOTS, _WITHOUT = "طيار", ("بدون", "دون")
#: A quotation of this many words may be a name inside a phrase (تنظيم «الدولة»); a longer one is speech.
_QUOTED_NAME = 5
#: Marks that open a quotation.
_QUOTES = frozenset("«“\"'(")
#: What stands between a name and that of the father, folded.
_SON = frozenset(("بن", "بنت"))
#: Forms of address, folded, titles that follow them, and how many words may stand before these.
_ADDRESSES = event_words("address")
_PERSONAL = event_words("form of address")
_ADDRESS = 4
#: Words for what something is said in, folded, which no event behind them completes.
_SAID_IN = event_words("said in")
#: Auxiliaries with "and", folded, that open a clause of their own.
_AND_DID = frozenset(
    ("ولم", "ولن", "وكان", "وكانت", "وكانوا", "واصبح", "واصبحت", "وبات", "وباتت", "وظل", "وظلت")
)
#: Beginnings of words for the dead and wounded, folded.
_CASUALTIES = word_beginnings("casualty")
#: What a body is called before its name, folded.
_CALLED = event_words("called")
#: Words that leave open how many, folded, and an adjective that is spelt like a noun for powers.
_SOME = event_words("several") | event_words("part") | event_words("quantifier")
_MIGHTY = ("قوي",)
#: Words for one or some of those named behind them, folded.
_ONE_OF = _SOME | {"احد", "احدي", "كبار", "ابرز"}
#: Number words that begin like a definite noun, folded.
_THOUSANDS = frozenset(("الف", "الاف", "الفا"))
#: Verbs whose object an attack hit, folded.
_REACHING = event_words("reaching")
#: Weapons and forces by whose means somebody is hit, folded.
_WEAPONS = event_words("weapon")
#: Kinds of nouns that stand as objects.
_OBJECTS = frozenset(("place", "civil", "thing", "body"))
#: Words for units of an army that have numbers, and adjectives of where places lie, folded.
_UNITS = event_words("unit")
_LYING = event_words("lying at")
#: Verbs of what is believed of somebody, folded.
_BELIEVED = event_words("believed")
#: Prepositions behind which a clause may begin, folded: منذ بدأت, حتى تمكنت.
_BEFORE_CLAUSES = frozenset(
    ("منذ", "حتي", "رغم", "فور", "حسب", "وفق", "بحسب", "قبل", "بعد", "سوي", "عدا", "نتيجه")
)


class Phrase(msgspec.Struct):
    """Tokens `first`..`end`. `preposition` is folded, empty for a bare noun phrase.

    What says how something is done is of the kind "time" as what says when: nobody takes part in it.

    A structure of msgspec's, since a sentence has a dozen and a dataclass takes several times as long to
    build. `closed` once a definite word or a name has ended the chain of genitives, `full` once no adjective
    can follow either; `pronoun` where the
    preposition carries one; `mark` the kind of a clause mark.
    """

    kind: PhraseKind
    first: int
    end: int
    preposition: str = ""
    mark: str = ""
    pronoun: bool = False
    closed: bool = False
    full: bool = False
    joined: bool = False
    actors: list[ActorMention] = []
    places: list[PlaceMention] = []
    quantity: QuantityMention | None = None
    time: TimeMention | None = None
    anchors: list[int] = []
    words: list[int] = []

    @property
    def bare(self) -> bool:
        """Whether this is a noun phrase that no preposition governs."""
        return self.kind == "noun" and not self.preposition


@dataclass(frozen=True, slots=True)
class Marks:
    """What earlier stages found, by first token.

    `cues` are the tokens of attributing cues, `breaks` the marks that open a quotation of more than a name;
    `names_ali` says that the report writes على with ى, so that علي is a name.
    """

    actors: Mapping[int, ActorMention]
    places: Mapping[int, PlaceMention]
    times: Mapping[int, TimeMention]
    quantities: Mapping[int, QuantityMention]
    cues: frozenset[int]
    breaks: frozenset[int]
    names_ali: bool = False


def marks_of(document: Document, findings: Findings) -> Marks:
    """Index the findings; of several that begin at one token the longest counts."""
    actors: dict[int, ActorMention] = {}
    for mention in sorted(findings.actors, key=lambda m: (m.end, m.counts)):
        actors[mention.first] = mention
    # A capital that is spoken to (طالب موسكو) is not where anything happens.
    addressed = {said.addressee for said in findings.attributions if said.addressee is not None}
    places = {m.first: m for m in sorted(findings.places, key=lambda m: m.end) if m.span not in addressed}
    times = {m.first: m for m in sorted(findings.times, key=lambda m: m.end)}
    quantities = {m.first: m for m in sorted(findings.quantities, key=lambda m: -m.end)}
    cues = frozenset(a.cue_token for a in findings.attributions)
    breaks = frozenset(q.open for q in document.quotes if q.close - q.open > _QUOTED_NAME)
    names_ali = any(t.folded == _ON and t.text.endswith("ى") for t in document.tokens)
    return Marks(actors, places, times, quantities, cues, breaks, names_ali)


class Cutter:
    """Cuts one sentence; a small machine because each token may extend or end the phrase before it."""

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        marks: Marks,
        lexicons: Lexicons,
        anchors: Mapping[int, Anchor],
    ) -> None:
        self.document = document
        self.sentence = sentence
        self.marks = marks
        self.lexicons = lexicons
        self.anchors = anchors
        self.phrases: list[Phrase] = []
        self.open: Phrase | None = None
        self.bracket = -1

    def cut(self) -> list[Phrase]:
        """The phrases of the sentence, in order."""
        i = self.sentence.start
        while i < self.sentence.end:
            i = max(i + 1, self._take(i))
        self._close()
        return self.phrases

    def _take(self, i: int) -> int:
        """Place the word or mention that begins at token `i`; returns the token after it."""
        token = self.document.tokens[i]
        if i in self.marks.breaks:
            self._stand(Phrase("stop", i, i + 1, mark=":"))
            return i + 1
        if token.kind == "sign":
            parts = token.text in "،,;؛:(){}[]-–—.!؟?|…" and not self._parts_adjectives(i)
            if parts and not self._brackets_name(i):
                self._stand(Phrase("stop", i, i + 1, mark=token.text))
            return i + 1
        time = self.marks.times.get(i)
        if time is not None:
            self._stand(Phrase("time", i, time.end, time=time))
            return time.end
        manner = manner_end(self.document.tokens, i, self.sentence.end, self.lexicons.hedges, self._is_taken)
        if manner > i:
            self._stand(Phrase("time", i, manner))
            return manner
        quantity = self.marks.quantities.get(i)
        if quantity is not None:
            return self._take_quantity(i, token, quantity)
        anchor = self.anchors.get(i)
        if anchor is not None:
            self._take_anchor(i, anchor)
            return i + 1
        taken = self._take_name(i, token)
        if taken:
            return taken
        return self._take_word(i, token)

    def _is_taken(self, i: int) -> bool:
        """Whether token `i` begins a name or a count, or tells an event."""
        marks = self.marks
        named = i in marks.actors or i in marks.places or i in marks.quantities or i in marks.times
        return named or i in marks.cues or i in self.anchors or self._acts_at(i)

    def _brackets_name(self, i: int) -> bool:
        """Whether a bracket holds a name that a preposition or noun needs: ضد (داعش), تنظيم (داعش)."""
        if i == self.bracket:
            if self.open is not None:
                self.open.full = False  # "تنظيم (داعش) الإرهابي"
            return True
        name = self.marks.actors.get(i + 1) if self.document.tokens[i].text == "(" else None
        phrase = self.open
        if name is None or name.end >= self.sentence.end:
            return False
        if phrase is None or phrase.end != i or phrase.actors:
            return False
        word = self.document.tokens[phrase.words[-1]] if phrase.words else None
        last = "" if word is None else word.folded
        owned = last in self.lexicons.hedges.targets and not last.startswith("ال")
        owned = owned or (word is not None and any(split.rest in _CALLED for split in word.splits))
        if self.document.tokens[name.end].text != ")" or not (owned or (phrase.preposition and not last)):
            return False
        self.bracket = name.end
        return True

    def _parts_adjectives(self, i: int) -> bool:
        """Whether a dash stands between two adjectives of one noun: قصف أميركي - إسرائيلي."""
        if self.document.tokens[i].text not in "-–" or self.open is None or not self.open.words:
            return False
        return self._is_relational(i - 1) and self._is_relational(i + 1)

    def _is_relational(self, i: int) -> bool:
        """Whether token `i` is a word of nobody's that looks like an adjective of a nation: إسرائيلي."""
        if i >= self.sentence.end or i in self.marks.actors or i in self.anchors:
            return False
        folded = self.document.tokens[i].folded
        return folded.endswith(("ي", "يه")) and self.lexicons.hedges.targets.get(folded) in (
            None,
            "adjective",
        )

    def _take_quantity(self, i: int, token: Token, quantity: QuantityMention) -> int:
        prefix = self._prefix(token, quantity.span)
        if self.open is not None and (
            self._ends_chain(self.open) or (not prefix and self._are_people(self.open))
        ):
            self._close()  # "قتل شاب تونسي 38 سائحا"
        phrase = self._join(i, prefix, definite=False)
        phrase.quantity = phrase.quantity or quantity
        end = min(max(i + 1, quantity.end), i + LONGEST)
        phrase.words.extend(range(i + 1, end))
        for inside in range(i, end):
            if inside in self.marks.actors:
                phrase.actors.append(self.marks.actors[inside])
            if inside in self.anchors:
                phrase.anchors.append(inside)
        phrase.end = end
        phrase.closed = phrase.closed or self.document.tokens[end - 1].folded.startswith("ال")
        return end

    def _take_name(self, i: int, token: Token) -> int:
        actor, place = self.marks.actors.get(i), self.marks.places.get(i)
        if actor is None and place is None:
            return 0
        span = actor.span if actor is not None else place.span  # type: ignore[union-attr]  # one of them is
        prefix = self._prefix(token, span)
        joined = prefix in ("و", "ف") or self._stands_behind_and(i)
        if joined and actor is not None and self._acts_at(actor.end):
            self._close()  # "… في البادية والتحالف يراقب": a new clause with its own subject
        phrase = self._join(i, prefix, definite=self._describes_people(i))
        end = i + 1
        if actor is not None:
            phrase.actors.append(actor)
            end = max(end, actor.end)
        if place is not None:
            phrase.places.append(place)
            end = max(end, place.end)
        for inside in range(i + 1, end):  # "محافظة حمص" inside a longer name still locates
            if inside in self.marks.places:
                phrase.places.append(self.marks.places[inside])
            owner = self.marks.actors.get(inside) if actor is None else None
            if owner is not None and owner.end <= end and owner.kind in FIGHTERS:
                phrase.actors.append(owner)  # "مسجد قوات الطوارئ"
        phrase.closed, phrase.end = True, end
        # "تركيا الفصائل": no adjective describes a name without article; "الدولة الإسلامية" may go on.
        phrase.full = not self.document.tokens[end - 1].folded.startswith(DEFINITE)
        return end

    def _acts_at(self, i: int) -> bool:
        """Whether a finite verb of one subject that nothing joins to what stands before is token `i`."""
        if i >= self.sentence.end:
            return False
        anchor, token = self.anchors.get(i), self.document.tokens[i]
        if anchor is not None:
            both = anchor.reading.word.form.number == "dual"  # "تركيا وروسيا اتفقتا": the pair is its subject
            return anchor.verbal and not anchor.reading.prefix and not both
        tells = i in self.marks.cues or self.lexicons.shape(token.folded).verb
        return token.kind == "word" and token.folded[:1] in "يت" and tells

    def _take_anchor(self, i: int, anchor: Anchor) -> None:
        if anchor.verbal:
            joined = anchor.reading.prefix[:1] in ("و", "ف") or self._stands_behind_and(i)
            self._stand(Phrase("verb", i, i + 1, anchors=[i], joined=joined))
            return
        folded = self.document.tokens[i].folded
        ended = self.open is not None and (self.open.closed or self.open.quantity is not None)
        # "مقتل مسلح وإصابة شرطيين", but "مقتل وإصابة شرطيين": the first event has its own genitive
        ended = ended or (self.open is not None and self.open.words[-1:] != self.open.anchors[-1:] != [])
        joined = anchor.reading.prefix[:1] == "و" or self._stands_behind_and(i)
        other = (joined and ended) or self._said_in(anchor, folded)
        other = other or self._strikes_by(anchor, i)
        if other or self._is_deed_behind_name(anchor, folded):
            self._close()  # "تحرير القاعدة وسقوط 70 قتيلا": another event with those of its own
        phrase = self._join(
            i, anchor.reading.prefix, definite=folded.startswith("ال") and anchor.reading.word.form.definite
        )
        phrase.anchors.append(i)
        phrase.closed = phrase.closed or bool(anchor.reading.pronoun)

    def _is_deed_behind_name(self, anchor: Anchor, folded: str) -> bool:
        """Whether a definite event follows who is named: أدان الرئيس العراقي الهجوم."""
        noun = anchor.reading.word.category == "noun" and not anchor.reading.prefix
        named = self.open is not None and self.open.closed and bool(self.open.words)
        if not (noun and named and folded.startswith("ال")) or self.open is None:
            return False
        # A masdar is no adjective, but the dead may be: "المدنيون القتلى".
        return bool(self.open.actors) or self.lexicons.hedges.targets.get(folded[2:]) is None

    def _strikes_by(self, anchor: Anchor, i: int) -> bool:
        """Whether a participle with its object tells what an attack hits: شن غارات مستهدفة مواقع التنظيم."""
        words = self.open.words if self.open is not None else []
        folded = self.document.tokens[i].folded
        hitting = anchor.reading.word.category in ("active", "passive") and anchor.predicate.type == "ASSAULT"
        alone = not folded.startswith("ال") and folded.endswith(("ه", "ا", "ين"))
        if not (hitting and alone and words and self._is_attack(words[0])) or i + 1 >= self.sentence.end:
            return False
        return i + 1 in self.marks.actors or self.lexicons.hedges.targets.get(self._bare(i + 1)) in _OBJECTS

    def _said_in(self, anchor: Anchor, folded: str) -> bool:
        """Whether a definite event follows what something is said in: أدانت في بيان الهجوم."""
        if self.open is None or not self.open.words or not self.open.preposition:
            return False
        last = self.document.tokens[self.open.words[-1]].folded
        return last in _SAID_IN and not anchor.reading.prefix and folded.startswith("ال")

    def _take_word(self, i: int, token: Token) -> int:
        if token.folded == _AND:
            return i + 1  # apart from the word that it joins
        if token.kind == "number" and self.open is not None and self._is_its_number(i):
            self.open.words.append(i)
            self.open.end = i + 1
            return i + 1  # "مقر اللواء 40 التابع ل…"
        if self._sets_about(i, token):
            self._stand(Phrase("auxiliary", i, i + 1, joined=token.folded.startswith("و")))
            return i + 1
        believed = self._believed(i)
        if believed:
            return believed  # "غارات يعتقد أنها روسية": the adjective goes on with the phrase
        if self._is_pilotless(i):
            assert self.open is not None
            self.open.end = i + 2 + (token.folded == "من")
            return self.open.end  # "طائرة أمريكية من دون طيار"
        shape = self.lexicons.shape(token.folded)
        named = i in self.marks.actors or i in self.marks.places
        feminine = token.text.endswith("ة")  # قادة is no قاده
        verb = (shape.light and not feminine) or (shape.verb and not named)
        verb = verb or (not named and shape.word is None and (self._resumes(token) or self._takes_up(i)))
        verb = verb and not self._is_one_of_theirs(i)
        if i in self.marks.cues or self._carries(i, token) or (verb and not self._is_governed(i)):
            joined = token.folded.startswith("و") or self._stands_behind_and(i)
            self._stand(Phrase("verb", i, i + 1, joined=joined))
            return i + 1
        if token.folded in _SON and self.open is not None and self.open.words:
            self.open.words.append(i)
            self.open.end = min(i + 2, self.sentence.end)
            return i + 2  # "عبدالله بن علي" is one name
        machine = token.text.lstrip(_CLITICS).startswith(_MACHINE)
        if shape.word is not None and not machine:
            return self._take_clause_word(i, token.folded, shape.word)
        if token.folded in _IN_HANDS and i + 1 < self.sentence.end:
            self._close()
            self.open = Phrase("noun", i, i + 1, preposition="بيد")  # "سقطت المدينة بيد المسلحين"
            return i + 1
        self._join(i, shape.prefix, shape.definite and not machine)
        return i + 1

    def _sets_about(self, i: int, token: Token) -> bool:
        """Whether the word only says how the verb behind it goes on: بدأت تنقل, عاد يهاجم."""
        carries = token.folded in _SETTING_ABOUT or token.folded.removeprefix("و") in _SETTING_ABOUT
        return carries and i not in self.marks.actors and self._acts_at(i + 1)

    def _is_its_number(self, i: int) -> bool:
        """Whether the number tells which of its kind a thing is: اللواء 40, but الجيش 40 مسلحا."""
        if self.open is None or self.open.words[-1:] != [i - 1]:
            return False
        before = self.document.tokens[i - 1].folded
        if before.removeprefix("لل").removeprefix("ال") in _UNITS:
            return True
        if self.open.actors or not before.startswith(DEFINITE):
            return False
        following = self.document.tokens[i + 1] if i + 1 < self.sentence.end else None
        if following is None or following.kind != "word":
            return following is None or following.kind != "number"
        definite = following.folded.startswith(DEFINITE) and following.folded not in _THOUSANDS
        return definite or self.lexicons.hedges.clause_word(following.folded) is not None

    def _is_one_of_theirs(self, i: int) -> bool:
        """Whether the word is a noun that "one of" stands before, though it looks like a verb: أحد قادتها."""
        before = self.document.tokens[i - 1].splits if i > self.sentence.start else ()
        owned = pronoun_on(self.lexicons.hedges.targets, self.document.tokens[i].folded)
        return bool(owned) and any(split.rest in _ONE_OF for split in before)

    def _resumes(self, token: Token) -> bool:
        """Whether a verb with the pronoun of what it describes opens a relative clause: الدور الذي تلعبه."""
        behind = self.open is None and bool(self.phrases) and self.phrases[-1].mark == "relative"
        return behind and token.folded[:1] in "يت" and token.folded.endswith(THEIRS)

    def _takes_up(self, i: int) -> bool:
        """Whether an unknown word with a pronoun tells what the party behind it did: ألغام تركها الحوثيون."""
        folded = self.document.tokens[i].folded
        indefinite = self.open is not None and bool(self.open.words) and not self.open.closed
        if not indefinite or i + 1 not in self.marks.actors or not folded.endswith(("ها", "هم")):
            return False
        following = self.document.tokens[i + 1]
        if following.folded.endswith("ين") or self.marks.actors[i + 1].span.start > following.start:
            return False  # an object, or behind a preposition: "تحريرهم الحوثيين", "دعمها للحوثيين"
        targets = self.lexicons.hedges.targets
        stems = [stem for stem, pronoun in without_pronoun(folded) if pronoun]
        return not any(stem in targets or stem.removesuffix("ت") + "ه" in targets for stem in stems)

    def _believed(self, i: int) -> int:
        """Where the adjective stands that the phrase before is believed to have: يرجح أنها روسية; else 0."""
        tokens = self.document.tokens
        if self.open is None or not self.open.words or tokens[i].folded not in _BELIEVED:
            return 0
        at = i + 1 + (i + 1 < self.sentence.end and tokens[i + 1].folded == "في")
        said = at < self.sentence.end and tokens[at].folded.removeprefix("ب") in ("انه", "انها")
        if not said or not self._is_relational(at + 1):
            return 0
        self.open.end = at + 1
        return at + 1

    def _is_pilotless(self, i: int) -> bool:
        """Whether "without pilot" stands behind an aircraft: من دون طيار, بدون طيار."""
        words = [t.folded for t in self.document.tokens[i : i + 3]]
        words = words[words[0] == "من" :][:2]
        aircraft = self.open is not None and bool(self.open.words)
        return aircraft and len(words) > 1 and words[0] in _WITHOUT and words[1] == _PILOTS

    def _carries(self, i: int, token: Token) -> bool:
        """Whether the word tells whom the vehicle before it carries: سيارة تقل عناصر."""
        before = self.document.tokens[max(0, i - _LOAD) : i]
        return token.folded in _CARRYING and any(
            t.folded.removeprefix("ال").startswith(_VEHICLES) for t in before
        )

    def _is_governed(self, i: int) -> bool:
        """Whether a preposition stands right before: it governs a noun, also one that looks like a verb."""
        before = self.open
        governs = before is not None and bool(before.preposition) and not before.words and before.end == i
        return governs and before is not None and before.preposition not in _BEFORE_CLAUSES

    def _take_clause_word(self, i: int, folded: str, word: ClauseWord) -> int:
        if folded == _ON and self.marks.names_ali and self.document.tokens[i].text.endswith("ي"):
            return self._take_ali(i)
        if word.preposition == "من" and word.kind == "preposition" and self._does(i + 1):
            self._stand(Phrase("mark", i, i + 1, mark="whoever"))
            return i + 1
        if word.kind == "preposition":
            before = self.open
            if (
                word.preposition == "قبل"
                and before is not None
                and not before.words
                and before.preposition == "من"
            ):
                before.preposition, before.end = "من قبل", i + 1
                return i + 1
            self._close()
            self.open = Phrase(
                "noun", i, i + 1, preposition=word.preposition, joined=folded != word.preposition
            )
        elif word.kind == "pronoun":
            self._stand(Phrase("noun", i, i + 1, preposition=word.preposition, pronoun=True))
        elif word.kind == "auxiliary":
            self._stand(Phrase("auxiliary", i, i + 1, joined=folded in _AND_DID))
        elif word.kind in ("complementiser", "relative", "subordinator"):
            self._stand(Phrase("mark", i, i + 1, mark=word.kind))
        elif self.open is not None and (self.open.closed or (word.kind == "adverb" and self.open.words)):
            self._close()
        return i + 1

    def _take_ali(self, i: int) -> int:
        """A man's name, which goes on with the phrase that calls him something: للرئيس السابق علي صالح."""
        if self.open is None or not self.open.words:
            self._join(i, "", definite=False)
        else:
            self.open.words.append(i)
            self.open.end, self.open.closed, self.open.full = i + 1, False, False
        return i + 1

    def _does(self, i: int) -> bool:
        """Whether a finite verb is token `i`, which no preposition governs: ومن يساندهم."""
        if i >= self.sentence.end or i in self.marks.actors or i in self.marks.places:
            return False
        anchor, token = self.anchors.get(i), self.document.tokens[i]
        if anchor is not None:
            return anchor.verbal and anchor.reading.tense == "present"
        present = token.kind == "word" and token.folded[:1] in "يت" and i not in self.marks.times
        return present and self.lexicons.shape(token.folded).verb

    def _join(self, i: int, prefix: str, definite: bool) -> Phrase:
        """The phrase that word `i` belongs to: the open one, or a new one."""
        phrase = self.open
        preposition = prefix.lstrip("وف") if prefix else ""
        joined = prefix[:1] in ("و", "ف") or self._stands_behind_and(i)
        held = _is_hand(self.document.tokens[i].folded)
        by = phrase is not None and not phrase.words and phrase.preposition in ("علي", "ب")
        if phrase is not None and by and held:
            phrase.preposition, phrase.end = "على يد", i + 1
            return phrase
        if (
            phrase is not None
            and phrase.preposition == "في"
            and phrase.end == i
            and not phrase.words
            and held
        ):
            phrase.preposition, phrase.end = "بيد", i + 1
            return phrase  # "سقطت المدينة في أيدي المسلحين"
        if phrase is not None and not phrase.words and phrase.preposition == "من" and self._is_side(i):
            phrase.preposition, phrase.end = "من قبل", i + 1
            return phrase
        if phrase is not None and self._titled(phrase, i, prefix):
            phrase.words.append(i)
            phrase.end = max(phrase.end, i + 1)
            return phrase
        fresh = (
            phrase is None
            or (phrase.closed and not joined and definite and self._is_noun(i))
            or (self._ends_chain(phrase) and not joined and (definite or self._is_other_noun(i)))
            or bool(preposition)
            or (self._is_owned(phrase) and not joined and not definite and self._is_other_noun(i))
            or (not joined and self._is_object(phrase, i))
            or (not joined and self._is_hit(phrase, i))
            or len(phrase.words) >= LONGEST
            or (phrase.closed and not joined and (phrase.full or not definite) and not self._describes(i))
        )
        if fresh and not (phrase is not None and not phrase.words and not preposition):
            self._close()
            phrase = self.open = Phrase("noun", i, i + 1, preposition=preposition, joined=joined)
        assert phrase is not None
        phrase.words.append(i)
        phrase.end = max(phrase.end, i + 1)
        phrase.closed = phrase.closed or definite
        return phrase

    def _stands_behind_and(self, i: int) -> bool:
        """Whether "and" stands alone before the word, or before the quotation mark that opens its name."""
        tokens = self.document.tokens
        before = tokens[i - 1].text in _QUOTES or tokens[i - 1].text == "#"  # "حرب #إسرائيل و #حماس"
        k = i - 1 - (i > 1 and before and tokens[i - 2].folded == _AND)
        return k >= 0 and tokens[k].folded == _AND

    def _titled(self, phrase: Phrase, i: int, prefix: str) -> bool:
        """Whether a person follows the form of address that opens the phrase: صاحب السمو الملكي الأمير X."""
        if prefix or not phrase.words or phrase.actors or len(phrase.words) > _ADDRESS:
            return False
        head = self.document.tokens[phrase.words[0]].folded
        address = head.removeprefix("ل").removeprefix("ب").removeprefix("و") in _ADDRESSES
        return address and (i in self.marks.actors or self.document.tokens[i].folded in _PERSONAL)

    def _describes(self, i: int) -> bool:
        """Whether a definite adjective says where the place just named lies: محافظة أبين الجنوبية."""
        after_place = self.open is not None and any(m.end == i for m in self.open.places)
        folded = self.document.tokens[i].folded
        lies = folded.endswith(("يه", "ي")) or folded in _LYING
        return after_place and folded.startswith("ال") and lies

    def _describes_people(self, i: int) -> bool:
        """Whether a plural with article says whose people those just named are: المقاتلين الحوثيين."""
        if self.open is None or not self.open.words or self.open.full:
            return False
        last, folded = self.document.tokens[self.open.words[-1]].folded, self.document.tokens[i].folded
        plural = last[-2:] in ("ون", "ين") and folded[-2:] == last[-2:]
        return plural and last.startswith(DEFINITE) and folded.startswith("ال")

    def _is_side(self, i: int) -> bool:
        """Whether the word after من is the side that does it: من جانب الجيش, but من جانب آخر."""
        following = self.document.tokens[i + 1].folded if i + 1 < self.sentence.end else ""
        side = self.document.tokens[i].folded in ("جانب", "طرف")
        return side and following not in ("اخر", "واحد", "اخري", "ثان", "")

    def _is_noun(self, i: int) -> bool:
        """Whether a definite word is no adjective of the one before it: "طالب القرار الدول المجاورة"."""
        bare = self.document.tokens[i].folded.removeprefix("ال")
        if bare in _OF_TERROR or self._describes_people(i):
            return False  # "العمل الإرهابي", "الصحافيين التونسيين"
        kind = self.lexicons.hedges.targets.get(bare)
        behind_name = self.open is not None and bool(self.open.actors)
        if kind == "thing" and behind_name:  # "قصف الجيش التركي المواقع", but "طائرات الجيش المسيرة"
            return not bare.endswith("ه")
        if kind == "abstract" and behind_name:  # "انتقد الوزير التركي السياسة الإيرانية", but "المدعي العام"
            following = self.document.tokens[i + 1].folded if i + 1 < self.sentence.end else ""
            return following.startswith("ال") and following.endswith(("ي", "يه"))
        return kind in ("body", "person", "fighter", "soldier", "civil", "place")

    def _is_other_noun(self, i: int) -> bool:
        """Whether an indefinite word is no adjective of a plural before it: هاجم مسلحون قرية."""
        kind = self.lexicons.hedges.targets.get(self.document.tokens[i].folded)
        return i in self.marks.actors or kind in ("place", "civil", "thing", "body")

    def _ends_chain(self, phrase: Phrase) -> bool:
        """Whether the last word is a plural in ون or ين without article: no genitive can follow its ن."""
        if not phrase.words:
            return False
        last = self.document.tokens[phrase.words[-1]].folded
        known = self.lexicons.hedges.targets.get
        if last.endswith("ان") and known(last) in HUMAN and known(last[:-2] + "ين") == known(last):
            return True  # a dual: قتل انتحاريان 13 شخصا
        return len(last) > 4 and last.endswith(("ون", "ين")) and not last.startswith(DEFINITE)

    def _is_owned(self, phrase: Phrase) -> bool:
        """Whether the last word ends in a pronoun, which no genitive follows: قصفت طائراتنا مواقع."""
        last = self.document.tokens[phrase.words[-1]].folded if phrase.words else ""
        return last.endswith(("نا", "ها", "هم")) and bool(pronoun_on(self.lexicons.hedges.targets, last))

    def _is_object(self, phrase: Phrase, i: int) -> bool:
        """Whether the ending ا makes a known noun the object behind a noun without it: طائرة مسيرة مخيما."""
        folded = self.document.tokens[i].folded
        known = self.lexicons.hedges.targets.get
        if not phrase.words or not folded.endswith("ا"):
            return False
        if self._are_people(phrase) and known(folded[:-1]) in HUMAN:
            return not folded.startswith(_CASUALTIES)  # "طعن شاب فلسطيني مستوطنا", "وجد رجل قتيلا"
        if known(folded[:-1]) not in _OBJECTS:
            return False
        before = self.document.tokens[phrase.words[-1]].folded
        noun = known(before) is not None or before.endswith(("يه", "ي"))  # "طائرات حربية تركية أهدافا"
        return not before.endswith("ا") and noun and phrase.quantity is None

    def _are_people(self, phrase: Phrase) -> bool:
        """Whether people that are neither counted nor an object head the phrase."""
        if not phrase.words or phrase.words[0] in phrase.anchors:
            return False  # "أسر 140 مسلحا", which is written like "families"
        head = self.document.tokens[phrase.words[0]].folded
        human = self.lexicons.hedges.targets.get(head) in HUMAN
        return human and not head.endswith("ا") and phrase.quantity is None

    def _is_hit(self, phrase: Phrase, i: int) -> bool:
        """Whether a known thing, place or person is what a strike hit: استهدف هجوم انتحاري مقر الشرطة.

        An adjective parts it from the attack or the weapon. An attack without one may have it as its genitive
        (قصف مقر الشرطة), unless a verb of hitting right before tells of it (استهدفت ضربة مقر الشرطة).
        """
        if not phrase.words or phrase.end != i or not self._may_be_hit(i):
            return False
        attack = self._is_attack(phrase.words[0])
        if len(phrase.words) == 1:
            return attack and self._is_told_to_hit(phrase)
        weapon = self.document.tokens[phrase.words[0]].folded in _WEAPONS and not phrase.preposition
        last = self.document.tokens[phrase.words[-1]].folded
        plain = self.lexicons.hedges.targets.get(last.removeprefix("و")) in (None, "adjective")
        adjective = last in _MIGHTY or (plain and last not in _SOME)
        described = phrase.words[-1] not in phrase.anchors and not phrase.actors
        return (attack or weapon) and described and adjective

    def _may_be_hit(self, i: int) -> bool:
        """Whether the word is for a thing or a place, in the accusative for people, or counts some."""
        if i in self.marks.quantities:
            return True
        kind = self.lexicons.hedges.targets.get(self._bare(i))
        people = kind in HUMAN and self.document.tokens[i].folded.endswith("ا")
        return kind in _OBJECTS or people or self._are_some(i)

    def _are_some(self, i: int) -> bool:
        """Whether the word is for one or some of those named behind it: أحد قادة التنظيم, عددا من المواقع."""
        if self.document.tokens[i].folded not in _SOME or i + 1 >= self.sentence.end:
            return False
        following = self.document.tokens[i + 1]
        word = self.lexicons.hedges.clause_word(following.folded)
        return following.kind == "word" and (word is None or following.folded == _OF)

    def _is_told_to_hit(self, phrase: Phrase) -> bool:
        """Whether a verb of hitting stands right before what hits: طالت غارات, قتلت غارة."""
        verb = self.phrases[-1] if self.phrases else None
        if phrase.preposition or verb is None or verb.kind != "verb" or verb.end != phrase.first:
            return False
        anchor = self.anchors.get(verb.first)
        folded = self.document.tokens[verb.first].folded.removeprefix("و").removeprefix("ف")
        hits = folded in _REACHING or (anchor is not None and anchor.predicate.type in ("ASSAULT", "HARM"))
        return hits and not self.document.tokens[phrase.first].folded.startswith("ال")

    def _is_attack(self, i: int) -> bool:
        """Whether the word at token `i` is a noun for an attack."""
        readings = self.lexicons.predicates.look_up(self.document.tokens[i].folded)
        found = (r.word.predicate for r in readings if r.word.category == "noun")
        return any(p is not None and p.type == "ASSAULT" for p in found)

    def _bare(self, i: int) -> str:
        """The folded word at token `i` without article and the ending of an object."""
        folded = self.document.tokens[i].folded.removeprefix("ال")
        known = self.lexicons.hedges.targets
        return folded if folded in known else folded.removesuffix("ا")

    def _prefix(self, token: Token, span: Span) -> str:
        """The proclitics of a mention's first word, without the article."""
        if span.start <= token.start:
            return ""
        prefix = fold(self.document.text[token.start : min(span.start, token.end)])
        if span.start >= token.end:  # "وبلدة حميمة": the name begins with a word of the phrase's own
            return self.lexicons.shape(prefix).prefix or ("و" if prefix.startswith("و") else "")
        return prefix.removesuffix("ال")

    def _stand(self, phrase: Phrase) -> None:
        self._close()
        self.phrases.append(phrase)

    def _close(self) -> None:
        if self.open is not None:
            self.phrases.append(self.open)
            self.open = None


def _is_hand(folded: str) -> bool:
    """Whether the word is "hand(s)" as in على يد, بأيدي: by."""
    return folded in _HANDS | _IN_HANDS


def cut(
    document: Document, sentence: Sentence, marks: Marks, lexicons: Lexicons, anchors: Mapping[int, Anchor]
) -> list[Phrase]:
    """The phrases of one sentence, every word in one of them."""
    return Cutter(document, sentence, marks, lexicons, anchors).cut()
