"""A text cut into pieces: what is proven, what is referred, and that nothing is skipped between them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from leadport.domain.dialect import Dialect
from leadport.engine.blocks import Blocks
from leadport.engine.lines import RECORD_LIMIT
from leadport.engine.pieces import BLOCK, Cutter, Piece
from tests.support.reading import USUAL


def pieces_of(path: Path, content: str, dialect: Dialect = USUAL, block: int = BLOCK) -> list[Piece]:
    path.write_text(content, encoding="utf-8", newline="")
    with Blocks(path=path, encoding=dialect.encoding) as blocks:
        return list(Cutter(blocks=blocks, dialect=dialect, block=block).pieces())


def lines_of(pieces: list[Piece]) -> list[int]:
    return [line for piece in pieces for line in sorted([*piece.proven_lines.tolist(), *piece.reading_lines.tolist()])]


def test_a_well_formed_text_is_proven_whole(tmp_path: Path) -> None:
    (piece,) = pieces_of(tmp_path / "part", 'Ann,a@x.example\n"B\nb",b@x.example\nCy,c@x.example')
    assert piece.proven == b'Ann,a@x.example\n"B\nb",b@x.example\nCy,c@x.example\n'
    assert piece.proven_lines.tolist() == [1, 2, 4]
    assert piece.reading.cells == []


def test_a_suspect_is_read_apart_and_the_rest_stays_proven(tmp_path: Path) -> None:
    (piece,) = pieces_of(tmp_path / "part", 'Ann,a@x.example\n\n"B\nb"\nCy,c@x.example\n,,x\nDi,d@x.example\n')
    assert piece.proven == b"Ann,a@x.example\nCy,c@x.example\nDi,d@x.example\n"
    assert piece.proven_lines.tolist() == [1, 5, 7]
    assert piece.reading_lines.tolist() == [3, 6]


def test_only_a_stretch_is_referred_where_quotes_do_not_match(tmp_path: Path) -> None:
    content = "Ann,a@x.example\n" * 30_000 + 'Bob,"b@x.example\n' + "Cy,c@x.example\n" * 30_000
    pieces = pieces_of(tmp_path / "part", content)
    assert lines_of(pieces) == list(range(1, 60_002))
    referred = sum(len(piece.reading_lines) for piece in pieces)
    # The open quote is followed to the limit of a cell and a little beyond.
    assert 1 <= referred < 20_000


def test_a_text_full_of_faults_is_referred_without_loss(tmp_path: Path) -> None:
    content = 'Ann,a@x.example\nBob,"b@x.example\n' * 20_000
    pieces = pieces_of(tmp_path / "part", content, block=64 * 1024)
    assert lines_of(pieces) == list(range(1, 40_001))


def test_many_suspects_are_referred_without_loss(tmp_path: Path) -> None:
    pieces = pieces_of(tmp_path / "part", "Ann,a@x.example\n\nBob\n" * 2_000, block=4096)
    assert lines_of(pieces) == [line for n in range(2_000) for line in (3 * n + 1, 3 * n + 3)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("block", [1, 2, 7, BLOCK])
def test_preamble_and_header_are_skipped_by_lines_of_any_kind(tmp_path: Path, end: str, block: int) -> None:
    dialect = replace(USUAL, preamble_lines=3, has_header=True, header_lines=2)
    content = end.join(["Export of today", "", '"', "Name,Email", "(text),(text)", "Ann,a@x.example"])
    assert lines_of(pieces_of(tmp_path / "part", content, dialect, block)) == [6]


@pytest.mark.parametrize("content", ["", "Name,Email", "Name,Email\n", "Name,Email\r\n\r\n \n"])
def test_a_text_without_records_has_none(tmp_path: Path, content: str) -> None:
    dialect = replace(USUAL, has_header=True, header_lines=1)
    assert lines_of(pieces_of(tmp_path / "part", content, dialect, 4)) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_line_behind_an_endless_one_is_not_lost(tmp_path: Path, end: str) -> None:
    content = end.join(["Ann,a@x.example", "x" * (5 * RECORD_LIMIT), "Bob,b@x.example", "Cy,c@x.example", ""])
    pieces = pieces_of(tmp_path / "part", content, block=1024 * 1024)
    assert lines_of(pieces) == [1, 2, 3, 4]
    assert [fault.trouble for piece in pieces for fault in piece.reading.faults.values()] == ["record_too_long"]


def test_a_dialect_that_cannot_be_proven_is_referred(tmp_path: Path) -> None:
    pieces = pieces_of(tmp_path / "part", "Ann§a@x.example\n" * 100, replace(USUAL, delimiter="§"), block=64)
    assert lines_of(pieces) == list(range(1, 101))
    assert all(piece.proven == b"" for piece in pieces)
