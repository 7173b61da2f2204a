"""What an import's actions were resolved to, as its row keeps it: ids, so that a later rename changes nothing."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Literal

from leadport.store.imports import JsonObject

Kind = Literal["list", "tag", "sequence"]


@dataclass(frozen=True, kw_only=True)
class Target:
    """One list, tag or sequence that leads join; `made` by this import, `from_file` when the records name it.

    New leads enter a sequence at `step_id`, existing ones at `entry_step_id`.
    """

    kind: Kind
    id: int
    name: str
    made: bool = False
    from_file: bool = False
    step_id: int | None = None
    entry_step_id: int | None = None

    @property
    def key(self) -> str:
        """What the counts of chunks call it."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, kw_only=True)
class Targets:
    """All targets of an import, and by which of them a name in the records is meant.

    `lists` and `tags` map the names as the records spell them to ids. `first_suppression` is the first of the ids
    reserved for blocklist entries.
    """

    targets: tuple[Target, ...] = ()
    lists: dict[str, int] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    first_suppression: int = 0

    @property
    def actions(self) -> tuple[Target, ...]:
        """The targets that every landed lead joins."""
        return tuple(target for target in self.targets if not target.from_file)

    @property
    def named_in_file(self) -> list[tuple[str, str, int]]:
        """Kind, name and id of what only some records name."""
        everybody = {target.key for target in self.actions}
        named = [("list", name, given) for name, given in self.lists.items()]
        named += [("tag", name, given) for name, given in self.tags.items()]
        return [each for each in named if f"{each[0]}:{each[2]}" not in everybody]


def freeze(targets: Targets) -> JsonObject:
    """The targets as JSON."""
    return asdict(targets)


def thaw(kept: JsonObject) -> Targets:
    """The targets that `freeze` wrote; raises KeyError or TypeError when it was something else."""
    rows, lists, tags, first = kept["targets"], kept["lists"], kept["tags"], kept["first_suppression"]
    if not (isinstance(rows, list) and isinstance(lists, dict) and isinstance(tags, dict) and isinstance(first, int)):
        raise TypeError("these are not an import's targets")
    return Targets(targets=tuple(Target(**row) for row in rows), lists=lists, tags=tags, first_suppression=first)
