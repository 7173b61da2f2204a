"""How Leadport says no: one base class, a stable code, a sentence a user can act on."""

from __future__ import annotations

from typing import ClassVar


class Refusal(Exception):
    """A request that is understood and not carried out.

    `code` is stable and machine readable. `message` is one or two plain sentences: what happened,
    where, and how to mend it. It never holds the value of a cell.
    """

    code: ClassVar[str] = "refused"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class OpenQuestion(Refusal):
    """A decision only the importer can make; `option` is the command line option that answers it."""

    code = "question_open"

    def __init__(self, message: str, *, option: str) -> None:
        super().__init__(message)
        self.option = option
