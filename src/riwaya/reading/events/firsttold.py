"""First told: attacks that their words bring up as new, غارة جوية, not as known, الغارة."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from riwaya.reading.draft import ClaimDraft
from riwaya.reading.events.anchors import Lexicons
from riwaya.reading.events.naming import describes
from riwaya.text import Document


def first_told(
    document: Document, claims: Sequence[ClaimDraft], lexicons: Lexicons, verbs: AbstractSet[int]
) -> frozenset[int]:
    """The anchor tokens of attacks of which neither article, pronoun nor genitive says that they are known.

    `verbs` are the anchor tokens that are finite verbs.
    """
    nouns = (c.anchor_token for c in claims if c.type == "ASSAULT" and c.anchor_token not in verbs)
    return frozenset(i for i in nouns if _is_bare(document, lexicons, i) and _ends(document, lexicons, i + 1))


def _is_bare(document: Document, lexicons: Lexicons, token: int) -> bool:
    """Whether the word for the attack has neither article nor pronoun: بهجوم, but "هجومهم"."""
    readings = lexicons.predicates.look_up(document.tokens[token].folded)
    nouns = [r for r in readings if r.word.category == "noun"]
    return bool(nouns) and not any(r.pronoun or r.word.form.definite for r in nouns)


def _ends(document: Document, lexicons: Lexicons, behind: int) -> bool:
    """Whether no genitive follows: غارة جوية, هجوم على …, تفجير استهدف …; but "قصف المدينة"."""
    if behind >= len(document.tokens) or document.tokens[behind].kind != "word":
        return True
    folded = document.tokens[behind].folded
    word = lexicons.hedges.clause_word(folded)
    return (
        (word is not None and word.kind != "other")  # "استهداف هذه القاعدة"
        or describes(lexicons, folded, definite=False)
        or any(r.word.category == "verb" for r in lexicons.predicates.look_up(folded))
    )
