"""Tables of words by the role that they play in a rule of grammar: the rule is code, its words are data."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold


@cache
def role_words(path: Path) -> dict[str, frozenset[str]]:
    """The folded words of the table at `path` by role. Raises PackError on an invalid row."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_table(path, ("word", "role")):
        if fold(row.text("word")) in found[row.text("role")]:
            raise row.error(_("'{id}' is listed twice").format(id=row.text("word")))
        found[row.text("role")].add(fold(row.text("word")))
    return {role: frozenset(words) for role, words in found.items()}
