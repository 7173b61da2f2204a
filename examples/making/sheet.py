"""What an example file holds: its rows with the verdict each one is made for, and how they are written down."""

from __future__ import annotations

import csv
import io
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

_FORMATS = Path(__file__).parent.parent / "formats.toml"


@dataclass(frozen=True, kw_only=True)
class Known:
    """A format of `formats.toml`: its header and what each column means."""

    slug: str
    source: str
    delimiter: str
    encoding: str
    header: tuple[str, ...]
    matching: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Row:
    """One record: its cells by column, and what must become of it in an empty lead book."""

    cells: dict[str, str]
    verdict: str = "new"
    reason: str | None = None
    status: str | None = None


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One example file: the records and everything that makes it look like its program's own export.

    `file` is its place under `examples/`. `before` and `after` are lines before the header and after the records; lines
    in `after` that count as records have a row in `footer`. `quote` and `newline` are as in the csv module.
    """

    known: Known
    rows: tuple[Row, ...]
    file: str
    before: str = ""
    after: str = ""
    footer: tuple[Row, ...] = ()
    quote: Literal[0, 1, 2, 3] = csv.QUOTE_MINIMAL
    newline: str = "\n"
    blank_after_delimiter: bool = False
    quoted_header: bool = False

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """Every record, a footer's included."""
        return self.rows + self.footer

    def text(self) -> str:
        """The whole text of the file."""
        out = io.StringIO()
        writer = csv.writer(out, delimiter=self.known.delimiter, quoting=self.quote, lineterminator=self.newline)
        if self.quoted_header:
            out.write(
                self.known.delimiter.join(f'"{name}"' if " " in name else name for name in self.known.header)
                + self.newline
            )
        else:
            writer.writerow(self.known.header)
        writer.writerows([row.cells.get(name, "") for name in self.known.header] for row in self.rows)
        text = out.getvalue()
        if self.blank_after_delimiter:
            text = _with_blanks(self)
        return self.before + text + self.after

    def data(self) -> bytes:
        """The bytes of the file."""
        return self.text().encode(self.known.encoding)


def _with_blanks(sheet: Sheet) -> str:
    """The text with a blank after every delimiter, quotes only round cells that hold one."""
    rows: Iterable[Sequence[str]] = [
        sheet.known.header,
        *([row.cells.get(name, "") for name in sheet.known.header] for row in sheet.rows),
    ]
    delimiter = sheet.known.delimiter
    lines = [f"{delimiter} ".join(f'"{cell}"' if delimiter in cell else cell for cell in row) for row in rows]
    return "".join(line + sheet.newline for line in lines)


def known_formats() -> dict[str, Known]:
    """Every format by its slug, in the order of `formats.toml`."""
    tables = tomllib.loads(_FORMATS.read_text(encoding="utf-8"))
    return {
        slug: Known(
            slug=slug,
            source=table["source"],
            delimiter=table["delimiter"],
            encoding=table["encoding"],
            header=tuple(table["header"]),
            matching=dict(table["matching"]),
        )
        for slug, table in tables.items()
    }


def tally(rows: Iterable[Row]) -> tuple[Counter[str], Counter[str], Counter[str]]:
    """How many rows were made for each verdict, each reason and each status."""
    rows = tuple(rows)
    return (
        Counter(row.verdict for row in rows),
        Counter(row.reason for row in rows if row.reason),
        Counter(row.status for row in rows if row.status),
    )
