"""What the address of a report tells by its words: many outlets write the headline into it."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

#: Words that stand in addresses whatever the report is about.
_PLAIN = frozenset(
    (
        "", "amp", "ar", "archive", "archives", "article", "articles", "content", "details", "en", "id",
        "index", "item", "n", "news", "node", "p", "page", "post", "posts", "print", "story", "view",
    )
)  # fmt: skip
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp)$")
#: Days and numbers, with at most one letter before them; and what a program counts or hashes.
_NUMBER = re.compile(r"[a-z]?[0-9][0-9._:-]*")
_HASH = re.compile(r"(?=.*[0-9])[0-9a-f][0-9a-f-]{5,}")
_PARTS = re.compile(r"[/?&=#;]")


def is_wordless(uri: str) -> bool:
    """Whether an address has nothing behind its host but numbers, and words that any address may have."""
    parts = urlsplit(uri)
    behind = unquote(f"{parts.path}?{parts.query}#{parts.fragment}").casefold()
    return all(
        part in _PLAIN or bool(_NUMBER.fullmatch(part) or _HASH.fullmatch(part))
        for part in (_ENDING.sub("", each) for each in _PARTS.split(behind))
    )


def host_of(uri: str) -> str | None:
    """The address of the outlet alone; None where the address names no host."""
    parts = urlsplit(uri)
    return f"{parts.scheme}://{parts.hostname}/" if parts.scheme and parts.hostname else None
