"""A Leadport home of its own for a measurement: made empty, its server stopped and every file removed at the end."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from bench.program import prepare
from leadport.config import embedded
from leadport.config.place import find


@contextmanager
def fresh_home(*, workdir: Path, name: str) -> Iterator[Path]:
    """An empty home with its server running and its tables made, below `workdir`; nothing of it is left afterwards."""
    home = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=workdir))
    try:
        embedded.ensure_running(home=home)
        prepare(home=home)
        yield home
    finally:
        place = find(home)
        embedded.stop(home=home)
        if place is not None:
            shutil.rmtree(place.directory, ignore_errors=True)
        shutil.rmtree(home, ignore_errors=True)


def settle(*, home: Path) -> None:
    """Write what the server still holds in memory to disk, so that one measurement does not pay for the one before."""
    with psycopg.connect(embedded.database_url(home=home), autocommit=True) as connection:
        connection.execute("CHECKPOINT")
