"""What columns without a name hold, told from their values alone, and only where that is plain."""

from __future__ import annotations

from collections.abc import Callable

from leadport.engine.headers import is_damaged, is_nameless, readings
from leadport.engine.looks import Look
from leadport.engine.profile import ColumnProfile
from leadport.engine.proposals import Suggested, Suggestions

_Test = Callable[[ColumnProfile], bool]
_PLACES = frozenset({"city", "state", "country"})


def suggest_values(*, profiles: tuple[ColumnProfile, ...], taken: Suggestions) -> Suggestions:
    """Fields for nameless columns that nothing was suggested for.

    A name or telephone goes to the first column that shows it; a place only where no second column shows it as well,
    because nothing tells then whose or which one it is.
    """
    free = [each for each in profiles if each.index not in taken and not each.empty and _has_no_name(each)]
    used = {suggested.field for suggested in taken.values()}
    found: Suggestions = {}
    for field, confidence, test in _TESTS:
        if field in used:
            continue
        holders = [each for each in free if each.index not in found and test(each)]
        if holders and (len(holders) == 1 or field not in _PLACES):
            found[holders[0].index] = Suggested(field=field, confidence=confidence)
            used.add(field)
    return found | _beside(free, found, used, taken)


def _has_no_name(profile: ColumnProfile) -> bool:
    if is_nameless(header=profile.column):
        return True
    return is_damaged(header=profile.column) and not readings(header=profile.column)


def _surname(profile: ColumnProfile) -> bool:
    """One word that stands again in the address of the same record, and is no given name."""
    return profile.in_address >= 0.4 and profile.share(Look.ONE_WORD) >= 0.5 and profile.share(Look.GIVEN_NAME) < 0.5


def _phone(profile: ColumnProfile) -> bool:
    """Numbers written as telephone numbers, or ten bare digits that do not just count up as ids do."""
    if profile.share(Look.PHONE) >= 0.8:
        return True
    together = profile.shares.get(Look.PHONE, 0.0) + profile.shares.get(Look.LONG_NUMBER, 0.0)
    bare = {len(sample) for sample in profile.samples} == {10}
    return together >= 0.9 and bare and len({sample[:6] for sample in profile.samples}) > 1


def _region(profile: ColumnProfile) -> bool:
    return profile.share(Look.REGION) >= 0.8 and profile.share(Look.COUNTRY) < 0.5


def _country(profile: ColumnProfile) -> bool:
    """Not two-letter codes that might as well be regions."""
    return profile.share(Look.COUNTRY) >= 0.8 and profile.share(Look.REGION, Look.YES_NO, Look.LANGUAGE) < 0.5


_TESTS: tuple[tuple[str, float, _Test], ...] = (
    ("first_name", 0.85, lambda each: each.share(Look.GIVEN_NAME) >= 0.6),
    ("last_name", 0.8, _surname),
    ("full_name", 0.8, lambda each: each.share(Look.PERSON) >= 0.5 and each.share(Look.CITY, Look.REGION) < 0.3),
    ("country", 0.8, _country),
    ("state", 0.75, _region),
    ("city", 0.75, lambda each: each.share(Look.CITY) >= 0.5),
    ("phone", 0.75, _phone),
    ("linkedin_url", 0.85, lambda each: each.share(Look.LINKEDIN) >= 0.8),
)


def _beside(free: list[ColumnProfile], found: Suggestions, used: set[str], taken: Suggestions) -> Suggestions:
    """What a neighbour makes plain: a surname next to the first name, a postal code next to a city or region."""
    where = {suggested.field: index for index, suggested in (taken | found).items()}
    more: Suggestions = {}
    if sum(each.share(Look.ZIP) >= 0.9 for each in free) > 1:
        used.add("zip")
    for each in free:
        if each.index in found:
            continue
        if "last_name" not in used and abs(each.index - where.get("first_name", -9)) == 1 and _surname_like(each):
            more[each.index] = Suggested(field="last_name", confidence=0.75)
            used.add("last_name")
        elif "zip" not in used and each.share(Look.ZIP) >= 0.9 and _near_a_place(each, where):
            more[each.index] = Suggested(field="zip", confidence=0.75)
            used.add("zip")
    return more


def _surname_like(profile: ColumnProfile) -> bool:
    """Words of which many are common surnames and most are no given names."""
    return profile.share(Look.SURNAME) >= 0.3 and profile.share(Look.GIVEN_NAME) < 0.5


def _near_a_place(profile: ColumnProfile, where: dict[str, int]) -> bool:
    return any(abs(profile.index - where.get(place, -9)) <= 2 for place in ("city", "state", "country"))
