"""The blocklist: the strongest entry stands, nothing is lost, everything is logged."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from django.db import connections

from leadport.domain.permissions import LOCAL_OWNER, Actor, NotPermitted, Role
from leadport.domain.suppressions import SuppressionKind
from leadport.operations.suppress import EntryRefused, NotSuppressed, ReasonMissing, Suppressed, lift, suppress
from leadport.operations.undo import undo
from tests.support.lead_book import NOW, Person, account, imported, rows, value

pytestmark = pytest.mark.usefixtures("database")


def block(account_id: int, *texts: str, kind: SuppressionKind = SuppressionKind.MANUAL) -> Suppressed:
    return suppress(account_id=account_id, texts=texts, kind=kind, reason="", source="test", actor=LOCAL_OWNER, now=NOW)


def active(account_id: int) -> list[tuple[object, ...]]:
    return rows(
        "SELECT key, kind FROM suppression WHERE account_id = %s AND lifted_at IS NULL ORDER BY key", account_id
    )


def test_the_stronger_kind_stands_and_the_weaker_one_is_kept_as_lifted() -> None:
    account_id = account()
    assert block(account_id, "ann@example.com", kind=SuppressionKind.BOUNCE) == Suppressed(added=1)
    assert block(account_id, "Ann@Example.com", kind=SuppressionKind.COMPLAINT) == Suppressed(replaced=1)
    assert block(account_id, "ann@example.com", kind=SuppressionKind.UNSUBSCRIBE) == Suppressed(already=1)
    assert active(account_id) == [("ann@example.com", "complaint")]
    assert rows("SELECT kind, replaced_by IS NOT NULL FROM suppression WHERE lifted_at IS NOT NULL") == [
        ("bounce", True)
    ]


def test_every_spelling_of_a_mailbox_is_one_entry() -> None:
    account_id = account()
    assert block(account_id, "a.n.n+news@gmail.com", "ann@googlemail.com") == Suppressed(added=1)


def test_what_is_blocked_does_not_come_in(tmp_path: Path) -> None:
    account_id = account()
    block(account_id, "ann@example.com")
    imported(
        account_id=account_id,
        people=[Person(email="ann@example.com"), Person(email="bob@example.com")],
        directory=tmp_path,
    )
    assert rows("SELECT email FROM lead") == [("bob@example.com",)]


def test_who_was_blocked_by_hand_as_well_stays_blocked_when_the_import_is_undone(tmp_path: Path) -> None:
    account_id = account()
    people = [Person(email="gone@example.com", suppress="unsubscribe")]
    import_id = imported(account_id=account_id, people=people, directory=tmp_path)
    for _ in range(2):
        assert block(account_id, "gone@example.com") == Suppressed(already=1)
    undo(account_id=account_id, import_id=import_id, dry_run=False, actor="me", now=NOW)
    assert active(account_id) == [("gone@example.com", "unsubscribe")]


def test_lifting_is_logged_with_its_reason_and_can_be_blocked_again() -> None:
    account_id = account()
    block(account_id, "ann@example.com")
    with pytest.raises(ReasonMissing):
        lift(account_id=account_id, text="ann@example.com", reason="  ", actor=LOCAL_OWNER, now=NOW)
    lift(account_id=account_id, text="ann@example.com", reason="asked", actor=LOCAL_OWNER, now=NOW)
    with pytest.raises(NotSuppressed):
        lift(account_id=account_id, text="ann@example.com", reason="asked", actor=LOCAL_OWNER, now=NOW)
    assert rows("SELECT lift_reason, lifted_by FROM suppression") == [("asked", "local")]
    assert block(account_id, "ann@example.com") == Suppressed(added=1)
    assert rows("SELECT deed FROM audit_entry ORDER BY id") == [
        ("suppressed",),
        ("suppression_lifted",),
        ("suppressed",),
    ]


def test_nothing_is_added_when_one_of_them_cannot_be() -> None:
    account_id = account()
    with pytest.raises(EntryRefused, match="Entry 2"):
        block(account_id, "ann@example.com", "nonsense")
    with pytest.raises(NotPermitted):
        suppress(
            account_id=account_id,
            texts=["ann@example.com"],
            kind=SuppressionKind.MANUAL,
            reason="",
            source="test",
            actor=Actor(name="vic", role=Role.VIEWER),
            now=NOW,
        )
    assert value("SELECT count(*) FROM suppression") == 0


def test_many_at_once_add_each_entry_once() -> None:
    account_id = account()
    done: list[Suppressed] = []

    def work() -> None:
        done.append(block(account_id, *(f"p{number}@example.com" for number in range(50))))
        connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(each.added for each in done) == 50
    assert sum(each.already for each in done) == 150
    assert len(active(account_id)) == 50
