"""Tables of words by what a rule does with them: none is there that no rule asks for."""

from pathlib import Path

import pytest

from riwaya.errors import PackError
from riwaya.lexicon import bindings as table
from riwaya.lexicon.actors import load_actor_lexicon
from riwaya.lexicon.bindings import bindings
from riwaya.lexicon.countries import load_countries
from riwaya.lexicon.tables import LEXICON, read_table
from riwaya.lexicon.times import load_times

ARABIC = LEXICON / "ar"
CODE = "".join(path.read_text(encoding="utf-8") for path in LEXICON.parent.rglob("*.py"))


@pytest.mark.parametrize("name", ["event_words.csv", "quantity_words.csv"])
def test_every_role_of_a_table_is_asked_for(name: str) -> None:
    roles = {row.text("role") for row in read_table(ARABIC / name, ("word", "role"))}
    asked = {role for role in roles if CODE.count(f'"{role}"') > (name == "quantity_words.csv")}

    assert sorted(roles - asked) == []


def test_a_binding_has_the_preposition_of_the_name_behind_it() -> None:
    assert bindings("participle")["منتم"] == "الي"
    assert bindings("verb")["بايع"] == ""
    assert "بايع" not in bindings("participle")


def test_a_binding_of_another_form_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ar").mkdir()
    rows = "word,form,preposition,gloss\nتابع,adverb,ل,following\n"
    (tmp_path / "ar" / "bindings.csv").write_text(rows, encoding="utf-8")
    monkeypatch.setattr(table, "LEXICON", tmp_path)
    with pytest.raises(PackError, match="'adverb' is none of participle, verb"):
        bindings.__wrapped__("verb")


def test_nouns_that_are_not_the_states_are_so_in_listed_countries() -> None:
    elsewhere, known = load_actor_lexicon(ARABIC).elsewhere, {c.id for c in load_countries(ARABIC)}

    assert "yemen" in elsewhere["مديريه"]
    assert [country for there in elsewhere.values() for country in there if country not in known] == []


def test_words_that_only_go_with_times_are_none_themselves() -> None:
    times = load_times(ARABIC)

    assert times.middles["منتصف الليل"] == 0
    assert times.fractions["ونصف"] == 30
    assert not times.kinds["للميلاد"]
