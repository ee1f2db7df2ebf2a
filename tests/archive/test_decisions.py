"""What people decide: kept apart from readings, checked, applied, taken back, the same on every store."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from archive.invented import MARKET, MUTUAL, STRIKE, as_decided, as_read, claim_at, said_by, take_in
from riwaya.archive import Archive, schema
from riwaya.archive.applying import Applied, UnfitError, evidence, step
from riwaya.archive.decided import decided_readings
from riwaya.archive.deciding import Wish, decide, decide_all, retract
from riwaya.archive.decisions import Decision, Target, all_decisions, current, decisions_of
from riwaya.archive.registry import Registry
from riwaya.archive.standing import (
    independence,
    matter_decisions,
    not_in_matter,
    one_matter,
    word_on_independence,
)
from riwaya.errors import UsageError

BY: dict[str, Any] = {"who": "Rana", "why": "read it again"}


def rows(archive: Archive, key: str) -> dict[str, Any]:
    """The projected claims of a report by id."""
    table = schema.claims
    with archive.reading() as connection:
        found = connection.execute(
            select(table).join(schema.reports).where(schema.reports.c.key == key)
        ).all()
    return {row.id: row for row in found}


def dump(archive: Archive) -> list[tuple[Any, ...]]:
    """What the projected tables say, without numbers."""
    claims, roles, actors = schema.claims, schema.claim_actors, schema.actors
    columns = [c for c in claims.c if c.name not in ("n", "theme")]
    at, places = schema.claim_places, schema.places
    with archive.reading() as connection:
        found = [tuple(row) for row in connection.execute(select(*columns))]
        joined = roles.join(actors, actors.c.n == roles.c.actor).join(claims, claims.c.n == roles.c.claim)
        found += [
            tuple(row)
            for row in connection.execute(
                select(claims.c.report, claims.c.id, actors.c.id, roles.c.role).select_from(joined)
            )
        ]
        where = at.join(places, places.c.n == at.c.place).join(claims, claims.c.n == at.c.claim)
        found += [
            tuple(row)
            for row in connection.execute(
                select(claims.c.report, claims.c.id, places.c.id).select_from(where)
            )
        ]
    return sorted(found, key=repr)


def test_a_rejected_claim_leaves_the_tables_and_comes_back_as_it_was(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    before = dump(archive)
    claim = claim_at(as_read(archive, key), "قصفت")
    made = decide(archive, Target(key, "claim", claim.id), "reject", **BY)
    assert claim.id not in rows(archive, key)
    assert len(rows(archive, other)) > 0
    assert not archive.is_linked()
    retract(archive, made.id, who="Rana", why="a slip")
    assert dump(archive) == before
    assert as_read(archive, key) == as_decided(archive, key)


def test_a_decision_is_kept_whole_and_never_touches_the_reading(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    read = as_read(archive, key)
    claim = claim_at(read, "قصفت")
    made = decide(
        archive, Target(key, "claim", claim.id), "correct", after={"event": {"mode": "heavy-weapons"}}, **BY
    )
    assert as_read(archive, key) == read
    with archive.reading() as connection:
        (kept,) = decisions_of(connection, key)
    assert kept == made
    assert kept.before is not None
    assert kept.before["event"] == {"mode": "aerial", "type": "ASSAULT"}
    assert kept.before["anchor"] == {"start": claim.anchor.start, "end": claim.anchor.end}
    assert rows(archive, key)[claim.id].mode == "heavy-weapons"
    assert rows(archive, key)[claim.id].status == "corrected"


def test_later_decisions_win(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    target = Target(key, "claim", claim_at(as_read(archive, key), "قصفت").id)
    decide(archive, target, "accept", **BY)
    assert rows(archive, key)[target.id].status == "accepted"
    decide(archive, target, "correct", after={"event": {"mode": None}}, **BY)
    decide(archive, target, "reject", **BY)
    assert target.id not in rows(archive, key)
    last = decide(archive, target, "accept", **BY)
    row = rows(archive, key)[target.id]
    assert (row.status, row.mode) == ("corrected", None)
    retract(archive, last.id, who="Rana", why="not so")
    assert target.id not in rows(archive, key)


def test_a_retraction_can_be_retracted(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    target = Target(key, "claim", claim_at(as_read(archive, key), "قصفت").id)
    first = decide(archive, target, "reject", **BY)
    second = retract(archive, first.id, who="Samir", why="it is right")
    assert second.retracts == first.id
    with pytest.raises(UsageError, match="taken back already"):
        retract(archive, first.id, **BY)
    retract(archive, second.id, who="Rana", why="it is not")
    assert target.id not in rows(archive, key)
    with archive.reading() as connection:
        assert [each.id for each in current(decisions_of(connection, key))] == [first.id]
        assert len(decisions_of(connection, key)) == 3


def test_a_corrected_source_changes_the_chains_that_rest_on_it(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    read = as_read(archive, key)
    said = said_by(read, "وأضاف")
    claim = claim_at(read, "انسحاب")
    decide(archive, Target(key, "attribution", said.id), "correct", after={"source_actors": ["sohr"]}, **BY)
    row = rows(archive, key)[claim.id]
    assert row.chain == "enab > sohr > local-sources"
    assert row.status == "corrected"
    assert "sohr" in {actor.id for actor in as_decided(archive, key).actors}
    assert rows(archive, key)[claim_at(read, "قصفت").id].status == "machine"


def test_who_relays_whom_can_be_corrected(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    read = as_read(archive, key)
    said = said_by(read, "أكدت")
    decide(archive, Target(key, "attribution", said.id), "correct", after={"parent": None}, **BY)
    assert rows(archive, key)[claim_at(read, "انسحاب").id].chain == "enab > local-sources"


def test_a_mutual_accusation_keeps_its_holders_apart(archive: Archive) -> None:
    (key,) = take_in(archive, MUTUAL)
    read = as_read(archive, key)
    said = said_by(read, "الاتهامات")
    assert said.source_actors == ("russia", "turkey")
    patch = {"source_actors": ["russia", "turkish-forces"]}
    decide(archive, Target(key, "attribution", said.id), "correct", after=patch, **BY)
    chains = sorted(rows(archive, key)[c.id].chain for c in read.claims if c.event.type == "SHELTER")
    assert chains == ["enab > russia", "enab > turkish-forces"]


def test_what_nobody_said_does_not_stand(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    read = as_read(archive, key)
    said = said_by(read, "وأضاف")
    claim = claim_at(read, "انسحاب")
    decide(archive, Target(key, "attribution", said.id), "reject", **BY)
    assert claim.id not in rows(archive, key)
    assert claim_at(read, "قصفت").id in rows(archive, key)
    decide(archive, Target(key, "claim", claim.id), "accept", who="Rana", why="others said so")
    assert rows(archive, key)[claim.id].status == "accepted"


def test_a_whole_report_can_be_accepted_and_rejected(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    decide(archive, Target(key, "report", key), "reject", **BY)
    assert rows(archive, key) == {}
    decide(archive, Target(key, "report", key), "accept", **BY)
    assert {row.status for row in rows(archive, key).values()} == {"accepted"}


def test_a_claim_that_the_reader_missed_is_added_with_its_words(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    read = as_read(archive, key)
    start = STRIKE.index("أكدت")
    said = said_by(read, "وأضاف")
    agent = {"actor": "local-sources", "span": None}
    after = {
        "anchor": {"start": start, "end": start + 4},
        "attribution": said.id,
        "event": {"type": "CONSULT", "agent": [agent]},
    }
    made = decide(archive, Target(key, "claim", ""), "add", after=after, **BY)
    row = rows(archive, key)[made.target.id]
    assert made.target.id == made.id
    assert (row.status, row.type, row.chain) == ("added", "CONSULT", "enab > other")
    assert row.agents == "local-sources"


def test_an_attribution_is_added_and_a_claim_put_under_it(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    claim = claim_at(as_read(archive, key), "قصف")
    span = {"start": 0, "end": 3}
    after = {"cue": span, "content": {"start": 0, "end": 12}, "source_actors": ["sohr"]}
    made = decide(archive, Target(key, "attribution", ""), "add", after=after, **BY)
    decide(archive, Target(key, "claim", claim.id), "correct", after={"attribution": made.target.id}, **BY)
    assert rows(archive, key)[claim.id].chain == "enab > sohr"


@pytest.mark.parametrize(
    ("after", "message"),
    [
        ({"event": {"type": "BATTLE"}}, "is no Claim"),
        ({"event": {"agent": [{"actor": "nobody-knows", "span": None}]}}, "nobody-knows"),
        ({"event": {"place": ["geonames:0"]}}, "geonames:0"),
        ({"anchor": {"start": 0, "end": 100_000}}, "outside the text"),
        ({"event": {"kind": "x"}}, "unknown keys: event.kind"),
        ({"id": "c99"}, "id cannot be changed"),
        ({"attribution": "a99"}, "a99"),
        ({}, "says what is to be there"),
        ({"event": {"type": "ASSAULT"}}, "there already"),
    ],
)
def test_what_would_not_be_sound_is_refused_and_leaves_nothing(
    archive: Archive, after: dict[str, Any], message: str
) -> None:
    (key,) = take_in(archive, STRIKE)
    target = Target(key, "claim", claim_at(as_read(archive, key), "قصفت").id)
    with pytest.raises(UsageError, match=message):
        decide(archive, target, "correct", after=after, **BY)
    with archive.reading() as connection:
        assert all_decisions(connection) == []


@pytest.mark.parametrize(
    ("target", "by", "message"),
    [
        (("claim", "c99"), BY, "no claim has the id 'c99'"),
        (("attribution", "a99"), BY, "no attribution has the id 'a99'"),
        (("claim", "c1"), {"who": " ", "why": "x"}, "name"),
        (("claim", "c1"), {"who": "x", "why": ""}, "reason"),
    ],
)
def test_what_makes_no_sense_is_refused(
    archive: Archive, target: tuple[Any, str], by: dict[str, Any], message: str
) -> None:
    (key,) = take_in(archive, STRIKE)
    with pytest.raises(UsageError, match=message):
        decide(archive, Target(key, *target), "reject", **by)


def test_whoever_did_not_see_what_is_there_decides_nothing(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    target = Target(key, "claim", claim_at(as_read(archive, key), "قصفت").id)
    seen = {"event": {"mode": "aerial"}}
    decide(archive, target, "correct", after={"event": {"mode": "heavy-weapons"}}, before=seen, **BY)
    with pytest.raises(UsageError, match="meanwhile"):
        decide(archive, target, "correct", after={"event": {"mode": None}}, before=seen, **BY)


def test_all_wishes_count_or_none(archive: Archive) -> None:
    (key,) = take_in(archive, STRIKE)
    good = Wish(Target(key, "claim", "c1"), "accept", why="seen")
    bad = Wish(Target(key, "claim", "c99"), "accept", why="seen")
    with pytest.raises(UsageError):
        decide_all(archive, [good, bad], who="Rana")
    assert {row.status for row in rows(archive, key).values()} == {"machine"}
    assert len(decide_all(archive, [good], who="Rana", dry_run=True)) == 1
    with archive.reading() as connection:
        assert all_decisions(connection) == []


def test_what_joins_claims_to_others_survives_a_decision(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    first = claim_at(as_read(archive, key), "قصفت").id
    second = claim_at(as_read(archive, other), "بقصف").id
    ends = rows(archive, key)[first].n, rows(archive, other)[second].n
    matter = {
        "n": 1, "id": "m", "kind": "incident", "type": "ASSAULT", "reports": 2, "outlets": 1, "sides": 1,
        "disputed": False,
    }  # fmt: skip
    with archive.writing() as connection:
        connection.execute(schema.matters.insert(), matter)
        connection.execute(schema.matter_claims.insert(), [{"matter": 1, "claim": n} for n in ends])
        link = {"source": ends[0], "target": ends[1], "relation": "repeats", "within": False, "matter": 1}
        connection.execute(schema.links.insert(), link)
    decide(archive, Target(key, "claim", first), "accept", **BY)
    now = rows(archive, key)[first].n, rows(archive, other)[second].n
    with archive.reading() as connection:
        joined = connection.scalars(select(schema.matter_claims.c.claim)).all()
        links = connection.execute(select(schema.links).where(schema.links.c.within.is_(False))).all()
    assert sorted(joined) == sorted(now)
    assert [(link.source, link.target) for link in links] == [now]


def test_matters_are_joined_parted_and_left_as_they_were(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    one = (key, claim_at(as_read(archive, key), "قصفت").id)
    two = (other, claim_at(as_read(archive, other), "بقصف").id)
    pair = tuple(sorted((rows(archive, key)[one[1]].n, rows(archive, other)[two[1]].n)))

    def decided(wish_of: Any) -> str:
        with archive.reading() as connection:
            wish = wish_of(connection, one, two, "same day, same market")
        return decide_all(archive, [wish], who="Rana")[0].id

    def standing() -> tuple[Any, Any]:
        with archive.reading() as connection:
            found = matter_decisions(connection)
        return found.joined, found.apart

    decided(one_matter)
    assert standing() == ((pair,), ())
    last = decided(not_in_matter)
    assert standing() == ((), (pair,))
    retract(archive, last, **BY)
    assert standing() == ((pair,), ())
    decide(archive, Target(key, "claim", one[1]), "reject", **BY)
    with archive.reading() as connection:
        assert [each.action for each in matter_decisions(connection).unfit] == ["merge"]


def test_independence_is_set_by_a_person_with_a_reason(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    one = (key, claim_at(as_read(archive, key), "قصفت").id)
    two = (other, claim_at(as_read(archive, other), "بقصف").id)
    for word in (True, False):
        with archive.reading() as connection:
            wish = word_on_independence(connection, one, two, independent=word, why="two photographers")
        decide_all(archive, [wish], who="Rana")
        with archive.reading() as connection:
            (said,) = independence(connection).values()
        assert said.independent is word
        assert (said.decision.who, said.decision.why) == ("Rana", "two photographers")


def test_decided_readings_of_untouched_reports_are_as_read(archive: Archive) -> None:
    key, other = take_in(archive, STRIKE, MARKET)
    decide(archive, Target(key, "report", key), "reject", **BY)
    number = archive.report(other).n
    with archive.reading() as connection:
        assert decided_readings(connection, [number])[number].reading == as_read(archive, other)


def test_what_is_wrong_within_a_decision_is_not_called_another_kind(archive: Archive) -> None:
    (key,) = take_in(archive, MUTUAL)
    state = Applied(as_read(archive, key))
    claim = next(c for c in state.reading.claims if c.event.type == "SHELTER")
    before = {**evidence(state, "claim", claim.id), "chain": [{}]}
    decision = Decision("d1", Target(key, "claim", claim.id), "reject", before, None, "Rana", "", "x")
    with pytest.raises(KeyError, match="actors"):
        step(state, decision, Registry())
    with pytest.raises(UnfitError, match="in this way"):
        step(state, replace(decision, action="merge"), Registry())
