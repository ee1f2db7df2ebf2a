"""Everything that answers a question leaves by the gate: told from the code, since no test sees all answers."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

QUESTIONS = Path(__file__).resolve().parents[2] / "src" / "riwaya" / "questions"
#: The two modules between the tables and the gate.
DOORS = {"telling.py", "desk.py"}
#: What gives words of reports before the gate.
WORDS = {"texts_of", "readings_of", "unpack_text", "unpack_reading", "unpack_speech"}
TABLES = {"texts", "readings"}
#: Modules that may use words or titles without releasing them, and why.
EXCEPTIONS = {
    "shown.py": "the words around a claim, for a local reading of one's own reports, never for what leaves",
    "folded.py": "titles are only compared with the words that make a report relevant",
    "understanding.py": "reads what the user wrote",
}
#: What narrows a question to a place.
PLACED = {"conditions", "conditions_about", "claims_at"}

MODULES = {path.name: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(QUESTIONS.glob("*.py"))}
ANSWERING = [name for name in MODULES if name not in DOORS]


def called(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def methods(tree: ast.AST) -> set[str]:
    """Names of the methods that are called."""
    return {call.func.attr for call in called(tree) if isinstance(call.func, ast.Attribute)}


def takes_words(tree: ast.AST) -> bool:
    """Whether a module reads the words of reports out of the archive by itself."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in WORDS:
            return True
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if node.value.id == "schema" and node.attr in TABLES:
                return True
            if node.value.id == "archive" and node.attr in ("text", "read"):
                return True
    return False


def bare_titles(tree: ast.AST) -> list[int]:
    """Lines on which the title of a report's row is used other than as the gate's argument."""
    released = {
        id(part)
        for call in called(tree)
        if isinstance(call.func, ast.Attribute) and call.func.attr in ("title", "passage")
        for argument in call.args
        for part in ast.walk(argument)
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "title"
        and isinstance(node.value, ast.Name)
        and node.value.id in ("row", "report")
        and id(node) not in released
    ]


# What is told elsewhere is judged before the gate; only numbers of claims come out of that module.
@pytest.mark.parametrize("name", [name for name in ANSWERING if name != "elsewhere.py"])
def test_claims_come_from_the_desk_alone(name: str) -> None:
    imported = {
        alias.name
        for node in ast.walk(MODULES[name])
        if isinstance(node, ast.ImportFrom) and node.module == "riwaya.questions.telling"
        for alias in node.names
    }

    assert "tell" not in imported, "ask the desk: desk.tell passes the gate"


@pytest.mark.parametrize("name", [name for name in ANSWERING if name not in EXCEPTIONS])
def test_words_of_reports_pass_the_gate(name: str) -> None:
    if takes_words(MODULES[name]):
        assert "passage" in methods(MODULES[name]), (
            "show words by desk.gate.passage(text, start, guard, published)"
        )


@pytest.mark.parametrize("name", [name for name in ANSWERING if name not in EXCEPTIONS])
def test_titles_of_reports_pass_the_gate(name: str) -> None:
    assert bare_titles(MODULES[name]) == [], "show titles by desk.gate.title(title, guard, published)"


@pytest.mark.parametrize("name", [name for name in ANSWERING if name != "filters.py"])
def test_a_question_about_a_place_tells_the_gate_so(name: str) -> None:
    """An answer must not give away by what it contains what its words leave out."""
    names = {call.func.id for call in called(MODULES[name]) if isinstance(call.func, ast.Name)}
    telling = [
        call
        for call in called(MODULES[name])
        if isinstance(call.func, ast.Attribute)
        and call.func.attr == "tell"
        and len(call.args) + len(call.keywords) > 1
    ]
    if names & PLACED and telling:
        placed = [c for c in telling if len(c.args) > 2 or any(k.arg == "place" for k in c.keywords)]
        assert placed, "say which place was asked for: desk.tell(connection, numbers, filters.place)"


@pytest.mark.parametrize(
    ("source", "bare"),
    [
        ("x = row.title", [1]),
        ("x = gate.title(row.title, guard, row.published)", []),
        ("x = gate.quotation(row.title)", [1]),
        ("x = told.title", []),
    ],
)
def test_a_bare_title_is_noticed(source: str, bare: list[int]) -> None:
    assert bare_titles(ast.parse(source)) == bare


@pytest.mark.parametrize(
    ("source", "takes"),
    [
        ("texts_of(connection, [1])", True),
        ("select(schema.texts.c.body)", True),
        ("desk.archive.reading()", False),
        ("archive.read(3)", True),
        ("desk.tell(connection, [1])", False),
    ],
)
def test_whoever_takes_words_is_noticed(source: str, takes: bool) -> None:
    assert takes_words(ast.parse(source)) == takes
