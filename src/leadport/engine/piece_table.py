"""How a piece of text becomes Arrow columns: proven bytes by Arrow's own CSV reader, the other records from Python."""

from __future__ import annotations

from codecs import BOM_UTF8

import numpy as np
import pyarrow as pa
import pyarrow.csv

from leadport.domain.dialect import Dialect
from leadport.engine.pieces import Piece
from leadport.engine.scan import SPARE_DELIMITER, Integers

FAULT_COLUMNS = ("trouble", "notes", "raw")


def piece_table(*, piece: Piece, dialect: Dialect) -> pa.Table:
    """The records of a piece in order: columns line_number, c0 .. cN of this text, trouble, notes, raw."""
    tables = []
    if len(piece.proven_lines):
        tables.append(_proven_table(text=piece.proven, lines=piece.proven_lines, dialect=dialect))
    if len(piece.reading_lines):
        tables.append(_reading_table(piece=piece, columns=dialect.columns))
    if not tables:
        return _schema(columns=dialect.columns).empty_table()
    if len(tables) == 1:
        return tables[0]
    order = np.argsort(np.concatenate((piece.proven_lines, piece.reading_lines)))
    return pa.concat_tables(tables).combine_chunks().take(pa.array(order))


def _schema(*, columns: int) -> pa.Schema:
    cells = [(f"c{i}", pa.string()) for i in range(columns)]
    return pa.schema([("line_number", pa.int64()), *cells, *((name, pa.string()) for name in FAULT_COLUMNS)])


def _proven_table(*, text: bytes, lines: Integers, dialect: Dialect) -> pa.Table:
    names = [f"c{i}" for i in range(dialect.columns)]
    quoted = dialect.quotechar is not None and dialect.delimiter is not None
    if text.startswith(BOM_UTF8):
        # Arrow would take away what here, in the middle of a source, belongs to a cell; so it is given one to take.
        text = BOM_UTF8 + text
    table = pa.csv.read_csv(
        pa.BufferReader(text),
        # One block for the whole piece: cutting it again could only cut through a quoted line end.
        read_options=pa.csv.ReadOptions(column_names=names, block_size=len(text) + 1, use_threads=True),
        parse_options=pa.csv.ParseOptions(
            delimiter=dialect.delimiter or SPARE_DELIMITER,
            quote_char=dialect.quotechar if quoted else False,
            double_quote=quoted,
            newlines_in_values=quoted,
            ignore_empty_lines=False,
        ),
        convert_options=pa.csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()),
            strings_can_be_null=False,
            quoted_strings_can_be_null=False,
            check_utf8=False,
        ),
    )
    if table.num_rows != len(lines):
        raise RuntimeError("Arrow found another number of records than was proven")
    nothing = pa.nulls(len(lines), pa.string())
    columns = [pa.array(lines), *table.columns, *([nothing] * len(FAULT_COLUMNS))]
    return pa.table(columns, schema=_schema(columns=dialect.columns))


def _reading_table(*, piece: Piece, columns: int) -> pa.Table:
    count = len(piece.reading_lines)
    troubles: list[str | None] = [None] * count
    notes: list[str | None] = [None] * count
    raws: list[str | None] = [None] * count
    for record, fault in piece.reading.faults.items():
        troubles[record], notes[record], raws[record] = fault.trouble, fault.notes, fault.raw
    cells = list(zip(*piece.reading.cells, strict=True))
    arrays = [pa.array(values, pa.string()) for values in (*cells, troubles, notes, raws)]
    return pa.table([pa.array(piece.reading_lines), *arrays], schema=_schema(columns=columns))
