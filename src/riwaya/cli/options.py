"""Options that several commands have."""

from __future__ import annotations

import click

from riwaya.i18n import gettext as _
from riwaya.i18n import languages

DEFAULT_PACK = "syria"


def lang_option() -> click.Option:
    """`--lang`, which `riwaya.cli` looks for itself before any command is built."""
    return click.Option(
        ["--lang"],
        type=click.Choice(languages()),
        expose_value=False,
        help=_("Language of messages, dossiers and pages."),
    )


def pack_option() -> click.Option:
    """`--pack`, the pack that reports are read with."""
    return click.Option(
        ["--pack"],
        default=DEFAULT_PACK,
        show_default=True,
        type=click.Path(path_type=str),
        help=_("Pack to read with: the name of one that ships, or a folder."),
    )
