"""Bound: deeds that a word before takes with "by" (ملتزمة بدعم الجيش), no help by which another is done."""

from __future__ import annotations

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.events.anchors import Anchor
from riwaya.text import Document

#: Beginnings of words for binding oneself to a deed or going on with it, folded.
_BINDS = word_beginnings("bound")
#: Verbs that mean only that what follows with "by" is done, folded.
_DOES = event_words("does it")
#: How far the word may stand before the deed: ملتزمة بقوة بدعم, قام تنظيم داعش بتدمير.
_REACH = 4


def is_bound(document: Document, anchor: Anchor) -> bool:
    """Whether a word before the deed takes it: قامت إيران بدعم الحوثيين, مكلفة بحماية السفارة."""
    other = False
    for i in range(anchor.token - 1, max(-1, anchor.token - 1 - _REACH), -1):
        token = document.tokens[i]
        if token.kind == "sign":
            return False
        words = {s.rest.removeprefix("ال") for s in token.splits}
        if words & _DOES:
            return not other  # "قامت القوات بعملية بدعم الطيران"
        if any(word.startswith(_BINDS) for word in words):
            return True
        other = other or token.folded.startswith("ب")
    return False
