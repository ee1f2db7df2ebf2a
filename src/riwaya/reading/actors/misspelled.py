"""Misspelled words in names of several words: تتظيم الدولة, التحلف الدولي, تابعة للتحلف.

Only a word that no table knows is corrected, and only where the other words of a listed name stand around
it as they should, or where it says whose somebody is and the report has it spelled right elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

from riwaya.lexicon.event_words import word_beginnings
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.packs.pack import Alias
from riwaya.text.document import Document
from riwaya.text.remembered import Remembered
from riwaya.text.spelling import DeletionIndex
from riwaya.text.tokens import Token, splits

#: Shorter words of names have too many neighbours; a misspelled one may have lost a letter.
_SHORTEST = 5
#: Letters of one shape, told apart by their dots alone: these are what substitutions are believed of.
_SHAPES = ("بتثني", "جحخ", "دذ", "رز", "سش", "صض", "طظ", "عغ", "فق")
_SHAPE_OF = {letter: shape for shape in _SHAPES for letter in shape}
_CACHE = 100_000
_QUOTES = frozenset("\"”“«»„‹›'’‘")
#: To the, before whoever it is that somebody belongs to; beginnings of words for belonging, folded.
_TO_THE = "لل"
_LOYAL = word_beginnings("loyal")
#: How far before a word the name that it belongs to may begin.
_REACH = 4


class NameSpelling:
    """Corrects the tokens of documents by the names in `aliases`. Build it once: it prepares its tables.

    `words` are those of names of several words, `is_unknown` says that no table knows a folded word.
    """

    def __init__(
        self, aliases: PhraseIndex[Alias], words: frozenset[str], is_unknown: Callable[[str], bool]
    ) -> None:
        self._aliases, self._names, self._is_unknown = aliases, words, is_unknown
        self._near = lru_cache(maxsize=_CACHE)(self._listed_near)
        #: Whether a folded word is one of a name, with its proclitics or without.
        self._named = Remembered(lambda word: any(s.rest in words for s in splits(word)))

    @cached_property
    def _words(self) -> DeletionIndex:
        """The words of names of several words."""
        return DeletionIndex(w for w in self._names if len(w) >= _SHORTEST)

    def correct(self, document: Document) -> Sequence[Token]:
        """The tokens of `document`, misspelled words of names with the folded form that was meant."""
        tokens = document.tokens
        corrected: list[Token] | None = None
        for sentence in document.sentences:
            for i in range(sentence.start, sentence.end):
                meant = self._owner_meant(tokens, i) if i > sentence.start else None
                if meant is None and self._is_among_names(tokens, i, sentence.end):
                    meant = self._meant(tokens, i, sentence.start, sentence.end)
                if meant is not None:
                    corrected = corrected or list(tokens)
                    corrected[i] = _respelled(tokens[i], meant)
        return corrected or tokens

    def _is_among_names(self, tokens: Sequence[Token], i: int, end: int) -> bool:
        """Whether a word before or after token `i` is one of a name, or a quotation mark follows."""
        names, token = self._names, tokens[i]
        if token.kind != "word" or len(token.folded) < _SHORTEST - 1 or token.folded in names:
            return False
        if i > 0 and self._named[tokens[i - 1].folded]:
            return True
        return i + 1 < end and (tokens[i + 1].folded in names or tokens[i + 1].text in _QUOTES)

    def _listed_near(self, word: str) -> tuple[str, ...]:
        """The words of names that the unknown `word` may be a misspelling of."""
        found = tuple(w for w in self._words.near(word) if is_slip(w, word))
        return found if found and self._is_unknown(word) else ()

    def _owner_meant(self, tokens: Sequence[Token], i: int) -> str | None:
        """Whose somebody is said to be, misspelled, where the report has it right elsewhere: تابعة للتحلف."""
        written = tokens[i].folded
        owns = written.startswith(_TO_THE) and tokens[i - 1].folded.removeprefix("ال").startswith(_LOYAL)
        if not owns or len(written) < _SHORTEST + len(_TO_THE) - 1 or self._named[written]:
            return None
        for word in self._near(f"ال{written.removeprefix(_TO_THE)}"):
            if any(s.rest == word for t in tokens for s in t.splits):
                return _TO_THE + word.removeprefix("ال")
        return None

    def _meant(self, tokens: Sequence[Token], i: int, start: int, end: int) -> str | None:
        """The listed word that token `i` is a misspelling of, by the name that it stands in."""
        first = max(start, i - _REACH)
        for word in self._near(tokens[i].folded):
            around = [*tokens[first:i], _respelled(tokens[i], word), *tokens[i + 1 : min(end, i + _REACH)]]
            at = i - first
            for begin in range(at, -1, -1):
                if around[begin].kind == "word" and any(
                    m.end > max(at, begin + 1) for m in self._aliases.match(around, begin)
                ):
                    return word
        return None


def _respelled(token: Token, word: str) -> Token:
    """The token with the word that was meant, at the same characters."""
    return Token(token.index, token.start, token.end, token.text, word, token.kind, splits(word))


def is_slip(meant: str, written: str) -> bool:
    """Whether a letter too many, one missing, two exchanged or the wrong dots made `written` of `meant`."""
    differing = [(a, b) for a, b in zip(meant, written, strict=False) if a != b]
    if len(meant) != len(written) or len(differing) != 1:
        return True
    return differing[0][1] in _SHAPE_OF.get(differing[0][0], "")
