"""One reader for all tables: building it costs more than reading a thousand sentences."""

import pytest

from riwaya.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader("syria")
