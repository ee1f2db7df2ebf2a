"""Forms of pages as a browser would send them."""

from __future__ import annotations

from html.parser import HTMLParser

Fields = dict[str, list[str]]


class _Forms(HTMLParser):
    """Every form of a page, with the fields that it would send if nobody touched it."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[tuple[str, Fields]] = []
        self._select: str | None = None
        self._first = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = dict(attrs)
        if tag == "form":
            self.forms.append((at.get("action") or "", {}))
        elif tag == "input" and at.get("name"):
            if at.get("type") != "checkbox" or "checked" in at:
                self._put(at["name"] or "", at.get("value") or "")
        elif tag == "select":
            self._select, self._first = at.get("name"), True
        elif tag == "option" and self._select:
            if self._first:
                self._put(self._select, at.get("value") or "")
            elif "selected" in at:
                self.forms[-1][1][self._select][-1] = at.get("value") or ""
            self._first = False

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None

    def _put(self, name: str, value: str) -> None:
        if self.forms:
            self.forms[-1][1].setdefault(name, []).append(value)


def forms_of(html: str) -> list[tuple[str, Fields]]:
    """The forms of a page: where each is sent, and its fields."""
    parser = _Forms()
    parser.feed(html)
    return parser.forms


def form_of(html: str, sent_to: str, /, **having: str) -> Fields:
    """The form that is sent there and has these values."""
    for to, fields in forms_of(html):
        if to == sent_to and all(fields.get(name) == [value] for name, value in having.items()):
            return fields
    raise AssertionError(f"no form for {sent_to} with {having}")
