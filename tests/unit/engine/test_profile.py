"""What the values of a source say of each column."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from leadport.engine.looks import Look
from leadport.engine.profile import profile, profile_rows


def write_records(path: Path, *, count: int, troubled: frozenset[int] = frozenset()) -> Path:
    """A Records artifact of one email and one running number a record."""
    numbers = list(range(1, count + 1))
    table = pa.table(
        {
            "record_number": pa.array(numbers, pa.int64()),
            "line_number": pa.array(numbers, pa.int64()),
            "part": pa.array([0] * count, pa.int32()),
            "c0": pa.array([f"p{number}@mail.example" for number in numbers], pa.string()),
            "c1": pa.array([str(number) if number % 2 else None for number in numbers], pa.string()),
            "trouble": pa.array(["unclosed_quote" if number in troubled else None for number in numbers], pa.string()),
            "notes": pa.array([None] * count, pa.string()),
            "raw": pa.array([None] * count, pa.string()),
        }
    )
    pq.write_table(table, path, row_group_size=1000)
    return path


def test_fill_samples_and_shares_are_told_for_each_column() -> None:
    email, blank = profile_rows(
        header=("Email", "Note"), rows=[["a@mail.example", ""], ["b@mail.example", " "], ["a@mail.example"], ["", None]]
    )
    assert (email.fill, email.rows, email.samples) == (0.75, 4, ("a@mail.example", "b@mail.example"))
    assert email.share(Look.EMAIL) == 1.0
    assert email.distinct == pytest.approx(2 / 3)
    assert (blank.fill, blank.empty, blank.samples) == (0.0, True, ())


def test_at_most_three_short_samples_are_kept() -> None:
    (column,) = profile_rows(header=("Note",), rows=[[f"{number} {'x' * 500}"] for number in range(9)])
    assert len(column.samples) == 3
    assert all(len(sample) == 120 for sample in column.samples)


def test_a_source_without_records_has_a_profile_for_each_column() -> None:
    assert [column.empty for column in profile_rows(header=("a", "b"), rows=[])] == [True, True]


def test_surplus_cells_are_not_looked_at() -> None:
    assert len(profile_rows(header=("a",), rows=[["1", "2", "3"]])) == 1


def test_a_surname_is_seen_in_the_address_of_the_same_record() -> None:
    rows = [["Berger", "anna.berger@mail.example"], ["Łukasik", "m.lukasik@mail.example"]]
    surname, _ = profile_rows(header=("", ""), rows=rows)
    assert surname.in_address == 1.0


def test_a_short_artifact_is_read_whole(tmp_path: Path) -> None:
    path = write_records(tmp_path / "records.parquet", count=500)
    email, number = profile(records=path, header=("Email", "No"))
    assert (email.rows, email.fill, number.fill) == (500, 1.0, 0.5)


def test_a_long_artifact_is_sampled_from_its_first_to_its_last_record(tmp_path: Path) -> None:
    path = write_records(tmp_path / "records.parquet", count=50_000)
    _, number = profile(records=path, header=("Email", "No"), sample=320)
    assert number.rows == 320
    assert number.fill == 0.5
    last, *_ = profile(records=path, header=("Email", "No"), sample=16)
    assert last.rows == 16


def test_records_with_trouble_are_left_out(tmp_path: Path) -> None:
    path = write_records(tmp_path / "records.parquet", count=100, troubled=frozenset(range(1, 51)))
    email, _ = profile(records=path, header=("Email", "No"))
    assert email.rows == 50


def test_an_artifact_without_records_gives_empty_profiles(tmp_path: Path) -> None:
    path = write_records(tmp_path / "records.parquet", count=0)
    assert [column.empty for column in profile(records=path, header=("Email", "No"))] == [True, True]
