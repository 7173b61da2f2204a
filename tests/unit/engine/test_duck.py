"""DuckDB is opened with bounds: memory is limited, nothing is shared, and nothing is fetched."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from leadport.engine.duck import open_duck


def test_memory_that_cannot_be_spilled_is_refused_beyond_the_limit(tmp_path: Path) -> None:
    with open_duck(spill=tmp_path, memory_limit="16MB") as connection, pytest.raises(duckdb.OutOfMemoryException):
        connection.execute("SELECT list(hash(i)::VARCHAR || repeat('x', 200)) FROM range(1000000) numbers(i)")


def test_two_connections_share_nothing(tmp_path: Path) -> None:
    with open_duck(spill=tmp_path) as one, open_duck(spill=tmp_path) as other:
        one.execute("CREATE TABLE person AS SELECT 1 AS id")
        with pytest.raises(duckdb.CatalogException):
            other.execute("SELECT * FROM person")


def test_nothing_is_installed_from_the_network(tmp_path: Path) -> None:
    with open_duck(spill=tmp_path) as connection:
        for setting in ("autoinstall_known_extensions", "autoload_known_extensions"):
            assert connection.execute(f"SELECT current_setting('{setting}')").fetchall() == [(False,)]
