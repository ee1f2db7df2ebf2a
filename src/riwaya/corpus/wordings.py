"""Whether two tellings are worded alike: words in a row that both have around the claim."""

from __future__ import annotations

import re

from sqlalchemy import Connection

from riwaya.archive.archive import texts_of
from riwaya.corpus.tellings import Telling
from riwaya.text.fold import fold
from riwaya.text.stems import stem

#: Characters before and behind a claim that count as its surroundings.
_AROUND = 120
#: Words in a row by which two tellings are worded alike.
_IN_A_ROW = 4
_WORD = re.compile(r"\w+")

Runs = frozenset[tuple[str, ...]]


class Wording:
    """Compares tellings by their words; a text is read once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._known: dict[int, Runs] = {}

    def alike(self, first: Telling, second: Telling) -> bool:
        """Whether four words in a row around one claim stand around the other, too."""
        return not self._runs(first).isdisjoint(self._runs(second))

    def _runs(self, telling: Telling) -> Runs:
        if telling.claim not in self._known:
            text = texts_of(self._connection, [telling.report])[telling.report]
            start, end = max(0, telling.row.start - _AROUND), telling.row.end + _AROUND
            words = [stem(fold(word)) for word in _WORD.findall(text[start:end])]
            runs = (tuple(words[at : at + _IN_A_ROW]) for at in range(len(words) - _IN_A_ROW + 1))
            self._known[telling.claim] = frozenset(runs)
        return self._known[telling.claim]
