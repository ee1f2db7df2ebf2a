"""Readings as JSON: valid by the schema, the same bytes each time, read back with their types."""

import dataclasses
import json

import jsonschema
import pytest

from exchange.sample import bare, sample
from riwaya.errors import InputError
from riwaya.exchange import from_json, problems, schema_text, to_json
from riwaya.model import Link, Reading, Span

SCHEMA = json.loads(schema_text())
READINGS = [pytest.param(sample(), id="rich"), pytest.param(bare(), id="bare")]


@pytest.mark.parametrize("reading", READINGS)
def test_what_is_written_satisfies_the_schema(reading: Reading) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(to_json(reading)))


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("indent", [0, 2])
def test_what_is_written_is_read_back_equal(reading: Reading, indent: int) -> None:
    assert from_json(to_json(reading, indent=indent)) == reading


def test_a_reading_is_one_line_with_a_newline_in_utf8() -> None:
    data = to_json(sample())

    assert data.count(b"\n") == 1
    assert data.endswith(b"}\n")
    assert "السخنة".encode() in data


def test_keys_stand_in_the_order_of_the_model() -> None:
    assert list(json.loads(to_json(sample()))) == [field.name for field in dataclasses.fields(Reading)]


def test_the_schema_knows_exactly_the_keys_of_the_model() -> None:
    assert set(SCHEMA["required"]) == {field.name for field in dataclasses.fields(Reading)}
    assert SCHEMA["$id"] == "riwaya.reading/1"


def changed(**parts: object) -> bytes:
    return json.dumps({**json.loads(to_json(sample())), **parts}).encode()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not a reading"),
        (b"[]", "not a reading"),
        (b"\xff", "not a reading"),
        (changed(schema="riwaya.reading/9"), "schema"),
        (changed(more=1), "does not know"),
        (changed(claims=[{}]), "not a reading"),
        (changed(links=[{"source": "c1", "target": "c99", "relation": "denies", "matter": None}]), "c99"),
        (changed(links=[{"source": "c1", "target": "c2", "relation": "likes", "matter": None}]), "likes"),
    ],
)
def test_what_is_no_reading_is_refused_with_the_reason(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        from_json(data, "a.json")

    assert caught.value.source == "a.json"


def test_a_sound_reading_has_no_problems() -> None:
    assert problems(sample()) == []


def test_spans_outside_the_text_and_ids_of_nothing_are_problems() -> None:
    reading = sample()
    length = len(reading.report.text)
    astray = dataclasses.replace(reading.claims[0], anchor=Span(length, length + 1), attribution="a99")
    broken = dataclasses.replace(
        reading,
        claims=(astray, *reading.claims[1:]),
        links=(Link("c1", "c99", "denies", "m99"),),
        actors=reading.actors[1:],
    )

    found = "\n".join(problems(broken))

    for part in ("outside the text", "'a99'", "'c99'", "'m99'", "'russian-forces'"):
        assert part in found
