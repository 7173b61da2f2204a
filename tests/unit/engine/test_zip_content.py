"""The members of a ZIP file tell what it is."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from leadport.domain.refusal import Refusal
from leadport.engine.zip_content import Content, content_of
from tests.support.archives import LIST, write_zip

ODS = b"application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    ("members", "content"),
    [
        ({"people.csv": LIST}, Content.BUNDLE),
        ({"content.xml": b"x"}, Content.BUNDLE),
        ({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}, Content.WORKBOOK),
        ({"mimetype": ODS, "content.xml": b"x"}, Content.WORKBOOK),
        ({"mimetype": ODS + b"-template", "content.xml": b"x"}, Content.WORKBOOK),
        ({"META-INF/manifest.xml": b"x", "content.xml": b"x"}, Content.WORKBOOK),
    ],
)
def test_workbooks_are_told_from_bundles(members: dict[str, bytes], content: Content, tmp_path: Path) -> None:
    with zipfile.ZipFile(write_zip(path=tmp_path / "a.zip", members=members)) as archive:
        assert content_of(archive=archive, name="a.zip") is content


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"[Content_Types].xml": b"x", "xl/workbook.bin": b"x"}, "spreadsheet_legacy"),
        ({"[Content_Types].xml": b"x", "word/document.xml": b"x"}, "not_a_table"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"x"}, "not_a_table"),
        ({"mimetype": b"application/epub+zip"}, "not_a_table"),
        ({"Index/Document.iwa": b"x"}, "spreadsheet_legacy"),
    ],
)
def test_other_documents_that_are_zip_files_are_named(members: dict[str, bytes], code: str, tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(write_zip(path=tmp_path / "a.zip", members=members)) as archive,
        pytest.raises(Refusal) as caught,
    ):
        content_of(archive=archive, name="people.xlsx")
    assert caught.value.code == code
    assert "people.xlsx" in caught.value.message
