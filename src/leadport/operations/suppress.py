"""Puts addresses, domains and hashes on the blocklist, and takes them off with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db import IntegrityError, transaction
from django.db.models import F, Func, Value

from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.refusal import Refusal
from leadport.domain.suppressions import STRENGTH, SuppressionKind
from leadport.operations.suppression_entry import Entry, read_entry
from leadport.store.audit import record_deed
from leadport.store.ids import reserve_ids
from leadport.store.models import Suppression

_ATTEMPTS = 5
BY_HAND = 0
"""Stands among the imports that confirm an entry for whoever said the same without an import."""


class EntryRefused(Refusal):
    """The text is neither an address nor a domain nor a hash."""

    code = "entry_refused"


class NotSuppressed(Refusal):
    """There is no active entry of this address, domain or hash."""

    code = "not_on_blocklist"


class ReasonMissing(Refusal):
    """Whoever takes somebody off the blocklist says why."""

    code = "reason_missing"


@dataclass(frozen=True, kw_only=True)
class Suppressed:
    """How many entries were added, took the place of weaker ones, or were there already."""

    added: int = 0
    replaced: int = 0
    already: int = 0

    def __add__(self, other: Suppressed) -> Suppressed:
        return Suppressed(
            added=self.added + other.added,
            replaced=self.replaced + other.replaced,
            already=self.already + other.already,
        )


def suppress(
    *,
    account_id: int,
    texts: Sequence[str],
    kind: SuppressionKind,
    reason: str,
    source: str,
    actor: Actor,
    now: datetime,
) -> Suppressed:
    """Put all of these on the blocklist, or none; raises EntryRefused with the place of the first that cannot be."""
    require(actor=actor, permission=Permission.EDIT)
    entries = []
    for place, text in enumerate(texts, start=1):
        entry = read_entry(text=text)
        if entry is None:
            raise EntryRefused(f"Entry {place} is neither an address, nor a domain, nor a SHA-256 or MD5 hash.")
        entries.append((entry, kind))
    return add_entries(account_id=account_id, entries=entries, reason=reason, source=source, actor=actor, now=now)


def add_entries(
    *,
    account_id: int,
    entries: Iterable[tuple[Entry, SuppressionKind]],
    reason: str,
    source: str,
    actor: Actor,
    now: datetime,
) -> Suppressed:
    """Add one batch in one transaction; of two entries for a key the stronger stands, also against older ones."""
    strongest: dict[tuple[str, str], tuple[Entry, SuppressionKind]] = {}
    for entry, kind in entries:
        before = strongest.get((entry.scope.value, entry.key))
        if before is None or STRENGTH[kind] > STRENGTH[before[1]]:
            strongest[entry.scope.value, entry.key] = (entry, kind)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with transaction.atomic():
                return _write(account_id, strongest, reason=reason, source=source, actor=actor, now=now)
        except IntegrityError:
            # An import that lands at this moment added one of the same: now it is there to be seen.
            if attempt == _ATTEMPTS:
                raise
    raise AssertionError("the last attempt returns or raises")


def _write(
    account_id: int,
    wanted: dict[tuple[str, str], tuple[Entry, SuppressionKind]],
    *,
    reason: str,
    source: str,
    actor: Actor,
    now: datetime,
) -> Suppressed:
    first = reserve_ids(account_id=account_id, counter="next_id", count=len(wanted) or 1)
    active = _active(account_id, wanted)
    made: list[Suppression] = []
    replaced: list[tuple[int, int]] = []
    confirmed: list[int] = []
    for (scope, key), (entry, kind) in wanted.items():
        known = active.get((scope, key))
        if known is not None and STRENGTH[SuppressionKind(known.kind)] >= STRENGTH[kind]:
            confirmed.append(known.id)
            continue
        made_id = first + len(made)
        if known is not None:
            replaced.append((known.id, made_id))
        made.append(
            Suppression(
                account_id=account_id,
                id=made_id,
                scope=scope,
                key=key,
                kind=kind.value,
                address=entry.typed,
                reason=reason,
                source=source,
                created_at=now,
                created_by=actor.name,
            )
        )
    _replace(account_id, replaced, actor=actor, now=now)
    Suppression.objects.bulk_create(made)
    _confirm(account_id, confirmed)
    record_deed(
        account_id=account_id,
        actor=actor.name,
        deed="suppressed",
        object_kind="blocklist",
        object_id=None,
        now=now,
        facts={"entries": len(made)},
    )
    return Suppressed(added=len(made) - len(replaced), replaced=len(replaced), already=len(wanted) - len(made))


def _replace(account_id: int, replaced: Sequence[tuple[int, int]], *, actor: Actor, now: datetime) -> None:
    """Lift each weaker entry, by id, in favour of the stronger one made for it."""
    for weaker_id, made_id in replaced:
        Suppression.objects.filter(account_id=account_id, id=weaker_id).update(
            lifted_at=now, lifted_by=actor.name, lift_reason="replaced by a stronger entry", replaced_by=made_id
        )


def _confirm(account_id: int, ids: Sequence[int]) -> None:
    """Note that an import is not alone in saying so: undoing it must not let these people back in."""
    of_imports = Suppression.objects.filter(account_id=account_id, id__in=ids, import_id__isnull=False)
    said_by_hand = Func(F("confirmed_by"), Value(BY_HAND), function="array_append")
    of_imports.exclude(confirmed_by__contains=[BY_HAND]).update(confirmed_by=said_by_hand)


def _active(account_id: int, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Suppression]:
    active: dict[tuple[str, str], Suppression] = {}
    for scope, pairs in groupby(sorted(wanted), key=lambda pair: pair[0]):
        keys = [key for _, key in pairs]
        found = Suppression.objects.filter(account_id=account_id, scope=scope, key__in=keys, lifted_at=None)
        active |= {(each.scope, each.key): each for each in found}
    return active


def lift(*, account_id: int, text: str, reason: str, actor: Actor, now: datetime) -> None:
    """Take an address, domain or hash off the blocklist; raises ReasonMissing, EntryRefused or NotSuppressed."""
    require(actor=actor, permission=Permission.EDIT)
    if not reason.strip():
        raise ReasonMissing("Say why with --reason; it is kept in the log.")
    entry = read_entry(text=text)
    if entry is None:
        raise EntryRefused("This is neither an address, nor a domain, nor a SHA-256 or MD5 hash.")
    with transaction.atomic():
        active = Suppression.objects.filter(
            account_id=account_id, scope=entry.scope.value, key=entry.key, lifted_at=None
        )
        found = active.select_for_update().first()
        if found is None:
            raise NotSuppressed(
                f"{entry.typed} is not on the blocklist by itself. A domain or a hash may still block it."
            )
        active.update(lifted_at=now, lifted_by=actor.name, lift_reason=reason.strip())
        record_deed(
            account_id=account_id,
            actor=actor.name,
            deed="suppression_lifted",
            object_kind="suppression",
            object_id=found.id,
            now=now,
        )
