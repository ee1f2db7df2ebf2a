"""From an example report to every form in which a reading leaves: whole, sound and the same each time."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

import riwaya
from riwaya.exchange import from_json, problems, schema_text, to_csv, to_dossier, to_html, to_json

DESERT = Path(str(files("riwaya"))) / "examples" / "desert.txt"
CROSSING = Path(__file__).parent / "crossing.html"
EXAMPLES = pytest.mark.parametrize("example", [DESERT, CROSSING], ids=lambda path: path.name)


@EXAMPLES
def test_an_example_is_read_soundly(example: Path) -> None:
    reading = riwaya.read(example)

    assert problems(reading) == []
    assert from_json(to_json(reading)) == reading
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(json.loads(to_json(reading)))
    assert reading.attributions
    assert reading.claims
    assert reading.places


@EXAMPLES
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_form_is_the_same_each_time(example: Path, language: str) -> None:
    first, second = riwaya.read(example), riwaya.read(example)

    assert to_json(first) == to_json(second)
    assert to_csv([first]) == to_csv([second])
    assert to_dossier(first, language=language) == to_dossier(second, language=language)
    assert to_html(first, language=language) == to_html(second, language=language)


def test_the_second_pasting_of_the_example_is_a_repeat_and_yields_nothing() -> None:
    reading = riwaya.read(DESERT)
    (repeat,) = reading.report.repeats

    assert reading.report.text[repeat.of.start : repeat.of.end].split() == (
        reading.report.text[repeat.start : repeat.end].split()
    )
    assert not [claim for claim in reading.claims if claim.anchor.start >= repeat.start]
