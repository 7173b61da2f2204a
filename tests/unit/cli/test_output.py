"""Tables, JSON and CSV on stdout."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadport.cli.output import note, print_json, print_table, stream_csv, stream_json
from leadport.cli.text import clean


def test_a_table_lines_up_and_cuts_nothing_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(headings=("Name", "Leads"), rows=[("Customers", "4,812"), ("x" * 300, "3")], right=[1])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "Name" + " " * 298 + "Leads"
    assert lines[1] == "Customers" + " " * 293 + "4,812"
    assert lines[2] == "x" * 300 + "      3"


def test_wide_characters_take_two_places_and_markup_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(headings=("Name", "N"), rows=[("王小明", "1"), ("[red]", "2"), (":smile:", "3")])
    assert capsys.readouterr().out.splitlines() == ["Name     N", "王小明   1", "[red]    2", ":smile:  3"]


def test_a_stream_of_json_is_one_array_even_when_it_is_empty(capsys: pytest.CaptureFixture[str]) -> None:
    stream_json(iter([]))
    assert json.loads(capsys.readouterr().out) == []
    stream_json({"n": n, "at": datetime(2026, 1, 2, tzinfo=UTC)} for n in range(3))
    out = capsys.readouterr().out
    assert json.loads(out) == [{"n": n, "at": "2026-01-02T00:00:00+00:00"} for n in range(3)]
    assert len(out.splitlines()) == 5


def test_json_keeps_every_letter(capsys: pytest.CaptureFixture[str]) -> None:
    print_json({"name": "Zoë"})
    assert '"Zoë"' in capsys.readouterr().out


@given(cells=st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n\0")), min_size=1, max_size=4))
def test_no_cell_of_a_csv_file_begins_as_a_formula_and_none_is_lost(cells: list[str]) -> None:
    buffer = io.StringIO(newline="")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", buffer)
        stream_csv(headings=[f"c{index}" for index in range(len(cells))], rows=[cells])
    _, row = csv.reader(io.StringIO(buffer.getvalue(), newline=""))
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)
    assert [
        cell.removeprefix("'") if cell != original else cell for cell, original in zip(row, cells, strict=True)
    ] == cells


def test_messages_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    note("Done.\nReally.")
    assert capsys.readouterr() == ("", "Done. Really.\n")


@given(text=st.text(st.characters(min_codepoint=0x80) | st.sampled_from("\x1b\x7f\u202e\ud800a")))
def test_json_steers_no_terminal_and_is_read_back_as_it_was(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for show in (print_json, lambda value: stream_json([value])):
            buffer = io.StringIO()
            patch.setattr("sys.stdout", buffer)
            show({"name": text})
            found = json.loads(buffer.getvalue())
            assert (found if isinstance(found, dict) else found[0]) == {"name": text}
            assert clean(buffer.getvalue().replace("\n", " ")) == buffer.getvalue().replace("\n", " ")


def test_csv_on_a_terminal_steers_nothing_and_in_a_file_is_complete() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for buffer, shown in (
        (Terminal(newline=""), "n\r\n[31mred\r\n"),
        (io.StringIO(newline=""), "n\r\n\x1b[31mred\r\n"),
    ):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.stdout", buffer)
            stream_csv(headings=["n"], rows=[["\x1b[31mred"]])
        assert buffer.getvalue() == shown
