"""Passages that repeat an earlier passage of the same report, word for word."""

from __future__ import annotations

from riwaya.model import Repeat, Span
from riwaya.text.tokens import Token

#: Words that must agree before a comparison starts.
SEED_WORDS = 5
#: In a run of this many words every whole sentence is a repeat. Shorter ones are repeats only when they
#: are a whole line or sentence in both places (a headline that stands again below the text); inside
#: sentences, names of bodies and set phrases of many words recur by right.
LONG_RUN = 20

#: Letters of what a full stop abbreviates (د., سي. إن. إن.).
_ABBREVIATION = 2
_BOUNDARY = frozenset(".!?؟…:")


def find_repeats(tokens: tuple[Token, ...]) -> tuple[Repeat, ...]:
    """Repeats in the order of the text. Signs, spelling variants and line ends are not compared."""
    indexes = [t.index for t in tokens if t.kind in ("word", "number")]
    folded = [tokens[i].folded for i in indexes]
    first_at: dict[tuple[str, ...], int] = {}
    repeats: list[Repeat] = []
    here = 0
    while here + SEED_WORDS <= len(folded):
        seed = tuple(folded[here : here + SEED_WORDS])
        there = first_at.setdefault(seed, here)
        length = _run_length(folded, there, here) if there + SEED_WORDS <= here else 0
        start, end = _whole_sentences(tokens, indexes, here, here + length)
        whole = end - start >= SEED_WORDS
        if length and whole and _is_repeat(tokens, indexes, there + start - here, start, end - start):
            before, last = there - here + start, there - here + end - 1
            repeats.append(
                Repeat(
                    tokens[indexes[start]].start,
                    tokens[indexes[end - 1]].end,
                    Span(tokens[indexes[before]].start, tokens[indexes[last]].end),
                )
            )
            here = end
        else:
            here += length if length >= LONG_RUN else 1
    return tuple(repeats)


def _run_length(folded: list[str], there: int, here: int) -> int:
    length = SEED_WORDS
    while (
        here + length < len(folded)
        and there + length < here
        and folded[there + length] == folded[here + length]
    ):
        length += 1
    return length


def _whole_sentences(tokens: tuple[Token, ...], indexes: list[int], start: int, end: int) -> tuple[int, int]:
    """The part of a run that is whole sentences; empty where there is none.

    What begins or ends in the middle of one (… عن تعازيه لأسر الضحايا. وقال إن …) is a formula there, and
    the sentence another.
    """
    first = next((at for at in range(start, end) if _begins_unit(tokens, indexes[at])), end)
    last = next((at for at in range(end, first, -1) if _ends_unit(tokens, indexes[at - 1])), first)
    return first, last


def _is_repeat(tokens: tuple[Token, ...], indexes: list[int], there: int, here: int, length: int) -> bool:
    if length >= LONG_RUN:
        return True
    return all(
        _begins_unit(tokens, indexes[at]) and _ends_unit(tokens, indexes[at + length - 1])
        for at in (there, here)
    )


def _begins_unit(tokens: tuple[Token, ...], i: int) -> bool:
    before = tokens[i - 1] if i else None
    if before is None or before.kind == "newline":
        return True
    abbreviates = i > 1 and before.text == "." and len(tokens[i - 2].folded) <= _ABBREVIATION
    return before.text in _BOUNDARY and not abbreviates


def _ends_unit(tokens: tuple[Token, ...], i: int) -> bool:
    for token in tokens[i + 1 : i + 4]:
        if token.kind == "newline" or token.text in _BOUNDARY:
            return True
        if token.kind != "sign":
            return False
    return True
