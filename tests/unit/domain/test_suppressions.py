"""Of two entries for one address the stronger kind stands."""

from __future__ import annotations

from leadport.domain.suppressions import STRENGTH, SuppressionKind


def test_every_kind_has_a_strength_of_its_own() -> None:
    assert set(STRENGTH) == set(SuppressionKind)
    assert len(set(STRENGTH.values())) == len(SuppressionKind)


def test_a_complaint_is_the_strongest_and_an_entry_by_hand_the_weakest() -> None:
    ranked = sorted(SuppressionKind, key=STRENGTH.__getitem__, reverse=True)
    assert [kind.value for kind in ranked] == ["complaint", "unsubscribe", "bounce", "abandoned", "manual"]
