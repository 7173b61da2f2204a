"""A workbook is measured and searched before anything parses it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from leadport.engine.limits import DEFAULT_LIMITS, Limits
from leadport.engine.sheet_scan import SheetError, scan_workbook
from tests.support.sheets import BOMB, PEOPLE, corners, ods_table, raw_sheet, sheet_xml, write_ods, write_xlsx


def _scan(path: Path, limits: Limits = DEFAULT_LIMITS) -> int:
    with zipfile.ZipFile(path) as archive:
        return scan_workbook(archive=archive, limits=limits)


def _problem(path: Path, limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(SheetError) as caught:
        _scan(path, limits)
    return caught.value.problem


def _xlsx(tmp_path: Path, sheet: str, extra: dict[str, bytes] | None = None) -> Path:
    return write_xlsx(path=tmp_path / "a.xlsx", sheets={"S": sheet}, extra=extra)


def test_sheets_with_data_are_counted(tmp_path: Path) -> None:
    sheets = {"A": sheet_xml(rows=PEOPLE), "B": sheet_xml(rows=[]), "C": sheet_xml(rows=PEOPLE)}
    assert _scan(write_xlsx(path=tmp_path / "a.xlsx", sheets=sheets)) == 2


def test_tables_of_an_ods_with_data_are_counted(tmp_path: Path) -> None:
    tables = ods_table(name="A", rows=PEOPLE) + ods_table(name="B", rows=[]) + ods_table(name="C", rows=PEOPLE)
    assert _scan(write_ods(path=tmp_path / "a.ods", tables=tables)) == 2


@pytest.mark.parametrize(("cell", "problem"), [("XFD1048576", "columns"), ("GR1048576", "cells")])
def test_a_sheet_that_spans_too_much_is_refused(cell: str, problem: str, tmp_path: Path) -> None:
    path = _xlsx(tmp_path, corners(cell=cell))
    assert path.stat().st_size < 3000
    assert _problem(path) == problem


@pytest.mark.parametrize("cell", ['<x:c s="1" r="XFD9"><v>1</v></x:c>', "<c  r = 'XFD9' ><v>1</v></c>"])
def test_a_far_cell_is_seen_however_it_is_written(cell: str, tmp_path: Path) -> None:
    assert _problem(_xlsx(tmp_path, raw_sheet(data=f'<row r="9">{cell}</row>'))) == "columns"


def test_cells_that_only_carry_a_format_span_nothing(tmp_path: Path) -> None:
    data = '<row r="1048576"><c r="XFD1048576" s="1"/><c r="XFC1048576" s="1" /></row>'
    assert _scan(_xlsx(tmp_path, raw_sheet(data=data))) == 0


def test_a_far_cell_across_two_blocks_is_seen(tmp_path: Path) -> None:
    for shift in range(0, 24, 5):
        padding = f"<!--{'x' * (512 * 1024 - 200 - shift)}-->"
        row = '<row r="9"><c r="XFD9"><v>1</v></c></row>'
        assert _problem(_xlsx(tmp_path, raw_sheet(data=padding + row * 6))) == "columns"


def test_one_part_has_its_limit(tmp_path: Path) -> None:
    path = _xlsx(tmp_path, sheet_xml(rows=PEOPLE * 500))
    assert _problem(path, replace(DEFAULT_LIMITS, sheet_xml_bytes=10_000)) == "size"


@pytest.mark.parametrize("before", [0, 512 * 1024 - 8])
def test_a_document_type_is_found_in_any_part(before: int, tmp_path: Path) -> None:
    extra = {"xl/sharedStrings.xml": b"<!--" + b"x" * before + b"-->" + BOMB.encode()}
    assert _problem(_xlsx(tmp_path, sheet_xml(rows=PEOPLE), extra)) == "document_type"


def test_a_document_type_in_an_ods_is_found(tmp_path: Path) -> None:
    path = write_ods(path=tmp_path / "a.ods", tables=ods_table(name="S", rows=PEOPLE), before=BOMB)
    assert _problem(path) == "document_type"


def test_xml_may_not_hide_in_another_encoding(tmp_path: Path) -> None:
    extra = {"xl/sharedStrings.xml": f"<?xml version='1.0'?>{BOMB}<sst/>".encode("utf-16")}
    assert _problem(_xlsx(tmp_path, sheet_xml(rows=PEOPLE), extra)) == "encoding"


@pytest.mark.parametrize(
    ("rows", "columns", "problem"), [("1000000", "400", "cells"), ("1", "9999", "columns"), ("9" * 30, "1", "cells")]
)
def test_an_ods_counts_what_it_repeats(rows: str, columns: str, problem: str, tmp_path: Path) -> None:
    tail = (
        f'<table:table-row table:number-rows-repeated="{rows}"><table:table-cell office:value-type="string" '
        f'table:number-columns-repeated="{columns}"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    path = write_ods(path=tmp_path / "a.ods", tables=ods_table(name="S", rows=PEOPLE, tail=tail))
    assert _problem(path) == problem


def test_an_encrypted_ods_is_known_by_its_manifest(tmp_path: Path) -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert _problem(write_ods(path=tmp_path / "a.ods", tables="", manifest=manifest)) == "password"


def test_torn_xml_of_an_ods_is_found(tmp_path: Path) -> None:
    assert _problem(write_ods(path=tmp_path / "a.ods", tables="<table:table>")) == "xml"
