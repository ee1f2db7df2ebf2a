"""Whether a report is about conflict, and why: rules over its claims, then the words of its headline.

The rules stand in `relevance.csv`, the first that fits counts; the words in `war_words.csv`. Neither says how
much a report matters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

from riwaya.exchange.labels import MODES
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.lexicon.tables import Row, read_table
from riwaya.model import ActorKind, EventType, Measure
from riwaya.text.fold import fold
from riwaya.text.stems import stem

COLUMNS = ("reason", "types", "modes", "measures", "kinds", "place", "note")
#: What a rule says of a report; `WORDS` is the last resort.
REASONS: Mapping[str, str] = {
    "attack": _("attack"),
    "losses": _("losses of or by an armed force"),
    "territory": _("a place is held, taken or given up"),
    "ceasefire": _("ceasefire"),
    "captives": _("people taken or held"),
    "movement": _("an armed force is there or moves"),
    "displaced": _("people displaced"),
    "charges": _("an armed party is accused, threatened or called on"),
    "words": _("words of war in the headline"),
}
WORDS = "words"
_FOLDER = Path(__file__).parent
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Rule:
    """What a claim must be like; an empty field asks for nothing.

    `kinds` are those of who takes part; with `place` the claim must say where.
    """

    reason: str
    types: frozenset[str]
    modes: frozenset[str]
    measures: frozenset[str]
    kinds: frozenset[str]
    place: bool

    def fits(self, row: Any, kinds: Collection[str]) -> bool:
        """Whether a row of claims with participants of these kinds is what the rule is about."""
        return (
            row.type in self.types
            and (not self.modes or row.mode in self.modes)
            and (not self.measures or row.measure in self.measures)
            and (not self.kinds or any(kind in self.kinds for kind in kinds))
            and (not self.place or bool(row.places))
        )


@dataclass(frozen=True, slots=True)
class Relevance:
    """The rules in their order, and the stems of words that a headline about conflict has.

    `by_type` has the rules with their places by the types of events that they are about.
    """

    rules: tuple[Rule, ...]
    words: frozenset[str]
    by_type: Mapping[str, tuple[tuple[int, Rule], ...]]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of participants that some rule asks for."""
        return tuple(sorted({kind for rule in self.rules for kind in rule.kinds}))

    def rank(self, row: Any, kinds: Collection[str]) -> int | None:
        """The place of the first rule that fits a claim; None where none does."""
        return next((n for n, rule in self.by_type.get(row.type, ()) if rule.fits(row, kinds)), None)

    def word(self, title: str | None) -> str | None:
        """The first word of a headline that speaks of war, as it stands there; None without one."""
        for word in _WORD.findall(title or ""):
            if _stem(word) in self.words:
                return str(word)
        return None


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return stem(fold(word))


@lru_cache(maxsize=4)
def load_relevance(folder: Path = _FOLDER) -> Relevance:
    """The rules and words in `folder`. Raises PackError where a table is not valid."""
    rules = []
    for row in read_table(folder / "relevance.csv", COLUMNS):
        reason = row.choice("reason", [key for key in REASONS if key != WORDS])
        types, measures = (
            _listed(row, "types", get_args(EventType)),
            _listed(row, "measures", get_args(Measure)),
        )
        modes, kinds = _listed(row, "modes", MODES), _listed(row, "kinds", get_args(ActorKind))
        place = row.choice("place", ("", "yes")) == "yes"
        rules.append(Rule(reason, types, modes, measures, kinds, place))
    words = (_stem(row.text("word")) for row in read_table(folder / "war_words.csv", ("word", "gloss")))
    by_type: dict[str, tuple[tuple[int, Rule], ...]] = {}
    for number, rule in enumerate(rules):
        for type_ in sorted(rule.types):
            by_type[type_] = (*by_type.get(type_, ()), (number, rule))
    return Relevance(tuple(rules), frozenset(words), by_type)


def _listed(row: Row, column: str, allowed: Collection[str]) -> frozenset[str]:
    for value in row.many(column):
        if value not in allowed:
            problem = gettext("column '{column}': '{value}' is none of {allowed}")
            names = ", ".join(sorted(allowed))
            raise row.error(problem.format(column=column, value=value, allowed=names))
    return frozenset(row.many(column))
