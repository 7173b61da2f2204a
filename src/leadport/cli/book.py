"""Arguments and options that lists, tags, sequences and fields share."""

from __future__ import annotations

from typing import Annotated

import typer

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name it has.")]
NewNameArgument = Annotated[str, typer.Argument(metavar="NEW_NAME", help="The name it is to have.")]
ArchivedOption = Annotated[bool, typer.Option("--archived", help="Show what is archived, too.")]
