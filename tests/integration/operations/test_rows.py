"""The rows of an import, page by page and as a file."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from leadport.domain.permissions import LOCAL_OWNER
from leadport.domain.verdicts import Verdict
from leadport.operations.receipt import ImportUnknown
from leadport.operations.rows import RowsGone, export_rows, read_rows
from leadport.operations.workspace import remove_workspace
from tests.support.imports import request, run
from tests.support.lead_book import account

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    lines = [f"p{number}@example.com" if number % 3 else "nothing" for number in range(9)]
    run(request("\n".join(["email", *lines])), account_id=account(), home=tmp_path)
    return tmp_path


def test_pages_follow_each_other(home: Path) -> None:
    seen, after = [], 0
    while True:
        page = read_rows(
            account_id=account(),
            import_id=1,
            home=home,
            actor=LOCAL_OWNER,
            verdict=Verdict.FAILED,
            after=after,
            limit=2,
        )
        seen += [row.line_number for row in page.rows]
        assert page.total == 3
        if page.next_after is None:
            break
        after = page.next_after
    assert seen == [2, 5, 8]


def test_a_file_and_a_stream_get_the_same(home: Path, tmp_path: Path) -> None:
    stream, path = io.BytesIO(), tmp_path / "rows.csv"
    for target in (stream, path):
        written = export_rows(account_id=account(), import_id=1, home=home, actor=LOCAL_OWNER, target=target)
        assert written == 9
    assert stream.getvalue() == path.read_bytes()


def test_rows_that_are_not_kept_are_refused(home: Path) -> None:
    with pytest.raises(ImportUnknown):
        read_rows(account_id=account("Other"), import_id=1, home=home, actor=LOCAL_OWNER)
    remove_workspace(home=home, account_id=account(), import_id=1)
    with pytest.raises(RowsGone):
        read_rows(account_id=account(), import_id=1, home=home, actor=LOCAL_OWNER)
