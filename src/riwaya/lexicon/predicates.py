"""Predicates: the words that express an event or state, and who takes part in it by which grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, cast, get_args

import msgspec

from riwaya.i18n import gettext as _
from riwaya.lexicon.inflect import (
    Form,
    Gender,
    Number,
    Tense,
    conjugate,
    decline,
    noun_forms,
    passive_past,
    without_pronoun,
)
from riwaya.lexicon.tables import Row, read_table
from riwaya.model import EventType, Phase
from riwaya.text.fold import fold
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import splits

RoleName = Literal["agent", "patient", "recipient", "place", "theme", "both", "either", "none"]
Kind = Literal["", "result", "counted", "by arms", "to people"]
Category = Literal["verb", "noun", "active", "passive"]
#: What may stand for a needed word: somebody or some place named, or any word of a class (see targets.csv).
NeedClass = Literal["actor", "place", "person", "fighter", "thing", "number", "doer"]

COLUMNS = (
    "type", "mode", "phase", "past", "present", "masdar", "noun", "active", "passive", "subject", "object",
    "genitive", "prepositions", "needs", "kind", "gloss",
)  # fmt: skip
SENSE_COLUMNS = ("type", "gloss", "before", "after", "is")
LIGHT_COLUMNS = ("past", "present", "masdar", "subject", "gloss")

#: Proclitics that may stand before a finite verb of each tense, and before a noun or participle.
_BEFORE: dict[Tense, frozenset[str]] = {
    "past": frozenset(("", "و", "ف")),
    "present": frozenset(("", "و", "ف", "س", "وس", "فس", "ل", "ول")),
    "jussive": frozenset(("", "و", "ف", "ل")),
    "masdar": frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")),
    "participle": frozenset(("", "و", "ف", "ب", "ل", "ك", "وب", "ول")),
}
#: A word this short, once a pronoun is taken off it, is too likely to be another word.
_SHORTEST = 3
#: Letters of the shortest past whose masculine dual is told from a noun.
_DUAL = 4
#: Reports tell of third persons and, in statements, of "us" and "you"; ي and ك would only breed chance
#: likenesses.
_PRONOUNS = frozenset(("ه", "ها", "هم", "هما", "هن", "نا", "كم"))
#: "Against", folded, and types of what is done against somebody by whichever word: غارات ضد, إجراءات ضد.
_AGAINST = "ضد"
_HOSTILE = frozenset(("ASSAULT", "COERCE", "SANCTION"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """One entry: event type with mode and phase, and the role of each argument.

    `needs` are folded words of which one must stand close by; one of the classes `near` (in the table
    <person>) behind the word does as well. Beside one of the words `not_after` or `not_before` it has
    another sense, which is no event (رئيس تحرير, السيطرة على الحريق). `kind` result: counts only with the
    harm it led to; counted: counts only with a number; by arms: told of a doer it is a deed of his; to
    people: that, and befalls people alone. `rounded`: the active begins with ُ too (يُسيطر).
    """

    type: EventType
    mode: str | None
    phase: Phase | None
    subject: RoleName
    object: RoleName
    genitive: RoleName
    prepositions: tuple[tuple[str, RoleName], ...]
    needs: frozenset[str]
    near: frozenset[NeedClass]
    kind: Kind
    gloss: str
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    rounded: bool = False

    def role_of(self, preposition: str) -> RoleName:
        """The role of what the preposition governs; `none` where it takes no part."""
        against = preposition == _AGAINST and self.type in _HOSTILE
        other: RoleName = "patient" if against else "none"
        return next((role for word, role in self.prepositions if word == preposition), other)


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that lends its subject to the event noun it governs (شن هجوما, تعرض لقصف)."""

    subject: RoleName
    gloss: str


class WordForm(msgspec.Struct, frozen=True, gc=False):
    """One listed form: its entry (None for a light verb), what kind of word it is, and its inflection."""

    predicate: Predicate | None
    light: LightVerb | None
    category: Category
    form: Form


class WordReading(msgspec.Struct, frozen=True, gc=False):
    """A word of a text read as a listed form, with the proclitics and the pronoun that it carries."""

    word: WordForm
    prefix: str
    pronoun: str

    @property
    def tense(self) -> Tense:
        """Tense of the form; nouns have masdar."""
        return self.word.form.tense


@dataclass(slots=True)
class PredicateLexicon:
    """All predicates and light verbs by their folded forms; look-ups are remembered."""

    forms: dict[str, list[WordForm]]
    homographs: frozenset[str]
    _seen: Remembered[tuple[WordReading, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._seen = Remembered(lambda folded: tuple(self._readings(folded)))

    def look_up(self, folded: str, *, spoken: bool = False) -> tuple[WordReading, ...]:
        """Every way to read the folded word; whole words before those that shed something.

        By a `spoken` one somebody surely speaks, so that it is no homograph: ثمن, "praised" and not "price".
        """
        return self._seen[folded] or (tuple(self._spoken(folded)) if spoken else ())

    def _spoken(self, folded: str) -> Iterator[WordReading]:
        for split in splits(folded):
            words = self.forms.get(split.rest, ())
            yield from (WordReading(w, split.prefix, "") for w in words if _fits(w, split.prefix, ""))

    def _readings(self, folded: str) -> Iterator[WordReading]:
        if folded in self.homographs:
            return
        if folded in self.forms:
            # The whole word is listed: what shedding a letter would make of it is a chance likeness.
            yield from (WordReading(w, "", "") for w in self.forms[folded] if _fits(w, "", ""))
            return
        for split in splits(folded):
            words = self.forms.get(split.rest, ())
            bare = [WordReading(w, split.prefix, "") for w in words if _fits(w, split.prefix, "")]
            yield from bare
            if bare:
                continue
            if split.rest in self.homographs:
                return
            for rest, pronoun in without_pronoun(split.rest):
                if pronoun not in _PRONOUNS or rest not in self.forms:
                    continue
                for word in self.forms[rest]:
                    if (len(rest) >= _SHORTEST or word.light is not None) and _fits(
                        word, split.prefix, pronoun
                    ):
                        yield WordReading(word, split.prefix, pronoun)


def _fits(word: WordForm, prefix: str, pronoun: str) -> bool:
    if prefix not in _BEFORE.get(word.form.tense, frozenset()):
        return False
    return not (pronoun and word.form.definite and word.category != "verb")


def load_predicates(folder: Path) -> PredicateLexicon:
    """The lexicon in `folder`: predicates.csv, senses.csv, light_verbs.csv, homographs.csv.

    Raises PackError on an invalid row.
    """
    forms: dict[str, list[WordForm]] = {}
    rows = tuple(read_table(folder / "predicates.csv", COLUMNS))
    _refuse_repeats(rows)
    senses = _other_senses(folder, rows)
    for row in rows:
        predicate = _predicate(row)
        after, before = senses.get((predicate.type, predicate.gloss), (frozenset(), frozenset()))
        predicate = replace(predicate, not_after=after, not_before=before)
        for category, form in _inflected(row):
            _add(forms, WordForm(predicate, None, category, form))
        undergone = replace(predicate, subject=predicate.object, object="none")
        for form in _passive(row):
            _add(forms, WordForm(undergone, None, "verb", form))
    for row in read_table(folder / "light_verbs.csv", LIGHT_COLUMNS):
        light = LightVerb(_role(row, row.text("subject")), row.text("gloss"))
        for form in _finite(row):
            _add(forms, WordForm(None, light, "verb", form))
        for noun in row.many("masdar"):
            for form in noun_forms(noun):
                _add(forms, WordForm(None, light, "noun", form))
    homographs = frozenset(
        fold(row.text("word")) for row in read_table(folder / "homographs.csv", ("word", "is"))
    )
    return PredicateLexicon(forms, homographs)


def _refuse_repeats(rows: Sequence[Row]) -> None:
    """Raises PackError where two entries of one type and gloss have a verb or a verbal noun in common."""
    seen: set[tuple[str, str, str, str]] = set()
    for row in rows:
        listed = [("past", row.optional("past")), *(("masdar", noun) for noun in row.many("masdar"))]
        words = {(row.text("type"), row.text("gloss"), column, word) for column, word in listed if word}
        if repeated := words & seen:
            raise row.error(_("'{id}' is listed twice").format(id=min(repeated)[-1]))
        seen |= words


def _other_senses(
    folder: Path, rows: Sequence[Row]
) -> dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]]:
    """For type and gloss of an entry the folded words behind which, and before which, it is no event."""
    listed: dict[str, set[str]] = {}
    for row in rows:
        listed.setdefault(row.text("type"), set()).add(row.text("gloss"))
    found: dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]] = {}
    for row in read_table(folder / "senses.csv", SENSE_COLUMNS):
        kind = row.choice("type", sorted(listed))
        before, after = (frozenset(map(fold, row.many(column))) for column in ("before", "after"))
        for gloss in row.choices("gloss", sorted(listed[kind])):
            others = found.get((kind, gloss), (frozenset(), frozenset()))
            if repeated := (before & others[0]) | (after & others[1]):
                raise row.error(_("'{id}' is listed twice").format(id=min(repeated)))
            found[kind, gloss] = (others[0] | before, others[1] | after)
    return found


def _add(forms: dict[str, list[WordForm]], word: WordForm) -> None:
    entries = forms.setdefault(word.form.text, [])
    same = (
        w
        for w in entries
        if w.predicate == word.predicate and w.light == word.light and w.category == word.category
    )
    # كتبا and كتب fold alike in several persons; the first reading of a category stands for them.
    if not any(w.form.tense == word.form.tense for w in same):
        entries.append(word)


def _predicate(row: Row) -> Predicate:
    if not any(row.values[c] for c in ("past", "present", "masdar", "noun", "active", "passive")):
        raise row.error(_("the entry lists no word"))
    needs, near = _needed(row)
    return Predicate(
        type=cast("EventType", row.choice("type", get_args(EventType))),
        mode=row.optional("mode"),
        phase=cast("Phase | None", row.choice_or_none("phase", get_args(Phase))),
        subject=_role(row, row.text("subject")),
        object=_role(row, row.text("object")),
        genitive=_role(row, row.text("genitive")),
        prepositions=tuple(_prepositions(row)),
        needs=needs,
        near=near,
        kind=cast("Kind", row.choice("kind", get_args(Kind))),
        gloss=row.text("gloss"),
        rounded=_is_rounded(row.values["past"], (*row.many("masdar"), *row.many("noun"))),
    )


def _is_rounded(past: str, nouns: Sequence[str]) -> bool:
    """Whether the present begins with ُ in the active: that of فعّل (its masdar is تفعيل), فاعل, أفعل, فعلل."""
    if len(past) > len("أفعل") or past[:1] in ("", "ت", "ا"):
        return False
    doubled = any(len(n) == len("تفعيل") and n[0] == "ت" and n[-2] == "ي" for n in nouns)
    return doubled or past[0] == "أ" or len(past) == len("أفعل")


def _role(row: Row, value: str) -> RoleName:
    if value not in get_args(RoleName):
        problem = _("'{value}' is no role; use one of {allowed}")
        raise row.error(problem.format(value=value, allowed=", ".join(get_args(RoleName))))
    return cast("RoleName", value)


def _needed(row: Row) -> tuple[frozenset[str], frozenset[NeedClass]]:
    needs: set[str] = set()
    near: set[NeedClass] = set()
    for word in row.many("needs"):
        name = word[1:-1]
        if not (word.startswith("<") and word.endswith(">")):
            if " " in word:
                raise row.error(_("'{value}' is not one word").format(value=word))
            needs.add(fold(word))
        elif name in get_args(NeedClass):
            near.add(cast("NeedClass", name))
        else:
            problem = _("'{value}' is no class of needed words; use one of {allowed}")
            raise row.error(problem.format(value=name, allowed=", ".join(get_args(NeedClass))))
    return frozenset(needs), frozenset(near)


def _prepositions(row: Row) -> Iterator[tuple[str, RoleName]]:
    for entry in row.many("prepositions"):
        word, colon, role = entry.partition(":")
        if not colon:
            problem = _("'{value}' is not a preposition, a colon and a role")
            raise row.error(problem.format(value=entry))
        yield fold(word), _role(row, role)


def _finite(row: Row) -> Iterator[Form]:
    """The verb's forms in news: not "I", nor a masculine dual of the past that may be a noun (لاحقا)."""
    past = fold(row.values["past"])
    # Beginning with alif, a word of four letters is no noun in the accusative: استعرضا, أوقعا.
    told_apart = past.startswith("ا") and len(past) >= _DUAL
    for form in conjugate(row.values["past"], row.values["present"]):
        if form.person == 1 and (form.number == "singular" or form.tense == "jussive"):
            continue
        dual = form.number == "dual" and form.tense == "past" and form.gender == "masculine"
        if dual and not told_apart:
            continue
        yield form


def _passive(row: Row) -> Iterator[Form]:
    """The past passive where it has letters of its own: حوصر, أدين. Its subject is the active's object."""
    passive = passive_past(row.values["past"])
    if passive is not None:
        yield from (f for f in conjugate(passive, "") if f.person == 3)


def _inflected(row: Row) -> Iterator[tuple[Category, Form]]:
    for form in _finite(row):
        yield "verb", form
    for noun in (*row.many("masdar"), *row.many("noun")):
        for form in noun_forms(noun):
            yield "noun", form
        if noun.endswith("ين"):  # a dual or sound plural loses its ن before what follows: مقاتلي
            yield "noun", Form(fold(noun)[:-1], "masdar", number="plural")
    for category in ("active", "passive"):
        for participle in row.many(category):
            for form in decline(participle):
                yield category, form


__all__ = [
    "Gender",
    "Kind",
    "LightVerb",
    "NeedClass",
    "Number",
    "Predicate",
    "PredicateLexicon",
    "RoleName",
    "WordForm",
    "WordReading",
    "load_predicates",
]
