"""A ZIP file is looked through before anything in it is unpacked."""

from __future__ import annotations

import os
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine.limits import DEFAULT_LIMITS, Limits
from leadport.engine.zip_table import checked_entries
from tests.support.archives import LIST, patched_zip, write_zip

SMALL = replace(DEFAULT_LIMITS, unpacked_bytes=100_000, ratio_free_bytes=10_000, archive_entries=5)


def _names(path: Path, limits: Limits = DEFAULT_LIMITS) -> list[str]:
    with path.open("rb") as stream:
        _, entries = checked_entries(archive=stream, name=path.name, limits=limits)
    return [entry.filename for entry in entries]


def _code(path: Path, limits: Limits = DEFAULT_LIMITS) -> str:
    with pytest.raises(Refusal) as caught:
        _names(path, limits)
    assert path.name in caught.value.message
    return caught.value.code


def test_the_files_are_listed_without_folders_and_clutter(tmp_path: Path) -> None:
    members = {
        "a/": b"",
        "a/people.csv": LIST,
        "__MACOSX/a/._people.csv": b"x",
        "a/.DS_Store": b"x",
        "Thumbs.db": b"x",
        "z.csv": LIST,
    }
    assert _names(write_zip(path=tmp_path / "a.zip", members=members)) == ["a/people.csv", "z.csv"]


def test_a_zip_with_a_wide_table_of_contents_is_read(tmp_path: Path) -> None:
    path = tmp_path / "wide.zip"
    with zipfile.ZipFile(path, "w") as archive, archive.open("people.csv", "w", force_zip64=True) as member:
        member.write(LIST)
    assert _names(path) == ["people.csv"]


@pytest.mark.parametrize(
    "member", ["../people.csv", "/etc/people.csv", "a/../../people.csv", "C:\\people.csv", "..\\people.csv"]
)
def test_a_member_that_leads_out_is_refused(member: str, tmp_path: Path) -> None:
    assert _code(write_zip(path=tmp_path / "a.zip", members={member: LIST})) == "archive_unsafe"


def test_a_link_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "links.zip"
    with zipfile.ZipFile(path, "w") as archive:
        link = zipfile.ZipInfo("people.csv")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert _code(path) == "archive_unsafe"


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    path = write_zip(path=tmp_path / "a.zip", members={f"{number}.csv": LIST for number in range(6)})
    assert _code(path, SMALL) == "archive_too_many_files"


def test_a_member_declared_far_larger_than_it_is_packed_is_a_bomb(tmp_path: Path) -> None:
    path = write_zip(path=tmp_path / "a.zip", members={"a.csv": b"a@example.com\n" * 5000})
    assert _code(path, SMALL) == "archive_bomb"


def test_the_declared_sizes_are_added_up(tmp_path: Path) -> None:
    members = {f"{number}.csv": os.urandom(20_000).hex().encode() for number in range(3)}
    assert _code(write_zip(path=tmp_path / "a.zip", members=members), SMALL) == "archive_too_large"


def _encrypt(content: bytearray) -> None:
    content[content.index(b"PK\x01\x02") + 8] |= 1


def _pack_oddly(content: bytearray) -> None:
    content[content.index(b"PK\x01\x02") + 10] = 9


def _overlap(content: bytearray) -> None:
    second = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 4)
    content[second + 42 : second + 46] = struct.pack("<I", 0)


def _claim_many(content: bytearray) -> None:
    end = content.index(b"PK\x05\x06")
    content[end + 10 : end + 12] = b"\xff\xfe"


def _claim_a_long_table(content: bytearray) -> None:
    end = content.index(b"PK\x05\x06")
    content[end + 12 : end + 16] = struct.pack("<I", 1 << 30)


def _cut(content: bytearray) -> None:
    del content[content.index(b"PK\x05\x06") :]


def _lose_a_header(content: bytearray) -> None:
    content[0:4] = b"PK\x07\x08"


@pytest.mark.parametrize(
    ("patch", "code"),
    [
        (_encrypt, "archive_encrypted"),
        (_pack_oddly, "archive_method"),
        (_overlap, "archive_unsafe"),
        (_claim_many, "archive_too_many_files"),
        (_claim_a_long_table, "archive_too_many_files"),
        (_cut, "archive_broken"),
        (_lose_a_header, "archive_broken"),
    ],
)
def test_what_no_program_packs_is_refused(patch: Callable[[bytearray], None], code: str, tmp_path: Path) -> None:
    assert _code(patched_zip(path=tmp_path / "a.zip", patch=patch)) == code
