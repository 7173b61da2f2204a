"""How names are written on the command line: NAME, COLUMN=FIELD, CATEGORY/NAME, NAME:STEP."""

from __future__ import annotations

from typing import Annotated

import typer

from leadport.domain.actions import AddTag, AddToSequence, ExistingStart
from leadport.domain.mapping import FieldType, NewField

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The name it has.")]
NewNameArgument = Annotated[str, typer.Argument(metavar="NEW_NAME", help="The name it is to have.")]
ArchivedOption = Annotated[bool, typer.Option("--archived", help="Show what is archived, too.")]


def pair(text: str, *, option: str) -> tuple[str, str]:
    """The two sides of the last equals sign, since a column's name may hold one; raises typer.BadParameter."""
    left, sign, right = text.rpartition("=")
    if not sign or not left.strip() or not right.strip():
        raise typer.BadParameter(f"Write it as COLUMN=FIELD, not {text!r}.", param_hint=option)
    return left.strip(), right.strip()


def new_field(text: str) -> NewField:
    """`COLUMN=Label:type` or `COLUMN=Label` for a text field; raises typer.BadParameter."""
    column, described = pair(text, option="--create-field")
    label, colon, kind = described.rpartition(":")
    if not colon:
        return NewField(column=column, label=described)
    return NewField(
        column=column, label=_filled(label, option="--create-field"), type=field_type(kind, option="--create-field")
    )


def field_type(text: str, *, option: str) -> FieldType:
    """A type by its name; raises typer.BadParameter."""
    # A lead has one address, so no further field can be one.
    kinds = [kind for kind in FieldType if kind is not FieldType.EMAIL]
    wanted = text.strip().lower().replace("-", "_").replace("/", "_")
    if wanted not in kinds:
        named = ", ".join(kind.value for kind in kinds)
        raise typer.BadParameter(f"{text!r} is no type. Types are: {named}.", param_hint=option)
    return FieldType(wanted)


def tag(text: str) -> AddTag:
    """`CATEGORY/NAME` or `NAME`; only the first slash divides, and a blank side raises typer.BadParameter."""
    category, slash, name = text.partition("/")
    if not slash:
        return AddTag(name=_filled(text, option="--tag"))
    return AddTag(category=_filled(category, option="--tag"), name=_filled(name, option="--tag"))


def sequence(text: str, *, existing_start: ExistingStart) -> AddToSequence:
    """`NAME` or `NAME:STEP`; what follows the last colon is a step only when it is a number."""
    name, colon, step = text.rpartition(":")
    if not colon or not (step.isascii() and step.isdigit()):
        return AddToSequence(name=_filled(text, option="--sequence"), existing_start=existing_start)
    if not 1 <= int(step) <= 100:
        raise typer.BadParameter("Steps count from 1 to 100.", param_hint="--sequence")
    return AddToSequence(name=_filled(name, option="--sequence"), step=int(step), existing_start=existing_start)


def _filled(text: str, *, option: str) -> str:
    if not text.strip():
        raise typer.BadParameter("A name is missing.", param_hint=option)
    return text.strip()
