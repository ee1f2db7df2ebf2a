"""What an editor is shown: matters by side, requests with answers, holdings, headlines, open points."""

import dataclasses

from exchange.sample import bare, sample, span
from riwaya.exchange import view
from riwaya.exchange.index import Index
from riwaya.model import Claim, Event, Reading


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def with_claim(key: str, **parts: object) -> Index:
    """The sample with one claim's event changed."""
    reading = sample()

    def changed(item: Claim) -> Claim:
        event: Event = dataclasses.replace(item.event, **parts)  # type: ignore[arg-type]
        return dataclasses.replace(item, event=event) if item.id == key else item

    claims = tuple(changed(item) for item in reading.claims)
    return Index(dataclasses.replace(reading, claims=claims))


def test_matters_with_several_sides_come_first() -> None:
    reading = sample()
    turned = dataclasses.replace(reading, matters=tuple(reversed(reading.matters)))

    assert [matter.id for matter in view.matter_views(Index(turned))] == ["m1", "m2"]


def test_disputed_matters_come_before_those_on_which_all_agree() -> None:
    reading = sample()
    agreed = dataclasses.replace(reading.matters[0], id="m0", claims=("c1", "c4"))
    turned = dataclasses.replace(reading, matters=(agreed, *reading.matters))

    assert [matter.id for matter in view.matter_views(Index(turned))] == ["m1", "m0", "m2"]


def test_who_is_told_to_ask_is_heard_in_his_own_words_only() -> None:
    reading = sample()
    theme = reading.claims[4].event.theme
    asked = dataclasses.replace(reading.matters[0], claims=("c5", str(theme)))
    matter = view.matter_views(Index(dataclasses.replace(reading, matters=(asked,))))[0]

    assert matter.told == {"c5"}
    assert [side.origin for side in matter.sides] == [("us-led-coalition",)]


def test_the_sides_of_a_matter_are_its_origins() -> None:
    matter = view.matter_views(Index(sample()))[0]

    assert [side.origin for side in matter.sides] == [("barid-al-badia",), ("russia",), ("us-led-coalition",)]
    assert [len(side.statements) for side in matter.sides] == [1, 1, 2]


def test_claims_in_the_same_words_by_the_same_voice_are_one_statement() -> None:
    reading = sample()
    twin = dataclasses.replace(reading.claims[3], id="c4b")
    found = view.statements([reading.claims[3], twin], Index(reading))

    assert [[claim.id for claim in item.claims] for item in found] == [["c4", "c4b"]]


def test_a_request_has_asker_addressee_wish_and_answer() -> None:
    request = view.requests(Index(sample()))[0]

    assert plain(request.asker) == "Global Coalition"
    assert plain(request.addressee) == "Russia"
    assert "moves" in request.wish
    assert [item.claims[0].id for item in request.answers] == ["c7"]


def test_the_outlet_that_tells_of_a_request_is_not_who_asks() -> None:
    request = view.requests(with_claim("c5", agent=()))[0]

    assert request.asker == "somebody"


def test_a_request_of_nobody_for_nothing_is_left_out() -> None:
    assert view.requests(with_claim("c5", agent=(), theme=None)) == ()


def test_a_holding_needs_a_place_and_a_holder() -> None:
    assert [item.claim.id for item in view.holdings(Index(sample()))] == ["c9", "c10"]
    assert [item.claim.id for item in view.holdings(with_claim("c9", agent=()))] == ["c10"]
    assert [item.claim.id for item in view.holdings(with_claim("c10", place=()))] == ["c9"]


def test_a_claim_on_several_places_is_one_holding() -> None:
    places = ("geonames:163808", "unresolved:تل الرماد")
    found = view.holdings(with_claim("c9", place=places))

    assert [plain(item.places) for item in found] == ["As Sukhnah and تل الرماد", "تل الرماد"]


def test_a_headline_is_confronted_with_what_the_body_only_attributes() -> None:
    (headline,) = view.headlines(Index(sample()))

    assert headline.asserted.claims[0].id == "c1"
    assert [item.claims[0].id for item in headline.attributed] == ["c4"]


def test_without_a_title_there_is_no_headline() -> None:
    reading = sample()
    untitled = dataclasses.replace(reading, report=dataclasses.replace(reading.report, title=None))

    assert view.headlines(Index(untitled)) == ()


def test_what_is_shown_elsewhere_is_not_said_again_and_order_is_that_of_the_text() -> None:
    found = view.remaining(Index(sample()), {"c1", "c2", "c3", "c4"})
    starts = [item.span.start for item in found]

    assert starts == sorted(starts)
    assert not {"c1", "c2", "c3", "c4"} & {claim.id for item in found for claim in item.claims}


def test_a_statement_without_claims_is_still_shown() -> None:
    reading: Reading = dataclasses.replace(sample(), claims=(), links=(), matters=())
    found = view.remaining(Index(reading), ())

    assert "a2" not in [item.attribution.id for item in found if item.attribution]  # it relays a3
    assert span("إخراجهم") in [item.span for item in found]


def test_an_outlet_that_no_pack_lists_is_an_open_point() -> None:
    report = dataclasses.replace(bare().report, outlet="village-post")
    points = view.open_points(Index(dataclasses.replace(bare(), report=report)))

    assert [plain(name) for point in points for name in point.names] == ["village-post"]


def test_what_is_open_names_what_to_do() -> None:
    advice = [point.advice for point in view.open_points(Index(bare()))]

    assert any("--outlet" in text for text in advice)
    assert any("--published" in text for text in advice)
