"""Lists: who may change them, and what the log keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.actions import Actions, AddToList
from leadport.domain.permissions import LOCAL_OWNER, Actor, NotPermitted, Role
from leadport.operations.lists import archive_list, create_list, list_lists, rename_list
from leadport.operations.naming import NameTaken, NameUnknown
from tests.support.lead_book import NOW, Person, account, imported, rows

pytestmark = pytest.mark.usefixtures("database")

VIEWER = Actor(name="vic", role=Role.VIEWER)


def names(account_id: int, *, archived: bool = False) -> list[tuple[str, int]]:
    return [(row.name, row.leads) for row in list_lists(account_id=account_id, actor=VIEWER, archived=archived)]


def test_a_list_counts_its_leads_and_keeps_them_when_it_is_renamed_and_archived(tmp_path: Path) -> None:
    account_id = account()
    people = [Person(email="ann@example.com"), Person(email="bob@example.com")]
    imported(account_id=account_id, people=people, directory=tmp_path, actions=Actions(lists=(AddToList(name="Fair"),)))
    rename_list(account_id=account_id, name="FAIR", new_name="Spring fair", actor=LOCAL_OWNER, now=NOW)
    assert names(account_id) == [("Spring fair", 2)]
    archive_list(account_id=account_id, name="spring fair", actor=LOCAL_OWNER, now=NOW)
    assert names(account_id) == []
    assert names(account_id, archived=True) == [("Spring fair", 2)]


def test_every_change_is_in_the_log() -> None:
    account_id = account()
    create_list(account_id=account_id, name="A", actor=LOCAL_OWNER, now=NOW)
    rename_list(account_id=account_id, name="A", new_name="a", actor=LOCAL_OWNER, now=NOW)
    archive_list(account_id=account_id, name="a", actor=LOCAL_OWNER, now=NOW)
    deeds = rows("SELECT deed, actor FROM audit_entry WHERE object_kind = 'list' ORDER BY id")
    assert deeds == [("list_created", "local"), ("list_renamed", "local"), ("list_archived", "local")]


def test_a_viewer_changes_nothing_and_a_refused_change_leaves_nothing() -> None:
    account_id = account()
    with pytest.raises(NotPermitted):
        create_list(account_id=account_id, name="A", actor=VIEWER, now=NOW)
    create_list(account_id=account_id, name="A", actor=LOCAL_OWNER, now=NOW)
    create_list(account_id=account_id, name="B", actor=LOCAL_OWNER, now=NOW)
    with pytest.raises(NameTaken):
        rename_list(account_id=account_id, name="A", new_name="b", actor=LOCAL_OWNER, now=NOW)
    with pytest.raises(NameUnknown):
        archive_list(account_id=account("Other"), name="A", actor=LOCAL_OWNER, now=NOW)
    assert names(account_id) == [("A", 0), ("B", 0)]
    assert rows("SELECT count(*) FROM audit_entry") == [(2,)]
