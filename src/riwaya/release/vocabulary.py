"""Ordinary words: what is no part of a person's name unless it is listed as one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from riwaya.lexicon.countries import load_countries
from riwaya.lexicon.cues import load_cues
from riwaya.lexicon.inflect import decline
from riwaya.lexicon.predicates import load_predicates
from riwaya.lexicon.tables import LEXICON, read_table
from riwaya.release.tables import load_tables
from riwaya.text.fold import words

#: Tables of the reader's lexicon, their columns, and those of them that hold words.
_TABLES = (
    ("function_words.csv", ("word", "class"), ("word",)),
    ("particles.csv", ("form", "role", "gloss"), ("form",)),
    ("generics.csv", ("form", "head", "ways", "kinds"), ("form", "head")),
    ("targets.csv", ("word", "kind"), ("word",)),
    ("institutions.csv", ("noun", "branch", "alone"), ("noun",)),
    ("name_heads.csv", ("word", "names"), ("word",)),
    ("titles.csv", ("noun", "use"), ("noun",)),
    ("counted_nouns.csv", ("noun", "plurals", "kind", "measure", "not_dual", "dual"), ("noun", "plurals")),
    ("populations.csv", ("form", "id", "speaking", "when"), ("form",)),
    ("place_nouns.csv", ("word", "role", "kind", "opens", "spread_km", "number"), ("word",)),
    ("place_followers.csv", ("word",), ("word",)),
    ("time_words.csv", ("phrase", "kind", "value"), ("phrase",)),
)


@lru_cache(maxsize=1)
def ordinary(folder: Path = LEXICON / "ar") -> frozenset[str]:
    """The folded words of the reader's lexicon and of `common_words.csv`, with and without the article.

    Raises PackError.
    """
    found = {*load_predicates(folder).forms, *load_cues(folder).forms(), *load_tables().common}
    for name, columns, used in _TABLES:
        for row in read_table(folder / name, columns):
            found.update(word for column in used for part in row.many(column) for word in _alone(part))
    for country in load_countries(folder):
        found.update(form.text for adjective in country.adjectives for form in decline(adjective))
    return frozenset(found | {"ال" + word for word in found if not word.startswith("ال")})


def _alone(phrase: str) -> Iterator[str]:
    """The word of a phrase of one; words inside longer phrases may well be names."""
    form = words(phrase)
    if len(form) == 1:
        yield form[0]
