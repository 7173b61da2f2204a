"""Writes a CSV file of invented people, any number of them, the same bytes for the same number every time.

The file looks like a careful export: ten columns, about 120 bytes a record, quoted commas and line breaks, addresses in
mixed case. Three records in a hundred hold no usable address and one in a hundred repeats the record before it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import duckdb

INVALID_PER_THOUSAND = 30
DUPLICATED_PER_THOUSAND = 10
_QUERY = Path(__file__).parent / "sql" / "people.sql"


@dataclass(frozen=True, kw_only=True)
class PeopleFile:
    """A written file and what is true of it by construction; every number counts records."""

    path: Path
    records: int
    invalid: int
    duplicated: int

    @property
    def people(self) -> int:
        """The people who can be landed."""
        return self.records - self.invalid - self.duplicated


def write_people(*, path: Path, records: int, start: int = 0) -> PeopleFile:
    """Write `records` people numbered from `start` to `path`; files of ranges that do not meet share nobody.

    The verdict of a person follows from the number alone, modulo 1000: the last 30 are invalid, and each of ten chosen
    ones repeats the person before it. `start` is a multiple of 1000, so that the shares hold in every file.
    """
    if start % 1000:
        raise ValueError("start must be a multiple of 1000")
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    with duckdb.connect(config={"threads": 2, "preserve_insertion_order": True}) as duck:
        for statement in _QUERY.read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                duck.execute(statement.replace(":first", str(start)).replace(":after_last", str(start + records)))
        duck.execute(
            f"COPY (SELECT * EXCLUDE (number) FROM people ORDER BY number) TO '{unfinished}' (FORMAT csv, HEADER)"
        )
    unfinished.rename(path)
    return describe(path=path, records=records)


def describe(*, path: Path, records: int) -> PeopleFile:
    """What `write_people` promises of a file of `records` people."""
    rest = range(records - records % 1000, records)
    thousands = records // 1000
    invalid = thousands * INVALID_PER_THOUSAND + sum(_is_invalid(number) for number in rest)
    duplicated = thousands * DUPLICATED_PER_THOUSAND + sum(_is_duplicate(number) for number in rest)
    return PeopleFile(path=path, records=records, invalid=invalid, duplicated=duplicated)


def _is_invalid(number: int) -> bool:
    return number % 1000 >= 1000 - INVALID_PER_THOUSAND


def _is_duplicate(number: int) -> bool:
    return number % 1000 in _DUPLICATES


_DUPLICATES = frozenset(range(50, 950, 90))
"""Ten places in each thousand whose record repeats the one before it."""


if __name__ == "__main__":
    made = write_people(path=Path(sys.argv[1]), records=int(sys.argv[2]))
    print(f"{made.path}: {made.records} records, {made.invalid} invalid, {made.duplicated} duplicated")
