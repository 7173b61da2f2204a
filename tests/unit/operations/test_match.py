"""Matching suggests a field for each column and leaves nothing behind."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pytest

from leadport.domain.dialect import DialectHints
from leadport.operations.match import match_source
from leadport.operations.progress import silent
from leadport.operations.receive import Source


def test_columns_are_matched_and_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    source = Source(name="-", stream=io.BytesIO(b"E-mail;Vorname;Farbe\nzoe@example.com;Zoe;blau\n"))
    found = match_source(source=source, hints=DialectHints(), progress=silent)
    assert [(column.column, column.field) for column in found.columns] == [
        ("E-mail", "email"),
        ("Vorname", "first_name"),
        ("Farbe", None),
    ]
    assert list(tmp_path.iterdir()) == []
