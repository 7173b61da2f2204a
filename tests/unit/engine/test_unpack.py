"""What a file is, its bytes say; what is no list is refused with a sentence and leaves nothing behind."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine.artifacts import SourcePart
from leadport.engine.unpack import clean_name, unpack
from tests.support.archives import LIST, packed, write_zip
from tests.support.sheets import ods_table, sheet_xml, write_ods, write_xlsx

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


def _file(tmp_path: Path, content: bytes, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def _zip(tmp_path: Path, members: dict[str, bytes]) -> Path:
    return write_zip(path=tmp_path / "export.zip", members=members)


def _unpack(source: Path, tmp_path: Path) -> tuple[SourcePart, ...]:
    work = tmp_path / "work"
    work.mkdir(exist_ok=True)
    return unpack(source=source, name=source.name, workdir=work)


def _code(source: Path, tmp_path: Path) -> str:
    with pytest.raises(Refusal) as caught:
        _unpack(source, tmp_path)
    assert list((tmp_path / "work").rglob("*")) == []
    assert source.name in caught.value.message
    return caught.value.code


def _workbook(tmp_path: Path) -> bytes:
    rows = [["Email"], ["ann@example.com"]]
    return write_xlsx(path=tmp_path / "made.xlsx", sheets={"S": sheet_xml(rows=rows)}).read_bytes()


def test_plain_text_stays_where_it_is(tmp_path: Path) -> None:
    source = _file(tmp_path, LIST)
    assert _unpack(source, tmp_path) == (SourcePart(path=source, name="list.csv"),)
    assert list((tmp_path / "work").iterdir()) == []


def test_a_gzip_is_inflated_under_the_name_without_gz(tmp_path: Path) -> None:
    (part,) = _unpack(_file(tmp_path, packed(LIST), "list.csv.gz"), tmp_path)
    assert part.name == "list.csv"
    assert part.path.read_bytes() == LIST
    assert part.path.parent.stat().st_mode & 0o777 == 0o700


def test_a_zip_of_one_list_gives_that_list(tmp_path: Path) -> None:
    (part,) = _unpack(_zip(tmp_path, {"folder/": b"", "folder/people.csv": LIST}), tmp_path)
    assert (part.name, part.status) == ("people.csv", None)
    assert part.path.read_bytes() == LIST


def test_the_zip_of_mailchimp_gives_a_part_a_status_in_order(tmp_path: Path) -> None:
    names = ("subscribed", "unsubscribed", "cleaned", "nonsubscribed")
    members = {f"{name}_email_audience_export_1a2b3c.csv": LIST for name in names}
    parts = _unpack(_zip(tmp_path, members), tmp_path)
    assert [part.status for part in parts] == list(names)
    assert [part.name for part in parts] == list(members)


def test_other_lists_in_a_zip_have_no_status(tmp_path: Path) -> None:
    parts = _unpack(_zip(tmp_path, {"a/list.csv": LIST, "b/list.csv": LIST, "cleaned.csv": LIST}), tmp_path)
    assert [part.name for part in parts] == ["a / list.csv", "b / list.csv", "cleaned.csv"]
    assert [part.status for part in parts] == [None, None, None]


def test_a_file_of_mailchimp_tells_its_status_without_its_zip_too(tmp_path: Path) -> None:
    (part,) = _unpack(_file(tmp_path, LIST, "cleaned_members_export_1a2b3c.csv"), tmp_path)
    assert part.status == "cleaned"


def test_a_spreadsheet_is_known_by_its_members_whatever_its_name(tmp_path: Path) -> None:
    (part,) = _unpack(_file(tmp_path, _workbook(tmp_path), "list.csv"), tmp_path)
    assert part.rows_from_sheet
    assert part.path.read_bytes() == b"Email\r\nann@example.com\r\n"


def test_an_ods_is_known_by_its_members_whatever_its_name(tmp_path: Path) -> None:
    source = write_ods(path=tmp_path / "list.txt", tables=ods_table(name="S", rows=[["ann@example.com"]]))
    (part,) = _unpack(source, tmp_path)
    assert part.path.read_bytes() == b"ann@example.com\r\n"


@pytest.mark.parametrize("pack", ["zip", "gzip"])
def test_a_packed_spreadsheet_is_read_and_its_copy_removed(pack: str, tmp_path: Path) -> None:
    book = _workbook(tmp_path)
    source = _zip(tmp_path, {"people.xlsx": book}) if pack == "zip" else _file(tmp_path, packed(book), "people.xlsx.gz")
    (part,) = _unpack(source, tmp_path)
    assert (part.name, part.rows_from_sheet) == ("people.xlsx", True)
    assert [path.name for path in (tmp_path / "work" / "unpacked").iterdir()] == [part.path.name]


def test_unpacking_twice_gives_the_same(tmp_path: Path) -> None:
    source = _zip(tmp_path, {"a.csv": LIST, "b.csv": LIST})
    assert _unpack(source, tmp_path) == _unpack(source, tmp_path)


REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "empty_file"),
    "blanks": (b" \r\n\t\r\n", "empty_file"),
    "a mark": (b"\xef\xbb\xbf\r\n", "empty_file"),
    "packed nothing": (packed(b""), "empty_file"),
    "a login page": (b"<!DOCTYPE html><html><body>Please log in</body></html>", "html_file"),
    "JSON": (b'{"people": []}', "not_a_table"),
    "address cards": (b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", "not_a_table"),
    "PDF": (b"%PDF-1.7\n1 0 obj", "pdf_file"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), "binary_file"),
    "noise": (bytes(range(256)) * 20, "binary_file"),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "spreadsheet_legacy"),
    "protected xlsx": (OLE + "EncryptedPackage".encode("utf-16-le"), "spreadsheet_password"),
    "RAR": (b"Rar!\x1a\x07\0", "archive_method"),
    "packed twice": (packed(packed(LIST)), "archive_nested"),
    "tar": (packed(b"people.csv" + bytes(247) + b"ustar\x0000" + bytes(500)), "archive_nested"),
    "torn ZIP": (b"PK\x03\x04 and nothing more", "archive_broken"),
    "torn gzip": (packed(LIST)[:-9], "archive_broken"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_list_is_refused_by_its_bytes(name: str, tmp_path: Path) -> None:
    content, code = REFUSED[name]
    assert _code(_file(tmp_path, content), tmp_path) == code


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = write_zip(path=tmp_path / "inner.zip", members={"people.csv": LIST}).read_bytes()
    assert _code(_zip(tmp_path, {"inner.zip": inner}), tmp_path) == "archive_nested"
    assert _code(_zip(tmp_path, {"people.csv": packed(LIST)}), tmp_path) == "archive_nested"
    assert _code(_file(tmp_path, packed(inner)), tmp_path) == "archive_nested"


@pytest.mark.parametrize(("content", "code"), [(b"<html></html>", "html_file"), (b"\x89PNG\r\n\x1a\n", "binary_file")])
def test_what_is_no_list_in_an_archive_is_named(content: bytes, code: str, tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        _unpack(_zip(tmp_path, {"good.csv": LIST, "people.csv": content}), tmp_path)
    assert caught.value.code == code
    assert "people.csv" in caught.value.message
    assert list((tmp_path / "work").rglob("*")) == []


def test_text_after_a_long_blank_start_is_not_empty(tmp_path: Path) -> None:
    source = _file(tmp_path, b"\n" * 70_000 + LIST)
    assert _unpack(source, tmp_path)[0].path == source


def test_what_is_not_a_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    assert _code(tmp_path / "pipe", tmp_path) == "not_a_file"
    assert _code(tmp_path / "folder", tmp_path) == "not_a_file"
    assert _code(Path("/dev/null"), tmp_path) == "not_a_file"
    assert _code(tmp_path / "nothing.csv", tmp_path) == "source_missing"


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EACCES, "source_forbidden"), (errno.EIO, "source_broken"), (errno.ELOOP, "source_broken")],
)
def test_what_the_system_will_not_read_is_refused(
    number: int, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _file(tmp_path, LIST)

    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(Refusal) as caught:
        unpack(source=source, name="list.csv", workdir=tmp_path)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("list.csv", "list.csv"),
        ("C:\\Users\\ann\\list.csv", "list.csv"),
        ("../../etc/list.csv", "list.csv"),
        ("li\x00st\n\u202e.csv", "list.csv"),
        ("x" * 300, "x" * 255),
        ("///", "This source"),
        ("", "This source"),
    ],
)
def test_a_name_is_only_data(name: str, clean: str) -> None:
    assert clean_name(name=name) == clean
