"""The attributing words: verbs, participles, prepositions, nouns, labels, and how each takes its content."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

import msgspec

from riwaya.lexicon.hedges import read_plain_verbs
from riwaya.lexicon.inflect import THEIRS, Form, conjugate, decline, without_pronoun
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.speech_words import speech_cues
from riwaya.lexicon.tables import read_table
from riwaya.model import Act, BasisOfStatement, Distance
from riwaya.text.fold import fold
from riwaya.text.spelling import DeletionIndex
from riwaya.text.tokens import splits

PhraseKind = Literal["preposition", "lead", "label", "impersonal", "filler", "noun", "masdar", "decline"]
Takes = Literal["that", "quote", "np", "clause", "relay", "antecedent", "label"]

VERB_COLUMNS = (
    "past", "present", "participle", "prepositions", "takes", "addressee", "act", "distance", "continues",
    "gloss", "homograph",
)  # fmt: skip
PHRASE_COLUMNS = ("form", "kind", "prepositions", "takes", "act", "distance", "basis", "gloss")
_ADDRESSEES = ("direct", "ل", "من", "إلى")
#: على حد قول X, على حد قوله: with a pronoun the cue means the speaker at hand.
_SELF = tuple(speech_cues("his own words"))
#: What a speaker holds, which only with a pronoun means his words (حسب معلوماتنا).
_HELD = tuple(noun + own for noun in speech_cues("held by him") for own in ("ه", "ها", "هم", "نا"))
#: على ما أوضح X: a cue only with a reporting verb behind it.
_NEED_VERB = ("على ما",)
#: The mark of the future, which stands before verbs in the present only.
_FUTURE = "س"
_VERB_PREFIXES = frozenset(("", "و", "ف", "س", "وس", "فس"))


@dataclass(frozen=True, slots=True)
class Cue:
    """One attributing word or phrase.

    `prepositions` stand before its content (folded): `-` lets a noun phrase follow without any, one that
    begins with `=` belongs to the content. `takes` says what the content may be: a clause with أن
    (that), a quotation or what follows a colon (quote), a noun phrase (np), a bare clause (clause),
    what a medium passes on (relay), what its written-on pronoun means (antecedent) or is called (label).
    `continues` cues go on with the words of the last speaker, and those that `goes_on` do nothing else; a
    `homograph` is also another word and counts only where a verb may stand, one that is `no_noun` a verb or
    an adjective.
    """

    form: str
    kind: PhraseKind | Literal["verb"]
    prepositions: tuple[str, ...]
    takes: frozenset[str]
    addressee: str | None
    act: Act
    distance: Distance
    continues: bool = False
    goes_on: bool = False
    homograph: bool = False
    no_noun: bool = False
    basis: BasisOfStatement | None = None
    self_reference: bool = False
    needs_verb: bool = False


class VerbHit(msgspec.Struct, frozen=True, gc=False):
    """A word read as a form of a cue verb: its proclitics, its form and the pronoun written onto it."""

    cue: Cue
    form: Form
    prefix: str
    pronoun: str

    @property
    def says_i(self) -> bool:
        """Whether the form is the first person singular (أتوقع), which looks like many another word."""
        return self.form.person == 1 and self.form.number == "singular"


class CueLexicon:
    """The cues of one language, by inflected form and by phrase."""

    def __init__(
        self,
        verbs: tuple[Cue, ...],
        forms: dict[str, list[tuple[Cue, Form]]],
        phrases: PhraseIndex[Cue],
        plain: frozenset[str],
    ):
        self.verbs = verbs
        self.phrases = phrases
        certain = {
            form
            for form, entries in forms.items()
            if any(c.continues and not c.homograph and f.tense == "past" for c, f in entries)
        }
        self.relay = next(cue for cue in verbs if "relay" in cue.takes)
        self._spelling = DeletionIndex(certain)
        self._plain = plain
        self._forms = {form: tuple(entries) for form, entries in forms.items()}
        self.verb = lru_cache(maxsize=100_000)(self._verb)

    def _verb(self, folded: str) -> tuple[VerbHit, ...]:
        """The readings of a folded word as a cue verb or its participle, plain forms first."""
        found: list[VerbHit] = []
        for split in splits(folded):
            if split.prefix not in _VERB_PREFIXES:
                continue
            for cue, form in self._forms.get(split.rest, ()):
                if _FUTURE not in split.prefix or form.tense == "present":
                    found.append(VerbHit(cue, form, split.prefix, ""))
        for split in splits(folded) if not found else ():
            if split.prefix not in _VERB_PREFIXES:
                continue
            for bare, pronoun in without_pronoun(split.rest):
                for cue, form in self._forms.get(bare, ()):
                    if form.tense in ("past", "present"):
                        found.append(VerbHit(cue, form, split.prefix, pronoun))
        return tuple(found)

    def near(self, folded: str) -> tuple[VerbHit, ...]:
        """Readings of a word as a misspelled past form of a verb that carries a speaker's words on.

        None of a word that is itself a verb (أثار is no أشار).
        """
        if folded in self._plain:
            return ()
        return tuple(
            VerbHit(cue, form, "", "")
            for word in self._spelling.near(folded)
            for cue, form in self._forms[word]
            if cue.continues and form.tense == "past"
        )

    def forms(self) -> frozenset[str]:
        """Every inflected form that is listed, folded."""
        return frozenset(self._forms)


def load_cues(folder: Path) -> CueLexicon:
    """The cues of `folder`. Raises PackError where a table is not valid."""
    forms: dict[str, list[tuple[Cue, Form]]] = defaultdict(list)
    verbs: list[Cue] = []
    presents: list[tuple[Cue, str]] = []
    for row in read_table(folder / "cue_verbs.csv", VERB_COLUMNS):
        cue = Cue(
            form=row.text("past"),
            kind="verb",
            prepositions=tuple(fold(p) for p in row.many("prepositions")),
            takes=frozenset(row.choices("takes", get_args(Takes))),
            addressee=row.choice_or_none("addressee", _ADDRESSEES),
            act=cast(Act, row.choice("act", get_args(Act))),
            distance=cast(Distance, row.choice("distance", get_args(Distance))),
            continues=row.choice("continues", ("yes", "no", "only")) != "no",
            goes_on=row.values["continues"] == "only",
            homograph=bool(row.choice("homograph", ("yes", "verb", ""))),
            no_noun=row.values["homograph"] == "verb",
        )
        verbs.append(cue)
        presents.append((cue, row.values["present"]))
        seen: set[str] = set()
        participles = _participles(
            row.values["participle"], defective=row.values["present"].endswith(("ي", "و", "ى"))
        )
        for form in (*conjugate(cue.form, row.values["present"]), *participles):
            if form.text not in seen:
                seen.add(form.text)
                forms[form.text].append((cue, form))
    for cue, present in presents:
        form = Form("ا" + fold(present)[1:], "present", person=1)  # أتوقع, where it is no other word's form
        if present and form.text not in forms:
            forms[form.text].append((cue, form))
        said = fold(cue.form)
        if len(said) == 3 and said[1] == "ا" and not cue.homograph:
            i_said = Form(said[0] + said[2] + "ت", "past", person=1)  # قلت: of other verbs it looks like hers
            forms[i_said.text].append((cue, i_said))
    return CueLexicon(tuple(verbs), forms, _load_phrases(folder), read_plain_verbs(folder))


def _participles(participle: str, *, defective: bool) -> tuple[Form, ...]:
    """Only the indefinite participle carries a speaker on (مشيرا); المشير is a noun.

    That of a `defective` verb is listed as داع and declined as داعي.
    """
    if not participle:
        return ()
    stem = participle + "ي" if defective and not participle.endswith(("ي", "ا")) else participle
    return tuple(f for f in decline(stem) if not f.text.startswith("ال"))


def _load_phrases(folder: Path) -> PhraseIndex[Cue]:
    index: PhraseIndex[Cue] = PhraseIndex()
    for row in read_table(folder / "cue_phrases.csv", PHRASE_COLUMNS):
        cue = Cue(
            form=row.text("form"),
            kind=cast(PhraseKind, row.choice("kind", get_args(PhraseKind))),
            prepositions=tuple(fold(p) for p in row.many("prepositions")),
            takes=frozenset(row.choices("takes", get_args(Takes)) if row.values["takes"] else ()),
            addressee=None,
            act=cast(Act, row.choice("act", get_args(Act))),
            distance=cast(Distance, row.choice("distance", get_args(Distance))),
            needs_verb=row.text("form") in _NEED_VERB,
            self_reference=row.text("form").endswith(_HELD),
            basis=cast("BasisOfStatement | None", row.choice_or_none("basis", get_args(BasisOfStatement))),
        )
        form = cue.form.removesuffix(" ل")
        index.add(form, cue)
        if cue.kind == "preposition" and form.endswith(_SELF):
            for pronoun in THEIRS:
                index.add(form + pronoun, replace(cue, self_reference=True))
    return index
