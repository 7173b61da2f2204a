"""What a ZIP file is by its members: a workbook we read, a document we do not, or a bundle of lists."""

from __future__ import annotations

import zipfile
import zlib
from enum import StrEnum

from leadport.engine.unreadable import ArchiveBroken, NotATable, SpreadsheetLegacy


class Content(StrEnum):
    """What to do with it."""

    WORKBOOK = "workbook"
    BUNDLE = "bundle"


_ODF = "application/vnd.oasis.opendocument."


def content_of(*, archive: zipfile.ZipFile, name: str) -> Content:
    """Tell workbooks (.xlsx, .ods) from bundles of files; other documents that are ZIP files inside are refused."""
    members = set(archive.namelist())
    if "[Content_Types].xml" in members:
        return _office(members, name)
    if "mimetype" in members or {"content.xml", "META-INF/manifest.xml"} <= members:
        return _opendocument(archive, members, name)
    if any(member.endswith(".iwa") for member in members):
        raise SpreadsheetLegacy(name=name, detail="an Apple Numbers or Pages document")
    return Content.BUNDLE


def _office(members: set[str], name: str) -> Content:
    if "xl/workbook.bin" in members:
        raise SpreadsheetLegacy(name=name, detail="an Excel file of the binary kind (.xlsb)")
    if any(member.startswith("xl/") for member in members):
        return Content.WORKBOOK
    raise NotATable(name=name, detail="an Office document")


def _opendocument(archive: zipfile.ZipFile, members: set[str], name: str) -> Content:
    kind = "spreadsheet"
    if "mimetype" in members:
        try:
            with archive.open("mimetype") as stream:
                kind = stream.read(100).decode("ascii", errors="replace").strip().removeprefix(_ODF)
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise ArchiveBroken(name=name, detail="its contents are wrong") from None
    if kind.startswith("spreadsheet"):
        return Content.WORKBOOK
    raise NotATable(name=name, detail="a document or an e-book")
