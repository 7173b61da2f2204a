"""The text of a part as UTF-8."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.engine.blocks import Blocks


def text_of(path: Path, content: bytes, encoding: str, *, bom: int = 0, size: int = 1 << 16) -> str:
    path.write_bytes(content)
    with Blocks(path=path, encoding=encoding, bom=bom) as blocks:
        text = b"".join(iter(lambda: blocks.read(size=size), b""))
        assert blocks.bytes_read == len(content)
        return blocks.decode(piece=text)


@pytest.mark.parametrize("size", [1, 2, 3, 1000])
@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", "Zoë,東京,😀\r\n" * 5),
        ("utf-16-le", "Zoë,東京,😀\r\n" * 5),
        ("utf-16-be", "plain\n" * 5 + "Zoë"),
        ("windows-1252", "plain\n" * 5 + "Zoë–\r\n"),
        ("shift_jis", "plain\n" + "東京,表\n" * 5),
        ("gb18030", "plain\n" + "北京,中\n" * 5),
        ("mac-roman", "Zoë\r" * 5),
        ("iso2022_jp", "plain\n" + "東京\n" * 5),
        ("utf-7", "plain\n" + "Zoë 東京\n" * 5),
    ],
)
def test_the_text_is_the_same_however_it_is_cut(tmp_path: Path, encoding: str, text: str, size: int) -> None:
    assert text_of(tmp_path / "part", text.encode(encoding), encoding, size=size) == text


def test_a_byte_order_mark_is_skipped_and_counted(tmp_path: Path) -> None:
    assert text_of(tmp_path / "part", b"\xff\xfea\0", "utf-16-le", bom=2) == "a"


@pytest.mark.parametrize("size", [1, 1000])
@pytest.mark.parametrize(
    ("encoding", "content", "text"),
    [
        ("utf-8", b"a\xed\xb2\x81\n\xff", "a\udced\udcb2\udc81\n\udcff"),
        ("windows-1252", b"a\x81\n", "a\udc81\n"),
        ("utf-16-le", b"a\0\n\0\x00", "a\n\udc00"),
    ],
)
def test_bytes_that_do_not_fit_are_kept(tmp_path: Path, encoding: str, content: bytes, text: str, size: int) -> None:
    assert text_of(tmp_path / "part", content, encoding, size=size) == text


def test_an_unknown_encoding_is_said_to_be_unknown(tmp_path: Path) -> None:
    (tmp_path / "part").write_bytes(b"a")
    with pytest.raises(LookupError):
        Blocks(path=tmp_path / "part", encoding="no-such-encoding")
