"""One way to open DuckDB: bounded memory, spilling to the work directory, no network."""

from __future__ import annotations

from pathlib import Path

import duckdb

MEMORY_LIMIT = "256MB"


def open_duck(*, spill: Path, memory_limit: str = MEMORY_LIMIT) -> duckdb.DuckDBPyConnection:
    """A private in-memory DuckDB that spills to `spill` and keeps insertion order only where a query asks for it."""
    return duckdb.connect(
        ":memory:",
        config={
            "memory_limit": memory_limit,
            "temp_directory": str(spill),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        },
    )
