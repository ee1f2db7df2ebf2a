"""Tables as files to be kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from starlette.responses import Response, StreamingResponse

#: By it spreadsheets know that a file is UTF-8; programs that read a pack do not expect it.
MARK = "\ufeff"


def csv_file(name: str, body: str | Iterable[str], *, mark: bool = True) -> Response:
    """A table as a file of that name; one that comes in lines is sent as they come."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    media_type = "text/csv; charset=utf-8"
    if isinstance(body, str):
        return Response((MARK if mark else "") + body, media_type=media_type, headers=headers)
    return StreamingResponse(_lines(body, mark), media_type=media_type, headers=headers)


def _lines(body: Iterable[str], mark: bool) -> Iterator[str]:
    if mark:
        yield MARK
    yield from body
