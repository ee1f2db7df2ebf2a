"""Words for being one of a party's or belonging to it, with the preposition of its name."""

from __future__ import annotations

from functools import cache
from typing import Literal, get_args

from riwaya.lexicon.tables import LEXICON, read_table
from riwaya.text.fold import fold

BindingForm = Literal["participle", "verb"]


@cache
def bindings(form: BindingForm) -> dict[str, str]:
    """Folded beginnings of the words of that form, with the folded preposition, which is empty for none.

    Raises PackError where the table is not valid.
    """
    return {
        fold(row.text("word")): fold(row.values["preposition"])
        for row in read_table(LEXICON / "ar" / "bindings.csv", ("word", "form", "preposition", "gloss"))
        if row.choice("form", get_args(BindingForm)) == form
    }
