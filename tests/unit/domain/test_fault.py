"""A fault says what failed outside, under a stable code."""

from __future__ import annotations

from leadport.domain.fault import Fault
from leadport.domain.refusal import Refusal


def test_a_fault_carries_its_sentence_and_its_code() -> None:
    fault = Fault("The disk is full.", code="disk_full")
    assert (fault.message, fault.code, str(fault)) == ("The disk is full.", "disk_full", "The disk is full.")


def test_a_fault_is_no_refusal() -> None:
    assert not issubclass(Fault, Refusal)
