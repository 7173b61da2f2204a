"""Text parts to records: every line that is not blank, preamble or header ends up in exactly one record."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from leadport.domain.dialect import Dialect
from leadport.engine.artifacts import Records, SourcePart
from leadport.engine.blocks import Blocks
from leadport.engine.pieces import BLOCK, Cutter, Piece
from leadport.engine.record_writer import Placement, RecordWriter

STATUS_COLUMN = "Status (file name)"
"""The name of the column that holds what the parts' names say of their people."""

_PIECES_AHEAD = 2
"""Pieces that may wait for conversion while the next is being proven: enough to keep two cores busy."""


def read(
    *,
    parts: tuple[SourcePart, ...],
    dialects: tuple[Dialect, ...],
    target: Path,
    progress: Callable[[int, int], None] | None = None,
    block: int = BLOCK,
) -> Records:
    """Write the Records artifact of these parts, each in its own dialect, to `target`; all of it or nothing.

    Which records there are is defined in `leadport.engine.reference`, whatever the size of a `block` in bytes. Memory
    grows with that and not with the size of the parts.
    `progress` is called with the bytes read and the bytes there are. Raises OSError where a file cannot be read or
    written; then nothing is left behind.
    """
    if len(parts) != len(dialects):
        raise ValueError("each part needs a dialect")
    header, placements = _unite(parts=parts, dialects=dialects)
    total = sum(part.path.stat().st_size for part in parts)
    done = 0
    with RecordWriter(target=target, columns=len(header)) as writer:
        for part, dialect, placement in zip(parts, dialects, placements, strict=True):
            with Blocks(path=part.path, encoding=dialect.encoding, bom=dialect.bom) as blocks:
                pieces = Cutter(blocks=blocks, dialect=dialect, block=block).pieces()
                for _ in _written(writer=writer, pieces=pieces, dialect=dialect, placement=placement):
                    if progress:
                        progress(done + blocks.bytes_read, total)
                done += blocks.bytes_read
    if progress:
        progress(total, total)
    names = tuple(part.name for part in parts)
    return Records(path=target, count=writer.count, header=header, parts=names, trouble=writer.trouble)


def _written(
    *, writer: RecordWriter, pieces: Iterator[Piece], dialect: Dialect, placement: Placement
) -> Iterator[None]:
    """Write all pieces from a second thread while the next ones are being proven; a step for each piece.

    Proving and converting both leave the interpreter to others, so two cores share the work.
    """
    waiting: deque[Future[None]] = deque()
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="leadport-read") as second:
        for piece in pieces:
            waiting.append(second.submit(writer.write, piece=piece, dialect=dialect, placement=placement))
            while len(waiting) > _PIECES_AHEAD:
                waiting.popleft().result()
            yield
        for future in waiting:
            future.result()


def _unite(
    *, parts: Sequence[SourcePart], dialects: Sequence[Dialect]
) -> tuple[tuple[str, ...], tuple[Placement, ...]]:
    """The columns of all parts together, by name in order of first appearance, and where each part's columns go.

    Names that appear more than once in a part stay apart: the second of one part meets the second of another.
    """
    united: dict[tuple[str, int], int] = {}
    placed: list[tuple[int, ...]] = []
    for dialect in dialects:
        seen: Counter[str] = Counter()
        columns = []
        for name in dialect.header:
            columns.append(united.setdefault((name, seen[name]), len(united)))
            seen[name] += 1
        placed.append(tuple(columns))
    header = [name for name, _ in united]
    if any(part.status is not None for part in parts):
        header.append(STATUS_COLUMN)
    placements = (
        Placement(part=index, columns=columns, status=part.status)
        for index, (part, columns) in enumerate(zip(parts, placed, strict=True))
    )
    return tuple(header), tuple(placements)
