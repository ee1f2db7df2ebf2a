"""Quantities: counts of people killed, wounded, taken, displaced, of fighters, weapons, things, money.

A count is kept when its noun says what is measured (قتيلا، دولار) or when what governs it does
("مقتل 20 شخصا", "خطف 170 مدنيا"). Counts of anything else (villages, votes, metres, years) are not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from riwaya.lexicon.numbers import NumberLexicon
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.lexicon.quantities import CountedNoun, Cue, QuantityLexicon
from riwaya.model import Measure, Scope, Span
from riwaya.reading.draft import QuantityMention, TimeMention
from riwaya.reading.numbers import Amount, find_amount, loosen, with_suffix
from riwaya.text.document import Document
from riwaya.text.tokens import Token

#: How many words before a number its governing word is looked for; measured on annotated reports.
REACH = 14
#: The same for a number whose noun is not said; where it is said but not known, only the word before counts.
ELIDED = 6
_ENDS_CLAUSE = frozenset("؛;.!؟")
_QUOTES = frozenset('"«“')
#: How far before a toll the words "the number of …" may stand.
_TOLL = 22
#: How far behind the noun a verb may stand that tells what became of the people counted.
_PASSIVE_AFTER = 8
#: How far behind people an adjective that says what befell them may stand.
_ADJECTIVE = 4
#: Fewer letters than these are a unit, a name or a decimal mark (83ر51) where digits touch them.
_WORD = 3
#: How far a word that says what people are taken for (حكم، تجنيد) governs them.
_NEAR = 3
_JOINS = frozenset(("و", "-", "–", "،"))
_OF_THINGS = frozenset(("money", "weapons", "destroyed"))
#: How many words may stand between a count and the next of the same list.
_PLACE_WORDS = 4
#: What may touch a count from before: proclitics, brackets, quotation marks.
_MAY_TOUCH = frozenset(
    ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ن", "(", "«", "“", '"', "[", "،", ".")
)
#: How far before an execution the court that orders it is named.
_SENTENCE = 6
_ONE = frozenset(("واحد", "واحده"))
_CUSTODY = frozenset(("abducted", "detained", "displaced", "missing"))
_TWO = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان", "إثنين", "إثنان"))
#: Governors that are other words too (families; spent, ruled): they govern only what follows at once.
_ADJACENT = frozenset(("اسر", "اسره", "ياسر", "قضي", "قضت"))
#: Governors that take goods as often as people: what they govern needs a noun that is known.
_TAKES_GOODS = frozenset(("ضبط", "خسر", "خسرت", "يخسر", "تخسر"))
_OVERRIDES = frozenset(("killed", "wounded", "evacuated", "other"))
#: Words whose genitive says what a number behind it counts, folded.
_NUMBER_OF = frozenset(("عدد", "اعداد", "حصيله", "الحصيله"))


@dataclass(frozen=True, slots=True)
class _Counted:
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
class _Sentence:
    """The tokens of one sentence, the lexicons, and what the sentence says of all its counts."""

    tokens: tuple[Token, ...]
    begin: int
    limit: int
    lexicon: QuantityLexicon
    numbers: NumberLexicon
    cues: dict[int, Cue]
    taken: frozenset[int]

    def folded(self, i: int) -> str:
        return self.tokens[i].folded if self.begin <= i < self.limit else ""


def find_quantities(
    document: Document, times: tuple[TimeMention, ...], lexicon: QuantityLexicon, numbers: NumberLexicon
) -> tuple[QuantityMention, ...]:
    """The quantities of `document` in the order of the text; two measures of one expression are two.

    Numbers inside `times` (12 يوليو، ثلاثة أيام) count nothing else.
    """
    found: list[QuantityMention] = []
    taken = frozenset(i for time in times for i in range(time.first, time.end))
    for sentence in document.sentences:
        cues = _cues(document.tokens, sentence.start, sentence.end, lexicon)
        view = _Sentence(document.tokens, sentence.start, sentence.end, lexicon, numbers, cues, taken)
        found.extend(_in_sentence(view))
    return tuple(found)


def _cues(tokens: tuple[Token, ...], begin: int, end: int, lexicon: QuantityLexicon) -> dict[int, Cue]:
    cues: dict[int, Cue] = {}
    for i in range(begin, end):
        if tokens[i].kind == "word":
            for match in lexicon.cues.match(tokens, i)[:1]:
                if match.end <= end:
                    cues[i] = match.values[0]
    return cues


def _in_sentence(view: _Sentence) -> list[QuantityMention]:
    found: list[QuantityMention] = []
    i = view.begin
    while i < view.limit:
        counted = _counted(view, i) if i not in view.taken else None
        if counted is None:
            i += 1
            continue
        measures = _measures(view, counted, found)
        found.extend(_mention(view, counted, measure) for measure in measures)
        i = max(i + 1, counted.amount.end)
    return found


def _mention(view: _Sentence, counted: _Counted, measure: Measure) -> QuantityMention:
    amount = counted.amount
    cues = view.cues.values()
    scope: Scope = "cumulative" if "cumulative" in cues else "incident"
    if measure in ("money", "fighters", "weapons") and scope == "incident":
        scope = "unclear"
    return QuantityMention(
        amount.first,
        amount.end,
        Span(amount.start, amount.stop),
        measure,
        amount.low,
        amount.high,
        amount.approximate,
        preliminary="preliminary" in cues,
        scope=scope,
        noun=counted.noun,
    )


def _counted(view: _Sentence, i: int) -> _Counted | None:
    """The count that begins at token `i`: a number and its noun, or a noun that means two."""
    token = view.tokens[i]
    if token.kind == "number" or token.text in ("(", "«"):
        if token.kind == "number" and _not_a_count(view, i):
            return None
    elif token.kind != "word":
        return None
    else:
        dual = _dual(view, i) or _numbered_behind(view, i)
        if dual is not None or not view.numbers.begins[token.folded]:
            return dual
        loosened = _loosened_dual(view, i)
        if loosened is not None:
            return loosened
    amount = find_amount(view.tokens, i, view.limit, view.numbers)
    return _with_noun(view, amount) if amount is not None else None


def _not_a_count(view: _Sentence, i: int) -> bool:
    """Digits beside a slash, colon, percent sign or dash, or behind رقم or the article, count nothing."""
    before, after = view.folded(i - 1), view.folded(i + 1)
    glued = i > view.begin and view.tokens[i - 1].end == view.tokens[i].start
    if after in ("%", "٪", "/", ":") or before in ("/", "%"):
        return True
    if not glued or before in _MAY_TOUCH:
        return False
    # "أسر10 آخرون": a space forgotten behind what governs, or before what is counted
    return len(before) < _WORD or (_governor(view, i - 1) is None and _noun(view, i + 1)[0] is None)


def _dual(view: _Sentence, i: int) -> _Counted | None:
    token = view.tokens[i]
    for split, entry in view.lexicon.dual_readings[token.folded]:
        if entry.kind == "none" or (split.prefix != "و" and _repeats_dual(view, i)):
            continue
        if entry.construct and entry.kind != "casualty" and not _heads_construct(view, i):
            continue
        start, end = token.start_of(split), i + 1
        second = view.lexicon.duals.get(view.folded(end))
        drones = entry.kind == "thing" and second is not None and second.kind == "weapon"
        end += drones  # طائرتين مسيرتين
        if view.folded(end) in _TWO:
            end += 1
        amount = Amount(i, i, end, start, view.tokens[end - 1].end, 2, 2, written=True)
        return _Counted(amount, i, second if drones else entry)
    return None


def _heads_construct(view: _Sentence, i: int) -> bool:
    """Whether what looks like a dual without its ن is one: governed, before its genitive (ضابطي شرطة)."""
    return i + 1 < view.limit and view.tokens[i + 1].kind == "word" and _governor(view, i - 1) is not None


def _loosened_dual(view: _Sentence, i: int) -> _Counted | None:
    """A dual behind words that loosen it (ما لا يقل عن جنديين، أكثر من شخصين)."""
    if view.numbers.before_starts.isdisjoint(split.rest for split in view.tokens[i].splits):
        return None
    for match in view.numbers.before.match(view.tokens, i):
        dual = _dual(view, match.end) if match.end < view.limit else None
        if dual is not None and match.values[0] not in ("between", "none"):
            loose = loosen(dual.amount, match.values[0])
            return replace(dual, amount=replace(loose, first=i, start=match.start))
    return None


def _numbered_behind(view: _Sentence, i: int) -> _Counted | None:
    """A noun whose number stands behind it: مسلحين اثنين، شخص واحد، الجنود الثلاثة، أفراد الطاقم الخمسة."""
    word = view.folded(i + 1)
    if word in _ONE and view.folded(i - 1) in ("من", "في"):
        return None  # "three of one family"
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
            return _Counted(amount, i, entry, definite=value > 2)
    return None


def _agrees(noun: str, number: str, *, article: bool) -> bool:
    """Whether a noun may have the number behind it: two a dual, three the article that the noun has."""
    if number in _TWO:
        return noun.endswith(("ين", "ان"))
    return number in _ONE or noun.startswith("ال") == article


def _definite(view: _Sentence, i: int) -> int | None:
    """Three to ten with the article (الثلاثة)."""
    word = view.folded(i)
    if not word.startswith("ال"):
        return None
    number = view.numbers.word(word, "definite")
    return number.value if number is not None else None


def _repeats_dual(view: _Sentence, i: int) -> bool:
    """Whether the dual at `i` only agrees with a dual noun before it (جنديان آخران، تفجيران انتحاريان)."""
    if i == view.begin or view.tokens[i - 1].kind != "word":
        return False
    if any(split.rest in view.lexicon.duals for split in view.tokens[i - 1].splits):
        return True
    before = view.folded(i - 1)
    alike = len(before) >= 6 and before[-2:] == view.folded(i)[-2:] and before[-2:] in ("ان", "ين")
    return alike and _governor(view, i - 1) is None and i - 1 not in view.taken


def _with_noun(view: _Sentence, amount: Amount) -> _Counted | None:
    """`amount` with the noun behind it: directly, after من, or elided (منهم، end of the clause)."""
    amount = _said_twice(view, amount)
    at = amount.end
    at += view.folded(at) == "من" and view.folded(at + 1) != ""
    entry, end = _noun(view, at)
    if entry is None and at > amount.end:
        # "two of the senior officers": the noun stands one word further, or is not known
        entry, end = _noun(view, at + 1)
        if entry is not None and entry.kind == "none":
            entry = None  # "15 of the sons of the town"
        if entry is None and view.tokens[at].kind != "word":
            return _Counted(amount, None, None)
        last = end if entry is not None else at + 1
        return _Counted(replace(amount, end=last, stop=view.tokens[last - 1].end), at, entry)
    if entry is not None:
        second, end = _second_noun(view, entry, end)
        widened = with_suffix(view.tokens, amount, end, view.limit, view.numbers)
        if widened.low == amount.low and widened.high == amount.high:
            widened = _late_suffix(view, widened)
        return _Counted(widened, at, entry, second)
    if view.folded(at) in ("منهم", "منهن", "منها", "منهما"):
        return _Counted(replace(amount, end=at + 1, stop=view.tokens[at].end), None, None)
    if _counts_unknown(view, amount):
        return _Counted(replace(amount, end=at + 1, stop=view.tokens[at].end), None, None)
    return _Counted(amount, None, None)


def _said_twice(view: _Sentence, amount: Amount) -> Amount:
    """`amount` with the same number in digits or words behind it (سبعة (7) جنود)."""
    if amount.end >= view.limit or amount.low is None or amount.low != amount.high:
        return amount
    again = find_amount(view.tokens, amount.end, view.limit, view.numbers)
    same = again is not None and (again.low, again.high) == (amount.low, amount.high)
    if again is None or not same or again.written == amount.written:
        return amount
    return replace(amount, end=again.end, stop=again.stop)


def _counts_unknown(view: _Sentence, amount: Amount) -> bool:
    """Whether the word behind a number right after what governs it is its noun, though none known.

    After three to ten it is a plural (5 دبلوماسيين), after more an accusative (17 بحارا), after a
    number left open a definite plural (آلاف المزارعين).
    """
    i = amount.end
    if i >= view.limit or view.tokens[i].kind != "word" or _governor(view, amount.first - 1) is None:
        return False
    word = view.folded(i)
    if len(word) < 4 or word.startswith(("و", "لل", "بال")) or _governor(view, i) is not None:
        return False
    if amount.vague:
        return word.startswith("ال")
    if 3 <= (amount.low or amount.high or 0) <= 10:
        return word.endswith(("ين", "ات", "اء")) and not word.startswith("ال")
    return word.endswith(("ا", "ه")) and not word.startswith("ال")


def _second_noun(view: _Sentence, first: CountedNoun, end: int) -> tuple[Measure | None, int]:
    """A second noun under the same number (قتيلا وجريحا، القتلى والجرحى): its measure, the token behind."""
    word = view.folded(end)
    if first.kind != "casualty" or not word.startswith("و"):
        return None, end
    for match in view.lexicon.nouns.match(view.tokens, end):
        entry = match.values[0]
        if match.split.prefix == "و" and entry.kind == "casualty" and entry.measure != first.measure:
            return entry.measure, match.end
    return None, end


def _late_suffix(view: _Sentence, amount: Amount) -> Amount:
    """`amount` loosened by words behind an adjective (ثلاثة جنود أتراك على الأقل), its span unchanged."""
    late = with_suffix(view.tokens, amount, min(amount.end + 1, view.limit), view.limit, view.numbers)
    return replace(amount, low=late.low, high=late.high, approximate=late.approximate)


def _noun(view: _Sentence, i: int) -> tuple[CountedNoun | None, int]:
    if i >= view.limit or view.tokens[i].kind != "word":
        return None, i
    matches: list[PhraseMatch[CountedNoun]] = view.lexicon.nouns.match(view.tokens, i, whole_word=True)
    for match in matches:
        if match.end <= view.limit:
            return match.values[0], match.end
    # "عامليناثنين": a space forgotten before the number word
    return None, i


def _measures(view: _Sentence, counted: _Counted, before: list[QuantityMention]) -> list[Measure]:
    """What the count measures; empty where it is none of the measures."""
    entry, amount = counted.entry, counted.amount
    both = _killed_and_wounded(view, amount.end)
    if both and (entry is None or entry.kind in ("person", "fighter")):
        return both
    if entry is None:
        return _unnamed(view, counted, before)
    if entry.kind == "none" or entry.measure is None:
        # "و3 من القرية المجاورة" counts those counted before, "ثلاث قرى" villages
        listed = view.folded(amount.end - 2) == "من" and before and _continues(view, counted, before)
        return [before[-1].measure] if listed else []
    if counted.definite:
        told = _governing(view, amount.first, ELIDED, before, things=False)
        return [m for m in told or _governed_after(view, amount.end) if m != "other"]
    if entry.kind == "money" or (entry.kind == "casualty" and entry.measure not in _CUSTODY):
        return [entry.measure] if counted.also is None else [entry.measure, counted.also]
    after = _told_behind(view, amount.end)
    if after is not None and entry.kind in ("person", "fighter"):
        return [after]
    things = entry.kind in ("thing", "weapon")
    reach = ELIDED // 2 if entry.kind == "casualty" else REACH
    governed = _governing(view, amount.first, reach, before, things=things)
    if governed == ["fighters"] and entry.kind == "person":
        governed = governed if _governs_near(view, amount.first, "fighters") else []
    if entry.kind == "casualty":
        # "seven hostages killed" is a count of the killed
        if governed != ["other"] and "killed" in _governed_after(view, amount.end):
            return ["killed"]
        if entry.measure in _CUSTODY and _freed(view, amount.first - 1):
            return ["other"]
        moved = entry.measure == "displaced"  # refugees may be taken, prisoners are
        return [m for m in governed if moved or m in _OVERRIDES] or [entry.measure]
    if not governed and things:
        verb = view.lexicon.governors.get(view.folded(amount.end))
        governed = ["destroyed"] if verb == "destroyed" and view.folded(amount.end).endswith("ت") else []
    elif not governed:
        governed = _suffered(view, amount.first, amount.end) or _described(view, amount.end)
        governed = governed or _governed_after(view, amount.end)
        governed = governed or _number_of(view, amount.first)
        if not governed and entry.kind == "person":
            listed = before and _continues(view, counted, before)  # "four men and three women"
            governed = [before[-1].measure] if listed else _said_behind(view, amount.end)
    elif governed == ["other"] and "killed" in _governed_after(view, amount.end):
        return ["killed"]  # "aboard were 84 people, who all died"
    if governed or entry.kind in ("person", "thing"):
        return governed
    # A bare dual is as often an adjective (خبيران عسكريان): it needs a verb that says what became of them.
    # One by itself is no count of fighters.
    return [] if entry.kind == "fighter" and (entry.dual or amount.low == 1) else [entry.measure]


def _killed_and_wounded(view: _Sentence, i: int) -> list[Measure]:
    """Both measures of a count that is not divided: سقوط 30 شخصا بين قتيل وجريح."""
    i += view.folded(i) == "ما"
    if view.folded(i) != "بين":
        return []
    first, end = _noun(view, i + 1)
    second = _second_noun(view, first, end)[0] if first is not None else None
    return [first.measure, second] if first is not None and first.measure and second else []


def _described(view: _Sentence, end: int) -> list[Measure]:
    """The measure that an adjective behind a noun of people tells (عائلة نازحة، نقل 18 شخصا مصابين).

    With the article it tells it of all of whom these are some (17 شخصا من بين الضحايا).
    """
    for i in range(end, min(view.limit, end + _ADJECTIVE)):
        if view.tokens[i].kind != "word" or view.folded(i).startswith("و"):
            return []
        entry, _ = _noun(view, i)
        if entry is None or entry.kind != "casualty" or entry.measure is None:
            continue
        some = view.folded(i - 1) in ("بين", "ضمن") and view.folded(i).startswith("ال")
        plural = i == end or view.folded(i).endswith(("ين", "ي"))
        return [entry.measure] if some or (plural and not view.folded(i).startswith("ال")) else []
    return []


def _suffered(view: _Sentence, first: int, end: int) -> list[Measure]:
    """The measure of what people were exposed to (تعرض اثنين من رجال الأمن للإصابة)."""
    if not any(view.folded(i).startswith("تعرض") for i in range(first - _NEAR, first)):
        return []
    for i in range(end, min(view.limit, end + _PASSIVE_AFTER)):
        if view.tokens[i].kind == "word" and view.folded(i).startswith("ل"):
            told = _governor(view, i)
            if told is not None and told != "destroyed":
                return [told]
    return []


def _said_behind(view: _Sentence, end: int) -> list[Measure]:
    """What words behind people say of them: that they joined a fight, are in need, or were aboard."""
    for i in range(end, min(view.limit, end + _PASSIVE_AFTER)):
        if view.tokens[i].kind == "number" or view.folded(i) in _ENDS_CLAUSE:
            return []
        cue = view.cues.get(i)
        if cue == "enlist":
            return ["fighters"]
        if cue == "affected" or (cue == "aboard" and i < end + 2):
            return ["other"]
    return []


def _freed(view: _Sentence, i: int) -> bool:
    """تحرير is said of people only right before those who were held; elsewhere it is of towns."""
    return i >= view.begin and any(split.rest == "تحرير" for split in view.tokens[i].splits)


def _unnamed(view: _Sentence, counted: _Counted, before: list[QuantityMention]) -> list[Measure]:
    """The measure of a count whose noun is not known (four Italians) or not said (38)."""
    amount = counted.amount
    if not _may_be_people(view, counted) or _is_label(view, amount):
        return []
    after = _told_behind(view, amount.end)
    if after is not None:
        return [after]
    alone = counted.noun is not None or _ends(view, amount.end) or amount.vague
    alone = alone or view.cues.get(amount.end) == "among"
    before_it = view.tokens[amount.first - 1].splits if amount.first > view.begin else ()
    if any(split.rest in _TAKES_GOODS for split in before_it):
        return []
    governed = _governing(view, amount.first, ELIDED if alone else 1, before, things=False)
    if governed in (["other"], ["fighters"]) and not _governs_near(view, amount.first, "other"):
        governed = []
    if not governed:
        governed = _around(view, counted, before)
    toll = alone or view.folded(amount.first - 1) == "الي"  # "ارتفع عدد القتلى إلى 145 منذ …"
    return governed or (_number_of(view, amount.first) if toll else [])


def _around(view: _Sentence, counted: _Counted, before: list[QuantityMention]) -> list[Measure]:
    """The measure of a count that no word before it governs: of the count before, a heading, a verb behind."""
    amount = counted.amount
    if before and (view.folded(amount.end - 1) == "منهم" or _continues(view, counted, before)):
        return [before[-1].measure]  # "297 people, 37 of them foreigners"
    heading = _heading(view, amount.first - 2) if view.folded(amount.first - 1) == ":" else []
    if heading:
        return heading
    behind = _governed_after(view, amount.end) if counted.noun is not None else []
    aboard = view.cues.get(amount.end + (view.folded(amount.end) == "كانوا")) == "aboard"
    return behind or (["other"] if aboard else [])


def _continues(view: _Sentence, counted: _Counted, before: list[QuantityMention]) -> bool:
    """Whether a count goes on where the one before it stopped (مقتل 20 في بغداد و15 في البصرة)."""
    amount, last = counted.amount, before[-1]
    joined = view.folded(amount.first).startswith("و") or view.folded(amount.first - 1) in _JOINS
    near = 0 <= amount.first - last.end <= _PLACE_WORDS and last.measure not in _OF_THINGS
    said = counted.noun is not None or view.folded(amount.end) == "في"
    return joined and near and said


def _heading(view: _Sentence, i: int) -> list[Measure]:
    """The measure that a heading before a colon tells (القتلى: 5)."""
    entry, _ = _noun(view, i) if i >= view.begin else (None, i)
    people = entry is not None and entry.kind == "casualty"
    return [entry.measure] if entry is not None and people and entry.measure is not None else []


def _is_label(view: _Sentence, amount: Amount) -> bool:
    """Whether a bare number names something (المادة 28، منطقة الـ55) rather than counting it."""
    before = amount.first - 1
    if view.cues.get(before) == "label":
        return True
    return view.folded(before).endswith("ال") and view.tokens[before].end == view.tokens[amount.first].start


def _ends(view: _Sentence, i: int) -> bool:
    """Whether a phrase ends before token `i`: nothing else is counted there."""
    return not view.folded(i) or view.tokens[i].kind != "word" or view.folded(i).startswith("و")


def _may_be_people(view: _Sentence, counted: _Counted) -> bool:
    """Whether a count without a known noun may count people: not years, parts, shares, articles."""
    amount = counted.amount
    after = view.folded(amount.end)
    if amount.low == 1 and (amount.end == amount.first + 1 or _governor(view, amount.first - 1) is None):
        return False
    if amount.core == amount.first and (amount.low or 0) in range(1800, 2060) and _ends(view, amount.end):
        return False
    if after == "في":
        after = view.folded(amount.end + 1)
    return after not in ("%", "٪", "/", ":") and not after.startswith(("بالمي", "بالماي", "الميه", "المايه"))


def _governing(
    view: _Sentence, first: int, reach: int, before: list[QuantityMention], *, things: bool
) -> list[Measure]:
    """The measures of the nearest governing word before token `first`, and of one joined to it by و.

    Words that can only be said of things are passed over where people are counted, and the reverse.
    """
    for i in range(first - 1, max(view.begin, first - reach) - 1, -1):
        cue = view.cues.get(i)
        if cue == "barrier" or view.folded(i) in _ENDS_CLAUSE:
            return []
        named = cue == "namely" and (i == first - 1 or (i == first - 2 and view.folded(i + 1) in _QUOTES))
        if cue == "among" or named:
            told = _governor(view, i - 1)  # "of whom 471 died"
            among = told or (before[-1].measure if before else _casualties(view, i))
            return [among] if among is not None else []
        if cue == "aboard" or (cue == "affected" and not things):
            return ["other"]
        measure = _governor(view, i)
        if i != first - 1 and view.folded(i).lstrip("وف") in _ADJACENT:
            continue
        if measure == "killed" and _sentenced(view, i):
            return ["other"]
        if measure is not None and (measure == "destroyed") == things:
            # "killed and wounded …", but not "they were killed, and … was wounded"
            shared = view.folded(i).startswith("و") and not view.folded(i - 1).endswith(("وا", "ا"))
            joined = _governor(view, i - 1) if shared else None
            return [joined, measure] if joined not in (None, measure, "destroyed") else [measure]
    return []


def _governs_near(view: _Sentence, first: int, measure: Measure) -> bool:
    """Whether a word of `measure` stands right before token `first`."""
    near = range(first - _NEAR, first)
    return any(_governor(view, i) == measure or view.cues.get(i) == "aboard" for i in near)


def _casualties(view: _Sentence, i: int) -> Measure | None:
    """What the uncounted dead or wounded before token `i` are ("among the dead are eight children")."""
    for k in range(i - 1, max(view.begin, i - REACH) - 1, -1):
        entry, _ = _noun(view, k)
        if entry is not None and entry.kind == "casualty" and view.folded(k).startswith("ال"):
            return entry.measure
    return None


def _sentenced(view: _Sentence, i: int) -> bool:
    """Whether the killing at token `i` is a court's sentence, not yet a death (الحكم بإعدام عشرة)."""
    near = range(max(view.begin, i - _SENTENCE), i)
    return "اعدام" in view.folded(i) and any(view.cues.get(k) == "court" for k in near)


def _governor(view: _Sentence, i: int) -> Measure | None:
    if not view.begin <= i < view.limit or view.tokens[i].kind != "word":
        return None
    for split in view.tokens[i].splits:
        measure = view.lexicon.governors.get(split.rest)
        if measure is not None:
            return measure
    return None


def _told_behind(view: _Sentence, end: int) -> Measure | None:
    """The measure of a plural verb right behind a count (وإن ستة آخرين أصيبوا؛ و32 جرحوا)."""
    word = view.folded(end)
    measure = view.lexicon.governors.get(word) if word.endswith("وا") else None
    return measure if measure != "destroyed" else None


def _governed_after(view: _Sentence, end: int) -> list[Measure]:
    """The measure of a verb close behind (ثلاثة جنود قتلوا؛ 5 أشخاص لقوا مصرعهم)."""
    for i in range(end, min(view.limit, end + _PASSIVE_AFTER)):
        word = view.folded(i)
        among = view.cues.get(i - 1) == "among"  # "297 people, 37 of them foreigners, were taken"
        if (view.tokens[i].kind == "number" and not among) or word in _ENDS_CLAUSE:
            return []
        measure = view.lexicon.governors.get(word)
        forced = measure == "displaced" and word.startswith("ال") and view.folded(i - 1) in ("علي", "الي")
        if not forced and not word.endswith(("وا", "ا", "هم", "هما")):
            continue
        if measure is not None and measure != "destroyed":
            return [measure]
    return []


def _number_of(view: _Sentence, first: int) -> list[Measure]:
    """The measure of what "the number of …" is said of (بلغ عدد الجرحى 23 شخصا، حصيلة القتلى إلى 17)."""
    for i in range(first - 1, max(view.begin, first - _TOLL) - 1, -1):
        if view.folded(i).removeprefix("و") in _NUMBER_OF:
            entry, _ = _noun(view, i + 1)
            people = entry is not None and entry.kind in ("casualty", "fighter")
            return [entry.measure] if entry is not None and people and entry.measure is not None else []
    return []
