"""What a text is searched by: its words without proclitics, article and ending, spelling variants as one."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.text.stems import stem
from riwaya.text.tokens import Token

#: Words of a report that can be found. PostgreSQL counts positions no further than 16,383, and both stores
#: are to find the same.
REACH = 16_000
#: Letters of a word that count: nothing longer is a word, and an index has its limits.
_LONGEST = 64


def search_word(token: Token) -> str:
    """The form under which a token is kept and sought; empty for signs and line ends."""
    if token.kind == "word":
        return stem(token.folded)[:_LONGEST]
    if token.kind == "number":
        return "".join(c for c in token.folded if c.isdigit())[:_LONGEST]
    return ""


def search_words(tokens: Sequence[Token]) -> list[str]:
    """The searched forms of the first `REACH` words and numbers; phrases count their positions."""
    found = [word for token in tokens if (word := search_word(token))]
    return found[:REACH]
