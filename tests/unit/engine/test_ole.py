"""Old Office files are refused with what to do about each."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.engine.ole import ole_refusal


@pytest.mark.parametrize(
    ("stream", "code", "advice"),
    [
        ("EncryptedPackage", "spreadsheet_password", "save it without one"),
        ("Workbook", "spreadsheet_legacy", "save it as .xlsx"),
        ("Book", "spreadsheet_legacy", "save it as .xlsx"),
        ("WordDocument", "binary_file", "Export the list"),
    ],
)
def test_the_streams_of_the_container_tell_what_it_is(stream: str, code: str, advice: str, tmp_path: Path) -> None:
    path = tmp_path / "list.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000) + stream.encode("utf-16-le") + bytes(500))
    refusal = ole_refusal(path=path, name="list.xls")
    assert refusal.code == code
    assert advice in refusal.message
