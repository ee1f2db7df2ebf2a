"""Turns: sentences by which a report goes over to another matter, where nobody told of before need act.

"من جهة أخرى، قتل مدنيان", "وفي حادث منفصل انفجرت عبوة", "إلى ذلك، أغارت طائرات على المدينة".
"""

from __future__ import annotations

from riwaya.lexicon.event_words import event_words
from riwaya.text import Document

#: Words by which a report turns to another matter, folded: على صعيد آخر, من جهة ثانية.
_MATTERS = event_words("matter")
_ANOTHER = event_words("another")
#: Words for the time at which something else happened, folded, and what adds it: إلى ذلك.
_MEANWHILE = event_words("meanwhile")
_BESIDES = event_words("besides")
#: How many words behind its preposition the matter is told to be another.
_FIRST = 3


def turns(document: Document, sentence: int) -> bool:
    """Whether the sentence of that number turns to something else: من جهة أخرى, وفي حادث منفصل, إلى ذلك."""
    start, end = document.sentences[sentence].start, document.sentences[sentence].end
    first = document.tokens[start : min(end, start + 1 + _FIRST)]
    words = [t.folded for t in first]
    if len(words) < 2:
        return False
    if " ".join(words[:2]) in _BESIDES:
        return True
    behind = [word.removeprefix("ال") for word in words[1:]]
    return behind[0] in _MEANWHILE or (behind[0] in _MATTERS and bool(_ANOTHER & set(words[2:])))
