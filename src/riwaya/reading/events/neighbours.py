"""Neighbours: what the word at hand is to the phrase that is open before it, while a sentence is cut.

It may describe whoever was just named, be what a strike hit, stand as an object that no genitive is, or begin
a clause.
"""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import HUMAN
from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.model import Span
from riwaya.reading.events.anchors import Anchor, Lexicons
from riwaya.reading.events.clauses import Marks, Phrase
from riwaya.reading.events.naming import UNNAMED_FIGHTERS
from riwaya.reading.events.owning import pronoun_on
from riwaya.text import Document, Token, fold
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import DEFINITE

#: "And", as it stands apart from a word.
AND = "و"
#: "Of", behind how many.
_OF = "من"
#: Words that describe a deed or a body behind a definite noun where they are singular, folded.
_OF_TERROR = event_words("of terror")
#: Beginnings of vehicles, folded, the verb for what they carry, which elsewhere is "is less", and how many
#: words behind the vehicle it may stand.
_VEHICLES = word_beginnings("vehicle")
_CARRYING = event_words("carrying")
_LOAD = 3
#: What stands before the word for pilots where an aircraft has none, folded.
_PILOTS, _WITHOUT = event_words("pilot"), ("بدون", "دون")
#: Letters of a masdar like تأمين.
_MASDAR = 5
#: Marks that open a quotation.
_QUOTES = frozenset("«“\"'(")
#: Forms of address, folded, titles that follow them, and how many words may stand before these.
_ADDRESSES = event_words("address")
_PERSONAL = event_words("form of address")
_ADDRESS = 4
#: Words for what something is said in, folded, which no event behind them completes.
_SAID_IN = event_words("said in")
#: Beginnings of words for the dead and wounded, folded.
_CASUALTIES = word_beginnings("casualty")
#: Words that leave open how many, folded, and adjectives that are spelt like nouns (powers, a drone).
_SOME = event_words("several") | event_words("part") | event_words("quantifier")
_MIGHTY = event_words("spelt like a noun")
#: Words for one or some of those named behind them, folded.
_ONE_OF = _SOME | event_words("foremost")
#: Number words that begin like a definite noun, folded.
_THOUSANDS = event_words("thousand")
#: Words for a side from which something is done, and what stands behind them where nobody is named, folded.
_SIDES, _NO_CERTAIN = event_words("either side"), event_words("no certain")
#: Verbs whose object an attack hit, folded.
_REACHING = event_words("reaching")
#: Weapons and forces by whose means somebody is hit, folded.
_WEAPONS = event_words("weapon")
#: Kinds of nouns that stand as objects.
_OBJECTS = frozenset(("place", "civil", "thing", "body"))
#: Kinds of words for people who attack.
_FIGHTERS = frozenset(("fighter", "soldier"))
#: How plurals end that are no accusatives, folded: خلايا, سرايا.
_PLURAL = "ايا"
#: Words for units of an army that have numbers, and adjectives of where places lie, folded.
_UNITS = event_words("unit")
_LYING = event_words("lying at")
#: Prepositions behind which a clause may begin, folded: منذ بدأت, حتى تمكنت.
_BEFORE_CLAUSES = frozenset(
    ("منذ", "حتي", "رغم", "فور", "حسب", "وفق", "بحسب", "قبل", "بعد", "سوي", "عدا", "نتيجه")
)


class Neighbours:
    """Where a sentence is being cut: the phrases so far, the one that is open, and questions about words."""

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

    def _is_pilotless(self, i: int) -> bool:
        """Whether "without pilot" stands behind an aircraft: من دون طيار, بدون طيار."""
        words = [t.folded for t in self.document.tokens[i : i + 3]]
        words = words[words[0] == "من" :][:2]
        aircraft = self.open is not None and bool(self.open.words)
        return aircraft and len(words) > 1 and words[0] in _WITHOUT and words[1] in _PILOTS

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

    def _does(self, i: int) -> bool:
        """Whether a finite verb is token `i`, which no preposition governs: ومن يساندهم."""
        if i >= self.sentence.end or i in self.marks.actors or i in self.marks.places:
            return False
        anchor, token = self.anchors.get(i), self.document.tokens[i]
        if anchor is not None:
            return anchor.verbal and anchor.reading.tense == "present"
        present = token.kind == "word" and token.folded[:1] in "يت" and i not in self.marks.times
        return present and self.lexicons.shape(token.folded).verb

    def _stands_behind_and(self, i: int) -> bool:
        """Whether "and" stands alone before the word, or before the quotation mark that opens its name."""
        tokens = self.document.tokens
        before = tokens[i - 1].text in _QUOTES or tokens[i - 1].text == "#"  # "حرب #إسرائيل و #حماس"
        k = i - 1 - (i > 1 and before and tokens[i - 2].folded == AND)
        return k >= 0 and tokens[k].folded == AND

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
        side = self.document.tokens[i].folded in _SIDES
        return side and following != "" and following not in _NO_CERTAIN

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
        """Whether an indefinite word is no adjective of a plural before it: هاجم مسلحون قرية.

        Of what people they are is one: مقاتلون أكراد.
        """
        folded = self.document.tokens[i].folded
        kind = self.lexicons.hedges.targets.get(folded)
        definite = folded.startswith(DEFINITE)
        named = i in self.marks.actors and (definite or self.marks.actors[i].kind != "population")
        last = self.open.words[-1] if self.open is not None and self.open.words else i
        # "خطف مسلحون نساء": fighters in ون do it; but "قتل متطوعون شباب", who may be killed
        does = self.document.tokens[last].folded.endswith("ون") and not folded.endswith("ون")
        does = does and self.lexicons.hedges.targets.get(self.document.tokens[last].folded) in _FIGHTERS
        return named or kind in _OBJECTS or (does and kind in HUMAN and last + 1 == i)

    def _ends_chain(self, phrase: Phrase) -> bool:
        """Whether the last word is a plural in ون or ين without article: no genitive can follow its ن."""
        if not phrase.words:
            return False
        last = self.document.tokens[phrase.words[-1]].folded
        known = self.lexicons.hedges.targets.get
        if last.endswith("ان") and known(last) in HUMAN and known(last[:-2] + "ين") == known(last):
            return True  # a dual: قتل انتحاريان 13 شخصا
        plural = len(last) > 4 and last.endswith(("ون", "ين")) and not last.startswith(DEFINITE)
        return plural and not self._is_of_one_stem(last)

    def _is_of_one_stem(self, folded: str) -> bool:
        """Whether ين belongs to the stem: a masdar (تأمين المدينة) or a broken plural (ملايين المدنيين)."""
        masdar = len(folded) == _MASDAR and folded.startswith("ت") and folded.endswith("ين")
        broken = len(folded) == _MASDAR + 1 and folded[2] == "ا" and folded.endswith("ين")
        return masdar or (broken and self.lexicons.hedges.targets.get(folded) not in HUMAN)

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
        whole = known(folded) in _OBJECTS and not folded.endswith(_PLURAL)
        if not whole and known(folded[:-1]) not in _OBJECTS:
            return False  # "فجر انتحاري مركزا", whose stem is an adjective as well
        before = self.document.tokens[phrase.words[-1]].folded
        noun = known(before) is not None or before.endswith(("يه", "ي"))  # "طائرات حربية تركية أهدافا"
        return not before.endswith("ا") and noun and phrase.quantity is None

    def _are_people(self, phrase: Phrase) -> bool:
        """Whether people that are neither counted nor an object head the phrase: شاب, also a lone يمني."""
        if not phrase.words or phrase.words[0] in phrase.anchors:
            return False  # "أسر 140 مسلحا", which is written like "families"
        head = self.document.tokens[phrase.words[0]].folded
        behind_verb = bool(self.phrases) and self.phrases[-1].kind == "verb"
        lone = len(phrase.words) == 1
        nation = lone and self._is_relational(phrase.words[0]) and behind_verb and not head.startswith("ال")
        human = self.lexicons.hedges.targets.get(head) in HUMAN or nation
        human = human or (lone and head in UNNAMED_FIGHTERS)  # "قتل انتحاري ثلاثة جنود"
        return human and not head.endswith("ا") and phrase.quantity is None

    def _is_hit(self, phrase: Phrase, i: int) -> bool:
        """Whether a known thing, place or person is what a strike hit: استهدف هجوم انتحاري مقر الشرطة.

        An adjective parts it from the attack or the weapon. An attack without one may have it as its genitive
        (قصف مقر الشرطة), unless a verb of hitting right before tells of it (استهدفت ضربة مقر الشرطة).
        """
        if not phrase.words or phrase.end != i or not self._may_be_hit(i):
            return False
        attack = self._is_attack(phrase.words[0])
        weapon = self.document.tokens[phrase.words[0]].folded in _WEAPONS and not phrase.preposition
        if len(phrase.words) == 1:
            # "استهدفت مسيرة سيارة"; but "مدفعية القوات" are theirs
            folded = self.document.tokens[i].folded
            hit = self.lexicons.hedges.targets.get(folded) in ("civil", "thing", "place")
            flies = weapon and hit and folded not in _WEAPONS and i not in self.marks.actors
            return (attack or flies) and self._is_told_to_hit(phrase)
        last = self.document.tokens[phrase.words[-1]].folded
        plain = self.lexicons.hedges.targets.get(last.removeprefix("و")) in (None, "adjective")
        adjective = last in _MIGHTY or (plain and last not in _SOME)
        described = phrase.words[-1] not in phrase.anchors and not phrase.actors
        return (attack or weapon) and described and adjective

    def _names_another(self, phrase: Phrase, i: int) -> bool:
        """Whether a party's name stands behind adjectives, of which it is no genitive: برنامج فني عراقي داعش.

        Two in ي or ية are adjectives; one may be a noun with a genitive of its own: وزير مالية تركيا.
        """
        words = phrase.words
        if i not in self.marks.actors or phrase.end != i or words[-2:] != [i - 2, i - 1] or len(words) < 3:
            return False
        if words[-1] in phrase.anchors or self.document.tokens[i - 1].folded.startswith(DEFINITE):
            return False
        return self._is_relational(i - 2) and self._is_relational(i - 1) and not self._is_relational(i)

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
