"""Whom an attack or constraint is aimed at, from whole texts, where no plain object says so."""

from __future__ import annotations

import pytest

import riwaya
from reading.slices import takes_part

ROWS = [
    # "Against" says on whom it is made, whatever the word for it; help against somebody is not his.
    ("شنت القوات التركية غارات ضد داعش وقسد في سوريا.", "ASSAULT", "turkish-forces>islamic-state sdf"),
    ("نفذت تركيا مداهمات ضد قسد.", "ASSAULT", "turkey>sdf"),
    ("مارست قسد أعمال نهب ضد المدنيين.", "COERCE", "sdf>civilians"),
    ("قدمت تركيا أسلحة ضد داعش.", "AID", "turkey>other"),
    ("نشرت روسيا قوات ضد داعش.", "MOBILIZE", "russia>"),
    ("اعتقلت القوات التركية شابا في حملة ضد داعش.", "COERCE", "turkish-forces>civilians"),
    # The genitive of fighting is a group that is fought, or whoever somebody goes to fight.
    ("تركز تركيا على قتال داعش وقسد.", "ASSAULT", "turkey>islamic-state sdf"),
    ("بدأت تركيا تدريب مجموعة لقتال «داعش».", "ASSAULT", "turkey>islamic-state"),
    ("استعدت قسد لقتال القوات التركية.", "ASSAULT", "sdf>turkish-forces"),
    ("استمر قتال القوات التركية أسبوعا.", "ASSAULT", "turkish-forces>other"),
    ("اندلع قتال عنيف في المدينة.", "ASSAULT", "other>other"),
    # Of whom a place is cleared is said with "of", whatever describes the place; a raid names its makers so.
    ("بدأ تطهير الأحياء السكنية من الحوثيين.", "ASSAULT", "other>houthis"),
    ("تم تطهير المناطق المحيطة بعدن من الحوثيين.", "ASSAULT", "other>houthis"),
    ("استهدف هجوم الأحياء السكنية من المدينة.", "ASSAULT", "other>civilians | other>civilians"),
    # What answers an attack is made on who made that, where it names nobody.
    ("وردت إيران على الهجوم التركي.", "ASSAULT", "iran>turkey | turkey>other"),
    ("شنت قسد هجوما ردا على الغارات التركية.", "ASSAULT", "sdf>turkey | turkey>sdf"),
    ("هددت قسد بالرد على أي هجوم تركي.", "THREATEN", "sdf>turkey"),
    ("هاجمت تركيا لبنان ردا على هجوم إيران.", "ASSAULT", "turkey>lebanon | iran>turkey"),
    (
        "شنت قسد هجوما على القوات التركية. وقاتلت لرد هجوم كبير.",
        "ASSAULT",
        "sdf>turkish-forces | sdf>turkish-forces | turkish-forces>sdf",
    ),
    ("بدأت قسد هجماتها أو الرد على الهجوم التركي.", "ASSAULT", "sdf>other | turkey>sdf"),
    # From whom supplies are cut off is said behind them; a road is blocked for whatever is said so.
    ("قطعت قسد خطوط الإمداد عن مقاتلي داعش.", "COERCE", "sdf>islamic-state"),
    ("وقطعت قسد الإمدادات على داعش.", "COERCE", "sdf>islamic-state"),
    ("قطع المحتجون الطريق على خلفية الحادث.", "COERCE", "civilians>other"),
    # Whom an attack hit is said in the clause about it, and not by the dead before; on an Iranian bus they were.
    ("قتل ثلاثة مدنيين في غارات استهدفت داعش.", "ASSAULT", ">islamic-state | >islamic-state"),
    ("قتل ثلاثة مدنيين في غارات استهدفت الحوثي.", "ASSAULT", ">houthis | >houthis"),
    ("قتل ثلاثة مدنيين في غارات استهدفت تركيا.", "ASSAULT", ">turkey | >turkey"),
    ("قتل ثلاثة مدنيين في غارات استهدفت مدينة حلب السورية.", "ASSAULT", ">civilians | >syria"),
    ("قتل ثلاثة مدنيين في هجوم استهدف حافلة إيرانية.", "ASSAULT", "other>civilians | other>iran"),
    # A raid or campaign for going against somebody is made on him, and on nobody if that is no party.
    ("بدأ الجيش التركي عملية واسعة لملاحقة عناصر داعش.", "ASSAULT", "turkish-forces>islamic-state"),
    ("شنت تركيا غارات على قرى في العراق لملاحقة قسد.", "ASSAULT", "turkey>sdf"),
    ("شنت تركيا غارات لملاحقة المهربين قرب مواقع الحوثيين.", "ASSAULT", "turkey>other"),
    # What people use is said by a word behind, also by an adjective that stands alone; arms are nobody's.
    ("استهدفت الغارة مركزا ثقافيا في البلدة.", "ASSAULT", ">civilians | >civilians"),
    ("استهدفت الغارة مبنى سكنيا في البلدة.", "ASSAULT", ">civilians | >civilians"),
    ("استهدفت الغارة مستودع أسلحة في البلدة.", "ASSAULT", ">other | >other"),
    ("دمرت الغارة منزلين في البلدة.", "HARM", ">civilians"),
    ("قصف الطيران الروسي سيارة إسعاف في البلدة.", "ASSAULT", "russian-forces>civilians"),
    # Those who do it end in ون, a drone and a bomber stand before what they hit.
    ("خطف مسلحون نساء من القرية.", "ASSAULT", "other>civilians"),
    ("هاجم مسلحون متشددون قرية في المحافظة.", "ASSAULT", "other>civilians"),
    ("فجر انتحاري مركزا ثقافيا في البلدة.", "ASSAULT", "other>civilians"),
    ("استهدفت مسيرة حافلة في البلدة.", "ASSAULT", ">civilians"),
    ("قصفت مدفعية قوات النظام السوري قرية.", "ASSAULT", "syrian-army>civilians"),
    # What looks like a country with the ending of an object says whence somebody is; soldiers are their land's.
    ("اختطف مسلحون سائحا بريطانيا.", "ASSAULT", "other>civilians"),
    ("قتل مسلحون جنديا تركيا.", "HARM", "other>turkey"),
    # An attack in a site befalls those whose it is; what it is made with is theirs too, and they make it.
    ("وقع الهجوم في مقر قيادة الجيش العراقي.", "ASSAULT", "other>iraqi-forces"),
    ("وقع الهجوم عند نقطة تفتيش للشرطة العراقية.", "ASSAULT", "other>iraqi-forces"),
    ("وقع هجوم بطائرات الجيش العراقي.", "ASSAULT", "iraqi-forces>other"),
    ("وقع تفجير انتحاري في سوق في بغداد.", "ASSAULT", "other>civilians"),
    # Who gathers, and for whom a place is, are people; fighters who gather are not.
    ("استهدفت الغارة تجمعا للشباب في البلدة.", "ASSAULT", ">civilians | >civilians"),
    ("استهدفت الغارة مركزا لإيواء النازحين.", "ASSAULT", ">civilians | >civilians"),
    ("استهدفت الغارة تجمعا للمسلحين في البلدة.", "ASSAULT", ">other | >other"),
    # Activists are people where they are struck, unless words say whose they are.
    ("استهدف الهجوم ناشطين في البلدة.", "ASSAULT", "other>civilians | other>civilians"),
    ("استهدفت الغارات ناشطين من حزب العمال الكردستاني.", "ASSAULT", ">pkk | >pkk"),
    # Protesters and youths are one of two sides; gunmen are nobody's people.
    ("اندلعت مواجهات بين الشرطة التركية ومتظاهرين.", "ASSAULT", "turkey>civilians"),
    ("اندلعت مواجهات بين شبان فلسطينيين والشرطة الإسرائيلية.", "ASSAULT", "civilians>israel"),
    ("اندلعت مواجهات بين مسلحين والجيش العراقي.", "ASSAULT", "other>iraqi-forces"),
    # Youths who fight an armed group are armed.
    ("اندلعت معارك بين شباب القرية وتنظيم داعش.", "ASSAULT", "other>islamic-state"),
    # Trains and buses are people's, though a network of them sounds like a body.
    ("استهدفت الهجمات شبكة قطارات الأنفاق.", "ASSAULT", "*>civilians | *>civilians"),
    # A mosque is stormed far behind its verb; people storm; a town is besieged, a camp of soldiers is nobody's.
    ("اقتحم الوزير الإسرائيلي برفقة عشرات الحراس أمس المسجد الأقصى.", "COERCE", "israel>civilians"),
    ("رفض الوزير اقتحام المستوطنين المسجد الأقصى.", "COERCE", "other>civilians"),
    ("تحاصر قوات النظام السوري مدينة داريا.", "COERCE", "syrian-army>civilians"),
    ("يحاصر الحوثيون معسكر العند.", "COERCE", "houthis>other"),
    # A capital is accused as its state is; two nationalities agree with each other.
    ("اتهم الحزب أنقرة بالتقصير.", "ACCUSE", "other>turkey"),
    ("أشاد الوزير بالتعاون العراقي الإيراني.", "COOPERATE", "iraq>iran"),
    ("أشاد الوزير بالتعاون العسكري العراقي.", "COOPERATE", "iraq>other"),
]


@pytest.mark.parametrize(("text", "kind", "expected"), ROWS)
def test_whom_it_is_aimed_at(text: str, kind: str, expected: str) -> None:
    assert takes_part(riwaya.read(text), kind, expected)
