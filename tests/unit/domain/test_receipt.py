"""A receipt is balanced when every record has one outcome and the leads agree with the records."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leadport.domain.receipt import Receipt

BALANCED = Receipt(
    import_id=1,
    state="landed",
    uploaded=100,
    failed=5,
    duplicated=10,
    blocked=15,
    existing=30,
    new=40,
    created=40,
    updated=20,
    unchanged=10,
)


def test_a_receipt_whose_sums_agree_is_balanced() -> None:
    assert BALANCED.balanced


@pytest.mark.parametrize("number", ["uploaded", "failed", "duplicated", "blocked", "existing", "new"])
def test_one_record_too_many_anywhere_tips_it(number: str) -> None:
    assert not replace(BALANCED, **{number: getattr(BALANCED, number) + 1}).balanced


@pytest.mark.parametrize("number", ["created", "updated", "unchanged"])
def test_one_lead_too_many_anywhere_tips_it(number: str) -> None:
    assert not replace(BALANCED, **{number: getattr(BALANCED, number) + 1}).balanced


def test_a_lost_record_is_not_made_up_for_by_a_lost_upload_of_another_kind() -> None:
    assert not replace(BALANCED, new=39, failed=6).balanced
