"""The lists of a ZIP file are written out; what travels with them is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine.limits import DEFAULT_LIMITS, Limits
from leadport.engine.zip_lists import Unzipped, unzip_lists
from leadport.engine.zip_table import checked_entries
from tests.support.archives import LIST, packed, patched_zip, write_zip


def _unzip(path: Path, limits: Limits = DEFAULT_LIMITS) -> tuple[Unzipped, ...]:
    folder = path.parent / "out"
    folder.mkdir()
    with path.open("rb") as stream:
        archive, entries = checked_entries(archive=stream, name=path.name, limits=DEFAULT_LIMITS)
        return unzip_lists(archive=archive, entries=entries, name=path.name, workdir=folder, limits=limits)


def _code(path: Path, limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(Refusal) as caught:
        _unzip(path, limits)
    return caught.value.code


def test_lists_are_written_in_the_order_of_the_archive(tmp_path: Path) -> None:
    members = {"z/second.csv": LIST * 2, "a/first.txt": LIST, "empty.csv": b""}
    found = _unzip(write_zip(path=tmp_path / "a.zip", members=members))
    assert [(item.member, item.path.read_bytes()) for item in found] == [
        ("z/second.csv", LIST * 2),
        ("a/first.txt", LIST),
    ]
    assert {item.path.stat().st_mode & 0o777 for item in found} == {0o600}


def test_companions_are_passed_over(tmp_path: Path) -> None:
    members = {"guide.pdf": b"%PDF-1.7", "Read me.txt": b"Hello", "logo.PNG": b"\x89PNG", "people.csv": LIST}
    assert [item.member for item in _unzip(write_zip(path=tmp_path / "a.zip", members=members))] == ["people.csv"]


def test_without_a_list_there_is_nothing_to_do(tmp_path: Path) -> None:
    members = {"guide.pdf": b"%PDF-1.7", "empty.csv": b""}
    assert _code(write_zip(path=tmp_path / "a.zip", members=members)) == "archive_without_list"


def test_archives_inside_are_refused(tmp_path: Path) -> None:
    assert _code(write_zip(path=tmp_path / "a.zip", members={"a.csv": packed(LIST)})) == "archive_nested"


def test_written_bytes_are_counted_over_all_lists(tmp_path: Path) -> None:
    path = write_zip(path=tmp_path / "a.zip", members={"a.csv": LIST, "b.csv": LIST})
    assert _code(path, replace(DEFAULT_LIMITS, unpacked_bytes=len(LIST) + 1)) == "archive_too_large"


def _damage_checksum(content: bytearray) -> None:
    content[content.index(b"PK\x01\x02") + 16] ^= 0xFF


def _damage_content(content: bytearray) -> None:
    content[40] ^= 0xFF


def _rename_inside(content: bytearray) -> None:
    content[30] ^= 0x01


@pytest.mark.parametrize("patch", [_damage_checksum, _damage_content, _rename_inside])
def test_damage_is_found(patch: Callable[[bytearray], None], tmp_path: Path) -> None:
    assert _code(patched_zip(path=tmp_path / "a.zip", patch=patch)) == "archive_broken"
