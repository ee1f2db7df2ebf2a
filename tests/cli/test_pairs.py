"""`riwaya pairs`: train, judge, measure; statuses and messages of what is wrong."""

from pathlib import Path

import pytest

from cli.helpers import Shell
from pairs.invented import write

HEAD = b"\xef\xbb\xbffirst,second,relation,agree,contradict,unrelated,grounds\r\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write(tmp_path / "pairs.csv")


@pytest.mark.usefixtures("lightgbm")
def test_a_model_is_trained_judges_and_is_measured(shell: Shell, tmp_path: Path) -> None:
    labels = {"agree": "yes", "contradict": "no", "unrelated": "else"}
    table = write(tmp_path / "mine.csv", ("s1", "s2", "stance"), labels)
    model = tmp_path / "model.json"
    naming = ("--columns", "s1, s2, stance", "--labels", "yes,no,else")
    trained = shell("pairs", "train", table, "--model", model, "--without", "embeddings", *naming)
    judged = shell("pairs", "judge", table, "--model", model, "--columns", "s1,s2")
    measured = shell("pairs", "measure", table, "--model", model, *naming)

    assert (trained.status, judged.status, measured.status) == (0, 0, 0)
    assert trained.out.decode() == (
        f"{model}: trained with 48 pairs (lexical, negation, opposition, numbers, structure)\n"
    )
    assert judged.out.startswith(HEAD)
    assert judged.out.count(b"\r\n") == 49
    assert measured.out.decode().splitlines()[2].startswith("| agree | 16 | ")
    assert trained.err + judged.err + measured.err == ""


def test_without_a_model_rules_judge(shell: Shell, tmp_path: Path) -> None:
    table = tmp_path / "two.csv"
    table.write_text("first,second\nأسعار الخبز ترتفع,أسعار الخبز تنخفض\n", encoding="utf-8")
    done = shell("pairs", "judge", table)

    assert done.out == HEAD + "أسعار الخبز ترتفع,أسعار الخبز تنخفض,contradict,,,,opposed:level\r\n".encode()
    assert shell("pairs", "judge", table).out == done.out


def test_rules_are_measured(shell: Shell, table: Path) -> None:
    lines = shell("pairs", "measure", table).out.decode().splitlines()

    assert lines[0] == "| relation | pairs | precision | recall | F1 |"
    assert lines[3] == "| contradict | 16 | 1.000 | 1.000 | 1.000 |"


@pytest.mark.usefixtures("lightgbm")
@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["judge", "none.csv"], 1, "none.csv: cannot be read"),
        (["judge", "pairs.csv", "--model", "none.json"], 1, "none.json: cannot be read"),
        (["judge", "pairs.csv", "--model", "pairs.csv"], 1, "no model of claim pairs"),
        (["judge", "pairs.csv", "--columns", "a,b"], 1, "no column 'a' (name the columns with --columns)"),
        (["judge", "pairs.csv", "--columns", "a"], 2, "'a' is not 3 different names"),
        (
            ["measure", "pairs.csv", "--labels", "a,b,c"],
            1,
            "none of a, b, c (name the relations with --labels)",
        ),
        (["train", "pairs.csv", "--model", "pairs.csv"], 2, "would replace the input"),
        (["train", "pairs.csv", "--model", "pairs.csv/m", "--without", "embeddings"], 1, "cannot write"),
        (["train", "pairs.csv"], 2, "--model"),
        (["train", "pairs.csv", "--model", "m", "--without", "luck"], 2, "luck"),
        (["judge", "pairs.csv", "--pack", "none"], 2, "none"),
    ],
)
def test_what_is_wrong_is_one_line(
    shell: Shell,
    table: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    status: int,
    message: str,
) -> None:
    monkeypatch.chdir(table.parent)
    done = shell("pairs", *arguments)

    assert (done.status, done.out) == (status, b"")
    assert message in done.err
    assert len(done.messages) == 1


def test_messages_are_in_the_language_of_the_call(shell: Shell, table: Path) -> None:
    head = shell("--lang", "ar", "pairs", "measure", table).out.decode().splitlines()[0]

    assert head == "| العلاقة | الأزواج | الدقة | الاستدعاء | F1 |"


@pytest.mark.usefixtures("lightgbm")
def test_a_model_of_other_tables_is_named_and_judges_all_the_same(
    shell: Shell, table: Path, tmp_path: Path
) -> None:
    model = tmp_path / "m.json"
    shell("pack", "new", tmp_path / "mine")
    shell("pairs", "train", table, "--model", model, "--without", "embeddings", "--pack", tmp_path / "mine")
    done = shell("pairs", "judge", table, "--model", model)

    assert done.status == 0
    (line,) = done.messages
    assert line.startswith(f"riwaya: warning: {model}: the model was trained with other tables (version ")
    assert line.endswith(", pack mine); train it again")
