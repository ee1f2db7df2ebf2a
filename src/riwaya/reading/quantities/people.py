"""Counts of people and fighters whose noun is known: what became of them."""

from __future__ import annotations

from riwaya.lexicon.inflect import THEIRS
from riwaya.lexicon.quantities import CountedNoun
from riwaya.model import Measure
from riwaya.reading.draft import QuantityMention
from riwaya.reading.quantities.behind import described, governed_after, said_behind, suffered, told_behind
from riwaya.reading.quantities.counted import Counted, CountedSentence
from riwaya.reading.quantities.governing import ELIDED, NEAR, REACH, governing, governs_near
from riwaya.reading.quantities.lists import continues
from riwaya.reading.quantities.numbers import Amount
from riwaya.reading.quantities.told import said_around, sentenced_to_jail, their_number, told_of_both
from riwaya.reading.quantities.tolls import in_heading, listed_victims, met, number_of, of_toll

_OVERRIDES = frozenset(("killed", "wounded", "evacuated", "other"))


def of_held(
    view: CountedSentence, amount: Amount, measure: Measure, before: list[QuantityMention]
) -> list[Measure]:
    """The measure of the taken, missing and displaced, who may have been killed or freed since."""
    reach = REACH if measure == "other" else ELIDED // 2
    governed = governing(view, amount.first, reach, before, things=False)
    if governed != ["other"] and "killed" in governed_after(view, amount.end):
        return ["killed"]  # "seven hostages killed" is a count of the killed
    if freed(view, amount.first - 1):
        return ["other"]
    moved = measure == "displaced"  # refugees may be taken, prisoners are
    return [m for m in governed if moved or m in _OVERRIDES] or [measure]


def of_people(
    view: CountedSentence, counted: Counted, entry: CountedNoun, before: list[QuantityMention]
) -> list[Measure]:
    """What became of people, told before or behind them; fighters count where nothing is told."""
    amount = counted.amount
    if _names_people(view, amount):
        return []
    after = told_behind(view, amount.end, two=amount.low == amount.high == 2)
    if after is not None:
        return [after]
    if freed(view, amount.first - 1):
        return ["other"]
    governed = governing(view, amount.first, REACH, before, things=False)
    if governed == ["fighters"] and entry.kind == "person":
        governed = governed if governs_near(view, amount.first, "fighters") else []
    if governed == ["other"] and "killed" in governed_after(view, amount.end):
        return ["killed"]  # "aboard were 84 people, who all died"
    headed = in_heading(view, amount.first - 2) if view.folded(amount.first - 1) == ":" else []
    governed = (
        governed
        or headed
        or listed_victims(view, amount.first)
        or met(view, amount.first)
        or _lost(view, counted)
        or of_toll(view, amount)
        or suffered(view, amount.first, amount.end)
        or described(view, amount.end)
        or governed_after(view, amount.end)
        or number_of(view, amount.first)
    )
    if governed:
        return governed
    theirs = their_number(view, amount.first)  # "النازحين الذين يقدر عددهم بمليون شخص"
    if theirs is not None:
        return [theirs]
    if entry.kind == "person":
        return _of_persons(view, counted, entry, before)
    if continues(view, counted, before) and before[-1].measure in ("killed", "wounded"):
        return [before[-1].measure]  # "13 were killed: nine soldiers, … and four attackers"
    # A masculine dual in ين is as often a plural: it needs a verb that says what became of them, or a
    # dual pronoun. One by itself is no count of fighters.
    plural = entry.dual and not view.folded(amount.first).endswith(("ان", "تين"))
    plural = plural and not any(view.folded(i).endswith("هما") for i in range(amount.end, amount.end + NEAR))
    return [] if plural or amount.low == 1 else ["fighters"]


def _names_people(view: CountedSentence, amount: Amount) -> bool:
    """Whether a number is part of a name, or tells whose parent somebody is (الدفعة 151 من …، أب لطفلين)."""
    if view.cues.get(amount.first - 1) == "label" and view.folded(amount.core + 1) == "من":
        return True
    parent = view.folded(amount.first - 1).lstrip("و") in view.lexicon.words["parent"]
    return parent and view.folded(amount.first).startswith("ل")


def _of_persons(
    view: CountedSentence, counted: Counted, entry: CountedNoun, before: list[QuantityMention]
) -> list[Measure]:
    """What became of people who are no fighters, told by a list that goes on or by words around them."""
    amount = counted.amount
    listed = continues(view, counted, before)  # "four men and three women"
    other = tuple(view.lexicon.words["other"])
    others = counted.noun is not None and view.folded(counted.noun).startswith(other)
    if listed and (others or before[-1].measure != "fighters"):
        return [before[-1].measure]
    if sentenced_to_jail(view, amount.first):
        return ["other"]
    around = said_around(view, amount.first, amount.end)
    if around is None and counted.noun is not None and _protests(view, counted.noun):
        return ["other"]
    if around is None and entry.dual:
        around = told_of_both(view, amount.end)
    return said_behind(view, amount.end) or ([around] if around is not None else [])


def _protests(view: CountedSentence, i: int) -> bool:
    """Whether the word at token `i` names people by their protest: العشرات من المتظاهرين."""
    return view.folded(i).removeprefix("ال").startswith(tuple(view.lexicon.words["protester"]))


def _lost(view: CountedSentence, counted: Counted) -> list[Measure]:
    """That fighters whom their own side lost were killed (فقدت 12 من مقاتليها)."""
    own = counted.noun is not None and view.folded(counted.noun).endswith(THEIRS)
    near = range(max(view.begin, counted.amount.first - REACH), counted.amount.first) if own else ()
    lost = any(split.rest in view.lexicon.words["lost"] for i in near for split in view.tokens[i].splits)
    return ["killed"] if lost else []


def freed(view: CountedSentence, i: int) -> bool:
    """تحرير is said of people only right before those who were held; elsewhere it is of towns."""
    return i >= view.begin and any(
        split.rest in view.lexicon.words["freeing"] for split in view.tokens[i].splits
    )
