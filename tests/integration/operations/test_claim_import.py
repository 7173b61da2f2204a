"""An unfinished import is found again by its request, and held by one process at a time."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest

from leadport.domain.actions import Actions, AddToList
from leadport.domain.permissions import LOCAL_OWNER
from leadport.domain.status import ImportState
from leadport.operations.claim_import import APPROVED, Claim, claimed_import
from leadport.operations.import_request import ImportRequest
from leadport.operations.receive import Received, Source
from leadport.store.imports import transition
from tests.support.lead_book import NOW, account, state_of

pytestmark = pytest.mark.usefixtures("database")

REQUEST = ImportRequest(source=Source(name="list.csv", path=Path("list.csv")))


@pytest.fixture
def received(tmp_path: Path) -> Received:
    path = tmp_path / "list.csv"
    path.write_text("email\nzoe@example.com\n")
    return Received(path=path, name="list.csv", sha256="ab", size=22)


def claim(received: Received, home: Path, request: ImportRequest = REQUEST) -> AbstractContextManager[Claim]:
    return claimed_import(
        account_id=account(), home=home, request=request, received=received, actor=LOCAL_OWNER, now=NOW
    )


def test_a_request_that_was_not_finished_is_taken_up_again(received: Received, tmp_path: Path) -> None:
    with claim(received, tmp_path) as first:
        assert not first.resumed
    with claim(received, tmp_path) as again:
        assert again.resumed
        assert (again.row.id, again.workspace.path) == (first.row.id, first.workspace.path)


def test_another_request_is_another_import(received: Received, tmp_path: Path) -> None:
    with claim(received, tmp_path) as first:
        pass
    other = replace(REQUEST, actions=Actions(lists=(AddToList(name="Customers"),)))
    with claim(received, tmp_path, other) as second:
        assert not second.resumed
        assert second.row.id != first.row.id


def test_while_one_is_running_the_same_request_is_a_second_import(received: Received, tmp_path: Path) -> None:
    with claim(received, tmp_path) as first, claim(received, tmp_path) as second:
        assert second.row.id != first.row.id
        with claim(received, tmp_path) as third:
            assert third.row.id not in {first.row.id, second.row.id}
    with claim(received, tmp_path) as again, claim(received, tmp_path) as beside:
        assert (again.resumed, again.row.id) == (True, first.row.id)
        assert (beside.resumed, beside.row.id) == (True, second.row.id)


def test_a_finished_import_is_not_taken_up_again(received: Received, tmp_path: Path) -> None:
    with claim(received, tmp_path) as first:
        transition(account_id=first.row.account_id, import_id=first.row.id, then=ImportState.CANCELLED, now=NOW)
    with claim(received, tmp_path) as second:
        assert not second.resumed


def test_a_landing_without_its_work_files_is_given_up_for_a_new_import(received: Received, tmp_path: Path) -> None:
    with claim(received, tmp_path) as first:
        account_id, import_id = first.row.account_id, first.row.id
        for state in (ImportState.FILTERED, ImportState.LANDING):
            transition(account_id=account_id, import_id=import_id, then=state, now=NOW)
        (first.workspace.path / APPROVED).touch()
    with claim(received, tmp_path) as again:
        assert again.row.id == first.row.id
        (again.workspace.path / APPROVED).unlink()
    with claim(received, tmp_path) as new:
        assert not new.resumed
        assert new.row.id != first.row.id
    assert state_of(account_id=account_id, import_id=import_id) is ImportState.FAILED


def test_a_stream_moves_in_with_the_other_work_files(received: Received, tmp_path: Path) -> None:
    spooled = replace(received, spooled=True)
    with claim(spooled, tmp_path) as claimed:
        assert claimed.received.path.parent == claimed.workspace.path
        assert claimed.received.path.read_text() == "email\nzoe@example.com\n"
        assert not received.path.exists()
