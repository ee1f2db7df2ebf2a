"""Words by which the grammar of speech tells who says something from what only looks so."""

from __future__ import annotations

from riwaya.lexicon.role_words import role_words, written_words
from riwaya.lexicon.tables import LEXICON

_TABLE = LEXICON / "ar" / "speech_words.csv"


def speech_words(role: str) -> frozenset[str]:
    """The folded words of the role. Raises KeyError for a role that the table does not have."""
    return role_words(_TABLE)[role]


def speech_cues(role: str) -> frozenset[str]:
    """The words of the role as they are written there: forms of cues, as `Cue.form` has them."""
    return written_words(_TABLE)[role]


def speech_beginnings(role: str) -> tuple[str, ...]:
    """The folded beginnings of words of the role, for `str.startswith`."""
    return tuple(sorted(speech_words(role)))
