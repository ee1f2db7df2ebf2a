"""Links between claims, and the matters that they make up."""

from collections.abc import Sequence

import pytest

from reading.claimcase import Said, lexicons, prepare
from riwaya.model import Measure
from riwaya.packs.pack import Party
from riwaya.reading.draft import Findings, LinkDraft
from riwaya.reading.events.events import find_claims
from riwaya.reading.linking.links import find_links
from riwaya.reading.linking.matters import find_matters
from riwaya.text import Document

PARTIES = {
    id_: Party(id_, "state", id_, arabic, english, None, None, None, (), ())
    for id_, arabic, english in (
        ("russia", "روسيا", "Russia"),
        ("turkey", "تركيا", "Turkey"),
        ("sdf", "قسد", "SDF"),
        ("islamic-state", "تنظيم الدولة", "Islamic State"),
    )
}


def _read(
    text: str, said: Sequence[Said] = (), counts: Sequence[tuple[str, Measure, int]] = ()
) -> tuple[Document, Findings]:
    document, findings = prepare(text, said=said, counts=counts)
    findings.claims = find_claims(document, findings, lexicons())
    sides = {"turkish-forces": "turkey"}
    findings.links = find_links(document, findings.claims, findings, lexicons(), sides)
    return document, findings


def _shown(document: Document, findings: Findings, link: LinkDraft) -> str:
    source, target = (findings.claims[i].anchor for i in (link.source, link.target))
    words = document.text
    return f"{words[source.start : source.end]} {link.relation} {words[target.start : target.end]}"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        (
            "تبادلت موسكو وأنقرة الاتهامات بقصف القرية",
            [Said("الاتهامات", "بقصف القرية", "accuse", "موسكو وأنقرة", ("russia", "turkey"))],
            "بقصف counter-accuses بقصف",
        ),
        (
            "اتهمت موسكو أنقرة بقصف القرية. واتهمت تركيا روسيا بحصار البلدة",
            [
                Said("اتهمت", "بقصف القرية", "accuse", "موسكو", ("russia",), "أنقرة"),
                Said("واتهمت", "بحصار البلدة", "accuse", "تركيا", ("turkey",), "روسيا"),
            ],
            "بحصار counter-accuses بقصف",
        ),
        (
            "قال ناشط إن القوات الروسية قصفت القرية. ونفت موسكو أن تكون القوات الروسية قصفت القرية",
            [
                Said("قال", "إن القوات الروسية قصفت القرية", actors=("activists",)),
                Said("ونفت", "أن تكون القوات الروسية قصفت القرية", "deny", "موسكو", ("russia",)),
            ],
            "قصفت denies قصفت",
        ),
        (
            "قال ناشط إن القوات الروسية قصفت القرية، فيما نفت موسكو ذلك",
            [
                Said("قال", "إن القوات الروسية قصفت القرية", actors=("activists",)),
                Said("نفت", "ذلك", "deny", "موسكو", ("russia",)),
            ],
            "ذلك denies قصفت",
        ),
        (
            "طالبت موسكو أنقرة بالانسحاب. ورفضت تركيا الطلب",
            [Said("طالبت", "بالانسحاب", "request", "موسكو", ("russia",), "أنقرة")],
            "ورفضت answers طالبت",
        ),
        (
            "طالبت موسكو أنقرة بإخراج المقاتلين من القرية، لكن الجيش التركي رفض الطلب",
            [
                Said("طالبت", "بإخراج المقاتلين من القرية", "request", "موسكو", ("russia",), "أنقرة"),
                Said("رفض", "الطلب", "refuse", "الجيش التركي", ("turkish-forces",)),
            ],
            "رفض answers طالبت",
        ),
        ("شنت تركيا هجوما بهدف السيطرة على منبج", [], "السيطرة purpose هجوما"),
        ("انسحبت قسد من القرية بسبب قصف الجيش التركي", [], "قصف reason انسحبت"),
        ("ستنسحب قسد إذا انسحبت تركيا", [], "انسحبت condition ستنسحب"),
        ("أرسلت تركيا قوات لمحاربة تنظيم الدولة", [], "لمحاربة purpose أرسلت"),
        ("ردا على قصف الجيش التركي انسحبت قسد من القرية", [], "قصف reason انسحبت"),
        ("طلبت تركيا من روسيا الانسحاب من القرية، ورفضت روسيا الطلب", [], "ورفضت answers طلبت"),
        ("داعش يخطف مدنيين في ريف حمص\nقال شاهد إن تنظيم الدولة خطف مدنيين أمس.",
         [Said("قال", "إن تنظيم الدولة خطف مدنيين أمس", actors=("eyewitnesses",))], "خطف supports يخطف"),
        ("الجيش التركي يقصف قسد في منبج\nقال شاهد إن تركيا قصفت قسد أمس.",
         [Said("قال", "إن تركيا قصفت قسد أمس", actors=("eyewitnesses",))], "قصفت supports يقصف"),
        (
            "قال ناشط إن تركيا قصفت القرية. وأكد شاهد أن تركيا قصفت القرية",
            [
                Said("قال", "إن تركيا قصفت القرية", actors=("activists",)),
                Said("وأكد", "أن تركيا قصفت القرية", actors=("eyewitnesses",)),
            ],
            "قصفت repeats قصفت",
        ),
    ],
)  # fmt: skip
def test_two_claims_are_linked(text: str, said: list[Said], expected: str) -> None:
    document, findings = _read(text, said)
    assert expected in [_shown(document, findings, link) for link in findings.links]


def test_the_request_is_that_told_before() -> None:
    _, findings = _read(
        "طلبت تركيا من روسيا الانسحاب من القرية، ورفضت روسيا الطلب. ونفت أنقرة الاتهامات",
        [Said("ونفت", "الاتهامات", "deny", "أنقرة", ("turkey",))],
    )
    told = [(c.type, c.theme) for c in findings.claims if c.attribution is None]
    assert told == [("REQUEST", 1), ("RETREAT", None), ("REJECT", 1)]
    assert all(c.type != "ACCUSE" for c in findings.claims)


def test_unrelated_claims_are_not_linked() -> None:
    _, findings = _read("قصفت تركيا القرية. والتقى وفد من الأمم المتحدة مسؤولين في موسكو")
    assert findings.links == ()


def test_a_request_is_answered_by_its_own_parties_only() -> None:
    _, findings = _read(
        "طالبت موسكو أنقرة بالانسحاب. ورفضت الأمم المتحدة التعليق",
        [Said("طالبت", "بالانسحاب", "request", "موسكو", ("russia",), "أنقرة")],
    )
    assert [link.relation for link in findings.links] == []


def test_what_is_refused_may_be_the_request_itself() -> None:
    text = "ورفضت أنقرة طلب موسكو الانسحاب من القرية"
    document, findings = _read(
        text, [Said("ورفضت", "طلب موسكو الانسحاب من القرية", "refuse", "أنقرة", ("turkey",))]
    )
    assert "ورفضت answers طلب" in [_shown(document, findings, link) for link in findings.links]
    assert {c.type: c.factuality for c in findings.claims} == {
        "REJECT": "CT+",
        "REQUEST": "CT+",
        "RETREAT": "CT-",
    }


def test_harm_of_another_kind_is_not_the_same_again() -> None:
    _, findings = _read(
        "قال ناشط إن القصف التركي أسفر عن مقتل مدنيين. وأكد شاهد أن القصف التركي أسفر عن نزوح مئات المدنيين",
        [
            Said("قال", "إن القصف التركي أسفر عن مقتل مدنيين", actors=("activists",)),
            Said("وأكد", "أن القصف التركي أسفر عن نزوح مئات المدنيين", actors=("eyewitnesses",)),
        ],
        counts=[("مئات المدنيين", "displaced", 200)],
    )
    harm = {i for i, claim in enumerate(findings.claims) if claim.type == "HARM"}
    assert len(harm) == 2
    assert [link for link in findings.links if {link.source, link.target} == harm] == []


def test_a_contested_matter_is_a_question_in_both_languages() -> None:
    document, findings = _read(
        "قال ناشط إن تركيا قصفت قسد، فيما نفت أنقرة ذلك",
        [
            Said("قال", "إن تركيا قصفت قسد", actors=("activists",)),
            Said("نفت", "ذلك", "deny", "أنقرة", ("turkey",)),
        ],
    )
    (matter,) = find_matters(document, findings.claims, findings.links, findings, PARTIES)
    assert matter.kind == "question"
    assert matter.claims == (0, 1)
    assert matter.label.ar == "ما حقيقة هجوم من جانب تركيا على قسد؟"
    assert matter.label.en == "Did Turkey attack SDF?"


def test_what_two_accuse_each_other_of_names_both_whatever_the_headline_says() -> None:
    document, findings = _read(
        "هاجمت تركيا قسد\n\nقالت أنقرة إن روسيا هاجمت قسد. وقالت موسكو إن تركيا هاجمت قسد",
        [
            Said("قالت", "إن روسيا هاجمت قسد", "accuse", "أنقرة", ("turkey",)),
            Said("وقالت", "إن تركيا هاجمت قسد", "accuse", "موسكو", ("russia",)),
        ],
    )
    headline, one, other = (i for i, claim in enumerate(findings.claims) if claim.type == "ASSAULT")
    links = [LinkDraft(one, other, "counter-accuses"), LinkDraft(other, headline, "supports")]
    (matter,) = find_matters(document, findings.claims, links, findings, PARTIES)
    assert matter.label.en == "Did Russia and Turkey attack SDF?"


def test_an_attack_and_its_victims_are_one_incident() -> None:
    document, findings = _read(
        "هاجم تنظيم الدولة قسد، وأسفر الهجوم عن 5 قتلى", counts=[("5 قتلى", "killed", 5)]
    )
    (matter,) = find_matters(document, findings.claims, findings.links, findings, PARTIES)
    assert matter.kind == "incident"
    assert matter.label.en == "Attack by Islamic State on SDF"


def test_a_plural_behind_a_preposition_is_no_nominative() -> None:
    document, findings = _read(
        "هاجم المسلحون قسد في الليل، وأسفر الهجوم عن 5 قتلى", counts=[("5 قتلى", "killed", 5)]
    )
    (matter,) = find_matters(document, findings.claims, findings.links, findings, PARTIES)
    assert matter.label.ar == "هجوم من جانب المسلحين على قسد"


def test_a_claim_is_in_one_matter_at_most() -> None:
    document, findings = _read("شنت تركيا هجوما على قسد. وطالبت موسكو أنقرة بالانسحاب. ورفضت تركيا الطلب")
    matters = find_matters(document, findings.claims, findings.links, findings, PARTIES)
    members = [i for matter in matters for i in matter.claims]
    assert len(members) == len(set(members))
