"""How the chunks of an undo report what they did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Line:
    """One kind of effect.

    `kind` is `lead`, `field` (leads whose fields changed), `list`, `tag`, `sequence`, `suppression`, or `made` for a
    list, tag, category, sequence or field that the import made; `name` is that of the list and so on. `reversed` are
    taken back, `kept_edited` stay because somebody has changed or used them since, `not_reversible` cannot be taken
    back: mail has gone out, or the lead was removed since.
    """

    kind: str
    name: str = ""
    reversed: int = 0
    kept_edited: int = 0
    not_reversible: int = 0


@dataclass(frozen=True, kw_only=True)
class Cut:
    """What a chunk of a stage did; `after` is where the stage goes on, None when it is done."""

    lines: tuple[Line, ...]
    after: int | None
