"""Detection says how a source is written and leaves nothing behind."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import pytest

from leadport.domain.dialect import DialectHints
from leadport.operations.detect import detect_source
from leadport.operations.progress import silent
from leadport.operations.receive import Source


def test_every_text_of_an_archive_is_described(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("subscribed_members_export_1.csv", "Email,Name\nzoe@example.com,Zoe\n")
        archive.writestr("unsubscribed_members_export_1.csv", "Email,Name\nmax@example.com,Max\nada@example.com,Ada\n")
    found = detect_source(source=Source(name="export.zip", path=path), hints=DialectHints(), progress=silent)
    assert [part.name for part in found.parts] == [
        "subscribed_members_export_1.csv",
        "unsubscribed_members_export_1.csv",
    ]
    assert found.records == 3
    assert found.header[:2] == ("Email", "Name")


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    source = Source(name="-", stream=io.BytesIO(b"email\nzoe@example.com\n"))
    assert detect_source(source=source, hints=DialectHints(), progress=silent).records == 1
    assert list(tmp_path.iterdir()) == []
