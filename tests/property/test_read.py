"""Whatever the text, the fast way of reading gives what the reference reader gives, and nobody is lost or invented."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from leadport.domain.dialect import Dialect
from leadport.engine.blocks import Blocks
from leadport.engine.lines import is_blank
from leadport.engine.reference import read_lines
from tests.support.reading import Row, rows_of

BLOCKS = st.sampled_from([1, 5, 16, 64, 200, 4096, 4096, 4096])

CELLS = [
    *["", "x", "Zoë", "東京", "a@b.example", "c@d.example", "two\nlines", "1\r\n2\r\n3", "a@b.example,\nc@d.example,"],
    *["in, it; here|", 'says "hi"', '"', " x", "1,@\n2,@\n3,@"],
]

DIRT = [
    *[",", ";", "\t", "|", '"', '"', '""', ',"', '",', "'", "\\", '\\"', " ", "\n", "\r\n", "\r", "\n\n", "\\\n", ' "'],
    *[
        "a@b.example",
        "c@d.example,x\n",
        ',"two\nlines",',
        "x,y,z\n",
        "x;y@b.example\n",
        "Zoë",
        "\ufeff",
        "\xa0",
        "\x1a",
    ],
    *[
        'x,"',
        'y,"Ann,a@b.example\n',
        'y,Ann",a@b.example\n',
        "a@b.example,x,y\n",
        'a@b.example,"x\n',
        'a@b.example,x"\n',
    ],
    *["\x1f", "\0", "Smith, John <j@k.example>", '"Ann",e@f.example\n', '"Joe "The Man" Smith",g@h.example\n'],
]
BAD_BYTES = [b"\xff", b"\xe2\x82", b"\xed\xb2\x80"]


@st.composite
def dialects(draw: st.DrawFn) -> Dialect:
    delimiter = draw(st.sampled_from([",", ",", ",", ";", "\t", None]))
    columns = draw(st.sampled_from([1, 2, 2, 3, 3, 4])) if delimiter else 1
    header = draw(st.booleans())
    return Dialect(
        encoding="utf-8",
        delimiter=delimiter,
        quotechar=draw(st.sampled_from(['"', '"', '"', "'", None])),
        escapechar=draw(st.sampled_from([None, None, None, "\\"])),
        skip_space=draw(st.sampled_from([False, False, False, True])),
        header=("Name",) * columns,
        address_column=draw(st.sampled_from([None, *range(columns)])),
        has_header=header,
        header_lines=int(header),
        preamble_lines=draw(st.sampled_from([0, 0, 2])),
    )


def written(cell: str, dialect: Dialect) -> str:
    """The cell as a program that knows the dialect writes it."""
    if not dialect.quotechar:
        return re.sub("[\n\r,;\t]", " ", cell)
    if any(mark in cell for mark in (dialect.quotechar, dialect.delimiter or "\t", "\n", "\r")):
        return dialect.quotechar + cell.replace(dialect.quotechar, dialect.quotechar * 2) + dialect.quotechar
    return cell


@st.composite
def sources(draw: st.DrawFn) -> tuple[Dialect, bytes]:
    """A dialect and a text which mostly keeps to it. Every @ in it carries a number of its own."""
    dialect = draw(dialects())
    cells = st.sampled_from(CELLS).map(lambda cell: written(cell, dialect))
    row = st.lists(cells, min_size=dialect.columns, max_size=dialect.columns).map((dialect.delimiter or " ").join)
    line = st.tuples(row, st.sampled_from(["\n", "\n", "\r\n"])).map("".join).map(str.encode)
    dirt = st.one_of(st.sampled_from(DIRT).map(str.encode), st.sampled_from(BAD_BYTES))
    chunks = draw(st.lists(st.one_of(line, line, line, line, dirt), max_size=40))
    pieces = b"".join(chunks).split(b"@")
    return dialect, pieces[0] + b"".join(b"@%d." % number + piece for number, piece in enumerate(pieces[1:]))


def reference_rows(*, content: bytes, dialect: Dialect) -> list[Row]:
    """All of the text at once, line by line, as the definition has it."""
    lines = decoded_lines(content=content, dialect=dialect)
    skipped = dialect.preamble_lines + dialect.header_lines
    reading = read_lines(lines=lines[skipped:], dialect=dialect, complete=True)
    rows = []
    for index, (start, cells) in enumerate(zip(reading.starts, reading.cells, strict=True)):
        fault = reading.faults.get(index)
        trouble, notes, raw = (fault.trouble, fault.notes, fault.raw) if fault else (None, None, None)
        rows.append(Row(line=start + skipped + 1, cells=tuple(cells), trouble=trouble, notes=notes, raw=raw))
    return rows


def decoded_lines(*, content: bytes, dialect: Dialect) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "part")
        path.write_bytes(content)
        with Blocks(path=path, encoding=dialect.encoding, bom=dialect.bom) as blocks:
            text = b"".join(iter(lambda: blocks.read(size=1 << 20), b""))
            return [blocks.decode(piece=line) for line in text.splitlines(keepends=True)]


@settings(max_examples=250, deadline=None)
@given(source=sources(), block=BLOCKS)
def test_the_fast_way_equals_the_reference_record_for_record(source: tuple[Dialect, bytes], block: int) -> None:
    dialect, content = source
    assert rows_of(content=content, dialect=dialect, block=block) == reference_rows(content=content, dialect=dialect)


@settings(max_examples=150, deadline=None)
@given(source=sources(), block=BLOCKS)
def test_every_address_below_the_header_stands_in_exactly_one_record(source: tuple[Dialect, bytes], block: int) -> None:
    dialect, content = source
    skipped = dialect.preamble_lines + dialect.header_lines
    below = "".join(decoded_lines(content=content, dialect=dialect)[skipped:])
    marks = re.findall(r"@\d+\.", below)
    rows = rows_of(content=content, dialect=dialect, block=block)
    shown = [" ".join([*filter(None, row.cells), row.raw or ""]) for row in rows]
    assert [sum(mark in text for text in shown) for mark in marks] == [1] * len(marks)
    assert sum(len(set(re.findall(r"@\d+\.", text))) for text in shown) == len(marks)


@settings(max_examples=150, deadline=None)
@given(source=sources(), block=BLOCKS)
def test_records_start_on_lines_that_are_not_blank_and_all_lines_before_the_first_are(
    source: tuple[Dialect, bytes], block: int
) -> None:
    dialect, content = source
    lines = decoded_lines(content=content, dialect=dialect)
    blank = [is_blank(text=line) and (dialect.delimiter or "\n\n") not in line for line in lines]
    starts = [row.line for row in rows_of(content=content, dialect=dialect, block=block)]
    first = dialect.preamble_lines + dialect.header_lines + 1
    assert starts == sorted(set(starts))
    assert not any(blank[start - 1] for start in starts)
    assert all(blank[first - 1 : starts[0] - 1 if starts else None])


@settings(max_examples=150, deadline=None)
@given(source=sources(), block=BLOCKS)
def test_a_record_without_matching_quotes_takes_one_line_and_no_other(
    source: tuple[Dialect, bytes], block: int
) -> None:
    dialect, content = source
    lines = decoded_lines(content=content, dialect=dialect)
    rows = rows_of(content=content, dialect=dialect, block=block)
    for row, behind in zip(rows, [*(row.line for row in rows[1:]), len(lines) + 1], strict=False):
        quoted = dialect.quotechar is not None and dialect.quotechar in lines[row.line - 1]
        if not quoted or row.trouble == "unclosed_quote" or row.notes == "stray_quote":
            assert all(is_blank(text=line) for line in lines[row.line : behind - 1])
