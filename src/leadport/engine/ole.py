"""Which kind of old Office container a file is, so that the refusal can say what to do (MS-CFB, section 2)."""

from __future__ import annotations

from pathlib import Path

from leadport.engine.limits import MIB
from leadport.engine.unreadable import BinaryFile, SpreadsheetLegacy, SpreadsheetPassword, UnreadableSource

_LOOK_BYTES = 64 * MIB


def ole_refusal(*, path: Path, name: str) -> UnreadableSource:
    """The refusal for a file that starts with D0CF11E0: a protected .xlsx, an .xls, or another document.

    The names in its directory are UTF-16, at no fixed place.
    """
    with path.open("rb") as stream:
        content = stream.read(_LOOK_BYTES)
    if "EncryptedPackage".encode("utf-16-le") in content:
        return SpreadsheetPassword(name=name)
    if "Workbook".encode("utf-16-le") in content or "Book".encode("utf-16-le") in content:
        return SpreadsheetLegacy(name=name, detail="an Excel file of the old kind (.xls)")
    return BinaryFile(name=name, detail="an old Office document")
