"""Invented reports that copy each other, and what lineage makes of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import select

from riwaya.archive import Archive, Prepared, prepare, schema
from riwaya.corpus.lineage import relate_reports
from riwaya.model import SCHEMA, Reader, Reading, Report
from riwaya.text.document import find_title

CONVOY = (
    "وصلت إلى معبر القرية ظهر اليوم قافلة تضم أربعين شاحنة محملة بالطحين وحليب الأطفال بعد انتظار دام ثلاثة أيام "
    "عند الجانب الآخر من الحدود. وأوضح مدير المعبر أن التفتيش استغرق ست ساعات وأن السائقين باتوا ليلتهم في العراء "
    "قبل أن يسمح لهم بالمرور. وينتظر سكان البلدات المجاورة توزيع الحصص صباح الغد في المدرسة الغربية."
)
BRIDGE = (
    "انهار جزء من الجسر الخشبي فوق نهر الوادي مساء الأحد بعد عبور رتل من الآليات الثقيلة ولم يصب أحد بأذى. "
    "وأغلقت البلدية الطريق المؤدي إليه ووضعت حواجز من الحجارة ريثما تصل فرق الصيانة من مركز المحافظة."
)
WELLS = (
    "حفرت منظمة محلية تسع آبار جديدة في الريف الجنوبي خلال الشهر الماضي بتمويل من متبرعين في المهجر. "
    "ويقول المزارعون إن منسوب المياه انخفض عشرين مترا منذ الصيف وإن المضخات القديمة لم تعد تكفي لري الحقول."
)
STATEMENT = (
    "نحن أهالي الحي الشرقي نعلن رفضنا القاطع لنقل مخيمنا إلى أي مكان آخر قبل أن تعاد إلينا بيوتنا التي خرجنا منها "
    "تحت القصف ونحمل الجهات الراعية للاتفاق كامل المسؤولية عن سلامة أطفالنا وشيوخنا في هذا الشتاء القاسي"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A report as invented."""

    text: str
    outlet: str = "enab"
    published: str | None = "2021-05-03"
    uri: str | None = None


def ready(told: Told) -> Prepared:
    """A report made ready for an archive, with a reading in which nothing was read."""
    id = "sha256:" + sha256(told.text.encode()).hexdigest()
    report = Report(id, told.text, find_title(told.text), "ar", told.outlet, told.published, told.uri, ())
    reading = Reading(SCHEMA, Reader("0", "ar", "syria", "sha256:0"), report, (), (), (), (), (), (), ())
    return prepare(reading, "invented")


def take_in(archive: Archive, reports: Sequence[Prepared]) -> None:
    """Put reports into an archive, as one batch."""
    batch = archive.begin_batch("invented")
    archive.add(batch, reports)
    archive.finish_batch(batch)


def relate(archive: Archive) -> None:
    """Relate all reports of an archive."""
    with archive.writing() as connection:
        relate_reports(connection)


def rows(archive: Archive) -> set[tuple[str, str, str, float, str]]:
    """Everything in `copies`, reports by key."""
    table, reports = schema.copies, schema.reports
    with archive.reading() as connection:
        keys = {row.n: row.key for row in connection.execute(select(reports.c.n, reports.c.key))}
        found = connection.execute(select(table)).all()
    return {(keys[r.report], keys[r.of], r.kind, r.share, r.passages) for r in found}


def kinds(archive: Archive, *told: Told) -> set[tuple[int, int, str]]:
    """Take reports in, relate them, and say what took from what, by their places in `told`."""
    prepared = [ready(each) for each in told]
    take_in(archive, prepared)
    relate(archive)
    place = {each.report["key"]: number for number, each in enumerate(prepared)}
    return {(place[report], place[of], kind) for report, of, kind, _share, _passages in rows(archive)}
