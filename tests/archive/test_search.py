"""The language of searches, and what it asks for: the same on both stores, and as read word by word."""

import random
from collections.abc import Sequence

import pytest
from sqlalchemy import text

from archive.reports import ready
from riwaya.archive import Archive, dialect
from riwaya.archive.search import FARTHEST, MOST_WORDS, Found, Near, Phrase, Query, Term, find, fits, parse
from riwaya.errors import UsageError
from riwaya.text import tokenize
from riwaya.text.search_words import search_words


def one(*words: str, prefix: bool = False) -> Phrase:
    return Phrase(words, prefix)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("حلب", Query(((one("حلب"),),))),
        ("وحلب، للقصف!", Query(((one("حلب"),), (one("قصف"),)))),
        ('"قصف حلب"', Query(((one("قصف", "حلب"),),))),
        ("«قصف حلب» جسر", Query(((one("قصف", "حلب"),), (one("جسر"),)))),
        ("“قصف حلب", Query(((one("قصف", "حلب"),),))),
        ("قصف OR جسر حلب", Query(((one("قصف"), one("جسر")), (one("حلب"),)))),
        ("قصف أو جسر أو نفط", Query(((one("قصف"), one("جسر"), one("نفط")),))),
        ("OR قصف | | جسر أو", Query(((one("قصف"), one("جسر")),))),
        ('"أو"', Query(((one("او"),),))),
        ("حلب -قصف", Query(((one("حلب"),),), (one("قصف"),))),
        ('-"قصف جسر" حلب', Query(((one("حلب"),),), (one("قصف", "جسر"),))),
        ("حلب - قصف", Query(((one("حلب"),), (one("قصف"),)))),
        ("مطا*", Query(((one("مطا", prefix=True),),))),
        ('"قصف مطا"*', Query(((one("قصف", "مطا", prefix=True),),))),
        ("قصف NEAR/5 حلب", Query(((Near(one("قصف"), one("حلب"), 5),),))),
        ("قصف قرب/٣ حلب", Query(((Near(one("قصف"), one("حلب"), 3),),))),
        ('قصف NEAR "جسر حلب"', Query(((Near(one("قصف"), one("جسر", "حلب"), 10),),))),
        ("قصف OR جسر NEAR/1 حلب", Query(((one("قصف"), Near(one("جسر"), one("حلب"), 1)),))),
        ("2015-07-23", Query(((one("2015", "07", "23"),),))),
    ],
)
def test_what_is_typed_means(typed: str, meant: Query) -> None:
    assert parse(typed) == meant


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "needs a word"),
        (' " * ', "needs a word"),
        ("-حلب", "needs a word"),
        ("NEAR/5 حلب", "joins two"),
        ("حلب NEAR/5", "joins two"),
        ("حلب NEAR/5 NEAR/5 قصف", "joins two"),
        ("حلب NEAR/2 قصف NEAR/2 جسر", "joins two"),
        (f"حلب NEAR/{FARTHEST + 1} قصف", "at most"),
        ("حلب NEAR/5 وحلب", "different words"),
        ("حلب NEAR/5 حل*", "different words|two letters"),
        ("قصف OR -حلب", "one side of OR"),
        ("-حلب OR قصف", "one side of OR"),
        ("ح*", "letters"),
        (" ".join(f"كلمة{'ا' * n}" for n in range(MOST_WORDS + 1)), "at most"),
    ],
)
def test_what_cannot_be_meant_is_said(typed: str, problem: str) -> None:
    with pytest.raises(UsageError, match=problem):
        parse(typed)


@pytest.mark.parametrize(
    ("typed", "told", "where"),
    [
        ("حلب", "قصف حلب ثم حلب", [(1, 2), (3, 4)]),
        ('"قصف حلب"', "حلب قصف حلب", [(1, 3)]),
        ("قصف NEAR/1 حلب", "حلب ثم قصف ثم هناك حلب", [(0, 1), (2, 3)]),
        ("قصف NEAR/0 حلب", "حلب ثم قصف", []),
        ("مطا*", "مطار مطر مطارات", [(0, 1), (2, 3)]),
        ('"قصف مطا"*', "قصف مطارات قصف مطر", [(0, 2)]),
        ("-قصف حلب", "قصف حلب", [(1, 2)]),
    ],
)
def test_words_stand_where_they_were_found(typed: str, told: str, where: list[tuple[int, int]]) -> None:
    found = find(parse(typed), search_words(tokenize(told)))
    assert [(each.start, each.end) for each in found] == where


def test_places_know_which_part_of_the_search_they_are() -> None:
    assert find(parse("قصف حلب"), ["حلب", "قصف"]) == [Found(0, 1, 1), Found(1, 2, 0)]


WORDS = ("حلب", "قصف", "جسر", "نفط", "مطار", "مطر", "هدن")


def some_term(chance: random.Random) -> Term:
    words = chance.sample(WORDS, 4)
    kind = chance.randrange(5)
    if kind == 0:
        return Phrase((words[0][:2],), prefix=True)
    if kind == 1:
        return Phrase(tuple(chance.choices(words, k=chance.randint(2, 3))), prefix=chance.random() < 0.3)
    if kind == 2:
        second = (words[1], words[2])[: chance.randint(1, 2)]
        return Near(Phrase((words[0],)), Phrase(second), chance.randint(0, 4))
    return Phrase((words[0],))


def some_query(chance: random.Random) -> Query:
    groups = tuple(
        tuple(some_term(chance) for _i in range(chance.choice((1, 1, 2))))
        for _j in range(chance.choice((1, 1, 2, 3)))
    )
    return Query(groups, tuple(some_term(chance) for _i in range(chance.choice((0, 0, 1, 2)))))


def found_by(archive: Archive, query: Query) -> list[int]:
    with archive.reading() as connection:
        return sorted(connection.scalars(dialect.matching(connection, query)))


def test_both_stores_find_what_reading_word_by_word_finds(archive: Archive) -> None:
    chance = random.Random(7)  # noqa: S311 - an order, no secret
    told: dict[int, Sequence[str]] = {}
    while len(told) < 60:
        told[len(told) + 1] = chance.choices(WORDS, k=chance.randint(1, 9))
    new = [ready(" ".join(words)) for words in told.values()]
    told = dict(enumerate({each.report["key"]: each.stems.split() for each in new}.values(), start=1))
    archive.add(archive.begin_batch("-"), new)
    hits = 0
    for _number in range(400):
        query = some_query(chance)
        expected = [n for n, words in told.items() if fits(query, words)]
        assert found_by(archive, query) == expected, query
        hits += len(expected)
    assert hits > 1000


def test_a_word_is_found_wherever_it_stands_in_a_long_report(archive: Archive) -> None:
    filling = " ".join(f"كلمة{chr(0x627 + n % 20)}{chr(0x627 + n % 7)}" for n in range(3000))
    archive.add(archive.begin_batch("-"), [ready("نفط " * 300 + "جسر مطار " + filling + " هدنة طويلة")])
    for typed, found in (('"هدنة طويلة"', [1]), ('"جسر مطار"', [1]), ('"نفط جسر"', []), ("نفط", [1])):
        assert found_by(archive, parse(typed)) == found, typed


def test_a_report_taken_out_of_the_index_is_not_found(archive: Archive) -> None:
    prepared = ready("جسر قرب حلب")
    archive.add(archive.begin_batch("-"), [prepared])
    assert found_by(archive, parse("جسر")) == [1]
    with archive.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("DELETE FROM search"))
        else:
            statement = "INSERT INTO search (search, rowid, stems) VALUES ('delete', 1, :stems)"
            connection.execute(text(statement), {"stems": prepared.stems})
    assert found_by(archive, parse("جسر")) == []
