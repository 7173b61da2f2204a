"""Which of several addresses and telephones are the main ones: at work, at home, for invoices, by post."""

from __future__ import annotations

from leadport.domain.synonyms import Qualifier
from leadport.engine.proposals import Proposal, Suggested, Suggestions, strongest

_PARTS = ("address", "city", "state", "zip", "country")
_KINDS = (Qualifier.HOME, Qualifier.WORK, Qualifier.BILLING, Qualifier.POSTAL, Qualifier.PRIMARY)


def suggest_places(*, proposals: tuple[Proposal, ...]) -> Suggestions:
    """One column at most for each part of the main and of the home address, and for three telephones.

    These are `phone`, `phone_home` and, where the address has a telephone of its own, `phone_secondary`.
    """
    parts = [each for each in proposals if each.reading.field in _PARTS]
    return _addresses(parts) | _phones([each for each in proposals if each.reading.field == "phone"])


def _kind(proposal: Proposal) -> Qualifier | None:
    """Whose or which address it is; None when the header does not say."""
    return next((kind for kind in _KINDS if proposal.says(kind)), None)


def _addresses(parts: list[Proposal]) -> Suggestions:
    main_kinds, home_kinds = _roles(parts)
    chosen: Suggestions = {}
    for part in _PARTS:
        for kinds, field in ((main_kinds, part), (home_kinds, f"{part}_home")):
            wanted = [each for each in parts if each.reading.field == part and _kind(each) in kinds]
            ranks = {each.index: -kinds.index(_kind(each)) for each in wanted}
            winner = strongest(proposals=wanted, ranks=ranks)
            if winner is not None:
                chosen[winner.index] = Suggested(field=field, confidence=winner.score)
    return chosen


def _roles(parts: list[Proposal]) -> tuple[tuple[Qualifier | None, ...], tuple[Qualifier | None, ...]]:
    """Which kinds of address make the main one (best first), and which the home one.

    Beside a whole work address, an address without a word is the home one, unless another column is called home: then
    it is anybody's guess. A home address alone is the main one.
    """
    count = {kind: len({each.reading.field for each in parts if _kind(each) == kind}) for kind in (None, *_KINDS)}
    others = (Qualifier.POSTAL, Qualifier.PRIMARY, Qualifier.BILLING)
    if count[Qualifier.WORK] >= 2:
        home: tuple[Qualifier | None, ...] = (Qualifier.HOME,) if count[Qualifier.HOME] or not count[None] else (None,)
        return (Qualifier.WORK, *others), home
    if count[Qualifier.HOME] and not any(count[kind] for kind in (None, Qualifier.WORK, *others)):
        return (Qualifier.HOME,), ()
    return (None, *others[:2], Qualifier.WORK, Qualifier.BILLING), (Qualifier.HOME,)


def _phones(phones: list[Proposal]) -> Suggestions:
    order = (None, Qualifier.WORK, Qualifier.PRIMARY, Qualifier.POSTAL, Qualifier.BILLING)
    away = [each for each in phones if _kind(each) in order]
    ranks = {each.index: -order.index(_kind(each)) for each in away}
    chosen: Suggestions = {}
    main = strongest(proposals=away, ranks=ranks)
    home = strongest(proposals=[each for each in phones if _kind(each) == Qualifier.HOME])
    if main is not None:
        chosen[main.index] = Suggested(field="phone", confidence=main.score)
        posted = [each for each in away if _kind(each) == Qualifier.POSTAL and each.index != main.index]
        for each in posted[:1]:
            chosen[each.index] = Suggested(field="phone_secondary", confidence=min(each.score, 0.9))
    if home is not None:
        chosen[home.index] = Suggested(field="phone_home" if main else "phone", confidence=home.score)
    return chosen
