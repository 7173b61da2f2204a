"""The results as CSV: safe to open, and the same when it comes back."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from leadport.domain.verdicts import Verdict
from leadport.engine.report_csv import export_csv
from leadport.engine.returned_report import REPORT_COLUMNS, unguarded
from tests.support.people import judged, mapping_of, normalised, write_records

ROWS = [
    ["ann@example.com", "=1+1", "+49 30", "'t Hooft"],
    ["=cmd|'/c calc'!A0", "-5", "＝x", "two\nlines"],
    ["bob@example.com", "@x", "\tx", 'say "hi", you'],
]


def _exported(directory: Path, rows: list[list[str]], verdict: Verdict | None = None) -> list[list[str]]:
    mapping = mapping_of("email", "notes", None, None)
    records, values = normalised(directory=directory, rows=rows, mapping=mapping)
    verdicts, _ = judged(directory=directory, values=values)
    out = io.BytesIO()
    export_csv(records=records, verdicts=verdicts, target=out, verdict=verdict)
    return list(csv.reader(io.StringIO(out.getvalue().decode("utf-8-sig"), newline="")))


def test_every_cell_comes_back_as_it_was(tmp_path: Path) -> None:
    header, *rows = _exported(tmp_path, ROWS)
    assert tuple(header[-3:]) == REPORT_COLUMNS
    assert [[unguarded(cell) for cell in row[:-3]] for row in rows] == ROWS


def test_no_cell_starts_like_a_formula(tmp_path: Path) -> None:
    cells = [cell for row in _exported(tmp_path, ROWS) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))] == []


def test_line_verdict_and_reason_follow_the_columns_of_the_source(tmp_path: Path) -> None:
    rows = _exported(tmp_path, ROWS)
    assert [row[-3:-1] for row in rows[1:]] == [["2", "new"], ["3", "failed"], ["4", "new"]]
    assert rows[2][-1].startswith('Line 3: "=cmd|')


def test_one_verdict_can_be_asked_for(tmp_path: Path) -> None:
    assert len(_exported(tmp_path, ROWS, Verdict.FAILED)) == 2


def test_a_file_that_came_back_does_not_pile_up_columns_and_guards(tmp_path: Path) -> None:
    first = _exported(tmp_path, ROWS)
    records = write_records(directory=tmp_path, header=first[0], rows=[*first[1:], ["new@example.com", "+1"]])
    _, values = normalised(directory=tmp_path, rows=[*ROWS, ["new@example.com", "+1"]], mapping=mapping_of("email"))
    verdicts, _ = judged(directory=tmp_path, values=values)
    records = write_records(directory=tmp_path, header=first[0], rows=[*first[1:], ["new@example.com", "+1"]])
    out = tmp_path / "again.csv"
    assert export_csv(records=records, verdicts=verdicts, target=out) == 4
    again = list(csv.reader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline="")))
    assert [row[:-3] for row in again[:4]] == [row[:-3] for row in first]
    assert again[4][:2] == ["new@example.com", "'+1"]


def test_columns_without_a_name_get_one(tmp_path: Path) -> None:
    records = write_records(directory=tmp_path, header=["", ""], rows=[["ann@example.com", "Ann"]])
    _, values = normalised(directory=tmp_path, rows=[["ann@example.com", "Ann"]], mapping=mapping_of("email"))
    verdicts, _ = judged(directory=tmp_path, values=values)
    out = tmp_path / "out.csv"
    export_csv(records=records, verdicts=verdicts, target=out)
    assert out.read_text("utf-8-sig").splitlines()[0].startswith("Column 1,Column 2,Leadport line")
