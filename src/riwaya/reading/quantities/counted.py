"""What stands with a number: the noun it counts, before or behind it, or a noun that means two by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.numbers import NumberLexicon
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.lexicon.quantities import CountedNoun, Cue, QuantityLexicon
from riwaya.model import Measure
from riwaya.reading.quantities.numbers import Amount, find_amount, loosen, with_suffix
from riwaya.text.tokens import Token

#: Fewer letters than these are a unit, a name or a decimal mark (83ر51) where digits touch them.
_WORD = 3
#: What may touch a count from before: proclitics, brackets, quotation marks.
_MAY_TOUCH = frozenset(
    ("و", "ف", "ب", "ل", "ك", "ول", "وب", "ال", "وال", "بال", "لل", "ن", "(", "«", "“", '"', "[", "،", ".")
)
_QUOTES = {"«": "»", "“": "”", '"': '"'}
#: Letters of an elative (أكبر، أهم) before what is counted.
_ELATIVE = 4
#: How far behind a dual its verb may stand.
_TOLD_BEHIND = 8
_ONE, _TWO = event_words("one"), event_words("two")


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount with the noun it counts; `noun` is that noun's token, None where it is elided.

    `also` is the measure of a second noun that the same number counts (عشرات القتلى والجرحى).
    `definite` marks those known from before (الجنود الثلاثة): a count only of what befell them.
    """

    amount: Amount
    noun: int | None
    entry: CountedNoun | None
    also: Measure | None = None
    definite: bool = False


@dataclass(frozen=True, slots=True)
class CountedSentence:
    """The tokens of one sentence, the lexicons, and what the sentence says of all its counts."""

    tokens: tuple[Token, ...]
    begin: int
    limit: int
    lexicon: QuantityLexicon
    numbers: NumberLexicon
    cues: dict[int, Cue]
    taken: frozenset[int]

    def folded(self, i: int) -> str:
        """The folded token at `i`; empty outside the sentence."""
        return self.tokens[i].folded if self.begin <= i < self.limit else ""


def may_begin_count(view: CountedSentence, i: int) -> bool:
    """Whether a count may begin at token `i`, by that token alone: at most words none does."""
    token = view.tokens[i]
    if token.kind != "word":
        return token.kind == "number" or token.text in ("(", "«")
    word, lexicon = token.folded, view.lexicon
    return bool(lexicon.nouns.starts[word] or lexicon.dual_readings[word] or view.numbers.begins[word])


def find_counted(view: CountedSentence, i: int) -> Counted | None:
    """The count that begins at token `i`: a number and its noun, or a noun that means two."""
    token = view.tokens[i]
    if token.kind == "number" or token.text in ("(", "«"):
        if token.kind == "number" and _not_a_count(view, i):
            return None
    elif token.kind != "word":
        return None
    else:
        dual = _dual(view, i)
        if dual is None and view.lexicon.nouns.starts[token.folded]:
            dual = _numbered_behind(view, i)
        if dual is not None or not view.numbers.begins[token.folded]:
            return dual
        loosened = _loosened_dual(view, i)
        if loosened is not None:
            return loosened
    if token.kind == "word" and i > view.begin and view.tokens[i - 1].kind == "number":
        return None  # the rest of a number that is not read (7ر2 مليون)
    amount = find_amount(view.tokens, i, view.limit, view.numbers)
    return _with_noun(view, amount) if amount is not None else None


def _not_a_count(view: CountedSentence, i: int) -> bool:
    """Digits beside a slash, colon, percent sign or dash, or behind رقم or the article, count nothing."""
    before, after = view.folded(i - 1), view.folded(i + 1)
    glued = i > view.begin and view.tokens[i - 1].end == view.tokens[i].start
    if after in ("%", "٪", "/", ":", "ر") or before in ("/", "%"):  # the last one for a decimal mark
        return True
    if not glued or before in _MAY_TOUCH:
        return False
    # "أسر10 آخرون": a space forgotten behind what governs, or before what is counted
    return len(before) < _WORD or (governor_at(view, i - 1) is None and noun_at(view, i + 1)[0] is None)


def _dual(view: CountedSentence, i: int) -> Counted | None:
    token = view.tokens[i]
    for split, entry in view.lexicon.dual_readings[token.folded]:
        if entry.kind == "none" or (split.prefix != "و" and _repeats_dual(view, i)):
            continue
        if entry.construct and not _heads_construct(view, i, sure=entry.kind == "casualty"):
            continue
        start, end = token.start_of(split), i + 1
        second = view.lexicon.duals.get(view.folded(end))
        drones = entry.kind == "thing" and second is not None and second.kind == "weapon"
        end += drones  # طائرتين مسيرتين
        agrees = view.folded(end)[-2:] == view.folded(i)[-2:] and view.folded(end + 1) in _TWO
        end += agrees  # جنديين أجنبيين اثنين
        if view.folded(end) in _TWO:
            end += 1
        amount = Amount(i, i, end, start, view.tokens[end - 1].end, 2, 2, written=True)
        return Counted(_loosened_behind(view, amount, end), i, second if drones else entry)
    return None


def _heads_construct(view: CountedSentence, i: int, *, sure: bool) -> bool:
    """Whether what looks like a dual without its ن is one: before its genitive, with a verb that fits.

    "مقتل ضابطي شرطة", "إن ضابطي صف قتلا".
    """
    if i + 1 >= view.limit or view.tokens[i + 1].kind != "word" or sure:
        return sure and i + 1 < view.limit and view.tokens[i + 1].kind == "word"
    behind = (view.folded(k) for k in range(i + 2, min(view.limit, i + _TOLD_BEHIND)))
    told = any(word.endswith("ا") and word in view.lexicon.governors for word in behind)
    return told or governor_at(view, i - 1) is not None


def _loosened_dual(view: CountedSentence, i: int) -> Counted | None:
    """A dual behind words that loosen it (ما لا يقل عن جنديين، أكثر من شخصين)."""
    if view.numbers.before_starts.isdisjoint(split.rest for split in view.tokens[i].splits):
        return None
    for match in view.numbers.before.match(view.tokens, i):
        dual = _dual(view, match.end) if match.end < view.limit else None
        if dual is not None and match.values[0] not in ("between", "none"):
            loose = loosen(dual.amount, match.values[0])
            return replace(dual, amount=replace(loose, first=i, start=match.start))
    return None


def _numbered_behind(view: CountedSentence, i: int) -> Counted | None:
    """A noun whose number stands behind it: مسلحين اثنين، شخص واحد، الجنود الثلاثة، أفراد الطاقم الخمسة."""
    word = view.folded(i + 1)
    if word in _ONE and (view.folded(i - 1) in ("من", "في") or view.tokens[i + 1].text[1:2] == "أ"):
        return None  # "three of one family"; "the parents and one …"
    if word in _TWO or word in _ONE:
        value, end, article = 2 if word in _TWO else 1, i + 2, False
    else:
        end = i + 2 + (word.startswith("ال") and _definite(view, i + 1) is None)
        definite = _definite(view, end - 1)
        if definite is None:
            return None
        value, article = definite, end == i + 2
    for match in view.lexicon.nouns.match(view.tokens, i):
        entry = match.values[0]
        if match.end != i + 1 or entry.kind not in ("person", "fighter", "casualty"):
            continue
        if _agrees(match.split.rest, word, article=article):
            amount = Amount(i, i, end, match.start, view.tokens[end - 1].end, value, value, written=True)
            return Counted(_loosened_behind(view, amount, end), i, entry, definite=value > 2)
    return None


def _agrees(noun: str, number: str, *, article: bool) -> bool:
    """Whether a noun may have the number behind it: two a dual, three the article that the noun has."""
    if number in _TWO:
        return noun.endswith(("ين", "ان"))
    if number in _ONE:
        return not noun.endswith(("ين", "ون"))
    return noun.startswith("ال") == article


def _definite(view: CountedSentence, i: int) -> int | None:
    """Three to ten with the article (الثلاثة)."""
    word = view.folded(i)
    if not word.startswith("ال"):
        return None
    number = view.numbers.word(word, "definite")
    return number.value if number is not None else None


def _repeats_dual(view: CountedSentence, i: int) -> bool:
    """Whether the dual at `i` only agrees with a dual noun before it (جنديان آخران، تفجيران انتحاريان)."""
    if i == view.begin or view.tokens[i - 1].kind != "word":
        return False
    if any(split.rest in view.lexicon.duals for split in view.tokens[i - 1].splits):
        return True
    before = view.folded(i - 1)
    if before in _TWO:
        return True  # اثنان آخران
    alike = len(before) >= 6 and before[-2:] == view.folded(i)[-2:] and before[-2:] in ("ان", "ين")
    return alike and governor_at(view, i - 1) is None and i - 1 not in view.taken


def _with_noun(view: CountedSentence, amount: Amount) -> Counted | None:
    """`amount` with the noun behind it: directly, after من, or elided (منهم، end of the clause)."""
    amount = _said_twice(view, amount)
    at = amount.end
    at += view.folded(at) == "من" and view.folded(at + 1) != ""
    entry, end = noun_at(view, at)
    if at > amount.end and view.cues.get(at) == "label":
        entry = None  # "eight of a brigade" are its people
    if entry is None and at > amount.end:
        # "two of the senior officers": the noun stands one word further, or is not known
        entry, end = noun_at(view, at + 1)
        thing = entry is not None and entry.kind in ("thing", "weapon") and len(view.folded(at)) > _ELATIVE
        if entry is not None and (thing or entry.kind == "none"):
            entry = None  # "15 of the sons of the town", but "two of the oldest houses"
        if entry is None and view.tokens[at].kind != "word":
            return Counted(amount, None, None)
        return Counted(_loosened_behind(view, amount, end if entry is not None else at + 1), at, entry)
    other = (_quoted_noun(view, at) or _dual_behind(view, amount, at)) if entry is None else None
    if other is not None:
        entry, end = other
    if entry is not None:
        second, end = second_noun(view, entry, end)
        return Counted(_loosened_behind(view, amount, end), at, entry, second)
    if view.folded(at) in ("منهم", "منهن", "منها", "منهما"):
        return Counted(replace(amount, end=at + 1, stop=view.tokens[at].end), None, None)
    if _counts_unknown(view, amount):
        return Counted(replace(amount, end=at + 1, stop=view.tokens[at].end), None, None)
    return Counted(amount, None, None)


def _said_twice(view: CountedSentence, amount: Amount) -> Amount:
    """`amount` with the same number in digits or words behind it (سبعة (7) جنود)."""
    if amount.end >= view.limit or amount.low is None or amount.low != amount.high:
        return amount
    again = find_amount(view.tokens, amount.end, view.limit, view.numbers)
    same = again is not None and (again.low, again.high) == (amount.low, amount.high)
    if again is None or not same or again.written == amount.written:
        return amount
    return replace(amount, end=again.end, stop=again.stop)


def _counts_unknown(view: CountedSentence, amount: Amount) -> bool:
    """Whether the word behind a number right after what governs it is its noun, though none known.

    After three to ten it is a plural (5 دبلوماسيين), after more an accusative (17 بحارا), after a
    number left open a definite plural (آلاف المزارعين).
    """
    i = amount.end
    if i >= view.limit or view.tokens[i].kind != "word" or governor_at(view, amount.first - 1) is None:
        return False
    word = view.folded(i)
    other = view.cues.get(i) == "adverb" or governor_at(view, i) is not None
    if other or len(word) < 4 or word.startswith(("و", "لل", "بال")):
        return False
    if amount.vague:
        return word.startswith("ال")
    if 3 <= (amount.low or amount.high or 0) <= 10:
        return word.endswith(("ين", "ات", "اء")) and not word.startswith("ال")
    return word.endswith(("ا", "ه")) and not word.startswith("ال")


def second_noun(view: CountedSentence, first: CountedNoun, end: int) -> tuple[Measure | None, int]:
    """A second noun under the same number (قتيلا وجريحا، القتلى والجرحى): its measure, the token behind."""
    word = view.folded(end)
    if first.kind != "casualty" or not word.startswith("و"):
        return None, end
    for match in view.lexicon.nouns.match(view.tokens, end):
        entry = match.values[0]
        if match.split.prefix == "و" and entry.kind == "casualty" and entry.measure != first.measure:
            if _counts_at(view, match.end):
                break  # "13 killed, and the wounding of 23"
            alike = entry.plural == first.plural  # not "three martyrs and one wounded"
            return (entry.measure, match.end) if alike else (None, end)
    return None, end


def _quoted_noun(view: CountedSentence, i: int) -> tuple[CountedNoun, int] | None:
    """The listed noun between quotation marks at token `i` (300 «داعشي»), and the token behind them."""
    closing = _QUOTES.get(view.folded(i))
    entry, end = noun_at(view, i + 1) if closing is not None else (None, i)
    return (entry, end + 1) if entry is not None and view.folded(end) == closing else None


def _dual_behind(view: CountedSentence, amount: Amount, i: int) -> tuple[CountedNoun, int] | None:
    """The dual behind "two" at token `i` (اثنان آخران), and the token behind it."""
    entry = view.lexicon.duals.get(view.folded(i)) if amount.low == amount.high == 2 else None
    return (entry, i + 1) if entry is not None and not entry.construct else None


def _loosened_behind(view: CountedSentence, amount: Amount, end: int) -> Amount:
    """`amount` up to its noun's `end`, loosened by what stands there or behind an adjective."""
    widened = with_suffix(view.tokens, amount, end, view.limit, view.numbers)
    same = widened.low == amount.low and widened.high == amount.high
    return _late_suffix(view, widened) if same else widened


def _counts_at(view: CountedSentence, i: int) -> bool:
    """Whether a number, or a word that loosens one, stands at token `i`."""
    if not view.begin <= i < view.limit:
        return False
    return find_amount(view.tokens, i, view.limit, view.numbers) is not None


def _late_suffix(view: CountedSentence, amount: Amount) -> Amount:
    """`amount` loosened by words behind an adjective (ثلاثة جنود أتراك على الأقل), its span unchanged."""
    late = with_suffix(view.tokens, amount, min(amount.end + 1, view.limit), view.limit, view.numbers)
    return replace(amount, low=late.low, high=late.high, approximate=late.approximate)


def noun_at(view: CountedSentence, i: int) -> tuple[CountedNoun | None, int]:
    """The listed noun at token `i`, if any, and the token behind it."""
    if not 0 <= i < view.limit or view.tokens[i].kind != "word":
        return None, i
    matches: list[PhraseMatch[CountedNoun]] = view.lexicon.nouns.match(view.tokens, i, whole_word=True)
    for match in matches:
        if match.end <= view.limit:
            return match.values[0], match.end
    return None, i


def governor_at(view: CountedSentence, i: int) -> Measure | None:
    """What the word at token `i` says became of those whom it governs."""
    if not view.begin <= i < view.limit or view.tokens[i].kind != "word":
        return None
    for split in view.tokens[i].splits:
        measure = view.lexicon.governors.get(split.rest)
        if measure is not None:
            return measure
    return None
