"""Bringing reports in: bytes, files, streams and addresses become text with what is known about it."""

from riwaya.capture.bring import (
    SUFFIXES,
    capture_bytes,
    capture_page,
    capture_path,
    capture_text,
    capture_url,
    read_limited,
    unreadable,
)
from riwaya.capture.captured import MAX_BYTES, TIMEOUT, Captured, CaptureOptions
from riwaya.capture.fetch import Page, fetch, is_url
from riwaya.capture.html import known_outlets

__all__ = [
    "MAX_BYTES",
    "SUFFIXES",
    "TIMEOUT",
    "CaptureOptions",
    "Captured",
    "Page",
    "capture_bytes",
    "capture_page",
    "capture_path",
    "capture_text",
    "capture_url",
    "fetch",
    "is_url",
    "known_outlets",
    "read_limited",
    "unreadable",
]
