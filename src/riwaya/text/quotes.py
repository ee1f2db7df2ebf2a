"""Quotations: which marks open, which close, and what to do when one is missing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from riwaya.text.tokens import Token

_DOUBLE = frozenset('"“”„‟″＂')
_ANGLED = frozenset("«»‹›")
_CLOSING_ANGLED = frozenset("»›")


#: Tokens within which a name in quotation marks ends, and one inside a longer quotation.
NAME = 8
_INNER_NAME = 3
#: Marks among which a quotation with names in the same marks ends.
_INNER_MARKS = 9


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation between the marks at tokens `open` and `close`.

    Where the closing mark is missing, `balanced` is false and `close` is the index of the token after
    the last one that belongs to the quotation (at most the end of the line).
    """

    open: int
    close: int
    balanced: bool


def find_quotes(tokens: tuple[Token, ...], *, wrapped: bool = False) -> tuple[Quote, ...]:
    """Pair quotation marks line by line, in the order in which they open.

    In `wrapped` text a line goes on up to an empty one.
    """
    quotes: list[Quote] = []
    start, titled = 0, False
    for i, token in enumerate(tokens):
        if token.kind != "newline":
            continue
        if not wrapped or not titled or tokens[i - 1].kind == "newline" or _empty_follows(tokens, i):
            _pair_line(tokens, start, i, quotes)
            start = i + 1
        titled = titled or i > 0
    _pair_line(tokens, start, len(tokens), quotes)
    return tuple(sorted(quotes, key=lambda q: (q.open, -q.close)))


def _empty_follows(tokens: tuple[Token, ...], i: int) -> bool:
    return i + 1 >= len(tokens) or tokens[i + 1].kind == "newline"


def _pair_line(tokens: tuple[Token, ...], start: int, end: int, quotes: list[Quote]) -> None:
    double: int | None = None
    angled: list[int] = []
    first = len(quotes)
    inner = _inner(tokens, start, end)
    quotes.extend(Quote(a, b, True) for a, b in inner.items())
    skipped = {*inner, *inner.values()}
    marks = [i for i in range(start, end) if tokens[i].text in _DOUBLE]
    holders: set[int] = set()
    commas = [i for i in range(start, end) if tokens[i].text in "،,.؛"]
    for i in range(start, end):
        sign = tokens[i].text
        if i in skipped:
            continue
        if sign in _DOUBLE:
            if double is None:
                double = None if _looks_closing(tokens, i, start) else i
            elif (close := _name_inside(tokens, double, i, marks, named=double in holders)) is not None:
                holders.add(double)
                quotes.append(Quote(i, close, True))
                skipped.add(close)
            elif _looks_opening(tokens, i) and i > double + 1:
                quotes.append(Quote(double, _clause_end(tokens, double, i, commas), False))
                double = i
            else:
                quotes.append(Quote(double, i, True))
                double = None
        elif _opens_angled(tokens, i, end, angled):
            angled.append(i)
        elif sign in _ANGLED and angled:
            quotes.append(Quote(angled.pop(), i, True))
        elif double is not None and sign in _CLOSING_ANGLED and _looks_closing(tokens, i, start):
            quotes.append(Quote(double, i, True))  # "ليس خطرا».
            double = None
    _pair_rest(tokens, start, end, angled, quotes, first, commas)
    if double is not None and _opens_something(tokens, double, end):
        quotes.append(Quote(double, _sentence_end(tokens, double, end), False))


def _opens_angled(tokens: tuple[Token, ...], i: int, end: int, angled: list[int]) -> bool:
    """Whether an angled mark opens: also one the wrong way round behind a colon, not one behind a name.

    "وقال:» …»"; «8 مارس « has space or a comma behind what looks like an opening mark.
    """
    if tokens[i].text not in ("«", "‹"):
        return tokens[i].text == "»" and i > 0 and tokens[i - 1].text == ":"
    if not angled or i - angled[-1] > NAME or i + 1 >= end:
        return True
    return tokens[i + 1].start == tokens[i].end and tokens[i + 1].text not in "،,.؛"


def _inner(tokens: tuple[Token, ...], start: int, end: int) -> dict[int, int]:
    """Names in straight marks behind a preposition written onto them (كـ"النهار"): opening to closing mark.

    They may stand inside a quotation in the same marks, so they are paired first.
    """
    found: dict[int, int] = {}
    i = start + 1
    while i < end:
        before = tokens[i - 1]
        onto = before.kind == "word" and len(before.folded) == 1 and before.end == tokens[i].start
        if onto and tokens[i].text in _DOUBLE:
            close = next((j for j in range(i + 1, min(end, i + NAME)) if tokens[j].text in _DOUBLE), None)
            if close is not None and not _looks_opening(tokens, close):
                found[i] = close
                i = close
        i += 1
    return found


def _name_inside(
    tokens: tuple[Token, ...], outer: int, i: int, line: list[int], *, named: bool
) -> int | None:
    """The mark that closes a name inside a quotation in the same marks (“… “الشرعية” …”).

    Slanted marks tell opening from closing; straight ones by the space beside them, and names are short.
    `line` holds all marks of the line, in order, so that no mark has the line searched again; where the
    quotation has such a name already, it is `named`, and the next may be longer.
    """
    later = bisect_right(line, i)
    marks = line[later : later + 2]
    if len(marks) < 2 or not _looks_opening(tokens, i) or i == outer + 1:
        return None
    if tokens[outer].text == tokens[i].text == "“":
        closes = all(tokens[j].text == "”" for j in marks)
        return marks[0] if closes and marks[0] - i <= NAME else None
    if _closes_behind(tokens, line[later:]):
        return marks[0] if tokens[i - 1].kind == "word" and marks[0] - i <= NAME else None
    inside = tokens[i - 1].kind == "word" and marks[0] - i <= (NAME if named else _INNER_NAME)
    closes = not any(_looks_opening(tokens, j) for j in marks)
    return marks[0] if inside and closes and tokens[marks[0] - 1].end == tokens[marks[0]].start else None


def _closes_behind(tokens: tuple[Token, ...], marks: list[int]) -> bool:
    """Whether the first of the marks closes a name, more names follow, and then what is around them closes.

    By the space beside each: "هذه "الفتوحات" في "تقريب وجهات النظر" كلها".
    """
    depth = 2
    for step, i in enumerate(marks[:_INNER_MARKS]):
        opens = _looks_opening(tokens, i)
        if not opens and not _looks_closing(tokens, i, 0):
            return False
        depth += 1 if opens else -1
        if depth == 0 or (step == 0 and opens):
            return depth == 0 and step > 1
        if depth > 2:
            return False
    return False


def _pair_rest(
    tokens: tuple[Token, ...],
    start: int,
    end: int,
    rest: list[int],
    quotes: list[Quote],
    first: int,
    commas: list[int],
) -> None:
    """Close the marks in `rest`, which nothing closes, before the next quotation of their line."""
    if not rest:
        return
    following = sorted((q.open, q.close) for q in quotes[first:] if q.close < end)
    stops = [i for i in range(start, end) if tokens[i].text in ".!؟?"]
    for i in rest:
        later = bisect_right(following, (i, end))
        opens, closes = following[later] if later < len(following) else (end, end)
        if (
            opens < end
            and closes - opens <= _INNER_NAME
            and tokens[opens - 1].kind == "word"
            and opens > i + 1
        ):
            # "أن «الجيش مستعد لتنظيم «داعش»." holds a name in the same marks
            stop = bisect_right(stops, closes)
            quotes.append(Quote(i, stops[stop] if stop < len(stops) else end, False))
            continue
        quotes.append(Quote(i, _clause_end(tokens, i, opens, commas), False))


def _looks_opening(tokens: tuple[Token, ...], i: int) -> bool:
    """A mark with space before it and none after it opens; the slanted form decides where both hold."""
    before = i == 0 or tokens[i - 1].end < tokens[i].start or tokens[i - 1].text in ":("
    after = i + 1 < len(tokens) and tokens[i + 1].start == tokens[i].end and tokens[i + 1].kind != "sign"
    return before and after


def _looks_closing(tokens: tuple[Token, ...], i: int, start: int) -> bool:
    """Whether a mark that nothing opened stands at the end of a word (…خطرة"، لافتا إلى أن "قوة…)."""
    if i == start or tokens[i - 1].end != tokens[i].start or tokens[i - 1].kind not in ("word", "number"):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return following is None or following.start > tokens[i].end or following.text in "،,.؛;)»"


def _opens_something(tokens: tuple[Token, ...], i: int, end: int) -> bool:
    return i + 1 < end and tokens[i + 1].start == tokens[i].end


def _clause_end(tokens: tuple[Token, ...], start: int, limit: int, commas: list[int]) -> int:
    """Where an unclosed quotation ends before the next one opens: at the last comma between them."""
    if limit < len(tokens) and tokens[limit].kind != "newline":
        last = bisect_left(commas, limit) - 1
        return commas[last] if last >= 0 and commas[last] > start + 1 else limit
    return _sentence_end(tokens, start, limit)


def _sentence_end(tokens: tuple[Token, ...], start: int, limit: int) -> int:
    """Where an unclosed quotation ends: before the last full stop of the line, else at `limit`."""
    last = limit - 1
    return last if last > start and tokens[last].text in ".!؟?" else limit
