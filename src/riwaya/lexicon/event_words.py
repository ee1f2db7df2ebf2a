"""Words that grammar needs by their meaning, mostly that of events: weapons, vehicles, kinship, accidents."""

from __future__ import annotations

from riwaya.lexicon.role_words import role_words
from riwaya.lexicon.tables import LEXICON

_TABLE = LEXICON / "ar" / "event_words.csv"


def event_words(role: str) -> frozenset[str]:
    """The folded words of the role. Raises KeyError for a role that the table does not have."""
    return role_words(_TABLE)[role]


def word_beginnings(role: str) -> tuple[str, ...]:
    """The folded beginnings of words of the role, for `str.startswith`."""
    return tuple(sorted(event_words(role)))
