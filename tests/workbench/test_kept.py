"""Answers are made once while nothing changes, and not kept longer."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from riwaya.workbench.kept import Kept


def test_many_who_ask_at_once_have_it_made_once() -> None:
    kept, made = Kept(), []

    def make() -> str:
        made.append(threading.get_ident())
        time.sleep(0.05)
        return "answer"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _n: kept.get("state", "key", make), range(8)))
    assert answers == ["answer"] * 8
    assert len(made) == 1


def test_another_state_drops_every_answer() -> None:
    kept = Kept()
    assert kept.get(1, "key", lambda: "old") == "old"
    assert kept.get(1, "key", lambda: "new") == "old"
    assert kept.get(2, "key", lambda: "new") == "new"


def test_what_could_not_be_made_is_tried_again() -> None:
    kept = Kept()

    def fails() -> str:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept.get(1, "key", fails)
    assert kept.get(1, "key", lambda: "made") == "made"


def test_what_was_asked_for_longest_ago_goes_first() -> None:
    kept = Kept()
    for number in range(300):
        kept.get(1, number, lambda: "kept")
    assert kept.get(1, 299, lambda: "again") == "kept"
    assert kept.get(1, 0, lambda: "again") == "again"
