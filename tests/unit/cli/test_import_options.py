"""The help of an option with fixed answers lists exactly those answers."""

from __future__ import annotations

from enum import StrEnum
from typing import get_args

import pytest

from leadport.cli import import_options
from leadport.domain.actions import ExistingStart
from leadport.domain.verdicts import BadValuePolicy, ExistingPolicy, StatusPolicy


@pytest.mark.parametrize(
    ("option", "answers"),
    [
        (import_options.ExistingStartOption, ExistingStart),
        (import_options.ExistingOption, ExistingPolicy),
        (import_options.SourceStatusOption, StatusPolicy),
        (import_options.BadValuesOption, BadValuePolicy),
    ],
)
def test_every_answer_is_named(option: object, answers: type[StrEnum]) -> None:
    kind, told = get_args(option)
    assert kind is answers
    assert told.metavar == "|".join(answers)
