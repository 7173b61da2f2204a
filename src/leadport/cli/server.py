"""`leadport up`, `migrate` and `doctor`: the installation itself."""

from __future__ import annotations

from dataclasses import asdict

import typer

from leadport.cli.command import Here, command
from leadport.cli.errors import ExitCode
from leadport.cli.output import note, print_json, say
from leadport.cli.source import JsonOption
from leadport.cli.text import count


def register(app: typer.Typer, *, panel: str) -> None:
    """Add the commands."""

    @command(app, "up", panel=panel)
    def up(here: Here, as_json: JsonOption = False) -> None:
        """Start the database and say where it is.

        Other commands start it by themselves; this one is for programs that want to connect to it.
        """
        home = here.home()
        from leadport.operations.server import describe_server

        server = describe_server()
        if as_json:
            print_json({"home": str(home), "conninfo": server.conninfo, "version": server.version})
        else:
            say(f"Home        {home}")
            say(f"PostgreSQL  {server.version}")
            say(f"Connect     {server.conninfo}")

    @command(app, "migrate", panel=panel)
    def migrate(here: Here) -> None:
        """Bring the tables up to this version of the program."""
        here.home(migrate=False)
        from leadport.operations.migrate import migrate as bring_up

        done = bring_up(actor=here.actor)
        note(f"{count(done, 'migration', 'migrations')} applied." if done else "The tables are up to date.")

    @command(app, "doctor", panel=panel)
    def doctor(here: Here, as_json: JsonOption = False) -> None:
        """Look for what is wrong with this installation.

        Exit code 1 when something is.
        """
        home = here.home(migrate=False)
        from leadport.operations.doctor import examine

        checks = []
        for check in examine(home=home):
            checks.append(check)
            if not as_json:
                say(f"{'ok   ' if check.fine else 'WRONG'}  {check.name:<11}  {check.found}")
        if as_json:
            print_json([asdict(check) for check in checks])
        if not all(check.fine for check in checks):
            raise typer.Exit(ExitCode.FAULT)
