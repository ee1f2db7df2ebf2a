"""Words of time found at a place in a sentence: the small change that expressions are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.numbers import NumberLexicon
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.lexicon.times import TimeEntry, TimeLexicon
from riwaya.reading.times.timevalues import Facts
from riwaya.text.tokens import Token

_NOTHING: frozenset[str] = frozenset()
#: In, as it begins an expression of time, folded.
IN = frozenset(("في", "وفي", "ففي"))
#: What stands before the name of the paper «اليوم» in brackets.
_PAPER = event_words("newspaper") | {"ل"}
#: Adjectives of a year, folded, that tell which calendar it is of.
_HIJRI, _COMMON = event_words("hijri year"), event_words("common year")
_OPENING, _CLOSING = frozenset("«“\"'(["), frozenset("»”\"')]")


@dataclass(frozen=True, slots=True)
class Expression:
    """Tokens `first`..`end` (half-open) that say when, and what they say; `to` is the end of a range."""

    first: int
    end: int
    start: int
    stop: int
    facts: Facts
    to: Facts | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a date. `kind` is part, day, weekday, calendar or clock."""

    kind: str
    end: int
    start: int
    facts: Facts
    to: Facts | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry found at tokens `first`..`end`; `start` is the character behind its proclitics."""

    entry: TimeEntry
    first: int
    end: int
    start: int


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The tokens of one sentence (up to `limit`) and the two lexicons that time expressions need."""

    tokens: Sequence[Token]
    begin: int
    limit: int
    times: TimeLexicon
    numbers: NumberLexicon
    cache: dict[tuple[int, bool], list[PhraseMatch[TimeEntry]]] = field(default_factory=dict)

    def hits(self, i: int, *, whole: bool = False) -> list[PhraseMatch[TimeEntry]]:
        """All entries that begin at token `i`, longest first; proclitics are shed unless `whole`."""
        key = (i, whole)
        if key not in self.cache:
            found = self.times.entries.match(self.tokens, i, whole_word=whole)
            self.cache[key] = [m for m in found if m.end <= self.limit]
        return self.cache[key]

    def kinds(self, i: int) -> frozenset[str]:
        """The kinds of the entries that may begin at token `i`."""
        if self.begin <= i < self.limit and self.tokens[i].kind == "word":
            return self.times.kinds[self.tokens[i].folded]
        return _NOTHING

    def hit(self, i: int, *kinds: str, whole: bool = False) -> Hit | None:
        """The longest entry at token `i` that is of one of `kinds`."""
        # Asked for at every token by every reader of times, nearly always in vain.
        if not self.begin <= i < self.limit:
            return None
        token = self.tokens[i]
        if token.kind != "word" or self.times.kinds[token.folded].isdisjoint(kinds):
            return None
        for match in self.hits(i, whole=whole):
            for entry in match.values:
                if entry.kind in kinds and not self._guarded(match):
                    return Hit(entry, match.first, match.end, match.start)
        return None

    def folded(self, i: int) -> str:
        """The folded token at `i`; empty outside the sentence."""
        return self.tokens[i].folded if self.begin <= i < self.limit else ""

    def led_by(self, i: int) -> str:
        """The folded word before token `i`, without a conjunction (ومنذ 2011، وأواخر رمضان)."""
        word = self.folded(i - 1)
        return word[1:] if word[:1] == "و" and len(word) > 2 else word

    def number(self, i: int) -> int | None:
        """The whole number in digits at token `i`."""
        if self.begin <= i < self.limit and self.tokens[i].kind == "number":
            text = self.tokens[i].folded
            return int(text) if text.isdecimal() and len(text) <= 4 else None
        return None

    def ordinal(self, i: int) -> tuple[int, int] | None:
        """The ordinal at token `i` (السابع والعشرين) and the token behind it."""
        word = self.numbers.word(self.folded(i), "ordinal")
        if word is None:
            return None
        if word.value >= 10:
            return word.value, i + 1
        if self.numbers.word(self.folded(i + 1), "ten"):
            return word.value + 10, i + 2
        tens = self.folded(i + 1)
        joined = self.numbers.word(tens[1:], "ordinal") if tens.startswith("و") else None
        if joined is not None and joined.value in (20, 30):
            return word.value + joined.value, i + 2
        return word.value, i + 1

    def definite(self, i: int) -> tuple[int, int] | None:
        """The number with the article at token `i` and the token behind it.

        الخمس، الخمسة عشر، الأربع والعشرين، الثلاثين.
        """
        word, following = self.folded(i), self.folded(i + 1)
        number = self.numbers.word(word, "definite")
        if number is None:
            whole = word.startswith("ال") and self.numbers.word(word[2:], "tens")
            return (whole.value, i + 1) if whole else None
        if self.numbers.word(following, "ten"):
            return number.value + 10, i + 2
        tens = self.numbers.word(following[3:], "tens") if following.startswith("وال") else None
        return (number.value + tens.value, i + 2) if tens is not None else (number.value, i + 1)

    def year(self, i: int) -> tuple[int, bool, int] | None:
        """The year at token `i`, whether it is Hijri, and the token behind it (2026م، 1448هـ)."""
        number = self.number(i)
        after = self.folded(i + 1)
        hijra, era = self.times.marks["of-the-hijra"], self.times.marks["of-the-era"]
        if number is not None and after in hijra | era and number <= 2100:
            return number, after in hijra, i + 2
        if number is None or not 1300 <= number <= 2100 or len(self.folded(i)) != 4:
            return None
        if after == "ه" or after in _HIJRI:
            return number, True, i + 2
        metres = after == "م" and (number < 1700 or self.folded(i + 2) == "د")  # or millions of dinars
        if (
            (after == "م" or after in _COMMON)
            and not metres
            and self.tokens[i + 1].start - self.tokens[i].end <= 1
        ):
            return number, False, i + 2
        return (number, number < 1500, i + 1) if number < 1500 or number >= 1800 else None

    def looks_ahead(self, first: int) -> bool:
        """Whether the words before token `first` speak of what is to come."""
        for i in range(max(self.begin, first - 7), first):
            if self.tokens[i].kind != "word":
                continue
            word = self.tokens[i].folded
            word = word[1:] if word.startswith(("و", "ف")) and len(word) > 5 else word
            if word in self.times.future_cues:
                return True
            if len(word) >= 5 and word.startswith(("سي", "ست", "سن")):
                return not word.startswith(self.times.not_future)
        return False

    def _guarded(self, match: PhraseMatch[TimeEntry]) -> bool:
        before, after = self.folded(match.first - 1), self.folded(match.end)
        last = self.tokens[match.end - 1].folded if match.end > match.first + 1 else match.split.rest
        alone = match.end == match.first + 1
        reference = any(entry.kind == "reference" for entry in match.values)  # in "any time before"
        dated = self.year(match.end) is not None  # "the events of September 2001" are told of a day
        if (alone or reference) and not dated and (before, match.split.rest) in self.times.guards:
            return True
        if alone and before[:1] == "و" and (self.led_by(match.first), match.split.rest) in self.times.guards:
            return True
        if (last, after) in self.times.guards:
            return True
        # «اليوم» alone between quotation marks is the name of a newspaper.
        return (
            any(entry.kind in ("day", "month") for entry in match.values)
            and before in _OPENING
            and after in _CLOSING
            and (before != "(" or self.folded(match.first - 2) in _PAPER)  # told to (Today)
            and bool(before)
        )
