"""The row of an import: made once for a request, found again, and taken only where the table of states allows."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError

from leadport.domain.status import TRANSITIONS, ImportState
from leadport.store.imports import (
    ForbiddenTransitionError,
    ImportRow,
    UnknownImportError,
    create_import,
    find_import,
    find_open_import,
    get_import,
    list_imports,
    transition,
    update_import,
)
from tests.support.lead_book import NOW, account, rows

pytestmark = pytest.mark.usefixtures("database")


def made(account_id: int, *, fingerprint: str | None = None) -> ImportRow:
    return create_import(
        account_id=account_id, file_name="f.csv", source_sha256="00", fingerprint=fingerprint, actor="me", now=NOW
    )


def test_numbers_count_up_in_each_account_by_itself() -> None:
    first, second = account("One"), account("Two")
    assert [made(first).id, made(first).id, made(second).id] == [1, 2, 1]


def test_an_unfinished_import_is_found_by_its_fingerprint_and_made_only_once() -> None:
    account_id = account()
    row = made(account_id, fingerprint="same")
    with pytest.raises(IntegrityError):
        made(account_id, fingerprint="same")
    assert find_open_import(account_id=account_id, fingerprint="same") == row
    transition(account_id=account_id, import_id=row.id, then=ImportState.CANCELLED, now=NOW)
    assert find_open_import(account_id=account_id, fingerprint="same") is None
    assert made(account_id, fingerprint="same").id == 2


def test_another_account_cannot_see_it() -> None:
    first, second = account("One"), account("Two")
    row = made(first, fingerprint="same")
    assert find_import(account_id=second, import_id=row.id) is None
    assert find_open_import(account_id=second, fingerprint="same") is None
    with pytest.raises(UnknownImportError):
        get_import(account_id=second, import_id=row.id)


def test_answers_are_filled_in_without_touching_the_others() -> None:
    account_id = account()
    row = made(account_id)
    update_import(account_id=account_id, import_id=row.id, tally={"uploaded": 3}, watermark=7)
    changed = update_import(account_id=account_id, import_id=row.id, seconds={"read": 1.5})
    assert (changed.tally, changed.watermark, changed.seconds, changed.file_name) == (
        {"uploaded": 3},
        7,
        {"read": 1.5},
        "f.csv",
    )


def test_imports_are_listed_newest_first_and_paged() -> None:
    account_id = account()
    for _ in range(5):
        made(account_id)
    page = list_imports(account_id=account_id, limit=2)
    assert [row.id for row in page] == [5, 4]
    assert [row.id for row in list_imports(account_id=account_id, limit=2, before=4)] == [3, 2]


@pytest.mark.parametrize("now", ImportState)
@pytest.mark.parametrize("then", ImportState)
def test_the_state_changes_only_as_the_table_allows(now: ImportState, then: ImportState) -> None:
    account_id = account()
    row = made(account_id)
    rows("UPDATE lead_import SET state = %s RETURNING 1", now.value)
    if then in TRANSITIONS[now]:
        assert transition(account_id=account_id, import_id=row.id, then=then, now=NOW).state is then
    else:
        with pytest.raises(ForbiddenTransitionError):
            transition(account_id=account_id, import_id=row.id, then=then, now=NOW)
        assert get_import(account_id=account_id, import_id=row.id).state is now


def test_a_transition_leaves_its_time_stamp() -> None:
    account_id = account()
    row = made(account_id)
    later = NOW + dt.timedelta(hours=1)
    transition(account_id=account_id, import_id=row.id, then=ImportState.FILTERED, now=NOW)
    assert transition(account_id=account_id, import_id=row.id, then=ImportState.LANDING, now=later).started_at == later
    assert transition(account_id=account_id, import_id=row.id, then=ImportState.LANDED, now=later).finished_at == later
    transition(account_id=account_id, import_id=row.id, then=ImportState.UNDOING, now=later)
    assert transition(account_id=account_id, import_id=row.id, then=ImportState.UNDONE, now=later).undone_at == later
