"""Tokens: words, numbers and signs with their offsets, and the ways a word may shed its proclitics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from riwaya.text.fold import INVISIBLE, MARKS, fold
from riwaya.text.glue import Glue
from riwaya.text.remembered import Remembered

TokenKind = Literal["word", "number", "sign", "newline"]

#: A dot between two tatweels, by which posts hide a name from the machines of a platform (حمـ.ـاس).
_MASK = "\u0640\\.+\u0640"
_EXTRA = f"{INVISIBLE}{MARKS}\u06dd"
NUMBER = r"[0-9٠-٩۰-۹]+(?:[.,٫٬][0-9٠-٩۰-۹]+)*"
WORD = rf"[^\W\d_](?:[^\W\d_{_EXTRA}]+|{_MASK}|[{_EXTRA}])*"
_TOKEN = re.compile(
    rf"(?P<number>{NUMBER})"
    rf"|(?P<word>{WORD})"
    r"|(?P<newline>\r\n|[\n\r\u2028\u2029\x0b\x0c\x85])"
    r"|(?P<sign>\S)"
)
#: Words and numbers alone; signs and line ends hold none of their characters.
_WORD = re.compile(re.sub(r"\?P<\w+>", "?:", _TOKEN.pattern.partition("|(?P<newline>")[0]))
_IGNORED = re.compile(rf"[{_EXTRA}]")

#: How a word with the article begins, with a proclitic that readings often meet or without, folded.
DEFINITE = ("ال", "لل", "بال", "وال")
#: Proclitics that a word may carry; the article stays with the word.
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "وس", "فب", "فل", "فك", "فس")


class Split(msgspec.Struct, frozen=True, gc=False):
    """One way to part a word: `prefix` (proclitics other than the article, folded) and the folded `rest`.

    `offset` is the number of letters of the folded word before `rest`. Where ل swallows the alif of
    the article (للتنظيم), `rest` has the article restored (التنظيم) and `offset` is 1.
    """

    prefix: str
    rest: str
    offset: int


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word, number, sign or line end at `start`..`end` of the text; `folded` is its folded form.

    `splits` are the ways the word may shed proclitics, the whole word first. A structure of msgspec's,
    since a report has hundreds of tokens and a frozen dataclass takes several times as long to build.
    """

    index: int
    start: int
    end: int
    text: str
    folded: str
    kind: TokenKind
    splits: tuple[Split, ...]

    def start_of(self, split: Split) -> int:
        """The offset in the text at which `split.rest` begins."""
        if not split.offset:
            return self.start
        letters = 0
        for position, character in enumerate(self.text):
            if letters >= split.offset and fold(character):
                return self.start + position
            letters += len(fold(character)) if character != "." else 0
        return self.end


def _splits(folded: str) -> tuple[Split, ...]:
    found = [Split("", folded, 0)]
    for clitics in _PROCLITICS:
        if not folded.startswith(clitics):
            continue
        rest = folded[len(clitics) :]
        if clitics[-1] == "ل" and rest.startswith("ل") and len(rest) > 2:
            found.append(Split(clitics, "ا" + rest, len(clitics)))
        if len(rest) >= 2:
            found.append(Split(clitics, rest, len(clitics)))
    return tuple(found)


#: What `splits` says of each word, for whoever asks of very many.
SPLITS = Remembered(_splits)


def splits(folded: str) -> tuple[Split, ...]:
    """Every way in which a folded word may be parted into proclitics and rest.

    The article stays with the rest (`بالمدينه` → ب + المدينه), so that definite names match as listed.
    """
    return SPLITS[folded]


def _read_word(surface: str) -> tuple[str, tuple[Split, ...]]:
    folded = fold(surface.replace(".", ""))
    return folded, SPLITS[folded]


def _read_other(surface: str) -> tuple[str, tuple[Split, ...]]:
    folded = "" if _IGNORED.fullmatch(surface) else fold(surface)
    return folded, SPLITS[folded]


#: The folded form of what the pattern found, and its splits; nothing of it is left of a lone tatweel.
_WORDS = Remembered(_read_word)
_OTHERS = Remembered(_read_other)
_NEWLINE = ("\n", SPLITS["\n"])


def tokenize(text: str, glue: Glue | None = None) -> tuple[Token, ...]:
    """Cut `text` into tokens; white space between them is dropped, every token keeps its offsets.

    With `glue`, words that lost the space between them are parted.
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind: TokenKind = match.lastgroup  # type: ignore[assignment]  # the pattern names exactly these four
        surface = match.group()
        start, end = match.span()
        if kind == "word":
            cut = glue.cut(surface) if glue is not None else None
            if cut is not None:
                head = fold(surface[:cut])
                tokens.append(Token(len(tokens), start, start + cut, surface[:cut], head, kind, SPLITS[head]))
                start, surface = start + cut, surface[cut:]
            folded, ways = _WORDS[surface]
        else:
            folded, ways = _NEWLINE if kind == "newline" else _OTHERS[surface]
        if folded:
            tokens.append(Token(len(tokens), start, end, surface, folded, kind, ways))
    return tuple(tokens)


def word_before(tokens: Sequence[Token], i: int) -> str:
    """The folded word before token `i`, empty at the start of the text."""
    return tokens[i - 1].folded if i else ""


def find_words(text: str) -> Iterator[tuple[str, int, int]]:
    """The words and numbers that `tokenize` finds in `text`, as written, with start and end."""
    return ((match.group(), match.start(), match.end()) for match in _WORD.finditer(text))


def surfaces(text: str) -> list[str]:
    """The words and numbers that `tokenize` finds in `text`, as written."""
    return _WORD.findall(text)


def fold_word(surface: str) -> str:
    """The folded form that `tokenize` gives to a word or number; nothing is left of a lone tatweel."""
    return _FOLDED[surface]


def _fold_word(surface: str) -> str:
    if surface[0].isdecimal():
        return fold(surface)
    return fold(surface.replace(".", ""))


_FOLDED = Remembered(_fold_word)
