"""The table of questions."""

import inspect
from dataclasses import fields

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
