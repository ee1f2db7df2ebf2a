"""The language in which Riwaya speaks to people: English in the code, other languages as gettext catalogues.

A catalogue is one file here, `ar.po`; Babel reads it when it is first wanted, so nothing is compiled
into the package. The language is context-local: `use_language` changes it for a block, `set_language` for
the rest of the context. Text of reports is never translated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from riwaya.errors import UsageError

FOLDER = Path(__file__).parent
#: The language of the message ids; it needs no catalogue.
SOURCE_LANGUAGE = "en"
#: Where a language may be asked for, in the order of their weight.
VARIABLES = ("RIWAYA_LANG", "LC_ALL", "LC_MESSAGES", "LANG")

_language: ContextVar[str] = ContextVar("riwaya_language", default=SOURCE_LANGUAGE)


def languages() -> tuple[str, ...]:
    """The languages that people can choose, sorted."""
    return tuple(sorted({SOURCE_LANGUAGE, *(path.stem for path in FOLDER.glob("*.po"))}))


def language() -> str:
    """The language that is spoken here and now."""
    return _language.get()


def direction(code: str | None = None) -> str:
    """`rtl` or `ltr`: the direction of a language's script; without one, of the current language."""
    return _direction(code or language())


@lru_cache
def _direction(code: str) -> str:
    return Locale.parse(code).text_direction


def pick_language(option: str | None, environ: Mapping[str, str]) -> str:
    """The language to speak: the option, else the first variable that names one we have, else English.

    Raises:
        UsageError: the option names a language without a catalogue.
    """
    if option is not None:
        return checked(option)
    for variable in VARIABLES:
        code = environ.get(variable, "").replace("-", "_").split("_")[0].split(".")[0].lower()
        if code in languages():
            return code
        if code in ("c", "posix"):
            return SOURCE_LANGUAGE
    return SOURCE_LANGUAGE


def language_option(arguments: Sequence[str]) -> str | None:
    """The value of `--lang`, which must be known before the options are described."""
    for index, argument in enumerate(arguments):
        if argument == "--":
            return None
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
    return None


def checked(code: str) -> str:
    """The code itself, if it is one of `languages`.

    Raises:
        UsageError: it is not.
    """
    if code not in languages():
        problem = gettext("no interface language {code!r}: choose one of {known}")
        raise UsageError(problem.format(code=code, known=", ".join(languages())))
    return code


def set_language(code: str) -> None:
    """Speak this language from now on in this context.

    Raises:
        UsageError: there is no catalogue for it.
    """
    _language.set(checked(code))


@contextmanager
def use_language(code: str | None) -> Iterator[str]:
    """Speak a language for the length of a `with` block; None keeps the current one.

    Raises:
        UsageError: there is no catalogue for it.
    """
    token = _language.set(language() if code is None else checked(code))
    try:
        yield language()
    finally:
        _language.reset(token)


def gettext(message: str) -> str:
    """A message in the current language."""
    return _catalogue(language()).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """A message that counts something, in the current language and in the form that the number asks for."""
    return _catalogue(language()).ngettext(singular, plural, number)


def mark(message: str) -> str:
    """The message as it is, marked for translation: for tables whose entries are translated when shown."""
    return message


def mark_plural(singular: str, plural: str) -> tuple[str, str]:
    """The message that counts something as it is, marked for translation as `mark` does."""
    return singular, plural


@lru_cache
def _catalogue(code: str) -> NullTranslations:
    """The catalogue of a language, compiled in memory."""
    if code == SOURCE_LANGUAGE:
        return NullTranslations()
    compiled = BytesIO()
    with (FOLDER / f"{code}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=code, abort_invalid=True))
    compiled.seek(0)
    return GNUTranslations(compiled)
