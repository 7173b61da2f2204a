"""Imports for tests of the operations: a text and what is asked for, run in this process."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

from leadport.domain.actions import Actions
from leadport.domain.permissions import LOCAL_OWNER, Actor
from leadport.domain.results import Preview
from leadport.domain.verdicts import FilterOptions
from leadport.operations.import_request import ImportRequest, MatchChoices
from leadport.operations.progress import Progress, silent
from leadport.operations.receive import Source
from leadport.operations.run_import import Finished, run_import
from tests.support.lead_book import NOW


@dataclass
class Talk:
    """Answers with what it was told to, and remembers what it heard."""

    answer: bool | Exception = True
    previews: list[Preview] = field(default_factory=list)
    taken_up: list[int] = field(default_factory=list)

    def resumed(self, import_id: int) -> None:
        """Remember it."""
        self.taken_up.append(import_id)

    def decide(self, preview: Preview) -> bool:
        """Answer, or raise the answer."""
        self.previews.append(preview)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def request(
    text: str,
    *,
    name: str = "list.csv",
    actions: Actions | None = None,
    choices: MatchChoices | None = None,
    options: FilterOptions | None = None,
    pasted: bool = False,
) -> ImportRequest:
    """The request for an import of this text."""
    return ImportRequest(
        source=Source(name=name, stream=io.BytesIO(text.encode()), pasted=pasted),
        actions=actions or Actions(),
        choices=choices or MatchChoices(),
        options=options or FilterOptions(),
    )


def run(
    wanted: ImportRequest,
    *,
    account_id: int,
    home: Path,
    talk: Talk | None = None,
    actor: Actor = LOCAL_OWNER,
    progress: Progress = silent,
    rows: Path | None = None,
) -> Finished:
    """Run the import in this process; its text can be read once only."""
    return run_import(
        request=wanted,
        account_id=account_id,
        home=home,
        actor=actor,
        now=NOW,
        talk=talk or Talk(),
        progress=progress,
        rows=rows,
    )
