"""The encoding of a text is found, or taken from a hint."""

from __future__ import annotations

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine.encoding import Encoding, decode_sample, detect_encoding
from leadport.engine.sampling import Sample

TEXT = "Name;Mail\nZoë;zoe@example.com\n"


def _detect(content: bytes, hint: str | None = None, probes: tuple[bytes, ...] = ()) -> Encoding:
    return detect_encoding(sample=Sample(head=content, complete=not probes, probes=probes), hint=hint)


@pytest.mark.parametrize(
    ("content", "name", "bom"),
    [
        (b"", "utf-8", 0),
        (b"plain", "utf-8", 0),
        (TEXT.encode(), "utf-8", 0),
        (TEXT.encode("utf-8-sig"), "utf-8", 3),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le", 2),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", 2),
        (b"\xff\xfe\0\0" + TEXT.encode("utf-32-le"), "utf-32-le", 4),
        (TEXT.encode("utf-16-le"), "utf-16-le", 0),
        (TEXT.encode("utf-16-be"), "utf-16-be", 0),
        (b"\x84\x31\x95\x33" + TEXT.encode("gb18030"), "gb18030", 4),
        (TEXT.encode("latin-1"), "windows-1252", 0),
        (b"Price;\x80 5\nJ\xfcrgen;\x93x\x94\n", "windows-1252", 0),
    ],
)
def test_an_encoding_is_found(content: bytes, name: str, bom: int) -> None:
    found = _detect(content)
    assert (found.name, found.bom) == (name, bom)


def test_a_few_damaged_places_do_not_make_utf8_another_encoding() -> None:
    found = _detect(("Zoë José Åsa Inês Björn\n" * 3).encode() + b"Ren\xe9\n")
    assert found.name == "utf-8"
    assert 0.5 < found.confidence < 1


def test_a_character_cut_off_at_the_end_of_the_sample_is_no_damage() -> None:
    assert _detect("Zoë".encode()[:-1], probes=(b"x\n",)) == Encoding(name="utf-8")


def test_the_probes_decide_where_the_head_is_ascii() -> None:
    assert _detect(b"plain\n", probes=(b"x\nJ\xfcrgen;K\xf6ln\nx",)).name == "windows-1252"


@pytest.mark.parametrize(
    ("hint", "name", "bom"),
    [
        ("latin-1", "iso8859-1", 0),
        ("CP1252", "cp1252", 0),
        ("windows-1251", "cp1251", 0),
        ("utf8", "utf-8", 0),
        ("utf-8-sig", "utf-8", 0),
        ("utf-16", "utf-16-le", 0),
    ],
)
def test_a_hint_is_taken_at_its_word(hint: str, name: str, bom: int) -> None:
    assert _detect(b"J\xfcrgen", hint) == Encoding(name=name, bom=bom)


@pytest.mark.parametrize("hint", ["utf-8", "utf-8-sig"])
def test_a_hint_of_utf8_still_skips_the_mark(hint: str) -> None:
    assert _detect(TEXT.encode("utf-8-sig"), hint) == Encoding(name="utf-8", bom=3)


@pytest.mark.parametrize("order", ["le", "be"])
def test_a_hint_of_utf16_finds_the_order_of_bytes(order: str) -> None:
    assert _detect(TEXT.encode(f"utf-16-{order}"), "utf-16").name == f"utf-16-{order}"


@pytest.mark.parametrize(
    "hint", ["", "klingon", "base64", "rot13", "idna", "unicode_escape", "utf-7", "x\0y", "undefined"]
)
def test_a_hint_that_names_no_text_encoding_is_refused(hint: str) -> None:
    with pytest.raises(Refusal) as caught:
        _detect(b"x", hint)
    assert caught.value.code == "unknown_encoding"


def test_bad_bytes_show_and_a_cut_off_end_does_not() -> None:
    assert decode_sample(block=b"a\xff\xc3", encoding="utf-8", complete=False) == "a\ufffd"
    assert decode_sample(block=b"a\xc3", encoding="utf-8", complete=True) == "a\ufffd"
