"""Pages from templates: in the reader's language, with report text only ever as data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from riwaya.exchange.page import TEMPLATES, bdi
from riwaya.exchange.wording import isolate
from riwaya.i18n import direction, gettext, language, languages, ngettext
from riwaya.workbench.asking import archive_of
from riwaya.workbench.doors import GROUPS
from riwaya.workbench.people import somebody
from riwaya.workbench.titles import STATES
from riwaya.workbench.token import hidden_field

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
#: The style, script and template of one reading, which pages share with the page that `riwaya read` writes.
READING = TEMPLATES
#: What is isolated already, or else a day, a month, a span of days, a moment or an option: after an Arabic
#: word its parts would stand from right to left.
_DAYS = re.compile(
    r"\u2068[^\u2069]*\u2069|((?<!\d)\d{4}-\d\d(?!\d)(?:-\d\d(?:[/T ][\d:-]+\dZ?)?)?|--[a-z]+)"
)
#: One of these by itself, or with the time of day behind it: it is broken across no lines.
_DAY_ALONE = re.compile(r"<bdi>(\d{4}-\d\d[\d:/TZ -]*(?:\([^<>()]*\))?)</bdi>")


def is_built() -> bool:
    """Whether what `make frontend` makes is there; pages work without it, the map and the keys do not."""
    return (STATIC / "built" / "fonts.css").exists()


def page(request: Request, template: str, status: int = 200, /, **shown: Any) -> HTMLResponse:
    """The page that a template makes of what is shown.

    Every template also knows: `_`, `ngettext`, `lang`, `dir`, `languages`, `here` (the path), `other` (this
    address with parameters changed), `person`, `groups` (of doors, in the bar), `states` (of jobs), `token`
    (the hidden field of forms that change something), `team` (whether people log in), `stale` (whether the
    reports are to be related anew), `wrong` (what is wrong with what was typed, None unless shown), and the
    filter `bdi` and `moment`.
    `person` is None on the pages of those who are not logged in.
    """
    common: Mapping[str, Any] = {
        "_": gettext,
        "ngettext": ngettext,
        "lang": language(),
        "dir": direction(),
        "languages": languages(),
        "here": request.url.path,
        "person": somebody(request),
        "team": request.app.state.settings.team,
        "groups": GROUPS,
        "states": STATES,
        "token": lambda: hidden_field(request),
        "stale": lambda: not archive_of(request).is_linked(),
        "wrong": None,
        "other": lambda **changed: _address(request, changed),
    }
    body = _environment().get_template(template).render({**common, **shown})
    return HTMLResponse(body, status_code=status)


def _address(request: Request, changed: Mapping[str, str | int | None]) -> str:
    """This page's address with some parameters changed; those set to None are left out."""
    parameters = {**request.query_params, **changed}
    kept = {name: value for name, value in parameters.items() if value not in (None, "")}
    return request.url.path + ("?" + urlencode(kept) if kept else "")


def phrase(text: str) -> Markup:
    """A phrase with its isolates as `<bdi>`, and its days isolated too."""
    if isinstance(text, Markup):
        return bdi(text)
    isolated = bdi(_DAYS.sub(lambda match: isolate(match[1]) if match[1] else match[0], text))
    return Markup(_DAY_ALONE.sub(r'<bdi class="day">\1</bdi>', str(isolated)))  # noqa: S704 - escaped by `bdi`


def moment(value: str | None, unknown: str = "") -> Markup:
    """A day or moment that is broken across no lines, to the minute; `unknown` where there is none.

    >>> moment("2025-03-13T12:15:00Z")
    Markup('<bdi class="day">2025-03-13 12:15</bdi>')
    """
    if not value:
        return escape(unknown)
    return Markup('<bdi class="day">{}</bdi>').format(value[:16].replace("T", " "))


@lru_cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader([FOLDER / "templates", READING]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["bdi"] = phrase
    environment.filters["moment"] = moment
    return environment
