"""Sentences: runs of tokens up to a final sign or the end of a line, repeats left out."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import category

from riwaya.model import Repeat
from riwaya.text.signs import COMMAS, FINAL
from riwaya.text.tokens import Token

#: Pictographs that channels begin an item with; others stand within a sentence (⚠, 💥, a flag).
_BULLETS = frozenset("🔴🔵🟢🟡🟠🟣⚫⚪⭕🔹🔸🔷🔶🔻🔺▪▫◾◽◼◻●◀▶⬅➡👈📌📍🛑🚨➖🟥🟦🟩")
#: Words, folded, with which no item begins: the sentence goes on behind the sign.
_GOES_ON = frozenset(("ان", "انه", "انها", "ما", "مما", "في", "علي", "من", "الي", "عن", "قرب", "شرق", "غرب"))
#: Categories of what may stand between a pictograph and the word, and how many of these are looked at.
_MARK = ("So", "Mn", "Cf", "Sk")
_MARKS = 4
_CLOSING = frozenset("\"”“»)]}’'")
#: That, with which no sentence begins, as it is written with its hamza.
_THAT = frozenset(("أن", "أنه", "أنها", "أنهم", "بأن", "بأنه", "بأنها", "بأنهم"))


#: A run of this many tokens without a final sign is cut: no sentence of a report is as long, and what
#: is done within a sentence may then take its time.
LONGEST = 600


#: Text is taken to be wrapped from this many lines on, and only if none is wider (in characters).
FEWEST_WRAPPED = 6
WIDEST_WRAPPED = 110
#: Lines are items where the next word had had room on more than one in so many.
ROOMY = 3
#: Names of Latin letters as broadcasters' names are spelt with, folded.
LETTERS = frozenset(
    (
        "سي",
        "بي",
        "ان",
        "اف",
        "تي",
        "جي",
        "اس",
        "ام",
        "ار",
        "ايه",
        "اي",
        "يو",
        "كيه",
        "ال",
        "اتش",
        "دي",
        "جيه",
        "او",
    )
)
#: Tokens behind a full stop among which its line must end for the full stop to be misplaced.
LOOK_AHEAD = 200


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `start`..`end` (half-open, final sign included); `line` counts the lines that hold text."""

    start: int
    end: int
    line: int


def find_sentences(tokens: tuple[Token, ...], repeats: tuple[Repeat, ...] = ()) -> tuple[Sentence, ...]:
    """Cut tokens into sentences. A line end always ends one; a full stop does unless it abbreviates."""
    sentences: list[Sentence] = []
    line, start, last_repeat, text_on_line = 0, 0, 0, False
    wrapped = is_wrapped(tokens)
    for i, token in enumerate(tokens):
        while last_repeat < len(repeats) and repeats[last_repeat].end <= token.start:
            last_repeat += 1
        repeated = last_repeat < len(repeats) and repeats[last_repeat].start <= token.start
        if token.kind == "newline" or repeated:
            goes_on = (wrapped and _goes_on(tokens, i)) or _leads_to_that(tokens, i)
            if goes_on and not repeated and line > 0:
                line += text_on_line
                continue
            _close(sentences, tokens, start, i, line)
            start = i + 1
            if token.kind == "newline" and text_on_line:
                line, text_on_line = line + 1, False
            text_on_line = text_on_line or repeated
            continue
        text_on_line = True
        if i - start >= LONGEST or _begins_item(tokens, i):
            _close(sentences, tokens, start, i, line)
            start = i
        if _ends_sentence(tokens, i):
            end = i + 1
            while (
                end < len(tokens)
                and tokens[end].text in _CLOSING
                and tokens[end].start == tokens[end - 1].end
            ):
                end += 1
            if end == i + 1:
                _close(sentences, tokens, start, end, line)
                start = end
        elif token.text in _CLOSING and i > start and _ends_sentence(tokens, i - 1) and _gap(tokens, i):
            _close(sentences, tokens, start, i + 1, line)
            start = i + 1
    _close(sentences, tokens, start, len(tokens), line)
    return tuple(sentences)


def _begins_item(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether token `i` is a pictograph within a line, which begins what is next (… بالضفة 🔴 قصف …)."""
    if i == 0 or tokens[i].text[0] not in _BULLETS or tokens[i - 1].end == tokens[i].start:
        return False
    following = next((t for t in tokens[i + 1 : i + _MARKS] if category(t.text[0]) not in _MARK), None)
    if following is None or following.kind not in ("word", "number"):
        return False
    return following.folded not in _GOES_ON


def is_wrapped(tokens: tuple[Token, ...]) -> bool:
    """Whether the lines are cut at a width rather than at paragraphs: many, none long, few closed."""
    if sum([token.kind == "newline" for token in tokens]) < FEWEST_WRAPPED:
        return False
    lines: list[tuple[int, bool]] = []
    start = 0
    for i, token in enumerate(tokens):
        if token.kind == "newline" or i == len(tokens) - 1:
            if i > start:
                lines.append((tokens[i - 1].end - tokens[start].start, tokens[i - 1].text in FINAL))
            start = i + 1
    body = lines[1:]
    if len(body) < FEWEST_WRAPPED or max(length for length, _ in body) > WIDEST_WRAPPED:
        return False
    full = sum(length >= WIDEST_WRAPPED // 3 for length, _ in body)
    if _roomy(tokens, max(length for length, _ in body)):
        return False
    return full * 3 > len(body) * 2 and sum(closed for _, closed in body) * 2 < len(body)


def _roomy(tokens: tuple[Token, ...], width: int) -> bool:
    """Whether the next word would have fitted on many lines of a text as wide as `width`: they are items."""
    start, cut, room = 0, 0, 0
    for i, token in enumerate(tokens):
        if token.kind != "newline":
            continue
        if _goes_on(tokens, i):
            following = tokens[i + 1]
            cut += 1
            room += tokens[i - 1].end - tokens[start].start + 1 + following.end - following.start <= width
        start = i + 1
    return room * ROOMY > cut


def _goes_on(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a line end is only where the line was full: no sign before it, a word right behind it."""
    before = tokens[i - 1] if i else None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is None or following is None:
        return False
    return before.kind in ("word", "number") and following.kind in ("word", "number")


def _leads_to_that(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether behind a line end أن goes on with the line before, as posts part them (أعلن الجيش،⏎ أن …).

    No sentence begins with أن; إن begins many.
    """
    before = next((t for t in reversed(tokens[max(0, i - _MARKS) : i]) if t.kind != "newline"), None)
    following = next((t for t in tokens[i + 1 : i + 1 + _MARKS] if t.kind != "newline"), None)
    if before is None or following is None or following.text not in _THAT:
        return False
    return before.kind in ("word", "number") or before.text in COMMAS


def _close(sentences: list[Sentence], tokens: tuple[Token, ...], start: int, end: int, line: int) -> None:
    if any(t.kind in ("word", "number") for t in tokens[start:end]):
        sentences.append(Sentence(start, end, line))


def _gap(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether white space, a line end or nothing follows token `i`."""
    return i + 1 >= len(tokens) or tokens[i + 1].start > tokens[i].end or tokens[i + 1].kind == "newline"


def _misplaced(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a full stop before a word belongs to the end of its line (قبل .عام، حسب الصحيفة).

    Text that went through a left-to-right editor has them; the line itself then ends without one. What
    is joined with و begins a sentence all the same (انتحر .ويأتي الحادث).
    """
    before, following = tokens[i - 1] if i else None, tokens[i + 1]
    if before is None or before.end == tokens[i].start or following.start > tokens[i].end:
        return False
    if following.folded.startswith("و"):
        return False
    last = next(
        (j - 1 for j in range(i + 1, min(len(tokens), i + LOOK_AHEAD)) if tokens[j].kind == "newline"), i
    )
    return last > i + 1 and tokens[last].kind == "word"


def _dots_end(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the last of two dots ends a sentence: below the headline, with و right behind it."""
    last = i + 1 >= len(tokens) or tokens[i + 1].text != "."
    if not last or i < 2 or tokens[i - 1].text != "." or tokens[i - 2].text == ".":
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    joined = following is not None and following.kind == "word" and following.folded.startswith("و")
    return joined and any(t.kind == "newline" for t in tokens[:i])


def abbreviates(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the full stop at token `i` is behind a letter or the name of one (د. محمد, سي. إن. إن.)."""
    before = tokens[i - 1]
    letter = len(before.folded) == 1 or before.folded in LETTERS
    return tokens[i].text == "." and before.kind == "word" and letter and before.end == tokens[i].start


def _ends_sentence(tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    if token.text not in FINAL:
        return False
    before = tokens[i - 1] if i else None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if token.text == "." and before is not None:
        if abbreviates(tokens, i):
            return False
        # "230 ..", "حمص .. داعش": dots between phrases of a headline do not end it.
        if before.text == "." or (following is not None and following.text == "."):
            return _dots_end(tokens, i)
    if following is None or following.kind == "newline" or following.text in _CLOSING:
        return True
    if token.text == "." and _misplaced(tokens, i):
        return False
    # "أمس.وقال": a space is often forgotten; between digits or Latin letters (t.me) it is no end.
    return following.start > token.end or (following.kind == "word" and not following.text.isascii())
