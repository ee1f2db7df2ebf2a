"""HTML to the text of a report: title and main text, and what the page says about itself."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from riwaya.capture.decode import decode
from riwaya.errors import InputError
from riwaya.i18n import gettext as _
from riwaya.packs.pack import Outlet
from riwaya.text import fold

_START = re.compile(
    r"\s*(<\?xml[^>]{0,200}\?>\s*)?(<!--.{0,2000}?-->\s*)*<(!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
#: Declarations that are believed. Others (windows-1252 on Arabic pages is common) are detected instead.
_ENCODINGS = frozenset({"utf-8", "cp1256", "iso8859-6"})
#: Browsers look for the declaration in the first 1024 bytes; pages that put it later are common.
_HEAD = 4096
#: A main text with fewer words is a leftover of navigation, not an article.
_MIN_WORDS = 5
#: No guesses from the page's text, and no "today" as the latest date: a page reads the same on any day.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}


@dataclass(frozen=True, slots=True)
class Article:
    """What an HTML page holds: the report's text, and what the page says about it."""

    text: str
    published: str | None
    uri: str | None
    site: str | None


def looks_like_html(text: str) -> bool:
    """Whether `text` begins as an HTML page does."""
    return _START.match(text[:_HEAD]) is not None


def decode_html(data: bytes, source: str, charset: str | None) -> str:
    """The page's source: by byte-order mark, `charset` of the HTTP answer, its declaration, or detection.

    A declared encoding that does not fit the bytes is passed over. Raises InputError as `decode` does.
    """
    declared = _CHARSET.search(data[:_HEAD])
    names = [charset, declared[1].decode("ascii") if declared else None]
    marked = data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for name in names if not marked else []:
        encoding = _encoding(name)
        if encoding is None:
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return decode(data, source)


def _encoding(name: str | None) -> str | None:
    """The encoding that a declaration means, if it is one in which Arabic pages are written."""
    try:
        encoding = codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None
    return encoding if encoding in _ENCODINGS else None


def extract_article(page: str, source: str, uri: str | None) -> Article:
    """Title, newline, main text of an HTML page. Raises InputError when the page has no article."""
    # Imported when first needed: it takes longer to load than all the rest of the command line.
    import trafilatura  # noqa: PLC0415
    from trafilatura.settings import Document  # noqa: PLC0415

    try:
        found = trafilatura.bare_extraction(
            page,
            url=uri,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=dict(_DATES),
        )
    except (ValueError, RecursionError, AttributeError, TypeError, IndexError, KeyError):
        # What trafilatura and lxml raise on markup that is broken beyond repair.
        found = None
    if not isinstance(found, Document) or len((found.text or "").split()) < _MIN_WORDS:
        remedy = _("save the page from a browser, or its text as .txt")
        raise InputError(source, _("no article found in the HTML page"), remedy)
    title, main = (found.title or "").strip(), found.text or ""
    first, _sep, _rest = main.partition("\n")
    text = main if not title or first.strip() == title else f"{title}\n{main}"
    return Article(text=text, published=found.date, uri=uri or found.url, site=found.sitename)


def known_outlets(outlets: Iterable[Outlet]) -> dict[str, str]:
    """Outlets' ids by the domains and the folded names of their sites."""
    return {key: outlet.id for outlet in outlets for key in (*map(fold, outlet.names), *outlet.domains)}


def outlet_of(uri: str | None, outlets: Mapping[str, str], site: str | None = None) -> str | None:
    """The outlet of a page: by the longest known domain, else by its site's name, else the host."""
    host = (urlsplit(uri).hostname or "") if uri else ""
    host = host.removeprefix("www.")
    parts = host.split(".")
    for start in range(len(parts)):
        known = outlets.get(".".join(parts[start:]))
        if known:
            return known
    return outlets.get(fold(site or "")) or host or None
