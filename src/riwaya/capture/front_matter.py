"""YAML front matter: what a text file says about itself before the text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from riwaya.errors import InputError
from riwaya.i18n import gettext as _

#: Longer front matter is no front matter: it is text between two rules.
_LIMIT = 20_000
_OPEN = re.compile(r"---[ \t]*(\r\n|\n|\r)")
_CLOSE = re.compile(r"(?:(?<=\n)|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_ -]*")
#: A line that was plainly meant as front matter, so that a slip in it is worth an error.
_MEANT = re.compile(r"(?m)^(outlet|published|date|uri|url|title)[ \t]*:")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the file says about itself; None where it says nothing."""

    outlet: str | None = None
    published: str | None = None
    uri: str | None = None


def split_front_matter(text: str, source: str) -> tuple[FrontMatter, str]:
    """What stands before the text, and the text.

    Front matter is a YAML mapping with Latin keys between two lines `---` at the very beginning;
    anything else that begins with a rule is text. Keys that Riwaya does not know are passed over.
    Raises InputError when something was meant as front matter but is not valid YAML.
    """
    opened = _OPEN.match(text)
    closed = _CLOSE.search(text, opened.end(), opened.end() + _LIMIT) if opened else None
    if opened is None or closed is None:
        return FrontMatter(), text
    block = text[opened.end() : closed.start()]
    try:
        values = _scalars(yaml.compose(block, Loader=yaml.SafeLoader))
    except (yaml.YAMLError, RecursionError, ValueError):
        if not _MEANT.search(block):
            return FrontMatter(), text
        raise InputError(source, _("the front matter is not valid YAML"), _("mend it or remove it")) from None
    if values is None:
        return FrontMatter(), text
    known = FrontMatter(
        outlet=values.get("outlet") or None,
        published=values.get("published") or values.get("date") or None,
        uri=values.get("uri") or values.get("url") or None,
    )
    return known, text[closed.end() :]


def _scalars(node: yaml.Node | None) -> dict[str, str] | None:
    """The plain values of a mapping as they are written; None for another node or for keys in prose."""
    if not isinstance(node, yaml.MappingNode):
        return None
    pairs = [(key.value, value) for key, value in node.value]
    if not all(isinstance(key, str) and _KEY.fullmatch(key) for key, _value in pairs):
        return None
    return {
        key.strip().lower(): value.value.strip()
        for key, value in pairs
        if isinstance(value, yaml.ScalarNode) and value.tag != "tag:yaml.org,2002:null"
    }
