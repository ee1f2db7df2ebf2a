"""Bringing one report in: from bytes, a file, an open stream, or an address."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from riwaya.capture.captured import Captured, CaptureOptions, identity, parse_published
from riwaya.capture.decode import decode
from riwaya.capture.fetch import Page, fetch
from riwaya.capture.front_matter import split_front_matter
from riwaya.capture.html import decode_html, extract_article, looks_like_html, outlet_of
from riwaya.capture.language import LANGUAGE, require_arabic
from riwaya.capture.outlets import outlet_id
from riwaya.errors import InputError, UsageError
from riwaya.i18n import gettext as _

HTML_SUFFIXES = frozenset({".html", ".htm"})
#: Files of a folder that are read.
SUFFIXES = HTML_SUFFIXES | {".txt", ".md"}
_DEFAULT = CaptureOptions()


def capture_bytes(
    data: bytes,
    source: str,
    *,
    options: CaptureOptions = _DEFAULT,
    html: bool = False,
    charset: str | None = None,
    uri: str | None = None,
) -> Captured:
    """The report in `data`. `source` names it in messages; `html` says that it is a page in any case.

    `charset` is the encoding that an HTTP answer names, `uri` the address that the bytes are from.
    Options beat front matter, front matter beats what an HTML page says. Raises InputError.
    """
    if len(data) > options.max_bytes:
        raise too_large(source, options.max_bytes)
    text = decode_html(data, source, charset) if html or charset else decode(data, source)
    said, text = split_front_matter(text, source)
    # Where bytes were fetched is a fact; what they say about it is not.
    uri = uri or said.uri
    published = said.published and _published(said.published, source)
    outlet = said.outlet
    if html or looks_like_html(text):
        article = extract_article(text, source, uri)
        text, uri = article.text, article.uri
        published = published or article.published
        outlet = outlet or outlet_of(uri, options.outlets, article.site)
    elif uri:
        outlet = outlet or outlet_of(uri, options.outlets)
    if not text.strip():
        raise InputError(source, _("the input is empty"), _("give a text or HTML file"))
    require_arabic(text, source)
    return Captured(
        source=source,
        id=identity(data),
        text=text,
        outlet=options.outlet or (_outlet(outlet, source) if outlet else None),
        published=parse_published(options.published) if options.published else published,
        uri=uri,
        language=LANGUAGE,
    )


def capture_text(text: str, source: str = "text", *, options: CaptureOptions = _DEFAULT) -> Captured:
    """The report in a string; its id is that of the same string as UTF-8. Raises InputError."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError as error:
        problem = _("half a character (a lone surrogate) at {offset}").format(offset=error.start)
        raise InputError(source, problem, _("decode the input without 'surrogateescape'")) from None
    return capture_bytes(data, source, options=options)


def capture_path(path: Path, *, source: str | None = None, options: CaptureOptions = _DEFAULT) -> Captured:
    """The report in the file at `path`. Raises InputError, also when the file cannot be read."""
    name = str(path) if source is None else source
    try:
        with path.open("rb") as file:
            data = read_limited(file, name, options.max_bytes)
    except OSError as error:
        raise unreadable(name, error) from None
    return capture_bytes(data, name, options=options, html=path.suffix.lower() in HTML_SUFFIXES)


def capture_url(url: str, *, options: CaptureOptions = _DEFAULT) -> Captured:
    """The report at an http(s) address. Raises FetchError or InputError."""
    return capture_page(fetch(url, options), url, options=options)


def capture_page(page: Page, source: str, *, options: CaptureOptions = _DEFAULT) -> Captured:
    """The report on a page that was fetched. Raises InputError."""
    html = "html" in page.content_type
    return capture_bytes(page.data, source, options=options, html=html, charset=page.charset, uri=page.uri)


def read_limited(stream: BinaryIO, source: str, limit: int) -> bytes:
    """Everything in `stream`, of which no more than `limit` + 1 bytes are ever taken. Raises InputError."""
    parts: list[bytes] = []
    left = limit + 1
    while left and (part := stream.read(min(left, 1 << 20))):
        parts.append(part)
        left -= len(part)
    if not left:
        raise too_large(source, limit)
    return b"".join(parts)


def too_large(source: str, limit: int) -> InputError:
    """The error for an input of more than `limit` bytes."""
    problem = _("larger than {limit} bytes").format(limit=limit)
    return InputError(source, problem, _("raise the limit by --max-bytes"))


def unreadable(source: str, error: OSError) -> InputError:
    """The error for a file or folder that the system does not let us read."""
    problem = _("cannot be read: {why}").format(why=error.strerror or type(error).__name__)
    return InputError(source, problem, _("check the name and the permissions"))


def _outlet(name: str, source: str) -> str:
    try:
        return outlet_id(name)
    except UsageError as error:
        raise InputError(
            source, str(error), _("say who published it: {option}").format(option="--outlet ID")
        ) from None


def _published(value: str, source: str) -> str:
    try:
        return parse_published(value)
    except UsageError as error:
        raise InputError(source, str(error), _("mend the front matter")) from None
