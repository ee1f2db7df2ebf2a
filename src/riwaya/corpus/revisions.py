"""Versions of one address: another text at the same address revises the one before it."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

from riwaya.corpus.copying import Copy
from riwaya.corpus.order import moment_of
from riwaya.corpus.passages import compare, spans
from riwaya.corpus.shelf import Shelf
from riwaya.text.tokens import find_words

#: Of the different words of the shorter text so many are in the other, or the address got another report.
SAME_REPORT = 0.5


def find_revisions(shelf: Shelf) -> list[Copy]:
    """Each version of an address with the one before it.

    By date of publication; versions that give the same date by when they came in, then by key. An address
    at which something else stands later (the front page of a site, a channel) has no versions.
    """
    versions: dict[str, list[int]] = defaultdict(list)
    for place, report in enumerate(shelf.reports):
        if report.uri:
            versions[report.uri].append(place)
    found: list[Copy] = []
    for uri in sorted(uri for uri, places in versions.items() if len(places) > 1):
        places = versions[uri]
        places.sort(key=lambda p: (moment_of(shelf.reports[p].published), shelf.reports[p].arrival, p))
        found += _revisions(shelf, places)
    return found


def _revisions(shelf: Shelf, places: list[int]) -> list[Copy]:
    texts = {place: [word for word, _, _ in find_words(text)] for place, text in shelf.texts(places)}
    held = shelf.words(places)
    found: list[Copy] = []
    for before, after in pairwise(place for place in places if place in texts):
        words, former = set(texts[after]), set(texts[before])
        least = min(len(words), len(former))
        if texts[after] == texts[before] or len(words & former) < SAME_REPORT * least or not least:
            continue
        common = compare(held[after], held[before])
        passages = spans(common.runs, held[after], held[before])
        share = round(common.share, 4)
        found.append(Copy(after, before, "revises", share, common.contained, passages))
    return found
