"""Partial JSON records: what a decision changes of a claim or an attribution (RFC 7386, JSON Merge Patch)."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from riwaya.i18n import gettext as _

Record = dict[str, Any]
_T = TypeVar("_T")


class PatchError(ValueError):
    """A change that makes no record. The message says why, in words for people."""


def plain(record: Any) -> Record:
    """A record of the model as the JSON object that exchanges it."""
    decoded: Record = msgspec.json.decode(msgspec.json.encode(record))
    return decoded


def merged(record: Record, patch: Record) -> Record:
    """`record` with `patch` over it: objects are merged, lists and values replaced.

    Every key of a record is present, so null does not take a key away: it says that there is nothing to say.
    """
    result = dict(record)
    for key, value in patch.items():
        now = result.get(key)
        if isinstance(value, dict):
            result[key] = merged(now if isinstance(now, dict) else {}, value)
        else:
            result[key] = value
    return result


def parts(record: Record, patch: Record) -> Record:
    """What `record` holds of the parts that `patch` names."""
    found: Record = {}
    for key, value in patch.items():
        now = record.get(key)
        found[key] = parts(now, value) if isinstance(value, dict) and isinstance(now, dict) else now
    return found


def typed(record: Record, kind: type[_T]) -> _T:
    """The record of the model that a JSON object is. Raises PatchError when it is none."""
    try:
        found = msgspec.convert(record, kind)
    except msgspec.ValidationError as error:
        raise PatchError(_("the result is no {kind}: {why}").format(kind=kind.__name__, why=error)) from None
    strange = sorted(_strange(record, plain(found), ""))
    if strange:
        raise PatchError(_("unknown keys: {keys}").format(keys=", ".join(strange)))
    return found


def _strange(given: Any, known: Any, path: str) -> list[str]:
    """The paths of keys that are in `given` and not in `known`."""
    if isinstance(given, dict) and isinstance(known, dict):
        here = [path + key for key in given if key not in known]
        both = [key for key in known if key in given]
        return here + [p for key in both for p in _strange(given[key], known[key], f"{path}{key}.")]
    if isinstance(given, list) and isinstance(known, list):
        return [p for a, b in zip(given, known, strict=False) for p in _strange(a, b, path)]
    return []
