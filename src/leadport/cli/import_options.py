"""The options of `leadport import` that say what becomes of the people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from leadport.domain.actions import ExistingStart
from leadport.domain.verdicts import BadValuePolicy, ExistingPolicy, StatusPolicy

_MATCH, _ACTIONS, _RULES = "Which column is what", "What happens to the people", "How to decide"

MatchOption = Annotated[
    list[str] | None,
    typer.Option(
        "--match",
        metavar="COLUMN=FIELD",
        help="This column holds this field. COLUMN is its name, or #0 for the first one.",
        rich_help_panel=_MATCH,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="COLUMN", help="Don't import this column.", rich_help_panel=_MATCH),
]
CreateFieldOption = Annotated[
    list[str] | None,
    typer.Option(
        "--create-field",
        metavar="COLUMN=LABEL:TYPE",
        help="Make a field for this column. TYPE is text, number, date, yes_no, choice, url or phone.",
        rich_help_panel=_MATCH,
    ),
]
PresetOption = Annotated[
    str | None,
    typer.Option(
        "--preset", metavar="NAME", help="Use a known export, or a matching saved before.", rich_help_panel=_MATCH
    ),
]
SavePresetOption = Annotated[
    str | None,
    typer.Option("--save-preset", metavar="NAME", help="Save this matching under a name.", rich_help_panel=_MATCH),
]
ListOption = Annotated[
    list[str] | None,
    typer.Option("--list", metavar="NAME", help="Add everyone to this list.", rich_help_panel=_ACTIONS),
]
TagOption = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="[CATEGORY/]NAME", help="Give everyone this tag.", rich_help_panel=_ACTIONS),
]
SequenceOption = Annotated[
    list[str] | None,
    typer.Option(
        "--sequence",
        metavar="NAME[:STEP]",
        help="Add everyone to this sequence, new leads at STEP.",
        rich_help_panel=_ACTIONS,
    ),
]
ExistingStartOption = Annotated[
    ExistingStart,
    typer.Option(
        "--existing-start",
        metavar="first|same",
        help="Existing leads who are not in the sequence yet start at the first step, or at the same step as new ones.",
        rich_help_panel=_ACTIONS,
    ),
]
ExistingOption = Annotated[
    ExistingPolicy,
    typer.Option(
        "--existing",
        metavar="keep|fill|overwrite",
        help="Fields of existing leads: keep ours, fill only empty ones, or overwrite. A blank cell never erases.",
        rich_help_panel=_RULES,
    ),
]
SourceStatusOption = Annotated[
    StatusPolicy,
    typer.Option(
        "--source-status",
        metavar="block|ignore",
        help="People who left, bounced or never subscribed, says the file: to the blocklist, or ignore what it says.",
        rich_help_panel=_RULES,
    ),
]
BadValuesOption = Annotated[
    BadValuePolicy,
    typer.Option(
        "--bad-values",
        metavar="blank|fail",
        help="A value that does not fit its field: leave it blank, or fail the record.",
        rich_help_panel=_RULES,
    ),
]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Say what would happen to every row, and write nothing.")]
RowsOption = Annotated[
    Path | None,
    typer.Option("--rows", metavar="OUT.csv", help="Write every row with its verdict and reason into this file."),
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before importing.")]
