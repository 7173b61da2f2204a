"""`leadport suppress`: the blocklist."""

from __future__ import annotations

from dataclasses import asdict
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from leadport.cli import source as reading
from leadport.cli.command import Here, command
from leadport.cli.output import note, print_json, print_table, stream_csv, stream_json
from leadport.cli.progress import shown
from leadport.cli.source import JsonOption
from leadport.cli.text import count, lines, moment
from leadport.domain.suppressions import SuppressionKind

if TYPE_CHECKING:
    from leadport.operations.list_suppressions import SuppressionRow
    from leadport.operations.suppress import Suppressed

_ROWS_ON_A_TERMINAL = 50
_COLUMNS = ("id", "entry", "scope", "kind", "reason", "source", "import_id", "created_at", "lifted_at", "lift_reason")

_KINDS = "|".join(kind.value for kind in SuppressionKind)
KindOption = Annotated[SuppressionKind, typer.Option("--kind", metavar=_KINDS, help="Why they must not get mail.")]
WhyOption = Annotated[str, typer.Option("--reason", metavar="T", help="A note that is kept with the entry.")]


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the group."""
    suppress = typer.Typer(no_args_is_help=True, help="The blocklist: who must not be mailed.")
    app.add_typer(suppress, name="suppress", rich_help_panel=panel)
    _register_changes(suppress)
    _register_list(suppress)


def _register_changes(suppress: typer.Typer) -> None:
    @command(suppress, "add")
    def add(
        here: Here,
        entries: Annotated[
            list[str], typer.Argument(metavar="ADDRESS|DOMAIN..", help="Addresses, domains, or SHA-256 or MD5 hashes.")
        ],
        kind: KindOption = SuppressionKind.MANUAL,
        reason: WhyOption = "",
    ) -> None:
        """Put addresses, domains or hashes on the blocklist."""
        account_id = here.account_id()
        from leadport.operations.suppress import suppress as block

        done = block(
            account_id=account_id,
            texts=entries,
            kind=kind,
            reason=reason,
            source="cli",
            actor=here.actor,
            now=here.now(),
        )
        note(_words(done))

    @command(suppress, "import", when_stopped="Run the same command again: what is on the blocklist stays there.")
    def import_(
        here: Here,
        file: reading.FileArgument,
        kind: KindOption = SuppressionKind.MANUAL,
        reason: WhyOption = "",
        as_json: JsonOption = False,
    ) -> None:
        """Put everybody in a file on the blocklist.

        The file holds addresses, domains, or SHA-256 or MD5 hashes. A column called kind decides for its row.
        """
        account_id, home = here.account_id(), here.home()
        from leadport.operations.import_suppressions import import_suppressions

        with shown() as progress:
            done = import_suppressions(
                account_id=account_id,
                home=home,
                source=reading.source(file=file, pasted=False),
                kind=kind,
                reason=reason,
                actor=here.actor,
                now=here.now(),
                progress=progress,
            )
        if as_json:
            print_json(
                {"records": done.records, "column": done.column, **asdict(done.done), "unreadable": done.unreadable}
            )
            return
        note(f"{count(done.records, 'record', 'records')} read, column {done.column}. {_words(done.done)}")
        if done.unreadable:
            where = lines(done.unreadable_lines, more=done.unreadable > len(done.unreadable_lines))
            note(f"{count(done.unreadable, 'record is', 'records are')} no address, domain or hash: {where}.")

    @command(suppress, "lift")
    def lift(
        here: Here,
        entry: Annotated[str, typer.Argument(metavar="X", help="The address, domain or hash.")],
        reason: Annotated[str, typer.Option("--reason", metavar="T", help="Why; it is kept in the log.")],
    ) -> None:
        """Take an address, domain or hash off the blocklist."""
        account_id = here.account_id()
        from leadport.operations.suppress import lift as take_off

        take_off(account_id=account_id, text=entry, reason=reason, actor=here.actor, now=here.now())
        note(f"{entry} is off the blocklist.")


def _register_list(suppress: typer.Typer) -> None:
    @command(suppress, "list")
    def list_(
        here: Here,
        kind: Annotated[SuppressionKind | None, typer.Option("--kind", metavar=_KINDS, help="Only this kind.")] = None,
        search: Annotated[
            str | None, typer.Option("--search", metavar="T", help="Only entries with this text.")
        ] = None,
        lifted: Annotated[bool, typer.Option("--lifted", help="Show what was taken off, too.")] = False,
        limit: Annotated[
            int | None, typer.Option("--limit", metavar="N", min=1, max=1_000_000_000, help="At most so many.")
        ] = None,
        as_json: JsonOption = False,
        as_csv: Annotated[
            bool, typer.Option("--csv", help="Write CSV to standard output, safe for spreadsheets.")
        ] = False,
    ) -> None:
        """Show the blocklist.

        A table shows the first 50 unless told otherwise, JSON and CSV all of it.
        """
        if as_json and as_csv:
            raise typer.BadParameter("Choose one of --json and --csv.", param_hint="--csv")
        account_id = here.account_id()
        from leadport.operations.list_suppressions import suppressions

        rows = suppressions(
            account_id=account_id, actor=here.actor, kind=kind, search=search, lifted=lifted, limit=limit
        )
        if as_json:
            stream_json(asdict(row) for row in rows)
        elif as_csv:
            stream_csv(headings=_COLUMNS, rows=([str(value or "") for value in asdict(row).values()] for row in rows))
        else:
            _print(list(islice(rows, limit or _ROWS_ON_A_TERMINAL + 1)), limit=limit or _ROWS_ON_A_TERMINAL)


def _print(rows: list[SuppressionRow], *, limit: int) -> None:
    if not rows:
        note("The blocklist is empty.")
        return
    shown_rows = [
        (row.entry, row.kind, row.reason, moment(row.created_at), "lifted" if row.lifted_at else "")
        for row in rows[:limit]
    ]
    print_table(headings=("Entry", "Kind", "Reason", "Since", ""), rows=shown_rows)
    if len(rows) > limit:
        note("There are more. All with --csv or --json.")


def _words(done: Suppressed) -> str:
    words = [f"{count(done.added, 'entry', 'entries')} added"]
    if done.replaced:
        words.append(f"{done.replaced} made stronger")
    if done.already:
        words.append(f"{done.already} there already")
    return ", ".join(words) + "."
