"""Finding listed phrases in a run of tokens: a trie over folded words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import msgspec

from riwaya.text.fold import words
from riwaya.text.remembered import Remembered
from riwaya.text.sentences import LETTERS
from riwaya.text.tokens import SPLITS, Split, Token

T = TypeVar("T")

_QUOTES = frozenset("\"”“«»„‟″‹›'’‘")
#: The underline that joins the words of a hashtag (#حزب_الله).
_JOINT = "_"


def _dotted(tokens: Sequence[Token], i: int) -> bool:
    """Whether a full stop at token `i` stands between letters of an abbreviated name (سي.إن.إن)."""
    if tokens[i].text != "." or i + 1 == len(tokens):
        return False
    before = tokens[i - 1]
    return before.folded in LETTERS and before.end == tokens[i].start


class PhraseMatch(msgspec.Struct, Generic[T], frozen=True, gc=False):
    """Tokens `first`..`end` (half-open) read as a listed phrase; `start`/`stop` are characters.

    `start` lies behind the proclitics of the first word, which `split` holds.
    """

    values: tuple[T, ...]
    first: int
    end: int
    start: int
    stop: int
    split: Split


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    values: tuple[T, ...] = ()


class PhraseIndex(Generic[T]):
    """Listed phrases by their folded words, each with one or more values."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()
        #: Where a folded word may begin a listed phrase, and by which split: nowhere for most words, so
        #: that whoever asks at every token may look here before calling `match`.
        self.starts: Remembered[tuple[tuple[Split, _Node[T]], ...]] = Remembered(self._begins)

    def add(self, phrase: str | Sequence[str], value: T) -> None:
        """List `phrase` (a string, or words already folded) with `value`; empty phrases are ignored."""
        folded = words(phrase) if isinstance(phrase, str) else tuple(phrase)
        node = self._root
        self.starts.clear()
        for word in folded:
            below = node.children.get(word)
            if below is None:
                below = node.children[word] = _Node()
            node = below
        if folded and value not in node.values:
            node.values = (*node.values, value)

    def get(self, phrase: str) -> tuple[T, ...]:
        """The values listed for exactly `phrase`."""
        node = self._root
        for word in words(phrase):
            if word not in node.children:
                return ()
            node = node.children[word]
        return node.values

    def first_words(self) -> frozenset[str]:
        """The folded words with which a listed phrase begins."""
        return frozenset(self._root.children)

    def match(self, tokens: Sequence[Token], i: int, *, whole_word: bool = False) -> list[PhraseMatch[T]]:
        """Every phrase that begins at token `i`, longest first.

        Proclitics of the first word may be shed unless `whole_word`; quotation marks inside a phrase
        (تنظيم «داعش») are passed over and, when one was opened inside, its closing mark is included. So
        are the full stops between letters (سي.إن.إن).
        """
        found: list[PhraseMatch[T]] = []
        if i >= len(tokens):
            return found  # callers look for what follows a name, which may end the text
        starts = self.starts[tokens[i].folded]
        if not starts:
            return found
        for split, node in starts:
            if not (whole_word and split.offset):
                self._walk(tokens, i, split, node, found)
        if len(found) > 1:
            found.sort(key=lambda m: (-m.end, m.split.offset))
        return found

    def _begins(self, folded: str) -> tuple[tuple[Split, _Node[T]], ...]:
        children = self._root.children
        return tuple([(s, children[s.rest]) for s in SPLITS[folded] if s.rest in children])

    @staticmethod
    def _walk(
        tokens: Sequence[Token], i: int, split: Split, node: _Node[T], found: list[PhraseMatch[T]]
    ) -> None:
        """Add to `found` the phrases that begin at token `i`, parted by `split`, which leads to `node`."""
        at, opened, last = i + 1, False, len(tokens)
        start = tokens[i].start_of(split)
        while True:
            if node.values:
                end = at
                if opened and at < last and tokens[at].text in _QUOTES:
                    end = at + 1
                found.append(PhraseMatch(node.values, i, end, start, tokens[end - 1].end, split))
            if not node.children:
                return
            ahead = at + (at < last and (tokens[at].text == _JOINT or _dotted(tokens, at)))
            while ahead < last and tokens[ahead].text in _QUOTES:
                ahead += 1
            if ahead >= last or tokens[ahead].folded not in node.children:
                return
            opened = opened or tokens[ahead - 1].text in _QUOTES
            node = node.children[tokens[ahead].folded]
            at = ahead + 1
