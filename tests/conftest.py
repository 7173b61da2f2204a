"""A real PostgreSQL server for the whole run, and a database of its own for every worker.

The server is the embedded one, started when the first test asks for it; with LEADPORT_TEST_DATABASE_URL it is the one
of that address, whose user must be allowed to create databases. Unit tests need neither it nor Django and wait for
neither.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

from leadport.config import embedded
from tests.support import databases

# Only the process that made the directory has this; the workers of pytest-xdist find its path in their environment.
_made_here = pytest.StashKey[Path]()
_BASE = "LEADPORT_TEST_BASE"


def pytest_configure(config: pytest.Config) -> None:
    """Decide, before any test module is imported, where everything of this run and of this worker is."""
    if _BASE not in os.environ:
        base = Path(tempfile.mkdtemp(prefix="leadport-tests-"))
        # Root's server runs as another user, who must be able to walk through.
        base.chmod(0o711)
        config.stash[_made_here] = base
        os.environ[_BASE] = str(base)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    home = Path(os.environ[_BASE]) / f"home-{worker}"
    home.mkdir(mode=0o700, exist_ok=True)
    os.environ["LEADPORT_HOME"] = str(home)
    os.environ["LEADPORT_SECRET_KEY"] = "a key for tests, which protects nothing, but is long enough to be one"
    os.environ["DATABASE_URL"] = databases.with_name(_server_url(), name=_database_name(worker))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove every file of the run."""
    base = config.stash.get(_made_here, None)
    if base is not None:
        embedded.stop(home=base / "server")
        shutil.rmtree(base)
        del os.environ[_BASE]


def pytest_pycollect_makemodule(module_path: Path) -> None:
    """Make Django's models importable at the top of every test module outside tests/unit."""
    if not module_path.is_relative_to(Path(__file__).parent / "unit"):
        databases.set_up_django()


def _server_url() -> str:
    """Return the address of the server, which need not run yet."""
    return os.environ.get("LEADPORT_TEST_DATABASE_URL") or embedded.database_url(
        home=Path(os.environ[_BASE]) / "server"
    )


def _database_name(worker: str) -> str:
    # Two runs at once on one external server must not meet.
    return f"leadport_{worker}_{Path(os.environ[_BASE]).name.rsplit('-', 1)[1]}"


@pytest.fixture(scope="session")
def connection_info() -> Iterator[str]:
    """Return the address of this worker's database, which is there and has no tables yet."""
    if not os.environ.get("LEADPORT_TEST_DATABASE_URL"):
        embedded.ensure_running(home=Path(os.environ[_BASE]) / "server")
    url = os.environ["DATABASE_URL"]
    databases.create(_server_url(), name=databases.name_of(url))
    yield url
    databases.drop(_server_url(), name=databases.name_of(url))


@pytest.fixture(scope="session")
def _migrated_database(connection_info: str) -> Iterator[BaseDatabaseWrapper]:
    connection = databases.migrate()
    yield connection
    connection.close()


@pytest.fixture
def database(_migrated_database: BaseDatabaseWrapper) -> Iterator[BaseDatabaseWrapper]:
    """Return Django's connection to this worker's database: migrated, and with no row but those of the migrations.

    Tests commit for real; what they leave behind is emptied afterwards.
    """
    yield _migrated_database
    databases.empty(_migrated_database)
