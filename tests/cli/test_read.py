"""`riwaya read`: what comes out, where, and under which name."""

import csv
import hashlib
import io
import json
from pathlib import Path

import jsonschema
import pytest

from capture.server import page, serve
from cli.helpers import REPORTS, Shell, call


def test_one_input_is_one_object_that_satisfies_the_schema(shell: Shell, reports: Path) -> None:
    schema = json.loads(shell("schema").out)
    done = shell(
        "read", reports / "a.txt", "--format", "json", "--published", "2015-08-06", "--outlet", "shaam"
    )

    (reading,) = done.readings
    jsonschema.validate(reading, schema)
    report = reading["report"]
    assert (done.status, done.err) == (0, "")
    assert report["text"] == REPORTS[0]
    assert report["id"] == "sha256:" + hashlib.sha256(REPORTS[0].encode()).hexdigest()
    assert (report["published"], report["outlet"], report["uri"]) == ("2015-08-06", "shaam", None)


def test_several_inputs_are_json_lines_in_their_order(shell: Shell, reports: Path) -> None:
    done = shell("read", reports / "deep", reports / "b.md", reports / "a.txt", "--format", "json")

    assert [r["report"]["text"] for r in done.readings] == [REPORTS[2], REPORTS[1], REPORTS[0]]


def test_a_folder_is_read_to_its_depth_by_name(shell: Shell, reports: Path) -> None:
    done = shell("read", reports, "--format", "json")

    assert [r["report"]["text"] for r in done.readings] == list(REPORTS)


def test_claims_of_all_inputs_are_one_table(shell: Shell, reports: Path) -> None:
    done = shell("read", reports, "--format", "csv")
    text = done.out.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))

    assert text.startswith("\ufeffreport_id,")
    assert text.count("report_id") == text.count("\ufeff") == 1
    assert len({row["report_id"] for row in rows}) == 3


def test_a_dossier_is_what_people_get_unasked(shell: Shell, reports: Path) -> None:
    done = shell("read", reports / "a.txt")

    assert done.status == 0
    assert "مواقع" in done.out.decode()
    assert "\x1b" not in done.out.decode()


def test_of_several_dossiers_each_says_which_input_it_is_of(shell: Shell, reports: Path) -> None:
    lines = shell("read", reports / "a.txt", reports / "b.md").out.decode().splitlines()
    alone = shell("read", reports / "a.txt").out.decode()

    assert lines[0] == f"==> {reports / 'a.txt'} <=="
    assert lines[lines.index(f"==> {reports / 'b.md'} <==") - 1] == ""
    assert "==>" not in alone


@pytest.mark.parametrize("form", ["dossier", "json", "html", "csv"])
def test_an_output_folder_mirrors_the_input(shell: Shell, reports: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / "new" / "out"
    done = shell("read", reports, "--format", form, "--out-dir", out)
    suffix = {"dossier": ".txt"}.get(form, f".{form}")

    assert (done.status, done.out, done.err) == (0, b"", "")
    assert sorted(str(path.relative_to(out)) for path in out.rglob("*.*")) == [
        f"a{suffix}",
        f"b{suffix}",
        f"deep/er/c{suffix}",
    ]


def test_files_hold_what_standard_output_would(shell: Shell, reports: Path, tmp_path: Path) -> None:
    for form in ("json", "csv", "html", "dossier"):
        shell("read", reports / "a.txt", "--format", form, "--out-dir", tmp_path / form)
        (path,) = (tmp_path / form).iterdir()
        assert path.read_bytes() == shell("read", reports / "a.txt", "--format", form).out


def test_two_inputs_for_one_name_are_an_error_that_names_both(
    shell: Shell, reports: Path, tmp_path: Path
) -> None:
    (reports / "a.html").write_text("<html></html>")
    done = shell("read", reports, "--format", "json", "--out-dir", tmp_path / "out")

    assert done.status == 2
    assert str(reports / "a.html") in done.err
    assert str(reports / "a.txt") in done.err
    assert not (tmp_path / "out").exists()


def test_an_input_is_never_written_over(shell: Shell, reports: Path) -> None:
    done = shell("read", reports / "a.txt", "--out-dir", reports)

    assert done.status == 2
    assert "would replace the input" in done.err
    assert (reports / "a.txt").read_text(encoding="utf-8") == REPORTS[0]


def test_several_reports_do_not_fit_on_one_page(shell: Shell, reports: Path) -> None:
    done = shell("read", reports, "--format", "html")

    assert (done.status, done.out) == (2, b"")
    assert "--out-dir" in done.err


def test_standard_input_and_addresses_are_named_by_their_id(tmp_path: Path) -> None:
    first, second = (text.encode() for text in REPORTS[:2])
    with serve({"/x": page(second)}) as at:
        done = call(
            "read",
            "-",
            f"{at}/x",
            "--format",
            "json",
            "--allow-private-addresses",
            "--out-dir",
            tmp_path,
            stdin=first,
        )

    assert (done.status, done.err) == (0, "")
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{hashlib.sha256(data).hexdigest()[:12]}.json" for data in (first, second)
    }


def test_a_redirect_inside_is_refused_and_the_rest_is_read(shell: Shell, reports: Path) -> None:
    with serve({"/": page(b"")}) as at:
        done = shell("read", at, "ftp://a.example/b", reports / "a.txt", "--format", "json")

    assert (done.status, len(done.readings)) == (1, 1)
    assert [line.split(": ")[1] for line in done.messages] == [at, "ftp://a.example/b"]


@pytest.mark.parametrize(("jobs", "form"), [("2", "json"), ("4", "csv")])
def test_the_number_of_processes_changes_no_byte(shell: Shell, reports: Path, jobs: str, form: str) -> None:
    (reports / "bad.txt").write_bytes(b"")

    assert shell("read", reports, "--format", form, "--jobs", jobs) == shell(
        "read", reports, "--format", form
    )


def test_order_and_folder_change_no_byte_of_a_reading(shell: Shell, reports: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere.txt"
    other.write_bytes((reports / "a.txt").read_bytes())
    together = shell("read", other, reports / "b.md", "--format", "json").out.splitlines(keepends=True)

    assert together[0] == shell("read", reports / "a.txt", "--format", "json").out


def test_the_interface_speaks_arabic(shell: Shell, reports: Path) -> None:
    english = shell("read", reports / "a.txt").out
    option = shell("read", reports / "a.txt", "--lang", "ar").out
    before = shell("--lang", "ar", "read", reports / "a.txt").out
    variable = call("read", reports / "a.txt", RIWAYA_LANG="ar", LC_ALL="").out

    assert english != option
    assert option == before == variable
