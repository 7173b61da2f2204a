"""The first bytes tell the kind of a file."""

from __future__ import annotations

import pytest

from leadport.engine.magic import Kind, byte_order_mark, kind_of, wide_encoding

PEOPLE = "name,email\r\nZoë,zoe@example.com\r\n"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"", Kind.EMPTY),
        (b"email\n", Kind.TEXT),
        (b"\x1f\x8b\x08", Kind.GZIP),
        (b"PK\x03\x04", Kind.ZIP),
        (b"PK\x05\x06", Kind.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.OLE),
        (b"%PDF-1.4", Kind.PDF),
        (b"BZh91AY&SY", Kind.ARCHIVE),
        (b"\x28\xb5\x2f\xfd", Kind.ARCHIVE),
        (b"{\\rtf1", Kind.DOCUMENT),
        (b"<?xml version='1.0'?><a/>", Kind.DOCUMENT),
        (b"[\n {", Kind.DOCUMENT),
        (b"\xef\xbb\xbf\n <HTML>\n<head></head></html>", Kind.HTML),
        (b"<table border=1>", Kind.HTML),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><html></html>", Kind.HTML),
        ("<html><body>".encode("utf-16"), Kind.HTML),
        (b"\x7fELF\2\1\1", Kind.BINARY),
        (b"SQLite format 3\0", Kind.BINARY),
        (bytes(range(32)) * 20, Kind.BINARY),
        (b"name" + bytes(100), Kind.BINARY),
    ],
)
def test_a_head_has_its_kind(head: bytes, kind: Kind) -> None:
    assert kind_of(head=head)[0] is kind


@pytest.mark.parametrize(
    "head",
    [
        b"email\n<b>ann@example.com\n",
        b"<ann@example.com>\n",
        b"email\n\0bob@example.com\n\0\0\0",
        b"\x1aemail\nann@example.com\n\x1a",
        b"name,email\n" + bytes(range(128, 256)) + b",ann@example.com\n",
        PEOPLE.encode("utf-16-le"),
        "氏名,メール\n佐藤,sato@example.com\n".encode("utf-16-be"),
        "氏名,メール\n佐藤,sato@example.com\n".encode("cp932"),
        b"[1],a@example.com\n",
        b"BZhang,zhang@example.com\n",
    ],
)
def test_damaged_and_foreign_text_is_still_text(head: bytes) -> None:
    assert kind_of(head=head)[0] is Kind.TEXT


@pytest.mark.parametrize(
    ("mark", "found"),
    [
        (b"\xef\xbb\xbf", ("utf-8", 3)),
        (b"\xff\xfe", ("utf-16-le", 2)),
        (b"\xfe\xff", ("utf-16-be", 2)),
        (b"\xff\xfe\0\0", ("utf-32-le", 4)),
        (b"\0\0\xfe\xff", ("utf-32-be", 4)),
        (b"na", None),
    ],
)
def test_a_byte_order_mark_names_its_encoding(mark: bytes, found: tuple[str, int] | None) -> None:
    assert byte_order_mark(head=mark + b"x\0") == found


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", [PEOPLE, "氏名,メール\n佐藤,sato@example.com\n", "имя;почта\nОльга;olga@example.com\n"]
)
def test_nul_bytes_give_wide_encodings_away(encoding: str, text: str) -> None:
    assert wide_encoding(head=text.encode(encoding)) == encoding


@pytest.mark.parametrize("head", [b"a\0", b"name,email\n\0\0,x@example.com\n", b"a,b\0\0\0\0\n" * 20, PEOPLE.encode()])
def test_a_few_nuls_make_no_wide_encoding(head: bytes) -> None:
    assert wide_encoding(head=head) is None
