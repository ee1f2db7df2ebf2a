"""Counts of things: destroyed, used as weapons, or goods and vessels that were seized or turned back."""

from __future__ import annotations

from riwaya.lexicon.quantities import CountedNoun, Cue
from riwaya.model import Measure
from riwaya.reading.draft import QuantityMention
from riwaya.reading.quantities.counted import Counted, CountedSentence

#: Verbs that say that things were struck, and nouns of striking, behind which nothing else stands.
_STRUCK = frozenset(("struck", "striking"))
#: How far before things the word may stand that says they were struck or seized.
_ATTACKED = 5
#: How far behind an aircraft its make may stand.
_MAKE = 5
#: How far from aircraft the words may stand that say they bring help.
_ERRAND = 12
#: How far behind a count of weapons aircraft may stand that are listed with them.
_LISTED = 3
#: How far behind the last count of seized things the next one may stand.
_NEXT = 14


def of_things(
    view: CountedSentence,
    counted: Counted,
    entry: CountedNoun,
    governed: list[Measure],
    before: list[QuantityMention],
) -> list[Measure]:
    """Whether things were destroyed or seized; weapons count where they were not."""
    if governed:
        return ["weapons"] if entry.kind == "weapon" and _set_off(view, counted.amount.first) else governed
    end = counted.amount.end
    verb = view.folded(end + (view.folded(end) == "قد"))
    if verb.endswith("ت") and view.lexicon.governors.get(verb) == "destroyed":
        return ["destroyed"]
    attacked = _cue_before(view, counted.amount.first)
    if entry.kind == "weapon" and _is_hit(view, counted):
        return ["destroyed"]
    warlike = entry.kind == "weapon" or _warplane(view, counted) or _sent_out(view, counted)
    if warlike or _armed(view, counted, before):
        return ["weapons"]
    if entry.measure == "destroyed":
        return ["destroyed"] if attacked in _STRUCK and not _aircraft(view, counted) else []
    return ["other"] if attacked or _listed(view, counted, before) else []


def _set_off(view: CountedSentence, first: int) -> bool:
    """Whether charges are said to go off, not to be destroyed (تفجير ثلاث عبوات)."""
    set_off = tuple(view.lexicon.words["set-off"])
    return any(view.folded(i).lstrip("وب").startswith(set_off) for i in (first - 1, first - 2))


def _is_hit(view: CountedSentence, counted: Counted) -> bool:
    """Whether weapons are what is struck, not what strikes (استهداف دبابتين; القصف بقذيفتين)."""
    amount = counted.amount
    return view.cues.get(amount.first - 1) == "striking" and view.tokens[amount.first].start == amount.start


def _aircraft(view: CountedSentence, counted: Counted) -> bool:
    aircraft = tuple(view.lexicon.words["aircraft"])
    return counted.noun is not None and view.folded(counted.noun).startswith(aircraft)


def _warplane(view: CountedSentence, counted: Counted) -> bool:
    """Whether aircraft are told by their make to be warplanes (24 طائرة رافال)."""
    end = counted.amount.end
    near = range(end, min(view.limit, end + _MAKE))
    return _aircraft(view, counted) and any(view.cues.get(i) == "warplane" for i in near)


def _sent_out(view: CountedSentence, counted: Counted) -> bool:
    """Whether aircraft are deployed, not sent with aid (أرسلت ست طائرات إلى القاعدة)."""
    first, end = counted.amount.first, counted.amount.end
    sent = any(view.cues.get(i) == "sent" for i in range(first - _ATTACKED, first))
    aid = any(view.cues.get(i) == "aid" for i in range(first - _ERRAND, min(view.limit, end + _ERRAND)))
    return _aircraft(view, counted) and sent and not aid


def _armed(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> bool:
    """Whether aircraft are listed behind weapons (350 دبابة و139 طائرة)."""
    last = before[-1] if before else None
    near = last is not None and counted.amount.first - last.end <= _LISTED
    return near and last is not None and last.measure == "weapons" and _aircraft(view, counted)


def _cue_before(view: CountedSentence, first: int) -> Cue | None:
    """What the words before things say: that they were struck, or seized, held, turned back."""
    for i in range(first - 1, first - _ATTACKED, -1):
        cue = view.cues.get(i)
        if cue in (*_STRUCK, "seized", "made-of", "barrier"):
            return cue if cue in (*_STRUCK, "seized") else None
    return None


def _listed(view: CountedSentence, counted: Counted, before: list[QuantityMention]) -> bool:
    """Whether the count goes on after one of vessels and goods that were seized."""
    last, first = before[-1] if before else None, counted.amount.first
    near = last is not None and last.measure == "other" and first - last.end <= _NEXT
    return near and view.folded(first).startswith("و")
