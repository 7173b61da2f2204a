"""What was approved is kept until it has landed, and then remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.mapping import FieldType, MatchOverrides, NewField
from leadport.operations.claim_import import APPROVED
from leadport.operations.complete_import import kept_approval, workers
from leadport.operations.import_request import MatchChoices
from leadport.operations.remember import custom_fields, remembered_mapping, saved_mapping
from leadport.operations.workspace import Workspace, workspace_path
from leadport.store.imports import get_import
from tests.support.imports import request, run
from tests.support.lead_book import account

pytestmark = pytest.mark.usefixtures("database")


def test_the_row_of_the_import_tells_what_was_decided_and_the_matching_is_remembered(tmp_path: Path) -> None:
    account_id = account()
    new = NewField(column="Tier", label="Loyalty tier", type=FieldType.CHOICE)
    choices = MatchChoices(overrides=MatchOverrides(create=(new,)), save_preset="Ours")
    wanted = request("email,Tier\nzoe@example.com,gold\n", choices=choices)
    run(wanted, account_id=account_id, home=tmp_path)
    row = get_import(account_id=account_id, import_id=1)
    assert row.options == {"status": "block", "bad_value": "blank", "existing": "fill"}
    assert row.tally is not None
    assert (row.tally["uploaded"], row.tally["new"]) == (1, 1)
    mapping = remembered_mapping(account_id=account_id, header=("email", "Tier"))
    assert mapping is not None
    assert mapping == saved_mapping(account_id=account_id, name="ours")
    assert [each.field for each in mapping.assignments] == ["email", "custom:loyalty_tier"]
    assert [each.label for each in custom_fields(account_id=account_id)] == ["Loyalty tier"]


def test_the_plan_goes_when_it_has_landed_and_the_rows_stay(tmp_path: Path) -> None:
    run(request("email\nzoe@example.com\n"), account_id=account(), home=tmp_path)
    directory = workspace_path(home=tmp_path, account_id=account(), import_id=1)
    approved = kept_approval(workspace=Workspace(path=directory, kept=True))
    assert approved is not None
    assert not approved.plan.exists()
    assert approved.records.path.exists()
    assert approved.verdicts.path.exists()
    (directory / APPROVED).write_text("{}")
    assert kept_approval(workspace=Workspace(path=directory, kept=True)) is None


def test_there_is_always_somebody_to_do_the_work() -> None:
    assert 1 <= workers() <= 4
