"""Homes with embedded servers of their own, apart from the server that the other tests run on."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from leadport.config import embedded
from leadport.config.place import find
from leadport.config.server_process import running_process


def process_of(home: Path) -> int:
    """Return the process id of the home's server, which must run."""
    place = find(home)
    assert place is not None
    process = running_process(place)
    assert process is not None
    return process


def ask(home: Path, question: str) -> object:
    """Return the first column of the first row that the home's database answers with."""
    with psycopg.connect(embedded.database_url(home=home)) as connection:
        row = connection.execute(question.encode()).fetchone()
    assert row is not None
    return row[0]


@pytest.fixture
def base() -> Iterator[Path]:
    """Return an empty directory that the server's user may walk through, whoever that is; /tmp keeps paths short."""
    path = Path(os.path.realpath(tempfile.mkdtemp(prefix="leadport-home-")))
    path.chmod(0o711)
    yield path
    for home in path.iterdir():
        embedded.stop(home=home)
    shutil.rmtree(path)


@pytest.fixture
def home(base: Path) -> Path:
    """Return where a home may be made; its server is stopped when the test ends."""
    return base / "home"


@pytest.fixture(scope="module")
def running_home() -> Iterator[Path]:
    """Return a home whose server runs, for all tests of a file that leave it running."""
    path = Path(os.path.realpath(tempfile.mkdtemp(prefix="leadport-home-")))
    path.chmod(0o711)
    embedded.ensure_running(home=path / "home")
    yield path / "home"
    embedded.stop(home=path / "home")
    shutil.rmtree(path)
