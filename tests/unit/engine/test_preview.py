"""The first records of a text are shown under any dialect."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.dialect import Dialect
from leadport.engine.artifacts import SourcePart
from leadport.engine.preview import preview

TEXT = 'Report\r\n"First\r\nname";Email\r\nAnn;ann@example.com\r\n\r\n;\r\nBob;bob@example.com;more\r\nCy\r\n'


def _part(tmp_path: Path, content: bytes) -> SourcePart:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    return SourcePart(path=path, name="list.csv")


def _dialect(
    encoding: str = "utf-8", delimiter: str | None = ";", preamble_lines: int = 1, header_lines: int = 2
) -> Dialect:
    return Dialect(
        encoding=encoding,
        delimiter=delimiter,
        preamble_lines=preamble_lines,
        header_lines=header_lines,
        header=("First\nname", "Email"),
    )


def test_records_start_after_preamble_and_header_and_blank_lines_are_none(tmp_path: Path) -> None:
    shown = preview(part=_part(tmp_path, TEXT.encode()), dialect=_dialect())
    assert shown == (("Ann", "ann@example.com"), ("", ""), ("Bob", "bob@example.com", "more"), ("Cy",))


def test_a_limit_is_kept(tmp_path: Path) -> None:
    assert len(preview(part=_part(tmp_path, TEXT.encode()), dialect=_dialect(), limit=2)) == 2


def test_another_delimiter_shows_other_cells_at_once(tmp_path: Path) -> None:
    shown = preview(part=_part(tmp_path, TEXT.encode()), dialect=_dialect(delimiter=","))
    assert shown[0] == ("Ann;ann@example.com",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1252"])
def test_the_encoding_of_the_dialect_is_used_and_bad_bytes_show(encoding: str, tmp_path: Path) -> None:
    part = _part(tmp_path, "Zoë;x\n".encode(encoding) + "é".encode("latin-1"))
    shown = preview(part=part, dialect=_dialect(encoding, preamble_lines=0, header_lines=0))
    assert shown[0] == ("Zoë", "x")
    assert len(shown) == 2


def test_fewer_lines_than_the_preamble_show_nothing(tmp_path: Path) -> None:
    assert preview(part=_part(tmp_path, b"a;b\n"), dialect=_dialect(preamble_lines=5)) == ()


def test_a_large_text_is_read_in_part_and_shows_whole_records(tmp_path: Path) -> None:
    part = _part(tmp_path, b"ann;ann@example.com\n" * 200_000)
    shown = preview(part=part, dialect=_dialect(preamble_lines=0, header_lines=0), limit=10**6)
    assert set(shown) == {("ann", "ann@example.com")}
    assert 50_000 < len(shown) < 60_000
