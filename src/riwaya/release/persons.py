"""The shape of a person's name in Arabic: a given name and what may follow it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from riwaya.release.tables import PersonUse, load_tables
from riwaya.release.vocabulary import ordinary
from riwaya.text import Token
from riwaya.text.tokens import Split, splits

#: What a listed phrase is used for, and the token behind it.
Use = tuple[frozenset[PersonUse], int]

#: Words of a name at most, beside those that link them.
_LONGEST = 5
#: Words that are on no list, at most.
_UNKNOWN = 3
_COMPOUND = frozenset({"عبد", "ابو", "ابي", "ام", "بو", "ال", "بن", "ابن", "بنت"})
#: Pronouns and endings that no name has, and letters that as often are a proclitic or a verb's as a name's.
_ENDINGS = ("ها", "هم", "هما", "هن", "كم", "نا", "ات", "ون", "وا", "تهم", "ته")
_PROCLITICS = tuple("وفبلكس")
#: What a word is used for that is no part of a name.
_NEVER = frozenset({"private", "relative", "intro", "harm", "stop", "age", "list", "thing"})
_TANWIN = "\u064b"
_UNUSED: frozenset[PersonUse] = frozenset()
_OPENING = frozenset("\"”“«»„‟″‹›'’‘([/:ـ-")


@dataclass(frozen=True, slots=True)
class PersonName:
    """Tokens `first`..`end` (half-open) that are a name; `start`, `stop` are characters.

    `form` are its folded words, without the proclitics of the first.
    """

    first: int
    end: int
    start: int
    stop: int
    form: tuple[str, ...]


def _public(tokens: Sequence[Token]) -> Iterator[int]:
    """The tokens of names that everybody knows, and of phrases that only look like names."""
    index = load_tables().public_names
    for i, token in enumerate(tokens):
        if index.starts[token.folded]:
            for match in index.match(tokens, i)[:1]:
                yield from range(match.first, match.end)


class NameFinder:
    """Names in the tokens of one report. Tokens that are `taken` name places or listed parties."""

    def __init__(self, tokens: Sequence[Token], taken: Collection[int]) -> None:
        self.tokens = tokens
        self._taken = {*taken, *_public(tokens)}
        tables = load_tables()
        self._given = tables.given
        self._ambiguous = tables.ambiguous
        self._ordinary = ordinary()
        #: The tokens at which a listed phrase begins, in order.
        self.listed: dict[int, Use] = {}
        index = tables.persons
        for i, token in enumerate(tokens):
            if index.starts[token.folded] and (matches := index.match(tokens, i)):
                self.listed[i] = frozenset(matches[0].values), matches[0].end

    def uses(self, i: int) -> Use:
        """What the longest listed phrase at token `i` is used for, and the token behind it."""
        return self.listed.get(i) or (_UNUSED, i + 1)

    def is_given(self, word: str) -> bool:
        """Whether a folded word is a given name."""
        return word in self._given

    def is_clear(self, word: str) -> bool:
        """Whether a folded word is a given name and nothing else."""
        return word in self._given and word not in self._ambiguous

    def _is_spelled(self, i: int, word: str) -> bool:
        """Whether a given name is spelled as one at token `i`: علي is, على is not."""
        written = self._given.get(word, "")
        return not (written.endswith("ي") and self.tokens[i].text.endswith("ى"))

    def is_ordinary(self, word: str) -> bool:
        """Whether a folded word is, but for a proclitic, one of the lexicon."""
        return any(split.rest in self._ordinary for split in splits(word))

    def is_other(self, i: int, form: tuple[str, ...]) -> bool:
        """Whether a name of one word, at token `i`, belongs there to somebody else or is a place's.

        A given name alone is that of somebody else where another name follows.
        """
        if len(form) > 1:
            return False
        if i in self._taken or "thing" in (self.uses(i - 1)[0] if i else ()):
            return True
        return self.is_given(form[0]) and self._end(i, known=True) > i + 1

    def at(self, i: int, *, marked: bool) -> PersonName | None:
        """The name that begins at token `i`.

        After words that announce one (`marked`) any given name is one, and two words on no list; else it
        takes a given name that something follows.
        """
        if i >= len(self.tokens) or self.tokens[i].kind != "word" or i in self._taken:
            return None
        token = self.tokens[i]
        for split in token.splits:
            if split.offset and token.folded in self._ordinary:
                break  # وجود is no name that follows an "and"
            name = self._opened(i, split, marked=marked)
            if name is not None:
                return name
        if marked and self._may_open(i):
            end = self._end(i, known=False)
            if end - i >= 2:
                return self._name(i, end, token.start, token.folded)
        return None

    def _opened(self, i: int, split: Split, *, marked: bool) -> PersonName | None:
        """The name whose first word is what is left at token `i` without the split's proclitics."""
        word = split.rest
        compound = word in _COMPOUND and word != "ال"
        if not compound and not (word in self._given and self._is_spelled(i, word)):
            return None
        end = self._end(i, known=True)
        if marked and split.offset and not self.is_clear(word):
            return None
        if compound or not marked:
            if end - i < 2:
                return None
            if not marked and word in self._ambiguous and not self._goes_on(i + 1):
                return None
        return self._name(i, end, self.tokens[i].start_of(split), word)

    def _goes_on(self, i: int) -> bool:
        """Whether a word shows that the one before, ordinary as it may be, is a name: جمال فريدة is none."""
        word = self.tokens[i].folded
        family = word.startswith("ال") and word not in self._ordinary
        return self.is_clear(word) or family or word in _COMPOUND

    def _may_open(self, i: int) -> bool:
        """Whether a word on no list may be a given name: two of them, right behind what announces one."""
        word = self.tokens[i].folded
        return (
            self._may_be_name(i)
            and not word.startswith(("ال", "ت", "ي", *_PROCLITICS))
            and not word.endswith("ت")
        )

    def inside(self, first: int, end: int) -> PersonName | None:
        """The first name among these tokens; else all of them where none is an ordinary word."""
        for i in range(first, end):
            name = self.at(i, marked=self.is_given(self.tokens[i].folded))
            if name is not None:
                return name
        run = range(first, end)
        if len(run) > 1 and all(self._may_be_name(i) for i in run):
            return self._name(first, end, self.tokens[first].start, self.tokens[first].folded)
        return None

    def over(self, i: int) -> int:
        """The next token behind signs that may open a name, courtesies and adjectives before it."""
        at, adjectives = i, 0
        while at < len(self.tokens):
            token = self.tokens[at]
            uses, end = self.uses(at)
            if (token.kind == "sign" and token.text in _OPENING) or "courtesy" in uses:
                at = end
            elif adjectives < 2 and self._is_adjective(at):
                at, adjectives = at + 1, adjectives + 1
            else:
                return at
        return at

    def _is_adjective(self, i: int) -> bool:
        word = self.tokens[i].folded
        return (
            word.startswith("ال")
            and len(word) > 4
            and word in self._ordinary
            and not self.is_given(word)
            and "stop" not in self.uses(i)[0]
        )

    def _end(self, i: int, *, known: bool) -> int:
        """The token behind the name that begins at `i`."""
        at, unknown, length = i + 1, 0 if known else 1, 1
        while at < len(self.tokens) and length < _LONGEST:
            token = self.tokens[at]
            word = token.folded
            if token.kind != "word" or (at in self._taken and not self._is_family(at)):
                break
            if word in _COMPOUND or "link" in self.uses(at)[0]:
                length -= 1
            elif word in self._given and self._is_spelled(at, word):
                pass
            elif self._is_family(at) or (
                unknown < _UNKNOWN and self._may_be_name(at) and self._may_follow(at)
            ):
                unknown += 1
            else:
                break
            at, length = at + 1, length + 1
        while at > i + 1 and self.tokens[at - 1].folded in _COMPOUND:
            at -= 1
        return at

    def _is_family(self, at: int) -> bool:
        """Whether a word goes on a name whatever it means: الحاج behind a given name, عودة behind أبو."""
        before, token = self.tokens[at - 1], self.tokens[at]
        if self.uses(at)[0] & _NEVER or len(token.folded) < 3:
            return False
        served = at > 1 and self.tokens[at - 2].folded == "عبد"
        return before.folded in _COMPOUND or (
            token.folded.startswith("ال")
            and (served or any(split.rest in self._given for split in before.splits))
        )

    def _may_follow(self, at: int) -> bool:
        """Whether a word on no list may go on a name: behind one with the article only another with it."""
        before = self.tokens[at - 1].folded
        article = before.startswith("ال") and not self.is_given(before)
        return self.tokens[at].folded.startswith("ال") or not article

    def _may_be_name(self, i: int) -> bool:
        """Whether a word on no list of names may belong to one."""
        token = self.tokens[i]
        word = token.folded
        if token.kind != "word" or len(word) < 3 or i in self._taken or self.uses(i)[0] - {"link"}:
            return False
        if word in self._given:
            return self._is_spelled(i, word)
        if word.endswith(_ENDINGS) or word.startswith("و") or _TANWIN in token.text:
            return False
        # A word may carry a proclitic that hides an ordinary one: وقتل, بقصف.
        return not any(split.rest in self._ordinary for split in token.splits)

    def _name(self, first: int, end: int, start: int, word: str) -> PersonName:
        rest = (token.folded for token in self.tokens[first + 1 : end])
        return PersonName(first, end, start, self.tokens[end - 1].end, (word, *rest))
