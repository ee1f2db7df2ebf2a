"""The words that often lose the space behind them: reporting verbs and the listed function words."""

from __future__ import annotations

from pathlib import Path

from riwaya.lexicon.cues import CueLexicon
from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold


def glue_heads(folder: Path, cues: CueLexicon) -> frozenset[str]:
    """Folded words of `folder`/glue.csv, and the finite forms of reporting verbs, with و too.

    Raises PackError where the table is not valid.
    """
    words = {fold(row.text("word")) for row in read_table(folder / "glue.csv", ("word", "gloss"))}
    verbs = {form for form in cues.forms() if len(form) >= 3 and not form.startswith("ال")}
    return frozenset(words | verbs | {"و" + verb for verb in verbs})
