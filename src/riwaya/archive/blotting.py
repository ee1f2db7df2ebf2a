"""A name, found in every spelling and overwritten character by character, so that all offsets hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from riwaya.archive.encoded import decoded
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import read_table
from riwaya.text import fold, tokenize
from riwaya.text.fold import words
from riwaya.text.tokens import Token

#: What stands where a character was.
BLOT = "█"
#: Fewer letters are no name but a part of many words.
_LEAST = 3
#: Signs that may stand between the words of one name: in a hashtag, an address, an id, over two lines.
_BETWEEN = frozenset("-_.+'’\"«»“”")
_INK = re.compile(r"\S")
_GAPS = re.compile(r"[\W_]+")
_FORMS = Path(__file__).parent / "name_forms.csv"


class Blot:
    """Finds one name whatever its spelling (hamza, marks, tatweel), with prefixes, in one word or several.

    Raises UsageError for what is too short to be a name.
    """

    def __init__(self, name: str) -> None:
        parts = [_form(word) for word in words(name)]
        self._key = "".join(parts)
        # A word that has no other form, by which texts are passed over that cannot hold the name.
        self._longest = max(
            (w for w in words(name) if w == _form(w) and w not in _liked()), key=len, default=""
        )
        if len(self._key) < _LEAST:
            problem = _("'{name}' is too short for a name: it needs {n} letters")
            raise UsageError(problem.format(name=name, n=_LEAST))

    def may_be_in(self, text: str) -> bool:
        """Whether a closer look is worth while."""
        return self._longest in _GAPS.sub("", fold(text))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the name stands, without the prefixes that are not part of it; also where it is encoded."""
        found = self._spans(text)
        plain = decoded(text)
        if plain is not None:
            letters, places = plain
            found += [(places[start], places[end]) for start, end in self._spans(letters)]
        return _joined(found)

    def _spans(self, text: str) -> list[tuple[int, int]]:
        if not self.may_be_in(text):
            return []
        tokens = tokenize(text)
        found: list[tuple[int, int]] = []
        for number, token in enumerate(tokens):
            if token.kind != "word" or (found and token.start < found[-1][1]):
                continue
            for split in token.splits:
                end = self._end(tokens, number, split.rest)
                if end is not None:
                    found.append((token.start_of(split), end))
                    break
        return found

    def over(self, text: str) -> str:
        """The text with every character of the name overwritten."""
        parts = []
        at = 0
        for start, end in self.spans(text):
            parts += [text[at:start], _INK.sub(BLOT, text[start:end])]
            at = end
        return "".join([*parts, text[at:]])

    def over_all(self, value: Any) -> Any:
        """A JSON value with the name overwritten in all its strings."""
        if isinstance(value, str):
            return self.over(value)
        if isinstance(value, dict):
            return {key: self.over_all(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.over_all(each) for each in value]
        return value

    def _end(self, tokens: Sequence[Token], number: int, first: str) -> int | None:
        """Where the name ends that begins at a token with the letters `first`; None when it does not."""
        read = _form(first)
        at = number
        while len(read) < len(self._key) and self._key.startswith(read):
            at += 1
            while at < len(tokens) and (tokens[at].kind == "newline" or tokens[at].text in _BETWEEN):
                at += 1
            if at == len(tokens) or tokens[at].kind not in ("word", "number"):
                return None
            read += _form(tokens[at].folded)
        return tokens[at].end if read == self._key else None


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _form(word: str) -> str:
    """One form for those that a word has in names (أبو، أبا، أبي), folded."""
    return _forms().get(word, word)


def _liked() -> frozenset[str]:
    return frozenset(_forms().values())


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    rows = read_table(_FORMS, ("form", "like"))
    return {fold(row.text("form")): fold(row.text("like")) for row in rows}
