"""Which attribution lies inside which: a cue in another's content, and whoever hands on another's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.phrase_openings import CITING

#: Frames before a preposition among which is that whose words it tells of, and the tokens of أن « there.
_NEAR = 6
_OPENER = 2


def nest(frames: Sequence[Frame]) -> list[Frame]:
    """Give each frame the innermost other whose content holds its cue; relays hold without holding it."""
    nested: list[Frame] = []
    by_start = sorted(range(len(frames)), key=lambda k: frames[k].content_first)
    waiting, active = 0, list[int]()
    for index, frame in enumerate(frames):
        while waiting < len(by_start) and frames[by_start[waiting]].content_first <= frame.cue_first:
            active.append(by_start[waiting])
            waiting += 1
        active = [k for k in active if frames[k].content_end > frame.cue_first]
        holders = [k for k in active if k != index and _holds(frames[k], frame)]
        best = min(holders, key=lambda k: (_length(frames[k]), _hands_on(frames[k], frame), -k), default=None)
        end = frame.content_end
        if best is not None and frame.kind != "preposition":
            end = min(end, frames[best].content_end)
        end = max(end, frame.content_first + 1)
        same = best == frame.parent and end == frame.content_end
        nested.append(frame if same else replace(frame, parent=best, content_end=end))
    at_cue = {frame.cue_first: index for index, frame in enumerate(nested)}
    for index, frame in enumerate(nested):
        relayed = at_cue.get(frame.relays) if frame.relays is not None else None
        if relayed is None:
            relayed = _handed_on(index, nested)
        if relayed is None and (cited := _citing(index, nested)) is not None:
            nested[cited] = replace(nested[cited], parent=index)
        if relayed is not None and relayed != index:
            nested[index] = replace(
                frame,
                relays=nested[relayed].cue_first,
                parent=nested[relayed].parent,
                content_first=min(frame.content_first, _start(nested[relayed], frame)),
            )
            nested[relayed] = replace(nested[relayed], parent=index)
    return nested


def _handed_on(index: int, frames: Sequence[Frame]) -> int | None:
    """The frame whose very words a medium behind them hands on (قال X إن …، بحسب الصحيفة).

    What one only expects or thinks (يتوقع أن …، وفقا للمدير) are the words of whoever stands there.
    """
    frame = frames[index]
    if frame.kind != "preposition" or frame.content_first > frame.cue_first:
        return None
    for k in range(index - 1, max(-1, index - _NEAR), -1):
        other = frames[k]
        same = 0 <= frame.content_first - other.content_first <= _OPENER
        told = other.kind == "impersonal" or (other.kind == "verb" and frame.hands_on)
        if same and told and other.parent != index:
            return k
    return None


def _citing(index: int, frames: Sequence[Frame]) -> int | None:
    """The frame of whom somebody cites before his words (ذكرت الوكالة نقلا عن مسؤول أن …)."""
    frame = frames[index]
    if frame.kind != "verb":
        return None
    for k in range(index + 1, min(len(frames), index + _NEAR)):
        other = frames[k]
        if other.form.startswith(CITING) and frame.cue_first < other.cue_first < other.content_first:
            return k if other.content_first == frame.content_first else None
    return None


def _start(relayed: Frame, frame: Frame) -> int:
    """Where the words that a medium hands on begin: with who speaks, if it is named behind them."""
    if frame.content_first > frame.cue_first:
        return frame.content_first
    return relayed.cue_first if relayed.elided else min(relayed.cue_first, relayed.source.first)


def _hands_on(outer: Frame, inner: Frame) -> bool:
    """Whether the words of `outer` are those of another (قال X: «…»، بحسب الوكالة), around `inner`."""
    return outer.relays is not None or (outer.kind == "preposition" and outer.cue_first > inner.cue_first)


def _holds(outer: Frame, inner: Frame) -> bool:
    if outer.relays == inner.cue_first:
        return False
    if outer.self_reference and inner.cue_first < outer.cue_first:
        return False  # "وقال: «إن الهدف هدم المسجد»؛ لأنه - حسب زعمه - …": he means his own words
    if outer.kind == "antecedent" and inner.cue_first < outer.cue_first:
        return False  # "وكشف ناشطون أن X رفضوا …، وهو ما أكده السكان": the aside holds nobody's words
    if inner.kind == "statement" and outer.content_end <= inner.content_first:
        return False  # "الوزير يتحدث عن الهدنة:" over what he says of it
    inside = outer.content_first <= inner.cue_first < outer.content_end
    if not inside or (inner.kind == "preposition" and inner.content_first < outer.content_first):
        return False
    if outer.kind == "preposition" and inner.cue_first == outer.cue_first:
        return False
    return _length(inner) < _length(outer) or inner.cue_first > outer.cue_first


def _length(frame: Frame) -> int:
    return frame.content_end - frame.content_first
