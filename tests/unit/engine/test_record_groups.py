"""Records, row group by row group."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from leadport.engine.artifacts import Records
from leadport.engine.record_groups import RecordGroups
from leadport.engine.returned_report import REPORT_COLUMNS
from tests.support.people import write_records


def _in_groups_of(records: Records, size: int) -> Records:
    pq.write_table(pq.read_table(records.path), records.path, row_group_size=size)
    return records


def test_the_groups_hold_all_records_in_order(tmp_path: Path) -> None:
    records = write_records(directory=tmp_path, header=["a", "b"], rows=[[str(number), "x"] for number in range(10)])
    groups = RecordGroups(records=_in_groups_of(records, 4))
    assert [len(groups.read(index)) for index in range(len(groups))] == [4, 4, 2]
    cells = [groups.read(index).columns([0])[0].array.to_pylist() for index in range(len(groups))]
    assert cells == [list("0123"), list("4567"), list("89")]


def test_columns_come_in_the_order_asked_for(tmp_path: Path) -> None:
    records = write_records(directory=tmp_path, header=["a", "b"], rows=[["x", "y"]])
    group = RecordGroups(records=records).read(0)
    assert [column.array.to_pylist() for column in group.columns([1, 0, 1])] == [["y"], ["x"], ["y"]]


def test_guards_are_taken_off_only_in_our_own_file(tmp_path: Path) -> None:
    for header, cell in ((["a", *REPORT_COLUMNS], "=1"), (["a", "b", "c", "d"], "'=1")):
        records = write_records(directory=tmp_path, header=header, rows=[["'=1", "2", "new", ""]])
        assert RecordGroups(records=records).read(0).columns([0])[0].array.to_pylist() == [cell]


def test_the_first_record_of_each_part_is_known(tmp_path: Path) -> None:
    records = write_records(directory=tmp_path, header=["a"], rows=[["x"]] * 7, parts=[0, 0, 0, 1, 1, 2, 2])
    assert RecordGroups(records=_in_groups_of(records, 2)).first_of_parts() == {0: 1, 1: 4, 2: 6}


def test_a_file_without_records_has_no_first_record(tmp_path: Path) -> None:
    records = write_records(directory=tmp_path, header=["a"], rows=[])
    assert RecordGroups(records=records).first_of_parts() == {}
