"""Fetching one page: http and https only, checked addresses, and limits on size, time and redirects.

Proxies named in the environment are not used: behind one, the addresses could not be checked.
"""

from __future__ import annotations

import ssl
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

import httpcore

from riwaya.capture.addresses import AddressRefusedError, Deadline, DeadlineError, GuardedBackend
from riwaya.capture.captured import CaptureOptions
from riwaya.errors import FetchError
from riwaya.i18n import gettext as _

#: More redirects than this are a loop or a trap; browsers allow 20, news pages need 2.
MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TYPES = frozenset({"", "text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
_SAFE = "/%:@!$&'()*+,;=~-._?[]"


@dataclass(frozen=True, slots=True)
class Page:
    """What an address yielded: the bytes (content encoding undone), where from, and as what."""

    data: bytes
    uri: str
    content_type: str
    charset: str | None


def fetch(url: str, options: CaptureOptions) -> Page:
    """Fetch the page at `url`. Raises FetchError, which names the address that was asked for."""
    deadline = Deadline(options.timeout)
    backend = GuardedBackend(deadline, allow_private=options.allow_private_addresses)
    at = normalise(url, url)
    try:
        for _attempt in range(MAX_REDIRECTS + 1):
            with httpcore.ConnectionPool(
                ssl_context=httpcore.default_ssl_context(), network_backend=backend
            ) as pool:
                answer = _get(pool, at, url, options.max_bytes)
            if isinstance(answer, Page):
                return answer
            at = normalise(answer, url, base=at)
    except (DeadlineError, httpcore.TimeoutException):
        problem = _("not done after {seconds:g} seconds").format(seconds=options.timeout)
        raise FetchError(url, problem, _("try again, or save the page and read the file")) from None
    except AddressRefusedError as error:
        problem = _("leads to an address that is not public: {why}").format(why=error)
        raise FetchError(url, problem, _("allow it by --allow-private-addresses")) from None
    except (
        httpcore.NetworkError,
        httpcore.ProtocolError,
        ssl.SSLError,
        OSError,
    ) as e:
        problem = _("cannot be fetched: {why}").format(why=str(e) or type(e).__name__)
        raise FetchError(url, problem, _("check the address and the connection")) from None
    problem = _("redirects more than {count} times").format(count=MAX_REDIRECTS)
    raise FetchError(url, problem, _("give the address that it should lead to"))


def is_url(source: str) -> bool:
    """Whether an input is an address rather than a file: it begins with a scheme and `//`."""
    scheme, separator, _rest = source.partition("://")
    return bool(separator) and scheme.isascii() and scheme.isalnum()


def normalise(url: str, source: str, *, base: str = "") -> str:
    """`url`, seen from `base`, in ASCII and without fragment. Raises FetchError for no http(s) address."""
    remedy = _("give an http or https address")
    try:
        parts = urlsplit(urljoin(base, url))
        host, port = parts.hostname or "", parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise FetchError(source, _("not a valid address: {url}").format(url=url), remedy) from None
    if parts.scheme not in ("http", "https"):
        raise FetchError(source, _("'{scheme}' addresses are not read").format(scheme=parts.scheme), remedy)
    if not host or any(c <= " " or c == "\x7f" for c in host):
        raise FetchError(source, _("not a valid address: {url}").format(url=url), remedy)
    if parts.username is not None or parts.password is not None:
        raise FetchError(source, _("the address carries a password"), _("save the page and read the file"))
    netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    return urlunsplit((parts.scheme, netloc, quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), ""))


def _get(pool: httpcore.ConnectionPool, at: str, url: str, limit: int) -> Page | str:
    """The page at `at`, or the address that it redirects to."""
    headers = [
        ("Host", urlsplit(at).netloc),
        ("User-Agent", f"riwaya/{version('riwaya')}"),
        ("Accept", "text/html,application/xhtml+xml,text/plain;q=0.9"),
        ("Accept-Encoding", "gzip, identity"),
        ("Accept-Language", "ar,*;q=0.5"),
        ("Connection", "close"),
    ]
    with pool.stream("GET", at, headers=headers) as response:
        fields = {key.lower().decode("latin-1"): value.decode("latin-1") for key, value in response.headers}
        if response.status in _REDIRECTS and fields.get("location"):
            # Servers send raw UTF-8 here; header fields are bytes.
            return fields["location"].encode("latin-1").decode("utf-8", errors="replace")
        if response.status != 200:
            problem = _("the server answers {status}").format(status=response.status)
            raise FetchError(url, problem, _("check the address"))
        kind, charset = _content_type(fields.get("content-type", ""))
        if kind not in _TYPES:
            problem = _("{kind}, not a page of text").format(kind=kind)
            raise FetchError(url, problem, _("give the address of an HTML or text page"))
        encoding = fields.get("content-encoding", "").strip().lower()
        data = b"".join(_limited(_unpacked(response.iter_stream(), encoding, url, limit), url, limit))
        return Page(data=data, uri=at, content_type=kind, charset=charset)


def _content_type(value: str) -> tuple[str, str | None]:
    kind, _sep, rest = value.partition(";")
    parameters = dict(p.strip().lower().partition("=")[::2] for p in rest.split(";") if "=" in p)
    return kind.strip().lower(), parameters.get("charset", "").strip("\"' ") or None


def _unpacked(chunks: Iterable[bytes], encoding: str, url: str, limit: int) -> Iterator[bytes]:
    """The body with its content encoding undone, never more than `limit` + 1 bytes at a time."""
    if encoding in ("", "identity"):
        yield from chunks
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        problem = _("the page is packed as {encoding}").format(encoding=encoding)
        raise FetchError(url, problem, _("save the page and read the file"))
    # 32: zlib and gzip headers are told apart by themselves.
    unpacker = zlib.decompressobj(32 + zlib.MAX_WBITS)
    try:
        for chunk in chunks:
            yield unpacker.decompress(chunk, limit + 1)
            while unpacker.unconsumed_tail:
                yield unpacker.decompress(unpacker.unconsumed_tail, limit + 1)
    except zlib.error:
        raise FetchError(url, _("the page is packed wrongly"), _("save the page and read the file")) from None
    if not unpacker.eof:
        raise FetchError(url, _("the page broke off"), _("try again"))


def _limited(chunks: Iterable[bytes], url: str, limit: int) -> Iterator[bytes]:
    """`chunks` until they are more than `limit` bytes together; then FetchError."""
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            problem = _("larger than {limit} bytes").format(limit=limit)
            raise FetchError(url, problem, _("raise the limit by --max-bytes"))
        yield chunk
