"""Suggestions for a source nobody has seen before: from headers in any language and from values, precision first."""

from __future__ import annotations

from leadport.domain.fields import FIELDS
from leadport.engine.profile import ColumnProfile
from leadport.engine.proposals import LEAST, Proposal, Suggested, Suggestions, propose, strongest
from leadport.engine.suggest_email import suggest_email
from leadport.engine.suggest_names import suggest_names
from leadport.engine.suggest_places import suggest_places
from leadport.engine.suggest_values import suggest_values
from leadport.engine.wording import words

_TOGETHER = frozenset({"email", "email_secondary", "first_name", "last_name", "full_name", "nickname"})
"""Fields whose columns are weighed together; so are the parts of an address."""
_MAIL = frozenset({"email", "mail", "subscription", "subscriber", "marketing", "newsletter"})
_PLACES = frozenset({"address", "city", "state", "zip", "country", "phone"})


def suggest(*, profiles: tuple[ColumnProfile, ...], taken: frozenset[str] = frozenset()) -> Suggestions:
    """A field for every column that is understood; no field twice unless the catalogue lets it have several columns.

    `taken` are fields that other columns hold already; they are given out again only when they take several.
    """
    proposals = propose(profiles=profiles)
    chosen = suggest_email(proposals=proposals, profiles=profiles) if "email" not in taken else {}
    for more in (suggest_names(proposals=proposals), suggest_places(proposals=proposals)):
        chosen = more | chosen
    chosen = _singles(proposals, chosen) | chosen
    chosen = {**suggest_values(profiles=profiles, taken=chosen), **chosen}
    return {index: each for index, each in chosen.items() if _stands(each, taken)}


def _stands(suggested: Suggested, taken: frozenset[str]) -> bool:
    several = FIELDS[suggested.field].several
    return suggested.confidence >= LEAST and (several or suggested.field not in taken)


def _singles(proposals: tuple[Proposal, ...], chosen: Suggestions) -> Suggestions:
    """Every other field: the strongest column, or all of them when the field takes several.

    A column with two meanings (Title, State, Subscribed) goes to the one its values speak for; an undecided one stays
    out, and so does a vague location beside a city.
    """
    apart = [each for each in proposals if each.reading.field not in _TOGETHER | _PLACES and each.index not in chosen]
    best = _one_meaning_each(apart)
    used = {suggested.field for suggested in chosen.values()}
    found: Suggestions = {}
    for field in dict.fromkeys(each.reading.field for each in best):
        if field in used or (field == "location" and "city" in used):
            continue
        candidates = [each for each in best if each.reading.field == field]
        winner = strongest(proposals=candidates, ranks=_about_mail(candidates) if field == "status" else None)
        for each in candidates if FIELDS[field].several else [winner]:
            if each is not None:
                found[each.index] = Suggested(field=field, confidence=each.score)
    return found


def _one_meaning_each(proposals: list[Proposal]) -> list[Proposal]:
    """The best-scored meaning of each column; two equally good ones cancel each other out."""
    columns: dict[int, list[Proposal]] = {}
    for each in proposals:
        columns.setdefault(each.index, []).append(each)
    kept = []
    for found in columns.values():
        found.sort(key=lambda each: -each.score)
        if len(found) == 1 or found[0].score > found[1].score:
            kept.append(found[0])
    return kept


def _about_mail(proposals: list[Proposal]) -> dict[int, int]:
    """A status that says it is about mail goes before one that does not."""
    return {each.index: int(not _MAIL.isdisjoint(words(text=each.profile.column))) for each in proposals}
