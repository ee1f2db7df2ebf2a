"""What commands say at the workbench names no place of the machine."""

import pytest

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
