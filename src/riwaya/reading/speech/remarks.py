"""Where the reporter adds something to a deed that somebody claims, asks for or is charged with."""

from __future__ import annotations

from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.frame import Frame
from riwaya.text.fold import fold
from riwaya.text.signs import COMMAS

#: And that is, before why somebody speaks or acts (، وذلك على خلفية …), and words that tell why, folded.
_AND_THAT = "وذلك"
_WHY = speech_words("added why")
#: Words behind a comma that tell what made somebody ask or order, folded.
_BECAUSE = speech_words("asked upon")
#: God, behind و, and how a statement goes on with Him at its end, folded.
_BY_GOD, _BLESSING = "والله", speech_words("said of God at the end")
_DASHES = frozenset("-–—")
#: Tokens of the longest such formula (والله الهادي إلى سواء السبيل).
_FORMULA = 5
#: Words before a noun that was told of already, folded.
_THIS = frozenset(("هذا", "هذه", "هذان", "هاتان", "تلك"))
#: Nouns of charges, folded, and words behind them that tell how the suspect was caught.
_CHARGES = speech_words("charge")
_CAUGHT = speech_words("behind a charge")
#: The dictionary form of to rule, and words behind a ruling that tell what became of it, folded.
_RULES, _UPHELD = "قضى", speech_words("behind a ruling")


def remark(frame: Frame, contents: Contents) -> int:
    """The token at which the reporter takes over behind a deed that is named and not told; else the end.

    "وتبنت الحركة هذا الهجوم، الذي يأتي بعد …", "طلب الإفراج عنه، وذلك ردا على …", "بتهمة القتل خلال دورية".
    """
    if frame.quote_end is None and (blessed := _blessing(frame, contents)) < frame.content_end:
        return blessed
    if frame.how != "np" or frame.quote_end is not None:
        return frame.content_end
    claimed = frame.act == "claim-responsibility"
    charged = fold(frame.form).removeprefix("ب").removeprefix("ال") in _CHARGES  # بتهمة, الاتهام
    for i in range(frame.content_first + 1, frame.content_end - 1):
        word = contents.tokens[i]
        if word.text in COMMAS and claimed and _goes_on(i + 1, contents):
            return i
        if word.text in COMMAS and frame.act == "request" and _tells(i + 1, _BECAUSE, contents):
            return i
        if word.folded in contents.particles.relative and _told_before(frame, i, contents):
            return i
        if word.folded == _AND_THAT and _tells(i + 1, _WHY, contents):
            return i
        if (charged and word.folded in _CAUGHT) or (frame.form == _RULES and word.folded in _UPHELD):
            return i
    return frame.content_end


def _blessing(frame: Frame, contents: Contents) -> int:
    """The comma before the formula with which statements close (، والله الهادي إلى سواء السبيل).

    It is all that follows the comma; an oath goes on (والله المستعان لن ننسحب من حلب).
    """
    tokens = contents.tokens
    for i in range(max(frame.content_first + 1, frame.content_end - _FORMULA), frame.content_end - 1):
        parted = tokens[i - 1].text in COMMAS or tokens[i - 1].text in _DASHES
        if parted and tokens[i].folded == _BY_GOD and tokens[i + 1].folded in _BLESSING:
            return i - (tokens[i - 1].text in _DASHES)
    return frame.content_end


def _goes_on(i: int, contents: Contents) -> bool:
    """Whether a relative clause or a participle at token `i` tells more of what somebody claims."""
    folded = contents.tokens[i].folded
    said = any(h.form.tense == "participle" for h in contents.cues.verb(folded))
    return said or folded in contents.particles.relative


def _tells(i: int, words: frozenset[str], contents: Contents) -> bool:
    """Whether the token `i`, alone or with the next, is one of the words (إثر, على خلفية)."""
    near = [token.folded for token in contents.tokens[i : i + 2]]
    return near[0] in words or " ".join(near) in words


def _told_before(frame: Frame, i: int, contents: Contents) -> bool:
    """Whether the relative clause at token `i` is about what this or that pointed to (هذا الهجوم الذي …)."""
    first = contents.tokens[frame.content_first].folded
    described = i == frame.content_first + 3 and contents.tokens[i - 1].folded.startswith("ال")
    near = i == frame.content_first + 2 or described  # "هذه العملية الإرهابية التي …"
    return near and first.removeprefix("ب").removeprefix("ل") in _THIS
