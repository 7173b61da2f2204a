"""Reading keeps its finished work, and pasted lines may differ in length."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pyarrow import parquet

from leadport.domain.dialect import DialectHints
from leadport.engine.unreadable import EmptySource, TooManyColumns
from leadport.operations import read_source as module
from leadport.operations.progress import silent
from leadport.operations.read_source import ReadSource, read_source
from leadport.operations.receive import Source, SourceChanged, receive
from leadport.operations.workspace import Workspace


def read(text: str, *, directory: Path, pasted: bool = False, hints: DialectHints | None = None) -> ReadSource:
    source = Source(name="list.csv", stream=io.BytesIO(text.encode()), pasted=pasted)
    received = receive(source=source, directory=directory, progress=silent)
    workspace = Workspace(path=directory, kept=True)
    return read_source(received=received, hints=hints or DialectHints(), workspace=workspace, progress=silent)


def cells(found: ReadSource) -> list[list[object]]:
    rows = parquet.read_table(found.records.path).to_pylist()
    return [[row[f"c{index}"] for index in range(len(found.records.header))] for row in rows]


def test_pasted_lines_may_differ_in_length_and_blanks_round_cells_go(tmp_path: Path) -> None:
    text = "Joe, Smith, joe@example.com\nJane, Miller, jane@example.com, Miami, 47749\nx@example.com\n"
    found = read(text, directory=tmp_path, pasted=True)
    assert found.records.header == ("",) * 5
    assert [[cell for cell in row if cell is not None] for row in cells(found)] == [
        ["Joe", "Smith", "joe@example.com"],
        ["Jane", "Miller", "jane@example.com", "Miami", "47749"],
        ["x@example.com"],
    ]


def test_a_pasted_line_of_names_is_a_person_and_no_header(tmp_path: Path) -> None:
    assert read("Email, Name\nzoe@example.com, Zoe\n", directory=tmp_path, pasted=True).records.count == 2


def test_what_was_read_once_is_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "name,email\nZoe,zoe@example.com\n"
    first = read(text, directory=tmp_path)

    def never(**_: object) -> None:
        raise AssertionError("read again")

    with monkeypatch.context() as patch:
        patch.setattr(module, "read", never)
        assert read(text, directory=tmp_path) == first
        with pytest.raises(AssertionError, match="read again"):
            read(text, directory=tmp_path, hints=DialectHints(has_header=False))
    assert read(text, directory=tmp_path, hints=DialectHints(has_header=False)).key != first.key


def test_an_empty_source_is_refused(tmp_path: Path) -> None:
    for text in ("", "\n\n"):
        with pytest.raises(EmptySource):
            read(text, directory=tmp_path, pasted=True)


def test_a_pasted_cell_that_is_far_too_long_fails_only_its_own_line(tmp_path: Path) -> None:
    found = read(f"a@example.com,{'x' * 200_000}\nb@example.com,Bob\n", directory=tmp_path, pasted=True)
    assert found.records.count == 2
    assert found.records.trouble == 1


def test_pasted_lines_make_no_more_columns_than_a_file_may_have(tmp_path: Path) -> None:
    text = "a@example.com,Ann\n" * 100_000 + "," * 50_000 + "\n"
    with pytest.raises(TooManyColumns):
        read(text, directory=tmp_path, pasted=True)


def test_a_file_that_changes_between_taking_in_and_reading_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    for content in ("email\nb@example.com\n", None):
        path.write_text("email\na@example.com\na2@example.com\n")
        received = receive(source=Source(name="list.csv", path=path), directory=tmp_path, progress=silent)
        path.unlink() if content is None else path.write_text(content)
        workspace = Workspace(path=tmp_path, kept=True)
        with pytest.raises(SourceChanged):
            read_source(received=received, hints=DialectHints(), workspace=workspace, progress=silent)
