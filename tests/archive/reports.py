"""Invented reports of a conflict, read, for archives to hold."""

from functools import cache, lru_cache
from hashlib import sha256

from riwaya.archive import Archive, Prepared, prepare
from riwaya.model import Reading
from riwaya.reading.reader import Reader

#: Outlet, day or moment of publication, text.
REPORTS = (
    ("sana", "2019-03-04", "قصف على أطراف بلدة كفريا\nقال الجيش التركي إن طائراته قصفت مواقع للتنظيم في ريف حلب صباح الاثنين. ونفت مصادر محلية وقوع أي قصف."),
    ("enab", "2019-03-04T18:30:00+03:00", "المرصد: تسعة قتلى في غارة على سوق\nأعلن المرصد السوري أن غارة على سوق في إدلب أدت إلى مقتل تسعة مدنيين وإصابة عشرين آخرين."),
    ("enab", "2019-03-05", "ارتفاع حصيلة الغارة على السوق\nقال المرصد السوري إن عدد القتلى ارتفع إلى 12 مدنيا، بينهم 4 أطفال. ونفت روسيا مسؤوليتها عن الغارة."),
    ("tass", "2019-03-05", "اتهمت روسيا التحالف الدولي بإيواء مسلحين قرب قاعدة التنف، وقالت إن لديها صورا تثبت ذلك."),
    ("anha", None, "طالبت قوات سوريا الديمقراطية المجتمع الدولي بإقامة منطقة حظر طيران في شرق الفرات، ورفضت تركيا الطلب."),
    ("sana", "2019-02-28", "سيطر الجيش السوري على قرية السخنة في بادية حمص بعد انسحاب مسلحي التنظيم منها، بحسب وكالة سانا."),
    ("enab", "2019-03-04T09:00:00+03:00", "ذكرت مصادر محلية أن فصائل المعارضة قصفت بقذائف الهاون بلدة نبل، وأن القصف لم يوقع إصابات."),
)  # fmt: skip


@lru_cache(maxsize=1)
def reader() -> Reader:
    """A reader that is built once."""
    return Reader("syria")


@cache
def read(text: str, outlet: str = "enab", published: str | None = None, uri: str | None = None) -> Reading:
    """The reading of a text."""
    id = "sha256:" + sha256(text.encode()).hexdigest()
    return reader().read(text, id=id, outlet=outlet, published=published, uri=uri)


def ready(text: str, outlet: str = "enab", published: str | None = None, uri: str | None = None) -> Prepared:
    """A text, read and made ready for an archive."""
    return prepare(read(text, outlet, published, uri), "invented")


def invented() -> list[Prepared]:
    """All invented reports, made ready."""
    return [ready(text, outlet, published) for outlet, published, text in REPORTS]


def fill(archive: Archive, *texts: str) -> list[str]:
    """Take the texts, or all invented reports, into an archive; returns their keys."""
    new = [ready(text) for text in texts] if texts else invented()
    batch = archive.begin_batch("invented")
    archive.add(batch, new)
    archive.finish_batch(batch)
    return [each.report["key"] for each in new]
