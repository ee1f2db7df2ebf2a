"""Words around a predicate: negation, hedges, purpose and reason, and the small words that cut clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from riwaya.i18n import gettext as _
from riwaya.lexicon.inflect import conjugate
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.tables import Row, read_table
from riwaya.model import Factuality, Relation
from riwaya.text.fold import fold, words

#: `existence`: nothing of the kind that is named further on is there (عدم وجود مؤشرات على قصف);
#: `outcome`: nobody came to harm by it (لم يسفر عن); `denial`: who is accused denies the deed and not
#: that he is accused (نفت); `bare`: a verb, or a noun without article right behind (لا إصابات);
#: `failing`: its subject may stand between it and what was not done (فشلت القوات في اقتحام البلدة);
#: `failure`: a noun that is spelt as such a verb, and is either (فشل الهجوم, فشل الجنود في اقتحام البلدة).
Before = Literal[
    "verb", "noun", "both", "existence", "outcome", "denial", "failing", "failure", "bare", "none"
]
#: `direct`: what stands right behind; `governed`: the same, where it has no article;
#: `goal`: the same, and what "and" joins to it; `aim`: the noun behind إلى or ل, before which a subject may
#: stand (تهدف العملية إلى تحرير البلدة), and what "and" joins to it; `plan`: the noun behind ل, or right
#: behind without article (خطة تركية لمهاجمة البلدة), and what "and" joins to it.
Scope = Literal[
    "present", "next", "governed", "direct", "goal", "plan", "aim", "clause", "after", "condition"
]
ClauseClass = Literal[
    "preposition",
    "pronoun",
    "complementiser",
    "relative",
    "subordinator",
    "conjunction",
    "auxiliary",
    "adverb",
    "other",
]
#: Proclitics that a phrase may begin with.
_CLITICS = ("و", "ف", "ل", "ب", "ول", "وب", "فل", "فب")
#: `civil` places and things are civilians' own (a market, a school); `body` nouns name institutions;
#: `abstract` nouns and adjectives (هجوم عنيف) never take part in an event.
#: A `soldier` belongs to the party that tells of him where nothing else is said.
TargetKind = Literal[
    "thing", "place", "person", "fighter", "soldier", "civil", "body", "abstract", "adjective"
]
#: Kinds of nouns for people, and those for whoever can act.
HUMAN: frozenset[TargetKind] = frozenset(("person", "fighter", "soldier"))
PERSONAL: frozenset[TargetKind] = HUMAN | {"body"}


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that weakens a claim to `factuality`; `scope` says where the claim stands from it."""

    factuality: Factuality
    scope: Scope


@dataclass(frozen=True, slots=True)
class ClauseWord:
    """A function word; `preposition` is its bare form where it carries a pronoun (عليها)."""

    kind: ClauseClass
    preposition: str


@dataclass(frozen=True, slots=True)
class HedgeLexicon:
    """Negations, hedges and purposes by phrase; clause words, typical objects and other fields by word.

    `openers` are the words with which one of the phrases can begin, proclitics included: a quick test
    before the phrases are looked up. After one of the `name_heads` a definite noun names a body or a
    thing, no event: قوات الدعم, لجنة التحقيق. `plain_verbs` are forms of verbs that express no event
    but end a noun phrase all the same; `plain_nouns` are nouns and adjectives that look like verbs, or like
    words with a preposition (الوقت, سياسية, باليستية), some by their beginnings alone.
    """

    negations: PhraseIndex[Before]
    hedges: PhraseIndex[Hedge]
    purposes: PhraseIndex[Relation]
    openers: frozenset[str]
    clause_words: dict[str, ClauseWord]
    targets: dict[str, TargetKind]
    unrelated: frozenset[str]
    name_heads: frozenset[str]
    plain_verbs: frozenset[str]
    plain_nouns: frozenset[str]
    noun_beginnings: tuple[str, ...]

    def is_plain_noun(self, folded: str) -> bool:
        """Whether the word is one of the nouns that do not look it."""
        return folded in self.plain_nouns or folded.startswith(self.noun_beginnings)

    def clause_word(self, folded: str) -> ClauseWord | None:
        """The function word that `folded` is, also with a leading و or ف."""
        found = self.clause_words.get(folded)
        if found is None and len(folded) > 2 and folded[0] in "وف":
            found = self.clause_words.get(folded[1:])
        return found


def load_hedges(folder: Path) -> HedgeLexicon:
    """The tables of `folder` that surround predicates. Raises PackError on an invalid row."""
    negations: PhraseIndex[Before] = PhraseIndex()
    first: set[str] = set()
    for row in read_table(folder / "negations.csv", ("phrase", "before", "gloss")):
        first.update(words(row.text("phrase"))[:1])
        negations.add(row.text("phrase"), cast("Before", row.choice("before", get_args(Before))))
    hedges: PhraseIndex[Hedge] = PhraseIndex()
    for row in read_table(folder / "hedges.csv", ("phrase", "factuality", "scope", "gloss")):
        first.update(words(row.text("phrase"))[:1])
        value = cast("Factuality", row.choice("factuality", get_args(Factuality)))
        hedges.add(row.text("phrase"), Hedge(value, cast("Scope", row.choice("scope", get_args(Scope)))))
    purposes: PhraseIndex[Relation] = PhraseIndex()
    for row in read_table(folder / "purposes.csv", ("phrase", "relation", "gloss")):
        first.update(words(row.text("phrase"))[:1])
        relation = row.choice("relation", ("purpose", "reason", "condition"))
        purposes.add(row.text("phrase"), cast("Relation", relation))
    targets = {
        fold(row.text("word")): cast("TargetKind", row.choice("kind", get_args(TargetKind)))
        for row in read_table(folder / "targets.csv", ("word", "kind"))
    }
    unrelated = frozenset(
        fold(row.text("word")) for row in read_table(folder / "unrelated.csv", ("word", "field"))
    )
    heads = frozenset(
        fold(row.text("word")) for row in read_table(folder / "name_heads.csv", ("word", "names"))
    )
    openers = frozenset(clitic + word for word in first for clitic in ("", *_CLITICS))
    clause = _clause_words(list(read_table(folder / "function_words.csv", ("word", "class"))))
    verbs = read_plain_verbs(folder)
    nouns, beginnings = _plain_nouns(folder)
    return HedgeLexicon(
        negations, hedges, purposes, openers, clause, targets, unrelated, heads, verbs, nouns, beginnings
    )


def read_plain_verbs(folder: Path) -> frozenset[str]:
    """The forms, folded, of the verbs in `folder`/plain_verbs.csv, which neither say nor happen (أثار)."""
    return frozenset(
        form.text
        for row in read_table(folder / "plain_verbs.csv", ("past", "present"))
        for form in conjugate(row.values["past"], row.values["present"])
        if form.tense != "imperative"
        and (form.person == 3 or form.number == "plural")
        and not (form.tense == "past" and form.number == "dual" and form.text.endswith("ا"))  # تابعا: a noun
    )


def _plain_nouns(folder: Path) -> tuple[frozenset[str], tuple[str, ...]]:
    """Nouns that look like verbs or like words with a preposition: whole words, and beginnings of such."""
    found: dict[str, set[str]] = {"whole": set(), "beginning": set()}
    for row in read_table(folder / "plain_nouns.csv", ("word", "match")):
        found[row.choice("match", tuple(found))].add(fold(row.text("word")))
    return frozenset(found["whole"]), tuple(sorted(found["beginning"]))


def _clause_words(rows: Sequence[Row]) -> dict[str, ClauseWord]:
    found: dict[str, ClauseWord] = {}
    for row in rows:
        word = fold(row.text("word"))
        kind, _colon, preposition = row.text("class").partition(":")
        if kind not in get_args(ClauseClass):
            raise row.error(_("'{name}' is no class of function words").format(name=kind))
        bare = fold(preposition) if preposition else word
        found.setdefault(word, ClauseWord(cast("ClauseClass", kind), bare))
    return found
