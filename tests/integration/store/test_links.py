"""Links and what they point to: whoever adds or deletes at the same time, no link is ever left without its ends."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence
from tests.support.lead_book import Person, account, address, imported, rows, value

pytestmark = pytest.mark.usefixtures("database")

ALL = Actions(
    lists=(AddToList(name="Customers"),), tags=(AddTag(name="Red"),), sequences=(AddToSequence(name="Welcome", step=2),)
)
ADD = "INSERT INTO list_member (account_id, list_id, lead_id, added_at) SELECT account_id, %s, id, now() FROM lead"
ORPHANS = """
WITH link AS (
    SELECT m.account_id, m.lead_id, t.id IS NULL AS lost FROM list_member m
    LEFT JOIN list t ON (t.account_id, t.id) = (m.account_id, m.list_id)
    UNION ALL
    SELECT m.account_id, m.lead_id, t.id IS NULL FROM lead_tag m
    LEFT JOIN tag t ON (t.account_id, t.id) = (m.account_id, m.tag_id)
    UNION ALL
    SELECT m.account_id, m.lead_id, t.id IS NULL FROM enrolment m
    LEFT JOIN step t ON (t.account_id, t.id, t.sequence_id) = (m.account_id, m.step_id, m.sequence_id)
)
SELECT count(*) FROM link k
WHERE k.lost OR NOT EXISTS (SELECT FROM lead l WHERE (l.account_id, l.id) = (k.account_id, k.lead_id))
"""
NEW_LIST = (
    "INSERT INTO list (account_id, id, name, name_key, created_at) VALUES (%s, 900, 'New', 'new', now()) RETURNING id"
)


@pytest.fixture
def account_id(tmp_path: Path) -> int:
    """An account with eight leads on a list, with a tag, in a sequence."""
    given = account()
    crowd = [Person(email=f"p{number}@example.com") for number in range(8)]
    imported(account_id=given, people=crowd, directory=tmp_path, actions=ALL)
    return given


@pytest.mark.parametrize("which", ["id = 3", "id IN (1, 8)", "id BETWEEN 2 AND 5", "true"])
def test_a_deleted_lead_leaves_nothing_behind(which: str, account_id: int) -> None:
    gone = len(rows(f"DELETE FROM lead WHERE {which} RETURNING id"))
    assert rows("SELECT count(*) FROM list_member") == [(8 - gone,)]
    assert rows("SELECT count(*) FROM lead_tag") == [(8 - gone,)]
    assert rows("SELECT count(*) FROM enrolment") == [(8 - gone,)]
    assert value(ORPHANS) == 0
    assert sorted(rows("SELECT kind, removed FROM import_loss"), key=str) == [
        ("lead", gone), ("list", gone), ("sequence", gone), ("tag", gone),
    ]  # fmt: skip


@pytest.mark.parametrize(("table", "links"), [("list", "list_member"), ("tag", "lead_tag"), ("sequence", "enrolment")])
def test_a_deleted_list_tag_or_sequence_lets_everybody_go(table: str, links: str, account_id: int) -> None:
    rows(f"DELETE FROM {table} RETURNING id")
    assert value(f"SELECT count(*) FROM {links}") == 0
    assert value("SELECT count(*) FROM lead") == 8
    assert value(ORPHANS) == 0


def test_deleting_a_lead_of_one_account_touches_no_other(account_id: int, tmp_path: Path) -> None:
    other = account("Other")
    imported(account_id=other, people=[Person(email="p1@example.com")], directory=tmp_path, actions=ALL)
    rows("DELETE FROM lead WHERE account_id = %s RETURNING id", account_id)
    assert rows("SELECT account_id FROM list_member") == [(other,)]


def test_the_journal_of_a_deleted_lead_is_deleted(account_id: int, tmp_path: Path) -> None:
    crowd = [
        Person(email="p1@example.com", values={"city": "Ulm"}),
        Person(email="p2@example.com", values={"city": "Ulm"}),
    ]
    imported(account_id=account_id, people=crowd, directory=tmp_path)
    rows("DELETE FROM lead WHERE email = 'p1@example.com' RETURNING id")
    assert value("SELECT count(*) FROM field_change") == 1


@pytest.mark.parametrize("delete", ["DELETE FROM lead WHERE id < 5", "DELETE FROM list WHERE name = 'New'"])
def test_a_delete_waits_for_links_being_added_and_then_removes_them(delete: str, account_id: int) -> None:
    rows(NEW_LIST, account_id)
    with psycopg.connect(address()) as adder:
        adder.execute(ADD, [900])
        deleter = in_background(lambda: rows(f"{delete} RETURNING id"))
        deleter.join(0.3)
        assert deleter.is_alive()
        adder.commit()
    deleter.join()
    assert value(ORPHANS) == 0


@pytest.mark.parametrize("delete", ["DELETE FROM lead WHERE id < 5", "DELETE FROM list WHERE name = 'New'"])
def test_links_to_what_is_being_deleted_wait_and_are_refused(delete: str, account_id: int) -> None:
    rows(NEW_LIST, account_id)
    refusals: list[str] = []

    def add() -> None:
        with psycopg.connect(address()) as adder:
            try:
                adder.execute("INSERT INTO list_member (account_id, list_id, lead_id, added_at) "
                              "SELECT %s, 900, id, now() FROM generate_series(1, 8) id", [account_id])  # fmt: skip
            except psycopg.errors.ForeignKeyViolation as refusal:
                refusals.append(str(refusal.diag.constraint_name))

    with psycopg.connect(address()) as deleter:
        deleter.execute(delete)
        adder = in_background(add)
        adder.join(0.3)
        assert adder.is_alive()
        deleter.commit()
    adder.join()
    assert refusals == ["list_member_references"]
    assert value(ORPHANS) == 0


def test_a_step_with_leads_at_it_stays_and_an_empty_one_goes(account_id: int) -> None:
    with psycopg.connect(address()) as other, pytest.raises(psycopg.errors.ForeignKeyViolation):
        other.execute("DELETE FROM step WHERE position = 2")
    assert rows("DELETE FROM step WHERE position = 1 RETURNING position") == [(1,)]


def test_the_database_notes_that_somebody_moved_on(account_id: int) -> None:
    first = value("SELECT id FROM step WHERE position = 1")
    assert rows(f"UPDATE enrolment SET step_id = {first} WHERE lead_id = 3 RETURNING moved_at IS NULL") == [(False,)]
    assert value("SELECT count(*) FROM enrolment WHERE moved_at IS NULL") == 7


def test_a_change_that_forgets_the_revision_is_counted_all_the_same(account_id: int) -> None:
    assert rows("UPDATE lead SET city = 'Ulm' WHERE id = 1 RETURNING revision, changed_at > created_at") == [(1, True)]
    assert rows("UPDATE lead SET city = 'Ulm' WHERE id = 1 RETURNING revision") == [(1,)]


def in_background(work: Callable[[], object]) -> threading.Thread:
    """Run something on a connection of its own."""
    from django.db import connections

    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread
