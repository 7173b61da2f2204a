"""Whatever stands in the cells, a list written by the csv module is detected with its delimiter, header and records."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from leadport.domain.dialect import DialectHints
from leadport.engine.artifacts import SourcePart
from leadport.engine.detect import detect
from leadport.engine.preview import preview
from leadport.engine.unreadable import AddressesInOneLine, EmptySource
from tests.support.invented import Style, table_text

NAMES = ("First name", "Last name", "Company", "City", "Notes", "Tags", "Phone", "Created at")
WORDS = st.sampled_from(
    (
        *(
            "Ann",
            "Lee, MBA",
            "O'Neil",
            'the "Duke"',
            "Moe & Co; Ltd",
            "Hull | York",
            "tea\tcake",
            "3,50",
            "1.234,50",
            "'twas",
        ),
        *(
            "",
            "two\nlines",
            "10:15",
            "2024-03-12",
            "https://www.example.com/a,b;c",
            "#12",
            "Zoë",
            "a/b",
            "x^y",
            "~",
            "+44 20",
        ),
    )
)
STYLES = st.builds(
    Style, delimiter=st.sampled_from(",;\t|"), line_end=st.sampled_from(["\n", "\r\n"]), quote_all=st.booleans()
)


def _part(content: bytes, folder: str) -> SourcePart:
    path = Path(folder) / "list.csv"
    path.write_bytes(content)
    return SourcePart(path=path, name="list.csv")


@st.composite
def _tables(draw: st.DrawFn) -> tuple[list[str], list[list[str]]]:
    others = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6, unique=True))
    place = draw(st.integers(0, len(others)))
    header = [*others[:place], "Email", *others[place:]]
    rows = []
    for number in range(draw(st.integers(2, 12))):
        cells = [draw(WORDS) for _ in header]
        cells[place] = f"person{number}@example.com"
        rows.append(cells)
    return header, rows


@settings(max_examples=120, deadline=None)
@given(table=_tables(), style=STYLES, with_header=st.booleans())
def test_a_written_list_is_detected_as_it_was_written(
    table: tuple[list[str], list[list[str]]], style: Style, with_header: bool
) -> None:
    header, rows = table
    text = table_text(rows=[header, *rows] if with_header else rows, style=style)
    with tempfile.TemporaryDirectory() as folder:
        part = _part(text.encode(), folder)
        dialect = detect(part=part)
        assert dialect.delimiter == style.delimiter
        assert dialect.has_header == with_header
        assert dialect.columns == len(header)
        assert dialect.address_column == header.index("Email")
        assert [list(row) for row in preview(part=part, dialect=dialect)] == rows
        if with_header:
            assert list(dialect.header) == header


@settings(max_examples=60, deadline=None)
@given(
    addresses=st.lists(st.integers(0, 10**6), min_size=4, max_size=40, unique=True),
    stray=st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from(["Smith, John", "a;b", "x|y", "see: notes"])), max_size=1
    ),
    title=st.sampled_from(["", "Email", "E-Mail-Adresse", "Adresse e-mail"]),
)
def test_one_address_a_line_stays_one_column_whatever_strays_in(
    addresses: list[int], stray: list[tuple[int, str]], title: str
) -> None:
    lines = [f"person{number}@example.com" for number in addresses]
    for place, text in stray:
        lines.insert(max(1, min(place, len(lines))), text)
    written = "\n".join([title, *lines] if title else lines) + "\n"
    with tempfile.TemporaryDirectory() as folder:
        part = _part(written.encode(), folder)
        dialect = detect(part=part)
        assert dialect.delimiter is None
        assert dialect.header == (title,)
        assert dialect.has_header == bool(title)
        assert preview(part=part, dialect=dialect, limit=100) == tuple((line,) for line in lines)


@settings(max_examples=150, deadline=None)
@given(
    content=st.one_of(
        st.binary(min_size=1, max_size=300),
        st.text(alphabet=",;\t|\"'\\ \r\na@.x1\0", min_size=1, max_size=300).map(str.encode),
    ),
    hints=st.builds(
        DialectHints,
        encoding=st.sampled_from([None, "utf-8", "utf-16", "latin-1"]),
        delimiter=st.sampled_from([None, ",", ";", ""]),
        quotechar=st.sampled_from([None, '"', ""]),
        has_header=st.sampled_from([None, True, False]),
    ),
)
def test_any_bytes_end_in_a_dialect_or_a_refusal_and_the_preview_holds_every_line(
    content: bytes, hints: DialectHints
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        part = _part(content, folder)
        try:
            dialect = detect(part=part, hints=hints)
        except (EmptySource, AddressesInOneLine):
            return
        assert dialect.columns >= 1
        assert dialect.has_header == (dialect.header_lines > 0)
        assert hints.has_header in (None, dialect.has_header)
        assert hints.delimiter in (None, dialect.delimiter or "")
        assert dialect.address_column is None or 0 <= dialect.address_column < dialect.columns
        assert all(isinstance(cell, str) for row in preview(part=part, dialect=dialect) for cell in row)
