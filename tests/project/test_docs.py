"""The documentation says all there is: keys and values of the JSON, columns, commands, statuses."""

import csv
import dataclasses
import inspect
import re
import subprocess
import sys
import typing
from pathlib import Path

import click
import pytest

from riwaya import model
from riwaya.cli.commands import build
from riwaya.evaluation.figures import FIGURES, PHENOMENA, Figure
from riwaya.evaluation.gold import GoldAttribution, GoldClaim, GoldMention, GoldPlace, GoldQuantity, GoldTime
from riwaya.exchange.table import COLUMNS
from riwaya.lexicon.particles import ROLES
from riwaya.lexicon.tables import LEXICON
from riwaya.pairs import RELATIONS
from riwaya.pairs.learned import Model
from riwaya.pairs.table import WRITTEN
from riwaya.pairs.trees import Tree

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference"
PACKAGE = ROOT / "src" / "riwaya"
TABLES = sorted(PACKAGE.rglob("*.csv"))


def page(name: str) -> str:
    return (REFERENCE / name).read_text(encoding="utf-8")


def records() -> list[type]:
    classes = [item for _, item in inspect.getmembers(model, inspect.isclass)]
    return [item for item in classes if dataclasses.is_dataclass(item)]


@pytest.mark.parametrize("record", records(), ids=lambda record: record.__name__)
def test_every_key_of_the_json_is_described(record: type) -> None:
    text = page("reading.md")
    names = [field.name for field in dataclasses.fields(record)]

    assert [name for name in names if f"`{name}`" not in text and f'"{name}"' not in text] == []


def vocabularies() -> list[tuple[str, str]]:
    literals = {
        name: value for name, value in vars(model).items() if typing.get_origin(value) is typing.Literal
    }
    return [(name, value) for name, literal in literals.items() for value in typing.get_args(literal)]


@pytest.mark.parametrize(("vocabulary", "value"), vocabularies())
def test_every_closed_value_of_the_json_is_described(vocabulary: str, value: str) -> None:
    assert f"`{value}`" in page("reading.md"), vocabulary


@pytest.mark.parametrize("table", TABLES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_table_and_each_of_its_columns_is_described(table: Path) -> None:
    pages = {
        "lexicon": "lexicon.md",
        "release": "release.md",
        "text": "tables.md",
        "archive": "tables.md",
        "corpus": "tables.md",
    }
    text = page(pages.get(table.relative_to(PACKAGE).parts[0], "pack.md"))
    with table.open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))

    assert f"`{table.name}`" in text
    assert [column for column in columns if f"`{column}`" not in text] == []


@pytest.mark.parametrize("role", ROLES)
def test_every_role_of_a_particle_is_described(role: str) -> None:
    assert f"| `{role}` |" in page("lexicon.md")


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("actor_words", "role"),
        ("event_words", "role"),
        ("function_words", "class"),
        ("generics", "ways"),
        ("place_words", "role"),
        ("quantity_cues", "cue"),
        ("quantity_words", "role"),
        ("speech_words", "role"),
        ("time_words", "kind"),
    ],
)
def test_every_role_of_a_word_is_described(table: str, column: str) -> None:
    with (LEXICON / "ar" / f"{table}.csv").open(encoding="utf-8", newline="") as rows:
        cells = {cell for row in csv.DictReader(rows) for cell in row[column].split("|")}
    roles = {cell.partition(":")[0] for cell in cells} - {""}
    section = page("lexicon.md").partition(f"### `{table}.csv`")[2].partition("\n##")[0]
    assert [role for role in sorted(roles) if f"`{role}`" not in section] == []


def test_every_column_of_the_csv_is_described() -> None:
    text = page("csv.md")

    assert [column for column in COLUMNS if f"`{column}`" not in text] == []


def test_every_column_and_ground_of_claim_pairs_is_described() -> None:
    text = page("pairs.md")
    rules = (PACKAGE / "pairs" / "structural.py").read_text(encoding="utf-8")
    grounds = re.findall(r'yield f?"([a-z-]+)', rules) + re.findall(r'None, \("([a-z-]+)"', rules)

    assert len(grounds) > 10
    assert [name for name in (*WRITTEN, *RELATIONS) if f"`{name}`" not in text] == []
    assert [ground for ground in grounds if f"`{ground}" not in text] == []


def test_every_key_of_a_model_file_is_described() -> None:
    names = [*Model.__struct_fields__, *Tree.__struct_fields__]

    assert [name for name in names if f"`{name}`" not in page("pairs.md")] == []


def commands(group: click.Group, path: str = "riwaya") -> list[tuple[str, click.Command]]:
    found: list[tuple[str, click.Command]] = [(path, group)]
    for name, command in group.commands.items():
        inner = commands(command, f"{path} {name}") if isinstance(command, click.Group) else []
        found += inner or [(f"{path} {name}", command)]
    return found


COMMANDS = commands(build())


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[path for path, _ in COMMANDS])
def test_every_command_and_option_is_described(path: str, command: click.Command) -> None:
    text = page("command-line.md")
    options = [option for param in command.params for option in param.opts if option.startswith("--")]

    assert isinstance(command, click.Group) or f"`{path}`" in text
    assert [option for option in options if f"`{option}`" not in text] == []


def test_the_documentation_uses_no_option_that_does_not_exist() -> None:
    pages = [*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")]
    used = {
        option
        for path in pages
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("$ riwaya ")
        for option in re.findall(r"--[a-z-]+", line)
    }
    known = {option for _, command in COMMANDS for param in command.params for option in param.opts}

    assert used - known - {"--help"} == set()


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_every_figure_is_described(figure: Figure) -> None:
    assert f"`{figure.key}`" in page("evaluation.md")


def test_every_phenomenon_is_described() -> None:
    keys = [found.key for rows in PHENOMENA.values() for found, _ in rows]

    assert [key for key in keys if f"`{key}`" not in page("evaluation.md")] == []


@pytest.mark.parametrize(
    "record", [GoldAttribution, GoldMention, GoldPlace, GoldTime, GoldQuantity, GoldClaim]
)
def test_every_key_of_gold_is_described(record: type) -> None:
    names = [field.name.replace("within", "in") for field in dataclasses.fields(record)]

    assert [name for name in names if f"`{name}`" not in page("gold.md")] == []


@pytest.mark.parametrize("status", ["0", "1", "2", "130"])
def test_every_exit_status_is_described(status: str) -> None:
    assert f"| `{status}` |" in page("exit-statuses.md")


@pytest.mark.parametrize("name", sorted(path.name for path in ROOT.glob("*.md")))
def test_every_link_of_a_page_at_the_top_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", text)

    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []


def test_the_site_is_built_strictly_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    pages = list(tmp_path.rglob("*.html"))
    loads = re.compile(
        r'<(?:script|img|iframe)[^>]+src="(?:https?:)?//|<link[^>]+stylesheet[^>]+href="(?:https?:)?//'
    )

    assert pages
    assert [page.name for page in pages if loads.search(page.read_text(encoding="utf-8"))] == []
