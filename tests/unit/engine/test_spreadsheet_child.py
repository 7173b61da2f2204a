"""The child turns one sheet into CSV and reports what it found."""

from __future__ import annotations

import dataclasses
import json
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from leadport.engine import spreadsheet_child
from leadport.engine.limits import DEFAULT_LIMITS, Limits
from tests.support.sheets import BOMB, PEOPLE, corners, raw_sheet, sheet_xml, text_cell, write_ods, write_xlsx


def _run(source: Path, limits: Limits = DEFAULT_LIMITS) -> subprocess.CompletedProcess[str]:
    told = json.dumps(dataclasses.asdict(limits))
    command = [sys.executable, "-m", "leadport.engine.spreadsheet_child", str(source), str(source.parent / "out"), told]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def _report(source: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(_run(source).stdout)
    return report


def test_a_sheet_is_written_and_named(tmp_path: Path) -> None:
    source = write_xlsx(path=tmp_path / "a.xlsx", sheets={"People": sheet_xml(rows=PEOPLE)})
    assert _report(source) == {"problem": None, "sheet": "People", "filled": 1}
    assert (tmp_path / "out").read_bytes() == b"Name,Email\r\nAnn,ann@example.com\r\nBob,bob@example.com\r\n"


def test_typed_cells_read_as_a_person_would_type_them(tmp_path: Path) -> None:
    cells = (
        '<c r="A1"><v>7210448301122</v></c><c r="B1" s="1"><v>45000</v></c><c r="C1" s="2"><v>45000.5</v></c>'
        '<c r="D1" t="b"><v>1</v></c><c r="E1"><v>0.1</v></c><c r="F1" s="3"><v>0.75</v></c><c r="G1"><v>2134</v></c>'
        + text_cell(place="H1", text=' 007, "x"')
    )
    _report(write_xlsx(path=tmp_path / "a.xlsx", sheets={"S": raw_sheet(data=f'<row r="1">{cells}</row>')}))
    expected = '7210448301122,2023-03-15,2023-03-15 12:00:00,TRUE,0.1,18:00:00,2134," 007, ""x"""\r\n'
    assert (tmp_path / "out").read_bytes() == expected.encode()


def test_rows_keep_their_numbers_and_empty_ones_at_the_end_are_left_out(tmp_path: Path) -> None:
    late = sheet_xml(rows=[*PEOPLE, [], ["Cy"]], first_row=3)
    late = late.replace("</sheetData>", '<row r="90"><c r="A90" s="1"/></row></sheetData>')
    _report(write_xlsx(path=tmp_path / "a.xlsx", sheets={"S": late}))
    lines = (tmp_path / "out").read_text(encoding="utf-8").split("\n")
    assert lines == ["", "", "Name,Email", "Ann,ann@example.com", "Bob,bob@example.com", "", "Cy,", ""]


@pytest.mark.parametrize(
    ("sheets", "chosen"),
    [
        ({"Cover": [["Our customers"]], "Empty": [], "People": PEOPLE, "Old": PEOPLE}, "People"),
        ({"Empty": [], "First": [["Name"], ["Ann"]], "Second": [["x"]]}, "First"),
        ({"Hidden": PEOPLE, "Shown": PEOPLE}, "Shown"),
        ({"Hidden": PEOPLE, "Shown": []}, "Hidden"),
    ],
)
def test_the_first_shown_sheet_with_people_is_taken(
    sheets: dict[str, list[list[str]]], chosen: str, tmp_path: Path
) -> None:
    made = {name: sheet_xml(rows=rows) for name, rows in sheets.items()}
    report = _report(write_xlsx(path=tmp_path / "a.xlsx", sheets=made, hidden=["Hidden"]))
    assert report["sheet"] == chosen
    assert report["filled"] == sum(1 for rows in sheets.values() if rows)


def test_problems_are_reported_by_name(tmp_path: Path) -> None:
    def problem(sheet: str) -> Any:
        return _report(write_xlsx(path=tmp_path / "a.xlsx", sheets={"S": sheet}))["problem"]

    assert problem(sheet_xml(rows=[])) == "empty"
    assert problem(raw_sheet(data="", before=BOMB)) == "document_type"
    assert problem(corners(cell="XFD1048576")) == "columns"
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    assert _report(write_ods(path=tmp_path / "a.ods", tables="", manifest=manifest))["problem"] == "password"
    (tmp_path / "torn").write_bytes(b"PK\x03\x04")
    assert _report(tmp_path / "torn")["problem"] == "broken"


def test_a_parser_that_asks_for_half_a_terabyte_is_ended_by_the_memory_limit(tmp_path: Path) -> None:
    source = write_xlsx(path=tmp_path / "a.xlsx", sheets={"S": corners(cell="XFD1048576")})
    blind = dataclasses.replace(DEFAULT_LIMITS, sheet_columns=1 << 20, sheet_cells=1 << 60)
    ended = _run(source, blind)
    assert ended.returncode < 0
    assert ended.stdout == ""


def test_every_resource_is_bounded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    bounded: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", lambda what, bounds: bounded.update({what: bounds}))
    monkeypatch.setattr(signal, "alarm", lambda seconds: bounded.update({-1: (seconds, seconds)}))
    source = write_xlsx(path=tmp_path / "a.xlsx", sheets={"S": sheet_xml(rows=PEOPLE)})
    limits = json.dumps(dataclasses.asdict(DEFAULT_LIMITS))
    assert spreadsheet_child.main([str(source), str(tmp_path / "out"), limits]) == 0
    assert bounded[resource.RLIMIT_AS] == (DEFAULT_LIMITS.sheet_memory_bytes,) * 2
    assert bounded[resource.RLIMIT_CPU] == (DEFAULT_LIMITS.sheet_cpu_seconds,) * 2
    assert bounded[resource.RLIMIT_FSIZE] == (DEFAULT_LIMITS.unpacked_bytes,) * 2
    assert bounded[-1] == (DEFAULT_LIMITS.sheet_seconds,) * 2
    assert {resource.RLIMIT_NOFILE, resource.RLIMIT_CORE} <= set(bounded)
