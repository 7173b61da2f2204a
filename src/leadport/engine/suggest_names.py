"""Which columns hold names: `Name`, `Nom` and `Nombre` mean what the columns beside them leave open."""

from __future__ import annotations

from leadport.engine.looks import Look
from leadport.engine.proposals import Proposal, Suggested, Suggestions, strongest

_NAMES = ("first_name", "last_name", "full_name", "nickname")


def suggest_names(*, proposals: tuple[Proposal, ...]) -> Suggestions:
    """At most one column each for `first_name`, `last_name`, `full_name` and `nickname`."""
    readings: dict[int, dict[str, Proposal]] = {}
    for each in proposals:
        if each.reading.field in _NAMES:
            readings.setdefault(each.index, {})[each.reading.field] = each
    plain = {index: found for index, found in readings.items() if len(found) == 1}
    chosen: Suggestions = {}
    for field in _NAMES:
        winner = strongest(proposals=[found[field] for found in plain.values() if field in found])
        if winner is not None:
            chosen[winner.index] = Suggested(field=field, confidence=winner.score)
    for found in (found for found in readings.values() if len(found) > 1):
        _settle(found, chosen)
    return chosen


def _settle(found: dict[str, Proposal], chosen: Suggestions) -> None:
    """Give an ambiguous column the one meaning that the other columns leave, or none."""
    taken = {suggested.field for suggested in chosen.values()}
    field = _meaning(found, first="first_name" in taken, last="last_name" in taken)
    if field is not None and field not in taken and field in found:
        proposal = found[field]
        chosen[proposal.index] = Suggested(field=field, confidence=max(0.75, proposal.score))


def _meaning(found: dict[str, Proposal], *, first: bool, last: bool) -> str | None:
    """Decided by what the other columns hold and by whether the values have one word or several."""
    profile = next(iter(found.values())).profile
    if "nickname" in found:
        return "nickname" if last else "last_name" if profile.in_address >= 0.4 else None
    several = profile.share(Look.FULL_NAME) >= 0.5
    if several or (first and last):
        return "full_name" if several or profile.empty else None
    if first or last:
        other = "last_name" if first else "first_name"
        return other if other in found else "full_name"
    strongest_field = max(found.values(), key=lambda each: each.reading.strength).reading.field
    if strongest_field == "full_name" and profile.share(Look.GIVEN_NAME) >= 0.5 and "first_name" in found:
        return "first_name"
    return strongest_field
