"""What click says is said in the language of the interface."""

import pytest

from riwaya.cli import borrowed, run


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "--nope"], "لا خيار"),
        (["read"], "ينقص"),
        (["read", "x", "--format", "xml"], "ليس من"),
        (["read", "x", "--jobs", "0"], "ليس ضمن المدى"),
        (["frobnicate"], "لا أمر"),
        (["read", "x", "--pack"], "يحتاج الخيار"),
        (["pack", "check", "a", "b"], "زائد"),
    ],
)
def test_a_wrong_call_is_refused_in_arabic(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["--lang", "ar", *arguments]) == 2
    message = capsys.readouterr().err
    assert said in message
    assert message.count("\n") == 1


def test_help_is_in_one_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--lang", "ar", "read", "--help"]) == 0
    arabic = capsys.readouterr().out
    assert run(["--lang", "en", "read", "--help"]) == 0
    english = capsys.readouterr().out

    assert not {"Usage:", "Options:", "exit.", "[default"} & set(arabic.split())
    assert "Usage: riwaya read [OPTIONS] INPUT..." in english


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "x", "--jobs", "abc"],
        ["read", "x", "--timeout", "abc"],
    ],
)
def test_kinds_of_values_are_translated(
    arguments: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"integer range": "عدد صحيح في مدى", "float range": "عدد في مدى"}
    monkeypatch.setattr(borrowed, "gettext", lambda message: words.get(message, message))
    assert run(arguments) == 2
    message = capsys.readouterr().err

    assert "عدد" in message
    assert "range" not in message
