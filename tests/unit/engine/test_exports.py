"""Files that start with the header of a real export are read the way the exporter wrote them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from leadport.engine.artifacts import SourcePart
from leadport.engine.detect import detect
from leadport.engine.preview import preview
from tests.support.invented import Style, row_for, table_text

_TABLE = Path(__file__).parents[2] / "corpus" / "exports.toml"
EXPORTS: list[dict[str, Any]] = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["export"]
CASES = [(export, encoding) for export in EXPORTS for encoding in export["encodings"]]

_LANGUAGE = {
    "cp1252": "French",
    "iso-8859-1": "Spanish",
    "cp1250": "Polish",
    "cp1251": "Russian",
    "cp932": "Japanese",
}


def _rows(export: dict[str, Any], encoding: str, count: int) -> list[list[str]]:
    language = _LANGUAGE.get(encoding, "German")
    rows = [
        row_for(header=export["header"], email=export["email"], number=number, language=language)
        for number in range(count)
    ]
    address = export["header"].index(export["email"])
    match export.get("quirk"):
        case "apostrophes":
            rows = [[f"'{cell}" if cell[:1].isdigit() else cell for cell in row] for row in rows]
            for row in rows[1:2]:
                row[address] = ""
        case "line_breaks":
            for row in rows:
                row[-1] = "first line\nsecond line, with a comma"
        case "json":
            for row in rows:
                row[-1] = '{"city": "Hull", "tags": ["a", "b"]}'
        case "continuation_rows":
            for row in rows[1::2]:
                row[address] = ""
        case "totals":
            rows += [[], [f"Grand Totals ({count} records)"], ["Copyright (c) someone, inc. All rights reserved."]]
    return rows


def _text(export: dict[str, Any], encoding: str, count: int, style: Style) -> str:
    text = table_text(rows=[export["header"], *_rows(export, encoding, count)], style=style)
    if export.get("quirk") == "blank_after_delimiter":
        text = text.replace(",", ", ")
    if export.get("quirk") == "preamble":
        notes = '"When exporting, some of the addresses may be missing, see the help pages, please."'
        text = f"Notes:{style.line_end}{notes}{style.line_end}{style.line_end}{text}"
    return text


@pytest.mark.parametrize("quote_all", [False, True], ids=["few quotes", "all quoted"])
@pytest.mark.parametrize("count", [1, 12])
@pytest.mark.parametrize(("export", "encoding"), CASES, ids=[f"{e['source']} in {code}" for e, code in CASES])
def test_an_export_is_detected_with_its_delimiter_encoding_and_header(
    export: dict[str, Any], encoding: str, count: int, quote_all: bool, tmp_path: Path
) -> None:
    style = Style(delimiter=export["delimiter"], quote_all=quote_all)
    text = _text(export, encoding, count, style)
    path = tmp_path / "export.csv"
    path.write_bytes(text.encode(encoding))
    part = SourcePart(path=path, name="export.csv")

    dialect = detect(part=part)

    assert dialect.delimiter == export["delimiter"]
    assert dialect.has_header
    assert list(dialect.header) == export["header"]
    assert dialect.address_column == export["header"].index(export["email"])
    assert path.read_bytes()[dialect.bom :].decode(dialect.encoding) == text
    assert dialect.preamble_lines == (3 if export.get("quirk") == "preamble" else 0)
    assert dialect.skip_space == (export.get("quirk") == "blank_after_delimiter")
    assert dialect.quotechar == '"'
    people = [row for row in preview(part=part, dialect=dialect) if len(row) == len(export["header"])]
    assert len(people) == count


def test_all_forty_exports_are_here() -> None:
    assert len(EXPORTS) == 40
