"""Writes the smallest xlsx and ods files that every spreadsheet program opens, with the standard library alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

Cell = str | int | date
_MOMENT = (2026, 1, 5, 9, 0, 0)
_SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def pack(*, files: dict[str, bytes], stored: Sequence[str] = ()) -> bytes:
    """A zip whose bytes depend on the files only; the names in `stored` stay uncompressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def xlsx(*, rows: Sequence[Sequence[Cell]]) -> bytes:
    """An Excel workbook with one sheet; dates are numbers with a date format, as Excel keeps them."""
    body = "".join(f'<row r="{line}">{_xlsx_row(line, row)}</row>' for line, row in enumerate(rows, start=1))
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/{part}.xml" ContentType="{main}.{kind}+xml"/>'
        for part, kind in (("workbook", "sheet.main"), ("worksheets/sheet1", "worksheet"), ("styles", "styles"))
    )
    relation_kind = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    texts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{relation_kind}{types}</Types>',
        "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_SHEET}" xmlns:r="{_RELATION}"><sheets>'
            '<sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")),
        "xl/styles.xml": (
            f'<styleSheet xmlns="{_SHEET}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
            '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
            '<cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_SHEET}"><sheetData>{body}</sheetData></worksheet>',
    }
    return pack(files={name: (_XML + text).encode() for name, text in texts.items()})


def ods(*, rows: Sequence[Sequence[Cell]]) -> bytes:
    """An OpenDocument spreadsheet with one sheet."""
    body = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    spaces = " ".join(f'xmlns:{name}="{_OPEN}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="People">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_OPEN}:manifest:1.0" manifest:version="1.3">{entries}</manifest:manifest>'
    )
    files = {
        "mimetype": kind.encode(),
        "content.xml": (_XML + content).encode(),
        "META-INF/manifest.xml": (_XML + manifest).encode(),
    }
    return pack(files=files, stored=("mimetype",))


def _relations(*targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _xlsx_row(line: int, row: Sequence[Cell]) -> str:
    cells = []
    for column, cell in enumerate(row):
        place = f'r="{chr(ord("A") + column)}{line}"'
        if isinstance(cell, date):
            cells.append(f'<c {place} s="1"><v>{(cell - date(1899, 12, 30)).days}</v></c>')
        elif isinstance(cell, int):
            cells.append(f"<c {place}><v>{cell}</v></c>")
        elif cell:
            cells.append(f'<c {place} t="inlineStr"><is><t>{escape(cell)}</t></is></c>')
    return "".join(cells)


def _ods_cell(cell: Cell) -> str:
    if isinstance(cell, date):
        return _ods_typed("date", f'office:date-value="{cell}"', f"{cell:%d/%m/%Y}")
    if isinstance(cell, int):
        return _ods_typed("float", f'office:value="{cell}"', str(cell))
    return _ods_typed("string", "", escape(cell)) if cell else "<table:table-cell/>"


def _ods_typed(kind: str, value: str, shown: str) -> str:
    return f'<table:table-cell office:value-type="{kind}" {value}><text:p>{shown}</text:p></table:table-cell>'
