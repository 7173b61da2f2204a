"""Every example file turns into what it was made for, from its bytes to the verdicts, in an empty lead book.

What to expect stands in examples/exports/expected.toml. It was written from how the rows were made, so a difference is
a fault of the program or of the example, and never settled by copying what the program said.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
import pytest

from examples.make import MAKERS
from examples.making.sheet import Known, Row, known_formats
from leadport.domain.dialect import Dialect, DialectHints
from leadport.domain.fields import FIELDS, Storage
from leadport.domain.mapping import FieldType, Match, MatchOverrides
from leadport.domain.verdicts import FilterOptions, Tally
from leadport.engine.artifacts import Records, SourcePart, Values, Verdicts
from leadport.engine.choices import to_mapping
from leadport.engine.detect import detect
from leadport.engine.filter import filter_records
from leadport.engine.match import match, profile
from leadport.engine.normalise import normalise
from leadport.engine.read import STATUS_COLUMN, read
from leadport.engine.unpack import unpack

EXAMPLES = Path(__file__).parents[2] / "examples"
EXPECTED = tomllib.loads((EXAMPLES / "exports" / "expected.toml").read_text(encoding="utf-8"))

every_example = pytest.mark.parametrize("slug", EXPECTED)


@dataclass(frozen=True, kw_only=True)
class Worked:
    """An example as every stage left it, in an empty lead book with an empty blocklist."""

    parts: tuple[SourcePart, ...]
    dialects: tuple[Dialect, ...]
    records: Records
    match: Match
    values: Values
    verdicts: Verdicts
    tally: Tally


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Worked]:
    """Take an example through all stages, once however often it is asked for."""

    @cache
    def through(slug: str) -> Worked:
        directory = tmp_path_factory.mktemp(slug)
        source = EXAMPLES / EXPECTED[slug]["file"]
        parts = unpack(source=source, name=source.name, workdir=directory)
        dialects = tuple(detect(part=part, hints=DialectHints()) for part in parts)
        records = read(parts=parts, dialects=dialects, target=directory / "records.parquet")
        found = match(profiles=profile(records=records.path, header=records.header))
        mapping = to_mapping(match=found, overrides=MatchOverrides())
        options = FilterOptions()
        values = normalise(
            records=records, mapping=mapping, options=options, target=directory / "values.parquet", spill=directory
        )
        verdicts, tally = filter_records(
            values=values,
            existing=None,
            suppressed=None,
            options=options,
            target=directory / "verdicts.parquet",
            spill=directory,
        )
        return Worked(
            parts=parts,
            dialects=dialects,
            records=records,
            match=found,
            values=values,
            verdicts=verdicts,
            tally=tally,
        )

    return through


def _column(query: str) -> list[str | None]:
    with duckdb.connect() as duck:
        return [value for (value,) in duck.execute(query).fetchall()]


@every_example
def test_an_example_is_split_as_it_was_written(slug: str, work: Callable[[str], Worked]) -> None:
    expected, done = EXPECTED[slug], work(slug)
    assert done.records.count == expected["records"]
    for part, dialect in zip(done.parts, done.dialects, strict=True):
        assert dialect.delimiter == (expected["delimiter"] or None)
        assert dialect.has_header is bool(expected["header_line"])
        assert dialect.preamble_lines == max(0, expected["header_line"] - 1)
        text = part.path.read_bytes()[dialect.bom :].decode(dialect.encoding)
        assert text == part.path.read_bytes().decode(expected["encoding"]).removeprefix("\ufeff")


@every_example
def test_every_column_of_an_example_is_matched_with_its_field_and_no_other(
    slug: str, work: Callable[[str], Worked]
) -> None:
    expected, columns = EXPECTED[slug], work(slug).match.columns
    if "by_position" in expected:
        assert [column.field for column in columns] == expected["by_position"]
    else:
        told = {column.column: column.field for column in columns if column.field}
        # The column that holds what the file's name says was added by the reader and stands in no header.
        if STATUS_COLUMN not in expected["matching"]:
            assert told.pop(STATUS_COLUMN, "status") == "status"
        assert told == expected["matching"]


@every_example
def test_every_record_of_an_example_gets_the_verdict_and_the_reason_it_was_made_for(
    slug: str, work: Callable[[str], Worked]
) -> None:
    expected, done = EXPECTED[slug], work(slug)
    assert done.tally.balanced
    assert {name: getattr(done.tally, name) for name in expected["tally"]} == expected["tally"]
    reasons = _column(f"SELECT reason FROM '{done.verdicts.path}' WHERE reason IS NOT NULL")
    assert Counter(reasons) == expected["reasons"]


@every_example
def test_an_example_tells_of_the_people_who_left_what_it_was_made_to_tell(
    slug: str, work: Callable[[str], Worked]
) -> None:
    values = work(slug).values
    statuses = _column(f"SELECT status FROM '{values.path}' WHERE status IS NOT NULL AND reason IS NULL")
    assert Counter(statuses) == EXPECTED[slug]["statuses"]


@every_example
def test_everybody_of_whom_an_example_says_that_they_left_goes_to_the_blocklist(
    slug: str, work: Callable[[str], Worked]
) -> None:
    verdicts = work(slug).verdicts
    suppressed = _column(f"SELECT suppress FROM '{verdicts.path}' WHERE suppress IS NOT NULL AND verdict = 'blocked'")
    left = sum(number for code, number in EXPECTED[slug]["reasons"].items() if code.startswith("source_"))
    assert len(suppressed) == left


@pytest.mark.parametrize("slug", MAKERS)
def test_every_text_of_a_person_arrives_as_it_was_typed(slug: str, work: Callable[[str], Worked]) -> None:
    sheet = MAKERS[slug](known_formats()[slug])
    fields = {field for field in sheet.known.matching.values() if _is_text(field)}
    told = {
        field: _column(f"SELECT f_{field} FROM '{work(slug).values.path}' ORDER BY record_number") for field in fields
    }
    for number, row in enumerate(sheet.all_rows):
        if row.verdict != "failed" and row.reason != "continuation_row":
            got = {field: values[number] for field, values in told.items()}
            assert got == {field: _typed(sheet.known, row, field) for field in fields}, f"record {number + 1}"


def _is_text(field: str) -> bool:
    return FIELDS[field].storage is Storage.COLUMN and FIELDS[field].type is FieldType.TEXT


def _typed(known: Known, row: Row, field: str) -> str | None:
    """What the first filled column of the field holds, without the apostrophe that some programs put before numbers."""
    cells = [row.cells.get(column, "") for column in known.header if known.matching.get(column) == field]
    return next((cell.strip().removeprefix("'") for cell in cells if cell.strip()), None)
