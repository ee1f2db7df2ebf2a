"""Counts whose noun is not known (four Italians) or not said (38)."""

from __future__ import annotations

from riwaya.model import Measure
from riwaya.reading.draft import QuantityMention
from riwaya.reading.quantities.behind import governed_after, told_behind
from riwaya.reading.quantities.counted import Counted, CountedSentence, governor_at
from riwaya.reading.quantities.governing import ELIDED, REACH, governing, governs_near
from riwaya.reading.quantities.lists import continues, ends, is_label, some_of_them
from riwaya.reading.quantities.told import (
    article_toll,
    is_next_sum,
    said_around,
    sentenced_to_jail,
    their_number,
)
from riwaya.reading.quantities.tolls import by_dozens, in_heading, met, number_of, of_toll


def unnamed(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> list[Measure]:
    """The measure of a count whose noun is not known (four Italians) or not said (38)."""
    amount = counted.amount
    known = article_toll(view, amount)
    if known is not None or is_next_sum(view, amount, before):
        return [known or "money"]
    if not _may_be_people(view, counted) or is_label(view, amount):
        return []
    after = told_behind(view, amount.end, two=amount.low == amount.high == 2)
    if after is not None:
        return [after]
    of_others = amount.vague and view.folded(amount.end).startswith("ال")  # "dozens of charges"
    alone = counted.noun is not None or ends(view, amount.end) or (amount.vague and not of_others)
    alone = (
        alone or view.cues.get(amount.end) == "among" or view.folded(amount.end) in view.lexicon.words["who"]
    )
    before_it = view.tokens[amount.first - 1].splits if amount.first > view.begin else ()
    some_of = counted.noun is not None and view.folded(counted.noun - 1) == "من"  # "19 of the leaders"
    if any(split.rest in view.lexicon.words["takes-goods"] for split in before_it) and not some_of:
        return []
    own = some_of and view.folded(amount.end - 1).endswith("ه")  # "a leader and 11 of his aides"
    reach = REACH if own else ELIDED if alone else 1
    governed = governing(view, amount.first, reach, before, things=False)
    near = governs_near(view, amount.first, "other") or view.cues.get(amount.first - 1) == "among"
    if governed in (["other"], ["fighters"]) and not near:
        governed = []
    governed = governed or met(view, amount.first) or of_toll(view, amount) or by_dozens(view, amount)
    if not governed:
        governed = _around(view, counted, before)
    toll = alone or view.folded(amount.first - 1) == "الي"  # "ارتفع عدد القتلى إلى 145 منذ …"
    return governed or (number_of(view, amount.first) if toll else [])


def _around(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> list[Measure]:
    """The measure of a count that nothing governs: that of the count before, a heading, a verb behind."""
    amount = counted.amount
    if before and (some_of_them(view, amount, before[-1]) or continues(view, counted, before)):
        return [before[-1].measure]  # "297 people, 37 of them foreigners"
    heading = in_heading(view, amount.first - 2) if view.folded(amount.first - 1) == ":" else []
    if heading:
        return heading
    if view.folded(amount.end) in view.lexicon.words["count"]:
        # "the toll rises to 600, the number of the dead"
        return number_of(view, amount.end + 1)
    theirs = their_number(view, amount.first)
    if theirs is not None:
        return [theirs]
    if sentenced_to_jail(view, amount.first):
        return ["other"]
    who = counted.noun is not None or view.folded(amount.end) in view.lexicon.words["who"]
    behind = governed_after(view, amount.end) if who else []
    if not behind and (who or amount.vague):
        around = said_around(view, amount.first, amount.end)
        behind = [around] if around is not None else []
    aboard = view.cues.get(amount.end + (view.folded(amount.end) == "كانوا")) == "aboard"
    return behind or (["other"] if aboard else [])


def _may_be_people(view: CountedSentence, counted: Counted) -> bool:
    """Whether a count without a known noun may count people: not years, parts, shares, articles."""
    amount = counted.amount
    after = view.folded(amount.end)
    aged = tuple(view.lexicon.words["of-age"])
    if any(word.removeprefix("ال").startswith(aged) for word in (view.folded(amount.end - 1), after)):
        return False  # a boy of six years of age
    headed = view.folded(amount.first - 1) == ":"  # "Killed: 1"
    alone = amount.end == amount.first + 1 or governor_at(view, amount.first - 1) is None
    if amount.low == 1 and alone and not headed:
        return False
    if amount.core == amount.first and (amount.low or 0) in range(1800, 2060) and ends(view, amount.end):
        return False
    if after == "في":
        after = view.folded(amount.end + 1)
    return after not in ("%", "٪", "/", ":") and not after.startswith(tuple(view.lexicon.words["percent"]))
