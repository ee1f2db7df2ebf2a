"""How many origins stand behind claims, and how they relate to one another."""

from collections.abc import Callable

import pytest

from corpus.told import Told
from riwaya.archive import Archive
from riwaya.archive.decisions import Decision, insert_decision
from riwaya.archive.standing import Reference, identity, word_on_independence
from riwaya.corpus.origins import Corroboration, origins

STRIKE = "استهدفت غارة مستودعا على طريق المطار فجر السبت"
DEPOT = "قصف من الجو طال مخزنا قرب المطار قبل طلوع الشمس"
BURNT = "شوهد دخان يتصاعد من مبنى كبير في محيط مدرج الطائرات"

Scene = Callable[[Told], list[int]]


def ask(archive: Archive, claims: list[int]) -> Corroboration:
    with archive.reading() as connection:
        return origins(connection, claims)


def say(archive: Archive, first: Reference, second: Reference, *, independent: bool, why: str) -> None:
    """Decide that two accounts are independent, or that they are not."""
    with archive.writing() as connection:
        wish = word_on_independence(connection, first, second, independent=independent, why=why)
        decision = Decision(
            f"d{why}", wish.target, wish.action, identity(connection, first), wish.after, "Lina",
            "2016-04-01T08:00:00Z", why,
        )  # fmt: skip
        insert_decision(connection, decision)


def same_named_source(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "sohr"),
        told.tell("r2", "enab-baladi", "2016-03-02", DEPOT, "sohr"),
    ]


def one_relays_the_other(told: Told) -> list[int]:
    return [
        told.tell("r1", "reuters", "2016-03-01", STRIKE, "local-sources"),
        told.tell("r2", "enab-baladi", "2016-03-01", DEPOT, "reuters"),
    ]


def the_same_agency(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "reuters", "sohr"),
        told.tell("r2", "enab-baladi", "2016-03-01", DEPOT, "reuters", "local-sources"),
    ]


def one_text(told: Told) -> list[int]:
    claims = [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "local-sources"),
        told.tell("r2", "enab-baladi", "2016-03-01", STRIKE, "local-sources"),
    ]
    told.copy("r2", "r1", "identical")
    return claims


def a_passage(told: Told) -> list[int]:
    told.report("r1", "shaam", "2016-03-01", f"أخبار الصباح. {STRIKE}.")
    told.report("r2", "enab-baladi", "2016-03-01", f"{STRIKE}، وفق ما علمنا.")
    claims = [told.claim("r1", STRIKE, "local-sources"), told.claim("r2", STRIKE)]
    start = len("أخبار الصباح. ")
    told.copy("r2", "r1", "passage", [[0, len(STRIKE), start, start + len(STRIKE)]])
    return claims


def a_passage_of_a_third(told: Told) -> list[int]:
    told.report("r0", "sana", "2016-02-29", STRIKE)
    claims = [
        told.tell("r1", "shaam", "2016-03-01", STRIKE),
        told.tell("r2", "enab-baladi", "2016-03-01", STRIKE, "syrian-army"),
    ]
    for key in ("r1", "r2"):
        told.copy(key, "r0", "partial", [[0, len(STRIKE), 0, len(STRIKE)]])
    return claims


def a_text_that_is_the_same_as_the_source(told: Told) -> list[int]:
    # Of texts that are alike only the first says what was taken from others.
    told.report("r1", "sana", "2016-03-01", STRIKE)
    told.report("r2", "reuters", "2016-03-01", STRIKE)
    told.report("r3", "shaam", "2016-03-02", STRIKE)
    whole = [[0, len(STRIKE), 0, len(STRIKE)]]
    told.copy("r2", "r1", "partial", whole)
    told.copy("r3", "r2", "identical", whole)
    return [told.claim("r1", STRIKE, "syrian-army"), told.claim("r3", STRIKE, "local-sources")]


def another_version(told: Told) -> list[int]:
    claims = [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "local-sources"),
        told.tell("r2", "shaam", "2016-03-02", DEPOT, "sohr"),
    ]
    told.copy("r2", "r1", "revises")
    return claims


def in_its_own_words_too(told: Told) -> list[int]:
    told.report("r1", "shaam", "2016-03-01", f"{DEPOT}. وقال المرصد: {STRIKE}")
    return [told.claim("r1", DEPOT), told.claim("r1", STRIKE, "sohr")]


def twice_from_one_source(told: Told) -> list[int]:
    told.report("r1", "shaam", "2016-03-01", f"{STRIKE}. {BURNT}.")
    return [
        told.claim("r1", STRIKE, "local-sources", attribution="a1"),
        told.claim("r1", BURNT, "local-sources", attribution="a1"),
    ]


@pytest.mark.parametrize(
    ("scene", "words"),
    [
        (same_named_source, "both have it from المرصد السوري"),
        (one_relays_the_other, "Enab Baladi (r2) has it from Reuters (r1)"),
        (the_same_agency, "both have it from رويترز"),
        (one_text, "are one text"),
        (a_passage, "the passage stands in"),
        (a_passage_of_a_third, "have this passage in common with sana (r0)"),
        (a_text_that_is_the_same_as_the_source, "the passage stands in"),
        (another_version, "is another version of"),
        (in_its_own_words_too, "tells it more than once"),
        (twice_from_one_source, "more than once from one and the same source"),
    ],
)
def test_tellings_with_something_in_common_are_one_origin(archive: Archive, scene: Scene, words: str) -> None:
    found = ask(archive, scene(Told(archive)))

    (origin,) = found.origins
    assert (origin.state, len(origin.tellings)) == ("shared", 2)
    assert words in origin.reason
    assert found.state == "shared"


def test_two_sources_of_one_report_are_two_origins(archive: Archive) -> None:
    told = Told(archive)
    told.report("r1", "shaam", "2016-03-01", f"{STRIKE}. {BURNT}.")
    claims = [
        told.claim("r1", STRIKE, "local-sources", attribution="a1"),
        told.claim("r1", BURNT, "local-sources", attribution="a2"),
    ]
    assert len(ask(archive, claims).origins) == 2


def two_unnamed(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "local-sources"),
        told.tell("r2", "enab-baladi", "2016-03-02", DEPOT, "local-sources"),
    ]


def unregistered(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "sohr"),
        told.tell("r2", "enab-baladi", "2016-03-02", DEPOT, "other"),
    ]


def undated(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "sohr"),
        told.tell("r2", "enab-baladi", None, DEPOT, "syrian-army"),
    ]


def without_saying_how(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "sohr"),
        told.tell("r2", "enab-baladi", "2016-03-02", DEPOT),
    ]


def quoting_others_elsewhere(told: Told) -> list[int]:
    told.report("r2", "enab-baladi", "2016-03-02", f"{DEPOT}. وقال المرصد: {BURNT}")
    claims = [told.tell("r1", "shaam", "2016-03-01", STRIKE, "syrian-army"), told.claim("r2", DEPOT)]
    told.claim("r2", BURNT, "sohr")
    return claims


def unnamed_beside_a_name(told: Told) -> list[int]:
    told.report("r2", "enab-baladi", "2016-03-02", f"{DEPOT}. وقال المرصد: {BURNT}")
    first = told.tell("r1", "shaam", "2016-03-01", STRIKE, "syrian-army")
    claims = [first, told.claim("r2", DEPOT, "local-sources")]
    told.claim("r2", BURNT, "sohr")
    return claims


def on_the_same_day(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE),
        told.tell("r2", "enab-baladi", "2016-03-01", DEPOT, "sohr"),
    ]


def one_side(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "syrian-army"),
        told.tell("r2", "enab-baladi", "2016-03-02", DEPOT, "syrian-government"),
    ]


def a_medium_of_that_side(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "sana"),
        told.tell("r2", "enab-baladi", "2016-03-02", DEPOT, "syrian-army"),
    ]


def another_passage_in_common(told: Told) -> list[int]:
    told.report("r1", "shaam", "2016-03-01", f"{STRIKE}. {BURNT}.")
    told.report("r2", "enab-baladi", "2016-03-02", f"{DEPOT}. {'و' * 300} {BURNT}.")
    claims = [told.claim("r1", STRIKE, "sohr"), told.claim("r2", DEPOT, "syrian-army")]
    first, second = len(STRIKE) + 2, len(DEPOT) + 303
    told.copy("r2", "r1", "passage", [[second, second + len(BURNT), first, first + len(BURNT)]])
    return claims


def words_in_a_row(told: Told) -> list[int]:
    return [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "sohr"),
        told.tell("r2", "enab-baladi", "2016-03-02", f"وقالت إنه {STRIKE}", "syrian-army"),
    ]


@pytest.mark.parametrize(
    ("scene", "words"),
    [
        (two_unnamed, "does not say who that is"),
        (unregistered, "somebody whom the reader did not find in its registers"),
        (undated, "Enab Baladi (r2) has no date"),
        (without_saying_how, "no source was found for it in Enab Baladi (r2) (it may name one)"),
        (
            quoting_others_elsewhere,
            "as the source of other things there the reader found المرصد السوري (perhaps of this, too)",
        ),
        (
            unnamed_beside_a_name,
            "not saying who that is; as the source of other things there the reader found المرصد السوري",
        ),
        (on_the_same_day, "told it that day"),
        (one_side, "stand on one side"),
        (a_medium_of_that_side, "stand on one side"),
        (another_passage_in_common, "have passages in common"),
        (words_in_a_row, "have words in a row in common"),
    ],
)
def test_lineage_is_unknown_where_one_may_have_it_from_the_other(
    archive: Archive, scene: Scene, words: str
) -> None:
    found = ask(archive, scene(Told(archive)))

    (pair,) = found.between
    assert pair.state == "unknown"
    assert words in pair.reason
    assert found.state == "unknown"
    assert len(found.origins) == 2


def test_the_machine_says_at_most_that_it_found_no_shared_origin(archive: Archive) -> None:
    told = Told(archive)
    claims = [
        told.tell("r1", "shaam", "2016-03-01", STRIKE, "sohr"),
        told.tell("r2", "sana", "2016-03-02", DEPOT, "syrian-army"),
        told.tell("r3", "enab-baladi", "2016-03-02", BURNT, "local-sources"),
    ]

    found = ask(archive, claims)

    assert [origin.state for origin in found.origins] == ["not-found", "not-found", "unknown"]
    assert "no common source or passage was found" in found.origins[0].reason
    assert found.state == "not-found"
    assert found.reason == "no shared origin was found for 2 of 3 origins; 1 are of unknown lineage"


def test_only_a_person_says_that_origins_are_independent(archive: Archive) -> None:
    told = Told(archive)
    claims = two_unnamed(told)
    say(archive, ("r1", "c1"), ("r2", "c2"), independent=True, why="كلاهما كان في المكان")

    found = ask(archive, claims)

    assert found.state == "independent"
    assert found.between[0].reason.startswith("decided by Lina on 2016-04-01")
    assert found.between[0].reason.endswith(": كلاهما كان في المكان")


def test_a_person_may_part_what_the_machine_joined_and_join_what_it_parted(archive: Archive) -> None:
    told = Told(archive)
    joined = same_named_source(told)
    parted = [
        told.tell("r3", "shaam", "2016-03-01", STRIKE, "turkey"),
        told.tell("r4", "sana", "2016-03-02", DEPOT, "syrian-army"),
    ]
    say(archive, ("r1", "c1"), ("r2", "c2"), independent=True, why="سألناهما")
    say(archive, ("r3", "c3"), ("r4", "c4"), independent=False, why="المكتب واحد")

    assert [origin.state for origin in ask(archive, joined).origins] == ["independent", "independent"]
    assert [origin.state for origin in ask(archive, parted).origins] == ["shared"]


def test_a_headline_is_had_from_whom_the_body_has_it(archive: Archive) -> None:
    told = Told(archive)
    told.report("r1", "shaam", "2016-03-01", f"{DEPOT}\n{STRIKE}")
    headline = told.claim("r1", DEPOT, headline=True)
    body = told.claim("r1", STRIKE, "sohr")
    told.link(body, headline, "supports", within=True)
    other = told.tell("r2", "enab-baladi", "2016-03-01", BURNT, "sohr")

    (origin,) = ask(archive, [headline, other]).origins

    assert [speaker.id for speaker in origin.speakers] == ["sohr"]


def test_copies_are_not_counted_and_the_order_of_claims_means_nothing(archive: Archive) -> None:
    told = Told(archive)
    claims = [told.tell(f"r{n}", "shaam" if n else "sana", "2016-03-01", STRIKE, "sohr") for n in range(6)]
    for n in range(1, 6):
        told.copy(f"r{n}", "r0", "near")
    claims.append(told.tell("r9", "sana", "2016-03-04", DEPOT, "syrian-army"))

    found = ask(archive, claims)

    assert [len(origin.tellings) for origin in found.origins] == [6, 1]
    assert found == ask(archive, claims[::-1])
    assert (found.collected.outlets, found.collected.all) == (2, 2)
    assert (found.collected.since, found.collected.until) == ("2016-03-01", "2016-03-06")


def test_outlets_that_keep_silent_are_counted_as_collected(archive: Archive) -> None:
    told = Told(archive)
    claim = told.tell("r1", "shaam", "2016-03-01", STRIKE, "sohr")
    told.report("r2", "reuters", "2016-03-02", BURNT)
    told.report("r3", "enab-baladi", "2016-03-09", BURNT)

    found = ask(archive, [claim])

    assert (found.collected.outlets, found.collected.all) == (1, 2)
    assert found.state == "single"
