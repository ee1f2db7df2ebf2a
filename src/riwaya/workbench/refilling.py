"""A form as somebody filled it in, shown again: what they typed stays when something is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from riwaya.workbench.fields import Field, Group, Value

Given = Mapping[str, Sequence[str]]


def refilled(groups: Iterable[Group], given: Given) -> tuple[Group, ...]:
    """The groups with what was typed instead of what is there."""
    return tuple(replace(g, fields=tuple(_refilled(field, given) for field in g.fields)) for g in groups)


def _refilled(field: Field, given: Given) -> Field:
    typed = list(given.get(field.name, ()))
    places = list(given.get(field.name + "_at", ()))
    if field.kind == "words":
        words = typed[0] if typed else ""
        return replace(field, values=(Value("", words, places[0] if places else ""),))
    if field.kind == "roles":
        words_of, at_of = given.get(field.name + "_words", ()), given.get(field.name + "_words_at", ())
        rows = zip_longest(typed, words_of, at_of, fillvalue="")
        return replace(field, values=tuple(Value(*row) for row in rows if row[0] or row[1]))
    if field.kind in ("parties", "places"):
        return replace(field, values=tuple(Value(each) for each in typed if each))
    return replace(field, values=(Value(typed[0] if typed else ""),))
