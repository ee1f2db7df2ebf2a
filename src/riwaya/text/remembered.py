"""Answers about words, worked out once: a language has few words, and a report repeats them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

#: More different words than this are not kept: text of random letters must not fill the memory.
LIMIT = 100_000


class Remembered(dict[str, T], Generic[T]):
    """What `answer` says of each word, looked up by indexing: `remembered[word]`.

    A dictionary, since looking up a word that was asked for before is the most frequent step of reading.
    Emptied when it has grown to `LIMIT` words.
    """

    __slots__ = ("_answer",)

    def __init__(self, answer: Callable[[str], T]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> T:
        if len(self) >= LIMIT:
            self.clear()
        found = self[word] = self._answer(word)
        return found
