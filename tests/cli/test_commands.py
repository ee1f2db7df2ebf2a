"""The other commands, and the doors to them."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from cli.helpers import REPORTS, Shell, call
from riwaya.cli.commands import build
from riwaya.packs.check import check_pack


def test_the_version_is_that_of_the_package(shell: Shell) -> None:
    assert shell("--version").out.decode() == f"riwaya {version('riwaya')}\n"


def test_the_module_and_the_script_are_the_same_command() -> None:
    script = Path(sys.executable).with_name("riwaya")
    done = subprocess.run([script, "--version"], capture_output=True, check=False)

    assert done.stdout == call("--version").out


def test_help_names_every_command(shell: Shell) -> None:
    text = shell("--help").out.decode()

    assert [
        name
        for name in ("read", "evaluate", "gold", "pairs", "schema", "pack", "gazetteer", "completion")
        if name not in text
    ] == []


def test_help_says_all_of_what_each_command_is_for(shell: Shell) -> None:
    lines = shell("--help").out.decode().splitlines()
    text = " ".join(" ".join(lines).split())

    assert "..." not in text.replace("[ARGS]...", "")
    assert "dated claims, the last said first. Never a state of affairs." in text


def test_help_begins_with_reading(shell: Shell) -> None:
    text = shell("--help").out.decode()
    headings = [line for line in text.splitlines() if line.endswith(":") and not line.startswith(" ")]

    assert headings[:4] == [
        "Options:", "Reports:", "An archive of many reports:", "Questions to an archive:",
    ]  # fmt: skip
    assert text.index("  read ") < text.index("  ingest ") < text.index("  search ") < text.index("  schema ")


def test_commands_without_a_heading_are_few(shell: Shell) -> None:
    others = shell("--help").out.decode().partition("Other commands:\n")[2].partition("\n\n")[0]

    assert [line.split()[0] for line in others.splitlines() if line[:3].strip()] == ["completion"]


def test_every_command_stands_in_the_help_once(shell: Shell) -> None:
    first = [line.split()[0] for line in shell("--help").out.decode().splitlines() if line[:3].strip()]

    assert {name: first.count(name) for name in build().commands} == dict.fromkeys(build().commands, 1)


@pytest.mark.parametrize("call_", [["schema"], ["pairs", "judge"], ["gold", "compile"], ["pack", "check"]])
def test_every_command_speaks_the_language_asked_for(shell: Shell, call_: list[str]) -> None:
    assert "الاستعمال" in shell(*call_, "--lang", "ar", "--help").out.decode()


@pytest.mark.parametrize("arguments", [[], ["pack"], ["gazetteer"], ["gold"], ["pairs"]])
def test_a_call_without_a_command_shows_help(shell: Shell, arguments: list[str]) -> None:
    done = shell(*arguments)

    assert (done.status, done.out) == (2, b"")
    assert "--help" in done.err


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_shells_complete(shell: Shell, name: str) -> None:
    assert "_RIWAYA_COMPLETE" in shell("completion", name).out.decode()


def test_completion_answers() -> None:
    done = call(COMP_WORDS="riwaya read --for", COMP_CWORD="2", _RIWAYA_COMPLETE="bash_complete")

    assert done.out.decode().strip() == "plain,--format"


def test_a_new_pack_is_valid_and_reads(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "My pack"
    made = shell("pack", "new", folder)
    report = tmp_path / "a.txt"
    report.write_text(REPORTS[0], encoding="utf-8")
    checked = shell("pack", "check", folder)
    reading = shell("read", report, "--pack", folder, "--format", "json").readings[0]

    assert made.status == checked.status == 0
    assert {Path(line).name for line in made.out.decode().splitlines()} >= {"pack.toml", "places.csv"}
    assert checked.out.decode().splitlines()[-1] == "0 warnings"
    assert reading["reader"]["pack"] == "my-pack"


def test_a_folder_with_something_in_it_is_no_new_pack(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("")

    assert shell("pack", "new", tmp_path).status == 2


def test_the_pack_that_ships_passes_its_check(shell: Shell) -> None:
    done = shell("pack", "check", "syria")

    assert done.status == 0
    assert done.out.decode().splitlines()[-1] == "0 warnings"


def test_a_check_names_what_a_person_should_see(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "p"
    shell("pack", "new", folder)
    additions = {
        "parties.csv": "x,media,x,س,X,nobody,2010-01-01,2009-01-01,,,\ny,media,y,ص,Y,,soon,,,,\n",
        "aliases.csv": "صحيفة,x,name,,,,\nصحيفه,y,name,,,,\nجَريدة,x,name,,,,\n",
        "outlets.csv": "x,س,www.x.example,,unknown,,\nx,س,x.example,,unknown,,\ny,ص,x.example,,unknown,,\n",
        "places.csv": "p:a,town,قرية,A,,33,40,1,p:none,map,\np:b,town,قرية,B,,33.001,40,1,,map,\n",
        "extra.csv": "a,b\n",
    }
    for name, rows in additions.items():
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(rows)
    warnings = check_pack(str(folder)).warnings

    for problem in (
        "extra.csv: is not read",
        "x: affiliation 'nobody'",
        "x: ends before it begins",
        "y: 'soon' is no date",
        "means x and y at the same time",
        "has vowel marks",
        "'www.x.example' is no plain domain",
        "outlets.csv: x: twice",
        "'x.example' belongs to x too",
        "parent 'p:none' is not listed",
        "is p:a entered twice",
    ):
        assert any(problem in warning for warning in warnings), problem


def test_a_broken_pack_is_refused_in_the_language_of_the_call(shell: Shell, tmp_path: Path) -> None:
    folder = tmp_path / "p"
    shell("pack", "new", folder)
    table = folder / "parties.csv"
    line = len(table.read_text(encoding="utf-8").splitlines()) + 1
    with table.open("a", encoding="utf-8") as file:
        file.write("x,gang,x,س,X,,,,,,\n")
    refused = {language: shell("--lang", language, "pack", "check", folder) for language in ("ar", "en")}

    assert all(f"{table}:{line}: " in done.err for done in refused.values())
    assert "العمود 'kind': \N{RIGHT-TO-LEFT MARK}'gang' ليس واحداً من" in refused["ar"].err
    assert "column 'kind': 'gang' is none of " in refused["en"].err
    assert {done.status for done in refused.values()} == {2}


def test_a_gazetteer_becomes_a_layer(shell: Shell, tmp_path: Path) -> None:
    shell("pack", "new", tmp_path / "p")
    source = tmp_path / "villages.jsonl"
    rows = [
        {"name_ar": "خربة المثال", "name_en": "Khirbat", "lat": 34.5, "lon": 38.3, "kind": "village"},
        {"lat": 1},
    ]
    source.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    done = shell("gazetteer", "import", source, "--into", tmp_path / "p")
    lines = done.out.decode().splitlines()

    assert done.status == 0
    assert lines[0].startswith(f"{source}:2: ")
    assert lines[-1].endswith("1 place added")
    assert "places-villages.csv: 1" in shell("pack", "check", tmp_path / "p").out.decode()
