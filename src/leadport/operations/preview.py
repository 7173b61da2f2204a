"""What would happen, before anything does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from leadport.domain.mapping import Match
from leadport.domain.results import Cause, LikelyTypo
from leadport.domain.verdicts import Tally


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """An import of exactly the same file that has landed before."""

    import_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Preview:
    """The advice on which the importer decides.

    `import_id` is None in a dry run. `export` is what people call the kind of export that was recognised.
    """

    import_id: int | None
    name: str
    match: Match
    tally: Tally
    causes: tuple[Cause, ...]
    typos: tuple[LikelyTypo, ...] = ()
    export: str | None = None
    earlier: Earlier | None = None
    seconds: dict[str, float] = field(default_factory=dict)
