"""A report's text, cut up once: tokens, sentences, quotations, title and repeats."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from riwaya.model import Repeat, Span
from riwaya.text.glue import Glue
from riwaya.text.quotes import Quote, find_quotes
from riwaya.text.repeats import find_repeats
from riwaya.text.sentences import Sentence, find_sentences, is_wrapped
from riwaya.text.tokens import Token, tokenize

#: A first line longer than this is not a headline (claims.md, rule 1).
TITLE_LENGTH = 150


@dataclass(frozen=True, slots=True)
class Document:
    """One text and everything that can be said of it without knowing a language's words.

    `sentences` cover the tokens that do not repeat an earlier passage: a stage that walks sentences
    yields nothing twice. Sentences, quotes and `title_end` count tokens, spans count characters.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]
    title: Span | None
    repeats: tuple[Repeat, ...]
    starts: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    quote_of: tuple[Quote | None, ...]

    def token_at(self, offset: int) -> int:
        """Index of the first token that ends after the character `offset`."""
        index = bisect_right(self.starts, offset) - 1
        if index >= 0 and self.tokens[index].end > offset:
            return index
        return index + 1

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Indexes (half-open) of the tokens that overlap the characters `start`..`end`."""
        first = self.token_at(start)
        return first, max(first, bisect_left(self.starts, end))

    def sentence_at(self, token: int) -> int | None:
        """Index into `sentences` of the one that holds token `token`; None inside a repeat."""
        index = bisect_right(self.sentence_starts, token) - 1
        if index >= 0 and self.sentences[index].start <= token < self.sentences[index].end:
            return index
        return None

    def quote_at(self, token: int) -> Quote | None:
        """The innermost quotation whose inside holds token `token`."""
        return self.quote_of[token]

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last` (both included)."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def slice(self, span: Span) -> str:
        """The characters of `span`."""
        return self.text[span.start : span.end]


def analyse(text: str, glue: Glue | None = None) -> Document:
    """Cut up `text`, with `glue` parting words that run together. Time grows linearly with its length."""
    tokens = tokenize(text, glue)
    repeats = find_repeats(tokens)
    quotes = find_quotes(tokens, wrapped=is_wrapped(tokens))
    sentences = find_sentences(tokens, repeats)
    return Document(
        text=text,
        tokens=tokens,
        sentences=sentences,
        quotes=quotes,
        title=find_title(text),
        repeats=repeats,
        starts=tuple(t.start for t in tokens),
        sentence_starts=tuple(s.start for s in sentences),
        quote_of=_innermost(quotes, len(tokens)),
    )


def _innermost(quotes: tuple[Quote, ...], count: int) -> tuple[Quote | None, ...]:
    """For each token the quotation that holds it and opened last."""
    found: list[Quote | None] = []
    opened: list[Quote] = []
    following = 0
    for i in range(count):
        while opened and opened[-1].close <= i:
            opened.pop()
        found.append(opened[-1] if opened else None)
        while following < len(quotes) and quotes[following].open == i:
            opened.append(quotes[following])
            following += 1
    return tuple(found)


def find_title(text: str) -> Span | None:
    """The first line, when it has at most 150 characters, no final full stop, and text follows."""
    line, newline, rest = text.partition("\n")
    stripped = line.strip()
    if not newline or not rest.strip() or not stripped:
        return None
    if len(stripped) > TITLE_LENGTH or stripped.endswith("."):
        return None
    start = line.index(stripped)
    return Span(start, start + len(stripped))
