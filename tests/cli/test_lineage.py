"""The copies of a report, asked on the command line."""

from pathlib import Path

from cli.helpers import Shell
from questions.helpers import take_in
from riwaya.archive import Archive
from riwaya.corpus.relate import relate

WORDS = (
    "قال مدير المستشفى الميداني إن سيارات الإسعاف نقلت منذ الفجر أحد عشر جريحا من القرى الواقعة على الطريق "
    "القديم، وإن نصفهم أطفال كانوا في طريقهم إلى المدرسة حين سقطت القذائف الأولى."
)


def test_a_copy_and_where_its_words_are_from(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "news.riwaya"
    with Archive(path) as archive:
        _first, copy = take_in(archive, ("sana", "2031-05-01", WORDS), ("okaz", "2031-05-02", WORDS))
        relate(archive)

    done = shell("lineage", copy, "--archive", path)

    assert done.status == 0
    for words in ("earliest of the story", "has text of", "the same words", "└─ same words"):
        assert words in done.out.decode()
