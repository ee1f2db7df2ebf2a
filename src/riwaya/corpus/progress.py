"""Telling people what is being done, where somebody listens."""

from __future__ import annotations

from collections.abc import Callable

#: Takes one message for people at a time.
Teller = Callable[[str], None]


def silent(_message: str) -> None:
    """Tell nobody."""
