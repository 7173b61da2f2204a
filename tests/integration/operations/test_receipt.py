"""Receipts and their proof: right for every kind of record, and wrong as soon as somebody tampers with the database."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence
from leadport.operations.receipt import ImportUnknown, receipt
from leadport.operations.receipt_proof import Verification, verify
from leadport.operations.undo import undo
from tests.support.lead_book import NOW, Person, account, imported, landed, planned, rows

pytestmark = pytest.mark.usefixtures("database")

ALL = Actions(
    lists=(AddToList(name="Customers"),), tags=(AddTag(name="Red"),), sequences=(AddToSequence(name="Welcome", step=2),)
)
CROWD = [
    *(Person(email=f"p{number}@example.com", values={"city": "Ulm"}) for number in range(7)),
    Person(email="left@example.com", suppress="unsubscribe"),
    Person(email="out@example.com", suppress="bounce"),
]


@pytest.fixture
def landed_import(tmp_path: Path) -> tuple[int, int, Path]:
    """Account, import and the file of verdicts of an import with new, existing and blocked records."""
    account_id = account()
    imported(account_id=account_id, people=CROWD[:2], directory=tmp_path)
    directory = tmp_path / "second"
    import_id = planned(account_id=account_id, people=CROWD, directory=directory)
    landed(account_id=account_id, import_id=import_id, directory=directory, actions=ALL)
    return account_id, import_id, directory / "verdicts.parquet"


LOSE_A_LEAD = """
SET session_replication_role = replica;
DELETE FROM lead WHERE email = 'p5@example.com';
SET session_replication_role = DEFAULT
"""
BLOCK_LATE = """
INSERT INTO suppression
    (account_id, id, scope, key, kind, address, reason, source, created_at, created_by, created_txid)
SELECT account_id, 900, 'address', 'p5@example.com', 'manual', '', '', '', started_at, '', 1
FROM lead_import WHERE id = 2
"""


def wrong(proof: Verification) -> set[str]:
    return {check.name for check in proof.checks if not check.ok}


def test_the_receipt_counts_every_record_and_every_lead(landed_import: tuple[int, int, Path]) -> None:
    account_id, import_id, _ = landed_import
    done = receipt(account_id=account_id, import_id=import_id)
    assert done.balanced
    assert (done.state, done.uploaded, done.new, done.existing, done.blocked) == ("landed", 9, 5, 2, 2)
    assert (done.created, done.updated, done.unchanged, done.suppressed) == (5, 0, 2, 2)
    assert done.reasons == {"already_in_account": 2, "blocked_bounce": 1, "blocked_unsubscribe": 1}
    assert [(each.added, each.already, each.skipped) for each in done.actions] == [(7, 0, 0)] * 3


def test_before_landing_the_receipt_says_what_is_planned(tmp_path: Path) -> None:
    account_id = account()
    import_id = planned(account_id=account_id, people=CROWD, directory=tmp_path)
    done = receipt(account_id=account_id, import_id=import_id)
    assert (done.state, done.new, done.created, done.actions) == ("filtered", 7, 0, ())
    assert not done.balanced


def test_what_is_claimed_is_proved_also_from_the_file_of_verdicts(landed_import: tuple[int, int, Path]) -> None:
    account_id, import_id, verdicts = landed_import
    proof = verify(account_id=account_id, import_id=import_id, verdicts=verdicts)
    assert wrong(proof) == set()
    assert proof.ok
    assert len(proof.checks) == 16


def test_it_stays_proved_when_leads_are_removed_and_when_the_import_is_undone(
    landed_import: tuple[int, int, Path],
) -> None:
    account_id, import_id, verdicts = landed_import
    rows("DELETE FROM lead WHERE email IN ('p5@example.com', 'p0@example.com') RETURNING 1")
    rows("DELETE FROM tag RETURNING 1")
    assert wrong(verify(account_id=account_id, import_id=import_id, verdicts=verdicts)) == set()
    undo(account_id=account_id, import_id=import_id, dry_run=False, actor="test", now=NOW, chunk_size=3)
    assert wrong(verify(account_id=account_id, import_id=import_id, verdicts=verdicts)) == set()


def test_both_of_two_imports_stay_proved_when_an_entry_passes_from_one_to_the_other(tmp_path: Path) -> None:
    account_id = account()
    first = imported(account_id=account_id, people=CROWD, directory=tmp_path)
    second = imported(account_id=account_id, people=CROWD, directory=tmp_path)
    undo(account_id=account_id, import_id=first, dry_run=False, actor="test", now=NOW)
    for each in (first, second):
        assert wrong(verify(account_id=account_id, import_id=each)) == set()


@pytest.mark.parametrize(
    ("tampering", "found_by"),
    [
        ("UPDATE lead SET import_id = NULL WHERE email = 'p5@example.com'", "leads created, present or removed since"),
        ("UPDATE list_member SET import_id = NULL WHERE lead_id = 1", "list members added, present or removed since"),
        ("UPDATE lead_tag SET import_id = NULL WHERE lead_id = 1", "tags added, present or removed since"),
        ("UPDATE enrolment SET import_id = NULL WHERE lead_id = 1", "enrolments added, present or removed since"),
        ("UPDATE suppression SET import_id = NULL", "blocklist entries added, present or removed since"),
        ("DELETE FROM import_chunk WHERE phase = 'land' AND number = 1", "chunks in the ledger"),
        ("UPDATE lead_import SET tally = jsonb_set(tally, '{new}', '6') WHERE id = 2", "records with an outcome"),
        (LOSE_A_LEAD, "links without a lead"),
        (BLOCK_LATE, "leads created in spite of the blocklist"),
    ],
)
def test_tampering_is_found(tampering: str, found_by: str, landed_import: tuple[int, int, Path]) -> None:
    account_id, import_id, verdicts = landed_import
    with connection.cursor() as cursor:
        cursor.execute(tampering)
    found = wrong(verify(account_id=account_id, import_id=import_id, verdicts=verdicts))
    assert found_by in found


def test_an_import_of_another_account_is_unknown(landed_import: tuple[int, int, Path]) -> None:
    other = account("Other")
    with pytest.raises(ImportUnknown):
        receipt(account_id=other, import_id=landed_import[1])
    with pytest.raises(ImportUnknown):
        verify(account_id=other, import_id=landed_import[1])
