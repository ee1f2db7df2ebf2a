"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from riwaya.capture import MAX_BYTES, TIMEOUT, CaptureOptions
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


def speak_everywhere(group: click.Group) -> None:
    """Give `--lang` to every command of a group that lacks it, so that it may stand in any call."""
    for command in group.commands.values():
        if isinstance(command, click.Group):
            speak_everywhere(command)
        elif not any("--lang" in parameter.opts for parameter in command.params):
            command.params.append(lang_option())


def pack_option() -> click.Option:
    """`--pack`, the pack that reports are read with."""
    return click.Option(
        ["--pack"],
        default=DEFAULT_PACK,
        show_default=True,
        type=click.Path(path_type=str),
        help=_("Pack to read with: the name of one that ships, or a folder."),
    )


def about_options() -> list[click.Parameter]:
    """`--outlet` and `--published`: what the caller knows about every input."""
    return [
        click.Option(["--outlet"], help=_("Id of the outlet, for every input.")),
        click.Option(["--published"], metavar=_("DATE"),
                     help=_("Day or moment of publication (ISO 8601), for every input.")),
    ]  # fmt: skip


def limit_options() -> list[click.Parameter]:
    """`--max-bytes`, `--timeout` and `--allow-private-addresses`."""
    return [
        click.Option(["--max-bytes"], type=click.IntRange(1), default=MAX_BYTES, show_default=True,
                     help=_("Refuse inputs that are larger.")),
        click.Option(["--timeout"], type=click.FloatRange(0, min_open=True), default=TIMEOUT,
                     show_default=True, help=_("Seconds that one address may take.")),
        click.Option(["--allow-private-addresses"], is_flag=True,
                     help=_("Also fetch from addresses that are not public.")),
    ]  # fmt: skip


def capture_options(given: Mapping[str, Any]) -> CaptureOptions:
    """What `about_options` and `limit_options` were given. Raises UsageError."""
    names = ("outlet", "published", "max_bytes", "timeout", "allow_private_addresses")
    return CaptureOptions(**{name: given[name] for name in names})
