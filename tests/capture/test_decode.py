"""Which encodings are recognised, and what is refused."""

from hashlib import sha256

import pytest

from riwaya.capture import CaptureOptions, capture_bytes, capture_text
from riwaya.errors import InputError

TEXT = (
    "قالت مصادر محلية إن قوات الأمن أغلقت الطريق المؤدي إلى السوق.\r\n"
    "وأضافت أن ثلاثة أشخاص أصيبوا في الحادث، بحسب مصدر طبي.\n"
)
HEADLINE = "رئيس بلدية يستقيل"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6"],
)
@pytest.mark.parametrize("text", [TEXT, HEADLINE])
def test_text_comes_out_of_every_encoding_unchanged(encoding: str, text: str) -> None:
    assert capture_bytes(text.encode(encoding), "report.txt").text == text


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf16_keeps_its_mark_out_of_the_text(order: str) -> None:
    data = ("\ufeff" + TEXT).encode(f"utf-16-{order}")

    assert capture_bytes(data, "report.txt").text == TEXT


@pytest.mark.parametrize("kept", ["\u00a0", "\u200f", "\u202b", "\u0640", "\x00", "\u2028", "\x1a"])
def test_characters_that_others_clean_away_stay(kept: str) -> None:
    text = f"{TEXT}{kept} وقال شاهد عيان إن الطريق مفتوح"

    assert capture_bytes(text.encode(), "report.txt").text == text


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "DOCX"),
        (b"{\\rtf1 text}", "RTF"),
        (bytes(range(32)) * 20, "binary"),
        (TEXT.encode()[:-5] + b"\xd9", "neither"),
        (TEXT.encode() + b"\xff\xfe\xfa", "neither"),
        ("Война и мир, сказал президент".encode("cp1251"), "neither"),
        ("Война и мир, сказал президент".encode("koi8-r"), "neither"),
        ("η χώρα είναι μεγάλη".encode("cp1253"), "neither"),
        ("für die Länder größer als früher".encode("cp1252"), "neither"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le")[:-1], "neither"),
        (b"2015 - 2016: 14.5 %", "no words"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, problem: str) -> None:
    with pytest.raises(InputError, match=problem) as raised:
        capture_bytes(data, "report.txt")
    assert raised.value.source == "report.txt"
    assert raised.value.remedy


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said that the road to the market was closed.", "English"),
        ("Le ministre a dit que la route est fermée pour les habitants.", "French"),
        ("Bakan, bu yolun kapalı olduğunu ve bir açıklama yapılacağını dedi.", "Turkish"),
        ("Министр сказал, что дорога на рынок не была закрыта.", "Russian"),
        ("Міністр сказав, що дорога та ринок не були закриті.", "Ukrainian"),
        ("השר אמר כי זה לא נכון", "Hebrew"),
        ("وزیر گفت که این جاده برای مردم بسته شده است و با پلیس هماهنگ شد", "Persian"),
        ("وەزیر گوتی کە ئەم ڕێگایە بۆ خەڵک داخراوە", "Sorani Kurdish"),
        ("وزیر نے کہا ہے کہ سڑک بند ہے اور لوگ گھر میں ہیں", "Urdu"),
        ("وزیر وویل چې دا لار د خلکو لپاره تړل شوې ده", "Pashto"),
        ("部长说这条路关闭了", "Chinese"),
        ("ḍṭṇ ḍṭṇ", "another script"),
    ],
)
def test_what_is_not_arabic_is_named(text: str, language: str) -> None:
    with pytest.raises(InputError, match=language):
        capture_bytes(text.encode(), "report.txt")


@pytest.mark.parametrize(
    "text",
    [
        "قال متحدث باسم Médecins Sans Frontières إن المستشفى مغلق",
        "قالوا فی المدينة إن الطريق مغلق من كلا الجانبین",
        "گهوة العرب في بغداد: رئيس الوزراء يزور البصرة",
    ],
)
def test_arabic_with_foreign_names_and_keyboards_is_arabic(text: str) -> None:
    assert capture_bytes(text.encode(), "report.txt").language == "ar"


def test_a_lone_surrogate_is_refused() -> None:
    with pytest.raises(InputError, match="surrogate"):
        capture_text(TEXT + "\ud800")


def test_the_limit_counts_bytes() -> None:
    data = TEXT.encode()

    assert capture_bytes(data, "a", options=CaptureOptions(max_bytes=len(data))).text == TEXT
    with pytest.raises(InputError, match="--max-bytes"):
        capture_bytes(data, "a", options=CaptureOptions(max_bytes=len(data) - 1))


def test_the_id_is_that_of_the_bytes() -> None:
    captured = capture_text("خبر عاجل من المدينة")

    assert captured.id == "sha256:" + sha256("خبر عاجل من المدينة".encode()).hexdigest()
