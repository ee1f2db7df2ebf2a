"""The table of questions."""

import inspect
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from riwaya.questions import Filters
from riwaya.questions.catalogue import QUESTIONS, Question, question


@pytest.mark.parametrize("each", QUESTIONS, ids=lambda each: each.name)
def test_a_function_takes_what_its_question_offers(each: Question) -> None:
    parameters = list(inspect.signature(each.load()).parameters)

    assert parameters[:2] == ["desk", "filters"]
    assert set(parameters[2:]) == {extra.name for extra in each.extras}
    assert set(each.filters) <= {field.name for field in fields(Filters)}
    assert all(f"riwaya {each.name}" in example for example in each.examples)


def test_names_are_unique_and_looked_up() -> None:
    names = [each.name for each in QUESTIONS]

    assert sorted(set(names)) == sorted(names)
    assert question("control").name == "control"
    with pytest.raises(KeyError):
        question("weather")


@pytest.mark.parametrize("each", QUESTIONS, ids=lambda each: each.name)
def test_every_column_is_described(each: Question) -> None:
    folder = Path(__file__).resolve().parents[2] / "docs" / "reference"
    pages = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))]
    text = "".join(page for page in pages if f"## `riwaya {each.name}" in page)
    columns = getattr(import_module(each.load().__module__), "COLUMNS", ())

    assert text
    assert [column.name for column in columns if f"`{column.name}`" not in text] == []
