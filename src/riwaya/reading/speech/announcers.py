"""Who may stand before the colon of a headline though no list names him: offices, bodies, short names."""

from __future__ import annotations

from riwaya.reading.speech.contents import NAME_WORDS, Contents
from riwaya.reading.speech.sources import Sources
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import Token

#: Words that only a clause has (داعش هي نتيجة …: عندما …), or that call for a list (كل من:), folded.
_CLAUSE = frozenset(("هو", "هي", "هم", "ليس", "ليست", "كان", "كانت", "وقد", "قد", "التالي", "التاليه"))
#: A body or medium speaks when something says which; alone its word is a kicker.
_ALONE = 1
#: Tokens between a reporting verb and the name behind the office of who speaks, at most.
_OFFICE = 14


def is_clause(first: int, end: int, contents: Contents) -> bool:
    """Whether the words before a colon are a clause or open a list rather than name somebody."""
    inside = (contents.tokens[i].folded in _CLAUSE for i in range(first, end - 1))
    return any(inside) or contents.tokens[end - 1].folded in _CLAUSE | {"من"}


def tells(token: Token, contents: Contents) -> bool:
    """Whether a word is a finite verb; one in ة only looks like a verb with its object (حركة)."""
    return not token.text.endswith("ة") and contents.is_finite(token.folded)


def told(first: int, end: int, contents: Contents) -> int:
    """The token at which whom he told begins behind a speaker (أمين المدينة لـ«الجريدة»); `end` for none."""
    tokens = contents.tokens
    near = (i for i in range(first + 1, end) if tokens[i].folded == "ل" and tokens[i + 1].kind == "sign")
    return next(near, end)


def announces(first: int, end: int, sources: Sources, contents: Contents) -> bool:
    """Whether tokens `first`..`end` before the colon of a headline name a speaker by what he is."""
    tokens, particles = contents.tokens, contents.particles
    word = tokens[first].folded
    quote = contents.quote_opening.get(first - 1) if first else None
    if quote is not None and quote.balanced and quote.close == end:  # "«نزاهة»: السجن لمقيمين"
        return end - first < NAME_WORDS and word not in particles.kicker
    if any(tells(tokens[i], contents) and i not in sources.actor_at for i in range(first + 1, end)):
        return False
    if word in particles.announcer:
        return True
    office = sources.office_end(first)
    if office > first and (end > office or word.endswith(("ون", "ين"))):
        return True
    known = word in particles.body or word in particles.medium  # "الرابطة الأولى: …" is a league
    following = tokens[first + 1]
    # "رابطة الأبطال: …" is a competition
    return (
        known
        and end - first > _ALONE
        and following.kind == "word"
        and following.folded not in particles.kicker
    )


def speaks_below(
    speaker: tuple[int, int, int], sentence: Sentence, sources: Sources, contents: Contents, *, placed: bool
) -> bool:
    """Whether a name before the colon stands by a reporting verb of the body, surname or all.

    `speaker` are the first token, that behind the last, and the colon. Where a place is part of the words
    (`placed`), only all of them together tell who speaks.
    """
    tokens, (first, end, colon) = contents.tokens, speaker
    words = [t.folded for t in tokens[first:end] if t.kind == "word"]
    names = {
        t.splits[0].rest.removeprefix("ال")
        for t in tokens[first:colon]
        if t.kind == "word" and len(t.folded) > 2
    }
    plain = first not in sources.time_at and not any(
        sources.ends_phrase(i, first) or tokens[i].folded == "من" for i in range(first, end)
    )
    for token in tokens[sentence.end :]:
        if token.folded.removeprefix("ال") not in names:
            continue
        i = token.index
        whole = plain and len(words) > 1 and [t.folded for t in tokens[i : i + len(words)]] == words
        if placed and not whole:
            continue
        near = tokens[max(sentence.end, i - (_OFFICE if whole else 6)) : i + (len(words) + 1 if whole else 3)]
        if any(not h.cue.homograph for t in near for h in contents.cues.verb(t.folded)):
            return True
    return False
