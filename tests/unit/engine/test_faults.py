"""What is wrong with a record's text and how it is shown."""

from __future__ import annotations

import pytest

from leadport.engine.faults import KEEP_BYTES, RAW_LIMIT, raw_text, readable, trouble_in


@pytest.mark.parametrize(
    ("encoding", "content", "text"),
    [
        ("utf-8", b"a\xffb", "a\udcffb"),
        ("utf-8", b"\xe2\x82x", "\udce2\udc82x"),
        ("cp1252", b"a\x81", "a\udc81"),
        ("ascii", b"\x80\x81", "\udc80\udc81"),
        ("shift_jis", b"\x82\x20", "\udc82 "),
        ("utf-16-le", b"a\0b", "a\udc62"),
        ("utf-16-le", b"\x00\xd8a\0", "\udc00\udcd8a"),
    ],
)
def test_bytes_that_do_not_fit_are_kept_in_any_encoding(encoding: str, content: bytes, text: str) -> None:
    assert content.decode(encoding, KEEP_BYTES) == text


def test_a_character_that_does_not_fit_is_not_kept_when_encoding() -> None:
    with pytest.raises(UnicodeEncodeError):
        "é".encode("ascii", KEEP_BYTES)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [("Zoë 東京 😀", None), ("a\0", "nul_byte"), ("é\udcff", "undecodable_bytes"), ("\0\udcff", "nul_byte")],
)
def test_trouble_is_named(text: str, trouble: str | None) -> None:
    assert trouble_in(text=text) == trouble


def test_what_cannot_be_shown_is_replaced_in_cells() -> None:
    assert readable(text="é\0\udc81\udbff") == "é\ufffd\ufffd\ufffd"


def test_what_cannot_be_shown_is_written_as_its_bytes_in_the_raw_text() -> None:
    assert raw_text(text="é\0\udc81\ud800\n") == "é\\x00\\x81\\ud800"


def test_the_raw_text_loses_one_line_end_and_keeps_those_within() -> None:
    assert raw_text(text="a\r\nb\r\n") == "a\r\nb"


def test_the_raw_text_is_cut_at_its_limit() -> None:
    assert raw_text(text="x" * (RAW_LIMIT + 5)) == "x" * RAW_LIMIT
    assert len(raw_text(text="\0" * RAW_LIMIT)) == RAW_LIMIT
