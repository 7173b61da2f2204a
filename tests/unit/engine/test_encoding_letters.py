"""The letter tables make sense as probabilities."""

from __future__ import annotations

import math

import pytest

from leadport.engine import encoding_letters
from leadport.engine.encoding_letters import CENTRAL, CYRILLIC, TURKISH, UNEXPECTED, WESTERN, Costs

GROUPS = [value for value in vars(encoding_letters).values() if isinstance(value, tuple)]


@pytest.mark.parametrize("models", GROUPS)
def test_the_lower_case_letters_of_a_model_share_one_probability(models: tuple[Costs, ...]) -> None:
    for costs in models:
        total = sum(math.exp(-cost) for letter, cost in costs.items() if not letter.isupper() or letter == "İ")
        assert 0.99 < total < 1.01


def test_a_group_of_languages_also_has_a_model_of_their_mixture() -> None:
    assert all(letter in WESTERN[-1] for letter in "üéñãìëåøþ")
    assert all(letter in CENTRAL[-1] for letter in "łřőćşü")


def test_frequent_letters_cost_less_than_rare_ones_and_those_less_than_unexpected_ones() -> None:
    german, russian = WESTERN[0], CYRILLIC[0]
    assert german["ü"] < german["é"] < UNEXPECTED
    assert russian["о"] < russian["ъ"] < UNEXPECTED
    assert german["ü"] < german["Ü"]
    assert TURKISH[0]["İ"] < UNEXPECTED
