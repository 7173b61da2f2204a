"""The blocklist is read page by page."""

from __future__ import annotations

import pytest

from leadport.domain.permissions import LOCAL_OWNER
from leadport.domain.suppressions import SuppressionKind
from leadport.operations import list_suppressions as module
from leadport.operations.list_suppressions import suppressions
from leadport.operations.suppress import lift, suppress
from tests.support.lead_book import NOW, account

pytestmark = pytest.mark.usefixtures("database")


def test_pages_miss_nobody_and_filters_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    account_id = account()
    for kind, name in ((SuppressionKind.BOUNCE, "b"), (SuppressionKind.COMPLAINT, "c")):
        suppress(
            account_id=account_id,
            texts=[f"{name}{number}@example.com" for number in range(5)],
            kind=kind,
            reason="",
            source="test",
            actor=LOCAL_OWNER,
            now=NOW,
        )
    lift(account_id=account_id, text="c4@example.com", reason="asked", actor=LOCAL_OWNER, now=NOW)

    def entries(**wanted: object) -> list[str]:
        return [row.entry.partition("@")[0] for row in suppressions(account_id=account_id, actor=LOCAL_OWNER, **wanted)]  # type: ignore[arg-type]

    for size in (1, 4, 100):
        monkeypatch.setattr(module, "_PAGE", size)
        assert entries() == ["b0", "b1", "b2", "b3", "b4", "c0", "c1", "c2", "c3"]
        assert entries(kind=SuppressionKind.COMPLAINT) == ["c0", "c1", "c2", "c3"]
        assert entries(search="B3@") == ["b3"]
        assert entries(lifted=True)[-1] == "c4"
        assert entries(limit=3) == ["b0", "b1", "b2"]
