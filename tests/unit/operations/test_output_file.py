"""A file that a user asked for is there whole or not at all, and never the source."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leadport.operations.output_file import OutputRefused, check_output, written_whole


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("before")
    with written_whole(path) as unfinished:
        unfinished.write_text("after")
        assert path.read_text() == "before"
    assert path.read_text() == "after"
    assert [each.name for each in tmp_path.iterdir()] == ["rows.csv"]


def test_nothing_of_a_failed_file_remains(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    with pytest.raises(UnicodeEncodeError), written_whole(path) as unfinished:
        unfinished.write_text("half \ud800", encoding="utf-8")
    assert list(tmp_path.iterdir()) == []


def test_it_has_the_permissions_of_any_other_new_file(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    with written_whole(tmp_path / "rows.csv"):
        pass
    assert (tmp_path / "rows.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_device_is_written_to_and_not_replaced() -> None:
    with written_whole(Path("/dev/null")) as path:
        assert path == Path("/dev/null")


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "list.csv"
    source.touch()
    os.link(source, tmp_path / "same.csv")
    for path in (tmp_path, tmp_path / "nowhere" / "rows.csv", source, tmp_path / "same.csv"):
        with pytest.raises(OutputRefused):
            check_output(path=path, source=source)
    check_output(path=tmp_path / "rows.csv", source=source)


def test_a_name_that_no_file_can_have_is_refused_before_the_work_begins(tmp_path: Path) -> None:
    for name in ("x" * 300, "a\0b"):
        with pytest.raises(OutputRefused):
            check_output(path=tmp_path / name)


def test_a_file_of_the_longest_name_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    check_output(path=path)
    with written_whole(path) as unfinished:
        unfinished.write_text("email")
    assert path.read_text() == "email"


def test_a_directory_that_takes_no_files_is_refused_with_a_sentence() -> None:
    # Root may write everywhere, and this directory still takes no new files.
    with pytest.raises(OutputRefused, match=r"rows\.csv"), written_whole(Path("/proc/self/fd/rows.csv")):
        raise AssertionError("never reached")
