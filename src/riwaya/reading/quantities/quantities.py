"""Quantities: counts of people killed, wounded, taken, displaced, of fighters, weapons, things, money.

A count is kept when its noun says what is measured (قتيلا، دولار) or when what governs it does
("مقتل 20 شخصا", "خطف 170 مدنيا"). Counts of anything else (villages, votes, metres, years) are not.
"""

from __future__ import annotations

from riwaya.lexicon.inflect import without_pronoun
from riwaya.lexicon.numbers import NumberLexicon
from riwaya.lexicon.quantities import CountedNoun, Cue, QuantityLexicon
from riwaya.model import Measure, Scope, Span
from riwaya.reading.draft import QuantityMention, TimeMention
from riwaya.reading.quantities.behind import (
    ENDS_CLAUSE,
    described,
    governed_after,
    killed_and_wounded,
    said_behind,
    suffered,
    told_behind,
    told_both,
)
from riwaya.reading.quantities.counted import (
    Counted,
    CountedSentence,
    find_counted,
    governor_at,
    may_begin_count,
    noun_at,
)
from riwaya.reading.quantities.numbers import Amount
from riwaya.reading.quantities.thing_counts import of_things
from riwaya.reading.quantities.told import (
    article_toll,
    is_next_sum,
    said_around,
    sentenced_to_jail,
    their_number,
    told_by_phrase,
    told_of_both,
)
from riwaya.text.document import Document
from riwaya.text.tokens import Token

#: How many words before a number its governing word is looked for; measured on annotated reports.
REACH = 14
#: The same for a number whose noun is not said; where it is said but not known, only the word before counts.
ELIDED = 6
#: How a word ends that leaves nothing to what "and" joins to it: they were killed, their death.
_DONE_WITH = ("وا", "ا", "هم", "هما", "مصرعه", "حتفه")
_QUOTES = frozenset('"«“')
#: Verbs of what comprises somebody, folded.
_COMPRISES = frozenset(("شملت", "تشمل", "شمل", "يشمل", "ضمت", "تضم", "ضم", "يضم"))
#: How far before a toll the words "the number of …" may stand.
_TOLL = 22
#: Numbers up to which what is counted stands in the plural.
_FEW = 10
#: How far a word that says what people are taken for (حكم، تجنيد) governs them.
_NEAR = 3
_JOINS = frozenset(("و", "-", "–", "،", "("))
_OF_THINGS = frozenset(("money", "weapons", "destroyed"))
_GOODS = frozenset(("weapons", "destroyed", "other"))
#: How many words may stand between a count and the next of the same list.
_PLACE_WORDS = 8
#: How many words a heading before a number may have.
_HEADING = 3
#: How far before the words for what it is made of a group may be named.
_GROUP = 6
#: How far before an execution the court that orders it is named.
_SENTENCE = 6
_CUSTODY = frozenset(("abducted", "detained", "displaced", "missing", "other"))
#: Governors that are other words too (families; spent, condemned): they govern only what follows at once.
_ADJACENT = frozenset(("اسر", "اسره", "ياسر", "قضي", "قضت", "ادان", "ادانت", "يدين", "تدين"))
#: A sentence, which is rule and reign as often: it governs only what is close by.
_JUDGED = frozenset(("حكم", "الحكم", "حكما", "بالحكم", "للحكم"))
#: Killing and death as such: a life full of killing says nothing of those who live it.
_NOTIONS = frozenset(("القتل", "الموت", "الاباده", "الغرق"))
_BESIDE = 2
#: Governors that take goods as often as people: what they govern needs a noun that is known.
_TAKES_GOODS = frozenset(
    ("ضبط", "ضبطت", "ضبطوا", "يضبط", "تضبط", "خسر", "خسرت", "يخسر", "تخسر", "حصد", "حصدت", "يحصد", "تحصد")
)
_PARENTS = frozenset(("اب", "ام", "والد", "والده"))
_MET = frozenset(("لقي", "لقيت", "يلقي", "تلقي"))
_THEIR_DEATH = frozenset(("مصرعهم", "حتفهم", "مصرعهما", "حتفهما", "مصرعهن", "حتفهن", "وجه"))
#: How far behind the verb the death may stand that people met.
_DEATH = 18
_CROSSINGS = frozenset(("تسلل", "هجره", "ابحار", "اجتياز", "عبور"))
_WHO = frozenset(("الذين", "ممن", "اللواتي", "اللاتي"))
#: Families are counted by their members too, whatever befell them.
_FAMILIES = ("عايل", "اسره")
_GROUPS = ("عصاب", "خلي", "شبك", "مجموع", "تشكيل", "زمر")
_OVERRIDES = frozenset(("killed", "wounded", "evacuated", "other"))
#: Words whose genitive says what a number behind it counts, folded.
_RISES = frozenset(("ارتفاع", "ارتفع", "ارتفعت", "يرتفع", "ترتفع"))
_NUMBER_OF = _RISES | {"عدد", "العدد", "اعداد", "حصيله", "الحصيله", "مجموع", "اجمالي"}


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
        view = CountedSentence(document.tokens, sentence.start, sentence.end, lexicon, numbers, cues, taken)
        found.extend(_in_sentence(view))
    return tuple(found)


def _cues(tokens: tuple[Token, ...], begin: int, end: int, lexicon: QuantityLexicon) -> dict[int, Cue]:
    cues: dict[int, Cue] = {}
    for i in range(begin, end):
        if tokens[i].kind == "word" and lexicon.cues.starts[tokens[i].folded]:
            for match in lexicon.cues.match(tokens, i)[:1]:
                loosens = match.end < end and match.values[0] == "aboard" and tokens[match.end].folded == "عن"
                if match.end <= end and not loosens:  # "no fewer than", said with the word for "aboard"
                    cues[i] = match.values[0]
    return cues


def _in_sentence(view: CountedSentence) -> list[QuantityMention]:
    found: list[QuantityMention] = []
    i = view.begin
    while i < view.limit:
        counted = find_counted(view, i) if i not in view.taken and may_begin_count(view, i) else None
        if counted is None:
            i += 1
            continue
        measures = _measures(view, counted, found)
        found.extend(_mention(view, counted, measure) for measure in measures)
        i = max(i + 1, counted.amount.end)
    return found


def _mention(view: CountedSentence, counted: Counted, measure: Measure) -> QuantityMention:
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


def _measures(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> list[Measure]:
    """What the count measures; empty where it is none of the measures."""
    entry, amount = counted.entry, counted.amount
    both = killed_and_wounded(view, amount.end) or told_both(view, amount.end)
    if both and (entry is None or entry.kind in ("person", "fighter", "casualty")):
        return both
    if entry is None:
        return _unnamed(view, counted, before)
    if before and before[-1].measure in _GOODS and view.folded(amount.end - 1) == "اخري":
        return [before[-1].measure]  # "three rockets fell there and seven others here"
    if entry.kind == "none" or entry.measure is None:
        # "و3 من القرية المجاورة" counts those counted before, "ثلاث قرى" villages
        goes_on = _continues(view, counted, before) or view.cues.get(amount.first - 1) == "namely"
        listed = view.folded(amount.end - 2) == "من" and goes_on
        return [before[-1].measure] if listed and before else []
    of_toll = counted.definite and entry.kind == "casualty" and amount.end == amount.first + 2
    if of_toll and entry.measure in ("killed", "wounded"):
        return [entry.measure]
    if counted.definite:
        told = _governing(view, amount.first, ELIDED, before, things=False)
        return [m for m in told or governed_after(view, amount.end) if m != "other"]
    if entry.kind == "money" or (entry.kind == "casualty" and entry.measure not in _CUSTODY):
        return [entry.measure] if counted.also is None else [entry.measure, counted.also]
    if entry.kind == "casualty":
        return _of_held(view, amount, entry.measure, before)
    if entry.kind in ("thing", "weapon"):
        if _is_label(view, amount) and (amount.low or 0) > _FEW and not _is_singular(view, counted):
            return []  # "الفرقة 11 دبابات" is called so: what is counted stands in the singular behind 11
        governed = _governing(view, amount.first, REACH, before, things=True)
        return of_things(view, counted, entry, governed, before)
    return _of_people(view, counted, entry, before)


def _of_held(
    view: CountedSentence, amount: Amount, measure: Measure, before: list[QuantityMention]
) -> list[Measure]:
    """The measure of the taken, missing and displaced, who may have been killed or freed since."""
    reach = REACH if measure == "other" else ELIDED // 2
    governed = _governing(view, amount.first, reach, before, things=False)
    if governed != ["other"] and "killed" in governed_after(view, amount.end):
        return ["killed"]  # "seven hostages killed" is a count of the killed
    if _freed(view, amount.first - 1):
        return ["other"]
    moved = measure == "displaced"  # refugees may be taken, prisoners are
    return [m for m in governed if moved or m in _OVERRIDES] or [measure]


def _of_people(
    view: CountedSentence, counted: Counted, entry: CountedNoun, before: list[QuantityMention]
) -> list[Measure]:
    """What became of people, told before or behind them; fighters count where nothing is told."""
    amount = counted.amount
    if _names_people(view, amount):
        return []
    after = told_behind(view, amount.end, two=amount.low == amount.high == 2)
    if after is not None:
        return [after]
    if _freed(view, amount.first - 1):
        return ["other"]
    governed = _governing(view, amount.first, REACH, before, things=False)
    if governed == ["fighters"] and entry.kind == "person":
        governed = governed if _governs_near(view, amount.first, "fighters") else []
    if governed == ["other"] and "killed" in governed_after(view, amount.end):
        return ["killed"]  # "aboard were 84 people, who all died"
    headed = _heading(view, amount.first - 2) if view.folded(amount.first - 1) == ":" else []
    governed = (
        governed
        or headed
        or _listed_victims(view, amount.first)
        or _met(view, amount.first)
        or _lost(view, counted)
        or _toll(view, amount)
        or suffered(view, amount.first, amount.end)
        or described(view, amount.end)
        or governed_after(view, amount.end)
        or _number_of(view, amount.first)
    )
    if governed:
        return governed
    theirs = their_number(view, amount.first)  # "النازحين الذين يقدر عددهم بمليون شخص"
    if theirs is not None:
        return [theirs]
    if entry.kind == "person":
        return _of_persons(view, counted, entry, before)
    if _continues(view, counted, before) and before[-1].measure in ("killed", "wounded"):
        return [before[-1].measure]  # "13 were killed: nine soldiers, … and four attackers"
    # A masculine dual in ين is as often a plural: it needs a verb that says what became of them, or a
    # dual pronoun. One by itself is no count of fighters.
    plural = entry.dual and not view.folded(amount.first).endswith(("ان", "تين"))
    plural = plural and not any(view.folded(i).endswith("هما") for i in range(amount.end, amount.end + _NEAR))
    return [] if plural or amount.low == 1 else ["fighters"]


def _names_people(view: CountedSentence, amount: Amount) -> bool:
    """Whether a number is part of a name, or tells whose parent somebody is (الدفعة 151 من …، أب لطفلين)."""
    if view.cues.get(amount.first - 1) == "label" and view.folded(amount.core + 1) == "من":
        return True
    parent = view.folded(amount.first - 1).lstrip("و") in _PARENTS
    return parent and view.folded(amount.first).startswith("ل")


def _of_persons(
    view: CountedSentence, counted: Counted, entry: CountedNoun, before: list[QuantityMention]
) -> list[Measure]:
    """What became of people who are no fighters, told by a list that goes on or by words around them."""
    amount = counted.amount
    listed = _continues(view, counted, before)  # "four men and three women"
    others = counted.noun is not None and view.folded(counted.noun).startswith("اخر")
    if listed and (others or before[-1].measure != "fighters"):
        return [before[-1].measure]
    if sentenced_to_jail(view, amount.first):
        return ["other"]
    around = said_around(view, amount.first, amount.end)
    if around is None and counted.noun is not None and _protest(view.folded(counted.noun)):
        return ["other"]
    if around is None and entry.dual:
        around = told_of_both(view, amount.end)
    return said_behind(view, amount.end) or ([around] if around is not None else [])


def _protest(word: str) -> bool:
    """Whether the word names people by their protest: العشرات من المتظاهرين."""
    return word.removeprefix("ال").startswith(("متظاهر", "محتج", "معتصم"))


def _listed_victims(view: CountedSentence, first: int) -> list[Measure]:
    """The measure of victims whose list comprises those counted (قائمة الضحايا شملت 9 أفراد)."""
    at = first - 1 - (view.folded(first - 1) in _QUOTES)
    if view.folded(at) not in _COMPRISES:
        return []
    told = _casualties(view, at)
    return [told] if told is not None else []


def _met(view: CountedSentence, first: int) -> list[Measure]:
    """That those who met something met their death (لقي 20 من رجال الأمن وستة عابرين مصرعهم)."""
    near = range(max(view.begin, first - ELIDED), first)
    met = [i for i in near if any(split.rest in _MET for split in view.tokens[i].splits)]
    if not met:
        return []
    ahead = range(met[-1] + 1, min(view.limit, met[-1] + _DEATH))
    return ["killed"] if any(view.folded(i) in _THEIR_DEATH for i in ahead) else []


def _toll(view: CountedSentence, amount: Amount) -> list[Measure]:
    """The measure of the dead or wounded of whom a count is said (إن القتلى أربعة)."""
    first, word = amount.first, view.folded(amount.first - 1)
    if not word.startswith("ال") or word.endswith("ه") or view.tokens[first].start != amount.start:
        return []
    entry, _ = noun_at(view, first - 1)
    return [entry.measure] if entry is not None and entry.kind == "casualty" and entry.measure else []


def _by_dozens(view: CountedSentence, amount: Amount) -> list[Measure]:
    """The measure of the dead or wounded who are counted by the dozen (شهداء بالعشرات)."""
    led = view.folded(amount.first).startswith("ب") and view.tokens[amount.first].start < amount.start
    near = range(amount.first - 1, amount.first - 1 - _NEAR, -1) if amount.vague and led else ()
    nouns = [entry for entry, _ in (noun_at(view, i) for i in near) if entry is not None]
    told = nouns[0] if nouns and nouns[0].kind == "casualty" and nouns[0].plural else None
    return [told.measure] if told is not None and told.measure else []


def _lost(view: CountedSentence, counted: Counted) -> list[Measure]:
    """That fighters whom their own side lost were killed (فقدت 12 من مقاتليها)."""
    own = counted.noun is not None and view.folded(counted.noun).endswith(("ه", "ها", "هم"))
    near = range(max(view.begin, counted.amount.first - REACH), counted.amount.first) if own else ()
    lost = any(split.rest in ("فقد", "فقدت", "تفقد") for i in near for split in view.tokens[i].splits)
    return ["killed"] if lost else []


def _freed(view: CountedSentence, i: int) -> bool:
    """تحرير is said of people only right before those who were held; elsewhere it is of towns."""
    return i >= view.begin and any(split.rest == "تحرير" for split in view.tokens[i].splits)


def _unnamed(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> list[Measure]:
    """The measure of a count whose noun is not known (four Italians) or not said (38)."""
    amount = counted.amount
    known = article_toll(view, amount)
    if known is not None or is_next_sum(view, amount, before):
        return [known or "money"]
    if not _may_be_people(view, counted) or _is_label(view, amount):
        return []
    after = told_behind(view, amount.end, two=amount.low == amount.high == 2)
    if after is not None:
        return [after]
    of_others = amount.vague and view.folded(amount.end).startswith("ال")  # "dozens of charges"
    alone = counted.noun is not None or _ends(view, amount.end) or (amount.vague and not of_others)
    alone = alone or view.cues.get(amount.end) == "among" or view.folded(amount.end) in _WHO
    before_it = view.tokens[amount.first - 1].splits if amount.first > view.begin else ()
    some_of = counted.noun is not None and view.folded(counted.noun - 1) == "من"  # "19 of the leaders"
    if any(split.rest in _TAKES_GOODS for split in before_it) and not some_of:
        return []
    own = some_of and view.folded(amount.end - 1).endswith("ه")  # "a leader and 11 of his aides"
    reach = REACH if own else ELIDED if alone else 1
    governed = _governing(view, amount.first, reach, before, things=False)
    near = _governs_near(view, amount.first, "other") or view.cues.get(amount.first - 1) == "among"
    if governed in (["other"], ["fighters"]) and not near:
        governed = []
    governed = governed or _met(view, amount.first) or _toll(view, amount) or _by_dozens(view, amount)
    if not governed:
        governed = _around(view, counted, before)
    toll = alone or view.folded(amount.first - 1) == "الي"  # "ارتفع عدد القتلى إلى 145 منذ …"
    return governed or (_number_of(view, amount.first) if toll else [])


def _around(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> list[Measure]:
    """The measure of a count that nothing governs: that of the count before, a heading, a verb behind."""
    amount = counted.amount
    if before and (_some_of_them(view, amount, before[-1]) or _continues(view, counted, before)):
        return [before[-1].measure]  # "297 people, 37 of them foreigners"
    heading = _heading(view, amount.first - 2) if view.folded(amount.first - 1) == ":" else []
    if heading:
        return heading
    if view.folded(amount.end) == "عدد":  # "the toll rises to 600, the number of the dead"
        return _number_of(view, amount.end + 1)
    theirs = their_number(view, amount.first)
    if theirs is not None:
        return [theirs]
    if sentenced_to_jail(view, amount.first):
        return ["other"]
    who = counted.noun is not None or view.folded(amount.end) in _WHO
    behind = governed_after(view, amount.end) if who else []
    if not behind and (who or amount.vague):
        around = said_around(view, amount.first, amount.end)
        behind = [around] if around is not None else []
    aboard = view.cues.get(amount.end + (view.folded(amount.end) == "كانوا")) == "aboard"
    return behind or (["other"] if aboard else [])


def _some_of_them(view: CountedSentence, amount: Amount, last: QuantityMention) -> bool:
    """Whether these are some of those counted last (ست سفن، ثلاث منها في الميناء)."""
    word = view.folded(amount.end - 1)
    near = amount.first - last.end <= _NEAR
    return word == "منهم" or (near and word in ("منها", "منهن"))


def _continues(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> bool:
    """Whether a count goes on where the one before it stopped (مقتل 20 في بغداد و15 في البصرة)."""
    if not before:
        return False
    amount, last = counted.amount, before[-1]
    joined = view.folded(amount.first).startswith("و") or view.folded(amount.first - 1) in _JOINS
    near = 0 <= amount.first - last.end <= _PLACE_WORDS and last.measure not in _OF_THINGS
    joined = joined or view.folded(amount.first - 1) == "هناك"  # "of 217 passengers there were 138 women"
    said = counted.noun is not None or view.folded(amount.end) == "في"
    return joined and near and said


def _heading(view: CountedSentence, i: int) -> list[Measure]:
    """The measure that a heading before a colon tells (القتلى: 5؛ الجرحى المبلغ عنهم: 3)."""
    for k in range(i, max(view.begin - 1, i - _HEADING), -1):
        if view.tokens[k].kind != "word":
            return []
        entry, _ = noun_at(view, k)
        if entry is not None and entry.kind == "casualty" and entry.measure is not None:
            return [entry.measure]
    return []


def _is_label(view: CountedSentence, amount: Amount) -> bool:
    """Whether a bare number names something (المادة 28، منطقة الـ55) rather than counting it."""
    before = amount.first - 1
    if view.cues.get(before) == "label":
        return True
    return view.folded(before).endswith("ال") and view.tokens[before].end == view.tokens[amount.first].start


def _is_singular(view: CountedSentence, counted: Counted) -> bool:
    """Whether the noun is plainly a singular: دبابة, صاروخا."""
    return counted.noun is not None and view.folded(counted.noun).endswith(("ه", "ا"))


def _ends(view: CountedSentence, i: int) -> bool:
    """Whether a phrase ends before token `i`: nothing else is counted there."""
    return not view.folded(i) or view.tokens[i].kind != "word" or view.folded(i).startswith("و")


def _may_be_people(view: CountedSentence, counted: Counted) -> bool:
    """Whether a count without a known noun may count people: not years, parts, shares, articles."""
    amount = counted.amount
    after = view.folded(amount.end)
    if any(word.removeprefix("ال").startswith("عمر") for word in (view.folded(amount.end - 1), after)):
        return False  # a boy of six years of age
    headed = view.folded(amount.first - 1) == ":"  # "Killed: 1"
    alone = amount.end == amount.first + 1 or governor_at(view, amount.first - 1) is None
    if amount.low == 1 and alone and not headed:
        return False
    if amount.core == amount.first and (amount.low or 0) in range(1800, 2060) and _ends(view, amount.end):
        return False
    if after == "في":
        after = view.folded(amount.end + 1)
    return after not in ("%", "٪", "/", ":") and not after.startswith(("بالمي", "بالماي", "الميه", "المايه"))


def _governing(
    view: CountedSentence, first: int, reach: int, before: list[QuantityMention], *, things: bool
) -> list[Measure]:
    """The measures of the nearest governing word before token `first`, and of one joined to it by و.

    Words that can only be said of things are passed over where people are counted, and the reverse.
    """
    for i in range(first - 1, max(view.begin, first - reach) - 1, -1):
        cue = view.cues.get(i)
        if cue == "barrier" or view.folded(i) in ENDS_CLAUSE:
            return []
        if cue == "made-of":
            return [] if things else _of_a_group(view, i)
        named = cue == "namely" and (i == first - 1 or (i == first - 2 and view.folded(i + 1) in _QUOTES))
        if cue == "among" or named:
            told = governor_at(view, i - 1)  # "of whom 471 died"
            among = told or (before[-1].measure if before else _casualties(view, i))
            fits = among in _GOODS if things else among not in ("destroyed", "weapons")
            return [among] if among is not None and fits else []
        if cue == "aboard" and things:
            return []  # "they came on four trucks"
        if cue in ("aboard", "affected") and not things:
            return ["other"]
        measure = told_by_phrase(view, i, first)
        if measure is None and _is_out_of_reach(view, i, first):
            continue
        measure = measure or governor_at(view, i) or _killing(view, i, first)
        if measure == "killed" and _sentenced(view, i):
            return ["other"]
        if measure is not None and (measure == "destroyed") == things:
            # "killed and wounded …", but not "they were killed, and … was wounded"
            shared = view.folded(i).startswith("و") and not view.folded(i - 1).endswith(_DONE_WITH)
            joined = governor_at(view, i - 1) if shared else None
            return [joined, measure] if joined not in (None, measure, "destroyed") else [measure]
    return []


def _is_out_of_reach(view: CountedSentence, i: int, first: int) -> bool:
    """Whether the word at token `i`, which may be another word or a notion (القتل), is too far to govern."""
    bare = view.folded(i).lstrip("وفب")
    if bare in _NOTIONS:
        return i < first - _BESIDE
    return (i < first - _NEAR and bare in _JUDGED) or (i != first - 1 and bare in _ADJACENT)


def _of_a_group(view: CountedSentence, i: int) -> list[Measure]:
    """What became of a gang or cell made of those counted behind token `i` (ضبط عصابة مؤلفة من ثلاثة)."""
    near = range(max(view.begin, i - _GROUP), i)
    named = _GROUPS + _FAMILIES
    group = next((k for k in near if any(s.rest.startswith(named) for s in view.tokens[k].splits)), None)
    if group is None:
        return []
    family = any(s.rest.startswith(_FAMILIES) for s in view.tokens[group].splits)
    for k in range(group - 1, group - (_NEAR if family else REACH), -1):
        told = governor_at(view, k) if view.folded(k) not in ENDS_CLAUSE else None
        if told is not None or view.cues.get(k) == "barrier":
            taken = told in _CUSTODY or (family and told in ("killed", "wounded"))
            return [told] if told is not None and taken else []
    return []


def _killing(view: CountedSentence, i: int, first: int) -> Measure | None:
    """What a noun with its doer's pronoun does to those counted behind ل (تدميرهم لثلاث مدارس; راح ضحية)."""
    word = view.folded(i)
    if word == "ضحيه" and view.folded(i - 1).lstrip("وي").startswith(("راح", "تروح", "روح", "ذهب")):
        return "killed"
    if word in _CROSSINGS and any(
        "احبط" in view.folded(k) or "احباط" in view.folded(k) for k in (i - 1, i - 2)
    ):
        return "detained"  # who is kept from crossing a border
    apart = view.folded(first - 1) == "ل"
    if i != first - 1 - apart or not (apart or view.folded(first).startswith("ل")):
        return None
    for split in view.tokens[i].splits:
        for bare, _ in without_pronoun(split.rest):
            if bare in view.lexicon.governors and not bare.endswith(("وا", "ت")):
                return view.lexicon.governors[bare]
    return None


def _governs_near(view: CountedSentence, first: int, measure: Measure) -> bool:
    """Whether a word of `measure` stands right before token `first`."""
    near = range(first - _NEAR, first)
    return any(governor_at(view, i) == measure or view.cues.get(i) == "aboard" for i in near)


def _casualties(view: CountedSentence, i: int) -> Measure | None:
    """What the uncounted dead or wounded before token `i` are ("among the dead are eight children")."""
    for k in range(i - 1, max(view.begin, i - REACH) - 1, -1):
        entry, _ = noun_at(view, k)
        if entry is not None and entry.kind == "casualty" and view.folded(k).startswith("ال"):
            return entry.measure
    return None


def _sentenced(view: CountedSentence, i: int) -> bool:
    """Whether the killing at token `i` is a court's sentence, not yet a death (الحكم بإعدام عشرة)."""
    near = range(max(view.begin, i - _SENTENCE), i)
    carried_out = any("نفذ" in view.folded(k) or "تنفيذ" in view.folded(k) for k in near)
    court = any(view.cues.get(k) == "court" for k in near)
    return "اعدام" in view.folded(i) and court and not carried_out


def _number_of(view: CountedSentence, first: int) -> list[Measure]:
    """The measure of what "the number of …" is said of (بلغ عدد الجرحى 23 شخصا، حصيلة القتلى إلى 17)."""
    for i in range(first - 1, max(view.begin, first - _TOLL) - 1, -1):
        if view.folded(i).removeprefix("و") in _NUMBER_OF:
            entry = _of_whom(view, i + 1)
            people = entry is not None and entry.kind in ("casualty", "fighter")
            if entry is not None and people and entry.measure is not None:
                return [entry.measure]
            if view.folded(i).removeprefix("و") not in _RISES:
                return []
    return []


def _of_whom(view: CountedSentence, i: int) -> CountedNoun | None:
    """Whose number is told at token `i`, behind an adjective too (عدد الجرحى، العدد الإجمالي للقتلى)."""
    entry, _ = noun_at(view, i)
    if entry is not None or not view.folded(i + 1).startswith("ل"):
        return entry
    return next((m.values[0] for m in view.lexicon.nouns.match(view.tokens, i + 1)), None)
