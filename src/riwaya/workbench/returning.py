"""Where a browser goes once something was changed."""

from __future__ import annotations

from starlette.responses import RedirectResponse, Response


def back_to(asked: str, usual: str) -> Response:
    """A redirect to the page that a form asked for, if it is one of ours, else to the usual one."""
    # Browsers read a backslash as a slash, and two slashes as another host.
    local = asked.startswith("/") and not asked.startswith("//") and "\\" not in asked and asked.isprintable()
    return RedirectResponse(asked if local else usual, status_code=303)
