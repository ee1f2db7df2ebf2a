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
    tokens = document.tokens
    for i in range(anchor.token - 1, max(-1, anchor.token - 1 - _REACH), -1):
        if tokens[i].kind == "sign":
            return False
        # "التزام" begins like the article.
        words = {rest for s in tokens[i].splits for rest in (s.rest, s.rest.removeprefix("ال"))}
        does = bool(words & _DOES)
        if does or any(word.startswith(_BINDS) for word in words):
            # "قامت القوات بعملية بدعم الطيران", "لم يلتزم بالهدنة بدعم روسيا"; but "ملتزمة بقوة بدعم".
            other = "ب" if does else "بال"
            return not any(token.folded.startswith(other) for token in tokens[i + 1 : anchor.token])
    return False
