"""The sentences of a text, as far as a word in one says something of the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from riwaya.text import Token

ENDS = frozenset(".!؟?؛")


def sentences(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First token and end (half-open) of each stretch between line ends and full stops; none is empty."""
    first = 0
    for i, token in enumerate(tokens):
        if token.kind == "newline" or token.text in ENDS:
            if i > first:
                yield first, i
            first = i + 1
    if len(tokens) > first:
        yield first, len(tokens)
