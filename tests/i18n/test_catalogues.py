"""Interface languages: every message is translated, and the right language is picked."""

import importlib.util
import re
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from riwaya.errors import UsageError
from riwaya.i18n import (
    FOLDER,
    direction,
    gettext,
    language,
    languages,
    ngettext,
    pick_language,
    set_language,
    use_language,
)

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "messages.py"
FIELDS = re.compile(r"\{(\w+)[^}]*\}")


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def arabic() -> Catalog:
    with (FOLDER / "ar.po").open("rb") as file:
        return read_po(file, locale="ar", abort_invalid=True)


def messages() -> list[Message]:
    return [message for message in arabic() if message.id]


def forms(value: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [value or ""] if isinstance(value, str | None) else list(value)


def test_every_message_in_the_code_stands_in_the_arabic_catalogue() -> None:
    catalogue = arabic()
    wanted = [message.id for message in script().messages() if message.id]

    assert [message for message in wanted if catalogue.get(message) is None] == [], (
        "python scripts/messages.py"
    )


def test_the_catalogue_holds_nothing_that_the_code_does_not_say() -> None:
    template = script().messages()

    assert [message.id for message in messages() if template.get(message.id) is None] == []


@pytest.mark.parametrize("message", messages(), ids=lambda message: forms(message.id)[0][:40])
def test_every_message_is_translated_with_the_same_fields(message: Message) -> None:
    translated = forms(message.string)
    allowed = set(FIELDS.findall(" ".join(forms(message.id))))

    assert all(translated)
    assert all(set(FIELDS.findall(text)) <= allowed for text in translated)
    if len(translated) == 1:
        assert set(FIELDS.findall(translated[0])) == allowed


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "لا أقوال"),
        (1, "قول واحد"),
        (2, "قولان"),
        (3, "3 أقوال"),
        (10, "10 أقوال"),
        (11, "11 قولاً"),
        (100, "100 قول"),
        (103, "103 أقوال"),
    ],
)
def test_arabic_counts_in_six_forms(number: int, words: str) -> None:
    with use_language("ar"):
        assert ngettext("{n} claim", "{n} claims", number).format(n=number) == words


def test_english_needs_no_catalogue() -> None:
    with use_language("en"):
        assert ngettext("{n} claim", "{n} claims", 2) == "{n} claims"
        assert gettext("somebody") == "somebody"


@pytest.mark.parametrize(
    ("option", "environ", "picked"),
    [
        (None, {}, "en"),
        ("ar", {"RIWAYA_LANG": "en"}, "ar"),
        (None, {"RIWAYA_LANG": "ar", "LC_ALL": "en_GB.UTF-8"}, "ar"),
        (None, {"LC_ALL": "ar_SY.UTF-8", "LANG": "en_US.UTF-8"}, "ar"),
        (None, {"LANG": "ar"}, "ar"),
        (None, {"LC_ALL": "C", "LANG": "ar_SY"}, "en"),
        (None, {"LANG": "C.UTF-8"}, "en"),
        (None, {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, {"RIWAYA_LANG": "../../etc"}, "en"),
    ],
)
def test_the_language_is_picked(option: str | None, environ: Mapping[str, str], picked: str) -> None:
    assert pick_language(option, environ) == picked


def test_a_language_without_a_catalogue_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="ar, en"):
        pick_language("fr", {})
    with pytest.raises(UsageError):
        set_language("fr")


def test_a_language_lasts_as_long_as_its_block() -> None:
    before = language()
    with use_language("ar"):
        assert (language(), direction()) == ("ar", "rtl")
        with use_language(None):
            assert language() == "ar"
    assert language() == before


def test_the_languages_are_those_with_a_catalogue() -> None:
    assert languages() == ("ar", "en")
    assert direction("en") == "ltr"
