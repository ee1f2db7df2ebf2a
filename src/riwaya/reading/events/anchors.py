"""Anchors: the words of a sentence that express an event or state."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

import msgspec

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import ClauseWord, HedgeLexicon, TargetKind
from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.lexicon.predicates import NeedClass, Predicate, PredicateLexicon, WordReading
from riwaya.model import Act, EventType
from riwaya.reading.events.senses import (
    CLAUSE_ENDS,
    NEEDED_AS,
    TOO_SHORT,
    Idleness,
    has_other_sense,
    is_parted,
    meets,
)
from riwaya.text import Document, Token
from riwaya.text.remembered import Remembered
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import DEFINITE

#: How far a word that an entry needs may stand behind the anchor, and before it (passives, relatives).
NEEDS_AFTER = 4
#: The same behind a finite verb, whose subject may stand between; so far off a short word tells nothing.
NEEDS_AFTER_VERB = 8
NEEDS_BEFORE = 2
#: Letters of the shortest event noun that is told from chance behind و: وقتل, but وصف.
_SHORT_NOUN = 3
#: Pronouns that no stem ends in by chance.
_PLURAL_PRONOUNS = frozenset(("هم", "ها", "هما", "نا"))
#: The same where a pronoun takes the word up again: صواريخ ومسيرات أطلقتها.
NEEDS_RESUMED = 6
#: How many of the first words of what somebody says may be what the cue needs.
NEEDS_SAID = 3
#: Types that an act of speech is by itself.
ACTS_TOLD: Mapping[Act, EventType] = MappingProxyType(
    {"request": "REQUEST", "accuse": "ACCUSE", "refuse": "REJECT", "threaten": "THREATEN"}
)
_SILENT: Mapping[int, tuple[Act, int]] = MappingProxyType({})
#: How far an event noun may stand behind the light verb that governs it.
LIGHT_REACH = 11
#: Words for how many, or which part, of those behind them, folded.
_QUANTIFYING = event_words("quantifier") | event_words("several") | event_words("part")
#: How far behind a light verb the masdar may stand that looks like a verb.
_WAITING = 4
_SHORTEST_PLURAL = 4
#: How far behind a light verb a second masdar may stand, and behind a masdar another one with its pronoun.
_ROW = 16
_ROW_ON = 8
#: Kinds of words for people.
_PEOPLE: frozenset[TargetKind | None] = frozenset(("person", "fighter", "soldier"))
#: What light verbs mean whose subject only tells of the event.
TELLING = frozenset(("announce", "confess to", "claim as one's own", "undergo"))
_QUOTES = frozenset("\"«»“”'")
#: "Not", "is again" behind it, folded, prepositions of where somebody goes back, and how near these stand.
NOT_DONE = "لم"
_AGAIN = event_words("any longer")
_WHITHER = frozenset(("الي", "من"))
_GOAL = 3
#: ف and قد in one word, which is spelt like "lost", folded.
_RESUMING = "فقد"
_PROCLITICS = frozenset(("ب", "ل", "علي", "الي", "من", "في", "عن"))
#: َ before the last letter, and ُ.
_FATHA_BEFORE_LAST = re.compile("\u0651?\u064e\u0651?[^\u064b-\u0652][\u064b-\u0652]*$")
_DAMMA = "\u064f"
#: Types whose definite participles name people (المتهم، النازحين) and tell nothing.
_OF_PEOPLE = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "HARM", "PROTEST"))
#: Types of which that holds for active ones (المشاركون, الداعمين); المدعومة من … tells who supports.
_OF_DOERS = frozenset(("SUPPORT", "COOPERATE"))
#: The kinds of listed words that belong to a class of needed ones.
_CLASSES: dict[TargetKind, NeedClass] = {
    "body": "actor",
    "place": "place",
    "person": "person",
    "fighter": "fighter",
    "soldier": "fighter",
    "thing": "thing",
}
#: Who a needed doer may be.
_DOERS: frozenset[NeedClass] = frozenset(("actor", "fighter"))
#: Pronouns of people: "نقلهم" needs no word for whom.
OF_PERSONS = frozenset(("هم", "هما", "هن"))
#: Entries of a verb without object, which with a pronoun is another: تقدمه, "gives it".
_ADVANCING = frozenset(("advance", "advance towards"))
_WHICH = frozenset(("ما", "بما", "لما", "مما", "عما", "الذي", "التي"))
#: What is traded or goes round, and the news that do, folded.
_TRADED, _NEWS = event_words("passed on"), word_beginnings("going round")
_VIOLENT = frozenset(("ASSAULT", "HARM", "CONTROL", "RETREAT", "COERCE", "PRESENCE", "MOBILIZE", "THREATEN"))


#: What else is told of players, firms and patients: they win, join, leave, share and help as well.
_OF_PLAY = _VIOLENT | frozenset(
    ("SUPPORT", "COOPERATE", "MOVE", "AGREE", "CONCEDE", "MONITOR", "SHELTER", "AID", "CONSULT", "SANCTION")
)
#: What a name is of.
Named = Literal["actor", "place", "time"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Token `token` read as `reading` of `predicate`; `light` is the light verb that carries its subject.

    `needed` is the token of the word that it needs; None where it needs none or only a name.
    """

    token: int
    predicate: Predicate
    reading: WordReading
    passive: bool = False
    light: int | None = None
    light_reading: WordReading | None = None
    needed: int | None = None

    @property
    def verbal(self) -> bool:
        """Whether the anchor itself is a finite verb."""
        return self.reading.word.category == "verb"

    @property
    def head(self) -> int:
        """The finite verb of the anchor's clause as far as known: the light verb, else the anchor."""
        return self.token if self.light is None else self.light

    @property
    def owner(self) -> str:
        """The pronoun that says whose a noun is, also that of persons on the light noun: محاولتهم الفرار."""
        light = self.light_reading
        lent = "" if light is None or light.word.category != "noun" else light.pronoun
        return "" if self.verbal else self.reading.pronoun or (lent if lent in OF_PERSONS else "")


@dataclass(frozen=True, slots=True)
class _Company:
    """The words around the anchors of a sentence: names, and classes of listed words."""

    tokens: Sequence[Token]
    sentence: Sentence
    named: Mapping[int, Named]
    targets: Mapping[str, TargetKind]
    spoken: Mapping[int, tuple[Act, int]]

    def asks_so(self, i: int, predicate: Predicate) -> bool:
        """Whether a cue needs no word beside it: its act is what it needs, or that is said first.

        "وصف الرئيس الأمريكي، في كلمة، الحركة بالإرهابية": the needed word begins what he says.
        """
        act, first = self.spoken.get(i, ("report", 0))
        if ACTS_TOLD.get(act) == predicate.type:
            return True
        words = self.tokens[first : first + NEEDS_SAID] if i < first else ()
        return any(meets(t.folded, predicate.needs) for t in words)

    def has(self, i: int, reading: WordReading, near: frozenset[NeedClass]) -> bool:
        """Whether one of the classes stands behind token `i` in its clause, or is written onto it."""
        if reading.pronoun in OF_PERSONS and "person" in near:
            return True
        if "doer" in near:
            if reading.word.category == "verb" and not reading.pronoun and self._led_by_doer(i):
                return True
            near = near | _DOERS
        words = 0
        for j in range(i + 1, self.sentence.end):
            token = self.tokens[j]
            if token.text in CLAUSE_ENDS or words == NEEDS_AFTER:
                return False
            words += token.kind != "sign"
            if not near.isdisjoint(self._classes(j, token)):
                return True
        return False

    def _led_by_doer(self, i: int) -> bool:
        """Whether somebody begins the clause before the verb, but for one word: الحوثيون قد يتراجعون."""
        last = next((j for j in (i - 1, i - 2) if j >= self.sentence.start and self._acts(j)), None)
        if last is None or any(self.tokens[j].kind != "word" for j in range(last, i)):
            return False
        first = last
        while first > self.sentence.start and self._acts(first - 1):
            first -= 1
        before = self.tokens[first - 1]
        opened = first == self.sentence.start or before.kind != "word" or before.folded in _OPENERS
        return opened or self.tokens[first].folded.startswith("و")

    def _acts(self, j: int) -> bool:
        return not _DOERS.isdisjoint(self._classes(j, self.tokens[j]))

    def takes_up(self, i: int, reading: WordReading) -> bool:
        """Whether who is named right behind did it to what stands before: عبوات زرعها الحوثيون."""
        if (
            not reading.pronoun
            or reading.prefix
            or not self._names_doer(i + 1)
            or i == self.sentence.start
            or i - 1 in self.named
        ):
            return False
        before, after = self.tokens[i - 1], self.tokens[i + 1].folded
        bare = (
            before.kind == "word" and not before.folded.startswith("ال") and before.folded not in _GOVERNORS
        )
        return bare and not after.endswith("ين") and not after.startswith(("ل", "ب"))

    def _names_doer(self, j: int) -> bool:
        """Whether an actor stands there, or fighters do who may be an actor's: زرعها مسلحو التنظيم."""
        if j >= self.sentence.end:
            return False
        fights = self.targets.get(self.tokens[j].folded) in ("fighter", "soldier")
        return fights or self.named.get(j) == "actor"

    def _classes(self, j: int, token: Token) -> set[str]:
        if j in self.named:
            return {self.named[j]}
        if token.kind == "number":
            return {"number"}
        kinds = (self.targets.get(word) for word in NEEDED_AS[token.folded])
        found: set[str] = {_CLASSES[kind] for kind in kinds if kind in _CLASSES}
        return found | {"person"} if "fighter" in found else found


class Shape(msgspec.Struct, frozen=True, gc=False):
    """What a word that names nobody looks like by itself.

    `light` a light verb, `verb` a word of the shape of a present-tense verb, `word` a function word;
    else a noun with its `prefix` (و، ب، ل), `definite` with the article.
    """

    light: bool
    verb: bool
    word: ClauseWord | None
    prefix: str
    definite: bool


@dataclass(frozen=True, slots=True)
class Lexicons:
    """What the stages of claims know of the language; the shapes of words are remembered."""

    predicates: PredicateLexicon
    hedges: HedgeLexicon
    shapes: Remembered[Shape] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "shapes", Remembered(self._shape))

    def shape(self, folded: str) -> Shape:
        """The shape of a folded word."""
        return self.shapes[folded]

    def _shape(self, folded: str) -> Shape:
        readings = self.predicates.look_up(folded)
        light = any(r.word.light is not None and r.word.category == "verb" for r in readings)
        bare = folded[1:] if folded[:1] in ("و", "ف", "س") else folded
        # Few nouns of four letters and more begin with ي.
        plain = folded in self.hedges.plain_verbs or (
            folded[:1] in ("و", "ف", "س") and bare in self.hedges.plain_verbs
        )
        plain = plain or self._takes_object(bare)
        verb = plain or (len(bare) >= 4 and bare.startswith("ي")) or _looks_past(bare)
        verb = verb and not (folded.startswith("س") and self._is_owned(folded))  # سيارته
        joined = folded[:1] == "و" and self.hedges.is_plain_noun(folded[1:])
        noun = joined or self.hedges.is_plain_noun(folded)
        verb = verb and not noun
        prefix, definite = self._prefix(folded)
        if noun and not definite:
            prefix = "و" if joined else ""
        elif noun and folded.startswith("بال"):
            prefix, definite = "", False  # باليستية
        word = self.hedges.clause_word(folded)
        return Shape(light and not definite, verb and word is None, word, prefix, definite)

    def _is_owned(self, folded: str) -> bool:
        """Whether the word is a listed noun with a pronoun."""
        targets = self.hedges.targets
        stems = [stem for stem, pronoun in without_pronoun(folded) if pronoun]
        return any(stem in targets or stem.removesuffix("ت") + "ه" in targets for stem in stems)

    def _takes_object(self, bare: str) -> bool:
        """Whether a verb of the past that no masdar is spelt like has a pronoun: استخدمه, أصدرتها."""
        stems = (rest for rest, pronoun in without_pronoun(bare) if pronoun in THEIRS)
        return bare.startswith("ا") and any(
            len(stem) >= 4 and stem in self.hedges.plain_verbs for stem in stems
        )

    def _prefix(self, folded: str) -> tuple[str, bool]:
        for start, prefix in (("ال", ""), ("لل", "ل"), ("بال", "ب"), ("وال", "و")):
            if folded.startswith(start) and len(folded) > len(start):
                return prefix, True
        if folded[:1] == "و" and (self._is_listed(folded[1:]) or self._is_joined(folded)):
            return "و", False
        if folded[:1] in ("ب", "ل") and self._is_noun(folded[1:]):
            return folded[0], False
        if folded[:1] == "ب" and len(folded) > 3 and self.hedges.clause_word(folded[1:]) is not None:
            return "ب", False  # بجنوب البلاد, بهذه القوات
        return "", False

    def _is_listed(self, rest: str) -> bool:
        """Whether what follows و is a listed noun, also in the accusative, or tells an event."""
        targets = self.hedges.targets
        if rest in targets or (rest.endswith("ا") and rest[:-1] in targets):
            return True
        return len(rest) >= _SHORT_NOUN and any(
            w.category == "noun" for w in self.predicates.forms.get(rest, ())
        )

    def _is_joined(self, folded: str) -> bool:
        """Whether a noun with a pronoun begins with "and": its stem is known neither with و nor without."""
        stems = [stem for stem, pronoun in without_pronoun(folded) if pronoun in _PLURAL_PRONOUNS]
        known = self.hedges.targets
        return (
            len(folded) > _SHORT_NOUN + 2
            and bool(stems)
            and not any(
                stem in known or stem.removesuffix("ت") + "ه" in known or stem in self.predicates.forms
                for stem in stems
            )
        )

    def _is_noun(self, rest: str) -> bool:
        """Whether what follows ب or ل is a word known by itself, or begins with alif as masdars do.

        Also how many: لإحدى المدن, لبعض المواقع.
        """
        targets = self.hedges.targets
        if rest in targets or rest in _QUANTIFYING or (rest.startswith("ا") and len(rest) > 4):
            return True
        if len(rest) > 4 and any(bare in targets for bare, pronoun in without_pronoun(rest) if pronoun):
            return True  # بنظيره, لقواته
        return any(w.category != "verb" for w in self.predicates.forms.get(rest, ()))


def _looks_past(folded: str) -> bool:
    """Whether a word has the ending of "she" or "they" in the past: انطلقت, توافدوا.

    Few nouns end so; those that do end in وت or يت, begin with م, or are listed as plain nouns.
    """
    if len(folded) < 4 or folded.startswith("م"):
        return False
    if folded.endswith("وا"):
        return len(folded) > 4
    short = len(folded) == 4 and folded[0] in "بل"  # بوقت
    return folded.endswith("ت") and folded[-2] not in "اوي" and not short


def find_anchors(
    document: Document,
    sentence: Sentence,
    lexicons: Lexicons,
    named: Mapping[int, Named],
    counted: frozenset[int],
    *,
    idle: Idleness = "busy",
    announced: AbstractSet[int] = frozenset(),
    spoken: Mapping[int, tuple[Act, int]] = _SILENT,
) -> tuple[Anchor, ...]:
    """The anchors of one sentence, in order.

    `named` are the tokens of names, which are no anchors; `counted` those in a count or beside it. `idle`
    tells whether the report is about play or prices in all of its sentences, perhaps in some, or in none.
    `announced` are the first tokens of what is said by a masdar alone (تبنت الحركة خطف الجنود); `spoken`
    has by the tokens of cues their acts and where what is said begins.
    """
    tokens = document.tokens
    company = _Company(tokens, sentence, named, lexicons.hedges.targets, spoken)
    excluded = _OF_PLAY if idle == "idle" else _excluded(tokens, sentence, lexicons, idle)
    found: list[Anchor] = []
    light: tuple[int, WordReading] | None = None
    lent: int | None = None
    for i in range(sentence.start, sentence.end):
        token = tokens[i]
        light = None if _parts(token, light, spoken) else light
        if token.kind != "word":
            continue
        readings = lexicons.predicates.look_up(token.folded, spoken=i in spoken)
        if not readings or i in named or _resumes(tokens, sentence, i, lexicons) or _is_no_longer(tokens, i):
            continue
        verbs = [r for r in readings if r.word.light is not None and _plausible(tokens, sentence, i, r)]
        row = _is_in_row(lexicons, tokens, sentence, i, light if lent is not None else None)
        row = row or (bool(found) and _goes_on(lexicons, company, i, found[-1]))
        governed = row or i in announced or _is_governed(light, lent, i, token)
        lender = light[0] if light is not None and i - light[0] <= LIGHT_REACH else None
        chosen = _choose(company, i, readings, i in counted, i + 1 in counted, lender, governed=governed)
        if chosen and chosen[0].type not in excluded and not _names(tokens, sentence, i, lexicons):
            parted = is_parted(tokens[i - 1], token, chosen[0], light)
            anchor = _anchor(i, token, chosen, None if parted else light)
            if anchor.light is not None and lent == anchor.light and not chosen[1].prefix.startswith("و"):
                anchor = replace(anchor, light=None, light_reading=None)  # "قررت منع … غداة هجوم"
            found.append(anchor)
            lent = anchor.light if anchor.light is not None else lent
            # "شن هجوما وقصف": a second event noun has the same light verb only while no verb intervenes.
            light = None if chosen[1].word.category == "verb" else light
        elif verbs and (light is None or verbs[0].word.category == "verb"):
            light = (i, verbs[0])
    return tuple(found)


def _parts(
    token: Token, light: tuple[int, WordReading] | None, spoken: Mapping[int, tuple[Act, int]]
) -> bool:
    """Whether a semicolon parts a light verb from what follows, or أن where it says so.

    "أعلن الوزير أن طوارئ المستشفى جاهزة": no emergency is declared.
    """
    said = token.folded == _THAT and light is not None and light[0] in spoken
    return said or (token.kind != "word" and token.text in "؛;")


def _resumes(tokens: Sequence[Token], sentence: Sentence, i: int, lexicons: Lexicons) -> bool:
    """Whether فقد only goes on with the verb behind it (أما الجيش فقد قصف المدينة), and loses nothing."""
    if tokens[i].folded != _RESUMING or i + 1 >= sentence.end:
        return False
    following = tokens[i + 1].folded
    finite = any(r.word.category == "verb" for r in lexicons.predicates.look_up(following))
    return finite or lexicons.shape(following).verb


def _is_no_longer(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb behind لم says that something is no longer so: لم يعد يسيطر, not لم يعد إلى بلاده."""
    denied = i > 0 and tokens[i - 1].folded.removeprefix("و") == NOT_DONE
    if not denied or tokens[i].folded not in _AGAIN:
        return False
    return all(t.folded not in _WHITHER for t in tokens[i + 1 : i + 1 + _GOAL])


def _is_governed(light: tuple[int, WordReading] | None, lent: int | None, i: int, token: Token) -> bool:
    """Whether a light verb before the word still waits for its masdar: بدأت قوات النظام قصف …."""
    if light is None or light[0] == lent or light[1].word.category != "verb" or token.folded.startswith("و"):
        return False
    waits = light[1].word.light is not None and light[1].word.light.subject == "agent"
    return waits and i - light[0] <= _WAITING


def _is_in_row(
    lexicons: Lexicons,
    tokens: Sequence[Token],
    sentence: Sentence,
    i: int,
    light: tuple[int, WordReading] | None,
) -> bool:
    """Whether "and" joins the word to the masdar of a light verb, since people in ين are no subject of it.

    تستمر القوات في حصار البلدة وقصف المدنيين; but "…، وقتل ضابط وإصابة ثلاثة جنود", which may be a passive.
    """
    lends = None if light is None or light[1].word.category != "verb" else light[1].word.light
    if light is None or lends is None or lends.subject != "agent" or lends.gloss in TELLING:
        return False
    if not tokens[i].folded.startswith("و") or i - light[0] > _ROW or i + 1 >= sentence.end:
        return False
    if not _is_same_clause(lexicons, tokens, light[0], i):
        return False
    after = tokens[i + 1]
    if after.kind != "word" or lexicons.hedges.clause_word(after.folded) is not None:
        return False
    people = lexicons.hedges.targets.get(after.folded.removeprefix("ال")) in _PEOPLE
    return people and after.folded.endswith("ين")  # whom a passive befalls ends in ون


def _is_like(company: _Company, i: int, before: Anchor) -> bool:
    """Whether "and" joins the word to a masdar with the same pronoun: قصفها البلدات وقتلها ثلاثة مدنيين.

    Also to one without where a thing follows, which does nothing: اغتيال إسرائيل القائد وقصفها الضاحية.
    """
    word = company.tokens[i].folded
    masdar = before.reading.word.category == "noun" and i - before.token <= _ROW_ON
    if not masdar or not word.startswith("و") or not word.endswith(THEIRS):
        return False
    if company.tokens[i].text.endswith("ة"):
        return False
    if before.reading.pronoun:
        return word.endswith(before.reading.pronoun)
    after = company.tokens[i + 1].folded if i + 1 < company.sentence.end else ""
    kind = company.targets.get(after) or company.targets.get(after.removeprefix("ال"))
    return company.named.get(i + 1) == "place" or kind in ("thing", "place", "civil")


def _goes_on(lexicons: Lexicons, company: _Company, i: int, before: Anchor) -> bool:
    """Whether "and" joins the word to the masdar before, so that it is one as well."""
    return _is_like(company, i, before) or _is_one_more_deed(lexicons, company, i, before)


def _is_one_more_deed(lexicons: Lexicons, company: _Company, i: int, before: Anchor) -> bool:
    """Whether "and" joins the word to the masdar of what is done to somebody: رعاية النازحين وحل البرلمان.

    Whoever follows with the article stands in its genitive, where a case ending does not show him to act.
    """
    tokens, masdar = company.tokens, before.reading.word.category == "noun"
    done_to = masdar and before.predicate.genitive in ("patient", "place")
    if not done_to or not tokens[i].folded.startswith("و") or i + 1 >= company.sentence.end:
        return False
    after = tokens[i + 1].folded
    near = i - before.token <= _ROW_ON and tokens[i - 1].kind == "word"
    near = near and _is_same_clause(lexicons, tokens, before.token, i)
    whom = after.startswith(DEFINITE) or after in _REMNANTS
    return near and whom and not after.endswith("ون")


def _is_same_clause(lexicons: Lexicons, tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether no other clause begins behind token `first`."""
    return not any(_opens_clause(lexicons, tokens[j]) for j in range(first + 1, end))


def _opens_clause(lexicons: Lexicons, token: Token) -> bool:
    """Whether another clause begins with the word: a verb or what opens one."""
    shape = lexicons.shape(token.folded)
    return shape.verb or shape.light or token.folded in _OPENERS


def _excluded(
    tokens: Sequence[Token], sentence: Sentence, lexicons: Lexicons, idle: Idleness
) -> frozenset[str]:
    """The types that a sentence does not tell since it is about play or prices."""
    if idle == "busy":
        return frozenset()
    # News go round by the same word as shares are traded: "نفت قسد الأنباء المتداولة عن …"
    folded = (
        tokens[i].folded
        for i in range(sentence.start, sentence.end)
        if i == sentence.start or tokens[i].folded not in _TRADED or not tokens[i - 1].folded.endswith(_NEWS)
    )
    return frozenset() if lexicons.hedges.unrelated.isdisjoint(folded) else _VIOLENT


def _names(tokens: Sequence[Token], sentence: Sentence, i: int, lexicons: Lexicons) -> bool:
    """Whether a definite noun is part of a body's name: قوات الدعم, لجنة التحقيق."""
    if i == sentence.start or not tokens[i].folded.startswith("ال"):
        return False
    return any(s.rest in lexicons.hedges.name_heads for s in tokens[i - 1].splits)


def _anchor(
    i: int,
    token: Token,
    chosen: tuple[Predicate, WordReading, int | None],
    light: tuple[int, WordReading] | None,
) -> Anchor:
    predicate, reading, needed = chosen
    passive = reading.word.category == "passive" or (
        reading.word.category == "verb" and _passive_vowel(reading, predicate, token.text)
    )  # fmt: skip
    if light is not None and reading.word.category == "noun" and i - light[0] <= LIGHT_REACH:
        return Anchor(i, predicate, reading, passive, light[0], light[1], needed)
    return Anchor(i, predicate, reading, passive, needed=needed)


def _passive_vowel(reading: WordReading, predicate: Predicate, text: str) -> bool:
    """Whether ُ is written as in قُتل and اعتُقل, not before و (قتلُوا), or at the beginning of a present (يُقتل).

    Where the active begins so too (يُسيطر) َ before the last letter tells (يُطلَق), or the grammar around.
    """
    start = len(reading.prefix)
    if reading.tense in ("present", "jussive"):
        at = start + 1
        return text[at : at + 1] == _DAMMA and (
            not predicate.rounded or _FATHA_BEFORE_LAST.search(text) is not None
        )
    at = text.find(_DAMMA, start, start + 5)
    return at >= 0 and at + 1 < len(text) and text[at + 1] != "و"


def _choose(
    company: _Company,
    i: int,
    readings: Sequence[WordReading],
    counted: bool,
    counts: bool,
    lender: int | None,
    *,
    governed: bool,
) -> tuple[Predicate, WordReading, int | None] | None:
    """The best reading as a predicate: one whose needs are met before one without, verb or noun by place.

    With it the token of the word that it needs, if that is no name.

    `counted` where the word stands in a count, `counts` where one follows, `lender` the light verb that
    still waits for its noun, `governed` where only a masdar can stand.
    """
    tokens, sentence = company.tokens, company.sentence
    best: tuple[int, Predicate, WordReading, int | None] | None = None
    for reading in readings:
        predicate = reading.word.predicate
        if predicate is None or not _plausible(tokens, sentence, i, reading):
            continue
        if predicate.kind == "counted" and not counted and not (counts and governs_count(predicate)):
            continue
        guarded, verb = predicate.not_after or predicate.not_before, reading.word.category == "verb"
        if guarded and has_other_sense(tokens, sentence, i, predicate, verb=verb):
            continue
        score, needed = 0, None
        if predicate.needs or predicate.near:
            lent = not verb and lender is not None and meets(tokens[lender].folded, predicate.needs)
            needed = lender if lent else _met(tokens, sentence, i, reading, predicate.needs)
            if needed is not None:
                score = 4
            elif (predicate.near and company.has(i, reading, predicate.near)) or company.asks_so(
                i, predicate
            ):
                score = 1
            else:
                continue
        verbal = not governed and _verb_place(company, i, reading)
        verbal = verbal and not _governs_next(tokens, sentence, i, reading)
        verbal = verbal or (not governed and company.takes_up(i, reading))
        score += 2 * (verbal == verb)
        score += not reading.pronoun
        if best is None or score + _suits_better(company, i, reading, best[2]) > best[0]:
            best = (score, predicate, reading, needed)
    return None if best is None else best[1:]


def _suits_better(company: _Company, i: int, reading: WordReading, other: WordReading) -> bool:
    """Whether a verb agrees with her who is told of right before it, and its homograph does not.

    "التي تكبد البلاد خسائر" is what inflicts them, "تكبد الحوثيون خسائر" those who suffer them. She is no
    subject of a verb whose pronoun means her: الخسائر التي تكبدها الجيش.
    """
    forms = (reading.word.form, other.word.form)
    verbs = reading.word.category == other.word.category == "verb" and not reading.pronoun
    if not verbs or [(f.tense, f.gender) for f in forms] != [("present", "feminine"), ("past", "masculine")]:
        return False
    k = i - 1 - (i > company.sentence.start and company.tokens[i - 1].folded == "قد")
    before = company.tokens[k] if k >= company.sentence.start else None
    return before is not None and (before.folded == "التي" or before.text.endswith("ة"))


def governs_count(predicate: Predicate) -> bool:
    """Whether a word that needs a count is what happened to those counted: جرح ثلاثة, not ثلاثة جرحى."""
    return predicate.kind == "counted" and predicate.type == "HARM" and predicate.subject == "agent"


def _plausible(tokens: Sequence[Token], sentence: Sentence, i: int, reading: WordReading) -> bool:
    token = tokens[i]
    category, form = reading.word.category, reading.word.form
    if reading.pronoun == "ه" and token.text.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650").endswith("ة"):
        return False
    if category == "verb" and not reading.pronoun and token.text.endswith("ة"):
        return False
    kind = reading.word.predicate.type if reading.word.predicate is not None else None
    of_people = kind in _OF_PEOPLE or (kind in _OF_DOERS and category == "active")
    if category in ("active", "passive") and of_people and token.folded.startswith(DEFINITE):
        return False  # "متهما إياه" speaks, "المتهم" is who was accused: no act of the report's
    before = tokens[i - 1].folded if i > sentence.start else ""
    goes = reading.word.predicate is not None and reading.word.predicate.gloss in _ADVANCING
    if goes and reading.pronoun and (category == "verb" or before in _WHICH):
        return False  # "ما تقدمه من جهد": who advances advances nobody
    if category == "verb" and form.tense == "jussive" and form.number == "singular":
        return before in ("لم", "ولم", "لا") or reading.prefix == "ل"
    if category == "verb" and form.tense == "jussive" and form.text.startswith("ت"):
        return before in _MOODS or reading.prefix == "ل"  # "الذين تكبدوا خسائر": they did, not you
    if category == "verb" and form.tense == "past" and before in ("من", "في", "الي", "علي", "عن", "كل", "اي"):
        return False
    return not (category == "verb" and form.tense == "past" and before == "بعد" and reading.prefix == "")


def _verb_place(company: _Company, i: int, reading: WordReading) -> bool:
    """Whether a word that may be verb or noun (قتل، قصف، خطف) stands where verbs stand."""
    tokens, sentence = company.tokens, company.sentence
    after = tokens[i + 1].folded if i + 1 < sentence.end else ""
    tells = reading.word.predicate
    if i == sentence.start and after in _OF_ATTACKS and tells is not None and tells.type != "HARM":
        return False  # "قصف جوي لمواقع …", but "وقتل عسكري تركي"
    if reading.prefix in ("ب", "ل", "ك", "وب", "ول") or i == sentence.start:
        return i == sentence.start and reading.prefix not in ("ب", "ل", "ك")
    before = tokens[i - 1]
    if before.text in _QUOTES and i - 1 > sentence.start and tokens[i - 2].folded in _PROCLITICS:
        return False  # "توعد بـ«سحق» التنظيم"
    if before.kind != "word":
        return True
    if before.folded == _THAT:  # "قال إن قصف الجيش …", but "بعد أن قصف الجيش …"
        behind = tokens[i - 2].folded if i - 2 >= sentence.start else ""
        return behind in _WHEN_HE_DID or _DAMMA in tokens[i].text[:3]
    if before.folded in _OPENERS:
        return True
    if before.folded in _GOVERNORS:
        return False
    if _DAMMA in tokens[i].text[:3] or (before.folded.endswith("ا") and len(before.folded) > 3):
        return True  # قُتل; an accusative without article ("متطرفا قتل") has no genitive behind it
    # After a definite word or a name a bare word is the verb of that subject; after a bare noun a genitive.
    named = company.named.get(i - 1) == "actor" and not reading.prefix
    return named or before.folded.startswith("ال") or len(before.folded) > 6 or _ends_as_plural(before.folded)


def _governs_next(tokens: Sequence[Token], sentence: Sentence, i: int, reading: WordReading) -> bool:
    """Whether the next word says with a preposition whom the event befalls: تضامنه مع تركيا, a masdar."""
    predicate = reading.word.predicate
    if predicate is None or not reading.pronoun or i + 1 >= sentence.end:
        return False
    after = tokens[i + 1].folded
    onto = (word for word, role in predicate.prepositions if role == "patient" and len(word) == 1)
    return predicate.role_of(after) == "patient" or after.startswith(tuple(onto))


def _ends_as_plural(folded: str) -> bool:
    """Whether a word ends in ون or ين, behind which no genitive stands: مدنيين وجرح …."""
    return len(folded) > _SHORTEST_PLURAL and folded.endswith(("ون", "ين"))


#: "That", folded, and words before it behind which a verb of the past stands: بعد أن قصف.
_THAT = "ان"
_WHEN_HE_DID = event_words("when he did")
#: Words for what is left of a foe, folded, and adjectives that only an event noun has.
_REMNANTS = event_words("remnant")
_OF_ATTACKS = event_words("of attacks")
_OPENERS = frozenset(
    ("ان", "قد", "لقد", "وقد", "كان", "وكان", "حيث", "التي", "الذي", "الذين", "ما", "فيما", "بينما", "كما",
     "عندما", "حين", "حينما", "بعدما", "انه", "انها", "انهم", "لم", "ثم", "كانت", "فقد")
)  # fmt: skip
#: Behind these "you" may do something: لم تفعلوا, أن تفعلوا, folded.
_MOODS = frozenset(
    ("لم", "ولم", "فلم", "لن", "ولن", "فلن", "لا", "ولا", "فلا", "ان", "الا", "كي", "لكي", "حتي")
)
#: Prepositions of one letter with pronouns of things.
_TAKING_UP = frozenset(("له", "لها", "لهما", "به", "بها", "بهما"))
_GOVERNORS = event_words("governs a deed") | {
    "من", "في", "الي", "علي", "عن", "بعد", "قبل", "خلال", "اثر", "حول", "بسبب", "ضد", "دون", "عدم", "اثناء",
}  # fmt: skip


def _taken_up(
    tokens: Sequence[Token], sentence: Sentence, i: int, reading: WordReading, needs: frozenset[str]
) -> int | None:
    """The token of what a preposition right behind a verb takes up: خطط لهجوم, but هجوم خطط له التنظيم."""
    following = tokens[i + 1].folded if i + 1 < sentence.end else ""
    predicate = reading.word.predicate
    acts = predicate is not None and predicate.subject == "agent"  # "الهجوم الذي تعرض له": told by the noun
    if not acts or reading.word.category != "verb" or following not in _TAKING_UP:
        return None
    before = range(max(sentence.start, i - NEEDS_RESUMED), i)
    governed = ((j, following[0] + word) for j in before for word in NEEDED_AS[tokens[j].folded])
    return next((j for j, word in governed if word in needs), None)


def _met(
    tokens: Sequence[Token], sentence: Sentence, i: int, reading: WordReading, needs: frozenset[str]
) -> int | None:
    """The token of a needed word near token `i`."""
    if not needs:
        return None
    verb = reading.word.category == "verb"
    after = 0
    for j in range(i + 1, min(sentence.end, i + 1 + 2 * NEEDS_AFTER_VERB)):
        token = tokens[j]
        if token.kind == "word":
            after += 1
            if meets(token.folded, needs) and (after <= NEEDS_AFTER or len(token.folded) > TOO_SHORT):
                return j
        elif after >= NEEDS_AFTER and token.text in CLAUSE_ENDS:
            break
        if after >= (NEEDS_AFTER_VERB if verb else NEEDS_AFTER):
            break
    taken_up = _taken_up(tokens, sentence, i, reading, needs)
    if taken_up is not None:
        return taken_up
    reach = NEEDS_RESUMED if reading.pronoun else NEEDS_BEFORE
    before = range(max(sentence.start, i - reach), i)
    return next((j for j in before if meets(tokens[j].folded, needs)), None)
