"""Numbers as they stand in a text: digits and words, with the words that loosen them.

A number is read to the value it states, never rounded or completed: what "dozens" or "at least 12"
leave open stays open (`low` or `high` None).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.lexicon.numbers import Effect, NumberLexicon, NumberWord
from riwaya.text.tokens import Token

#: Digits beyond this many are an identifier (a telephone number, a case file), not a count.
LONGEST_NUMBER = 13
_TO = frozenset(("-", "–", "الي", "او"))
_SEPARATORS = str.maketrans({"٬": ",", "٫": ".", ",": ",", "،": ","})


@dataclass(frozen=True, slots=True)
class Amount:
    """Tokens `first`..`end` (half-open) that state a number; `start` and `stop` are characters.

    `core` is the token at which the number itself begins, behind its modifiers. `written` is true for
    a number in words. A bare `vague` amount (عشرات) has neither `low` nor `high`.
    """

    first: int
    core: int
    end: int
    start: int
    stop: int
    low: int | None
    high: int | None
    approximate: bool = False
    vague: bool = False
    written: bool = False


@dataclass(slots=True)
class _Sum:
    """A number under construction: what is complete (`total`), what a scale may still multiply (`part`)."""

    total: float
    part: float
    ceiling: float
    digits: bool


def find_amount(tokens: Sequence[Token], i: int, limit: int, lexicon: NumberLexicon) -> Amount | None:
    """The number that begins at token `i`, with its modifiers and range, read up to token `limit`."""
    token = tokens[i]
    if token.kind == "word":
        if not lexicon.begins[token.folded]:
            return None
        if any(split.rest in lexicon.before_starts for split in token.splits):
            found = _modified(tokens, i, limit, lexicon)
            if found is not None:
                return found
    core = _core(tokens, i, limit, lexicon)
    return _with_suffix(tokens, core, limit, lexicon) if core is not None else None


def with_suffix(
    tokens: Sequence[Token], amount: Amount, end: int, limit: int, lexicon: NumberLexicon
) -> Amount:
    """`amount` loosened by what follows its noun at token `end` (20 قتيلا على الأقل)."""
    return _with_suffix(tokens, replace(amount, end=end, stop=tokens[end - 1].end), limit, lexicon)


def _modified(tokens: Sequence[Token], i: int, limit: int, lexicon: NumberLexicon) -> Amount | None:
    for match in lexicon.before.match(tokens, i):
        if match.end >= limit:
            continue
        effect = match.values[0]
        article = match.end + 1 < limit and tokens[match.end].folded == "ال"  # قرابة الـ20
        start = match.end + (article and tokens[match.end + 1].kind == "number")
        inner = _between(tokens, start, limit, lexicon) if effect == "between" else None
        if effect != "between":
            inner = _core(tokens, start, limit, lexicon)
            if inner is None and effect != "none":
                inner = find_amount(tokens, start, limit, lexicon)
        if inner is not None:
            return replace(loosen(inner, effect), first=i, start=match.start)
    return None


def loosen(amount: Amount, effect: Effect) -> Amount:
    """`amount` as a modifier leaves it: approximate, or open above or below."""
    if effect == "about":
        return replace(amount, approximate=True)
    if effect == "at-least":
        return replace(amount, high=None)
    if effect == "at-most":
        return replace(amount, low=None)
    return amount


def _with_suffix(tokens: Sequence[Token], amount: Amount, limit: int, lexicon: NumberLexicon) -> Amount:
    if amount.end < limit and tokens[amount.end].folded in lexicon.after_starts:
        for match in lexicon.after.match(tokens, amount.end, whole_word=True):
            # "13 million people, or more than half": another count is compared
            compares = tokens[amount.end].folded == "او" and match.end < limit
            compares = compares and tokens[match.end].folded == "من"
            if match.end <= limit and not compares:
                return replace(loosen(amount, match.values[0]), end=match.end, stop=match.stop)
    return amount


def _between(tokens: Sequence[Token], i: int, limit: int, lexicon: NumberLexicon) -> Amount | None:
    """Two numbers after "between", joined by و, إلى or a dash."""
    low = _single(tokens, i, limit, lexicon, joins=False)
    if low is None or low.end >= limit:
        return None
    at = low.end + (tokens[low.end].folded in ("و", "الي", "-", "–"))
    high = _single(tokens, at, limit, lexicon) if at < limit else None
    return _range(low, high)


def _range(low: Amount, high: Amount | None) -> Amount | None:
    if high is None or low.low is None or high.high is None or not low.low < high.high:
        return None
    bottom = low.low
    # "between 10 and 15 thousand": the scale stands once, for both.
    if bottom < 1000 <= high.high and high.high % 1000 == 0 and bottom < high.high // 1000:
        bottom *= 1000
    return replace(low, end=high.end, stop=high.stop, low=bottom, high=high.high)


def _core(tokens: Sequence[Token], i: int, limit: int, lexicon: NumberLexicon) -> Amount | None:
    """A number, or two that a dash, إلى or أو joins to a range."""
    low = _single(tokens, i, limit, lexicon)
    if low is None or low.vague or low.end + 1 >= limit or tokens[low.end].folded not in _TO:
        return low
    return _range(low, _single(tokens, low.end + 1, limit, lexicon)) or low


def _single(
    tokens: Sequence[Token], i: int, limit: int, lexicon: NumberLexicon, *, joins: bool = True
) -> Amount | None:
    closing = {"(": ")", "«": "»"}.get(tokens[i].text)
    if closing is not None and i + 2 < limit and tokens[i + 2].text == closing:
        inner = _single(tokens, i + 1, i + 2, lexicon)
        if inner is None:
            return None
        outer = replace(inner, first=i, core=i, end=i + 3, start=tokens[i].start, stop=tokens[i + 2].end)
        return _scaled(tokens, outer, limit, lexicon)
    if tokens[i].kind == "number":
        value = digits(tokens[i].folded)
        if value is None:
            return None
        return _cardinal(tokens, i, limit, tokens[i].start, _Sum(0, value, 1e15, True), lexicon, joins=joins)
    return _worded(tokens, i, limit, lexicon, joins=joins) if tokens[i].kind == "word" else None


def _scaled(tokens: Sequence[Token], amount: Amount, limit: int, lexicon: NumberLexicon) -> Amount:
    """`amount` in brackets with the scale behind them: (10) ملايين."""
    scale = lexicon.word(tokens[amount.end].folded, "scale") if amount.end < limit else None
    if scale is None or amount.low is None or amount.low != amount.high:
        return amount
    value = amount.low * (scale.value if amount.low < scale.value else 1)  # "(1,200,000,000) billion"
    return replace(amount, end=amount.end + 1, stop=tokens[amount.end].end, low=value, high=value)


def _worded(
    tokens: Sequence[Token], i: int, limit: int, lexicon: NumberLexicon, *, joins: bool
) -> Amount | None:
    for split in tokens[i].splits:
        start = tokens[i].start_of(split) if split.rest in lexicon.words else 0
        for word in lexicon.words.get(split.rest, ()):
            if word.kind == "other":
                return None
            if word.kind == "vague":
                return _vague(tokens, i, limit, start, lexicon)
            if word.kind in ("ordinal", "definite", "few") or (
                word.kind == "half" and not _half(tokens, i, lexicon)
            ):
                continue
            if word.kind == "scale" and split.rest.endswith(("لاف", "لايين", "ارات")):
                return _vague(tokens, i, limit, start, lexicon)
            if word.kind == "compound" and not _compounds(tokens, i, limit, lexicon):
                continue
            if word.kind == "pair" and not _counts_pair(tokens, i, limit):
                continue
            return _cardinal(tokens, i, limit, start, _begin(word), lexicon, joins=joins)
    return None


def _begin(word: NumberWord) -> _Sum:
    if word.kind in ("scale", "scales", "pair"):
        return _Sum(word.value, 0, 10 ** (len(str(word.value)) - 1), False)
    if word.kind == "half":
        return _Sum(0, 1 / word.value, 1e15, False)
    return _Sum(0, word.value, 1e15, False)


def _half(tokens: Sequence[Token], i: int, lexicon: NumberLexicon) -> bool:
    return i + 1 < len(tokens) and lexicon.word(tokens[i + 1].folded, "scale") is not None


def _counts_pair(tokens: Sequence[Token], i: int, limit: int) -> bool:
    """Whether a noun follows ألفا، مليونا without an ending of its own: it is a dual (ألفا جندي)."""
    bare = tokens[i].text.endswith("ا")
    return (
        bare and i + 1 < limit and tokens[i + 1].kind == "word" and not tokens[i + 1].folded.startswith("و")
    )


def _compounds(tokens: Sequence[Token], i: int, limit: int, lexicon: NumberLexicon) -> bool:
    """Whether the word at `i` is followed by what makes it a number (أحد عشر، أحد وعشرون)."""
    if i + 1 >= limit:
        return False
    following = tokens[i + 1].folded
    if lexicon.word(following, "ten"):
        return True
    return following.startswith("و") and lexicon.word(following[1:], "tens") is not None


def _vague(tokens: Sequence[Token], i: int, limit: int, start: int, lexicon: NumberLexicon) -> Amount:
    """عشرات، مئات، آلاف, and any of them after another (عشرات الآلاف)."""
    end = i + 1
    while end < limit and end < i + 3 and lexicon.word(tokens[end].folded, "vague", "scale"):
        end += 1
    return Amount(
        i, i, end, start, tokens[end - 1].end, None, None, approximate=True, vague=True, written=True
    )


def _cardinal(
    tokens: Sequence[Token],
    i: int,
    limit: int,
    start: int,
    number: _Sum,
    lexicon: NumberLexicon,
    *,
    joins: bool,
) -> Amount | None:
    at = i + 1
    while at < limit:
        step = _step(tokens, at, number, lexicon, joins=joins)
        if not step:
            break
        at += step
    value = number.total + number.part
    if value != int(value) or value <= 0 or value >= 10**LONGEST_NUMBER * 100:
        return None
    whole = int(value)
    return Amount(i, i, at, start, tokens[at - 1].end, whole, whole, written=not number.digits)


def _step(tokens: Sequence[Token], at: int, number: _Sum, lexicon: NumberLexicon, *, joins: bool) -> int:
    """Add the word at `at` to `number`; how many tokens that took, 0 where the number ends before it."""
    token = tokens[at]
    if token.kind not in ("word", "number"):
        return 0
    word = lexicon.word(token.folded, "scale", "ten", "hundred")
    if word is not None:
        return int(_multiply(number, word))
    if not joins or not token.folded.startswith("و"):
        return 0
    if token.folded == "و":
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        value = digits(following.folded) if following is not None and following.kind == "number" else None
        if value is not None and number.total and value < number.ceiling:
            number.part += value
            return 2
        return 0
    half = lexicon.word(token.folded[1:], "half")
    if half is not None and number.total and not number.part:
        number.total += number.ceiling / half.value
        repeated = at + 1 < len(tokens) and lexicon.word(tokens[at + 1].folded.removeprefix("ال"), "scale")
        return 2 if repeated else 1
    added = lexicon.word(
        token.folded[1:], "unit", "compound", "ten", "tens", "hundred", "hundreds", "scale", "scales"
    )
    return int(added is not None and _add(number, added))


def _multiply(number: _Sum, word: NumberWord) -> bool:
    if word.kind == "scale":
        if not number.part or word.value >= number.ceiling:
            return False
        number.total += number.part * word.value
        number.part, number.ceiling = 0, word.value
        return True
    if word.kind == "ten" and number.part % 100 in range(1, 10) and not number.digits:
        number.part += 10
        return True
    if word.kind == "hundred" and number.part in range(3, 10):
        number.part *= 100
        return True
    return False


def _add(number: _Sum, word: NumberWord) -> bool:
    """Whether "and `word`" continues the number: units before tens, else from large to small."""
    if word.kind in ("scale", "scales"):
        if number.total and word.value < number.ceiling and not number.part:
            number.total += word.value
            number.ceiling = 10 ** (len(str(word.value)) - 1)
            return True
        return False
    if word.kind == "tens" and 1 <= number.part % 100 <= 9 and number.part == int(number.part):
        number.part += word.value
        return True
    size = 1000 if word.value >= 100 else 100
    if number.part % size == 0 and (number.part or number.total) and word.value < number.ceiling:
        number.part += word.value
        return True
    return False


def digits(folded: str) -> float | None:
    """The value of a number in digits; separators of thousands and decimals are told apart.

    Groups of three digits after every separator are thousands (50,000; 1.250.000), anything else after a
    single separator is a fraction (2.5). None for dates (12.7.2015) and numbers too long to be counts.
    """
    if len(folded) > LONGEST_NUMBER:
        return None
    plain = folded.translate(_SEPARATORS)
    groups = plain.replace(".", ",").split(",")
    if len(groups) == 1:
        return float(plain)
    if all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3 and groups[0] != "0":
        return float("".join(groups))
    return float(".".join(groups)) if len(groups) == 2 else None
