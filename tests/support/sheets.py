"""Small workbooks made by hand, harmless and hostile."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/>'
    '<xf numFmtId="21"/></cellXfs></styleSheet>'
)

PEOPLE = [["Name", "Email"], ["Ann", "ann@example.com"], ["Bob", "bob@example.com"]]
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def text_cell(*, place: str, text: str) -> str:
    """A cell with text in it."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def sheet_xml(*, rows: Sequence[Sequence[str]], first_row: int = 1) -> str:
    """A sheet of texts."""
    lines = []
    for number, cells in enumerate(rows, start=first_row):
        line = "".join(text_cell(place=f"{chr(65 + at)}{number}", text=text) for at, text in enumerate(cells) if text)
        lines.append(f'<row r="{number}">{line}</row>')
    return raw_sheet(data="".join(lines))


def raw_sheet(*, data: str, before: str = "") -> str:
    """A sheet with this inside."""
    return f'{_HEAD}{before}<worksheet xmlns="{_MAIN}"><sheetData>{data}</sheetData></worksheet>'


def corners(*, cell: str) -> str:
    """A sheet of two cells, the first one and this."""
    row = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    data = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{cell}"><v>1</v></c></row>'
    return raw_sheet(data=data)


def write_xlsx(
    *, path: Path, sheets: Mapping[str, str], hidden: Sequence[str] = (), extra: Mapping[str, bytes] | None = None
) -> Path:
    """A workbook with these sheets, in order."""
    numbers = range(1, len(sheets) + 1)
    entries = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" state="{"hidden" if name in hidden else "visible"}"'
        f' r:id="rId{number}"/>'
        for number, name in zip(numbers, sheets, strict=True)
    )
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    links += f'<Relationship Id="rId99" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    parts = {
        "[Content_Types].xml": (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>'
        ),
        "_rels/.rels": (
            f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{entries}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "xl/styles.xml": _STYLES,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
        for number, xml in zip(numbers, sheets.values(), strict=True):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", xml)
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return path


def ods_table(*, name: str, rows: Sequence[Sequence[str]], tail: str = "") -> str:
    """A table of texts for an .ods."""
    lines = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
            if text
            else "<table:table-cell/>"
            for text in cells
        )
        + "</table:table-row>"
        for cells in rows
    )
    return f'<table:table table:name="{escape(name)}">{lines}{tail}</table:table>'


def write_ods(*, path: Path, tables: str, before: str = "", manifest: str = "") -> Path:
    """An .ods with these tables."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content xmlns:office="{space}:office:1.0" '
        f'xmlns:table="{space}:table:1.0" xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet>{tables}'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest xmlns:manifest="{space}:manifest:1.0">{manifest}</manifest:manifest>',
        )
        archive.writestr("content.xml", content)
    return path
