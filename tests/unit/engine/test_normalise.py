"""Values of whole files: several columns for a field, fixed values, custom fields, our own file coming back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leadport.domain.mapping import Assignment, FieldType, FixedValue, Mapping
from leadport.domain.verdicts import BadValuePolicy, FilterOptions
from leadport.engine.normalise import normalise
from leadport.engine.returned_report import REPORT_COLUMNS
from tests.support.people import column_of, mapping_of, normalised, rows_of, write_records


def test_every_record_has_exactly_one_row_with_its_own_numbers(tmp_path: Path) -> None:
    rows = [[f"p{number}@example.com"] for number in range(500)]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email"))
    assert rows_of(values.path, "record_number", "line_number") == [(number, number + 1) for number in range(1, 501)]


def test_a_file_without_records_gives_a_file_without_values(tmp_path: Path) -> None:
    _, values = normalised(directory=tmp_path, rows=[], mapping=mapping_of("email", "first_name"))
    assert (values.count, column_of(values.path, "f_first_name")) == (0, [])


def test_what_failed_in_reading_keeps_its_reason_and_claims_nothing(tmp_path: Path) -> None:
    _, values = normalised(
        directory=tmp_path, rows=[["ann@example.com"]], mapping=mapping_of("email"), troubles={1: "too_many_cells"}
    )
    assert rows_of(values.path, "reason", "email", "email_key", "mailbox_key") == [("too_many_cells", None, None, None)]


def test_of_several_columns_for_a_field_the_first_filled_one_stands(tmp_path: Path) -> None:
    rows = [["a@example.com", "", "two"], ["b@example.com", "one", "two"]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "website", "website"))
    assert values.fields == ("email_secondary", "website")
    rows = [["a@example.com", "", "x.example"], ["b@example.com", "y.example", "x.example"]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "website", "website"))
    assert column_of(values.path, "f_website") == ["x.example", "y.example"]


def test_second_addresses_are_joined_and_wrong_ones_left_out_with_a_warning(tmp_path: Path) -> None:
    rows = [["a@example.com", "b@example.com", "c@example.com"], ["d@example.com", "nobody", "D@example.com"]]
    mapping = mapping_of("email", "email_secondary", "email_secondary")
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping)
    assert rows_of(values.path, "f_email_secondary", "warnings", "reason_value") == [
        ("b@example.com; c@example.com", None, None),
        (None, "value_left_blank", "nobody"),
    ]


def test_a_directory_path_gives_way_to_the_second_address(tmp_path: Path) -> None:
    rows = [["/o=ExchangeLabs/cn=ann", "ann@example.com"], ["dora@@example.com", "dora@example.com"]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "email_secondary"))
    assert rows_of(values.path, "email", "reason", "repairs") == [
        ("ann@example.com", None, "promoted_address"),
        (None, "email_many_at", None),
    ]


def test_full_names_are_split_only_where_neither_part_is_given(tmp_path: Path) -> None:
    rows = [["a@example.com", "Ann Lee", ""], ["b@example.com", "Bob Lee", "Robert"], ["c@example.com", "", ""]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "full_name", "first_name"))
    assert rows_of(values.path, "f_full_name", "f_first_name", "f_last_name") == [
        ("Ann Lee", "Ann", "Lee"),
        ("Bob Lee", "Robert", None),
        (None, None, None),
    ]


def test_custom_fields_become_one_json_object_and_blank_ones_are_left_out(tmp_path: Path) -> None:
    mapping = mapping_of(
        "email",
        "custom:size",
        "custom:since",
        types={"custom:size": FieldType.NUMBER, "custom:since": FieldType.DATE},
    )
    rows = [["a@example.com", "1,5", "2024-03-12"], ["b@example.com", "", ""], ["c@example.com", "2,25", 'no "date"']]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping)
    assert values.custom == ("size", "since")
    found = column_of(values.path, "custom")
    assert json.loads(str(found[0])) == {"size": "1.5", "since": "2024-03-12"}
    assert found[1] is None
    assert json.loads(str(found[2])) == {"size": "2.25"}


def test_a_json_cell_joins_the_custom_fields_and_a_column_beats_it(tmp_path: Path) -> None:
    rows = [["a@example.com", '{"size": 1, "city": "Oslo"}', "9"], ["b@example.com", "{broken", ""]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "custom_json", "custom:size"))
    found = rows_of(values.path, "custom", "warnings")
    assert json.loads(str(found[0][0])) == {"size": "9", "city": "Oslo"}
    assert found[1] == (None, "value_left_blank")


def test_fixed_values_fill_blanks_and_nothing_else(tmp_path: Path) -> None:
    fixed = [FixedValue(field="source", value="Fair"), FixedValue(field="tags", value="a, b")]
    rows = [["a@example.com", "Shop", "x"], ["b@example.com", "", ""]]
    mapping = mapping_of("email", "source", "tags", fixed=fixed)
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping)
    assert rows_of(values.path, "f_source", "tags") == [("Shop", ["x"]), ("Fair", ["a", "b"])]
    assert values.has_tags


def test_columns_of_tags_are_joined_without_repetition(tmp_path: Path) -> None:
    rows = [["a@example.com", "x, y", "y, z"], ["b@example.com", "", ""]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "tags", "tags"))
    assert column_of(values.path, "tags") == [["x", "y", "z"], None]


def test_a_value_that_fails_its_record_still_lets_the_mailbox_be_blocked(tmp_path: Path) -> None:
    _, values = normalised(
        directory=tmp_path,
        rows=[["ann@example.com", "soon"]],
        mapping=mapping_of("email", "birthday"),
        options=FilterOptions(bad_value=BadValuePolicy.FAIL),
    )
    names = ("reason", "reason_column", "reason_value", "email_key", "mailbox_key")
    assert rows_of(values.path, *names) == [("field_invalid", "birthday", "soon", None, "ann@example.com")]


def test_our_own_results_file_comes_back_as_it_went_out(tmp_path: Path) -> None:
    header = ["Email", "Phone", "Note", *REPORT_COLUMNS]
    rows = [["'=x@example.com", "'+4930123", "''t Hooft", "2", "failed", "'-"], ["", "", "", "3", "failed", "empty"]]
    records = write_records(directory=tmp_path, header=header, rows=rows)
    mapping = Mapping(
        assignments=(
            Assignment(index=0, column="Email", field="email"),
            Assignment(index=1, column="Phone", field="phone"),
            Assignment(index=2, column="Note", field="notes"),
        )
    )
    values = normalise(
        records=records, mapping=mapping, options=FilterOptions(), target=tmp_path / "values.parquet", spill=tmp_path
    )
    assert rows_of(values.path, "email", "f_phone", "f_notes", "repairs", "reason") == [
        ("=x@example.com", "+4930123", "'t Hooft", None, None),
        (None, None, None, None, "empty_record"),
    ]


@pytest.mark.parametrize("count", [0, 1, 130_000])
def test_progress_ends_with_all_records(count: int, tmp_path: Path) -> None:
    said: list[tuple[int, int]] = []
    records = write_records(directory=tmp_path, header=["Email"], rows=[["a@example.com"]] * count)
    normalise(
        records=records,
        mapping=mapping_of("email"),
        options=FilterOptions(),
        target=tmp_path / "values.parquet",
        spill=tmp_path,
        progress=lambda done, total: said.append((done, total)),
    )
    assert said[-1] == (count, count)
    assert said == sorted(said)
