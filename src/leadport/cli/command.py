"""How a command is declared: every one takes --account and --home, and says its trouble the same way."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Concatenate, ParamSpec, Protocol, cast

import typer

from leadport.cli.errors import told
from leadport.cli.output import utf8_for_data
from leadport.domain.permissions import LOCAL_OWNER, Actor

P = ParamSpec("P")

AccountOption = Annotated[
    str | None, typer.Option("--account", metavar="NAME", help="Work in this account.", rich_help_panel="Everywhere")
]
HomeOption = Annotated[
    Path | None,
    typer.Option(
        "--home", metavar="DIR", help="Use this directory instead of LEADPORT_HOME.", rich_help_panel="Everywhere"
    ),
]


class Connect(Protocol):
    """What the process entry point hands over: it makes the database usable and returns the home directory."""

    def __call__(self, *, home: Path | None = None, migrate: bool = True) -> Path:
        """Make it usable; with `migrate=False` the tables stay as they are."""
        ...


@dataclass(kw_only=True)
class Here:
    """Where a command works and for whom; the database is started when it is first needed, and not before."""

    connect: Connect
    account_name: str | None = None
    chosen_home: Path | None = None
    actor: Actor = LOCAL_OWNER
    _home: Path | None = field(default=None, repr=False)

    def home(self, *, migrate: bool = True) -> Path:
        """Leadport's home directory, with the database ready."""
        if self._home is None:
            self._home = self.connect(home=self.chosen_home, migrate=migrate)
        return self._home

    def account_id(self) -> int:
        """The account to work in; the first account is made on the way."""
        self.home()
        # Whatever touches the database can be imported only now that it is there.
        from leadport.operations.accounts import choose_account

        return choose_account(name=self.account_name, actor=self.actor, now=self.now()).id

    def now(self) -> datetime:
        """The time of the deed."""
        return datetime.now(UTC)


def command(
    app: typer.Typer, name: str, *, panel: str | None = None, when_stopped: str = ""
) -> Callable[[Callable[Concatenate[Here, P], None]], Callable[..., None]]:
    """Register a function as a command of `app`; its first parameter is the place it works in.

    `panel` is the heading under which the help lists it, `when_stopped` the sentence that Ctrl-C ends with.
    """

    def register(function: Callable[Concatenate[Here, P], None]) -> Callable[..., None]:
        ready = placed(function, when_stopped=when_stopped)
        app.command(name, rich_help_panel=panel)(ready)
        return ready

    return register


def group(
    app: typer.Typer, name: str, *, panel: str | None = None
) -> Callable[[Callable[Concatenate[Here, P], None]], typer.Typer]:
    """Register a function as what `leadport NAME` does on its own; the group is returned for the commands under it."""

    def register(function: Callable[Concatenate[Here, P], None]) -> typer.Typer:
        members = typer.Typer(no_args_is_help=False)
        members.callback(invoke_without_command=True)(placed(function))
        command(members, "list")(function)
        app.add_typer(members, name=name, rich_help_panel=panel)
        return members

    return register


def placed(function: Callable[Concatenate[Here, P], None], *, when_stopped: str = "") -> Callable[..., None]:
    """The function as typer wants it: `here` replaced by the context, with --account and --home added."""
    plain = cast(Callable[..., None], function)

    def entry(*, ctx: typer.Context, account: str | None, home: Path | None, **options: object) -> None:
        if ctx.invoked_subcommand is not None:
            # A group whose command follows: that one does the work, and looks up here for the account and the home.
            return
        here = Here(
            connect=cast(Connect, ctx.find_root().obj),
            account_name=account if account is not None else cast(str | None, _from_above(ctx, "account")),
            chosen_home=home or cast(Path | None, _from_above(ctx, "home")),
        )
        _refuse_broken_text(options, account=account)
        utf8_for_data()
        with told(as_json=bool(options.get("as_json")), when_stopped=when_stopped):
            plain(here, **options)

    entry.__name__, entry.__doc__ = plain.__name__, _flowing(plain.__doc__ or "")
    parameters = _parameters(plain)
    # Typer reads the options from the signature, and from nothing else.
    entry.__dict__["__signature__"] = inspect.Signature(parameters)
    entry.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return entry


def _refuse_broken_text(options: dict[str, object], *, account: str | None) -> None:
    """Bytes on the command line that are no text can name a file, and nothing else."""
    for name, value in {**options, "account": account}.items():
        texts = value if isinstance(value, list) else [value]
        if name != "file" and any(isinstance(text, str) and not text.isprintable() and _broken(text) for text in texts):
            raise typer.BadParameter("This is not UTF-8 text.", param_hint=name)


def _broken(text: str) -> bool:
    return any("\ud800" <= character <= "\udfff" for character in text)


def _flowing(text: str) -> str:
    """Each paragraph on one line, so that the help breaks lines where the terminal ends and nowhere else."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _parameters(function: Callable[..., None]) -> list[inspect.Parameter]:
    keyword = inspect.Parameter.KEYWORD_ONLY
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    return [
        inspect.Parameter("ctx", keyword, annotation=typer.Context),
        *(parameter.replace(kind=keyword) for parameter in own),
        inspect.Parameter("account", keyword, default=None, annotation=AccountOption),
        inspect.Parameter("home", keyword, default=None, annotation=HomeOption),
    ]


def _from_above(ctx: typer.Context, name: str) -> object:
    """The option as it was given to the nearest group of commands further left on the command line."""
    above = ctx.parent
    while above is not None:
        if above.params.get(name) is not None:
            return above.params[name]
        above = above.parent
    return None
