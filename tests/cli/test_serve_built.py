"""What `riwaya serve` says of an installation without what the browser gets."""

from pathlib import Path

import pytest

from cli.helpers import Shell
from riwaya import workbench


@pytest.mark.parametrize("built", [True, False])
def test_serve_says_when_the_workbench_has_no_map(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, built: bool
) -> None:
    monkeypatch.setattr(workbench, "is_built", lambda: built)
    monkeypatch.setattr(workbench, "serve", lambda *_given, **_more: None)
    done = shell("serve", "--archive", tmp_path / "a.riwaya", "--port", "0")

    assert done.status == 0
    assert ("make frontend" in done.err) is not built
    assert "the workbench is at http://127.0.0.1:" in done.messages[-1]
