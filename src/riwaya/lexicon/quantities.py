"""What is counted (people, fighters, weapons, money), and the words that say what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

import msgspec

from riwaya.i18n import gettext as _
from riwaya.lexicon.inflect import OBJECTS, Form, conjugate, noun_forms
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.tables import read_table
from riwaya.model import Measure
from riwaya.text.fold import fold, words
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import Split, splits

NounKind = Literal["casualty", "person", "fighter", "weapon", "thing", "money", "none"]
Cue = Literal[
    "preliminary",
    "cumulative",
    "barrier",
    "among",
    "label",
    "aboard",
    "court",
    "enlist",
    "affected",
    "namely",
    "made-of",
    "seized",
    "struck",
    "striking",
    "warplane",
    "kills",
    "jails",
    "vanishes",
    "sentence",
    "forced",
    "leaves",
    "protest",
    "sent",
    "aid",
    "adverb",
    "attempt",
]

NOUNS = "counted_nouns.csv"
GOVERNORS = "governors.csv"
CUES = "quantity_cues.csv"
WORDS = "quantity_words.csv"
#: What the words of `quantity_words.csv` are; the readers in `riwaya.reading` ask for them by these names.
WORD_ROLES = (
    "comprises", "adjacent", "judged", "notion", "takes-goods", "parent", "met", "their-death", "crossing",
    "who", "family", "group", "rise", "number-of", "protester", "lost", "freeing", "foiled", "their-number",
    "with-wounds", "his-death", "exposure", "numbered-among", "fell", "victim", "carried-out", "execution",
    "other", "others", "set-off", "aircraft", "of-age", "percent", "detention", "count", "there",
)  # fmt: skip


class CountedNoun(msgspec.Struct, frozen=True, gc=False):
    """A noun that may follow a number. `kind` says whether it tells its measure by itself.

    `casualty`, `weapon`, `fighter` and `money` do, though a verb may say more of the last three;
    `person` and `thing` take the measure of what happens to them; `none` is never a quantity here.
    `dual` marks a form that means two without a number, `construct` one that does so only behind what
    governs it (its genitive takes its ن, or the plural looks like it), `plural` one that means more.
    """

    kind: NounKind
    measure: Measure | None
    dual: bool = False
    construct: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class QuantityLexicon:
    """Counted nouns and cues by phrase, governing words by folded form, other words by what they are."""

    nouns: PhraseIndex[CountedNoun]
    duals: dict[str, CountedNoun]
    governors: dict[str, Measure]
    cues: PhraseIndex[Cue]
    words: Mapping[str, frozenset[str]]
    #: The ways to read a folded word as a noun that means two; none for most words.
    dual_readings: Remembered[tuple[tuple[Split, CountedNoun], ...]]


def load_quantities(folder: Path) -> QuantityLexicon:
    """Read the four tables in `folder`; raises PackError."""
    nouns: PhraseIndex[CountedNoun] = PhraseIndex()
    duals: dict[str, CountedNoun] = {}
    owned: list[tuple[tuple[str, ...], CountedNoun]] = []
    for row in read_table(folder / NOUNS, ("noun", "plurals", "kind", "measure", "not_dual", "dual")):
        kind = cast(NounKind, row.choice("kind", get_args(NounKind)))
        measure = cast(Measure | None, row.choice_or_none("measure", get_args(Measure)))
        if (measure is None) != (kind == "none"):
            raise row.error(_("column 'measure': only nouns of kind 'none' have no measure"))
        noun, plurals = row.text("noun"), row.many("plurals")
        for form, plural in _forms(noun, plurals):
            nouns.add(form, CountedNoun(kind, measure, plural=plural))
        owned += [(form, CountedNoun(kind, measure, plural=True)) for form in _owned(plurals)]
        for dual in _duals(noun, (*plurals, *row.many("not_dual"))):
            duals.setdefault(dual, CountedNoun(kind, measure, dual=True))
        bound = [*_constructs(noun, (*plurals, *row.many("not_dual")), kind), *map(fold, row.many("dual"))]
        for dual in bound:
            duals.setdefault(dual, CountedNoun(kind, measure, dual=True, construct=True))
    for form, entry in owned:  # عربة is a cart before it is somebody's Arabs
        nouns.add(form, entry)
    cues: PhraseIndex[Cue] = PhraseIndex()
    for row in read_table(folder / CUES, ("phrase", "cue")):
        cues.add(row.text("phrase"), cast(Cue, row.choice("cue", get_args(Cue))))
    dual_readings = Remembered(lambda word: tuple(_dual_readings(word, duals)))
    return QuantityLexicon(
        nouns, duals, _governors(folder / GOVERNORS), cues, _words(folder / WORDS), dual_readings
    )


def _words(path: Path) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {role: set() for role in WORD_ROLES}
    for row in read_table(path, ("word", "role")):
        found[row.choice("role", WORD_ROLES)].add(fold(row.text("word")))
    return {role: frozenset(members) for role, members in found.items()}


def _dual_readings(word: str, duals: Mapping[str, CountedNoun]) -> Iterator[tuple[Split, CountedNoun]]:
    for split in splits(word):
        # "عاملين" and "two" written as one word is a space forgotten, common where lines were joined
        entry = duals.get(split.rest.removesuffix("اثنين"))
        if entry is not None:
            yield split, entry


def _forms(noun: str, plurals: tuple[str, ...]) -> list[tuple[tuple[str, ...], bool]]:
    """The noun after a number: as listed, in the accusative (قتيلا), with the article, in the plural.

    Each with whether it is a plural.
    """
    forms: list[tuple[tuple[str, ...], bool]] = []
    for form in (noun, *plurals):
        head, *rest = words(form)
        heads = [head] if head.endswith(("ه", "ا", "ي")) and form != noun else [head, head + "ا"]
        if form == noun and head.endswith("ه"):
            heads = [head]
        heads += [] if form.startswith("ال") else ["ال" + head]  # ألغام only looks like it when folded
        forms += [((each, *rest), form != noun) for each in heads]
        if form != noun and head.endswith(("ين", "ون")):
            forms.append(((head[:-1], *rest), True))
        if form != noun and head.endswith("يين"):  # often written with one ي: سورين، إرهابين
            forms += [((article + head[:-3] + "ين", *rest), True) for article in ("", "ال")]
    return forms


def _owned(plurals: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The plurals with the pronoun of those whose fighters are counted (27 من مقاتليه، عناصرها)."""
    single = [(form, fold(form)) for form in plurals if " " not in form and not form.startswith("ال")]
    return [(_before_suffix(form, head) + suffix,) for form, head in single for suffix in OBJECTS]


def _before_suffix(plural: str, folded: str) -> str:
    """A plural as it stands before a pronoun (مقاتلي|ه، قتلا|هم، قاد|تها)."""
    if plural.endswith("ى"):
        return folded[:-1] + "ا"
    if folded.endswith(("ين", "ون")):
        return folded[:-1]
    return folded[:-1] + "ت" if folded.endswith("ه") else folded


def _duals(noun: str, plurals: tuple[str, ...]) -> list[str]:
    """The dual, unless it looks like the plural (مدنيين is two civilians or many)."""
    head = fold(noun)
    if " " in head:
        return []
    stem = head[:-1] + "ت" if head.endswith("ه") else head
    folded = {fold(plural) for plural in plurals}
    return [form for form in (stem + "ين", stem + "ان") if form not in folded]


def _constructs(noun: str, others: tuple[str, ...], kind: NounKind) -> list[str]:
    """The dual before a genitive (ضابطي، جثتي), where no plural or adjective looks like it."""
    head = fold(noun)
    people = kind in ("casualty", "fighter", "person")
    if " " in head or not (people or (kind in ("thing", "weapon") and head.endswith("ه"))):
        return []
    folded = [fold(other) for other in others]
    form = head[:-1] + "تي" if head.endswith("ه") else head + "ي"
    sound = not head.endswith("ه") and any(other.endswith(("ين", "ون")) for other in folded)
    return [] if sound or head.endswith("ي") or form in folded else [form]


def _governs(form: Form) -> bool:
    """Not the short jussives, negated where they are verbs and mostly other words (تمت، نصف), nor "we …"."""
    if form.tense == "jussive" and form.number == "singular":
        return False
    return form.person == 3 or (form.tense == "past" and len(form.text) >= 5)


def _governors(path: Path) -> dict[str, Measure]:
    governors: dict[str, Measure] = {}
    for row in read_table(path, ("past", "present", "nouns", "measure")):
        measure = cast(Measure, row.choice("measure", get_args(Measure)))
        verbs = conjugate(row.values["past"], row.values["present"])
        forms = [form.text for form in verbs if _governs(form)]
        for noun in row.many("nouns"):
            forms += [form.text for form in noun_forms(noun)]
        for form in forms:
            if len(form) >= 3:
                governors.setdefault(form, measure)
    return governors
