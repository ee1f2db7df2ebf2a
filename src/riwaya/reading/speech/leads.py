"""What a line leads with before it names who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from riwaya.reading.draft import Findings
from riwaya.text.document import Document
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import Token

#: Signs behind what a line leads with before it names who speaks.
_PARTS_LINE = frozenset(".|؛")
#: Tokens of a kicker with its dots (شاهد.., بالفيديو والصور..).
MOST_BEFORE_DOTS = 5


def behind_lead(tokens: Sequence[Token], first: int, colon: int) -> int:
    """The token behind what a line leads with before its speaker (خوفا من الرد.. ترامب:; not أ.ب)."""
    for i in range(colon - 1, first, -1):
        parted = tokens[i + 1].start > tokens[i].end or tokens[i - 1].text == tokens[i].text
        if tokens[i].text in _PARTS_LINE and parted:
            return i + 1
    return first


def behind_lead_in(
    document: Document, sentence: Sentence, findings: Findings, kickers: AbstractSet[str], *, longest: int
) -> Sentence:
    """The sentence without what its line leads with before a listed speaker (بعد الهجوم.. ترامب: …).

    Behind one of the `kickers` alone anybody may speak (شاهد.. أحد المصابين: …). `longest` are the tokens
    that a speaker and what a line leads with may have.
    """
    tokens = document.tokens
    near = range(sentence.start, min(sentence.end, sentence.start + 2 * longest))
    colon = next((i for i in near if tokens[i].text == ":"), sentence.start)
    first = behind_lead(tokens, sentence.start, colon)
    dots = first - 1 > sentence.start and tokens[first - 1].text == "." == tokens[first - 2].text
    kicker = tokens[sentence.start].folded in kickers and first - sentence.start <= MOST_BEFORE_DOTS
    if not dots or not (kicker or any(m.first == first for m in findings.actors_in(first, colon))):
        return sentence
    return Sentence(first, sentence.end, sentence.line)
