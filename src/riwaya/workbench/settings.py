"""What a workbench is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass

#: Names under which a browser on this machine reaches the workbench.
LOCAL_HOSTS = frozenset(("127.0.0.1", "localhost", "[::1]"))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workbench is told when it starts.

    `pack` reads what is added, `hosts` are the names under which pages may be asked for, `who` signs what is
    decided where nobody has to log in. `team` asks for accounts. `tiles` is the address of map tiles with
    {z}, {x}, {y}, if any; without it no request leaves for another host. `max_bytes` is the largest upload.
    """

    pack: str = "syria"
    hosts: frozenset[str] = LOCAL_HOSTS
    who: str = ""
    team: bool = False
    tiles: str | None = None
    max_bytes: int = 5_000_000
