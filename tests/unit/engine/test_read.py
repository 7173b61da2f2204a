"""Text parts to the Records file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pyarrow.parquet
import pytest

from leadport.domain.dialect import Dialect
from leadport.engine.artifacts import SourcePart
from leadport.engine.read import STATUS_COLUMN, read
from tests.support.reading import USUAL, Row, rows_of, stored_rows

HEADED = replace(USUAL, has_header=True, header_lines=1)


def part(folder: Path, name: str, content: str, *, status: str | None = None) -> SourcePart:
    path = folder / name
    path.write_text(content, encoding="utf-8", newline="")
    return SourcePart(path=path, name=name, status=status)


def headed(*header: str) -> Dialect:
    return replace(HEADED, header=header, address_column=None)


def test_the_result_names_the_columns_and_counts_records_and_trouble(tmp_path: Path) -> None:
    source = part(tmp_path, "list.csv", "Name,Email\nAnn,a@x.example\n\nBob,b@x.example,x\n")
    records = read(parts=(source,), dialects=(HEADED,), target=tmp_path / "records.parquet")
    assert (records.count, records.trouble, records.header, records.parts) == (2, 1, ("Name", "Email"), ("list.csv",))
    assert stored_rows(path=records.path) == [
        Row(line=2, cells=("Ann", "a@x.example")),
        Row(line=4, cells=("Bob", "b@x.example"), trouble="too_many_cells", raw="Bob,b@x.example,x"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "windows-1252", "iso8859-15", "mac-roman"])
@pytest.mark.parametrize("block", [3, 1 << 20])
def test_any_encoding_gives_the_same_records(encoding: str, block: int) -> None:
    content = 'Zoë,a@x.example\r\n"B\r\nö",b@x.example\r\nC"ü,c@x.example\r\n'.encode(encoding)
    rows = rows_of(content=content, dialect=replace(USUAL, encoding=encoding), block=block)
    assert [(row.line, row.cells[0]) for row in rows] == [(1, "Zoë"), (2, "B\r\nö"), (4, 'C"ü')]


def test_bytes_that_do_not_fit_fail_their_own_record() -> None:
    for encoding, byte in (("utf-8", b"\xeb"), ("windows-1252", b"\x81")):
        content = b"Zo" + byte + b",a@x.example\nBob,b@x.example\n"
        rows = rows_of(content=content, dialect=replace(USUAL, encoding=encoding))
        raw = f"Zo\\x{byte.hex()},a@x.example"
        assert rows == [
            Row(line=1, cells=("Zo\ufffd", "a@x.example"), trouble="undecodable_bytes", raw=raw),
            Row(line=2, cells=("Bob", "b@x.example")),
        ]


def test_text_decoded_twice_is_left_to_later_stages() -> None:
    assert rows_of(content="ZoÃ«,a@x.example\n")[0].cells == ("ZoÃ«", "a@x.example")


def test_a_header_repeated_in_the_data_stays_a_record() -> None:
    rows = rows_of(content="Name,Email\nAnn,a@x.example\nName,Email\n", dialect=HEADED)
    assert [row.line for row in rows] == [2, 3]


def test_pasted_lines_of_differing_length_fill_the_longest() -> None:
    dialect = replace(USUAL, header=("", "", ""), address_column=None, skip_space=True)
    rows = rows_of(content="a@x.example\nBob, b@x.example, Leeds\n", dialect=dialect)
    assert [row.cells for row in rows] == [("a@x.example", None, None), ("Bob", "b@x.example", "Leeds")]


class TestParts:
    """Several texts become one Records file."""

    def test_columns_are_united_by_name_and_the_parts_names_tell_the_status(self, tmp_path: Path) -> None:
        parts = (
            part(tmp_path, "subscribed.csv", "Email,Name\na@x.example,Ann\n", status="subscribed"),
            part(tmp_path, "cleaned.csv", "Email,Reason,Name\nb@x.example,hard,Bob\n", status="cleaned"),
            part(tmp_path, "notes.csv", "Name\nCy\n"),
        )
        dialects = (headed("Email", "Name"), headed("Email", "Reason", "Name"), headed("Name"))
        records = read(parts=parts, dialects=dialects, target=tmp_path / "records.parquet")
        assert records.header == ("Email", "Name", "Reason", STATUS_COLUMN)
        assert records.parts == ("subscribed.csv", "cleaned.csv", "notes.csv")
        assert [row.cells for row in stored_rows(path=records.path)] == [
            ("a@x.example", "Ann", None, "subscribed"),
            ("b@x.example", "Bob", "hard", "cleaned"),
            (None, "Cy", None, None),
        ]
        stored = pyarrow.parquet.read_table(records.path)
        assert stored.column("part").to_pylist() == [0, 1, 2]
        assert stored.column("line_number").to_pylist() == [2, 2, 2]

    def test_a_name_that_appears_twice_in_a_part_stays_two_columns(self, tmp_path: Path) -> None:
        parts = (part(tmp_path, "a.csv", "Tag,Tag\n1,2\n"), part(tmp_path, "b.csv", "Tag,X,Tag\n3,4,5\n"))
        dialects = (headed("Tag", "Tag"), headed("Tag", "X", "Tag"))
        records = read(parts=parts, dialects=dialects, target=tmp_path / "records.parquet")
        assert records.header == ("Tag", "Tag", "X")
        assert [row.cells for row in stored_rows(path=records.path)] == [("1", "2", None), ("3", "5", "4")]

    def test_each_part_needs_a_dialect(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="each part"):
            read(parts=(part(tmp_path, "a.csv", ""),), dialects=(), target=tmp_path / "records.parquet")


def test_progress_grows_to_the_size_of_all_parts(tmp_path: Path) -> None:
    parts = tuple(part(tmp_path, name, "Ann,a@x.example\n" * 100) for name in ("a.csv", "b.csv"))
    told: list[tuple[int, int]] = []
    read(
        parts=parts,
        dialects=(USUAL, USUAL),
        target=tmp_path / "records.parquet",
        progress=lambda done, total: told.append((done, total)),
        block=256,
    )
    assert told == sorted(told)
    assert len(told) > 10
    assert told[-1] == (3200, 3200)
    assert {total for _, total in told} == {3200}


def test_an_error_on_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    parts = (part(tmp_path, "a.csv", "Ann,a@x.example\n"), SourcePart(path=tmp_path / "gone.csv", name="gone.csv"))
    with pytest.raises(FileNotFoundError):
        read(parts=parts, dialects=(USUAL, USUAL), target=tmp_path / "records.parquet")

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(parts=parts[:1], dialects=(USUAL,), target=tmp_path / "records.parquet", progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]


def test_a_disk_that_cannot_be_written_is_an_error_of_the_operating_system(tmp_path: Path) -> None:
    source = part(tmp_path, "a.csv", "Ann,a@x.example\n")
    with pytest.raises(OSError, match=r"missing"):
        read(parts=(source,), dialects=(USUAL,), target=tmp_path / "missing" / "records.parquet")
