"""Where names that are known stand in a report: whole, shortened, or the family's alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from riwaya.release.persons import NameFinder, PersonName

Form = tuple[str, ...]

#: Words that belong to the next, and that belong to the one before.
_BINDING = frozenset({"ال", "ابو", "ابي", "ام", "بو", "عبد", "بن", "ابن"})
_BOUND = frozenset({"الله", "الدين"})

#: A family's name alone has at least so many letters: shorter words are too often others.
_LETTERS = 4


def mentions_of(
    finder: NameFinder, private: Iterable[PersonName], public: Iterable[PersonName]
) -> list[tuple[int, int]]:
    """Spans of all mentions of `private` names but those of `public` people; sorted, without overlaps."""
    known = {form for name in public for form in _shorter(finder, name.form)}
    names = [name for name in private if name.form not in known]
    spans = [(name.start, name.stop) for name in names]
    forms: dict[str, set[Form]] = defaultdict(set)
    for name in names:
        for form in _shorter(finder, name.form):
            if form not in known:
                forms[form[0]].add(form)
    spans += _found(finder, forms)
    return _merged(spans)


def _shorter(finder: NameFinder, form: Form) -> Iterator[Form]:
    """A name and the shorter ones by which the same person may be meant later on."""
    if len(form) > 1 or finder.is_clear(form[0]) or not finder.is_given(form[0]):
        yield form
    if len(form) > 2:
        yield (form[0], form[-1])
        yield form[:2]
    family = form[-2:] if form[-2:-1] and (form[-2] in _BINDING or form[-1] in _BOUND) else form[-1:]
    if len(form) > len(family) and sum(map(len, family)) >= _LETTERS and not finder.is_given(form[-1]):
        yield family
    if len(form) > 1 and finder.is_clear(form[0]) and not finder.is_ordinary(form[0]):
        yield form[:1]


def _found(finder: NameFinder, forms: dict[str, set[Form]]) -> Iterator[tuple[int, int]]:
    if not forms:
        return
    tokens = finder.tokens
    folded = [token.folded for token in tokens]
    for i, token in enumerate(tokens):
        for split in token.splits:
            for form in forms.get(split.rest, ()):
                end = i + len(form)
                if tuple(folded[i + 1 : end]) == form[1:] and not finder.is_other(i, form):
                    yield token.start_of(split), tokens[end - 1].end


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(set(spans)):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
