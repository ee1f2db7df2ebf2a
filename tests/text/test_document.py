import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riwaya.text import analyse

LONG_BODY = (
    "تحدثت مصادر من البلدة عن رتل دخل السهل فجرا وتمركز قرب المضخة القديمة بعد أن قطع الطريق العام "
    "ومنع السكان من الوصول إلى حقولهم حتى المساء"
)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("قال د. سليم إن الطريق آمن. وعاد.", 2),
        ("نقلته أ.ف.ب عن شاهد.", 1),
        ("السهل .. هدوء حذر", 1),
        ("انتهى الخبر.وقال آخر", 2),
        ("«انتهى القتال.» ثم عاد", 2),
        ("سطر\nسطر\n\nسطر", 3),
        ("رابط t.me/x هنا", 1),
        ("وصل الرتل قبل .عام، حسب الصحيفة\nوعاد", 2),
        ("وصل الرتل .وعاد الأهالي.\nوسكتوا", 3),
        ("🔴 قصف على البلدة 🔴 غارات على السهل", 2),
        ("دوهم منزل ⭕️ داهم الجنود المعقل", 2),
        ("قال الدفاع المدني ⛑ إن فرقه وصلت وقصفت البلدة 💥 ما أدى إلى دمار", 1),
        ("قال الجيش " + "🔴 " * 3000, 1),
        ("زار الوفد الجزائر 🇩🇿 أمس وبلغت الحرارة 42 °م", 1),
        ("بثت قناة سي.إن.إن وقناة دي.إيه.إن الخبر", 1),
        ("بثت القناة الخبر كذلك. إن الجسر سليم", 2),
        ("", 0),
        ("...", 0),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert len(analyse(text).sentences) == sentences


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("قال: «لن نعود»", ["لن نعود"]),
        ("قال “لن نعود” ثم مضى", ["لن نعود"]),
        ("قال ”لن نعود“ ثم مضى", ["لن نعود"]),
        ('قال "لن نعود" و"لن نبقى"', ["لن نعود", "لن نبقى"]),
        ("قال «قاتلنا «النسور» أمس»", ["قاتلنا «النسور» أمس", "النسور"]),
        ("قال «لن نعود ولن ننسى.", ["لن نعود ولن ننسى"]),
        ("قال «لن نهزم أمام تنظيم «النسور».", ["لن نهزم أمام تنظيم «النسور»", "النسور"]),
        ("قال «لن نهزم أمام «النسور» هنا. وعاد", ["لن نهزم أمام «النسور» هنا", "النسور"]),
        ('قال "لن نعود\nوسكت', ["لن نعود"]),
        ('أكد "حق الجميع في الماء، معتبرا أن "السد سليم" الآن', ["حق الجميع في الماء", "السد سليم"]),
        ('قال "لن نعود». وأكد أن "السد سليم»، مضيفا أن "الجسر سليم"', ["لن نعود", "السد سليم", "الجسر سليم"]),
        ("قال «لن نعود» وكتب: (»", ["لن نعود"]),
        ("لا اقتباس هنا", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    document = analyse(text)
    found = []
    for quote in document.quotes:
        span = document.span(quote.open + 1, quote.close - 1)
        found.append(document.slice(span))
    assert found == quoted


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("عنوان قصير\nالنص", "عنوان قصير"),
        ("عنوان ينتهي بنقطة.\nالنص", None),
        ("سطر واحد", None),
        ("عنوان\n  \n", None),
        ("ك" * 151 + "\nالنص", None),
        ("  عنوان بفراغ  \nالنص", "عنوان بفراغ"),
        ("\nالنص", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    document = analyse(text)
    assert (document.title and document.slice(document.title)) == title


def test_a_body_pasted_twice_is_a_repeat_and_yields_nothing_a_second_time() -> None:
    document = analyse(f"عنوان\n{LONG_BODY}.\n{LONG_BODY}.\n")
    assert [document.text[r.start : r.end] for r in document.repeats] == [LONG_BODY]
    assert document.slice(document.repeats[0].of) == LONG_BODY
    assert all(document.tokens[s.start].start < document.repeats[0].start for s in document.sentences)


def test_spelling_variants_repeat_too() -> None:
    document = analyse(f"{LONG_BODY}.\n{LONG_BODY.replace('ة', 'ه').replace('أ', 'ا')}.")
    assert len(document.repeats) == 1


def test_a_headline_below_the_text_is_a_repeat() -> None:
    document = analyse(
        "مصادر تنفي دخول الرتل إلى السهل\nنفت مصادر ذلك.\nالرابط: مصادر تنفي دخول الرتل إلى السهل"
    )
    assert [document.text[r.start : r.end] for r in document.repeats] == ["مصادر تنفي دخول الرتل إلى السهل"]


def test_a_name_that_recurs_inside_sentences_is_no_repeat() -> None:
    name = "المجلس المحلي الموحد لبلدات السهل الشرقي والوادي"
    document = analyse(f"قال {name} إن الماء انقطع. وأضاف بيان {name} أن الماء سيعود.")
    assert document.repeats == ()


def test_a_formula_in_two_sentences_is_no_repeat() -> None:
    formula = (
        "عن تعازيه لأسر ضحايا السهل الشرقي والوادي الغربي، سائلا أن يشفى الجرحى جميعا في وقت قريب. "
        "وشكر رئيس بلدية السهل الشرقي بعد ذلك"
    )
    document = analyse(f"عبر رئيس نادي الضفة {formula} النادي. وأعرب مدير المشفى {formula} المشفى.")
    assert document.repeats == ()


@given(st.text(alphabet=st.sampled_from('وقال أن \n.،«»"“”:؟()0ab'), max_size=200))
def test_everything_stays_inside_the_text(text: str) -> None:
    document = analyse(text)
    count = len(document.tokens)
    assert all(0 <= s.start < s.end <= count for s in document.sentences)
    assert all(0 <= q.open <= q.close <= count for q in document.quotes)
    for repeat in document.repeats:
        assert repeat.of.end <= repeat.start < repeat.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["«", "«أ «ب» ", '"', "(", "5", "قال أن ", "و", ".\n", "كلمة كلمة كلمة كلمة كلمة "]
)
def test_time_grows_with_the_length_not_faster(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        best = float("inf")
        for _ in range(3):
            started = time.perf_counter()
            analyse(text)
            best = min(best, time.perf_counter() - started)
        return best

    seconds(1000)
    assert seconds(32_000) < 16 * seconds(8_000) + 0.05
