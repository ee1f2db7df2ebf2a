"""Tables of words by the role that they play in a rule of grammar: the rule is code, its words are data."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold


@cache
def written_words(path: Path) -> dict[str, frozenset[str]]:
    """The words of the table at `path` by role, as they are written. Raises PackError on an invalid row."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for row in read_table(path, ("word", "role")):
        word, role = row.text("word"), row.text("role")
        if fold(word) in found[role]:
            raise row.error(_("'{id}' is listed twice").format(id=word))
        found[role][fold(word)] = word
    return {role: frozenset(words.values()) for role, words in found.items()}


@cache
def role_words(path: Path) -> dict[str, frozenset[str]]:
    """The folded words of the table at `path` by role. Raises PackError on an invalid row."""
    return {role: frozenset(map(fold, words)) for role, words in written_words(path).items()}
