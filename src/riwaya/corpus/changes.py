"""What changed from one version of a text to the next: sentences, and within them the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from riwaya.model import Span
from riwaya.text import Document, analyse
from riwaya.text.tokens import Token

#: Words of changed sentences that are compared word by word; more of them are given whole.
_CLOSELY = 1_000


@dataclass(frozen=True, slots=True)
class Change:
    """Words that went (a span of the version before), that came (of the version after), or both."""

    removed: Span | None
    added: Span | None


def find_changes(before: str, after: str) -> list[Change]:
    """What changed, in the order of the text; spelling variants, signs and spaces are no changes."""
    old, new = analyse(before), analyse(after)
    ours, theirs = _sentences(old), _sentences(new)
    found: list[Change] = []
    for kind, a, b, c, d in _opcodes([_folded(s) for s in ours], [_folded(s) for s in theirs]):
        removed = [token for sentence in ours[a:b] for token in sentence]
        added = [token for sentence in theirs[c:d] for token in sentence]
        if kind == "replace" and len(removed) + len(added) <= _CLOSELY:
            found += _within(removed, added)
        elif kind != "equal":
            found.append(Change(_span(removed), _span(added)))
    return found


def _sentences(document: Document) -> list[list[Token]]:
    """The words of each sentence; passages that repeat an earlier one are left out."""
    words = (
        [t for t in document.tokens[s.start : s.end] if t.kind in ("word", "number")]
        for s in document.sentences
    )
    return [sentence for sentence in words if sentence]


def _within(removed: Sequence[Token], added: Sequence[Token]) -> Iterator[Change]:
    for kind, a, b, c, d in _opcodes(_folded(removed), _folded(added)):
        if kind != "equal":
            yield Change(_span(removed[a:b]), _span(added[c:d]))


def _opcodes(old: Sequence[object], new: Sequence[object]) -> list[tuple[str, int, int, int, int]]:
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def _folded(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.folded for token in tokens)


def _span(tokens: Sequence[Token]) -> Span | None:
    return Span(tokens[0].start, tokens[-1].end) if tokens else None
