"""Run the commands that pages show and put what they print today below them: ``python scripts/outputs.py``.

A page marks a place by a comment with a command; everything up to `<!-- end -->` is written anew:

    <!-- output: riwaya schema | head -n 3 -->      the output in a block
    <!-- table: python scripts/accuracy.py -->      the output as it is, for Markdown

A command that fails (the accuracy without annotated reports) leaves its page as it was, and is named.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])
PLACE = re.compile(r"<!-- (?P<form>output|table): (?P<command>.+?) -->\n.*?<!-- end -->", re.DOTALL)


def printed(command: str) -> str | None:
    """Return what `command` prints, or None when it fails."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    shell = ["bash", "-c", command]
    result = subprocess.run(
        shell, cwd=ROOT, env=environment, check=False, capture_output=True, encoding="utf-8"
    )
    if result.returncode:
        print(f"{command}: status {result.returncode}: {result.stderr.strip()}", file=sys.stderr)
        return None
    return result.stdout.rstrip("\n")


def renewed(place: re.Match[str]) -> str:
    """Return a place with what its command prints today."""
    output = printed(place["command"])
    if output is None:
        return place[0]
    body = output if place["form"] == "table" else f"```text\n{output}\n```"
    return f"<!-- {place['form']}: {place['command']} -->\n\n{body}\n\n<!-- end -->"


def main() -> None:
    """Write every page whose outputs have changed, and name it."""
    for page in PAGES:
        before = page.read_text(encoding="utf-8")
        after = PLACE.sub(renewed, before)
        if after != before:
            page.write_text(after, encoding="utf-8")
            print(page.relative_to(ROOT))


if __name__ == "__main__":
    main()
