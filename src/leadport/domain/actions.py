"""What an import does to the people it lands, besides creating them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ExistingStart(StrEnum):
    """Where existing leads enter a sequence they are not in yet; members always stay where they are."""

    FIRST = "first"
    SAME = "same"


@dataclass(frozen=True, kw_only=True)
class AddToList:
    """Every new and existing lead of the import joins this list."""

    name: str


@dataclass(frozen=True, kw_only=True)
class AddTag:
    """Every new and existing lead of the import gets this tag; `category` None is "No category in particular"."""

    name: str
    category: str | None = None


@dataclass(frozen=True, kw_only=True)
class AddToSequence:
    """New leads enter the sequence at `step` (from 1), existing ones where `existing_start` says."""

    name: str
    step: int = 1
    existing_start: ExistingStart = ExistingStart.FIRST


@dataclass(frozen=True, kw_only=True)
class Actions:
    """All actions of an import, in the order the importer added them."""

    lists: tuple[AddToList, ...] = ()
    tags: tuple[AddTag, ...] = ()
    sequences: tuple[AddToSequence, ...] = ()
