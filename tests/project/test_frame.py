"""The project's frame: one version, a lock that fits, functions that fit on a screen."""

import ast
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SOURCES = sorted((ROOT / "src" / "riwaya").rglob("*.py"))
SCREEN = 50


def test_the_citation_names_the_version_of_the_project() -> None:
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))

    assert citation["version"] == PROJECT["project"]["version"]


def test_no_module_repeats_the_version() -> None:
    version = f'"{PROJECT["project"]["version"]}"'

    assert not [path.name for path in SOURCES if version in path.read_text(encoding="utf-8")]


def declared() -> list[str]:
    groups = [PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"].values()]
    return [line for group in groups for line in group]


@pytest.mark.parametrize("line", declared())
def test_the_lock_satisfies_each_declared_dependency(line: str) -> None:
    wanted = Requirement(line)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pins = [Requirement(pin.rstrip(" \\")) for pin in lock.splitlines() if re.match(r"[a-z0-9]", pin)]
    versions = [
        next(iter(pin.specifier)).version
        for pin in pins
        if canonicalize_name(pin.name) == canonicalize_name(wanted.name)
    ]

    assert versions, "not locked: run make lock"
    assert all(wanted.specifier.contains(version) for version in versions)


def test_the_lock_holds_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")

    assert "://" not in lock
    assert "--hash=sha256:" in lock


def functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_every_function_fits_on_a_screen(path: Path) -> None:
    assert [(name, lines) for name, lines in functions(path) if lines > SCREEN] == []


def test_every_module_starts_with_its_subject() -> None:
    silent = [
        path.name for path in SOURCES if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]

    assert silent == []


def test_every_dependency_is_credited() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").lower()

    assert [line for line in PROJECT["project"]["dependencies"] if Requirement(line).name not in notice] == []
