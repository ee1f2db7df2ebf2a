"""Files that are read as a stream, packed or not, with a guard against what unpacks to far too much."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import zstandard

from riwaya.capture.bring import unreadable
from riwaya.errors import InputError
from riwaya.i18n import gettext as _

#: What a file's name may end in when it is packed.
PACKED = (".gz", ".zst")
#: News packs 3- to 12-fold, tables of it 30-fold. A file that unpacks to more than this many times its size
#: is no collection of reports; below so many bytes it harms nobody.
_RATIO, _HARMLESS = 200, 100_000_000
#: zstandard unpacks all of a piece at once: 128 KB for every 4 bytes at worst, so pieces are small.
_PIECE = 1024
_BUFFER = 1 << 18
_DAMAGED = (gzip.BadGzipFile, zlib.error, zstandard.ZstdError)
#: What reading a packed file may raise besides OSError and InputError.
PACKING_ERRORS = (*_DAMAGED, EOFError)


class Unpacked:
    """The bytes of a file, unpacked. `position` says how far into the file itself reading has come."""

    def __init__(self, path: Path, name: str) -> None:
        self._name = name
        self._file = path.open("rb")
        self.stream: BinaryIO
        suffix = path.suffix.lower()
        if suffix == ".gz":
            self.stream = _buffered(_Guarded(gzip.GzipFile(fileobj=self._file), self._file, name))
        elif suffix == ".zst":
            self.stream = _buffered(_Guarded(_Zstandard(self._file), self._file, name))
        else:
            self.stream = self._file

    @property
    def position(self) -> int:
        """Bytes of the file that were taken so far."""
        return self._file.tell()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


@contextmanager
def unpacking(name: str) -> Iterator[None]:
    """Turn what goes wrong while a file is opened, read and unpacked into an InputError."""
    try:
        yield
    except _DAMAGED as error:
        why = " ".join(str(error).split())
        problem = _("cannot be unpacked: {why}").format(why=why)
        raise InputError(name, problem, _("get the file again")) from None
    except EOFError:
        problem = _("the packed file ends too early; what it holds up to there was read")
        raise InputError(name, problem, _("get the file again")) from None
    except OSError as error:
        raise unreadable(name, error) from None


def _buffered(raw: io.RawIOBase) -> BinaryIO:
    return io.BufferedReader(raw, _BUFFER)


class _Guarded(io.RawIOBase):
    """Passes bytes on until they are far too many for the file that they come from."""

    def __init__(self, inner: io.RawIOBase | gzip.GzipFile, file: BinaryIO, name: str) -> None:
        self._inner = inner
        self._file = file
        self._name = name
        self._passed = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._take(len(buffer))
        self._passed += len(data)
        if self._passed > max(_HARMLESS, _RATIO * self._file.tell()):
            problem = _("unpacks to more than {ratio} times its size").format(ratio=_RATIO)
            raise InputError(self._name, problem, _("unpack it yourself if you trust it"))
        buffer[: len(data)] = data
        return len(data)

    def _take(self, most: int) -> bytes:
        """One piece: to fill a buffer would lose what was unpacked before the file turns out to be cut."""
        if isinstance(self._inner, gzip.GzipFile):
            return self._inner.read1(most)
        return self._inner.read(most) or b""


class _Zstandard(io.RawIOBase):
    """Unpacks zstandard frames one after another; unlike the library's reader it notices a missing end."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._frame: zstandard.ZstdDecompressionObj | None = None
        self._packed = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._ready:
            piece = self._packed or self._file.read(_PIECE)
            if not piece:
                if self._frame is not None:
                    raise EOFError
                return 0
            self._frame = self._frame or zstandard.ZstdDecompressor().decompressobj()
            self._ready = memoryview(self._frame.decompress(piece))
            self._packed = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame = None
        taken = min(len(buffer), len(self._ready))
        buffer[:taken] = self._ready[:taken]
        self._ready = self._ready[taken:]
        return taken
