"""The people of the benchmark are what the measurements take them for."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bench.people import describe, write_people


def _addresses(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return [row["Email"] for row in csv.DictReader(file)]


def test_the_file_has_as_many_records_invalid_addresses_and_repetitions_as_it_says(tmp_path: Path) -> None:
    made = write_people(path=tmp_path / "people.csv", records=3000)
    addresses = _addresses(made.path)
    wrong = [address for address in addresses if address.count("@") != 1 or ".." in address]
    keys = [address.lower() for address in addresses if address not in wrong]
    assert (made.records, made.invalid, made.duplicated) == (3000, 90, 30)
    assert len(addresses) == 3000
    assert len(wrong) == 90
    assert len(keys) - len(set(keys)) == 30
    assert made.people == len(set(keys)) == 2880


def test_the_same_number_of_people_gives_the_same_bytes(tmp_path: Path) -> None:
    first = write_people(path=tmp_path / "first.csv", records=1000)
    again = write_people(path=tmp_path / "again.csv", records=1000)
    assert first.path.read_bytes() == again.path.read_bytes()


def test_files_of_ranges_that_do_not_meet_share_nobody(tmp_path: Path) -> None:
    first = _addresses(write_people(path=tmp_path / "first.csv", records=2000).path)
    other = _addresses(write_people(path=tmp_path / "other.csv", records=2000, start=2000).path)
    assert not {address.lower() for address in first if address} & {address.lower() for address in other if address}


def test_a_part_of_a_thousand_is_described_as_it_is_written(tmp_path: Path) -> None:
    made = write_people(path=tmp_path / "people.csv", records=1990)
    addresses = _addresses(made.path)
    assert made.invalid == sum(address.count("@") != 1 or ".." in address for address in addresses)
    assert describe(path=made.path, records=1990) == made


def test_a_range_that_begins_inside_a_thousand_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="multiple of 1000"):
        write_people(path=tmp_path / "people.csv", records=10, start=5)
