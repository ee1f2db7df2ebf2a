"""How a group of commands lists them in its help: under headings, each with all it says of itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click

from riwaya.i18n import gettext as _


class Listed(click.Group):
    """A group whose commands stand under headings, in the order of the headings; others come last.

    In one list of thirty that is sorted by name nobody sees where to begin, and click cuts what it says of
    each to a line, in the midst of a sentence.
    """

    def __init__(self, *args: Any, headings: Mapping[str, Sequence[str]] | None = None, **given: Any) -> None:
        super().__init__(*args, **given)
        self._headings = headings or {}

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write every list of commands under its heading."""
        named = [name for names in self._headings.values() for name in names]
        others = [name for name in self.list_commands(ctx) if name not in named]
        heading = _("Other commands") if named else _("Commands")
        for title, names in (*self._headings.items(), (heading, others)):
            rows = [(name, (self.commands[name].help or "").partition("\n\n")[0]) for name in names]
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def examples(*lines: str) -> str:
    """What a command's help ends with: calls as they are typed, which click is not to wrap."""
    return "\b\n" + "\n".join(lines)
