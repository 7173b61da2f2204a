"""Spreadsheets become CSV, and hostile ones end in a sentence, not in the end of this process."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine.limits import DEFAULT_LIMITS, Limits
from leadport.engine.spreadsheet import sheet_to_csv
from tests.support.sheets import BOMB, PEOPLE, corners, ods_table, raw_sheet, sheet_xml, write_ods, write_xlsx


def _read(source: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[str, str]:
    target = source.parent / "sheet.csv"
    name = sheet_to_csv(source=source, name=source.name, target=target, limits=limits)
    return name, target.read_text(encoding="utf-8")


def _refused(source: Path, limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(Refusal) as caught:
        _read(source, limits)
    assert not (source.parent / "sheet.csv").exists()
    assert source.name in caught.value.message
    return caught.value.code


def _people(tmp_path: Path) -> Path:
    return write_xlsx(path=tmp_path / "people.xlsx", sheets={"People": sheet_xml(rows=PEOPLE)})


def test_an_xlsx_becomes_the_same_rows(tmp_path: Path) -> None:
    assert _read(_people(tmp_path)) == ("people.xlsx", "Name,Email\nAnn,ann@example.com\nBob,bob@example.com\n")
    assert (tmp_path / "sheet.csv").stat().st_mode & 0o777 == 0o600


def test_an_ods_with_its_endless_empty_rest_becomes_the_same_rows(tmp_path: Path) -> None:
    tail = (
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    source = write_ods(path=tmp_path / "people.ods", tables=ods_table(name="People", rows=PEOPLE, tail=tail))
    assert _read(source)[1] == "Name,Email\nAnn,ann@example.com\nBob,bob@example.com\n"


def test_the_name_says_which_of_several_sheets_was_taken(tmp_path: Path) -> None:
    sheets = {"Cover": sheet_xml(rows=[["All our customers"]]), "People": sheet_xml(rows=PEOPLE)}
    source = write_xlsx(path=tmp_path / "book.xlsx", sheets=sheets)
    assert _read(source)[0] == 'book.xlsx (sheet "People", one of 2 with data)'


@pytest.mark.parametrize(
    ("sheet", "code"),
    [
        (sheet_xml(rows=[]), "empty_file"),
        (corners(cell="XFD1048576"), "too_many_columns"),
        (corners(cell="GR1048576"), "spreadsheet_too_big"),
        (raw_sheet(data="", before=BOMB), "spreadsheet_unsafe"),
        ('<?xml version="1.0"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c', "spreadsheet_broken"),
    ],
    ids=["empty", "far corner", "tall", "entities", "torn"],
)
def test_what_cannot_be_read_is_refused(sheet: str, code: str, tmp_path: Path) -> None:
    assert _refused(write_xlsx(path=tmp_path / "bad.xlsx", sheets={"S": sheet})) == code


def test_an_encrypted_ods_asks_for_one_without_password(tmp_path: Path) -> None:
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    source = write_ods(path=tmp_path / "secret.ods", tables="", manifest=manifest)
    assert _refused(source) == "spreadsheet_password"


def test_a_parser_that_asks_for_half_a_terabyte_ends_only_its_own_process(tmp_path: Path) -> None:
    # Past the scan, two cells at opposite corners make the parser ask for 549 GB and abort when it does not get them.
    source = write_xlsx(path=tmp_path / "corners.xlsx", sheets={"S": corners(cell="XFD1048576")})
    assert (
        _refused(source, replace(DEFAULT_LIMITS, sheet_columns=1 << 20, sheet_cells=1 << 60)) == "spreadsheet_too_big"
    )


def _stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Let a shell script take the place of the Python that reads the sheet."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))


@pytest.mark.parametrize(
    ("end", "code"),
    [
        ("exec sleep 60", "spreadsheet_too_big"),
        ("kill -ABRT $$", "spreadsheet_too_big"),
        ("kill -KILL $$", "spreadsheet_too_big"),
        ("kill -XCPU $$", "spreadsheet_too_big"),
        ("exit 1", "spreadsheet_broken"),
    ],
)
def test_however_the_child_ends_there_is_a_sentence(
    end: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stand_in(tmp_path, monkeypatch, end)
    assert _refused(_people(tmp_path), replace(DEFAULT_LIMITS, sheet_seconds=1)) == code


def test_the_child_inherits_no_files_and_no_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _stand_in(tmp_path, monkeypatch, f"ls /proc/$$/fd > {tmp_path}/open; env > {tmp_path}/env; exit 1")
    monkeypatch.setenv("LEADPORT_SECRET_KEY", "do not pass on")
    source = _people(tmp_path)
    with (tmp_path / "other").open("wb") as other:
        inheritable = os.dup(other.fileno())
        os.set_inheritable(inheritable, bool(other))
        assert _refused(source) == "spreadsheet_broken"
        os.close(inheritable)
    assert str(inheritable) not in (tmp_path / "open").read_text().split()
    assert "do not pass on" not in (tmp_path / "env").read_text()
