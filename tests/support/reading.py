"""Reading a text in a test: dialects with the usual answers, and records as plain tuples."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet

from leadport.domain.dialect import Dialect
from leadport.engine.artifacts import SourcePart
from leadport.engine.pieces import BLOCK
from leadport.engine.read import read

USUAL = Dialect(
    encoding="utf-8", delimiter=",", has_header=False, header_lines=0, header=("Name", "Email"), address_column=1
)
"""UTF-8, commas, double quotes, no header; a name and an address."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One record as it stands in the Records file."""

    line: int
    cells: tuple[str | None, ...]
    trouble: str | None = None
    notes: str | None = None
    raw: str | None = None


def rows_of(*, content: bytes | str, dialect: Dialect = USUAL, block: int = BLOCK) -> list[Row]:
    """The records that `read` makes of one text; their numbers are checked to be 1, 2, 3 ..."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "part")
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        parts = (SourcePart(path=path, name="part"),)
        records = read(parts=parts, dialects=(dialect,), target=Path(folder, "records.parquet"), block=block)
        rows = stored_rows(path=records.path)
    assert records.count == len(rows)
    assert records.trouble == sum(row.trouble is not None for row in rows)
    return rows


def stored_rows(*, path: Path) -> list[Row]:
    """The records of a Records file."""
    stored: list[dict[str, Any]] = pyarrow.parquet.read_table(path).to_pylist()
    assert [row["record_number"] for row in stored] == list(range(1, len(stored) + 1))
    return [
        Row(
            line=row["line_number"],
            cells=tuple(value for name, value in row.items() if name[0] == "c" and name[1:].isdigit()),
            trouble=row["trouble"],
            notes=row["notes"],
            raw=row["raw"],
        )
        for row in stored
    ]
