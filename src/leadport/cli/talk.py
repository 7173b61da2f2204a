"""What `leadport import` says and asks while it works."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from leadport.cli.output import note, stderr
from leadport.cli.progress import Shown
from leadport.cli.tell import print_preview
from leadport.cli.text import count, moment, number
from leadport.domain.actions import Actions
from leadport.domain.refusal import OpenQuestion
from leadport.domain.verdicts import ExistingPolicy
from leadport.operations.import_request import ImportRequest

if TYPE_CHECKING:
    from leadport.domain.results import Preview


class ImportQuestion(OpenQuestion):
    """Whether to import; nobody is there to answer."""

    code = "import_not_confirmed"


class Talk:
    """Answers the import's questions: with --yes, by asking on a terminal, otherwise by leaving them open."""

    def __init__(self, request: ImportRequest, *, yes: bool, shown: Shown) -> None:
        self._request = request
        self._yes = yes
        self._shown = shown

    def resumed(self, import_id: int) -> None:
        """Say that an interrupted import goes on."""
        note(f"Import {import_id} was begun before and not finished. It goes on where it stopped.")

    def decide(self, preview: Preview) -> bool:
        """Yes when --yes says so, else what the person at the terminal says; raises ImportQuestion without either."""
        if preview.earlier is not None:
            when = moment(preview.earlier.at)
            note(f"This same file was imported on {when} as import {preview.earlier.import_id}.")
        if self._yes:
            return True
        self._shown.pause()
        asked = question(preview, self._request)
        print_preview(preview, self._request, console=stderr())
        if not (sys.stdin.isatty() and sys.stderr.isatty()) or self._request.source.stream is not None:
            raise ImportQuestion(
                f"{asked} Nothing has been imported yet. Run the same command again with --yes.",
                option="--yes",
            )
        return _asked(f"{asked} [y/N] ")


def question(preview: Preview, request: ImportRequest) -> str:
    """The one sentence with the numbers."""
    new = f"Import {count(preview.tally.new, 'new person', 'new people')}"
    if not preview.tally.existing:
        return f"{new}?"
    there = f"{number(preview.tally.existing)} who are there already"
    if request.actions != Actions():
        return f"{new}, and apply the actions to {there}, too?"
    return f"{new}, and update {there}?" if request.options.existing is not ExistingPolicy.KEEP else f"{new}?"


def _asked(words: str) -> bool:
    sys.stderr.write(words)
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
