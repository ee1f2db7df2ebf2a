"""Tables of pairs: other columns and labels are understood, and what is wrong is named with its line."""

from pathlib import Path

import pytest

from riwaya.errors import InputError, UsageError
from riwaya.pairs import Judgement, Pair, read_pairs
from riwaya.pairs.table import Naming, to_csv


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "pairs.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_columns_and_labels_may_have_other_names(tmp_path: Path) -> None:
    path = written(tmp_path, '\ufeffid,s1,s2,stance\n1,أ ب,ج,disagree\n2,"د\nه",و,other\n')
    naming = Naming(("s1", "s2", "stance"), ("agree", "disagree", "other"))

    assert read_pairs(path, naming, labelled=True).pairs == (
        Pair("أ ب", "ج", "contradict"),
        Pair("د\nه", "و", "unrelated"),
    )


def test_pairs_to_be_judged_need_no_relation(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b\nس,ص\n")

    assert read_pairs(path, Naming(("a", "b")), labelled=False).pairs == (Pair("س", "ص"),)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("", "no column 'first'"),
        ("first,second\nس,ص\n", "no column 'relation'"),
        ("first,second,relation\n", "there are no pairs"),
        ("first,second,relation\nس,,agree\n", ":2: column 'second' is empty"),
        ("first,second,relation\nس\n", ":2: column 'second' is empty"),
        ("first,second,relation\nس,ص,agree\nس,ص,maybe\n", ":3: column 'relation': 'maybe' is none of agree, "),
        ('first,second,relation\n"س,ص,agree\n', "not a valid CSV line: unexpected end of data"),
        (f"first,second,relation\nس,{'ص' * 2001},agree\n", ":2: column 'second' has 2001 characters"),
        (b"first,second,relation\n\xff,b,agree\n", "not UTF-8 at byte 22"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, content: str | bytes, problem: str) -> None:
    path = written(tmp_path, content)
    with pytest.raises(InputError) as caught:
        read_pairs(path, labelled=True)

    assert str(caught.value).startswith(str(path))
    assert problem in str(caught.value)


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv: cannot be read"):
        read_pairs(tmp_path / "none.csv", labelled=True)


@pytest.mark.parametrize("columns", [("a",), ("a", "a", "b"), ("a", "", "b"), ("a", "b", "c", "d")])
def test_names_that_make_no_sense_are_refused(columns: tuple[str, ...]) -> None:
    with pytest.raises(UsageError, match="3 different names"):
        Naming(columns)


def test_two_columns_are_too_few_for_labelled_pairs(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="'a,b' is not 3 different names"):
        read_pairs(written(tmp_path, "a,b\nس,ص\n"), Naming(("a", "b")), labelled=True)


def test_judgements_are_a_table_that_no_spreadsheet_runs() -> None:
    rules = Judgement("unrelated", None, ("few-words-shared",))
    learned = Judgement("agree", (0.5, 0.25, 0.25), ("words-shared", "x"))
    text = to_csv([Pair("=1+1", "س، ص"), Pair("أ", "@b")], [rules, learned])

    assert text.split("\r\n") == [
        "first,second,relation,agree,contradict,unrelated,grounds",
        "'=1+1,س، ص,unrelated,,,,few-words-shared",
        "أ,'@b,agree,0.500,0.250,0.250,words-shared; x",
        "",
    ]
