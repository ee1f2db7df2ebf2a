"""What an archive promises, the same on SQLite and PostgreSQL."""

from riwaya.archive import Archive


def test_a_new_archive_is_empty(archive: Archive) -> None:
    assert archive.count() == {"reports": 0, "claims": 0, "matters": 0, "rejects": 0}


def test_b_new_archive_is_empty(archive: Archive) -> None:
    assert archive.count() == {"reports": 0, "claims": 0, "matters": 0, "rejects": 0}
