"""Every odd file of the corpus is read the way its maker meant it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from leadport.domain.dialect import Dialect
from leadport.engine.artifacts import SourcePart
from leadport.engine.detect import detect
from leadport.engine.preview import preview
from leadport.engine.unpack import unpack

CORPUS = Path(__file__).parents[2] / "corpus"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((CORPUS / "expected.toml").read_text(encoding="utf-8"))


def _facts(dialect: Dialect) -> dict[str, Any]:
    return {
        "encoding": dialect.encoding,
        "bom_bytes": dialect.bom,
        "delimiter": dialect.delimiter or "",
        "quotechar": dialect.quotechar or "",
        "escapechar": dialect.escapechar or "",
        "skip_space": dialect.skip_space,
        "line_ending": dialect.line_ending.value,
        "preamble_lines": dialect.preamble_lines,
        "has_header": dialect.has_header,
        "header_lines": dialect.header_lines,
        "header": list(dialect.header),
        "address_column": dialect.address_column,
    }


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_corpus_file_is_detected_as_its_table_says(name: str, tmp_path: Path) -> None:
    (part,) = unpack(source=CORPUS / name, name=name, workdir=tmp_path)
    dialect = detect(part=part)
    usual = {
        "bom_bytes": 0,
        "quotechar": '"',
        "escapechar": "",
        "skip_space": False,
        "preamble_lines": 0,
        "has_header": True,
        "header_lines": 1,
        "address_column": None,
    }
    expected = usual | EXPECTED[name]
    records = expected.pop("records")
    assert _facts(dialect) == expected
    assert len(preview(part=part, dialect=dialect)) == records


def test_every_corpus_file_is_expected_to_read_as_something() -> None:
    files = {path.name for path in CORPUS.iterdir() if path.suffix in (".csv", ".txt", ".tsv")}
    assert files == set(EXPECTED)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_corpus_file_has_its_addresses_in_the_address_column(name: str) -> None:
    part = SourcePart(path=CORPUS / name, name=name)
    dialect = detect(part=part)
    column = dialect.address_column
    rows = preview(part=part, dialect=dialect)
    found = sum("@" in cell for row in rows for cell in row[column : (column or 0) + 1] if column is not None)
    assert (found > 0) == (column is not None and bool(rows))
