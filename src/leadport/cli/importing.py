"""`leadport import`: the whole job."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leadport.cli import import_options as options
from leadport.cli import named
from leadport.cli import source as reading
from leadport.cli.command import Here, command
from leadport.cli.output import note, print_json, stdout
from leadport.cli.progress import shown
from leadport.cli.talk import Talk
from leadport.cli.tell import preview_as_json, print_preview, print_receipt, receipt_as_json
from leadport.domain.actions import Actions, AddToList, ExistingStart
from leadport.domain.mapping import MatchOverrides
from leadport.domain.verdicts import BadValuePolicy, ExistingPolicy, FilterOptions, StatusPolicy
from leadport.operations.import_request import ImportRequest, MatchChoices

_RESUME = "Run the same command again to go on where it stopped."


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the command."""

    @command(app, "import", panel=panel, when_stopped=_RESUME)
    def import_(
        here: Here,
        file: Annotated[
            str | None, typer.Argument(metavar="FILE", help="The file; - reads standard input.", show_default=False)
        ] = None,
        paste: reading.PasteOption = False,
        match: options.MatchOption = None,
        ignore: options.IgnoreOption = None,
        create_field: options.CreateFieldOption = None,
        preset: options.PresetOption = None,
        save_preset: options.SavePresetOption = None,
        encoding: reading.EncodingOption = None,
        delimiter: reading.DelimiterOption = None,
        no_header: reading.NoHeaderOption = False,
        list_names: options.ListOption = None,
        tag: options.TagOption = None,
        sequence: options.SequenceOption = None,
        existing_start: options.ExistingStartOption = ExistingStart.FIRST,
        existing: options.ExistingOption = ExistingPolicy.FILL,
        source_status: options.SourceStatusOption = StatusPolicy.BLOCK,
        bad_values: options.BadValuesOption = BadValuePolicy.BLANK,
        dry_run: options.DryRunOption = False,
        rows: options.RowsOption = None,
        yes: options.YesOption = False,
        as_json: reading.JsonOption = False,
    ) -> None:
        """Import people from a file, from standard input or pasted.

        Every row gets one verdict: new, already existing, duplicated, blocked or failed. Lists, tags and sequences that
        are missing are made. A killed import goes on where it stopped when the same command is run again.
        """
        request = ImportRequest(
            source=reading.source(file=file, pasted=paste),
            hints=reading.hints(encoding=encoding, delimiter=delimiter, no_header=no_header),
            choices=_choices(
                match=match, ignore=ignore, create_field=create_field, preset=preset, save_preset=save_preset
            ),
            options=FilterOptions(status=source_status, bad_value=bad_values, existing=existing),
            actions=_actions(lists=list_names, tags=tag, sequences=sequence, existing_start=existing_start),
        )
        _run(here, request, dry_run=dry_run, rows=rows, yes=yes, as_json=as_json)


def _choices(
    *,
    match: list[str] | None,
    ignore: list[str] | None,
    create_field: list[str] | None,
    preset: str | None,
    save_preset: str | None,
) -> MatchChoices:
    overrides = MatchOverrides(
        match=tuple(named.pair(each, option="--match") for each in match or ()),
        ignore=tuple(ignore or ()),
        create=tuple(named.new_field(each) for each in create_field or ()),
    )
    return MatchChoices(overrides=overrides, preset=preset, save_preset=save_preset)


def _actions(
    *, lists: list[str] | None, tags: list[str] | None, sequences: list[str] | None, existing_start: ExistingStart
) -> Actions:
    return Actions(
        lists=tuple(AddToList(name=each.strip()) for each in lists or ()),
        tags=tuple(named.tag(each) for each in tags or ()),
        sequences=tuple(named.sequence(each, existing_start=existing_start) for each in sequences or ()),
    )


def _run(here: Here, request: ImportRequest, *, dry_run: bool, rows: Path | None, yes: bool, as_json: bool) -> None:
    account_id, home = here.account_id(), here.home()
    if dry_run:
        from leadport.operations.try_import import try_import

        with shown() as progress:
            preview = try_import(
                request=request, account_id=account_id, home=home, actor=here.actor, progress=progress, rows=rows
            )
        if as_json:
            print_json(preview_as_json(preview))
        else:
            print_preview(preview, request, console=stdout())
            note("This was a dry run: nothing was imported.")
        return
    from leadport.operations.run_import import run_import

    with shown() as progress:
        finished = run_import(
            request=request,
            account_id=account_id,
            home=home,
            actor=here.actor,
            now=here.now(),
            talk=Talk(request, yes=yes, shown=progress),
            progress=progress,
            rows=rows,
        )
    if finished.receipt is None:
        note("Nothing was imported.")
    elif as_json:
        print_json(receipt_as_json(finished.receipt))
    else:
        print_receipt(finished.receipt, finished.causes, name=finished.name, console=stdout(), typos=finished.typos)
