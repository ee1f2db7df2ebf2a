"""The commands of the standing questions, and `show`."""

import csv
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import select

from cli.helpers import Shell, call
from questions.helpers import take_in
from riwaya.archive import Archive, schema
from riwaya.questions.catalogue import QUESTIONS

REPORTS = (
    ("sana", "2015-07-20", "اتهمت روسيا تركيا بقصف قرية في ريف حلب. ونفت تركيا قصف القرية."),
    ("okaz", "2015-07-23", "غارات على الرقة\nأعلن المرصد السوري مقتل 12 مدنيا في غارات على الرقة."),
)


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an archive of some reports, which commands find by themselves."""
    path = tmp_path / "news.riwaya"
    with Archive(path) as archive:
        take_in(archive, *REPORTS)
    monkeypatch.setenv("RIWAYA_ARCHIVE", str(path))
    return path


@pytest.mark.parametrize("name", [question.name for question in QUESTIONS])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_question_explains_itself(shell: Shell, name: str, language: str) -> None:
    done = shell(name, "--help", "--lang", language)

    text = done.out.decode()
    assert done.status == 0
    assert all(option in text for option in ("--archive", "--limit", "--format", "--whole", f"riwaya {name}"))


@pytest.mark.usefixtures("news")
def test_a_table_leads_to_its_evidence(shell: Shell) -> None:
    done = shell("accusations", "--against", "تركيا")
    key = next(word for word in done.out.decode().split() if "/c" in word)

    assert "اتهمت روسيا تركيا" in done.out.decode()
    shown = shell("show", key)
    assert shown.status == 0
    assert "اتهمت روسيا تركيا" in shown.out.decode()


@pytest.mark.usefixtures("news")
def test_json(shell: Shell) -> None:
    answer = json.loads(shell("casualties", "--format", "json").out)

    assert answer["question"] == "casualties"
    assert [(row["low"], row["evidence"][0]["outlet"]) for row in answer["rows"]] == [(12, "okaz")]


@pytest.mark.usefixtures("news")
def test_csv_begins_as_spreadsheets_want_it_and_notes_go_elsewhere(shell: Shell) -> None:
    done = shell("casualties", "--format", "csv")
    header, row = csv.reader(StringIO(done.out.decode("utf-8-sig")))

    assert done.out.startswith(b"\xef\xbb\xbf")
    assert dict(zip(header, row, strict=True))["low"] == "12"
    assert "nothing is summed" in done.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("casualties", "--since", "July"), "--since: 'July' is no day"),
        (("casualties", "--until", "2015-02-30"), "is no day"),
        (
            ("casualties", "--since", "2015-07-02", "--until", "2015-07-01"),
            "--until: the last day lies before the first",
        ),
        (("casualties", "--party", "rusia"), "near it: russia"),
        (("casualties", "--outlet", "sanaa"), "near it: sana"),
        (("casualties", "--mode", "magic"), "'magic' is not one of"),
        (("casualties", "--limit", "0"), "is not in the range"),
        (("casualties", "--measure", "love"), "'love' is not one of"),
        (("casualties", "--who", "A"), "give --whole too"),
        (("casualties", "--whole"), "needs a name and a reason"),
        (("casualties", "--whole", "--who", "A"), "needs a name and a reason"),
        (("control",), "Missing argument"),
        (("control", "نيويورك"), "no place 'نيويورك'"),
        (("control", "geonames:163808"), "in this archive; near it: nothing"),
        (("casualties", "--archive", ""), "no archive is named"),
        (("show", "r0000"), "no report 'r0000'"),
        (("show", ""), "no report ''"),
    ],
)
@pytest.mark.usefixtures("news")
def test_what_makes_no_sense_is_said_in_a_line(
    shell: Shell, arguments: tuple[str, ...], problem: str
) -> None:
    done = shell(*arguments)

    assert (done.status, done.out, len(done.messages)) == (2, b"", 1)
    assert problem in done.err


def test_an_archive_that_is_not_there(shell: Shell, tmp_path: Path) -> None:
    done = shell("casualties", "--archive", tmp_path / "none.riwaya")

    assert done.status == 2
    assert "no archive there" in done.err
    assert not (tmp_path / "none.riwaya").exists()


@pytest.mark.parametrize("name", ["accusations", "requests", "casualties", "headlines"])
def test_an_empty_archive_says_so(shell: Shell, tmp_path: Path, name: str) -> None:
    with Archive(tmp_path / "empty.riwaya"):
        pass

    done = shell(name, "--archive", tmp_path / "empty.riwaya")

    assert done.status == 0
    assert done.out.decode().startswith("Nothing in this archive fits.")


def test_pages_say_how_to_go_on(shell: Shell, news: Path) -> None:
    with Archive(news) as archive:
        text = "أعلن المرصد السوري مقتل {n} مدنيا في غارات على الرقة."
        take_in(archive, *(("okaz", f"2015-08-0{n}", text.format(n=n)) for n in (3, 4, 5)))

    first, last = (shell("casualties", "--limit", "2", "--offset", str(n)).out.decode() for n in (0, 2))

    assert "rows 1–2 of 4" in first
    assert "--offset 2 shows the next" in first
    assert "rows 3–4 of 4" in last
    assert "shows the next" not in last


def test_overriding_the_release_policy_is_kept(shell: Shell, news: Path) -> None:
    done = shell(
        "casualties", "--whole", "--since", "2015-01-01", "--who", "N. N.", "--why", "checking a toll"
    )

    assert "was overridden" in done.out.decode()
    with Archive(news) as archive, archive.reading() as connection:
        (row,) = connection.execute(select(schema.overrides)).all()
    assert (row.who, row.why) == ("N. N.", "checking a toll")
    assert row.what.startswith("riwaya casualties limit=50 offset=0 since=2015-01-01: Policy(")


def test_a_mistake_overrides_nothing(shell: Shell, news: Path) -> None:
    shell("casualties", "--whole", "--who", "N. N.", "--why", "checking", "--party", "nobody-at-all")

    with Archive(news) as archive, archive.reading() as connection:
        assert connection.execute(select(schema.overrides)).all() == []


@pytest.mark.usefixtures("news")
def test_arabic_answers_name_parties_in_arabic(shell: Shell) -> None:
    text = shell("accusations", "--lang", "ar").out.decode()

    assert "روسيا" in text
    assert "russia" not in text


def test_nothing_is_coloured_off_a_terminal(news: Path) -> None:
    done = call("accusations", RIWAYA_ARCHIVE=str(news))

    assert done.status == 0
    assert b"\x1b" not in done.out


def test_show_a_report_a_claim_and_what_may_leave(shell: Shell, news: Path) -> None:
    with Archive(news) as archive, archive.reading() as connection:
        key = connection.scalar(select(schema.reports.c.key).where(schema.reports.c.outlet == "okaz"))
    whole, claim, released, none = (
        shell("show", *arguments)
        for arguments in ((key,), (f"{key}/c1",), (key, "--released"), (f"{key}/c99",))
    )

    assert whole.out.decode().startswith("غارات على الرقة\n")
    assert "in context" in claim.out.decode()
    assert "[" in claim.out.decode()
    assert "in context" not in released.out.decode()
    assert f"{key}/c1" in released.out.decode()
    assert (none.status, "has no claim 'c99'" in none.err) == (2, True)


def test_a_removed_report_is_told_as_such(shell: Shell, news: Path) -> None:
    with Archive(news) as archive, archive.writing() as connection:
        connection.execute(schema.reports.update().values(redacted="2026-01-02"))
        key = connection.scalar(select(schema.reports.c.key))

    done = shell("show", str(key))

    assert done.status == 2
    assert "was removed for good on 2026-01-02" in done.err


def test_commands_that_ask_nothing_load_no_database() -> None:
    code = "import sys; from riwaya.cli import run; run(['--version']); sys.exit('sqlalchemy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0
