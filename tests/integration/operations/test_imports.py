"""The list of imports, newest first, a page at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.permissions import LOCAL_OWNER
from leadport.domain.refusal import OpenQuestion
from leadport.domain.status import ImportState
from leadport.domain.verdicts import Verdict
from leadport.operations import imports as module
from leadport.operations.imports import imports
from tests.support.imports import Talk, request, run
from tests.support.lead_book import account

pytestmark = pytest.mark.usefixtures("database")


def test_every_import_has_its_numbers_and_pages_miss_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account_id = account()
    for number in range(3):
        run(request(f"email\np{number}@example.com\nnothing\n"), account_id=account_id, home=tmp_path)
    with pytest.raises(OpenQuestion):
        run(
            request("email\np0@example.com\n"),
            account_id=account_id,
            home=tmp_path,
            talk=Talk(answer=OpenQuestion("?", option="--yes")),
        )
    for size in (1, 2, 100):
        monkeypatch.setattr(module, "_PAGE", size)
        assert [row.id for row in imports(account_id=account_id, actor=LOCAL_OWNER)] == [4, 3, 2, 1]
        assert [row.id for row in imports(account_id=account_id, actor=LOCAL_OWNER, limit=3)] == [4, 3, 2]
    found = list(imports(account_id=account_id, actor=LOCAL_OWNER))
    assert found[0].state is ImportState.FILTERED
    assert (found[0].uploaded, found[0].counts[Verdict.EXISTING]) == (1, 1)
    assert (found[1].uploaded, found[1].counts[Verdict.NEW], found[1].counts[Verdict.FAILED]) == (2, 1, 1)
    assert list(imports(account_id=account("Other"), actor=LOCAL_OWNER)) == []
