"""Uploaded is always the sum of the five verdicts."""

from __future__ import annotations

import pytest

from leadport.domain.verdicts import ExistingPolicy, FilterOptions, StatusPolicy, Tally, Verdict


def test_a_tally_whose_verdicts_add_up_is_balanced() -> None:
    assert Tally(uploaded=15, new=1, existing=2, duplicated=3, blocked=4, failed=5).balanced


@pytest.mark.parametrize("verdict", Verdict)
def test_a_record_with_two_verdicts_tips_a_tally(verdict: Verdict) -> None:
    given = {each: int(each is verdict) for each in Verdict}
    new, existing, duplicated, blocked, failed = given.values()
    tally = Tally(uploaded=0, new=new, existing=existing, duplicated=duplicated, blocked=blocked, failed=failed)
    assert not tally.balanced


def test_a_record_without_a_verdict_tips_a_tally() -> None:
    assert not Tally(uploaded=2, new=1).balanced


def test_who_left_stays_out_and_existing_fields_are_only_filled_unless_the_importer_says_otherwise() -> None:
    options = FilterOptions()
    assert options.status is StatusPolicy.BLOCK
    assert options.existing is ExistingPolicy.FILL
