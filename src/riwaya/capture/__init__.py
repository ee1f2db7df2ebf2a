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
from riwaya.capture.outlets import outlet_id
from riwaya.capture.record_files import (
    RECORD_SUFFIXES,
    is_parquet,
    is_record_file,
    read_record_stream,
    read_records,
)
from riwaya.capture.records import (
    DEFAULT_MAP,
    FieldMap,
    Record,
    Refused,
    canonical,
    capture_record,
    outlet_of_record,
    parse_map,
    record_id,
)
from riwaya.capture.tables import need_parquet

__all__ = [
    "DEFAULT_MAP",
    "MAX_BYTES",
    "RECORD_SUFFIXES",
    "SUFFIXES",
    "TIMEOUT",
    "CaptureOptions",
    "Captured",
    "FieldMap",
    "Page",
    "Record",
    "Refused",
    "canonical",
    "capture_bytes",
    "capture_page",
    "capture_path",
    "capture_record",
    "capture_text",
    "capture_url",
    "fetch",
    "is_parquet",
    "is_record_file",
    "is_url",
    "known_outlets",
    "need_parquet",
    "outlet_id",
    "outlet_of_record",
    "parse_map",
    "read_limited",
    "read_record_stream",
    "read_records",
    "record_id",
    "unreadable",
]
