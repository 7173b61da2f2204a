"""`leadport undo`: take an import back."""

from __future__ import annotations

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from leadport.cli.command import Here, command
from leadport.cli.imports import ImportArgument
from leadport.cli.output import note, print_json, print_table, say
from leadport.cli.progress import Shown, shown
from leadport.cli.source import JsonOption
from leadport.cli.text import count, number
from leadport.domain.refusal import OpenQuestion

if TYPE_CHECKING:
    from leadport.operations.undo import UndoDetail, UndoResult

_WORDS = {
    "lead": "People created",
    "field": "People whose fields were filled",
    "list": "On the list",
    "tag": "With the tag",
    "sequence": "In the sequence",
    "suppression": "On the blocklist",
    "made": "Made on the way",
}


class UndoQuestion(OpenQuestion):
    """Whether to take the import back; nobody is there to answer."""

    code = "undo_not_confirmed"


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the command."""

    @command(app, "undo", panel=panel, when_stopped="Run the same command again to go on where it stopped.")
    def undo(
        here: Here,
        import_id: ImportArgument,
        dry_run: Annotated[
            bool, typer.Option("--dry-run", help="Say what would be taken back, and change nothing.")
        ] = False,
        yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before taking it back.")] = False,
        as_json: JsonOption = False,
    ) -> None:
        """Take an import back.

        The people it created go, fields it changed get their former values, and its lists, tags and sequences are
        withdrawn. What somebody has changed since is kept.
        """
        account_id = here.account_id()
        with shown() as progress:
            result = (
                _foreseen(here, account_id, import_id, progress)
                if dry_run
                else _undone(here, account_id, import_id, progress, yes=yes)
            )
        if as_json:
            print_json(asdict(result))
        else:
            _print(result)


def _foreseen(here: Here, account_id: int, import_id: int, progress: Shown) -> UndoResult:
    from leadport.operations.undo_import import preview_undo

    return preview_undo(account_id=account_id, import_id=import_id, actor=here.actor, now=here.now(), progress=progress)


def _undone(here: Here, account_id: int, import_id: int, progress: Shown, *, yes: bool) -> UndoResult:
    from leadport.operations.undo_import import undo_import

    if not yes:
        preview = _foreseen(here, account_id, import_id, progress)
        progress.pause()
        _ask(preview)
    return undo_import(account_id=account_id, import_id=import_id, actor=here.actor, now=here.now(), progress=progress)


def _ask(preview: UndoResult) -> None:
    """Go on only after a yes; raises UndoQuestion when nobody can give one."""
    words = f"Take import {preview.import_id} back? {_sentence(preview)}"
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UndoQuestion(f"{words} Run the same command again with --yes.", option="--yes")
    sys.stderr.write(f"{words} [y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in {"y", "yes"}:
        note("Nothing was taken back.")
        raise typer.Exit


def _sentence(result: UndoResult) -> str:
    verb = "would be" if result.dry_run else "are"
    words = f"{count(result.reversed, 'change', 'changes')} {verb} taken back"
    if result.kept_edited:
        words += f", {number(result.kept_edited)} kept because of what came since"
    if result.not_reversible:
        words += f", {number(result.not_reversible)} cannot be"
    return f"{words}."


def _print(result: UndoResult) -> None:
    say(f"Import {result.import_id}: {_sentence(result)}")
    if result.details:
        say("")
        headings = ("", "", "Taken back", "Kept", "Impossible")
        print_table(headings=headings, rows=[_cells(detail) for detail in result.details], right=[2, 3, 4])


def _cells(detail: UndoDetail) -> tuple[str, str, str, str, str]:
    words = _WORDS.get(detail.kind, detail.kind)
    return words, detail.name, number(detail.reversed), number(detail.kept_edited), number(detail.not_reversible)
