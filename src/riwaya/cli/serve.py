"""`riwaya serve`: the workbench, in the browser."""

from __future__ import annotations

import os
import socket
import webbrowser
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import click

from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.console import say
from riwaya.cli.listing import examples
from riwaya.cli.options import DEFAULT_PACK, lang_option
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.packs.pack import find_pack, shipped_pack

if TYPE_CHECKING:
    from riwaya.archive import Archive

_PORT = 8737
#: Processes that answer a team, unless more are asked for.
_FOR_A_TEAM = 4


def serve_command() -> click.Command:
    """`riwaya serve`, described in the current interface language."""
    return click.Command(
        "serve",
        params=[
            archive_option(),
            click.Option(["--pack"], type=click.Path(path_type=str),
                         help=_("Pack to read with: a name or a folder (default: that of the last ingest).")),
            click.Option(["--host"], default="127.0.0.1", show_default=True, metavar=_("NAME"),
                         help=_("Where to listen; the usual one is reached from this machine alone.")),
            click.Option(["--port"], type=click.IntRange(0, 65_535), default=_PORT, show_default=True,
                         help=_("The port; 0 takes a free one.")),
            click.Option(["--name", "names"], multiple=True, metavar=_("NAME"),
                         help=_("Another name under which browsers reach the workbench; may be repeated.")),
            click.Option(["--who"], metavar=_("NAME"), default="",
                         help=_("Who signs what is decided (default: the user of this machine).")),
            click.Option(["--team"], is_flag=True,
                         help=_("Let in only who logs in: riwaya account makes accounts.")),
            click.Option(["--proxy"], metavar=_("ADDRESS"),
                         help=_("The address of a proxy that says truly who asks, and whether by HTTPS.")),
            click.Option(["--no-login"], is_flag=True,
                         help=_("Whoever reaches --host from elsewhere may do everything.")),
            click.Option(["--processes"], type=click.IntRange(1, 64),
                         help=_("How many processes answer (default: 1; with --team as many as processors, at"
                                " most {n}).").format(n=_FOR_A_TEAM)),
            click.Option(["--tiles"], metavar=_("URL"), callback=_tiles,
                         help=_("Map tiles to load from another host: an address with {z}, {x} and {y}.")),
            click.Option(["--open", "opens"], is_flag=True, help=_("Open it in the browser.")),
            lang_option(),
        ],
        callback=_run,
        help=_("Open the workbench: read, compare and decide in the browser."),
        epilog=examples("riwaya serve --archive news.riwaya --open"),
    )  # fmt: skip


def _run(archive: str | None, host: str, port: int, *, opens: bool, **given: Any) -> int:
    # The web framework is slow to load.
    from riwaya.workbench import LOCAL_HOSTS, PATIENCE, Settings, is_built, serve  # noqa: PLC0415

    if not (given["team"] or given["no_login"] or _is_local(host)):
        problem = _(
            "{host} is reached from other machines, where everybody could do everything: add --team, or, if"
            " something else keeps them out, --no-login"
        )
        raise UsageError(problem.format(host=host))
    if archive == ":memory:":
        raise UsageError(
            _("an archive in memory ends with the process that made it: name a file (--archive)")
        )
    with open_archive(archive, create=True, patience=PATIENCE) as opened, _listening(host, port) as listener:
        settings = Settings(
            pack=_pack(given["pack"] or opened.fact("pack") or DEFAULT_PACK),
            hosts=LOCAL_HOSTS | {host, *given["names"]},
            who=given["who"],
            team=given["team"],
            tiles=given["tiles"],
        )
        if settings.team:
            _require_editor(opened)
            if not (_is_local(host) or given["proxy"]):
                say(_("passwords travel as they are typed: put a proxy with HTTPS before it (--proxy)"))
        address = f"http://{host}:{listener.getsockname()[1]}/"
        if not is_built():
            say(
                _(
                    "the workbench's map, suggestions and keys are not in this installation: 'make frontend'"
                    " builds them"
                )
            )
        say(_("the workbench is at {address} (Ctrl-C ends it)").format(address=address))
        if opens:
            webbrowser.open(address)
        processes = given["processes"] or (_many() if settings.team else 1)
        serve(opened, settings, listener, proxy=given["proxy"], processes=processes)
    return 0


def _many() -> int:
    """Processes for many users: no more than the machine can run side by side."""
    return min(os.cpu_count() or 1, _FOR_A_TEAM)


def _pack(name: str) -> str:
    """A pack as a process in another folder finds it: by the name that ships, or by its full path."""
    return name if shipped_pack(name) else str(find_pack(name).resolve())


def _is_local(host: str) -> bool:
    """Whether what listens there is reached from this machine alone."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
        return all(ip_address(address[0]).is_loopback for *_rest, address in found)
    except (OSError, ValueError):  # `_listening` says what is wrong with it
        return False


def _require_editor(archive: Archive) -> None:
    """Raises UsageError where nobody could let others in."""
    from riwaya.workbench.accounts import all_accounts  # noqa: PLC0415 - slow to load

    with archive.reading() as connection:
        editors = [each for each in all_accounts(connection) if each.role == "editor" and not each.disabled]
    if not editors:
        problem = _(
            "nobody could log in: make an editor first: riwaya account add NAME --role editor --archive FILE"
        )
        raise UsageError(problem)


def _tiles(_context: click.Context, _option: click.Parameter, address: str | None) -> str | None:
    """The address of map tiles as it was given. Raises UsageError where it can be none."""
    if address is None:
        return None
    parts = urlsplit(address)
    named = all(part in address for part in ("{z}", "{x}", "{y}"))
    host = "".join(c for c in parts.netloc if c.isascii() and (c.isalnum() or c in ".-:[]"))
    if not named or parts.scheme not in ("http", "https") or not host or host != parts.netloc:
        problem = _("--tiles: '{address}' is no address of tiles; write it as {example}")
        example = "https://tiles.example.org/{z}/{x}/{y}.png"
        raise UsageError(problem.format(address=address, example=example))
    return address


def _listening(host: str, port: int) -> socket.socket:
    """The socket to listen at. Raises UsageError where it cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family)
    except OSError as error:
        problem = _("cannot listen at {host}:{port}: {why}; --port names another")
        raise UsageError(problem.format(host=host, port=port, why=error.strerror)) from None
    # An answer that leaves in two pieces would else wait forty milliseconds for the first to be confirmed.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener
