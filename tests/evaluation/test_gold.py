"""Loading gold: what is wrong is said with file, place and remedy, and annotations with strings become offsets."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.asgold import write_gold
from riwaya.errors import InputError, PackError, UsageError
from riwaya.evaluation import (
    authored_files,
    compile_file,
    gold_files,
    load_gold,
    parties_for,
)
from riwaya.evaluation.authored import NotInTextError, compiled
from riwaya.packs import load_pack

TEXT = "دمشق تنفي\nقال مصدر لوكالة الأنباء إن الجيش انسحب من حلب، ونفت دمشق ذلك.\n"
AUTHORED: dict[str, Any] = {
    "id": "x",
    "attributions": [
        {"id": "a1", "cue": "قال", "source": "مصدر", "actor": "unnamed-sources", "content": ["إن الجيش", "حلب"], "act": "report", "distance": "neutral"},
        {"id": "a2", "cue": "ونفت", "source": {"s": "دمشق", "n": 2}, "actor": "syrian-government", "content": "ذلك", "act": "deny", "distance": "neutral"},
    ],
    "actors": {"دمشق": "syrian-government", "الجيش": ["syrian-army"]},
    "places": {"حلب": [36.2, 37.16]},
    "claims": [
        {"id": "c1", "in": "a1", "type": "RETREAT", "agent": ["syrian-army"], "patient": [], "anchor": "انسحب", "place": ["حلب"]},
    ],
}  # fmt: skip


@pytest.fixture
def gold() -> dict[str, Any]:
    return json.loads(json.dumps(compiled(AUTHORED, TEXT)))  # type: ignore[no-any-return]


def test_strings_become_offsets_and_what_is_not_said_follows(tmp_path: Path, gold: dict[str, Any]) -> None:
    loaded = load_gold(write_gold(tmp_path, gold, TEXT))
    a1, a2 = loaded.attributions
    c1 = loaded.claims[0]

    assert loaded.text == TEXT
    assert TEXT[slice(*a1.content)] == "إن الجيش انسحب من حلب"
    assert a2.source == (TEXT.rindex("دمشق"), TEXT.rindex("دمشق") + 4)
    assert [TEXT[slice(*mention.span)] for mention in loaded.mentions] == ["دمشق", "الجيش", "دمشق"]
    assert (c1.holder, c1.chain, c1.voice, c1.factuality) == (
        ("unnamed-sources",),
        (("outlet",), ("unnamed-sources",)),
        "source",
        "CT+",
    )
    assert c1.at == ((36.2, 37.16),)


def test_a_chain_that_the_annotation_gives_is_kept(tmp_path: Path) -> None:
    chain = [["outlet"], ["media-sources"], ["unnamed-sources"]]
    row = AUTHORED["claims"][0] | {"chain": chain}
    gold = load_gold(
        write_gold(tmp_path, json.loads(compile_file(authored(tmp_path, {"claims": [row]}))), TEXT)
    )

    assert [list(hop) for hop in gold.claims[0].chain] == chain


def test_a_file_without_chains_has_them_from_its_attributions(tmp_path: Path, gold: dict[str, Any]) -> None:
    assert "chain" not in gold["claims"][0]
    for key in ("theme", "voice"):
        gold["claims"][0].pop(key)
    gold["attributions"][0]["parent"] = "a2"
    claim = load_gold(write_gold(tmp_path, gold, TEXT)).claims[0]

    assert claim.chain == (("outlet",), ("syrian-government",), ("unnamed-sources",))
    assert (claim.theme, claim.voice) == (None, None)


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("sha256",), "0" * 64, "another text than texts/x.txt"),
        (("attributions", 0, "cue"), [0, 5000], "a1: characters 0 to 5000 are not in the text"),
        (("attributions", 0, "cue"), [5, 5], "a1: characters 5 to 5"),
        (("attributions", 0, "parent"), "a9", "a1: parent is 'a9'"),
        (("attributions", 0, "id"), "a2", "the id 'a2' is given twice"),
        (("attributions", 0, "act"), "shout", r"\$\.attributions\[0\]\.act"),
        (("claims", 0, "in"), "a9", "c1: in is 'a9'"),
        (("claims", 0, "theme"), "c9", "c1: theme is 'c9'"),
        (("claims", 0, "type"), "FIGHT", r"\$\.claims\[0\]\.type"),
        (("claims", 0, "chain"), [["russia"]], "c1: a chain begins with"),
        (("links",), [["c1", "c7", "denies"]], "links: claim is 'c7'"),
        (("mentions", 0, "span"), "دمشق", r"\$\.mentions\[0\]\.span"),
        (("attributions", 0, "parent"), "a1", "a1: parent is itself"),
        (("claims", 0, "theme"), "c1", "c1: theme is itself"),
        (("published",), "14.03.2021", "published is '14.03.2021'"),
    ],
)
def test_gold_that_does_not_hold_is_refused(
    path: tuple[Any, ...], value: Any, says: str, tmp_path: Path, gold: dict[str, Any]
) -> None:
    inner = gold
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(InputError, match=says) as caught:
        load_gold(write_gold(tmp_path, gold, TEXT))

    assert caught.value.source.endswith("x.json")
    assert caught.value.remedy


def test_a_missing_key_is_named(tmp_path: Path, gold: dict[str, Any]) -> None:
    del gold["mentions"]
    with pytest.raises(InputError, match="mentions"):
        load_gold(write_gold(tmp_path, gold, TEXT))


def test_what_cannot_be_read_is_named(tmp_path: Path, gold: dict[str, Any]) -> None:
    path = write_gold(tmp_path, gold, TEXT)
    (tmp_path / "texts" / "x.txt").write_bytes(TEXT.encode("cp1256"))
    with pytest.raises(InputError, match="not UTF-8"):
        load_gold(path)
    (tmp_path / "texts" / "x.txt").unlink()
    with pytest.raises(InputError, match=r"texts.x\.txt.*cannot be read"):
        load_gold(path)


def test_a_folder_without_gold_is_no_gold_folder(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder 'gold'"):
        gold_files(tmp_path)
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts").mkdir()
    with pytest.raises(UsageError, match="no annotated report"):
        gold_files(tmp_path)
    with pytest.raises(UsageError, match="no annotated report"):
        authored_files(tmp_path)


def authored(folder: Path, change: dict[str, Any]) -> Path:
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "authored").mkdir(exist_ok=True)
    (folder / "texts" / "x.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "authored" / "x.json"
    path.write_text(json.dumps(copy.deepcopy(AUTHORED) | change), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"places": {"حماة": None}, "claims": []}, "«حماة» is not in the text"),
        ({"times": [["أمس", "PAST_REF"]]}, "«أمس» is not in the text"),
        ({"times": [[TEXT.splitlines()[0], "PAST_REF"]] * 2}, "or not as often as it is annotated"),
        ({"published": "yesterday"}, "published is 'yesterday'"),
        ({"attributions": [{"id": "a1"}]}, "key 'cue' is missing"),
        ({"attributions": "a1"}, "not an annotation"),
        ({"claims": [AUTHORED["claims"][0] | {"in": "a7"}]}, "key 'a7' is missing"),
    ],
)
def test_an_annotation_that_does_not_hold_is_refused(
    change: dict[str, Any], says: str, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match=says):
        compile_file(authored(tmp_path, change))


def test_json_is_nested_within_reason_and_may_begin_with_a_mark(tmp_path: Path) -> None:
    path = authored(tmp_path, {})
    plain = compile_file(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert compile_file(path) == plain
    path.write_bytes(b'{"a":' * 50_000)
    with pytest.raises(InputError, match="nested too deeply"):
        compile_file(path)


def test_what_is_compiled_can_be_loaded(tmp_path: Path) -> None:
    data = compile_file(authored(tmp_path, {}))
    gold = load_gold(write_gold(tmp_path, json.loads(data), TEXT))

    assert gold.claims[0].type == "RETREAT"


def test_mentions_are_found_behind_clitics_and_not_inside_words() -> None:
    gold = compiled(
        AUTHORED | {"places": {"حلب": None}, "actors": {}, "attributions": [], "claims": []},
        "من حلب وحلب إلى الحلبي",
    )
    assert [each["span"] for each in gold["places"]] == [(3, 6), (8, 11)]


def test_the_nth_occurrence_must_be_there() -> None:
    with pytest.raises(NotInTextError):
        compiled(AUTHORED | {"repeats": [{"s": "دمشق", "n": 3}]}, TEXT)


def test_the_list_of_parties_lies_in_the_folder_or_above_it(tmp_path: Path) -> None:
    pack = load_pack("syria")
    folder = tmp_path / "dev"
    folder.mkdir()
    assert parties_for(folder, pack)["russian-forces"] == "russia"
    (tmp_path / "parties.csv").write_text(
        "id,kind,party\nrussia,state,russia\nkremlin,government,russia\n", encoding="utf-8"
    )
    assert parties_for(folder, pack) == {"russia": "russia", "kremlin": "russia"}
    (folder / "parties.csv").write_text("id,name\nrussia,Russia\n", encoding="utf-8")
    with pytest.raises(PackError, match="column 'party' is missing"):
        parties_for(folder, pack)
    with pytest.raises(PackError, match="cannot be read"):
        parties_for(folder, pack, tmp_path / "none.csv")
