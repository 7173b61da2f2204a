"""Which column holds the address to write to; the others are second addresses or nobody's business."""

from __future__ import annotations

from leadport.domain.synonyms import Qualifier
from leadport.engine.headers import is_damaged, is_nameless, names_someone_else, readings
from leadport.engine.looks import Look
from leadport.engine.profile import ColumnProfile
from leadport.engine.proposals import Proposal, Suggested, Suggestions


def suggest_email(*, proposals: tuple[Proposal, ...], profiles: tuple[ColumnProfile, ...]) -> Suggestions:
    """One `email` at most, and `email_secondary` for what the headers call another address of the same person.

    Where no header names the address, it is found by the values; never in a column that speaks of somebody else.
    """
    named = [each for each in proposals if each.reading.field in {"email", "email_secondary"}]
    main = _main(named, proposals)
    if main is None:
        found = _by_values(profiles, {each.index for each in named})
        return _seconds(named, None) | found
    return _seconds(named, main) | {main.index: Suggested(field="email", confidence=_confidence(main))}


def _main(named: list[Proposal], proposals: tuple[Proposal, ...]) -> Proposal | None:
    """The best of the columns that may be the main address; among equals the fuller one, then the first."""
    billed = _people_are_billed(proposals)
    return max(
        (each for each in named if each.reading.field == "email" and not _is_second(each)),
        key=lambda each: (not each.profile.empty, _rank(each, billed=billed), round(each.profile.fill, 1), -each.index),
        default=None,
    )


def _confidence(main: Proposal) -> float:
    """A company's address may be anybody's there."""
    return min(main.score, 0.75) if main.says(Qualifier.COMPANY) else main.score


def _rank(proposal: Proposal, *, billed: bool) -> int:
    order = (
        (proposal.says(Qualifier.COMPANY), 0),
        (proposal.says(Qualifier.BILLING), 6 if billed else 2),
        (proposal.says(Qualifier.HOME), 2),
        (proposal.says(Qualifier.WORK), 3),
        (proposal.reading.strength < 0.9, 4),
    )
    return next((rank for holds, rank in order if holds), 5)


def _people_are_billed(proposals: tuple[Proposal, ...]) -> bool:
    """True when the names stand in billing columns only; then the billing address is the person's."""
    names = [each for each in proposals if each.reading.field in {"first_name", "last_name", "full_name"}]
    return bool(names) and all(each.says(Qualifier.BILLING) for each in names)


def _is_second(proposal: Proposal) -> bool:
    return proposal.reading.number > 1 or proposal.says(Qualifier.SECOND, Qualifier.OTHER)


def _seconds(named: list[Proposal], main: Proposal | None) -> Suggestions:
    """Second addresses of the person; a company's address is not one, and an unsure header is left alone."""
    return {
        each.index: Suggested(field="email_secondary", confidence=min(each.score, 0.95))
        for each in named
        if (main is None or each.index != main.index)
        and not each.says(Qualifier.COMPANY)
        and each.reading.strength > 0.8
        and (main is not None or _is_second(each) or each.reading.field == "email_secondary")
    }


def _by_values(profiles: tuple[ColumnProfile, ...], named: set[int]) -> Suggestions:
    """The column of addresses that differ from record to record; the fuller, then the first of two wins."""
    found = [
        profile
        for profile in profiles
        if profile.index not in named and profile.share(Look.EMAIL) >= 0.6 and _may_be_the_persons(profile)
    ]
    if not found:
        return {}
    best = max(found, key=lambda profile: (round(profile.fill * profile.distinct, 1), -profile.index))
    sure = is_nameless(header=best.column) and best.share(Look.EMAIL) >= 0.9
    return {best.index: Suggested(field="email", confidence=0.9 if sure else 0.8)}


def _may_be_the_persons(profile: ColumnProfile) -> bool:
    """Not somebody else's, and not the same few addresses over and over, as owners and managers are."""
    if names_someone_else(header=profile.column) or (profile.rows >= 10 and profile.distinct < 0.5):
        return False
    understood = readings(header=profile.column)
    return (
        not understood or is_nameless(header=profile.column) or is_damaged(header=profile.column) or _shifted(profile)
    )


def _shifted(profile: ColumnProfile) -> bool:
    """A header that names another field over a column of addresses: the header is out of step with the data."""
    return profile.share(Look.EMAIL) >= 0.9
