"""Undoing needs the right to edit; looking at what it would do does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.permissions import LOCAL_OWNER, Actor, NotPermitted, Role
from leadport.operations.progress import Step
from leadport.operations.undo_import import preview_undo, undo_import
from tests.support.imports import request, run
from tests.support.lead_book import NOW, account, dump

pytestmark = pytest.mark.usefixtures("database")


def test_a_viewer_may_look_and_an_owner_take_back(tmp_path: Path) -> None:
    account_id, viewer = account(), Actor(name="vic", role=Role.VIEWER)
    before = dump()
    run(request("email\nzoe@example.com\n"), account_id=account_id, home=tmp_path)
    steps: set[Step] = set()

    def progress(*, step: Step, done: int, total: int | None) -> None:
        steps.add(step)

    foreseen = preview_undo(account_id=account_id, import_id=1, actor=viewer, now=NOW, progress=progress)
    with pytest.raises(NotPermitted):
        undo_import(account_id=account_id, import_id=1, actor=viewer, now=NOW, progress=progress)
    done = undo_import(account_id=account_id, import_id=1, actor=LOCAL_OWNER, now=NOW, progress=progress)
    assert done.reversed == foreseen.reversed == 1
    assert dump() == before
    assert steps == {Step.UNDO}
