"""A dry run says everything and leaves nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.permissions import Actor, NotPermitted, Role
from leadport.domain.results import Preview
from leadport.engine.unreadable import EmptySource
from leadport.operations.output_file import OutputRefused
from leadport.operations.progress import silent
from leadport.operations.try_import import try_import
from tests.support.imports import request, run
from tests.support.lead_book import CONTENT, HISTORY, account, dump

pytestmark = pytest.mark.usefixtures("database")

LIST = "first name,email\nZoe,zoe@example.com\nMax,max@example.com\nAda,nothing\n"
VIEWER = Actor(name="vic", role=Role.VIEWER)


def attempt(text: str, *, account_id: int, home: Path, rows: Path | None = None) -> Preview:
    return try_import(request=request(text), account_id=account_id, home=home, actor=VIEWER, progress=silent, rows=rows)


def test_a_viewer_may_look_and_nothing_remains(tmp_path: Path) -> None:
    account_id, home = account(), tmp_path / "home"
    run(request("email\nmax@example.com\n"), account_id=account_id, home=home)
    before, files = dump(*CONTENT, *HISTORY), sorted(home.rglob("*"))
    found = attempt(LIST, account_id=account_id, home=home, rows=tmp_path / "rows.csv")
    assert (found.import_id, found.tally.new, found.tally.existing, found.tally.failed) == (None, 1, 1, 1)
    assert dump(*CONTENT, *HISTORY) == before
    assert sorted(home.rglob("*")) == files
    assert len((tmp_path / "rows.csv").read_text().splitlines()) == 4


def test_refusals_leave_nothing_either(tmp_path: Path) -> None:
    with pytest.raises(EmptySource):
        attempt("", account_id=account(), home=tmp_path)
    with pytest.raises(OutputRefused):
        attempt(LIST, account_id=account(), home=tmp_path, rows=tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_looking_needs_no_more_than_the_right_to_look(tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        run(request(LIST), account_id=account(), home=tmp_path, actor=VIEWER)
