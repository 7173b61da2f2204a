"""The order in which reasons are found, and what a record keeps when it fails."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from leadport.domain.verdicts import BadValuePolicy, FilterOptions
from leadport.engine.normalise import normalise
from tests.support.people import column_of, mapping_of, normalised, rows_of, write_records


def test_trouble_in_reading_comes_before_everything_else(tmp_path: Path) -> None:
    _, values = normalised(
        directory=tmp_path,
        rows=[["", "x"], ["ann", "x"], ["ann@example.com", "soon"]],
        mapping=mapping_of("email", "birthday"),
        options=FilterOptions(bad_value=BadValuePolicy.FAIL),
        troubles={1: "nul_byte", 2: "unclosed_quote", 3: "cell_too_long"},
    )
    assert column_of(values.path, "reason") == ["nul_byte", "unclosed_quote", "cell_too_long"]
    assert column_of(values.path, "reason_value") == [None, None, None]


def test_the_sentence_about_an_address_names_its_column_and_text(tmp_path: Path) -> None:
    _, values = normalised(
        directory=tmp_path,
        rows=[
            ["ann"],
            [
                "",
            ],
            ["b@@c.de"],
        ],
        mapping=mapping_of("email", "city"),
    )
    assert rows_of(values.path, "reason", "reason_column", "reason_value") == [
        ("email_no_at", "email", "ann"),
        ("empty_record", None, None),
        ("email_many_at", "email", "b@@c.de"),
    ]


def test_several_row_groups_give_the_same_values_as_one(tmp_path: Path) -> None:
    rows = [[f"P{number}@Example.com", f" name {number % 7}", f"{number % 28 + 1:02}/12/2024"] for number in range(300)]
    mapping = mapping_of("email", "first_name", "signup_date")
    records, values = normalised(directory=tmp_path, rows=rows, mapping=mapping)
    expected = pq.read_table(values.path)
    pq.write_table(pq.read_table(records.path), records.path, row_group_size=37)
    again = normalise(
        records=records, mapping=mapping, options=FilterOptions(), target=tmp_path / "again.parquet", spill=tmp_path
    )
    assert pq.read_table(again.path).equals(expected)


def test_the_notes_of_the_reader_stay_with_their_records(tmp_path: Path) -> None:
    records = write_records(directory=tmp_path, header=["email"], rows=[[" a@example.com"], ["b@example.com"]])
    table = pq.read_table(records.path)
    notes = table.schema.get_field_index("notes")
    pq.write_table(table.set_column(notes, "notes", [["other_delimiter,stray_quote", None]]), records.path)
    values = normalise(
        records=records,
        mapping=mapping_of("email"),
        options=FilterOptions(),
        target=tmp_path / "values.parquet",
        spill=tmp_path,
    )
    assert column_of(values.path, "repairs") == ["other_delimiter,spaces,stray_quote", None]
