"""`leadport rows` shows what became of every row, and writes the ones to mend."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.functional.cli.conftest import Leadport
from tests.support.lead_book import rows

LIST = "First name,E-mail\n=Zoe,zoe@example.com\nMax,max\nAda,\nZoe,ZOE@example.com\n"


@pytest.fixture
def imported(leadport: Leadport, tmp_path: Path) -> Leadport:
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    leadport.ok("import", path, "--yes")
    return leadport


def test_rows_are_shown_with_the_sentence_that_says_why(imported: Leadport) -> None:
    lines = imported.ok("rows", "1", "--verdict", "failed").out.splitlines()
    assert [line.split()[:2] for line in lines] == [["Line", "Verdict"], ["3", "Failed"], ["4", "Failed"]]
    assert '"max" has no @' in lines[1]
    told = imported.ok("rows", "1", "--json").rows
    assert [row["verdict"] for row in told] == ["new", "failed", "failed", "duplicated"]
    assert told[3]["first_record"] == 1
    assert told[1]["cells"] == [{"column": "First name", "value": "Max"}, {"column": "E-mail", "value": "max"}]


def test_more_rows_than_shown_are_mentioned(imported: Leadport) -> None:
    answer = imported.ok("rows", "1", "--limit", "1")
    assert len(answer.out.splitlines()) == 2
    assert "1 of 4 rows" in answer.err


def test_the_file_to_mend_comes_back_whole_and_lands(imported: Leadport, tmp_path: Path) -> None:
    out = tmp_path / "to fix.csv"
    answer = imported.ok("rows", "1", "--verdict", "failed", "--out", out)
    assert answer.err == f"2 rows written to {out}.\n"
    text = out.read_text(encoding="utf-8-sig")
    assert [row["Leadport line"] for row in csv.DictReader(io.StringIO(text))] == ["3", "4"]
    out.write_text(text.replace("Max,max,", "Max,max@example.com,"), encoding="utf-8-sig")
    told = imported.ok("import", out, "--yes", "--json").json
    assert (told["uploaded"], told["new"], told["failed"]) == (2, 1, 1)
    assert rows("SELECT first_name FROM lead WHERE email = 'max@example.com'") == [("Max",)]


def test_standard_output_takes_the_file_too_and_no_cell_is_a_formula(imported: Leadport) -> None:
    out = imported.ok("rows", "1", "--out", "-").out
    assert len(out.splitlines()) == 5
    assert "'=Zoe" in out


def test_what_cannot_be_written_is_refused(imported: Leadport, tmp_path: Path) -> None:
    for out in (tmp_path, tmp_path / "nowhere" / "rows.csv"):
        answer = imported("rows", "1", "--out", out)
        assert answer.code == 3
        assert "[output_refused]" in answer.err
    assert imported("rows", "1", "--out", tmp_path / "x.csv", "--json").code == 2
    assert imported("rows", "1", "--verdict", "lost").code == 2


def test_rows_whose_work_files_are_gone_are_refused(imported: Leadport) -> None:
    for path in (imported.home / "imports").glob("*/1/*.parquet"):
        path.unlink()
    assert "[rows_gone]" in imported("rows", "1").err
    assert imported.ok("show", "1").out.startswith("Import 1 is done")
