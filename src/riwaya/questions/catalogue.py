"""The standing questions by name: what each is called, takes and tells, for whoever offers them.

To add a question, add one block to `QUESTIONS`; the command line makes a command of it. Its function takes
a desk, filters, and its extras by name: `function(desk, filters, **extras) -> Answer`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from riwaya.i18n import mark as _

if TYPE_CHECKING:
    from riwaya.questions.answer import Answer

#: The fields of `Filters` that a question can be narrowed by.
FilterName = Literal["party", "place", "since", "until", "outlet", "mode"]
EVERY: tuple[FilterName, ...] = ("party", "place", "since", "until", "outlet", "mode")
#: What the claims of one place can be narrowed to.
OF_PLACE: tuple[FilterName, ...] = ("party", "outlet", "mode", "since", "until")
#: How the value of an extra is understood: as it is, as the name or id of a party or place (the function gets
#: the id), as a day, as a number from 1 on, as a switch that is off unless given, or as the name of a file of
#: whoever asks, which only somebody at this machine can give.
ExtraKind = Literal["text", "party", "place", "day", "number", "switch", "file"]


@dataclass(frozen=True, slots=True)
class Extra:
    """What one question asks for beside the filters; its function gets it by `name`.

    With a `metavar` it is an argument of the command, which must be given; else an option `--name`.
    """

    name: str
    help: str
    kind: ExtraKind = "text"
    metavar: str | None = None
    choices: tuple[str, ...] = ()

    @property
    def is_local(self) -> bool:
        """Whether only somebody at this machine can give it: a page must not be able to name files."""
        return self.kind == "file"


@dataclass(frozen=True, slots=True)
class Question:
    """A standing question. `function` is `module:name` in `riwaya.questions`, imported when it is asked.

    `holds` is whether the answer stays the same as long as claims, and what relates them, do.
    """

    name: str
    function: str
    help: str
    extras: tuple[Extra, ...] = ()
    filters: tuple[FilterName, ...] = EVERY
    examples: tuple[str, ...] = ()
    holds: bool = True

    def load(self) -> Callable[..., Answer]:
        """The function that answers."""
        module, _colon, name = self.function.partition(":")
        function: Callable[..., Answer] = getattr(import_module(f"riwaya.questions.{module}"), name)
        return function


QUESTIONS: tuple[Question, ...] = (
    Question(
        "search",
        "search:search",
        _("The reports in which words stand, and where. Understands quotes, OR, NEAR/5, a minus and *."),
        extras=(Extra("text", _("What to search for."), metavar=_("TEXT")),),
        examples=(
            "riwaya search '\"ريف حلب\" قصف -هدنة'",
            "riwaya search 'غارة NEAR/5 سوق' --since 2015-07-01",
        ),
    ),
    Question(
        "health",
        "health:health",
        _("What came in and what failed, by outlet and week: silence or a broken collection."),
        extras=(Extra("rejects", _("Each input that could not be taken in, with the reason."), "switch"),),
        filters=("since", "until", "outlet"),
        examples=("riwaya health --since 2024-03-01", "riwaya health --rejects"),
        holds=False,
    ),
    Question(
        "lineage",
        "lineage:lineage",
        _("What a report took from others, who took from it, whom it cites, and how its versions differ."),
        extras=(Extra("report", _("The key of a report, or its beginning."), metavar=_("REPORT")),),
        filters=("since", "until", "outlet"),
        examples=("riwaya lineage r93f71953cee5f136",),
    ),
    Question(
        "corroboration",
        "corroboration:corroboration",
        _("How many origins are behind a matter or a claim, and how they stand to one another."),
        extras=(Extra("matter", _("A matter's id or its beginning, or a claim: the key of its report, a"
                                  " slash, its id."),
                      metavar=_("MATTER")),),
        examples=("riwaya corroboration m1f0c2a77b3d9", "riwaya corroboration r93f71953cee5f136/c5"),
    ),
    Question(
        "source",
        "source:source",
        _("Whom an outlet relays, its words for whom, whose texts it has; or which outlets quote a party."),
        extras=(Extra("id", _("An outlet or party: its id, or its name in Arabic or English."),
                      metavar=_("SOURCE")),),
        filters=("party", "since", "until"),
        examples=("riwaya source okaz", "riwaya source shaam --party syrian-government"),
    ),
    Question(
        "brief",
        "brief:brief",
        _("The morning: new matters and sides, denials, changed tolls, reports with their copies folded."),
        extras=(
            Extra("since", _("A day of publication, or a moment since which reports were taken in.")),
            Extra("watch", _("Only what a watch list names: a CSV file with columns kind, name, note."),
                  "file"),
        ),
        filters=("until", "party", "place", "outlet"),
        examples=(
            "riwaya brief --since 2015-08-06",
            "riwaya brief --since 2026-01-05T06:00Z --watch watch.csv",
        ),
    ),
    Question(
        "accusations",
        "accusations:accusations",
        _("Who accuses whom of what, how often, by how many outlets, and whether the accused denied it."),
        extras=(
            Extra("by", _("Only accusations by this party (id or name)."), "party"),
            Extra("against", _("Only accusations of this party (id or name)."), "party"),
            Extra("each", _("One row an accusation, not one for all that are alike."), "switch"),
        ),
        examples=("riwaya accusations --against russia --since 2015-07-01",),
    ),
    Question(
        "requests",
        "requests:requests",
        _("Who asked whom for what, and how it was answered, or that no answer is found."),
        extras=(Extra("open", _("Only requests to which no answer is found."), "switch"),),
        examples=("riwaya requests --party united-nations --open",),
    ),
    Question(
        "control",
        "control:control",
        _("Who is said to hold a place: dated claims, the last said first. Never a state of affairs."),
        extras=(
            Extra("place", _("The place: its id, or its name in Arabic or English."), "place", _("PLACE")),
            Extra("background", _("Also claims that nobody makes for themselves: asides, undated past."),
                  "switch"),
            Extra("presence", _("Who is said to be at the place, instead of who is said to hold it."),
                  "switch"),
        ),
        filters=("party", "since", "until", "outlet"),
        examples=("riwaya control تدمر", "riwaya control world:raqqa --format csv"),
    ),
    Question(
        "casualties",
        "casualties:casualties",
        _("How many were killed, wounded, displaced or taken: by whom it is said, of whom, where and when."),
        extras=(
            Extra("measure", _("What is counted."),
                  choices=("killed", "wounded", "abducted", "detained", "missing", "displaced", "evacuated",
                           "destroyed")),
        ),
        examples=("riwaya casualties --place حلب --measure killed",),
    ),
    Question(
        "headlines",
        "headlines:headlines",
        _("Headlines that assert what the report only attributes, or are surer than it is."),
        examples=("riwaya headlines --outlet okaz",),
    ),
    Question(
        "matters",
        "matters:matters",
        _("What several reports tell of: incidents, and questions on which claims collide."),
        extras=(
            Extra("disputed", _("Only matters in which claims collide."), "switch"),
            Extra("kind", _("Only incidents, or only questions."), choices=("incident", "question")),
        ),
        examples=("riwaya matters --disputed --since 2015-07-01",),
    ),
    Question(
        "matter",
        "matters:matter_asked",
        _("One matter: every claim of it in the order of publication, by side, and how they relate."),
        extras=(Extra("id", _("The matter's id, or the beginning of it."), metavar=_("MATTER")),),
        filters=(),
        examples=("riwaya matter m0123456789ab",),
    ),
    Question(
        "map",
        "map:where",
        _("What is said to have happened or to be held where: a row a place, with how far off it may be."),
        examples=("riwaya map --since 2015-07-01 --until 2015-07-31", "riwaya map --mode aerial"),
    ),
    Question(
        "timeline",
        "timeline:timeline",
        _("How many claims were published on which day, and how many tell of what happened on it."),
        extras=(
            Extra("split", _("What to tell claims apart by (type)."), choices=("type", "mode", "side")),
            Extra("step", _("One row for how long; as long as it must be, unless said."),
                  choices=("day", "week", "month")),
        ),
        examples=("riwaya timeline --since 2015-07-01 --split side --party russia",),
    ),
    Question(
        "claims",
        "claims:claims",
        _("Claims one by one, the last said first: who says what of whom, where and when, in whose words."),
        extras=(
            Extra("type", _("Only claims of this type of event: ASSAULT, CONTROL …")),
            Extra("side", _("Only what this party says (id or name)."), "party"),
            Extra("after", _("Only events that are said to begin on this day or later."), "day"),
            Extra("before", _("Only events that are said to end on this day or before."), "day"),
        ),
        examples=("riwaya claims --type ASSAULT --place حلب --since 2015-07-01",),
    ),
)  # fmt: skip


def question(name: str) -> Question:
    """The question of this name. Raises KeyError."""
    return {each.name: each for each in QUESTIONS}[name]
