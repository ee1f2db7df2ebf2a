"""Everything that Riwaya raises on purpose, on one page.

    RiwayaError
    ├── InputError      one report cannot be read; the others still are
    │   └── FetchError  … because its address did not yield it
    ├── ArchiveError    an archive cannot be opened, read or written
    ├── PackError       a lexicon, pack or gazetteer file is not valid
    └── UsageError      the call makes no sense as it stands
        ├── MissingError    … because what it names is not there
        └── FieldError      … because of the value of one field or option

Each message says what happened, to which input, and what to do about it.
"""

from __future__ import annotations

from pathlib import Path


class RiwayaError(Exception):
    """Base of all errors that Riwaya raises on purpose."""


class InputError(RiwayaError):
    """One report could not be read. `source` names it, `remedy` says what to do."""

    def __init__(self, source: str, problem: str, remedy: str = "") -> None:
        self.source = source
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{source}: {problem}" + (f" ({remedy})" if remedy else ""))

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        return type(self), (self.source, self.problem, self.remedy)


class FetchError(InputError):
    """An address did not yield a report: refused, failed, too large or too slow."""


class PackError(RiwayaError):
    """A data file is not valid. `path` and `line` (1-based, 0 = the whole file) say where."""

    def __init__(self, path: Path | str, line: int, problem: str) -> None:
        self.path = str(path)
        self.line = line
        self.problem = problem
        super().__init__(f"{self.path}:{line}: {problem}" if line else f"{self.path}: {problem}")

    def __reduce__(self) -> tuple[type[PackError], tuple[str, int, str]]:
        return type(self), (self.path, self.line, self.problem)


class ArchiveError(RiwayaError):
    """An archive cannot be used. `archive` is its file or address, without a password."""

    def __init__(self, archive: str, problem: str, remedy: str = "") -> None:
        self.archive = archive
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{archive}: {problem}" + (f" ({remedy})" if remedy else ""))

    def __reduce__(self) -> tuple[type[ArchiveError], tuple[str, str, str]]:
        return type(self), (self.archive, self.problem, self.remedy)


class UsageError(RiwayaError):
    """The call makes no sense as it stands."""


class MissingError(UsageError):
    """What a call names is not in the archive: no such report, no such matter."""


class FieldError(UsageError):
    """The value of one field of a form, or of one option, makes no sense. `field` is its name."""

    def __init__(self, field: str, problem: str) -> None:
        self.field = field
        self.problem = problem
        super().__init__(problem)

    def __reduce__(self) -> tuple[type[FieldError], tuple[str, str]]:
        return type(self), (self.field, self.problem)
