"""What others do between the plan and its landing, or at the same moment: the receipt tells what really happened."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager
from pathlib import Path

import psycopg
import pytest
from django.db import OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence
from leadport.domain.status import ImportState
from leadport.operations.land import LandingBusy, LandingStopped
from leadport.operations.receipt import receipt
from leadport.operations.receipt_proof import verify
from leadport.store.imports import transition
from leadport.store.session_lock import import_lock
from tests.support.lead_book import NOW, Person, account, address, dump, imported, landed, planned, rows, value

pytestmark = pytest.mark.usefixtures("database")

ALL = Actions(
    lists=(AddToList(name="Customers"),),
    tags=(AddTag(name="Shop", category="Source"),),
    sequences=(AddToSequence(name="Welcome", step=2),),
)


def people(*names: str, **values: str | None) -> list[Person]:
    return [Person(email=f"{name}@example.com", values=dict(values)) for name in names]


def assert_true(account_id: int, import_id: int) -> None:
    assert receipt(account_id=account_id, import_id=import_id).balanced
    proof = verify(account_id=account_id, import_id=import_id)
    assert [check for check in proof.checks if not check.ok] == []


def test_people_somebody_added_since_the_plan_are_existing(tmp_path: Path) -> None:
    account_id = account()
    first = planned(account_id=account_id, people=people(*"abcdef", city="Ulm"), directory=tmp_path / "1")
    second = planned(account_id=account_id, people=people(*"defghi", phone="1"), directory=tmp_path / "2")
    landed(account_id=account_id, import_id=first, directory=tmp_path / "1", actions=ALL)
    landed(account_id=account_id, import_id=second, directory=tmp_path / "2", actions=ALL)
    done = receipt(account_id=account_id, import_id=second)
    assert (done.new, done.existing, done.created, done.updated) == (3, 3, 3, 3)
    assert done.reasons == {"already_in_account": 3}
    assert rows("SELECT email, city, phone FROM lead WHERE email LIKE 'e%%'") == [("e@example.com", "Ulm", "1")]
    assert value("SELECT count(*) FROM import_outcome WHERE verdict = 'existing' AND lead_id IS NOT NULL") == 3
    assert [each.added for each in done.actions] == [3, 3, 3]
    assert_true(account_id, first)
    assert_true(account_id, second)


def test_two_imports_of_overlapping_people_at_once_make_one_lead_a_person(tmp_path: Path) -> None:
    account_id = account()
    crowds = [people(*(f"p{number:03}" for number in range(start, start + 120))) for start in (0, 60, 30)]
    made = [
        planned(account_id=account_id, people=crowd, directory=tmp_path / str(number))
        for number, crowd in enumerate(crowds)
    ]
    together = threading.Barrier(len(made))

    def run(number: int) -> None:
        try:
            together.wait()
            landed(
                account_id=account_id,
                import_id=made[number],
                directory=tmp_path / str(number),
                actions=ALL,
                workers=2,
                chunk_size=7 + number,
            )
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(made))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows("SELECT count(*), count(DISTINCT email_key) FROM lead") == [(180, 180)]
    assert rows("SELECT count(*), count(DISTINCT lead_id) FROM list_member") == [(180, 180)]
    assert value("SELECT count(*) FROM enrolment") == 180
    assert sum(receipt(account_id=account_id, import_id=each).created for each in made) == 180
    for each in made:
        assert_true(account_id, each)


def test_somebody_who_was_removed_since_the_plan_does_not_come_back(tmp_path: Path) -> None:
    account_id = account()
    imported(account_id=account_id, people=people("a", "b"), directory=tmp_path)
    import_id = planned(account_id=account_id, people=people("a", "b", "c"), directory=tmp_path / "2")
    rows("DELETE FROM lead WHERE email = 'a@example.com' RETURNING 1")
    landed(account_id=account_id, import_id=import_id, directory=tmp_path / "2", actions=ALL)
    assert rows("SELECT email FROM lead ORDER BY 1") == [("b@example.com",), ("c@example.com",)]
    done = receipt(account_id=account_id, import_id=import_id)
    assert (done.new, done.existing, done.failed) == (1, 1, 1)
    assert done.reasons == {"already_in_account": 1, "removed_meanwhile": 1}
    assert_true(account_id, import_id)


def test_a_lead_that_got_another_address_is_not_taken_for_the_person_in_the_file(tmp_path: Path) -> None:
    account_id = account()
    imported(account_id=account_id, people=people("a", "b"), directory=tmp_path)
    import_id = planned(account_id=account_id, people=people("a", "b"), directory=tmp_path / "2")
    rows(
        "UPDATE lead SET email = 'x@example.com', email_key = 'x@example.com' WHERE email = 'a@example.com' RETURNING 1"
    )
    landed(account_id=account_id, import_id=import_id, directory=tmp_path / "2", actions=ALL)
    assert rows("SELECT l.email FROM list_member JOIN lead l ON l.id = lead_id") == [("b@example.com",)]
    assert receipt(account_id=account_id, import_id=import_id).failed == 1


SUPPRESS = (
    "INSERT INTO suppression (account_id, id, scope, key, kind, address, reason, source, created_at, created_by) "
    "VALUES (%s, 900, %s, %s, 'complaint', 'someone', '', '', now(), '')"
)


@pytest.mark.parametrize(
    ("scope", "key"),
    [
        ("address", "b@example.com"),
        ("sha256", ""),
        ("md5", ""),
        ("domain", "example.com"),
    ],
)
def test_whoever_came_onto_the_blocklist_since_the_plan_does_not_land(scope: str, key: str, tmp_path: Path) -> None:
    account_id = account()
    imported(account_id=account_id, people=people("a"), directory=tmp_path)
    crowd = [*people("a", "c"), Person(email="B@example.com")] if scope != "domain" else people("a", "b")
    import_id = planned(account_id=account_id, people=crowd, directory=tmp_path / "2")
    if scope in {"sha256", "md5"}:
        key = str(
            value(
                {"md5": "SELECT md5(%s)", "sha256": "SELECT encode(sha256(%s::bytea), 'hex')"}[scope], "b@example.com"
            )
        )
    with psycopg.connect(address()) as other:
        other.execute(SUPPRESS, [account_id, scope, key])
    landed(account_id=account_id, import_id=import_id, directory=tmp_path / "2", actions=ALL)
    done = receipt(account_id=account_id, import_id=import_id)
    assert value("SELECT count(*) FROM lead WHERE email_key = 'b@example.com'") == 0
    if scope == "domain":
        assert (done.new, done.existing, done.blocked) == (0, 0, 2)
        assert value("SELECT count(*) FROM list_member") == 0
    else:
        assert (done.new, done.existing, done.blocked) == (1, 1, 1)
    assert done.reasons["blocked_complaint"] == done.blocked
    assert_true(account_id, import_id)


def test_an_entry_that_was_being_written_while_the_filter_looked_blocks_at_landing(tmp_path: Path) -> None:
    account_id = account()
    with psycopg.connect(address()) as other:
        other.execute(SUPPRESS, [account_id, "address", "b@example.com"])
        import_id = planned(account_id=account_id, people=people("a", "b"), directory=tmp_path)
        other.commit()
    landed(account_id=account_id, import_id=import_id, directory=tmp_path)
    assert rows("SELECT email FROM lead") == [("a@example.com",)]
    assert receipt(account_id=account_id, import_id=import_id).blocked == 1


def test_an_entry_that_comes_while_its_chunk_lands_leaves_a_lead_that_is_on_the_blocklist(tmp_path: Path) -> None:
    account_id = account()
    import_id = planned(account_id=account_id, people=people("a", "b"), directory=tmp_path / "1")
    with psycopg.connect(address()) as other:
        other.execute(SUPPRESS, [account_id, "address", "b@example.com"])
        landed(account_id=account_id, import_id=import_id, directory=tmp_path / "1")
        other.commit()
    # Nobody asks the lead whether it may be mailed: the blocklist is asked, and it knows.
    mailable = (
        "SELECT l.email FROM lead l WHERE NOT EXISTS (SELECT FROM suppression s WHERE s.account_id = l.account_id "
        "AND s.lifted_at IS NULL AND s.key = COALESCE(l.mailbox_key, l.email_key))"
    )
    assert rows(mailable) == [("a@example.com",)]
    assert_true(account_id, import_id)
    again = planned(account_id=account_id, people=people("b"), directory=tmp_path / "2")
    assert receipt(account_id=account_id, import_id=again).blocked == 1


def test_entries_that_the_import_itself_adds_block_none_of_its_own(tmp_path: Path) -> None:
    account_id = account()
    crowd = [*people("a"), Person(email="b@example.com", suppress="unsubscribe")]
    import_id = planned(account_id=account_id, people=crowd, directory=tmp_path)
    landed(account_id=account_id, import_id=import_id, directory=tmp_path)
    done = receipt(account_id=account_id, import_id=import_id)
    assert (done.new, done.blocked, done.suppressed) == (1, 1, 1)
    assert_true(account_id, import_id)


def test_targets_that_are_renamed_are_followed_and_deleted_ones_are_skipped_and_said_so(tmp_path: Path) -> None:
    account_id = account()
    import_id = planned(account_id=account_id, people=people(*"abcdef"), directory=tmp_path)
    stop_after_first_chunk(account_id, import_id, tmp_path)
    rows("UPDATE list SET name = 'Buyers', name_key = 'buyers' RETURNING 1")
    rows("DELETE FROM tag RETURNING 1")
    rows("DELETE FROM sequence RETURNING 1")
    landed(account_id=account_id, import_id=import_id, directory=tmp_path, actions=ALL)
    assert rows("SELECT name, count(*) FROM list_member JOIN list ON list.id = list_id GROUP BY 1") == [("Buyers", 6)]
    done = {each.kind: each for each in receipt(account_id=account_id, import_id=import_id).actions}
    assert (done["list"].added, done["list"].skipped) == (6, 0)
    assert (done["tag"].added, done["tag"].skipped) == (3, 3)
    assert (done["sequence"].added, done["sequence"].skipped) == (3, 3)
    assert value("SELECT count(*) FROM lead") == 6
    assert_true(account_id, import_id)


def stop_after_first_chunk(account_id: int, import_id: int, directory: Path) -> None:
    """Land one chunk and lose heart, as a process does that is told to stop."""

    class LostHeartError(Exception):
        pass

    def tell(done: int, total: int) -> None:
        if done:
            raise LostHeartError

    with pytest.raises(LostHeartError):
        landed(account_id=account_id, import_id=import_id, directory=directory, actions=ALL, progress=tell)


def test_a_cancelled_landing_stops_at_the_next_chunk_and_can_be_undone(tmp_path: Path) -> None:
    account_id = account()
    before = dump()
    import_id = planned(account_id=account_id, people=people(*"abcdef"), directory=tmp_path)
    stop_after_first_chunk(account_id, import_id, tmp_path)

    def cancel(done: int, total: int) -> None:
        if done < 6:
            transition(account_id=account_id, import_id=import_id, then=ImportState.CANCELLED, now=NOW)

    rows("DELETE FROM import_chunk WHERE number = 1 RETURNING 1")
    with pytest.raises(LandingStopped):
        landed(account_id=account_id, import_id=import_id, directory=tmp_path, actions=ALL, progress=cancel)
    assert value("SELECT count(*) FROM lead") == 3
    from leadport.operations.undo import undo

    undo(account_id=account_id, import_id=import_id, dry_run=False, actor="test", now=NOW)
    assert dump() == before


def test_two_processes_do_not_land_the_same_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account_id = account()
    import_id = planned(account_id=account_id, people=people("a"), directory=tmp_path)
    monkeypatch.setattr("leadport.operations.land.import_lock", _impatient)
    with psycopg.connect(address()) as other:
        other.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [f"leadport import {account_id}/{import_id}"])
        with pytest.raises(LandingBusy):
            landed(account_id=account_id, import_id=import_id, directory=tmp_path)
    assert landed(account_id=account_id, import_id=import_id, directory=tmp_path).created == 1


def _impatient(*, account_id: int, import_id: int) -> AbstractContextManager[bool]:
    return import_lock(account_id=account_id, import_id=import_id, patience=0.1)


@pytest.mark.parametrize("lost", range(1, 9))
def test_a_commit_whose_answer_is_lost_is_not_done_twice(
    lost: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account_id = account()
    import_id = planned(account_id=account_id, people=people(*"abcdefgh"), directory=tmp_path)
    commit = BaseDatabaseWrapper.commit
    seen = 0

    def lose_the_answer(self: BaseDatabaseWrapper) -> None:
        nonlocal seen
        seen += 1
        commit(self)
        if seen == lost:
            # What the driver says when the server went away before it could answer.
            self.connection.close()
            raise OperationalError("the connection is closed")

    monkeypatch.setattr(BaseDatabaseWrapper, "commit", lose_the_answer)
    try:
        landed(account_id=account_id, import_id=import_id, directory=tmp_path, actions=ALL)
    except OperationalError:
        # The first and the last transaction are not repeated by themselves; whoever asked asks again.
        landed(account_id=account_id, import_id=import_id, directory=tmp_path, actions=ALL)
    # The proof has a transaction of its own, whose answer is not at stake here.
    monkeypatch.undo()
    assert receipt(account_id=account_id, import_id=import_id).created == 8
    assert value("SELECT count(*) FROM lead") == 8
    assert_true(account_id, import_id)
