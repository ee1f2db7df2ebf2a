"""Who may stand before the colon of a headline though no list names him: offices, bodies, short names."""

from __future__ import annotations

from riwaya.reading.speech.contents import NAME_WORDS, Contents
from riwaya.reading.speech.sources import Sources

#: Words that only a clause has (داعش هي نتيجة …: عندما …), or that call for a list (كل من:), folded.
_CLAUSE = frozenset(("هو", "هي", "هم", "ليس", "ليست", "كان", "كانت", "وقد", "قد", "التالي", "التاليه"))
#: A body or medium speaks when something says which; alone its word is a kicker.
_ALONE = 1


def is_clause(first: int, end: int, contents: Contents) -> bool:
    """Whether the words before a colon are a clause or open a list rather than name somebody."""
    inside = (contents.tokens[i].folded in _CLAUSE for i in range(first, end - 1))
    return any(inside) or contents.tokens[end - 1].folded in _CLAUSE | {"من"}


def told(first: int, end: int, contents: Contents) -> int:
    """The token at which whom he told begins behind a speaker (أمين المدينة لـ«الجريدة»); `end` for none."""
    tokens = contents.tokens
    near = (i for i in range(first + 1, end) if tokens[i].folded == "ل" and tokens[i + 1].kind == "sign")
    return next(near, end)


def announces(first: int, end: int, colon: int, sources: Sources, contents: Contents) -> bool:
    """Whether tokens `first`..`end` before the colon of a headline name a speaker by what he is."""
    tokens, particles = contents.tokens, contents.particles
    word = tokens[first].folded
    quote = contents.quote_opening.get(first - 1) if first else None
    if quote is not None and quote.balanced and quote.close == end:  # "«نزاهة»: السجن لمقيمين"
        return end - first < NAME_WORDS and word not in particles.kicker
    if any(contents.is_finite(tokens[i].folded) and i not in sources.actor_at for i in range(first + 1, end)):
        return False
    if word in particles.announcer:
        return True
    office = sources.office_end(first)
    if office > first and (end > office or word.endswith(("ون", "ين"))):
        return True
    known = word in particles.body or word in particles.medium  # "الرابطة الأولى: …" is a league
    return known and end - first > _ALONE and tokens[first + 1].kind == "word"
