"""Arguments that are text: bytes that are none are refused before a command begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click
from click.types import StringParamType

from riwaya.i18n import gettext as _


class Text(StringParamType):
    """What a database, a question or JSON can hold. Bytes that are not UTF-8 reach us as half characters."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The argument as it is; a usage error that names the argument where it is no text."""
        text = super().convert(value, param, ctx)
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            self.fail(_("'{value}' is not UTF-8").format(value=text), param, ctx)
        return text


def require_texts(command: click.Command) -> None:
    """Make a command, and those below it, check every argument that is neither a path nor of another kind."""
    for each in _with_those_below(command):
        for parameter in each.params:
            if isinstance(parameter.type, StringParamType):
                parameter.type = Text()


def _with_those_below(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for each in command.commands.values():
            yield from _with_those_below(each)
