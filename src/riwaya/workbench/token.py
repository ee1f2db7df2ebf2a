"""The token that a form must bring back, so that no page of another site can have sent it."""

from __future__ import annotations

from markupsafe import Markup
from starlette.requests import Request

#: The name of the hidden field.
FIELD = "token"


def token_of(request: Request) -> str:
    """The token of whoever asks."""
    token: str = request.app.state.token
    return token


def hidden_field(request: Request) -> Markup:
    """The field of a form that holds the token."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token_of(request))
