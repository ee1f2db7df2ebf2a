"""What commands say at the workbench names no place of the machine."""

import re
from pathlib import Path

import pytest

import riwaya
from riwaya.workbench.lines import plain_line

COMMAND = ["ingest", "added-0123abcd", "--archive", "/srv/news desk/a.riwaya", "--pack", "/srv/packs/mine"]
ELSEWHERE = ["relate", "--archive", "postgresql://rana:secret@db.example/news"]


@pytest.mark.parametrize(
    ("command", "line", "told"),
    [
        (COMMAND, "riwaya: /srv/news desk/a.riwaya: new: 1, known: 0", "new: 1, known: 0"),
        (COMMAND, "riwaya: added-0123abcd/001-two.txt: no text (save it)", "two.txt: no text (save it)"),
        (COMMAND, "riwaya: /srv/packs/mine: no pack of this name", "mine: no pack of this name"),
        (COMMAND, "warning: /tmp/x/y/z.csv:3: odd; see https://example.org/a/b", "warning: z.csv:3: odd; see https://example.org/a/b"),
        (COMMAND, "1/2 done on 12/03/2025", "1/2 done on 12/03/2025"),
        (ELSEWHERE, "riwaya: postgresql://rana:***@db.example/news: cannot be reached", "cannot be reached"),
        (ELSEWHERE, "riwaya: postgresql://rana:secret@db.example/news: no", "no"),
    ],
)  # fmt: skip
def test_a_line_keeps_what_happened_and_drops_where(command: list[str], line: str, told: str) -> None:
    assert plain_line(line, command) == told


#: What is said to whoever runs the workbench, or of what only the command line does.
OF_COMMANDS = ("--team", "riwaya evaluate", "riwaya ingest SOURCE")
SPOKEN = re.compile(r"""(?:_|mark|gettext)\(\s*(["'])((?:(?!\1).)*)\1""", re.DOTALL)


def test_what_pages_say_speaks_of_pages_and_not_of_commands() -> None:
    source = Path(riwaya.__file__).parent
    said = [
        words
        for folder in ("workbench", "questions", "archive")
        for path in (source / folder).rglob("*.*")
        if path.suffix in (".py", ".html")
        for _quote, words in SPOKEN.findall(path.read_text(encoding="utf-8"))
    ]
    assert len(said) > 500
    wrong = [each for each in said if re.search(r"--[a-z]|riwaya [a-z]", each)]
    assert [each for each in wrong if not any(known in each for known in OF_COMMANDS)] == []
