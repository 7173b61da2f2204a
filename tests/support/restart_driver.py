"""Lands and undoes one import on the server of DATABASE_URL and prints the lead book after each of the two.

Run as a program with a directory. It says "landing" and "undoing" on standard output when it begins to, so that whoever
started it knows when to restart the server, and ends with one line of JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import django


def main() -> None:
    django.setup()
    from leadport.config.schema import migrate
    from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence
    from leadport.operations.receipt_proof import verify
    from leadport.operations.undo import undo
    from tests.support.lead_book import NOW, Person, account, dump, landed, planned

    directory = Path(sys.argv[1])
    migrate()
    account_id = account()
    crowd = [Person(email=f"p{number:04}@example.com", values={"city": "Ulm"}) for number in range(600)]
    import_id = planned(account_id=account_id, people=crowd, directory=directory)
    actions = Actions(
        lists=(AddToList(name="Customers"),),
        tags=(AddTag(name="Red"),),
        sequences=(AddToSequence(name="Welcome", step=2),),
    )
    say("landing")
    landed(account_id=account_id, import_id=import_id, directory=directory, actions=actions, workers=2, chunk_size=4)
    after_landing = dump()
    proved = verify(account_id=account_id, import_id=import_id).ok
    say("undoing")
    undo(account_id=account_id, import_id=import_id, dry_run=False, actor="test", now=NOW, chunk_size=20)
    proved = proved and verify(account_id=account_id, import_id=import_id).ok
    say(json.dumps({"landed": after_landing, "undone": dump(), "proved": proved}))


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
