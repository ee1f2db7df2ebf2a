"""A query in the languages of the two full-text indexes, so that both find the same.

Nothing that somebody typed comes this far: words are forms of `text.search_words`, letters and digits only.
"""

from __future__ import annotations

from riwaya.archive.search import Near, Phrase, Query, Term


def fts_query(query: Query) -> str:
    """The query for SQLite's FTS5."""
    groups = [" OR ".join(map(_fts_term, group)) for group in query.groups]
    wanted = " AND ".join(f"({group})" for group in groups)
    unwanted = " OR ".join(map(_fts_term, query.excluded))
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted


def _fts_term(term: Term) -> str:
    if isinstance(term, Near):
        return f"NEAR({_fts_phrase(term.first)} {_fts_phrase(term.second)}, {term.within})"
    return _fts_phrase(term)


def _fts_phrase(phrase: Phrase) -> str:
    words = " ".join(phrase.words)
    return f'"{words}" *' if phrase.prefix else f'"{words}"'


def ts_query(query: Query) -> str:
    """The query for PostgreSQL, as a `tsquery` is written."""
    wanted = [" | ".join(map(_ts_term, group)) for group in query.groups]
    unwanted = [f"!({_ts_term(term)})" for term in query.excluded]
    return " & ".join([*(f"({group})" for group in wanted), *unwanted])


def _ts_term(term: Term) -> str:
    if isinstance(term, Phrase):
        return _ts_phrase(term)
    # PostgreSQL knows exact distances in one order only; 1 is the next word.
    first, second = _ts_phrase(term.first), _ts_phrase(term.second)
    pairs = ((first, second), (second, first))
    return " | ".join(f"({a} <{n}> {b})" for a, b in pairs for n in range(1, term.within + 2))


def _ts_phrase(phrase: Phrase) -> str:
    words = [f"'{word}'" for word in phrase.words]
    if phrase.prefix:
        words[-1] += ":*"
    return f"({' <-> '.join(words)})"
