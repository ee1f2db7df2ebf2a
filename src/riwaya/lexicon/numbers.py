"""Number words, and the words around a number that loosen it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from riwaya.i18n import gettext as _
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold, words
from riwaya.text.remembered import Remembered
from riwaya.text.tokens import splits

NumberKind = Literal[
    "unit", "compound", "ten", "tens", "hundred", "hundreds", "scale", "scales", "vague", "few", "half",
    "ordinal", "definite", "pair", "other",
]  # fmt: skip
Effect = Literal["about", "at-least", "at-most", "between", "none"]

NUMBER_WORDS = "number_words.csv"
NUMBER_MODIFIERS = "number_modifiers.csv"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """One number word. `kind` says how it joins with others.

    `compound` counts only inside another number (أحد عشر), `scale` multiplies what stands before it,
    `scales` is a dual that has done so already (ألفين), `pair` one before what it counts (ألفا جندي),
    `vague` leaves the number open (عشرات), `few` does so for a handful (بضعة), `definite` follows its
    noun (السنوات الخمس), `other` is none though one seems to be in it (كميات).
    """

    value: int
    kind: NumberKind


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """All number words by folded form, and modifiers by phrase, before and after the number."""

    words: dict[str, tuple[NumberWord, ...]]
    before: PhraseIndex[Effect]
    after: PhraseIndex[Effect]
    before_starts: frozenset[str]
    after_starts: frozenset[str]
    #: Whether a number in words, or a modifier of one, may begin at a folded word.
    begins: Remembered[bool]

    def word(self, folded: str, *kinds: NumberKind) -> NumberWord | None:
        """The number word `folded`, when it is of one of `kinds`."""
        for entry in self.words.get(folded, ()):
            if entry.kind in kinds:
                return entry
        return None


def load_numbers(folder: Path) -> NumberLexicon:
    """Read `number_words.csv` and `number_modifiers.csv` in `folder`; raises PackError."""
    before: PhraseIndex[Effect] = PhraseIndex()
    after: PhraseIndex[Effect] = PhraseIndex()
    starts: dict[str, set[str]] = {"before": set(), "after": set()}
    for row in read_table(folder / NUMBER_MODIFIERS, ("phrase", "position", "effect")):
        position = row.choice("position", starts)
        effect = cast(Effect, row.choice("effect", get_args(Effect)))
        (before if position == "before" else after).add(row.text("phrase"), effect)
        starts[position].add(words(row.text("phrase"))[0])
    listed = _number_words(folder / NUMBER_WORDS)
    begin = starts["before"] | listed.keys()
    return NumberLexicon(
        listed,
        before,
        after,
        frozenset(starts["before"]),
        frozenset(starts["after"]),
        Remembered(lambda word: any(split.rest in begin for split in splits(word))),
    )


def _number_words(path: Path) -> dict[str, tuple[NumberWord, ...]]:
    entries: dict[str, tuple[NumberWord, ...]] = {}
    for row in read_table(path, ("word", "value", "kind")):
        kind = cast(NumberKind, row.choice("kind", get_args(NumberKind)))
        if not row.text("value").isdecimal():
            problem = _("column '{column}': '{value}' is not a whole number")
            raise row.error(problem.format(column="value", value=row.values["value"]))
        word = fold(row.text("word"))
        entries[word] = (*entries.get(word, ()), NumberWord(int(row.text("value")), kind))
    return entries
