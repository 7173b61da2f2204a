"""An import is shown and proved with and without its work files."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.permissions import LOCAL_OWNER
from leadport.operations.receipt import ImportUnknown
from leadport.operations.show_import import show_import, verify_import
from leadport.operations.workspace import remove_workspace
from tests.support.imports import request, run
from tests.support.lead_book import account

pytestmark = pytest.mark.usefixtures("database")


def test_the_receipt_outlives_the_work_files(tmp_path: Path) -> None:
    account_id = account()
    run(request("email\nzoe@example.com\nx@gamil.com\nnothing\n"), account_id=account_id, home=tmp_path)
    whole = show_import(account_id=account_id, import_id=1, home=tmp_path, actor=LOCAL_OWNER)
    assert (whole.file_name, whole.actor, whole.receipt.uploaded) == ("list.csv", "local", 3)
    assert [cause.code for cause in whole.causes] == ["email_no_at"]
    assert [(typo.domain, typo.likely) for typo in whole.typos] == [("gamil.com", "gmail.com")]
    proof = verify_import(account_id=account_id, import_id=1, home=tmp_path, actor=LOCAL_OWNER)
    remove_workspace(home=tmp_path, account_id=account_id, import_id=1)
    bare = show_import(account_id=account_id, import_id=1, home=tmp_path, actor=LOCAL_OWNER)
    assert (bare.receipt, bare.causes, bare.typos) == (whole.receipt, (), ())
    smaller = verify_import(account_id=account_id, import_id=1, home=tmp_path, actor=LOCAL_OWNER)
    assert proof.ok
    assert smaller.ok
    assert len(smaller.checks) == len(proof.checks) - 5


def test_another_account_s_import_is_not_there(tmp_path: Path) -> None:
    run(request("email\nzoe@example.com\n"), account_id=account(), home=tmp_path)
    for look in (show_import, verify_import):
        with pytest.raises(ImportUnknown):
            look(account_id=account("Other"), import_id=1, home=tmp_path, actor=LOCAL_OWNER)
