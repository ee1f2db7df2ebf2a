"""The words that often lose the space beside them: reporting verbs, function words, bodies and offices."""

from __future__ import annotations

from pathlib import Path

from riwaya.lexicon.cues import CueLexicon
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold
from riwaya.text.glue import Glue


def load_glue(folder: Path, cues: CueLexicon, nouns: frozenset[str]) -> Glue:
    """The words of `folder`/glue.csv, the forms of reporting verbs (with و too) and `nouns`, all folded.

    A `head` runs into the word behind it, a `tail` into the one before it, a `verb` of saying into any
    name; a `whole` word only looks as if it held two. Raises PackError where the table is not valid.
    """
    words: set[str] = set()
    tails: set[str] = set()
    said: set[str] = set()
    whole: set[str] = set()
    for row in read_table(folder / "glue.csv", ("word", "role", "gloss")):
        role = row.choice("role", ("head", "tail", "both", "verb", "whole"))
        words |= {fold(row.text("word"))} if role in ("head", "both") else set()
        tails |= {fold(row.text("word"))} if role in ("tail", "both") else set()
        said |= {fold(row.text("word"))} if role == "verb" else set()
        whole |= {fold(row.text("word"))} if role == "whole" else set()
    verbs = {form for form in cues.forms() if len(form) >= 3 and not form.startswith("ال")}
    return Glue(
        frozenset(words | verbs | {"و" + verb for verb in verbs} | nouns),
        nouns | tails,
        frozenset(said),
        lambda word: word in whole or bool(cues.verb(word)),
    )
