"""Whether a report is about conflict, and which rule says so."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from riwaya.corpus.relevance import REASONS, load_relevance
from riwaya.errors import PackError

FORCES, NOBODY = ["armed-forces"], ["population"]


@pytest.mark.parametrize(
    ("claim", "kinds", "reason"),
    [
        ({"type": "ASSAULT"}, FORCES, "attack"),
        ({"type": "ASSAULT", "mode": "explosives", "places": "syria:duma"}, NOBODY, "attack"),
        # A price that is struck, a record that is broken: words of attack without a place.
        ({"type": "ASSAULT", "mode": "explosives"}, NOBODY, None),
        ({"type": "HARM", "measure": "killed"}, FORCES, "losses"),
        ({"type": "HARM", "measure": "killed", "places": "syria:duma"}, NOBODY, None),
        ({"type": "CONTROL"}, FORCES, "territory"),
        ({"type": "AGREE", "mode": "ceasefire"}, [], "ceasefire"),
        ({"type": "AID", "measure": "displaced", "places": "syria:duma"}, NOBODY, "displaced"),
        ({"type": "ACCUSE"}, ["armed-group"], "charges"),
        ({"type": "CONSULT"}, ["state"], None),
    ],
)
def test_the_first_rule_that_fits_a_claim_counts(
    claim: dict[str, str], kinds: list[str], reason: str | None
) -> None:
    rules = load_relevance()
    row = SimpleNamespace(**{"mode": None, "measure": None, "places": "", **claim})

    rank = rules.rank(row, kinds)

    assert (None if rank is None else rules.rules[rank].reason) == reason


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("والغارات مستمرة على أطراف المدينة", "والغارات"),
        ("هدنه جديدة بين الطرفين", "هدنه"),
        ("افتتاح معرض الزهور في دمشق", None),
        ("", None),
        (None, None),
    ],
)
def test_a_headline_speaks_of_war_by_a_word_with_its_clitics(title: str | None, word: str | None) -> None:
    assert load_relevance().word(title) == word


def test_every_rule_has_words_for_people() -> None:
    assert {rule.reason for rule in load_relevance().rules} <= set(REASONS)


@pytest.mark.parametrize(
    ("row", "problem"),
    [("attack,STRIKE,,,,,", "'STRIKE' is none of"), ("war,ASSAULT,,,,,", "'war' is none of"),
     ("attack,ASSAULT,,,tribe,,", "'tribe' is none of"), ("attack,ASSAULT,,,,maybe,", "'maybe' is none of")],
)  # fmt: skip
def test_a_rule_that_is_wrong_is_refused(tmp_path: Path, row: str, problem: str) -> None:
    header = "reason,types,modes,measures,kinds,place,note"
    (tmp_path / "relevance.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    (tmp_path / "war_words.csv").write_text("word,gloss\nقصف,shelling\n", encoding="utf-8")

    with pytest.raises(PackError, match=problem):
        load_relevance(tmp_path)
