"""Words that grammar needs by their meaning, mostly that of events: weapons, vehicles, kinship, accidents."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import LEXICON, read_table
from riwaya.text.fold import fold

_TABLE = LEXICON / "ar" / "event_words.csv"


def event_words(role: str) -> frozenset[str]:
    """The folded words of the role. Raises KeyError for a role that the table does not have."""
    return _words(_TABLE)[role]


def word_beginnings(role: str) -> tuple[str, ...]:
    """The folded beginnings of words of the role, for `str.startswith`."""
    return tuple(sorted(event_words(role)))


@cache
def _words(path: Path) -> dict[str, frozenset[str]]:
    """The words of the table at `path` by role. Raises PackError on an invalid row."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table(path, ("word", "role")):
        if fold(row.text("word")) in found[row.text("role")]:
            raise row.error(_("'{id}' is listed twice").format(id=row.text("word")))
        found[row.text("role")].add(fold(row.text("word")))
    return {role: frozenset(words) for role, words in found.items()}
