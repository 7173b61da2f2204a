"""Sequences and their steps."""

from __future__ import annotations

import pytest

from leadport.domain.permissions import LOCAL_OWNER
from leadport.operations.naming import NameTaken, NameUnknown
from leadport.operations.sequences import (
    StepsRefused,
    archive_sequence,
    create_sequence,
    list_sequences,
    rename_sequence,
)
from tests.support.lead_book import NOW, account, rows

pytestmark = pytest.mark.usefixtures("database")


def test_steps_are_numbered_from_one() -> None:
    account_id = account()
    made = create_sequence(account_id=account_id, name="Welcome", steps=3, actor=LOCAL_OWNER, now=NOW)
    assert made.steps == 3
    assert rows("SELECT position FROM step WHERE sequence_id = %s ORDER BY 1", made.id) == [(1,), (2,), (3,)]
    for steps in (0, 101):
        with pytest.raises(StepsRefused):
            create_sequence(account_id=account_id, name="Other", steps=steps, actor=LOCAL_OWNER, now=NOW)


def test_a_sequence_is_renamed_and_archived() -> None:
    account_id = account()
    create_sequence(account_id=account_id, name="Welcome", steps=1, actor=LOCAL_OWNER, now=NOW)
    create_sequence(account_id=account_id, name="News", steps=1, actor=LOCAL_OWNER, now=NOW)
    with pytest.raises(NameTaken):
        rename_sequence(account_id=account_id, name="News", new_name="welcome", actor=LOCAL_OWNER, now=NOW)
    rename_sequence(account_id=account_id, name="News", new_name="Letter", actor=LOCAL_OWNER, now=NOW)
    archive_sequence(account_id=account_id, name="letter", actor=LOCAL_OWNER, now=NOW)
    with pytest.raises(NameUnknown):
        archive_sequence(account_id=account_id, name="nothing", actor=LOCAL_OWNER, now=NOW)
    listed = list_sequences(account_id=account_id, actor=LOCAL_OWNER, archived=True)
    assert [(row.name, row.archived) for row in listed] == [("Letter", True), ("Welcome", False)]
