"""Bytes to text: which encoding an input is in, and whether it is text at all.

In order: byte-order mark, UTF-16 without one, strict UTF-8, and then the single-byte encodings of
Arabic, which decode anything and are therefore believed only where the result looks like Arabic words.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from riwaya.errors import InputError
from riwaya.i18n import gettext as _

#: UTF-32 before UTF-16: the mark of the one begins with the mark of the other.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: How files that people take for text begin, and what they are.
_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP/DOCX"),
    (b"\xd0\xcf\x11\xe0", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7Z"),
    (b"\x00\x00\x01\xba", "MPEG"),
)
_SINGLE_BYTE = ("cp1256", "iso8859-6")
_WORD = re.compile(r"(?<![^\W\d_])[\u0621-\u064a]{2,}(?![^\W\d_])")
#: What every Arabic text is full of: the article, with or without a proclitic, and the commonest particles.
_COMMON = re.compile(r"[وفبك]?ال..+|لل..+|[وف]?(في|من|على|عن|إلى|أن|ما|لا|قد|مع)")
_FREQUENT = frozenset("اليمونرتب")
#: Share of common words from which bytes are believed to be Arabic. Running news has 0.40 to 0.60; Russian,
#: Greek and French bytes read as Windows-1256 stay below 0.03.
_PLAUSIBLE = 0.15
#: For a headline without such words: share of its foreign letters that stand in wholly Arabic words, and of
#: those the share of Arabic's nine most frequent letters (0.65 in news; 0.05 in KOI8 Russian).
_PURE, _FREQUENT_SHARE = 0.95, 0.4
_SAMPLE = 20_000


def decode(data: bytes, source: str) -> str:
    """The text in `data`, without its byte-order mark. Line ends and everything else stay as they are.

    Raises InputError when `data` is empty, is no text, or is in an encoding that is not recognised.
    """
    if not data:
        raise InputError(source, _("the input is empty"), _("give a text or HTML file"))
    known = next((name for mark, name in _SIGNATURES if data.startswith(mark)), None)
    if known:
        raise InputError(source, _("a {kind} file, not text").format(kind=known), _("save its text as UTF-8"))
    text = next(_attempts(data), None)
    if text is None:
        problem = _("neither UTF-8 nor UTF-16 nor Windows-1256 text")
        raise InputError(source, problem, _("save it as UTF-8"))
    if _is_binary(text):
        raise InputError(source, _("binary data, not text"), _("give a text or HTML file"))
    if not text.strip():
        raise InputError(source, _("the input is empty"), _("give a text or HTML file"))
    return text


def _attempts(data: bytes) -> Iterator[str]:
    """Decodings of `data`, likeliest first; a mark or a pattern that fails to decode ends them."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            yield from _decoded(data[len(mark) :], encoding)
            return
    order = _utf16_order(data)
    if order:
        yield from _decoded(data, order)
        return
    yield from _decoded(data, "utf-8")
    best = max(_SINGLE_BYTE, key=lambda name: _plausibility(data, name))
    if _plausibility(data, best) > 0:
        yield from _decoded(data, best)


def _decoded(data: bytes, encoding: str) -> Iterator[str]:
    try:
        yield data.decode(encoding)
    except UnicodeDecodeError:
        return


def _utf16_order(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, None for anything else.

    Letters of Arabic have the high byte 06 and Latin letters, spaces and line ends 00: two bytes that
    other encodings of text do not use, all on one side.
    """
    sample = data[: _SAMPLE & ~1]
    units = len(sample) // 2
    even, odd = sample[0::2], sample[1::2]
    high_even = even.count(0) + even.count(6)
    high_odd = odd.count(0) + odd.count(6)
    if units and high_odd >= 0.7 * units and high_even <= 0.1 * units:
        return "utf-16-le"
    if units and high_even >= 0.7 * units and high_odd <= 0.1 * units:
        return "utf-16-be"
    return None


def _plausibility(data: bytes, encoding: str) -> float:
    """How much `data`, read as `encoding`, looks like Arabic words: 0 when it does not."""
    text = data[:_SAMPLE].decode(encoding, errors="replace")
    words = _WORD.findall(text)
    if not words:
        return 0.0
    common = sum(1 for word in words if _COMMON.fullmatch(word)) / len(words)
    letters = "".join(words)
    pure = len(letters) / sum(1 for c in text if c > "\x7f" and (c.isalpha() or c == "\ufffd"))
    frequent = sum(1 for c in letters if c in _FREQUENT) / len(letters)
    if common >= _PLAUSIBLE or (pure >= _PURE and frequent >= _FREQUENT_SHARE):
        return common + frequent
    return 0.0


def _is_binary(text: str) -> bool:
    """Whether control characters that text does not use are more than a few, and one in twenty."""
    sample = text[:_SAMPLE]
    controls = sum(1 for c in sample if (c < " " and c not in "\t\n\v\f\r\x1b") or "\x7f" <= c < "\x85")
    return controls > 3 and controls * 20 > len(sample)
