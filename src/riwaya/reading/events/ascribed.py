"""Ascribed: a deed that is laid on somebody without a word for who lays it on him: هجوم نسب إلى التنظيم."""

from __future__ import annotations

from riwaya.lexicon.event_words import word_beginnings
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.naming import Setting, is_event

#: Beginnings of verbs by which a deed is laid on somebody, folded.
_LAYING = word_beginnings("laying on")


def nobody_ascribes(setting: Setting, anchor: Anchor, index: int) -> bool:
    """Whether the deed, or a relative pronoun for it, stands where a verb of ascribing has its subject."""
    tokens = setting.document.tokens
    if anchor.predicate.type != "ACCUSE" or anchor.reading.pronoun or not index:
        return False
    if not tokens[anchor.token].folded.removeprefix("و").startswith(_LAYING):
        return False
    before, following = setting.phrases[index - 1], setting.phrases[index + 1 : index + 2]
    if following and following[0].bare and following[0].words:
        return False
    last = tokens[before.words[0]].splits if before.kind == "noun" and before.words else ()
    return before.mark == "relative" or any(is_event(setting.lexicons, split.rest) for split in last)


__all__ = ["nobody_ascribes"]
