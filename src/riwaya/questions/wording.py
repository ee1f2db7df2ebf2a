"""The cells of an answer in words of the interface language, for whoever shows it."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.corpus.alike import POSITIONS
from riwaya.corpus.interest import LEANINGS
from riwaya.corpus.states import STATES
from riwaya.exchange.labels import (
    ACTS,
    DISTANCES,
    EVENTS,
    FACTUALITIES,
    MEASURES,
    MODES,
    PLACE_KINDS,
    RELATIONS,
    VOICES,
    label,
    time_label,
)
from riwaya.exchange.soundness import OTHER
from riwaya.exchange.wording import arrow, isolate
from riwaya.i18n import gettext as _
from riwaya.i18n import mark, ngettext
from riwaya.model import Time
from riwaya.questions.answer import Answer, Cell, Column, values_of
from riwaya.questions.brief import SECTIONS
from riwaya.questions.health import COLLECTING
from riwaya.questions.labels import KINDS, STANCES
from riwaya.questions.lineage import KINSHIP
from riwaya.questions.source import ABOUT

#: The vocabulary that a column of labels speaks, by the column's name; a name that is not here knows all.
_VOCABULARIES: Mapping[str, Mapping[str, str]] = {
    "act": ACTS,
    "distance": DISTANCES,
    "factuality": FACTUALITIES,
    "headline_factuality": FACTUALITIES,
    "measure": MEASURES,
    "mode": MODES,
    "kind": KINDS,
    "relation": RELATIONS,
    "stance": STANCES,
    "collecting": COLLECTING,
    "answer": EVENTS,
    "type": EVENTS,
    "wish": EVENTS,
    "voice": VOICES,
    "about": ABOUT,
    "position": POSITIONS,
    "section": SECTIONS,
    "state": STATES,
    "interest": LEANINGS,
}
_ALL = {**PLACE_KINDS, **VOICES, **RELATIONS, **MODES, **MEASURES, **ACTS, **DISTANCES, **EVENTS}
#: States, switches and phases that answers have beside the vocabularies of a reading.
_OWN: Mapping[str, str] = {
    "yes": mark("yes"),
    "no": mark("no"),
    "begin": mark("begins"),
    "hold": mark("holds on"),
    "end": mark("ends"),
    "incident": mark("in one incident"),
    "cumulative": mark("in all"),
    "unclear": mark("unclear"),
    "question": mark("question"),
    "asserts": mark("asserts what the report attributes"),
    "surer": mark("is surer"),
    "closer": mark("keeps less distance"),
    "machine": mark("by machine"),
    "accepted": mark("accepted"),
    "corrected": mark("corrected"),
    "added": mark("added"),
    "rejected": mark("rejected"),
    "accept": mark("accepted"),
    "correct": mark("corrected"),
    "add": mark("added"),
    "reject": mark("rejected"),
    **KINSHIP,
}
#: Kinds of columns whose cells hold ids.
NAMED = ("ids", "chain")


def shown_columns(answer: Answer) -> list[int]:
    """The numbers of the columns that are not empty in every row."""
    return [
        i for i, c in enumerate(answer.columns) if any(values_of(c, line.cells[i]) for line in answer.lines)
    ]


def ids_of(answer: Answer) -> set[str]:
    """All ids of parties and places in an answer: those that `names` is asked for."""
    columns = [i for i, column in enumerate(answer.columns) if column.kind in NAMED]
    return {
        id for line in answer.lines for i in columns for id in values_of(answer.columns[i], line.cells[i])
    }


def cell_words(column: Column, cell: Cell, names: Mapping[str, str]) -> str:
    """A cell as people read it, words that run the other way isolated; `names` gives names for ids."""
    between = f" {arrow(forth=False)} " if column.kind == "chain" else _(", ")
    return between.join(value_words(column, value, names) for value in values_of(column, cell))


def value_words(column: Column, value: str, names: Mapping[str, str]) -> str:
    """One value of a cell as people read it."""
    if column.kind in NAMED:
        id, _colon, words = value.partition(f"{OTHER}: ")
        if words and not id:
            return _("“{words}”").format(words=isolate(words))
        return isolate(names.get(value) or (_("somebody") if value == OTHER else value))
    if column.kind == "label":
        return word_of(column.name, value)
    return isolate(time_label(Time("DATE", value, None), value) if column.kind == "day" else value)


def word_of(column: str, key: str) -> str:
    """The word that a column of labels has for a key."""
    table = _VOCABULARIES.get(column)
    if table and key in table:
        return label(table, key)
    return label(_OWN if key in _OWN else _ALL, key)


def held_back(count: int) -> str:
    """What is not shown, and why."""
    return ngettext(
        "{n} claim of armed presence or movement is held back: it is younger than the release policy allows, "
        "or its place is finer.",
        "{n} claims of armed presence or movement are held back: they are younger than the release policy "
        "allows, or their places are finer.",
        count,
    ).format(n=count)
