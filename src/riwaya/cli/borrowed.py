"""Messages that come from click, in the language of the interface.

click asks the process-wide gettext domain, whose catalogues are files on a disk; ours are compiled in
memory. So the look-ups of click's modules are pointed at ours, and what a caller of `riwaya` can get to
see of click is listed here, so that it is translated like any other message.
"""

from __future__ import annotations

import click

from riwaya.i18n import gettext, mark, mark_plural, ngettext

_MODULES = (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types)
MESSAGES = (
    mark("Usage:"),
    mark("Options"),
    mark("Commands"),
    mark("Show this message and exit."),
    mark("default: {default}"),
    mark("required"),
    mark("Missing command."),
    mark("Missing argument"),
    mark("Missing option"),
    mark("No such option {name!r}."),
    mark("No such command {name!r}."),
    mark("Invalid value for {param_hint}: {message}"),
    mark("{value!r} is not a valid {number_type}."),
    mark("{value} is not in the range {range}."),
    mark("{value!r} is not a valid boolean. Recognized values: {states}"),
    mark("Option {name!r} does not take a value."),
    mark("Argument {name!r} takes {nargs} values."),
)
PLURALS = (
    mark_plural("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    mark_plural("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    mark_plural("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    mark_plural("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
)


#: What click calls kinds of values, in the midst of its sentences.
KINDS = (
    mark("integer"),
    mark("integer range"),
    mark("float"),
    mark("float range"),
)


class _Kind(str):
    """A kind's name that is translated when a sentence is made of it: whoever reads then is known."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return format(gettext(str(self)), spec)


def translate_click() -> None:
    """Let click speak the language of the interface, wherever it does not speak English."""
    for kind in (click.types.IntParamType, click.IntRange, click.types.FloatParamType, click.FloatRange):
        kind.name = _Kind(kind.name)
    for module in _MODULES:
        for name, ours in (("_", gettext), ("ngettext", ngettext)):
            if hasattr(module, name):
                setattr(module, name, ours)
