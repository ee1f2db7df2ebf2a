"""`riwaya evaluate` and `riwaya gold compile`: folders in, figures and errors out, every status."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from cli.helpers import Shell

GOLD = Path(__file__).resolve().parents[1] / "gold"
NAMES = ("post_deir", "state_badia")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A gold folder with two of the project's reports."""
    for part, suffix in (("gold", ".json"), ("texts", ".txt"), ("authored", ".json")):
        (tmp_path / "own" / part).mkdir(parents=True)
        for name in NAMES:
            shutil.copy(GOLD / part / f"{name}{suffix}", tmp_path / "own" / part)
    return tmp_path / "own"


def record(out: bytes) -> dict[str, Any]:
    return json.loads(out)  # type: ignore[no-any-return]


def test_figures_by_layer_with_intervals(shell: Shell, folder: Path) -> None:
    done = shell("evaluate", folder)
    text = done.out.decode()

    assert (done.status, done.err) == (0, "")
    assert "The reader on 2 reports" in text
    assert [
        layer
        for layer in ("Who says what", "Places", "Times", "Numbers", "What is claimed")
        if layer not in text
    ] == []
    assert "in the headline" in text
    assert "Errors" not in text


def test_the_numbers_as_json(shell: Shell, folder: Path) -> None:
    figures = record(shell("evaluate", folder, "--format", "json").out)

    assert figures["reports"] == list(NAMES)
    attribution = figures["figures"]["attribution"]
    low, high = attribution["intervals"]["f1"]
    assert attribution["of"] == 18
    assert 0 < low <= attribution["f1"] <= high <= 1
    assert figures["phenomena"]["attribution/headline"]["found"]["of"] == 1
    assert "errors" not in figures


def test_every_error_with_its_text(shell: Shell, folder: Path) -> None:
    listed = record(shell("evaluate", folder, "--errors", "--format", "json").out)["errors"]
    text = shell("evaluate", folder, "--errors").out.decode()

    assert {error["report"] for error in listed} == set(NAMES)
    assert {error["layer"] for error in listed} >= {"attribution", "claim"}
    for error in listed:
        report = (folder / "texts" / f"{error['report']}.txt").read_text(encoding="utf-8")
        assert report[error["start"] : error["end"]] == error["words"]
        assert f"{error['before']}{error['words']}{error['after']}" in report
    assert f"Errors: {len(listed)}" in text
    assert "[" in text


def test_only_the_layers_asked_for(shell: Shell, folder: Path) -> None:
    done = record(
        shell("evaluate", folder, "--layer", "place", "--layer", "time", "--errors", "--format", "json").out
    )

    assert set(done["figures"]) == {"place", "place_km25", "place_km161", "time", "time_value"}
    assert {error["layer"] for error in done["errors"]} <= {"place", "time"}


def test_only_the_reports_asked_for(shell: Shell, folder: Path) -> None:
    done = record(shell("evaluate", folder, "--only", "post_*", "--format", "json").out)

    assert done["reports"] == ["post_deir"]


def test_markdown_is_tables(shell: Shell, folder: Path) -> None:
    text = shell("evaluate", folder, "--format", "markdown", "--errors").out.decode()

    tables = [line for line in text.splitlines() if line.startswith("|---")]
    assert len(tables) > 8
    assert "### Who says what" in text
    assert "\u2066" not in text


def test_a_kept_run_is_compared(shell: Shell, folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    shell("evaluate", folder, "--save", kept)
    before = json.loads(kept.read_bytes())
    # As if the reader had been worse: one more error, one attribution less.
    before["reports"][0]["tally"]["attribution.tp"] -= 1
    fault = dict(before["reports"][0]["faults"][0], wanted="something else")
    before["reports"][0]["faults"].append(fault)
    kept.write_text(json.dumps(before), encoding="utf-8")
    done = record(shell("evaluate", folder, "--compare", kept, "--format", "json").out)["comparison"]
    text = shell("evaluate", folder, "--compare", kept).out.decode()

    assert done["figures"]["attribution"]["verdict"] == "perhaps better"
    assert done["figures"]["time"]["verdict"] == "unchanged"
    assert [error["wanted"] for error in done["gone"]] == ["something else"]
    assert done["new"] == []
    assert "Errors that are gone: 1" in text
    assert (
        "perhaps better" in shell("evaluate", folder, "--compare", kept, "--format", "markdown").out.decode()
    )


def test_the_same_call_writes_the_same_bytes(shell: Shell, folder: Path, tmp_path: Path) -> None:
    first = shell("evaluate", folder, "--errors", "--save", tmp_path / "1.json")
    second = shell("evaluate", folder, "--errors", "--save", tmp_path / "2.json")

    assert first.out == second.out
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()


def test_in_arabic(shell: Shell, folder: Path) -> None:
    done = shell("evaluate", folder, "--errors", "--lang", "ar")

    assert done.status == 0
    assert "من يقول ماذا" in done.out.decode()
    assert "Who says what" not in done.out.decode()


@pytest.mark.parametrize("bidi", ["isolate", "visual", "none"])
def test_words_of_the_report_are_shown_in_their_direction(
    bidi: str, shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIWAYA_BIDI", bidi)
    text = shell("evaluate", folder, "--errors", "--layer", "attribution").out.decode()

    assert ("\u2067" in text) is (bidi == "isolate")
    assert any("\ufe70" <= char <= "\ufefc" for char in text) is (bidi == "visual")


def test_a_broken_report_costs_itself_only(shell: Shell, folder: Path) -> None:
    (folder / "texts" / "post_deir.txt").write_text("نص آخر\n", encoding="utf-8")
    done = shell("evaluate", folder)

    assert done.status == 1
    assert "The reader on 1 report" in done.out.decode()
    assert len(done.messages) == 1
    assert "post_deir.json" in done.err
    assert "sha256" in done.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere"], "no folder 'gold'"),
        (["own", "--compare", "none.json"], "none.json cannot be read"),
        (["own", "--compare", "own/texts/post_deir.txt"], "is no saved evaluation"),
        (["own", "--parties", "none.csv"], "none.csv"),
        (["own", "--pack", "nothing"], "no pack of this name"),
        (["own", "--only", "x*"], "--only asks for"),
        (["own", "--layer", "weather"], "weather"),
        (["own", "--save", "own/texts/post_deir.txt/run.json"], "cannot write"),
    ],
)  # fmt: skip
def test_calls_that_make_no_sense(
    arguments: list[str], says: str, shell: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder.parent)
    done = shell("evaluate", *arguments)

    assert (done.status, done.out) == (2, b"")
    assert says in done.err
    assert "Traceback" not in done.err


def test_a_folder_whose_every_report_is_broken_yields_nothing(shell: Shell, folder: Path) -> None:
    for path in (folder / "gold").glob("*.json"):
        path.write_text("{}", encoding="utf-8")
    done = shell("evaluate", folder)

    assert (done.status, done.out, len(done.messages)) == (1, b"", len(NAMES))


def test_the_ids_that_annotators_could_use_are_told(shell: Shell, folder: Path, tmp_path: Path) -> None:
    """With an empty list every party is `other`; only sources without a name are still what they are."""
    table = tmp_path / "own.csv"
    table.write_text("id,party\n", encoding="utf-8")
    figures = record(shell("evaluate", folder, "--parties", table, "--format", "json").out)["figures"]

    usual = record(shell("evaluate", folder, "--format", "json").out)["figures"]
    assert figures["actor"]["r"] < 0.1 < usual["actor"]["r"]


def test_annotations_with_strings_become_gold(shell: Shell, folder: Path) -> None:
    shutil.rmtree(folder / "gold")
    done = shell("gold", "compile", folder)

    assert done.status == 0
    assert [Path(line).stem for line in done.out.decode().splitlines()] == sorted(NAMES)
    for name in NAMES:
        assert (folder / "gold" / f"{name}.json").read_bytes() == (
            GOLD / "gold" / f"{name}.json"
        ).read_bytes()


def test_an_annotation_that_does_not_fit_its_text_is_named(shell: Shell, folder: Path) -> None:
    (folder / "texts" / "post_deir.txt").write_text("نص آخر\n", encoding="utf-8")
    done = shell("gold", "compile", folder)

    assert done.status == 1
    assert "post_deir.json" in done.err
    assert "is not in the text" in done.err
    assert len(done.out.splitlines()) == 1


def test_gold_that_would_not_be_valid_leaves_the_old_one(shell: Shell, folder: Path) -> None:
    path, target = (folder / part / "post_deir.json" for part in ("authored", "gold"))
    before = target.read_bytes()
    broken = json.loads(path.read_bytes()) | {"published": "yesterday"}
    path.write_text(json.dumps(broken), encoding="utf-8")
    done = shell("gold", "compile", folder)

    assert done.status == 1
    assert "authored" in done.err
    assert target.read_bytes() == before


def test_runs_without_a_report_in_common_are_not_compared(shell: Shell, folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    shell("evaluate", folder, "--only", NAMES[0], "--save", kept)
    done = shell("evaluate", folder, "--only", NAMES[1], "--compare", kept)

    assert done.status == 2
    assert "nothing to compare" in done.err


def test_a_run_of_another_pack_is_named(shell: Shell, folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "before.json"
    shell("evaluate", folder, "--save", kept)
    run = json.loads(kept.read_bytes())
    run["reader"]["pack"] = "mine"
    kept.write_text(json.dumps(run), encoding="utf-8")

    assert "was read with the pack mine" in shell("evaluate", folder, "--compare", kept).err


def test_a_folder_without_annotations_cannot_be_compiled(shell: Shell, tmp_path: Path) -> None:
    done = shell("gold", "compile", tmp_path)

    assert done.status == 2
    assert "no annotated report" in done.err
