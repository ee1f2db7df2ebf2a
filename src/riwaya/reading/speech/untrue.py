"""What is told and called untrue by whoever tells of it (لا صحة للأنباء عن …, ما تردد عن … عار عن الصحة)."""

from __future__ import annotations

from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.verb_readings import WHAT

#: Tokens of the longest words that call something untrue.
_LONGEST = 2
#: What stands between a subject and what it is said to be, folded.
_LEADS = frozenset(("هو", "هي", "امر"))
#: Un-, before an adjective, folded.
_NOT = "غير"
#: Kinds of cues by which it is told what others tell.
_TELLS = ("noun", "antecedent")


def called_untrue(frame: Frame, end: int, contents: Contents) -> range:
    """The tokens before `frame`, or in its words or at token `end` behind them, that call these untrue.

    With what leads them in: هو محض كذب, «غير صحيح».
    """
    if not _told_of(frame, contents):
        return range(0)
    first = frame.cue_first if frame.elided else min(frame.cue_first, frame.source.first)
    first -= 2 if contents.tokens[first - 1].folded in contents.particles.relative else 0
    if first >= _LONGEST and _untrue(first - _LONGEST, contents):
        return range(first - _LONGEST, first)
    if frame.how == "that":
        return range(0)  # "بحجة أن صلاتهم غير صحيحة"
    behind = (_untrue(i, contents) for i in range(frame.content_first + 1, end + 1))
    found = next((words for words in behind if words), range(0))
    leads = found.start > 0 and contents.tokens[found.start - 1].folded in _LEADS
    opens = found.start - 1 in contents.quote_opening
    return range(found.start - (leads or opens), found.stop) if found else found


def _told_of(frame: Frame, contents: Contents) -> bool:
    """Whether it is told what others tell: الأنباء عن …, ما نشرته الصحيفة عن …, الأنباء التي تقول …."""
    if frame.quote_end is not None:
        return False
    relative = contents.particles.relative | WHAT
    return frame.kind in _TELLS or (
        frame.kind == "verb" and contents.tokens[frame.cue_first - 1].folded in relative
    )


def _untrue(i: int, contents: Contents) -> range:
    """The tokens from token `i` on that call something untrue."""
    words = [t.folded for t in contents.tokens[i : i + _LONGEST]]
    if " ".join(words) not in contents.particles.untrue:
        return range(0)
    before = contents.tokens[i - 1]
    of_noun = words[0] == _NOT and words[1].endswith("ه") and before.text.endswith(("ة", "ات"))
    attributive = of_noun and not before.folded.startswith("ال")  # "معلومات غير صحيحة"
    return range(0) if attributive else range(i, i + _LONGEST)
