"""Cutting a sentence into phrases: verbs, noun phrases with their prepositions, and clause marks.

No parser: a phrase ends where a listed word, a name or the definiteness of Arabic nouns says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.hedges import ClauseWord
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import FIGHTERS, QuantityMention
from riwaya.reading.events.anchors import Anchor, Lexicons
from riwaya.reading.events.clauses import ON, TWO, Marks, Phrase
from riwaya.reading.events.manner import manner_end
from riwaya.reading.events.neighbours import AND, Neighbours
from riwaya.text import Document, Token
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import DEFINITE

#: A longer run of words is no phrase; the limit keeps the time linear on text without any marks.
LONGEST = 40
#: What neither an article nor a preposition begins with, though it folds to what both do: آليات, آلية.
_MACHINE = "آلي"
_CLITICS = "وفبلك"
#: Hands, and "in the hands of" in one word, folded.
_HANDS = event_words("hand")
_IN_HANDS = frozenset(f"ب{hand}" for hand in _HANDS)
#: Verbs that only say how the verb right behind them goes on, folded.
_SETTING_ABOUT = event_words("setting about")
#: What stands between a name and that of the father, folded.
_SON = frozenset(("بن", "بنت"))
#: Auxiliaries with "and", folded, that open a clause of their own.
_AND_DID = frozenset(
    ("ولم", "ولن", "وكان", "وكانت", "وكانوا", "واصبح", "واصبحت", "وبات", "وباتت", "وظل", "وظلت")
)
#: What a body is called before its name, folded.
_CALLED = event_words("called")
#: "What", and verbs behind it that only say what somebody is called (ما يسمى تنظيم X), folded.
_WHAT, _IS_CALLED, _BY_NAME = frozenset(("ما", "وما")), speech_words("is called"), "باسم"
#: Verbs of what is believed of somebody, folded.
_BELIEVED = event_words("believed")


class _Cutter(Neighbours):
    """Cuts one sentence; a small machine because each token may extend or end the phrase before it."""

    #: The token of the bracket that closes a name.
    bracket = -1

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

    def _take_quantity(self, i: int, token: Token, quantity: QuantityMention) -> int:
        prefix = self._prefix(token, quantity.span)
        both = token.folded in TWO and self.open is not None and self.open.end == i
        if (
            self.open is not None
            and not both
            and (self._ends_chain(self.open) or (not prefix and self._are_people(self.open)))
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
            if owner is not None and owner.kind in FIGHTERS:
                phrase.actors.append(owner)  # "مسجد قوات الطوارئ", also where her name goes on (الخاصة)
                end = max(end, owner.end)
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

    def _take_word(self, i: int, token: Token) -> int:
        if token.folded == AND:
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
        if self._is_so_called(i):
            return self._take_so_called(i)
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

    def _is_so_called(self, i: int) -> bool:
        """Whether what follows token `i` only says that whoever is named behind it is called so."""
        tokens = self.document.tokens
        return tokens[i].folded in _WHAT and i + 2 < self.sentence.end and tokens[i + 1].folded in _IS_CALLED

    def _take_so_called(self, i: int) -> int:
        """The token behind ما يسمى, whose name goes on with a preposition or bare noun (عناصر ما يسمى X).

        It is a phrase of its own behind who does something to it (هاجم المسلحون ما يسمى تنظيم X).
        """
        phrase = self.open
        last = self.document.tokens[phrase.words[-1]].folded if phrase is not None and phrase.words else ""
        if phrase is not None and (phrase.closed or last.endswith("ون") or last.startswith("ال")):
            self._close()
        end = i + 2 + (self.document.tokens[i + 2].folded == _BY_NAME)
        if self.open is not None:
            self.open.end = end
        return end

    def _take_clause_word(self, i: int, folded: str, word: ClauseWord) -> int:
        if folded == ON and self.marks.names_ali and self.document.tokens[i].text.endswith("ي"):
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
            or (not joined and self._names_another(phrase, i))
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
    return _Cutter(document, sentence, marks, lexicons, anchors).cut()
