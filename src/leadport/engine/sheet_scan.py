"""How large a workbook's sheets are and whether its XML is harmless, found by streaming before anything parses it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.parsers import expat

from leadport.engine.limits import KIB, Limits

_STEP = 512 * KIB
_OVERLAP = 4 * KIB
_FORBIDDEN = (b"<!DOCTYPE", b"<!ENTITY")
# A cell's own reference; an empty cell that only carries a format closes itself and does not count.
_CELL = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{1,8})([0-9]{1,10})["'][^<>]*(?<!/)>""")
_TABLE, _ROW, _CELLS = "table", "table-row", frozenset({"table-cell", "covered-table-cell"})

Problem = Literal["cells", "columns", "size", "document_type", "encoding", "xml", "password"]


class SheetError(Exception):
    """What is wrong with a workbook; the parent process turns it into a refusal."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem: Problem = problem


@dataclass
class _Span:
    """The rectangle that the filled cells of one sheet span."""

    rows: int = 0
    columns: int = 0

    def check(self, limits: Limits) -> None:
        if self.columns > limits.sheet_columns:
            raise SheetError("columns")
        if self.rows * self.columns > limits.sheet_cells:
            raise SheetError("cells")


def scan_workbook(*, archive: zipfile.ZipFile, limits: Limits) -> int:
    """Return how many sheets hold filled cells; raise SheetError when the workbook is too large or unsafe.

    Every XML part is looked through for a document type, which no spreadsheet has and which entity bombs need.
    """
    if "content.xml" in archive.namelist():
        return _scan_opendocument(archive, limits)
    filled = 0
    for entry in archive.infolist():
        if entry.filename.lower().endswith((".xml", ".rels")):
            filled += _scan_part(archive, entry, limits)
    return filled


def _scan_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> bool:
    """Check one part of an .xlsx; True when it is a sheet with filled cells."""
    is_sheet = "worksheets/" in entry.filename and entry.filename.lower().endswith(".xml")
    span, tail = _Span(), b""
    for block in _blocks(archive, entry, limits):
        text = tail + block
        if is_sheet:
            _widen(span, text)
            span.check(limits)
        tail = _open_tag(text)
    return span.rows > 0


def _open_tag(text: bytes) -> bytes:
    """The end of a block from its last "<" on, so that a tag across two blocks is seen whole."""
    start = text.rfind(b"<", max(0, len(text) - _OVERLAP))
    return text[start:] if start >= 0 and b">" not in text[start:] else b""


def _widen(span: _Span, text: bytes) -> None:
    found = _CELL.findall(text)
    if found:
        letters, numbers = zip(*found, strict=True)
        span.columns = max(span.columns, *(_column_number(name) for name in set(letters)))
        span.rows = max(span.rows, *map(int, numbers))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _blocks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits) -> Iterator[bytes]:
    """The inflated bytes of one part, counted and free of document types."""
    size, tail = 0, b""
    with archive.open(entry) as stream:
        while block := stream.read(_STEP):
            if size == 0 and (b"\0" in block[:4] or block[:2] in (b"\xff\xfe", b"\xfe\xff")):
                raise SheetError("encoding")
            size += len(block)
            if size > limits.sheet_xml_bytes:
                raise SheetError("size")
            seen = tail + block
            if any(mark in seen for mark in _FORBIDDEN):
                raise SheetError("document_type")
            tail = block[-16:]
            yield block


class _OpenDocument:
    """Follows the tables of content.xml and keeps the span of each; what is repeated counts as often as it repeats."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._span = _Span()
        self._row = self._column = self._row_width = 0
        self._repeat = 1
        self.filled = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Open a table, a row or a cell."""
        kind = name.rpartition(":")[2]
        if kind == _TABLE:
            self._span, self._row = _Span(), 0
        elif kind == _ROW:
            self._column = self._row_width = 0
            self._repeat = _times(attributes, "number-rows-repeated")
        elif kind in _CELLS:
            self._column += _times(attributes, "number-columns-repeated")
            if any(key.rpartition(":")[2] == "value-type" for key in attributes):
                self._row_width = self._column

    def end(self, name: str) -> None:
        """Close a row or a table."""
        kind = name.rpartition(":")[2]
        if kind == _ROW:
            self._row += self._repeat
            if self._row_width:
                self._span.rows, self._span.columns = self._row, max(self._span.columns, self._row_width)
                self._span.check(self._limits)
        elif kind == _TABLE and self._span.rows:
            self.filled += 1


def _times(attributes: dict[str, str], name: str) -> int:
    for key, value in attributes.items():
        if key.rpartition(":")[2] == name:
            return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else 10**9
    return 1


def _scan_opendocument(archive: zipfile.ZipFile, limits: Limits) -> int:
    for entry in archive.infolist():
        if entry.filename == "META-INF/manifest.xml":
            manifest = b"".join(_blocks(archive, entry, limits))
            if b"encryption-data" in manifest or b"encrypted-package" in manifest:
                raise SheetError("password")
    follower = _OpenDocument(limits)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = follower.start, follower.end
    parser.StartDoctypeDeclHandler = _refuse_document_type
    last = True
    try:
        for block in _blocks(archive, archive.getinfo("content.xml"), limits):
            parser.Parse(block)
        parser.Parse(b"", last)
    except expat.ExpatError:
        raise SheetError("xml") from None
    return follower.filled


def _refuse_document_type(*_: object) -> None:
    raise SheetError("document_type")
